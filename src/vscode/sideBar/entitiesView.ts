import * as vscode from 'vscode';
import type { EntityNode, EntityRowNode, EntityScope, EntityTree, EntityView, RangeNode } from '../../core/features/entityTree';
import { createEntityTree } from '../../core/features/entityTree';
import { targetsAt } from '../../core/features/targets';
import type { Target } from '../../core/features/targets';
import { memoizeLast } from '../../core/memo';
import { casePlace } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import type { CaseNode } from './caseTree';
import { createCaseTree, openCommand } from './caseTree';
import type { CommandHandlers } from '../commands';
import { entityIcon } from '../reading/entityIcons';
import { entityCardMarkdown } from '../reading/hover';
import type { OpenCase } from '../case/openCase';
import { openPlace } from '../case/openPlace';
import { toRange } from '../case/positions';

const viewId = 'corroborate.entities';
const sortKey = 'corroborate.entities.sort';
/** How long a person types a filter before the tree follows, in milliseconds. */
const filterPause = 150;

type Element = CaseNode<EntityNode>;

type EntityCommand =
  | 'corroborate.filterEntities'
  | 'corroborate.chooseEntityScope'
  | 'corroborate.clearEntityFilter'
  | 'corroborate.sortEntitiesByName'
  | 'corroborate.sortEntitiesByMentions'
  | 'corroborate.revealEntity'
  | 'corroborate.openRegistryEntry'
  | 'corroborate.showEntityDiscrepancies';

/** The side bar's view of entities, and the handlers of its commands. */
export function registerEntitiesView(
  cases: Cases,
  state: vscode.Memento,
): vscode.Disposable & { readonly commands: Pick<CommandHandlers, EntityCommand> } {
  const trees = new WeakMap<OpenCase, EntityTree>();
  const treeOf = (openCase: OpenCase) => {
    let tree = trees.get(openCase);
    if (!tree) trees.set(openCase, (tree = createEntityTree(openCase.model)));
    return tree;
  };
  let words = '';
  let scope: EntityScope = 'all';
  const sort = () => state.get<EntityView['sort']>(sortKey, 'name');
  const views = new WeakMap<OpenCase, typeof asView>();
  const viewOf = (openCase: OpenCase): EntityView => {
    let view = views.get(openCase);
    if (!view) views.set(openCase, (view = memoizeLast(asView)));
    return view(words, scope, sort(), activeArticle(openCase));
  };
  const isFiltered = () => words !== '' || scope !== 'all';
  const countShown = (openCase: OpenCase) => treeOf(openCase).count(viewOf(openCase));

  const tree = createCaseTree<EntityNode>(cases, {
    children: (openCase, node) => treeOf(openCase).children(node, viewOf(openCase)),
    parent: (openCase, node) => treeOf(openCase).parent(node, viewOf(openCase)),
    item: (openCase, node) => itemOf(openCase, node, isFiltered()),
    tooltip: (openCase, node) =>
      node.kind === 'entity' ? entityCardMarkdown(openCase, node.entity.id, viewOf(openCase).article) : undefined,
  });
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  let article = articleKey(cases);
  const update = () => {
    article = articleKey(cases);
    const all = cases.all();
    const total = all.reduce((sum, { model }) => sum + model.registry().entities.size, 0);
    void setContext('corroborate.entities.filtered', isFiltered());
    void setContext('corroborate.entities.sort', sort());
    const shown = isFiltered() ? all.reduce((sum, each) => sum + countShown(each), 0) : total;
    const hasArticles = all.some(({ model }) => model.sources().length > 0);
    void setContext('corroborate.entities.state', all.length === 0 ? '' : stateOf(hasArticles, total, shown));
    view.message = isFiltered() && shown > 0 ? filterWords(words, scope, shown, total) : undefined;
    tree.refresh();
  };
  const setFilter = (newWords: string, newScope: EntityScope) => {
    if (newWords === words && newScope === scope) return;
    words = newWords;
    scope = newScope;
    update();
  };
  void setContext('corroborate.entities.sort', sort());

  const reveal = async () => {
    const editor = vscode.window.activeTextEditor;
    const owner = editor && cases.of(editor.document.uri);
    const place = owner && casePlace(owner.openCase, editor.document, editor.selection.active);
    const id = place && targetsAt(owner.openCase.model, place.path, place.offset).map(entityOf).find((each) => each !== null);
    if (!id) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no linked name under the cursor.'));
      return;
    }
    const { openCase } = owner;
    const find = () => treeOf(openCase).find(id, viewOf(openCase));
    if (!find()) setFilter('', 'all');
    const node = find();
    if (node) await view.reveal({ kind: 'node', openCase, node }, { select: true, focus: true, expand: true });
  };
  const selected = (element: Element | undefined): { readonly openCase: OpenCase; readonly node: EntityRowNode } | undefined => {
    const chosen = element ?? view.selection[0];
    return chosen?.kind === 'node' && chosen.node.kind === 'entity' ? { openCase: chosen.openCase, node: chosen.node } : undefined;
  };

  const registered = vscode.Disposable.from(
    view,
    tree,
    cases.onDidChangeCases(update),
    cases.onDidSettleCase(update),
    vscode.window.onDidChangeActiveTextEditor(() => {
      if (articleKey(cases) !== article) update();
    }),
  );
  return {
    dispose: () => registered.dispose(),
    commands: {
      'corroborate.filterEntities': () => typeFilter(words, (typed) => setFilter(typed, scope)),
      'corroborate.chooseEntityScope': async () => setFilter(words, (await pickScope(scope)) ?? scope),
      'corroborate.clearEntityFilter': () => setFilter('', 'all'),
      'corroborate.sortEntitiesByName': () => state.update(sortKey, 'name').then(update),
      'corroborate.sortEntitiesByMentions': () => state.update(sortKey, 'mentions').then(update),
      'corroborate.revealEntity': reveal,
      'corroborate.openRegistryEntry': async (element) => {
        const chosen = selected(element);
        if (chosen) await openPlace(chosen.openCase, chosen.node.entity.file, chosen.node.entity.idSpan);
      },
      'corroborate.showEntityDiscrepancies': async (element) => {
        const chosen = selected(element);
        if (!chosen) return;
        const options = { root: chosen.openCase.root.toString(), entity: chosen.node.entity.id };
        await vscode.commands.executeCommand('corroborate.openDiscrepancies', options);
      },
    },
  };
}

