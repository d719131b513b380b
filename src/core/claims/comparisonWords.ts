import { relationWords } from '../values/describe';
import type { Comparison } from '../values/value';

const slips: Readonly<Record<NonNullable<Comparison['flag']>, string>> = {
  'day-month-flip': 'day and month may be swapped',
  'one-year-off': 'one year off',
  'power-of-ten': 'a zero may be missing or too many',
};

/** A comparison in a few words: the relation, how far apart, a likely slip. */
export function comparisonWords({ relation, gap, flag }: Comparison): string {
  const parts = [relationWords(relation)];
  if (gap !== undefined) parts.push(`${gap} apart`);
  if (flag !== undefined) parts.push(slips[flag]);
  return parts.join(' · ');
}
