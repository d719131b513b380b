import { clean, readNumeral, trailingZerosStep } from '../values/numerals';
import type { Language, NumberWords } from './languages/language';
import { areDigits, endOfAny } from './tokens';
import type { Token } from './tokens';

/** A number read from tokens. */
export interface NumberRead {
  readonly value: number;
  /** `4th`, `fourth` */
  readonly ordinal: boolean;
  /** Denominator of `two thirds`, whose `value` is 2; else null. */
  readonly parts: number | null;
  /** Unit of the last significant digit above 1 (DESIGN §4): 100 of `200`, 1e11 of `1.2 trillion`; else null. */
  readonly step: number | null;
  /** What scale words multiplied it by (`million`: 1e6), else 1. */
  readonly scale: number;
  /** Whether any of it was written in digits. */
  readonly digits: boolean;
  /** Index of the token after it. */
  readonly end: number;
}

/** `½` → 1 of 2. */
export const vulgarFractions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
]);

/** Whether the token stands against the one before it. */
export function isAttached(token: Token | undefined): boolean {
  return token !== undefined && !token.spaceBefore;
}

const hyphens = new Set('-‐‑–—−');

/** Whether `tokens[index]` is a hyphen or dash with no space on either side. */
export function isHyphen(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.kind === 'symbol' && hyphens.has(token.text) && !token.spaceBefore && isAttached(tokens[index + 1]);
}

/**
 * Reads the number that begins at `tokens[index]`, as long as it goes: `192`, `1 200`, `1,2 trillion`, `twenty-three`,
 * `half a million`, `a dozen`, `63rd`, `two thirds`. Null where none begins. Signs, currencies and bounds before it are not
 * its part. `letterScale` lets an attached `m`, `k` or `b` be a scale, as after a currency sign (`£3m`).
 */
export function readNumber(
  tokens: readonly Token[],
  index: number,
  language: Language,
  letterScale = false,
): NumberRead | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'number') return readDigits(tokens, index, language, letterScale);
  const vulgar = vulgarFractions.get(token.text);
  if (vulgar) {
    return { value: vulgar[0], ordinal: false, parts: vulgar[1], step: null, scale: 1, digits: true, end: index + 1 };
  }
  return language.numbers.beginnings.has(token.lower) ? readWords(tokens, index, language.numbers) : null;
}

function readDigits(
  tokens: readonly Token[],
  index: number,
  language: Language,
  letterScale: boolean,
): NumberRead | null {
  const { numbers } = language;
  const grouped = joinGroups(tokens, index, language);
  const read = plainNumber(grouped.text, numbers.commaThousands);
  if (!read) return null;
  let { value } = read;
  let { end } = grouped;
  const suffix = ordinalSuffixEnd(tokens, end, numbers);
  if (suffix !== null && Number.isInteger(value)) return { value, ordinal: true, parts: null, step: null, scale: 1, digits: true, end: suffix };
  const vulgar = isAttached(tokens[end]) ? vulgarFractions.get(tokens[end]?.text ?? '') : undefined;
  if (vulgar) {
    value += vulgar[0] / vulgar[1];
    end++;
  }
  const letter = letterScale && isAttached(tokens[end]) ? numbers.attachedScales.get(tokens[end]?.lower ?? '') : undefined;
  const scaled = letter === undefined ? readScales(tokens, end, numbers) : { factor: letter, end: end + 1 };
  const rest = scaled.factor > 1 ? readRest(tokens, scaled.end, scaled.factor, numbers) : null;
  if (rest) return inDigits(clean(value * scaled.factor + rest.value), rest.step, scaled.factor, rest.end);
  const half = halfEnd(tokens, scaled.end, numbers);
  const total = clean((value + (half === null ? 0 : 0.5)) * scaled.factor);
  const step = vulgar || half !== null ? trailingZerosStep(total) : clean((read.step ?? lastDigit(grouped.text, value)) * scaled.factor);
  return inDigits(total, total !== 0 && step !== null && step > 1 ? step : null, scaled.factor, half ?? scaled.end);
}

