import * as vscode from 'vscode';
import type { OpenWork, OpenWorkArticle, OpenWorkGroup, OpenWorkItem, OpenWorkKind, WorkNode } from '../../core/features/openWork';
import { createOpenWorkReader } from '../../core/features/openWork';
import type { Severity } from '../../core/diagnostics/diagnostic';
import type { Cases } from '../case/cases';
import { createCaseTree, openCommand } from './caseTree';
import type { CommandHandlers } from '../commands';
import type { OpenCase } from '../case/openCase';
import { openPlace } from '../case/openPlace';
import { toRange } from '../case/positions';

const viewId = 'corroborate.openWork';
/** How long the view waits for what the articles offer, in milliseconds: in most cases that comes at once, and rows would flicker. */
const patience = 300;

/** The side bar's view of what waits for a person, with the count of decisions as its badge. */
export function registerOpenWorkView(
  cases: Cases,
): vscode.Disposable & { readonly commands: Pick<CommandHandlers, 'corroborate.showWorkDiscrepancy' | 'corroborate.showFixes'> } {
  const readers = new WeakMap<OpenCase, ReturnType<typeof createOpenWorkReader>>();
  const work = new Map<OpenCase, OpenWork>();
  const waiting = new Map<OpenCase, ReturnType<typeof setTimeout>>();
  const tree = createCaseTree<WorkNode>(cases, {
    children: (openCase, node) => childrenOf(work.get(openCase), node),
    parent: (openCase, node) => parentOf(work.get(openCase), node),
    item: itemOf,
    argument: (openCase, node) => (node.kind === 'item' ? argumentOf(openCase, node.item) : {}),
  });
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const show = () => {
    for (const openCase of work.keys()) if (!cases.all().includes(openCase)) work.delete(openCase);
    const decisions = [...work.values()].reduce((sum, each) => sum + each.decisions, 0);
    view.badge = decisions > 0 ? { value: decisions, tooltip: decisionWords(decisions) } : undefined;
    tree.refresh();
  };
  const read = (openCase: OpenCase) => {
    clearTimeout(waiting.get(openCase));
    let reader = readers.get(openCase);
    if (!reader) readers.set(openCase, (reader = createOpenWorkReader(openCase.model)));
    work.set(openCase, reader(openCase.isSuggested()));
    show();
  };
  const registered = vscode.Disposable.from(
    view,
    tree,
    new vscode.Disposable(() => waiting.forEach((timer) => clearTimeout(timer))),
    cases.onDidChangeCases(show),
    cases.onDidSettleCase((openCase) => {
      clearTimeout(waiting.get(openCase));
      if (work.has(openCase)) waiting.set(openCase, setTimeout(() => read(openCase), patience));
      else read(openCase);
    }),
    cases.onDidSuggestCase(read),
  );
  return {
    dispose: () => registered.dispose(),
    commands: {
      'corroborate.showWorkDiscrepancy': async (row) => {
        const chosen = row ?? view.selection[0];
        if (chosen?.kind !== 'node' || chosen.node.kind !== 'item' || chosen.node.item.group === undefined) return;
        const options = { root: chosen.openCase.root.toString(), group: chosen.node.item.group };
        await vscode.commands.executeCommand('corroborate.openDiscrepancies', options);
      },
      'corroborate.showFixes': async (row) => {
        const chosen = row ?? view.selection[0];
        if (chosen?.kind !== 'node' || chosen.node.kind !== 'item') return;
        const { file, span } = chosen.node.item;
        const editor = await openPlace(chosen.openCase, file, span);
        if (editor) await vscode.commands.executeCommand('editor.action.quickFix');
      },
    },
  };
}

/** What the commands of annotating take: a row of the view is as good as a place in the article. */
function argumentOf({ root }: OpenCase, { file, span, suggestion }: OpenWorkItem) {
  return { root: root.toString(), file, span, ...(suggestion === undefined ? {} : { suggestion }) };
}

