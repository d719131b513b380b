import type { RecognisedValue } from '../recognition/recogniseValues';
import type { Property, Registry } from '../registry/registry';
import { isPartOf } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { startOfDuration } from '../values/duration';
import { extentOf, parseDate } from '../values/edtf';
import { intersect } from '../values/interval';
import { createQuantity } from '../values/quantity';
import { compareValues } from '../values/relation';
import { isMeasured } from '../values/units';
import type { Comparison, DateValue, Interval, PeriodValue, QuantityValue } from '../values/value';
import { countedNoun } from './evidence';
import type { ComparedValue, ValuesSideBySide } from './passage';
import type { Sentence } from './sentences';

/** Why two values are taken to be about the same thing, the surest first. */
const enum About {
  /** One property's cue announces both, and the names beside them do not differ. */
  property,
  /** Both stand next to the name of one event or work, which happens or begins once. */
  event,
  /** They count the same thing in sentences about the same time. */
  counted,
  /** They agree: what differs is left out, since nothing says that it should be the same. */
  agreement,
}

interface Candidate extends ValuesSideBySide {
  readonly about: About;
}

const agreeing: ReadonlySet<Comparison['relation']> = new Set(['equal', 'refines', 'refined-by', 'overlaps']);
/** Entities of these types happen or are made once: a date next to one is likely its date. */
const oneTimeTypes: ReadonlySet<string> = new Set(['event', 'work', 'law', 'product']);
/** Reports this many days apart can be of one state of things. */
const sameTime = 31;
/** A cue announces a value at most this many UTF-16 units away: about ten words. */
const announcing = 60;

/**
 * The values of two sentences that are about the same thing, each value in one pair at most, the surest first. Values that differ are
 * paired only where a property's cue, the name of an event, or a thing counted at the same time says that they should not: two elections
 * have different votes, and that is no difference between the sources. A value that needs its property's separators to be told from others
 * is never paired as different. Durations and open periods stand for their start.
 */
export function valuesSideBySide(a: Sentence, b: Sentence, registry: Registry): readonly ValuesSideBySide[] {
  if (a.values.length === 0 || b.values.length === 0) return [];
  const candidates = [...byProperty(a, b, registry), ...byEvent(a, b, registry), ...byThemselves(a, b, registry)].sort(
    (x, y) => x.about - y.about || closeness(x) - closeness(y) || x.a.span.start - y.a.span.start,
  );
  const taken = new Set<RecognisedValue['span']>();
  return candidates.flatMap(({ kind, a, b, comparison }) => {
    if (taken.has(a.span) || taken.has(b.span)) return [];
    taken.add(a.span).add(b.span);
    return { kind, a, b, comparison };
  });
}

function closeness({ comparison: { relation } }: Candidate): number {
  return ['equal', 'refines', 'refined-by', 'overlaps', 'near'].indexOf(relation) >>> 0;
}

type Known = DateValue | PeriodValue | QuantityValue;

/** The value as it is compared: a duration told from the article's date, and a period without an end, by their start. */
function comparedValue({ value, span, text }: RecognisedValue, published: string | null): ComparedValue | null {
  if (value === null) return null;
  const start = startOf(value, published);
  return { span, text, value: start ?? value };
}

function startOf(value: Known, published: string | null): DateValue | null {
  if (value.kind === 'period') return Number.isFinite(value.end.core.high) ? null : parseDate(value.edtf.split('/')[0] ?? '');
  if (value.kind !== 'quantity' || value.ordinal || !durations.has(value.unit ?? '') || published === null) return null;
  return startOfDuration(value, published)?.date ?? null;
}

const durations: ReadonlySet<string> = new Set(['year', 'decade', 'century']);

function compare(a: ComparedValue | null, b: ComparedValue | null, about: About, registry: Registry): readonly Candidate[] {
  if (!a || !b) return [];
  const [first, second] = aligned(a.value, b.value);
  const isRank = first.kind === 'quantity' && second.kind === 'quantity' && Boolean(first.ordinal) !== Boolean(second.ordinal);
  if (first.kind !== second.kind || isRank) return [];
  const comparison = compareValues(first, second, { hierarchical: false, isPartOf: (part, whole) => isPartOf(registry, part, whole) });
  if (comparison.relation === 'incomparable') return [];
  return [{ kind: first.kind, a: { ...a, value: first }, b: { ...b, value: second }, comparison, about }];
}

