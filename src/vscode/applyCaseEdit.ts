import * as vscode from 'vscode';
import type { CaseEdit, FileEdit } from '../core/edits/caseEdit';
import type { OpenCase } from './openCase';
import { toRange } from './positions';

export interface ApplyOptions {
  /** Shows VS Code's refactor preview first. */
  readonly preview?: boolean;
}

/** An edit ready for VS Code, and the files that had no unsaved changes before it. */
export interface PreparedEdit {
  readonly edit: vscode.WorkspaceEdit;
  readonly saved: readonly vscode.Uri[];
}

/**
 * Makes an edit that was planned on the case as the model has it, as one undoable step, and saves the files that had no unsaved
 * changes before. False, with a message and nothing written, when a file changed since, cannot be written, or the person declined.
 */
export async function applyCaseEdit(openCase: OpenCase, edit: CaseEdit, options: ApplyOptions = {}): Promise<boolean> {
  const prepared = await prepareCaseEdit(openCase, edit.files, options.preview ? { needsConfirmation: true, label: edit.label } : undefined);
  if ('refused' in prepared) {
    void vscode.window.showErrorMessage(prepared.refused);
    return false;
  }
  if (!(await vscode.workspace.applyEdit(prepared.edit))) {
    if (!options.preview) {
      void vscode.window.showErrorMessage(vscode.l10n.t('VS Code did not accept the change “{0}”; nothing was changed.', edit.label));
    }
    return false;
  }
  await saveAgain(prepared.saved);
  return true;
}

/** Checks that every file is what the edits were planned on and can be written; `refused` says what is not. Nothing is written. */
export async function prepareCaseEdit(
  openCase: OpenCase,
  files: readonly FileEdit[],
  metadata?: vscode.WorkspaceEditEntryMetadata,
): Promise<PreparedEdit | { readonly refused: string }> {
  const edit = new vscode.WorkspaceEdit();
  const saved: vscode.Uri[] = [];
  for (const file of files) {
    const uri = openCase.uriOf(file.path);
    if (file.kind === 'create') {
      if (await exists(uri)) return { refused: vscode.l10n.t('{0} exists already; nothing was changed. Try again.', file.path) };
      edit.createFile(uri, { contents: new TextEncoder().encode(file.text) }, metadata);
      continue;
    }
    const opened = await openForEdit(openCase, file);
    if ('refused' in opened) return opened;
    if (!opened.document.isDirty) saved.push(uri);
    const text = openCase.model.text(file.path)!;
    for (const { span, newText } of file.edits) edit.replace(uri, toRange(text, span), newText, metadata);
  }
  return { edit, saved };
}

/** Saves files that were saved before an edit of ours; says which ones VS Code could not save. */
export async function saveAgain(saved: readonly vscode.Uri[]): Promise<void> {
  const unsaved: string[] = [];
  for (const uri of saved) {
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
    if (document?.isDirty && !(await document.save())) unsaved.push(vscode.workspace.asRelativePath(uri));
  }
  if (unsaved.length > 0) void vscode.window.showWarningMessage(vscode.l10n.t('Changed, but not saved: {0}', unsaved.join(', ')));
}

/** The document of a file, when it is what the edit was planned on and can be written. */
async function openForEdit(
  openCase: OpenCase,
  { path }: FileEdit,
): Promise<{ readonly document: vscode.TextDocument } | { readonly refused: string }> {
  const uri = openCase.uriOf(path);
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || permissions === vscode.FilePermission.Readonly) {
      return { refused: vscode.l10n.t('{0} is read-only; nothing was changed.', path) };
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const planned = openCase.model.text(path)?.content;
    if (planned !== undefined && sameText(document.getText(), planned)) return { document };
    return { refused: vscode.l10n.t('{0} has changed in the meantime; nothing was changed. Try again.', path) };
  } catch {
    return { refused: vscode.l10n.t('{0} cannot be opened; nothing was changed.', path) };
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
