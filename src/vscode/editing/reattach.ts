import * as vscode from 'vscode';
import type { Plan } from '../../core/edits/caseEdit';
import { reattachAllCertain } from '../../core/edits/reattach';
import type { AnchorState, BrokenSince, Reattachment } from '../../core/features/brokenQuotes';
import { anchorState, brokenSince, reattachChosen, reattachments } from '../../core/features/brokenQuotes';
import { applyCaseEdit } from './applyCaseEdit';
import type { OpenCase } from '../case/openCase';
import { openPlace } from '../case/openPlace';

/** Tells once after articles changed on disk which quotes moved or were lost, with what can be done. */
export function registerBrokenQuotes(openCase: OpenCase): vscode.Disposable {
  let before: AnchorState | null = null;
  return openCase.onDidSettle(() => {
    const { model } = openCase;
    const now = anchorState(model, before, (source) => isBeingEdited(openCase.uriOf(source)));
    const since = before && brokenSince(before, now);
    before = now;
    if (since) void tell(openCase, since);
  });
}

/** An article with unsaved changes is the person's own work, and is not done. */
function isBeingEdited(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === key);
}

async function tell(openCase: OpenCase, since: BrokenSince): Promise<void> {
  const show = vscode.l10n.t('Show');
  const attach = vscode.l10n.t('Re-attach All Certain');
  const answers = since.moved > 0 ? [show, attach] : [show];
  const answer = await vscode.window.showInformationMessage(messageOf(since), ...answers);
  if (answer === show) await reattachQuotes(openCase);
  if (answer === attach) await reattachCertainQuotes(openCase);
}

function messageOf({ moved, ambiguous, lost, sources }: BrokenSince): string {
  const { l10n } = vscode;
  const counts = [
    ...(moved === 0 ? [] : [moved === 1 ? l10n.t('1 quote moved') : l10n.t('{0} quotes moved', moved)]),
    ...(ambiguous === 0 ? [] : [ambiguous === 1 ? l10n.t('1 quote could be at several places') : l10n.t('{0} quotes could be at several places', ambiguous)]),
    ...(lost === 0 ? [] : [lost === 1 ? l10n.t('1 quote was lost') : l10n.t('{0} quotes were lost', lost)]),
  ].join(', ');
  return sources.length === 1 ? l10n.t('{0} in {1}.', counts, sources[0]!) : l10n.t('{0} in {1} articles.', counts, sources.length);
}

/** Attaches every quote again whose new place is certain, as one undoable edit. */
export async function reattachCertainQuotes(openCase: OpenCase): Promise<void> {
  await make(openCase, reattachAllCertain(openCase.model));
}

async function make(openCase: OpenCase, plan: Plan): Promise<void> {
  if ('refused' in plan) void vscode.window.showInformationMessage(plan.refused);
  else await applyCaseEdit(openCase, plan.edit);
}

interface QuoteItem extends vscode.QuickPickItem {
  readonly reattachment: Reattachment;
}

/**
 * Lists the quotes that are not where they were, with the words that they would have; each place is shown as one walks the list. What is
 * chosen is attached in one undoable edit; what is certain is chosen from the start.
 */
export async function reattachQuotes(openCase: OpenCase): Promise<void> {
  const items = reattachments(openCase.model).map(itemOf);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every quote is where it was annotated.'));
    return;
  }
  const returnTo = vscode.window.activeTextEditor;
  const chosen = await pick(openCase, items);
  if (!chosen) {
    if (returnTo) await vscode.window.showTextDocument(returnTo.document, { viewColumn: returnTo.viewColumn, selection: returnTo.selection });
    return;
  }
  await make(openCase, reattachChosen(openCase.model, chosen.map(({ reattachment }) => reattachment)));
}

function pick(openCase: OpenCase, items: readonly QuoteItem[]): Promise<readonly QuoteItem[] | undefined> {
  const list = vscode.window.createQuickPick<QuoteItem>();
  list.title = vscode.l10n.t('Re-attach Quotes');
  list.placeholder = vscode.l10n.t('Choose where quotes belong now');
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  list.selectedItems = items.filter(({ reattachment }) => reattachment.broken.certain);
  return new Promise((resolve) => {
    let selected = list.selectedItems;
    list.onDidChangeSelection((items) => {
      const added = items.filter((item) => !selected.includes(item));
      const allowed = items.filter((item) => added.includes(item) || !added.some((one) => isSameQuote(one, item)));
      selected = allowed;
      if (allowed.length < items.length) list.selectedItems = allowed;
    });
    list.onDidChangeActive(([active]) => active && void preview(openCase, active.reattachment));
    list.onDidTriggerItemButton(({ item }) => void openPlace(openCase, item.reattachment.broken.file, item.reattachment.broken.quoteSpan));
    list.onDidAccept(() => {
      resolve(list.selectedItems);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
    list.activeItems = items.slice(0, 1);
  });
}

function isSameQuote(a: QuoteItem, b: QuoteItem): boolean {
  return a.reattachment.broken === b.reattachment.broken;
}

async function preview(openCase: OpenCase, { broken, choice }: Reattachment): Promise<void> {
  const place = choice === null ? undefined : broken.choices[choice];
  const options = { preserveFocus: true, preview: true };
  if (place) await openPlace(openCase, broken.source, { start: place.start, end: place.end }, options);
  else await openPlace(openCase, broken.file, broken.quoteSpan, options);
}

function itemOf(reattachment: Reattachment): QuoteItem {
  const { broken, choice, words } = reattachment;
  const old = shown(broken.quote);
  const place = choice === null ? undefined : broken.choices[choice];
  const sameWords = words !== null && oneLine(words) === oneLine(broken.quote);
  return {
    reattachment,
    label: words === null || sameWords ? old : `${old} → ${shown(words)}`,
    description: place ? `${stateWords(broken.state)} · ${Math.floor(place.score * 100)} %` : stateWords(broken.state),
    detail: `$(file) ${broken.source}${sameWords ? ` · ${vscode.l10n.t('the words around it changed')}` : ''}`,
    buttons: [{ iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open the annotation') }],
  };
}

function stateWords(state: Reattachment['broken']['state']): string {
  switch (state) {
    case 'moved':
      return vscode.l10n.t('moved');
    case 'ambiguous':
      return vscode.l10n.t('one of several places');
    case 'lost':
      return vscode.l10n.t('lost');
  }
}

const shownLength = 60;

function shown(words: string): string {
  const line = oneLine(words);
  return `“${line.length > shownLength ? `${line.slice(0, shownLength).trimEnd()}…` : line}”`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
