import * as vscode from 'vscode';
import type { Span } from '../../core/text/text';
import type { OpenCase } from './openCase';

/** Opens a place of a case in an editor, selected and in the middle of the view. Undefined when the file is gone. */
export async function openPlace(
  openCase: OpenCase,
  file: string,
  span: Span,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextEditor | undefined> {
  const location = openCase.location(file, span);
  if (!location) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} is no longer in this case.', file));
    return undefined;
  }
  const editor = await vscode.window.showTextDocument(location.uri, { selection: location.range, ...options });
  editor.revealRange(location.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
