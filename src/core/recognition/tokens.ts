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
 * At one place: abbreviations with inner full stops (`U.S.`, `a.m.`, `т.е.`), words, numbers, any other sign. Every repetition
 * begins with a sign that the one before cannot take: linear.
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
  'uy',
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
  const add = (kind: Token['kind'], text: string, start: number, lower: string): void => {
    tokens.push({ kind, text, lower, start, end: start + text.length, spaceBefore: start !== last });
    last = start + text.length;
  };
  const addWord = (text: string, start: number): void => {
    const lower = lowered(text);
    const isJoined = text.length > 4 && text.slice(3) !== lower.slice(3);
    const parts = isJoined ? text.split(joinedWords) : [text];
    if (parts.length === 1) return add('word', text, start, lower);
    for (let at = start, i = 0; i < parts.length; at += parts[i++]!.length) add('word', parts[i]!, at, lowered(parts[i]!));
  };
  for (let at = 0; at < sentence.length; ) {
    const code = sentence.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13)) {
      at++;
      continue;
    }
    const plain = plainEnd(sentence, at, code);
    if (plain > at) {
      const text = sentence.slice(at, plain);
      if (isAsciiLetter(code)) addWord(text, at);
      else add(isDigit(code) ? 'number' : 'symbol', text, at, text);
      at = plain;
      continue;
    }
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(sentence);
    if (!found) {
      at++;
      continue;
    }
    const [text, abbreviation, word, number] = found;
    if (word !== undefined) addWord(text, at);
    else if (number !== undefined) add('number', text, at, lowered(text).replace(/[\u00a0\u2007\u2009\u202f]/g, ' '));
    else add(abbreviation === undefined ? 'symbol' : 'word', text, at, lowered(text));
    at += text.length;
  }
  return tokens;
}

/**
 * The end of the word, number or sign of ASCII that begins at `at`, where what follows cannot belong to it; `at` where only
 * `tokenPattern` can tell. Most of English goes this way, which is several times faster.
 */
function plainEnd(sentence: string, at: number, first: number): number {
  const isOf = isAsciiLetter(first) ? isAsciiLetter : isDigit(first) ? isDigit : null;
  if (isOf === null) return first < 128 && first !== apostrophe ? at + 1 : at;
  let end = at + 1;
  while (isOf(sentence.charCodeAt(end))) end++;
  const next = sentence.charCodeAt(end);
  if (next >= 128 || next === apostrophe) return at;
  if (isOf === isDigit) return next === comma || next === fullStop ? at : end;
  return isDigit(next) || (next === fullStop && end === at + 1) ? at : end;
}

const apostrophe = 39;
const comma = 44;
const fullStop = 46;

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function lowered(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
