import { caseAt, ignorableUnit, isWordAt, lineBreakUnit, lowerUnit, needsContext, paragraphUnit, spaceUnit, unitFolds, unitKinds, upperUnit } from '../text/folding';
import { overlaps } from '../text/text';
import type { Span, Text } from '../text/text';
import {
  abbreviations,
  acronymConnectors,
  commonNouns,
  connectorArticles,
  fieldAdjectives,
  headedConnectors,
  nameConnectors,
  namingPossessives,
  notNames,
  titles,
  typeCues,
} from './lexicon.en';

/** Words of a text by index: offsets, and flags as below. */
export interface Words {
  readonly content: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly flags: readonly number[];
  /** All words that stand in lower case somewhere, and those that have a capital inside a sentence. */
  readonly lower: ReadonlySet<string>;
  readonly capitalInside: ReadonlySet<string>;
}

/** A run of capitalised words with the connectors between them: indexes into the words, both ends inclusive. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  /** In a line whose words are capitalised anyhow. */
  readonly inHeadline: boolean;
}

export const capitalFlag = 1;
export const acronymFlag = 2;
/** One capital with a full stop after it. */
export const initialFlag = 4;
export const sentenceStartFlag = 8;
/** Nothing but white space before it (after an initial or abbreviation also its full stop). */
const joinedFlag = 16;
const possessiveFlag = 32;
const headlineFlag = 64;
/** `, ` before it. */
const commaFlag = 128;

/** A wrapped line is at least this long; a shorter one ends what it says. */
const shortestWrappedLine = 40;
/** A headline begins with a capital, and so do most of its words of four letters and more. */
const leastHeadlineShare = 0.7;
const longestHeadline = 200;
/** In words. */
const longestName = 24;

/** Reads the words of a text once. Linear. */
export function readWords({ content, lineStarts }: Text): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const flags: number[] = [];
  const lower = new Set<string>();
  const length = content.length;
  let previousEnd = 0;
  let line = 0;
  let firstOfLine = 0;
  let at = 0;
  while (at < length) {
    const start = nextWord(content, at);
    if (start >= length) break;
    at = wordEnd(content, start);
    while (line + 1 < lineStarts.length && lineStarts[line + 1]! <= start) {
      markHeadline(content, starts, ends, flags, firstOfLine, lineStarts[line + 1]!);
      firstOfLine = starts.length;
      line++;
    }
    let flag = shapeOf(content, start, at);
    const previous = starts.length - 1;
    const lineBefore = lineStarts[line]! - (lineStarts[line - 1] ?? 0);
    flag |= gapBefore({
      content,
      start: previousEnd,
      end: start,
      previousStart: starts[previous] ?? 0,
      previousFlags: flags[previous] ?? 0,
      lineBefore,
    });
    previousEnd = at;
    let end = at;
    if (end - start > 2 && /['’]s$/i.test(content.slice(end - 2, end))) {
      end -= 2;
      flag |= possessiveFlag;
    }
    if ((flag & capitalFlag) === 0) lower.add(content.slice(start, end));
    starts.push(start);
    ends.push(end);
    flags.push(flag);
  }
  markHeadline(content, starts, ends, flags, firstOfLine, length);
  const capitalInside = new Set<string>();
  for (let i = 0; i < starts.length; i++) {
    if ((flags[i]! & (capitalFlag | sentenceStartFlag | headlineFlag)) === capitalFlag) capitalInside.add(content.slice(starts[i], ends[i]));
  }
  return { content, starts, ends, flags, lower, capitalInside };
}

