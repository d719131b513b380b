import type { Span } from '../text/text';
import type { Language } from './languages/language';

/** A run of marks is tried from its beginning alone: linear. */
const boundary = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)|\r\n?|\n/gu;
const startsSmall = /\p{Ll}/u;
const isItem = /(?:[-–—•*·]|\d{1,3}[.)])(?:\s|$)/y;
const nextLetters = /["'“”‘’«([]*(\p{L}*)/uy;
const lettersBefore = /\p{L}[\p{L}'’]{0,11}$/u;

/** Lines shorter than this before a line that begins with a capital stand by themselves: headings, captions, bylines. */
const shortLine = 50;

/**
 * Sentences, headings and list items of `content`, without the white space around them, in order. A blank line always ends
 * one; a single line break does so after a short line in which no sentence goes on, and before an item. Linear.
 */
export function splitSentences(content: string, language: Language): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let lineStart = 0;
  const close = (end: number): void => {
    const span = trimmed(content, start, end);
    if (span.start < span.end) spans.push(span);
    start = end;
  };
  for (const { 0: text, index } of content.matchAll(boundary)) {
    const after = index + text.length;
    const isBreak = text === '\n' || text.charAt(0) === '\r';
    if (isBreak) {
      if (endsAtBreak(content, start, lineStart, index, after)) close(after);
      lineStart = after;
    } else if (endsAtMark(content, start, index, after, language)) close(after);
  }
  close(content.length);
  return spans;
}

function endsAtBreak(content: string, start: number, lineStart: number, index: number, after: number): boolean {
  const line = trimmed(content, lineStart, index);
  if (line.start === line.end) return true;
  const next = skipBlanks(content, after);
  const first = content.charAt(next);
  if (first === '' || first === '\n' || first === '\r') return true;
  isItem.lastIndex = next;
  if (isItem.test(content)) return true;
  const goesOn = skipSpace(content, start, line.start) < line.start && start < lineStart;
  return !goesOn && line.end - line.start < shortLine && !startsSmall.test(first) && content.charAt(line.end - 1) !== ',';
}

function endsAtMark(content: string, start: number, index: number, after: number, { sentences }: Language): boolean {
  const mark = content.charAt(index);
  const next = skipSpace(content, after);
  if (next === content.length) return true;
  nextLetters.lastIndex = next;
  const word = nextLetters.exec(content)?.[1] ?? '';
  const isSmall = startsSmall.test(word.charAt(0));
  if (mark !== '.' || after > index + 1) return !isSmall;
  if (isSmall) return false;
  const before = lettersBefore.exec(content.slice(Math.max(start, index - 12), index))?.[0] ?? '';
  const isInitial = before.length === 1 && before !== before.toLowerCase();
  const isInner = before.length === 1 && content.charAt(index - 2) === '.';
  if (!isInitial && !isInner && !sentences.abbreviations.has(before.toLowerCase())) return !isListNumber(content, start, index);
  return sentences.starters.has(word.toLowerCase());
}

function isListNumber(content: string, start: number, index: number): boolean {
  return index - start < 6 && /^\s*\d{1,3}$/.test(content.slice(start, index));
}

function skipBlanks(content: string, from: number): number {
  let at = from;
  while (content.charAt(at) === ' ' || content.charAt(at) === '\t') at++;
  return at;
}

function skipSpace(content: string, from: number, to = content.length): number {
  let at = from;
  while (at < to && isSpace(content, at)) at++;
  return at;
}

function trimmed(content: string, from: number, to: number): Span {
  const start = skipSpace(content, from, to);
  let end = to;
  while (end > start && isSpace(content, end - 1)) end--;
  return { start, end };
}

function isSpace(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  return code <= 32 || code === 0xa0 || code === 0xfeff || (code > 0x2000 && /\s/.test(content.charAt(at)));
}
