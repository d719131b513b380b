import * as vscode from 'vscode';

/** A place as tests compare it: file and words. */
export interface FoundPlace {
  readonly path: string;
  readonly range: vscode.Range;
  readonly words: string;
}

/** The cards at a place, ours only, as markdown. */
export async function hoverCards(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap((hover) => hover.contents).filter((content) => content instanceof vscode.MarkdownString);
}

/** What a person reads on a card: links as their words, escapes undone. */
export function words(markdown: vscode.MarkdownString): string {
  return markdown.value
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)/g, '$1')
    .replaceAll(/<br>/g, '\n')
    .replaceAll(/&#36;/g, '$')
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/(?<!\\)\*/g, '')
    .replaceAll(/\\(.)/g, '$1');
}

/** The links of a card, in order: their words and where they lead. */
export function links(markdown: vscode.MarkdownString): { readonly words: string; readonly target: string }[] {
  return [...markdown.value.matchAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^)\\])*)\)/g)].map((match) => ({
    words: (match[1] ?? '').replaceAll(/\\(.)/g, '$1'),
    target: match[2] ?? '',
  }));
}

/** Runs what a command link of a card would run. */
export async function follow(target: string): Promise<void> {
  const [, command = '', query = ''] = /^command:([^?]+)\?(.*)$/.exec(target) ?? [];
  await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
}

/** Definitions at a place, where they lead exactly. */
export async function definitions(uri: vscode.Uri, position: vscode.Position): Promise<FoundPlace[]> {
  const found = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return Promise.all(
    found.map((one) =>
      'targetUri' in one ? placeAt(one.targetUri, one.targetSelectionRange ?? one.targetRange) : placeAt(one.uri, one.range),
    ),
  );
}

/** References at a place, declarations included. */
export async function references(uri: vscode.Uri, position: vscode.Position): Promise<FoundPlace[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
  return Promise.all(found.map((location) => placeAt(location.uri, location.range)));
}

/** Highlights at a place. */
export async function highlights(document: vscode.TextDocument, position: vscode.Position): Promise<FoundPlace[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    position,
  );
  return Promise.all((found ?? []).map(({ range }) => placeAt(document.uri, range)));
}

/** The outline of a file. */
export async function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return found ?? [];
}

/** A coloured stretch of a document. */
export interface Token {
  readonly range: vscode.Range;
  readonly words: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** The semantic tokens of a document, decoded with their legend. */
export async function tokens(document: vscode.TextDocument): Promise<Token[]> {
  const [legend, found] = await Promise.all([
    vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    ),
    vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri),
  ]);
  if (!legend || !found) throw new Error(`no semantic tokens for ${document.uri.path}`);
  const decoded: Token[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < found.data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = found.data.subarray(i, i + 5);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const range = new vscode.Range(line, character, line, character + length);
    decoded.push({
      range,
      words: document.getText(range),
      type: legend.tokenTypes[type] ?? '',
      modifiers: legend.tokenModifiers.filter((_name, bit) => (modifiers & (1 << bit)) !== 0),
    });
  }
  return decoded;
}

/** The problems that we show on a file. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'Corroborate');
}

/** The stable code of a problem of ours. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The problems of one code on a file. */
export function problemsOf(uri: vscode.Uri, code: string): vscode.Diagnostic[] {
  return problems(uri).filter((problem) => codeOf(problem) === code);
}

async function placeAt(uri: vscode.Uri, range: vscode.Range): Promise<FoundPlace> {
  const document = await vscode.workspace.openTextDocument(uri);
  return { path: uri.path, range, words: document.getText(range) };
}

/** What completion offers at a place: ours alone, in our order. */
export async function completions(uri: vscode.Uri, position: vscode.Position, trigger?: string): Promise<vscode.CompletionItem[]> {
  const found = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position, trigger);
  return found.items.filter(({ sortText }) => /^\d{4}$/.test(sortText ?? '')).toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

/** What completion shows of an item. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The code lenses of a file, resolved. */
export async function lenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10_000);
}
