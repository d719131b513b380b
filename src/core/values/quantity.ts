import type { QuantityValue } from './value';

export function parseQuantity(_text: string, _unit: string | null): QuantityValue | { readonly error: string } {
  throw new Error('not yet');
}
