import { monthAt, readCalendar } from './calendarDates';
import type { Amount, CalendarUnit, DateMeaning, YearMeaning } from './dateMeaning';
import { isCapital, isDash, isJoined, mayBegin, mayBeginCalendar, numberAt, textOf, wordAt } from './dateReader';
import type { AmountRead, DateRead, DateReader } from './dateReader';
import { anything, slotBits } from './phraseRules';
import type { CompiledRule, Element, RuleIndex, Slot } from './phraseRules';
import { sentenceTense, tenseAt } from './tense';
import { standsAt } from './tokens';

/** How many phrases may stand within each other: `three days before early March`. */
const deepest = 6;

/** The date at a token, as far as it goes, absolute or relative; null where none begins. */
export function readPoint(reader: DateReader, index: number): DateRead | null {
  const known = reader.readPoints[index];
  if (known !== undefined) return known;
  if (!mayBegin(reader, index) || reader.depth.now >= deepest) return null;
  reader.depth.now++;
  const read = withTimeOfDay(
    reader,
    longer(
      longer(readRules(reader, reader.points, index), mayBeginCalendar(reader, index) ? readCalendar(reader, index, readRelativeYear) : null),
      readWeekday(reader, index),
    ),
  );
  reader.depth.now--;
  reader.readPoints[index] = read;
  return read;
}

/** `Monday morning`, `yesterday evening`: the time of day is part of the expression, the value stays the day. */
function withTimeOfDay(reader: DateReader, read: DateRead | null): DateRead | null {
  const { meaning, end = 0 } = read ?? {};
  const isDay = meaning?.type === 'weekday' || (meaning?.type === 'unit' && meaning.unit === 'day');
  return read && isDay && reader.language.dates.timesOfDay.has(wordAt(reader, end)) ? { ...read, end: end + 1 } : read;
}

/** The one that ends last; the first where they end alike. */
export function longer(first: DateRead | null, second: DateRead | null): DateRead | null {
  return second && (!first || second.end > first.end) ? second : first;
}

/** The longest phrase of the language's rules at a token; the first of those that end alike. */
export function readRules(reader: DateReader, rules: RuleIndex, index: number): DateRead | null {
  const { tokens, begins } = reader;
  let best: DateRead | null = null;
  const begun = rules.byWord.get(wordAt(reader, index));
  if (begun) {
    const next = (begins[index + 1] ?? 0) | anything;
    for (const { rule, nextSlots } of begun.byNext.get(tokens[index + 1]?.lower ?? '') ?? begun.rest) {
      if ((nextSlots & next) !== 0) best = longer(best, readRule(reader, rule, index));
    }
  }
  const own = begins[index] ?? 0;
  for (const [slot, list] of rules.bySlot) {
    if ((slotBits[slot] & own) === 0 || !canTake(reader, slot, index)) continue;
    for (const rule of list) best = longer(best, readRule(reader, rule, index));
  }
  return best;
}

/** Whether a rule that begins with the slot can begin at the token. */
function canTake(reader: DateReader, slot: Slot, index: number): boolean {
  if (slot === 'ORDINAL') return numberAt(reader, index) !== null;
  if (slot !== 'AMOUNT') return true;
  const amount = readAmount(reader, index);
  return amount !== null && ((reader.begins[amount.end] ?? 0) & slotBits.UNIT) !== 0;
}

function readRelativeYear(reader: DateReader, index: number): { readonly year: YearMeaning; readonly end: number } | null {
  const read = readRules(reader, reader.points, index);
  if (read?.meaning?.type !== 'unit' || read.meaning.unit !== 'year') return null;
  const { offset, hangsOn, words } = read.meaning;
  return { year: { is: 'offset', offset, hangsOn, words }, end: read.end };
}

