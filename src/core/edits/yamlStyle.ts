import { isListData, isScalarData } from './yamlScalars';
import type { ScalarStyle, YamlData } from './yamlScalars';
import { columnAt, isFirstOnLine, lineEnd } from './yamlLines';
import { itemBefore } from './yamlTree';
import type { WrittenItem, WrittenNode, WrittenYaml } from './yamlTree';
import { plainStyle, writeFlow } from './yamlWrite';
import type { CollectionStyle, WritingStyle } from './yamlWrite';

/** Nodes that are looked at to learn how a file is written. */
const mostLooked = 200;
/** Items of a collection that are looked at, either side of a place. Of a large file no more is read. */
const mostNear = 5;

/** How a new item of `node` at `index` is written: as its neighbours are, else as the file is around it. */
export function neighbourStyle(yaml: WrittenYaml, node: WrittenNode, index: number): WritingStyle {
  const at = (node.items[index] ?? node.items.at(-1) ?? node).span.start;
  return { ...learn(yaml, [node, yaml.root], at), quotes: commonQuotes(nearby(node.items, index)) };
}

/** How what has no neighbours is written at `at`: as the file is around it. */
export function fileStyle(yaml: WrittenYaml, at: number): WritingStyle {
  return learn(yaml, [yaml.root], at);
}

function nearby<T>(items: readonly T[], index: number): readonly T[] {
  const middle = Math.min(index, items.length);
  return items.slice(Math.max(0, middle - mostNear), middle + mostNear);
}

/**
 * Whether `data` at `index` is written on one line, as its neighbours of the same kind are; undefined when there are none. Where they differ, it
 * is when it fits into as many columns as the longest of them takes.
 */
export function siblingStyle(node: WrittenNode, index: number, data: YamlData, column: number, style: WritingStyle): CollectionStyle | undefined {
  if (isScalarData(data)) return undefined;
  const kind = isListData(data) ? 'list' : 'map';
  const siblings = nearby(node.items, index).map(({ value }) => value).filter((value) => value.kind === kind && value.items.length > 0);
  if (siblings.length === 0) return undefined;
  const flow = siblings.filter((value) => value.flow);
  if (flow.length === siblings.length) return 'flow';
  const longest = flow.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  return flow.length > 0 && writeFlow(data, style).length <= Math.max(longest, style.width - column) ? 'flow' : 'block';
}

/** Whether most items of a block collection, of those around `index`, have a blank line between them. */
export function hasBlanksBetween({ text }: WrittenYaml, node: WrittenNode, index: number): boolean {
  const items = nearby(node.items, index);
  let blanks = 0;
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if (!next) continue;
    const gap = text.slice(lineEnd(text, item.span.end), next.span.start);
    if (/^(?:[ \t]*\r?\n)+[ \t]*$/.test(gap)) blanks++;
  }
  return items.length > 1 && 2 * blanks > items.length - 1;
}

function learn({ text, newline }: WrittenYaml, roots: readonly WrittenNode[], at: number): WritingStyle {
  const found: { step?: number; dash?: number; gap?: number; padded?: boolean } = {};
  const collections = new Map<string, CollectionStyle>();
  const queue = [...roots];
  for (let i = 0; i < queue.length && i < mostLooked; i++) {
    const node = queue[i]!;
    if (node.flow && node.kind === 'map' && node.items.length > 0) found.padded ??= text[node.span.start + 1] === ' ';
    for (const { key, span, value } of nearby(node.items, itemBefore(node, at) + 1)) {
      queue.push(value);
      const isBlock = isCollection(value) && !value.flow;
      if (key && isCollection(value) && value.items.length > 0 && !collections.has(key.text)) collections.set(key.text, value.flow ? 'flow' : 'block');
      const deeper = columnAt(text, value.span.start) - columnAt(text, span.start);
      if (key && isBlock && isFirstOnLine(text, value.span.start)) {
        if (value.kind === 'map') found.step ??= deeper;
        else found.dash ??= deeper;
      } else if (!key && !node.flow && node.kind === 'list' && value.token && !text.slice(span.start, value.span.start).includes('\n')) {
        found.gap ??= value.span.start - span.start;
      }
    }
  }
  const step = found.step ?? (found.dash ? found.dash : plainStyle.step);
  return {
    ...plainStyle,
    newline,
    collections,
    step,
    dash: found.dash ?? step,
    gap: found.gap ?? plainStyle.gap,
    padded: found.padded ?? plainStyle.padded,
  };
}

function isCollection({ kind }: WrittenNode): boolean {
  return kind === 'map' || kind === 'list';
}

/** Scalars of the items, or under the same key of the items, that are all quoted alike. */
function commonQuotes(items: readonly WrittenItem[]): ReadonlyMap<string | null, ScalarStyle> {
  const seen = new Map<string | null, { style: ScalarStyle; count: number }>();
  const see = (key: string | null, { kind, token }: WrittenNode) => {
    if (kind !== 'scalar' || !token) return;
    const style = token.type === 'single-quoted-scalar' ? 'single' : token.type === 'double-quoted-scalar' ? 'double' : 'plain';
    const known = seen.get(key);
    if (!known) seen.set(key, { style, count: 1 });
    else seen.set(key, { style: known.style === style ? style : 'plain', count: known.count + 1 });
  };
  for (const { key, value } of items) {
    if (value.kind === 'map') for (const inner of value.items) see(inner.key?.text ?? null, inner.value);
    else if (!key) see(null, value);
  }
  return new Map([...seen].flatMap(([key, { style, count }]) => (style === 'plain' || (key !== null && count < 2) ? [] : [[key, style] as const])));
}
