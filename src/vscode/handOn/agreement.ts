import * as vscode from 'vscode';
import type { Agreement, AgreementDifference } from '../../core/agreement/agreement';
import { differenceKind, differenceSubject, kappaWords, matchWords, sideWords } from '../../core/agreement/agreementWords';
import type { Files } from '../../core/agreement/annotationFolder';
import { caseOf, withAnnotations } from '../../core/agreement/annotationFolder';
import { compareAnnotators } from '../../core/agreement/compareAnnotators';
import { takeTheirs } from '../../core/agreement/takeTheirs';
import { manifestName } from '../../core/case/members';
import type { CaseModel } from '../../core/caseModel';
import { groupBy } from '../../core/groupBy';
import { applyCaseEdit } from '../editing/applyCaseEdit';
import { openCommand } from '../sideBar/caseTree';
import type { Cases } from '../case/cases';
import type { CommandHandlers } from '../commands';
import { changesSince, repositoryOf } from '../case/gitApi';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';
import { chosenCase } from './report';
import { readBytes, saveFirst } from '../case/savedCase';
import { listBelow } from '../case/watchedFiles';

const viewId = 'corroborate.agreement';

/** Whom to compare a case with; what is missing is asked for. */
export interface ComparisonRequest {
  /** The case's folder. */
  readonly root?: string;
  /** Address of another case's folder, or of a folder of annotation files alone. */
  readonly folder?: string;
  /** A branch, tag or commit of the case's repository. */
  readonly ref?: string;
}

/** A row of the list of differences: a source, or a difference of it. */
export type ComparisonRow = SourceRow | DifferenceRow;

interface SourceRow {
  readonly kind: 'source';
  readonly source: string;
  readonly rows: readonly DifferenceRow[];
}

interface DifferenceRow {
  readonly kind: 'difference';
  readonly difference: AgreementDifference;
  /** Tells it from the others of the list, and stays while it says the same: the selection is kept by it. */
  readonly id: string;
}

interface Comparison {
  readonly openCase: OpenCase;
  readonly theirs: CaseModel;
  readonly name: string;
  readonly kept: Set<string>;
  readonly following: vscode.Disposable;
}

type ComparisonCommands = Pick<
  CommandHandlers,
  'corroborate.compareAnnotators' | 'corroborate.takeTheirs' | 'corroborate.keepYours' | 'corroborate.closeComparison'
>;

