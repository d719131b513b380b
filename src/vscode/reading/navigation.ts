import * as vscode from 'vscode';
import { definitionsAt, highlightsAt, referencesAt } from '../../core/features/navigation';
import { casePlace, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

/** Go to Definition, References and document highlights for the files of one case. */
export function registerNavigation(openCase: OpenCase): vscode.Disposable {
  const selector = caseSelector(openCase);
  const { model } = openCase;
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition(document, position) {
        const place = casePlace(openCase, document, position);
        if (!place) return undefined;
        return definitionsAt(model, place.path, place.offset).flatMap((definition): vscode.LocationLink[] => {
          const text = model.text(definition.file);
          if (!text) return [];
          return [
            {
              originSelectionRange: toRange(place.text, definition.origin),
              targetUri: openCase.uriOf(definition.file),
              targetRange: toRange(text, definition.whole),
              targetSelectionRange: toRange(text, definition.span),
            },
          ];
        });
      },
    }),
    vscode.languages.registerReferenceProvider(selector, {
      provideReferences(document, position, { includeDeclaration }) {
        const place = casePlace(openCase, document, position);
        if (!place) return undefined;
        return referencesAt(model, place.path, place.offset, includeDeclaration).flatMap(
          ({ file, span }) => openCase.location(file, span) ?? [],
        );
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights(document, position) {
        const place = casePlace(openCase, document, position);
        if (!place) return undefined;
        return highlightsAt(model, place.path, place.offset).map(
          (span) => new vscode.DocumentHighlight(toRange(place.text, span), vscode.DocumentHighlightKind.Read),
        );
      },
    }),
  );
}
