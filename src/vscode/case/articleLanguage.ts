import * as vscode from 'vscode';
import type { Cases } from './cases';

export const articleLanguageId = 'corroborate-article';

/**
 * Gives plain-text articles of a case the article language. A person who picks another language for a document keeps it:
 * a document that comes back as plain text in the same turn was switched by hand.
 */
export function registerArticleLanguage(cases: Cases): vscode.Disposable {
  const closedThisTurn = new Set<string>();
  const chosen = new Set<string>();
  const adopt = (document: vscode.TextDocument) => {
    if (document.languageId !== 'plaintext' || document.isClosed || chosen.has(document.uri.toString())) return;
    if (!vscode.workspace.getConfiguration('corroborate', document.uri).get<boolean>('articleLanguage', true)) return;
    const owner = cases.of(document.uri);
    // Until the manifest is read, the default patterns would decide.
    if (!owner || owner.openCase.progress || owner.openCase.model.kindOf(owner.path) !== 'article') return;
    void vscode.languages.setTextDocumentLanguage(document, articleLanguageId);
  };
  const adoptAll = () => vscode.workspace.textDocuments.forEach(adopt);
  adoptAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidCloseTextDocument((document) => {
      const key = document.uri.toString();
      if (document.languageId === articleLanguageId) {
        closedThisTurn.add(key);
        setTimeout(() => closedThisTurn.delete(key), 0);
      }
      chosen.delete(key);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const key = document.uri.toString();
      if (closedThisTurn.has(key) && document.languageId !== articleLanguageId) chosen.add(key);
      adopt(document);
    }),
    cases.onDidChangeCase(adoptAll),
    cases.onDidChangeCases(adoptAll),
  );
}
