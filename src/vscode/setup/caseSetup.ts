import * as vscode from 'vscode';
import { manifestName } from '../../core/case/members';
import type { CasePlan, FileContent, SkippedFile } from '../../core/setup/planCase';
import { filesForPlan, largestSetupFile, planCase } from '../../core/setup/planCase';
import type { Cases } from '../case/cases';

/** Files read at the same time, as when a case is read. */
const parallelReads = 16;
/** Work between two turns of the event loop, in milliseconds. */
const sliceTime = 12;
/** Files that are left out, as the question names them. */
const namedFiles = 5;

type Report = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/**
 * Makes a folder a case: reads what lies in it, shows what would be written, writes it as one undoable step when the person agrees, opens
 * the case and shows its manifest. Nothing is written before, and no file that is there is overwritten.
 */
export async function setUpCase(cases: Cases, wanted: vscode.Uri | undefined): Promise<void> {
  const folder = wanted ?? (await pickFolder());
  if (!folder) return;
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1) || folder.authority;
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} is read-only: a case needs a folder that can be written to.', name));
    return;
  }
  const title = vscode.l10n.t('Setting up {0} as a case', name);
  const plan = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => readAndPlan(folder, progress, token),
  );
  if (!plan) return;
  if (plan.edit.files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is a case, and nothing is missing in it.', name));
  } else {
    const setUp = vscode.l10n.t('Set Up Case');
    const question = vscode.l10n.t('Set up “{0}” as a case?', name);
    const answer = await vscode.window.showInformationMessage(question, { modal: true, detail: detailOf(plan) }, setUp);
    if (answer !== setUp || !(await carryOut(folder, plan))) return;
  }
  await cases.open(folder);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, manifestName), { preview: false });
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) {
    const placeHolder = vscode.l10n.t('Folder to set up as a case');
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  const open = vscode.l10n.t('Open Folder…');
  const message = vscode.l10n.t('Open the folder that has your articles, then set it up as a case.');
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
  return undefined;
}

/** Undefined when it was cancelled. */
async function readAndPlan(folder: vscode.Uri, progress: Report, token: vscode.CancellationToken): Promise<CasePlan | undefined> {
  const paths: string[] = [];
  await listInto(paths, folder, '', token);
  const manifest = paths.includes(manifestName) ? await read(vscode.Uri.joinPath(folder, manifestName)) : null;
  const wanted = filesForPlan(paths, manifest instanceof Uint8Array ? manifest : null);
  const contents = new Map<string, FileContent>();
  let next = 0;
  const worker = async () => {
    while (next < wanted.length && !token.isCancellationRequested) {
      const path = wanted[next++]!;
      contents.set(path, await read(vscode.Uri.joinPath(folder, path)));
      const message = vscode.l10n.t('{0} of {1} files', contents.size, wanted.length);
      progress.report({ message, increment: 100 / wanted.length });
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallelReads, wanted.length) }, worker));
  progress.report({ message: vscode.l10n.t('looking for names') });
  const steps = planCase(paths, contents);
  for (let sliceStart = Date.now(); ; ) {
    if (token.isCancellationRequested) return undefined;
    const { done, value } = steps.next();
    if (done) return value;
    if (Date.now() - sliceStart < sliceTime) continue;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    sliceStart = Date.now();
  }
}

/** Every file below a folder but in hidden ones, by the file system itself: not every one has a search. Links to folders are not followed. */
async function listInto(paths: string[], folder: vscode.Uri, prefix: string, token: vscode.CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return;
  let entries: readonly [string, vscode.FileType][] = [];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (prefix === '') throw error;
  }
  for (const [name, type] of entries) {
    if (name === 'node_modules' || (name.startsWith('.') && (prefix !== '' || name !== '.gitattributes'))) continue;
    if ((type & vscode.FileType.File) !== 0) paths.push(`${prefix}${name}`);
    if (type === vscode.FileType.Directory) await listInto(paths, vscode.Uri.joinPath(folder, name), `${prefix}${name}/`, token);
  }
}

async function read(uri: vscode.Uri): Promise<FileContent> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestSetupFile) return 'too-large';
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
}

/** What the question tells. */
function detailOf({ edit, kept, articles, skipped, names, drafted }: CasePlan): string {
  const found = articles === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles);
  const about: Readonly<Record<string, string>> = {
    [manifestName]: articles === 0 ? vscode.l10n.t('no article (.txt) yet: put them into “sources”') : found,
    'registry/draft.yaml': names > drafted
      ? vscode.l10n.t('a draft of {0} entities, of {1} names found', drafted, names)
      : vscode.l10n.t('a draft of {0} entities, from the names in the articles', drafted),
    '.gitattributes': vscode.l10n.t('keeps git from changing newlines in articles'),
  };
  const files = edit.files.map(({ path }) => `${path} — ${about[path]}`);
  const left = skipped.slice(0, namedFiles).map(({ path, reason }) => `${path} (${reasonWords(reason)})`);
  if (skipped.length > left.length) left.push(vscode.l10n.t('{0} more', skipped.length - left.length));
  return [
    vscode.l10n.t('These files will be written:'),
    ...files,
    ...(kept.length > 0 ? ['', vscode.l10n.t('There already, and kept: {0}', kept.join(', '))] : []),
    ...(left.length > 0 ? ['', vscode.l10n.t('Left out: {0}', left.join(', '))] : []),
    '',
    vscode.l10n.t('Articles are never changed.'),
  ].join('\n');
}

function reasonWords(reason: SkippedFile['reason']): string {
  switch (reason) {
    case 'too-large':
      return vscode.l10n.t('too large');
    case 'unreadable':
      return vscode.l10n.t('cannot be read');
    case 'binary':
      return vscode.l10n.t('not text');
    case 'encoding':
      return vscode.l10n.t('not UTF-8');
    case 'about-folder':
      return vscode.l10n.t('no source');
  }
}

/** Writes the planned files as one undoable step; false, with a message, when a file came or changed in the meantime. */
async function carryOut(folder: vscode.Uri, { edit }: CasePlan): Promise<boolean> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  const changed: vscode.TextDocument[] = [];
  for (const file of edit.files) {
    const uri = vscode.Uri.joinPath(folder, file.path);
    if (file.kind === 'create') {
      workspaceEdit.createFile(uri, { contents: new TextEncoder().encode(file.text) });
      continue;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const end = document.positionAt(document.getText().length);
    for (const { newText } of file.edits) workspaceEdit.insert(uri, end, newText);
    changed.push(document);
  }
  const wasDirty = new Set(changed.filter(({ isDirty }) => isDirty));
  if (!(await vscode.workspace.applyEdit(workspaceEdit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('VS Code did not write the files of the case; one of them may have come in the meantime.'));
    return false;
  }
  for (const document of changed) if (!wasDirty.has(document)) await document.save();
  return true;
}
