import * as vscode from 'vscode';
import type { Mention } from '../../core/mentions/mention';
import { mentionAt } from '../../core/features/targets';
import type { Span, Text } from '../../core/text/text';
import { contains, overlaps } from '../../core/text/text';
import type { Cases } from './cases';
import { casePlace } from './caseDocuments';
import type { PlaceArgument } from '../commands';
import type { OpenCase } from './openCase';
import { toOffset, toRange } from './positions';

/** A place of an article that a command is about. */
export interface ArticlePlace {
  readonly openCase: OpenCase;
  readonly source: string;
  readonly text: Text;
  /** What is selected; else the name or word under the cursor. Never white space alone. */
  readonly span: Span;
  readonly words: string;
  /** The mention that the place is of or lies in. */
  readonly mention: Mention | undefined;
}

/** Longer selections are no name. */
const longestName = 200;

/** The article that a command was run in and its cursor; else why there is none, in words for a person. */
export function articleCursor(cases: Cases): { openCase: OpenCase; source: string; text: Text; editor: vscode.TextEditor; offset: number } | string {
  const editor = vscode.window.activeTextEditor;
  const owner = editor && cases.of(editor.document.uri);
  const place = owner && casePlace(owner.openCase, editor.document, editor.selection.active);
  if (!place || !owner.openCase.model.source(place.path)) {
    const other = cases.all().length === 0 ? vscode.l10n.t('no folder with a corroborate.yaml is open') : undefined;
    return other
      ? vscode.l10n.t('This works in an article of a case, but {0}.', other)
      : vscode.l10n.t('This works in an article of a case: open one and put the cursor on a name.');
  }
  return { openCase: owner.openCase, source: place.path, text: place.text, editor, offset: place.offset };
}

/**
 * What a command is about: the place it was given, else the selection, else what stands under the cursor. Else why there is nothing, in
 * words for a person.
 */
export function articlePlace(cases: Cases, argument: unknown): ArticlePlace | string {
  if (isPlace(argument)) {
    const openCase = cases.all().find(({ root }) => root.toString() === argument.root);
    const text = openCase?.model.source(argument.file) && openCase.model.text(argument.file);
    if (!openCase || !text) return vscode.l10n.t('{0} is no longer in this case.', argument.file);
    return placeOf(openCase, argument.file, text, argument.span);
  }
  const cursor = articleCursor(cases);
  if (typeof cursor === 'string') return cursor;
  const { openCase, source, text, editor, offset } = cursor;
  if (editor.selections.length > 1) return vscode.l10n.t('Several passages are selected: select one.');
  const { selection } = editor;
  if (!selection.isEmpty) {
    const span = trimmed(text, { start: toOffset(text, selection.start), end: toOffset(text, selection.end) });
    return span ? placeOf(openCase, source, text, span) : vscode.l10n.t('Only white space is selected: select a name.');
  }
  const span = spanUnderCursor(openCase, source, text, editor, offset);
  if (!span) return vscode.l10n.t('There is nothing under the cursor: put it on a name, or select one.');
  return placeOf(openCase, source, text, span);
}

/** Why a place can be no name; null when it can be. */
export function notAName({ words }: ArticlePlace): string | null {
  if (/(?:\r\n?|\n)[^\S\r\n]*[\r\n]/.test(words)) return vscode.l10n.t('The selection goes over several paragraphs: select a name.');
  if (words.length > longestName) return vscode.l10n.t('The selection is too long to be a name.');
  return null;
}

/** A place as an argument of commands. */
export function placeArgument(openCase: OpenCase, file: string, span: Span): PlaceArgument {
  return { root: openCase.root.toString(), file, span: { start: span.start, end: span.end } };
}

/** Menus give arguments of their own. */
export function isPlace(argument: unknown): argument is PlaceArgument {
  return typeof argument === 'object' && argument !== null && 'root' in argument && 'file' in argument && 'span' in argument;
}

function placeOf(openCase: OpenCase, source: string, text: Text, span: Span): ArticlePlace {
  const words = text.content.slice(span.start, span.end);
  const at = mentionAt(openCase.model, source, span.start);
  const mention = at && (overlaps(at.span, span) || contains(span, at.span)) ? at : undefined;
  return { openCase, source, text, span, words, mention };
}

function spanUnderCursor(openCase: OpenCase, source: string, text: Text, editor: vscode.TextEditor, offset: number): Span | null {
  const { model } = openCase;
  const mention = mentionAt(model, source, offset);
  if (mention) return mention.span;
  const unlinked = model.unlinkedNames(source).flatMap(({ places }) => places).find(({ start, end }) => start <= offset && offset <= end);
  if (unlinked) return unlinked;
  const word = editor.document.getWordRangeAtPosition(editor.selection.active, /[\p{L}\p{N}\p{M}'’-]+/u);
  return word ? { start: toOffset(text, word.start), end: toOffset(text, word.end) } : null;
}

function trimmed(text: Text, span: Span): Span | null {
  const words = text.content.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}

/** Selects a place in an editor and shows it in the middle. */
export function reveal(editor: vscode.TextEditor, text: Text, span: Span): void {
  const range = toRange(text, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
