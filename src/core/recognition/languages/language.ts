import type { QuantityMode } from '../../values/value';
import type { DateWords } from './dates';

/** What the recognisers know of a language; data alone. All words are in lower case with straight apostrophes. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly tag: string;
  readonly sentences: SentenceWords;
  readonly numbers: NumberWords;
  readonly quantities: QuantityWords;
  readonly dates: DateWords;
}

export interface SentenceWords {
  /** Without their full stop; a sentence does not end after them: `dr`, `oct`, `no`. */
  readonly abbreviations: ReadonlySet<string>;
}

export interface NumberWords {
  /** Words that are added up: `three`, `forty`, `двести`. */
  readonly cardinals: ReadonlyMap<string, number>;
  /** Words that multiply what stands before them within a group of thousands: `hundred`, `dozen`. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** `thousand`, `million`, `млрд` */
  readonly scales: ReadonlyMap<string, number>;
  /** Scales attached to digits alone: `5m`, `3k`. */
  readonly attachedScales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** After digits, with or without a hyphen: `nd`, `я`. */
  readonly ordinalSuffixes: ReadonlySet<string>;
  /** `half`, `third`, `thirds`, `треть` → denominator */
  readonly fractions: ReadonlyMap<string, number>;
  /** Words that are a number with a fraction by themselves: `полтора` */
  readonly mixed: ReadonlyMap<string, number>;
  /** `a`, `an`: one before a multiplier, scale or fraction. */
  readonly articles: ReadonlySet<string>;
  /** `and` within a number. */
  readonly joiners: ReadonlySet<string>;
  /** Whether groups of three after a comma are thousands (`1,200`); else a comma is always a decimal mark. */
  readonly commaThousands: boolean;
}

/** Words in the order in which they stand. */
export type Phrase = readonly string[];

export interface QuantityWords {
  /** Bounds and approximations before a number, longest first. */
  readonly before: readonly (readonly [Phrase, QuantityMode])[];
  /** … and after it or its unit: `or more`. */
  readonly after: readonly (readonly [Phrase, QuantityMode])[];
}
