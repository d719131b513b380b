import type { CaseModel } from '../caseModel';
import { extentOf, formatDay } from '../values/edtf';
import { describeEdtf } from '../values/describe';
import type { Span } from '../text/text';
import { positionAt } from '../text/text';
import { escapeMarkdownText } from './markdownText';
import { webAddress } from './reportWords';

export const citationFormats = ['plain', 'markdown', 'csl-json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Words of an article with where they are from; what the manifest does not say is null. */
export interface Citation {
  /** On one line, without white space at their ends. */
  readonly words: string;
  readonly source: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly url: string | null;
  /** EDTF. */
  readonly retrieved: string | null;
  readonly language: string | null;
  /** Of the first word, from 1. Blank lines stand between paragraphs. */
  readonly line: number;
  readonly paragraph: number;
}

/** The citation of a passage; null where there are no words or no such article. */
export function citationOf(model: CaseModel, source: string, span: Span): Citation | null {
  const text = model.text(source);
  const known = model.source(source);
  const passage = text?.content.slice(span.start, span.end) ?? '';
  const words = passage.replace(/\s+/g, ' ').trim();
  if (!text || !known || words === '') return null;
  const start = span.start + (passage.length - passage.trimStart().length);
  return {
    words,
    source,
    title: known.title,
    author: known.entry?.author?.text ?? null,
    publisher: known.publisher,
    published: known.published,
    url: known.entry?.url?.text ?? null,
    retrieved: known.entry?.retrieved?.text ?? null,
    language: known.language,
    line: positionAt(text, start).line + 1,
    paragraph: paragraphAt(text.content, start),
  };
}

/** The citation as text for the clipboard. */
export function citationText(citation: Citation, format: CitationFormat): string {
  if (format === 'csl-json') return `${JSON.stringify([cslItem(citation)], null, 2)}\n`;
  return format === 'markdown' ? markdownCitation(citation) : plainCitation(citation);
}

function plainCitation(citation: Citation): string {
  const { title, url, language } = citation;
  const parts = [citation.author, title === null ? citation.source : quoted(title, language), ...whereFrom(citation)];
  if (url !== null) parts.push(url);
  return `${quoted(citation.words, language)} — ${listed(parts)} (${placeOf(citation)})`;
}

function markdownCitation(citation: Citation): string {
  const { title, url, language } = citation;
  const address = webAddress(url);
  const name = escapeMarkdownText(title ?? citation.source);
  const work = address === null ? `*${name}*` : `[*${name}*](<${address.replace(/[\\`]/g, encodeURIComponent)}>)`;
  const facts = [citation.author, ...whereFrom(citation)].map((fact) => (fact === null ? null : escapeMarkdownText(fact)));
  const other = url !== null && address === null ? [escapeMarkdownText(url)] : [];
  const [author, ...rest] = facts;
  return `> ${escapeMarkdownText(quoted(citation.words, language))}\n>\n> — ${listed([author ?? null, work, ...rest, ...other])} (${placeOf(citation)})\n`;
}

function whereFrom({ publisher, published, retrieved }: Citation): (string | null)[] {
  return [publisher, published === null ? null : describeEdtf(published), retrieved === null ? null : `retrieved ${describeEdtf(retrieved)}`];
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function placeOf({ line, paragraph }: Citation): string {
  return `line ${line}, paragraph ${paragraph}`;
}

function paragraphAt(content: string, offset: number): number {
  const before = content.slice(0, offset).trimStart();
  return before === '' ? 1 : before.split(/(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*/).length;
}

/** Outer and inner quotation marks of a language. */
interface QuotationMarks {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
}

const english: QuotationMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const russian: QuotationMarks = { outer: ['«', '»'], inner: ['„', '“'] };
const marksByLanguage: ReadonlyMap<string, QuotationMarks> = new Map(['be', 'kk', 'ky', 'ru', 'uk'].map((language) => [language, russian]));

/**
 * Words in quotation marks; marks of the outer kind inside become those of the inner kind, and those inside them outer ones again, as
 * style guides ask (Chicago Manual of Style 13.30). Apostrophes stay.
 */
export function quoted(words: string, language: string | null): string {
  const { outer, inner } = marksByLanguage.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? english;
  const kinds = [inner, outer];
  const opened: string[] = [];
  let text = '';
  for (let at = 0; at < words.length; at++) {
    const character = words[at]!;
    const turn = turnOf(words, at, [outer, inner], opened);
    if (turn === 'open') {
      text += kinds[opened.length % 2]![0];
      opened.push(character);
    } else if (turn === 'close') {
      opened.pop();
      text += kinds[opened.length % 2]![1];
    } else {
      text += character;
    }
  }
  return outer[0] + text + outer[1];
}

/** Whether a character opens or closes a quotation, given what opened those around it. What closes nothing, and an apostrophe, does neither. */
function turnOf(
  words: string,
  at: number,
  marks: readonly (readonly [string, string])[],
  opened: readonly string[],
): 'open' | 'close' | null {
  const character = words[at]!;
  if (character === '"') {
    if (!isInWord(words[at - 1]) && isInWord(words[at + 1]) && !/[,.;:!?)\]]/.test(words[at - 1] ?? '')) return 'open';
    return opened.length > 0 ? 'close' : null;
  }
  if (character === '’' && (opened.at(-1) !== '‘' || isInWord(words[at + 1]))) return null;
  if (marks.some(([opening]) => opening === character)) return 'open';
  return opened.length > 0 && marks.some(([, closing]) => closing === character) ? 'close' : null;
}

function isInWord(character: string | undefined): boolean {
  return character !== undefined && /[^\s([{—–,.;:!?)\]}]/u.test(character);
}

/** One item of CSL-JSON (Citation Style Language 1.0.2), as reference managers import it. */
function cslItem({ words, source, title, author, publisher, published, url, retrieved, language, line, paragraph }: Citation) {
  return {
    id: source,
    type: 'article',
    ...(title === null ? { title: source } : { title }),
    ...(author === null ? {} : { author: [{ literal: author }] }),
    ...(publisher === null ? {} : { publisher, 'container-title': publisher }),
    ...(published === null ? {} : { issued: cslDate(published) }),
    ...(retrieved === null ? {} : { accessed: cslDate(retrieved) }),
    ...(url === null ? {} : { URL: url }),
    ...(language === null ? {} : { language }),
    note: `“${words}” (line ${line}, paragraph ${paragraph})`,
  };
}

/** A day, month or year as its parts; a period as its first and last day; anything else as its words. */
function cslDate(edtf: string) {
  if (/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/.test(edtf)) return { 'date-parts': [edtf.split('-').map(Number)] };
  const extent = extentOf(edtf);
  if (!extent || !Number.isFinite(extent.low) || !Number.isFinite(extent.high)) return { literal: describeEdtf(edtf) };
  const days = [extent.low, extent.high].map(formatDay);
  return days.every((day) => /^\d{4}-/.test(day)) ? { 'date-parts': days.map((day) => day.split('-').map(Number)) } : { literal: describeEdtf(edtf) };
}
