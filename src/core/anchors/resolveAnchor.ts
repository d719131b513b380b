import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import type { QuoteSelector } from '../case/entries';
import type { Span } from '../text/text';
import type { Anchor, AnchorChoice } from './anchor';
import { foldedOffset, rawSpan } from './anchorIndex';
import type { AnchorIndex } from './anchorIndex';
import { cutsWord, findOccurrences, foldSelector } from './occurrences';
import type { FoldedSelector, Occurrence } from './occurrences';
import { similarWindows } from './similarPassages';

/** What a fuzzy place must score at least, and how far the runner-up must be behind; measured, see docs/anchors.md. */
export const scoreFloor = 0.8;
export const scoreMargin = 0.1;

/** An ambiguous anchor tells at most this many choices; that many means "or more". */
export const mostChoices = 100;

/** Quotes that are shorter (folded) are found exactly or not at all; of longer ones than the second only their beginning is compared. */
const shortestFuzzyQuote = 8;
const longestFuzzyQuote = 2000;

/**
 * The place of `selector` in the indexed text (DESIGN §2, docs/anchors.md): exact and unique → exact and unique in context → fuzzy
 * with a score of at least `scoreFloor`, the same numbers, and `scoreMargin` ahead of the runner-up → ambiguous or lost with
 * choices, best first. Exact places cost one search of the text, others one more pass and a bounded comparison.
 */
export function resolveAnchor(index: AnchorIndex, selector: QuoteSelector): Anchor {
  const key = [selector.quote, selector.prefix ?? '', selector.suffix ?? ''].join('\u0000');
  const known = index.resolved.get(key);
  if (known) return known;
  const anchor = findAnchor(index, selector);
  index.resolved.set(key, anchor);
  return anchor;
}

function findAnchor(index: AnchorIndex, selector: QuoteSelector): Anchor {
  const folded = foldSelector(selector);
  if (folded.quote === '') return { state: 'lost', choices: [] };
  const occurrences = findOccurrences(index.folded, folded, mostChoices + 1);
  const inContext = occurrences.filter((place) => place.inContext);
  const only = inContext.length === 1 ? inContext[0] : undefined;
  if (only) return { state: 'exact', span: rawSpan(index, only.start, only.end) };
  if (inContext.length > 1) return { state: 'ambiguous', choices: equalChoices(index, inContext) };
  if (occurrences.length > mostChoices) return { state: 'ambiguous', choices: equalChoices(index, occurrences) };
  return decide(index, rankCandidates(index.folded, folded, occurrences), occurrences.length);
}

