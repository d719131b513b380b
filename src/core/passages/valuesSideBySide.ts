import type { Property } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { intersect } from '../values/interval';
import { createQuantity } from '../values/quantity';
import type { ComparisonContext } from '../values/relation';
import { compareValues } from '../values/relation';
import { isMeasured } from '../values/units';
import type { Comparison, DateValue, Interval, PeriodValue, QuantityValue } from '../values/value';
import { countedNoun } from './evidence';
import { distance, nearestTo } from './nearest';
import type { ValuesSideBySide } from './passage';
import type { KnownValue, Sentence, SentenceValue } from './sentences';
import { firstDate } from './sentences';

/** Why two values are taken to be about the same thing, the surest first. */
const reasons = [
  /** One property's cue announces both, and the names beside them do not differ. */
  'property',
  /** Both stand next to the name of one event or work, which happens or begins once. */
  'event',
  /** They count the same thing in sentences about the same time. */
  'counted',
  /** They agree: what differs is left out, since nothing says that it should be the same. */
  'agreement',
] as const;
type Reason = (typeof reasons)[number];

interface Candidate {
  readonly reason: Reason;
  readonly a: SentenceValue;
  readonly b: SentenceValue;
  readonly kind: ValuesSideBySide['kind'];
  readonly values: readonly [KnownValue, KnownValue];
  readonly comparison: Comparison;
}

const agreeing: ReadonlySet<Comparison['relation']> = new Set(['equal', 'refines', 'refined-by', 'overlaps']);
const byCloseness: readonly Comparison['relation'][] = ['equal', 'refines', 'refined-by', 'overlaps', 'near', 'disjoint'];
/** Reports this many days apart can be of one state of things. */
const sameTime = 31;
/** A cue announces a value at most this many UTF-16 units away: about ten words. */
const announcing = 60;
/** No value here is an entity. */
const context: ComparisonContext = { hierarchical: false, isPartOf: () => false };

/**
 * The values of two sentences that are about the same thing, each value in one pair at most, the surest first. Values that differ are
 * paired only where a property's cue, the name of an event, or a thing counted at the same time says that they should not: two elections
 * have different votes, and that is no difference between the sources. A value that needs its property's separators to be told from others
 * is never paired as different. Durations told from the article's date and open periods stand for their start.
 */
export function valuesSideBySide(a: Sentence, b: Sentence): readonly ValuesSideBySide[] {
  if (a.values.length === 0 || b.values.length === 0) return [];
  const candidates = [...byProperty(a, b), ...byThemselves(a, b)].sort(
    (x, y) => reasons.indexOf(x.reason) - reasons.indexOf(y.reason) || closeness(x) - closeness(y) || x.a.span.start - y.a.span.start,
  );
  const taken = new Set<Span>();
  return candidates.flatMap(({ kind, a, b, values: [first, second], comparison }) => {
    if (taken.has(a.span) || taken.has(b.span)) return [];
    taken.add(a.span).add(b.span);
    return { kind, a: { span: a.span, text: a.text, value: first }, b: { span: b.span, text: b.text, value: second }, comparison };
  });
}

function closeness({ comparison }: Candidate): number {
  return byCloseness.indexOf(comparison.relation);
}

function compare(a: SentenceValue, b: SentenceValue, reason: Reason): Candidate | null {
  const [first, second] = aligned(a.compared, b.compared);
  if (first.kind !== second.kind || isRank(first) !== isRank(second)) return null;
  const comparison = compareValues(first, second, context);
  return byCloseness.includes(comparison.relation) ? { kind: first.kind, a, b, values: [first, second], comparison, reason } : null;
}

/** A date against a period is compared with its start. */
function aligned(a: KnownValue, b: KnownValue): readonly [KnownValue, KnownValue] {
  if (a.kind === 'date' && b.kind === 'period') return [a, firstDate(b) ?? b];
  if (a.kind === 'period' && b.kind === 'date') return [firstDate(a) ?? a, b];
  return [a, b];
}

function isRank(value: KnownValue): boolean {
  return value.kind === 'quantity' && value.ordinal === true;
}

function byProperty(a: Sentence, b: Sentence): readonly Candidate[] {
  return a.cues.flatMap(({ property, span }) => {
    if (property.separators.length > 0) return [];
    return b.cues.flatMap((other) => {
      if (other.property !== property) return [];
      const first = announced(a, property, span);
      const second = announced(b, property, other.span);
      const found = first && second && compare(first, second, 'property');
      return found && (agreeing.has(found.comparison.relation) || isSameSubject(a, b, found)) ? found : [];
    });
  });
}

/** The value of the property's type nearest to its cue. */
function announced(sentence: Sentence, property: Property, cue: Span): SentenceValue | null {
  const nearest = nearestTo(
    cue,
    sentence.values.filter(({ value }) => fits(value, property)),
  );
  return nearest && distance(cue, nearest.span) <= announcing ? wholeBeforeCue(nearest, cue, property) : null;
}

