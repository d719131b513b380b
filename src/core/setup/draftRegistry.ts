import { stringify } from 'yaml';
import { readRegistryFile } from '../case/readRegistryFile';
import type { UnlinkedName } from '../mentions/mention';
import { foldSpelling } from '../mentions/spelling';
import { buildRegistry } from '../registry/buildRegistry';
import type { RegistryFile } from '../case/entries';
import { entityIdFor } from '../registry/entityId';

/** A likely entity, joined from its names in all articles. */
export interface DraftEntity {
  readonly name: string;
  /** A guess, as of `UnlinkedName`. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly articles: number;
  readonly places: number;
}

/** Of one name as it is collected. */
interface Collected {
  readonly name: string;
  /** Surface → places. */
  readonly surfaces: Map<string, number>;
  readonly types: Map<string, number>;
  readonly sources: Set<string>;
  places: number;
}

/**
 * The likely entities behind the unlinked names of many articles: those in the most articles first, then in the most places. Names
 * are one entity where they are alike or alike as romanisations, or where one stands for the other in some article and for no third.
 * Names that are known to the registry in another spelling are left out. Linear in the names, but for sorting.
 */
export function draftEntities(names: Iterable<UnlinkedName>): readonly DraftEntity[] {
  const byKey = new Map<string, Collected>();
  for (const name of names) {
    if (name.similar) continue;
    const surfaces = [name.text, ...name.variants].map((surface) => surface.replace(/\s+/g, ' '));
    collect(byKey, longestOf(surfaces), surfaces, name);
  }
  const owners = new Map<string, Set<string>>();
  for (const [key, { surfaces }] of byKey) {
    for (const surface of surfaces.keys()) {
      const own = keyOf(surface);
      const held = owners.get(own);
      if (held) held.add(key);
      else owners.set(own, new Set([key]));
    }
  }
  for (const [key, collected] of byKey) {
    const others = [...(owners.get(key) ?? [])].filter((other) => other !== key && byKey.has(other));
    if (others.length !== 1) continue;
    merge(byKey.get(others[0]!)!, collected);
    byKey.delete(key);
  }
  return [...byKey]
    .map(([key, collected]) => ({ collected, aliases: aliasesOf(key, collected, owners, byKey) }))
    .map(({ collected, aliases }) => ({
      name: collected.name,
      type: likeliest(collected.types),
      aliases,
      articles: collected.sources.size,
      places: collected.places,
    }))
    .sort((a, b) => b.articles - a.articles || b.places - a.places || compareWords(a.name, b.name));
}

/** A registry file with the first `most` of `entities` that can stand beside `others`, the files of the registry that are there. */
export function draftRegistry(
  entities: readonly DraftEntity[],
  most: number,
  others: readonly { readonly path: string; readonly data: RegistryFile }[] = [],
): { readonly text: string; readonly count: number } {
  const known = buildRegistry(others).registry;
  const taken = new Set([...known.entities.keys(), ...known.redirects.keys()]);
  const entries = entities.slice(0, most).map((entity) => {
    const id = entityIdFor(entity.name, (candidate) => taken.has(candidate));
    taken.add(id);
    return { id, ...entity };
  });
  const faulty = faultyWords(entries, others);
  const kept = entries.filter(({ name }) => !faulty.has(name)).map((entry) => ({ ...entry, aliases: entry.aliases.filter((alias) => !faulty.has(alias)) }));
  const comment = [
    '# A draft: names that the articles have and no registry knew, the most frequent first. Types are guesses.',
    '# Go through it: mend types and names, join what is one entity, take out what is none, then rename the file.',
    ...(entities.length > kept.length ? [`# ${kept.length} of ${entities.length} names.`] : []),
  ].join('\n');
  return { text: `${comment}\n${registryText(kept)}`, count: kept.length };
}

interface DraftEntry extends DraftEntity {
  readonly id: string;
}

function registryText(entries: readonly DraftEntry[]): string {
  const map = new Map(
    entries.map(({ id, name, type, aliases }) => [id, { type, name, ...(aliases.length > 0 ? { aliases } : {}) }]),
  );
  return stringify({ entities: map }, { lineWidth: 0 });
}

/** Names and aliases that the registry would tell something of (too short, several entities' …): a draft has none of them. */
function faultyWords(entries: readonly DraftEntry[], others: readonly { readonly path: string; readonly data: RegistryFile }[]): ReadonlySet<string> {
  const path = 'draft';
  const text = registryText(entries);
  const { data, problems } = readRegistryFile(text);
  const own = buildRegistry([...others, { path, data }]).problems.filter(({ file }) => file === path);
  const places = new Set([...problems, ...own].map(({ span }) => span.start));
  const faulty = new Set<string>();
  for (const { id, span, name, aliases } of data.entities) {
    for (const scalar of [name, ...aliases.map((alias) => alias.text)]) if (scalar && places.has(scalar.span.start)) faulty.add(scalar.text);
    if (name && (places.has(id.span.start) || places.has(span.start))) faulty.add(name.text);
  }
  return faulty;
}

function collect(byKey: Map<string, Collected>, longest: string, surfaces: readonly string[], { source, type, places }: UnlinkedName): void {
  const key = keyOf(longest);
  let collected = byKey.get(key);
  if (!collected) byKey.set(key, (collected = { name: longest, surfaces: new Map(), types: new Map(), sources: new Set(), places: 0 }));
  for (const surface of surfaces) add(collected.surfaces, surface, 1);
  add(collected.types, type, places.length);
  collected.sources.add(source);
  collected.places += places.length;
}

function merge(into: Collected, { surfaces, types, sources, places }: Collected): void {
  for (const [surface, count] of surfaces) add(into.surfaces, surface, count);
  for (const [type, count] of types) add(into.types, type, count);
  for (const source of sources) into.sources.add(source);
  into.places += places;
}

/** Its other surfaces, but for those that stand for another entity as well. */
function aliasesOf(key: string, { name, surfaces }: Collected, owners: ReadonlyMap<string, ReadonlySet<string>>, left: ReadonlyMap<string, Collected>): string[] {
  return [...surfaces.keys()].filter((surface) => {
    const own = keyOf(surface);
    const isShared = own !== key && (left.has(own) || [...(owners.get(own) ?? [])].filter((owner) => left.has(owner)).length > 1);
    return surface !== name && !isShared;
  });
}

/** What spellings of one name share; acronyms are themselves. */
function keyOf(surface: string): string {
  const words = surface.split(' ');
  return words.map((word) => (word === word.toUpperCase() ? word : foldSpelling(word))).join(' ');
}

function longestOf(surfaces: readonly string[]): string {
  return surfaces.reduce((longest, surface) => (surface.length > longest.length ? surface : longest));
}

/** The most frequent type; `other` only where there is no better guess. */
function likeliest(types: ReadonlyMap<string, number>): string {
  const guesses = [...types].filter(([type]) => type !== 'other').sort((a, b) => b[1] - a[1]);
  return guesses[0]?.[0] ?? 'other';
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
