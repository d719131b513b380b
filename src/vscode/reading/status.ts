import * as vscode from 'vscode';
import { isDiscrepancy } from '../../core/claims/words';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';

/** A language status item a case: counts for the article in view, progress while reading, errors of the case. */
export function registerStatus(openCase: OpenCase): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(`corroborate.case.${openCase.root.toString()}`, caseSelector(openCase));
  item.name = 'Corroborate';
  item.command = {
    command: 'corroborate.openDiscrepancies',
    title: 'Compare',
    arguments: [{ root: openCase.root.toString() }],
  };
  const update = () => describe(openCase, item);
  update();
  return vscode.Disposable.from(
    item,
    openCase.onDidChange(() => {
      if (openCase.progress) update();
    }),
    openCase.onDidSettle(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function describe(openCase: OpenCase, item: vscode.LanguageStatusItem): void {
  const { model, progress } = openCase;
  item.busy = progress !== null;
  if (progress) {
    item.text = progress.total > 0 ? `Reading ${progress.done} of ${progress.total} files` : 'Reading the case';
    item.detail = openCase.name;
    item.severity = vscode.LanguageStatusSeverity.Information;
    return;
  }
  const errors = errorCount(openCase);
  const discrepancies = model.groups().filter((group) => isDiscrepancy(group.verdict)).length;
  const editor = vscode.window.activeTextEditor;
  const member = editor && caseDocument(openCase, editor.document);
  const here = member && model.source(member.path) ? model.mentions(member.path).mentions : undefined;
  const ambiguous = here?.filter((mention) => mention.entity === null).length ?? 0;
  item.text = here
    ? `${count(here.length, 'name')}${ambiguous > 0 ? `, ${ambiguous} ambiguous` : ''}`
    : count(model.registry().entities.size, 'entity', 'entities');
  item.detail = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    count(discrepancies, 'discrepancy', 'discrepancies'),
    count(model.claims().length, 'claim'),
    count(model.sources().length, 'source'),
  ].join(' · ');
  item.severity = errors > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
}

function errorCount({ model, diagnostics }: OpenCase): number {
  return diagnostics
    .paths()
    .filter((path) => model.kindOf(path) !== 'article')
    .reduce((sum, path) => sum + diagnostics.of(path, false).filter((one) => one.severity === 'error').length, 0);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
