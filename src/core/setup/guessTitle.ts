import { findBoilerplate } from '../recognition/boilerplate';

/** UTF-16 units of a text that are looked at, and of the longest title. */
const beginning = 2000;
const longestTitle = 160;

/**
 * The title of an article, where its first line of its own (not the site's) looks like a heading: short, and neither a sentence, a
 * byline, an address nor the first line of a paragraph that was broken by hand. Else null.
 */
export function guessTitle(content: string): string | null {
  const head = content.slice(0, beginning);
  const chrome = findBoilerplate(head);
  const lines = [...head.matchAll(/[^\r\n]+/g)]
    .filter(({ 0: line, index }) => line.trim() !== '' && !chrome.some(({ start, end }) => start < index + line.length && index < end))
    .map(({ 0: line, index }) => ({ line: line.trim().replace(/\s+/g, ' '), next: head.slice(index + line.length).replace(/^(?:\r\n|\n|\r)/, '') }));
  const [first] = lines;
  if (!first) return null;
  const { line, next } = first;
  const goesOn = /^[ \t]*\p{Ll}/u.test(next);
  const isHeading = line.length <= longestTitle && /^[^\p{Ll}]*\p{L}/u.test(line) && !/[.,;:]$/.test(line) && /^[\p{Lu}\p{Lo}\p{N}“"«'‘„¿¡]/u.test(line);
  const isOther = /^by\s/i.test(line) || /[@]|:\/\//.test(line) || !/\p{L}{2}/u.test(line);
  return isHeading && !isOther && !goesOn && !/\p{Cc}/u.test(line) ? line : null;
}