function inDigits(value: number, step: number | null, scale: number, end: number): NumberRead {
  return { value, ordinal: false, parts: null, step, scale, digits: true, end };
}

/** The unit of the last digit after a decimal mark; 1 of whole numbers. */
function lastDigit(written: string, value: number): number {
  if (Number.isInteger(value) && (areDigits(written) || !/[.,]\d{1,2}$/.test(written))) return 1;
  const decimals = /[.,](\d+)$/.exec(written)?.[1]?.length ?? 0;
  return 10 ** -decimals;
}

/** Groups of three digits after the first that a number has at most; more are a row of numbers. */
const mostGroups = 6;

/** `1 200 000` with plain spaces, which may also be a day and a count (`May 15 200 people`): not after a month's name. */
function joinGroups(tokens: readonly Token[], index: number, { dates }: Language): { text: string; end: number } {
  const first = tokens[index]?.text ?? '';
  let text = first;
  let end = index + 1;
  const before = tokens[index - 1]?.lower ?? '';
  if (first.length > 3 || !areDigits(first) || first.startsWith('0') || dates.months.has(before)) return { text, end };
  for (let next = tokens[end]; next && end - index <= mostGroups; next = tokens[end]) {
    const isGroup = next.kind === 'number' && /^\d{3}(?:[.,]\d{1,2})?$/.test(next.text);
    if (!isGroup || next.start !== (tokens[end - 1]?.end ?? 0) + 1) break;
    text += next.text;
    end++;
    if (next.text.length > 3) break;
  }
  return { text, end };
}

/** Null when `written` is no single number: `1.2.3`, `12.05.2015`, `5,12,13`. */
function plainNumber(written: string, commaThousands: boolean): { value: number; step: number | null } | null {
  if (areDigits(written)) {
    const value = Number(written);
    return { value: clean(value), step: trailingZerosStep(value) };
  }
  const spelt = written.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ').replaceAll('’', "'");
  const text = commaThousands || (spelt.match(/,/g)?.length ?? 0) !== 1 ? spelt : spelt.replaceAll(' ', '').replace(',', '.');
  const numeral = readNumeral(text, 0, false);
  return numeral?.end === text.length && !numeral.ordinal && numeral.parts === null
    ? { value: numeral.value, step: numeral.step }
    : null;
}

function ordinalSuffixEnd(tokens: readonly Token[], index: number, { ordinalSuffixes }: NumberWords): number | null {
  const at = isHyphen(tokens, index) ? index + 1 : index;
  const token = tokens[at];
  return token && isAttached(token) && ordinalSuffixes.has(token.lower) && !isHyphen(tokens, at + 1) ? at + 1 : null;
}

/** `200 million` after `3 billion` */
function readRest(
  tokens: readonly Token[],
  index: number,
  above: number,
  numbers: NumberWords,
): { value: number; step: number; end: number } | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,3}$/.test(token.text)) return null;
  const { factor, end } = readScales(tokens, index + 1, numbers);
  return factor > 1 && factor < above ? { value: Number(token.text) * factor, step: factor, end } : null;
}

function readScales(tokens: readonly Token[], index: number, { scales, shortScales }: NumberWords): { factor: number; end: number } {
  let factor = 1;
  let end = index;
  for (;;) {
    const at = isHyphen(tokens, end) ? end + 1 : end;
    const scale = scales.get(tokens[at]?.lower ?? '');
    if (scale === undefined) return { factor, end };
    factor *= scale;
    end = isStop(tokens, at + 1) && shortScales.has(tokens[at]?.lower ?? '') ? at + 2 : at + 1;
  }
}

function isStop(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === '.' && isAttached(tokens[index]) && index + 1 < tokens.length;
}

/** The end of `and a half` at `index`; null without it. */
function halfEnd(tokens: readonly Token[], index: number, { andAHalf }: NumberWords): number | null {
  return endOfAny(tokens, index, andAHalf);
}

