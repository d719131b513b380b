import * as vscode from 'vscode';
import { linkEvery } from '../../core/edits/fixProblem';
import { reattach } from '../../core/edits/reattach';
import type { Annotations } from '../editing/annotations';
import { refuse } from '../editing/applyCaseEdit';
import type { Cases } from '../case/cases';
import type { ReattachArgument } from '../commands';

/** Sets the anchor of an entry of an annotation file to another place of its article, or to every occurrence of its quote. */
export async function reattachAnchor(cases: Cases, annotations: Annotations, { root, file, span, selector }: ReattachArgument): Promise<void> {
  const openCase = cases.all().find((candidate) => candidate.root.toString() === root);
  if (!openCase) return void refuse(vscode.l10n.t('{0} is no longer in this case.', file));
  const { model } = openCase;
  await annotations.make(openCase, selector ? reattach(model, { file, entry: span, to: selector }) : linkEvery(model, { file, entry: span }));
}
