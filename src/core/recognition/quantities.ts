import { memoizeByObject } from '../memo';
import { beginsUpper } from '../text/folding';
import { createQuantity } from '../values/quantity';
import { clean, trailingZerosStep } from '../values/numerals';
import { isCurrency, isMeasured, readUnit, signs } from '../values/units';
import type { Unit } from '../values/units';
import type { QuantityMode, QuantityValue } from '../values/value';
import { readCounted, readRanked } from './countedNoun';
import type { Ends, Language, Phrase, PhraseTable } from './languages/language';
import { isNoNumber, isPronoun, phoneEnd } from './noNumbers';
import { isAttached, isHyphen, readNumber, vulgarFractions } from './numerals';
import type { NumberRead } from './numerals';
import { endOfAny, standsAt } from './tokens';
import type { Token } from './tokens';

/** A quantity in a sentence; offsets as those of the tokens. */
export interface QuantityExpression {
  readonly start: number;
  readonly end: number;
  readonly value: QuantityValue;
}

/** What was read from `tokens[start]` to before `tokens[end]`. */
interface Reading {
  readonly start: number;
  readonly end: number;
  readonly value: QuantityValue;
}

/** One number with its sign, currency and unit. */
interface Amount {
  readonly read: NumberRead;
  readonly value: number;
  readonly unit: Unit | null;
  /** Index of its first token, a sign or a currency included. */
  readonly start: number;
  /** Of the token after the number. */
  readonly numberEnd: number;
  /** Of the token after the unit. */
  readonly end: number;
  /** Whether the unit counts things, not measures. */
  readonly counts: boolean;
}

const noUnit: Unit = { unit: null, per: null };

/** The quantities of a sentence, in order, none overlapping; years and other dates may be among them. Linear. */
export function findQuantities(tokens: readonly Token[], language: Language): readonly QuantityExpression[] {
  const found: QuantityExpression[] = [];
  const sentence: Sentence = { tokens, language, scales: { told: null } };
  const openings = openingsOf(language);
  for (let at = 0; at < tokens.length; ) {
    if (!mayOpen(sentence, openings, at)) {
      at++;
      continue;
    }
    const phone = phoneEnd(tokens, at, language);
    if (phone !== null) {
      at = phone;
      continue;
    }
    const reading = readAt(sentence, at);
    if (!reading) {
      at = skipNumber(sentence, at);
      continue;
    }
    const first = tokens[reading.start];
    const last = tokens[reading.end - 1];
    if (first && last) found.push({ start: first.start, end: last.end, value: reading.value });
    at = Math.max(reading.end, at + 1);
  }
  return found;
}

interface Sentence {
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** Whether a letter in it is told to be a scale; null while no one asked. */
  readonly scales: { told: boolean | null };
}

/** Whether a quantity, or a telephone number, can begin at a token; most tokens are told apart by this alone. */
function mayOpen({ tokens, language }: Sentence, openings: ReadonlyMap<string, boolean>, at: number): boolean {
  const { kind, lower } = tokens[at]!;
  if (kind === 'number') return true;
  const opens = openings.get(lower);
  if (opens || (opens === false && phraseAt(tokens, at, boundsBefore(language.quantities.before)))) return true;
  return kind === 'word' && tokens[at + 1]?.kind !== 'word' && isBeforeNumber(tokens, at);
}

/** Words and signs that a quantity, or a telephone number, can begin with: by themselves, or (false) as the first of a bound's words. */
const openingsOf = memoizeByObject(({ numbers, quantities }: Language): ReadonlyMap<string, boolean> => {
  const { ends, before, folds, factors, counts, everyOrdinal, minus, currencyBefore } = quantities;
  const lists = [numbers.beginnings, numbers.articles, folds, factors, counts, everyOrdinal, minus, currencyBefore];
  const alone = [...lists.flatMap((list) => [...list.keys()]), ...ends.map(({ open }) => open), ...signs.map((sign) => sign.toLowerCase()), ...openingMarks];
  return new Map([...before.map(([[first = '']]) => [first, false] as const), ...alone.map((word) => [word, true] as const)]);
});

const openingMarks = [...vulgarFractions.keys(), ...'-+()–‑−'];

/** Whether a number comes next, or after a sign: `EUR 5`, `US$ 5`. */
function isBeforeNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === 'number' || tokens[at + 2]?.kind === 'number';
}

const changeReach = 9;

/** Whether a word of change stands among the nine tokens before one. */
function isChangeNear({ tokens, language }: Sentence, at: number): boolean {
  const { changes } = language.quantities;
  for (let n = at - 1; n >= Math.max(0, at - changeReach); n--) if (changes.has(tokens[n]!.lower)) return true;
  return false;
}

/** A number that is no value is passed as a whole: `1945` of `Route 1945`, each part of `1-800-555`. */
function skipNumber({ tokens, language }: Sentence, at: number): number {
  const read = tokens[at]!.kind === 'word' ? null : readNumber(tokens, at, language);
  if (!read?.digits) return at + 1;
  let end = read.end;
  while (isHyphen(tokens, end) && tokens[end + 1]?.kind === 'number') end += 2;
  return end;
}

