import type { Span, Text } from '../text/text';
import type { Anchor } from './anchor';

/** A text made ready for anchors; see `createAnchorIndex`. Offsets into `folded` go back to the text by `rawSpan`. */
export interface AnchorIndex {
  readonly text: Text;
  readonly folded: string;
  /** Where, in `folded` and in the text, a run begins; runs of unequal length are units that folding changed. */
  readonly foldedStarts: Int32Array;
  readonly rawStarts: Int32Array;
  /** Anchors that were resolved before, by selector: quotes are asked for again whenever the registry changes. */
  readonly resolved: Map<string, Anchor>;
}

/**
 * Folds `text` once, so that any number of selectors can be resolved in it (DESIGN §2: through white space and composition;
 * also quotation marks, dashes, ellipses and invisible characters). Linear; keep it as long as the text.
 */
export function createAnchorIndex(text: Text): AnchorIndex {
  const { folded, foldedStarts, rawStarts } = fold(text.content);
  return { text, folded, foldedStarts: Int32Array.from(foldedStarts), rawStarts: Int32Array.from(rawStarts), resolved: new Map() };
}

/** The folding of the index, for a quote or a piece of context; white space at its ends stays, as one space. */
export function foldQuote(quote: string): string {
  return fold(quote).folded;
}

/** The text's span behind `folded.slice(start, end)`; a unit that folding changed belongs to the span as a whole. */
export function rawSpan(index: AnchorIndex, start: number, end: number): Span {
  if (end <= start) {
    const at = rawStart(index, start);
    return { start: at, end: at };
  }
  return { start: rawStart(index, start), end: rawEnd(index, end) };
}

/** The first offset of `folded` whose text is at or after the text's `offset`. */
export function foldedOffset(index: AnchorIndex, offset: number): number {
  const run = lastAtMost(index.rawStarts, offset);
  const start = index.foldedStarts[run] ?? 0;
  const length = (index.foldedStarts[run + 1] ?? index.folded.length) - start;
  return start + Math.min(offset - (index.rawStarts[run] ?? 0), length);
}

interface Folding {
  readonly folded: string;
  readonly foldedStarts: readonly number[];
  readonly rawStarts: readonly number[];
}

const invisible = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff';
const space = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const blank = `[${space}${invisible}]`;
const changedLength = `[${space.replace(' ', '')}${invisible}]${blank}*| ${blank}+|\\u2026`;
/** Characters that NFC changes by themselves, in ranges that hold some more. */
const decomposable =
  '[\\u0340-\\u0387\\u0958-\\u095f\\u09dc-\\u09df\\u0a33-\\u0a5e\\u0b5c\\u0b5d\\u0f43-\\u0fb9\\u1f71-\\u1fff\\u2126\\u212a\\u212b' +
  '\\u2329\\u232a\\u2adc\\uf900-\\ufaff\\ufb1d-\\ufb4e\\u{1d15e}-\\u{1d1c0}\\u{2f800}-\\u{2fa1f}]';
const composing = `[\\u1100-\\u115f][\\u1160-\\u11a7]?[\\u11a8-\\u11ff]?|[\\uac00-\\ud7a3][\\u11a8-\\u11ff]|\\P{M}\\p{M}+|${decomposable}\\p{M}*`;
const unitPattern = new RegExp(changedLength, 'g');
const composingUnitPattern = new RegExp(`${changedLength}|${composing}`, 'gu');
const blankUnit = new RegExp(`^${blank}+$`);
const visibleSpace = new RegExp(`[${space}]`);
const apostrophe = /[\u2018-\u201b\u2032\u02b9\u02bc\u0060\u00b4\u2039\u203a\uff07]/g;
const quotationMark = /[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/g;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

function fold(content: string): Folding {
  const composed = content.normalize('NFC') === content;
  const signs = content.replace(apostrophe, "'").replace(quotationMark, '"').replace(dash, '-').replace(/\u00a0/g, ' ');
  const pieces: string[] = [];
  const foldedStarts = [0];
  const rawStarts = [0];
  let from = 0;
  let length = 0;
  for (const match of signs.matchAll(composed ? unitPattern : composingUnitPattern)) {
    const unit = match[0];
    const replacement = foldUnit(unit);
    if (replacement === unit) continue;
    const piece = signs.slice(from, match.index);
    pieces.push(piece, replacement);
    length += piece.length;
    from = match.index + unit.length;
    if (replacement.length !== unit.length) {
      foldedStarts.push(length, length + replacement.length);
      rawStarts.push(match.index, from);
    }
    length += replacement.length;
  }
  pieces.push(signs.slice(from));
  return { folded: pieces.join(''), foldedStarts, rawStarts };
}

function foldUnit(unit: string): string {
  if (unit === '\u2026') return '...';
  if (blankUnit.test(unit)) return visibleSpace.test(unit) ? ' ' : '';
  return unit.normalize('NFC');
}

function rawStart(index: AnchorIndex, offset: number): number {
  const run = lastAtMost(index.foldedStarts, offset);
  const start = index.rawStarts[run] ?? 0;
  return isChanged(index, run) ? start : start + offset - (index.foldedStarts[run] ?? 0);
}

function rawEnd(index: AnchorIndex, offset: number): number {
  const run = lastAtMost(index.foldedStarts, offset - 1);
  if (isChanged(index, run)) return index.rawStarts[run + 1] ?? index.text.content.length;
  return (index.rawStarts[run] ?? 0) + offset - (index.foldedStarts[run] ?? 0);
}

function isChanged(index: AnchorIndex, run: number): boolean {
  const foldedLength = (index.foldedStarts[run + 1] ?? index.folded.length) - (index.foldedStarts[run] ?? 0);
  return foldedLength !== (index.rawStarts[run + 1] ?? index.text.content.length) - (index.rawStarts[run] ?? 0);
}

function lastAtMost(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
