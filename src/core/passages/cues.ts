import { foldWord } from '../text/folding';
import type { Property } from '../registry/registry';
import type { Span } from '../text/text';
import type { SentenceWord } from './sentenceWords';

/** A property's cue in a sentence. */
export interface CueFound {
  readonly property: Property;
  readonly span: Span;
}

interface Cue {
  readonly words: readonly string[];
  readonly property: Property;
}

/** The cues of all properties by their first word. */
export type CueIndex = ReadonlyMap<string, readonly Cue[]>;

export function indexCues(properties: Iterable<Property>): CueIndex {
  const index = new Map<string, Cue[]>();
  for (const property of properties) {
    for (const cue of property.cues) {
      const words = (cue.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord);
      const [first] = words;
      if (first === undefined) continue;
      const held = index.get(first);
      if (held) held.push({ words, property });
      else index.set(first, [{ words, property }]);
    }
  }
  return index;
}

/**
 * Every place where a cue's words stand one after the other, whatever their case; a cue of stop words alone (`between`) announces
 * nothing. Linear in the words for a given index.
 */
export function findCues(words: readonly SentenceWord[], index: CueIndex): readonly CueFound[] {
  return words.flatMap((word, at) =>
    (index.get(word.folded) ?? [])
      .filter((cue) => cue.words.every((part, offset) => words[at + offset]?.folded === part))
      .filter((cue) => words.slice(at, at + cue.words.length).some(({ stem }) => stem !== null))
      .map(({ property, words: { length } }) => ({ property, span: { start: word.start, end: words[at + length - 1]?.end ?? word.end } })),
  );
}
