import * as vscode from 'vscode';
import { exampleFiles, exampleFolder } from './exampleFiles';
import type { Cases } from '../case/cases';
import { openPlace } from '../case/openPlace';
import { whenRead } from '../case/whenRead';

const startedKey = 'corroborate.example';
const walkthrough = 'corroborate.corroborate#start';

/** Copies the example case into a new folder, in a place that the person chooses, and opens it there. */
export async function openExample(context: vscode.ExtensionContext): Promise<void> {
  const openLabel = vscode.l10n.t('Put Example Here');
  const title = vscode.l10n.t('Where to put the folder of the example case');
  const [parent] = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel, title })) ?? [];
  if (!parent) return;
  const target = await freeFolder(parent);
  try {
    for (const path of exampleFiles) {
      const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, exampleFolder, path));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, path), content);
    }
  } catch {
    return void vscode.window.showErrorMessage(vscode.l10n.t('The example case cannot be written to {0}: choose another folder.', parent.fsPath));
  }
  await context.globalState.update(startedKey, target.toString());
  await vscode.commands.executeCommand('vscode.openFolder', target, {
    forceNewWindow: (vscode.workspace.workspaceFolders ?? []).length > 0,
  });
}

async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const name = 'corroborate-example';
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(parent, number === 1 ? name : `${name}-${number}`);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

/** In the window that opens with the example that was just copied: goes on with the walkthrough. */
export async function continueWalkthrough(context: vscode.ExtensionContext): Promise<void> {
  const started = context.globalState.get<string>(startedKey);
  if (started === undefined || vscode.workspace.workspaceFolders?.[0]?.uri.toString() !== started) return;
  await context.globalState.update(startedKey, undefined);
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}

/** Opens the first article that has a linked name, puts the cursor on it and shows its card. */
export async function showFirstCard(cases: Cases): Promise<void> {
  await cases.ready;
  for (const openCase of cases.all()) {
    await whenRead(openCase);
    for (const { id } of openCase.model.sources()) {
      const mention = openCase.model.mentions(id).mentions.find(({ entity }) => entity !== null);
      if (!mention) continue;
      // The walkthrough is a preview, which the article would take the place of.
      await vscode.commands.executeCommand('workbench.action.keepEditor');
      await openPlace(openCase, id, { start: mention.span.start, end: mention.span.start });
      await vscode.commands.executeCommand('editor.action.showHover');
      return;
    }
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('No article here has a linked name yet.'));
}
