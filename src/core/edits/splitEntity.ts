import type { AliasEntry, ClaimEntry } from '../case/entries';
import { readYaml } from '../case/readYaml';
import type { YamlNode } from '../case/yaml';
import type { CaseModel } from '../caseModel';
import { groupBy } from '../groupBy';
import type { Mention } from '../mentions/mention';
import { foldName } from '../registry/buildRegistry';
import type { Entity } from '../registry/registry';
import { contains } from '../text/text';
import type { Span } from '../text/text';
import type { FileEdit, Plan } from './caseEdit';
import { keepingComments } from './comments';
import type { Draft } from './draft';
import { createDraft } from './draft';
import { edited } from './editSteps';
import { linkMention } from './linkMention';
import { EditRefused, planEdit } from './planEdit';
import { brokenFile, yamlFiles } from './renameIds';
import { newIdRefusal } from './renameId';
import { nameRefusal } from './renameName';
import { idScalars } from './writtenIds';
import { yamlData } from './yamlData';
import { removeAt, setPair } from './yamlEdits';
import { writeScalar } from './yamlScalars';
import type { YamlData } from './yamlScalars';
import { readWritten } from './readWritten';
import { pathAt } from './yamlTree';

/** What a person gives to the new entity; each is of the entity that is split, as the model has it now. */
export interface SplitRequest {
  readonly entity: string;
  readonly id: string;
  readonly name: string;
  readonly mentions: readonly Mention[];
  /** Aliases that move. */
  readonly aliases: readonly AliasEntry[];
  /** Facts that move. */
  readonly facts: readonly ClaimEntry[];
  /** Claims in which the new entity takes the old one's place. */
  readonly claims: readonly { readonly file: string; readonly entry: ClaimEntry }[];
}

/** Turns that links by hand may take until each mention is where it was wanted: one link can decide another name of its article. */
const mostTurns = 3;

/**
 * Makes two entities of one. Where all mentions of a name in an article go to the new entity, the name becomes an alias of it that is limited
 * to those articles; what automatic linking would still give wrongly gets links by hand, of either entity. Decisions stay with the old one.
 */
export function splitEntity(model: CaseModel, request: SplitRequest): Plan {
  const old = model.registry().entities.get(request.entity);
  if (!old) return { refused: `There is no entity “${request.entity}” in the registry.` };
  const refused = newIdRefusal(model, 'entity', old.id, request.id) ?? nameRefusal(request.name) ?? brokenFile(model);
  if (refused !== null) return { refused };
  const label = `Split ${request.name} (${request.id}) off ${old.name} (${old.id})`;
  return planEdit(label, () => {
    const draft = createDraft(model);
    draft.make(planEdit(label, () => [declare(model, old, request), ...moveClaims(model, old, request)]));
    linkAsWanted(model, draft, old, request);
    return draft.edits();
  });
}

/** The registry file with the new entity behind the old one, which loses what moves. */
function declare(model: CaseModel, old: Entity, request: SplitRequest): FileEdit {
  const content = model.text(old.file)!.content;
  const written = readWritten(content);
  const root = readYaml(content, model.yamlCache(old.file)).root ?? undefined;
  const pathOf = (span: Span) => {
    const path = pathAt(written, span);
    if (path === null) throw new EditRefused(`${old.file}: what should move cannot be changed by itself. Write it out first.`);
    return path.at(-1) === 'text' ? path.slice(0, -1) : path;
  };
  const aliasPaths = request.aliases.map(({ text }) => pathOf(text.span));
  const factPaths = request.facts.map(({ span }) => pathOf(span));
  const dataAt = (path: readonly (string | number)[]): YamlData => yamlData(path.reduce<YamlNode | undefined>(step, root)!);
  const aliases = [...aliasPaths.map(dataAt), ...scopedAliases(model, old, request)];
  const entry: Record<string, YamlData> = {
    ...(old.type === 'other' ? {} : { type: old.type }),
    name: request.name,
    ...(aliases.length > 0 && { aliases }),
    ...(factPaths.length > 0 && { facts: factPaths.map(dataAt) }),
  };
  const gone = [...aliasPaths, ...factPaths].toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  const edits = edited(content, [
    (text) => setPair(text, ['entities'], request.id, entry, { order: [old.id, request.id], style: 'block' }),
    ...keepingComments(['entities', request.id], (text) => edited(text, gone.map((path) => (now: string) => removeAt(now, path)))),
  ]);
  return { kind: 'change', path: old.file, edits };
}

function step(node: YamlNode | undefined, key: string | number): YamlNode | undefined {
  if (node?.kind === 'list') return node.items[Number(key)];
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key)?.value : undefined;
}

/** Names of the old entity that the new one has alone in some articles: `{text, in}`, each name once. */
function scopedAliases(model: CaseModel, old: Entity, { mentions, aliases }: SplitRequest): readonly YamlData[] {
  const moved = new Set(aliases.map(({ text }) => foldName(text.text)));
  const chosen = new Set(mentions);
  const sourcesOf = new Map<string, string[]>();
  for (const [alias, places] of groupBy(model.mentionsOf(old.id).filter(({ by }) => by === null), (one) => one.alias)) {
    if (moved.has(foldName(alias))) continue;
    for (const [source, here] of groupBy(places, (one) => one.source)) {
      if (here.every((one) => chosen.has(one))) sourcesOf.set(alias, [...(sourcesOf.get(alias) ?? []), source]);
    }
  }
  return [...sourcesOf].map(([text, sources]) => ({ text, in: sources }));
}

function moveClaims(model: CaseModel, old: Entity, { id, claims }: SplitRequest): readonly FileEdit[] {
  const byFile = groupBy(claims, ({ file }) => file);
  return yamlFiles(model).flatMap((file): FileEdit[] => {
    const entries = byFile.get(file.path) ?? [];
    if (entries.length === 0 || file.kind === 'registry') return [];
    const edits = idScalars(file.content, file.kind, model.registry(), model.yamlCache(file.path)).flatMap(({ node, ids }) => {
      const isOld = ids.some((one) => one.kind === 'entity' && model.entity(one.id)?.id === old.id);
      if (!isOld || !entries.some(({ entry }) => contains(entry.span, node.span))) return [];
      const quote = file.content[node.span.start];
      const style = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
      return [{ span: node.span, newText: writeScalar(id, style, { inFlow: true, isKey: false }) }];
    });
    return edits.length === 0 ? [] : [{ kind: 'change', path: file.path, edits }];
  });
}

/** Links by hand, in the draft, for every mention that automatic linking gives to another entity than is wanted. */
function linkAsWanted(model: CaseModel, draft: Draft, old: Entity, { id, mentions }: SplitRequest): void {
  const chosen = new Set(mentions);
  const all = model.mentionsOf(old.id);
  for (let turn = 0; turn < mostTurns; turn++) {
    let wrong = 0;
    for (const mention of all) {
      const wanted = chosen.has(mention) ? id : old.id;
      const { source, span } = mention;
      const now = draft.model.mentions(source).mentions.find((one) => one.span.start === span.start && one.span.end === span.end);
      if (now?.entity === wanted) continue;
      wrong++;
      draft.make(linkMention(draft.model, { source, span, entity: wanted }));
    }
    if (wrong === 0) return;
  }
}
