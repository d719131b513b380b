import * as vscode from 'vscode';
import { manifestName } from '../../core/case/members';
import type { OpenCase } from './openCase';
import { openCase } from './openCase';
import { isFolder, isIgnored, listBelow } from './watchedFiles';

/** The cases of the workspace, found by their manifests. */
export interface Cases extends vscode.Disposable {
  all(): readonly OpenCase[];
  /** The case that owns a file: the nearest manifest above it (DESIGN §1). */
  of(uri: vscode.Uri): { readonly openCase: OpenCase; readonly path: string } | undefined;
  /** Opens the case of a folder that has just got its manifest, and settles when it was read. */
  open(folder: vscode.Uri): Promise<void>;
  /** Cases came or went. */
  readonly onDidChangeCases: vscode.Event<void>;
  /** A case changed. */
  readonly onDidChangeCase: vscode.Event<OpenCase>;
  /** A case settled after changes: its verdicts are at hand. */
  readonly onDidSettleCase: vscode.Event<OpenCase>;
  /** Suggested claims of a case are at hand. */
  readonly onDidSuggestCase: vscode.Event<OpenCase>;
  /** Settles when the manifests that are there at start were found and read. */
  readonly ready: Promise<void>;
}

/** A feature of one case: registered when the case opens, disposed of when it closes. */
export type CaseFeature = (openCase: OpenCase) => vscode.Disposable;

/** Finds cases and keeps `features` registered for each of them. */
export function createCases(log: vscode.LogOutputChannel, features: readonly CaseFeature[]): Cases {
  const open = new Map<string, { readonly openCase: OpenCase; readonly registered: vscode.Disposable }>();
  const casesChanged = new vscode.EventEmitter<void>();
  const caseChanged = new vscode.EventEmitter<OpenCase>();
  const caseSettled = new vscode.EventEmitter<OpenCase>();
  const caseSuggested = new vscode.EventEmitter<OpenCase>();

  const add = (manifest: vscode.Uri) => {
    const root = vscode.Uri.joinPath(manifest, '..');
    if (open.has(root.toString())) return;
    const added = openCase(root, log);
    const registered = vscode.Disposable.from(
      added.onDidChange(() => caseChanged.fire(added)),
      added.onDidSettle(() => {
        caseSettled.fire(added);
        // Watchers may have missed the manifest of a case inside this one.
        for (const folder of added.model.members().nestedCases) add(added.uriOf(`${folder}${manifestName}`));
      }),
      added.onDidSuggest(() => caseSuggested.fire(added)),
      ...features.map((register) => register(added)),
      added,
    );
    open.set(root.toString(), { openCase: added, registered });
    casesChanged.fire();
  };
  const remove = (root: vscode.Uri) => {
    open.get(root.toString())?.registered.dispose();
    if (open.delete(root.toString())) casesChanged.fire();
  };
  const find = async () => {
    const manifests = await vscode.workspace.findFiles(`**/${manifestName}`, '**/node_modules/**');
    for (const manifest of manifests) add(manifest);
    await Promise.all([...open.values()].map((held) => held.openCase.ready));
  };

  const watcher = vscode.workspace.createFileSystemWatcher(`**/${manifestName}`);
  const folderWatcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const subscriptions = [
    watcher,
    folderWatcher,
    watcher.onDidCreate(add),
    // One that came while the watcher was not up yet, or that was taken away and written again at once, is told as changed.
    watcher.onDidChange(add),
    watcher.onDidDelete((manifest) => remove(vscode.Uri.joinPath(manifest, '..'))),
    // A folder that comes or goes whole is told by its own path alone.
    folderWatcher.onDidCreate(async (uri) => {
      if (isIgnored(vscode.workspace.asRelativePath(uri, false)) || !(await isFolder(uri))) return;
      for (const manifest of await listBelow(uri, `**/${manifestName}`)) add(manifest);
    }),
    folderWatcher.onDidDelete((gone) => {
      for (const { openCase: held } of open.values()) if (isBelow(held.root, gone)) remove(held.root);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const { openCase: held } of open.values()) {
        if (removed.some((folder) => isBelow(held.root, folder.uri))) remove(held.root);
      }
      void find();
    }),
  ];

  return {
    all: () => [...open.values()].map((held) => held.openCase),
    of(uri) {
      let nearest: { readonly openCase: OpenCase; readonly path: string } | undefined;
      for (const { openCase: held } of open.values()) {
        const path = held.pathOf(uri);
        if (path !== null && (!nearest || path.length < nearest.path.length)) nearest = { openCase: held, path };
      }
      return nearest;
    },
    async open(folder) {
      add(vscode.Uri.joinPath(folder, manifestName));
      await open.get(folder.toString())?.openCase.ready;
    },
    onDidChangeCases: casesChanged.event,
    onDidChangeCase: caseChanged.event,
    onDidSettleCase: caseSettled.event,
    onDidSuggestCase: caseSuggested.event,
    ready: find(),
    dispose() {
      for (const held of open.values()) held.registered.dispose();
      vscode.Disposable.from(...subscriptions, casesChanged, caseChanged, caseSettled, caseSuggested).dispose();
    },
  };
}

function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.scheme === folder.scheme && `${uri.path}/`.startsWith(`${folder.path.replace(/\/$/, '')}/`);
}