function readWeekday(reader: DateReader, index: number): DateRead | null {
  const words = reader.language.dates;
  const weekday = words.weekdays.get(wordAt(reader, index));
  if (weekday === undefined || (words.capitals && !isCapital(reader.tokens[index]))) return null;
  const before = wordAt(reader, index - 1);
  if (words.weekdayTraps.has(before) || isDash(reader, index - 1) && isJoined(reader, index)) return null;
  if (words.ambiguousWeekdays.has(wordAt(reader, index)) && !words.weekdaySupport.has(before)) return null;
  if (isHabit(reader, index)) return null;
  return { start: index, end: index + 1, meaning: { type: 'weekday', weekday, direction: null } };
}

/** `Sunday roasts`: at the beginning of a sentence, before a plural. */
function isHabit(reader: DateReader, index: number): boolean {
  const { pluralEnding } = reader.language.dates;
  const after = reader.tokens[index + 1];
  if (index > 0 || pluralEnding === null || after?.kind !== 'word' || isCapital(after)) return false;
  return after.lower.length > 3 && after.lower.endsWith(pluralEnding);
}

/** What the slots of a rule took. */
interface Taken {
  amount: AmountRead | undefined;
  unit: CalendarUnit | undefined;
  /** The token of a unit behind its amount. */
  unitAt: number | undefined;
  ordinal: number | undefined;
  nearest: DateMeaning | undefined;
  first: DateMeaning | undefined;
  second: DateMeaning | undefined;
}

function readRule(reader: DateReader, rule: CompiledRule, index: number): DateRead | null {
  const taken: Taken = { amount: undefined, unit: undefined, unitAt: undefined, ordinal: undefined, nearest: undefined, first: undefined, second: undefined };
  let at = index;
  let start: number | null = null;
  for (const element of rule.elements) {
    const end = take(reader, element, at, taken, index);
    if (end === null) {
      if (element.optional) continue;
      return null;
    }
    if (!element.outside && end > at) start ??= at;
    at = end;
  }
  start ??= index;
  const meaning = meaningOf(reader, rule, taken, start, at);
  return meaning === undefined ? null : { start, end: at, meaning };
}

function take(reader: DateReader, element: Element, at: number, taken: Taken, index: number): number | null {
  switch (element.slot) {
    case null:
      if (element.barred) return element.words.has(wordAt(reader, at)) ? null : at;
      return element.words.has(wordAt(reader, at)) ? at + 1 : null;
    case 'AMOUNT': {
      const amount = readAmount(reader, at);
      if (amount) taken.amount = amount;
      return amount && amount.end;
    }
    case 'UNIT': {
      const { units, countedUnits } = reader.language.dates;
      const word = wordAt(reader, at);
      taken.unit = units.get(word) ?? (taken.amount ? countedUnits.get(word) : undefined);
      if (taken.unit !== undefined && taken.amount) taken.unitAt = at;
      return taken.unit === undefined ? null : at + 1;
    }
    case 'ORDINAL': {
      const number = numberAt(reader, at);
      if (number === null || number.parts !== null) return null;
      taken.ordinal = number.value;
      return number.end;
    }
    case 'POINT': {
      const point = at > index || element.optional ? readPoint(reader, at) : null;
      if (!point?.meaning) return null;
      if (taken.first) taken.second ??= point.meaning;
      else taken.first = point.meaning;
      return point.end;
    }
    case 'MONTH':
    case 'SEASON':
    case 'WEEKDAY':
      return takeNearest(reader, element.slot, at, taken);
    case 'TOLD':
      return index > 0 || sentenceTense(reader) !== null ? at : null;
    case 'STOP':
      return reader.tokens[at] === undefined || /^[,.;:!?)\]»”"—–]$/.test(wordAt(reader, at)) ? at : null;
  }
}

