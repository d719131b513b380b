import { civilDay, dayNumber, daysInMonth } from '../values/calendar';
import { describeEdtf } from '../values/describeEdtf';
import { extentOf, formatDay, formatMonth, formatYear, parseEdtf } from '../values/edtf';
import { daysBetween, grainOf, mondayOf, moved, spanAs, unitAround, weekdayOf } from './calendarUnits';
import type { DaySpan } from './calendarUnits';
import type { Amount, CalendarMeaning, CalendarUnit, DateMeaning, Direction, NumericMeaning, Tense } from './dateMeaning';
import type { ToldTime } from './toldTime';

/** What an expression is resolved against. */
export interface ResolveContext {
  /** Null when unknown. */
  readonly article: (DaySpan & { readonly edtf: string }) | null;
  readonly previous: ToldTime | null;
  /** Index of the expression's sentence. */
  readonly sentence: number;
  /** Which figure of 05/08/2003 is the day; null where nothing tells. */
  readonly dayFirst: boolean | null;
  readonly hemisphere: 'north' | 'south';
}

export interface Resolution {
  /** Null when it cannot be known. */
  readonly edtf: string | null;
  /** Empty where nothing was computed. */
  readonly derivation: string;
  /** Whether the article's date is needed and unknown. */
  readonly needsDate: boolean;
}

/** What the sentence says beside the expression. */
export interface Surroundings {
  readonly text: string;
  readonly tense: Tense;
}

type Anchor = DaySpan & { readonly edtf: string; readonly isArticle: boolean };

const unknown: Resolution = { edtf: null, derivation: '', needsDate: false };
const undated: Resolution = { edtf: null, derivation: "hangs on the article's date, which is not known", needsDate: true };

