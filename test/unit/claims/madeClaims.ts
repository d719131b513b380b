import type { ClaimEntry, Scalar } from '../../../src/core/case/entries';
import type { Claim } from '../../../src/core/claims/claim';
import type { Entity, Property, Registry } from '../../../src/core/registry/registry';
import { propertyDefaults } from '../../../src/core/registry/vocabulary';
import { parseDate } from '../../../src/core/values/edtf';
import { parseQuantity } from '../../../src/core/values/quantity';
import type { Value } from '../../../src/core/values/value';

/** A scalar as if it stood at the start of a file. */
export function scalar(text: string, start = 0): Scalar {
  return { text, span: { start, end: start + text.length } };
}

export function entry(parts: Partial<ClaimEntry> = {}): ClaimEntry {
  return {
    span: { start: 0, end: 0 },
    subject: scalar('subject'),
    property: scalar('property'),
    value: scalar('value'),
    key: new Map(),
    ...parts,
  };
}

export function date(edtf: string): Value {
  const value = parseDate(edtf);
  if (!value) throw new Error(`not a date: ${edtf}`);
  return value;
}

export function quantity(written: string, unit: string | null = null): Value {
  const value = parseQuantity(written, unit);
  if ('error' in value) throw new Error(value.error);
  return value;
}

export function entityValue(id: string): Value {
  return { kind: 'entity', id };
}

export function text(words: string): Value {
  return { kind: 'text', text: words, normalised: words.toLowerCase() };
}

export const unknown: Value = { kind: 'unknown' };
export const none: Value = { kind: 'none' };

/** An asserted, positive claim of `sources/a.txt`, as of 2015, unless said. */
export function claim(value: Value, parts: Partial<Claim> = {}): Claim {
  const asOf = parts.asOf === undefined ? '2015' : parts.asOf;
  return {
    source: 'sources/a.txt',
    file: 'annotations/a.yaml',
    entry: entry(),
    anchor: null,
    subject: 'subject',
    property: 'property',
    value,
    surface: null,
    key: new Map(),
    polarity: 'positive',
    modality: 'asserted',
    speaker: null,
    asOf,
    valid: asOf,
    origin: null,
    state: 'confirmed',
    unjudged: null,
    ...parts,
  };
}

export function property(parts: Partial<Property> = {}): Property {
  return { id: 'property', label: 'property', ...propertyDefaults, declared: null, ...parts };
}

/** Entities are given as id → ids that they are part of. */
export function registryOf(properties: readonly Property[], partOf: Readonly<Record<string, readonly string[]>> = {}): Registry {
  return {
    entities: new Map(Object.entries(partOf).map(([id, wholes]) => [id, entity(id, wholes)])),
    properties: new Map(properties.map((one) => [one.id, one])),
    redirects: new Map(),
    redirectEntries: new Map(),
  };
}

function entity(id: string, partOf: readonly string[]): Entity {
  const span = { start: 0, end: 0 };
  return { id, type: 'other', name: id, description: null, sameAs: [], partOf, aliases: [], facts: [], file: 'registry/a.yaml', idSpan: span, nameSpan: null, span };
}
