import { isBareYear } from './bareYears';
import type { CalendarMeaning, DateMeaning, YearMeaning } from './dateMeaning';
import { digitsAt, isCapital, isDash, isJoined, numberAt, textOf, wordAt } from './dateReader';
import type { DateRead, DateReader } from './dateReader';
import { readNumericDate } from './numericDates';
import { daysInMonth } from '../values/calendar';
import { standsAt } from './tokens';

const latestYear = 2100;
const noYear: YearMeaning = { is: 'nearest', direction: null };
const romanCentury = /^(?:x{0,2}(?:ix|iv|v?i{0,3}))$/;
const romanValues = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
]);

/** What reads `this year`, `of last year` at a token. */
export type ReadYear = (reader: DateReader, index: number) => { readonly year: YearMeaning; readonly end: number } | null;

/** A day, month, season, quarter, half, year, decade or century that begins at a token, as far as it goes; null where none does. */
export function readCalendar(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  return (
    readWithWeekday(reader, index, readYear) ??
    readDay(reader, index, readYear) ??
    readMonth(reader, index, readYear) ??
    readDivision(reader, index, readYear) ??
    readCentury(reader, index) ??
    readDecade(reader, index) ??
    readEraYear(reader, index) ??
    readBareYear(reader, index)
  );
}

/** `Monday, 2 March`, `Sat., Oct. 24, 2014`, `Monday (2 March)`: the weekday adds nothing. */
function readWithWeekday(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  const { weekdays, weekdayAbbreviations } = reader.language.dates;
  const word = wordAt(reader, index);
  if (!weekdays.has(word) && !weekdayAbbreviations.has(word)) return null;
  let at = index + 1;
  if (weekdayAbbreviations.has(word) && wordAt(reader, at) === '.') at++;
  const opener = wordAt(reader, at);
  if (opener === ',' || opener === '(') at++;
  const day = readDay(reader, at, readYear);
  if (!day) return null;
  return { ...day, start: index, end: opener === '(' && wordAt(reader, day.end) === ')' ? day.end + 1 : day.end };
}

/** A day with its month and, if written, its year. */
export function readDay(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  return readNumericDate(reader, index) ?? readDayFirst(reader, index, readYear) ?? readMonthFirst(reader, index, readYear);
}

function readDayFirst(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  const day = readDayNumber(reader, index);
  if (!day) return null;
  const words = reader.language.dates;
  let at = day.end;
  const hasOf = words.of.has(wordAt(reader, at));
  while (words.of.has(wordAt(reader, at))) at++;
  if (!hasOf && isDash(reader, at) && isJoined(reader, at)) at++;
  const month = monthAt(reader, at, true);
  if (!month || (day.spelled && !hasOf)) return null;
  const hyphened = isDash(reader, at - 1) && isDash(reader, month.end) ? digitsAt(reader, month.end + 1, 4, 4) : null;
  if (hyphened !== null) {
    const year: YearMeaning = { is: 'written', year: hyphened };
    const meaning: CalendarMeaning = { type: 'calendar', year, month: month.month, day: day.day, division: null };
    return { start: index, end: month.end + 2, meaning };
  }
  return withYear(reader, index, month.end, { month: month.month, day: day.day }, readYear);
}

function readMonthFirst(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  const words = reader.language.dates;
  const month = words.monthFirst ? monthAt(reader, index, true) : null;
  if (!month) return null;
  let at = month.end;
  const hasArticle = words.of.has(wordAt(reader, at)) && words.articles.has(wordAt(reader, at));
  if (hasArticle) at++;
  const day = readDayNumber(reader, at);
  if (!day || (day.spelled && !hasArticle) || readsOn(reader, day.end)) return null;
  return withYear(reader, index, day.end, { month: month.month, day: day.day }, readYear);
}

/** Whether digits go on past what was read: `March 2:1`, `May 5%`. */
function readsOn(reader: DateReader, index: number): boolean {
  return isJoined(reader, index) && /^[%:°]$/.test(wordAt(reader, index));
}

export interface DayNumber {
  readonly day: number;
  readonly end: number;
  /** In words: `second`. */
  readonly spelled: boolean;
}

/** `2`, `2nd`, `2-го`, `second` as the number of a day. */
export function readDayNumber(reader: DateReader, index: number): DayNumber | null {
  const day = digitsAt(reader, index, 1, 2);
  if (day !== null) {
    if (day < 1 || day > 31) return null;
    const { daySuffixes } = reader.language.dates;
    const after = index + 1;
    if (isJoined(reader, after) && daySuffixes.has(wordAt(reader, after))) return { day, end: after + 1, spelled: false };
    if (isDash(reader, after) && daySuffixes.has(wordAt(reader, after + 1)) && isJoined(reader, after + 1)) {
      return { day, end: after + 2, spelled: false };
    }
    return isJoined(reader, after) && reader.tokens[after]?.kind === 'word' ? null : { day, end: after, spelled: false };
  }
  if (reader.tokens[index]?.kind !== 'word') return null;
  const number = numberAt(reader, index);
  if (!number?.ordinal || number.digits || number.value < 1 || number.value > 31) return null;
  return { day: number.value, end: number.end, spelled: true };
}

