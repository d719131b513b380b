import type { CaseModel } from '../core/caseModel';
import type { Span } from '../core/text/text';
import { positionAt } from '../core/text/text';

/** One JSON object of the contract, with its version, and a newline. */
export function jsonText(content: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ version: 1, ...content }, null, 2)}\n`;
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
