import * as vscode from 'vscode';
import type { NameIndex, RankedName } from '../../core/features/entityRanking';
import { createNameIndex, namedEntities, rankNames } from '../../core/features/entityRanking';
import type { Registry } from '../../core/registry/registry';
import { entityIcon } from '../reading/entityIcons';
import type { OpenCase } from '../case/openCase';
import type { back, PickItem, PickRequest } from './quickPicks';
import { pickOne } from './quickPicks';

/** What a person chose: an entity that is there, or a new one by this name. */
export type EntityChoice = { readonly entity: string } | { readonly create: string };

export interface EntityPickRequest {
  readonly openCase: OpenCase;
  /** The article whose mentions are counted apart. */
  readonly source?: string;
  /** The words to find an entity for: what is offered before anything is typed, and the name of a new entity. */
  readonly words: string;
  /** The type that the words are likely of. */
  readonly type: string | null;
  readonly title: string;
  readonly placeholder: string;
  /** Entities that come first before anything is typed. */
  readonly first?: readonly string[];
  /** An entity that cannot be chosen. */
  readonly without?: string;
  /** Whether a new entity may be chosen. */
  readonly canCreate: boolean;
  readonly step?: PickRequest<EntityChoice>['step'];
}

/** Rows of the list: what a person looks through before typing on. */
const mostShown = 50;

const indexes = new WeakMap<Registry, NameIndex>();

/** Asks for an entity; ranked by the words, then type and frequency. */
export async function pickEntity(request: EntityPickRequest): Promise<EntityChoice | typeof back | undefined> {
  return pickOne<EntityChoice>({ ...request, items: entityRows(request) });
}

/** The rows of a list of entities for what was typed; where nothing is like it, one that says so. */
export function entityRows(request: Omit<EntityPickRequest, 'title' | 'placeholder' | 'step'>): (typed: string) => readonly PickItem<EntityChoice>[] {
  const { openCase, source, words, type, without } = request;
  const index = indexOf(openCase.model.registry());
  const counts = countMentions(openCase, source);
  const ask = (typed: string): RankedName[] => {
    const isTyped = typed.trim() !== '';
    return rankNames(index, { words: isTyped ? typed : words, onlySimilar: isTyped, type, counts: counts.everywhere }, mostShown);
  };
  return (typed) => {
    const ranked = ask(typed);
    const first = typed.trim() === '' ? leading(index, counts.everywhere, request.first ?? []) : [];
    const ahead = new Set(first.map(({ item }) => item.id));
    const shown = [...first, ...ranked.filter(({ item }) => !ahead.has(item.id))].filter(({ item }) => item.id !== without);
    const items = shown.map((one) => entityItem(one, counts.here.get(one.item.id) ?? 0));
    if (request.canCreate) return [...items, newItem(typed.trim() || words)];
    return items.length > 0 ? items : [nothingLike(typed.trim())];
  };
}

function nothingLike(typed: string): PickItem<EntityChoice> {
  return {
    label: vscode.l10n.t('No entity is called “{0}”', withoutIcons(typed)),
    iconPath: new vscode.ThemeIcon('error'),
    detail: vscode.l10n.t('Type a part of its name, an alias, its id or its description. One that the registry lacks is added with New Entity first.'),
    value: { create: typed },
    isRefused: true,
  };
}

function leading(index: NameIndex, counts: ReadonlyMap<string, number>, ids: readonly string[]): RankedName[] {
  const wanted = new Set(ids);
  if (wanted.size === 0) return [];
  const found = new Map(index.items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, item]));
  return ids.flatMap((id) => {
    const item = found.get(id);
    return item ? [{ item, similarity: 1, matched: null, count: counts.get(id) ?? 0 }] : [];
  });
}

function entityItem({ item, matched, count }: RankedName, here: number): PickItem<EntityChoice> {
  const often = here > 0 ? vscode.l10n.t('{0}× ({1}× here)', count, here) : vscode.l10n.t('{0}×', count);
  const about = matched === null || matched === item.id ? item.description : `“${matched}”`;
  return {
    label: withoutIcons(item.name),
    iconPath: entityIcon(item.type),
    description: [item.type, often, ...(about === null ? [] : [withoutIcons(about)])].join(' · '),
    value: { entity: item.id },
  };
}

function newItem(name: string): PickItem<EntityChoice> {
  return {
    label: withoutIcons(vscode.l10n.t('New entity “{0}”', name.replace(/\s+/g, ' '))),
    iconPath: new vscode.ThemeIcon('add'),
    description: vscode.l10n.t('adds it to the registry'),
    value: { create: name },
  };
}

/** Names may hold what a label would draw as an icon. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '$\u200b(');
}

function indexOf(registry: Registry): NameIndex {
  let index = indexes.get(registry);
  if (!index) indexes.set(registry, (index = createNameIndex(namedEntities(registry))));
  return index;
}

function countMentions({ model }: OpenCase, source: string | undefined) {
  const count = (sources: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of sources) {
      for (const { entity } of model.mentions(id).mentions) if (entity !== null) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return counts;
  };
  return { everywhere: count(model.sources().map(({ id }) => id)), here: count(source === undefined ? [] : [source]) };
}
