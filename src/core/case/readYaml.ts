import type { Problem } from './entries';
import { movePair, placeNode } from './yaml';
import type { Placed, YamlNode, YamlPair, YamlSection } from './yaml';
import type { YamlCache } from './yamlCache';
import { readOutline } from './yamlOutline';

/** `root` is null for an empty file. */
export interface YamlReading {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML file as far as it can be read: what is broken is left out and told in `problems` (`yaml/syntax`, `yaml/duplicate-key`,
 * `yaml/too-many-aliases`), in the order of the text. With the cache of the last reading of the same file, only what changed is parsed.
 */
export function readYaml(text: string, cache?: YamlCache): YamlReading {
  const { root, sections, problems } = readOutline(text, cache);
  if (root === null || root.kind !== 'map') return { root, problems };
  return { root: { kind: 'map', span: root.span, pairs: sections.map(pairOfSection) }, problems };
}

function pairOfSection({ key, value }: YamlSection): YamlPair {
  const span = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
  if (value.kind === 'map') return { key, value: { kind: 'map', span: value.span, pairs: value.pairs.map(placePair) }, span };
  if (value.kind === 'list') {
    return { key, value: { kind: 'list', span: value.span, items: value.items.map(({ node, offset }) => placeNode(node, offset)) }, span };
  }
  return { key, value, span };
}

function placePair({ node, offset }: Placed<YamlPair>): YamlPair {
  return movePair(node, offset);
}
