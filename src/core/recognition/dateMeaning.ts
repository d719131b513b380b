import type { QuantityMode } from '../values/value';

/** A stretch of the calendar that words name. */
export type CalendarUnit =
  | 'day'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** What a relative expression is counted from: the article's date, or the time told before it. */
export type HangsOn = 'article' | 'previous';

/** -1: the last one before, 0: that of the present, 1: the next, null: the tense of the sentence decides. */
export type Direction = -1 | 0 | 1 | null;

export type YearMeaning =
  | { readonly is: 'written'; readonly year: number }
  /** `this year`, `of that year` */
  | { readonly is: 'offset'; readonly offset: number; readonly hangsOn: HangsOn; readonly words: string }
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
  /** With its unit, as written. */
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
  /** Saturday and Sunday, as near as the tense says. */
  | { readonly type: 'weekend'; readonly direction: Direction }
  /** `last month`, `the following year`, `yesterday`, `that day` */
  | {
      readonly type: 'unit';
      readonly unit: CalendarUnit;
      readonly offset: number;
      readonly hangsOn: HangsOn;
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
  /** `early`, `the end of` a time. */
  | { readonly type: 'part'; readonly isEnd: boolean; readonly of: DateMeaning }
  /** `the first nine months of 2020`, `the last week of May` */
  | {
      readonly type: 'spanOf';
      readonly amount: Amount;
      readonly unit: CalendarUnit;
      readonly isEnd: boolean;
      readonly of: DateMeaning;
    }
  /** `last Sunday of August`: `place` is 1 to 5, -1 the last. */
  | { readonly type: 'weekdayIn'; readonly weekday: number; readonly place: number; readonly of: DateMeaning }
  | { readonly type: 'approximate'; readonly of: DateMeaning }
  /** From one to the other; null is open. */
  | { readonly type: 'range'; readonly from: DateMeaning | null; readonly to: DateMeaning | null }
  /** `the last 15 years`, `the remaining 12 months` */
  | {
      readonly type: 'stretch';
      readonly amount: Amount;
      readonly unit: CalendarUnit;
      readonly direction: -1 | 1;
      readonly hangsOn: HangsOn;
      /** `the three months to January`, which is their last. */
      readonly to: DateMeaning | null;
    };

/** Whether the sentence around an expression tells of the past or the future; null when its words do not say. */
export type Tense = 'past' | 'future' | null;
