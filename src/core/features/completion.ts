import { holdsAt } from '../case/schemaShape';
import type { CaseModel } from '../caseModel';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';
import { specialWords } from '../values/valueShapes';
import type { Completion, CompletionRun } from './completionItem';
import { mostListed } from './completionItem';
import { chosenKeys, entries, keys } from './completionKeys';
import { scalars } from './completionScalars';
import type { Named, NameIndex, RankedName } from './entityRanking';
import { createNameIndex, namedEntities, namedProperties, rankNames } from './entityRanking';
import { yamlPlaceAt } from './yamlPlace';

/** What may be written at a place, best first. */
export interface Completions {
  /** The words that it replaces. */
  readonly span: Span;
  /** Those of them before the cursor. */
  readonly typed: string;
  readonly items: readonly Completion[];
  /** The list was chosen by what was typed, and is to be asked for anew with every key. */
  readonly isIncomplete: boolean;
}

/** A completer of one case; it keeps the index of names while they stay. */
export function createCompleter(model: CaseModel): (path: string, content: string, offset: number) => Completions | null {
  const entities = createRanking(namedEntities);
  const properties = createRanking(namedProperties);
  return (path, content, offset) => {
    const place = yamlPlaceAt(model, path, content, offset);
    if (!place) return null;
    const registry = model.registry();
    const run: CompletionRun = {
      model,
      path,
      place,
      context: place.context,
      entities: (counts) => entities(registry, place.context.typed, counts),
      properties: (counts) => properties(registry, place.context.typed, counts),
    };
    const items = itemsAt(run);
    if (items.length === 0) return null;
    const searched = items.some(({ kind }) => kind !== 'key' && kind !== 'entry' && kind !== 'word');
    return { span: place.context.span, typed: place.context.typed, items, isIncomplete: searched };
  };
}

/** Ranks the names of a registry; keeps their index while they are the same, also in a new state of the registry. */
function createRanking(named: (registry: Registry) => readonly Named[]) {
  let index: NameIndex = createNameIndex([]);
  let byId: ReadonlyMap<string, Named> = new Map();
  let indexed: Registry | undefined;
  return (registry: Registry, words: string, counts: ReadonlyMap<string, number>): RankedName[] => {
    if (registry !== indexed) {
      const items = named(registry);
      if (items.length !== index.items.length || !items.every((item, at) => sameNames(item, index.items[at]!))) {
        index = createNameIndex(items);
        byId = new Map(items.map((item) => [item.id, item]));
      }
      indexed = registry;
    }
    if (words.trim() !== '') return rankNames(index, { words, onlySimilar: true, counts }, mostListed);
    const counted = [...counts].sort(([, a], [, b]) => b - a).flatMap(([id]) => byId.get(id) ?? []);
    const others = index.items.slice(0, mostListed + counted.length).filter(({ id }) => !counts.has(id));
    return [...counted, ...others]
      .slice(0, mostListed)
      .map((item) => ({ item, similarity: 0, matched: null, count: counts.get(item.id) ?? 0 }));
  };
}

function sameNames(a: Named, b: Named): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.type === b.type &&
    a.description === b.description &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every((alias, at) => alias === b.aliases[at])
  );
}

function itemsAt(run: CompletionRun): readonly Completion[] {
  const { context, place } = run;
  const { role, path, maps, above } = context;
  const holds = holdsAt(place.kind, path);
  if (role === 'key') return [...keys(run, path, maps.at(-1), 0), ...chosenKeys(run, maps.at(-1))];
  if (role === 'item') {
    if (!holds.has('map')) return scalars(run, path);
    return [...entries(run, path, ''), ...(context.flow ? [] : keys(run, path, undefined, 0))];
  }
  if (role === 'value') {
    const wantsList = holds.has('list') && (!holds.has('scalar') || place.property?.cardinality === 'closed-list');
    const items = wantsList ? scalars(run, [...path, '-']).map(bracketed) : scalars(run, path);
    return context.tight ? items.map((item) => ({ ...item, insert: ` ${item.insert}` })) : items;
  }
  if (holds.has('list')) {
    const item = [...path, '-'];
    const fromItem = above ? keys(run, item, above.keys, above.column - context.column) : [];
    if (holdsAt(place.kind, item).has('map')) return [...fromItem, ...entries(run, item, '- ')];
    return scalars(run, item).map((one) => ({ ...one, insert: `- ${one.insert}` }));
  }
  return [...keys(run, path, undefined, 0), ...chosenKeys(run, undefined)];
}

function bracketed(item: Completion): Completion {
  return specialWords.has(item.label) ? item : { ...item, insert: `[${item.insert}]` };
}
