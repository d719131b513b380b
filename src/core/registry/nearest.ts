import { distance } from 'fastest-levenshtein';

/** Words further apart than a third of their length (at least 1, at most 3 edits) are not taken for slips of each other. */
function tolerance(length: number): number {
  return Math.max(1, Math.min(3, Math.floor(length / 3)));
}

/** Levenshtein distance, but a swap of two neighbouring letters alone (`titel`, `title`) is one slip of the hand, and so one edit. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isSwap(a, b) ? 1 : edits;
}

function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Spelling apart from case, white space, punctuation and combining marks: `Erlan Idrissov` → `erlan-idrissov`. */
function slug(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Candidates indexed for `nearestIn`, by the length of their slugs. Slug → what to suggest; the first of a slug wins. */
export type NearestIndex = ReadonlyMap<number, ReadonlyMap<string, string>>;

/** Indexes pairs of a spelling and what to suggest for it (an alias and its entity's id). Linear. */
export function indexNearest(spellings: Iterable<readonly [spelling: string, suggestion: string]>): NearestIndex {
  const byLength = new Map<number, Map<string, string>>();
  for (const [spelling, suggestion] of spellings) {
    const key = slug(spelling);
    if (key === '') continue;
    let bucket = byLength.get(key.length);
    if (!bucket) byLength.set(key.length, (bucket = new Map()));
    if (!bucket.has(key)) bucket.set(key, suggestion);
  }
  return byLength;
}

/** What was most likely meant by `word`; null when nothing is near. Of equally near ones the first indexed of the shortest. */
export function nearestIn(index: NearestIndex, word: string): string | null {
  const key = slug(word);
  if (key === '') return null;
  const exact = index.get(key.length)?.get(key);
  if (exact !== undefined) return exact;
  const farthest = tolerance(key.length);
  let best: string | null = null;
  let bestDistance = farthest + 1;
  for (let length = Math.max(1, key.length - farthest); length <= key.length + farthest; length++) {
    for (const [candidate, suggestion] of index.get(length) ?? []) {
      if (Math.abs(length - key.length) >= bestDistance) break;
      const edits = editsBetween(key, candidate);
      if (edits >= bestDistance) continue;
      best = suggestion;
      bestDistance = edits;
    }
  }
  return best;
}

/** The candidate most likely meant by `word`; null when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  return nearestIn(indexNearest([...candidates].map((candidate) => [candidate, candidate] as const)), word);
}

/** ` — did you mean "kazakhstan"?`, or nothing. */
export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` — did you mean "${suggestion}"?`;
}

/** Words of one file or registry that are compared with all known ones: a file full of unknown ids must not freeze anything. */
export const mostSuggestions = 100;

/** `suggest`, for its first `limit` calls; null after them. */
export function atMost(limit: number, suggest: (word: string) => string | null): (word: string) => string | null {
  let left = limit;
  return (word) => (left-- > 0 ? suggest(word) : null);
}
