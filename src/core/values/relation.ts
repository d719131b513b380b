import { addMonths, civilDay, dayNumber, daysInMonth, monthIndex } from './calendar';
import { normalisedKey } from './describe';
import { entirelyBefore, intersect, interval, sameInterval, within } from './interval';
import { clean, formatNumber } from './numerals';
import { createQuantity } from './quantity';
import { commonBase, measureOf, unitAfter } from './units';
import type { Unit } from './units';
import type {
  Comparison,
  DateValue,
  Denotation,
  Grain,
  Interval,
  PeriodValue,
  QuantityValue,
  Relation,
  SetValue,
  Value,
} from './value';

/** What a comparison needs to know beside the two values. */
export interface ComparisonContext {
  /** Of the property: entity values refine by `partOf`. */
  readonly hierarchical: boolean;
  /** Whether `part` is, over any number of steps, part of `whole`. */
  isPartOf(part: string, whole: string): boolean;
}

/**
 * The relation of `a` to `b`: the first row of the table in DESIGN §4 that fits. Beyond its words: `none` against a
 * quantity is 0 of it, against a text `differs`, against anything else disjoint; a date against a period does not
 * convert; closed lists that neither are the same nor contain one another are disjoint, or `differs` where they hold
 * free text.
 */
export function compareValues(a: Value, b: Value, context: ComparisonContext): Comparison {
  if (a.kind === b.kind && normalisedKey(a) === normalisedKey(b)) return { relation: 'equal' };
  if (isUnlinked(a) || isUnlinked(b)) return { relation: 'incomparable' };
  if (a.kind === 'unknown' || b.kind === 'unknown') return { relation: 'less-informative' };
  if (a.kind === 'none' || b.kind === 'none') return compareNone(a, b);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a, b);
  if (a.kind === 'period' && b.kind === 'period') return comparePeriods(a, b);
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareQuantities(a, b);
  if (a.kind === 'entity' && b.kind === 'entity') return { relation: entityRelation(a.id, b.id, context) };
  if (a.kind === 'text' && b.kind === 'text') return { relation: 'differs' };
  if (a.kind === 'boolean' && b.kind === 'boolean') return { relation: 'disjoint' };
  if (a.kind === 'set' && b.kind === 'set') return { relation: setRelation(a, b, context) };
  return { relation: 'incomparable' };
}

function isUnlinked(value: Value): boolean {
  return value.kind === 'unreadable' || (value.kind === 'set' && value.items.some(isUnlinked));
}

function compareNone(a: Value, b: Value): Comparison {
  if (a.kind === 'quantity') return compareQuantities(a, zeroLike(a));
  if (b.kind === 'quantity') return compareQuantities(zeroLike(b), b);
  return { relation: a.kind === 'text' || b.kind === 'text' ? 'differs' : 'disjoint' };
}

function zeroLike({ unit, per }: QuantityValue): QuantityValue {
  return createQuantity({ number: 0, unit, per });
}

function entityRelation(a: string, b: string, { hierarchical, isPartOf }: ComparisonContext): Relation {
  if (!hierarchical) return 'disjoint';
  const inner = isPartOf(a, b);
  const outer = isPartOf(b, a);
  return inner && outer ? 'overlaps' : inner ? 'refines' : outer ? 'refined-by' : 'disjoint';
}

function setRelation(a: SetValue, b: SetValue, context: ComparisonContext): Relation {
  const inner = isWithinSet(a, b, context);
  const outer = isWithinSet(b, a, context);
  if (inner && outer) return 'equal';
  if (inner) return 'refines';
  if (outer) return 'refined-by';
  return [...a.items, ...b.items].some(({ kind }) => kind === 'text') ? 'differs' : 'disjoint';
}

/** Items that are the same word for word are looked up, so that long lists compare in linear time. */
function isWithinSet(part: SetValue, whole: SetValue, context: ComparisonContext): boolean {
  const keys = new Set(whole.items.map(keyOf));
  return part.items.every(
    (item) => keys.has(keyOf(item)) || whole.items.some((other) => compareValues(item, other, context).relation === 'equal'),
  );
}

function keyOf(item: Value): string {
  return `${item.kind} ${normalisedKey(item)}`;
}

/** Rows 4 to 7 and the last one, over the product of the pairs. */
function extentRelation(pairs: readonly (readonly [Denotation, Denotation])[]): Relation {
  if (pairs.every(([a, b]) => sameInterval(a.core, b.core))) return 'equal';
  if (pairs.every(([a, b]) => within(a.core, b.core))) return 'refines';
  if (pairs.every(([a, b]) => within(b.core, a.core))) return 'refined-by';
  if (pairs.every(([a, b]) => intersect(a.core, b.core))) return 'overlaps';
  return pairs.every(([a, b]) => intersect(a.halo, b.halo)) ? 'near' : 'disjoint';
}

function comparison(relation: Relation, gap: string | null, flag: Comparison['flag'] | null): Comparison {
  if (relation !== 'near' && relation !== 'disjoint') return { relation };
  return { relation, ...(gap === null ? {} : { gap }), ...(flag && relation === 'disjoint' ? { flag } : {}) };
}

function compareDates(a: DateValue, b: DateValue): Comparison {
  return comparison(extentRelation([[a, b]]), dateGap(a, b), dateFlag(a.core, b.core));
}

function comparePeriods(a: PeriodValue, b: PeriodValue): Comparison {
  const starts = endsGap(a.start, b.start);
  const ends = endsGap(a.end, b.end);
  const gaps = [starts && `${starts} at the start`, ends && `${ends} at the end`].filter(Boolean).join(', ');
  const relation = extentRelation([
    [a.start, b.start],
    [a.end, b.end],
  ]);
  const flags = [dateFlag(a.start.core, b.start.core), dateFlag(a.end.core, b.end.core)];
  return comparison(relation, gaps || null, flags.find((flag) => flag !== null) ?? null);
}

