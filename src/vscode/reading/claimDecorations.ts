import * as vscode from 'vscode';
import { claimPassages } from '../../core/features/claimCard';
import type { Span } from '../../core/text/text';
import { caseDocument } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

/** Underlines annotated quotes in visible articles. Those that are told as problems have the line of their severity instead. */
export function registerClaimDecorations(cases: Cases): vscode.Disposable {
  const quote = underline('corroborate.claimUnderline');
  const paint = (editor: vscode.TextEditor) => {
    const owner = cases.of(editor.document.uri);
    const member = owner && caseDocument(owner.openCase, editor.document);
    const enabled = vscode.workspace.getConfiguration('corroborate', editor.document.uri).get<boolean>('markClaims', true);
    const ranges = owner && member && enabled ? quietPassages(owner.openCase, member.path).map((span) => toRange(member.text, span)) : [];
    editor.setDecorations(quote, ranges);
  };
  const paintAll = () => vscode.window.visibleTextEditors.forEach(paint);
  paintAll();
  return vscode.Disposable.from(
    quote,
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    cases.onDidSettleCase(paintAll),
    cases.onDidChangeCases(paintAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.markClaims')) paintAll();
    }),
  );
}

function quietPassages({ model, diagnostics }: OpenCase, path: string): Span[] {
  const told = new Set(diagnostics.of(path, false).flatMap(({ code, span }) => (code.startsWith('discrepancy/') ? keyOf(span) : [])));
  return claimPassages(model, path).flatMap(({ span }) => (told.has(keyOf(span)) ? [] : span));
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

function underline(color: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    textDecoration: `underline dotted 1px var(--vscode-${color.replace('.', '-')}); text-underline-offset: 3px`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
