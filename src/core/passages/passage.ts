import type { Span } from '../text/text';
import type { Comparison, DateValue, PeriodValue, QuantityValue } from '../values/value';

/** A sentence of a source. */
export interface Passage {
  readonly source: string;
  readonly span: Span;
}

/** A value of a sentence as it is compared: `over 20 years`, told in 2015, as its start. */
export interface ComparedValue {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly value: DateValue | PeriodValue | QuantityValue;
}

/** Two values about the same thing, and how the first is to the second. */
export interface ValuesSideBySide {
  readonly kind: 'date' | 'period' | 'quantity';
  readonly a: ComparedValue;
  readonly b: ComparedValue;
  readonly comparison: Comparison;
}

/** Sentences of two sources that are likely about the same thing. */
export interface PassagePair {
  /** 0 to 1, falling down the ranking; to rank by, no probability. */
  readonly score: number;
  readonly a: Passage;
  readonly b: Passage;
  /** What both have, rarest first: ids of entities and of properties whose cues they hold, words as `a` has them. */
  readonly shared: {
    readonly entities: readonly string[];
    readonly cues: readonly string[];
    readonly words: readonly string[];
  };
  readonly values: readonly ValuesSideBySide[];
}