/** The EDTF of what an expression says; an anniversary alone says none. */
export function resolveMeaning(meaning: DateMeaning, around: Surroundings, context: ResolveContext): Resolution {
  switch (meaning.type) {
    case 'calendar':
      return resolveCalendar(meaning, around, context);
    case 'numeric':
      return resolveNumeric(meaning, context);
    case 'masked':
      return plain(meaning.edtf);
    case 'shortDecade':
      return plain(shortDecade(meaning.decade, context));
    case 'weekday':
      return resolveWeekday(meaning.weekday, meaning.direction, around, context);
    case 'unit': {
      const anchor = anchorOf(meaning.hangsOn, meaning.unit === 'day' ? 1 : 31, context);
      if (!anchor) return meaning.hangsOn === 'article' || !context.article ? undated : unknown;
      const edtf = unitAround(anchor, meaning.unit, meaning.offset);
      return told(edtf, derivationOfUnit(meaning, edtf, anchor));
    }
    case 'weekend': {
      const saturday = resolveWeekday(6, meaning.direction, around, context);
      const span = saturday.edtf === null ? null : extentOf(saturday.edtf, context);
      if (!span || !context.article) return saturday;
      const edtf = daysBetween(span.low, span.high + 1);
      return told(edtf, nearestDerivation(around.text, edtf, context.article.edtf));
    }
    case 'shift':
      return resolveShift(meaning, around, context);
    case 'anniversary':
      return unknown;
    case 'part':
      return resolveMeaning(meaning.of, around, context);
    case 'spanOf':
      return resolveSpanOf(meaning, around, context);
    case 'weekdayIn':
      return resolveWeekdayIn(meaning, around, context);
    case 'approximate': {
      const exact = resolveMeaning(meaning.of, around, context);
      const edtf = exact.edtf === null || /[/[~]/.test(exact.edtf) ? exact.edtf : `${exact.edtf}~`;
      return { ...exact, edtf };
    }
    case 'range':
      return resolveRange(meaning.from, meaning.to, around, context);
    case 'stretch':
      return resolveStretch(meaning, around, context);
  }
}

function plain(edtf: string | null): Resolution {
  return { edtf, derivation: '', needsDate: false };
}

function told(edtf: string | null, derivation: string): Resolution {
  return { edtf, derivation, needsDate: false };
}

/** The time that an expression hangs on: the article's, or the last one told that is fine enough (in days); else the article's. */
function anchorOf(hangsOn: 'article' | 'previous', finest: number, { article, previous }: ResolveContext): Anchor | null {
  if (hangsOn === 'previous' && previous && (previous.high - previous.low < finest * 12 || finest > 30)) {
    return { ...previous, isArticle: false };
  }
  return article && { ...article, isArticle: true };
}

function derivationOfUnit(
  { words, unit, offset }: Extract<DateMeaning, { type: 'unit' }>,
  edtf: string,
  anchor: Anchor,
): string {
  const from = `${describeEdtf(anchor.edtf)}${anchor.isArticle ? ", the article's date" : ''}`;
  const result = describeEdtf(edtf);
  if (offset !== 0) {
    const many = Math.abs(offset) === 1 ? `the ${unit}` : `${Math.abs(offset)} ${unit}s`;
    return `${words} = ${result}, ${many} ${offset < 0 ? 'before' : 'after'} ${from}`;
  }
  if (anchor.isArticle) return `${words} = ${result}${unit === 'week' || unit === 'weekend' ? `, of ${from}` : ", the article's date"}`;
  return `${words} = ${result}${result === from ? '' : `, of ${from}`}, told before`;
}

function resolveCalendar(meaning: CalendarMeaning, around: Surroundings, context: ResolveContext): Resolution {
  const { year } = meaning;
  if (year.is === 'written') return plain(inYear(meaning, year.year));
  if (year.is === 'offset') {
    const anchor = anchorOf(year.hangsOn, 365, context);
    if (!anchor) return undated;
    const [first, last] = [civilDay(anchor.low).year + year.offset, civilDay(anchor.high).year + year.offset];
    const unit = { type: 'unit', unit: 'year', offset: year.offset, hangsOn: year.hangsOn, words: year.words } as const;
    const named = unitAround(anchor, 'year', year.offset);
    return told(oneOf(inYear(meaning, first), inYear(meaning, last)), derivationOfUnit(unit, named, anchor));
  }
  const narrated = year.direction === null ? narratedYear(meaning, context) : null;
  if (narrated !== null && context.previous) {
    return told(inYear(meaning, narrated), `in the year of ${describeEdtf(context.previous.edtf)}, told before`);
  }
  const { article } = context;
  if (!article) return undated;
  const edtf = nearestYear(meaning, article, year.direction, around.tense, context);
  if (edtf === null) return unknown;
  return told(edtf, nearestDerivation(around.text, edtf, article.edtf));
}

/**
 * The year told before, for a day or month without one: where the article's date is unknown, or where the text tells a story of
 * another year than the article's and goes on within that year.
 */
function narratedYear({ month, day }: CalendarMeaning, { article, previous, sentence }: ResolveContext): number | null {
  if (!previous || (article && !previous.isWritten)) return null;
  const start = civilDay(previous.low);
  if (start.year !== civilDay(previous.high).year) return null;
  if (!article) return start.year;
  const isOther = start.year < civilDay(article.low).year - 1;
  if (isOther && previous.leads && previous.sentence === sentence) return start.year;
  const isFine = previous.high - previous.low < 31;
  const isOn = month !== null && (month > start.month || (month === start.month && (day ?? 31) > start.day));
  return isOther && isFine && isOn && sentence - previous.sentence <= 1 ? start.year : null;
}

/** This winter is that of the year before until it ends, and while the past is told until the next begins; null for other seasons. */
function seasonBegun(meaning: CalendarMeaning, article: DaySpan, tense: Tense, context: ResolveContext): string | null {
  const { year } = civilDay(article.low);
  const before = meaning.division === null ? null : inYear(meaning, year - 1);
  const span = before === null ? null : extentOf(before, context);
  if (!span || civilDay(span.high).year !== year) return null;
  const isNextBegun = article.high >= span.low + 365;
  return article.low <= span.high || (tense === 'past' && !isNextBegun) ? before : null;
}

interface Candidate {
  readonly edtf: string;
  readonly span: DaySpan;
}

function nearestYear(
  meaning: CalendarMeaning,
  article: DaySpan,
  direction: Direction,
  tense: Tense,
  context: ResolveContext,
): string | null {
  const [first, last] = [civilDay(article.low).year, civilDay(article.high).year];
  const begun = direction === 0 ? seasonBegun(meaning, article, tense, context) : null;
  if (begun !== null) return begun;
  if (direction === 0) return oneOf(inYear(meaning, first), inYear(meaning, last));
  const isPastByDefault = meaning.division !== null && tense === null;
  const way = direction ?? (tense === 'past' || isPastByDefault ? -1 : tense === 'future' ? 1 : null);
  const candidates: Candidate[] = [];
  for (let year = first - (last > first ? 8 : 5); year <= last + 5; year++) {
    const edtf = inYear(meaning, year);
    const span = edtf === null ? null : extentOf(edtf, context);
    if (edtf !== null && span) candidates.push({ edtf, span });
  }
  const isStrict = direction !== null;
  if (way === -1) {
    const isBefore = ({ span }: Candidate): boolean => (isStrict ? span.high < article.low : span.low <= article.high);
    return candidates.toReversed().find(isBefore)?.edtf ?? null;
  }
  if (way === 1) {
    return candidates.find(({ span }) => (isStrict ? span.low > article.high : span.high >= article.low))?.edtf ?? null;
  }
  const middle = (article.low + article.high) / 2;
  const distance = ({ low, high }: DaySpan): number => Math.max(0, low - middle, middle - high);
  let best = candidates[0];
  for (const candidate of candidates) {
    if (best && distance(candidate.span) < distance(best.span)) best = candidate;
  }
  return best?.edtf ?? null;
}

function inYear({ month, day, division }: CalendarMeaning, year: number): string | null {
  const name = formatYear(year);
  if (division !== null) return `${name}-${division}`;
  if (month === null) return name;
  if (day === null) return formatMonth(year * 12 + month - 1);
  return day > daysInMonth(year, month) ? null : formatDay(dayNumber(year, month, day));
}

function oneOf(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return first ?? last;
  return first === last ? first : `[${first},${last}]`;
}

function resolveNumeric({ year, first, second }: NumericMeaning, { dayFirst }: ResolveContext): Resolution {
  const name = (day: number, month: number): string | null =>
    month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) ? null : formatDay(dayNumber(year, month, day));
  const [british, american] = [name(first, second), name(second, first)];
  if (british === null || american === null || british === american) return plain(british ?? american);
  if (dayFirst !== null) return plain(dayFirst ? british : american);
  const [early, late] = british < american ? [british, american] : [american, british];
  return told(`[${early},${late}]`, `${describeEdtf(british)} or ${describeEdtf(american)}: nothing says which figure is the day`);
}

