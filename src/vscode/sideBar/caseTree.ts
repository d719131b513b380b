import * as vscode from 'vscode';
import type { Span } from '../../core/text/text';
import type { Cases } from '../case/cases';
import type { OpenCase } from '../case/openCase';

/** What a row stands for, as the commands take it that its menu has: a place, or a suggested claim (see `CommandArguments`). */
interface RowArgument {
  readonly root?: string;
  readonly file?: string;
  readonly span?: Span;
  readonly suggestion?: string;
}

/** A node of a case's tree, or the case itself, which a tree has as root where the workspace holds several. */
export type CaseNode<T> =
  | { readonly kind: 'case'; readonly openCase: OpenCase }
  | { readonly kind: 'node'; readonly openCase: OpenCase; readonly node: T };

/** What a tree says of the nodes of one case. */
export interface CaseTreeContent<T> {
  children(openCase: OpenCase, node: T | null): readonly T[];
  parent(openCase: OpenCase, node: T): T | null;
  item(openCase: OpenCase, node: T): vscode.TreeItem;
  /** Goes with the row to the commands of its menu. */
  argument?(openCase: OpenCase, node: T): RowArgument;
  tooltip?(openCase: OpenCase, node: T): vscode.MarkdownString | undefined;
}

export interface CaseTree<T> extends vscode.TreeDataProvider<CaseNode<T>> {
  refresh(): void;
}

/**
 * A tree over all cases of the workspace, each from when it has settled for the first time. Ids of items are those of the nodes, apart for
 * each case.
 */
export function createCaseTree<T extends { readonly id: string }>(cases: Cases, content: CaseTreeContent<T>): CaseTree<T> & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const below = (openCase: OpenCase, node: T | null): CaseNode<T>[] =>
    content.children(openCase, node).map((child) => ({ kind: 'node', openCase, node: child, ...content.argument?.(openCase, child) }));
  const settled = new WeakSet<OpenCase>();
  const subscription = cases.onDidSettleCase((openCase) => settled.add(openCase));
  const whenSettled = async (openCase: OpenCase) => {
    if (settled.has(openCase)) return;
    await new Promise<void>((resolve) => {
      const waiting = openCase.onDidSettle(() => {
        waiting.dispose();
        resolve();
      });
    });
  };
  return {
    onDidChangeTreeData: changed.event,
    refresh: () => changed.fire(),
    async getChildren(element) {
      if (element) return below(element.openCase, element.kind === 'case' ? null : element.node);
      await cases.ready;
      await Promise.all(cases.all().map(whenSettled));
      const all = cases.all();
      return all.length > 1 ? all.map((openCase) => ({ kind: 'case', openCase })) : all.flatMap((openCase) => below(openCase, null));
    },
    getParent(element) {
      if (element.kind === 'case') return null;
      const { openCase } = element;
      const parent = content.parent(openCase, element.node);
      if (parent) return { kind: 'node', openCase, node: parent };
      return cases.all().length > 1 ? { kind: 'case', openCase } : null;
    },
    getTreeItem(element) {
      const { openCase } = element;
      if (element.kind === 'case') {
        const item = new vscode.TreeItem(openCase.name, vscode.TreeItemCollapsibleState.Expanded);
        return Object.assign(item, { id: openCase.root.toString(), iconPath: vscode.ThemeIcon.Folder, contextValue: 'case' });
      }
      const item = content.item(openCase, element.node);
      item.id = `${openCase.root.toString()}#${element.node.id}`;
      return item;
    },
    resolveTreeItem(item, element) {
      if (element.kind === 'node') item.tooltip ??= content.tooltip?.(element.openCase, element.node);
      return item;
    },
    dispose: () => vscode.Disposable.from(changed, subscription).dispose(),
  };
}

/** Opens a place as VS Code's own lists do: a click previews it, Enter opens it, modifiers put it beside. */
export function openCommand(openCase: OpenCase, file: string, range: vscode.Range | undefined, title: string): vscode.Command {
  const options: vscode.TextDocumentShowOptions = range ? { selection: range } : {};
  return { command: 'vscode.open', title, arguments: [openCase.uriOf(file), options] };
}
