/** A day of the proleptic Gregorian calendar; year 0 exists, month and day count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysPerEra = 146097;
const yearsPerEra = 400;
/** From 0000-03-01 to 1970-01-01. */
const epochOffset = 719468;

/** Whether `year` has a 29 February. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in `month` (1–12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01, for any year within ±10¹². Algorithm: H. Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms".
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / yearsPerEra);
  const yearOfEra = shifted - era * yearsPerEra;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - epochOffset;
}

/** The inverse of `dayNumber`. */
export function civilDay(days: number): CivilDay {
  const shifted = days + epochOffset;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * yearsPerEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `days` moved by whole months; a day past the new month's end becomes its last, and a last day stays a last day. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilDay(days);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const length = daysInMonth(newYear, newMonth);
  const isLast = day === daysInMonth(year, month);
  return dayNumber(newYear, newMonth, isLast ? length : Math.min(day, length));
}

/** Months since year 0, January, of the day's month. */
export function monthIndex(days: number): number {
  const { year, month } = civilDay(days);
  return year * 12 + month - 1;
}
