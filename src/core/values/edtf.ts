import { addMonths, civilDay, dayNumber, daysInMonth } from './calendar';
import { hull, intersect, interval, unbounded } from './interval';
import type { DateValue, Denotation, Grain, Interval, PeriodValue } from './value';

export type Hemisphere = 'north' | 'south';

export interface EdtfOptions {
  /** Where the seasons 21–24 are meant; default north (DESIGN §4). */
  readonly hemisphere?: Hemisphere;
}

/** One date of an EDTF string, of whatever granularity. */
export interface EdtfPoint extends Denotation {
  readonly type: 'point';
  /** Normalised. */
  readonly edtf: string;
  readonly grain: Grain;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** Digits and `X`, with `-` before negative years and without `Y`: `2003`, `198X`, `-0044`, `170000002`. */
  readonly year: string;
  /** Two digits or `X`, null when absent or a season. */
  readonly month: string | null;
  readonly day: string | null;
  /** 21–41, see `divisionOf`. */
  readonly division: number | null;
  /** `S` of a year with significant digits. */
  readonly significant: number | null;
}

export interface EdtfInterval {
  readonly type: 'interval';
  readonly edtf: string;
  readonly start: EdtfPoint | 'open' | 'unknown';
  readonly end: EdtfPoint | 'open' | 'unknown';
}

export interface EdtfSet {
  readonly type: 'set';
  readonly edtf: string;
  /** `{…}`: all of them; `[…]`: one of them. */
  readonly all: boolean;
  /** `null` is open: `..1670`, `1670..`; a single date has `from` and `to` the same. */
  readonly members: readonly { readonly from: EdtfPoint | null; readonly to: EdtfPoint | null }[];
}

export type EdtfExpression = EdtfPoint | EdtfInterval | EdtfSet;

/** A division of the year (ISO 8601-2, table of sub-year groupings). */
export interface YearDivision {
  readonly kind: 'spring' | 'summer' | 'autumn' | 'winter' | 'quarter' | 'third' | 'half';
  readonly hemisphere: Hemisphere | null;
  /** 1–12, in the year that is named; winter in the north and summer in the south run into the next. */
  readonly firstMonth: number;
  readonly months: number;
  /** Which quarter, third or half. */
  readonly ordinal: number;
}

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
/** |year| in years: keeps day numbers exact in a double. */
const yearLimit = 1e12;

/**
 * What a code of 21–41 stands for: 21–24 season, 25–28 northern, 29–32 southern season, 33–36 quarter, 37–39 third,
 * 40–41 half of the year; null for other codes.
 */
export function divisionOf(code: number, hemisphere: Hemisphere = 'north'): YearDivision | null {
  if (code >= 21 && code <= 32) {
    const season = (code - 21) % 4;
    const place = code <= 24 ? hemisphere : code <= 28 ? 'north' : 'south';
    const firstMonth = ((2 + 3 * season + (place === 'south' ? 6 : 0)) % 12) + 1;
    const kind = seasons[season] ?? 'spring';
    return { kind, hemisphere: code <= 24 ? null : place, firstMonth, months: 3, ordinal: season + 1 };
  }
  const group =
    code >= 33 && code <= 36 ? ({ kind: 'quarter', first: 33, months: 3 } as const)
    : code >= 37 && code <= 39 ? ({ kind: 'third', first: 37, months: 4 } as const)
    : code === 40 || code === 41 ? ({ kind: 'half', first: 40, months: 6 } as const)
    : null;
  if (!group) return null;
  const index = code - group.first;
  const { kind, months } = group;
  return { kind, hemisphere: null, firstMonth: 1 + index * months, months, ordinal: index + 1 };
}

/**
 * Reads EDTF of levels 0–2: dates, date-times (as their day), years beyond four digits, significant digits, `X`,
 * qualifiers on the whole or on components, divisions of the year, intervals, sets. Null for anything else, for
 * impossible dates and for intervals that end before they begin. Season codes 21–24 of a southern source are
 * normalised to 29–32, so that equal strings are equal times.
 */