function takeNearest(reader: DateReader, slot: 'MONTH' | 'SEASON' | 'WEEKDAY', at: number, taken: Taken): number | null {
  const words = reader.language.dates;
  const word = wordAt(reader, at);
  if (words.capitals && slot !== 'SEASON' && !isCapital(reader.tokens[at])) return null;
  const year: YearMeaning = { is: 'nearest', direction: null };
  if (slot === 'WEEKDAY') {
    const weekday = words.weekdays.get(word);
    if (weekday === undefined || words.ambiguousWeekdays.has(word)) return null;
    taken.nearest = { type: 'weekday', weekday, direction: null };
    return at + 1;
  }
  const month = slot === 'MONTH' ? monthAt(reader, at, words.months.has(word)) : null;
  const division = slot === 'SEASON' ? words.seasons.get(word) : undefined;
  if (!month && division === undefined) return null;
  taken.nearest = { type: 'calendar', year, month: month?.month ?? null, day: null, division: division ?? null };
  return month?.end ?? at + 1;
}

/** `two`, `almost 23`, `a`, `a couple of`: how many of a unit. */
function readAmount(reader: DateReader, index: number): AmountRead | null {
  const known = reader.readAmounts[index];
  if (known !== undefined) return known;
  const bound = isCompared(reader, index) ? undefined : reader.bounds.get(wordAt(reader, index))?.find(([phrase]) => standsAt(reader.tokens, index, phrase));
  const at = index + (bound?.[0].length ?? 0);
  const count = readCount(reader, at);
  const read = count && { number: count.value, mode: bound?.[1] ?? 'exact', start: index, end: count.end };
  reader.readAmounts[index] = read;
  return read;
}

/** `5 % more than a decade before`: a measure says how much more. */
function isCompared({ language, tokens }: DateReader, index: number): boolean {
  return language.quantities.measureWords.has(tokens[index - 1]?.lower ?? '');
}

function readCount(reader: DateReader, index: number): { readonly value: number; readonly end: number } | null {
  const { amountWords, one } = reader.language.dates;
  for (const [phrase, value] of amountWords) {
    if (phrase[0] === wordAt(reader, index) && standsAt(reader.tokens, index, phrase)) return { value, end: index + phrase.length };
  }
  const number = numberAt(reader, index);
  if (number && !number.ordinal) {
    const value = number.parts === null ? number.value : number.value / number.parts;
    const isHalfOf = number.parts !== null && one.has(wordAt(reader, number.end));
    return value > 0 && Number.isFinite(value) ? { value, end: number.end + (isHalfOf ? 1 : 0) } : null;
  }
  return one.has(wordAt(reader, index)) ? { value: 1, end: index + 1 } : null;
}

/** How many tokens before a span of time a superlative says that something was so within it. */
const superlativeReach = 5;

/** `the deadliest quake in nine years` */
function isMeasuredAgainst(reader: DateReader, index: number): boolean {
  const { endings, words } = reader.language.dates.superlatives;
  for (let at = index - 1; at >= Math.max(0, index - superlativeReach); at--) {
    const word = wordAt(reader, at);
    if (/^[,;:.]$/.test(word)) return false;
    if (words.has(word) || (word.length > 4 && endings.some((ending) => word.endsWith(ending)))) return true;
  }
  return false;
}

function pastOf(meaning: DateMeaning): DateMeaning {
  return meaning.type === 'calendar' ? { ...meaning, year: { is: 'nearest', direction: -1 } } : meaning;
}

function oneOf(unit: CalendarUnit, number = 1): Amount {
  return { number, mode: 'exact', words: number === 1 ? `one ${unit}` : `${number} ${unit}` };
}

/** What was taken as so many of a unit, with its words. */
function amountOf(reader: DateReader, { amount, unitAt }: Taken): Amount | undefined {
  if (!amount) return undefined;
  const { number, mode, start, end } = amount;
  const words = textOf(reader, start, end);
  return { number, mode, words: unitAt === undefined ? words : `${words} ${reader.tokens[unitAt]!.text}` };
}

