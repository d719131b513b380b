import type { Property, ValueKind } from '../registry/registry';
import { parseDuration, periodSince, startOfDuration } from './duration';
import { parseDate, parsePeriod } from './edtf';
import type { Hemisphere } from './edtf';
import { adviseEdtf } from './edtfAdvice';
import { normaliseText } from './normaliseText';
import { parseQuantity } from './quantity';
import type { Value } from './value';

/** What a value is read against. */
export interface ReadContext {
  /** Of the source; default north. */
  readonly hemisphere?: Hemisphere;
  /** The entity's id after redirects; undefined when the registry lacks it. */
  resolve(id: string): string | undefined;
  /** EDTF of the source's publication; durations are told from it. */
  readonly published?: string | null;
}

export interface ReadValue {
  readonly value: Value;
  /** In words a person can act on; null when the value is sound (an unknown entity is told by the reference checks). */
  readonly error: string | null;
  /** How a value that was computed came about (`23 years before 2015, the article's date`); null when it was written. */
  readonly derivation: string | null;
}

/**
 * Types what stands at `value:` in a YAML file by its property (DESIGN §4). `unknown` and `none` are values of any
 * property; a list is a set, for `closed-list` only. A duration of a date or period is rewritten to its start. What
 * cannot be read comes back as `unreadable`, with an error.
 */
export function readValue(
  written: string | readonly string[],
  property: Pick<Property, 'value' | 'unit' | 'cardinality'>,
  context: ReadContext,
): ReadValue {
  const isList = typeof written !== 'string';
  if (!isList) {
    const special = specialOf(written);
    if (special) return sound(special);
  }
  if (property.cardinality !== 'closed-list') {
    return isList
      ? unreadable(
          written.join(', '),
          'a list is for properties with "cardinality: closed-list" — write one claim for each value',
        )
      : readScalar(written, property, context);
  }
  const items = (isList ? written : [written]).map((item) => readScalar(item, property, context));
  return {
    value: { kind: 'set', items: items.map(({ value }) => value) },
    error: items.map(({ error }) => error).find((error) => error !== null) ?? null,
    derivation: items.map(({ derivation }) => derivation).find((derivation) => derivation !== null) ?? null,
  };
}

function specialOf(written: string): Value | null {
  const word = written.trim();
  return word === 'unknown' || word === 'none' ? { kind: word } : null;
}

function sound(value: Value, derivation: string | null = null): ReadValue {
  return { value, error: null, derivation };
}

function unreadable(text: string, error: string | null): ReadValue {
  return { value: { kind: 'unreadable', text }, error, derivation: null };
}

function readScalar(written: string, property: Pick<Property, 'value' | 'unit'>, context: ReadContext): ReadValue {
  const text = written.trim();
  if (text === '') return unreadable(written, `the value is empty — write ${expectations[property.value]}, unknown or none`);
  switch (property.value) {
    case 'date':
    case 'period':
      return readTime(text, property.value, context);
    case 'quantity': {
      const quantity = parseQuantity(text, property.unit);
      return 'error' in quantity ? unreadable(text, quantity.error) : sound(quantity);
    }
    case 'entity': {
      const id = context.resolve(text);
      return id === undefined ? unreadable(text, null) : sound({ kind: 'entity', id });
    }
    case 'boolean':
      return readBoolean(text);
    case 'text':
      return sound({ kind: 'text', text, normalised: normaliseText(text) });
  }
}

const expectations: Readonly<Record<ValueKind, string>> = {
  date: 'an EDTF date',
  period: 'an EDTF interval',
  quantity: 'a quantity',
  entity: "an entity's id",
  text: 'a text',
  boolean: 'true or false',
};

function readTime(text: string, kind: 'date' | 'period', { hemisphere, published = null }: ReadContext): ReadValue {
  const time = kind === 'date' ? parseDate(text, { hemisphere }) : parsePeriod(text, { hemisphere });
  if (time) return sound(time);
  const duration = parseDuration(text);
  if (!duration) return unreadable(text, adviseEdtf(text));
  if (published === null) {
    return unreadable(
      text,
      `"${text}" is a duration, and the date it is told from is not known — ` +
        'add "published" to the source in corroborate.yaml, or write a date',
    );
  }
  const start = startOfDuration(duration, published);
  if (!start) {
    return unreadable(text, `"${text}" is told from ${published}, which is no EDTF date with two ends — write a date instead`);
  }
  return sound(kind === 'date' ? start.date : periodSince(start.date), start.derivation);
}

function readBoolean(text: string): ReadValue {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'yes') return sound({ kind: 'boolean', value: true });
  if (word === 'false' || word === 'no') return sound({ kind: 'boolean', value: false });
  return unreadable(text, `"${text}" is neither true nor false — write true, false, yes, no, unknown or none`);
}
