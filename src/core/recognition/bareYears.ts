import { digitsAt, isCapital, isDash, isJoined, wordAt } from './dateReader';
import type { DateReader } from './dateReader';

const commonYears = { from: 1900, to: 2049 };
const knownYears = { from: 1000, to: 2100 };

/**
 * Whether the four digits at a token are a year: within 1000 to 2100, not counting what follows, not the number of a thing,
 * and, where the year is round or not of our time, with a word before it or brackets around it that say so.
 */
export function isBareYear(reader: DateReader, index: number): boolean {
  const year = digitsAt(reader, index, 4, 4);
  if (year === null || year < knownYears.from || year > knownYears.to) return false;
  const words = reader.language.dates;
  if (words.yearWords.has(wordAt(reader, index + 1)) || isNamedTogether(reader, index)) return true;
  if (isPartOfNumber(reader, index)) return false;
  const before = wordBefore(reader, index);
  if (words.yearTraps.has(before) || reader.language.quantities.numbered.has(before)) return false;
  const isBracketed = before === '(' && /^[),;:–—-]$/.test(wordAt(reader, index + 1));
  if (isBracketed) return true;
  if (words.yearSupport.has(before)) return !words.counted.has(wordAt(reader, index + 1)) || words.articles.has(before);
  if (words.yearNeedsWord) return false;
  if (endsYears(reader, index, year)) return true;
  if (counts(reader, index)) return false;
  if (isNameBefore(reader, index)) return false;
  if (year < commonYears.from || year > commonYears.to || year % 100 === 0) return false;
  return true;
}

/** `2018–2019 годах`: the word for years stands after the second. */
function isNamedTogether(reader: DateReader, index: number): boolean {
  const { yearWords, and, to } = reader.language.dates;
  const joint = wordAt(reader, index + 1);
  const joins = isDash(reader, index + 1) || and.has(joint) || to.has(joint);
  return joins && digitsAt(reader, index + 2, 4, 4) !== null && yearWords.has(wordAt(reader, index + 3));
}

/** Not further apart are two years that a hyphen alone makes a span of. */
const longestSpan = 400;

/** `the 1850–1900 level`: the second of two, the first of which is one by the word before it. */
function endsYears(reader: DateReader, index: number, year: number): boolean {
  const first = digitsAt(reader, index - 2, 4, 4);
  if (first === null || !isDash(reader, index - 1) || isDash(reader, index - 3) || counts(reader, index)) return false;
  return first < year && year - first <= longestSpan && isBareYear(reader, index - 2);
}

/** Whether a sign before or after the digits makes them part of something else: an amount, a score, a time, a version. */
function isPartOfNumber(reader: DateReader, index: number): boolean {
  const before = reader.tokens[index - 1];
  const after = reader.tokens[index + 1];
  const isStopped = before?.text === '.' && reader.language.dates.yearSupport.has(wordBefore(reader, index));
  if (before && isJoined(reader, index) && !isStopped && !/^[("“‘'«[–—/-]$/.test(before.text)) return true;
  if (before && /^[$€£¥#№§+=×~<>]$/.test(before.text)) return true;
  const isSeparated = isDash(reader, index - 1) || before?.text === '/';
  if (isSeparated && isJoined(reader, index - 1) && isJoined(reader, index)) {
    const isYearBefore = digitsAt(reader, index - 2, 4, 4) !== null && !isDash(reader, index - 3);
    if (!isYearBefore && !reader.language.dates.monthSupport.has(wordAt(reader, index - 2))) return true;
  }
  if (!after) return false;
  if (/^\p{Lu}{1,4}\d/u.test(after.text) || isStreet(reader, index + 1)) return true;
  if (/^[%°$€£¥‰]$/.test(after.text)) return true;
  if (!isJoined(reader, index + 1)) return false;
  if (after.kind === 'word') return after.lower !== "'s";
  const isGroup = isDash(reader, index + 1) && digitsAt(reader, index + 2, 1, 3) !== null && isJoined(reader, index + 3);
  if (isGroup && isDash(reader, index + 3)) return true;
  return /^[:/@_]$/.test(after.text) && reader.tokens[index + 2]?.kind === 'number' && isJoined(reader, index + 2);
}

/** `1905 Fourth Street` */
function isStreet(reader: DateReader, index: number): boolean {
  const { streets } = reader.language.quantities;
  return [index, index + 1, index + 2].some((at) => streets.has(wordAt(reader, at)) && isCapital(reader.tokens[at]));
}

/** The word before a token, without the full stop of an abbreviation or a hyphen: `No. 1945`, `c. 1340`, `mid-2061`. */
function wordBefore(reader: DateReader, index: number): string {
  const isStopped = wordAt(reader, index - 1) === '.' && isJoined(reader, index - 1);
  const isHyphened = isDash(reader, index - 1) && isJoined(reader, index) && isJoined(reader, index - 1);
  return wordAt(reader, isStopped || isHyphened ? index - 2 : index - 1);
}

/** Whether what follows is counted: `1945 people`. After an article it is the year of something: `the 2010 elections`. */
function counts(reader: DateReader, index: number): boolean {
  const words = reader.language.dates;
  const after = reader.tokens[index + 1];
  if (after?.kind !== 'word') return false;
  if (words.counted.has(after.lower)) return true;
  const before = wordAt(reader, index - 1);
  if (words.articles.has(before) || before === "'s" || isCapital(after)) return false;
  const ending = words.pluralEnding;
  return ending !== null && after.lower.length > 3 && after.lower.endsWith(ending) && !/(?:ss|us|is|as)$/.test(after.lower);
}

/** `Tokyo 2020`, `Boeing 1737`: a capitalised word before it, unless that begins the sentence or is a word of dates. */
function isNameBefore(reader: DateReader, index: number): boolean {
  return isJoined(reader, index) ? false : isCapital(reader.tokens[index - 1]);
}
