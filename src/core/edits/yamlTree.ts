import { CST, Parser } from 'yaml';
import type { Span } from '../text/text';
import { EditRefused } from './planEdit';

/** `empty`: nothing, or `~`. */
export type WrittenKind = 'scalar' | 'map' | 'list' | 'alias' | 'empty';

/** A node as it is written: spans in the file, without comments around it; aliases and merges as they stand. */
export interface WrittenNode {
  readonly kind: WrittenKind;
  readonly span: Span;
  /** Written with braces or brackets. */
  readonly flow: boolean;
  readonly anchor: string | null;
  readonly items: readonly WrittenItem[];
  readonly token: CST.Token | null;
}

/** An item of a list or a pair of a map. `span` runs from its key, `-` or `?` to the end of its value. */
export interface WrittenItem {
  readonly span: Span;
  readonly key: WrittenKey | null;
  /** Where a value may be written: after `:` or `-`, and the anchor or tag that follows. */
  readonly valueAt: number;
  readonly value: WrittenNode;
}

export interface WrittenKey {
  readonly text: string;
  readonly span: Span;
  readonly anchor: string | null;
  readonly token: CST.Token | null;
}

/** A YAML file as it is written. In `text` every line ends in `\n` or `\r\n`; offsets are those of the file. */
export interface WrittenYaml {
  readonly text: string;
  readonly newline: string;
  readonly root: WrittenNode;
  /** Names that `*name` refers to: what they stand for must not change. */
  readonly aliased: ReadonlySet<string>;
  /** Where the document ends: before `...`, else the end of the file. */
  readonly end: number;
}

/** The keys and indexes that lead to a node: `['claims', 3, 'quote']`. */
export type YamlPath = readonly (string | number)[];

/** Reads how a file is written. Throws `EditRefused` where that cannot be told for certain. Linear. */
export function readWritten(content: string): WrittenYaml {
  const text = content.replace(/\r(?!\n)/g, '\n');
  const newline = /\r\n|\n|\r/.exec(content)?.[0] ?? '\n';
  const aliased = new Set<string>();
  let document: CST.Document | undefined;
  let end = text.length;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw new EditRefused('the file has a syntax error — correct it first');
    if (token.type === 'doc-end') end = Math.min(end, token.offset);
    if (token.type !== 'document') continue;
    if (document) throw new EditRefused('the file holds several documents — remove "---" between them first');
    document = token;
  }
  if (!document) return { text, newline, root: emptyNode(end, null), aliased, end };
  collectAliases(document, aliased);
  const root = readNode(document.value, document.start, end);
  return { text, newline, root, aliased, end };
}

/** The path of the innermost pair or item whose value, key or whole begins and ends where `span` does; null when there is none. */
export function pathAt({ root }: WrittenYaml, span: Span): YamlPath | null {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const index = node.items.findIndex((item) => item.span.start <= span.start && span.end <= Math.max(item.span.end, item.valueAt));
    const item = node.items[index];
    if (!item) return null;
    path.push(item.key?.text ?? index);
    const whole = item.key ? item.span.start === span.start && item.span.end === span.end : false;
    if (whole || same(item.value.span, span) || (item.key && same(item.key.span, span))) return path;
    node = item.value;
  }
}

/** The item that `path` leads to, with what holds it; undefined when it is not there. Throws `EditRefused` where the way leads through an alias. */
export function itemAt(yaml: WrittenYaml, path: YamlPath): { readonly holder: WrittenNode; readonly index: number; readonly item: WrittenItem } | undefined {
  let node = yaml.root;
  let found: { holder: WrittenNode; index: number; item: WrittenItem } | undefined;
  for (const step of path) {
    refuseShared(yaml, node, found?.item);
    const index = typeof step === 'number' ? step : node.items.findIndex(({ key }) => key?.text === step);
    const item = node.items[index];
    if (!item || (typeof step === 'number') !== (item.key === null)) return undefined;
    found = { holder: node, index, item };
    node = item.value;
  }
  return found;
}

/** Throws `EditRefused` when a change of `node` would change what stands elsewhere, or the node itself is another's alias. */
export function refuseShared({ aliased }: WrittenYaml, node: WrittenNode, item: WrittenItem | undefined): void {
  if (node.kind === 'alias') {
    throw new EditRefused(`${nameOf(item)} is an alias (*${aliasName(node)}) of another entry — write it out, or edit that entry`);
  }
  if (node.anchor !== null && aliased.has(node.anchor)) refuseUsed(node.anchor, nameOf(item));
}

/** Throws `EditRefused` when `item` holds an anchor that is used. */
export function refuseAnchored(yaml: WrittenYaml, item: WrittenItem): void {
  if (yaml.aliased.size === 0) return;
  refuseKey(yaml, item, item);
  const stack = [item.value];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind !== 'alias') refuseShared(yaml, node, item);
    for (const inner of node.items) {
      refuseKey(yaml, inner, item);
      stack.push(inner.value);
    }
  }
}

function refuseKey({ aliased }: WrittenYaml, { key }: WrittenItem, item: WrittenItem): void {
  if (key && key.anchor !== null && aliased.has(key.anchor)) refuseUsed(key.anchor, nameOf(item));
}

