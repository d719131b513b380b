import type { MentionEntry } from '../case/entries';
import { readRegistryFile } from '../case/readRegistryFile';
import { placeNode } from '../case/yaml';
import type { Placed, YamlNode, YamlPair } from '../case/yaml';
import type { YamlCache } from '../case/yamlCache';
import { readOutline } from '../case/yamlOutline';
import type { CaseModel } from '../caseModel';
import { aliasKey, foldName } from '../registry/buildRegistry';
import type { Entity } from '../registry/registry';
import type { FileEdit, Plan, TextEdit } from './caseEdit';
import { applyTextEdits } from './caseEdit';
import { keepingComments } from './comments';
import { edited } from './editSteps';
import type { EditStep } from './editSteps';
import { entityKeys } from './entityKeys';
import { absorbDecisions } from './mergeDecisions';
import { planEdit } from './planEdit';
import type { IdChange, YamlFile } from './renameIds';
import { brokenFile, renameIds, yamlFiles } from './renameIds';
import { sameData, yamlData } from './yamlData';
import { insertItems, removeAt, setPair } from './yamlEdits';
import type { YamlData } from './yamlScalars';
import { readWritten } from './readWritten';
import { pathAt } from './yamlTree';

/**
 * Makes one entity of two. What `into` lacks it takes from `from`: names, facts, ids elsewhere, what it is part of, description and type.
 * Every reference follows, and so do decisions; of two on one group that of `into` stands, with the other in its history. `from` stays as a
 * redirect, with the comments that its entry had.
 */
export function mergeEntities(model: CaseModel, from: string, into: string): Plan {
  const old = model.registry().entities.get(from);
  const target = model.registry().entities.get(into);
  const refused = mergeRefusal(model, from, into);
  if (refused !== null) return { refused };
  if (!old || !target) return { refused: `There is no entity “${old ? into : from}” in the registry.` };
  const change: IdChange = { kind: 'entity', ids: new Map([[from, into]]), keepDefinitions: true };
  return planEdit(`Merge ${old.name} (${from}) into ${target.name} (${into})`, () => {
    const files = yamlFiles(model);
    const oldFile = followed(model, files.find(({ path }) => path === old.file)!, change);
    return files.flatMap((file) => {
      const steps: EditStep[] = [];
      const cache = model.yamlCache(file.path);
      if (file.kind === 'annotations') steps.push((text) => withoutRejections(model, file.path, text, from, into));
      if (file.kind === 'reviews') steps.push((text) => absorbDecisions(text, model.registry(), change, cache));
      steps.push((text) => editsIn(renameIds(model, [{ ...file, content: text }], change)));
      if (file.kind === 'registry' && file.content.includes(into)) steps.push((text) => tidyWholes(text, into, cache));
      if (file.path === target.file) steps.push(adopt(target, old, oldFile, cache, model.yamlCache(old.file)));
      if (file.path === old.file) steps.push(...keepingComments(['entities', from], (text) => setPair(text, ['entities'], from, { redirect: into }, { style: 'flow' })));
      const edits = edited(file.content, steps);
      return edits.length === 0 ? [] : [{ kind: 'change' as const, path: file.path, edits }];
    });
  });
}

/** Why two entities cannot be merged; null when they can. */
function mergeRefusal(model: CaseModel, from: string, into: string): string | null {
  if (from === into) return 'An entity cannot be merged into itself.';
  const { redirects, entities } = model.registry();
  for (const id of [from, into]) {
    const target = redirects.get(id);
    if (target !== undefined) return `“${id}” was merged into “${target}” already.`;
    if (!entities.has(id)) return `There is no entity “${id}” in the registry.`;
  }
  const circle = circleAfter(model, from, into);
  if (circle) {
    const names = circle.map((id) => entities.get(id)?.name ?? id).join(' → ');
    return `Merged, ${names} would be part of itself. Take one step of this out of “partOf” first.`;
  }
  return brokenFile(model);
}

/** The ids of a `partOf` circle that the merged entity would close; a step between the two themselves is dropped and closes none. */
function circleAfter(model: CaseModel, from: string, into: string): readonly string[] | null {
  const { entities } = model.registry();
  const own = new Set([from, into]);
  const wholesOf = (id: string) => entities.get(id)?.partOf ?? [];
  const previous = new Map<string, string>();
  const queue = [...own].flatMap(wholesOf).filter((id) => !own.has(id));
  const seen = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const whole of wholesOf(id)) {
      if (own.has(whole)) {
        const path = [id];
        for (let step = previous.get(id); step !== undefined; step = previous.get(step)) path.unshift(step);
        return [into, ...path, into];
      }
      if (seen.has(whole)) continue;
      seen.add(whole);
      previous.set(whole, id);
      queue.push(whole);
    }
  }
  return null;
}

function editsIn(files: readonly FileEdit[]): readonly TextEdit[] {
  return files.flatMap((file) => (file.kind === 'change' ? file.edits : []));
}

/** A file as it reads when every reference has followed. */
function followed(model: CaseModel, file: YamlFile, change: IdChange): string {
  return applyTextEdits(file.content, editsIn(renameIds(model, [file], change)));
}

