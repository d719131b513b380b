import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import { manifestName } from '../../core/case/members';
import { createCaseModel } from '../../core/caseModel';
import type { CaseDiagnostics } from '../../core/diagnostics/diagnose';
import { createCaseDiagnostics } from '../../core/diagnostics/diagnose';
import type { LoadProgress } from '../../core/loadCase';
import { loadCase } from '../../core/loadCase';
import type { Span } from '../../core/text/text';
import { toRange } from './positions';
import { isFolder, isIgnored, listBelow } from './watchedFiles';

/** A case of the workspace, kept in step with its files and with unsaved buffers. */
export interface OpenCase extends vscode.Disposable {
  readonly root: vscode.Uri;
  readonly name: string;
  readonly model: CaseModel;
  readonly diagnostics: CaseDiagnostics;
  /** Null once every file is read. */
  readonly progress: LoadProgress | null;
  /** Settles when the case was read for the first time. */
  readonly ready: Promise<void>;
  /** Fires at once for every change of a file that belongs to the case, and as reading goes on. */
  readonly onDidChange: vscode.Event<void>;
  /** Fires when, after changes, all claims are read and judged again: for what shows verdicts. */
  readonly onDidSettle: vscode.Event<void>;
  /** Fires some time after that, when suggested claims are read and compared too. */
  readonly onDidSuggest: vscode.Event<void>;
  /** Whether what is suggested is of the case as it is now. */
  isSuggested(): boolean;
  /** Ranks passages to compare with pauses for other work; false when the case changed under way. */
  rankPassages(): Promise<boolean>;
  /** Looks for copied text in the same way. */
  findCopiedText(): Promise<boolean>;
  /** The path in the case; null for a file outside of its folder. */
  pathOf(uri: vscode.Uri): string | null;
  uriOf(path: string): vscode.Uri;
  /** Undefined while the file is unknown. */
  location(path: string, span: Span): vscode.Location | undefined;
  /** Reads everything anew. */
  rescan(): Promise<void>;
}

/** Progress is told in steps, so that a case of thousands of files does not repaint thousands of times. */
const progressSteps = 50;

/** How long after a change the case is worked through, in milliseconds: after a burst of keys, before a person looks up. */
const quietTime = 120;
/** Work between two turns of the event loop, in milliseconds, so that hovers and colours come first. */
const sliceTime = 12;

