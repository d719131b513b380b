import type { CaseModel } from '../caseModel';
import { manifestName } from '../case/members';
import type { FileEdit } from './caseEdit';
import { brokenFiles, renameIds, yamlFiles } from './renameIds';

/** What follows articles that move: edits on the files where they are now, then annotation files that move along, and what a person must know. */
export interface SourceMoves {
  readonly files: readonly FileEdit[];
  readonly annotations: readonly { readonly from: string; readonly to: string }[];
  readonly notes: readonly string[];
}

/**
 * What must change when articles move: `moves` tells new paths by old ones; null where an article leaves the case's folder, whose annotations
 * then stay as they are. Ids of sources follow in every YAML file that can be read; an annotation file whose path mirrors its article's moves
 * along, unless something is in its way.
 */
export function moveSources(model: CaseModel, moves: ReadonlyMap<string, string | null>): SourceMoves {
  const inside = new Map([...moves].filter((move): move is [string, string] => move[1] !== null));
  const notes: string[] = [];
  const left = [...moves].filter(([, to]) => to === null).map(([from]) => from);
  if (left.length > 0) notes.push(`${counted(left)} no longer in the case. What is annotated in ${theirs(left)} is kept.`);
  const broken = brokenFiles(model);
  for (const { reason } of broken) notes.push(`${reason} The path of the article was not changed there.`);
  const literal = new Set(model.manifest().data.include.map(({ text }) => text));
  const unmatched = [...inside].filter(([from, to]) => !literal.has(from) && model.kindOf(to) !== 'article').map(([, to]) => to);
  if (unmatched.length > 0) {
    notes.push(`${counted(unmatched)} not matched by “include” in ${manifestName}, so no longer an article of the case. Add a pattern for it.`);
  }
  const known = model.manifest().data.sources;
  const clash = new Set([...inside.values()].filter((to) => known.has(to) && !inside.has(to)));
  if (clash.size > 0) notes.push(`${manifestName} has facts about ${named([...clash])} already, which stay as they are.`);
  const unbroken = new Set(broken.map(({ path }) => path));
  const files = yamlFiles(model)
    .filter(({ path }) => !unbroken.has(path))
    .flatMap((file) => {
      const ids = file.kind === 'manifest' ? new Map([...inside].filter(([, to]) => !clash.has(to))) : inside;
      return renameIds(model, [file], { kind: 'source', ids });
    });
  return { files, annotations: annotationMoves(model, inside), notes };
}

function annotationMoves(model: CaseModel, moves: ReadonlyMap<string, string>): SourceMoves['annotations'] {
  const taken = new Set(model.paths());
  const found: { from: string; to: string }[] = [];
  for (const { path, data } of model.annotationFiles()) {
    const source = data.source?.text;
    const target = source === undefined ? undefined : moves.get(source);
    if (source === undefined || target === undefined) continue;
    const to = mirroredPath(path, source, target);
    if (to === path || taken.has(to) || model.kindOf(to) !== 'annotations') continue;
    taken.add(to);
    found.push({ from: path, to });
  }
  return found;
}

/**
 * Where an annotation file belongs when its article moves: what the two paths end alike in (`2001/a` of `annotations/2001/a.yaml` and
 * `sources/2001/a.txt`, also with the article's extension) follows the article. The path itself where they have not even the name in common.
 */
export function mirroredPath(annotations: string, from: string, to: string): string {
  const extension = /\.[^./]+$/.exec(annotations)?.[0] ?? '';
  const stem = annotations.slice(0, annotations.length - extension.length);
  for (const [old, moved] of [[from, to], [stemOf(from), stemOf(to)]] as const) {
    const shared = sharedEnd(stem, old);
    if (shared === '') continue;
    const root = old.slice(0, old.length - shared.length);
    const folder = stem.slice(0, stem.length - shared.length);
    if (moved.startsWith(root)) return `${folder}${moved.slice(root.length)}${extension}`;
    if (moved.endsWith(`/${shared}`)) return annotations;
    return `${stem.slice(0, stem.lastIndexOf('/') + 1)}${moved.slice(moved.lastIndexOf('/') + 1)}${extension}`;
  }
  return annotations;
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/** The segments that both paths end in. */
function sharedEnd(a: string, b: string): string {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < Math.min(left.length, right.length) && left.at(-1 - count) === right.at(-1 - count)) count++;
  return count === 0 ? '' : right.slice(-count).join('/');
}

function named(paths: readonly string[]): string {
  return paths.length === 1 ? paths[0]! : `${paths[0]!} and ${paths.length - 1} more`;
}

function counted(paths: readonly string[]): string {
  return `${named(paths)} ${paths.length === 1 ? 'is' : 'are'}`;
}

function theirs(paths: readonly string[]): string {
  return paths.length === 1 ? 'it' : 'them';
}
