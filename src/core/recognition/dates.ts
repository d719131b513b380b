import { readDay } from './calendarDates';
import type { CalendarMeaning, DateMeaning, Tense, YearMeaning } from './dateMeaning';
import { createDateReader, digitsAt, mayGoOn, textOf, wordAt } from './dateReader';
import type { DateRead, DateReader } from './dateReader';
import { readPeriod } from './datePeriods';
import { longer, readPoint } from './datePoints';
import type { Language } from './languages/language';
import { sentenceTense, tenseAt } from './tense';
import type { Token } from './tokens';

/** A date or period in a sentence, not yet resolved; offsets as those of the tokens. */
export interface DateExpression {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'period';
  readonly meaning: DateMeaning;
  /** As written. */
  readonly text: string;
  readonly tense: Tense;
  /** How many clauses of the sentence end before it. */
  readonly clause: number;
  /** Whether `of` stands before it. */
  readonly afterOf: boolean;
}

/** A read whose words are a date. */
interface Found extends DateRead {
  readonly meaning: DateMeaning;
}

/** The dates and periods of a sentence, in order, none overlapping. Linear. */
export function findDates(tokens: readonly Token[], language: Language): readonly DateExpression[] {
  const reader = createDateReader(tokens, language);
  const found: Found[] = [];
  for (let index = 0; index < tokens.length; ) {
    if (!mayGoOn(reader, index)) {
      index++;
      continue;
    }
    const read = readBest(reader, index);
    for (const { start, end, meaning } of read) if (meaning) found.push({ start, end, meaning });
    index = Math.max(read.at(-1)?.end ?? 0, index + 1);
  }
  return withClauses(reader, shareYears(reader, found));
}

function readBest(reader: DateReader, index: number): readonly DateRead[] {
  const one = longer(readPeriod(reader, index), readPoint(reader, index));
  if (reader.tokens[index]!.kind !== 'number') return one ? [one] : [];
  const best = longer(one, readTwoYears(reader, index));
  return best ? [best] : readDays(reader, index);
}

/** `2020 and 2021` */
function readTwoYears(reader: DateReader, index: number): DateRead | null {
  const first = digitsAt(reader, index, 4, 4);
  const last = digitsAt(reader, index + 2, 4, 4);
  if (first === null || last !== first + 1 || !reader.language.dates.and.has(wordAt(reader, index + 1))) return null;
  const [from, to] = [readPoint(reader, index)?.meaning, readPoint(reader, index + 2)?.meaning];
  const isYears = from?.type === 'calendar' && to?.type === 'calendar' && to.month === null;
  return isYears ? { start: index, end: index + 3, meaning: { type: 'range', from, to } } : null;
}

/** `3 and 5 July`: two days of one month; one period where they follow each other. */
function readDays(reader: DateReader, index: number): readonly DateRead[] {
  const day = digitsAt(reader, index, 1, 2);
  if (day === null || !reader.language.dates.and.has(wordAt(reader, index + 1))) return [];
  const last = readDay(reader, index + 2, () => null) && readPoint(reader, index + 2);
  if (last?.meaning?.type !== 'calendar' || last.meaning.day === null || day >= last.meaning.day) return [];
  if (digitsAt(reader, index + 2, 1, 2) === null) return [];
  const first: CalendarMeaning = { ...last.meaning, day };
  if (last.meaning.day === day + 1) {
    return [{ start: index, end: last.end, meaning: { type: 'range', from: first, to: last.meaning } }];
  }
  return [{ start: index, end: index + 1, meaning: first }, last];
}

/** `March and May 2020`: a month or day without a year takes the year of the one that it is joined to. */
function shareYears(reader: DateReader, found: readonly Found[]): readonly Found[] {
  const shared = found.map(({ start, end, meaning }) => ({ start, end, meaning: withinRange(meaning) }));
  for (let at = shared.length - 2; at >= 0; at--) {
    const [one, next] = [shared[at], shared[at + 1]];
    if (!one || !next || !areJoined(reader, one.end, next.start)) continue;
    const year = firstYear(next.meaning);
    if (year) shared[at] = { ...one, meaning: withYearOf(one.meaning, year, firstMonth(next.meaning)) };
  }
  return shared;
}

