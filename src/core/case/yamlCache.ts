import type { ParsedYaml } from './parseYaml';
import type { YamlOutline } from './yaml';

/** What the last reading of one file leaves for the next: its parsed pieces by their content, and what was made of them. */
export interface YamlCache {
  pieces: ReadonlyMap<string, ParsedYaml>;
  last: { readonly text: string; readonly outline: YamlOutline } | null;
  /** What readers made of a node; forgotten with it. */
  readonly derived: WeakMap<object, unknown>;
}

/** An empty cache, to be passed to each reading of one and the same file. */
export function createYamlCache(): YamlCache {
  return { pieces: new Map(), last: null, derived: new WeakMap() };
}