interface MonthRead {
  readonly month: number;
  readonly end: number;
}

/** The month at a token; `supported` when a number beside it says that it is one. */
export function monthAt(reader: DateReader, index: number, supported: boolean): MonthRead | null {
  const words = reader.language.dates;
  const word = wordAt(reader, index);
  const month = words.months.get(word);
  if (!words.capitals && index > 0 && isCapital(reader.tokens[index])) return null;
  if (month !== undefined) return supported || standsAlone(reader, index) ? { month, end: index + 1 } : null;
  const short = words.monthAbbreviations.get(word);
  if (short === undefined || !supported) return null;
  const isStopped = wordAt(reader, index + 1) === '.' && isJoined(reader, index + 1);
  return { month: short, end: index + (isStopped ? 2 : 1) };
}

function standsAlone(reader: DateReader, index: number): boolean {
  const words = reader.language.dates;
  if (!words.capitals) return true;
  const token = reader.tokens[index];
  if (!isCapital(token)) return false;
  const isHyphened = isDash(reader, index - 1) && isJoined(reader, index);
  const before = wordAt(reader, isHyphened ? index - 2 : index - 1);
  if (words.monthSupport.has(before) || isListed(reader, index)) return true;
  if (words.ambiguousMonths.has(wordAt(reader, index))) return false;
  const after = reader.tokens[index + 1];
  return !isCapital(after) && !(isCapital(reader.tokens[index - 1]) && index > 1) && after?.lower !== "'s";
}

/** Whether the word before joins it to a month, or the word after does: `April and May`, `June to August`. */
function isListed(reader: DateReader, index: number): boolean {
  const { and, to, months } = reader.language.dates;
  const joins = (at: number): boolean => and.has(wordAt(reader, at)) || to.has(wordAt(reader, at)) || isDash(reader, at);
  const isMonth = (at: number): boolean => months.has(wordAt(reader, at)) && isCapital(reader.tokens[at]);
  return (joins(index - 1) && isMonth(index - 2)) || (joins(index + 1) && isMonth(index + 2));
}

function readMonth(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  const beside = monthAt(reader, index, true);
  if (!beside) return null;
  const dated = withYear(reader, index, beside.end, { month: beside.month, day: null }, readYear);
  if (dated && dated.end > beside.end) return dated;
  return monthAt(reader, index, false) && dated;
}

function withYear(
  reader: DateReader,
  start: number,
  end: number,
  parts: { readonly month: number; readonly day: number | null },
  readYear: ReadYear,
): DateRead | null {
  const found = yearAfter(reader, end, readYear);
  const { month, day } = parts;
  const year = found?.year ?? noYear;
  const longest = daysInMonth(year.is === 'written' ? year.year : 2000, month);
  if (day !== null && day > longest) return null;
  return { start, end: found?.end ?? end, meaning: { type: 'calendar', year, month, day, division: null } };
}