function childrenOf(work: OpenWork | undefined, node: WorkNode | null): readonly WorkNode[] {
  switch (node?.kind) {
    case undefined:
      return (work?.groups ?? []).map(groupNode);
    case 'group':
      return node.group.articles.map((article) => articleNode(node.group, article));
    case 'article':
      return node.article.items.map(itemNode);
    case 'item':
      return [];
  }
}

function parentOf(work: OpenWork | undefined, node: WorkNode): WorkNode | null {
  if (node.kind === 'group') return null;
  if (node.kind === 'article') return groupNode(node.group);
  const group = work?.groups.find(({ kind }) => kind === node.item.kind);
  const article = group?.articles.find(({ source }) => source === node.item.source);
  return group && article ? articleNode(group, article) : null;
}

const groupNode = (group: OpenWorkGroup): WorkNode => ({ kind: 'group', id: group.kind, group });
const articleNode = (group: OpenWorkGroup, article: OpenWorkArticle): WorkNode => ({
  kind: 'article',
  id: `${group.kind}//${article.source}`,
  group,
  article,
});
const itemNode = (item: OpenWorkItem): WorkNode => ({ kind: 'item', id: item.id, item });

const icons: Readonly<Record<OpenWorkKind, vscode.ThemeIcon>> = {
  discrepancy: new vscode.ThemeIcon('diff', new vscode.ThemeColor('list.warningForeground')),
  anchor: new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('list.warningForeground')),
  ambiguous: new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')),
  unlinked: new vscode.ThemeIcon('link'),
  suggestion: new vscode.ThemeIcon('lightbulb'),
};

function itemOf(openCase: OpenCase, node: WorkNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'group': {
      const { kind, count, articles } = node.group;
      const label = kindWords(kind);
      const item = new vscode.TreeItem(label, articles.length === 1 ? Expanded : Collapsed);
      return Object.assign(item, {
        description: String(count),
        iconPath: icons[kind],
        contextValue: `work.${kind}.all`,
        accessibilityInformation: { label: `${label}, ${count}` },
      });
    }
    case 'article': {
      const { title, source, items } = node.article;
      const item = new vscode.TreeItem(title, Collapsed);
      return Object.assign(item, {
        description: String(items.length),
        tooltip: source,
        contextValue: 'work.article',
        accessibilityInformation: { label: `${title}, ${items.length}` },
      });
    }
    case 'item': {
      const { kind, name, detail, places, file, span, severity } = node.item;
      const text = openCase.model.text(file);
      const more = places > 1 && kind !== 'discrepancy' ? vscode.l10n.t('{0} places', places) : '';
      // The verdict first: what a discrepancy is about is often longer than a row.
      const [label, about] = kind === 'discrepancy' ? [detail, name] : [name, detail];
      const description = [about, more].filter((words) => words !== '').join(' · ');
      return Object.assign(new vscode.TreeItem(label, None), {
        description,
        tooltip: description === '' ? label : `${label}\n${description}`,
        contextValue: `work.${kind}`,
        ...(severity ? { iconPath: severityIcon(severity) } : {}),
        command: openCommand(openCase, file, text && toRange(text, span), vscode.l10n.t('Open')),
        accessibilityInformation: { label: [kindWords(kind), label, description].filter((words) => words !== '').join(', ') },
      });
    }
  }
}

/** As the list of problems draws them. */
function severityIcon(severity: Severity): vscode.ThemeIcon {
  if (severity === 'error') return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (severity === 'warning') return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('info', new vscode.ThemeColor('editorInfo.foreground'));
}

function kindWords(kind: OpenWorkKind): string {
  switch (kind) {
    case 'discrepancy':
      return vscode.l10n.t('Discrepancies to review');
    case 'anchor':
      return vscode.l10n.t('Quotes that changed or are gone');
    case 'ambiguous':
      return vscode.l10n.t('Ambiguous names');
    case 'unlinked':
      return vscode.l10n.t('Unlinked names');
    case 'suggestion':
      return vscode.l10n.t('Suggested claims');
  }
}

function decisionWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 thing needs a decision') : vscode.l10n.t('{0} things need a decision', count);
}
