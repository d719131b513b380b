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

/** `root` is null for an empty file. */
export interface YamlReading {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}
