import * as vscode from 'vscode';
import type { ArticleWork, ArticleWorkKind } from '../core/features/articleWork';
import { articleWork, nextWork } from '../core/features/articleWork';
import { tell } from './annotations';
import { articleCursor, reveal } from './articlePlace';
import type { Cases } from './cases';
import { openPlace } from './openPlace';
import { toOffset } from './positions';
import type { ShownSuggestion } from './suggestions';

/** How the status bar tells that nothing is left. */
function nothingLeft(kind: ArticleWorkKind): string {
  switch (kind) {
    case 'suggestion':
      return vscode.l10n.t('No suggested claims are left in this case.');
    case 'unlinked':
      return vscode.l10n.t('No unlinked names are left in this case.');
    case 'ambiguous':
      return vscode.l10n.t('No ambiguous names are left in this case.');
    case 'discrepancy':
      return vscode.l10n.t('No discrepancies are left in this case.');
  }
}

/**
 * Goes to the next or previous open work of a kind, around the article; from an article where none is left to the next one that has
 * some, in the order of sources.
 */
export async function goToWork(cases: Cases, shown: ShownSuggestion, kind: ArticleWorkKind, direction: 1 | -1): Promise<void> {
  const cursor = articleCursor(cases);
  if (typeof cursor === 'string') return void vscode.window.showInformationMessage(cursor);
  const { openCase, source, text, editor } = cursor;
  const { model } = openCase;
  const selected = { start: toOffset(text, editor.selection.start), end: toOffset(text, editor.selection.end) };
  const here = nextWork(articleWork(model, source, kind), shown.lastAt(editor) ?? selected, direction);
  if (here) {
    reveal(editor, text, here.span);
    shown.arrived(editor, here);
    return;
  }
  const elsewhere = nextArticle(cursor, kind, direction);
  if (!elsewhere) return tell(nothingLeft(kind));
  const opened = await openPlace(openCase, elsewhere.source, elsewhere.work.span);
  if (opened) shown.arrived(opened, elsewhere.work);
}

function nextArticle({ openCase: { model }, source }: Exclude<ReturnType<typeof articleCursor>, string>, kind: ArticleWorkKind, direction: 1 | -1) {
  const ids = model.sources().map(({ id }) => id);
  const at = ids.indexOf(source);
  for (let step = 1; step < ids.length; step++) {
    const id = ids[(at + direction * step + ids.length * 2) % ids.length]!;
    const list: readonly ArticleWork[] = articleWork(model, id, kind);
    const work = direction === 1 ? list[0] : list.at(-1);
    if (work) return { source: id, work };
  }
  return undefined;
}
