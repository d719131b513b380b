import * as vscode from 'vscode';
import type { Span, Text } from '../../core/text/text';
import { offsetAt, positionAt } from '../../core/text/text';

/** A span of `text` as an editor range. Editor and core share line and character, never offsets (DESIGN §2). */
export function toRange(text: Text, span: Span): vscode.Range {
  const start = positionAt(text, span.start);
  const end = positionAt(text, span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** An editor position as an offset into `text`. */
export function toOffset(text: Text, position: vscode.Position): number {
  return offsetAt(text, position);
}
