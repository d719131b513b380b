import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import { passageOf } from '../../core/claims/claim';
import { claimsAtOffset } from '../../core/features/claimCard';
import type { Place } from '../../core/features/claimText';
import { targetsAt } from '../../core/features/targets';
import { citationFormats, citationOf, citationText } from '../../core/report/citation';
import { casePlace } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import type { PlaceArgument } from '../commands';
import { toOffset } from '../case/positions';

/** The command that copies a place of an article, what is selected, or the quote under the cursor, with where it is from. */
export function createCopyCitation(cases: Cases): (place?: PlaceArgument) => Promise<void> {
  return async (given) => {
    const found = given ? placeGiven(cases, given) : placeInEditor(cases);
    const citation = found && citationOf(found.model, found.place.file, found.place.span);
    if (!citation) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words to cite in an article, or put the cursor on an annotated quote.'));
      return;
    }
    const wanted = vscode.workspace.getConfiguration('corroborate').get<string>('citationFormat');
    await vscode.env.clipboard.writeText(citationText(citation, citationFormats.find((format) => format === wanted) ?? 'plain'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Citation copied: line {0} of {1}', citation.line, citation.title ?? citation.source), 4000);
  };
}

interface FoundPlace {
  readonly model: CaseModel;
  readonly place: Place;
}

function placeGiven(cases: Cases, { root, file, span }: PlaceArgument): FoundPlace | undefined {
  const openCase = cases.all().find((candidate) => candidate.root.toString() === root);
  return openCase && { model: openCase.model, place: { file, span } };
}

function placeInEditor(cases: Cases): FoundPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  const owner = editor && cases.of(editor.document.uri);
  const cursor = owner && casePlace(owner.openCase, editor.document, editor.selection.active);
  if (!cursor) return undefined;
  const { model } = owner.openCase;
  const { path, text, offset } = cursor;
  if (model.kindOf(path) === 'article' && !editor.selection.isEmpty) {
    const { start, end } = editor.selection;
    return { model, place: { file: path, span: { start: toOffset(text, start), end: toOffset(text, end) } } };
  }
  const inNotes = targetsAt(model, path, offset).flatMap((target) => (target.kind === 'quote' ? [target.claim] : []));
  const claim = model.kindOf(path) === 'article' ? claimsAtOffset(model, path, offset)[0] : inNotes[0];
  const span = claim && passageOf(claim);
  return span ? { model, place: { file: claim.source, span } } : undefined;
}
