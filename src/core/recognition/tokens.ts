/** A word, number or sign of a sentence; offsets are UTF-16, half-open, relative to the sentence. */
export interface Token {
  readonly kind: 'word' | 'number' | 'symbol';
  readonly text: string;
  /** Lower case, apostrophes straight, no-break spaces plain. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it; true of the first. */
  readonly spaceBefore: boolean;
}

/**
 * Abbreviations with inner full stops (`U.S.`, `a.m.`, `т.е.`), words, numbers, any other sign. Every repetition begins
 * with a sign that the one before cannot take: linear.
 */
const tokenPattern = new RegExp(
  [
    /(\p{L}\.(?:\p{L}\.)+)/u,
    /(['’]s(?![\p{L}\p{M}\d])|\p{L}[\p{L}\p{M}\d]*(?:['’](?!s(?![\p{L}\p{M}\d]))\p{L}[\p{L}\p{M}]*)?)/u,
    /(\d+(?:(?:[.,'’]|[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d)))\d+)*)/u,
    /\S/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
const joinedWords = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})/u;

/**
 * Splits a sentence. A number keeps its written form with inner marks and unbreakable spaces (`1,2`, `2.5`, `12.05.2015`);
 * `1 200` with a plain space is two tokens, which `readNumber` joins. What is attached to a number is a token of its own
 * without space before it: `2nd` is `2` `nd`, `1990s` is `1990` `s`, `5bn` is `5` `bn`, `45-year-old` has five. A word that
 * begins with a letter takes in digits (`G7`, `Q3`, `km2`); a possessive `’s` is a token; words that lost the space between
 * them (`imagesSix`) are two. Linear.
 */
export function tokenise(sentence: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = -1;
  const add = (kind: Token['kind'], text: string, start: number): void => {
    const lower = text.toLowerCase().replaceAll('’', "'").replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
    tokens.push({ kind, text, lower, start, end: start + text.length, spaceBefore: start !== last });
    last = start + text.length;
  };
  for (const { 0: text, 1: abbreviation, 2: word, 3: number, index } of sentence.matchAll(tokenPattern)) {
    if (abbreviation !== undefined) add('word', text, index);
    else if (number !== undefined) add('number', text, index);
    else if (word === undefined) add('symbol', text, index);
    else {
      let start = index;
      for (const part of text.split(joinedWords)) {
        add('word', part, start);
        start += part.length;
      }
    }
  }
  return tokens;
}
