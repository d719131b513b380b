import type { DateMeaning, Tense } from './dateMeaning';
import type { Language, Phrase } from './languages/language';
import type { QuantityMode } from '../values/value';
import { memoizeByObject } from '../memo';
import { readNumber, vulgarFractions } from './numerals';
import type { NumberRead } from './numerals';
import { anything, compileRules, slotBits } from './phraseRules';
import type { RuleIndex } from './phraseRules';
import { areDigits } from './tokens';
import type { Token } from './tokens';

/** A date read from tokens `start` to `end`, half-open. */
export interface DateRead {
  readonly start: number;
  readonly end: number;
  /** Null: words that are no date, whatever they look like. */
  readonly meaning: DateMeaning | null;
}

/** What is made of a language's words once. */
interface PreparedWords {
  readonly points: RuleIndex;
  readonly periods: RuleIndex;
  /** What words can begin, as bits: dates of any kind, those of the calendar, slots of rules. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** Bounds and approximations by their first word. */
  readonly bounds: ReadonlyMap<string, readonly (readonly [Phrase, QuantityMode])[]>;
}

/** How many of a unit, read from tokens `start` to `end`, half-open. */
export interface AmountRead {
  readonly number: number;
  readonly mode: QuantityMode;
  readonly start: number;
  readonly end: number;
}

/** A sentence being read. What was read at a token is kept, so that phrases within phrases cost nothing twice. */
export interface DateReader extends PreparedWords {
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** By token: what it can begin, as bits. */
  readonly begins: readonly number[];
  readonly readPoints: (DateRead | null)[];
  readonly readAmounts: (AmountRead | null)[];
  readonly readNumbers: (NumberRead | null)[];
  /** How deep in phrases within phrases the reading is. */
  readonly depth: { now: number };
  /** What all of the sentence tells of its time, once someone asked. */
  readonly told: { tense?: Tense };
}

/** A reader at the beginning of a sentence. */
export function createDateReader(tokens: readonly Token[], language: Language): DateReader {
  const { points, periods, beginnings, bounds } = prepare(language);
  const begins = tokens.map(({ kind, text, lower }) => {
    if (kind === 'number') return numberBits;
    const known = beginnings.get(lower) ?? 0;
    if (kind === 'symbol') return vulgarFractions.has(text) ? known | numberBits : known;
    const isFigure = text.length < 6 && (text !== lower || text.length === 2) && figures.test(text);
    return isFigure ? known | POINT | calendarBit : known;
  });
  return { points, periods, beginnings, bounds, tokens, language, begins, readPoints: [], readAmounts: [], readNumbers: [], depth: { now: 0 }, told: {} };
}

const prepare = memoizeByObject((language: Language): PreparedWords => {
  const { rules, comparisons } = language.dates;
  const bounds = new Map<string, (readonly [Phrase, QuantityMode])[]>();
  for (const bound of language.quantities.before) {
    const word = bound[0][0] ?? '';
    if (comparisons.has(word)) continue;
    const list = bounds.get(word);
    if (list) list.push(bound);
    else bounds.set(word, [bound]);
  }
  const [points, periods] = [compileRules(rules, 'point'), compileRules(rules, 'period')];
  return { points, periods, beginnings: beginningsOf(language, points, periods, bounds), bounds };
});

const { AMOUNT, UNIT, POINT, MONTH, SEASON, WEEKDAY, ORDINAL } = slotBits;
const calendarBit = anything << 1;
const periodBit = anything << 2;
const openerBit = anything << 3;

