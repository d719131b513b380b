import { applyTextEdits } from './caseEdit';
import type { TextEdit } from './caseEdit';

/** A text that edits were made in, and the edits that take them back. */
export interface InvertedEdits {
  /** The text with the edits made. */
  readonly after: string;
  /** Their spans count in `after`; made there, they give the first text again. */
  readonly inverse: readonly TextEdit[];
}

/** What takes `edits` of `text` back. Throws as `applyTextEdits` does. */
export function invertEdits(text: string, edits: readonly TextEdit[]): InvertedEdits {
  const after = applyTextEdits(text, edits);
  const inverse: TextEdit[] = [];
  let grown = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = span.start + grown;
    inverse.push({ span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) });
    grown += newText.length - (span.end - span.start);
  }
  return { after, inverse };
}
