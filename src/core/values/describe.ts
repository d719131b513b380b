import { formatDay } from './edtf';
import { describeEdtf } from './describeEdtf';
import { formatNumber } from './numerals';
import { unitAfter } from './units';
import type { Interval, QuantityMode, QuantityValue, Relation, Value } from './value';

export { describeEdtf } from './describeEdtf';

/** A quantity in the command line's JSON. */
export interface JsonQuantity {
  readonly number: number;
  readonly mode: QuantityMode;
  readonly unit: string | null;
  readonly of: number | null;
  readonly from?: number;
  readonly to?: number;
  readonly factor?: number;
  readonly per?: string;
  readonly ordinal?: boolean;
}

/** What `normalised` and `value` hold in the command line's JSON. */
export type JsonValue = string | boolean | null | JsonQuantity | readonly JsonValue[];

const modeWords: Readonly<Record<QuantityMode, string>> = {
  exact: '',
  around: 'about ',
  almost: 'almost ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'up-to': 'up to ',
  'less-than': 'less than ',
  range: '',
};
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const shares = new Map([
  ['1/2', 'half'],
  ['1/3', 'a third'],
  ['2/3', 'two thirds'],
  ['1/4', 'a quarter'],
  ['3/4', 'three quarters'],
]);

/** A value in plain English; `name` gives an entity's name for its id. */
export function describeValue(value: Value, name: (entityId: string) => string = (id) => id): string {
  switch (value.kind) {
    case 'date':
    case 'period':
      return describeEdtf(value.edtf);
    case 'quantity':
      return describeQuantity(value);
    case 'entity':
      return name(value.id);
    case 'text':
    case 'unreadable':
      return value.text;
    case 'boolean':
      return value.value ? 'yes' : 'no';
    case 'set':
      return value.items.length === 0 ? 'none' : listed(value.items.map((item) => describeValue(item, name)));
    case 'unknown':
      return 'not known';
    case 'none':
      return 'none';
  }
}

const relations: Readonly<Record<Relation, string>> = {
  equal: 'the same',
  refines: 'more precise',
  'refined-by': 'less precise',
  overlaps: 'overlapping',
  near: 'close, but not the same',
  disjoint: 'different',
  differs: 'worded differently',
  'less-informative': 'one is not known',
  incomparable: 'not comparable',
};

/** A relation in words, of the first value to the second. */
export function relationWords(relation: Relation): string {
  return relations[relation];
}

/**
 * A stable string that is the same for identical normalised values of one kind, unit included; what `seen` in
 * reviews.yaml holds. That of a date is its EDTF, of a quantity something that `parseQuantity` reads back.
 */
export function normalisedKey(value: Value): string {
  switch (value.kind) {
    case 'date':
    case 'period':
      return value.edtf;
    case 'quantity':
      return quantityKey(value);
    case 'entity':
      return value.id;
    case 'text':
      return value.normalised;
    case 'unreadable':
      return value.text.trim();
    case 'boolean':
      return String(value.value);
    case 'set':
      return `[${[...new Set(value.items.map(itemKey))].sort().join(', ')}]`;
    case 'unknown':
    case 'none':
      return value.kind;
  }
}

function itemKey(item: Value): string {
  const key = normalisedKey(item);
  return item.kind === 'text' ? JSON.stringify(key) : key;
}

function quantityKey({ mode, number, from, to, of, unit, per }: QuantityValue): string {
  const amount =
    mode === 'range' ? `from ${from} to ${to}` : `${mode === 'exact' ? '' : `${mode.replace('-', ' ')} `}${number}`;
  const parts = [amount, of === null ? '' : `of ${of}`, unit ?? '', per === undefined ? '' : `per ${per}`];
  return parts.filter(Boolean).join(' ');
}

/** The value in the shape that the command line's `normalised` has; null for what could not be read. */
export function valueJson(value: Value): JsonValue {
  switch (value.kind) {
    case 'date':
    case 'period':
      return value.edtf;
    case 'quantity': {
      const { number, mode, unit, of, from, to, factor, per, ordinal } = value;
      const told = Object.entries({ from, to, factor, per, ordinal }).filter(([, part]) => part !== undefined);
      return { number, mode, unit, of, ...Object.fromEntries(told) };
    }
    case 'entity':
      return value.id;
    case 'text':
      return value.text;
    case 'boolean':
      return value.value;
    case 'set':
      return value.items.map(valueJson);
    case 'unknown':
    case 'none':
      return value.kind;
    case 'unreadable':
      return null;
  }
}

/** The core as the command line gives it: days as EDTF, numbers as such, null unbounded; null for values without a core. */
export function coreJson(value: Value): readonly [string | number | null, string | number | null] | null {
  if (value.kind === 'date') return dayBounds(value.core);
  if (value.kind === 'period') return dayBounds({ ...value.start.core, high: value.end.core.high });
  if (value.kind !== 'quantity') return null;
  const { low, high } = value.core;
  return [Number.isFinite(low) ? low : null, Number.isFinite(high) ? high : null];
}

function dayBounds({ low, high }: Interval): readonly [string | null, string | null] {
  return [Number.isFinite(low) ? formatDay(low) : null, Number.isFinite(high) ? formatDay(high) : null];
}

function describeQuantity(value: QuantityValue): string {
  const { number, mode, unit, of, from, to, factor, per } = value;
  const rate = per === undefined ? '' : ` per ${describePer(per)}`;
  const change = factor === undefined ? '' : ` (×${formatNumber(factor)})`;
  if (mode === 'range' && from !== undefined && to !== undefined) {
    return `${formatNumber(from)}–${formatNumber(to)}${unitAfter(to, unit)}${rate}${change}`;
  }
  const words = modeWords[mode];
  if (value.ordinal) return `${words}${ordinalWord(number)}${unitAfter(1, unit)}`;
  const share = unit === 'share' ? shares.get(`${number}/${of}`) : undefined;
  if (share) return words + share;
  const whole = of === null ? '' : ` of ${formatNumber(of)}`;
  return `${words}${formatNumber(number)}${whole}${unitAfter(of ?? number, unit)}${rate}${change}`;
}

function describePer(per: string): string {
  const [, count, noun = ''] = /^([\d.]+) ?(.*)$/.exec(per) ?? [];
  return count === undefined ? per : `${formatNumber(Number(count))}${unitAfter(Number(count), noun || null)}`;
}

function ordinalWord(number: number): string {
  const word = ordinals[number];
  if (word) return word;
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${formatNumber(number)}${ending}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
