import { memoizeByObject } from '../memo';
import { beginsUpper } from '../text/folding';
import { isMeasured, readUnit } from '../values/units';
import { readCounted } from './countedNoun';
import type { Language, PhraseTable } from './languages/language';
import { isAttached, isHyphen, readNumber } from './numerals';
import type { NumberRead } from './numerals';
import { endOfAny } from './tokens';
import type { Token } from './tokens';

/**
 * Whether the number at `index` stands for no quantity: names (`Boeing 737`, `Article 5`, `COVID-19`, `the Big Three`), codes,
 * phone and version numbers, times of day, scores, list numbers.
 */
export function isNoNumber(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  return (
    isCode(tokens, index, read, language) ||
    isNamed(tokens, index, read, language) ||
    isTimeOfDay(tokens, index, read, language) ||
    isListNumber(tokens, index, read) ||
    isAddress(tokens, read, language) ||
    isScoreAt(tokens, index, read, language) ||
    isLabel(tokens, index, read, language)
  );
}

/** Whether a number word stands for a thing: `one of the first`, `that one`, `no one`. */
export function isPronoun(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  const { quantities, numbers } = language;
  if (read.digits || read.value !== 1 || read.scale !== 1 || read.end !== index + 1) return false;
  const next = tokens[read.end];
  const nextWord = next?.lower ?? '';
  if (next && quantities.onesCounted.has(nextWord)) return false;
  if (isUnitNext(tokens, read.end, language)) return false;
  const whole = wholeAfter(tokens, read.end, language);
  if (whole !== null) return readNumber(tokens, whole, language) === null;
  return !numbers.articles.has(tokens[index]?.lower ?? '');
}

function wholeAfter(tokens: readonly Token[], index: number, { quantities }: Language): number | null {
  const end = endOfAny(tokens, index, quantities.outOf) ?? endOfAny(tokens, index, quantities.inEvery);
  if (end === null) return quantities.joints.has(tokens[index]?.lower ?? '') ? index + 1 : null;
  let at = end;
  while (quantities.wholes.has(tokens[at]?.lower ?? '')) at++;
  return at;
}

function isUnitNext(tokens: readonly Token[], index: number, { quantities }: Language): boolean {
  const word = tokens[index]?.lower ?? '';
  return quantities.units.has(word) || quantities.perNouns.has(word) || quantities.measureWords.has(word);
}

/**
 * The end of the row of numbers with spaces, hyphens or brackets alone between them that begins at `index`, where it is a
 * telephone number: three numbers or more, or two with a `+` or a leading 0. Null where it is none.
 */
export function phoneEnd(tokens: readonly Token[], index: number, language: Language): number | null {
  const first = tokens[index];
  if (!first || !isPhonePart(first)) return null;
  const isAfter = tokens[index - 1] !== undefined && isPhonePart(tokens[index - 1]);
  if (isAfter && first.kind !== 'number') return null;
  let numbers = 0;
  let end = index;
  let isMarked = false;
  for (let token: Token | undefined = first; token && isPhonePart(token); token = tokens[++end]) {
    if (token.kind === 'number') {
      if (!/^\d+$/.test(token.text)) return null;
      numbers++;
    }
    isMarked ||= token.text === '+' || /^0\d/.test(token.text);
  }
  if (numbers < 2 || (numbers === 2 && !isMarked)) return null;
  const from = first.kind === 'number' ? index : index + 1;
  const read = readNumber(tokens, from, language);
  return read !== null && read.end >= end ? null : end;
}

function isPhonePart(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || /^[-+()–‑]$/.test(token.text));
}

