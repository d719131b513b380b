import type { ReviewStatus } from '../case/entries';
import type { Badge, Modality, Polarity, Verdict } from '../claims/claim';
import type { Relation } from '../values/value';

/** All that the discrepancies page shows: plain JSON, wording included, offsets in UTF-16 units of the named file. */
export interface PageModel {
  readonly caseName: string;
  /** Articles in the order of the case; the registry, when it takes part, last (`id` is `registry`). */
  readonly sources: readonly PageSource[];
  /** Worst first (DESIGN §5), then by subject, property and key. */
  readonly rows: readonly PageRow[];
  /** Whether claims that no one confirmed yet take part, and how many there are. */
  readonly suggestions: PageSuggestions;
  /** Decisions on groups that no claim is about any more: kept, and listed (DESIGN §5). */
  readonly gone: readonly GoneDecision[];
}

export interface GoneDecision extends PastReview {
  /** The group's key, as the reviews file has it. */
  readonly key: string;
  readonly entry: FilePlace;
}

export interface PageSuggestions {
  readonly shown: boolean;
  readonly count: number;
}

export interface PageSource {
  readonly id: string;
  readonly title: string;
  /** EDTF; null when the manifest does not say. */
  readonly published: string | null;
  /** Groups of this source whose verdict wants attention; see `isDiscrepancy`. */
  readonly discrepancies: number;
}

/** One group of claims. */
export interface PageRow {
  readonly key: string;
  readonly subject: PageEntity;
  readonly property: string;
  readonly propertyId: string;
  /** What keeps the group apart from others, in words. */
  readonly separators: readonly { readonly label: string; readonly value: string }[];
  /** Of the whole group: all sources and the registry. */
  readonly judgement: Judgement;
  /** The worst pair of every two sources (a source and itself included), for pages that show some sources only. */
  readonly pairs: readonly PagePair[];
  /** What `pairs` point into. */
  readonly judgements: readonly Judgement[];
  readonly badges: readonly Badge[];
  readonly review: PageReview;
  readonly claims: readonly PageClaim[];
  /** Claims that can be true together, the best supported first; none where nothing can be compared. */
  readonly camps: readonly PageCamp[];
  /** Entities that the row is about: subject, values, separators, speakers. */
  readonly entities: readonly PageEntity[];
  /** Groups of kin properties. */
  readonly related: readonly { readonly key: string; readonly label: string }[];
}

export interface PageEntity {
  readonly id: string;
  readonly name: string;
  /** Null when the registry lacks it. */
  readonly type: string | null;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Null when there is but one claim. */
  readonly relation: Relation | null;
  /** The relation in words, with its gap where there is one. */
  readonly relationWords: string;
  /** One sentence. */
  readonly reason: string;
}

/** Two indexes into the row's claims, the first the smaller, and one into its judgements. */
export type PagePair = readonly [a: number, b: number, judgement: number];

export interface PageReview {
  readonly status: PageStatus;
  /** What was decided last, whether or not it still stands; `open` when nothing was. */
  readonly decided: ReviewStatus;
  /** The decision in words; empty while open, unless it was reopened. */
  readonly words: string;
  readonly note: string | null;
  readonly reason: string | null;
  /** Sources held to be wrong, with `accepted`. */
  readonly wrong: readonly string[];
  /** Who decided, and when in ISO 8601. */
  readonly by: string | null;
  readonly at: string | null;
  /** Earlier decisions, the latest first. */
  readonly history: readonly PastReview[];
}

/** `again`: decided, but the claims have changed since (DESIGN §5). What was reopened is `open`. */
export type PageStatus = ReviewStatus | 'again';

/** An earlier decision in words. */
export interface PastReview {
  readonly words: string;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** A camp (DESIGN §5). */
export interface PageCamp {
  /** Indexes into the row's claims. */
  readonly claims: readonly number[];
  /** The claim with the narrowest value. */
  readonly best: number;
  /** Independent witnesses: sources of one origin, and one speaker in several sources, count once. */
  readonly witnesses: number;
}

export interface PageClaim {
  readonly source: string;
  /** The value in words. */
  readonly value: string;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly suggested: boolean;
  /** It takes no part in comparisons; `problems` say why. */
  readonly unjudged: boolean;
  /** Speaker, time and what else qualifies the claim, each a short phrase. */
  readonly qualifiers: readonly string[];
  /** Null for registry facts. */
  readonly quote: PageQuote | null;
  /** What the reader should know about the claim itself: a quote that is lost, a value that cannot be judged. */
  readonly problems: readonly string[];
  /** Where the quote stands; null when it does not. */
  readonly passage: FilePlace | null;
  /** Line of the passage, from 1. */
  readonly line: number | null;
  /** The claim in its YAML file. */
  readonly entry: FilePlace;
}

/** A quote as raw text: never markup. */
export interface PageQuote {
  /** A little of what stands before and after; empty when the quote does not resolve. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** The part of `text` that words the value, where known. */
  readonly wording: { readonly start: number; readonly end: number } | null;
}

/** A half-open range of UTF-16 units in a file of the case. */
export interface FilePlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Verdicts that a reader has nothing to settle in: the page leaves them out until asked. */
export const quietVerdicts: ReadonlySet<Verdict> = new Set<Verdict>(['additional', 'agree', 'single']);
