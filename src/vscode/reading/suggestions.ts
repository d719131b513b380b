import * as vscode from 'vscode';
import { annotationFileOf } from '../../core/edits/annotationPath';
import type { ArticleWork, Suggestion } from '../../core/features/articleWork';
import { suggestionsAt, suggestionWords } from '../../core/features/articleWork';
import type { Span } from '../../core/text/text';
import { caseDocument } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import { commandLink } from '../commands';
import { bold, cardMarkdown, escapeMarkdown, link } from './markdown';
import type { OpenCase } from '../case/openCase';
import { toOffset, toRange } from '../case/positions';
import { actionWithFile } from '../case/writtenTo';

/** Which suggestion the person is at, and shows it in the article. */
export interface ShownSuggestion extends vscode.Disposable {
  /** The suggestion at the selection of an editor: the one that was gone to, while the selection stays, else the shortest. */
  at(editor: vscode.TextEditor): (Suggestion & { readonly openCase: OpenCase; readonly source: string }) | undefined;
  /** Tells that the selection of `editor` was put on a place of open work. */
  arrived(editor: vscode.TextEditor, work: ArticleWork): void;
  /** Where `arrived` was told of last, while the selection is still there. */
  lastAt(editor: vscode.TextEditor): ArticleWork | undefined;
}

/** Suggestions that a card lists. */
const mostInCard = 4;

/** Marks the suggestion under the cursor, and says behind it and in the status bar what accepting it would record. */
export function createShownSuggestion(cases: Cases): ShownSuggestion {
  let last: { readonly uri: string; readonly selection: vscode.Selection; readonly work: ArticleWork } | undefined;
  const passage = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('corroborate.suggestionBackground'),
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('corroborate.suggestionBorder'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const item = vscode.window.createStatusBarItem('corroborate.suggestion', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Corroborate: Suggested Claim');
  item.command = 'corroborate.acceptSuggestion';

  const lastAt = (editor: vscode.TextEditor) =>
    last?.uri === editor.document.uri.toString() && last.selection.isEqual(editor.selection) ? last.work : undefined;
  const at: ShownSuggestion['at'] = (editor) => {
    const owner = cases.of(editor.document.uri);
    const member = owner && caseDocument(owner.openCase, editor.document);
    if (!member || !owner.openCase.model.source(member.path)) return undefined;
    const { openCase } = owner;
    const selected: Span = { start: toOffset(member.text, editor.selection.start), end: toOffset(member.text, editor.selection.end) };
    const here = suggestionsAt(openCase.model, member.path, selected);
    const found = here.find(({ key }) => key === lastAt(editor)?.key) ?? here[0];
    return found && { ...found, openCase, source: member.path };
  };
  const changed = new vscode.EventEmitter<void>();
  let hinted = '';
  const paint = (editor: vscode.TextEditor) => {
    const owner = cases.of(editor.document.uri);
    const isActive = editor === vscode.window.activeTextEditor;
    const shown = isActive && owner?.openCase.isSuggested() ? at(editor) : undefined;
    const text = shown && shown.openCase.model.text(shown.source);
    editor.setDecorations(passage, shown && text ? [toRange(text, shown.span)] : []);
    if (!isActive) return;
    const hint = shown ? JSON.stringify([editor.document.uri.toString(), shown.span, shown.key]) : '';
    if (hint !== hinted) changed.fire();
    hinted = hint;
    if (!shown) return item.hide();
    const words = suggestionWords(shown.openCase.model, shown.claim);
    item.text = `$(lightbulb) ${words.replaceAll('$(', '$\u200b(')}`;
    item.tooltip = actionWithFile(vscode.l10n.t('Suggested claim. Select to accept it'), shown.openCase.model, shown.source);
    item.show();
  };
  const paintAll = () => {
    vscode.window.visibleTextEditors.forEach(paint);
    if (!vscode.window.activeTextEditor) item.hide();
  };
  const subscriptions = [
    passage,
    item,
    changed,
    // Words after a decoration would push the rest of the line out of view; a hint is wrapped like the text.
    vscode.languages.registerInlayHintsProvider({ language: 'corroborate-article' }, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints(document, range) {
        const editor = vscode.window.activeTextEditor;
        const shown = editor?.document === document && cases.of(document.uri)?.openCase.isSuggested() ? at(editor) : undefined;
        const text = shown && shown.openCase.model.text(shown.source);
        if (!text) return [];
        const position = toRange(text, shown.span).end;
        return range.contains(position) ? [hintOf(shown, position)] : [];
      },
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => paint(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(paintAll),
    cases.onDidSuggestCase(paintAll),
    cases.onDidChangeCases(paintAll),
  ];
  return {
    at,
    lastAt,
    arrived(editor, work) {
      last = { uri: editor.document.uri.toString(), selection: editor.selection, work };
      paint(editor);
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

function hintOf({ openCase, claim, source }: Suggestion & { readonly openCase: OpenCase; readonly source: string }, position: vscode.Position): vscode.InlayHint {
  // VS Code draws the padding of a hint without a gap to what is selected.
  const part = new vscode.InlayHintLabelPart(`\u00a0→ ${suggestionWords(openCase.model, claim)}`);
  part.tooltip = actionWithFile(vscode.l10n.t('What accepting the suggested claim would record'), openCase.model, source);
  const hint = new vscode.InlayHint(position, [part]);
  hint.paddingLeft = true;
  return hint;
}

/** The card of the suggested claims at a place of an article, with links that accept and dismiss; null where there is none yet. */
export function suggestionsCard(openCase: OpenCase, path: string, offset: number): { readonly card: vscode.MarkdownString; readonly span: Span } | null {
  if (!openCase.isSuggested()) return null;
  const here = suggestionsAt(openCase.model, path, { start: offset, end: offset }).slice(0, mostInCard);
  const first = here[0];
  if (!first) return null;
  const file = annotationFileOf(openCase.model, path);
  const into = file === null ? [] : [escapeMarkdown(vscode.l10n.t('in {0}', file))];
  const rows = here.map((one) => {
    const argument = { root: openCase.root.toString(), file: path, suggestion: one.key };
    return [
      `$(lightbulb) ${vscode.l10n.t('Suggested')}: ${bold(suggestionWords(openCase.model, one.claim))}`,
      link(vscode.l10n.t('Accept'), commandLink('corroborate.acceptSuggestion', argument)),
      link(vscode.l10n.t('Dismiss'), commandLink('corroborate.dismissSuggestion', argument)),
      ...into,
    ].join(' · ');
  });
  return { card: cardMarkdown(rows.join('  \n'), ['corroborate.acceptSuggestion', 'corroborate.dismissSuggestion']), span: first.span };
}
