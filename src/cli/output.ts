import type { CaseModel } from '../core/caseModel';
import type { Span } from '../core/text/text';
import { positionAt } from '../core/text/text';

/** Writes one JSON object of the contract: its version and its lists, an item a line, so that no result is too large for one string. */
export function writeJson(out: (words: string) => void, lists: Readonly<Record<string, Iterable<unknown>>>): void {
  out('{\n  "version": 1');
  for (const [name, items] of Object.entries(lists)) {
    out(`,\n  ${JSON.stringify(name)}: [`);
    let before = '\n    ';
    for (const item of items) {
      out(`${before}${JSON.stringify(item)}`);
      before = ',\n    ';
    }
    out(before === '\n    ' ? ']' : '\n  ]');
  }
  out('\n}\n');
}

/**
 * Text of a case as one line on a terminal: line breaks become spaces, control characters and those that turn the direction of text
 * are shown as `\u001b`, so that no text can pass for another or command the terminal.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\t-\r\u2028\u2029]\s*/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `line:column` from 1, columns in UTF-16 units; `1:1` for files that cannot be read. */
export function lineAndColumn(model: CaseModel, file: string, span: Span): { readonly line: number; readonly column: number } {
  const text = model.text(file);
  if (!text) return { line: 1, column: 1 };
  const { line, character } = positionAt(text, span.start);
  return { line: line + 1, column: character + 1 };
}

/** `file:line:column`, as editors and terminals link it. */
export function placeWords(model: CaseModel, file: string, span: Span): string {
  const { line, column } = lineAndColumn(model, file, span);
  return `${file}:${line}:${column}`;
}

export const formatOption = { values: ['text', 'json'] } as const;
export const sourceOption = { takes: 'FILE', repeats: true } as const;
