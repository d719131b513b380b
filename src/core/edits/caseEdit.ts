import type { Span } from '../text/text';

/** A replacement in one file; an insertion has an empty span. Spans count in the text as the case model has it now. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What changes in one file of the case. Edits do not overlap; several insertions at one place stand in the order given. */
export type FileEdit =
  | { readonly kind: 'change'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

/** One undoable edit of a case. `label` says what it does, as an undo entry or a refactor preview would. */
export interface CaseEdit {
  readonly label: string;
  readonly files: readonly FileEdit[];
}

/** What someone asked for: an edit, or why it cannot be made, in words a person can act on. */
export type Plan = { readonly edit: CaseEdit } | { readonly refused: string };

/** `text` with edits made. Throws when edits overlap or leave the text. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => a.span.start - b.span.start || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit [${span.start}, ${span.end}) overlaps another one or leaves the text`);
    }
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
