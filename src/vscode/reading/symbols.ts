import * as vscode from 'vscode';
import type { OutlineNode } from '../../core/features/outline';
import { outline } from '../../core/features/outline';
import { caseSymbols } from '../../core/features/workspaceSymbols';
import type { Text } from '../../core/text/text';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

const symbolKinds: Readonly<Record<OutlineNode['kind'], vscode.SymbolKind>> = {
  heading: vscode.SymbolKind.String,
  turn: vscode.SymbolKind.Method,
  claim: vscode.SymbolKind.Field,
  mention: vscode.SymbolKind.Constant,
  entity: vscode.SymbolKind.Object,
  property: vscode.SymbolKind.Property,
  alias: vscode.SymbolKind.Key,
  source: vscode.SymbolKind.File,
  review: vscode.SymbolKind.Event,
};

/** Symbols of one case that a search over the workspace gets: more than a person reads. */
const mostSymbols = 200;

/** The outline of every file of a case, and its entities and properties in the search for symbols of the workspace. */
export function registerSymbols(openCase: OpenCase): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      caseSelector(openCase),
      {
        provideDocumentSymbols(document) {
          const member = caseDocument(openCase, document);
          return member && outline(openCase.model, member.path).map((node) => toSymbol(member.text, node));
        },
      },
      { label: 'Corroborate' },
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query) =>
        caseSymbols(openCase.model, query, mostSymbols).flatMap(({ kind, name, container, place }) => {
          const location = openCase.location(place.file, place.span);
          return location ? [new vscode.SymbolInformation(name, symbolKinds[kind], container, location)] : [];
        }),
    }),
  );
}

function toSymbol(text: Text, node: OutlineNode): vscode.DocumentSymbol {
  const selection = toRange(text, node.nameSpan);
  const symbol = new vscode.DocumentSymbol(
    node.name.trim() === '' ? '(no name)' : node.name,
    node.detail,
    symbolKinds[node.kind],
    toRange(text, node.span).union(selection),
    selection,
  );
  symbol.children = node.children.map((child) => toSymbol(text, child));
  return symbol;
}