function endsGap(a: Denotation, b: Denotation): string | null {
  return dateGap({ ...a, grain: lengthGrain(a.core) }, { ...b, grain: lengthGrain(b.core) });
}

function lengthGrain({ low, high }: Interval): Grain {
  const days = high - low + 1;
  return days < 28 ? 'day' : days < 365 ? 'month' : 'year';
}

/** Days are told up to here, then months, then, from three years on, years. */
const tellableDays = 60;
const tellableMonths = 36;

function dateGap(a: Denotation & { readonly grain: Grain }, b: Denotation & { readonly grain: Grain }): string | null {
  const [early, late] = entirelyBefore(a.core, b.core) ? [a, b] : [b, a];
  const from = early.core.high;
  const to = late.core.low;
  if (!entirelyBefore(early.core, late.core)) return null;
  const isYears = [a.grain, b.grain].some((grain) => grain === 'year' || grain === 'decade' || grain === 'century');
  const years = civilDay(to).year - civilDay(from).year;
  if (isYears && years > 0) return counted(years, 'year');
  const isDays = [a.grain, b.grain].every((grain) => grain === 'day' || grain === 'open');
  const wholeMonths = monthIndex(to) - monthIndex(from) - (isDays && civilDay(to).day < civilDay(from).day ? 1 : 0);
  if (wholeMonths === 0 || (isDays && to - from <= tellableDays)) return counted(to - from, 'day');
  const isMonths = wholeMonths < tellableMonths && wholeMonths % 12 !== 0;
  return isMonths ? counted(wholeMonths, 'month') : counted(Math.floor(wholeMonths / 12), 'year');
}

function counted(number: number, unit: string | null): string {
  return `${formatNumber(number)}${unitAfter(number, unit)}`;
}

function dateFlag(a: Interval, b: Interval): Comparison['flag'] | null {
  if (![a.low, a.high, b.low, b.high].every(Number.isFinite)) return null;
  if (a.low === a.high && b.low === b.high) {
    const first = civilDay(a.low);
    const second = civilDay(b.low);
    const isFlip = first.year === second.year && first.month === second.day && first.day === second.month;
    if (isFlip && first.month !== first.day) return 'day-month-flip';
  }
  return isYearAtMost(a) && isYearAtMost(b) && (isYearFrom(a, b) || isYearFrom(b, a)) ? 'one-year-off' : null;
}

function isYearFrom(a: Interval, b: Interval): boolean {
  return [-1, 1].some((years) => {
    const moved = moveYears(a, years);
    return within(moved, b) || within(b, moved);
  });
}

function isYearAtMost({ low, high }: Interval): boolean {
  return high - low < 366;
}

function moveYears({ low, high }: Interval, years: number): Interval {
  const { year, month, day } = civilDay(low);
  const start = dayNumber(year + years, month, Math.min(day, daysInMonth(year + years, month)));
  return interval(start, low === high ? start : addMonths(high, 12 * years));
}

function compareQuantities(a: QuantityValue, b: QuantityValue): Comparison {
  const toBase = commonBase(unitOf(a), unitOf(b));
  const fromBase = commonBase(unitOf(b), unitOf(a));
  if (!toBase || !fromBase) return { relation: 'incomparable' };
  const first = converted(a, toBase);
  const second = converted(b, fromBase);
  const relation = extentRelation([[first, second]]);
  const flag = tenfold(a, b, toBase, fromBase) ? 'power-of-ten' : null;
  return comparison(relation, quantityGap(a, b, first.core, second.core), flag);
}

function unitOf({ unit, per }: QuantityValue): Unit {
  return { unit, per: per ?? null };
}

function converted({ core, halo }: Denotation, convert: Convert): Denotation {
  const move = ({ low, high, lowOpen, highOpen }: Interval): Interval =>
    interval(clean(convert(low)), clean(convert(high)), lowOpen, highOpen);
  return { core: move(core), halo: move(halo) };
}

function quantityGap(a: QuantityValue, b: QuantityValue, first: Interval, second: Interval): string | null {
  const distance = clean(Math.max(first.low - second.high, second.low - first.high));
  if (!(distance > 0) || !Number.isFinite(distance)) return null;
  const measures = [a, b].map(({ unit }) => (unit === null ? undefined : measureOf(unit)));
  const [own, other] = measures;
  if (a.unit === b.unit || !own || !other) {
    const share = own?.dimension === 'share' ? own.factor * 100 : null;
    const unit = a.unit === b.unit || b.unit === null ? a.unit : a.unit === null ? b.unit : null;
    return share === null ? told(distance, unit, a.per) : counted(rounded(distance * share), 'percentage point');
  }
  if (own.dimension === 'share') return counted(rounded(distance * 100), 'percentage point');
  const larger = own.factor >= other.factor ? own : other;
  return a.per === b.per ? told(rounded(distance / larger.factor), larger.unit, a.per) : null;
}

function told(distance: number, unit: string | null, per: string | undefined): string {
  return `${counted(distance, unit)}${per === undefined ? '' : ` per ${per}`}`;
}

/** What a conversion or a division gave: three significant digits tell enough of it. */
function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

type Convert = (number: number) => number;

function tenfold(a: QuantityValue, b: QuantityValue, convertA: Convert, convertB: Convert): boolean {
  if (a.mode === 'range' || b.mode === 'range' || a.number === 0 || b.number === 0) return false;
  const exponent = Math.log10(convertA(a.number) / convertB(b.number));
  const whole = Math.round(exponent);
  return whole !== 0 && Math.abs(exponent - whole) < 1e-9;
}
