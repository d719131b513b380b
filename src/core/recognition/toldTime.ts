import type { DaySpan } from './calendarUnits';

/** A time told in the text, on which others may hang. */
export interface ToldTime extends DaySpan {
  readonly edtf: string;
  /** Index of its sentence in the article. */
  readonly sentence: number;
  /** Whether its year is written. */
  readonly isWritten: boolean;
  /** Whether its sentence begins with it: `In 1969, …`. */
  readonly leads: boolean;
}
