import { plural, singular } from './nouns';

export interface Measure {
  readonly dimension: string;
  /** How the unit is written in a normalised value. */
  readonly unit: string;
  /** base = number × factor + offset */
  readonly factor: number;
  readonly offset: number;
}

/** A unit of a value: canonical, with what it is a rate of. */
export interface Unit {
  readonly unit: string | null;
  readonly per: string | null;
}

/**
 * unit; factor to the dimension's base unit; other spellings. Factors are exact by definition (SI, international yard
 * and pound of 1959), but for mean months and years of the Gregorian calendar. `ton` is taken as the metric one.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  length: [
    'mm 0.001 millimetre millimeter',
    'cm 0.01 centimetre centimeter',
    'm 1 metre meter',
    'km 1000 kilometre kilometer',
    'in 0.0254 inch',
    'ft 0.3048 foot',
    'yd 0.9144 yard',
    'mi 1609.344 mile',
    'nmi 1852 nautical_mile',
  ],
  mass: [
    'mg 0.000001 milligram milligramme',
    'g 0.001 gram gramme',
    'kg 1 kilogram kilogramme kilo',
    't 1000 tonne ton metric_ton metric_tonne',
    'oz 0.028349523125 ounce',
    'lb 0.45359237 pound',
  ],
  area: [
    'm² 1 m2 sq_m square_metre square_meter',
    'km² 1000000 km2 sq_km square_kilometre square_kilometer',
    'ha 10000 hectare',
    'acre 4046.8564224',
    'ft² 0.09290304 ft2 sq_ft square_foot',
    'mi² 2589988.110336 mi2 sq_mi square_mile',
  ],
  volume: [
    'ml 0.000001 mL millilitre milliliter',
    'l 0.001 L litre liter',
    'm³ 1 m3 cubic_metre cubic_meter',
    'km³ 1000000000 km3 cubic_kilometre cubic_kilometer',
    'gallon 0.003785411784 gal US_gallon',
    'barrel 0.158987294928 bbl',
  ],
  time: [
    'second 1 s sec',
    'minute 60 min',
    'hour 3600 h hr',
    'day 86400',
    'week 604800',
    'month 2629746',
    'year 31556952 yr',
    'decade 315569520',
    'century 3155695200',
  ],
  power: ['W 1 watt', 'kW 1000 kilowatt', 'MW 1000000 megawatt', 'GW 1000000000 gigawatt'],
  energy: [
    'J 1 joule',
    'kWh 3600000 kilowatt_hour kilowatt-hour',
    'MWh 3600000000 megawatt_hour megawatt-hour',
    'GWh 3600000000000 gigawatt_hour gigawatt-hour',
    'TWh 3600000000000000 terawatt_hour terawatt-hour',
  ],
  share: ['share 1', 'percent 0.01 % pct percentage_point pp', 'permille 0.001 ‰'],
};

/** By symbol, in its own case: `m` is no `M`. */
const measures = new Map<string, Measure>();
/** By name of three letters or more, in lower case. */
const measureNames = new Map<string, Measure>();
for (const [dimension, rows] of Object.entries(table)) {
  for (const row of rows) {
    const [unit = '', factor, ...names] = row.split(' ');
    addMeasure({ dimension, unit, factor: Number(factor), offset: 0 }, names);
  }
}
addMeasure({ dimension: 'temperature', unit: 'K', factor: 1, offset: 0 }, ['kelvin']);
addMeasure({ dimension: 'temperature', unit: '°C', factor: 1, offset: 273.15 }, ['celsius', 'degree_celsius', 'degrees_celsius']);
addMeasure({ dimension: 'temperature', unit: '°F', factor: 5 / 9, offset: 459.67 * (5 / 9) }, [
  'fahrenheit',
  'degree_fahrenheit',
  'degrees_fahrenheit',
]);

function addMeasure(measure: Measure, names: readonly string[]): void {
  for (const name of [measure.unit, ...names]) {
    const spelt = name.replaceAll('_', ' ');
    if (spelt === measure.unit || spelt.length <= 3) measures.set(spelt, measure);
    if (spelt.length >= 3) measureNames.set(spelt.toLowerCase(), measure);
  }
}