function readAt(sentence: Sentence, at: number): Reading | null {
  const { tokens, language } = sentence;
  const { quantities } = language;
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return readFold(sentence, at, 'exact') ?? readBounded(sentence, at, null);
  const ends = readEnds(sentence, at);
  if (ends) return ends;
  const bound = phraseAt(tokens, at, boundsBefore(quantities.before));
  const isJoin = bound && quantities.ends.some(({ join, changes }) => changes && join === token.lower) && isChangeNear(sentence, at);
  if (bound && !isJoin && !isHyphen(tokens, at - 1)) {
    const from = quantities.exactly.has(tokens[bound.end]?.lower ?? '') ? bound.end + 1 : bound.end;
    const isRise = quantities.changes.has(token.lower) && quantities.changes.has(tokens[at - 1]?.lower ?? '');
    if (isRise) return readBounded(sentence, from, null);
    const reading = readBounded(sentence, from, bound.mode);
    return reading && { ...reading, start: at };
  }
  return (
    readFold(sentence, at, 'exact') ??
    readFactor(sentence, at) ??
    readCount(sentence, at) ??
    readEvery(sentence, at) ??
    readBounded(sentence, at, null)
  );
}

/** `within a month`, `nearly a decade`, `more than a mile`: one of a measure, where a bound or, of time, a word of duration says so. */
function readStretch({ tokens, language }: Sentence, at: number, bounded: boolean): Amount | null {
  const { quantities, numbers } = language;
  if (!numbers.articles.has(tokens[at]?.lower ?? '')) return null;
  const noun = tokens[at + 1];
  const half = numbers.andAHalf.find((phrase) => standsAt(tokens, at + 2, phrase));
  const isSaid = bounded || half !== undefined || quantities.durationsAfter.has(tokens[at - 1]?.lower ?? '');
  if (!isSaid) return null;
  if (!noun || tokens[at + 2]?.lower === "'s") return null;
  const isMeasure = (bounded || half !== undefined) && noun.text.length > 3 && !quantities.stretches.has(noun.lower);
  const unit = quantities.stretches.has(noun.lower) ? readUnit(noun.lower, null).unit : isMeasure ? measureOf([noun], language, false)?.unit : null;
  if (!unit || (isMeasure && unit === 'second')) return null;
  const [value, end] = half === undefined ? [1, at + 2] : [1.5, at + 2 + half.length];
  const read: NumberRead = { value, ordinal: false, parts: null, step: null, scale: 1, digits: false, end: at + 1 };
  return { read, value, unit: { unit, per: null }, start: at, numberEnd: at + 1, end, counts: false };
}

/** `every third child` is one of three. */
function readEvery({ tokens, language }: Sentence, at: number): Reading | null {
  if (!language.quantities.everyOrdinal.has(tokens[at]?.lower ?? '')) return null;
  const read = readNumber(tokens, at + 1, language);
  if (!read?.ordinal || read.value < 2) return null;
  const noun = readRanked(tokens, read.end, language);
  if (read.value === 2 && !noun) return null;
  return { start: at, end: read.end, value: createQuantity({ number: 1, of: read.value, step: null }) };
}

/** `mode` null: no bound stands before it. */
function readBounded(sentence: Sentence, at: number, mode: QuantityMode | null): Reading | null {
  const fold = mode === null ? null : (readFold(sentence, at, mode) ?? readBoundFactor(sentence, at, mode));
  if (fold) return fold;
  const amount = readStretch(sentence, at, mode !== null) ?? readAmount(sentence, at, mode !== null);
  if (!amount) return null;
  const { read } = amount;
  if (read.ordinal) return mode === null ? readRank(sentence, amount) : null;
  if (read.parts !== null) return readShare(sentence, amount, read.parts, mode ?? 'exact', mode !== null);
  return (
    readPart(sentence, amount, mode ?? 'exact') ??
    (mode === null ? readChangeTo(sentence, amount) : null) ??
    readRange(sentence, amount) ??
    readSingle(sentence, amount, mode)
  );
}

type PhraseIndex<Mode> = ReadonlyMap<string, PhraseTable<Mode>>;

/** By first word. */
function indexPhrases<Mode>(table: PhraseTable<Mode>): PhraseIndex<Mode> {
  const index = new Map<string, (readonly [Phrase, Mode])[]>();
  for (const row of table) {
    const [first = ''] = row[0];
    index.set(first, [...(index.get(first) ?? []), row]);
  }
  return index;
}

const boundsBefore = memoizeByObject(indexPhrases<QuantityMode>);
const boundsAfter = memoizeByObject(indexPhrases<QuantityMode>);

function phraseAt<Mode>(
  tokens: readonly Token[],
  at: number,
  table: PhraseIndex<Mode>,
): { readonly mode: Mode; readonly end: number } | null {
  const rows = table.get(tokens[at]?.lower ?? '');
  if (rows) for (const [phrase, mode] of rows) if (standsAt(tokens, at, phrase)) return { mode, end: at + phrase.length };
  return null;
}

