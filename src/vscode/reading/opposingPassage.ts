import * as vscode from 'vscode';
import { opposingPlace } from '../../core/features/claimCard';
import { casePlace } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import { openPlace } from '../case/openPlace';

interface Origin {
  readonly uri: vscode.Uri;
  readonly selection: vscode.Selection;
  readonly viewColumn: vscode.ViewColumn | undefined;
}

/**
 * The command that opens the opposing passage of the claim under the cursor beside it; run where it led to, it goes back to
 * the very selection that it came from.
 */
export function createOpposingPassage(cases: Cases): () => Promise<void> {
  let origin: Origin | undefined;
  let arrival: { readonly uri: string; readonly line: number } | undefined;

  return async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const isBack = arrival?.uri === document.uri.toString() && arrival.line === selection.start.line;
    if (origin && isBack) {
      const { uri, selection: back, viewColumn } = origin;
      origin = arrival = undefined;
      await vscode.window.showTextDocument(uri, { selection: back, ...(viewColumn ? { viewColumn } : {}) });
      return;
    }
    const owner = cases.of(document.uri);
    const place = owner && casePlace(owner.openCase, document, selection.active);
    const opposing = place && opposingPlace(owner.openCase.model, place.path, place.offset);
    if (!opposing) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No other source says anything about this passage.'), 4000);
      return;
    }
    const from: Origin = { uri: document.uri, selection, viewColumn: editor.viewColumn };
    const opened = await openPlace(owner.openCase, opposing.file, opposing.span, { viewColumn: besideOf(editor) });
    if (!opened) return;
    origin = from;
    arrival = { uri: opened.document.uri.toString(), line: opened.selection.start.line };
  };
}

/** The other column when the window is split already, else a new one beside. */
function besideOf(editor: vscode.TextEditor): vscode.ViewColumn {
  const other = vscode.window.visibleTextEditors.find(
    (candidate) => candidate.viewColumn !== undefined && candidate.viewColumn !== editor.viewColumn,
  );
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}
