import * as vscode from 'vscode';
import { explainMention } from '../core/mentions/explainMention';
import { mentionAt } from '../core/features/targets';
import { registerArticleLanguage } from './articleLanguage';
import { casePlace } from './caseDocuments';
import type { Cases } from './cases';
import { createCases } from './cases';
import { registerClaimDecorations } from './claimDecorations';
import { registerCommands } from './commands';
import { registerDiagnosticHelp, showDiagnosticHelp } from './diagnosticHelp';
import { registerDiagnostics } from './diagnostics';
import { registerDiscrepanciesPanel } from './discrepanciesPanel';
import { registerHover } from './hover';
import { registerNavigation } from './navigation';
import type { OpenCase } from './openCase';
import { openPlace } from './openPlace';
import { createOpposingPassage } from './opposingPassage';
import { registerPassageLenses } from './passageLenses';
import { registerSemanticTokens } from './semanticTokens';
import { createShownCase } from './shownCase';
import { registerStatus } from './status';
import { registerSymbols } from './symbols';

/** What other extensions and tests may ask of this one. */
export interface CorroborateApi {
  /** Settles when every case that is there at start was read. */
  readonly ready: Promise<void>;
}

export function activate(context: vscode.ExtensionContext): CorroborateApi {
  const log = vscode.window.createOutputChannel('Corroborate', { log: true });
  const cases = createCases(log, [
    registerHover,
    registerNavigation,
    registerSemanticTokens,
    registerSymbols,
    registerStatus,
    registerDiagnosticHelp,
    registerPassageLenses,
  ]);
  const shown = createShownCase(cases, context.workspaceState);
  const panel = registerDiscrepanciesPanel(context, shown);
  const setContext = () => vscode.commands.executeCommand('setContext', 'corroborate.hasCase', cases.all().length > 0);
  context.subscriptions.push(
    log,
    cases,
    shown,
    panel,
    cases.onDidChangeCases(setContext),
    registerArticleLanguage(cases),
    registerClaimDecorations(cases),
    registerDiagnostics(cases, context.extensionUri),
    registerCommands({
      'corroborate.openDiscrepancies': (options) => {
        const wanted = cases.all().find((openCase) => openCase.root.toString() === options?.root) ?? activeCase(cases);
        if (wanted) shown.show(wanted);
        panel.show(options);
      },
      'corroborate.openOpposingPassage': createOpposingPassage(cases),
      'corroborate.explainMention': () => explainAtCursor(cases),
      'corroborate.toggleMentionColors': toggleMentionColors,
      'corroborate.rescanCase': () => Promise.all(cases.all().map((openCase) => openCase.rescan())),
      'corroborate.openPlace': async ({ root, file, span }) => {
        const openCase = cases.all().find((candidate) => candidate.root.toString() === root);
        if (openCase) await openPlace(openCase, file, span);
      },
      'corroborate.showDiagnosticHelp': (code) => showDiagnosticHelp(context.extensionUri, code),
    }),
  );
  void setContext();
  return { ready: cases.ready };
}

function activeCase(cases: Cases): OpenCase | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return (uri && cases.of(uri)?.openCase) ?? undefined;
}

async function explainAtCursor(cases: Cases): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const owner = editor && cases.of(editor.document.uri);
  const place = owner && casePlace(owner.openCase, editor.document, editor.selection.active);
  const mention = place && mentionAt(owner.openCase.model, place.path, place.offset);
  if (!mention) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no linked name under the cursor.'));
    return;
  }
  const lines = explainMention(mention, owner.openCase.model.registry());
  await vscode.window.showInformationMessage(`“${mention.text}”`, { modal: true, detail: lines.join('\n') });
}

async function toggleMentionColors(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('corroborate', vscode.window.activeTextEditor?.document.uri);
  const inspected = configuration.inspect<boolean>('colorMentions');
  const target =
    inspected?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : inspected?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update('colorMentions', !configuration.get<boolean>('colorMentions', true), target);
}
