import type { Span } from '../text/text';

/** A YAML scalar: what was written (unquoted, unescaped, never re-typed: `0123` stays `0123`) and the node's place in its file. */
export interface Scalar {
  readonly text: string;
  readonly span: Span;
}

/** What a diagnostic says before severity and file are known. `data` serves quick fixes (e.g. `{replacement: "kazakhstan"}`). */
export interface Problem {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** A file read as far as it can be: entries that are wrong are left out and told in `problems`, the rest stands. */
export interface Reading<T> {
  readonly data: T;
  readonly problems: readonly Problem[];
}

/** W3C TextQuoteSelector: `quote` is its `exact`. */
export interface QuoteSelector {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** `corroborate.yaml`; defaults filled in (DESIGN §1). */
export interface Manifest {
  readonly include: readonly Scalar[];
  readonly registry: readonly Scalar[];
  readonly annotations: readonly Scalar[];
  readonly reviews: Scalar;
  readonly severity: ReadonlyMap<string, Scalar>;
  readonly sources: ReadonlyMap<string, SourceEntry>;
}

/** Facts about a source, keyed by its id: its path in the case, with `/`. */
export interface SourceEntry {
  readonly id: Scalar;
  readonly title?: Scalar;
  readonly publisher?: Scalar;
  readonly author?: Scalar;
  readonly url?: Scalar;
  readonly retrieved?: Scalar;
  readonly encoding?: Scalar;
  /** EDTF */
  readonly published?: Scalar;
  readonly language?: Scalar;
  readonly origin?: Scalar;
  /** `south` turns seasons round; default north (DESIGN §4). */
  readonly hemisphere?: Scalar;
}

/** One file under `registry:`. */
export interface RegistryFile {
  readonly entities: readonly EntityEntry[];
  readonly properties: readonly PropertyEntry[];
}

export interface EntityEntry {
  /** The key; its span is the key's own. */
  readonly id: Scalar;
  /** Key and value: the whole entry. */
  readonly span: Span;
  readonly type?: Scalar;
  readonly name?: Scalar;
  readonly aliases: readonly AliasEntry[];
  readonly description?: Scalar;
  readonly sameAs: readonly Scalar[];
  readonly partOf: readonly Scalar[];
  readonly facts: readonly ClaimEntry[];
  readonly redirect?: Scalar;
}

export interface AliasEntry {
  readonly text: Scalar;
  /** Source ids this alias is limited to; empty: all. */
  readonly in: readonly Scalar[];
  readonly except: readonly Scalar[];
  /** EDTF; compared with the article's date. */
  readonly valid?: Scalar;
}

/** One property as declared in a registry file; what is absent falls to the built-in vocabulary, then to the defaults. */
export interface PropertyEntry {
  readonly id: Scalar;
  readonly span: Span;
  readonly label?: Scalar;
  readonly value?: Scalar;
  readonly unit?: Scalar;
  readonly temporal?: Scalar;
  readonly cardinality?: Scalar;
  readonly hierarchical?: Scalar;
  readonly separators?: readonly Scalar[];
  readonly kin?: readonly Scalar[];
  readonly cues?: readonly Scalar[];
}

/** A claim of an annotation file, or a fact of a registry entity (then `subject` is the entity's id, and there is no quote). */
export interface ClaimEntry {
  readonly span: Span;
  readonly subject: Scalar;
  readonly property: Scalar;
  /** A list only where the file has a YAML list. */
  readonly value: Scalar | readonly Scalar[];
  readonly quote?: Scalar;
  readonly prefix?: Scalar;
  readonly suffix?: Scalar;
  readonly asOf?: Scalar;
  readonly valid?: Scalar;
  readonly speaker?: Scalar;
  readonly polarity?: Scalar;
  readonly modality?: Scalar;
  /** Separator property → value. */
  readonly key: ReadonlyMap<string, Scalar>;
  readonly rank?: Scalar;
  readonly note?: Scalar;
  readonly reference?: Scalar;
}

/** One file under `annotations:`. */
export interface AnnotationFile {
  readonly source?: Scalar;
  readonly mentions: readonly MentionEntry[];
  readonly claims: readonly ClaimEntry[];
  readonly dismissed: readonly ClaimEntry[];
}

/** A link (`entity`, an id or `none`) or a rejection (`not`) by hand. */
export interface MentionEntry {
  readonly span: Span;
  readonly quote: Scalar;
  readonly prefix?: Scalar;
  readonly suffix?: Scalar;
  readonly entity?: Scalar;
  readonly not?: Scalar;
  readonly every: boolean;
}

export type ReviewStatus = 'open' | 'explained' | 'accepted' | 'dismissed';

/** One decision on a group: the last, or one of its history. */
export interface ReviewDecision {
  readonly status: ReviewStatus;
  readonly wrong: readonly Scalar[];
  readonly reason?: Scalar;
  readonly note?: Scalar;
  readonly by?: Scalar;
  readonly at?: Scalar;
  /** What was judged; null when the entry has none. */
  readonly seen: SeenState | null;
}

export interface ReviewEntry extends ReviewDecision {
  /** The group's key (DESIGN §1). */
  readonly key: Scalar;
  readonly span: Span;
  /** Earlier decisions, oldest first. */
  readonly history: readonly ReviewDecision[];
}

export interface SeenClaim {
  readonly source: string;
  readonly value: string;
  readonly polarity: string;
  readonly modality: string;
  readonly valid: string | null;
}

export interface SeenState {
  readonly verdict: string;
  readonly claims: readonly SeenClaim[];
}

export interface ReviewsFile {
  readonly reviews: readonly ReviewEntry[];
}
