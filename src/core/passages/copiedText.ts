import type { Span, Text } from '../text/text';

/** Text that two sources have in common, word for word but for a few: one of them, or a third, was copied. */
export interface CopiedText {
  /** In the order of sources. */
  readonly a: string;
  readonly b: string;
  /** By their place in `a`. */
  readonly passages: readonly CopiedPassage[];
  /** Words in all passages, and what part of each source they are. */
  readonly words: number;
  readonly shareOfA: number;
  readonly shareOfB: number;
}

export interface CopiedPassage {
  readonly a: Span;
  readonly b: Span;
  readonly words: number;
}

/** A source to look for copied text in. Words inside `skipped` (site chrome, sorted) take no part. */
export interface CopySource {
  readonly id: string;
  readonly text: Text;
  readonly skipped: readonly Span[];
}

/** Words of a shingle, and shingles of a window: every run of `shingle + windowed - 1` common words is found. */
const shingle = 5;
const windowed = 4;
/** Fewer common words are a phrase, not a copy. */
const leastWords = 14;
/** Words that may differ between two runs of one passage. */
const mostBetween = 4;
/** What stands in more places than this tells nothing about any two of them. */
const mostPlaces = 64;
/** Work between two yields. */
const placesAPiece = 2000;
const pairsAPiece = 50;

/**
 * Copied text between all sources, most of it first. Sources are fingerprinted by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003),
 * so that time grows with the text and with what is copied, not with the pairs of sources. Yields between pieces of work.
 */
export function* findCopiedText(sources: readonly CopySource[]): Generator<void, CopiedText[]> {
  const read: SourceWords[] = [];
  const places = new Map<number, Place[]>();
  for (const [source, given] of sources.entries()) {
    const words = readWords(given);
    read.push(words);
    for (const { hash, at } of fingerprints(words.hashes)) {
      const known = places.get(hash);
      if (!known) places.set(hash, [{ source, at }]);
      else if (known.length <= mostPlaces) known.push({ source, at });
    }
    yield;
  }
  const runs = new Map<number, Map<number, Run[]>>();
  let worked = 0;
  for (const found of places.values()) {
    if (++worked % placesAPiece === 0) yield;
    if (found.length < 2 || found.length > mostPlaces) continue;
    for (const [i, one] of found.entries()) {
      for (const other of found.slice(i + 1)) if (one.source !== other.source) addRun(runs, read, one, other);
    }
  }
  const copies: CopiedText[] = [];
  for (const [pair, onDiagonals] of runs) {
    if (++worked % pairsAPiece === 0) yield;
    const [a, b] = [Math.floor(pair / sources.length), pair % sources.length];
    const copy = copyOf(sources[a]!.id, sources[b]!.id, read[a]!, read[b]!, [...onDiagonals.values()].flat());
    if (copy) copies.push(copy);
  }
  return copies.sort((x, y) => Math.max(y.shareOfA, y.shareOfB) - Math.max(x.shareOfA, x.shareOfB) || y.words - x.words);
}

interface SourceWords {
  readonly hashes: readonly number[];
  readonly spans: readonly Span[];
}

interface Place {
  readonly source: number;
  /** Index of a word. */
  readonly at: number;
}

/** Common words from `a` and from `b` on. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

function readWords({ text, skipped }: CopySource): SourceWords {
  const hashes: number[] = [];
  const spans: Span[] = [];
  let next = 0;
  for (const match of text.content.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const start = match.index;
    while (next < skipped.length && skipped[next]!.end <= start) next++;
    if (next < skipped.length && skipped[next]!.start <= start) continue;
    hashes.push(hashWord(match[0].normalize('NFKC').toLowerCase()));
    spans.push({ start, end: start + match[0].length });
  }
  return { hashes, spans };
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Of each window of shingles the least hash, the last of equal ones, each once. */
function fingerprints(words: readonly number[]): { readonly hash: number; readonly at: number }[] {
  const shingles: number[] = [];
  for (let at = 0; at + shingle <= words.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < shingle; i++) hash = Math.imul(hash ^ words[at + i]!, 0x01000193) + (hash >>> 15);
    shingles.push(hash >>> 0);
  }
  const chosen: { hash: number; at: number }[] = [];
  for (let start = 0; start < Math.max(1, shingles.length - windowed + 1) && shingles.length > 0; start++) {
    let least = start;
    for (let at = start; at < Math.min(start + windowed, shingles.length); at++) if (shingles[at]! <= shingles[least]!) least = at;
    if (chosen.at(-1)?.at !== least) chosen.push({ hash: shingles[least]!, at: least });
  }
  return chosen;
}

function addRun(runs: Map<number, Map<number, Run[]>>, read: readonly SourceWords[], one: Place, other: Place): void {
  const pair = one.source * read.length + other.source;
  const onDiagonals = runs.get(pair) ?? new Map<number, Run[]>();
  runs.set(pair, onDiagonals);
  const diagonal = one.at - other.at;
  const known = onDiagonals.get(diagonal);
  if (known?.some(({ a, length }) => a <= one.at && one.at < a + length)) return;
  const [a, b] = [read[one.source]!.hashes, read[other.source]!.hashes];
  let before = 0;
  while (one.at - before > 0 && other.at - before > 0 && a[one.at - before - 1] === b[other.at - before - 1]) before++;
  let after = 0;
  while (one.at + after < a.length && other.at + after < b.length && a[one.at + after] === b[other.at + after]) after++;
  const run = { a: one.at - before, b: other.at - before, length: before + after };
  if (run.length < shingle) return;
  if (known) known.push(run);
  else onDiagonals.set(diagonal, [run]);
}

function copyOf(a: string, b: string, wordsA: SourceWords, wordsB: SourceWords, runs: readonly Run[]): CopiedText | null {
  const joined: { a: [number, number]; b: [number, number]; words: number }[] = [];
  for (const run of [...runs].sort((x, y) => x.a - y.a || y.length - x.length)) {
    const last = joined.at(-1);
    const gapA = last ? run.a - last.a[1] : Infinity;
    const gapB = last ? run.b - last.b[1] : Infinity;
    if (last && gapA >= 0 && gapB >= 0 && gapA <= mostBetween && gapB <= mostBetween) {
      last.a[1] = run.a + run.length;
      last.b[1] = run.b + run.length;
      last.words += run.length;
    } else if (!last || gapA >= 0) {
      joined.push({ a: [run.a, run.a + run.length], b: [run.b, run.b + run.length], words: run.length });
    } else if (run.length > last.words) {
      joined[joined.length - 1] = { a: [run.a, run.a + run.length], b: [run.b, run.b + run.length], words: run.length };
    }
  }
  const passages = joined.filter(({ words }) => words >= leastWords);
  if (passages.length === 0) return null;
  const span = ({ spans }: SourceWords, [from, to]: readonly [number, number]): Span => ({ start: spans[from]!.start, end: spans[to - 1]!.end });
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  return {
    a,
    b,
    passages: passages.map((passage) => ({ a: span(wordsA, passage.a), b: span(wordsB, passage.b), words: passage.words })),
    words,
    shareOfA: words / wordsA.hashes.length,
    shareOfB: words / wordsB.hashes.length,
  };
}
