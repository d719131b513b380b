import type { CalendarUnit, Direction } from '../dateMeaning';

/** What the recogniser of dates knows of a language; data alone. All words are in lower case with straight apostrophes. */
export interface DateWords {
  /** Names of months in all their forms → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Without full stop → 1 to 12; dates only beside a day or a year. */
  readonly monthAbbreviations: ReadonlyMap<string, number>;
  /** Months that are other words too (`may`, `march`): dates only beside a number or after one of `monthSupport`. */
  readonly ambiguousMonths: ReadonlySet<string>;
  readonly monthSupport: ReadonlySet<string>;
  /** Whether months and weekdays begin with a capital. */
  readonly capitals: boolean;
  /** → 1 (Monday) to 7. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Dates only beside a date. */
  readonly weekdayAbbreviations: ReadonlyMap<string, number>;
  /** Weekdays that are other words too: dates only after one of `weekdaySupport`. */
  readonly ambiguousWeekdays: ReadonlySet<string>;
  readonly weekdaySupport: ReadonlySet<string>;
  /** Words before a weekday that make it a holiday or a name (`Black Friday`), or a habit (`every Monday`). */
  readonly weekdayTraps: ReadonlySet<string>;
  /** → EDTF 21 to 24; dates only with a year or a word that says which. */
  readonly seasons: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, CalendarUnit>;
  /** Units that a number before them counts but that no `this` or `last` names: `лет`. */
  readonly countedUnits: ReadonlyMap<string, CalendarUnit>;
  /** One, before a unit: `a`, `one`. */
  readonly one: ReadonlySet<string>;
  /** Two, before a unit: `couple of`, by its words. */
  readonly amountWords: readonly (readonly [readonly string[], number])[];
  /** After the number of a day: `nd`, `го`. */
  readonly daySuffixes: ReadonlySet<string>;
  /** Between day, month and year: `of`, `the`. */
  readonly of: ReadonlySet<string>;
  /** Whether a month may stand before its day: `March 2`. */
  readonly monthFirst: boolean;
  /** Which number of 05/08/2003 is the day; null where the language does not tell. */
  readonly slashOrder: 'day-first' | null;
  /** After a year, part of its date: `года`. */
  readonly yearWords: ReadonlySet<string>;
  /** Whether a bare year needs one of `yearWords` or brackets. */
  readonly yearNeedsWord: boolean;
  /** Before a bare year: `in`, `since`. */
  readonly yearSupport: ReadonlySet<string>;
  /** Before a number of four digits that is then none: `article`, `flight`, `over`. */
  readonly yearTraps: ReadonlySet<string>;
  /** After a number of four digits that then counts: `people`, `metres`. */
  readonly counted: ReadonlySet<string>;
  /** Ending of plurals, null where it does not tell. */
  readonly pluralEnding: string | null;
  readonly articles: ReadonlySet<string>;
  /** `bc` → true (before Christ), `ad` → false. */
  readonly erasAfter: readonly (readonly [readonly string[], boolean])[];
  readonly erasBefore: ReadonlyMap<string, boolean>;
  /** After the digits of a decade: `s`, `е`. */
  readonly decadeSuffixes: ReadonlySet<string>;
  /** After a decade, part of it: `годы`. */
  readonly decadeWords: ReadonlySet<string>;
  /** `nineties` → 90 */
  readonly decadeNames: ReadonlyMap<string, number>;
  /** Before a decade of two digits: `the 80s`, never `her 80s`. */
  readonly decadeArticles: ReadonlySet<string>;
  readonly centuryWords: ReadonlySet<string>;
  /** Ordinals of quarters and halves in all their forms. */
  readonly ordinals: ReadonlyMap<string, number>;
  readonly quarterWords: ReadonlySet<string>;
  readonly halfWords: ReadonlySet<string>;
  /** Those of them that are halves of years even where none is named: `полугодие`. */
  readonly halfYearWords: ReadonlySet<string>;
  /** Words that share what follows between two dates: `and`, `or`. */
  readonly and: ReadonlySet<string>;
  /** Words between the ends of a range without an opening word: `to`, `through`. */
  readonly to: ReadonlySet<string>;
  /** Before two days joined by one of `and` or `to`: `between`. */
  /** After a weekday or day, part of it: `morning`. */
  readonly timesOfDay: ReadonlySet<string>;
  /** First words of bounds that compare and bound no duration: `higher` than three years ago. */
  readonly comparisons: ReadonlySet<string>;
  readonly rangeOpeners: ReadonlySet<string>;
  /** Before `in so many years`, which then is the time that something was so in: `deadliest quake in nine years`. */
  readonly superlatives: { readonly endings: readonly string[]; readonly words: ReadonlySet<string> };
  /** Anniversaries that say of how many years: `centenary` → 100. */
  readonly anniversaries: ReadonlyMap<string, number>;
  /** Words that tell of the future and the past, and forms by their ending. */
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  /** Those of the future that tell nothing after an article: `its plans`. */
  readonly futureNouns: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  /** Words in those endings that tell nothing of time. */
  readonly notPast: ReadonlySet<string>;
  readonly rules: readonly DateRule[];
}

