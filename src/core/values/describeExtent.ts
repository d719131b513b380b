import { describeEdtf } from './describeEdtf';
import { formatDay } from './edtf';
import { sameInterval } from './interval';
import { formatNumber } from './numerals';
import { unitAfter } from './units';
import type { DateValue, Denotation, Interval, PeriodValue, QuantityValue } from './value';

/** Core and halo of a value in words, each null where the value itself says as much. */
export interface ExtentWords {
  readonly core: string | null;
  readonly halo: string | null;
}

/** What a date, period or quantity denotes (DESIGN §4), in words: `1–31 October 2014`, `from 180 to below 200 countries`. */
export function describeExtent(value: DateValue | PeriodValue | QuantityValue): ExtentWords {
  switch (value.kind) {
    case 'date':
      return { core: value.grain === 'day' ? null : dayWords(value.core), halo: haloWords(value, dayWords) };
    case 'period': {
      const start = isBounded(value.start.core) ? value.start : null;
      const end = isBounded(value.end.core) ? value.end : null;
      const exact = [start, end].every((side) => side === null || side.core.low === side.core.high);
      const words = (of: (side: Denotation) => Interval) =>
        [start && `begins ${dayWords(of(start))}`, end && `ends ${dayWords(of(end))}`].filter(Boolean).join('; ');
      const hasHalo = [start, end].some((side) => side && !sameInterval(side.core, side.halo));
      return { core: exact ? null : words(({ core }) => core), halo: hasHalo ? words(({ halo }) => halo) : null };
    }
    case 'quantity': {
      const amount = (interval: Interval) => amountWords(interval, value.unit);
      return { core: value.core.low === value.core.high ? null : amount(value.core), halo: haloWords(value, amount) };
    }
  }
}

function haloWords({ core, halo }: Denotation, words: (interval: Interval) => string): string | null {
  return sameInterval(core, halo) ? null : words(halo);
}

function isBounded({ low, high }: Interval): boolean {
  return Number.isFinite(low) || Number.isFinite(high);
}

function dayWords({ low, high }: Interval): string {
  if (low === high) return describeEdtf(formatDay(low));
  return describeEdtf(`${Number.isFinite(low) ? formatDay(low) : '..'}/${Number.isFinite(high) ? formatDay(high) : '..'}`);
}

function amountWords({ low, high, lowOpen, highOpen }: Interval, unit: string | null): string {
  if (low === high) return formatNumber(low) + unitAfter(low, unit);
  if (!Number.isFinite(high)) return `${lowOpen ? 'more than' : 'at least'} ${formatNumber(low)}${unitAfter(low, unit)}`;
  const most = `${highOpen ? 'below ' : ''}${formatNumber(high)}${unitAfter(high, unit)}`;
  if (!Number.isFinite(low)) return highOpen ? most : `up to ${most}`;
  return `${lowOpen ? 'above ' : highOpen ? 'from ' : ''}${formatNumber(low)} to ${most}`;
}
