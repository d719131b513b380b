import type { QuantityValue } from '../values/value';
import type { Language } from './languages/language';
import type { Token } from './tokens';

/** A quantity in a sentence; offsets as those of the tokens. */
export interface QuantityExpression {
  readonly start: number;
  readonly end: number;
  readonly value: QuantityValue;
}

/** The quantities of a sentence, in order, none overlapping. Linear. */
export function findQuantities(tokens: readonly Token[], language: Language): readonly QuantityExpression[] {
  void tokens;
  void language;
  return [];
}
