import type { CST } from 'yaml';
import type { TextEdit } from './caseEdit';
import { EditRefused } from './planEdit';
import { isListData, isScalarData, needsEscape, scalarText, writeScalar } from './yamlScalars';
import type { ScalarStyle, TypedScalar, YamlData } from './yamlScalars';
import { columnAt, deeperComments, lineEnd, lineStart } from './yamlLines';
import { insertBlock, insertFlow, removeBlock, removeFlow } from './yamlItems';
import { fileStyle, neighbourStyle, siblingStyle } from './yamlStyle';
import { readWritten } from './readWritten';
import { itemAt, refuseAnchored, refuseShared } from './yamlTree';
import type { WrittenItem, WrittenNode, WrittenYaml, YamlPath } from './yamlTree';
import { writeFlow, writeFlowPair, writeItem, writeKey, writePair } from './yamlWrite';
import type { CollectionStyle } from './yamlWrite';

/** The text of a file, or what `readWritten` made of it: several edits of one text need one reading. */
export type YamlText = string | WrittenYaml;

export interface InsertOptions {
  /** Keys in the order in which they stand in such a map, others stand where they are; or `sorted`: a new one behind the last that is less. */
  readonly order?: readonly string[] | 'sorted';
  /** How a map is written that has no neighbours to imitate. Default: on one line where it fits. */
  readonly style?: CollectionStyle;
  /** A blank line between items, also where there is none yet. Default: as the items have it. */
  readonly apart?: boolean;
}

/*
 * Minimal edits of a YAML text (DESIGN §1). Each function returns edits of the text that it was given, which change nothing but what it
 * says: comments, order, quoting and folding of the rest stay. They throw `EditRefused` where a change would reach further (anchors
 * that are used elsewhere), or the file cannot be read.
 */

/** The scalar at `path` becomes `value`, in the style that it has where YAML allows it. */
export function setScalar(file: YamlText, path: YamlPath, value: string | TypedScalar): readonly TextEdit[] {
  const yaml = written(file);
  const found = itemAt(yaml, path);
  if (!found) throw notThere(path);
  const { holder, item } = found;
  const node = item.value;
  if (node.kind === 'map' || node.kind === 'list') throw new EditRefused(`“${path.at(-1)}” is no single value`);
  if (node.kind !== 'alias') refuseShared(yaml, node, item);
  const place = { inFlow: holder.flow, isKey: false };
  if (node.kind === 'empty' && !node.token) {
    const colon = item.key && !yaml.text.slice(item.key.span.end, item.valueAt).includes(':') ? ':' : '';
    return [insertion(item.valueAt, `${colon} ${writeScalar(value, 'plain', place)}`)];
  }
  const { token } = node;
  const block = token?.type === 'block-scalar' ? blockScalar(yaml, token, scalarText(value)) : null;
  if (block) return block;
  const newText = writeScalar(value, styleOf(token), place);
  const ending = token?.type === 'block-scalar' && yaml.text.slice(0, node.span.end).endsWith('\n') ? yaml.newline : '';
  return [{ span: node.span, newText: newText + ending }];
}

/** The map at `path` gets `key: value`: in place where it has the key, else by `order`, else at its end. Parents are made. */
export function setPair(file: YamlText, path: YamlPath, key: string, value: YamlData, options: InsertOptions = {}): readonly TextEdit[] {
  const yaml = written(file);
  const found = itemAt(yaml, [...path, key]);
  if (found) return isScalarData(value) && !isCollection(found.item.value) ? setScalar(yaml, [...path, key], value) : replaceValue(yaml, found, key, value, options);
  const reached = reach(yaml, path);
  return insertPair(yaml, reached, [...reached.rest, key], value, options);
}

/** The list at `path` gets `items` at `index` (at its end when there are fewer). It and its parents are made. */
export function insertItems(
  file: YamlText,
  path: YamlPath,
  index: number,
  items: readonly YamlData[],
  options: InsertOptions = {},
): readonly TextEdit[] {
  if (items.length === 0) return [];
  const yaml = written(file);
  const reached = reach(yaml, path);
  const { node, item, holder, rest } = reached;
  if (rest.length > 0) {
    if (node.items.some(({ key }) => key?.text === '<<')) {
      throw new EditRefused(`“${path.at(-1)}” comes from another entry through “<<” — write it out first`);
    }
    return insertPair(yaml, reached, rest, items, options);
  }
  if (node.kind === 'scalar' || node.kind === 'map') throw new EditRefused(`“${path.at(-1)}” is no list`);
  if (node.kind === 'empty' || isOneLineEmpty(yaml, node)) {
    const asFlow = holder.flow || (node.kind === 'list' && items.every(isScalarData));
    if (!item) throw new EditRefused('the file holds no “key: value” pairs');
    return fill(yaml, item, items, asFlow, options);
  }
  const style = neighbourStyle(yaml, node, index);
  if (node.flow) return insertFlow(yaml, node, index, items.map((data) => writeFlow(data, style)));
  const column = columnAt(yaml.text, node.span.start);
  const wanted = (data: YamlData) => siblingStyle(node, index, data, column, style) ?? options.style;
  return insertBlock(yaml, node, Math.min(index, node.items.length), items.map((data) => writeItem(data, column, style, wanted(data))));
}

