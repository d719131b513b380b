import { civilDay, dayNumber } from '../values/calendar';
import { describeEdtf } from '../values/describeEdtf';
import { extentOf, formatYear, parseDate, parsePeriod } from '../values/edtf';
import type { DateValue, PeriodValue } from '../values/value';
import type { DaySpan } from './calendarUnits';
import type { DateMeaning } from './dateMeaning';
import type { DateExpression } from './dates';
import type { Language } from './languages/language';
import { resolveMeaning, yearsBefore } from './resolveMeaning';
import type { Resolution, ResolveContext } from './resolveMeaning';
import type { ToldTime } from './toldTime';

/** What a text's dates are read against. */
export interface ArticleFacts {
  /** EDTF; null when unknown: then no value hangs on it. */
  readonly published: string | null;
  readonly hemisphere: 'north' | 'south';
}

export interface ResolvedDate {
  readonly value: DateValue | PeriodValue | null;
  /** How it was computed, for a person to follow; null for an absolute date. */
  readonly derivation: string | null;
  /** Whether it has no value because the article's date is needed and unknown. */
  readonly needsDate: boolean;
}

/** An expression with its paragraph's or sentence's place in the text. */
export interface PlacedDate {
  readonly expression: DateExpression;
  /** Index of its sentence in the article. */
  readonly sentence: number;
}

/** Values of the date expressions of one article, in the order of the text; one result an expression. Linear. */
export function resolveDates(
  dates: readonly PlacedDate[],
  article: ArticleFacts,
  language: Language,
): readonly ResolvedDate[] {
  const published = knownExtent(article.published);
  const dayFirst = isDayFirst(dates, language);
  const results: ResolvedDate[] = [];
  let last: ToldTime | null = null;
  dates.forEach(({ expression, sentence }, index) => {
    const context: ResolveContext = {
      article: published && { ...published, edtf: article.published ?? '' },
      previous: last,
      sentence,
      dayFirst,
      hemisphere: article.hemisphere,
    };
    const resolution =
      expression.meaning.type === 'anniversary'
        ? resolveAnniversary(dates, index, expression.meaning.years, results, context)
        : resolveMeaning(expression.meaning, expression, context);
    const result = resultOf(resolution, expression, article);
    results.push(result);
    last = toldTime(result, expression, sentence) ?? last;
  });
  return results;
}

function knownExtent(published: string | null): DaySpan | null {
  const extent = published === null ? null : extentOf(published);
  return extent && Number.isFinite(extent.low) && Number.isFinite(extent.high) ? extent : null;
}

/** The order of figures that the language or the article's unmistakable dates tell; null where they do not. */
function isDayFirst(dates: readonly PlacedDate[], { dates: words }: Language): boolean | null {
  if (words.slashOrder === 'day-first') return true;
  const orders = new Set<boolean>();
  for (const { expression } of dates) {
    if (expression.meaning.type !== 'numeric') continue;
    const { first, second } = expression.meaning;
    if (first > 12 || second > 12) orders.add(first > 12);
  }
  const [order] = orders;
  return orders.size === 1 ? (order ?? null) : null;
}

function resultOf(resolution: Resolution, { kind }: DateExpression, { hemisphere }: ArticleFacts): ResolvedDate {
  const { edtf, derivation, needsDate } = resolution;
  const value =
    edtf === null ? null
    : kind === 'period' ? parsePeriod(edtf, { hemisphere })
    : parseDate(edtf, { hemisphere });
  return { value, derivation: derivation === '' ? null : derivation, needsDate };
}

function toldTime({ value }: ResolvedDate, { meaning, start }: DateExpression, sentence: number): ToldTime | null {
  if (!value) return null;
  const end = value.kind === 'period' ? value.end.core : value.core;
  const core = Number.isFinite(end.high) || value.kind === 'date' ? end : value.start.core;
  if (!Number.isFinite(core.low) || !Number.isFinite(core.high)) return null;
  const parts = value.edtf.split('/');
  const [first = '', second = ''] = parts;
  const edtf = value.kind === 'date' ? value.edtf : second === '..' || second === '' ? first : second;
  return { low: core.low, high: core.high, edtf, sentence, isWritten: hasWrittenYear(meaning), leads: start <= leadReach };
}

/** Characters of a preposition before a time that begins its sentence. */
const leadReach = 3;

function hasWrittenYear(meaning: DateMeaning): boolean {
  if (meaning.type === 'calendar') return meaning.year.is === 'written';
  return meaning.type === 'numeric';
}

/** The whole years that an article's date lies in. */
function spanOfYears(article: DaySpan): DaySpan & { readonly edtf: string } {
  const [first, last] = [civilDay(article.low).year, civilDay(article.high).year];
  const edtf = first === last ? formatYear(first) : `${formatYear(first)}/${formatYear(last)}`;
  return { low: dayNumber(first, 1, 1), high: dayNumber(last, 12, 31), edtf };
}

/** Another time in an anniversary's sentence. */
interface Sibling {
  readonly place: number;
  readonly clause: number;
  /** Whether `of` joins it to the anniversary. */
  readonly isOf: boolean;
  readonly time: ToldTime;
}

/** Characters of ` of the `, with some to spare. */
const ofReach = 12;

/** How many dates of a sentence an anniversary looks at, before and after it. */
const reach = 8;

/**
 * An anniversary is so many years before the day or year on which it falls: the one named after it in its clause, else the one
 * named before it in its sentence, else any in its sentence, else the article's year. A named time that is itself so many
 * years before the article's is that of the event.
 */
function resolveAnniversary(
  dates: readonly PlacedDate[],
  index: number,
  years: number,
  results: readonly ResolvedDate[],
  context: ResolveContext,
): Resolution {
  const placed = dates[index];
  if (!placed) return { edtf: null, derivation: '', needsDate: false };
  const { expression, sentence } = placed;
  const siblings: Sibling[] = [];
  for (let place = index - 1; place >= index - reach && dates[place]?.sentence === sentence; place--) addSibling(place);
  for (let place = index + 1; place <= index + reach && dates[place]?.sentence === sentence; place++) addSibling(place);
  const article = context.article;
  const event = siblings.find(
    ({ place, isOf, time }) =>
      time.isWritten &&
      ((place === index + 1 && isOf) || (article && civilDay(time.low).year === civilDay(article.low).year - years)),
  );
  if (event) {
    return { edtf: event.time.edtf, derivation: `the anniversary is of ${describeEdtf(event.time.edtf)}`, needsDate: false };
  }
  const named =
    siblings.find(({ place, clause }) => place > index && clause === expression.clause) ??
    siblings.find(({ place }) => place < index) ??
    siblings[0];
  if (named) return yearsBefore(named.time, years, '');
  if (!article) return { edtf: null, derivation: "needs the article's date", needsDate: true };
  const year = spanOfYears(article);
  return yearsBefore({ ...year, sentence, isWritten: false, leads: false }, years, ", the article's date");

  function addSibling(place: number): void {
    const sibling = dates[place];
    if (!sibling || sibling.expression.meaning.type === 'anniversary') return;
    const result =
      results[place] ??
      resultOf(resolveMeaning(sibling.expression.meaning, sibling.expression, context), sibling.expression, {
        published: null,
        hemisphere: context.hemisphere,
      });
    const time = toldTime(result, sibling.expression, sibling.sentence);
    if (time && time.high - time.low < 366) {
      const isOf = sibling.expression.afterOf && sibling.expression.start - expression.end < ofReach;
      siblings.push({ place, clause: sibling.expression.clause, isOf, time });
    }
  }
}
