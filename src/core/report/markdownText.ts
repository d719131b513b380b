import { plainLine, webAddress } from './reportWords';

/**
 * Plain text as Markdown (CommonMark and GitHub's) that shows it as it is, on one line: no markup, HTML, link, mention, formula or emoji
 * of it comes alive, in a table cell or anywhere else but at the very beginning of a line of ours, where it is guarded too.
 */
export function escapeMarkdownText(text: string): string {
  return plainLine(text)
    .trim()
    .replace(/[\\`*_[\]<>|~#&$@]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A web address as a link to itself; anything else as text. */
export function markdownLink(text: string): string {
  const address = webAddress(text);
  return address === null ? escapeMarkdownText(text) : `<${address.replace(/[|\\`]/g, (character) => encodeURIComponent(character))}>`;
}
