import { interval } from './interval';
import { clean, readNumeral, trailingZerosStep } from './numerals';
import type { Numeral } from './numerals';
import { isCurrency, isMeasured, measureOf, readUnit, signs } from './units';
import type { Unit } from './units';
import type { Denotation, Interval, QuantityMode, QuantityValue } from './value';

/** What `createQuantity` makes a value of; absent parts are null or not there. */
export interface QuantityParts {
  readonly number: number;
  readonly mode?: QuantityMode;
  /** Canonical, see `readUnit`. */
  readonly unit?: string | null;
  readonly of?: number | null;
  readonly from?: number;
  readonly to?: number;
  readonly factor?: number;
  readonly per?: string | null;
  readonly ordinal?: boolean;
  /** Unit of the last significant digit, as `readNumeral` gives it; by default that of the trailing zeros of `number`. */
  readonly step?: number | null;
}

/**
 * A quantity with its core and halo (DESIGN §4). An ordinal is a rank, never a rounded figure: its halo is its core.
 * With unit `share` and an `of`, core and halo are those of the ratio.
 */
export function createQuantity(parts: QuantityParts): QuantityValue {
  const { number, mode = 'exact', unit = null, of = null, from, to, factor, per, ordinal } = parts;
  const step = ordinal ? null : parts.step === undefined ? trailingZerosStep(number) : parts.step;
  const measured = unit === 'share' && of !== null ? clean(number / of) : number;
  const denotation =
    mode === 'range' && from !== undefined && to !== undefined
      ? range(from, to)
      : denote(mode, measured, unit === 'share' && of !== null && step !== null ? step / of : step);
  return {
    kind: 'quantity',
    number,
    mode,
    unit,
    of,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(factor === undefined ? {} : { factor }),
    ...(per === undefined || per === null ? {} : { per }),
    ...(ordinal ? { ordinal } : {}),
    ...denotation,
  };
}

function range(from: number, to: number): Denotation {
  const core = interval(Math.min(from, to), Math.max(from, to));
  return { core, halo: core };
}

/**
 * Core and halo of `mode` and `n` (DESIGN §4). By symmetry: `less than n` mirrors `more than n`, and neither it nor
 * `up to n` goes below 0 unless n does; for negative n, `almost` and `around` mirror those of −n; `almost 0` is 0.
 */
function denote(mode: QuantityMode, n: number, step: number | null): Denotation {
  switch (mode) {
    case 'around':
      return { core: scaled(n, 0.9, 1.1), halo: scaled(n, 0.8, 1.2) };
    case 'almost':
      if (n === 0) return range(0, 0);
      return {
        core: n > 0 ? interval(clean(0.9 * n), n, false, true) : interval(n, clean(0.9 * n), true, false),
        halo: scaled(n, 0.85, 1),
      };
    case 'more-than':
      return { core: interval(n, Infinity, true), halo: interval(n, Infinity) };
    case 'at-least':
      return same(interval(n, Infinity));
    case 'up-to':
      return same(n < 0 ? interval(-Infinity, n) : interval(0, n));
    case 'less-than':
      return n <= 0
        ? { core: interval(-Infinity, n, false, true), halo: interval(-Infinity, n) }
        : { core: interval(0, n, false, true), halo: interval(0, n) };
    case 'exact':
    case 'range': {
      const core = interval(n, n);
      return { core, halo: step === null ? core : interval(clean(n - step / 2), clean(n + step / 2)) };
    }
  }
}

function same(core: Interval): Denotation {
  return { core, halo: core };
}

function scaled(n: number, a: number, b: number): Interval {
  const low = clean(a * n);
  const high = clean(b * n);
  return interval(Math.min(low, high), Math.max(low, high));
}

/** Words and signs before a number that bound or blur it; longer ones first where one begins another. */
const prefixes: readonly (readonly [QuantityMode, RegExp])[] = [
  ['at-least', /^(?:at least|at a minimum|(?:a )?minimum(?: of)?|(?:no|not) (?:less|fewer) than|≥|>=)\s*/i],
  ['up-to', /^(?:up to|at (?:the )?most|a maximum of|maximum(?: of)?|(?:no|not) more than|≤|<=)\s*/i],
  ['more-than', /^(?:(?:a little |slightly |well |far )?(?:more than|over|above|exceeding|upwards of)|just over|>)\s*/i],
  ['less-than', /^(?:(?:a little |slightly |well |far )?(?:less than|fewer than|under|below)|<)\s*/i],
  ['almost', /^(?:almost|nearly|just under|close to|not quite|virtually)\s*/i],
  ['around', /^(?:around|about|approximately|approx\.?|roughly|some|circa|ca\.?|c\.|an estimated|estimated|~|≈)\s*/i],
];
const suffixes: readonly (readonly [QuantityMode, RegExp])[] = [
  ['at-least', /(?:\s+(?:or|and) (?:more|over|above)|\s+at least|(?<=[\d%])\+)$/i],
  ['up-to', /\s+(?:or (?:less|fewer|under)|at (?:the )?most)$/i],
  ['around', /\s+(?:or so|or thereabouts|approximately)$/i],
];