function fits(value: KnownValue, { value: kind, unit }: Property): boolean {
  if (kind !== 'quantity') return (kind === 'date' || kind === 'period') && value.kind !== 'quantity';
  if (value.kind !== 'quantity') return false;
  if (unit === null || value.unit === null || value.of !== null) return true;
  return isMeasured(unit) || isMeasured(value.unit) ? unit === value.unit : countedNoun(unit) === countedNoun(value.unit);
}

/** Of `187 countries out of 192 members`, a cue at the end (`members`) announces the whole: 192. */
function wholeBeforeCue(value: SentenceValue, cue: Span, { unit }: Property): SentenceValue {
  const { compared, span } = value;
  if (compared.kind !== 'quantity' || compared.of === null || compared.unit === 'share') return value;
  const isAtEnd = overlaps(span, cue) && cue.start - span.start > span.end - cue.end;
  return isAtEnd ? { ...value, compared: createQuantity({ number: compared.of, unit: unit ?? compared.unit }) } : value;
}

/** Whether nothing beside two values says that they are about different things: the names and events next to them. */
function isSameSubject(a: Sentence, b: Sentence, { a: first, b: second }: Candidate): boolean {
  const here = nearestTo(first.span, a.names)?.entity;
  const there = nearestTo(second.span, b.names)?.entity;
  if (here !== undefined && !knows(b, here)) return false;
  if (there !== undefined && !knows(a, there)) return false;
  return first.event === second.event;
}

function knows({ evidence }: Sentence, entity: string): boolean {
  return evidence.has(`entity ${entity}`);
}

function byThemselves(a: Sentence, b: Sentence): readonly Candidate[] {
  return a.values.flatMap((first) =>
    b.values.flatMap((second) => {
      const isCounted = isSameCount(first.value, second.value);
      const isTime = first.compared.kind !== 'quantity' && second.compared.kind !== 'quantity';
      if ((isTime || isCounted) && first.event !== null && first.event === second.event && isOnly(first, a) && isOnly(second, b)) {
        return compare(first, second, 'event') ?? [];
      }
      const counted = isCounted && meetInTime(a, b) ? compare(first, second, 'counted') : null;
      if (counted && isSameSubject(a, b, counted)) return counted;
      const found = mayAgree(first.compared, second.compared) ? compare(first, second, 'agreement') : null;
      return found && agrees(found, a, b) ? found : [];
    }),
  );
}

/** A quick look, since most values have nothing to do with each other. */
function mayAgree(a: KnownValue, b: KnownValue): boolean {
  if (a.kind === 'quantity' || b.kind === 'quantity') {
    if (a.kind !== 'quantity' || b.kind !== 'quantity') return false;
    return a.unit !== null && b.unit !== null && (isMeasured(a.unit) || countedNoun(a.unit) === countedNoun(b.unit));
  }
  return intersect(firstExtent(a), firstExtent(b));
}

function firstExtent(value: DateValue | PeriodValue): Interval {
  return value.kind === 'date' ? value.core : value.start.core;
}

/** Whether a value is the only one of its kind next to its event. */
function isOnly({ event, value }: SentenceValue, { values }: Sentence): boolean {
  const isQuantity = value.kind === 'quantity';
  return values.filter((other) => other.event === event && (other.value.kind === 'quantity') === isQuantity).length === 1;
}

/** Whether both are numbers of the same things, neither ranks nor measures. */
function isSameCount(a: KnownValue, b: KnownValue): boolean {
  if (a.kind !== 'quantity' || b.kind !== 'quantity' || a.ordinal || b.ordinal) return false;
  return !isMeasured(a.unit) && isSameUnit(a, b);
}

function isSameUnit(a: QuantityValue, b: KnownValue): boolean {
  return b.kind === 'quantity' && a.unit !== null && a.unit.toLowerCase() === b.unit?.toLowerCase();
}

/** Whether two values that nothing else connects say the same: numbers of the same things, dates and periods that fit into each other. */
function agrees({ values: [a, b], comparison: { relation } }: Candidate, first: Sentence, second: Sentence): boolean {
  if (a.kind === 'quantity') {
    if (a.ordinal || isMeasured(a.unit)) return relation === 'equal' && isSameUnit(a, b);
    return agreeing.has(relation);
  }
  if (relation === 'equal') return true;
  if (relation !== 'refines' && relation !== 'refined-by') return false;
  return a.kind !== 'date' || b.kind !== 'date' || !isOwnYear(a, b, [first, second]);
}

/** Whether the one is a day and the other the year in which one of the articles was written: most of what it tells is of that year. */
function isOwnYear(a: DateValue, b: DateValue, sentences: readonly Sentence[]): boolean {
  const coarse = a.grain === 'day' ? b : b.grain === 'day' ? a : null;
  return coarse?.grain === 'year' && sentences.some(({ told }) => told !== null && intersect(told, coarse.core));
}

function meetInTime(a: Sentence, b: Sentence): boolean {
  return timesOf(a).some((first) => timesOf(b).some((second) => second.low - first.high <= sameTime && first.low - second.high <= sameTime));
}

/** When a sentence is about: its own dates, else the article's. */
function timesOf({ values, told }: Sentence): readonly Interval[] {
  const own = values.flatMap(({ value }) => (value.kind === 'date' ? value.core : value.kind === 'period' ? value.start.core : []));
  return own.length === 0 && told ? [told] : own;
}
