import type { QuantityMode, Relation, Value } from './value';

export type JsonQuantity = {
  readonly number: number;
  readonly mode: QuantityMode;
  readonly unit: string | null;
  readonly of: number | null;
  readonly from?: number;
  readonly to?: number;
  readonly factor?: number;
  readonly per?: string;
  readonly ordinal?: boolean;
};
export type JsonValue = string | boolean | null | JsonQuantity | readonly JsonValue[];

export function describeValue(_value: Value, _name?: (entityId: string) => string): string {
  throw new Error('not yet');
}
export function describeEdtf(_edtf: string): string {
  throw new Error('not yet');
}
export function relationWords(_relation: Relation): string {
  throw new Error('not yet');
}
export function normalisedKey(_value: Value): string {
  throw new Error('not yet');
}
export function valueJson(_value: Value): JsonValue {
  throw new Error('not yet');
}
export function coreJson(_value: Value): readonly [string | number | null, string | number | null] | null {
  throw new Error('not yet');
}
