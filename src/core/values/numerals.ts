/** A number read out of a text. */
export interface Numeral {
  readonly value: number;
  /** The unit of its last significant digit where that is above 1: 100 for `200`, 1e11 for `1.2 trillion`; else null. */
  readonly step: number | null;
  readonly ordinal: boolean;
  /** Of `two thirds`: 3; else null, and `value` is then the 2. */
  readonly parts: number | null;
  /** What scale words or letters after it multiplied it by; 1 without them. */
  readonly scale: number;
  /** Offset after it. */
  readonly end: number;
}

const units = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, n) => [word, n]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, 20 + n * 10]),
);
/** English words and abbreviations that multiply a number: `1.2 trillion`, `3 mln`. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);
const attachedScales = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['B', 1e9],
  ['b', 1e9],
]);
const irregularOrdinals = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fifth', 5],
  ['eighth', 8],
  ['ninth', 9],
  ['twelfth', 12],
]);
const vulgarFractions = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
]);

/** Rounds off what binary fractions add: 12 significant digits. */
export function clean(number: number): number {
  if (!Number.isFinite(number) || (Number.isInteger(number) && Math.abs(number) < 1e12)) return number;
  return Number(number.toPrecision(12));
}

/** The largest power of ten, above 1, that divides a whole number; null for 0, fractions and without trailing zeros. */
export function trailingZerosStep(number: number): number | null {
  if (!Number.isInteger(number) || number === 0) return null;
  let step = 1;
  while (Math.abs(number) >= step * 10 && number % (step * 10) === 0) step *= 10;
  return step > 1 ? step : null;
}

/** As people write it: `1,200`, `1.2 trillion`, `-0.5`; at most six decimals. */
export function formatNumber(number: number): string {
  const named = largeScales.find(([, scale]) => Math.abs(number) >= scale);
  if (named) {
    const scaled = clean(number / named[1]);
    if (Math.abs(scaled) < 1e4 && clean(scaled * 1e3) % 1 === 0) return `${grouped(scaled)} ${named[0]}`;
  }
  return grouped(clean(number));
}

const largeScales = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
] as const;
const grouping = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

function grouped(number: number): string {
  return grouping.format(number);
}

const digits = new RegExp(
  `[-+]?(?:${[
    /\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)/,
    /\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)/,
    /\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)/,
    /\d{1,3}\.\d{3},\d{1,2}(?!\d)/,
    /\d+,\d{1,2}(?!\d)/,
    /0,\d+/,
    /\d+(?:\.\d+)?/,
    /\.\d+/,
  ]
    .map(({ source }) => source)
    .join('|')})(?:[eE][+-]?\\d{1,2}(?![\\d\\p{L}]))?`,
  'uy',
);

/**
 * Reads the number at `start`: digits (`1,200`, `1 200`, `1,2`, `1.2e12`, `2½`), with a scale word or letter after
 * them, words (`one hundred and ninety-two`), ordinals (`4th`, `fourth`), fractions (`two thirds`, `2/3`). After a
 * comma, one or two digits are decimals and groups of three are thousands (DESIGN §4). `letterScale` lets an attached
 * `m` or `k` be one (`5m`).
 */
export function readNumeral(text: string, start: number, letterScale: boolean): Numeral | null {
  digits.lastIndex = start;
  const match = digits.exec(text);
  return match ? readDigits(text, match[0], start + match[0].length, letterScale) : readWords(text, start);
}

function readDigits(text: string, written: string, after: number, letterScale: boolean): Numeral | null {
  const [mantissa = '', exponent] = written.split(/e/i);
  const plain = plainDigits(mantissa);
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const suffix = /^(?:st|nd|rd|th)(?![\p{L}\d])/u.exec(text.slice(after, after + 3));
  if (suffix) return { value: Number(plain), step: null, ordinal: true, parts: null, scale: 1, end: after + suffix[0].length };
  const vulgar = vulgarFractions.get(text.charAt(after));
  if (vulgar) {
    const [numerator = 0, denominator = 1] = vulgar;
    const scale = readScale(text, after + 1, letterScale);
    const value = clean((Number(plain) + numerator / denominator) * scale.factor);
    return plainNumeral(value, trailingZerosStep(value), scale.factor, scale.end);
  }
  const fraction = /^\/(\d+)(?![\d/\p{L}])/u.exec(text.slice(after, after + 8));
  if (fraction && decimals === 0 && Number(fraction[1]) > 1) {
    const end = after + fraction[0].length;
    return { value: Number(plain), step: null, ordinal: false, parts: Number(fraction[1]), scale: 1, end };
  }
  const scale = readScale(text, after, letterScale);
  const power = Number(exponent ?? 0);
  const value = clean(Number(`${plain}e${power}`) * scale.factor);
  const lastDigit = clean(10 ** (power - decimals) * scale.factor);
  const zeros = decimals === 0 ? (trailingZerosStep(Number(plain)) ?? 1) : 1;
  const step = value === 0 ? null : lastDigit * zeros;
  return plainNumeral(value, step !== null && step > 1 ? step : null, scale.factor, scale.end);
}