/** Every exact place of `selector` (its context, where given, holds at each), in the text's order. For `every: true`. */
export function findEvery(index: AnchorIndex, selector: QuoteSelector): Span[] {
  const spans: Span[] = [];
  for (const place of findOccurrences(index.folded, foldSelector(selector))) {
    const span = rawSpan(index, place.start, place.end);
    if (place.inContext && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

/**
 * A selector that resolves to `span` (without white space at its ends) exactly: prefix and suffix, in whole words, only where the
 * quote alone is not unique. Where not even long context tells the places apart, the longest is given.
 */
export function selectorFor(index: AnchorIndex, span: Span): QuoteSelector {
  const text = index.folded;
  let start = foldedOffset(index, span.start);
  let end = Math.max(start, foldedOffset(index, span.end));
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  const raw = rawSpan(index, start, end);
  const quote = index.text.content.slice(raw.start, raw.end).replace(/\s+/g, ' ');
  let widest: QuoteSelector = { quote };
  if (isExactAt(index, widest, raw)) return widest;
  for (const words of [1, 2, 3, 5, 8, 13, 21]) {
    const prefix = wordsBefore(text, start, words);
    const suffix = wordsAfter(text, end, words);
    widest = { quote, ...(prefix && { prefix }), ...(suffix && { suffix }) };
    for (const candidate of [{ quote, prefix }, { quote, suffix }]) {
      if ((candidate.prefix ?? candidate.suffix) && isExactAt(index, candidate, raw)) return candidate;
    }
    if (isExactAt(index, widest, raw)) return widest;
  }
  return widest;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** Likeness of quote and context apart; context is 1 where none is given. */
  readonly quoteScore: number;
  readonly contextScore: number;
  readonly sameNumbers: boolean;
}

const windowsCompared = 12;
const contextLength = 32;
const contextWeight = 8;
const leastChoiceScore = 0.5;
const leastContextLead = 0.3;
const mostLostChoices = 5;

function decide(index: AnchorIndex, candidates: readonly Candidate[], exactPlaces: number): Anchor {
  const choices = candidates.slice(0, mostLostChoices).map((candidate) => choiceOf(index, candidate));
  const [best, second] = candidates;
  if (!best || best.score < scoreFloor || best.quoteScore < scoreFloor || !best.sameNumbers) {
    return { state: exactPlaces > 1 ? 'ambiguous' : 'lost', choices };
  }
  if (second && !isClearlyAhead(best, second)) return { state: 'ambiguous', choices };
  return { state: 'fuzzy', span: rawSpan(index, best.start, best.end), score: best.score };
}

function isClearlyAhead(best: Candidate, second: Candidate): boolean {
  if (best.score - second.score >= scoreMargin) return true;
  return best.quoteScore === second.quoteScore && best.contextScore - second.contextScore >= leastContextLead;
}

function rankCandidates(text: string, selector: FoldedSelector, occurrences: readonly Occurrence[]): Candidate[] {
  const candidates = occurrences.map(({ start, end }) => rate(text, selector, start, end));
  for (const { start, end } of similarPlaces(text, selector)) candidates.push(rate(text, selector, start, end));
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const apart: Candidate[] = [];
  for (const candidate of candidates) {
    if (apart.length > mostChoices) break;
    const isNear = candidate.quoteScore === 1 || candidate.score >= leastChoiceScore;
    if (isNear && !apart.some((other) => candidate.start < other.end && other.start < candidate.end)) apart.push(candidate);
  }
  return apart;
}

function similarPlaces(text: string, { quote, prefix, suffix }: FoldedSelector): { start: number; end: number }[] {
  const pattern = quote.slice(0, longestFuzzyQuote);
  const before = (prefix ?? '').slice(-contextLength);
  const after = (suffix ?? '').slice(0, contextLength);
  const places: { start: number; end: number }[] = [];
  const mostErrors = Math.floor(pattern.length * (1 - leastChoiceScore));
  for (const window of similarWindows(text, before + pattern + after, windowsCompared)) {
    const from = Math.max(0, window.start - mostErrors);
    const expected = window.start + before.length - from;
    const matches = search(text.slice(from, window.end + mostErrors), pattern, mostErrors);
    let nearest = matches[0];
    for (const match of matches) {
      if (Math.abs(match.start - expected) < Math.abs(nearest!.start - expected)) nearest = match;
    }
    if (nearest) places.push(snapToWords(text, pattern, from + nearest.start, from + nearest.end));
  }
  return places;
}

function snapToWords(text: string, quote: string, start: number, end: number): { start: number; end: number } {
  const starts = cutsWord(text, start) ? [wordEdge(text, start, -1), wordEdge(text, start, 1)] : [start];
  const ends = cutsWord(text, end) ? [wordEdge(text, end, -1), wordEdge(text, end, 1)] : [end];
  let best = { start, end };
  let fewest = Infinity;
  for (const from of starts) {
    for (const to of ends) {
      if (from >= to) continue;
      const errors = distance(quote, text.slice(from, to));
      if (errors >= fewest) continue;
      fewest = errors;
      best = { start: from, end: to };
    }
  }
  while (best.start < best.end - 1 && text[best.start] === ' ') best.start++;
  while (best.end > best.start + 1 && text[best.end - 1] === ' ') best.end--;
  return best;
}

function wordEdge(text: string, offset: number, step: 1 | -1): number {
  let edge = offset;
  for (let moved = 0; moved < longestWord && cutsWord(text, edge); moved++) edge += step;
  return edge;
}

const longestWord = 64;

function rate(text: string, selector: FoldedSelector, start: number, end: number): Candidate {
  const quote = selector.quote.slice(0, longestFuzzyQuote);
  const whole = quote.length === selector.quote.length;
  const found = text.slice(start, Math.min(end, start + 2 * longestFuzzyQuote));
  const errors = found === quote ? 0 : distance(quote, found);
  const quoteScore = 1 - errors / Math.max(quote.length, found.length);
  const fuzzyAllowed = whole && quote.length >= shortestFuzzyQuote;
  const before = selector.prefix?.slice(-contextLength);
  const after = selector.suffix?.slice(0, contextLength);
  const given = (before?.length ?? 0) + (after?.length ?? 0);
  let contextScore = 1;
  if (given > 0) {
    const missed =
      (before === undefined ? 0 : distance(before, text.slice(Math.max(0, start - before.length), start))) +
      (after === undefined ? 0 : distance(after, text.slice(end, end + after.length)));
    contextScore = Math.max(0, 1 - missed / given);
  }
  const weight = Math.min(given, contextWeight);
  return {
    start,
    end,
    score: (quoteScore * quote.length + contextScore * weight) / (quote.length + weight),
    quoteScore: errors > 0 && !fuzzyAllowed ? Math.min(quoteScore, leastChoiceScore) : quoteScore,
    contextScore,
    sameNumbers: errors === 0 || numbersIn(quote) === numbersIn(found),
  };
}

function numbersIn(text: string): string {
  return (text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? []).join(' ');
}

function equalChoices(index: AnchorIndex, places: readonly Occurrence[]): AnchorChoice[] {
  return places.slice(0, mostChoices).map(({ start, end }) => ({ span: rawSpan(index, start, end), score: 1 }));
}

function choiceOf(index: AnchorIndex, { start, end, score }: Candidate): AnchorChoice {
  return { span: rawSpan(index, start, end), score };
}

function isExactAt(index: AnchorIndex, selector: QuoteSelector, span: Span): boolean {
  const folded = foldSelector(selector);
  const inContext = findOccurrences(index.folded, folded, 2).filter((place) => place.inContext);
  const place = inContext.length === 1 ? inContext[0] : undefined;
  if (!place) return false;
  const found = rawSpan(index, place.start, place.end);
  return found.start === span.start && found.end === span.end;
}

function wordsBefore(text: string, offset: number, count: number): string {
  let start = offset;
  for (let words = 0; words < count && start > 0; words++) {
    const space = text.lastIndexOf(' ', start - 2);
    start = space < 0 ? 0 : space + 1;
  }
  return text.slice(Math.max(start, offset - longestContext), offset);
}

function wordsAfter(text: string, offset: number, count: number): string {
  let end = offset;
  for (let words = 0; words < count && end < text.length; words++) {
    const space = text.indexOf(' ', end + 1);
    end = space < 0 ? text.length : space;
  }
  return text.slice(offset, Math.min(end, offset + longestContext));
}

const longestContext = 200;
