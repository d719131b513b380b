/** Where the line of `at` begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after the one that ends at `at` or holds it begins; the end of the text when there is none. */
export function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Where the visible part of the line that holds `at` may end: before its newline. */
export function lineBreak(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end - (/\r?\n$/.exec(text.slice(Math.max(at, end - 2), end))?.[0].length ?? 0);
}

/** The column of `at`. */
export function columnAt(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Whether nothing but white space stands before `at` on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** The end of the comment lines from `at` (a line's start) on that are indented more deeply than `column`, blank lines between them included. */
export function deeperComments(text: string, at: number, column: number): number {
  let end = at;
  for (;;) {
    const line = blanksBelow(text, end);
    const comment = commentColumn(text, line);
    if (comment === null || comment <= column) return end;
    end = nextLine(text, line);
  }
}

/** The start of the comment lines directly above `at` (a line's start), none of them before `floor`. */
export function commentsAbove(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || commentColumn(text, above) === null) return start;
    start = above;
  }
  return start;
}

/** Whether the line that begins at `at` is blank; false at the end of the text. */
export function isBlankLine(text: string, at: number): boolean {
  return at < text.length && text.slice(at, nextLine(text, at)).trim() === '';
}

/** The end of the blank lines from `at` (a line's start) on. */
export function blanksBelow(text: string, at: number): number {
  let end = at;
  while (isBlankLine(text, end)) end = nextLine(text, end);
  return end;
}

/** The start of the blank lines directly above `at` (a line's start), none of them before `floor`. */
export function blanksAbove(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || !isBlankLine(text, above)) return start;
    start = above;
  }
  return start;
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** The column of the `#` of a line that is a comment alone. */
function commentColumn(text: string, at: number): number | null {
  let column = 0;
  while (text[at + column] === ' ' || text[at + column] === '\t') column++;
  return text[at + column] === '#' ? column : null;
}