function readWords(tokens: readonly Token[], index: number, numbers: NumberWords): NumberRead | null {
  let total = 0;
  let group = 0;
  let scale = 1;
  let smallestScale = Infinity;
  let some = false;
  let end = index;
  const isArticle = numbers.articles.has(tokens[index]?.lower ?? '');
  for (let at = isArticle ? index + 1 : index; ; at = end) {
    if (some && isHyphen(tokens, at)) at++;
    if (some && numbers.joiners.has(tokens[at]?.lower ?? '') && group % 100 === 0 && isCardinal(tokens, at + 1, numbers)) at++;
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const word = token.lower;
    const fraction = readFraction(word, some ? total + group : isArticle ? 1 : null, numbers);
    if (fraction !== null) return wholeFraction(tokens, at + 1, some ? total + group : 1, fraction, numbers);
    const ordinal = numbers.ordinals.get(word);
    if (ordinal !== undefined && !isArticle && fits(ordinal, group)) {
      const value = ordinal >= 100 ? total + Math.max(group, 1) * ordinal : total + group + ordinal;
      return inWords(value, at + 1, { ordinal: true });
    }
    const cardinal = numbers.cardinals.get(word);
    const multiplier = numbers.multipliers.get(word);
    const factor = numbers.scales.get(word);
    const mixed = numbers.mixed.get(word);
    if (cardinal !== undefined && fits(cardinal, group) && !isArticle) group += cardinal;
    else if (mixed !== undefined && !some) group = mixed;
    else if (multiplier !== undefined && group < multiplier && (some || isArticle)) group = Math.max(group, 1) * multiplier;
    else if (factor !== undefined && factor < smallestScale && (some || isArticle || numbers.scalesAlone.has(word))) {
      total += Math.max(group, 1) * factor;
      group = 0;
      scale = factor;
      smallestScale = factor;
    } else break;
    some = true;
    end = at + 1;
    const half = halfEnd(tokens, end, numbers);
    if (half !== null) {
      group += 0.5;
      const scaled = readScales(tokens, half, numbers);
      return inWords(clean((total + group) * scaled.factor), scaled.end, { scale: scaled.factor });
    }
  }
  if (!some) return null;
  const value = clean(total + group);
  return inWords(value, end, { step: trailingZerosStep(value), scale: group === 0 ? scale : 1 });
}

function inWords(value: number, end: number, other: Partial<NumberRead> = {}): NumberRead {
  return { value, ordinal: false, parts: null, step: null, scale: 1, digits: false, end, ...other };
}

function isCardinal(tokens: readonly Token[], index: number, { cardinals, ordinals }: NumberWords): boolean {
  const word = tokens[index]?.lower ?? '';
  return cardinals.has(word) || (ordinals.has(word) && ordinals.get(word) !== 1);
}

/** Whether `n` can follow a group of which the higher places are said: `twenty three`, never `five six`. */
function fits(n: number, group: number): boolean {
  if (group === 0) return true;
  if (n >= 100) return n === 100 && group < 10;
  return n >= 10 ? group % 100 === 0 : n > 0 && group % 10 === 0 && group % 100 !== 10;
}

/** `count` is what stands before the fraction's name, null for nothing. */
function readFraction(word: string, count: number | null, numbers: NumberWords): number | null {
  if (count === null) return numbers.fractionsAlone.get(word) ?? null;
  if (count === 1) return numbers.fractions.get(word) ?? null;
  return count > 1 && count < 20 ? (numbers.pluralFractions.get(word) ?? null) : null;
}

/** `half a million` and `half a dozen` are numbers, `half` is a share. */
function wholeFraction(
  tokens: readonly Token[],
  index: number,
  count: number,
  parts: number,
  numbers: NumberWords,
): NumberRead {
  const hyphen = isHyphen(tokens, index) ? 1 : 0;
  const at = index + (numbers.articles.has(tokens[index]?.lower ?? '') ? 1 : hyphen);
  const word = tokens[at]?.lower ?? '';
  const factor = numbers.multipliers.get(word) ?? numbers.scales.get(word);
  const isScaled = factor !== undefined && (at > index || numbers.articles.size === 0);
  if (!isScaled) return inWords(count, index, { parts });
  const value = clean((count / parts) * factor);
  return inWords(value, at + 1, { step: trailingZerosStep(value), scale: factor });
}
