import type { Anchor } from '../anchors/anchor';
import type { ClaimEntry, ReviewEntry } from '../case/entries';
import type { Span } from '../text/text';
import type { Comparison, Value } from '../values/value';

export type Polarity = 'positive' | 'negative';
export type Modality = 'asserted' | 'planned' | 'possible';

/** The id of the witness that registry facts are. */
export const registrySource = 'registry';

/** A claim made ready to be compared. */
export interface Claim {
  /** Article id, or `registry`. */
  readonly source: string;
  /** The YAML file that states it, and its entry there. */
  readonly file: string;
  readonly entry: ClaimEntry;
  /** Where the quote stands in the article; null for registry facts. */
  readonly anchor: Anchor | null;
  /** Entity id after redirects; as written when unknown. */
  readonly subject: string;
  readonly property: string;
  readonly value: Value;
  /** How a value that was computed came about (`23 years before 2015`). */
  readonly derivation?: string | null;
  /** How an entity value is worded in the quote (the mention's text); null when it is not. */
  readonly surface: string | null;
  /** Separator → normalised value. */
  readonly key: ReadonlyMap<string, string>;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Entity id after redirects, or the words as written. */
  readonly speaker: string | null;
  /** EDTF. `asOf` defaults to the article's date, `valid` to `asOf`; null: unknown. */
  readonly asOf: string | null;
  readonly valid: string | null;
  /** The manifest's `origin` of its source; null when it has none, and the source is a witness of its own (DESIGN §5). */
  readonly origin: string | null;
  readonly state: 'confirmed' | 'suggested';
  /** Why it takes no part in comparisons; null when it does. */
  readonly unjudged: 'undeclared-property' | 'missing-separator' | 'unreadable-value' | 'unknown-entity' | null;
}

export type Verdict =
  | 'conflict'
  | 'plan-changed'
  | 'tension'
  | 'maybe-changed'
  | 'refined'
  | 'changed'
  | 'plan-confirmed'
  | 'compatible'
  | 'additional'
  | 'unjudged'
  | 'agree'
  | 'single';

export type Badge = 'single-source' | 'name-variant' | 'review-again' | 'same-origin' | 'suggested';

/** Two claims of a group, judged. `row` names the row of the table of DESIGN §5 that fired. */
export interface JudgedPair {
  /** Indexes into the group's claims, a < b. */
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
  readonly comparison: Comparison;
  readonly row: string;
  readonly nameVariant: boolean;
}

/** A maximal set of claims whose cores share a point (DESIGN §5). */
export interface Camp {
  /** Indexes into the group's claims. */
  readonly claims: readonly number[];
  /** The claim with the narrowest value. */
  readonly best: number;
  /** Independent witnesses. */
  readonly witnesses: number;
}

export interface Review {
  readonly status: 'open' | 'explained' | 'accepted' | 'dismissed';
  readonly reviewAgain: boolean;
  /** True when a decision was there but the verdict has become worse. */
  readonly reopened: boolean;
  readonly entry: ReviewEntry | null;
}

/** Claims with the same subject, property and separators. */
export interface Group {
  /** `subject|property|name=value…` (DESIGN §1, reviews). */
  readonly key: string;
  readonly subject: string;
  readonly property: string;
  readonly separators: ReadonlyMap<string, string>;
  /** Sources in manifest order as given, the registry last. */
  readonly claims: readonly Claim[];
  readonly verdict: Verdict;
  /** The pair that the verdict comes from; null for one claim. */
  readonly worst: JudgedPair | null;
  /** Sorted by a, then b. All pairs, except in very large groups: see docs/verdicts.md. */
  readonly pairs: readonly JudgedPair[];
  /** Indexes of the claims whose value rests on one witness: the `single-source` badge, value by value. */
  readonly singleSource: readonly number[];
  readonly camps: readonly Camp[];
  readonly badges: readonly Badge[];
  readonly witnesses: number;
  /** Keys of groups of kin properties with the same subject. */
  readonly related: readonly string[];
  readonly review: Review;
}

/** The article passage of a claim, when its quote holds. */
export function passageOf(claim: Claim): Span | null {
  return claim.anchor && (claim.anchor.state === 'exact' || claim.anchor.state === 'fuzzy') ? claim.anchor.span : null;
}
