import { daysInMonth } from './calendar';
import { formatYear, parseEdtf } from './edtf';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasonNames = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const blurWord = /^(?:around|about|circa|ca\.?|c\.)\s*/i;

/** Why `text` is no EDTF date and what to write, with the date that was likely meant where one can be told. */
export function adviseEdtf(text: string): string {
  const likely = likelyEdtf(text.trim());
  const examples = 'write e.g. 2003, 2003-08, 2003-08-28, 2003-08-28/2003-08-29, 2003~ or 2003?';
  const hint = likely === null ? examples : `did you mean ${likely}?`;
  const reason = reasonAgainst(text.trim());
  return `"${text}" is not an EDTF date${reason === null ? '' : `: ${reason}`} — ${hint}`;
}

function reasonAgainst(text: string): string | null {
  const [start = '', end = '', ...more] = text.split('/');
  if (start !== '' && end !== '' && more.length === 0 && parseEdtf(start) && parseEdtf(end)) return 'it ends before it begins';
  const [, year = '', month = ''] = /^(-?\d{4})-(\d\d)(?:-\d\d)?[?~%]?$/.exec(text) ?? [];
  if (year === '') return null;
  const m = Number(month);
  if (m < 1 || m > 12) return m > 20 && m < 42 ? 'a season has no day' : `there is no month ${month}`;
  const length = daysInMonth(Number(year), m);
  return `${year}-${month} has ${length} days`;
}

/** The EDTF of a date written otherwise (`28 August 2003`, `8/2003`, `c. 1992`); null when it is none or could be two. */
function likelyEdtf(text: string): string | null {
  const blurred = blurWord.test(text);
  const plain = text.replace(blurWord, '').replace(/,/g, ' ').replace(/\s+/g, ' ');
  const edtf = parseEdtf(plain)?.edtf ?? wordedDate(plain) ?? numericDate(plain) ?? pairOfDates(plain);
  const marked = edtf !== null && blurred ? `${edtf}~` : edtf;
  return marked !== null && marked !== text && parseEdtf(marked) ? marked : null;
}

function wordedDate(text: string): string | null {
  const dayFirst = new RegExp(`^(?:(\\d{1,2})(?:st|nd|rd|th)? )?${monthWord} (-?\\d{3,4})$`, 'i').exec(text);
  if (dayFirst) return composed(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = new RegExp(`^${monthWord} (\\d{1,2})(?:st|nd|rd|th)? (-?\\d{3,4})$`, 'i').exec(text);
  if (monthFirst) return composed(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const season = /^(spring|summer|autumn|fall|winter) (?:of )?(\d{4})$/i.exec(text);
  if (season) return `${season[2]}-${seasonNames.get((season[1] ?? '').toLowerCase())}`;
  const decade = /^(?:the )?(\d{3})0s$/.exec(text);
  if (decade) return `${decade[1]}X`;
  const before = /^(\d{1,4}) (?:BC|BCE)$/i.exec(text);
  return before ? formatYear(1 - Number(before[1])) : null;
}

function numericDate(text: string): string | null {
  const yearFirst = /^(-?\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  if (yearFirst) return composed(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const yearLast = /^(?:(\d{1,2})[-./])?(\d{1,2})[-./](\d{4})$/.exec(text);
  if (!yearLast) return /^\d{3}$/.test(text) ? formatYear(Number(text)) : null;
  const [, first, second, year] = yearLast;
  if (first === undefined) return composed(year, Number(second), undefined);
  if (Number(first) > 12) return composed(year, Number(second), first);
  return Number(second) > 12 || first === second ? composed(year, Number(first), second) : null;
}

function pairOfDates(text: string): string | null {
  const pair = /^(\S+) ?(?:–|—|\/| to | - ) ?(\S+)$/.exec(text) ?? /^(\d{4})-(\d{4})$/.exec(text);
  const [, start = '', end = ''] = pair ?? [];
  return parseEdtf(start) && parseEdtf(end) ? `${start}/${end}` : null;
}

function composed(year: string | undefined, month: number, day: string | undefined): string {
  const start = `${formatYear(Number(year))}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf((name ?? '').toLowerCase()) + 1;
}