function refuseUsed(anchor: string, what: string): never {
  throw new EditRefused(`${what} is used elsewhere in the file as *${anchor}, which would change too — edit the file by hand`);
}

function nameOf(item: WrittenItem | undefined): string {
  return item?.key ? `“${item.key.text}”` : 'this entry';
}

/** `name` of an alias `*name`. */
function aliasName({ token }: WrittenNode): string {
  return token && 'source' in token ? token.source.slice(1) : '';
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function collectAliases(root: CST.Token, names: Set<string>): void {
  const stack: (CST.Token | null | undefined)[] = [root];
  while (stack.length > 0) {
    const token = stack.pop();
    if (!token) continue;
    if (token.type === 'error') throw new EditRefused('the file has a syntax error — correct it first');
    if (token.type === 'alias') names.add(token.source.slice(1));
    if (token.type === 'document') stack.push(token.value);
    if ('items' in token) for (const { key, value } of token.items) stack.push(key, value);
  }
}

function readNode(token: CST.Token | null | undefined, before: readonly CST.SourceToken[], at: number): WrittenNode {
  const anchor = before.findLast(({ type }) => type === 'anchor')?.source.slice(1) ?? null;
  if (!token) return emptyNode(at, anchor);
  const leaf = { flow: false, anchor, items: [], token };
  switch (token.type) {
    case 'alias':
      return { ...leaf, kind: 'alias', span: { start: token.offset, end: token.offset + token.source.length } };
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar': {
      const kind = token.type === 'scalar' && token.source === '~' ? 'empty' : 'scalar';
      return { ...leaf, kind, span: { start: token.offset, end: token.offset + token.source.length } };
    }
    case 'block-scalar': {
      const start = token.props[0]?.offset ?? token.offset;
      const length = token.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0);
      return { ...leaf, kind: 'scalar', span: { start, end: start + length + token.source.length } };
    }
    case 'flow-collection': {
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
      if (!close) throw new EditRefused('the file has a syntax error — correct it first');
      const isMap = token.start.type === 'flow-map-start';
      const span = { start: token.start.offset, end: close.offset + 1 };
      return { ...leaf, kind: isMap ? 'map' : 'list', flow: true, span, items: readItems(token.items, isMap) };
    }
    case 'block-map':
    case 'block-seq': {
      const isMap = token.type === 'block-map';
      const items = readItems(token.items, isMap);
      const [first] = items;
      if (!first) return emptyNode(at, anchor);
      return { ...leaf, kind: isMap ? 'map' : 'list', span: { start: first.span.start, end: items.at(-1)!.span.end }, items };
    }
    default:
      throw new EditRefused('the file is written in a way that cannot be edited here — edit it by hand');
  }
}

function emptyNode(at: number, anchor: string | null): WrittenNode {
  return { kind: 'empty', span: { start: at, end: at }, flow: false, anchor, items: [], token: null };
}

const trivia: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'comma']);

type AnyItem = CST.BlockMap['items'][number] | CST.BlockSequence['items'][number] | CST.FlowCollection['items'][number];

function readItems(items: readonly AnyItem[], isMap: boolean): readonly WrittenItem[] {
  const read: WrittenItem[] = [];
  for (const item of items) {
    const first = item.start.find(({ type }) => !trivia.has(type));
    const sep = item.sep ?? [];
    const { key, value } = item;
    const start = first?.offset ?? key?.offset ?? sep[0]?.offset ?? startOf(value);
    if (start === undefined) continue;
    if (isMap) read.push(readPair(item, start));
    else read.push(key !== undefined || sep.length > 0 ? readSinglePair(item, start) : readListItem(item, start));
  }
  return read;
}

function readPair({ start: before, key, sep = [], value }: AnyItem, start: number): WrittenItem {
  const keyNode = readNode(key, before, start);
  const valueAt = lastEnd(sep) ?? keyNode.span.end;
  const node = readNode(value, sep, valueAt);
  const { span, anchor } = keyNode;
  return { span: { start, end: node.span.end }, key: { text: key ? keyText(key) : '', span, anchor, token: key ?? null }, valueAt, value: node };
}

/** `[a: b]` is a list of maps of one pair. */
function readSinglePair(item: AnyItem, start: number): WrittenItem {
  const pair = readPair(item, start);
  const value: WrittenNode = { kind: 'map', span: pair.span, flow: true, anchor: null, items: [pair], token: null };
  return { span: pair.span, key: null, valueAt: start, value };
}

function readListItem({ start: before, value }: AnyItem, start: number): WrittenItem {
  const valueAt = lastEnd(before) ?? start;
  const node = readNode(value, before, valueAt);
  return { span: { start, end: node.span.end }, key: null, valueAt, value: node };
}

/** Where the last mark, anchor or tag of `tokens` ends. */
function lastEnd(tokens: readonly CST.SourceToken[]): number | undefined {
  const last = tokens.findLast(({ type }) => !trivia.has(type));
  return last ? last.offset + last.source.length : undefined;
}

function startOf(value: CST.Token | undefined): number | undefined {
  if (!value) return undefined;
  return value.type === 'block-scalar' ? (value.props[0]?.offset ?? value.offset) : value.offset;
}

function keyText(token: CST.Token): string {
  return CST.resolveAsScalar(token, false, () => undefined)?.value ?? '';
}
