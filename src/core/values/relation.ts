import type { Comparison, Value } from './value';

export interface ComparisonContext {
  readonly hierarchical: boolean;
  isPartOf(part: string, whole: string): boolean;
}
export function compareValues(_a: Value, _b: Value, _context: ComparisonContext): Comparison {
  throw new Error('not yet');
}