function plainNumeral(value: number, step: number | null, scale: number, end: number): Numeral {
  return { value, step, ordinal: false, parts: null, scale, end };
}

function plainDigits(written: string): string {
  const bare = written.replace(/[ '’+]/g, '');
  if (/^-?\d+,\d{1,2}$|^-?0,\d+$/.test(bare) || /\..*,/.test(bare)) return bare.replace(/\./g, '').replace(',', '.');
  if ((bare.match(/\./g) ?? []).length > 1) return bare.replace(/\./g, '');
  return bare.replace(/,/g, '');
}

interface ScaleFactor {
  readonly factor: number;
  readonly end: number;
}

function readScale(text: string, start: number, letterScale: boolean): ScaleFactor {
  let factor = 1;
  let end = start;
  for (;;) {
    const rest = text.slice(end, end + 12);
    const word = /^[ -]?([a-z]+)(?![\p{L}\d])/iu.exec(rest);
    const scale = word?.[1] === undefined ? undefined : scales.get(word[1].toLowerCase());
    const attached = letterScale && end === start ? /^[kKmMbB](?![\p{L}\d])/u.exec(rest) : null;
    const letter = attached ? attachedScales.get(attached[0]) : undefined;
    if (letter !== undefined) return { factor: letter, end: end + 1 };
    if (scale === undefined || !word) return { factor, end };
    factor *= scale;
    end += word[0].length;
  }
}

const word = /[ -]?(\p{L}+)/uy;

function nextWord(text: string, at: number): { readonly word: string; readonly end: number } | null {
  word.lastIndex = at;
  const match = word.exec(text);
  return match?.[1] === undefined ? null : { word: match[1].toLowerCase(), end: word.lastIndex };
}

const andAHalf = /^ and (?:a|one) half(?!\p{L})/iu;

function readWords(text: string, start: number): Numeral | null {
  const vulgar = vulgarFractions.get(text.charAt(start));
  if (vulgar) return { value: vulgar[0] ?? 0, step: null, ordinal: false, parts: vulgar[1] ?? 1, scale: 1, end: start + 1 };
  let total = 0;
  let group = 0;
  let scale = 1;
  let end = start;
  let some = false;
  let takesArticle = true;
  for (let next = nextWord(text, start); next; next = nextWord(text, next.end)) {
    const { word: read } = next;
    if (takesArticle && (read === 'a' || read === 'an' || read === 'the')) {
      takesArticle = false;
      continue;
    }
    takesArticle = false;
    const half = some ? andAHalf.exec(text.slice(end, end + 16)) : null;
    if (half) {
      group += 0.5;
      end += half[0].length;
      next = { word: 'half', end };
      continue;
    }
    if (read === 'and' && some && group % 100 === 0) continue;
    const fraction = readFraction(read, some ? total + group : 1);
    if (fraction !== null && (some || read === 'half' || /^an? /i.test(text.slice(start, start + 3)))) {
      return { value: some ? total + group : 1, step: null, ordinal: false, parts: fraction, scale: 1, end: next.end };
    }
    const ordinal = ordinalWord(read);
    if (ordinal !== null && some && ordinal < 100 && (total + group) % 10 !== 0) break;
    if (ordinal !== null) {
      const value = ordinal >= 100 ? total + Math.max(group, 1) * ordinal : total + group + ordinal;
      return { value, step: null, ordinal: true, parts: null, scale: 1, end: next.end };
    }
    const small = units.get(read) ?? tens.get(read);
    if (small !== undefined) group += small;
    else if (read === 'dozen') group = Math.max(group, 1) * 12;
    else if (read === 'hundred') group = Math.max(group, 1) * 100;
    else if ((scales.get(read) ?? 0) >= 1e3 && read.length > 3) {
      scale = scales.get(read) ?? 1;
      total += Math.max(group, 1) * scale;
      group = 0;
    } else break;
    some = true;
    end = next.end;
  }
  if (!some) return null;
  const value = total + group;
  return plainNumeral(value, trailingZerosStep(value), group === 0 ? scale : 1, end);
}

function readFraction(read: string, count: number): number | null {
  if (read === 'half' || (read === 'halves' && count > 1)) return 2;
  if (read === 'quarter' || (read === 'quarters' && count > 1)) return 4;
  const name = count === 1 ? read : read.endsWith('s') ? read.slice(0, -1) : '';
  const denominator = ordinalWord(name);
  return denominator !== null && denominator >= 3 && denominator <= 10 ? denominator : null;
}

function ordinalWord(read: string): number | null {
  const known = irregularOrdinals.get(read);
  if (known !== undefined) return known;
  if (read.endsWith('ieth')) return tens.get(`${read.slice(0, -4)}y`) ?? null;
  if (!read.endsWith('th')) return null;
  const stem = read.slice(0, -2);
  if (stem === 'hundred') return 100;
  return units.get(stem) ?? (scales.get(stem) === 1e3 ? 1e3 : null);
}
