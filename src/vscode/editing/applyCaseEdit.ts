import * as vscode from 'vscode';
import type { CaseEdit, FileEdit } from '../../core/edits/caseEdit';
import { applyTextEdits } from '../../core/edits/caseEdit';
import { invertEdits } from '../../core/edits/invertEdit';
import { decodeText } from '../../core/text/decode';
import { createText } from '../../core/text/text';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

export interface ApplyOptions {
  /** Shows VS Code's refactor preview first. */
  readonly preview?: boolean;
  /** Told of the edit once it is made. */
  readonly onApplied?: (applied: AppliedEdit) => void;
}

/** An edit that was made, with the texts that it was made in. */
export interface AppliedEdit {
  readonly openCase: OpenCase;
  readonly label: string;
  readonly files: readonly AppliedFile[];
}

export type AppliedFile = FileEdit & { readonly before: string };

/** An edit ready for VS Code, and the files that had no unsaved changes before it. */
export interface PreparedEdit {
  readonly edit: vscode.WorkspaceEdit;
  readonly saved: readonly vscode.Uri[];
}

/** Why something cannot be done, in words for a person. */
export interface Refused {
  readonly refused: string;
}

/** How long VS Code may take to load a file anew that changed on disk, and a case to take a change in, in milliseconds. */
const patience = 2000;
const pollInterval = 20;

/**
 * Makes an edit that was planned on the case as the model has it, as one undoable step, saves the files that had no unsaved
 * changes before, and waits until the case has taken it in. False, with a message and nothing changed, when a file changed since, on
 * disk or in an editor, cannot be written or saved, or the person declined.
 */
export async function applyCaseEdit(openCase: OpenCase, edit: CaseEdit, options: ApplyOptions = {}): Promise<boolean> {
  const { files, label } = edit;
  const applied = files.map((file) => ({ ...file, before: openCase.model.text(file.path)?.content ?? '' }));
  const prepared = await prepareCaseEdit(openCase, files, options.preview ? { needsConfirmation: false, label } : undefined);
  if ('refused' in prepared) return refuse(prepared.refused);
  if (options.preview) askForPreview(prepared.edit);
  if (!(await vscode.workspace.applyEdit(prepared.edit))) {
    await removeCreated(openCase, files);
    if (!options.preview) void refuse(vscode.l10n.t('VS Code did not accept the change “{0}”; nothing was changed.', label));
    return false;
  }
  const unsaved = await unsavedOf(prepared.saved);
  if (unsaved.length > 0) {
    await vscode.workspace.applyEdit(inverseOf(openCase, applied));
    await unsavedOf(prepared.saved);
    return refuse(vscode.l10n.t('{0} is read-only or cannot be saved; the change “{1}” was taken back.', unsaved.join(', '), label));
  }
  await until(() => applied.every((file) => isSame(openCase.model.text(file.path)?.content ?? '', textAfter(file))));
  options.onApplied?.({ openCase, label, files: applied });
  return true;
}

/**
 * VS Code shows its preview where an entry needs confirmation, but with these entries unticked: “Apply” would then do nothing. One entry
 * that changes nothing asks for the preview, so that all the others are ticked.
 */
function askForPreview(edit: vscode.WorkspaceEdit): void {
  const first = edit.entries().find(([, edits]) => edits.length > 0)?.[0];
  const label = vscode.l10n.t('Look through the changes, then choose Apply');
  if (first) edit.insert(first, new vscode.Position(0, 0), '', { needsConfirmation: true, label });
}

/** Checks that every file is what the edits were planned on and can be written; `refused` says what is not. Nothing is written. */
export async function prepareCaseEdit(
  openCase: OpenCase,
  files: readonly FileEdit[],
  metadata?: vscode.WorkspaceEditEntryMetadata,
): Promise<PreparedEdit | Refused> {
  const edit = new vscode.WorkspaceEdit();
  const saved: vscode.Uri[] = [];
  for (const file of files) {
    const uri = openCase.uriOf(file.path);
    if (file.kind === 'create') {
      if (await exists(uri)) return { refused: vscode.l10n.t('{0} exists already; nothing was changed. Try again.', file.path) };
      edit.createFile(uri, { contents: new TextEncoder().encode(file.text) }, metadata);
      continue;
    }
    const text = openCase.model.text(file.path);
    if (!text) return { refused: vscode.l10n.t('{0} cannot be opened; nothing was changed.', file.path) };
    const opened = await openForEdit(uri, file.path, text.content);
    if ('refused' in opened) return opened;
    if (!opened.document.isDirty) saved.push(uri);
    for (const { span, newText } of file.edits) edit.replace(uri, toRange(text, span), newText, metadata);
  }
  return { edit, saved };
}

