import type { Amount, DateMeaning } from './dateMeaning';
import type { Language, Phrase } from './languages/language';
import type { QuantityMode } from '../values/value';
import { readNumber } from './numerals';
import type { NumberRead } from './numerals';
import { compileRules } from './phraseRules';
import type { RuleIndex } from './phraseRules';
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
  /** Words that a date can begin with. */
  readonly openings: ReadonlySet<string>;
  /** … and those that one of the calendar can. */
  readonly calendarOpenings: ReadonlySet<string>;
  /** Bounds and approximations by their first word. */
  readonly bounds: ReadonlyMap<string, readonly (readonly [Phrase, QuantityMode])[]>;
}

/** How many of a unit, and the token after it. */
export interface AmountRead {
  readonly amount: Amount;
  readonly end: number;
}

/** A sentence being read. What was read at a token is kept, so that phrases within phrases cost nothing twice. */
export interface DateReader extends PreparedWords {
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly readPoints: Map<number, DateRead | null>;
  readonly readAmounts: Map<number, AmountRead | null>;
  readonly readNumbers: Map<number, NumberRead | null>;
  /** How deep in phrases within phrases the reading is. */
  readonly depth: { now: number };
}

const prepared = new WeakMap<Language, PreparedWords>();

/** A reader at the beginning of a sentence. */
export function createDateReader(tokens: readonly Token[], language: Language): DateReader {
  return { tokens, language, ...prepare(language), readPoints: new Map(), readAmounts: new Map(), readNumbers: new Map(), depth: { now: 0 } };
}

function prepare(language: Language): PreparedWords {
  const known = prepared.get(language);
  if (known) return known;
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
  const calendarOpenings = calendarOpeningsOf(language);
  const openings = new Set([
    ...calendarOpenings,
    ...[points.byWord, periods.byWord, bounds, ...amountMaps(language)].flatMap((each) => [...each.keys()]),
    ...language.dates.amountWords.map(([[first = '']]) => first),
  ]);
  const made = { points, periods, openings, calendarOpenings, bounds };
  prepared.set(language, made);
  return made;
}

function calendarOpeningsOf({ dates, numbers }: Language): ReadonlySet<string> {
  const { months, monthAbbreviations, weekdays, weekdayAbbreviations, seasons, erasBefore, decadeNames, ordinals } = dates;
  const names = [months, monthAbbreviations, weekdays, weekdayAbbreviations, seasons, erasBefore, decadeNames, ordinals];
  const tens = [...numbers.cardinals].filter(([, value]) => value >= 20 && value < 100).map(([word]) => word);
  return new Set([...names, numbers.ordinals].flatMap((each) => [...each.keys()]).concat(tens, shortenings));
}

interface Keyed {
  keys(): Iterable<string>;
}

/** Words that amounts of a unit, anniversaries and ranges of days begin with. */
function amountMaps({ dates, numbers }: Language): readonly Keyed[] {
  const { cardinals, multipliers, scales, fractions, fractionsAlone, mixed, articles } = numbers;
  const { units, one, anniversaries, rangeOpeners } = dates;
  return [cardinals, multipliers, scales, fractions, fractionsAlone, mixed, articles, units, one, anniversaries, rangeOpeners];
}

/** Before a year or decade without its century: `’68`. */
const shortenings = ["'", '’', '‘'];
/** `Q3`, `H1`; centuries in Roman figures, with Cyrillic letters too. */
const figures = /^(?:[QHqh][1-4]|[IVXХ]+)$/;

/** Whether a date can begin at a token; most tokens are told apart by this alone. */
export function mayBegin(reader: DateReader, index: number): boolean {
  return isAmong(reader.openings, reader.tokens[index]);
}

/** Whether a date of the calendar can begin at a token, as against one of the rules. */
export function mayBeginCalendar(reader: DateReader, index: number): boolean {
  return isAmong(reader.calendarOpenings, reader.tokens[index]);
}

function isAmong(openings: ReadonlySet<string>, token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'number' || openings.has(token.lower)) return true;
  return token.kind === 'word' && token.text.length < 6 && figures.test(token.text);
}

/** The number that begins at a token. */
export function numberAt(reader: DateReader, index: number): NumberRead | null {
  const known = reader.readNumbers.get(index);
  if (known !== undefined) return known;
  const number = readNumber(reader.tokens, index, reader.language);
  reader.readNumbers.set(index, number);
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
  return /^\d+$/.test(token.text) ? Number(token.text) : null;
}

/** Whether the token is there and stands against the one before it. */
export function isJoined({ tokens }: DateReader, index: number): boolean {
  return tokens[index]?.spaceBefore === false;
}

/** Whether the token is a hyphen or dash of any length. */
export function isDash(reader: DateReader, index: number): boolean {
  return /^[-‐‑‒–—−]$/.test(reader.tokens[index]?.text ?? '');
}

/** The words of tokens as they are written. */
export function textOf({ tokens }: DateReader, start: number, end: number): string {
  let text = '';
  for (const token of tokens.slice(start, end)) text += `${text !== '' && token.spaceBefore ? ' ' : ''}${token.text}`;
  return text;
}

/** Whether the words of a phrase stand at a token. */
export function hasPhrase(reader: DateReader, index: number, phrase: Phrase): boolean {
  return phrase.every((word, offset) => wordAt(reader, index + offset) === word);
}
