import { applyTextEdits } from './caseEdit';
import type { TextEdit } from './caseEdit';

/** One of several steps: edits of the text that the step before left. */
export type EditStep = (text: string) => readonly TextEdit[];

/**
 * Several steps as edits of the first text. What a later step changes in words that an earlier one wrote goes into the earlier
 * one's edit.
 */
export function edited(text: string, steps: readonly EditStep[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ from: 0, text, kept: true }];
  let current = text;
  for (const step of steps) {
    const edits = step(current);
    current = applyTextEdits(current, edits);
    pieces = rewrite(pieces, edits);
  }
  return editsOf(pieces, text.length);
}

/** A stretch of the text of now: words of the first text from `from` on, or words that were written since. */
interface Piece {
  readonly from: number;
  readonly text: string;
  readonly kept: boolean;
}

function rewrite(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => a.span.start - b.span.start || a.order - b.order);
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  const take = (end: number, keep: boolean) => {
    while (at < end) {
      const piece = rest.pop()!;
      const length = Math.min(piece.text.length, end - at);
      if (length < piece.text.length) rest.push({ ...piece, from: piece.from + (piece.kept ? length : 0), text: piece.text.slice(length) });
      if (keep) result.push({ ...piece, text: piece.text.slice(0, length) });
      at += length;
    }
  };
  for (const { span, newText } of sorted) {
    take(span.start, true);
    if (newText !== '') result.push({ from: -1, text: newText, kept: false });
    take(span.end, false);
  }
  return [...result, ...rest.reverse()];
}

function editsOf(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of [...pieces, { from: length, text: '', kept: true }]) {
    if (!piece.kept) {
      newText += piece.text;
      continue;
    }
    if (piece.from > at || newText !== '') edits.push({ span: { start: at, end: piece.from }, newText });
    at = piece.from + piece.text.length;
    newText = '';
  }
  return edits;
}
