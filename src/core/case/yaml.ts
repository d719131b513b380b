import type { Problem } from './entries';
import type { Span } from '../text/text';

/** A node of a YAML file; aliases and merges are resolved. Spans are UTF-16 offsets into the file's text. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** `text` is what was written, unquoted and unescaped, never re-typed. `plain`: neither quoted nor a block scalar. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly plain: boolean;
  readonly span: Span;
}

/** `span` runs from the first key to the end of the last value (with the braces, in flow style). Keys are unique. */
export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly pairs: readonly YamlPair[];
}

/** `span` runs from the first `-` or the bracket to the end of the last item or the bracket. */
export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

/** `span` runs from the key's start to the value's end. A missing value is an empty plain scalar after the colon. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  readonly span: Span;
}

/** A node whose spans count from `offset`: an entry that did not change stays the same object wherever it moves. */
export interface Placed<N> {
  readonly node: N;
  readonly offset: number;
}

/** The value of a top-level key; `span` is in the file. */
export type SectionValue =
  | { readonly kind: 'map'; readonly span: Span; readonly pairs: readonly Placed<YamlPair>[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Placed<YamlNode>[] }
  | YamlScalar;

/** A top-level key, which is placed in the file, and its value. */
export interface YamlSection {
  readonly key: YamlScalar;
  readonly value: SectionValue;
}

/** A file by its top-level keys. `root` is null for an empty file; where it is a map, its pairs are in `sections` alone. */
export interface YamlOutline {
  readonly root: YamlScalar | YamlList | { readonly kind: 'map'; readonly span: Span } | null;
  readonly sections: readonly YamlSection[];
  readonly problems: readonly Problem[];
}

/** A node whose spans are relative to `offset`, with spans in the file. */
export function placeNode(node: YamlNode, offset: number): YamlNode {
  if (offset === 0) return node;
  const span = moveSpan(node.span, offset);
  if (node.kind === 'map') return { kind: 'map', span, pairs: node.pairs.map((pair) => movePair(pair, offset)) };
  if (node.kind === 'list') return { kind: 'list', span, items: node.items.map((item) => placeNode(item, offset)) };
  return { ...node, span };
}

/** `span`, `offset` further. */
export function moveSpan(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** As `placeNode`. */
export function movePair(pair: YamlPair, offset: number): YamlPair {
  if (offset === 0) return pair;
  const key = { ...pair.key, span: moveSpan(pair.key.span, offset) };
  return { key, value: placeNode(pair.value, offset), span: moveSpan(pair.span, offset) };
}
