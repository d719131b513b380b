import type { MentionEntry, Problem } from '../case/entries';
import type { Span } from '../text/text';

export type LinkRule = 'alias' | 'link' | 'scope' | 'prominence' | 'ambiguous';

/** Why an entity that has this alias was not chosen. */
export interface SuppressedCandidate {
  readonly entity: string;
  readonly reason: 'scope-source' | 'scope-date' | 'rejected' | 'prominence' | 'link' | 'overlap';
}

/** A name in an article and what it links to. */
export interface Mention {
  readonly source: string;
  readonly span: Span;
  readonly text: string;
  /** Null when ambiguous. Spans linked by hand to `none` are no mentions but in `none`. */
  readonly entity: string | null;
  /** All that remain possible; one when linked. */
  readonly candidates: readonly string[];
  /** The alias as the registry writes it; for links by hand the quote. */
  readonly alias: string;
  readonly rule: LinkRule;
  readonly suppressed: readonly SuppressedCandidate[];
  /** The entry that made a link by hand. */
  readonly by: MentionEntry | null;
}

/** A likely proper name that links to nothing (first occurrence), with all its places in the article. */
export interface UnlinkedName {
  readonly source: string;
  readonly span: Span;
  readonly text: string;
  /** A guess: person organization place event work, or other. */
  readonly type: string;
  readonly variants: readonly string[];
  readonly places: readonly Span[];
  /** A known entity that is spelt almost so, with the spelling that the registry or another source has. */
  readonly similar: { readonly entity: string; readonly name: string } | null;
}

/** All that linking says about one article. Mentions are sorted and do not overlap. */
export interface ArticleMentions {
  readonly mentions: readonly Mention[];
  /** Spans that a person marked `entity: none`. */
  readonly none: readonly Span[];
  /** Anchor problems of the annotation file's mentions, in the annotation file's own offsets. */
  readonly problems: readonly Problem[];
}
