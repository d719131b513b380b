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
    let end = at + 1;
    if (kind === 'letter') {
      let isSmall = code > 96;
      let next = sentence.charCodeAt(end);
      for (; (next > 96 && next < 123) || (next > 64 && next < 91); next = sentence.charCodeAt(++end)) if (next < 97) isSmall = false;
      if (!((next > 127 && !isMark(next)) || (next > 47 && next < 58) || (next === fullStop && end === at + 1) || ((next === apostrophe || next === curlyApostrophe) && !beginsPossessive(sentence, end)))) {
        const text = sentence.slice(at, end);
        if (isSmall) add(tokens, 'word', text, at, text);
        else addWord(tokens, text, at);
        at = end;
        continue;
      }
    } else if ((code === apostrophe || code === curlyApostrophe) && beginsPossessive(sentence, at)) {
      add(tokens, 'word', sentence.slice(at, at + 2), at, "'s");
      at += 2;
      continue;
    } else if (kind === 'other' || isMark(code)) {
      const text = sentence.charAt(at);
      add(tokens, 'symbol', text, at, code === curlyApostrophe ? "'" : text);
      at = end;
      continue;
    } else if (kind === 'digit') {
      let next = sentence.charCodeAt(end);
      while (next > 47 && next < 58) next = sentence.charCodeAt(++end);
      if (!((next > 127 && (next === curlyApostrophe || !isMark(next))) || next === apostrophe || next === comma || next === fullStop)) {
        const text = sentence.slice(at, end);
        add(tokens, 'number', text, at, text);
        at = end;
        continue;
      }
    }
    at = addOdd(tokens, sentence, at);
  }
  return tokens;
}

/** Whether the words of a phrase, in lower case, stand at a token. */
export function standsAt(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  for (let n = 0; n < phrase.length; n++) if (tokens[at + n]?.lower !== phrase[n]) return false;
  return true;
}

/** The index after the first of `phrases` that stands at a token; null where none does. */
export function endOfAny(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number | null {
  const token = tokens[at];
  if (!token) return null;
  for (const phrase of phrases) if (phrase[0] === token.lower && standsAt(tokens, at, phrase)) return at + phrase.length;
  return null;
}

/** Whether all units are ASCII digits. */
export function areDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Adds what only `tokenPattern` can tell; the offset after it. All else goes without a pattern, which is several times faster. */
function addOdd(tokens: Token[], sentence: string, at: number): number {
  tokenPattern.lastIndex = at;
  const found = tokenPattern.exec(sentence);
  if (!found) return at + 1;
  const [text, abbreviation, word, number] = found;
  if (word !== undefined) addWord(tokens, text, at);
  else if (number !== undefined) add(tokens, 'number', text, at, lowered(text).replace(/[\u00a0\u2007\u2009\u202f]/g, ' '));
  else add(tokens, abbreviation === undefined ? 'symbol' : 'word', text, at, lowered(text));
  return at + text.length;
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

const apostrophe = 39;
const curlyApostrophe = 0x2019;
const comma = 44;
const fullStop = 46;

type Ascii = 'letter' | 'digit' | 'space' | 'apostrophe' | 'other';

/** Whether the unit is a quotation mark, dash or other sign of general punctuation, and no white space. */
function isMark(code: number): boolean {
  return code > 0x200f && code < 0x2060 && code !== 0x2028 && code !== 0x2029 && code !== 0x202f && code !== 0x205f;
}

const wordUnit = /[\p{L}\p{M}\d]/u;

/** Whether the apostrophe at `at` begins a `’s` that ends a word. */
function beginsPossessive(sentence: string, at: number): boolean {
  if (sentence.charCodeAt(at + 1) !== smallS) return false;
  const next = sentence.charCodeAt(at + 2);
  if (next > 127) return isMark(next) || !wordUnit.test(String.fromCodePoint(sentence.codePointAt(at + 2)!));
  const kind = asciiKinds[next];
  return kind !== 'letter' && kind !== 'digit';
}

const smallS = 115;

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