function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key)?.value : undefined;
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** What the target takes from the other's entry, key by key; `oldFile` is where that stands when every reference has followed. */
function adopt(target: Entity, old: Entity, oldFile: string, cache: YamlCache, oldCache: YamlCache): EditStep {
  const from = entryIn(oldFile, old.id, oldCache);
  const path = ['entities', target.id];
  return (text) => {
    const own = entryIn(text, target.id, cache);
    const steps: EditStep[] = [];
    const add = (key: string, items: readonly YamlData[]) => {
      if (items.length > 0) steps.push((now) => insertItems(now, [...path, key], Infinity, items, { order: entityKeys }));
    };
    for (const { key, value } of from?.kind === 'map' ? from.pairs : []) {
      const isTaken = lists.has(key.text) || (key.text === 'name' && target.nameSpan !== null) || valueOf(own, key.text) !== undefined;
      if (!isTaken) steps.push((now) => setPair(now, path, key.text, yamlData(value), { order: entityKeys }));
    }
    const unseen = (key: string) => itemsOf(valueOf(from, key)).filter((item) => !itemsOf(valueOf(own, key)).some((other) => sameData(item, other)));
    const isOneOfThem = (item: YamlNode) => item.kind === 'scalar' && [target.id, old.id].includes(item.text);
    add('aliases', newAliases(target, old, oldFile, from, oldCache));
    add('sameAs', unseen('sameAs').map(yamlData));
    add('partOf', unseen('partOf').filter((item) => !isOneOfThem(item)).map(yamlData));
    add('facts', unseen('facts').map(yamlData));
    return edited(text, steps);
  };
}

const lists: ReadonlySet<string> = new Set(['aliases', 'sameAs', 'partOf', 'facts']);

function entryIn(text: string, id: string, cache: YamlCache): YamlNode | undefined {
  const found = entitiesIn(text, cache).find(({ node }) => node.key.text === id);
  return found && placeNode(found.node.value, found.offset);
}

function entitiesIn(text: string, cache: YamlCache): readonly Placed<YamlPair>[] {
  const entities = readOutline(text, cache).sections.find(({ key }) => key.text === 'entities')?.value;
  return entities?.kind === 'map' ? entities.pairs : [];
}

/** The other's name and aliases that the target has not, in their own scopes. */
function newAliases(target: Entity, old: Entity, oldFile: string, from: YamlNode | undefined, oldCache: YamlCache): readonly YamlData[] {
  const known = new Set([foldName((target.nameSpan ? target : old).name), ...target.aliases.map(aliasKey)]);
  const isNew = (key: string) => !known.has(key) && known.add(key) !== null;
  const entry = readRegistryFile(oldFile, oldCache).data.entities.find(({ id }) => id.text === old.id);
  const added: YamlData[] = old.nameSpan && isNew(foldName(old.name)) ? [old.name] : [];
  for (const node of itemsOf(valueOf(from, 'aliases'))) {
    const name = node.kind === 'map' ? valueOf(node, 'text') : node;
    const alias = entry?.aliases.find(({ text }) => text.span.start === name?.span.start);
    if (!alias || isNew(aliasKey(alias))) added.push(yamlData(node));
  }
  return added;
}

/** Takes out of `partOf` what would be twice in it, or the entity itself. */
function tidyWholes(text: string, into: string, cache: YamlCache): readonly TextEdit[] {
  const steps: EditStep[] = [];
  for (const { node: { key, value } } of entitiesIn(text, cache)) {
    const wholes = itemsOf(valueOf(value, 'partOf'));
    const seen = new Set(key.text === into ? [into] : []);
    const extra = [...wholes.entries()].filter(([, whole]) => whole.kind === 'scalar' && whole.text === into && (seen.has(into) || !seen.add(into)));
    for (const [index] of extra.reverse()) steps.push((now) => removeAt(now, ['entities', key.text, 'partOf', index]));
  }
  return edited(text, steps);
}

/** Takes out rejections that would refuse what the merged entity is linked to: “not the one” where it is the other. */
function withoutRejections(model: CaseModel, path: string, text: string, from: string, into: string): readonly TextEdit[] {
  const { source, mentions } = model.annotationFile(path)?.data ?? { mentions: [] };
  const isOneOf = (id: string | undefined) => id !== undefined && [from, into].includes(model.entity(id)?.id ?? id);
  const rejecting = mentions.filter(({ not }) => isOneOf(not?.text));
  if (rejecting.length === 0) return [];
  const linked = source === undefined ? [] : model.mentions(source.text).mentions.filter(({ entity }) => isOneOf(entity ?? undefined));
  const refusesOther = ({ quote, not }: MentionEntry) =>
    linked.some(
      ({ text: words, entity, suppressed }) =>
        words === quote.text && entity !== not?.text && suppressed.some((one) => one.reason === 'rejected' && one.entity === not?.text),
    );
  const written = readWritten(text);
  const steps = [...rejecting].reverse().flatMap((entry): EditStep[] => {
    const place = pathAt(written, entry.span);
    if (!place) return [];
    if (isOneOf(entry.entity?.text)) return [(now) => removeAt(now, [...place, 'not'])];
    return entry.entity === undefined && refusesOther(entry) ? [(now) => removeAt(now, place)] : [];
  });
  return edited(text, steps);
}