/** The command that compares a case with another annotator's, and the view of where they differ. */
export function registerAnnotatorComparison(cases: Cases): vscode.Disposable & { readonly commands: ComparisonCommands } {
  const changed = new vscode.EventEmitter<void>();
  let comparison: Comparison | undefined;
  let rows: readonly SourceRow[] = [];
  const view = vscode.window.createTreeView<ComparisonRow>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row === undefined ? rows : row.kind === 'source' ? row.rows : [])],
      getParent: (row) => (row.kind === 'source' ? null : (rows.find(({ source }) => source === row.difference.source) ?? null)),
      getTreeItem: (row) => (row.kind === 'source' ? sourceItem(row) : differenceItem(row, comparison!)),
    },
    showCollapseAll: true,
  });

  const listed = () => rows.flatMap((row) => row.rows);
  const placeOf = (id: string) => listed().findIndex((row) => row.id === id);
  /** `place`: how many differences stand before the one to go to; null leaves focus and selection. */
  const show = async (place: number | null) => {
    if (!comparison) return;
    const { openCase, theirs, kept, name } = comparison;
    const agreement = compareAnnotators(openCase.model, theirs);
    const left = differenceRows(agreement, openCase.model, theirs).filter(({ id }) => !kept.has(id));
    rows = bySource(left);
    view.description = name;
    view.message = summary(agreement, left.length);
    changed.fire();
    const next = place === null ? undefined : listed()[Math.min(place, left.length - 1)];
    if (next) await view.reveal(next, { select: true, focus: true });
  };
  const close = () => {
    comparison?.following.dispose();
    comparison = undefined;
    rows = [];
    changed.fire();
    void vscode.commands.executeCommand('setContext', 'corroborate.comparing', false);
  };
  // A view whose rows are made anew, as when an article is opened, does not know its selection until they are asked for again.
  let selected: string | undefined;
  const selecting = view.onDidChangeSelection(({ selection: [row] }) => {
    selected = row?.kind === 'difference' ? row.id : undefined;
  });
  const chosen = (row: ComparisonRow | undefined) => {
    const one = row ?? listed().find(({ id }) => id === selected);
    return one?.kind === 'difference' && comparison ? { ...one, comparison } : undefined;
  };

  const commands: ComparisonCommands = {
    'corroborate.compareAnnotators': async (request = {}) => {
      const openCase = await chosenCase(cases, request.root);
      if (!openCase || !(await saveFirst(openCase, vscode.l10n.t('Compare')))) return undefined;
      const other = await readOther(openCase, request);
      if (!other) return undefined;
      close();
      const following = openCase.onDidSettle(() => void show(null));
      comparison = { openCase, ...other, kept: new Set(), following };
      await vscode.commands.executeCommand('setContext', 'corroborate.comparing', true);
      await vscode.commands.executeCommand(`${viewId}.focus`);
      await show(0);
      return listed().length;
    },
    'corroborate.takeTheirs': async (row) => {
      const one = chosen(row);
      if (!one) return;
      const { openCase, theirs } = one.comparison;
      const plan = takeTheirs(openCase.model, theirs, one.difference);
      if ('refused' in plan) {
        void vscode.window.showWarningMessage(plan.refused);
        return;
      }
      const place = placeOf(one.id);
      if (await applyCaseEdit(openCase, plan.edit)) await show(place);
    },
    'corroborate.keepYours': async (row) => {
      const one = chosen(row);
      if (!one) return;
      const place = placeOf(one.id);
      one.comparison.kept.add(one.id);
      await show(place);
    },
    'corroborate.closeComparison': close,
  };
  const gone = cases.onDidChangeCases(() => {
    if (comparison && !cases.all().includes(comparison.openCase)) close();
  });
  return { commands, dispose: () => vscode.Disposable.from(view, changed, selecting, gone, { dispose: () => comparison?.following.dispose() }).dispose() };
}

async function readOther(openCase: OpenCase, { folder, ref }: ComparisonRequest): Promise<{ readonly theirs: CaseModel; readonly name: string } | undefined> {
  if (folder !== undefined) return readFolder(openCase, vscode.Uri.parse(folder, true));
  if (ref !== undefined) return readRef(openCase, ref);
  const repository = await repositoryOf(openCase.root);
  const items = [
    { label: vscode.l10n.t('A Folder…'), description: vscode.l10n.t('a case, or annotation files alone'), what: 'folder' as const },
    ...(repository ? [{ label: vscode.l10n.t('A Branch, Tag or Commit…'), description: vscode.l10n.t('of this repository'), what: 'ref' as const }] : []),
  ];
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Compare the annotations of {0} with those of', openCase.name) });
  if (!picked) return undefined;
  if (picked.what === 'folder') {
    const [uri] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: vscode.l10n.t('Compare') })) ?? [];
    return uri && readFolder(openCase, uri);
  }
  const refs = (await repository!.getRefs({})).flatMap(({ name, commit }) => (name === undefined ? [] : [{ label: name, description: commit?.slice(0, 8) ?? '' }]));
  const chosen = await vscode.window.showQuickPick(refs, { placeHolder: vscode.l10n.t('Whose annotations?') });
  return chosen && readRef(openCase, chosen.label);
}

async function readFolder(openCase: OpenCase, folder: vscode.Uri): Promise<{ readonly theirs: CaseModel; readonly name: string } | undefined> {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const files = new Map<string, Uint8Array>();
  for (const uri of await listBelow(folder)) {
    const content = await readBytes(uri);
    if (content) files.set(uri.path.slice(prefix.length), content);
  }
  const name = vscode.workspace.asRelativePath(folder);
  if (files.has(manifestName)) return { theirs: caseOf(files), name };
  const annotations = new Map([...files].filter(([path]) => /\.ya?ml$/i.test(path)));
  if (annotations.size === 0) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} is no case, and has no annotation files.', name));
    return undefined;
  }
  return { theirs: withAnnotations(openCase.model, textsOf(openCase.model), annotations).model, name };
}