/** An unreadable quantity, with what to write instead. */
export interface QuantityError {
  readonly error: string;
}

/**
 * Reads a quantity as one says it (DESIGN §4): `192`, `1.2e12 USD`, `almost 200`, `at least 50`, `187 of 192`,
 * `from 51 to 192`, `10–20 km`, `two thirds`, `fourth`, `20 USD per barrel`. `unit` is the property's: bare numbers and
 * counted nouns take it.
 */
export function parseQuantity(text: string, unit: string | null): QuantityValue | QuantityError {
  const written = text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u2212\ufe63\uff0d]/g, '-')
    .replace(/\bper cent\b/gi, 'percent')
    .trim()
    .replace(/\s+/g, ' ');
  const expected = unit === null ? { unit: null, per: null } : readUnit(unit, null);
  const { mode, rest } = splitMode(written);
  const found = readSpan(rest, mode, expected) ?? readSingle(rest, mode, expected);
  return found ?? { error: explain(text) };
}

function splitMode(written: string): { readonly mode: QuantityMode; readonly rest: string } {
  for (const [mode, pattern] of prefixes) {
    const match = pattern.exec(written);
    const rest = match && written.slice(match[0].length);
    if (match && rest && (/[^\p{L}]$/u.test(match[0]) || !/^\p{L}/u.test(rest))) return { mode, rest };
  }
  for (const [mode, pattern] of suffixes) {
    const match = pattern.exec(written);
    if (match) return { mode, rest: written.slice(0, match.index) };
  }
  return { mode: 'exact', rest: written.replace(/^exactly\s+/i, '') };
}

/** One number with what stands round it. */
interface Amount {
  readonly numeral: Numeral;
  /** The currency sign or code before it, or nothing. */
  readonly currency: string;
  readonly rest: string;
}

function readAmount(text: string, expected: Unit): Amount | null {
  const currency = leadingCurrency(text);
  const negative = currency && text.startsWith('-') ? '-' : '';
  const body = currency ? negative + text.slice(currency.length) : text;
  const isCount = expected.unit === null || isCurrency(expected.unit) || measureOf(expected.unit) === undefined;
  const numeral = readNumeral(body, 0, isCount || currency !== null);
  return numeral && { numeral, currency: currency?.sign ?? '', rest: body.slice(numeral.end).trim() };
}

function leadingCurrency(text: string): { readonly sign: string; readonly length: number } | null {
  const start = text.startsWith('-') ? 1 : 0;
  const code = /^[A-Z]{3}(?= ?[\d.])/.exec(text.slice(start, start + 5))?.[0];
  const sign = code !== undefined && isCurrency(code) ? code : signs.find((each) => text.startsWith(each, start));
  if (sign === undefined) return null;
  const length = start + sign.length;
  return { sign, length: text[length] === ' ' ? length + 1 : length };
}

function readSpan(text: string, mode: QuantityMode, expected: Unit): QuantityValue | null {
  const opening = /^(from|between)\s+/i.exec(text);
  const first = readAmount(text.slice(opening?.[0].length ?? 0), expected);
  if (!first || mode !== 'exact' || !isPlain(first.numeral)) return null;
  const isBetween = opening?.[1]?.toLowerCase() === 'between';
  const joint = isBetween ? /^(\D*?)\s*\band\s+/i : /^(\D*?)\s*(?:\bto\s+|[-–—]\s*)(?=\S)/i;
  const between = joint.exec(first.rest);
  const second = between && readAmount(first.rest.slice(between[0].length), expected);
  if (!between || !second || !isPlain(second.numeral)) return null;
  const firstWords = first.currency || (between[1] ?? '');
  const unit = settleUnit(second.currency || second.rest || firstWords, expected);
  if (!unit || (firstWords && settleUnit(firstWords, expected)?.unit !== unit.unit)) return null;
  const shared = first.numeral.scale === 1 && between[1] === '' ? second.numeral.scale : 1;
  const from = clean(first.numeral.value * shared);
  const to = second.numeral.value;
  if (from > to && opening?.[1]?.toLowerCase() !== 'from') return null;
  return createQuantity({ number: to, mode: 'range', from, to, ...unit });
}

