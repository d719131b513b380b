import * as vscode from 'vscode';
import { passageLenses } from '../../core/features/passageLens';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

/** Larger cases have no lens: their passages take too long to rank anew with every edit. The page has them all the same. */
const mostSources = 60;

/** A quiet code lens over lines that other sources have passages to compare with. `corroborate.passageLens` switches it off. */
export function registerPassageLenses(openCase: OpenCase): vscode.Disposable {
  const refresh = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    refresh,
    openCase.onDidSuggest(() => refresh.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.passageLens')) refresh.fire();
    }),
    vscode.languages.registerCodeLensProvider(caseSelector(openCase), {
      onDidChangeCodeLenses: refresh.event,
      async provideCodeLenses(document) {
        const enabled = vscode.workspace.getConfiguration('corroborate', document.uri).get<boolean>('passageLens', true);
        const member = enabled && openCase.isSuggested() ? caseDocument(openCase, document) : undefined;
        const { model } = openCase;
        if (!member || !model.source(member.path) || model.sources().length > mostSources) return [];
        if (!(await openCase.rankPassages())) return [];
        return passageLenses(model, member.path).map(({ span, places }) => {
          const range = toRange(member.text, span);
          const locations = places.flatMap(({ file, span: other }) => openCase.location(file, other) ?? []);
          return new vscode.CodeLens(range, {
            title: places.length === 1 ? '1 passage to compare' : `${places.length} passages to compare`,
            command: 'editor.action.showReferences',
            arguments: [document.uri, range.start, locations],
          });
        });
      },
    }),
  );
}