/** Twenties are of this century where the article is; thirties to nineties of the last one. */
function shortDecade(decade: number, { article }: ResolveContext): string {
  const isNew = decade < 20 || (decade === 20 && article !== null && civilDay(article.low).year >= 2020);
  return `${isNew ? 20 : 19}${decade / 10}X`;
}

function resolveWeekday(
  weekday: number,
  direction: Direction,
  { text, tense }: Surroundings,
  { article }: ResolveContext,
): Resolution {
  if (!article) return undated;
  const way = direction ?? (tense === 'past' ? -1 : 1);
  const find = (day: number): number => {
    const ahead = (weekday - weekdayOf(day) + 7) % 7;
    if (way === 0) return mondayOf(day) + weekday - 1;
    if (way === 1) return ahead === 0 && direction === 1 ? day + 7 : day + ahead;
    const back = (7 - ahead) % 7;
    return back === 0 && direction === -1 ? day - 7 : day - back;
  };
  const edtf = daysBetween(find(article.low), find(article.high));
  return told(edtf, nearestDerivation(text, edtf, article.edtf));
}

function resolveSpanOf({ amount, unit, isEnd, of }: Extract<DateMeaning, { type: 'spanOf' }>, around: Surroundings, context: ResolveContext): Resolution {
  const whole = resolveMeaning(of, around, context);
  const span = whole.edtf === null ? null : extentOf(whole.edtf, context);
  if (!span || !Number.isFinite(span.low) || !Number.isFinite(span.high)) return whole.edtf === null ? whole : unknown;
  const [low, high] = isEnd
    ? [moved({ low: span.high + 1, high: span.high + 1 }, unit, -amount.number).low, span.high]
    : [span.low, moved({ low: span.low, high: span.low }, unit, amount.number).low - 1];
  if (low < span.low || high > span.high) return unknown;
  return told(spanAs({ low, high }, grainOf({ low, high: low }, unit, amount.number)), `the ${isEnd ? 'last' : 'first'} ${amount.words} of ${describeEdtf(whole.edtf ?? '')}`);
}