export function parseEdtf(text: string, options: EdtfOptions = {}): EdtfExpression | null {
  const hemisphere = options.hemisphere ?? 'north';
  const written = text.trim();
  if (/^\[.*\]$|^\{.*\}$/.test(written)) return parseSet(written, hemisphere);
  const slash = written.indexOf('/');
  return slash < 0 ? parsePoint(written, hemisphere) : parseInterval(written, slash, hemisphere);
}

/** A date that happened once somewhere in the extent of `text` (DESIGN §4); null when `text` is not EDTF. */
export function parseDate(text: string, options: EdtfOptions = {}): DateValue | null {
  const expression = parseEdtf(text, options);
  if (!expression) return null;
  const { core, halo, grain, uncertain } = summaryOf(expression);
  return { kind: 'date', edtf: expression.edtf, core, halo, grain, uncertain };
}

/**
 * A period as the pair of its ends (DESIGN §4); null when `text` is not EDTF. An open or unknown end is all time; a
 * date that is no interval (`2011`) is a period that begins and ends within it.
 */
export function parsePeriod(text: string, options: EdtfOptions = {}): PeriodValue | null {
  const expression = parseEdtf(text, options);
  if (!expression) return null;
  const { uncertain } = summaryOf(expression);
  const [start, end] =
    expression.type === 'interval'
      ? [endOf(expression.start), endOf(expression.end)]
      : [denotationOf(summaryOf(expression)), denotationOf(summaryOf(expression))];
  return { kind: 'period', edtf: expression.edtf, start, end, uncertain };
}

/** From the first to the last day of an EDTF string, both closed, infinite where open; null when it is not EDTF. */
export function extentOf(edtf: string, options: EdtfOptions = {}): Interval | null {
  const expression = parseEdtf(edtf, options);
  return expression && summaryOf(expression).core;
}

/** Whether two EDTF times share a day; null when one is not known or not EDTF. */
export function datesMeet(a: string | null, b: string | null): boolean | null {
  const first = a === null ? null : extentOf(a);
  const second = b === null ? null : extentOf(b);
  return first && second && intersect(first, second);
}