function meaningOf(reader: DateReader, { means }: CompiledRule, taken: Taken, start: number, end: number): DateMeaning | null | undefined {
  const { unit, ordinal, nearest, first, second } = taken;
  const amount = amountOf(reader, taken);
  switch (means.op) {
    case 'none':
      return null;
    case 'unit': {
      const named = means.unit ?? unit;
      return named && { type: 'unit', unit: named, offset: means.offset, hangsOn: means.hangsOn, words: textOf(reader, start, end) };
    }
    case 'shift': {
      const counts = means.unit ?? unit;
      if (!counts || (means.told && sentenceTense(reader) === null)) return undefined;
      if (means.future && (tenseAt(reader, start) === 'past' || isMeasuredAgainst(reader, start))) return undefined;
      const counted = amount ?? oneOf(counts, means.amount);
      const told = means.plus ? { ...counted, number: counted.number + means.plus } : counted;
      return { type: 'shift', amount: told, unit: counts, direction: means.direction, hangsOn: means.hangsOn, from: null };
    }
    case 'shiftFrom': {
      if (!unit || !first) return undefined;
      const told = amount ?? oneOf(unit);
      return { type: 'shift', amount: told, unit, direction: means.direction, hangsOn: 'previous', from: first };
    }
    case 'nearest':
      if (nearest?.type === 'weekday') return { ...nearest, direction: means.direction };
      return nearest?.type === 'calendar'
        ? { ...nearest, year: { is: 'nearest', direction: means.direction } }
        : undefined;
    case 'anniversary': {
      const years = ordinal ?? reader.language.dates.anniversaries.get(wordAt(reader, end - 1));
      return years === undefined || !Number.isInteger(years) ? undefined : { type: 'anniversary', years };
    }
    case 'point':
      return first;
    case 'part':
    case 'end':
      return first && { type: 'part', isEnd: means.op === 'end', of: first };
    case 'spanOf': {
      if (!unit || amount?.mode !== 'exact') return undefined;
      const of = first ?? ({ type: 'unit', unit: 'year', offset: 0, hangsOn: 'article', words: textOf(reader, start, end) } as const);
      return { type: 'spanOf', amount, unit, isEnd: means.isEnd, of };
    }
    case 'partOfUnit':
      return unit && { type: 'part', isEnd: true, of: { type: 'unit', unit, offset: 0, hangsOn: 'article', words: textOf(reader, start, end) } };
    case 'nearestTold':
      return tenseAt(reader, start) === null ? undefined : nearest;
    case 'sinceNearest':
      return nearest && { type: 'range', from: pastOf(nearest), to: null };
    case 'weekend':
      return tenseAt(reader, start) === null ? undefined : { type: 'weekend', direction: null };
    case 'sinceWeekend':
      return { type: 'range', from: { type: 'weekend', direction: -1 }, to: null };
    case 'weekdayOfWeek':
      return nearest?.type === 'weekday' && first?.type === 'unit' && first.unit === 'week'
        ? { type: 'weekdayIn', weekday: nearest.weekday, place: 1, of: first }
        : undefined;
    case 'weekdayIn':
      return first && nearest?.type === 'weekday'
        ? { type: 'weekdayIn', weekday: nearest.weekday, place: ordinal ?? -1, of: first }
        : undefined;
    case 'approximate':
      return first && { type: 'approximate', of: first };
    case 'between':
      return first && second && { type: 'range', from: first, to: second };
    case 'since':
      return first && { type: 'range', from: first, to: null };
    case 'until':
      return first && { type: 'range', from: null, to: first };
    case 'by':
      return first?.type === 'part' && first.isEnd ? undefined : first && { type: 'range', from: null, to: first };
    case 'stretchTo': {
      const to = first ?? nearest;
      return unit && to
        ? { type: 'stretch', amount: amount ?? oneOf(unit), unit, direction: -1, hangsOn: 'previous', to }
        : undefined;
    }
    case 'stretch': {
      if (!unit) return undefined;
      const told = amount ?? oneOf(unit);
      return { type: 'stretch', amount: told, unit, direction: means.direction, hangsOn: means.hangsOn, to: null };
    }
  }
}