function resolveShift(
  { amount, unit, direction, hangsOn, from }: Extract<DateMeaning, { type: 'shift' }>,
  around: Surroundings,
  context: ResolveContext,
): Resolution {
  const base = from && resolveMeaning(from, around, context);
  if (base && base.edtf === null) return base;
  if (!from && hangsOn === 'previous' && direction > 0 && !context.previous) return unknown;
  const baseSpan = base?.edtf ? extentOf(base.edtf, context) : null;
  const anchor: Anchor | null =
    base?.edtf && baseSpan
      ? { ...baseSpan, edtf: base.edtf, isArticle: false }
      : anchorOf(hangsOn, 365, context);
  if (!anchor || !Number.isFinite(anchor.low) || !Number.isFinite(anchor.high)) return context.article ? unknown : undated;
  const grain = grainOf(anchor, unit, amount.number);
  const isVague = unit === 'week' || unit === 'fortnight' || unit === 'month' || unit === 'quarter' || amount.mode === 'around' || amount.mode === 'almost';
  const exact = spanAs(moved(anchor, unit, direction * amount.number), grain, isVague ? '~' : '');
  const edtf = bounded(exact, spanAs(anchor, grain), amount, direction);
  const way = direction < 0 ? 'before' : 'after';
  const source = `${describeEdtf(anchor.edtf)}${anchor.isArticle ? ", the article's date" : ''}`;
  return told(edtf, `${amount.words.toLowerCase()} ${way} ${source}`);
}

/** `more than two years ago` is at any time before, `less than` at any between. */
function bounded(moment: string, present: string, { mode }: Amount, direction: -1 | 1): string {
  const [first = '', last = first] = moment.split('/');
  const [now = '', later = now] = present.split('/');
  if (mode === 'more-than' || mode === 'at-least') return direction < 0 ? `../${last}` : `${first}/..`;
  if (mode === 'less-than' || mode === 'up-to') return direction < 0 ? `${first}/${later}` : `${now}/${last}`;
  return moment;
}

function resolveRange(
  from: DateMeaning | null,
  to: DateMeaning | null,
  around: Surroundings,
  context: ResolveContext,
): Resolution {
  const first = from && resolveMeaning(from, around, context);
  const last = to && resolveMeaning(to, around, context);
  const missing = [first, last].find((each) => each && each.edtf === null);
  if (missing) return missing;
  const start = first?.edtf ? (endsOf(first.edtf)[0] ?? '..') : '..';
  const end = last?.edtf ? (endsOf(last.edtf)[1] ?? '..') : '..';
  const edtf = `${start}/${end}`;
  const derivations = [first?.derivation ?? '', last?.derivation ?? ''].filter((each) => each !== '');
  const named = derivations.find((each) => each.startsWith(`${around.text} = `));
  const derivation =
    named === undefined || !context.article
      ? [...new Set(derivations)].join('; ')
      : nearestDerivation(around.text, edtf, context.article.edtf);
  return parseEdtf(edtf) ? told(edtf, derivation) : unknown;
}

