import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import { createCaseModel } from '../../core/caseModel';
import { loadCase } from '../../core/loadCase';
import type { OpenCase } from './openCase';
import { listBelow } from './watchedFiles';

/** A case as it is on disk, with the bytes of its files by path. */
export interface SavedCase {
  readonly model: CaseModel;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a case anew from its files: what is handed on or compared is what is on disk, byte by byte, whatever the buffers of editors hold.
 * Undefined when `token` was cancelled.
 */
export async function readSavedCase({ root, pathOf, uriOf }: OpenCase, token: vscode.CancellationToken): Promise<SavedCase | undefined> {
  const model = createCaseModel();
  const bytes = new Map<string, Uint8Array>();
  const stop = new AbortController();
  const cancelling = token.onCancellationRequested(() => stop.abort());
  try {
    await loadCase(
      model,
      {
        list: async () => (await listBelow(root)).flatMap((uri) => pathOf(uri) ?? []),
        read: async (path) => {
          const content = await readBytes(uriOf(path));
          if (content) bytes.set(path, content);
          return content;
        },
      },
      { signal: stop.signal },
    );
  } finally {
    cancelling.dispose();
  }
  return token.isCancellationRequested ? undefined : { model, bytes };
}

/** The bytes of a file; undefined where it cannot be read. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    (content) => content,
    () => undefined,
  );
}

/** Saves what is unsaved of a case, when the person agrees; false when not everything could be saved. `action` names what goes on then. */
export async function saveFirst(openCase: OpenCase, action: string): Promise<boolean> {
  const unsaved = vscode.workspace.textDocuments.filter((document) => {
    const path = openCase.pathOf(document.uri);
    return document.isDirty && path !== null && openCase.model.kindOf(path) !== null;
  });
  if (unsaved.length === 0) return true;
  const message =
    unsaved.length === 1
      ? vscode.l10n.t('{0} has unsaved changes.', vscode.workspace.asRelativePath(unsaved[0]!.uri))
      : vscode.l10n.t('{0} files of the case have unsaved changes.', unsaved.length);
  const save = vscode.l10n.t('Save and {0}', action);
  if ((await vscode.window.showWarningMessage(message, { modal: true }, save)) !== save) return false;
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  return saved.every(Boolean);
}
