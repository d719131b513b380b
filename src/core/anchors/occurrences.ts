import type { QuoteSelector } from '../case/entries';
import { foldQuote } from './anchorIndex';

/** A selector, folded; prefix and suffix without the white space that faces away from the quote, null where not given. */
export interface FoldedSelector {
  readonly quote: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

/** An exact place of a quote in a folded text, and whether all context that the selector gives holds there. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly inContext: boolean;
}

/** Folds `selector`; context of nothing but white space counts as not given. */
export function foldSelector(selector: QuoteSelector): FoldedSelector {
  return {
    quote: foldQuote(selector.quote).trim(),
    prefix: nonBlank(foldQuote(selector.prefix ?? '').trimStart()),
    suffix: nonBlank(foldQuote(selector.suffix ?? '').trimEnd()),
  };
}

/**
 * The exact places of the quote on word boundaries, in order; with `limit`, at most that many in context and as many out of it.
 * `UN` is not in `UNESCO`. A boundary may be missing where the context itself
 * goes on with the same word. A quote of several words that stands on no boundary anywhere is also found glued to its
 * neighbour by a change from lower to upper case (`imagesSix weeks later`), as web pages leave it.
 */
export function findOccurrences(folded: string, selector: FoldedSelector, limit = Infinity): Occurrence[] {
  const { quote, prefix, suffix } = selector;
  const found: Occurrence[] = [];
  const glued: Occurrence[] = [];
  if (quote === '') return found;
  const severalWords = quote.includes(' ');
  let inside = 0;
  let outside = 0;
  for (let start = folded.indexOf(quote); start >= 0; start = folded.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    const prefixHolds = prefix === null || endsWithContext(folded, start, prefix);
    const suffixHolds = suffix === null || startsWithContext(folded, end, suffix);
    const inContext = prefixHolds && suffixHolds;
    if (!inContext && outside >= limit) continue;
    const startFits = !cutsWord(folded, start) || (prefix !== null && prefixHolds && !prefix.endsWith(' '));
    const endFits = !cutsWord(folded, end) || (suffix !== null && suffixHolds && !suffix.startsWith(' '));
    if (startFits && endFits) {
      found.push({ start, end, inContext });
      if (inContext) inside++;
      else outside++;
      if (inside >= limit) break;
    } else if (severalWords && (startFits || isGlue(folded, start)) && (endFits || isGlue(folded, end))) {
      glued.push({ start, end, inContext });
      if (glued.length >= limit) break;
    }
  }
  return found.length > 0 ? found : glued;
}

/** Whether `offset` stands between two characters of one word, or before a combining mark. */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const next = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (/\p{M}/u.test(next) || isLowSurrogate(text.charCodeAt(offset))) return true;
  if (!wordCharacter.test(next) || unspacedScript.test(next)) return false;
  const previous = characterBefore(text, offset);
  return (wordCharacter.test(previous) || /\p{M}/u.test(previous)) && !unspacedScript.test(previous);
}

const wordCharacter = /[\p{L}\p{N}_]/u;
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function characterBefore(text: string, offset: number): string {
  const start = isLowSurrogate(text.charCodeAt(offset - 1)) && offset > 1 ? offset - 2 : offset - 1;
  return text.slice(start, offset);
}

function isGlue(text: string, offset: number): boolean {
  return /\p{Ll}/u.test(characterBefore(text, offset)) && /^\p{Lu}/u.test(text.slice(offset, offset + 2));
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function endsWithContext(folded: string, start: number, prefix: string): boolean {
  if (folded.endsWith(prefix, start)) return true;
  const bare = prefix.trimEnd();
  return folded.endsWith(bare, folded[start - 1] === ' ' ? start - 1 : start);
}

function startsWithContext(folded: string, end: number, suffix: string): boolean {
  if (folded.startsWith(suffix, end)) return true;
  const bare = suffix.trimStart();
  return folded.startsWith(bare, folded[end] === ' ' ? end + 1 : end);
}

function nonBlank(context: string): string | null {
  return context.trim() === '' ? null : context;
}
