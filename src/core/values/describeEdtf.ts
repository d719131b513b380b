import { divisionOf, formatDay, parseEdtf } from './edtf';
import type { EdtfInterval, EdtfPoint, EdtfSet } from './edtf';

const months =
  'January February March April May June July August September October November December'.split(' ');
const grouping = new Intl.NumberFormat('en');
const ordinals = ['zeroth', 'first', 'second', 'third', 'fourth'];

/**
 * An EDTF string in plain English: `28–29 August 2003`, `spring 2016`, `around 1992`, `since 1991`; unchanged when it
 * is not EDTF.
 */
export function describeEdtf(edtf: string): string {
  const expression = parseEdtf(edtf);
  if (!expression) return edtf;
  if (expression.type === 'point') return describePoint(expression);
  return expression.type === 'interval' ? describeInterval(expression) : describeSet(expression);
}

function describePoint(point: EdtfPoint): string {
  const words = bareWords(point);
  return `${point.approximate ? 'around ' : ''}${words}${point.uncertain ? ' (uncertain)' : ''}`;
}

function bareWords(point: EdtfPoint): string {
  const { year, month, day, division, significant } = point;
  if (significant !== null) {
    return `${yearWords(Number(year))} to ${significant} significant digit${significant === 1 ? '' : 's'}`;
  }
  if (year.includes('X')) {
    return /^\d{2}[\dX]X$/.test(year) && month === null ? `the ${year.replaceAll('X', '0')}s` : extentWords(point);
  }
  const yearName = yearWords(Number(year));
  if (division !== null) return divisionWords(division, Number(year), yearName);
  if (month === null) return yearName;
  if (month === 'XX' && (day === null || day === 'XX')) return `${yearName}, ${day === null ? 'month' : 'day'} unknown`;
  if (month.includes('X')) return extentWords(point);
  const monthName = `${months[Number(month) - 1]} ${yearName}`;
  if (day === null) return monthName;
  if (day === 'XX') return `${monthName}, day unknown`;
  return day.includes('X') ? extentWords(point) : `${Number(day)} ${monthName}`;
}

function yearWords(year: number): string {
  if (year <= 0) return `${year < -9999 ? grouping.format(1 - year) : 1 - year} BC`;
  return year > 9999 ? grouping.format(year) : String(year);
}

function divisionWords(code: number, year: number, yearName: string): string {
  const division = divisionOf(code);
  if (!division) return yearName;
  const { kind, firstMonth, months: length, ordinal, hemisphere } = division;
  if (kind === 'quarter' || kind === 'third' || kind === 'half') return `${ordinals[ordinal]} ${kind} of ${yearName}`;
  const runsOn = firstMonth + length > 13 && year > 0 ? `–${String((year + 1) % 100).padStart(2, '0')}` : '';
  return `${kind} ${yearName}${runsOn}${hemisphere === 'south' ? ' (southern hemisphere)' : ''}`;
}

function extentWords({ core }: EdtfPoint): string {
  return `between ${describeEdtf(formatDay(core.low))} and ${describeEdtf(formatDay(core.high))}`;
}

function describeInterval({ start, end }: EdtfInterval): string {
  if (typeof start === 'string' && typeof end === 'string') return 'at any time';
  if (typeof start === 'string') {
    return typeof end === 'string' ? '' : `until ${describePoint(end)}${start === 'unknown' ? ', start unknown' : ''}`;
  }
  if (end === 'open') return `since ${describePoint(start)}`;
  if (end === 'unknown') return `from ${describePoint(start)}, end unknown`;
  return rangeWords(start, end);
}

function rangeWords(start: EdtfPoint, end: EdtfPoint): string {
  const first = describePoint(start);
  const last = describePoint(end);
  if (first === last) return first;
  if (!isPlain(start) || !isPlain(end) || start.year !== end.year) {
    const areYears = [start, end].every((each) => each.grain === 'year' && isPlain(each));
    return areYears ? `${first}–${last}` : `${first} – ${last}`;
  }
  const year = yearWords(Number(start.year));
  const shortFirst = start.month === null ? first : first.slice(0, -year.length - 1);
  if (start.grain === 'month' && end.grain === 'month') return `${shortFirst}–${last}`;
  if (start.day !== null && end.day !== null && start.month === end.month) return `${Number(start.day)}–${last}`;
  return start.grain === 'day' && end.grain === 'day' ? `${shortFirst} – ${last}` : `${first} – ${last}`;
}

function isPlain(point: EdtfPoint): boolean {
  const isWhole = point.grain === 'day' || point.grain === 'month' || point.grain === 'year';
  return isWhole && !point.approximate && !point.uncertain && !/X|S/.test(point.edtf);
}

function describeSet({ members, all }: EdtfSet): string {
  const words = members.map(({ from, to }) => {
    if (from && to) return from === to ? describePoint(from) : rangeWords(from, to);
    return from ? `${describePoint(from)} or later` : to ? `${describePoint(to)} or earlier` : '';
  });
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${all ? 'and' : 'or'} ${words.at(-1)}`;
}