/** A currency's sign or name → ISO 4217 codes, the default one first; another one is meant where the property has it. */
const currencySigns = new Map<string, readonly string[]>([
  ['$', ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN']],
  ['US$', ['USD']],
  ['A$', ['AUD']],
  ['C$', ['CAD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['S$', ['SGD']],
  ['R$', ['BRL']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP', 'LBP', 'SYP']],
  ['¥', ['JPY', 'CNY']],
  ['₸', ['KZT']],
  ['₽', ['RUB']],
  ['₴', ['UAH']],
  ['₺', ['TRY']],
  ['₹', ['INR']],
  ['₩', ['KRW', 'KPW']],
  ['₪', ['ILS']],
  ['₫', ['VND']],
  ['₦', ['NGN']],
]);
const currencyNames = new Map<string, readonly string[]>([
  ['dollar', ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD']],
  ['us dollar', ['USD']],
  ['u.s. dollar', ['USD']],
  ['american dollar', ['USD']],
  ['australian dollar', ['AUD']],
  ['canadian dollar', ['CAD']],
  ['euro', ['EUR']],
  ['pound sterling', ['GBP']],
  ['british pound', ['GBP']],
  ['yen', ['JPY']],
  ['yuan', ['CNY']],
  ['renminbi', ['CNY']],
  ['tenge', ['KZT']],
  ['rouble', ['RUB', 'BYN']],
  ['ruble', ['RUB', 'BYN']],
  ['hryvnia', ['UAH']],
  ['swiss franc', ['CHF']],
  ['rupee', ['INR', 'PKR', 'LKR', 'NPR']],
  ['won', ['KRW', 'KPW']],
]);
const poundCodes = new Set(['GBP', 'EGP', 'LBP', 'SYP']);
const currencyCodes = new Set(Intl.supportedValuesOf('currency'));

/** Canonical units that are words and take a plural. */
const unitWords = new Set(
  'acre gallon barrel second minute hour day week month year decade century'.split(' '),
);

/** The currency signs, longest first: they stand before a number or after it. */
export const signs: readonly string[] = [...currencySigns.keys()].sort((a, b) => b.length - a.length);

/** The measure with this canonical unit; undefined for currencies and counted nouns. */
export function measureOf(unit: string): Measure | undefined {
  return measures.get(unit);
}

/** Whether this canonical unit is an ISO 4217 code. */
export function isCurrency(unit: string): boolean {
  return currencyCodes.has(unit);
}

/**
 * The canonical unit of `words`, a rate split at `per` or `/`; spellings of measures and currencies are unified, a
 * counted noun is put in the singular and taken up to its first `of`, `in` or the like. `expected` settles what is
 * ambiguous: `pounds` and `$` where it is such a currency.
 */
export function readUnit(words: string, expected: string | null): Unit {
  const [, counted = '', divisor = ''] = /^(.*?)(?:\s*\/\s*|(?:^|\s+)per\s+)(.+)$/.exec(words) ?? [];
  if (divisor) {
    const per = divisor.replace(/(\d),(?=\d{3})/g, '$1');
    const number = /^[\d.]+/.exec(per)?.[0] ?? '';
    const noun = readSimpleUnit(per.slice(number.length).trim(), null);
    return { unit: readSimpleUnit(counted, expected), per: [number, noun].filter(Boolean).join(' ') };
  }
  if (/^mph$/i.test(words)) return { unit: 'mi', per: 'hour' };
  if (/^km\/?h$|^kph$/i.test(words)) return { unit: 'km', per: 'hour' };
  return { unit: readSimpleUnit(words, expected), per: null };
}

function readSimpleUnit(words: string, expected: string | null): string | null {
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const known = knownUnit(trimmed, expected);
  if (known) return known;
  const bare = trimmed.replace(/^(?:of\s+)?(?:the|its|all|these|those)\s+/i, '');
  const head = ` ${bare}`.split(/\s(?:of|in|from|for|at|by|to|on|with|among)\s/i)[0]?.trim() ?? '';
  if (head === '') return null;
  return knownUnit(head, expected) ?? singular(head);
}

function knownUnit(words: string, expected: string | null): string | null {
  const name = singular(words.toLowerCase());
  if (name === 'pound' && expected !== null && poundCodes.has(expected)) return expected;
  const codes = currencySigns.get(words) ?? currencyNames.get(name);
  if (codes) return codes.find((code) => code === expected) ?? codes[0] ?? null;
  if (isCurrency(words)) return words;
  const measure = measures.get(words) ?? measureNames.get(name) ?? measureNames.get(words.toLowerCase());
  return (measure ?? (words.length > 2 ? measures.get(singular(words)) : undefined))?.unit ?? null;
}

/** Whether a value in `unit` could fail to convert: a measure or a currency, not a counted noun. */
export function isMeasured(unit: string | null): boolean {
  return unit !== null && (measures.has(unit) || isCurrency(unit));
}

/**
 * How numbers in `from` turn into a base unit that `to` has too; null when they do not convert. Counted nouns and bare
 * numbers convert into each other (DESIGN §4: only measures and currencies can fail).
 */
export function commonBase(from: Unit, to: Unit): ((number: number) => number) | null {
  if ((from.per === null) !== (to.per === null)) return null;
  const own = simpleBase(from.unit, to.unit);
  if (!own || from.per === null || to.per === null || from.per === to.per) return own;
  const divisor = simpleBase(from.per, to.per);
  if (!divisor || !isMeasured(from.per)) return null;
  return (number) => own(number) / divisor(1);
}

function simpleBase(from: string | null, to: string | null): ((number: number) => number) | null {
  if (from === to || (!isMeasured(from) && !isMeasured(to))) return (number) => number;
  const measure = from === null ? undefined : measures.get(from);
  const other = to === null ? undefined : measures.get(to);
  if (!measure || !other || measure.dimension !== other.dimension) return null;
  return (number) => number * measure.factor + measure.offset;
}

/** `unit` as it reads after `number`: ` countries`, ` km`, `%`; nothing for a bare number. */
export function unitAfter(number: number, unit: string | null): string {
  if (unit === null || unit === 'share') return '';
  if (unit === 'percent') return '%';
  if (unit === 'permille') return '‰';
  return ` ${isSymbol(unit) || number === 1 ? unit : plural(unit)}`;
}

/** Whether the unit is written the same in singular and plural: `km`, `USD`. */
function isSymbol(unit: string): boolean {
  return isMeasured(unit) && !unitWords.has(unit);
}
