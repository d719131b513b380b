import type { DateWords } from './dates';

export const ruDates: DateWords = { months: new Map() };
