import type { AliasEntry, EntityEntry, Problem, PropertyEntry, RegistryFile, Scalar } from '../case/entries';
import { datesMeet } from '../values/edtf';
import { atMost, didYouMean, indexNearest, mostSuggestions, nearest, nearestIn } from './nearest';
import type { NearestIndex } from './nearest';
import type { Cardinality, Entity, Property, Registry, Temporal, ValueKind } from './registry';
import { propertyDefaults, vocabulary } from './vocabulary';

/** A problem of a registry file; `span` is in `file`. */
export type RegistryProblem = Problem & { readonly file: string };

/** Rivals named in one message, and rivals whose scopes are looked at: an alias of thousands of entities must not cost their square. */
const namedRivals = 3;
const comparedRivals = 50;

interface Placed<T> {
  readonly entry: T;
  readonly file: string;
}

type Tell = (file: string, code: string, place: Scalar, message: string, replacement?: string | null) => void;

/**
 * All registry files as one registry, laid over the built-in vocabulary. Of an id that is declared twice the first stands. What is
 * wrong is left out and told: the rest stands. About linear in entities and aliases.
 */
export function buildRegistry(files: readonly { readonly path: string; readonly data: RegistryFile }[]): {
  readonly registry: Registry;
  readonly problems: readonly RegistryProblem[];
} {
  const problems: RegistryProblem[] = [];
  const tell: Tell = (file, code, place, message, replacement = null) => {
    problems.push({ file, code, span: place.span, message, ...(replacement === null ? {} : { data: { replacement } }) });
  };

  const declared = firstOfEachId(files, ({ entities }) => entities, 'entity', tell);
  const redirecting = new Map([...declared].filter(([, { entry }]) => entry.redirect !== undefined));
  const standing = new Map([...declared].filter(([, { entry }]) => entry.redirect === undefined));
  const nearestEntity = lazyNearestEntity(standing);
  const suggest = atMost(mostSuggestions, nearestEntity);
  const redirects = followRedirects(redirecting, standing, suggest, tell);

  const entities = new Map<string, Entity>();
  const names: Names = { owner: new Map(), shared: new Set() };
  for (const [id, placed] of standing) {
    const partOf = wholesOf(id, placed, standing, redirects, suggest, tell);
    entities.set(id, createEntity(id, placed, partOf, usableAliases(id, placed, names, tell)));
  }
  const registry: Registry = {
    entities: withoutCycles(entities, standing, redirects, tell),
    properties: readProperties(files, tell),
    redirects,
    redirectEntries: new Map([...redirecting].map(([id, { entry, file }]) => [id, { file, id: entry.id }])),
    nearestEntity,
  };
  if (names.shared.size > 0) tellSharedAliases(placesOf(names.shared, standing, entities), entities, tell);
  return { registry, problems };
}

function firstOfEachId<T extends { readonly id: Scalar }>(
  files: readonly { readonly path: string; readonly data: RegistryFile }[],
  entriesOf: (data: RegistryFile) => readonly T[],
  kind: 'entity' | 'property',
  tell: Tell,
): Map<string, Placed<T>> {
  const first = new Map<string, Placed<T>>();
  for (const { path, data } of files) {
    for (const entry of entriesOf(data)) {
      const before = first.get(entry.id.text);
      if (!before) {
        first.set(entry.id.text, { entry, file: path });
        continue;
      }
      const where = before.file === path ? 'earlier in this file' : `in ${before.file}`;
      tell(path, 'registry/duplicate-id', entry.id, `${kind} "${entry.id.text}" is already declared ${where}; this one is ignored`);
    }
  }
  return first;
}

function lazyNearestEntity(standing: ReadonlyMap<string, Placed<EntityEntry>>): (word: string) => string | null {
  let index: NearestIndex | undefined;
  const known = new Map<string, string | null>();
  return (word) => {
    index ??= indexNearest(spellingsOf(standing));
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = nearestIn(index, word)));
    return found;
  };
}

function* spellingsOf(standing: ReadonlyMap<string, Placed<EntityEntry>>): Iterable<readonly [string, string]> {
  for (const id of standing.keys()) yield [id, id];
  for (const [id, { entry }] of standing) {
    if (entry.name) yield [entry.name.text, id];
    for (const { text } of entry.aliases) yield [text.text, id];
  }
}

