import { CST } from 'yaml';
import { EditRefused } from './planEdit';
import type { WrittenItem, WrittenNode } from './yamlTree';

/** Why a file with an error is not edited. */
export const syntaxError = 'the file has a syntax error — correct it first';

/** Adds the names of all aliases. Throws `EditRefused` where a token is an error. */
export function collectAliases(root: CST.Token, names: Set<string>): void {
  const stack: (CST.Token | null | undefined)[] = [root];
  while (stack.length > 0) {
    const token = stack.pop();
    if (!token) continue;
    if (token.type === 'error') throw new EditRefused(syntaxError);
    if (token.type === 'alias') names.add(token.source.slice(1));
    if (token.type === 'document') stack.push(token.value);
    if ('items' in token) for (const { key, value } of token.items) stack.push(key, value);
  }
}

/** What a token means as it is written; `before` are the marks in front of it, `at` where it would stand. Throws `EditRefused` for odd ones. */
export function readNode(token: CST.Token | null | undefined, before: readonly CST.SourceToken[], at: number): WrittenNode {
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
      if (!close) throw new EditRefused(syntaxError);
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

/** Nothing, at a place where a value could be. */
export function emptyNode(at: number, anchor: string | null): WrittenNode {
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
