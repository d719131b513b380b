import { readDay, readDayNumber, readOrdinal } from './calendarDates';
import type { CalendarMeaning, DateMeaning } from './dateMeaning';
import { digitsAt, isDash, isJoined, mayBegin, mayBeginCalendar, wordAt } from './dateReader';
import type { DateRead, DateReader } from './dateReader';
import { longer, readPoint, readRules } from './datePoints';

/** The period at a token: a range, an open end, a stretch from the present; null where none begins. */
export function readPeriod(reader: DateReader, index: number): DateRead | null {
  if (!mayBegin(reader, index)) return null;
  const byRule = readRules(reader, reader.periods, index);
  if (!mayBeginCalendar(reader, index) && !reader.language.dates.rangeOpeners.has(wordAt(reader, index))) return byRule;
  return [
    byRule,
    readDayRange(reader, index, index, false),
    readOpenedDayRange(reader, index),
    readMonthDayRange(reader, index, false),
    readOpenedMonthDayRange(reader, index),
    readShortYears(reader, index),
    readYearsOfEra(reader, index),
    readRange(reader, index),
    readCenturies(reader, index),
  ].reduce<DateRead | null>(longer, null);
}

/** `2005 – 2009`, `May to July 2020`, `1992 по 2003` */
function readRange(reader: DateReader, index: number): DateRead | null {
  const from = readPoint(reader, index);
  if (!from?.meaning || !isRangeEnd(from.meaning)) return null;
  const at = from.end;
  const isTo = reader.language.dates.to.has(wordAt(reader, at));
  if (!isDash(reader, at) && !isTo) return null;
  const to = readPoint(reader, at + 1);
  if (!to?.meaning || !isRangeEnd(to.meaning)) return null;
  return { start: from.start, end: to.end, meaning: { type: 'range', from: from.meaning, to: to.meaning } };
}

function isRangeEnd(meaning: DateMeaning): boolean {
  return ['calendar', 'masked', 'numeric', 'part', 'shortDecade', 'weekday', 'unit'].includes(meaning.type);
}

/** `28–29 August 2003`, and, after `from` or `between`, `3 to 5 July`, `3 and 5 July`. */
function readDayRange(reader: DateReader, start: number, index: number, opened: boolean): DateRead | null {
  const first = readDayNumber(reader, index);
  if (!first || first.spelled) return null;
  const { and, to, of } = reader.language.dates;
  const joint = wordAt(reader, first.end);
  if (opened ? !to.has(joint) && !and.has(joint) : !isDash(reader, first.end) && !to.has(joint)) return null;
  let at = first.end + 1;
  while (of.has(wordAt(reader, at))) at++;
  const last = readDay(reader, at, noYear) && readPoint(reader, at);
  if (last?.meaning?.type !== 'calendar' || last.meaning.day === null || last.start !== at) return null;
  const from: CalendarMeaning = { ...last.meaning, day: first.day };
  if (first.day >= last.meaning.day) return null;
  return { start, end: last.end, meaning: { type: 'range', from, to: last.meaning } };
}

function noYear(): null {
  return null;
}

function readOpenedDayRange(reader: DateReader, index: number): DateRead | null {
  if (!reader.language.dates.rangeOpeners.has(wordAt(reader, index))) return null;
  const at = reader.language.dates.of.has(wordAt(reader, index + 1)) ? index + 2 : index + 1;
  return readDayRange(reader, index, at, true);
}