function followRedirects(
  redirecting: ReadonlyMap<string, Placed<EntityEntry>>,
  standing: ReadonlyMap<string, Placed<EntityEntry>>,
  suggest: (word: string) => string | null,
  tell: Tell,
): Map<string, string> {
  const ends = new Map<string, string | null>();
  for (const [start, { entry, file }] of redirecting) {
    const target = entry.redirect!;
    if (hasOtherKeys(entry)) {
      tell(file, 'registry/redirect', entry.id, `"${start}" redirects to "${target.text}": its other keys are ignored`);
    }
    if (!redirecting.has(target.text) && !standing.has(target.text)) {
      const suggestion = suggest(target.text);
      tell(file, 'registry/redirect', target, `unknown entity "${target.text}"${didYouMean(suggestion)}`, suggestion);
    }
    const chain: string[] = [];
    const onChain = new Set<string>();
    let id = start;
    while (!ends.has(id) && redirecting.has(id) && !onChain.has(id)) {
      chain.push(id);
      onChain.add(id);
      id = redirecting.get(id)!.entry.redirect!.text;
    }
    const end = onChain.has(id) ? null : (ends.get(id) ?? (standing.has(id) ? id : null));
    for (const passed of chain) ends.set(passed, end);
    if (!onChain.has(id)) continue;
    for (const passed of chain.slice(chain.indexOf(id))) {
      const { entry: circular, file: where } = redirecting.get(passed)!;
      tell(where, 'registry/redirect', circular.redirect!, `"${passed}" redirects in a circle and leads to no entity`);
    }
  }
  return new Map([...ends].filter((pair): pair is [string, string] => pair[1] !== null));
}

function hasOtherKeys(entry: EntityEntry): boolean {
  const lists = [entry.aliases, entry.sameAs, entry.partOf, entry.facts];
  return Boolean(entry.type ?? entry.name ?? entry.description) || lists.some((list) => list.length > 0);
}

function wholesOf(
  id: string,
  { entry, file }: Placed<EntityEntry>,
  standing: ReadonlyMap<string, Placed<EntityEntry>>,
  redirects: ReadonlyMap<string, string>,
  suggest: (word: string) => string | null,
  tell: Tell,
): string[] {
  const wholes = new Set<string>();
  for (const written of entry.partOf) {
    const whole = redirects.get(written.text) ?? written.text;
    if (whole === id) {
      tell(file, 'registry/part-of-cycle', written, `"${id}" cannot be part of itself`);
    } else if (standing.has(whole)) {
      wholes.add(whole);
    } else {
      const suggestion = suggest(written.text);
      tell(file, 'reference/unknown-entity', written, `unknown entity "${written.text}"${didYouMean(suggestion)}`, suggestion);
    }
  }
  return [...wholes];
}

function createEntity(
  id: string,
  { entry, file }: Placed<EntityEntry>,
  partOf: readonly string[],
  aliases: readonly AliasEntry[],
): Entity {
  return {
    id,
    type: entry.type?.text ?? 'other',
    name: entry.name?.text ?? id,
    description: entry.description?.text ?? null,
    sameAs: entry.sameAs.map(({ text }) => text),
    partOf,
    aliases,
    facts: entry.facts,
    file,
    idSpan: entry.id.span,
    nameSpan: entry.name?.span ?? null,
    span: entry.span,
  };
}

/** Leaves out and tells aliases that cannot be found and repeated ones; the name and the rest are added to `names`. */
function usableAliases(entity: string, { entry, file }: Placed<EntityEntry>, names: Names, tell: Tell): readonly AliasEntry[] {
  const seen = new Map<string, string>();
  if (entry.name) {
    const key = foldName(entry.name.text);
    const fault = unfindable(entry.name.text);
    if (fault === hasNoLetter || fault === 'is empty') {
      tell(file, 'registry/short-alias', entry.name, `name "${entry.name.text}" ${fault} and is never found — ${wayOut(hasNoLetter)}`);
    }
    seen.set(key, 'the name');
    addName(names, key, entity);
  }
  return entry.aliases.filter((alias) => {
    const written = alias.text.text;
    const fault = unfindable(written);
    if (fault !== null) {
      tell(file, 'registry/short-alias', alias.text, `alias "${written}" ${fault} and is ignored — ${wayOut(fault)}`);
      return false;
    }
    const folded = foldName(written);
    const key = aliasKey(alias);
    const before = seen.get(key);
    if (before !== undefined) {
      tell(file, 'registry/duplicate-alias', alias.text, `alias "${written}" repeats ${before} — remove it`);
      return false;
    }
    seen.set(key, `alias "${written}"`);
    addName(names, folded, entity);
    return true;
  });
}

