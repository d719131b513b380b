import { distance } from 'fastest-levenshtein';
import type { Registry } from '../registry/registry';

/** What a person chooses from: an entity, or a property with its label and cues. */
export interface Named {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
}

/** Names, aliases, ids and descriptions, split into words, each distinct word once; see `createNameIndex`. */
export interface NameIndex {
  readonly items: readonly Named[];
  readonly words: readonly string[];
  readonly spellings: readonly Spelling[];
}

/** One way to find an item. */
interface Spelling {
  /** Index into `items`. */
  readonly item: number;
  readonly text: string;
  readonly kind: keyof typeof weights;
  /** Indexes into `words`. */
  readonly words: readonly number[];
  /** Letters of all its words. */
  readonly length: number;
}

/** What items are ranked by. */
export interface NameQuery {
  /** What a person typed or selected; empty: rank by type and frequency alone. */
  readonly words: string;
  /** Leaves out what is not similar: for what was typed, where a list of others would be in the way. */
  readonly onlySimilar: boolean;
  /** The type that the words are likely of. */
  readonly type?: string | null;
  /** Id → how often it occurs; absent: never. */
  readonly counts: ReadonlyMap<string, number>;
}

/** An item in a list of candidates. */
export interface RankedName {
  readonly item: Named;
  /** In [0, 1]: of `words` to the spelling that is most like them. */
  readonly similarity: number;
  /** That spelling, where it is not the name; null where nothing is similar. */
  readonly matched: string | null;
  readonly count: number;
}

/** How much a match counts, by what was matched; found by trying on registries of people, bodies and places. */
const weights = { name: 1, alias: 1, id: 0.95, initials: 0.8, description: 0.5 };
/** Below, words have nothing to do with each other. */
const similarityFloor = 0.4;
/** Words that a query may have: a selected sentence is no name. */
const mostQueryWords = 12;
/** Type and frequency decide between spellings that are about as similar, and never against one that is clearly more so. */
const typeBonus = 0.05;
const frequencyBonus = 0.05;

/** The entities of a registry, to choose from. */
export function namedEntities({ entities }: Registry): Named[] {
  return Array.from(entities.values(), ({ id, type, name, aliases, description }) => {
    return { id, type, name, aliases: aliases.map(({ text }) => text.text), description };
  });
}

/** The properties of a registry and of the vocabulary, to choose from; their type is the kind of their values. */
export function namedProperties({ properties }: Registry): Named[] {
  return Array.from(properties.values(), ({ id, value, label, cues }) => ({ id, type: value, name: label, aliases: cues, description: null }));
}

/** Indexes items for `rankNames`. Linear in their words. */
export function createNameIndex(items: readonly Named[]): NameIndex {
  const ids = new Map<string, number>();
  const spellings: Spelling[] = [];
  const idOf = (word: string) => {
    let id = ids.get(word);
    if (id === undefined) ids.set(word, (id = ids.size));
    return id;
  };
  const add = (item: number, kind: Spelling['kind'], text: string, words: readonly string[]) => {
    if (words.length === 0) return;
    spellings.push({ item, kind, text, words: words.map(idOf), length: words.reduce((sum, word) => sum + word.length, 0) });
  };
  for (const [index, { id, name, aliases, description }] of items.entries()) {
    const nameWords = foldedWords(name);
    add(index, 'name', name, nameWords);
    for (const alias of aliases) add(index, 'alias', alias, foldedWords(alias));
    add(index, 'id', id, foldedWords(id));
    if (nameWords.length > 1) add(index, 'initials', name, [nameWords.map((word) => word[0]).join('')]);
    if (description !== null) add(index, 'description', description, [...new Set(foldedWords(description))]);
  }
  return { items, words: [...ids.keys()], spellings };
}

/**
 * The items that are most likely meant, best first, at most `limit`: by similarity of the words to a name, alias, id or description
 * (parts of a name, slips of the hand, accents and case forgiven), then type and frequency. Linear in the index's words.
 */
