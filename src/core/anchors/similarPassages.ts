/** A window of a text that shares many character triples with a pattern. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * The windows of `text` that are most like `pattern`, best first, at most `limit`: counts the triples of characters that a sliding
 * window of the pattern's length shares with it (by the q-gram lemma a place with e edits keeps at least length - 2 - 3e of them).
 * One pass, linear in the text whatever the pattern's length.
 */
export function similarWindows(text: string, pattern: string, limit: number): Window[] {
  const size = pattern.length;
  const triples = size - 2;
  if (triples < 1) return [];
  const wanted = new Int32Array(hashSize);
  for (let i = 0; i < triples; i++) wanted[tripleHash(pattern, i)]!++;
  const seen = new Int32Array(hashSize);
  const best: { shared: number; at: number }[] = [];
  const enough = Math.max(1, Math.floor(triples * fewestShared));
  let shared = 0;
  let peak = 0;
  let peakAt = 0;
  let blockEnd = size;
  const hashes = new Uint16Array(triples);
  let slot = 0;
  let older = text.charCodeAt(0);
  let newer = text.charCodeAt(1);
  for (let i = 0; i + 2 < text.length; i++) {
    const newest = text.charCodeAt(i + 2);
    const entering = (older * 961 + newer * 31 + newest) & (hashSize - 1);
    older = newer;
    newer = newest;
    if (i >= triples) {
      const leaving = hashes[slot]!;
      if (wanted[leaving]! > 0 && seen[leaving]!-- <= wanted[leaving]!) shared--;
    }
    if (wanted[entering]! > 0 && ++seen[entering]! <= wanted[entering]!) shared++;
    hashes[slot] = entering;
    slot = slot + 1 === triples ? 0 : slot + 1;
    if (shared > peak) {
      peak = shared;
      peakAt = i;
    }
    if (i >= blockEnd || i + 3 >= text.length) {
      if (peak >= enough) keepBest(best, { shared: peak, at: peakAt }, limit);
      peak = 0;
      blockEnd = i + size;
    }
  }
  return best.map(({ at }) => ({ start: Math.max(0, at - triples + 1), end: Math.min(text.length, at + 3) }));
}

const hashSize = 1 << 16;
const fewestShared = 0.3;

function tripleHash(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (hashSize - 1);
}

function keepBest(best: { shared: number; at: number }[], item: { shared: number; at: number }, limit: number): void {
  if (best.length === limit && item.shared <= best[limit - 1]!.shared) return;
  let place = best.length;
  while (place > 0 && best[place - 1]!.shared < item.shared) place--;
  best.splice(place, 0, item);
  if (best.length > limit) best.pop();
}
