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
  for (let at = 0; at < sentence.length; ) {
    const code = sentence.charCodeAt(at);
    const kind = code < 128 ? asciiKinds[code] : undefined;
    if (kind === 'space') {
      at++;
      continue;
    }
    const plain = kind === undefined ? at : plainEnd(sentence, at, kind);
    if (plain > at) {
      const text = sentence.slice(at, plain);
      if (kind === 'letter') addWord(tokens, text, at);
      else add(tokens, kind === 'digit' ? 'number' : 'symbol', text, at, text);
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
    if (word !== undefined) addWord(tokens, text, at);
    else if (number !== undefined) add(tokens, 'number', text, at, lowered(text).replace(/[\u00a0\u2007\u2009\u202f]/g, ' '));
    else add(tokens, abbreviation === undefined ? 'symbol' : 'word', text, at, lowered(text));
    at += text.length;
  }
  return tokens;
}

function add(tokens: Token[], kind: Token['kind'], text: string, start: number, lower: string): void {
  const last = tokens.length === 0 ? -1 : tokens[tokens.length - 1]!.end;
  tokens.push({ kind, text, lower, start, end: start + text.length, spaceBefore: start !== last });
}

function addWord(tokens: Token[], text: string, start: number): void {
  const lower = lowered(text);
  if (lower === text || text.length < 5 || text.slice(3) === lower.slice(3)) return add(tokens, 'word', text, start, lower);
  let at = start;
  for (const part of text.split(joinedWords)) {
    add(tokens, 'word', part, at, lowered(part));
    at += part.length;
  }
}

/**
 * The end of the word, number or sign of ASCII that begins at `at`, where what follows cannot belong to it; `at` where only
 * `tokenPattern` can tell. Most of English goes this way, which is several times faster.
 */
function plainEnd(sentence: string, at: number, kind: Ascii): number {
  if (kind === 'other') return at + 1;
  if (kind === 'apostrophe') return at;
  let end = at + 1;
  let next = sentence.charCodeAt(end);
  if (kind === 'digit') {
    while (next >= 48 && next <= 57) next = sentence.charCodeAt(++end);
    return next >= 128 || next === apostrophe || next === comma || next === fullStop ? at : end;
  }
  while ((next >= 97 && next <= 122) || (next >= 65 && next <= 90)) next = sentence.charCodeAt(++end);
  if (next >= 128 || next === apostrophe || (next >= 48 && next <= 57)) return at;
  return next === fullStop && end === at + 1 ? at : end;
}

const apostrophe = 39;
const comma = 44;
const fullStop = 46;

type Ascii = 'letter' | 'digit' | 'space' | 'apostrophe' | 'other';

/** What each unit below 128 is. */
const asciiKinds: readonly Ascii[] = Array.from({ length: 128 }, (_nothing, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return 'space';
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'letter';
  if (code >= 48 && code <= 57) return 'digit';
  return code === apostrophe ? 'apostrophe' : 'other';
});

function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}