/** The pair or item at `path` goes, with the comments that are its own; an empty `[]` or `{}` is left of the last one. */
export function removeAt(file: YamlText, path: YamlPath): readonly TextEdit[] {
  const yaml = written(file);
  const found = itemAt(yaml, path);
  if (!found) throw notThere(path);
  refuseAnchored(yaml, found.item);
  if (path.length === 1 || found.holder.items.length > 1) {
    return found.holder.flow ? removeFlow(yaml, found.holder, found.index) : removeBlock(yaml, found.holder, found.index);
  }
  const empty = found.holder.kind === 'map' ? '{}' : '[]';
  if (found.holder.flow) return [{ span: found.holder.span, newText: empty }];
  const parent = itemAt(yaml, path.slice(0, -1))!.item;
  if (lineStart(yaml.text, found.item.span.start) > parent.valueAt) {
    return [insertion(parent.valueAt, ` ${empty}`), ...removeBlock(yaml, found.holder, 0)];
  }
  const { start, end } = found.item.span;
  return [{ span: { start, end }, newText: empty + (yaml.text.slice(start, end).endsWith('\n') ? yaml.newline : '') }];
}

/** The key at the end of `path` becomes `key`, in the style that it has. */
export function renameKey(file: YamlText, path: YamlPath, key: string): readonly TextEdit[] {
  const yaml = written(file);
  const found = itemAt(yaml, path);
  if (!found?.item.key) throw notThere(path);
  const { span, token, anchor } = found.item.key;
  if (anchor !== null && yaml.aliased.has(anchor)) throw new EditRefused(`“${path.at(-1)}” is used elsewhere in the file as *${anchor}`);
  return [{ span, newText: writeKey(key, found.holder.flow, styleOf(token)) }];
}

function written(file: YamlText): WrittenYaml {
  return typeof file === 'string' ? readWritten(file) : file;
}

