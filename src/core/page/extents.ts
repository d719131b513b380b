import { commonBase } from '../values/units';
import type { Interval, QuantityValue, Value } from '../values/value';

/** An end of an extent; null where it is open. */
export type ExtentEnd = number | null;

/**
 * What a value takes up on a line (DESIGN §4), ends included: dates in days since 1970-01-01, a day being [n, n + 1]; quantities as numbers
 * in the unit of their line. The halo holds the core.
 */
export interface PageExtent {
  readonly core: readonly [ExtentEnd, ExtentEnd];
  readonly halo: readonly [ExtentEnd, ExtentEnd];
}

/** What the extents of a group are measured on. */
export type ExtentKind = 'time' | 'number';

/** Extents of values on one line, in their order, null where a value has no place on it; null when none has one. */
export function extentsOf(values: readonly Value[]): { readonly kind: ExtentKind; readonly unit: string | null; readonly extents: readonly (PageExtent | null)[] } | null {
  const times = values.map(timeExtent);
  if (times.some((extent) => extent !== null)) return { kind: 'time', unit: null, extents: times };
  const first = values.find((value): value is QuantityValue => value.kind === 'quantity');
  if (!first) return null;
  const extents = values.map((value) => (value.kind === 'quantity' ? quantityExtent(value, first) : null));
  return { kind: 'number', unit: first.per === undefined ? first.unit : `${first.unit ?? ''} per ${first.per}`.trim(), extents };
}

/** The days that a date or period takes up; null for other values. */
export function timeExtent(value: Value): PageExtent | null {
  if (value.kind === 'date') return { core: days(value.core, value.core), halo: days(value.halo, value.halo) };
  if (value.kind !== 'period') return null;
  return { core: days(value.start.core, value.end.core), halo: days(value.start.halo, value.end.halo) };
}

function days(start: Interval, end: Interval): PageExtent['core'] {
  return [finite(start.low), finite(end.high + 1)];
}

function quantityExtent(value: QuantityValue, first: QuantityValue): PageExtent | null {
  const toBase = commonBase(unitOf(value), unitOf(first));
  const firstToBase = commonBase(unitOf(first), unitOf(value));
  if (!toBase || !firstToBase) return null;
  // Conversions are linear: two points tell how to turn them round.
  const zero = firstToBase(0);
  const one = firstToBase(1) - zero;
  const convert = (number: number) => finite((toBase(number) - zero) / one);
  const { core, halo } = value;
  return { core: [convert(core.low), convert(core.high)], halo: [convert(halo.low), convert(halo.high)] };
}

function unitOf({ unit, per }: QuantityValue): { unit: string | null; per: string | null } {
  return { unit, per: per ?? null };
}

function finite(number: number): ExtentEnd {
  return Number.isFinite(number) ? number : null;
}
