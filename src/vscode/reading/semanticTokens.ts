import * as vscode from 'vscode';
import type { ColoredType } from '../../core/registry/entityTypes';
import { coloredTypeOf, coloredTypes } from '../../core/registry/entityTypes';
import { positionAt } from '../../core/text/text';
import { articleLanguageId } from '../case/articleLanguage';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';

/** The token type of a coloured entity type, as contributed in package.json: `entityPerson`. */
const tokenTypeOf = (type: ColoredType) => `entity${type.charAt(0).toUpperCase()}${type.slice(1)}`;
const legend = new vscode.SemanticTokensLegend([...coloredTypes, 'other' as const].map(tokenTypeOf), ['ambiguous']);

/** Colours linked names in articles by entity type. `corroborate.colorMentions` switches it off. */
export function registerSemanticTokens(openCase: OpenCase): vscode.Disposable {
  const { model } = openCase;
  const refresh = new vscode.EventEmitter<void>();
  const provider: vscode.DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: refresh.event,
    provideDocumentSemanticTokens(document) {
      const builder = new vscode.SemanticTokensBuilder(legend);
      // Not in the selector: VS Code 1.100 asks no provider of a language for a document that takes on that language later.
      if (document.languageId !== articleLanguageId) return builder.build();
      const enabled = vscode.workspace.getConfiguration('corroborate', document.uri).get<boolean>('colorMentions', true);
      const member = enabled ? caseDocument(openCase, document) : undefined;
      if (!member || !model.source(member.path)) return builder.build();
      for (const { span, entity, candidates } of model.mentions(member.path).mentions) {
        const type = tokenTypeOf(coloredTypeOf(model.entity(entity ?? candidates[0] ?? '')?.type));
        for (const part of linesOf(member.text.content, span)) {
          const { line, character } = positionAt(member.text, part.start);
          builder.push(line, character, part.end - part.start, legend.tokenTypes.indexOf(type), entity === null ? 1 : 0);
        }
      }
      return builder.build();
    },
  };
  return vscode.Disposable.from(
    refresh,
    openCase.onDidChange(() => refresh.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.colorMentions')) refresh.fire();
    }),
    vscode.languages.registerDocumentSemanticTokensProvider(caseSelector(openCase), provider, legend),
  );
}

/** A token cannot span lines: a name broken over lines is one token a line. */
function linesOf(content: string, span: { readonly start: number; readonly end: number }) {
  const parts: { start: number; end: number }[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    const atBreak = i === span.end || content[i] === '\n' || content[i] === '\r';
    if (!atBreak) continue;
    if (i > start) parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}
