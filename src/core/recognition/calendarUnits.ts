import { addMonths, civilDay, monthIndex } from '../values/calendar';
import { formatDay, formatMonth, formatYear } from '../values/edtf';
import type { CalendarUnit } from './dateMeaning';

const monthsIn: Readonly<Partial<Record<CalendarUnit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
const daysIn: Readonly<Partial<Record<CalendarUnit, number>>> = { day: 1, week: 7, fortnight: 14, weekend: 7 };

/** Days since 1970-01-01, both closed. */
export interface DaySpan {
  readonly low: number;
  readonly high: number;
}

/** Days from one to the other as EDTF: a single day, or an interval of days. */
export function daysBetween(low: number, high: number): string {
  return low === high ? formatDay(low) : `${formatDay(low)}/${formatDay(high)}`;
}

/** Monday of the week that a day is in (ISO 8601). */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The unit, `offset` units on, that a span of days lies in, as EDTF; an interval when the span reaches over several. */
export function unitAround({ low, high }: DaySpan, unit: CalendarUnit, offset: number): string {
  switch (unit) {
    case 'day':
      return daysBetween(low + offset, high + offset);
    case 'week':
      return daysBetween(mondayOf(low) + 7 * offset, mondayOf(high) + 7 * offset + 6);
    case 'fortnight':
      return daysBetween(mondayOf(low) + 14 * offset, mondayOf(high) + 14 * offset + 13);
    case 'weekend':
      return daysBetween(mondayOf(low) + 7 * offset + 5, mondayOf(high) + 7 * offset + 6);
    default:
      return joined(namedUnit(low, unit, offset), namedUnit(high, unit, offset));
  }
}

function namedUnit(day: number, unit: CalendarUnit, offset: number): string {
  const { year } = civilDay(day);
  if (unit === 'month') return formatMonth(monthIndex(day) + offset);
  if (unit === 'quarter') {
    const quarter = Math.floor(monthIndex(day) / 3) + offset;
    return `${formatYear(Math.floor(quarter / 4))}-${33 + quarter - Math.floor(quarter / 4) * 4}`;
  }
  if (unit === 'year') return formatYear(year + offset);
  const length = unit === 'decade' ? 10 : 100;
  const index = Math.floor(year / length) + offset;
  return formatYear(index * length).slice(0, unit === 'decade' ? -1 : -2) + (unit === 'decade' ? 'X' : 'XX');
}

/** A span moved by so many units; part units of years become months, of the others days. */
export function moved({ low, high }: DaySpan, unit: CalendarUnit, amount: number): DaySpan {
  const days = daysIn[unit];
  if (days !== undefined) return { low: low + Math.round(days * amount), high: high + Math.round(days * amount) };
  const months = Math.round((monthsIn[unit] ?? 12) * amount);
  return { low: addMonths(low, months), high: addMonths(high, months) };
}

export type PlainGrain = 'day' | 'month' | 'year';

const plainGrains: readonly PlainGrain[] = ['day', 'month', 'year'];

/** The grain that a moved span can be told in: that of what it was counted from, or of the unit where that is coarser. */
export function grainOf(from: DaySpan, unit: CalendarUnit, amount: number): PlainGrain {
  const length = from.high - from.low;
  const ofSpan = length < 1 ? 'day' : length < 32 ? 'month' : 'year';
  const isWhole = Number.isInteger(amount);
  const ofUnit =
    daysIn[unit] !== undefined ? 'day'
    : unit === 'month' || unit === 'quarter' || !isWhole ? 'month'
    : 'year';
  return plainGrains[Math.max(plainGrains.indexOf(ofSpan), plainGrains.indexOf(ofUnit))] ?? 'year';
}

/** A span as EDTF in a grain, `mark` after each end. */
export function spanAs({ low, high }: DaySpan, grain: PlainGrain, mark: '' | '~' = ''): string {
  const write = grain === 'day' ? formatDay : grain === 'month' ? (day: number) => formatMonth(monthIndex(day)) : yearOf;
  return joined(write(low) + mark, write(high) + mark);
}

function yearOf(day: number): string {
  return formatYear(civilDay(day).year);
}

function joined(first: string, last: string): string {
  return first === last ? first : `${first}/${last}`;
}
