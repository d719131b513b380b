import { civilDay, monthIndex } from './calendar';
import { describeEdtf, describeValue } from './describe';
import { extentOf, formatDay, formatMonth, formatYear, parseDate } from './edtf';
import { interval, unbounded } from './interval';
import { parseQuantity } from './quantity';
import type { DateValue, Interval, PeriodValue, QuantityMode, QuantityValue } from './value';

const daysIn = new Map([
  ['day', 1],
  ['week', 7],
]);
const monthsIn = new Map([
  ['month', 1],
  ['year', 12],
  ['decade', 120],
  ['century', 1200],
]);

/** `23 years`, `almost six weeks`, `23 years ago` as a quantity of time; null for anything else. */
export function parseDuration(text: string): QuantityValue | null {
  const quantity = parseQuantity(text.trim().replace(/^for\s+|\s+(?:ago|earlier|before)$/gi, ''), null);
  if ('error' in quantity || quantity.unit === null || quantity.per !== undefined || quantity.number < 0) return null;
  return (daysIn.has(quantity.unit) || monthsIn.has(quantity.unit)) && !quantity.ordinal ? quantity : null;
}

/** When something began that has lasted for a duration. */
export interface Start {
  readonly date: DateValue;
  /** In words, for the reader. */
  readonly derivation: string;
}

/**
 * The date that lies a duration before `published` (DESIGN §4): `23 years`, told in 2015, is 1992. Years keep the grain
 * of a year; weeks and months are vague units and have a halo of one of them either side; `about` and `almost` make any
 * start approximate, bounds make an interval of it (`more than 23 years` → `../1992`). Null when `published` is not
 * EDTF.
 */
export function startOfDuration(duration: QuantityValue, published: string): Start | null {
  const told = extentOf(published);
  if (!told || !Number.isFinite(told.low) || !Number.isFinite(told.high)) return null;
  const { unit, number, mode, from, to } = duration;
  const shortest = mode === 'range' ? (from ?? number) : number;
  const earliest = moment(told.low, to ?? number, unit);
  const latest = moment(told.high, shortest, unit);
  if (earliest === null || latest === null) return null;
  const isVague = unit === 'week' || unit === 'month' || mode === 'around' || mode === 'almost';
  const edtf = bounded(mode, earliest, latest, isVague ? '~' : '', present(told, unit));
  const date = parseDate(edtf);
  if (!date) return null;
  const derivation = `${describeValue(duration)} before ${describeEdtf(published)}, the article's date`;
  return { date: unit === 'week' && isVague ? withWeekHalo(date) : date, derivation };
}

/**
 * The period, still going on, that began on `start`; where that is an interval, its EDTF begins with the last day of it,
 * approximately.
 */
export function periodSince(start: DateValue): PeriodValue {
  const [first = '', last] = start.edtf.split('/');
  const edtf = last === undefined ? first : `${last.replace('~', '')}~`;
  const { core, halo, uncertain } = start;
  return { kind: 'period', edtf: `${edtf}/..`, start: { core, halo }, end: { core: unbounded, halo: unbounded }, uncertain };
}

/** The day, month or year, as EDTF, that is `number` units before a day. */
function moment(day: number, number: number, unit: string | null): string | null {
  const days = daysIn.get(unit ?? '');
  if (days !== undefined) return formatDay(day - Math.round(number * days));
  const months = monthsIn.get(unit ?? '');
  if (months === undefined) return null;
  if (months === 1 || !Number.isInteger(number)) return formatMonth(monthIndex(day) - Math.round(number * months));
  return formatYear(civilDay(day).year - (number * months) / 12);
}

function present({ high }: Interval, unit: string | null): string {
  return moment(high, 0, unit) ?? formatDay(high);
}

function bounded(mode: QuantityMode, earliest: string, latest: string, mark: string, now: string): string {
  if (mode === 'more-than' || mode === 'at-least') return `../${latest}${mark}`;
  if (mode === 'less-than' || mode === 'up-to') return `${earliest}${mark}/${now}`;
  return earliest === latest ? `${earliest}${mark}` : `${earliest}${mark}/${latest}${mark}`;
}

function withWeekHalo(date: DateValue): DateValue {
  return { ...date, halo: interval(date.core.low - 7, date.core.high + 7) };
}
