import * as vscode from 'vscode';

/**
 * Plain words as markdown that shows them as they are: names may hold markdown, HTML, command links or theme icons, and
 * none of it may come alive. `$` becomes an entity because a backslash before `$(` is undone before icons are drawn.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|>~:@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\$/g, '&#36;');
}

/** Bold words. */
export function bold(words: string): string {
  return `**${escapeMarkdown(words)}**`;
}

/** A link with escaped words. What would end the target early in `target` (file names, external ids) is percent-encoded. */
export function link(words: string, target: string): string {
  return `[${escapeMarkdown(words)}](${target.replace(/[()[\]<>\\\s]/g, percentEncode)})`;
}

function percentEncode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

/** A card's markdown: theme icons, and no commands but those named. */
export function cardMarkdown(value: string, enabledCommands: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands };
  return markdown;
}
