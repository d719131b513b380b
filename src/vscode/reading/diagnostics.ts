import * as vscode from 'vscode';
import type { Diagnostic } from '../../core/diagnostics/diagnostic';
import type { Cases } from '../case/cases';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

/** Work between two turns of the event loop, in milliseconds, so that hovers and colours come first. */
const sliceTime = 12;
/**
 * How long problems wait for hints, which need what is suggested, in milliseconds: in most cases that comes at once, and hints that
 * went and came with every key would flicker.
 */
const patience = 300;
/** VS Code shows no more problems of one file (DESIGN §7); the graver ones come first. */
const shownPerFile = 1000;

const severities: Readonly<Record<Diagnostic['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * Shows the core's diagnostics, file by file: open documents first, the rest of the case in slices after them. Hints of
 * files that are not open are left out unless `corroborate.hintsInClosedFiles` asks for them.
 */
export function registerDiagnostics(cases: Cases, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('corroborate');
  const shown = new Map<string, string>();
  const runs = new Map<OpenCase, { cancelled: boolean }>();
  const waiting = new Map<OpenCase, ReturnType<typeof setTimeout>>();

  const show = (openCase: OpenCase, path: string, isOpen: boolean) => {
    const uri = openCase.uriOf(path);
    const text = openCase.model.text(path);
    const hints = openCase.isSuggested() && (isOpen || hintsInClosedFiles());
    const wanted = openCase.diagnostics.of(path, hints);
    const converted = wanted
      .toSorted((a, b) => severities[a.severity] - severities[b.severity])
      .slice(0, shownPerFile)
      .map((one) => {
        const range = text ? toRange(text, one.span) : new vscode.Range(0, 0, 0, 0);
        return convert(openCase, extensionUri, one, range);
      });
    const key = JSON.stringify(converted.map((one) => [one, one.relatedInformation]));
    if (shown.get(uri.toString()) === key) return;
    shown.set(uri.toString(), key);
    collection.set(uri, converted);
  };

  const run = async (openCase: OpenCase) => {
    if (openCase.progress) return;
    const previous = runs.get(openCase);
    if (previous) previous.cancelled = true;
    const own = { cancelled: false };
    runs.set(openCase, own);
    const open = new Set(openPaths(openCase));
    const paths = openCase.diagnostics.paths();
    const members = new Set(paths);
    let sliceStart = Date.now();
    for (const path of [...open, ...paths.filter((path) => !open.has(path))]) {
      if (Date.now() - sliceStart > sliceTime) {
        await nextTurn();
        sliceStart = Date.now();
      }
      if (own.cancelled) return;
      if (members.has(path)) show(openCase, path, open.has(path));
    }
    const current = new Set(paths.map((path) => openCase.uriOf(path).toString()));
    for (const uri of shown.keys()) {
      const parsed = vscode.Uri.parse(uri, true);
      if (cases.of(parsed)?.openCase === openCase && !current.has(uri)) {
        collection.delete(parsed);
        shown.delete(uri);
      }
    }
  };
  const runOwner = (document: vscode.TextDocument) => {
    const owner = cases.of(document.uri);
    if (owner) void run(owner.openCase);
  };
  const forgetClosedCases = () => {
    for (const uri of shown.keys()) {
      if (cases.of(vscode.Uri.parse(uri, true))) continue;
      collection.delete(vscode.Uri.parse(uri, true));
      shown.delete(uri);
    }
  };

  return vscode.Disposable.from(
    collection,
    cases.onDidSettleCase((openCase) => {
      clearTimeout(waiting.get(openCase));
      waiting.set(openCase, setTimeout(() => void run(openCase), patience));
    }),
    cases.onDidSuggestCase((openCase) => {
      clearTimeout(waiting.get(openCase));
      void run(openCase);
    }),
    new vscode.Disposable(() => waiting.forEach((timer) => clearTimeout(timer))),
    cases.onDidChangeCases(forgetClosedCases),
    vscode.workspace.onDidOpenTextDocument(runOwner),
    vscode.workspace.onDidCloseTextDocument(runOwner),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.hintsInClosedFiles')) cases.all().forEach((openCase) => void run(openCase));
    }),
  );
}

/** Where the documentation page of a code ships. */
export function diagnosticHelpUri(extensionUri: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'diagnostics', `${code.replace('/', '-')}.md`);
}

function convert(openCase: OpenCase, extensionUri: vscode.Uri, one: Diagnostic, range: vscode.Range): vscode.Diagnostic {
  const converted = new vscode.Diagnostic(range, one.message, severities[one.severity]);
  converted.source = 'Corroborate';
  converted.code = { value: one.code, target: diagnosticHelpUri(extensionUri, one.code) };
  converted.relatedInformation = one.related.flatMap(({ file, span, message }) => {
    const location = openCase.location(file, span);
    return location ? [new vscode.DiagnosticRelatedInformation(location, message)] : [];
  });
  return converted;
}

function openPaths(openCase: OpenCase): string[] {
  return vscode.workspace.textDocuments.flatMap((document) => openCase.pathOf(document.uri) ?? []);
}

function hintsInClosedFiles(): boolean {
  return vscode.workspace.getConfiguration('corroborate').get<boolean>('hintsInClosedFiles', false);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
