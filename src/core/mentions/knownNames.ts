import type { Registry } from '../registry/registry';
import { foldSpelling, isRespelt } from './spelling';

/** Names that are known, indexed for lookups by spelling; see `createKnownNames`. Keys are of a name's last word. */
export interface KnownNames {
  readonly bySpelling: ReadonlyMap<string, readonly KnownName[]>;
  readonly byShape: ReadonlyMap<string, readonly KnownName[]>;
}

/** A name or alias and its words. */
export interface KnownName {
  readonly entity: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** Indexes the registry's names and aliases. Linear; build it once a registry generation. */
export function createKnownNames(registry: Registry): KnownNames {
  const bySpelling = new Map<string, KnownName[]>();
  const byShape = new Map<string, KnownName[]>();
  for (const { id, name, aliases } of registry.entities.values()) {
    for (const text of new Set([name, ...aliases.map((alias) => alias.text.text)])) {
      const words = nameWords(text);
      const last = words.at(-1);
      if (last === undefined) continue;
      const known = { entity: id, name: text, words };
      add(bySpelling, foldSpelling(last), known);
      add(byShape, shapeKey(last, last.length), known);
    }
  }
  return { bySpelling, byShape };
}

/**
 * The known name that `text` is likely another spelling of: word for word alike but for spelling, initials standing for first
 * names, or a surname alone. Null when there is none, or when several entities come into question.
 */
export function similarName(known: KnownNames, text: string): KnownName | null {
  const words = nameWords(text);
  const last = words.at(-1);
  if (last === undefined) return null;
  const found = new Map<string, KnownName>();
  for (const candidate of candidatesFor(known, last)) {
    if (!found.has(candidate.entity) && isSimilar(words, candidate.words)) found.set(candidate.entity, candidate);
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

/** Acronyms of four letters and fewer that differ by one are other names (`UNDP`, `UNEP`). */
const shortestSimilarAcronym = 5;
const mostLengthDifference = 2;

function* candidatesFor(known: KnownNames, last: string): Iterable<KnownName> {
  yield* known.bySpelling.get(foldSpelling(last)) ?? [];
  for (let length = last.length - mostLengthDifference; length <= last.length + mostLengthDifference; length++) {
    yield* known.byShape.get(shapeKey(last, length)) ?? [];
  }
}

function isSimilar(words: readonly string[], known: readonly string[]): boolean {
  if (words.length === 1 && known.length === 2) return words[0]!.length > 4 && isOtherSpelling(words[0]!, known[1]!);
  if (words.length !== known.length) return false;
  let respelt = 0;
  for (const [i, word] of words.entries()) {
    const other = known[i]!;
    if (word === other || (i < words.length - 1 && isInitialOf(word, other))) continue;
    if (!isOtherSpelling(word, other)) return false;
    respelt++;
  }
  return respelt > 0 && respelt <= Math.ceil(words.length / 2);
}

function isOtherSpelling(a: string, b: string): boolean {
  return isRespelt(a, b, shortestSimilarAcronym);
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0]!.toLowerCase() === b[0]!.toLowerCase();
}

function nameWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}'’]+/u).filter((word) => word !== '');
}

function shapeKey(word: string, length: number): string {
  return `${word.slice(0, 2).toLowerCase()}${length}`;
}

function add(index: Map<string, KnownName[]>, key: string, name: KnownName): void {
  const names = index.get(key);
  if (names) names.push(name);
  else index.set(key, [name]);
}