/** What an empty view is empty of, for its welcome. */
function stateOf(hasArticles: boolean, total: number, shown: number): string {
  if (total === 0) return hasArticles ? 'noEntities' : 'noArticles';
  return shown === 0 ? 'noMatch' : 'some';
}

function asView(words: string, scope: EntityScope, sort: EntityView['sort'], article: string | null): EntityView {
  return { words, scope, sort, article };
}

/** The article in the active editor, or the one that the annotation file there is about. */
function activeArticle(openCase: OpenCase): string | null {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const path = uri ? openCase.pathOf(uri) : null;
  if (path === null) return null;
  const { model } = openCase;
  const source = model.source(path) ? path : model.annotationFile(path)?.data.source?.text;
  return source !== undefined && model.source(source) ? source : null;
}

function articleKey(cases: Cases): string {
  return cases.all().map((openCase) => activeArticle(openCase) ?? '').join('\n');
}

function entityOf(target: Target): string | null {
  switch (target.kind) {
    case 'mention':
      return target.mention.entity ?? target.mention.candidates[0] ?? null;
    case 'alias':
      return target.entity.id;
    case 'id':
      return target.occurrence.kind === 'entity' ? target.occurrence.id : null;
    case 'link':
      return target.entry.entity?.text ?? null;
    case 'passage':
    case 'quote':
      return target.claim.subject;
  }
}

