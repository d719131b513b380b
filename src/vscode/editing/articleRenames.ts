import * as vscode from 'vscode';
import { manifestName } from '../../core/case/members';
import type { SourceMoves } from '../../core/edits/moveSources';
import { moveSources } from '../../core/edits/moveSources';
import { prepareCaseEdit, saveAgain } from './applyCaseEdit';
import type { Cases } from '../case/cases';
import type { OpenCase } from '../case/openCase';
import { whenRead } from '../case/whenRead';

type Renamed = vscode.FileRenameEvent['files'][number];

/**
 * Where articles, or folders of them, are renamed or moved in VS Code, every reference follows and annotation files move along, in the same
 * undoable step.
 */
export function registerArticleRenames(cases: Cases): vscode.Disposable {
  const unsaved = new Map<string, readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const touched = cases.all().filter((openCase) => event.files.some(({ oldUri }) => openCase.pathOf(oldUri) !== null));
      if (touched.length === 0) return;
      const contribute = async () => {
        const edit = new vscode.WorkspaceEdit();
        const saved: vscode.Uri[] = [];
        for (const openCase of touched) {
          await whenRead(openCase);
          const moves = articleMoves(cases, openCase, event.files);
          if (moves.size > 0) saved.push(...(await addMoves(edit, openCase, moveSources(openCase.model, moves))));
        }
        unsaved.set(keyOf(event.files), saved);
        return edit;
      };
      event.waitUntil(contribute());
    }),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      const key = keyOf(files);
      const saved = unsaved.get(key) ?? [];
      unsaved.delete(key);
      await saveAgain(saved);
    }),
  );
}

function keyOf(files: readonly Renamed[]): string {
  return files.map(({ newUri }) => newUri.toString()).join('\n');
}

/** New paths of a case's articles by old ones; null where one leaves the case. */
function articleMoves(cases: Cases, openCase: OpenCase, files: readonly Renamed[]): ReadonlyMap<string, string | null> {
  const moves = new Map<string, string | null>();
  for (const { oldUri, newUri } of files) {
    const from = openCase.pathOf(oldUri);
    if (from === null) continue;
    for (const { id } of openCase.model.sources()) {
      if (id !== from && !id.startsWith(`${from}/`)) continue;
      const target = newUri.with({ path: `${newUri.path}${id.slice(from.length)}` });
      const owner = cases.of(target);
      moves.set(id, owner?.openCase === openCase ? owner.path : null);
    }
  }
  return moves;
}

/** Adds what follows the articles of one case; tells what does not. Files to save afterwards, where they are then. */
async function addMoves(edit: vscode.WorkspaceEdit, openCase: OpenCase, { files, annotations, notes }: SourceMoves): Promise<vscode.Uri[]> {
  const told = [...notes];
  const saved: vscode.Uri[] = [];
  const moved = new Map(annotations.map(({ from, to }) => [openCase.uriOf(from).toString(), openCase.uriOf(to)]));
  const prepared = await Promise.all(files.map((file) => prepareCaseEdit(openCase, [file])));
  for (const one of prepared) {
    if ('refused' in one) {
      told.push(one.refused);
      continue;
    }
    for (const [uri, edits] of one.edit.entries()) edit.set(uri, edits);
    saved.push(...one.saved.map((uri) => moved.get(uri.toString()) ?? uri));
  }
  for (const { from, to } of annotations) edit.renameFile(openCase.uriOf(from), openCase.uriOf(to), { overwrite: false });
  if (told.length > 0) void tell(openCase, told);
  return saved;
}

async function tell(openCase: OpenCase, notes: readonly string[]): Promise<void> {
  const openManifest = vscode.l10n.t('Open {0}', manifestName);
  const actions = openCase.model.hasManifest() ? [openManifest] : [];
  const chosen = await vscode.window.showWarningMessage(notes.join(' '), ...actions);
  if (chosen === openManifest) await vscode.window.showTextDocument(openCase.uriOf(manifestName));
}