function readAmount(sentence: Sentence, at: number, bounded: boolean): Amount | null {
  const { tokens, language } = sentence;
  const { quantities } = language;
  let number = at;
  const negative = isMinus(tokens, at, language);
  if (negative) number++;
  const sign = currencyAt(tokens, number, language);
  if (sign) number = sign.end;
  const read = readNumber(tokens, number, language, sign !== null || isScaleLetter(sentence, number));
  if (!read || (negative && (read.ordinal || read.parts !== null))) return null;
  if (!sign && isNoNumber(tokens, number, read, language)) return null;
  if (!read.ordinal && read.parts === null && !sign && !bounded && isPronoun(tokens, number, read, language)) return null;
  const value = negative ? -read.value : read.value;
  const amount = (unit: Unit | null, end: number, counts: boolean): Amount => ({ read, value, unit, start: at, numberEnd: read.end, end, counts });
  if (read.ordinal || read.parts !== null) return amount(null, read.end, false);
  if (sign) {
    const rate = readPer(tokens, read.end, language);
    return amount({ unit: sign.unit, per: rate?.per ?? null }, rate?.end ?? read.end, false);
  }
  const measure = readMeasure(tokens, read.end, language);
  if (measure) {
    const isOld = isHyphen(tokens, measure.end) && quantities.old.has(tokens[measure.end + 1]?.lower ?? '');
    return amount(measure.unit, isOld ? measure.end + 2 : measure.end, false);
  }
  const code = currencyAfter(tokens, read.end);
  if (code) return amount({ unit: code.unit, per: null }, code.end, false);
  const hyphened = isHyphen(tokens, read.end) ? hyphenNoun(tokens, read.end + 1, read, language) : null;
  const isSuspended = suspendedJoint(tokens, read.end, language) !== null;
  if (!hyphened && !isSuspended && isHyphen(tokens, read.end) && tokens[read.end + 1]?.kind === 'word' && !bounded) return null;
  if (hyphened) return amount({ unit: hyphened.unit, per: null }, hyphened.end, true);
  if (read.value === 1 && read.scale === 1 && !bounded && !read.digits) {
    const counted = oneCounted(tokens, read.end, language);
    return counted === null ? amount(null, read.end, true) : amount({ unit: counted, per: null }, read.end + 1, true);
  }
  const counted = isAttached(tokens[read.end]) ? null : countedAfter(tokens, read, language);
  const perAt = counted?.end ?? read.end;
  const isRate = counted !== null || quantities.per.has(tokens[perAt]?.lower ?? '');
  const rate = isRate ? readPer(tokens, perAt, language) : null;
  return amount(counted || rate ? { unit: counted?.unit ?? null, per: rate?.per ?? null } : null, rate?.end ?? counted?.end ?? read.end, true);
}

/** `500m users`: a scale, since it counts things; `some 21.6m` beside `$4.3bn`: one, since others of its sentence are. */
function isScaleLetter(sentence: Sentence, index: number): boolean {
  const { tokens, language } = sentence;
  if (!hasScaleLetter(tokens, index, language)) return false;
  sentence.scales.told ??= tokens.some((token, at) => token.kind === 'number' && tellsScale(tokens, at, language));
  const next = tokens[index + 2];
  const isBare = next?.kind !== 'word' || language.nouns.stops.has(next.lower) || language.nouns.verbs.has(next.lower);
  return (isBare && sentence.scales.told) || readCounted(tokens, index + 2, 1000, language) !== null;
}

function hasScaleLetter(tokens: readonly Token[], index: number, { numbers }: Language): boolean {
  const letter = tokens[index + 1];
  return tokens[index]?.kind === 'number' && letter !== undefined && isAttached(letter) && numbers.attachedScales.has(letter.lower);
}

/** Whether what is attached to the number is a scale beyond doubt: `1.3bn`, `£5m`, `500m users`. */
function tellsScale(tokens: readonly Token[], index: number, language: Language): boolean {
  const letter = tokens[index + 1];
  if (!letter || !isAttached(letter)) return false;
  if (language.numbers.scales.has(letter.lower)) return true;
  if (!hasScaleLetter(tokens, index, language)) return false;
  return signs.includes(tokens[index - 1]?.text ?? '') || readCounted(tokens, index + 2, 1000, language) !== null;
}

/** `one` and `1` count in the singular. */
function countedAfter(tokens: readonly Token[], read: NumberRead, language: Language): { unit: string; end: number } | null {
  const plural = readCounted(tokens, read.end, read.value, language);
  return plural ?? (read.value === 1 ? readRanked(tokens, read.end, language) : null);
}

function oneCounted(tokens: readonly Token[], index: number, { quantities }: Language): string | null {
  const word = tokens[index]?.lower ?? '';
  return quantities.onesCounted.has(word) ? word : null;
}

function isMinus(tokens: readonly Token[], at: number, { quantities }: Language): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || (next.kind !== 'number' && !quantities.minus.has(token.lower))) return false;
  if (quantities.minus.has(token.lower)) return true;
  const before = tokens[at - 1];
  return /^[-−–]$/.test(token.text) && token.spaceBefore && isAttached(next) && (!before || before.kind === 'word');
}

function currencyAt(
  tokens: readonly Token[],
  at: number,
  { quantities }: Language,
): { readonly unit: string; readonly end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const next = tokens[at + 1];
  if (token.kind === 'symbol') {
    const unit = signs.includes(token.text) ? readUnit(token.text, null).unit : null;
    return unit !== null && next?.kind === 'number' ? { unit, end: at + 1 } : null;
  }
  const named = quantities.currencyBefore.get(token.lower);
  if (named !== undefined) {
    const end = next?.text === '.' && isAttached(next) ? at + 2 : at + 1;
    const { unit } = readUnit(named, null);
    return unit !== null && tokens[end]?.kind === 'number' ? { unit, end } : null;
  }
  if (token.kind !== 'word' || !/^[A-Z.]{1,4}$/.test(token.text)) return null;
  if (next?.kind === 'symbol' && isAttached(next) && tokens[at + 2]?.kind === 'number') {
    const sign = `${token.text.replaceAll('.', '')}${next.text}`;
    const unit = signs.includes(sign) ? readUnit(sign, null).unit : null;
    if (unit !== null) return { unit, end: at + 2 };
  }
  const isCode = token.text.length === 3 && next?.kind === 'number' && readUnit(token.text, null).unit === token.text;
  return isCode && isMeasured(token.text) ? { unit: token.text, end: at + 1 } : null;
}

