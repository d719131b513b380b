import { Parser } from 'yaml';
import type { CST } from 'yaml';
import { cutYaml } from '../case/cutYaml';
import type { Piece, SectionCut } from '../case/cutYaml';
import type { Span } from '../text/text';
import { EditRefused } from './planEdit';
import { collectAliases, emptyNode, readNode, syntaxError } from './writtenTokens';
import type { WrittenItem, WrittenKey, WrittenNode, WrittenYaml } from './yamlTree';

/**
 * Reads how a file is written: where it can be cut into entries (`cutYaml`), each of these when something of it is first asked for, so that an
 * edit costs what it looks at; else the whole file. Throws `EditRefused` where that cannot be told for certain, for an error in an entry not
 * before that is asked for: who edits a file of a case refuses one with problems first. Linear.
 */
export function readWritten(content: string): WrittenYaml {
  const text = content.replace(/\r(?!\n)/g, '\n');
  const newline = /\r\n|\n|\r/.exec(content)?.[0] ?? '\n';
  const aliased = new Set<string>();
  const cuts = cutYaml(text);
  const root = cuts && readSections(text, cuts, aliased);
  if (root) return { text, newline, root, aliased, end: text.length };
  return { text, newline, aliased, ...readDocument(text, 0, aliased) };
}

/** Null where a section has no key. */
function readSections(text: string, cuts: readonly SectionCut[], aliased: Set<string>): WrittenNode | null {
  const sections: WrittenItem[] = [];
  for (const { key, pieces } of cuts) {
    if (key) {
      const entries = pieces.map((piece) => readEntry(text, piece, aliased));
      const value = blockOf(entries[0]!.key === null ? 'list' : 'map', entries);
      const written = { text: text.slice(key.start, key.end), span: key, anchor: null, token: null };
      sections.push({ span: spanTo(key.start, () => value.span.end), key: written, valueAt: key.end + 1, value });
    } else {
      const [{ start, end }] = pieces as readonly [Piece];
      const { root } = readDocument(text.slice(start, end), start, aliased);
      if (root.kind !== 'map' || root.flow) return null;
      sections.push(...root.items);
    }
  }
  return blockOf('map', sections);
}

function blockOf(kind: 'map' | 'list', items: readonly WrittenItem[]): WrittenNode {
  return { kind, span: spanTo(items[0]!.span.start, () => items.at(-1)!.span.end), flow: false, anchor: null, items, token: null };
}

/** An entry of a section, read when it is asked for; at once where it may hold an alias, which reaches other entries. */
function readEntry(text: string, piece: Piece, aliased: Set<string>): WrittenItem {
  let held: WrittenItem | undefined;
  const entry = (): WrittenItem => (held ??= readPiece(text, piece, aliased));
  if (text.slice(piece.start, piece.end).includes('*')) return entry();
  let start = piece.start;
  while (text[start] === ' ') start++;
  const isItem = /^-(?:\s|$)/.test(text.slice(start, start + 2));
  const key = isItem ? null : plainKeyAt(text, start);
  return {
    span: spanTo(start, () => entry().span.end),
    get key() {
      return key === undefined ? entry().key : key;
    },
    get valueAt() {
      return entry().valueAt;
    },
    get value() {
      return entry().value;
    },
  };
}

/** A key that is what is written there; undefined where only the parser can tell. */
function plainKeyAt(text: string, start: number): WrittenKey | undefined {
  const key = /\w[^\s:#]*(?=:[ \r\n])/y;
  key.lastIndex = start;
  const name = key.exec(text)?.[0];
  return name === undefined ? undefined : { text: name, span: { start, end: start + name.length }, anchor: null, token: null };
}

function readPiece(text: string, { start, end }: Piece, aliased: Set<string>): WrittenItem {
  const { items } = readDocument(text.slice(start, end), start, aliased).root;
  const [item] = items;
  if (!item || items.length > 1) throw new EditRefused(syntaxError);
  return item;
}

/** The one document of a text that stands at `base` in its file, and where it ends; adds to `aliased`. */
function readDocument(text: string, base: number, aliased: Set<string>): { readonly root: WrittenNode; readonly end: number } {
  const parser = new Parser();
  parser.offset = base;
  let document: CST.Document | undefined;
  let end = base + text.length;
  for (const token of parser.parse(text)) {
    if (token.type === 'error') throw new EditRefused(syntaxError);
    if (token.type === 'doc-end') end = Math.min(end, token.offset);
    if (token.type !== 'document') continue;
    if (document) throw new EditRefused('the file holds several documents — remove "---" between them first');
    document = token;
  }
  if (document) collectAliases(document, aliased);
  return { root: document ? readNode(document.value, document.start, end) : emptyNode(end, null), end };
}

function spanTo(start: number, end: () => number): Span {
  return {
    start,
    get end() {
      return end();
    },
  };
}
