import * as vscode from 'vscode';
import type { Annotations } from './annotations';
import { refuse } from './applyCaseEdit';
import type { Cases } from './cases';
import type { ReattachArgument } from './commands';
import { reattach } from './editsStub';

/** Sets the anchor of an entry of an annotation file to another place of its article. */
export async function reattachAnchor(cases: Cases, annotations: Annotations, { root, file, span, selector }: ReattachArgument): Promise<void> {
  const openCase = cases.all().find((candidate) => candidate.root.toString() === root);
  if (!openCase) return void refuse(vscode.l10n.t('{0} is no longer in this case.', file));
  if (selector) await annotations.make(openCase, reattach(openCase.model, { file, entry: span, selector }));
}