const glued = /^[/\\@_#=:&*+]$/;

function isCode(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  const token = tokens[index];
  if (!token || !read.digits) return false;
  const before = tokens[index - 1];
  const beforeThat = tokens[index - 2];
  if (/^0\d/.test(token.text)) return true;
  if (before && isAttached(token)) {
    if (before.kind === 'word') return !/\p{Ll}{3}$/u.test(before.text);
    if (glued.test(before.text) && !(before.text === '/' && !isAttached(before))) return true;
    if (isHyphen(tokens, index - 1) && beforeThat?.kind === 'word' && !isNumberWord(beforeThat, language)) return true;
    if (before.text === '.' || before.text === "'" || before.text === '’') return true;
  }
  const next = tokens[read.end];
  if (next && isAttached(next)) {
    if (next.text === '/' && tokens[read.end + 1]?.kind === 'number' && isAttached(tokens[read.end + 1])) return true;
    if (/^[\\@_=:]$/.test(next.text) && isAttached(tokens[read.end + 1])) return true;
    const unknown = next.kind === 'word' && !read.ordinal && !isKnownSuffix(next, language);
    if (unknown) return true;
  }
  return isChain(tokens, index, read);
}

function isNumberWord(token: Token, { numbers, quantities }: Language): boolean {
  return (
    numbers.cardinals.has(token.lower) ||
    numbers.scales.has(token.lower) ||
    quantities.joints.has(token.lower)
  );
}

/** Symbols of units that are words too, and stand against their number alone. */
const attachedUnits = new Set(['c', 'f', 'in', 'l', 'h']);

function isKnownSuffix(token: Token, { numbers, quantities }: Language): boolean {
  const { lower } = token;
  return (
    (quantities.unitSymbols.has(lower) && !/^[A-Z]$/.test(token.text)) ||
    quantities.units.has(lower) ||
    numbers.scales.has(lower) ||
    attachedUnits.has(lower) ||
    quantities.foldEndings.includes(lower) ||
    isMeasured(token.text)
  );
}

/** `1-800-555`, `978-3-16`, `+7 727 …`, `4-2-3-1`. */
function isChain(tokens: readonly Token[], index: number, read: NumberRead): boolean {
  const left = linkedNumber(tokens, index, -1);
  const right = linkedNumber(tokens, read.end - 1, 1);
  if (left !== null && right !== null) return true;
  if (left !== null && linkedNumber(tokens, left, -1) !== null) return true;
  if (right !== null && linkedNumber(tokens, right, 1) !== null) return true;
  return tokens[index - 1]?.text === '+' && isAttached(tokens[index]);
}

/** The index of the number that a hyphen without spaces links to the one at `index`. */
function linkedNumber(tokens: readonly Token[], index: number, step: 1 | -1): number | null {
  const hyphen = step === 1 ? index + 1 : index - 1;
  return isHyphen(tokens, hyphen) && tokens[hyphen + step]?.kind === 'number' ? hyphen + step : null;
}

function isNamed(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  const { quantities, nouns, numbers, dates } = language;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token) return false;
  if (before?.text === '#' || before?.text === '№') return true;
  if (read.ordinal || read.parts !== null) return false;
  if (/^(?:1\d|20)\d\d$/.test(token.text) && quantities.yearNouns.has(tokens[read.end]?.lower ?? '')) return true;
  const of = tokens[index - 2];
  const isOf = quantities.outOf.some((phrase) => phrase.length === 1 && phrase[0] === before?.lower);
  if (isOf && of && quantities.numberedOf.has(of.lower) && beginsUpper(of.text)) return true;
  const at = before?.text === '.' ? index - 2 : index - 1;
  const name = tokens[at];
  if (name?.kind === 'word' && quantities.numbered.has(name.lower) && token.spaceBefore) return !isMeasuredNext(tokens, read, language);
  if (!read.digits) return isNameOfNumber(tokens, index, read, language);
  if (name?.kind !== 'word' || !token.spaceBefore || at !== index - 1) return false;
  if (!/\p{Lu}/u.test(name.text) || nouns.stops.has(name.lower) || numbers.scales.has(name.lower)) return false;
  if (dates.months.has(name.lower) || isBound(name, language) || isMeasuredNext(tokens, read, language)) return false;
  const next = tokens[read.end];
  const isCounted = next?.kind === 'word' && next.spaceBefore && !beginsUpper(next.text) && readCounted(tokens, read.end, read.value, language) !== null;
  if (index === 1) return !isCounted;
  const opener = tokens[at - 1]?.lower ?? '';
  const isDefinite = quantities.definite.has(opener) || numbers.articles.has(opener);
  const isPlace = nouns.stops.has(isDefinite ? (tokens[at - 2]?.lower ?? '') : opener) && opener !== "'s";
  return !(isCounted && isPlace && read.value > 1);
}

function isBound(token: Token, { quantities }: Language): boolean {
  return (
    boundEnds(quantities.before).has(token.lower) ||
    quantities.exactly.has(token.lower) ||
    quantities.wholes.has(token.lower) ||
    quantities.changes.has(token.lower)
  );
}

/** The last words of bounds. */
const boundEnds = memoizeByObject(
  (before: PhraseTable<unknown>): ReadonlySet<string> => new Set(before.map(([phrase]) => phrase.at(-1) ?? '')),
);

