import type { QuantityMode } from '../values/value';

/** A stretch of the calendar that words name. */
export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** What a relative expression is counted from: the article's date, the time told before it, or an event the text does not date. */
export type HangsOn = 'article' | 'previous' | 'event';

/** -1: the last one before, 0: that of the present, 1: the next, null: the tense of the sentence decides. */
export type Direction = -1 | 0 | 1 | null;

/** `early`, `mid`, `late 1990s`; the last weeks of one are its `end`. */
export type Section = 'early' | 'mid' | 'late' | 'end';

export type YearMeaning =
  | { readonly is: 'written'; readonly year: number }
  /** `this year`, `of that year` */
  | { readonly is: 'offset'; readonly offset: number; readonly hangsOn: 'article' | 'previous'; readonly words: string }
  /** No year, `last December`, `this spring` */
  | { readonly is: 'nearest'; readonly direction: Direction };

/** A day, month, season (EDTF 21–24), quarter (33–36), half (40–41) or year. */
export interface CalendarMeaning {
  readonly type: 'calendar';
  readonly year: YearMeaning;
  readonly month: number | null;
  readonly day: number | null;
  readonly division: number | null;
}

/** `28/08/2003` with the day before the month or after it. */
export interface NumericMeaning {
  readonly type: 'numeric';
  readonly year: number;
  readonly first: number;
  readonly second: number;
}

/** How much of a unit: `more than two`. */
export interface Amount {
  readonly number: number;
  readonly mode: QuantityMode;
  /** As written. */
  readonly words: string;
}

/** What a date expression says, before it is resolved. */
export type DateMeaning =
  | CalendarMeaning
  | NumericMeaning
  /** Decades and centuries: EDTF with `X`. */
  | { readonly type: 'masked'; readonly edtf: string }
  /** `'90s`, whose century depends on the article's date; `decade` is 0, 10, … 90. */
  | { readonly type: 'shortDecade'; readonly decade: number }
  /** 1: Monday */
  | { readonly type: 'weekday'; readonly weekday: number; readonly direction: Direction }
  /** `last month`, `the following year`, `yesterday`, `that day` */
  | {
      readonly type: 'unit';
      readonly unit: CalendarUnit;
      readonly offset: number;
      readonly hangsOn: 'article' | 'previous';
      readonly words: string;
    }
  /** `two weeks ago`, `six weeks later`, `three days after 2 March` */
  | {
      readonly type: 'shift';
      readonly amount: Amount;
      readonly unit: CalendarUnit;
      readonly direction: -1 | 1;
      readonly hangsOn: HangsOn;
      readonly from: DateMeaning | null;
    }
  | { readonly type: 'anniversary'; readonly years: number }
  | { readonly type: 'section'; readonly section: Section; readonly of: DateMeaning }
  | { readonly type: 'approximate'; readonly of: DateMeaning }
  /** From one to the other; null is open. */
  | { readonly type: 'range'; readonly from: DateMeaning | null; readonly to: DateMeaning | null }
  /** `the last 15 years`, `the remaining 12 months` */
  | {
      readonly type: 'stretch';
      readonly amount: Amount;
      readonly unit: CalendarUnit;
      readonly direction: -1 | 1;
      readonly hangsOn: 'article' | 'previous';
    };

/** Whether the sentence around an expression tells of the past or the future; null when its words do not say. */
export type Tense = 'past' | 'future' | null;