/** `August 28–29, 2003`, `May 5 to 7` */
function readMonthDayRange(reader: DateReader, index: number, opened: boolean): DateRead | null {
  const { monthFirst, to, and } = reader.language.dates;
  const first = monthFirst ? readDay(reader, index, noYear) : null;
  if (first?.meaning?.type !== 'calendar' || first.meaning.day === null || first.meaning.year.is !== 'nearest') return null;
  const joint = wordAt(reader, first.end);
  if (!isDash(reader, first.end) && !to.has(joint) && !(opened && and.has(joint))) return null;
  const last = readDayNumber(reader, first.end + 1);
  if (!last || last.spelled || last.day <= first.meaning.day) return null;
  const isComma = wordAt(reader, last.end) === ',';
  const year = digitsAt(reader, isComma ? last.end + 1 : last.end, 4, 4);
  const month = { ...first.meaning, ...(year === null ? {} : { year: { is: 'written' as const, year } }) };
  return {
    start: index,
    end: year === null ? last.end : last.end + (isComma ? 2 : 1),
    meaning: { type: 'range', from: month, to: { ...month, day: last.day } },
  };
}

/** `from June 15 to 17`, `between June 15 and 17` */
function readOpenedMonthDayRange(reader: DateReader, index: number): DateRead | null {
  if (!reader.language.dates.rangeOpeners.has(wordAt(reader, index))) return null;
  const range = readMonthDayRange(reader, index + 1, true);
  return range && { ...range, start: index };
}

/** `2013/14`, `1995–96`: the second year without its century, not more than twenty years on. */
function readShortYears(reader: DateReader, index: number): DateRead | null {
  const from = readPoint(reader, index);
  const year = digitsAt(reader, index, 4, 4);
  if (from?.end !== index + 1 && (year === null || isJoined(reader, index))) return null;
  const separator = reader.tokens[index + 1]?.text ?? '';
  const last = digitsAt(reader, index + 2, 2, 2);
  if (year === null || last === null || !isJoined(reader, index + 1) || !isJoined(reader, index + 2)) return null;
  if (!isDash(reader, index + 1) && separator !== '/') return null;
  const after = reader.tokens[index + 3];
  if (after && isJoined(reader, index + 3) && /^[-–/\p{L}\d]/u.test(after.text) && after.lower !== "'s") return null;
  if (year < 1000 || year > 2100) return null;
  const end = Math.floor(year / 100) * 100 + last;
  const isNext = separator === '/' ? end === year + 1 : end > year && end <= year + 20;
  if (!isNext) return null;
  return { start: index, end: index + 3, meaning: { type: 'range', from: yearOf(year), to: yearOf(end) } };
}

/** `2800–2600 BC`, `5000 to 4500 BC`: the first would be no year by itself. */
function readYearsOfEra(reader: DateReader, index: number): DateRead | null {
  const first = digitsAt(reader, index, 1, 4);
  if (first === null || (!isDash(reader, index + 1) && !reader.language.dates.to.has(wordAt(reader, index + 1)))) return null;
  const last = digitsAt(reader, index + 2, 1, 4) === null ? null : readPoint(reader, index + 2);
  if (last?.meaning?.type !== 'calendar' || last.meaning.year.is !== 'written') return null;
  const { year, month } = { year: last.meaning.year.year, month: last.meaning.month };
  if (month !== null || year > 0 || 1 - first >= year) return null;
  return { start: index, end: last.end, meaning: { type: 'range', from: yearOf(1 - first), to: last.meaning } };
}

function yearOf(year: number): DateMeaning {
  return { type: 'calendar', year: { is: 'written', year }, month: null, day: null, division: null };
}

/** `18th and 19th centuries`: both of them. */
function readCenturies(reader: DateReader, index: number): DateRead | null {
  const { and, to } = reader.language.dates;
  const first = readOrdinal(reader, index);
  if (!first || (!and.has(wordAt(reader, first.end)) && !to.has(wordAt(reader, first.end)) && !isDash(reader, first.end))) return null;
  const last = readPoint(reader, first.end + 1);
  if (last?.meaning?.type !== 'masked' || !/^\d\dXX$/.test(last.meaning.edtf)) return null;
  const from: DateMeaning = { type: 'masked', edtf: `${String(first.value - 1).padStart(2, '0')}XX` };
  if (from.edtf >= last.meaning.edtf) return null;
  return { start: index, end: last.end, meaning: { type: 'range', from, to: last.meaning } };
}
