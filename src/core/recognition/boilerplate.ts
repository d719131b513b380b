import type { Span } from '../text/text';
import { allLanguages } from './languages/index';
import type { BoilerplateWords } from './languages/language';

const lines = /[^\r\n]+/g;
/** White space that is no single space. */
const wideSpace = /\s\s|[^\S ]/;

/** Longer paragraphs are the article's. */
const longestChrome = 400;
/** Shorter lines may come again in an article: `Yes.` */
const shortestRepeat = 20;
/** A comment box takes what is after it, where that is no more than this. */
const longestCommentBox = 800;

/**
 * Parts of an article file that are not the article, in order: buttons and labels of the site, pleas to subscribe, comment
 * boxes, whole lines that stood there before (a headline given twice). A site's chrome need not be in the article's
 * language: that of all languages is looked for. Linear.
 */
export function findBoilerplate(content: string): readonly Span[] {
  const spans: Span[] = [];
  const seen = new Set<string>();
  for (const { 0: line, index } of content.matchAll(lines)) {
    if (line.length > longestChrome) continue;
    const text = line.trim();
    const straight = text.toLowerCase().replaceAll('’', "'");
    const lower = wideSpace.test(straight) ? straight.replace(/\s+/g, ' ') : straight;
    if (lower === '') continue;
    const isRepeated = lower.length >= shortestRepeat && seen.has(lower);
    seen.add(lower);
    const bare = withoutMarks(lower);
    if (!isRepeated && !allLanguages.some(({ boilerplate }) => isChrome(lower, bare, boilerplate))) continue;
    const start = index + line.indexOf(text);
    const isBox = allLanguages.some(({ boilerplate }) => boilerplate.commentBoxes.has(bare));
    if (isBox && content.length - start <= longestCommentBox) {
      spans.push({ start, end: content.length });
      break;
    }
    spans.push({ start, end: start + text.length });
  }
  return spans;
}

function isChrome(line: string, bare: string, { lines: whole, commentBoxes, openings, pleas }: BoilerplateWords): boolean {
  if (whole.has(bare) || commentBoxes.has(bare)) return true;
  for (const opening of openings) if (line.startsWith(opening)) return true;
  for (const [first, second] of pleas) if (line.includes(first) && line.includes(second)) return true;
  return false;
}

function withoutMarks(line: string): string {
  return line.replace(/^[^\p{L}\p{N}©]{1,8}/u, '').replace(/[^\p{L}\p{N}]{1,8}$/u, '');
}