/** The year after a month, season, quarter or day: `1992`, `, 1992`, `of 1992`, `1992 года`, `this year`, `’68`. */
function yearAfter(
  reader: DateReader,
  index: number,
  readYear: ReadYear,
): { readonly year: YearMeaning; readonly end: number } | null {
  const words = reader.language.dates;
  const isComma = wordAt(reader, index) === ',';
  const at = isComma || words.of.has(wordAt(reader, index)) ? index + 1 : index;
  const year = digitsAt(reader, at, isComma ? 4 : 3, 4);
  if (year !== null && year <= latestYear && (year > 999 || !reader.tokens[at + 1] || eraAfter(reader, at + 1))) {
    if (!readsOn(reader, at + 1) && !(isComma && words.counted.has(wordAt(reader, at + 1)))) {
      return eraYear(reader, at, year) ?? { year: { is: 'written', year }, end: yearWordsEnd(reader, at + 1) };
    }
  }
  if (/^['’‘]$/.test(reader.tokens[at]?.text ?? '') && isJoined(reader, at + 1)) {
    const short = digitsAt(reader, at + 1, 2, 2);
    if (short !== null) return { year: { is: 'written', year: (short < 30 ? 2000 : 1900) + short }, end: at + 2 };
  }
  const unit = words.units.get(wordAt(reader, at + 1));
  if (at > index && !isComma && words.articles.has(wordAt(reader, at)) && unit === 'year') {
    const written = textOf(reader, at, at + 2);
    return { year: { is: 'offset', offset: 0, hangsOn: 'article', words: written }, end: at + 2 };
  }
  return readYear(reader, isComma ? index : at);
}

/** The index after `года`, `г.` or `-го`, where the year is followed by it. */
function yearWordsEnd(reader: DateReader, index: number): number {
  const word = wordAt(reader, index);
  const { yearWords, daySuffixes } = reader.language.dates;
  if (isDash(reader, index) && isJoined(reader, index + 1) && daySuffixes.has(wordAt(reader, index + 1))) {
    return yearWordsEnd(reader, index + 2);
  }
  if (!yearWords.has(word)) return index;
  return word.length <= 2 && wordAt(reader, index + 1) === '.' && isJoined(reader, index + 1) ? index + 2 : index + 1;
}

function readDivision(reader: DateReader, index: number, readYear: ReadYear): DateRead | null {
  const words = reader.language.dates;
  const season = words.seasons.get(wordAt(reader, index));
  if (season !== undefined) {
    const year = yearAfter(reader, index + 1, readYear);
    return year && { start: index, end: acrossYears(reader, season, year), meaning: divisionMeaning(season, year.year) };
  }
  const part = partOfYear(reader, index);
  if (!part) return null;
  const year = yearAfter(reader, part.end, readYear);
  if (!year && !part.alone) return null;
  return { start: index, end: year?.end ?? part.end, meaning: divisionMeaning(part.code, year?.year ?? noYear) };
}

/** The end of `winter of 2019–2020` or `2019/20`, which is one winter. */
function acrossYears(
  reader: DateReader,
  season: number,
  { year, end }: { readonly year: YearMeaning; readonly end: number },
): number {
  const isJoint = isDash(reader, end) || wordAt(reader, end) === '/';
  const next = isJoint && isJoined(reader, end) ? digitsAt(reader, end + 1, 2, 4) : null;
  const isNext = next !== null && year.is === 'written' && next === (next < 100 ? (year.year + 1) % 100 : year.year + 1);
  return isNext && season % 4 === 0 ? end + 2 : end;
}

function divisionMeaning(division: number, year: YearMeaning): CalendarMeaning {
  return { type: 'calendar', year, month: null, day: null, division };
}

/** `Q3`, `3Q`, `third quarter`, `first half`; `alone` when it is one without a year too. */
function partOfYear(
  reader: DateReader,
  index: number,
): { readonly code: number; readonly end: number; readonly alone: boolean } | null {
  const { ordinals, quarterWords, halfWords, halfYearWords } = reader.language.dates;
  const [, short] = /^[qh]([1-4])$/.exec(wordAt(reader, index)) ?? [];
  if (short !== undefined) return partCode(Number(short), wordAt(reader, index).startsWith('q'), index + 1);
  const digit = digitsAt(reader, index, 1, 1);
  if (digit !== null && /^[qh]$/.test(wordAt(reader, index + 1)) && isJoined(reader, index + 1)) {
    return partCode(digit, wordAt(reader, index + 1) === 'q', index + 2);
  }
  const suffixed = digit === null ? null : readDayNumber(reader, index);
  const ordinal = ordinals.get(wordAt(reader, index)) ?? (suffixed && suffixed.end > index + 1 ? suffixed.day : null);
  if (ordinal === null) return null;
  let at = suffixed?.end ?? index + 1;
  if (isDash(reader, at)) at++;
  const noun = wordAt(reader, at);
  if (quarterWords.has(noun)) return partCode(ordinal, true, at + 1);
  const half = halfWords.has(noun) ? partCode(ordinal, false, at + 1) : null;
  return half && { ...half, alone: halfYearWords.has(noun) };
}

function partCode(
  number: number,
  isQuarter: boolean,
  end: number,
): { readonly code: number; readonly end: number; readonly alone: boolean } | null {
  if (number < 1 || number > (isQuarter ? 4 : 2)) return null;
  return { code: (isQuarter ? 32 : 39) + number, end, alone: isQuarter };
}

/** `19th century`, `nineteenth century`, `XIX век`, `5th century BC` */
function readCentury(reader: DateReader, index: number): DateRead | null {
  const { centuryWords } = reader.language.dates;
  const ordinal = readOrdinal(reader, index);
  if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return null;
  let at = ordinal.end;
  if (isDash(reader, at)) at++;
  if (!centuryWords.has(wordAt(reader, at))) return null;
  at = wordAt(reader, at).length === 1 && wordAt(reader, at + 1) === '.' && isJoined(reader, at + 1) ? at + 2 : at + 1;
  const era = eraAfter(reader, at);
  const digits = String(ordinal.value - 1).padStart(2, '0');
  const meaning: DateMeaning = { type: 'masked', edtf: `${era?.before ? '-' : ''}${digits}XX` };
  return { start: index, end: era?.end ?? at, meaning };
}

/** `19th`, `nineteenth`, `XIX` */
export function readOrdinal(reader: DateReader, index: number): { readonly value: number; readonly end: number } | null {
  const token = reader.tokens[index];
  if (token?.kind === 'number') {
    const day = readDayNumber(reader, index);
    return day && day.end > index + 1 ? { value: day.day, end: day.end } : null;
  }
  if (token?.kind !== 'word') return null;
  if (/^[IVXХ]+$/.test(token.text)) {
    const value = romanNumber(token.lower.replaceAll('х', 'x'));
    return value === null ? null : { value, end: index + 1 };
  }
  const number = numberAt(reader, index);
  return number?.ordinal ? { value: number.value, end: number.end } : null;
}

function romanNumber(roman: string): number | null {
  if (!romanCentury.test(roman)) return null;
  let value = 0;
  for (let at = 0; at < roman.length; at++) {
    const digit = romanValues.get(roman.charAt(at)) ?? 0;
    value += digit < (romanValues.get(roman.charAt(at + 1)) ?? 0) ? -digit : digit;
  }
  return value;
}

/** `1990s`, `1990-е годы`, `’90s`, `nineties`; `1800s` is a century, `2000s` a decade. */
function readDecade(reader: DateReader, index: number): DateRead | null {
  const words = reader.language.dates;
  const named = words.decadeNames.get(wordAt(reader, index));
  if (named !== undefined) return { start: index, end: index + 1, meaning: { type: 'shortDecade', decade: named } };
  const isShortened = /^['’‘]$/.test(reader.tokens[index]?.text ?? '') && isJoined(reader, index + 1);
  const at = isShortened ? index + 1 : index;
  const number = digitsAt(reader, at, 2, 4);
  if (number === null || number % 10 !== 0 || String(number).length === 3) return null;
  let end = at + 1;
  if (isDash(reader, end) && isJoined(reader, end)) end++;
  else if (/^['’]$/.test(reader.tokens[end]?.text ?? '')) end++;
  const suffix = wordAt(reader, end);
  if (!isJoined(reader, end) || !(words.decadeSuffixes.has(suffix) || (suffix === "'s" && words.decadeSuffixes.has('s')))) {
    return null;
  }
  end++;
  const hasNoun = words.decadeWords.has(wordAt(reader, end));
  if (hasNoun) end = yearNounEnd(reader, end);
  if (number >= 1000) {
    if (number > latestYear) return null;
    const isCentury = number % 100 === 0 && number !== 2000;
    const edtf = isCentury ? `${number / 100}XX` : `${number / 10}X`;
    return { start: index, end, meaning: { type: 'masked', edtf } };
  }
  const isSupported = isShortened || hasNoun || [1, 2, 3].some((back) => words.decadeArticles.has(wordAt(reader, index - back)));
  return isSupported && number < 100 ? { start: index, end, meaning: { type: 'shortDecade', decade: number } } : null;
}

function yearNounEnd(reader: DateReader, index: number): number {
  const isShort = wordAt(reader, index).length <= 2 && wordAt(reader, index + 1) === '.' && isJoined(reader, index + 1);
  return index + (isShort ? 2 : 1);
}

function eraAfter(reader: DateReader, index: number): { readonly before: boolean; readonly end: number } | null {
  for (const [phrase, before] of reader.language.dates.erasAfter) {
    if (standsAt(reader.tokens, index, phrase)) return { before, end: index + phrase.length };
  }
  return null;
}

function eraYear(
  reader: DateReader,
  index: number,
  year: number,
): { readonly year: YearMeaning; readonly end: number } | null {
  const era = eraAfter(reader, yearWordsEnd(reader, index + 1));
  return era && { year: { is: 'written', year: era.before ? 1 - year : year }, end: era.end };
}

/** `44 BC`, `AD 79` */
function readEraYear(reader: DateReader, index: number): DateRead | null {
  const before = reader.language.dates.erasBefore.get(wordAt(reader, index));
  if (before !== undefined && isCapital(reader.tokens[index])) {
    const year = digitsAt(reader, index + 1, 1, 4);
    return year === null ? null : yearMeaning(index, index + 2, before ? 1 - year : year);
  }
  const year = digitsAt(reader, index, 1, 4);
  if (year === null || year === 0) return null;
  const dated = eraYear(reader, index, year);
  return dated?.year.is === 'written' ? yearMeaning(index, dated.end, dated.year.year) : null;
}

function yearMeaning(start: number, end: number, year: number): DateRead {
  const meaning: DateMeaning = { type: 'calendar', year: { is: 'written', year }, month: null, day: null, division: null };
  return { start, end, meaning };
}

function readBareYear(reader: DateReader, index: number): DateRead | null {
  if (!isBareYear(reader, index)) return null;
  return yearMeaning(index, yearWordsEnd(reader, index + 1), Number(textOf(reader, index, index + 1)));
}