async function readRef(openCase: OpenCase, ref: string): Promise<{ readonly theirs: CaseModel; readonly name: string } | undefined> {
  const repository = await repositoryOf(openCase.root);
  try {
    if (!repository) throw new Error(vscode.l10n.t('the folder is in no git repository, or git is switched off'));
    const files = new Map(textsOf(openCase.model));
    for (const [path, text] of await changesSince(repository, openCase.root, ref)) {
      if (text === null) files.delete(path);
      else files.set(path, text);
    }
    return { theirs: caseOf(files), name: ref };
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Cannot compare with {0}: {1}', ref, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function textsOf(model: CaseModel): Files {
  return new Map(model.paths().flatMap((path) => {
    const text = model.kindOf(path) === null ? undefined : model.text(path);
    return text ? [[path, text.content] as const] : [];
  }));
}

function bySource(differences: readonly DifferenceRow[]): readonly SourceRow[] {
  return [...groupBy(differences, ({ difference }) => difference.source)].map(([source, rows]) => ({ kind: 'source', source, rows }));
}

function differenceRows({ differences }: Agreement, ours: CaseModel, theirs: CaseModel): DifferenceRow[] {
  const counts = new Map<string, number>();
  return differences.map((difference) => {
    const words = wordsOf(difference, ours, theirs);
    const before = counts.get(words) ?? 0;
    counts.set(words, before + 1);
    return { kind: 'difference', difference, id: before === 0 ? words : `${words} ${before}` };
  });
}

function sourceItem({ source, rows }: SourceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(source, vscode.TreeItemCollapsibleState.Expanded);
  item.id = source;
  item.description = String(rows.length);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

const kindIcons: Readonly<Record<AgreementDifference['kind'], string>> = {
  'only-a': 'diff-removed',
  'only-b': 'diff-added',
  entity: 'diff-modified',
  extent: 'diff-modified',
  value: 'diff-modified',
  qualifiers: 'diff-modified',
};

function differenceItem({ difference, id }: DifferenceRow, { openCase, theirs }: Comparison): vscode.TreeItem {
  const { model } = openCase;
  const ours = sideWords(difference, 'a', model);
  const other = sideWords(difference, 'b', theirs);
  const label = differenceSubject(difference, difference.what === 'claim' && !difference.a ? theirs : model);
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.description = vscode.l10n.t('yours: {0} · theirs: {1}', ours, other);
  item.tooltip = `${differenceKind(difference)}\n${item.description}`;
  item.iconPath = new vscode.ThemeIcon(kindIcons[difference.kind]);
  item.contextValue = 'difference';
  item.accessibilityInformation = { label: `${label}, ${differenceKind(difference)}, ${item.description}` };
  const text = difference.span && model.text(difference.source);
  if (text) item.command = openCommand(openCase, difference.source, toRange(text, difference.span), vscode.l10n.t('Open'));
  return item;
}

function wordsOf(difference: AgreementDifference, ours: CaseModel, theirs: CaseModel): string {
  const { what, kind, source, span } = difference;
  return JSON.stringify([what, kind, source, span, differenceSubject(difference, ours), sideWords(difference, 'a', ours), sideWords(difference, 'b', theirs)]);
}

function summary({ overall, sources, leftOut }: Agreement, left: number): string {
  const { mentions, claims } = overall;
  const lines = [
    left === 1 ? vscode.l10n.t('1 difference left') : vscode.l10n.t('{0} differences left', left),
    vscode.l10n.t('Names: {0}; {1}', matchWords(mentions.strict.entity), kappaWords(mentions.wordKappa)),
    vscode.l10n.t('Claims: {0}', matchWords(claims.value)),
    ...(leftOut.length === 0 ? [] : [vscode.l10n.t('{0} of {1} sources left out: {2}', leftOut.length, leftOut.length + sources.length, leftOut.map(({ source, reason }) => `${source} (${reason})`).join(', '))]),
  ];
  return lines.join('\n');
}
