import * as vscode from 'vscode';
import type { OutlineNode } from '../core/features/outline';
import { outline } from '../core/features/outline';
import type { Text } from '../core/text/text';
import { caseDocument, caseSelector } from './caseDocuments';
import type { OpenCase } from './openCase';
import { toRange } from './positions';

const symbolKinds: Readonly<Record<OutlineNode['kind'], vscode.SymbolKind>> = {
  heading: vscode.SymbolKind.String,
  turn: vscode.SymbolKind.Method,
  claim: vscode.SymbolKind.Field,
  entity: vscode.SymbolKind.Object,
  property: vscode.SymbolKind.Property,
  alias: vscode.SymbolKind.Key,
};

/** The outline of articles, registry and annotation files. */
export function registerSymbols(openCase: OpenCase): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    caseSelector(openCase),
    {
      provideDocumentSymbols(document) {
        const member = caseDocument(openCase, document);
        return member && outline(openCase.model, member.path).map((node) => toSymbol(member.text, node));
      },
    },
    { label: 'Corroborate' },
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