function currencyAfter(tokens: readonly Token[], at: number): { readonly unit: string; readonly end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const isCode = /^[A-Z]{3}$/.test(token.text) && isMeasured(token.text);
  if (isCode) return { unit: token.text, end: at + 1 };
  const unit = token.kind === 'symbol' && signs.includes(token.text) ? readUnit(token.text, null).unit : null;
  return unit !== null && tokens[at + 1]?.kind !== 'number' ? { unit, end: at + 1 } : null;
}

/** A measure or currency in words, signs or short: `km`, `per cent`, `degrees Celsius`, `euros`; with what it is a rate of. */
function readMeasure(
  tokens: readonly Token[],
  index: number,
  language: Language,
): { readonly unit: Unit; readonly end: number } | null {
  const hyphen = isHyphen(tokens, index) ? 1 : 0;
  const at = index + hyphen;
  for (let length = language.quantities.unitOpeners.has(tokens[at]?.lower ?? '') ? 3 : 1; length > 0; length--) {
    const taken = tokens.slice(at, at + length);
    if (taken.length < length || taken.some((token, n) => n > 0 && !continuesUnit(token, language))) continue;
    const unit = measureOf(taken, language, hyphen === 1);
    if (!unit) continue;
    const rate = unit.per === null ? readPer(tokens, at + length, language) : null;
    return { unit: rate ? { unit: unit.unit, per: rate.per } : unit, end: rate?.end ?? at + length };
  }
  return null;
}

function continuesUnit(token: Token, { nouns, quantities }: Language): boolean {
  return token.kind === 'symbol' ? /^[/.]$/.test(token.text) : token.kind === 'word' && (!nouns.stops.has(token.lower) || quantities.per.has(token.lower));
}

function measureOf(taken: readonly Token[], { quantities }: Language, hyphened: boolean): Unit | null {
  const [first] = taken;
  if (!first) return null;
  const attached = taken.length === 1 && isAttached(first) && !hyphened ? quantities.attachedUnits.get(first.text) : undefined;
  if (attached !== undefined) return { unit: attached, per: null };
  const spelt = taken.map(({ lower }) => lower).join(' ');
  const known = quantities.units.get(spelt);
  if (known !== undefined) {
    const [unit = known, per = null] = known.split(' per ');
    return { unit, per };
  }
  if (!quantities.readsUnits && first.kind === 'word' && !/^[a-z]/i.test(first.text)) return null;
  const isShort = first.text.length <= 3 && taken.length === 1;
  if (isShort && !isAttached(first) && !quantities.unitSymbols.has(first.lower)) return null;
  const words = taken.map((token, n) => (n > 0 && token.spaceBefore ? ` ${token.text}` : token.text)).join('');
  const { unit, per } = readUnit(words, null);
  if (!isMeasured(unit) || unit === null) return null;
  if (isShort && hyphened && unit === 'second') return null;
  return { unit, per };
}

function readPer(
  tokens: readonly Token[],
  index: number,
  language: Language,
): { readonly per: string; readonly end: number } | null {
  const { quantities } = language;
  const token = tokens[index];
  if (!token) return null;
  const isHyphened = isHyphen(tokens, index) && quantities.perArticle.has(tokens[index + 1]?.lower ?? '');
  const at = isHyphened ? index + 1 : index;
  const word = tokens[at]?.lower ?? '';
  const isSlash = word === '/' && isAttached(tokens[at + 1]);
  if (quantities.per.has(word) || isSlash) {
    const number = tokens[at + 1]?.kind === 'number' ? readNumber(tokens, at + 1, language) : null;
    if (number) {
      const noun = readCounted(tokens, number.end, number.value, language);
      return { per: [String(number.value), noun?.unit].filter(Boolean).join(' '), end: noun?.end ?? number.end };
    }
    const noun = tokens[at + 1];
    if (noun?.kind !== 'word') return null;
    return { per: perUnit(noun, language), end: at + 2 };
  }
  if (!quantities.perArticle.has(word)) return null;
  const nounAt = isHyphened && isHyphen(tokens, at + 1) ? at + 2 : at + 1;
  const noun = tokens[nounAt];
  const isCompared = language.dates.units.has(noun?.lower ?? '') && quantities.perNot.has(tokens[nounAt + 1]?.lower ?? '');
  return noun && quantities.perNouns.has(noun.lower) && !isCompared
    ? { per: perUnit(noun, language), end: nounAt + 1 }
    : null;
}

function perUnit(noun: Token, { quantities }: Language): string {
  return quantities.units.get(noun.lower) ?? readUnit(noun.text, null).unit ?? noun.lower;
}

/** `a three-day visit`, `a 30-member team`, `the 193-nation body`. */
function hyphenNoun(
  tokens: readonly Token[],
  index: number,
  read: NumberRead,
  { quantities, nouns }: Language,
): { unit: string; end: number } | null {
  const token = tokens[index];
  if (token?.kind !== 'word' || nouns.stops.has(token.lower) || quantities.hyphenIdioms.has(token.lower)) return null;
  if (read.value === 1 || beginsUpper(token.text)) return null;
  return { unit: token.text, end: index + 1 };
}