/** The runs of capitalised words outside `taken` (sorted, apart). Linear. */
export function findNameRuns(words: Words, taken: readonly Span[]): NameRun[] {
  const { starts, ends, flags } = words;
  const runs: NameRun[] = [];
  let nextTaken = 0;
  let first = -1;
  let last = -1;
  let hasHead = false;
  const flush = (): void => {
    if (first >= 0 && last - first < longestName) runs.push({ first, last, inHeadline: (flags[first]! & headlineFlag) !== 0 });
    first = -1;
    hasHead = false;
  };
  for (let i = 0; i < starts.length; i++) {
    const flag = flags[i]!;
    const isOpen = first >= 0;
    if ((flag & capitalFlag) === 0 && !isOpen) continue;
    const span = { start: starts[i]!, end: ends[i]! };
    while (nextTaken < taken.length && taken[nextTaken]!.end <= span.start) nextTaken++;
    const isTaken = nextTaken < taken.length && overlaps(taken[nextTaken]!, span);
    if (isTaken) {
      flush();
      continue;
    }
    const word = wordText(words, i).toLowerCase();
    if (isOpen && (flag & joinedFlag) === 0 && !isListed(words, i, hasHead)) flush();
    if ((flag & capitalFlag) === 0) {
      if (!mayGoOn(words, first, last, i, hasHead)) flush();
      continue;
    }
    if (notNames.has(word) && (flag & acronymFlag) === 0) {
      flush();
      continue;
    }
    if (first >= 0 && i - last > 1 && titles.has(word) && wordText(words, last + 1) === 'and') flush();
    if (first < 0) first = i;
    last = i;
    hasHead ||= isHeadCue(word);
    if ((flag & possessiveFlag) !== 0 && !namingPossessives.has(word)) flush();
  }
  flush();
  return runs;
}

/** A word as written. */
export function wordText(words: Words, index: number): string {
  return words.content.slice(words.starts[index], words.ends[index]);
}

/** Whether the lower-case word at `index` may stand inside the name that is open from `first` to `last`. */
function mayGoOn(words: Words, first: number, last: number, index: number, hasHead: boolean): boolean {
  const word = wordText(words, index);
  if (index - last > 1) {
    return index - last === 2 && connectorArticles.has(word) && (wordText(words, last + 1) !== 'and' || isPlain(words, index + 1));
  }
  if (word === 'of') return isHead(words, last);
  if (nameConnectors.has(word) || (hasHead && headedConnectors.has(word))) return true;
  if (acronymConnectors.has(word)) return hasHead && /^(?:\s?\(\p{Lu}{2}|\))/u.test(words.content.slice(words.ends[index + 1], (words.ends[index + 1] ?? 0) + 5));
  return word === 'and' && first === last && fieldAdjectives.has(wordText(words, first).toLowerCase());
}

/** `Asia and the Pacific`, where `the Assembly and the Council` are two. */
function isPlain(words: Words, index: number): boolean {
  const flag = words.flags[index] ?? 0;
  if ((flag & (capitalFlag | acronymFlag)) !== capitalFlag || isHead(words, index)) return false;
  const following = words.flags[index + 1] ?? 0;
  return (following & (capitalFlag | joinedFlag)) !== (capitalFlag | joinedFlag);
}

/** Bodies, events and documents are of, on and for something; places are not. */
function isHeadCue(word: string): boolean {
  const cue = typeCues.get(word);
  return cue !== undefined && cue !== 'place';
}

function isHead(words: Words, index: number): boolean {
  const word = wordText(words, index).toLowerCase();
  const singular = word.replace(/s$/, '');
  return [word, singular].some((form) => typeCues.has(form) || titles.has(form) || commonNouns.has(form));
}

/** `Covenant on Economic, Social and Cultural Rights` */
function isListed({ content, starts, ends, flags }: Words, index: number, hasHead: boolean): boolean {
  if (!hasHead || (flags[index]! & commaFlag) === 0 || (flags[index]! & capitalFlag) === 0) return false;
  return content.slice(starts[index + 1], ends[index + 1]) === 'and' && ((flags[index + 2] ?? 0) & capitalFlag) !== 0;
}

function nextWord(content: string, from: number): number {
  let at = from;
  while (at < content.length) {
    if (isWordUnit(content, at) && (unitKinds[content.charCodeAt(at)]! & ignorableUnit) === 0 && isWordAt(content, at)) return at;
    at++;
  }
  return at;
}

function wordEnd(content: string, start: number): number {
  let at = start;
  for (;;) {
    while (at < content.length && isWordUnit(content, at)) at++;
    if (at + 1 >= content.length || !isWordUnit(content, at + 1)) return at;
    const joint = content.charCodeAt(at);
    if (!isJoint(joint) && !(joint === 0x2e && isDottedLetter(content, start, at))) return at;
    at++;
  }
}

function isWordUnit(content: string, at: number): boolean {
  return at < content.length && unitFolds[content.charCodeAt(at)]! >= needsContext;
}