function beginningsOf(language: Language, points: RuleIndex, periods: RuleIndex, bounds: Keyed): ReadonlyMap<string, number> {
  const { dates, numbers } = language;
  const { months, monthAbbreviations, weekdays, weekdayAbbreviations, seasons, erasBefore, decadeNames, ordinals } = dates;
  const bits = new Map<string, number>();
  const mark = (bit: number, ...lists: readonly Keyed[]): void => {
    for (const list of lists) for (const word of list.keys()) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  const tens = [...numbers.cardinals].filter(([, value]) => value >= 20 && value < 100).map(([word]) => word);
  const calendar = [months, monthAbbreviations, weekdays, weekdayAbbreviations, seasons, erasBefore, decadeNames, ordinals, numbers.ordinals];
  mark(POINT | calendarBit, ...calendar, new Set([...tens, ...shortenings]));
  mark(POINT, points.byWord, dates.units, dates.one, dates.anniversaries);
  mark(periodBit, periods.byWord);
  mark(periodBit | openerBit, dates.rangeOpeners);
  mark(POINT | AMOUNT, numbers.beginnings, ...amountMaps(language), bounds, new Set(dates.amountWords.map(([[first = '']]) => first)));
  mark(UNIT, dates.units, dates.countedUnits);
  mark(MONTH, months, monthAbbreviations);
  mark(SEASON, seasons);
  mark(WEEKDAY, weekdays);
  mark(ORDINAL, numbers.beginnings);
  return bits;
}

/** Of numbers and fractions. */
const numberBits = AMOUNT | ORDINAL | POINT | calendarBit;

interface Keyed {
  keys(): Iterable<string>;
}

/** Words that amounts of a unit begin with. */
function amountMaps({ dates, numbers }: Language): readonly Keyed[] {
  const { cardinals, multipliers, scales, fractions, fractionsAlone, mixed, articles } = numbers;
  return [cardinals, multipliers, scales, fractions, fractionsAlone, mixed, articles, dates.one];
}

/** Before a year or decade without its century: `’68`. */
const shortenings = ["'", '’', '‘'];
/** `Q3`, `H1`; centuries in Roman figures, with Cyrillic letters too. */
const figures = /^(?:[QHqh][1-4]|[IVXХ]+)$/;

/** Whether a date can begin at a token; most tokens are told apart by this alone. */
export function mayBegin({ begins }: DateReader, index: number): boolean {
  return ((begins[index] ?? 0) & (POINT | periodBit)) !== 0;
}

/** As `mayBegin`, of words that begin rules alone also by the token after them: `the minister` begins none. */
export function mayGoOn({ begins, tokens, points, periods }: DateReader, index: number): boolean {
  const own = begins[index] ?? 0;
  if ((own & ~(POINT | periodBit)) !== 0) return true;
  if (own === 0) return false;
  const word = tokens[index]!.lower;
  const next = tokens[index + 1];
  const nextBits = (begins[index + 1] ?? 0) | anything;
  for (const { byWord } of [points, periods]) {
    const begun = byWord.get(word);
    if (!begun) continue;
    for (const { nextSlots } of begun.byNext.get(next?.lower ?? '') ?? begun.rest) if ((nextSlots & nextBits) !== 0) return true;
  }
  return false;
}

/** Whether a date of the calendar can begin at a token, as against one of the rules. */
export function mayBeginCalendar({ begins }: DateReader, index: number): boolean {
  return ((begins[index] ?? 0) & calendarBit) !== 0;
}

/** The number that begins at a token. */
export function numberAt(reader: DateReader, index: number): NumberRead | null {
  const known = reader.readNumbers[index];
  if (known !== undefined) return known;
  const number = readNumber(reader.tokens, index, reader.language);
  reader.readNumbers[index] = number;
  return number;
}

/** Lower-case text of a token; empty where there is none. */
export function wordAt({ tokens }: DateReader, index: number): string {
  return tokens[index]?.lower ?? '';
}

/** Whether the token begins with a capital letter. */
export function isCapital(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}

/** The value of a token of `least` to `most` plain digits; null for other tokens. */
export function digitsAt({ tokens }: DateReader, index: number, least: number, most: number): number | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.text.length < least || token.text.length > most) return null;
  return areDigits(token.text) ? Number(token.text) : null;
}

/** Whether the token is there and stands against the one before it. */
export function isJoined({ tokens }: DateReader, index: number): boolean {
  return tokens[index]?.spaceBefore === false;
}

const dashes = new Set('-‐‑‒–—−');

/** Whether the token is a hyphen or dash of any length. */
export function isDash(reader: DateReader, index: number): boolean {
  const token = reader.tokens[index];
  return token?.kind === 'symbol' && dashes.has(token.text);
}

/** The words of tokens as they are written. */
export function textOf({ tokens }: DateReader, start: number, end: number): string {
  let text = '';
  for (const token of tokens.slice(start, end)) text += `${text !== '' && token.spaceBefore ? ' ' : ''}${token.text}`;
  return text;
}