function nearestDerivation(text: string, edtf: string, article: string): string {
  return `${text} = ${describeEdtf(edtf)}, from ${describeEdtf(article)}, the article's date`;
}

/** First and last point of an EDTF date, interval or set. */
function endsOf(edtf: string): readonly [string, string] {
  const [first = edtf, last = first] = edtf.replace(/^\[|\]$/g, '').split(edtf.startsWith('[') ? ',' : '/');
  return [first, last];
}

function resolveStretch(
  { amount, unit, direction, hangsOn, to }: Extract<DateMeaning, { type: 'stretch' }>,
  around: Surroundings,
  context: ResolveContext,
): Resolution {
  if (to) return resolveStretchTo(amount.number, unit, resolveMeaning(to, around, context), context);
  const anchor = anchorOf(hangsOn, 365, context);
  if (!anchor) return context.article ? unknown : undated;
  const grain = grainOf(anchor, unit, amount.number);
  const far = moved(anchor, unit, direction * amount.number);
  const [start, end] = direction < 0 ? [far, anchor] : [anchor, far];
  const mark = amount.mode === 'around' || amount.mode === 'almost' ? '~' : '';
  const edtf = `${endsOf(spanAs(start, grain, direction < 0 ? mark : ''))[0]}/${endsOf(spanAs(end, grain, direction > 0 ? mark : ''))[1]}`;
  const way = direction < 0 ? 'up to' : 'from';
  const source = `${describeEdtf(anchor.edtf)}${anchor.isArticle ? ", the article's date" : ''}`;
  return told(edtf, `${amount.words.toLowerCase()} ${way} ${source}`);
}

/** `the three months to January`: with the last of them, as months. */
function resolveStretchTo(count: number, unit: CalendarUnit, to: Resolution, context: ResolveContext): Resolution {
  const last = to.edtf === null ? null : extentOf(to.edtf, context);
  if (to.edtf === null || !last) return to;
  const first = moved({ low: last.high + 1, high: last.high + 1 }, unit, -count);
  const grain = last.low === last.high ? 'day' : last.high - last.low < 32 ? 'month' : 'year';
  const [start, end] = [spanAs(first, grain), spanAs({ low: last.high, high: last.high }, grain)];
  const isSound = first.low <= last.high;
  return isSound ? told(`${start}/${end}`, to.derivation) : unknown;
}

/** `the last Sunday of August` */
function resolveWeekdayIn(
  { weekday, place, of }: Extract<DateMeaning, { type: 'weekdayIn' }>,
  around: Surroundings,
  context: ResolveContext,
): Resolution {
  const whole = resolveMeaning(of, around, context);
  const span = whole.edtf === null ? null : extentOf(whole.edtf, context);
  if (!span || span.high - span.low > 366) return whole;
  const day =
    place < 0
      ? span.high - ((weekdayOf(span.high) - weekday + 7) % 7)
      : span.low + ((weekday - weekdayOf(span.low) + 7) % 7) + 7 * (place - 1);
  return day > span.high ? unknown : { ...whole, edtf: formatDay(day) };
}

/** A year, month or day so many years before, in the grain that it is told in. */
export function yearsBefore(time: ToldTime | Anchor, years: number, note: string): Resolution {
  const span = { low: time.low, high: time.high };
  const edtf = spanAs(moved(span, 'year', -years), span.high === span.low ? 'day' : span.high - span.low < 32 ? 'month' : 'year');
  return told(edtf, `${years} years before ${describeEdtf(time.edtf)}${note}`);
}