/** Opens the case whose manifest lies in `root` and starts to read it. */
export function openCase(root: vscode.Uri, log: vscode.LogOutputChannel): OpenCase {
  const model = createCaseModel();
  const changed = new vscode.EventEmitter<void>();
  const settled = new vscode.EventEmitter<void>();
  const suggested = new vscode.EventEmitter<void>();
  let suggestedGeneration = -1;
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const uriOf = (path: string) => (path === '' ? root : vscode.Uri.joinPath(root, path));
  const pathOf = (uri: vscode.Uri) =>
    uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(prefix)
      ? uri.path.slice(prefix.length)
      : null;
  const read = async (path: string): Promise<Uint8Array | string | undefined> => {
    const uri = uriOf(path);
    const open = liveDocument(uri);
    if (open) return open.getText();
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      // It may have been opened and edited in the meantime.
      return liveDocument(uri)?.getText() ?? bytes;
    } catch (error) {
      log.warn(`Cannot read ${uri.toString(true)}: ${String(error)}`);
      return undefined;
    }
  };
  const list = async () => (await listBelow(root)).flatMap((uri) => pathOf(uri) ?? []);

  let quiet: ReturnType<typeof setTimeout> | undefined;
  /** Takes the steps with pauses for other work; false when the case changed under way. */
  const workThrough = async (steps: Generator<void>): Promise<boolean> => {
    const generation = model.generation();
    let sliceStart = Date.now();
    for (const _step of steps) {
      if (Date.now() - sliceStart < sliceTime) continue;
      await nextTurn();
      if (generation !== model.generation()) return false;
      sliceStart = Date.now();
    }
    return true;
  };
  const settle = async () => {
    if (!(await workThrough(model.prepare()))) return;
    settled.fire();
    await nextTurn();
    if (!(await workThrough(model.prepareSuggestions()))) return;
    suggestedGeneration = model.generation();
    suggested.fire();
  };
  const settleSoon = () => {
    clearTimeout(quiet);
    if (!progress) quiet = setTimeout(() => void settle(), quietTime);
  };
  let progress: LoadProgress | null = { done: 0, total: 0 };
  let reading: AbortController | undefined;
  const rescan = async () => {
    reading?.abort();
    const own = (reading = new AbortController());
    progress = { done: 0, total: 0 };
    changed.fire();
    const started = Date.now();
    try {
      await loadCase(model, { list, read }, {
        signal: own.signal,
        onProgress: (now) => {
          progress = now;
          if (now.done % Math.max(1, Math.floor(now.total / progressSteps)) === 0) changed.fire();
        },
      });
    } catch (error) {
      log.error(`Cannot list the files of ${root.toString(true)}: ${String(error)}`);
    }
    if (own.signal.aborted) return;
    progress = null;
    log.info(`Read ${root.toString(true)}: ${model.sources().length} sources in ${Date.now() - started} ms`);
    changed.fire();
  };

  const setContent = (path: string, content: Uint8Array | string) => {
    const before = model.generation();
    model.setContent(path, content);
    if (before === model.generation()) return;
    if (path === manifestName) void rescan();
    else changed.fire();
  };
  const update = async (uri: vscode.Uri) => {
    const path = pathOf(uri);
    if (path === null || isIgnored(path) || model.kindOf(path) === null) return;
    const content = await read(path);
    if (content !== undefined && model.kindOf(path) !== null) setContent(path, content);
  };
  const create = async (uri: vscode.Uri): Promise<void> => {
    const path = pathOf(uri);
    if (path === null || isIgnored(path)) return;
    if (isNestedManifest(path)) return rescan();
    if (await isFolder(uri)) await Promise.all((await listBelow(uri)).map(create));
    else await update(uri);
  };
  const take = (document: vscode.TextDocument) => {
    const path = pathOf(document.uri);
    if (path !== null && model.kindOf(path) !== null) setContent(path, document.getText());
  };
  const edit = (document: vscode.TextDocument) => {
    if (liveDocument(document.uri)) take(document);
  };
  const remove = (uri: vscode.Uri) => {
    const path = pathOf(uri);
    if (path === null) return;
    const gone = model.paths().filter((known) => known === path || known.startsWith(`${path}/`));
    for (const known of gone) model.remove(known);
    if (gone.some(isNestedManifest)) void rescan();
    else if (gone.length > 0) changed.fire();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
  const subscriptions = [
    watcher,
    changed.event(settleSoon),
    watcher.onDidCreate(create),
    watcher.onDidChange(update),
    watcher.onDidDelete(remove),
    // What is created and deleted in this window is told at once, before the watcher sees it.
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => void create(uri))),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(remove)),
    // Read where no buffer counts yet: watchers may have missed the file.
    vscode.workspace.onDidOpenTextDocument((document) => (liveDocument(document.uri) ? take(document) : void update(document.uri))),
    // Also where no content changes: a document may be told dirty only after its first edit.
    vscode.workspace.onDidChangeTextDocument(({ document }) => edit(document)),
    // Also of documents without a tab, which count no more once they are saved: watchers may miss a file of a folder that is new.
    vscode.workspace.onDidSaveTextDocument(take),
    vscode.workspace.onDidCloseTextDocument((document) => void update(document.uri)),
    changed,
    settled,
    suggested,
  ];

  return {
    root,
    name: root.path.slice(root.path.lastIndexOf('/') + 1) || root.authority,
    model,
    diagnostics: createCaseDiagnostics(model),
    get progress() {
      return progress;
    },
    ready: rescan(),
    onDidChange: changed.event,
    onDidSettle: settled.event,
    onDidSuggest: suggested.event,
    isSuggested: () => suggestedGeneration === model.generation(),
    rankPassages: () => workThrough(model.preparePassages()),
    findCopiedText: () => workThrough(model.prepareCopiedText()),
    pathOf,
    uriOf,
    location(path, span) {
      const text = model.text(path);
      return text && new vscode.Location(uriOf(path), toRange(text, span));
    },
    rescan,
    dispose() {
      reading?.abort();
      // Whoever waits for the case is let go.
      progress = null;
      changed.fire();
      settled.fire();
      clearTimeout(quiet);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/**
 * The document whose buffer counts in place of the file on disk: one that a person sees or has changed. VS Code does not always
 * reload the documents that some extension opened without an editor.
 */
function liveDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  const document = vscode.workspace.textDocuments.find((candidate) => !candidate.isClosed && candidate.uri.toString() === key);
  return document && (document.isDirty || hasTab(key)) ? document : undefined;
}

function hasTab(uri: string): boolean {
  return vscode.window.tabGroups.all.some((group) =>
    group.tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
      if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified].some((side) => side.toString() === uri);
      return false;
    }),
  );
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Whether a path is the manifest of a case inside this one. */
function isNestedManifest(path: string): boolean {
  return path.endsWith(`/${manifestName}`);
}