/** A date against a period is compared with its start. */
function aligned(a: Known, b: Known): readonly [Known, Known] {
  if (a.kind === 'date' && b.kind === 'period') return [a, firstDay(b) ?? b];
  if (a.kind === 'period' && b.kind === 'date') return [firstDay(a) ?? a, b];
  return [a, b];
}

function firstDay({ edtf }: PeriodValue): DateValue | null {
  return parseDate(edtf.split('/')[0] ?? '');
}

function byProperty(a: Sentence, b: Sentence, registry: Registry): readonly Candidate[] {
  return a.cues.flatMap(({ property, span }) =>
    b.cues
      .filter((other) => other.property === property && property.separators.length === 0)
      .flatMap((other) => {
        const first = announced(a, property, span);
        const second = announced(b, property, other.span);
        const found = compare(first, second, About.property, registry);
        return found.filter(({ comparison }) => agreeing.has(comparison.relation) || (first && second && isSameSubject(a, first, b, second, registry)));
      }),
  );
}

/** The value of the property's type nearest to its cue. */
function announced(sentence: Sentence, property: Property, cue: Span): ComparedValue | null {
  const fitting = sentence.values.filter(({ value }) => value !== null && fits(value, property));
  const nearest = nearestTo(cue, fitting);
  if (!nearest || distance(cue, nearest.span) > announcing) return null;
  const compared = comparedValue(nearest, sentence.published);
  return compared && wholeBeforeCue(compared, cue, property);
}

function fits(value: Known, { value: kind, unit }: Property): boolean {
  if (kind === 'quantity') {
    if (value.kind !== 'quantity') return false;
    if (unit === null || value.unit === null) return true;
    return isMeasured(unit) || isMeasured(value.unit) ? unit === value.unit : countedNoun(unit) === countedNoun(value.unit) || value.of !== null;
  }
  return (kind === 'date' || kind === 'period') && value.kind !== 'quantity';
}

/** Of `187 countries out of 192 members`, a cue at the end (`members`) announces the whole: 192. */
function wholeBeforeCue(compared: ComparedValue, cue: Span, { unit }: Property): ComparedValue {
  const { value, span } = compared;
  if (value.kind !== 'quantity' || value.of === null || value.unit === 'share') return compared;
  const isAtEnd = overlaps(span, cue) && cue.start - span.start > span.end - cue.end;
  return isAtEnd ? { ...compared, value: createQuantity({ number: value.of, unit: unit ?? value.unit }) } : compared;
}

function knows({ evidence }: Sentence, entity: string): boolean {
  return evidence.has(`entity ${entity}`);
}

/** Whether nothing beside two values says that they are about different things: names next to them, events in the sentences. */
function isSameSubject(a: Sentence, first: ComparedValue, b: Sentence, second: ComparedValue, registry: Registry): boolean {
  const here = nearestTo(first.span, a.names)?.entity;
  const there = nearestTo(second.span, b.names)?.entity;
  if (here !== undefined && !knows(b, here)) return false;
  if (there !== undefined && !knows(a, there)) return false;
  return eventBeside(a, first.span, registry) === eventBeside(b, second.span, registry);
}

/** The event (or work) named next to a value; null where the sentence names none. */
function eventBeside({ names }: Sentence, value: Span, registry: Registry): string | null {
  return nearestTo(value, names.filter(({ entity }) => isOneTime(entity, registry)))?.entity ?? null;
}

function isOneTime(entity: string, registry: Registry): boolean {
  return oneTimeTypes.has(registry.entities.get(entity)?.type ?? '');
}

