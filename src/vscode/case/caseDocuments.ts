import * as vscode from 'vscode';
import type { Text } from '../../core/text/text';
import type { OpenCase } from './openCase';
import { toOffset } from './positions';

/**
 * What providers of one case register for: every file below its folder, by the case's own scheme; the core decides what
 * belongs.
 */
export function caseSelector({ root }: OpenCase): vscode.DocumentSelector {
  return { scheme: root.scheme, pattern: new vscode.RelativePattern(root, '**/*') };
}

/** A member document of a case as the core knows it. */
export interface CaseDocument {
  readonly path: string;
  readonly text: Text;
}

/** Undefined for documents that are no members of `openCase`. */
export function caseDocument(openCase: OpenCase, document: vscode.TextDocument): CaseDocument | undefined {
  const path = openCase.pathOf(document.uri);
  if (path === null || openCase.model.kindOf(path) === null) return undefined;
  const text = openCase.model.text(path);
  return text && { path, text };
}

/** A place in a member document. */
export function casePlace(
  openCase: OpenCase,
  document: vscode.TextDocument,
  position: vscode.Position,
): (CaseDocument & { readonly offset: number }) | undefined {
  const member = caseDocument(openCase, document);
  return member && { ...member, offset: toOffset(member.text, position) };
}
