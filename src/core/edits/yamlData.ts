import type { YamlNode } from '../case/yaml';
import type { YamlData } from './yamlScalars';
import { typed } from './yamlScalars';

/** What was read of a YAML file as data to write elsewhere: what had no quotes needs none there. */
export function yamlData(node: YamlNode): YamlData {
  switch (node.kind) {
    case 'scalar':
      return node.plain ? typed(node.text) : node.text;
    case 'list':
      return node.items.map(yamlData);
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, yamlData(value)]));
  }
}

/** Whether two nodes say the same, whatever their style and the order of keys. */
export function sameData(a: YamlNode, b: YamlNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text;
  if (a.kind === 'list') return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, index) => sameData(item, b.items[index]!));
  if (b.kind !== 'map' || a.pairs.length !== b.pairs.length) return false;
  return a.pairs.every(({ key, value }) => b.pairs.some((pair) => pair.key.text === key.text && sameData(pair.value, value)));
}