function itemOf(openCase: OpenCase, node: EntityNode, isOpen: boolean): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'type': {
      const label = node.type.charAt(0).toUpperCase() + node.type.slice(1);
      const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
      return Object.assign(item, {
        description: String(node.count),
        iconPath: entityIcon(node.type),
        contextValue: 'type',
        accessibilityInformation: { label: `${label}, ${entityCount(node.count)}` },
      });
    }
    case 'range': {
      const item = new vscode.TreeItem(rangeWords(node), Collapsed);
      return Object.assign(item, { description: String(node.count), contextValue: 'range' });
    }
    case 'entity': {
      const { entity, mentions, here, claims, discrepancies } = node;
      const hereWords = here > 0 && here < mentions ? `, ${vscode.l10n.t('{0} here', here)}` : '';
      const others = [
        ...(claims > 0 ? [claims === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims)] : []),
        ...(discrepancies > 0 ? [discrepancyCount(discrepancies)] : []),
      ];
      const item = new vscode.TreeItem(entity.name, mentions > 0 ? Collapsed : None);
      return Object.assign(item, {
        description: [`${mentions}${hereWords}`, ...others].join(' · '),
        iconPath: entityIcon(entity.type),
        contextValue: discrepancies > 0 ? 'entity.disputed' : 'entity',
        accessibilityInformation: { label: [entity.name, entity.type, mentionCount(mentions) + hereWords, ...others].join(', ') },
      });
    }
    case 'source': {
      const item = new vscode.TreeItem(node.title, Collapsed);
      return Object.assign(item, {
        description: String(node.count),
        iconPath: new vscode.ThemeIcon('file-text'),
        tooltip: node.source,
        contextValue: 'source',
        accessibilityInformation: { label: `${node.title}, ${mentionCount(node.count)}` },
      });
    }
    case 'mention': {
      const { mention, before, words, after } = node;
      const text = openCase.model.text(mention.source);
      const label = `${before}${words}${after}`;
      const item = new vscode.TreeItem({ label, highlights: [[before.length, before.length + words.length]] }, None);
      return Object.assign(item, {
        command: openCommand(openCase, mention.source, text && toRange(text, mention.span), vscode.l10n.t('Open Mention')),
        contextValue: 'mention',
        tooltip: label,
        accessibilityInformation: { label: text ? vscode.l10n.t('{0}, line {1}', label, toRange(text, mention.span).start.line + 1) : label },
      });
    }
  }
}

function rangeWords({ names, from, count }: RangeNode): string {
  return names ? `${names[0]} … ${names[1]}` : `${from} … ${from + count - 1}`;
}

function mentionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}

function entityCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 entity') : vscode.l10n.t('{0} entities', count);
}

function discrepancyCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 discrepancy') : vscode.l10n.t('{0} discrepancies', count);
}

function scopeWords(scope: EntityScope): string {
  switch (scope) {
    case 'all':
      return vscode.l10n.t('All entities');
    case 'here':
      return vscode.l10n.t('Named in the active article');
    case 'elsewhere':
      return vscode.l10n.t('Not named in the active article');
    case 'discrepancies':
      return vscode.l10n.t('With discrepancies');
  }
}

function filterWords(words: string, scope: EntityScope, shown: number, total: number): string {
  const parts = [...(scope === 'all' ? [] : [scopeWords(scope)]), ...(words === '' ? [] : [`“${words}”`])];
  return `${parts.join(' · ')}: ${vscode.l10n.t('{0} of {1}', shown, total)}`;
}

/** Asks for a filter; the tree follows while a person types, and Escape takes it back. */
function typeFilter(before: string, filter: (words: string) => void): void {
  const input = vscode.window.createInputBox();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isAccepted = false;
  input.title = vscode.l10n.t('Filter Entities');
  input.placeholder = vscode.l10n.t('Part of a name, an alias or an id');
  input.value = before;
  input.onDidChangeValue((typed) => {
    clearTimeout(pause);
    pause = setTimeout(() => filter(typed.trim()), filterPause);
  });
  input.onDidAccept(() => {
    isAccepted = true;
    filter(input.value.trim());
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(pause);
    if (!isAccepted) filter(before);
    input.dispose();
  });
  input.show();
}

async function pickScope(current: EntityScope): Promise<EntityScope | undefined> {
  const scopes: readonly EntityScope[] = ['all', 'here', 'elsewhere', 'discrepancies'];
  const items = scopes.map((scope) => ({ label: scopeWords(scope), scope, iconPath: new vscode.ThemeIcon(scope === current ? 'check' : 'blank') }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which entities to show') });
  return picked?.scope;
}

function setContext(key: string, value: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