function readSingle(sentence: Sentence, amount: Amount, mode: QuantityMode | null): Reading | null {
  const { tokens, language } = sentence;
  const after = phraseAt(tokens, amount.end, boundsAfter(language.quantities.after));
  const afterNumber = amount.counts ? phraseAt(tokens, amount.numberEnd, boundsAfter(language.quantities.after)) : null;
  const noun = afterNumber && amount.unit === null ? readCounted(tokens, afterNumber.end, amount.value, language) : null;
  const bound = mode === null ? (afterNumber ?? after) : null;
  const age = noun || amount.unit ? null : (ageAt(sentence, amount.start) ?? appositeAge(sentence, amount));
  const unit = noun ? { unit: noun.unit, per: null } : (amount.unit ?? age?.unit ?? null);
  if (unit === null && mode === null && isOnlyName(tokens, amount, language)) return null;
  const { value, read } = amount;
  return {
    start: age?.start ?? amount.start,
    end: noun?.end ?? Math.max(bound?.end ?? 0, amount.end),
    value: createQuantity({ number: value, mode: mode ?? bound?.mode ?? 'exact', step: read.step, ...(unit ?? noUnit) }),
  };
}

/** A bare year, and a bare `one`, say nothing counted. */
function isOnlyName(tokens: readonly Token[], { read, numberEnd, start }: Amount, { quantities }: Language): boolean {
  if (read.value === 1 && !read.digits) return true;
  const written = tokens[start]?.text ?? '';
  if (read.digits && numberEnd === start + 1 && /^(?:1[0-9]|20)\d\d$/.test(written)) return true;
  return !read.digits && read.scale === 1 && quantities.pronounsBefore.has(tokens[start - 1]?.lower ?? '');
}

interface Age {
  readonly unit: Unit;
  readonly start: number;
}

const yearUnit: Unit = { unit: 'year', per: null };

/** `aged 45`, `aged 24 and 31` */
function ageAt({ tokens, language }: Sentence, start: number): Age | null {
  const { aged } = language.quantities;
  if (aged.has(tokens[start - 1]?.lower ?? '')) return { unit: yearUnit, start: start - 1 };
  const isSecond = language.nouns.and.has(tokens[start - 1]?.lower ?? '') && tokens[start - 2]?.kind === 'number';
  return isSecond && aged.has(tokens[start - 3]?.lower ?? '') ? { unit: yearUnit, start } : null;
}

/** `John Smith, 45, said` */
function appositeAge({ tokens }: Sentence, { read, start, end }: Amount): Age | null {
  if (!Number.isInteger(read.value) || read.value < 1 || read.value > 120 || !read.digits) return null;
  if (tokens[start - 1]?.text !== ',' || !/^[,.;)]$/.test(tokens[end]?.text ?? '')) return null;
  const name = tokens[start - 2];
  return name?.kind === 'word' && tokens[start - 3]?.kind !== 'number' && name.text.length > 1 ? { unit: yearUnit, start } : null;
}

/** `187 countries out of 192 members`, `one of the 54 members`, `one in five`. */
function readPart(sentence: Sentence, amount: Amount, mode: QuantityMode): Reading | null {
  const { tokens, language } = sentence;
  const { quantities } = language;
  const rest = { start: amount.start, mode, step: amount.read.step };
  const every = amount.unit === null ? endOfAny(tokens, amount.numberEnd, quantities.inEvery) : null;
  if (every !== null && amount.read.scale === 1) {
    const whole = readNumber(tokens, every, language);
    const isShare = whole && !whole.ordinal && whole.parts === null && whole.value > amount.value && (whole.value <= 1000 || whole.scale > 1);
    const isYear = whole?.digits === true && whole.value > 100 && tokens[every]?.text === String(whole.value);
    const measure = whole && readMeasure(tokens, whole.end, language);
    if (whole && isShare && !isYear && !measure && !language.dates.months.has(tokens[whole.end]?.lower ?? '')) {
      const noun = readCounted(tokens, whole.end, whole.value, language);
      const value = createQuantity({ number: amount.value, mode, unit: noun?.unit ?? null, of: whole.value, step: null });
      return { start: amount.start, end: noun?.end ?? whole.end, value };
    }
  }
  for (const at of amount.unit === null ? [amount.end] : [amount.end, amount.numberEnd]) {
    const of = endOfAny(tokens, at, quantities.outOf);
    if (of === null) continue;
    let from = of;
    while (quantities.wholes.has(tokens[from]?.lower ?? '')) from++;
    if (from > of && quantities.latest.has(tokens[from]?.lower ?? '')) from++;
    const whole = readAmount(sentence, from, true);
    if (!whole || whole.read.ordinal || whole.read.parts !== null || whole.value <= amount.value) continue;
    const isMeasure = isMeasured(amount.unit?.unit ?? null) || isMeasured(whole.unit?.unit ?? null);
    if (isMeasure && amount.unit !== null && !sameUnit(whole.unit ?? noUnit, amount.unit)) continue;
    const unit = amount.unit ?? whole.unit ?? noUnit;
    const value = createQuantity({ number: amount.value, mode, of: whole.value, step: rest.step, ...unit });
    return { start: amount.start, end: whole.end, value };
  }
  return null;
}

function sameUnit(a: Unit, b: Unit | null): boolean {
  return b !== null && a.unit === b.unit && a.per === b.per;
}