function notThere(path: YamlPath): EditRefused {
  return new EditRefused(`“${path.join(' › ')}” is not in the file any more`);
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function isCollection({ kind }: WrittenNode): boolean {
  return kind === 'map' || kind === 'list';
}

function styleOf(token: CST.Token | null): ScalarStyle {
  if (token?.type === 'single-quoted-scalar') return 'single';
  return token?.type === 'double-quoted-scalar' ? 'double' : 'plain';
}

interface Reached {
  readonly node: WrittenNode;
  readonly holder: WrittenNode;
  /** Null at the root. */
  readonly item: WrittenItem | null;
  /** Keys that are not there yet. */
  readonly rest: readonly string[];
}

/** The nearest node on the way to `path`. */
function reach(yaml: WrittenYaml, path: YamlPath): Reached {
  let reached: Reached | undefined;
  for (let length = path.length; !reached && length > 0; length--) {
    const found = itemAt(yaml, path.slice(0, length));
    if (found) reached = { ...found, node: found.item.value, rest: keysOf(path, length) };
  }
  reached ??= { node: yaml.root, holder: yaml.root, item: null, rest: keysOf(path, 0) };
  refuseShared(yaml, reached.node, reached.item ?? undefined);
  return reached;
}

function keysOf(path: YamlPath, from: number): readonly string[] {
  return path.slice(from).map((step) => {
    if (typeof step === 'number') throw notThere(path);
    return step;
  });
}

function nest(keys: readonly string[], data: YamlData): YamlData {
  return keys.reduceRight<YamlData>((inner, key) => ({ [key]: inner }), data);
}

function insertPair(yaml: WrittenYaml, reached: Reached, keys: readonly string[], data: YamlData, options: InsertOptions): readonly TextEdit[] {
  const { node, holder, item } = reached;
  const key = keys[0]!;
  const value = nest(keys.slice(1), data);
  if (node.kind === 'scalar' || node.kind === 'list') {
    throw new EditRefused(`${item?.key ? `“${item.key.text}”` : 'the file'} holds no “key: value” pairs — correct it first`);
  }
  if (!item && node.kind === 'empty') return fillRoot(yaml, key, value, options);
  if (item && (node.kind === 'empty' || isOneLineEmpty(yaml, node))) return fill(yaml, item, { [key]: value }, holder.flow, options);
  const index = placeOf(node, key, options.order);
  const style = neighbourStyle(yaml, node, index);
  if (node.flow) return insertFlow(yaml, node, index, [writeFlowPair(key, value, style)]);
  const column = columnAt(yaml.text, node.span.start);
  const isSection = isListData(value) && !value.every(isScalarData);
  const wanted = isSection ? options.style : (style.collections.get(key) ?? siblingStyle(node, index, value, column, style) ?? options.style);
  return insertBlock(yaml, node, index, [writePair(key, value, column, style, wanted)], options.apart);
}

/** Where `key` stands among the items of a map. */
function placeOf({ items }: WrittenNode, key: string, order: InsertOptions['order'] = []): number {
  if (order === 'sorted') return items.findLastIndex((item) => compareKeys(item.key?.text ?? '', key) < 0) + 1;
  const rank = order.indexOf(key);
  if (rank < 0) return items.length;
  const ranks = items.map((item) => order.indexOf(item.key?.text ?? ''));
  const before = ranks.findLastIndex((one) => one >= 0 && one < rank);
  if (before >= 0) return before + 1;
  const after = ranks.findIndex((one) => one > rank);
  return after < 0 ? items.length : after;
}

/** By code units, so that every machine sorts alike. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function fillRoot(yaml: WrittenYaml, key: string, value: YamlData, options: InsertOptions): readonly TextEdit[] {
  const { text, root, end, newline } = yaml;
  if (root.token) throw new EditRefused('the file holds no “key: value” pairs — correct it first');
  const before = end > 0 && text[end - 1] !== '\n' ? newline : '';
  return [insertion(end, `${before}${writePair(key, value, 0, fileStyle(yaml, 0), options.style)}${newline}`)];
}

function isOneLineEmpty({ text }: WrittenYaml, { flow, items, span }: WrittenNode): boolean {
  return flow && items.length === 0 && /^.[ \t]*.$/.test(text.slice(span.start, span.end));
}

/** Writes `data` as the value of an item that has none, or an empty one on one line. */
function fill(yaml: WrittenYaml, item: WrittenItem, data: YamlData, asFlow: boolean, options: InsertOptions): readonly TextEdit[] {
  const { text, newline } = yaml;
  const { value, valueAt, key } = item;
  const style = fileStyle(yaml, item.span.start);
  const colon = key && !text.slice(key.span.end, valueAt).includes(':') ? ':' : '';
  if (asFlow) {
    const newText = writeFlow(data, style);
    return [value.token ? { span: value.span, newText } : insertion(valueAt, `${colon} ${newText}`)];
  }
  const column = columnAt(text, item.span.start);
  const inner = column + (!key ? style.gap : isListData(data) ? style.dash : style.step);
  const lines = isListData(data)
    ? data.map((one) => writeItem(one, inner, style, options.style))
    : Object.entries(data).map(([name, one]) => writePair(name, one as YamlData, inner, style, options.style));
  const at = deeperComments(text, lineEnd(text, Math.max(valueAt, value.span.end)), column);
  const block = lines.map((line) => ' '.repeat(inner) + line).join(newline);
  const isLineStart = at > 0 && text[at - 1] === '\n';
  const edits = [insertion(at, isLineStart ? block + newline : newline + block)];
  if (!value.token) return edits;
  const gap = /[ \t]*$/.exec(text.slice(valueAt, value.span.start))![0].length;
  return [{ span: { start: value.span.start - gap, end: value.span.end }, newText: '' }, ...edits];
}

function replaceValue(
  yaml: WrittenYaml,
  { holder, item }: { readonly holder: WrittenNode; readonly item: WrittenItem },
  key: string,
  data: YamlData,
  options: InsertOptions,
): readonly TextEdit[] {
  refuseAnchored(yaml, item);
  const style = neighbourStyle(yaml, holder, holder.items.indexOf(item));
  const { text } = yaml;
  const { span } = item.key!;
  if (span.start !== item.span.start) throw new EditRefused(`“${key}” is written with “?” — edit it by hand`);
  const end = item.span.end;
  if (holder.flow) return [{ span: { start: span.end, end }, newText: writeFlowPair(key, data, style).slice(writeKey(key, true).length) }];
  const wanted = item.value.flow ? 'flow' : options.style;
  const pair = writePair(key, data, columnAt(text, span.start), style, wanted);
  return [{ span: { start: span.end, end }, newText: pair.slice(writeKey(key, false).length) + (text.slice(0, end).endsWith('\n') ? yaml.newline : '') }];
}

/** A block scalar with another text; null where that cannot be written as one. */
function blockScalar({ text, newline }: WrittenYaml, token: CST.BlockScalar, value: string): readonly TextEdit[] | null {
  const header = token.props.find((prop) => prop.type === 'block-scalar-header');
  const indent = /^(?:[ \t]*\r?\n)*( +)\S/.exec(token.source)?.[1];
  if (!header || !('source' in header) || !indent || /\d/.test(header.source)) return null;
  const body = value.replace(/\n$/, '');
  if (body === '' || /^\s|\n[ \t]|\n$|[ \t]$/.test(body) || needsEscape.test(body)) return null;
  const isFolded = header.source.startsWith('>');
  const lines = (isFolded ? body.replace(/\n+/g, (breaks) => `${breaks}\n`) : body).split('\n');
  const start = header.offset + token.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0);
  const end = start + token.source.length;
  const ending = text.slice(start, end).endsWith('\n') ? newline : '';
  return [
    { span: { start: header.offset, end: header.offset + header.source.length }, newText: header.source[0]! + (body === value ? '-' : '') },
    { span: { start, end }, newText: lines.map((line) => (line === '' ? '' : indent + line)).join(newline) + ending },
  ];
}
