import * as vscode from 'vscode';
import { eventually } from './eventually';

/** The example case: a copy of it is the folder that is open. */
export function example(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Settles when the extension has read the cases that were there at start. */
export async function extensionReady(): Promise<vscode.Extension<{ readonly ready: Promise<void> }>> {
  const extension = vscode.extensions.getExtension<{ readonly ready: Promise<void> }>('corroborate.corroborate');
  if (!extension) throw new Error('VS Code does not know corroborate.corroborate');
  await (await extension.activate()).ready;
  return extension;
}

/** A case that a test made below the open folder: files by their path in it. */
export interface MadeCase {
  readonly root: vscode.Uri;
  uri(path: string): vscode.Uri;
  write(path: string, content: string | Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  /** Opens it as a document, without an editor. */
  open(path: string): Promise<vscode.TextDocument>;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

const manifestName = 'corroborate.yaml';
let made = 0;

/**
 * Makes a folder and waits until a watcher tells of it: of folders that come together with the one above them, VS Code's watcher may never
 * hear again.
 */
async function makeWatchedFolder(folder: vscode.Uri): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(example(''), '**/*'), false, true, true);
  let isTold = false;
  watcher.onDidCreate(({ path }) => (isTold ||= path === folder.path));
  try {
    await eventually(
      () => {
        if (!isTold) throw new Error(`no watcher tells of ${folder.path}`);
      },
      async () => {
        await madeFolder(folder).remove('');
        await vscode.workspace.fs.createDirectory(folder);
      },
    );
  } finally {
    watcher.dispose();
  }
}

/** Writes a case into a new folder and waits until the extension has read its registry. A manifest is written when `files` has none. */
export async function makeCase(files: Files): Promise<MadeCase> {
  await extensionReady();
  const folder = madeFolder(example(`made/case-${++made}`));
  const { [manifestName]: manifest = '{}\n', ...others } = files;
  if (made === 1) await makeWatchedFolder(example('made'));
  await makeWatchedFolder(folder.root);
  for (const [path, content] of Object.entries(others)) await folder.write(path, content);
  const registryPath = Object.keys(others).find((path) => path.startsWith('registry/'));
  const rewriteManifest = async () => {
    await folder.remove(manifestName);
    await folder.write(manifestName, manifest);
  };
  await eventually(async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      folder.uri(registryPath ?? manifestName),
    );
    if (!symbols?.length) throw new Error(`the extension does not see the case in ${folder.root.path}`);
  }, rewriteManifest);
  return folder;
}

function madeFolder(root: vscode.Uri): MadeCase {
  const uri = (path: string) => vscode.Uri.joinPath(root, path);
  return {
    root,
    uri,
    write: async (path, content) =>
      vscode.workspace.fs.writeFile(uri(path), typeof content === 'string' ? new TextEncoder().encode(content) : content),
    remove: async (path) => {
      try {
        await vscode.workspace.fs.delete(uri(path), { recursive: true });
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') throw error;
      }
    },
    open: async (path) => vscode.workspace.openTextDocument(uri(path)),
  };
}

/** Replaces words of a document's buffer, which stays unsaved. */
export async function replaceWords(document: vscode.TextDocument, words: string, replacement: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), replacement);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`could not edit ${document.uri.path}`);
}

/** Where words stand: their occurrence number `nth`, from 0. */
export function rangeOf(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  const text = document.getText();
  let start = text.indexOf(words);
  for (let seen = 0; seen < nth && start >= 0; seen++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${document.uri.path} has no “${words}” number ${nth}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Where a pointer on the words would be: behind their first character. */
export function on(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  return rangeOf(document, words, nth).start.translate(0, 1);
}

/** Throws away unsaved changes and closes every editor. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((candidate) => candidate.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Sets one of our settings for this workspace; undefined takes it back. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('corroborate')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
