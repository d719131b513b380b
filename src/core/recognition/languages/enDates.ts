import type { DateWords } from './dates';

export const enDates: DateWords = { months: new Map() };
