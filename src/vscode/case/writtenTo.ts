import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import { annotationFileOf } from '../../core/edits/annotationPath';

/** The title of a question, with the annotation file that the answer is written to. */
export function titleWithFile(title: string, model: CaseModel, source: string): string {
  const file = annotationFileOf(model, source);
  return file === null ? title : vscode.l10n.t('{0} — in {1}', title, file);
}

/** What is done by one step, with the annotation file that it is written to. */
export function actionWithFile(words: string, model: CaseModel, source: string): string {
  const file = annotationFileOf(model, source);
  return file === null ? words : vscode.l10n.t('{0} (in {1})', words, file);
}