const hasNoLetter = 'has no letter or digit';

/** Why a name is never looked for in texts; null when it is. */
function unfindable(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'is empty';
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return hasNoLetter;
  return trimmed.length <= 2 && [...trimmed].length <= 1 ? 'is one letter long' : null;
}

function wayOut(fault: string): string {
  return fault === hasNoLetter ? 'write it as the articles do' : 'write a longer one';
}

/** Aliases of one entity with the same key repeat each other; without a scope it is the folded name. */
export function aliasKey(alias: AliasEntry): string {
  const folded = foldName(alias.text.text);
  return isScoped(alias) ? folded + scopeKey(alias) : folded;
}

function scopeKey({ in: inside, except, valid }: AliasEntry): string {
  return JSON.stringify([inside.map(({ text }) => text), except.map(({ text }) => text), valid?.text ?? null]);
}

/** Names that fold alike are one name of an entity. One-word names in capitals keep their case, as they match in capitals only (DESIGN §3). */
export function foldName(name: string): string {
  const folded = plainName.test(name) ? name : foldMarks(name);
  const isAcronym = !folded.includes(' ') && folded === folded.toUpperCase() && folded !== folded.toLowerCase();
  return isAcronym ? folded : folded.toLowerCase();
}

/** A name that folding leaves alone, apart from case: most are. */
const plainName = /^[!-~]+(?: [!-~]+)*$/;

function foldMarks(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

interface NamedPlace {
  readonly entity: string;
  readonly place: Scalar;
  /** Null for the canonical name, which holds everywhere. */
  readonly scope: AliasEntry | null;
}

/** Folded spellings of all names: the first entity of each, and those of several entities. Kept small: a registry has many names. */
interface Names {
  readonly owner: Map<string, string>;
  readonly shared: Set<string>;
}

function addName({ owner, shared }: Names, key: string, entity: string): void {
  const first = owner.get(key);
  if (first === undefined) owner.set(key, entity);
  else if (first !== entity) shared.add(key);
}

function placesOf(
  shared: ReadonlySet<string>,
  standing: ReadonlyMap<string, Placed<EntityEntry>>,
  entities: ReadonlyMap<string, Entity>,
): Map<string, NamedPlace[]> {
  const places = new Map<string, NamedPlace[]>([...shared].map((key) => [key, []]));
  for (const [entity, { entry }] of standing) {
    if (entry.name) places.get(foldName(entry.name.text))?.push({ entity, place: entry.name, scope: null });
    for (const alias of entities.get(entity)!.aliases) {
      const scope = isScoped(alias) ? alias : null;
      places.get(foldName(alias.text.text))?.push({ entity, place: alias.text, scope });
    }
  }
  return places;
}

function isScoped({ in: inside, except, valid }: AliasEntry): boolean {
  return inside.length > 0 || except.length > 0 || valid !== undefined;
}

function tellSharedAliases(names: ReadonlyMap<string, readonly NamedPlace[]>, entities: ReadonlyMap<string, Entity>, tell: Tell): void {
  for (const places of names.values()) {
    for (const own of places) {
      const rivals = new Set<string>();
      for (const other of places.slice(0, comparedRivals)) {
        if (other.entity !== own.entity && canMeet(own.scope, other.scope)) rivals.add(other.entity);
      }
      if (rivals.size === 0) continue;
      const named = [...rivals].slice(0, namedRivals).map((id) => `${entities.get(id)!.name} (${id})`);
      const more = rivals.size > namedRivals ? ' and others' : '';
      tell(
        entities.get(own.entity)!.file,
        'registry/shared-alias',
        own.place,
        `"${own.place.text}" is also a name of ${named.join(', ')}${more} — narrow one with "in", "except" or "valid" if it stays ambiguous`,
      );
    }
  }
}

function canMeet(a: AliasEntry | null, b: AliasEntry | null): boolean {
  if (!a || !b) return true;
  if (a.valid && b.valid && datesMeet(a.valid.text, b.valid.text) === false) return false;
  return sourcesCanMeet(a, b) && sourcesCanMeet(b, a);
}

function sourcesCanMeet(a: AliasEntry, b: AliasEntry): boolean {
  if (a.in.length === 0) return true;
  const excluded = new Set(b.except.map(({ text }) => text));
  const inside = b.in.length === 0 ? null : new Set(b.in.map(({ text }) => text));
  return a.in.some(({ text }) => !excluded.has(text) && (inside === null || inside.has(text)));
}

/** Drops the `partOf` steps that close a circle. Iterative: chains may be as long as the registry. */
function withoutCycles(
  entities: ReadonlyMap<string, Entity>,
  standing: ReadonlyMap<string, Placed<EntityEntry>>,
  redirects: ReadonlyMap<string, string>,
  tell: Tell,
): ReadonlyMap<string, Entity> {
  const state = new Map<string, 'open' | 'done'>();
  const closing = new Map<string, Set<string>>();
  for (const start of entities.keys()) {
    if (state.has(start)) continue;
    const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { id } = top;
      const whole = entities.get(id)!.partOf[top.next++];
      if (whole === undefined) {
        state.set(id, 'done');
        path.pop();
      } else if (state.get(whole) === 'open') {
        const dropped = closing.get(id) ?? new Set();
        closing.set(id, dropped.add(whole));
        const circle = [...path.slice(path.findIndex((step) => step.id === whole)).map((step) => step.id), whole];
        const { entry, file } = standing.get(id)!;
        const place = entry.partOf.find(({ text }) => (redirects.get(text) ?? text) === whole)!;
        tell(file, 'registry/part-of-cycle', place, `"${id}" is part of itself: ${wordsOfCircle(circle)}`);
      } else if (!state.has(whole)) {
        state.set(whole, 'open');
        path.push({ id: whole, next: 0 });
      }
    }
  }
  if (closing.size === 0) return entities;
  return new Map(
    [...entities].map(([id, entity]) => {
      const dropped = closing.get(id);
      return [id, dropped ? { ...entity, partOf: entity.partOf.filter((whole) => !dropped.has(whole)) } : entity];
    }),
  );
}

