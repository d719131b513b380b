import * as vscode from 'vscode';
import { isDiscrepancy } from '../core/claims/words';
import { claimPassages } from '../core/features/claimCard';
import { verdictOf } from '../core/features/claimText';
import { caseDocument } from './caseDocuments';
import type { Cases } from './cases';
import { toRange } from './positions';

/** Underlines annotated quotes in visible articles, those that disagree with another source in a colour of their own. */
export function registerClaimDecorations(cases: Cases): vscode.Disposable {
  const quiet = underline('corroborate.claimUnderline');
  const disagreeing = underline('corroborate.discrepancyUnderline');
  const paint = (editor: vscode.TextEditor) => {
    const owner = cases.of(editor.document.uri);
    const member = owner && caseDocument(owner.openCase, editor.document);
    const enabled = vscode.workspace.getConfiguration('corroborate', editor.document.uri).get<boolean>('markClaims', true);
    const ranges: { readonly quiet: vscode.Range[]; readonly disagreeing: vscode.Range[] } = { quiet: [], disagreeing: [] };
    if (owner && member && enabled) {
      for (const { claim, span } of claimPassages(owner.openCase.model, member.path)) {
        const group = owner.openCase.model.groupOf(claim);
        const side = group && isDiscrepancy(verdictOf(group, claim)) ? 'disagreeing' : 'quiet';
        ranges[side].push(toRange(member.text, span));
      }
    }
    editor.setDecorations(quiet, ranges.quiet);
    editor.setDecorations(disagreeing, ranges.disagreeing);
  };
  const paintAll = () => vscode.window.visibleTextEditors.forEach(paint);
  paintAll();
  return vscode.Disposable.from(
    quiet,
    disagreeing,
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    cases.onDidSettleCase(paintAll),
    cases.onDidChangeCases(paintAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.markClaims')) paintAll();
    }),
  );
}

function underline(color: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    textDecoration: `underline dotted 1px var(--vscode-${color.replace('.', '-')}); text-underline-offset: 3px`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
