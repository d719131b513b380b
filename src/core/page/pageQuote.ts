import type { Claim } from '../claims/claim';
import { resolveEntity, type Registry } from '../registry/registry';
import type { Span, Text } from '../text/text';
import { describeValue } from '../values/describe';
import type { Value } from '../values/value';
import type { PageQuote } from './page';

/**
 * A claim's quote as it stands in the article, with up to `contextLength` UTF-16 units of its paragraph on either side, cut at a word; as
 * written where it does not hold; null where there is none.
 */
export function quoteInContext(
  claim: Claim,
  registry: Registry,
  placed: { readonly article: Text; readonly passage: Span } | null,
  contextLength: number,
): PageQuote | null {
  const written = claim.entry.quote?.text;
  if (!placed) return written === undefined ? null : { before: '', text: oneLine(written), after: '', wording: null };
  const { content } = placed.article;
  const { start, end } = placed.passage;
  const text = oneLine(content.slice(start, end));
  return {
    before: contextBefore(content, start, contextLength),
    text,
    after: contextAfter(content, end, contextLength),
    wording: wordingOf(claim, describeValue(claim.value, (id) => resolveEntity(registry, id)?.name ?? id), text),
  };
}

// Without a place of the value itself, its usual forms are looked for, the fullest first.
function wordingOf(claim: Claim, words: string, quote: string): PageQuote['wording'] {
  const { value } = claim.entry;
  const forms = [claim.surface ?? '', 'text' in value ? value.text : '', ...formsOf(claim.value, words)];
  const folded = quote.toLowerCase();
  for (const form of forms) {
    const wording = oneLine(form).trim().toLowerCase();
    if (wording === '') continue;
    for (let start = folded.indexOf(wording); start !== -1; start = folded.indexOf(wording, start + 1)) {
      const end = start + wording.length;
      if (folded.length === quote.length && standsAlone(quote, start, end)) return { start, end };
    }
  }
  return null;
}

function formsOf(value: Value, words: string): string[] {
  if (value.kind === 'quantity') {
    const number = words.replace(/^(?:about|around|almost|more than|at least|up to|less than|over) /, '').replace(/ [^\d\s]+$/, '');
    return [words, number, number.replace('.', ','), String(value.number)];
  }
  if (value.kind !== 'date' && value.kind !== 'period') return [words];
  const [, day, month, year] = /^(?:(\d{1,2}) )?(?:(\p{L}+) )?(\d{4})$/u.exec(words) ?? [];
  const forms = [words];
  if (day && month) forms.push(`${month} ${day}, ${year}`, `${day} ${month}`, `${month} ${day}`);
  if (month) forms.push(`${month} of ${year}`, month);
  forms.push(year ?? value.edtf.slice(0, 4));
  return forms;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !isWord(text.charAt(start - 1)) && !isWord(text.charAt(end));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function contextBefore(content: string, start: number, contextLength: number): string {
  const from = Math.max(0, start - contextLength);
  const line = lastLine(content.slice(from, start));
  const cut = line.length < start - from || from === 0 ? line : line.replace(/^\S*\s+/, '…');
  return oneLine(cut, 'start');
}

function contextAfter(content: string, end: number, contextLength: number): string {
  const to = Math.min(content.length, end + contextLength);
  const line = firstLine(content.slice(end, to));
  const cut = line.length < to - end || to === content.length ? line : line.replace(/\s+\S*$/, '…');
  return oneLine(cut, 'end');
}

// Context ends where a paragraph does; a line break inside a paragraph is but a space.
function lastLine(text: string): string {
  return text.split(/(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/).at(-1) ?? '';
}

function firstLine(text: string): string {
  return text.split(/(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/)[0] ?? '';
}

function oneLine(text: string, trimmed?: 'start' | 'end'): string {
  const line = text.replace(/\s+/g, ' ');
  if (trimmed === 'start') return line.trimStart();
  return trimmed === 'end' ? line.trimEnd() : line;
}
