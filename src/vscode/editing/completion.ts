import * as vscode from 'vscode';
import type { Completions } from '../../core/features/completion';
import { createCompleter } from '../../core/features/completion';
import type { Completion } from '../../core/features/completionItem';
import { caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  entry: vscode.CompletionItemKind.Snippet,
  entity: vscode.CompletionItemKind.Reference,
  property: vscode.CompletionItemKind.Field,
  source: vscode.CompletionItemKind.File,
  word: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
  quote: vscode.CompletionItemKind.Text,
  group: vscode.CompletionItemKind.Event,
};

/** Lists that were searched by what was typed: what they hold fits, however it is spelt. */
const searched: ReadonlySet<Completion['kind']> = new Set(['entity', 'property', 'source', 'value', 'quote']);

const triggers = [' ', ':', '-', '/', '{', '[', ',', '"', "'"];

/** Completion of keys, ids, words and values in the YAML files of a case. */
export function registerCompletion(openCase: OpenCase): vscode.Disposable {
  const complete = createCompleter(openCase.model);
  return vscode.languages.registerCompletionItemProvider(
    caseSelector(openCase),
    {
      provideCompletionItems(document, position) {
        const path = openCase.pathOf(document.uri);
        if (path === null || openCase.model.kindOf(path) === null) return undefined;
        const found = complete(path, document.getText(), document.offsetAt(position));
        const start = found && document.positionAt(found.span.start);
        if (!found || start?.line !== position.line) return undefined;
        const end = document.positionAt(found.span.end);
        const lineEnd = document.lineAt(position.line).range.end;
        const range = {
          inserting: new vscode.Range(start, position),
          replacing: new vscode.Range(start, end.isAfter(lineEnd) ? lineEnd : end),
        };
        return new vscode.CompletionList(
          found.items.map((item, order) => toItem(item, order, found, range)),
          found.isIncomplete,
        );
      },
    },
    ...triggers,
  );
}

function toItem(
  { kind, label, note, detail, documentation, insert, snippet, goesOn }: Completion,
  order: number,
  { typed }: Completions,
  range: NonNullable<vscode.CompletionItem['range']>,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, ...(note && { description: note }) }, kinds[kind]);
  item.detail = detail;
  if (documentation !== '') item.documentation = documentation;
  item.insertText = snippet ? new vscode.SnippetString(insert) : insert;
  item.filterText = searched.has(kind) && typed !== '' ? typed : label;
  item.sortText = String(order).padStart(4, '0');
  item.keepWhitespace = true;
  item.range = range;
  if (goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '', arguments: [{ auto: true }] };
  return item;
}
