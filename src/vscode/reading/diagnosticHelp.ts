import * as vscode from 'vscode';
import { defaultSeverities } from '../../core/diagnostics/diagnostic';
import { caseSelector } from '../case/caseDocuments';
import type { CommandId } from '../commands';
import { diagnosticHelpUri } from './diagnostics';
import type { OpenCase } from '../case/openCase';

/** A code action on each of our diagnostics that opens its documentation page. */
export function registerDiagnosticHelp(openCase: OpenCase): vscode.Disposable {
  const command: CommandId = 'corroborate.showDiagnosticHelp';
  return vscode.languages.registerCodeActionsProvider(
    caseSelector(openCase),
    {
      provideCodeActions(_document, _range, { diagnostics }) {
        const codes = new Set(diagnostics.flatMap((diagnostic) => codeOf(diagnostic) ?? []));
        return [...codes].map((code) => {
          const title = vscode.l10n.t('Show help for {0}', code);
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          action.command = { command, title, arguments: [code] };
          return action;
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

/** Opens the page of a code: as preview where markdown previews are there, else as text. */
export async function showDiagnosticHelp(extensionUri: vscode.Uri, code: string): Promise<void> {
  if (!Object.hasOwn(defaultSeverities, code)) return;
  const uri = diagnosticHelpUri(extensionUri, code);
  const commands = await vscode.commands.getCommands();
  if (commands.includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', uri);
  else await vscode.window.showTextDocument(uri);
}

/** The code of a diagnostic of ours, else undefined. */
function codeOf({ source, code }: vscode.Diagnostic): string | undefined {
  return source === 'Corroborate' && typeof code === 'object' ? String(code.value) : undefined;
}
