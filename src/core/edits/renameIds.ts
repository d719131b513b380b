import { manifestName } from '../case/members';
import type { FileKind } from '../case/members';
import type { Problem } from '../case/entries';
import { readYaml } from '../case/readYaml';
import type { YamlNode, YamlScalar } from '../case/yaml';
import type { CaseModel } from '../caseModel';
import { positionAt } from '../text/text';
import type { FileEdit, TextEdit } from './caseEdit';
import type { IdKind, IdScalar, Rename, WrittenId } from './writtenIds';
import { idScalars } from './writtenIds';
import { writeScalar } from './yamlScalars';
import type { ScalarStyle } from './yamlScalars';

/** New ids by old ones, of one kind. */
export interface IdChange {
  readonly kind: IdKind;
  readonly ids: ReadonlyMap<string, string>;
  /** Leaves the keys alone that declare the old ids. */
  readonly keepDefinitions?: boolean;
}

/** A YAML file of the case. */
export interface YamlFile {
  readonly path: string;
  readonly kind: Exclude<FileKind, 'article'>;
  readonly content: string;
}

/** The YAML files of a case that can be read: manifest, registry, annotations, reviews. */
export function yamlFiles(model: CaseModel): readonly YamlFile[] {
  const { registry, annotations, reviews } = model.members();
  const paths: (readonly [string, YamlFile['kind']])[] = [
    ...(model.hasManifest() ? [[manifestName, 'manifest'] as const] : []),
    ...registry.map((path) => [path, 'registry'] as const),
    ...annotations.map((path) => [path, 'annotations'] as const),
    ...(reviews === null ? [] : [[reviews, 'reviews'] as const]),
  ];
  return paths.flatMap(([path, kind]) => {
    const content = model.text(path)?.content;
    return content === undefined ? [] : [{ path, kind, content }];
  });
}

/** A YAML file in which references could be missed, and why, in words that name the place and the way out. */
export interface BrokenFile {
  readonly path: string;
  readonly reason: string;
}

/** The YAML files of the case that cannot be read or have a syntax error: no refactoring can follow every reference in them. */
export function brokenFiles(model: CaseModel): readonly BrokenFile[] {
  const { registry, annotations, reviews } = model.members();
  const files: readonly (readonly [string, readonly Problem[]])[] = [
    [manifestName, model.manifest().problems],
    ...registry.map((path) => [path, model.registryFile(path)?.problems ?? []] as const),
    ...annotations.map((path) => [path, model.annotationFile(path)?.problems ?? []] as const),
    ...(reviews === null ? [] : [[reviews, model.reviews()?.problems ?? []] as const]),
  ];
  return files.flatMap(([path, problems]): BrokenFile[] => {
    const unreadable = model.decodingProblem(path);
    if (unreadable !== null) return [{ path, reason: `${path} cannot be read (${unreadable}). Mend it first.` }];
    const text = model.text(path);
    const problem = problems.find(({ code }) => code === 'yaml/syntax' || code === 'yaml/too-many-aliases');
    if (!problem || !text) return [];
    const { line } = positionAt(text, problem.span.start);
    return [{ path, reason: `${path} has an error on line ${line + 1}: ${problem.message}. Mend it first.` }];
  });
}

/** Why no refactoring can be made now; null when it can. */
export function brokenFile(model: CaseModel): string | null {
  return brokenFiles(model)[0]?.reason ?? null;
}

/**
 * The edits that make every reference in `files` follow the change: minimal, one per scalar. What a YAML alias (`*x`) repeats follows its
 * anchor; where the two mean different things, the alias is written out. Linear in the files that hold a changed id.
 */
export function renameIds(model: CaseModel, files: readonly YamlFile[], change: IdChange): readonly FileEdit[] {
  const rename: Rename = (kind, id) => (kind === change.kind ? (change.ids.get(id) ?? id) : id);
  const olds = [...change.ids.keys()];
  const write = createScalarWriter();
  return files.flatMap((file): FileEdit[] => {
    if (!mayHold(file.content, olds)) return [];
    const scalars = idScalars(file.content, file.kind, model.registry(), model.yamlCache(file.path));
    const isChanged = ({ kind, id, role }: WrittenId) => rename(kind, id) !== id && !(change.keepDefinitions && role === 'definition');
    const changed = scalars.filter(({ ids }) => ids.some(isChanged));
    const edits = file.content.includes('*') ? withAliases(file, changed, rename, change, write) : changed.map((scalar) => editOf(file.content, scalar, rename, write));
    return edits.length === 0 ? [] : [{ kind: 'change', path: file.path, edits }];
  });
}

/** Ids may also be written with escapes. */
function mayHold(content: string, ids: readonly string[]): boolean {
  return content.includes('\\') || ids.some((id) => content.includes(id) || content.includes(id.replaceAll("'", "''")));
}

/** Writes a text as a scalar in place of `written`, in its kind of quotes, wherever it may stand. */
type ScalarWriter = (written: string, text: string) => string;

function createScalarWriter(): ScalarWriter {
  const known = new Map<string, string>();
  return (written, text) => {
    const style: ScalarStyle = written[0] === '"' ? 'double' : written[0] === "'" ? 'single' : 'plain';
    const key = `${style} ${text}`;
    let scalar = known.get(key);
    if (scalar === undefined) known.set(key, (scalar = writeScalar(text, style, { inFlow: true, isKey: true })));
    return scalar;
  };
}

function editOf(content: string, { node, renamed }: IdScalar, rename: Rename, write: ScalarWriter): TextEdit {
  return { span: node.span, newText: write(content.slice(node.span.start, node.span.end), renamed(rename)) };
}

/** In a file with YAML aliases: those of a changed scalar that are no such id keep its old text, those that are follow it. */
function withAliases(file: YamlFile, changed: readonly IdScalar[], rename: Rename, { kind, ids }: IdChange, write: ScalarWriter): TextEdit[] {
  const isAlias = (scalar: YamlScalar) => file.content[scalar.span.start] === '*';
  const edits: TextEdit[] = [];
  const anchors = new Set<string>();
  for (const scalar of changed) {
    if (isAlias(scalar.node)) continue;
    edits.push(editOf(file.content, scalar, rename, write));
    const anchor = /&(\S+)\s+(?:!\S*\s+)?$/.exec(file.content.slice(Math.max(0, scalar.node.span.start - 200), scalar.node.span.start));
    if (anchor) anchors.add(anchor[1]!);
  }
  const changedAliases = new Map(changed.map((scalar) => [scalar.node.span.start, scalar]));
  const seen = new Set<number>();
  for (const scalar of scalarsOf(readYaml(file.content).root)) {
    if (!isAlias(scalar) || !ids.has(scalar.text) || seen.has(scalar.span.start)) continue;
    seen.add(scalar.span.start);
    const follows = anchors.has(file.content.slice(scalar.span.start + 1, scalar.span.end));
    const isId = changedAliases.has(scalar.span.start);
    if (follows && !isId) edits.push({ span: scalar.span, newText: write('', scalar.text) });
    else if (!follows && isId) edits.push({ span: scalar.span, newText: write('', rename(kind, scalar.text)) });
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function* scalarsOf(node: YamlNode | null): Generator<YamlScalar> {
  if (node?.kind === 'scalar') yield node;
  else if (node?.kind === 'list') for (const item of node.items) yield* scalarsOf(item);
  else if (node?.kind === 'map') {
    for (const { key, value } of node.pairs) {
      yield key;
      yield* scalarsOf(value);
    }
  }
}
