import * as vscode from 'vscode';
import type { Cases } from '../case/cases';

/** Keeps articles from being typed into while a person annotates. */
export interface ArticleLock extends vscode.Disposable {
  /** Locks or unlocks articles until the window closes, whatever the setting says. */
  set(locked: boolean): Promise<void>;
}

const contextKey = 'corroborate.articlesLocked';

/**
 * Makes articles read-only for the session while `corroborate.lockArticles` or a command says so. VS Code can do that for the active
 * editor alone, so that each article follows when it becomes that; no setting of anyone is written.
 */
export function createArticleLock(cases: Cases): ArticleLock {
  let chosen: boolean | undefined;
  const locked = new Set<string>();
  const item = vscode.window.createStatusBarItem('corroborate.lock', vscode.StatusBarAlignment.Right);
  item.name = vscode.l10n.t('Corroborate: Articles Locked');
  item.text = `$(lock) ${vscode.l10n.t('Article locked')}`;
  item.tooltip = vscode.l10n.t('Articles are locked while you annotate: keys alone annotate. Select to unlock them.');
  item.command = 'corroborate.unlockArticles';

  const isWanted = (uri: vscode.Uri) => chosen ?? vscode.workspace.getConfiguration('corroborate', uri).get<boolean>('lockArticles', false);
  const follow = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const owner = document && cases.of(document.uri);
    const wanted = document ? isWanted(document.uri) : (chosen ?? false);
    void vscode.commands.executeCommand('setContext', contextKey, wanted);
    if (!document || owner?.openCase.model.kindOf(owner.path) !== 'article') return item.hide();
    if (wanted) item.show();
    else item.hide();
    const key = document.uri.toString();
    if (wanted === locked.has(key)) return;
    if (wanted) locked.add(key);
    else locked.delete(key);
    await vscode.commands.executeCommand(
      wanted ? 'workbench.action.files.setActiveEditorReadonlyInSession' : 'workbench.action.files.resetActiveEditorReadonlyInSession',
    );
  };
  const subscriptions = [
    item,
    vscode.window.onDidChangeActiveTextEditor(follow),
    cases.onDidChangeCases(follow),
    cases.onDidSettleCase(follow),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('corroborate.lockArticles')) return;
      chosen = undefined;
      void follow();
    }),
  ];
  void follow();
  return {
    async set(wanted) {
      chosen = wanted;
      await follow();
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}