/** The document of a file that can be written and reads as `planned`, whatever its newlines; else why not. */
export async function openForEdit(uri: vscode.Uri, path: string, planned: string): Promise<{ readonly document: vscode.TextDocument } | Refused> {
  const changed = { refused: vscode.l10n.t('{0} has changed in the meantime; nothing was changed. Try again.', path) };
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || permissions === vscode.FilePermission.Readonly) {
      return { refused: vscode.l10n.t('{0} is read-only; nothing was changed.', path) };
    }
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.isDirty) return isSame(document.getText(), planned) ? { document } : changed;
    const onDisk = await textOnDisk(uri);
    if (onDisk === null || !isSame(onDisk, planned)) return changed;
    return (await until(() => isSame(document.getText(), planned))) ? { document } : changed;
  } catch {
    return { refused: vscode.l10n.t('{0} cannot be opened; nothing was changed.', path) };
  }
}

/** Saves files that were saved before an edit of ours; says which ones VS Code could not save. */
export async function saveAgain(saved: readonly vscode.Uri[]): Promise<void> {
  const unsaved = await unsavedOf(saved);
  if (unsaved.length > 0) void vscode.window.showWarningMessage(vscode.l10n.t('Changed, but not saved: {0}', unsaved.join(', ')));
}

/** Saves files, and tells which ones are not on disk as they are in the editor all the same. */
async function unsavedOf(saved: readonly vscode.Uri[]): Promise<string[]> {
  const unsaved: string[] = [];
  for (const uri of saved) {
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
    if (!document) continue;
    if (document.isDirty) await document.save();
    // The buffer of an editor that is read-only for the session takes an edit, but never becomes dirty.
    if (document.isDirty || !isSame((await textOnDisk(uri)) ?? '', document.getText())) unsaved.push(vscode.workspace.asRelativePath(uri));
  }
  return unsaved;
}

/** What takes an edit back. Its files have to be as it left them. */
export function inverseOf(openCase: OpenCase, files: readonly AppliedFile[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const uri = openCase.uriOf(file.path);
    if (file.kind === 'create') {
      edit.deleteFile(uri);
      continue;
    }
    const { after, inverse } = invertEdits(file.before, file.edits);
    const text = createText(after);
    for (const { span, newText } of inverse) edit.replace(uri, toRange(text, span), newText);
  }
  return edit;
}

async function textOnDisk(uri: vscode.Uri): Promise<string | null> {
  return decodeText(await vscode.workspace.fs.readFile(uri)).text;
}

/** The text of a file once its edit is made. */
export function textAfter(file: AppliedFile): string {
  return file.kind === 'create' ? file.text : applyTextEdits(file.before, file.edits);
}

/** Shows an error; always false. */
export function refuse(message: string): false {
  void vscode.window.showErrorMessage(message);
  return false;
}

/** Whether two texts are the same to VS Code, which unifies newlines in its buffers. */
export function isSame(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}

async function until(isSo: () => boolean): Promise<boolean> {
  const end = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => {
      setTimeout(resolve, pollInterval);
    });
  }
  return true;
}

/** Takes files away that an edit created which then failed elsewhere. */
async function removeCreated(openCase: OpenCase, files: readonly FileEdit[]): Promise<void> {
  for (const file of files) {
    if (file.kind !== 'create') continue;
    try {
      if ((await textOnDisk(openCase.uriOf(file.path))) === file.text) await vscode.workspace.fs.delete(openCase.uriOf(file.path));
    } catch {
      // It was not created.
    }
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