/** Hyphens and apostrophes. */
function isJoint(unit: number): boolean {
  return unit === 0x2d || unit === 0x27 || unit === 0x2019 || unit === 0x2010 || unit === 0x2011 || unit === 0x02bc;
}

/** `U` of `U.S.`: a letter alone, or after another full stop, with one more single letter to come. */
function isDottedLetter(content: string, start: number, stop: number): boolean {
  const isAlone = stop - 1 === start || content[stop - 2] === '.';
  return isAlone && !isWordUnit(content, stop + 2) && caseAt(content, stop + 1) === caseAt(content, stop - 1);
}

function shapeOf(content: string, start: number, end: number): number {
  if (caseAt(content, start) !== upperUnit) return 0;
  let upper = 0;
  let lower = 0;
  for (let i = start; i < end; i++) {
    const kind = unitKinds[content.charCodeAt(i)]!;
    if ((kind & upperUnit) !== 0) upper++;
    else if ((kind & lowerUnit) !== 0) lower++;
  }
  let flag = capitalFlag;
  if (upper >= 2 && (lower === 0 || (lower === 1 && content[end - 1] === 's'))) flag |= acronymFlag;
  if (end - start === 1 && content[end] === '.') flag |= initialFlag;
  return flag;
}

/** What stands between two words; `lineBefore`: the length of the line before the second word's. */
interface WordGap {
  readonly content: string;
  readonly start: number;
  readonly end: number;
  readonly previousStart: number;
  readonly previousFlags: number;
  readonly lineBefore: number;
}

function gapBefore({ content, start, end, previousStart, previousFlags, lineBefore }: WordGap): number {
  if (start === 0) return sentenceStartFlag;
  let lines = 0;
  let stops = 0;
  let marks = 0;
  let commas = 0;
  for (let i = start; i < end; i++) {
    const unit = content.charCodeAt(i);
    const kind = unitKinds[unit]!;
    if ((kind & (lineBreakUnit | paragraphUnit)) !== 0) lines += unit === 0x0a && content.charCodeAt(i - 1) === 0x0d ? 0 : 1;
    else if ((kind & (spaceUnit | ignorableUnit)) !== 0) continue;
    else if (isSentenceMark(unit)) stops++;
    else if (unit === 0x2c) commas++;
    else marks++;
  }
  const isAbbreviated = stops === 1 && content[start] === '.' && isAbbreviation(content, previousStart, start, previousFlags);
  if (isAbbreviated) stops = 0;
  const isWrapped = lines === 0 || (lines === 1 && lineBefore >= shortestWrappedLine);
  if (stops > 0 || !isWrapped || (lines > 0 && (marks > 0 || (previousFlags & headlineFlag) !== 0))) return sentenceStartFlag;
  const atLineStart = lines > 0 ? sentenceStartFlag : 0;
  if (marks > 0) return 0;
  if (commas > 0) return (commas === 1 ? commaFlag : 0) | atLineStart;
  return joinedFlag | atLineStart;
}

function isAbbreviation(content: string, start: number, end: number, flags: number): boolean {
  return (flags & initialFlag) !== 0 || abbreviations.has(content.slice(start, end).toLowerCase());
}

/** `. ! ? … :` and opening quotation marks, bullets and long dashes, after which texts put a capital. */
function isSentenceMark(unit: number): boolean {
  return '.!?…:“"„«•*—–'.includes(String.fromCharCode(unit));
}

function markHeadline(content: string, starts: number[], ends: number[], flags: number[], first: number, lineEnd: number): void {
  let long = 0;
  let capital = 0;
  for (let i = first; i < starts.length; i++) {
    if (ends[i]! - starts[i]! < 4) continue;
    long++;
    if ((flags[i]! & capitalFlag) !== 0) capital++;
  }
  const count = starts.length - first;
  if (count < 2 || long < 2 || capital / long < leastHeadlineShare || (flags[first]! & capitalFlag) === 0) return;
  if (ends.at(-1)! - starts[first]! > longestHeadline) return;
  const tail = content.slice(ends.at(-1), lineEnd).trim();
  if (/^["”’)]*[.!?]/.test(tail) || tail.endsWith(',')) return;
  for (let i = first; i < starts.length; i++) flags[i]! |= headlineFlag;
}
