import { mentionAt } from '../features/targets';
import type { CaseModel } from '../caseModel';
import type { Span } from '../text/text';
import { contains, overlaps } from '../text/text';
import { EditRefused } from './planEdit';
import { openArticle } from './openForEdit';

/** Longer selections (UTF-16 units) are passages, no names. */
const longestName = 300;

/**
 * What a person means by a selection in an article. White space at its ends is left out. An edge inside a word moves to the edge of
 * the mention there, else of the word; a selection over the edge of a mention takes in all of it; whole words inside a mention stay what
 * they are. A cursor alone means the mention, the likely name or the word that it stands in or at. Null where nothing is selected.
 */
export function selectionSpan(model: CaseModel, source: string, selected: Span): Span | null {
  const content = model.text(source)?.content ?? '';
  const span = trimmed(content, clamped(selected, content.length));
  if (span.start === span.end) return selected.start === selected.end ? atCursor(model, source, content, span.start) : null;
  const start = cutsWord(content, span.start) ? (mentionOver(model, source, span.start)?.start ?? wordStart(content, span.start)) : span.start;
  const end = cutsWord(content, span.end) ? (mentionOver(model, source, span.end)?.end ?? wordEnd(content, span.end)) : span.end;
  return withMentions(model, source, { start, end });
}

/** The selection as a name. Throws `EditRefused` where it can be none. */
export function selectedName(model: CaseModel, source: string, selected: Span): Span {
  const { content } = openArticle(model, source);
  const span = selectionSpan(model, source, selected);
  const text = span ? content.slice(span.start, span.end) : '';
  if (!span || !/[\p{L}\p{N}]/u.test(text)) throw new EditRefused('Nothing is selected — select a name, or put the cursor into one.');
  if (text.length > longestName) throw new EditRefused('The selection is too long for a name — select the name alone.');
  if (/\n[ \t\r]*\n/.test(text.replace(/\r(?!\n)/g, '\n'))) throw new EditRefused('The selection goes over a blank line — select a name within one paragraph.');
  return span;
}

/** The words of an article at `span`, on one line. */
export function wordsAt(content: string, { start, end }: Span): string {
  return content.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** A span without the white space at its ends. */
export function trimmed(content: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(content.charAt(from))) from++;
  while (to > from && /\s/.test(content.charAt(to - 1))) to--;
  return { start: from, end: to };
}

function clamped({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, end, length));
  return { start: from, end: Math.max(from, Math.min(Math.max(start, end), length)) };
}

function atCursor(model: CaseModel, source: string, content: string, offset: number): Span | null {
  const mention = mentionAt(model, source, offset);
  if (mention) return mention.span;
  const holds = (span: Span) => span.start <= offset && offset <= span.end;
  const name = model.unlinkedNames(source).flatMap(({ places }) => places).find(holds) ?? model.mentions(source).none.find(holds);
  if (name) return name;
  const start = wordStart(content, offset);
  const end = wordEnd(content, offset);
  return start < end ? { start, end } : null;
}

/** The mention that goes over `offset`. */
function mentionOver(model: CaseModel, source: string, offset: number): Span | undefined {
  const mention = mentionAt(model, source, offset);
  return mention && mention.span.start < offset && offset < mention.span.end ? mention.span : undefined;
}

function withMentions(model: CaseModel, source: string, span: Span): Span {
  let { start, end } = span;
  for (const { span: own } of model.mentions(source).mentions) {
    if (!overlaps(own, span) || contains(own, span)) continue;
    start = Math.min(start, own.start);
    end = Math.max(end, own.end);
  }
  return { start, end };
}

const wordUnit = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u;

function isWordUnit(content: string, at: number): boolean {
  return at >= 0 && at < content.length && wordUnit.test(content.charAt(at));
}

function cutsWord(content: string, offset: number): boolean {
  return isWordUnit(content, offset - 1) && isWordUnit(content, offset);
}

function wordStart(content: string, offset: number): number {
  let at = offset;
  while (isWordUnit(content, at - 1)) at--;
  return at;
}

function wordEnd(content: string, offset: number): number {
  let at = offset;
  while (isWordUnit(content, at)) at++;
  return at;
}
