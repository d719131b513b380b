import { bisector } from 'd3-array';
import type { CST } from 'yaml';
import { memoizeByObject } from '../memo';
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
  /** Null where nothing is written; also of a whole file and of a section that are read entry by entry. */
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

/** The path of the innermost pair or item whose value, key or whole begins and ends where `span` does; null when there is none. */
export function pathAt({ root }: WrittenYaml, span: Span): YamlPath | null {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const index = itemBefore(node, span.start);
    const item = node.items[index];
    if (!item || span.end > Math.max(item.span.end, item.valueAt)) return null;
    path.push(item.key?.text ?? index);
    const whole = item.key ? item.span.start === span.start && item.span.end === span.end : false;
    if (whole || same(item.value.span, span) || (item.key && same(item.key.span, span))) return path;
    node = item.value;
  }
}

/** The index of the last item that begins at `at` or before; -1 when none does. */
export function itemBefore({ items }: WrittenNode, at: number): number {
  return starts.right(items, at) - 1;
}

const starts = bisector((item: WrittenItem) => item.span.start);

/** The item that `path` leads to, with what holds it; undefined when it is not there. Throws `EditRefused` where the way leads through an alias. */
export function itemAt(yaml: WrittenYaml, path: YamlPath): { readonly holder: WrittenNode; readonly index: number; readonly item: WrittenItem } | undefined {
  let node = yaml.root;
  let found: { holder: WrittenNode; index: number; item: WrittenItem } | undefined;
  for (const step of path) {
    refuseShared(yaml, node, found?.item);
    const index = typeof step === 'number' ? step : keysOf(node).get(step);
    const item = index === undefined ? undefined : node.items[index];
    if (index === undefined || !item || (typeof step === 'number') !== (item.key === null)) return undefined;
    found = { holder: node, index, item };
    node = item.value;
  }
  return found;
}

/** The index of each key; of the first of several. */
const keysOf = memoizeByObject(({ items }: WrittenNode): ReadonlyMap<string, number> => {
  const keys = new Map<string, number>();
  for (const [index, { key }] of items.entries()) if (key && !keys.has(key.text)) keys.set(key.text, index);
  return keys;
});

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
