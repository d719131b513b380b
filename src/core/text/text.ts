/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: line and UTF-16 character, both from 0. Lines end at `\r\n`, `\n` or `\r`, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Decoded text (without its BOM, newlines as they are) with the offsets at which its lines start. */
export interface Text {
  readonly content: string;
  readonly lineStarts: readonly number[];
}

/** Indexes the lines of `content`. Linear. */
export function createText(content: string): Text {
  const lineStarts = [0];
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 10 || (code === 13 && content.charCodeAt(i + 1) !== 10)) lineStarts.push(i + 1);
  }
  return { content, lineStarts };
}

/** The position of `offset`, clamped to the text; logarithmic in the number of lines. */
export function positionAt(text: Text, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, text.content.length));
  let low = 0;
  let high = text.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.lineStarts[middle] ?? 0) <= clamped) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: clamped - (text.lineStarts[low] ?? 0) };
}

/** The offset of `position`; a character past the line's end counts as the end of its visible text. */
export function offsetAt(text: Text, position: Position): number {
  const start = text.lineStarts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : text.content.length;
  let end = text.lineStarts[position.line + 1] ?? text.content.length;
  while (end > start && isNewline(text.content.charCodeAt(end - 1))) end--;
  return Math.max(start, Math.min(start + position.character, end));
}

/** Whether two half-open spans share a code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isNewline(code: number): boolean {
  return code === 10 || code === 13;
}