/**
 * A phrase. Its pattern is of words (alternatives by `|`, optional with `?` at the end, left out of the span with `_` in front,
 * not to stand there with `!`)
 * and of slots in capitals: `AMOUNT` (`two`, `almost a`), `UNIT` (`weeks`), `POINT` (a date as far as it goes), `MONTH`, `SEASON`,
 * `WEEKDAY`, `ORDINAL` (`23rd`), `TOLD` (a place in a sentence that tells of a time, not at its beginning unless it does),
 * `STOP` (a place where a clause ends). The last two take nothing.
 */
export interface DateRule {
  readonly pattern: string;
  readonly means: RuleMeaning;
}

export type RuleMeaning =
  | { readonly op: 'unit'; readonly offset: number; readonly hangsOn: 'article' | 'previous'; readonly unit?: CalendarUnit }
  | {
      readonly op: 'shift';
      readonly direction: -1 | 1;
      readonly hangsOn: 'article' | 'previous';
      /** Where no slot takes them: `полгода`. */
      readonly amount?: number;
      readonly unit?: CalendarUnit;
      /** Added to the amount: `a year and a half`. */
      readonly plus?: number;
      /** Whether the sentence must not tell of the past. */
      readonly future?: true;
      /** Whether the sentence must tell of a time: no headline does. */
      readonly told?: true;
    }
  | { readonly op: 'shiftFrom'; readonly direction: -1 | 1 }
  | { readonly op: 'nearest'; readonly direction: Direction }
  /** `early 2015`: told as the whole, which is all that is sure; `end` of it: a bound before it adds nothing. */
  | { readonly op: 'part' }
  | { readonly op: 'end' }
  | { readonly op: 'partOfUnit' }
  | { readonly op: 'point' }
  /** `last Sunday of August` */
  | { readonly op: 'weekdayIn' }
  /** `the three months to January` */
  | { readonly op: 'stretchTo' }
  /** `Monday of last week` */
  | { readonly op: 'weekdayOfWeek' }
  /** `the first nine months of 2020`; without a point, of the article's year. */
  | { readonly op: 'spanOf'; readonly isEnd: boolean }
  /** The weekend that the tense says: `over the weekend`. */
  | { readonly op: 'weekend' }
  | { readonly op: 'sinceWeekend' }
  /** A season without its year, where the words say of a time: `in the summer`. */
  | { readonly op: 'nearestTold' }
  | { readonly op: 'sinceNearest' }
  | { readonly op: 'approximate' }
  | { readonly op: 'anniversary' }
  | { readonly op: 'between' }
  | { readonly op: 'since' }
  | { readonly op: 'until' }
  /** A date not after another. */
  | { readonly op: 'by' }
  | { readonly op: 'stretch'; readonly direction: -1 | 1; readonly hangsOn: 'article' | 'previous' }
  /** No date, whatever its words say alone. */
  | { readonly op: 'none' };
