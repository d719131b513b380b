import type { Language } from './languages/language';
import type { Token } from './tokens';

/** A date or period in a sentence, not yet resolved; offsets as those of the tokens. */
export interface DateExpression {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'period';
}

/** The dates and periods of a sentence, in order, none overlapping. Linear. */
export function findDates(tokens: readonly Token[], language: Language): readonly DateExpression[] {
  void tokens;
  void language;
  return [];
}
