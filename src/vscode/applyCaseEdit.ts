import * as vscode from 'vscode';
import type { CaseEdit, FileEdit } from '../core/edits/caseEdit';
import type { OpenCase } from './openCase';
import { toRange } from './positions';

export interface ApplyOptions {
  /** Shows VS Code's refactor preview first. */
  readonly preview?: boolean;
}

/**
 * Makes an edit that was planned on the case as the model has it, as one undoable step, and saves the files that had no unsaved
 * changes before. False, with a message and nothing written, when a file changed since, cannot be written, or the person declined.
 */
export async function applyCaseEdit(openCase: OpenCase, edit: CaseEdit, options: ApplyOptions = {}): Promise<boolean> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  const metadata = options.preview ? { needsConfirmation: true, label: edit.label } : undefined;
  const saved: vscode.Uri[] = [];
  for (const file of edit.files) {
    const uri = openCase.uriOf(file.path);
    if (file.kind === 'create') {
      const contents = new TextEncoder().encode(file.text);
      if (await exists(uri)) return refuse(vscode.l10n.t('{0} exists already; nothing was changed. Try again.', file.path));
      workspaceEdit.createFile(uri, { contents }, metadata);
      continue;
    }
    const document = await openForEdit(openCase, file);
    if (!document) return false;
    if (!document.isDirty) saved.push(uri);
    const text = openCase.model.text(file.path)!;
    for (const { span, newText } of file.edits) workspaceEdit.replace(uri, toRange(text, span), newText, metadata);
  }
  if (!(await vscode.workspace.applyEdit(workspaceEdit))) {
    if (!options.preview) void refuse(vscode.l10n.t('VS Code did not accept the change “{0}”; nothing was changed.', edit.label));
    return false;
  }
  const unsaved: string[] = [];
  for (const uri of saved) {
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
    if (document?.isDirty && !(await document.save())) unsaved.push(vscode.workspace.asRelativePath(uri));
  }
  if (unsaved.length > 0) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Changed, but not saved: {0}', unsaved.join(', ')));
  }
  return true;
}

/** The document of a file, when it is what the edit was planned on and can be written. */
async function openForEdit(openCase: OpenCase, file: FileEdit): Promise<vscode.TextDocument | undefined> {
  const { path } = file;
  const uri = openCase.uriOf(path);
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || permissions === vscode.FilePermission.Readonly) {
      return void refuse(vscode.l10n.t('{0} is read-only; nothing was changed.', path));
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const planned = openCase.model.text(path)?.content;
    if (planned !== undefined && sameText(document.getText(), planned)) return document;
    return void refuse(vscode.l10n.t('{0} has changed in the meantime; nothing was changed. Try again.', path));
  } catch {
    return void refuse(vscode.l10n.t('{0} cannot be opened; nothing was changed.', path));
  }
}

/** VS Code unifies newlines in its buffer. */
function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function refuse(message: string): false {
  void vscode.window.showErrorMessage(message);
  return false;
}
