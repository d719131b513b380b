import type { CaseModel } from '../caseModel';
import type { Claim, Group } from '../claims/claim';
import { registrySource } from '../claims/claim';
import { isDiscrepancy } from '../claims/words';
import { memoizeByKey, memoizeLast, stableArray } from '../memo';
import type { ArticleMentions, Mention } from '../mentions/mention';
import { coloredTypes } from '../registry/entityTypes';
import type { Entity, Registry } from '../registry/registry';
import type { Text } from '../text/text';
import { sourceTitle } from './claimText';

/** Which entities a tree shows; `here` and `elsewhere` are about the article of the view, and show none without one. */
export type EntityScope = 'all' | 'here' | 'elsewhere' | 'discrepancies';

/** How a person wants to see the entities of a case. */
export interface EntityView {
  /** Words of a name, alias or id, in any case and without regard to accents; empty: every entity. */
  readonly words: string;
  readonly scope: EntityScope;
  readonly sort: 'name' | 'mentions';
  /** The article that the person reads; null for none of this case. */
  readonly article: string | null;
}

interface Node {
  /** The same for the same thing as long as it is there, whatever else changes; unique in its tree. */
  readonly id: string;
}

export interface TypeNode extends Node {
  readonly kind: 'type';
  readonly type: string;
  /** Entities shown. */
  readonly count: number;
}

/** Some of a long list, in its order. */
export interface RangeNode extends Node {
  readonly kind: 'range';
  readonly of: TypeNode | SourceNode;
  readonly index: number;
  readonly count: number;
  /** What the first and last of them are called; null where they have no names, but numbers from `from` on. */
  readonly names: readonly [string, string] | null;
  /** From 1. */
  readonly from: number;
}

export interface EntityRowNode extends Node {
  readonly kind: 'entity';
  readonly entity: Entity;
  readonly mentions: number;
  /** Mentions in the article of the view. */
  readonly here: number;
  /** Claims of sources about it. */
  readonly claims: number;
  /** Discrepancies that it is part of and no reviewer explained or dismissed. */
  readonly discrepancies: number;
}

export interface SourceNode extends Node {
  readonly kind: 'source';
  readonly entity: string;
  readonly source: string;
  readonly title: string;
  readonly count: number;
}

