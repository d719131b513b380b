import type { MentionEntry } from '../case/entries';
import type { Claim } from '../claims/claim';
import type { Span } from '../text/text';
import type { Relation } from '../values/value';

/** How much of what two annotators found the other found too. */
export interface Match {
  /** How many each has, and how many of them the other has too. */
  readonly a: number;
  readonly b: number;
  readonly matchedA: number;
  readonly matchedB: number;
  /** In [0, 1]; null where neither has any: then it is not defined. */
  readonly f1: number | null;
}

/** Agreement beyond chance over units that both labelled. */
export interface Kappa {
  readonly units: number;
  /** Shares of units with one label from both: as seen, and as chance would have it. Null without units. */
  readonly observed: number | null;
  readonly expected: number | null;
  /** In [-1, 1]; null where it is not defined: without units, or where both gave all units one and the same label. */
  readonly kappa: number | null;
}

/** What a figure is about: one source, or all that were compared. */
export interface AgreementFigures {
  readonly mentions: {
    /** Same span, white space at its ends aside. */
    readonly strict: { readonly span: Match; readonly entity: Match };
    /** Spans that share a character. */
    readonly overlapping: { readonly span: Match; readonly entity: Match };
    /** Units are the words of the articles, labels the entities they stand for, or none. */
    readonly wordKappa: Kappa;
    /** Units are the spans that both marked, labels their entities. */
    readonly entityKappa: Kappa;
  };
  readonly claims: {
    /** Same subject, property and separators, on quotes that overlap. */
    readonly stated: Match;
    /** And the same value, polarity and modality. */
    readonly value: Match;
    /** Relations of the values of claims that both stated. */
    readonly relations: Readonly<Partial<Record<Relation, number>>>;
  };
}

/** A name that one annotator has marked or corrected, or what the linker made of it where the other did. */
export interface Mark {
  /** Without white space at its ends. */
  readonly span: Span;
  /** Entity id after redirects, as written where the registry lacks it; `?` for an ambiguous name. */
  readonly entity: string;
  /** The entry that made it; null for a link that the linker made by itself. */
  readonly by: MentionEntry | null;
}

/** What two annotators see differently in one place of a source. */
export type AgreementDifference =
  | {
      readonly what: 'mention';
      /** `extent`: the same entity, another beginning or end. */
      readonly kind: 'only-a' | 'only-b' | 'entity' | 'extent';
      readonly source: string;
      readonly span: Span;
      readonly a: readonly Mark[];
      readonly b: readonly Mark[];
    }
  | {
      readonly what: 'claim';
      /** `qualifiers`: the same value, but denied, planned, by another speaker or for another time. */
      readonly kind: 'only-a' | 'only-b' | 'value' | 'qualifiers';
      readonly source: string;
      /** Null where no quote has a place. */
      readonly span: Span | null;
      readonly a: Claim | null;
      readonly b: Claim | null;
      /** Of A's value to B's; null where one is missing. */
      readonly relation: Relation | null;
    };

export interface SourceAgreement {
  readonly source: string;
  readonly figures: AgreementFigures;
}

export interface Agreement {
  readonly overall: AgreementFigures;
  /** Sources that both annotated, by path. */
  readonly sources: readonly SourceAgreement[];
  /** By source, then by place: mentions before claims. */
  readonly differences: readonly AgreementDifference[];
  /** Sources that take no part, and why. */
  readonly leftOut: readonly { readonly source: string; readonly reason: string }[];
}
