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
  if (words.yearWords.has(wordAt(reader, index + 1))) return true;
  if (isPartOfNumber(reader, index)) return false;
  const before = wordAt(reader, index - 1);
  if (words.yearTraps.has(before) || isNumbered(reader, index - 1)) return false;
  const isBracketed = before === '(' && /^[),;:–—-]$/.test(wordAt(reader, index + 1));
  if (isBracketed) return true;
  if (words.yearSupport.has(before)) return !words.counted.has(wordAt(reader, index + 1)) || words.articles.has(before);
  if (words.yearNeedsWord) return false;
  if (counts(reader, index)) return false;
  if (isNameBefore(reader, index)) return false;
  if (year < commonYears.from || year > commonYears.to || year % 100 === 0) return false;
  return true;
}

/** Whether a sign before or after the digits makes them part of something else: an amount, a score, a time, a version. */
function isPartOfNumber(reader: DateReader, index: number): boolean {
  const before = reader.tokens[index - 1];
  const after = reader.tokens[index + 1];
  if (before && isJoined(reader, index) && !/^[("“‘'«\[–—/-]$/.test(before.text)) return true;
  if (before && /^[$€£¥#№§+=×~<>]$/.test(before.text)) return true;
  if (before && isJoined(reader, index) && isDash(reader, index - 1) && isJoined(reader, index - 1)) return true;
  if (!after) return false;
  if (/^[%°$€£¥‰]$/.test(after.text)) return true;
  if (!isJoined(reader, index + 1)) return false;
  if (after.kind === 'word') return after.lower !== "'s";
  return /^[:/@_]$/.test(after.text) && reader.tokens[index + 2]?.kind === 'number' && isJoined(reader, index + 2);
}

/** `No. 1945`, `Art. 1992` */
function isNumbered(reader: DateReader, index: number): boolean {
  return wordAt(reader, index) === '.' && reader.language.dates.yearTraps.has(wordAt(reader, index - 1));
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