export interface MentionNode extends Node {
  readonly kind: 'mention';
  readonly mention: Mention;
  /** From 1, among the mentions of its entity in its source. */
  readonly number: number;
  /** The words around it, white space as one space: in the text they are `before` + `words` + `after`. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export type EntityNode = TypeNode | RangeNode | EntityRowNode | SourceNode | MentionNode;

/** The entities of a case by type, each with its mentions by source; everything is worked out when it is asked for. */
export interface EntityTree {
  /** The nodes below one, the types below null; empty for what is gone. */
  children(node: EntityNode | null, view: EntityView): readonly EntityNode[];
  /** Null for types. */
  parent(node: EntityNode, view: EntityView): EntityNode | null;
  /** The node of an entity (redirects followed); undefined where the view does not show it. */
  find(id: string, view: EntityView): EntityRowNode | undefined;
  /** Entities that the view shows. */
  count(view: EntityView): number;
}

/** How many nodes stand below one: longer lists come in ranges of so many, since lists of thousands are slow to draw and to walk. */
const rangeSize = 250;
/** UTF-16 units of the text around a mention. */
const wordsAround = { before: 16, after: 80 };

interface Named {
  readonly entity: Entity;
  /** Name, aliases and id, one a line, ready to be searched. */
  readonly searched: string;
}

/** The tree over `model`. Kept answers follow the model by themselves. */
export function createEntityTree(model: CaseModel): EntityTree {
  const namesOf = memoizeLast((registry: Registry) => sortedByName(registry));
  const countsIn = memoizeByKey((_source, { mentions }: ArticleMentions) => countByEntity(mentions));
  const stableCounts = stableArray<ReadonlyMap<string, number>>();
  const totals = memoizeLast(sumOf);
  const claimCounts = memoizeLast(countClaims);
  const openDiscrepancies = memoizeLast(countDiscrepancies);
  const hereOf = (article: string | null) => (article === null ? none : countsIn(article, model.mentions(article)));
  const totalCounts = () => totals(stableCounts(model.sources().map(({ id }) => countsIn(id, model.mentions(id)))));

  const arrange = memoizeLast(
    (
      names: readonly Named[],
      wanted: string,
      only: ReadonlyMap<string, number> | null,
      without: ReadonlyMap<string, number>,
      ranks: ReadonlyMap<string, number> | null,
    ): ReadonlyMap<string, readonly Entity[]> => {
      const byType = new Map<string, Entity[]>();
      for (const { entity, searched } of names) {
        if ((only && !only.has(entity.id)) || without.has(entity.id) || (wanted !== '' && !searched.includes(wanted))) continue;
        const list = byType.get(entity.type);
        if (list) list.push(entity);
        else byType.set(entity.type, [entity]);
      }
      if (ranks) for (const list of byType.values()) list.sort((a, b) => (ranks.get(b.id) ?? 0) - (ranks.get(a.id) ?? 0));
      return new Map([...byType].sort(([a], [b]) => rankOfType(a) - rankOfType(b) || compareWords(a, b)));
    },
  );
  /** Asks for no more than the view needs: what it does not depend on may change, and the same lists stay. */
  const arranged = ({ words, scope, sort, article }: EntityView) => {
    const only = { all: null, here: hereOf(article), elsewhere: article === null ? none : null, discrepancies: null }[scope];
    return arrange(
      namesOf(model.registry()),
      searchable(words).trim(),
      scope === 'discrepancies' ? openDiscrepancies(model.groups()) : only,
      scope === 'elsewhere' ? hereOf(article) : none,
      sort === 'mentions' ? totalCounts() : null,
    );
  };
  const placeOf = memoizeLast((list: readonly Entity[]) => new Map(list.map(({ id }, index) => [id, index])));

  const entityNode = (entity: Entity, view: EntityView): EntityRowNode => ({
    kind: 'entity',
    id: `entity/${entity.id}`,
    entity,
    mentions: totalCounts().get(entity.id) ?? 0,
    here: hereOf(view.article).get(entity.id) ?? 0,
    claims: claimCounts(model.claims()).get(entity.id) ?? 0,
    discrepancies: openDiscrepancies(model.groups()).get(entity.id) ?? 0,
  });
  const sourceNode = (entity: string, source: string, count: number): SourceNode => ({
    kind: 'source',
    id: `source/${entity}/${source}`,
    entity,
    source,
    title: sourceTitle(model, source),
    count,
  });
  const mentionNode = (mention: Mention, number: number): MentionNode => ({
    kind: 'mention',
    id: `mention/${mention.entity}/${mention.source}/${number}`,
    mention,
    number,
    ...excerpt(mention, model.text(mention.source)),
  });
  const below = (of: TypeNode | SourceNode, view: EntityView, range?: number): readonly EntityNode[] => {
    const isType = of.kind === 'type';
    const list = isType ? (arranged(view).get(of.type) ?? []) : model.mentionsOf(of.entity, of.source);
    if (range === undefined && list.length > rangeSize) return rangesOf(of, list, isType && view.sort === 'name');
    const start = (range ?? 0) * rangeSize;
    return list
      .slice(start, start + rangeSize)
      .map((item, index) => (isType ? entityNode(item as Entity, view) : mentionNode(item as Mention, start + index + 1)));
  };
  const sourcesOf = (id: string) =>
    model.sources().flatMap(({ id: source }) => {
      const count = countsIn(source, model.mentions(source)).get(id) ?? 0;
      return count > 0 ? [sourceNode(id, source, count)] : [];
    });
  const find = (id: string, view: EntityView) => {
    const entity = model.entity(id);
    const list = entity && arranged(view).get(entity.type);
    return list && placeOf(list).has(entity.id) ? entityNode(entity, view) : undefined;
  };

  return {
    find,
    count: (view) => [...arranged(view).values()].reduce((sum, list) => sum + list.length, 0),
    children(node, view) {
      switch (node?.kind) {
        case undefined:
          return [...arranged(view)].map(([type, list]) => typeNode(type, list.length, view));
        case 'type':
        case 'source':
          return below(node, view);
        case 'range':
          return below(node.of, view, node.index);
        case 'entity':
          return sourcesOf(node.entity.id);
        case 'mention':
          return [];
      }
    },
    parent(node, view) {
      switch (node.kind) {
        case 'type':
          return null;
        case 'range':
          return node.of;
        case 'entity': {
          const list = arranged(view).get(node.entity.type) ?? [];
          const type = typeNode(node.entity.type, list.length, view);
          const index = Math.floor((placeOf(list).get(node.entity.id) ?? 0) / rangeSize);
          return list.length > rangeSize ? rangesOf(type, list, view.sort === 'name')[index]! : type;
        }
        case 'source':
          return find(node.entity, view) ?? null;
        case 'mention': {
          const { entity, source } = node.mention;
          const list = entity === null ? [] : model.mentionsOf(entity, source);
          const of = sourceNode(entity ?? '', source, list.length);
          return list.length > rangeSize ? rangesOf(of, list, false)[Math.floor((node.number - 1) / rangeSize)]! : of;
        }
      }
    },
  };
}

/** Types of a filtered tree are other nodes, so that they can be open where those of the whole tree are closed. */
function typeNode(type: string, count: number, { words, scope }: EntityView): TypeNode {
  return { kind: 'type', id: `${words === '' && scope === 'all' ? 'type' : 'found'}/${type}`, type, count };
}

/** A long list as ranges: named by its entities where they are in the order of names. */
function rangesOf(of: TypeNode | SourceNode, list: readonly (Entity | Mention)[], isNamed: boolean): readonly RangeNode[] {
  return Array.from({ length: Math.ceil(list.length / rangeSize) }, (_, index) => {
    const start = index * rangeSize;
    const own = list.slice(start, start + rangeSize);
    const names = isNamed ? ([(own[0] as Entity).name, (own.at(-1) as Entity).name] as const) : null;
    return { kind: 'range', id: `range/${index}/${of.id}`, of, index, count: own.length, names, from: start + 1 };
  });
}

const none: ReadonlyMap<string, number> = new Map();

function sortedByName(registry: Registry): readonly Named[] {
  return [...registry.entities.values()]
    .map((entity) => {
      const { id, name, aliases } = entity;
      return { entity, key: searchable(name), searched: searchable([name, ...aliases.map(({ text }) => text.text), id].join('\n')) };
    })
    .sort((a, b) => compareWords(a.key, b.key) || compareWords(a.entity.id, b.entity.id));
}

function searchable(words: string): string {
  return words.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
}

/** By code units: a list of fifty thousand is sorted at once, which a collator would take half a second for. */
function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOfType(type: string): number {
  const rank = coloredTypes.findIndex((colored) => colored === type);
  return rank < 0 ? coloredTypes.length : rank;
}

function countByEntity(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) if (entity !== null) add(counts, entity, 1);
  return counts;
}

function sumOf(lists: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const list of lists) for (const [entity, count] of list) add(sum, entity, count);
  return sum;
}

function countClaims(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { subject, source } of claims) if (source !== registrySource) add(counts, subject, 1);
  return counts;
}

function countDiscrepancies(groups: readonly Group[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict, review, subject, claims } of groups) {
    if (!isDiscrepancy(verdict) || review.status === 'explained' || review.status === 'dismissed') continue;
    const values = claims.flatMap(({ value }) => (value.kind === 'entity' ? [value.id] : []));
    for (const entity of new Set([subject, ...values])) add(counts, entity, 1);
  }
  return counts;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function excerpt({ span }: Mention, text: Text | undefined): Pick<MentionNode, 'before' | 'words' | 'after'> {
  const content = text?.content ?? '';
  const from = Math.max(0, span.start - wordsAround.before);
  const before = inOneLine(content.slice(from, span.start));
  return {
    before: from > 0 ? `…${before.replace(/^\S*\s/, '')}` : before.trimStart(),
    words: inOneLine(content.slice(span.start, span.end)),
    after: inOneLine(content.slice(span.end, span.end + wordsAround.after)).trimEnd(),
  };
}

function inOneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
