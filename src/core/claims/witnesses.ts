import type { Claim } from './claim';

/**
 * Independent witnesses among claims (DESIGN §5): the largest number of claims of which no two share an origin and no two quote one
 * speaker. A source without an origin is one of its own, the registry is one; a claim without a speaker speaks for its source.
 * Never more than the number of sources. A maximum matching of origins and speakers (augmenting paths).
 */
export function countWitnesses(claims: Iterable<Claim>): number {
  const speakersOf = new Map<string, Set<string>>();
  const ownVoice = new Set<string>();
  for (const { source, origin, speaker } of claims) {
    const witness = origin ?? source;
    if (speaker === null) {
      ownVoice.add(witness);
      continue;
    }
    const quoted = speakersOf.get(witness);
    if (quoted) quoted.add(speaker);
    else speakersOf.set(witness, new Set([speaker]));
  }
  const matching: Matching = { witnessOf: new Map(), speakerOf: new Map() };
  for (const witness of speakersOf.keys()) {
    if (!ownVoice.has(witness)) augment(witness, speakersOf, matching);
  }
  return ownVoice.size + matching.witnessOf.size;
}

/** Which speaker each origin is counted with, both ways. */
interface Matching {
  readonly witnessOf: Map<string, string>;
  readonly speakerOf: Map<string, string>;
}

/** Counts `start` too when others can make room. Breadth-first: long chains of sources and speakers need no deep recursion. */
function augment(start: string, speakersOf: ReadonlyMap<string, ReadonlySet<string>>, matching: Matching): void {
  const reachedFrom = new Map<string, string>();
  const queue = [start];
  for (const witness of queue) {
    for (const speaker of speakersOf.get(witness) ?? []) {
      if (reachedFrom.has(speaker)) continue;
      reachedFrom.set(speaker, witness);
      const holder = matching.witnessOf.get(speaker);
      if (holder === undefined) {
        settle(speaker, reachedFrom, matching);
        return;
      }
      queue.push(holder);
    }
  }
}

function settle(free: string, reachedFrom: ReadonlyMap<string, string>, { witnessOf, speakerOf }: Matching): void {
  let speaker: string | undefined = free;
  while (speaker !== undefined) {
    const witness: string = reachedFrom.get(speaker)!;
    const before = speakerOf.get(witness);
    witnessOf.set(speaker, witness);
    speakerOf.set(witness, speaker);
    speaker = before;
  }
}