function isMeasuredNext(tokens: readonly Token[], read: NumberRead, { quantities }: Language): boolean {
  if (read.scale > 1) return true;
  const next = tokens[read.end];
  return next !== undefined && (quantities.measureWords.has(next.lower) || quantities.units.has(next.lower));
}

/** `the Big Three`, `Three Gorges`: capitals inside a sentence. */
function isNameOfNumber(tokens: readonly Token[], index: number, read: NumberRead, { nouns }: Language): boolean {
  const token = tokens[index];
  if (!token || index === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text) || read.scale > 1) return false;
  const before = tokens[index - 1];
  if (before?.kind === 'symbol') return isHyphen(tokens, index - 1) && tokens[index - 2]?.kind === 'number';
  const next = tokens[read.end];
  const isTitle = next?.kind === 'word' && beginsUpper(next.text);
  return isTitle || (before !== undefined && (before.lower === "'s" || (beginsUpper(before.text) && !nouns.stops.has(before.lower))));
}

function isTimeOfDay(tokens: readonly Token[], index: number, read: NumberRead, { quantities }: Language): boolean {
  const next = tokens[read.end];
  if (!next) return false;
  if (quantities.namedBy.has(next.lower)) return true;
  const before = tokens[index - 1];
  return next.text === ':' && isAttached(next) && tokens[read.end + 1]?.kind === 'number' && before !== undefined;
}

function isListNumber(tokens: readonly Token[], index: number, read: NumberRead): boolean {
  if (!read.digits || index > 1 || (index === 1 && tokens[0]?.text !== '(')) return false;
  const next = tokens[read.end];
  if (next && isAttached(next) && /^[.)\]]$/.test(next.text) && tokens.length > read.end + 1) return true;
  return /^\d{1,2}\.\d{1,2}$/.test(tokens[index]?.text ?? '') && next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text);
}

/** `the 404 page`: an article, digits and a noun in the singular. */
function isLabel(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  const { numbers, quantities, nouns } = language;
  const before = tokens[index - 1]?.lower ?? '';
  if (!read.digits || read.ordinal || read.scale > 1 || !(numbers.articles.has(before) || quantities.definite.has(before))) return false;
  if (!quantities.definite.has(before) && /[.,]\d?[1-9]$/.test(tokens[index]?.text ?? '')) return false;
  const next = tokens[read.end];
  if (next?.kind !== 'word' || !next.spaceBefore || !/^\p{L}{3}/u.test(next.text)) return false;
  if (nouns.stops.has(next.lower) || nouns.verbs.has(next.lower) || quantities.units.has(next.lower)) return false;
  if (nouns.endings.some((ending) => next.lower.endsWith(ending)) || quantities.measureWords.has(next.lower)) return false;
  return isMeasured(readUnit(next.text, null).unit) ? false : readCounted(tokens, read.end, read.value, language) === null;
}

function isAddress(tokens: readonly Token[], read: NumberRead, { quantities }: Language): boolean {
  for (let at = read.end; at < read.end + 4; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !beginsUpper(token.text)) return false;
    if (at > read.end && quantities.streets.has(token.lower)) return true;
  }
  return false;
}

/** Whether a contest is told of near `index`. */
function isContest(tokens: readonly Token[], index: number, { quantities }: Language): boolean {
  const near = tokens.slice(Math.max(0, index - contestReach), index + contestReach);
  return near.some(({ lower }) => quantities.contests.has(lower));
}

const contestReach = 25;

/** `3-1`, `6–4` */
function isScoreAt(tokens: readonly Token[], index: number, read: NumberRead, language: Language): boolean {
  if (!read.digits || read.ordinal || read.scale > 1) return false;
  const left = linkedNumber(tokens, index, -1);
  const right = linkedNumber(tokens, read.end - 1, 1);
  const other = left ?? right;
  if (other === null) return false;
  const pair = readNumber(tokens, other, language);
  if (!pair || pair.scale > 1) return false;
  const [first, second] = left === null ? [read, pair] : [pair, read];
  if (first.value >= second.value) return true;
  const isUnit = readNumber(tokens, first === read ? other : index, language)?.end ?? 0;
  const next = tokens[isUnit];
  if (next !== undefined && language.quantities.measureWords.has(next.lower)) return false;
  return first.value < 200 && second.value < 200 && !isNounNext(tokens, isUnit, language) && isContest(tokens, index, language);
}

function isNounNext(tokens: readonly Token[], index: number, { nouns }: Language): boolean {
  const token = tokens[index];
  return token?.kind === 'word' && token.spaceBefore && !nouns.stops.has(token.lower) && token.lower.endsWith('s');
}