function isPlain(numeral: Numeral): boolean {
  return !numeral.ordinal && numeral.parts === null;
}

function readSingle(text: string, mode: QuantityMode, expected: Unit): QuantityValue | null {
  const amount = readAmount(text, expected);
  if (!amount) return null;
  const { numeral, currency, rest } = amount;
  if (numeral.parts !== null) return readShare(amount, numeral.parts, mode, expected);
  const ratio = /^(.*?)\s*\b(?:out of|of)\s+(?:(?:the|all|its|a total of)\s+)?(?=[\d.])(.*)$/i.exec(rest);
  const whole = ratio && readAmount(ratio[2] ?? '', expected);
  if (ratio && whole) {
    const unit = settleUnit(currency || ratio[1] || whole.rest, expected);
    if (!unit || !isPlain(whole.numeral) || whole.numeral.value === 0) return null;
    const isShare = unit.unit === expected.unit && measureOf(unit.unit ?? '')?.dimension === 'share' && ratio[1] === '';
    const parts = { number: numeral.value, mode, of: whole.numeral.value, step: numeral.step };
    return createQuantity({ ...parts, ...unit, ...(isShare ? { unit: 'share' } : {}) });
  }
  const unit = settleUnit(currency ? `${currency} ${rest}`.trim() : rest, expected);
  return unit && createQuantity({ number: numeral.value, mode, step: numeral.step, ordinal: numeral.ordinal, ...unit });
}

/** `two thirds`, `half of 192 countries`, `half a million`, `187/192`. */
function readShare(amount: Amount, parts: number, mode: QuantityMode, expected: Unit): QuantityValue | null {
  const { numeral, rest } = amount;
  const inner = readAmount(rest.replace(/^(?:of\s+(?:(?:the|all|its)\s+)?|an?\s+)/i, ''), expected);
  if (inner && isPlain(inner.numeral)) {
    const unit = settleUnit(inner.currency || inner.rest, expected);
    const number = clean((numeral.value * inner.numeral.value) / parts);
    const isOf = rest.toLowerCase().startsWith('of');
    const step = isOf ? clean(inner.numeral.value / parts) : trailingZerosStep(number);
    return unit && createQuantity({ number, mode, of: isOf ? inner.numeral.value : null, step, ...unit });
  }
  if (!isUnitText(rest)) return null;
  const isWritten = parts > largestFraction;
  const unit = isWritten ? settleUnit(rest, expected) : { unit: 'share' };
  return unit && createQuantity({ number: numeral.value, mode, of: parts, step: isWritten ? null : 1, ...unit });
}

/** `3/10` is a fraction, its last significant unit one tenth; `187/192` counts 187 of 192. */
const largestFraction = 10;

/** Scales of other languages are not read here; taken for a unit they would make `2,3 млрд` the number 2.3. */
const foreignScale = /^(?:тыс|млн|млрд|трлн|миллион|миллиард|триллион|mio\b|mrd\b|milliard|lakh|crore)/iu;

function settleUnit(words: string, expected: Unit): Unit | null {
  if (!isUnitText(words) || foreignScale.test(words)) return null;
  const own = readUnit(words.replace(/\s*\b(?:in total|altogether|overall)$/i, ''), expected.unit);
  if (own.unit === null) return { unit: expected.unit, per: own.per ?? expected.per };
  if (isMeasured(own.unit)) return own;
  return expected.unit === null || isMeasured(expected.unit) ? own : { unit: expected.unit, per: own.per ?? expected.per };
}

/** Whether `words` could be a unit: no further numbers, but in `m2` and `per 1,000`; no punctuation. */
function isUnitText(words: string): boolean {
  const bare = words.replace(/(?:\bper|\/)\s*\d[\d,.]*/gi, '').replace(/\b(?:k?m|ft|mi)[23]\b/g, '');
  return !/^(?:and|or|to)\s/i.test(bare) && /^[\p{L}\p{M}\p{Sc} '’./%‰°²³-]*$/u.test(bare);
}

function explain(text: string): string {
  return (
    `"${text}" is not a quantity — write a number as one says it: ` +
    '192, almost 200, at least 50, 187 of 192, from 51 to 192, 1.2e12 USD'
  );
}
