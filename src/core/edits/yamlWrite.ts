import { isListData, isScalarData, scalarText, writeScalar } from './yamlScalars';
import type { ScalarStyle, YamlData } from './yamlScalars';

export type CollectionStyle = 'flow' | 'block';

/** How a file is written, for what is added to it. */
export interface WritingStyle {
  readonly newline: string;
  /** Columns that a nested map stands deeper than its key. */
  readonly step: number;
  /** Columns that a list's `-` stands deeper than its key. */
  readonly dash: number;
  /** Columns from `-` to its value. */
  readonly gap: number;
  /** `{ a: b }` rather than `{a: b}`. */
  readonly padded: boolean;
  /** The style of the scalars under a key (null: of list items), where all its neighbours have one. */
  readonly quotes: ReadonlyMap<string | null, ScalarStyle>;
  /** Whether the collection under a key stands on one line, as elsewhere in the file. */
  readonly collections: ReadonlyMap<string, CollectionStyle>;
  /** Columns that a map or a list on one line may take. */
  readonly width: number;
}

/** The style of a new file. */
export const plainStyle: WritingStyle = { newline: '\n', step: 2, dash: 2, gap: 2, padded: false, quotes: new Map(), collections: new Map(), width: 110 };

/** `data` on one line, as it may stand in braces. */
export function writeFlow(data: YamlData, style: WritingStyle, key: string | null = null): string {
  if (isScalarData(data)) return writeScalar(data, style.quotes.get(key) ?? 'plain', { inFlow: true, isKey: false });
  if (isListData(data)) return `[${data.map((item) => writeFlow(item, style)).join(', ')}]`;
  const pairs = Object.entries(data).map(([name, value]) => writeFlowPair(name, value, style));
  const pad = style.padded && pairs.length > 0 ? ' ' : '';
  return `{${pad}${pairs.join(', ')}${pad}}`;
}

/** `key: value`, as it may stand in braces. */
export function writeFlowPair(key: string, value: YamlData, style: WritingStyle): string {
  return `${writeKey(key, true)}: ${writeFlow(value, style, key)}`;
}

/** A key. */
export function writeKey(key: string, inFlow: boolean, style: ScalarStyle = 'plain'): string {
  return writeScalar(key, style, { inFlow, isKey: true });
}

/** `key: value`, without the last newline, where lines after the first are indented for a key in `column`. */
export function writePair(key: string, value: YamlData, column: number, style: WritingStyle, wanted?: CollectionStyle): string {
  const name = `${writeKey(key, false)}:`;
  if (isScalarData(value)) return `${name} ${writeScalar(value, style.quotes.get(key) ?? 'plain', { inFlow: false, isKey: false })}`;
  if (isEmptyCollection(value)) return `${name} ${writeFlow(value, style)}`;
  const isList = isListData(value);
  if (!(isList && isMapList(value)) && (wanted ?? style.collections.get(key) ?? fitting(value, column + name.length + 1, style)) === 'flow') {
    return `${name} ${writeFlow(value, style)}`;
  }
  const inner = column + (isList ? style.dash : style.step);
  const indent = style.newline + ' '.repeat(inner);
  const lines = isList ? value.map((item) => writeItem(item, inner, style, wanted)) : writePairs(value, inner, style, isEntries(value) ? wanted : undefined);
  return name + lines.map((line) => indent + line).join('');
}

/** `- value`, without the last newline, for a `-` in `column`. */
export function writeItem(value: YamlData, column: number, style: WritingStyle, wanted?: CollectionStyle): string {
  const dash = `-${' '.repeat(style.gap - 1)}`;
  const inner = column + style.gap;
  if (isScalarData(value)) return dash + writeScalar(value, style.quotes.get(null) ?? 'plain', { inFlow: false, isKey: false });
  if (isEmptyCollection(value) || (wanted ?? fitting(value, inner, style)) === 'flow') return dash + writeFlow(value, style);
  const indent = style.newline + ' '.repeat(inner);
  const lines = isListData(value) ? value.map((item) => writeItem(item, inner, style)) : writePairs(value, inner, style);
  return dash + lines.join(indent);
}

/** A file that holds `data` alone. */
export function renderYaml(data: Readonly<Record<string, YamlData>>, wanted?: CollectionStyle): string {
  return Object.entries(data)
    .map(([key, value]) => `${writePair(key, value, 0, plainStyle, wanted)}\n`)
    .join('');
}

function writePairs(data: { readonly [key: string]: YamlData }, column: number, style: WritingStyle, wanted?: CollectionStyle): readonly string[] {
  return Object.entries(data).map(([key, value]) => writePair(key, value, column, style, wanted));
}

/** A map of nothing but maps holds entries, such as entities by their ids. */
function isEntries(data: { readonly [key: string]: YamlData }): boolean {
  return Object.values(data).every((value) => !isScalarData(value) && !isListData(value));
}

function isEmptyCollection(data: YamlData): boolean {
  return Object.keys(data).length === 0;
}

/** Lists of maps stand below their key, whatever their items look like. */
function isMapList(data: readonly YamlData[]): boolean {
  return data.some((item) => !isScalarData(item));
}

/** One line where it fits, and holds no line breaks and no maps of maps. */
function fitting(data: YamlData, column: number, style: WritingStyle): CollectionStyle {
  const values: readonly YamlData[] = isListData(data) ? data : Object.values(data);
  const isSimple = values.every((value) => isScalarData(value) && !scalarText(value).includes('\n'));
  return isSimple && column + writeFlow(data, style).length <= style.width ? 'flow' : 'block';
}
