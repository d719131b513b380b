import type { DateWords } from './dates';
import { enDates } from './enDates';
export const ruDates: DateWords = enDates;