/** `two thirds`, `half of the voters`; a bare `half` or `a third` only where something says that it is a share. */
function readShare(
  { tokens, language }: Sentence,
  amount: Amount,
  parts: number,
  mode: QuantityMode,
  bounded: boolean,
): Reading | null {
  const { read, start } = amount;
  const measure = halfMeasure(tokens, read, language);
  if (measure) {
    const number = clean(read.value / parts);
    return { start, end: measure.end, value: createQuantity({ number, mode, step: trailingZerosStep(number), ...measure.unit }) };
  }
  const large = shareOfScale(tokens, read, language);
  if (large) {
    const number = clean((read.value / parts) * large.scale);
    const noun = readCounted(tokens, large.end, number, language);
    return { start, end: noun?.end ?? large.end, value: createQuantity({ number, mode, unit: noun?.unit ?? null, step: trailingZerosStep(number) }) };
  }
  const said = tokens.slice(start, read.end);
  const isPlain = said.length === 1 || language.numbers.articles.has(said[0]?.lower ?? '');
  const next = tokens[read.end]?.lower ?? '';
  const { quantities, nouns } = language;
  const isOf =
    quantities.outOf.some(([first]) => first === next) ||
    quantities.wholes.has(next) ||
    quantities.comparatives.some((ending) => next.endsWith(ending)) ||
    (quantities.sharesNouns && tokens[read.end]?.kind === 'word' && !nouns.stops.has(next));
  const last = tokens[read.end - 1]?.lower ?? '';
  const isVague = isPlain && ! read.digits && !language.numbers.pluralFractions.has(last);
  const isWord = quantities.by.has(tokens[start - 1]?.lower ?? '');
  if (isVague && !bounded && !isOf && !isWord) return null;
  if (isVague && isHyphen(tokens, read.end)) return null;
  const before = tokens[start - 1]?.lower ?? '';
  if (isVague && (language.numbers.ordinals.has(before) || quantities.notShareAfter.has(before))) return null;
  return { start, end: read.end, value: createQuantity({ number: read.value, mode, unit: 'share', of: parts, step: 1 }) };
}

/** `a quarter of a million` */
function shareOfScale(tokens: readonly Token[], read: NumberRead, { numbers, quantities }: Language): { scale: number; end: number } | null {
  const of = quantities.outOf.some((phrase) => phrase.length === 1 && standsAt(tokens, read.end, phrase)) ? read.end + 1 : read.end;
  const scale = numbers.scales.get(tokens[of + 1]?.lower ?? '');
  return scale !== undefined && numbers.articles.has(tokens[of]?.lower ?? '') ? { scale, end: of + 2 } : null;
}

/** `half an hour`, `a quarter of a mile`. */
function halfMeasure(tokens: readonly Token[], read: NumberRead, language: Language): { unit: Unit; end: number } | null {
  let at = read.end;
  if (language.quantities.outOf.some((phrase) => phrase.length === 1 && standsAt(tokens, at, phrase))) at++;
  const hyphen = isHyphen(tokens, at);
  if (!language.numbers.articles.has(tokens[at]?.lower ?? '') && !hyphen) return null;
  const token = tokens[at + 1];
  const unit = token && (token.text.length > 3 || hyphen) ? measureOf([token], language, hyphen) : null;
  if (unit && unit.unit !== 'second') return { unit, end: at + 2 };
  return token && language.quantities.unitOpeners.has(token.lower) ? readMeasure(tokens, at + 1, language) : null;
}

/** `10–20`, `10 to 20 km`, `two or three`; what falls (`138 to 50`) is no range. */
function readRange(sentence: Sentence, amount: Amount): Reading | null {
  const { tokens, language } = sentence;
  if (amount.unit !== null && amount.counts) return null;
  const joint = tokens[amount.end];
  const isDash = joint !== undefined && /^[-‐‑–—−]$/.test(joint.text);
  const isTight = isDash && isHyphen(tokens, amount.end);
  const isWord = joint?.spaceBefore === true && language.quantities.joints.has(joint.lower);
  const suspended = suspendedJoint(tokens, amount.end, language);
  if (!isTight && !isWord && suspended === null && !(isDash && /[–—]/.test(joint.text))) return null;
  if (isWord && amount.unit !== null && isChangeNear(sentence, amount.start)) return null;
  if (isWord && isYearLike(tokens, amount) && language.dates.yearSupport.has(tokens[amount.start - 1]?.lower ?? '')) return null;
  const second = readAmount(sentence, suspended ?? amount.end + 1, true);
  if (!second || second.read.ordinal || second.read.parts !== null || second.value <= amount.value) return null;
  const areBare = amount.unit === null && second.unit === null;
  if (amount.unit !== null && second.unit !== null && amount.unit.unit !== second.unit.unit) return null;
  if (isWord && amount.unit !== null && second.unit === null && !isCurrency(amount.unit.unit ?? '')) return null;
  if (areBare && suspended === null && (!(isTight || isWord) || (isTight && isYearLike(tokens, amount)))) return null;
  const age = areBare ? ageAt(sentence, amount.start) : null;
  const unit = age?.unit ?? second.unit ?? amount.unit ?? noUnit;
  const from = sharedScale(amount, second);
  const value = createQuantity({ number: second.value, mode: 'range', from, to: second.value, ...unit });
  return { start: age?.start ?? amount.start, end: second.end, value };
}

/** After `15- to` and `15-to-`: the index of the second number. */
function suspendedJoint(tokens: readonly Token[], index: number, { quantities }: Language): number | null {
  const hyphen = tokens[index];
  if (!hyphen || !/^[-‐‑–]$/.test(hyphen.text) || !isAttached(hyphen) || !quantities.joints.has(tokens[index + 1]?.lower ?? '')) return null;
  return isHyphen(tokens, index + 2) ? index + 3 : index + 2;
}

/** The first end of `10–20 million`, which is ten million. */
function sharedScale(first: Amount, second: Amount): number {
  const isShared = first.read.scale === 1 && second.read.scale > 1 && first.value < second.value / second.read.scale;
  return isShared ? clean(first.value * second.read.scale) : first.value;
}