export function rankNames(index: NameIndex, query: NameQuery, limit: number): RankedName[] {
  const similar = similarities(index, foldedWords(query.words).slice(0, mostQueryWords));
  let mostCounted = 1;
  for (const count of query.counts.values()) mostCounted = Math.max(mostCounted, count);
  const scores = new Float64Array(index.items.length);
  const wanted: number[] = [];
  for (const [at, { id, type }] of index.items.entries()) {
    const isSimilar = similar.scores[at]! >= similarityFloor;
    if (query.onlySimilar && !isSimilar) continue;
    const often = Math.log1p(query.counts.get(id) ?? 0) / Math.log1p(mostCounted);
    scores[at] = (isSimilar ? similar.scores[at]! : 0) + (query.type === type ? typeBonus : 0) + frequencyBonus * often;
    wanted.push(at);
  }
  return wanted
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, limit)
    .map((at): RankedName => {
      const item = index.items[at]!;
      const similarity = similar.scores[at]!;
      const best = similarity >= similarityFloor ? similar.best[at] : undefined;
      const matched = best && best.kind !== 'name' && best.kind !== 'initials' ? best.text : null;
      return { item, similarity, matched, count: query.counts.get(item.id) ?? 0 };
    });
}

/** For each item its best spelling and how similar that is. */
function similarities(index: NameIndex, query: readonly string[]) {
  const scores = new Float64Array(index.items.length);
  const best: (Spelling | undefined)[] = [];
  const wanted = query.reduce((sum, word) => sum + word.length, 0);
  if (wanted === 0) return { scores, best };
  const likeness = query.map((word) => Float64Array.from(index.words, (known) => wordSimilarity(word, known)));
  for (const spelling of index.spellings) {
    let found = 0;
    let covered = 0;
    for (const [q, word] of query.entries()) {
      let bestHere = 0;
      let letters = 0;
      for (const known of spelling.words) {
        const similarity = likeness[q]![known]!;
        if (similarity <= bestHere) continue;
        bestHere = similarity;
        letters = index.words[known]!.length * similarity;
      }
      found += word.length * bestHere;
      covered += letters;
    }
    const coverage = Math.min(1, covered / spelling.length);
    const score = weights[spelling.kind] * (found / wanted) * (0.8 + 0.2 * coverage);
    if (score <= scores[spelling.item]!) continue;
    scores[spelling.item] = score;
    best[spelling.item] = spelling;
  }
  return { scores, best };
}

/** How likely `word` was meant to be `known` or its beginning, in [0, 1]. */
function wordSimilarity(word: string, known: string): number {
  if (word === known) return 1;
  if (known.startsWith(word)) return 0.85 + (0.05 * word.length) / known.length;
  if (word.length > 2 && known.startsWith(word.slice(1), 1) && word.length > known.length / 2) return 0.8 - 0.8 / word.length;
  if (word.length < 4) return word.length === 3 && known.includes(word) ? 0.5 : 0;
  const allowed = Math.floor(word.length / 4) + (word.length > 4 ? 1 : 0);
  if (known.length < word.length - allowed) return 0;
  const edits = editsToBeginning(word, known, allowed);
  if (edits <= allowed) return 0.95 * (1 - edits / word.length);
  return known.includes(word) ? 0.6 : 0;
}

/** Edits between `word` and `known`, or that beginning of it that is as long; more than `allowed` where they have little in common. */
function editsToBeginning(word: string, known: string, allowed: number): number {
  const unlike = bitCount(letterSet(word) & ~letterSet(known));
  if (unlike > allowed) return unlike;
  const start = known.length > word.length + allowed ? known.slice(0, word.length) : known;
  return distance(word, start);
}

/** Which letters a word has, some sharing a bit: a quick test that most words fail. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Words in lower case without accents, possessives and punctuation. */
function foldedWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
