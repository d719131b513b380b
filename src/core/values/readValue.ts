import type { Property } from '../registry/registry';
import type { Hemisphere } from './edtf';
import type { Value } from './value';

export interface ReadContext {
  readonly hemisphere?: Hemisphere;
  /** The entity's id after redirects; undefined when the registry lacks it. */
  resolve(id: string): string | undefined;
  /** EDTF of the source's publication; durations are told from it. */
  readonly published?: string | null;
}
export interface ReadValue {
  readonly value: Value;
  /** In words a person can act on; null when the value is sound (an unknown entity is told elsewhere). */
  readonly error: string | null;
  /** How a value that was computed came about (`23 years before 2015`); null when it was written. */
  readonly derivation: string | null;
}
export function readValue(
  _written: string | readonly string[],
  _property: Pick<Property, 'value' | 'unit' | 'cardinality'>,
  _context: ReadContext,
): ReadValue {
  throw new Error('not yet');
}
