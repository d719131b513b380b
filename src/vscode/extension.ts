import * as vscode from 'vscode';
import { explainMention } from '../core/mentions/explainMention';
import { mentionAt } from '../core/features/targets';
import { createAnnotations } from './editing/annotations';
import { createAnnotationCommands } from './annotating/annotationCommands';
import { registerAnnotatorComparison } from './handOn/agreement';
import { registerArticleLanguage } from './case/articleLanguage';
import { registerArticleRenames } from './editing/articleRenames';
import { casePlace } from './case/caseDocuments';
import type { Cases } from './case/cases';
import { createCases } from './case/cases';
import { setUpCase } from './setup/caseSetup';
import { createCopyCitation } from './handOn/citation';
import { registerClaimDecorations } from './reading/claimDecorations';
import { registerCommands } from './commands';
import { registerCompletion } from './editing/completion';
import { registerDiagnosticHelp, showDiagnosticHelp } from './reading/diagnosticHelp';
import { registerDiagnostics } from './reading/diagnostics';
import { registerDiscrepanciesPanel } from './page/discrepanciesPanel';
import { registerEntityLenses } from './reading/entityLenses';
import { registerEntitiesView } from './sideBar/entitiesView';
import { continueWalkthrough, openExample, showFirstCard } from './setup/exampleCase';
import { registerHover } from './reading/hover';
import { createArticleLock } from './annotating/lockArticles';
import { registerNavigation } from './reading/navigation';
import type { OpenCase } from './case/openCase';
import { openPlace } from './case/openPlace';
import { registerOpenWorkView } from './sideBar/openWorkView';
import { createOpposingPassage } from './reading/opposingPassage';
import { registerPassageLenses } from './reading/passageLenses';
import { registerQuickFixes } from './editing/quickFixes';
import { reattachCertainQuotes, reattachQuotes, registerBrokenQuotes } from './editing/reattach';
import { createRefactorings, registerRefactorActions, registerRegistryContext } from './editing/refactorings';
import { registerRename } from './editing/rename';
import { registerSemanticTokens } from './reading/semanticTokens';
import { createExportReport } from './handOn/report';
import { createShownCase } from './page/shownCase';
import { registerStatus } from './reading/status';
import { createShownSuggestion } from './reading/suggestions';
import { registerSymbols } from './reading/symbols';

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
    registerQuickFixes,
    registerDiagnosticHelp,
    registerPassageLenses,
    registerEntityLenses,
    registerRename,
    registerCompletion,
    registerBrokenQuotes,
    registerRefactorActions,
  ]);
  const shown = createShownCase(cases, context.workspaceState);
  const panel = registerDiscrepanciesPanel(context, shown);
  const entities = registerEntitiesView(cases, context.workspaceState);
  const openWork = registerOpenWorkView(cases);
  const shownSuggestion = createShownSuggestion(cases);
  const lock = createArticleLock(cases);
  const annotations = createAnnotations();
  const comparison = registerAnnotatorComparison(cases);
  const setContext = () => vscode.commands.executeCommand('setContext', 'corroborate.hasCase', cases.all().length > 0);
  context.subscriptions.push(
    log,
    cases,
    shown,
    panel,
    entities,
    openWork,
    shownSuggestion,
    annotations,
    lock,
    comparison,
    cases.onDidChangeCases(setContext),
    registerArticleLanguage(cases),
    registerArticleRenames(cases),
    registerRegistryContext(cases),
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
      ...entities.commands,
      ...openWork.commands,
      ...createRefactorings(cases),
      ...comparison.commands,
      'corroborate.exportReport': createExportReport(cases),
      'corroborate.copyCitation': createCopyCitation(cases),
      'corroborate.setUpCase': (folder) => setUpCase(cases, folder),
      'corroborate.openExample': () => openExample(context),
      'corroborate.showFirstCard': () => showFirstCard(cases),
      'corroborate.reattachQuotes': () => withCase(cases, reattachQuotes),
      'corroborate.reattachCertainQuotes': () => withCase(cases, reattachCertainQuotes),
      'corroborate.rescanCase': () => Promise.all(cases.all().map((openCase) => openCase.rescan())),
      'corroborate.openPlace': async ({ root, file, span }) => {
        const openCase = cases.all().find((candidate) => candidate.root.toString() === root);
        if (openCase) await openPlace(openCase, file, span);
      },
      ...createAnnotationCommands(cases, annotations, shownSuggestion, lock),
      'corroborate.showDiagnosticHelp': (code) => showDiagnosticHelp(context.extensionUri, code),
    }),
  );
  void setContext();
  void cases.ready.then(() => vscode.commands.executeCommand('setContext', 'corroborate.ready', true));
  void continueWalkthrough(context);
  return { ready: cases.ready };
}

function activeCase(cases: Cases): OpenCase | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return (uri && cases.of(uri)?.openCase) ?? undefined;
}

/** Does something with the case of the active editor, or with the one that there is. */
async function withCase(cases: Cases, work: (openCase: OpenCase) => Promise<void>): Promise<void> {
  const all = cases.all();
  const openCase = activeCase(cases) ?? (all.length === 1 ? all[0] : undefined);
  if (openCase) await work(openCase);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Open a file of the case first.'));
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
