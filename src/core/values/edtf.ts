import type { DateValue, Interval, PeriodValue } from './value';

export type Hemisphere = 'north' | 'south';
export interface EdtfOptions {
  readonly hemisphere?: Hemisphere;
}

export function parseDate(_text: string, _options: EdtfOptions = {}): DateValue | null {
  throw new Error('not yet');
}
export function parsePeriod(_text: string, _options: EdtfOptions = {}): PeriodValue | null {
  throw new Error('not yet');
}
export function extentOf(_edtf: string): Interval | null {
  throw new Error('not yet');
}
export function formatDay(_days: number): string {
  throw new Error('not yet');
}
export function datesMeet(_a: string | null, _b: string | null): boolean | null {
  throw new Error('not yet');
}