function wordsOfCircle(circle: readonly string[]): string {
  const shown = circle.length > 6 ? [...circle.slice(0, 3), '…', ...circle.slice(-2)] : circle;
  return shown.join(' → ');
}

function readProperties(files: readonly { readonly path: string; readonly data: RegistryFile }[], tell: Tell): Map<string, Property> {
  const properties = new Map(vocabulary);
  const declared = firstOfEachId(files, (data) => data.properties, 'property', tell);
  for (const [id, { entry, file }] of declared) properties.set(id, overlay(vocabulary.get(id), entry, file));
  for (const [, { entry, file }] of declared) {
    for (const kin of entry.kin ?? []) {
      if (properties.has(kin.text)) continue;
      const suggestion = nearest(kin.text, properties.keys());
      tell(file, 'reference/unknown-property', kin, `unknown property "${kin.text}"${didYouMean(suggestion)}`, suggestion);
    }
  }
  return properties;
}

function overlay(built: Property | undefined, entry: PropertyEntry, file: string): Property {
  const base = built ?? propertyDefaults;
  return {
    id: entry.id.text,
    label: entry.label?.text ?? built?.label ?? entry.id.text.replaceAll('-', ' '),
    value: (entry.value?.text as ValueKind | undefined) ?? base.value,
    unit: entry.unit?.text ?? base.unit,
    temporal: (entry.temporal?.text as Temporal | undefined) ?? base.temporal,
    cardinality: (entry.cardinality?.text as Cardinality | undefined) ?? base.cardinality,
    hierarchical: entry.hierarchical ? entry.hierarchical.text === 'true' : base.hierarchical,
    separators: [...new Set(texts(entry.separators) ?? base.separators)],
    kin: [...new Set(texts(entry.kin) ?? base.kin)],
    cues: texts(entry.cues) ?? base.cues,
    declared: { file, span: entry.span },
  };
}

function texts(list: readonly Scalar[] | undefined): string[] | undefined {
  return list?.map(({ text }) => text);
}
