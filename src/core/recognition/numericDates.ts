import { daysInMonth } from '../values/calendar';
import { digitsAt, isJoined } from './dateReader';
import type { DateRead, DateReader } from './dateReader';
import type { DateMeaning } from './dateMeaning';

/**
 * Dates in figures: `2003-08-28`, `2003/08/28`, `28/08/2003`, `08-28-2003`, `28.08.2003`, `28/08/03`. With dots the day is
 * first; else which one is the day is left open.
 */
export function readNumericDate(reader: DateReader, index: number): DateRead | null {
  const dotted = readDotted(reader, index);
  if (dotted) return { start: index, end: index + 1, meaning: dotted };
  const separator = reader.tokens[index + 1]?.text ?? '';
  if ((separator !== '-' && separator !== '/') || reader.tokens[index + 3]?.text !== separator) return null;
  for (let at = index + 1; at < index + 5; at++) if (!isJoined(reader, at)) return null;
  if (isJoined(reader, index) && /[-/.\d]/.test(reader.tokens[index - 1]?.text.at(-1) ?? '')) return null;
  if (isJoined(reader, index + 5) && /^[-/\d]/.test(reader.tokens[index + 5]?.text ?? '')) return null;
  const meaning = isoMeaning(reader, index) ?? numericMeaning(reader, index, separator);
  return meaning && { start: index, end: index + 5, meaning };
}

function readDotted(reader: DateReader, index: number): DateMeaning | null {
  const token = reader.tokens[index];
  const match = token?.kind === 'number' ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(token.text) : null;
  if (!match) return null;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  return dayOf(year, month, day);
}

function isoMeaning(reader: DateReader, index: number): DateMeaning | null {
  const year = digitsAt(reader, index, 4, 4);
  const month = digitsAt(reader, index + 2, 2, 2);
  const day = digitsAt(reader, index + 4, 2, 2);
  return year === null || month === null || day === null ? null : dayOf(year, month, day);
}

function numericMeaning(reader: DateReader, index: number, separator: string): DateMeaning | null {
  const first = digitsAt(reader, index, 1, 2);
  const second = digitsAt(reader, index + 2, 1, 2);
  const full = digitsAt(reader, index + 4, 4, 4);
  const short = separator === '/' ? digitsAt(reader, index + 4, 2, 2) : null;
  if (first === null || second === null || (full === null && short === null)) return null;
  const year = full ?? ((short ?? 0) < 50 ? 2000 : 1900) + (short ?? 0);
  const isDay = dayOf(year, second, first) !== null || dayOf(year, first, second) !== null;
  return isDay ? { type: 'numeric', year, first, second } : null;
}

/** A day, when the calendar has it. */
function dayOf(year: number, month: number, day: number): DateMeaning | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { type: 'calendar', year: { is: 'written', year }, month, day, division: null };
}
