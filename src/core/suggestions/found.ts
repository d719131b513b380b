import type { RecognisedValue } from '../recognition/recogniseValues';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';
import type { CueIndex, Sought } from './cueIndex';
import type { Reference, Unit } from './readArticle';
import type { PlacedReference, UnitRange } from './syntax';
import type { SuggestionWords } from './words';

/** What a claim would say: a value of the text, an entity, or words. */
export type FoundValue =
  | { readonly kind: 'value'; readonly value: RecognisedValue; /** As one would write it, where it is not all of the value. */ readonly written?: string }
  | { readonly kind: 'entity'; readonly reference: Reference }
  | { readonly kind: 'text'; readonly span: Span };

/** A claim as a sentence tells it, before it is known who says so and how. */
export interface Found {
  readonly property: string;
  readonly subject: Reference;
  readonly value: FoundValue;
  /** Units between which it is told. */
  readonly range: UnitRange;
  readonly cue: Span;
  /** Where it is told, if not in the units of `range`. */
  readonly passage?: Span;
  readonly key?: ReadonlyMap<string, Reference>;
  /** When it is true, where the sentence says so. */
  readonly time?: RecognisedValue;
  /** Whether the sentence cannot say that it is planned or denied: `Foreign Minister Ann Lee will …`. */
  readonly isPlain?: boolean;
}

/** The sentence before the one that is read. */
export interface PreviousSentence {
  /** Offsets are relative to it. */
  readonly units: readonly Unit[];
  /** Added to them, they are relative to the sentence that is read. */
  readonly shift: number;
  readonly isSameParagraph: boolean;
}

/** A sentence and all that finding claims in it needs. */
export interface Reading {
  /** Of the sentence; offsets of units and of what is found are relative to it. */
  readonly text: string;
  readonly units: readonly Unit[];
  /** The sentence before it; null for the first. */
  readonly previous: PreviousSentence | null;
  readonly published: string | null;
  readonly hemisphere: 'north' | 'south';
  readonly registry: Registry;
  readonly lexicon: SuggestionWords;
  readonly cues: CueIndex;
  readonly own: string | null;
}

/** Whether a thing of this type can have the property. */
export function canHave({ frame }: Sought, type: string): boolean {
  return frame.subjects.length === 0 || frame.subjects.includes(type);
}

/** Whether a thing of this type can be the property's value. */
export function canBe({ frame }: Sought, type: string): boolean {
  return frame.values.length === 0 || frame.values.includes(type);
}

/** The smallest range that holds these units. */
export function rangeOf(...at: readonly number[]): UnitRange {
  return { from: Math.min(...at), to: Math.max(...at) + 1 };
}

export function spanOf(units: readonly Unit[], { from, to }: UnitRange): Span {
  return { start: units[from]!.start, end: units[to - 1]!.end };
}

/** What a possessive before `at` stands for: the last fitting thing in the sentence, else in the one before. */
export function possessor(reading: Reading, cue: Sought, at: number): PlacedReference | null {
  const { units, previous } = reading;
  for (let i = at - 1; i >= 0; i--) {
    const { reference } = units[i]!;
    if (reference && canHave(cue, reference.type)) return { at: i, reference };
  }
  if (!previous?.isSameParagraph) return null;
  const last = [...previous.units].reverse().find((unit) => unit.reference && canHave(cue, unit.reference.type));
  return last?.reference ? { at, reference: { ...last.reference, anaphor: true, start: units[at]!.start, end: units[at]!.end } } : null;
}