function withinRange(meaning: DateMeaning): DateMeaning {
  if (meaning.type !== 'range' || !meaning.from || !meaning.to) return meaning;
  const [first, last] = [writtenYear(meaning.from), writtenYear(meaning.to)];
  if (meaning.from.type === 'calendar' && first !== null && last !== null && last < 1 && 1 - first < last) {
    return { ...meaning, from: { ...meaning.from, year: { is: 'written', year: 1 - first } } };
  }
  const year = firstYear(meaning.to);
  return year ? { ...meaning, from: withYearOf(meaning.from, year, firstMonth(meaning.to)) } : meaning;
}

/** The year of `1400` and `1200 BC`, which are of one era. */
function writtenYear(meaning: DateMeaning): number | null {
  return meaning.type === 'calendar' && meaning.year.is === 'written' ? meaning.year.year : null;
}

function areJoined(reader: DateReader, from: number, to: number): boolean {
  const { and, monthSupport, articles } = reader.language.dates;
  if (to - from > 3) return false;
  let isJoined = false;
  for (let at = from; at < to; at++) {
    const word = wordAt(reader, at);
    const joins = and.has(word) || word === ',';
    if (!joins && !monthSupport.has(word) && !articles.has(word)) return false;
    isJoined ||= joins;
  }
  return isJoined;
}

function firstYear(meaning: DateMeaning): YearMeaning | null {
  const first = firstCalendar(meaning);
  return first && first.year.is !== 'nearest' && (first.month !== null || first.division !== null) ? first.year : null;
}

function firstMonth(meaning: DateMeaning): number | null {
  return firstCalendar(meaning)?.month ?? null;
}

function firstCalendar(meaning: DateMeaning): CalendarMeaning | null {
  if (meaning.type === 'calendar') return meaning;
  if (meaning.type === 'range') return meaning.from ? firstCalendar(meaning.from) : null;
  return meaning.type === 'part' || meaning.type === 'approximate' ? firstCalendar(meaning.of) : null;
}

function withYearOf(meaning: DateMeaning, year: YearMeaning, month: number | null): DateMeaning {
  if (meaning.type === 'part' || meaning.type === 'approximate') {
    return { ...meaning, of: withYearOf(meaning.of, year, month) };
  }
  if (meaning.type !== 'calendar' || meaning.year.is !== 'nearest' || meaning.year.direction !== null) return meaning;
  const isBefore = meaning.month !== null && month !== null && meaning.month > month;
  return { ...meaning, year: isBefore && year.is === 'written' ? { is: 'written', year: year.year - 1 } : year };
}

function followsOf(reader: DateReader, index: number): boolean {
  const { of, articles } = reader.language.dates;
  const word = wordAt(reader, index - 1);
  return of.has(articles.has(word) ? wordAt(reader, index - 2) : word);
}

function withClauses(reader: DateReader, found: readonly Found[]): readonly DateExpression[] {
  let clause = 0;
  let at = 0;
  return found.flatMap(({ start, end, meaning }) => {
    for (; at < start; at++) if (/^[,;:()—]$/.test(wordAt(reader, at))) clause++;
    const [first, last] = [reader.tokens[start], reader.tokens[end - 1]];
    if (!first || !last) return [];
    const isPeriod = meaning.type === 'range' || meaning.type === 'stretch' || meaning.type === 'spanOf';
    return [
      {
        start: first.start,
        end: last.end,
        kind: isPeriod ? ('period' as const) : ('date' as const),
        meaning,
        text: textOf(reader, start, end),
        tense: tenseAt(reader, start) ?? sentenceTense(reader),
        clause,
        afterOf: followsOf(reader, start),
      },
    ];
  });
}
