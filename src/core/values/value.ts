/**
 * The values that claims carry (DESIGN §4). Intervals are numbers: for dates, days since 1970-01-01 in the proleptic
 * Gregorian calendar, whole and closed at both ends; for quantities, the number in its unit, open or closed.
 */
export interface Interval {
  /** May be -Infinity. */
  readonly low: number;
  /** May be Infinity. */
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Core C and halo H ⊇ C of one date or quantity. */
export interface Denotation {
  readonly core: Interval;
  readonly halo: Interval;
}

export type Grain = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'open';

export interface DateValue extends Denotation {
  readonly kind: 'date';
  /** EDTF, as normalised. */
  readonly edtf: string;
  readonly grain: Grain;
  /** `?` in EDTF. */
  readonly uncertain: boolean;
}

export interface PeriodValue {
  readonly kind: 'period';
  readonly edtf: string;
  readonly start: Denotation;
  readonly end: Denotation;
  readonly uncertain: boolean;
}

export type QuantityMode = 'exact' | 'around' | 'almost' | 'more-than' | 'at-least' | 'up-to' | 'less-than' | 'range';

export interface QuantityValue extends Denotation {
  readonly kind: 'quantity';
  readonly number: number;
  readonly mode: QuantityMode;
  /** Singular, null when bare. */
  readonly unit: string | null;
  /** `187 of 192` → 192 */
  readonly of: number | null;
  readonly from?: number;
  readonly to?: number;
  readonly factor?: number;
  readonly per?: string;
  readonly ordinal?: boolean;
}

export interface EntityValue {
  readonly kind: 'entity';
  /** After redirects. */
  readonly id: string;
}

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** Case, white space, composition, quotes and dashes folded. */
  readonly normalised: string;
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** `closed-list`: compared as a set. */
export interface SetValue {
  readonly kind: 'set';
  readonly items: readonly Value[];
}

/** `unknown`: the source says that it is not known. `none`: the source says that there is none. */
export interface SpecialValue {
  readonly kind: 'unknown' | 'none';
}

/** A value that could not be read, or an entity that the registry lacks: incomparable, claim unjudged. */
export interface UnreadableValue {
  readonly kind: 'unreadable';
  readonly text: string;
}

export type Value =
  | DateValue
  | PeriodValue
  | QuantityValue
  | EntityValue
  | TextValue
  | BooleanValue
  | SetValue
  | SpecialValue
  | UnreadableValue;

/** DESIGN §4, table of relations. `refines`: a ⊂ b. `refined-by`: b ⊂ a. `less-informative`: one is unknown. */
export type Relation =
  | 'equal'
  | 'refines'
  | 'refined-by'
  | 'overlaps'
  | 'near'
  | 'disjoint'
  | 'differs'
  | 'less-informative'
  | 'incomparable';

export interface Comparison {
  readonly relation: Relation;
  /** For `disjoint` and `near`: the gap in words, e.g. `7 months`, `8 countries`. */
  readonly gap?: string;
  /** A likely slip, for `disjoint`. */
  readonly flag?: 'day-month-flip' | 'one-year-off' | 'power-of-ten';
}