function isYearLike(tokens: readonly Token[], { start }: Amount): boolean {
  return /^(?:1[0-9]|20)\d\d$/.test(tokens[start]?.text ?? '');
}

/** `between 10 and 20 km`, `from 51 to 192`: a change after a word of one, else a range. */
function readEnds(sentence: Sentence, at: number): Reading | null {
  const { tokens, language } = sentence;
  const { quantities } = language;
  const word = tokens[at]?.lower;
  let ends: Ends | null = null;
  for (const each of quantities.ends) if (each.open === word) ends = each;
  if (!ends) return null;
  const ages = agesEnd(sentence, at + 1);
  const first = readEnd(sentence, ages ?? at + 1);
  if (!first || tokens[first.end]?.lower !== ends.join) return null;
  const second = readEnd(sentence, first.end + 1);
  if (!second) return null;
  if (first.unit !== null && second.unit !== null && isMeasured(first.unit.unit) && first.unit.unit !== second.unit.unit) return null;
  const unit = second.unit ?? first.unit ?? (ages === null ? ageAt(sentence, at)?.unit : yearUnit) ?? noUnit;
  const isChange = ends.changes && (second.value < first.value || isChangeNear(sentence, at));
  const from = isChange ? first.value : sharedScale(first, second);
  if (!isChange && from > second.value) return null;
  const mode = isChange ? 'exact' : 'range';
  const step = second.read.step;
  const value = createQuantity({ number: second.value, mode, from, to: second.value, step, ...unit });
  return { start: at, end: second.end, value };
}

/** The index after `the ages of`, which makes years of bare numbers; null where it does not stand there. */
function agesEnd({ tokens, language }: Sentence, index: number): number | null {
  const { aged, wholes, outOf } = language.quantities;
  const at = wholes.has(tokens[index]?.lower ?? '') ? index + 1 : index;
  if (!aged.has(tokens[at]?.lower ?? '')) return null;
  return outOf.some((phrase) => phrase.length === 1 && standsAt(tokens, at + 1, phrase)) ? at + 2 : at + 1;
}

/** A number at one end, its own bound passed over: `from about 51 to almost 192`. */
function readEnd(sentence: Sentence, at: number): Amount | null {
  const bound = phraseAt(sentence.tokens, at, boundsBefore(sentence.language.quantities.before));
  const amount = readAmount(sentence, bound?.end ?? at, true);
  return amount && !amount.read.ordinal && amount.read.parts === null ? amount : null;
}

/** `rose to 192 from 51` */
function readChangeTo(sentence: Sentence, amount: Amount): Reading | null {
  const { tokens, language } = sentence;
  const isFrom = language.quantities.ends.some((ends) => ends.changes && ends.open === tokens[amount.end]?.lower);
  if (!isFrom || !isChangeNear(sentence, amount.start)) return null;
  const before = readEnd(sentence, amount.end + 1);
  if (!before || (isYearLike(tokens, before) && before.unit === null && !isYearLike(tokens, amount))) return null;
  if (language.dates.months.has(tokens[before.end]?.lower ?? '')) return null;
  if (amount.unit !== null && before.unit !== null && !sameUnit(amount.unit, before.unit)) return null;
  const unit = amount.unit ?? before.unit ?? noUnit;
  const { step } = amount.read;
  const value = createQuantity({ number: amount.value, from: before.value, to: amount.value, step, ...unit });
  return { start: amount.start, end: before.end, value };
}

/** `fourfold`, `10-fold`, `five times`, with the change that it tells of after it: `almost fourfold from 51 to 192`. */
function readFold(sentence: Sentence, at: number, mode: QuantityMode): Reading | null {
  const fold = foldAt(sentence, at);
  if (!fold) return null;
  const change = readEnds(sentence, fold.end);
  if (change?.value.from !== undefined && change.value.mode !== 'range') {
    const { number, unit, from, to, per } = change.value;
    return { start: at, end: change.end, value: createQuantity({ number, mode, unit, per, from, to, factor: fold.factor }) };
  }
  const value = createQuantity({ number: fold.factor, mode, factor: fold.factor, step: null });
  return { start: at, end: fold.end, value };
}

function beginsNumber(token: Token | undefined, { numbers }: Language): boolean {
  return token !== undefined && (token.kind === 'number' || numbers.beginnings.has(token.lower));
}

/** The ending of a multiple stands no further from its number's beginning: `twenty-five-fold`. */
const foldReach = 6;

function isEndingNear(tokens: readonly Token[], at: number, endings: readonly string[]): boolean {
  for (let n = at + 1; n < Math.min(tokens.length, at + foldReach); n++) if (endings.includes(tokens[n]!.lower)) return true;
  return false;
}

function foldAt({ tokens, language }: Sentence, at: number): { readonly factor: number; readonly end: number } | null {
  const { folds, foldEndings } = language.quantities;
  const known = folds.get(tokens[at]?.lower ?? '');
  if (known !== undefined) return { factor: known, end: at + 1 };
  if (foldEndings.length === 0 || !beginsNumber(tokens[at], language)) return null;
  if (!isEndingNear(tokens, at, foldEndings)) return null;
  const read = readNumber(tokens, at, language);
  if (!read || read.ordinal || read.parts !== null) return null;
  const ending = isHyphen(tokens, read.end) ? read.end + 1 : read.end;
  const token = tokens[ending];
  return token && isAttached(token) && foldEndings.includes(token.lower) ? { factor: read.value, end: ending + 1 } : null;
}

