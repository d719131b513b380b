import * as vscode from 'vscode';
import { createReport, wholeCase } from '../../core/report/createReport';
import { digestFiles, evidenceFiles } from '../../core/report/fileDigests';
import type { ReportFormat } from '../../core/report/renderReport';
import { renderReport, reportFormats } from '../../core/report/renderReport';
import type { ReportSelection } from '../../core/report/reportSchema';
import type { Cases } from '../case/cases';
import { repositoryOf } from '../case/gitApi';
import type { OpenCase } from '../case/openCase';
import { readSavedCase, saveFirst } from '../case/savedCase';

/** What of a case goes into a report, and where to. What is missing is asked for. */
export interface ReportRequest {
  /** The case's folder. */
  readonly root?: string;
  /** Default: all groups, without suggestions. */
  readonly selection?: Partial<ReportSelection>;
  readonly format?: ReportFormat;
  /** Address of the file to write. */
  readonly target?: string;
}

const formatWords: Readonly<Record<ReportFormat, () => { readonly label: string; readonly description: string }>> = {
  html: () => ({ label: vscode.l10n.t('HTML'), description: vscode.l10n.t('one page to read and print, without VS Code') }),
  md: () => ({ label: vscode.l10n.t('Markdown'), description: vscode.l10n.t('text with tables') }),
  csv: () => ({ label: vscode.l10n.t('CSV'), description: vscode.l10n.t('a table with a row for each claim') }),
  json: () => ({ label: vscode.l10n.t('JSON'), description: vscode.l10n.t('for programs, and for “corroborate verify”') }),
};

/** The command that writes a report of a case to a file and opens it. */
export function createExportReport(cases: Cases): (request?: ReportRequest) => Promise<void> {
  return async (request = {}) => {
    const openCase = await chosenCase(cases, request.root);
    if (!openCase || !(await saveFirst(openCase, vscode.l10n.t('Export')))) return;
    const format = request.format ?? (await pickFormat());
    const target = format && (request.target === undefined ? await pickTarget(openCase, format) : vscode.Uri.parse(request.target, true));
    if (!format || !target) return;
    if (isMember(cases, target)) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('{0} is a file of the case. Choose another file for the report.', vscode.workspace.asRelativePath(target)),
      );
      return;
    }
    const selection: ReportSelection = { ...wholeCase, ...request.selection };
    const bytes = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Making the report…'), cancellable: true },
      (_progress, token) => makeReport(openCase, selection, format, token),
    );
    if (!bytes) return;
    try {
      await writeWhole(target, bytes);
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The report cannot be written: {0}', error instanceof Error ? error.message : String(error)));
      return;
    }
    await openReport(target, format);
  };
}

/** Writes a file whole or not at all: into a new one beside it, which then takes its place. */
async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const temporary = vscode.Uri.joinPath(target, '..', `.${name}.${crypto.randomUUID()}.tmp`);
  try {
    await fs.writeFile(temporary, bytes);
    await fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** A report must not take the place of what it reports on. */
function isMember(cases: Cases, target: vscode.Uri): boolean {
  return cases.all().some(({ model, pathOf }) => {
    const path = pathOf(target);
    return path !== null && model.kindOf(path) !== null;
  });
}

async function makeReport(openCase: OpenCase, selection: ReportSelection, format: ReportFormat, token: vscode.CancellationToken): Promise<Uint8Array | undefined> {
  const saved = await readSavedCase(openCase, token);
  if (!saved) return undefined;
  const { model, bytes } = saved;
  const repository = await repositoryOf(openCase.root);
  const digests = await digestFiles(evidenceFiles(model), (file) => bytes.get(file));
  if (digests.size === 0 && bytes.size > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The report has no SHA-256 of its files: this browser computes them on pages opened with https alone.'),
    );
  }
  const report = createReport(model, {
    caseName: openCase.name,
    selection,
    created: null,
    commit: repository?.state.HEAD?.commit ?? null,
    digests,
  });
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (const piece of renderReport(report, format)) pieces.push(encoder.encode(piece));
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

async function pickFormat(): Promise<ReportFormat | undefined> {
  const items = reportFormats.map((format) => ({ format, ...formatWords[format]() }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Format of the report') }))?.format;
}

async function pickTarget(openCase: OpenCase, format: ReportFormat): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    defaultUri: vscode.Uri.joinPath(openCase.root, `${openCase.name}-report.${format}`),
    filters: { [formatWords[format]().label]: [format] },
  });
}

/** A page opens in the browser where the file is at hand for it; everything else in an editor. */
async function openReport(target: vscode.Uri, format: ReportFormat): Promise<void> {
  const isLocal = target.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (format === 'html' && isLocal && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand('vscode.open', target);
}

/** The case of `root`, else that of the active editor, else the one that is picked. */
export async function chosenCase(cases: Cases, root?: string): Promise<OpenCase | undefined> {
  const all = cases.all();
  if (root !== undefined) return all.find((openCase) => openCase.root.toString() === root);
  const active = vscode.window.activeTextEditor?.document.uri;
  const owner = active && cases.of(active)?.openCase;
  if (owner) return owner;
  if (all.length < 2) return all[0];
  const items = all.map((openCase) => ({ openCase, label: openCase.name, description: vscode.workspace.asRelativePath(openCase.root) }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which case?') }))?.openCase;
}
