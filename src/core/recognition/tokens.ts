/** A word, number or sign of a sentence; offsets are UTF-16, half-open, relative to the sentence. */
export interface Token {
  readonly kind: 'word' | 'number' | 'symbol';
  readonly text: string;
  /** Lower case, apostrophes straight, no-break spaces plain. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaceBefore: boolean;
}

/*
 * The alternatives begin with different characters or differ at their first sign, and none repeats a repetition: linear.
 * Abbreviations with inner full stops (`U.S.`, `a.m.`, `т.е.`), words, numbers, any other sign.
 */
const token =
  /(?<abbreviation>\p{L}\.(?:\p{L}\.)+)|(?<word>(?:['’]s(?![\p{L}\p{M}\d])|\p{L}[\p{L}\p{M}\d]*(?:['’](?!s(?![\p{L}\p{M}\d]))\p{L}[\p{L}\p{M}]*)?))|(?<number>\d+(?:(?:[.,'’]|[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d)))\d+)*)|\S/gu;

/**
 * Splits a sentence. A number keeps its written form with inner marks and unbreakable spaces (`1,2`, `2.5`, `12.05.2015`);
 * `1 200` with a plain space is two tokens, which `readNumber` joins. What is attached to a number is a token of its own
 * without space before it: `2nd` is `2` `nd`, `1990s` is `1990` `s`, `5bn` is `5` `bn`, `45-year-old` has five. A word that
 * begins with a letter takes in digits (`G7`, `Q3`, `km2`); a possessive `’s` is a token. Linear.
 */
export function tokenise(sentence: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of sentence.matchAll(token)) {
    const text = match[0];
    const start = match.index;
    const { abbreviation, word, number } = match.groups ?? {};
    tokens.push({
      kind: (abbreviation ?? word) === undefined ? (number === undefined ? 'symbol' : 'number') : 'word',
      text,
      lower: text.toLowerCase().replace(/’/g, "'").replace(/[\u00a0\u2007\u2009\u202f]/g, ' '),
      start,
      end: start + text.length,
      spaceBefore: start > last,
    });
    last = start + text.length;
  }
  return tokens;
}
