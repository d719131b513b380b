import type { TextEdit } from './caseEdit';
import {
  blanksAbove,
  blanksBelow,
  columnAt,
  commentsAbove,
  deeperComments,
  isBlankLine,
  isFirstOnLine,
  lineBreak,
  lineEnd,
  lineStart,
} from './yamlLines';
import { hasBlanksBetween } from './yamlStyle';
import type { WrittenItem, WrittenNode, WrittenYaml } from './yamlTree';

/** Puts written items, each without its last newline, into a block collection that has some, before the one at `index`. */
export function insertBlock(
  yaml: WrittenYaml,
  node: WrittenNode,
  index: number,
  items: readonly string[],
  apart = hasBlanksBetween(yaml, node, index),
): readonly TextEdit[] {
  const { text, newline } = yaml;
  const column = columnAt(text, node.span.start);
  const indent = ' '.repeat(column);
  const between = newline + (apart ? newline : '');
  const previous = node.items[index - 1];
  if (!previous) {
    const first = node.items[0]!.span.start;
    if (!isFirstOnLine(text, first)) return [insertion(first, items.map((item) => item + between + indent).join(''))];
    return [insertion(wholeStart(yaml, node, 0), items.map((item) => indent + item + between).join(''))];
  }
  const at = wholeEnd(yaml, node, index - 1);
  const block = items.map((item) => indent + item).join(between);
  const gap = apart && !keepsBlanks(previous) ? newline : '';
  return [insertion(at, text[at - 1] === '\n' ? gap + block + newline : newline + gap + block)];
}

/** Takes the item at `index` out of a block collection, with the comments that are its own. */
export function removeBlock(yaml: WrittenYaml, node: WrittenNode, index: number): readonly TextEdit[] {
  const { text } = yaml;
  const item = node.items[index]!;
  const previous = node.items[index - 1];
  const next = node.items[index + 1];
  let end = wholeEnd(yaml, node, index);
  if (!isFirstOnLine(text, item.span.start)) {
    if (next) end += /^\s*/.exec(text.slice(end, next.span.start))![0].length;
    return [{ span: { start: item.span.start, end }, newText: '' }];
  }
  let start = wholeStart(yaml, node, index);
  const floor = previous ? wholeEnd(yaml, node, index - 1) : 0;
  if (previous && keepsBlanks(previous)) end = blanksBelow(text, end);
  else if (previous && (end >= text.length || isBlankLine(text, end))) start = blanksAbove(text, start, floor);
  else if (!previous && next && isBlankLine(text, end)) end = blanksBelow(text, end);
  return [{ span: { start, end }, newText: '' }];
}

/** Puts written items into braces or brackets, before the one at `index`. */
export function insertFlow(yaml: WrittenYaml, node: WrittenNode, index: number, items: readonly string[]): readonly TextEdit[] {
  const { text, newline } = yaml;
  const next = node.items[index];
  const last = node.items.at(-1);
  if (next) {
    const { start } = next.span;
    const after = isFirstOnLine(text, start) ? `,${newline}${text.slice(lineStart(text, start), start)}` : ', ';
    return [insertion(start, items.map((item) => item + after).join(''))];
  }
  if (!last) return [insertion(node.span.start + 1, items.join(', '))];
  const comma = commaAfter(yaml, node, last);
  const from = comma ?? last.span.end;
  const isOwnLine = isFirstOnLine(text, last.span.start) && text.slice(from, node.span.end).includes('\n');
  if (!isOwnLine) return [insertion(from, `${comma === null ? ',' : ''} ${items.join(', ')}`)];
  const lead = newline + text.slice(lineStart(text, last.span.start), last.span.start);
  const lines = items.map((item) => lead + item).join(',') + (comma === null ? '' : ',');
  const added = insertion(lineBreak(text, from), lines);
  return comma === null ? [insertion(from, ','), added] : [added];
}

/** Takes the item at `index` out of braces or brackets that hold more. */
export function removeFlow(yaml: WrittenYaml, node: WrittenNode, index: number): readonly TextEdit[] {
  const { text } = yaml;
  const { span } = node.items[index]!;
  const previous = node.items[index - 1];
  const next = node.items[index + 1];
  const comma = commaAfter(yaml, node, node.items[index]!);
  const end = comma ?? span.end;
  const rest = lineBreak(text, end);
  if (isFirstOnLine(text, span.start) && /^[ \t]*(?:#|$)/.test(text.slice(end, rest)) && rest < text.length) {
    return [{ span: { start: lineStart(text, span.start), end: lineEnd(text, end) }, newText: '' }];
  }
  if (next) {
    const gap = text.slice(end, next.span.start);
    return [{ span: { start: span.start, end: /^[ \t]*$/.test(gap) ? next.span.start : end }, newText: '' }];
  }
  const isPlainGap = previous && /^[ \t]*,[ \t]*$/.test(text.slice(previous.span.end, span.start));
  return [{ span: { start: isPlainGap ? previous.span.end : span.start, end: isPlainGap ? span.end : end }, newText: '' }];
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Where an item's lines begin, with the comments above it that are its own. */
function wholeStart({ text }: WrittenYaml, { items }: WrittenNode, index: number): number {
  const item = items[index]!;
  const start = lineStart(text, item.span.start);
  const next = items[index + 1];
  const end = lineEnd(text, item.span.end);
  const isAlone = next ? lineStart(text, next.span.start) > end : index > 0;
  return isAlone ? commentsAbove(text, start, index > 0 ? lineEnd(text, items[index - 1]!.span.end) : 0) : start;
}

/** Where an item's lines end, with the comments below it that are indented more deeply. */
function wholeEnd({ text }: WrittenYaml, { items }: WrittenNode, index: number): number {
  const { span } = items[index]!;
  return deeperComments(text, lineEnd(text, span.end), columnAt(text, span.start));
}

/** Whether blank lines after an item belong to its text: it ends in a block scalar with `+`. */
function keepsBlanks({ value }: WrittenItem): boolean {
  let node = value;
  for (let last = node.items.at(-1); last && !node.flow; last = node.items.at(-1)) node = last.value;
  return node.token?.type === 'block-scalar' && node.token.props.some((prop) => 'source' in prop && /^[|>]\d?\+/.test(prop.source));
}

/** The end of the comma after an item in braces or brackets; null when there is none. */
function commaAfter({ text }: WrittenYaml, { items, span }: WrittenNode, item: WrittenItem): number | null {
  const end = items[items.indexOf(item) + 1]?.span.start ?? span.end - 1;
  const between = text.slice(item.span.end, end).replace(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
  const comma = between.indexOf(',');
  return comma < 0 ? null : item.span.end + comma + 1;
}
