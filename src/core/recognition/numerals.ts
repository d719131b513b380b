import type { Language } from './languages/language';
import type { Token } from './tokens';

/** A number read from tokens. */
export interface NumberRead {
  readonly value: number;
  /** `4th`, `fourth` */
  readonly ordinal: boolean;
  /** Denominator of `two thirds`, whose `value` is 2; else null. */
  readonly parts: number | null;
  /** Unit of the last significant digit above 1 (DESIGN §4): 100 of `200`, 1e11 of `1.2 trillion`; else null. */
  readonly step: number | null;
  /** What scale words multiplied it by (`million`: 1e6), else 1. */
  readonly scale: number;
  /** Whether any of it was written in digits. */
  readonly digits: boolean;
  /** Index of the token after it. */
  readonly end: number;
}

/**
 * Reads the number that begins at `tokens[index]`, as long as it goes: `192`, `1 200`, `1,2 trillion`, `twenty-three`,
 * `half a million`, `a dozen`, `63rd`, `two thirds`. Null where none begins. Signs, currencies and bounds before it are not
 * its part.
 */
export function readNumber(tokens: readonly Token[], index: number, language: Language): NumberRead | null {
  void tokens;
  void index;
  void language;
  return null;
}