/** Days since 1970-01-01 as EDTF: `2007-05-01`, `-0044-03-15`, `Y12007-05-01`; `..` when infinite. */
export function formatDay(days: number): string {
  if (!Number.isFinite(days)) return '..';
  const { year, month, day } = civilDay(days);
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A year as EDTF: four digits at least, `Y` before longer ones. */
export function formatYear(year: number): string {
  const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return Math.abs(year) > 9999 ? `Y${digits}` : digits;
}

/** The EDTF month of a month index (months since January of year 0). */
export function formatMonth(index: number): string {
  const year = Math.floor(index / 12);
  return `${formatYear(year)}-${twoDigits(index - year * 12 + 1)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

interface Summary extends Denotation {
  readonly grain: Grain;
  readonly uncertain: boolean;
}

function summaryOf(expression: EdtfExpression): Summary {
  if (expression.type === 'point') return expression;
  if (expression.type === 'interval') return summaryOfSpan(expression.start, expression.end);
  return expression.members
    .map(({ from, to }) => summaryOfSpan(from ?? 'open', to ?? 'open'))
    .reduce((a, b) => ({
      core: hull(a.core, b.core),
      halo: hull(a.halo, b.halo),
      grain: coarser(a.grain, b.grain),
      uncertain: a.uncertain || b.uncertain,
    }));
}

function summaryOfSpan(start: EdtfPoint | 'open' | 'unknown', end: EdtfPoint | 'open' | 'unknown'): Summary {
  const low = endOf(start);
  const high = endOf(end);
  return {
    core: interval(low.core.low, high.core.high),
    halo: interval(low.halo.low, high.halo.high),
    grain: typeof start === 'string' || typeof end === 'string' ? 'open' : coarser(start.grain, end.grain),
    uncertain: [start, end].some((each) => typeof each !== 'string' && each.uncertain),
  };
}

function endOf(end: EdtfPoint | 'open' | 'unknown'): Denotation {
  return typeof end === 'string' ? { core: unbounded, halo: unbounded } : denotationOf(end);
}

function denotationOf({ core, halo }: Denotation): Denotation {
  return { core, halo };
}

const grains: readonly Grain[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'open'];

function coarser(a: Grain, b: Grain): Grain {
  return grains.indexOf(a) >= grains.indexOf(b) ? a : b;
}

function parseInterval(text: string, slash: number, hemisphere: Hemisphere): EdtfInterval | null {
  const start = parseEnd(text.slice(0, slash), hemisphere);
  const end = parseEnd(text.slice(slash + 1), hemisphere);
  if (start === null || end === null || (start === 'unknown' && end === 'unknown')) return null;
  if (typeof start !== 'string' && typeof end !== 'string' && start.core.low > end.core.high) return null;
  return { type: 'interval', edtf: `${formatEnd(start)}/${formatEnd(end)}`, start, end };
}

function parseEnd(text: string, hemisphere: Hemisphere): EdtfPoint | 'open' | 'unknown' | null {
  return text === '..' ? 'open' : text === '' ? 'unknown' : parsePoint(text, hemisphere);
}

function formatEnd(end: EdtfPoint | 'open' | 'unknown'): string {
  return end === 'open' ? '..' : end === 'unknown' ? '' : end.edtf;
}

function parseSet(text: string, hemisphere: Hemisphere): EdtfSet | null {
  const members: { from: EdtfPoint | null; to: EdtfPoint | null }[] = [];
  const written: string[] = [];
  for (const member of text.slice(1, -1).split(',')) {
    const [first = '', second, ...rest] = member.trim().split('..');
    const from = first === '' ? null : parsePoint(first, hemisphere);
    const to = second === undefined ? from : second === '' ? null : parsePoint(second, hemisphere);
    if ((!from && first !== '') || (!to && second !== '') || (!from && !to) || rest.length > 0) return null;
    if (from && to && from.core.low > to.core.high) return null;
    members.push({ from, to });
    written.push(second === undefined ? (from?.edtf ?? '') : `${from?.edtf ?? ''}..${to?.edtf ?? ''}`);
  }
  const all = text.startsWith('{');
  const list = written.join(',');
  return { type: 'set', edtf: all ? `{${list}}` : `[${list}]`, all, members };
}

const dateTime = /^(-?\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;
const components =
  /^([?~%]?)(-?[\dX]{4}|Y-?\d{5,13})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const longYear = /^([?~%]?)(Y-?\d{1,13}|-?\d{4})(?:E(\d{1,2}))?(?:S(\d{1,2}))?([?~%]?)$/;

/** `2003`, `2003-08`, `2003-08-28`, which most dates are, without patterns; null for all that `parseMarked` has to read. */
function parsePlain(text: string): EdtfPoint | null {
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return null;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== hyphen : code < zero || code > nine) return null;
  }
  const year = text.slice(0, 4);
  const month = length > 4 ? text.slice(5, 7) : null;
  const day = length > 7 ? text.slice(8) : null;
  const [y, first, last] = [Number(year), Number(month ?? 1), Number(month ?? 12)];
  if (first < 1 || last > 12) return null;
  const days = daysInMonth(y, last);
  if (day !== null && (Number(day) < 1 || Number(day) > days)) return null;
  const core = interval(dayNumber(y, first, Number(day ?? 1)), dayNumber(y, last, Number(day ?? days)));
  const grain = day !== null ? 'day' : month !== null ? 'month' : 'year';
  return { type: 'point', edtf: text, core, halo: core, grain, approximate: false, uncertain: false, year, month, day, division: null, significant: null };
}

const hyphen = 45;
const zero = 48;
const nine = 57;

function parsePoint(text: string, hemisphere: Hemisphere): EdtfPoint | null {
  return parsePlain(text) ?? parseMarked(text, hemisphere);
}

function parseMarked(text: string, hemisphere: Hemisphere): EdtfPoint | null {
  const time = dateTime.exec(text);
  if (time) {
    const [, day = '', hour, minute, second = 0] = time;
    return Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60 ? null : parsePoint(day, hemisphere);
  }
  const written = text.replace(/\?~|~\?/g, '%');
  const match = components.exec(written);
  if (!match) return parseLongYear(written);
  const [, yearPrefix, year = '', yearSuffix, monthPrefix, month, monthSuffix, dayPrefix, day, daySuffix] = match;
  const division = month === undefined || month.includes('X') ? null : divisionOf(Number(month), hemisphere);
  if (division && day !== undefined) return null;
  const core = division ? divisionExtent(Number(bareYear(year)), division) : maskExtent(bareYear(year), month, day);
  if (!core) return null;
  const dayMarks = `${dayPrefix ?? ''}${daySuffix ?? ''}`;
  const monthMarks = `${monthPrefix ?? ''}${monthSuffix ?? ''}${daySuffix ?? ''}`;
  const yearMarks = `${yearPrefix ?? ''}${yearSuffix ?? ''}${monthSuffix ?? ''}${daySuffix ?? ''}`;
  const marks = dayMarks + monthMarks + yearMarks;
  const scale = scaleOf(bareYear(year), month, day, division);
  const approximateScale = [
    isApproximate(dayMarks) ? scaleOf(bareYear(year), month, day, division) : null,
    isApproximate(monthMarks) ? scaleOf(bareYear(year), month, undefined, division) : null,
    isApproximate(yearMarks) ? scaleOf(bareYear(year), undefined, undefined, null) : null,
  ].find((each) => each !== null);
  const isSeason = division !== null && seasons.some((each) => each === division.kind);
  const margin = approximateScale ?? (isSeason ? { grain: 'month' as const, months: 1 } : null);
  const code = division && month !== undefined ? Number(month) : null;
  const southern = code !== null && code <= 24 && hemisphere === 'south' ? code + 8 : code;
  return {
    type: 'point',
    edtf: southern === code ? written : written.replace(`-${monthPrefix}${month}`, `-${monthPrefix}${southern}`),
    core,
    halo: margin ? widen(core, margin) : core,
    grain: scale.grain,
    approximate: approximateScale !== undefined,
    uncertain: /[?%]/.test(marks),
    year: bareYear(year),
    month: division ? null : (month ?? null),
    day: day ?? null,
    division: southern,
    significant: null,
  };
}

function parseLongYear(text: string): EdtfPoint | null {
  const match = longYear.exec(text);
  if (!match) return null;
  const [, prefix = '', digits = '', exponent, significant, suffix = ''] = match;
  const year = Number(bareYear(digits)) * 10 ** Number(exponent ?? 0);
  const isLong = Math.abs(year) > 9999;
  if (isLong !== digits.startsWith('Y') || (exponent !== undefined && !isLong) || Math.abs(year) > yearLimit) return null;
  const span = significant === undefined ? 0 : String(Math.abs(year)).padStart(4, '0').length - Number(significant);
  if (span < 0 || significant === '0') return null;
  const step = 10 ** span;
  const nearZero = Math.floor(Math.abs(year) / step) * step;
  const [first, last] = year < 0 ? [-(nearZero + step - 1), -nearZero] : [nearZero, nearZero + step - 1];
  const core = interval(dayNumber(first, 1, 1), dayNumber(last, 12, 31));
  const marks = prefix + suffix;
  const scale = yearScale(span);
  return {
    type: 'point',
    edtf: `${prefix}${formatYear(year)}${significant === undefined ? '' : `S${significant}`}${suffix}`,
    core,
    halo: isApproximate(marks) ? widen(core, scale) : core,
    grain: scale.grain,
    approximate: isApproximate(marks),
    uncertain: /[?%]/.test(marks),
    year: bareYear(formatYear(year)),
    month: null,
    day: null,
    division: null,
    significant: significant === undefined ? null : Number(significant),
  };
}

function isApproximate(marks: string): boolean {
  return /[~%]/.test(marks);
}

function bareYear(written: string): string {
  return written.startsWith('Y') ? written.slice(1) : written;
}

/** A granularity with its length, months 0 for a day. */
interface Scale {
  readonly grain: Grain;
  readonly months: number;
}

function yearScale(vagueDigits: number): Scale {
  const grain = vagueDigits === 0 ? 'year' : vagueDigits === 1 ? 'decade' : 'century';
  return { grain, months: 12 * 10 ** vagueDigits };
}

function scaleOf(year: string, month: string | undefined, day: string | undefined, division: YearDivision | null): Scale {
  const firstX = year.indexOf('X');
  if (firstX >= 0) return yearScale(year.length - firstX);
  if (division) return { grain: 'season', months: division.months };
  if (month === undefined || month.includes('X')) return yearScale(0);
  return day === undefined || day.includes('X') ? { grain: 'month', months: 1 } : { grain: 'day', months: 0 };
}

function widen(core: Interval, { months }: Scale): Interval {
  return months === 0
    ? interval(core.low - 1, core.high + 1)
    : interval(addMonths(core.low, -months), addMonths(core.high, months));
}

function divisionExtent(year: number, { firstMonth, months }: YearDivision): Interval | null {
  if (!Number.isInteger(year)) return null;
  const low = dayNumber(year, firstMonth, 1);
  return interval(low, addMonths(low, months) - 1);
}

function maskExtent(year: string, month: string | undefined, day: string | undefined): Interval | null {
  if (year === '-0000') return null;
  const digits = year.replace('-', '');
  const sign = year.startsWith('-') ? -1 : 1;
  if (!digits.includes('X') && Number(digits) > yearLimit) return null;
  const nearest = Number(digits.replaceAll('X', '0'));
  const farthest = Number(digits.replaceAll('X', '9'));
  const [first, last] = sign < 0 ? [-farthest, -nearest] : [nearest, farthest];
  const low = searchDay(digits, first, last, 1, (candidate) => earliestDay(candidate, month, day));
  const high = searchDay(digits, last, first, -1, (candidate) => latestDay(candidate, month, day));
  return low === null || high === null ? null : interval(low, high);
}

function searchDay(
  mask: string,
  from: number,
  to: number,
  step: 1 | -1,
  dayIn: (year: number) => number | null,
): number | null {
  for (let year = from; year !== to + step; year += step) {
    if (!matches(mask, String(Math.abs(year)).padStart(mask.length, '0'))) continue;
    const found = dayIn(year);
    if (found !== null) return found;
  }
  return null;
}

function earliestDay(year: number, month = 'XX', day = 'XX'): number | null {
  for (let m = lowest(month, 1); m <= highest(month, 12); m++) {
    if (!matches(month, twoDigits(m))) continue;
    const last = Math.min(highest(day, 31), daysInMonth(year, m));
    for (let d = lowest(day, 1); d <= last; d++) if (matches(day, twoDigits(d))) return dayNumber(year, m, d);
  }
  return null;
}

function latestDay(year: number, month = 'XX', day = 'XX'): number | null {
  for (let m = highest(month, 12); m >= lowest(month, 1); m--) {
    if (!matches(month, twoDigits(m))) continue;
    const first = lowest(day, 1);
    for (let d = Math.min(highest(day, 31), daysInMonth(year, m)); d >= first; d--) if (matches(day, twoDigits(d))) return dayNumber(year, m, d);
  }
  return null;
}

/** The least number that a mask of two digits can stand for, of `least` and more. */
function lowest(mask: string, least: number): number {
  return Math.max(least, Number(mask.replaceAll('X', '0')));
}

function highest(mask: string, most: number): number {
  return Math.min(most, Number(mask.replaceAll('X', '9')));
}

function matches(mask: string, digits: string): boolean {
  if (mask.length !== digits.length) return false;
  for (let i = 0; i < mask.length; i++) if (mask[i] !== 'X' && mask[i] !== digits[i]) return false;
  return true;
}