function byEvent(a: Sentence, b: Sentence, registry: Registry): readonly Candidate[] {
  return a.names.flatMap(({ entity, span }) => {
    const place = isOneTime(entity, registry) ? b.names.find((name) => name.entity === entity) : undefined;
    if (!place) return [];
    const first = valuesBeside(a, entity, registry);
    const second = valuesBeside(b, entity, registry);
    const time = compare(nearestCompared(a, span, first.filter(isTime)), nearestCompared(b, place.span, second.filter(isTime)), About.event, registry);
    const counts = first.filter(isCount).flatMap((value) => {
      const same = second.filter((other) => isCount(other) && isSameThing(value, other));
      return compare(comparedValue(value, a.published), nearestCompared(b, place.span, same), About.event, registry);
    });
    return [...time, ...counts];
  });
}

/** The values to which no other event is nearer. */
function valuesBeside(sentence: Sentence, event: string, registry: Registry): readonly RecognisedValue[] {
  return sentence.values.filter(({ value, span }) => value !== null && eventBeside(sentence, span, registry) === event);
}

function isTime({ kind }: RecognisedValue): boolean {
  return kind !== 'quantity';
}

function nearestCompared(sentence: Sentence, span: Span, values: readonly RecognisedValue[]): ComparedValue | null {
  const nearest = nearestTo(span, values);
  return nearest ? comparedValue(nearest, sentence.published) : null;
}

/** A number of things, neither a rank nor a measure. */
function isCount({ value }: RecognisedValue): boolean {
  return value?.kind === 'quantity' && !value.ordinal && value.unit !== null && !isMeasured(value.unit);
}

function isSameThing({ value: a }: RecognisedValue, { value: b }: RecognisedValue): boolean {
  return a?.kind === 'quantity' && b?.kind === 'quantity' && a.unit?.toLowerCase() === b.unit?.toLowerCase();
}

function byThemselves(a: Sentence, b: Sentence, registry: Registry): readonly Candidate[] {
  return a.values.flatMap((value) =>
    b.values.flatMap((other) => {
      const compared = compare(comparedValue(value, a.published), comparedValue(other, b.published), About.agreement, registry);
      return compared.flatMap((candidate) => {
        const isCounted = isCount(value) && isCount(other) && isSameThing(value, other);
        if (isCounted && meetInTime(a, b) && isSameSubject(a, candidate.a, b, candidate.b, registry)) return { ...candidate, about: About.counted };
        return agrees(candidate, [a, b]) ? candidate : [];
      });
    }),
  );
}

/** Whether two values that nothing else connects say the same: dates at least of one year, numbers of the same thing. */
function agrees({ a: { value: a }, b: { value: b }, comparison: { relation } }: Candidate, sentences: readonly Sentence[]): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    if (a.ordinal || isMeasured(a.unit) || a.unit === null) return relation === 'equal' && a.unit !== null && a.unit?.toLowerCase() === b.unit?.toLowerCase();
    return agreeing.has(relation) && b.unit !== null && countedNoun(a.unit) === countedNoun(b.unit);
  }
  if (relation === 'equal') return true;
  return (relation === 'refines' || relation === 'refined-by') && !(a.kind === 'date' && b.kind === 'date' && isOwnYear(a, b, sentences));
}

/** Whether the one is a day and the other the year in which one of the articles was written: most of what it tells is of that year. */
function isOwnYear(a: DateValue, b: DateValue, sentences: readonly Sentence[]): boolean {
  const coarse = a.grain === 'day' ? b : b.grain === 'day' ? a : null;
  if (coarse?.grain !== 'year') return false;
  return sentences.some(({ published }) => {
    const told = published === null ? null : extentOf(published);
    return told !== null && intersect(told, coarse.core);
  });
}

function meetInTime(a: Sentence, b: Sentence): boolean {
  return timesOf(a).some((first) => timesOf(b).some((second) => second.low - first.high <= sameTime && first.low - second.high <= sameTime));
}

/** When a sentence is about: its own dates, else the article's. */
function timesOf({ values, published }: Sentence): readonly Interval[] {
  const own = values.flatMap(({ value }) => (value?.kind === 'date' ? value.core : value?.kind === 'period' ? value.start.core : []));
  const told = published === null ? null : extentOf(published);
  return own.length > 0 ? own : told ? [told] : [];
}

function nearestTo<T extends { readonly span: Span }>(place: Span, items: readonly T[]): T | null {
  return items.reduce<T | null>(
    (best, item) => (best && distance(place, best.span) <= distance(place, item.span) ? best : item),
    null,
  );
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
