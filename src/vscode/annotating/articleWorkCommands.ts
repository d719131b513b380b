import * as vscode from 'vscode';
import type { ArticleWork, ArticleWorkKind } from '../../core/features/articleWork';
import { articleWork, nextWork, workWords } from '../../core/features/articleWork';
import { sourceTitle } from '../../core/features/claimText';
import type { Annotations } from '../editing/annotations';
import { articleCursor, reveal } from '../case/articlePlace';
import type { Cases } from '../case/cases';
import { openPlace } from '../case/openPlace';
import { toOffset } from '../case/positions';
import type { ShownSuggestion } from '../reading/suggestions';

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

/** How the status bar tells which one of an article the person is at. */
function position(kind: ArticleWorkKind, at: number, of: number): string {
  switch (kind) {
    case 'suggestion':
      return vscode.l10n.t('Suggested claim {0} of {1}', at, of);
    case 'unlinked':
      return vscode.l10n.t('Unlinked name {0} of {1}', at, of);
    case 'ambiguous':
      return vscode.l10n.t('Ambiguous name {0} of {1}', at, of);
    case 'discrepancy':
      return vscode.l10n.t('Discrepancy {0} of {1}', at, of);
  }
}

/**
 * Goes to the next or previous open work of a kind, around the article; from an article where none is left to the next one that has
 * some, in the order of sources. Tells which one it is, or that there is none.
 */
export async function goToWork(cases: Cases, { tell }: Pick<Annotations, 'tell'>, shown: ShownSuggestion, kind: ArticleWorkKind, direction: 1 | -1): Promise<void> {
  const cursor = articleCursor(cases);
  if (typeof cursor === 'string') return void vscode.window.showInformationMessage(cursor);
  const { openCase, source, text, editor } = cursor;
  const { model } = openCase;
  const arrive = (at: vscode.TextEditor, id: string, work: ArticleWork) => {
    shown.arrived(at, work);
    const list = articleWork(model, id, kind);
    const number = list.findIndex(({ span, key }) => key === work.key && span.start === work.span.start) + 1;
    const where = id === source ? position(kind, number, list.length) : `${sourceTitle(model, id)}: ${position(kind, number, list.length)}`;
    const { short, full } = workWords(model, id, kind, work);
    // What is suggested stands in the status bar for as long as the cursor is there.
    tell(kind === 'suggestion' ? where : `${where}: ${short}`, `${where}: ${full}`);
  };
  const selected = { start: toOffset(text, editor.selection.start), end: toOffset(text, editor.selection.end) };
  const here = nextWork(articleWork(model, source, kind), shown.lastAt(editor) ?? selected, direction);
  if (here) {
    reveal(editor, text, here.span);
    arrive(editor, source, here);
    return;
  }
  const elsewhere = nextArticle(cursor, kind, direction);
  if (!elsewhere) return tell(nothingLeft(kind));
  const opened = await openPlace(openCase, elsewhere.source, elsewhere.work.span);
  if (opened) arrive(opened, elsewhere.source, elsewhere.work);
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