/** `doubled to 40`, `halved from 10 to 5` */
function readFactor(sentence: Sentence, at: number): Reading | null {
  const { tokens, language } = sentence;
  const { factors, ends, before } = language.quantities;
  const factor = factors.get(tokens[at]?.lower ?? '');
  if (factor === undefined) return null;
  const change = readEnds(sentence, at + 1);
  if (change?.value.from !== undefined && change.value.mode !== 'range') {
    const { number, unit, per, to } = change.value;
    return { start: at, end: change.end, value: createQuantity({ number, unit, per, from: change.value.from, to, factor }) };
  }
  if (!ends.some(({ join, changes }) => changes && join === tokens[at + 1]?.lower)) return null;
  const bound = phraseAt(tokens, at + 2, boundsBefore(before));
  const amount = readEnd(sentence, at + 2);
  if (!amount || (amount.unit === null && isYearLike(tokens, amount))) return null;
  const { value: number, read, unit, end } = amount;
  const mode = bound?.mode ?? 'exact';
  return { start: at, end, value: createQuantity({ number, mode, step: read.step, to: number, factor, ...(unit ?? noUnit) }) };
}

/** `more than double`, `nearly tripled to 40`: a bound says that the factor is measured. */
function readBoundFactor(sentence: Sentence, at: number, mode: QuantityMode): Reading | null {
  const factor = sentence.language.quantities.factors.get(sentence.tokens[at]?.lower ?? '');
  if (factor === undefined || isHyphen(sentence.tokens, at + 1)) return null;
  const change = readFactor(sentence, at);
  if (change) {
    const { number, unit, per, from, to } = change.value;
    return { ...change, value: createQuantity({ number, mode, unit, per, from, to, factor }) };
  }
  return { start: at, end: at + 1, value: createQuantity({ number: factor, mode, factor, step: null }) };
}

/** `twice` */
function readCount({ tokens, language }: Sentence, at: number): Reading | null {
  const number = language.quantities.counts.get(tokens[at]?.lower ?? '');
  if (number === undefined || isHyphen(tokens, at + 1)) return null;
  return { start: at, end: at + 1, value: createQuantity({ number, unit: 'time', step: null }) };
}

/** `63rd session`, `first UN office`, `second-largest bank`, `third of five children`, `fourth in the world`. */
function readRank({ tokens, language }: Sentence, amount: Amount): Reading | null {
  const { quantities } = language;
  const { read, start } = amount;
  const before = tokens[start - 1]?.lower ?? '';
  const next = tokens[read.end];
  const reading = (end: number, unit: string | null, of: number | null = null): Reading => ({
    start,
    end,
    value: createQuantity({ number: read.value, unit, of, ordinal: true }),
  });
  if (isOneOf(tokens, start, language) || isHyphen(tokens, start - 1)) return null;
  if (quantities.notOrdinalAfter.has(before) && !read.digits) return null;
  const whole = wholeOfRank(tokens, read.end, language);
  if (whole) return reading(whole.end, whole.unit, whole.of);
  const superlative = isHyphen(tokens, read.end) ? read.end + 1 : read.end;
  const isSuperlative = quantities.superlatives.some((ending) => tokens[superlative]?.lower.endsWith(ending) ?? false);
  if (superlative > read.end && !isSuperlative) return null;
  if (next && !read.digits && !isSuperlative && quantities.ordinalIdioms.has(next.lower)) return null;
  if (superlative === read.end && readNumber(tokens, read.end, language) !== null) return null;
  const noun = readRanked(tokens, superlative > read.end ? superlative + 1 : superlative, language);
  if (!noun && superlative > read.end) return reading(superlative + 1, null);
  if (noun) return isName(noun.unit, language) || isAdverb(noun.unit, read, language) ? null : reading(noun.end, noun.unit);
  const isPlaced = next === undefined || next.kind === 'symbol' || quantities.rankBefore.has(next.lower);
  const isSaid = quantities.rankVerbs.has(before) && (read.value > 1 || !quantities.beForms.has(before));
  return read.digits || (isSaid && isPlaced) ? reading(read.end, null) : null;
}

/** `one of the first` */
function isOneOf(tokens: readonly Token[], start: number, { quantities }: Language): boolean {
  let at = start - 1;
  while (quantities.wholes.has(tokens[at]?.lower ?? '')) at--;
  return quantities.outOf.some((phrase) => phrase.length === 1 && phrase[0] === tokens[at]?.lower) && quantities.one.has(tokens[at - 1]?.lower ?? '');
}

function wholeOfRank(tokens: readonly Token[], index: number, language: Language): { of: number; unit: string | null; end: number } | null {
  const of = endOfAny(tokens, index, language.quantities.outOf);
  const whole = of === null ? null : readNumber(tokens, of, language);
  if (!whole || whole.ordinal || whole.parts !== null || whole.scale > 1) return null;
  const noun = readCounted(tokens, whole.end, whole.value, language);
  return noun ? { of: whole.value, unit: noun.unit, end: noun.end } : null;
}

/** `Fifth Avenue`, `First World War`, `4th Fleet`: what an ordinal with a capital before such a word names. */
function isName(unit: string, { quantities }: Language): boolean {
  const last = unit.split(' ').at(-1) ?? '';
  return beginsUpper(last) && quantities.ordinalNames.has(last.toLowerCase());
}

function isAdverb(unit: string, read: NumberRead, { nouns }: Language): boolean {
  const word = unit.toLowerCase();
  return !read.digits && !word.includes(' ') && !nouns.keep.has(word) && nouns.endings.some((ending) => word.endsWith(ending));
}
