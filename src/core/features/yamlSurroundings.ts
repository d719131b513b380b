/** A map or list that a place stands in, as far as it is written. */
export interface Frame {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  readonly column: number;
  /** Keys of a map, each with the text of its value; null where that is no scalar. */
  readonly keys: Map<string, string | null>;
  /** The last of them; null where none is. */
  key: string | null;
  /** Nothing stands yet behind its last key or dash. */
  awaiting: boolean;
}

/** A map or list in which nothing stands yet. */
export function frameOf(kind: Frame['kind'], column: number, flow = false): Frame {
  return { kind, flow, column, keys: new Map(), key: null, awaiting: false };
}

/** A line of a text, by offsets. */
export interface Line {
  readonly start: number;
  /** Of the first character that is no space. */
  readonly first: number;
  /** Where its visible part ends. */
  readonly end: number;
  readonly column: number;
  readonly blank: boolean;
  readonly comment: boolean;
  readonly item: boolean;
}

/** The line that `offset` stands in. */
export function lineAt(content: string, offset: number): Line {
  const start = content.lastIndexOf('\n', offset - 1) + 1;
  const newline = content.indexOf('\n', offset);
  let end = newline < 0 ? content.length : newline;
  if (content[end - 1] === '\r' && end > start) end--;
  let first = start;
  while (first < end && content[first] === ' ') first++;
  const blank = content.slice(first, end).trim() === '';
  return {
    start,
    first,
    end,
    column: first - start,
    blank,
    comment: content[first] === '#',
    item: isDash(content, first, end),
  };
}

/** Whether a dash that begins an item of a list stands at `at`, in a line that ends at `end`. */
export function isDash(content: string, at: number, end: number): boolean {
  return content[at] === '-' && (at + 1 >= end || isSpace(content[at + 1]));
}

export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/**
 * The part of a YAML file that tells what stands at `offset`: where the entry (second level of the file) around it begins and ends, and the
 * maps that it stands in. By indentation alone, so that it works while the file is being typed. Null where no line above begins at
 * the margin.
 */
export function surroundingsOf(content: string, offset: number): { start: number; end: number; frames: Frame[] } | null {
  const own = lineAt(content, offset);
  const column = own.blank ? offset - own.start : own.column;
  const root = frameOf('map', 0);
  let current = { start: own.start, column, item: own.item };
  let child: typeof current | null = null;
  let sibling: typeof current | null = null;
  for (let at = own.start; current.column > 0 || current.item; ) {
    if (at === 0) return null;
    const above = content.lastIndexOf('\n', at - 2) + 1;
    const wantsSibling = own.blank && child === null && sibling === null;
    if (!wantsSibling && isDeeper(content, above, current)) {
      at = above;
      continue;
    }
    const line = lineAt(content, at - 1);
    at = line.start;
    if (line.blank || line.comment) continue;
    if (wantsSibling && line.item && line.column === column) sibling = line;
    if (line.column < current.column || (line.column === current.column && current.item && !line.item)) {
      child = current;
      current = line;
    }
  }
  if (own.blank && current.start === own.start) {
    for (const key of topKeys(content)) root.keys.set(key, null);
    return { start: own.start, end: own.end, frames: [root] };
  }
  const top = /^([\w-]+)\s*:[ \t]*(?:#.*)?$/.exec(content.slice(current.start, lineAt(content, current.start).end));
  if (!top || child === null) {
    const isKey = current.start === own.start && !/^[[{]/.test(content.slice(own.first, own.first + 1));
    if (isKey) for (const key of topKeys(content)) root.keys.set(key, null);
    return { start: current.start, end: endOf(content, Math.max(own.end, current.start), 0), frames: [root] };
  }
  root.key = top[1]!;
  root.awaiting = true;
  const frames = [root];
  const begin = child.start === own.start && sibling ? sibling : child;
  if (begin.start === own.start) {
    const siblings = siblingsBelow(content, current.start, column, begin.item);
    if (siblings) frames.push(siblings);
  }
  return { start: begin.start, end: endOf(content, own.end, begin.column), frames };
}

/** Whether the line that begins at `start` is certainly no parent of `line`: cheap, since a file may have very many. */
function isDeeper(content: string, start: number, line: { readonly column: number; readonly item: boolean }): boolean {
  for (let at = start; at < start + line.column; at++) if (content[at] !== ' ') return false;
  return !line.item || content[start + line.column] === ' ' || content[start + line.column] === '-';
}

function topKeys(content: string): string[] {
  return [...content.matchAll(/^([\w-]+)[ \t]*:(?=\s|$)/gm)].map((match) => match[1]!);
}

/** Keys of the second level that are collected: more are entities, and no one lists those to know what is left. */
const mostSiblings = 2000;

/** The map or list that begins below the line at `top`, when it has its entries at `column`. */
function siblingsBelow(content: string, top: number, column: number, item: boolean): Frame | null {
  let found: Frame | null = null;
  const deeper = ' '.repeat(column + 1);
  for (let at = content.indexOf('\n', top) + 1; at > 0 && at < content.length; at = content.indexOf('\n', at) + 1) {
    if (content.startsWith(deeper, at)) continue;
    const line = lineAt(content, at);
    if (line.blank || line.comment) continue;
    if (line.column === 0 && !line.item) break;
    if (line.column < column) return null;
    found ??= frameOf(line.item ? 'list' : 'map', column);
    if (found.kind === 'list' || found.keys.size >= mostSiblings) break;
    const key = keyOf(content.slice(line.first, line.end));
    if (key !== null) found.keys.set(key, null);
  }
  return found && (found.kind === 'list' || !item) ? found : null;
}

function keyOf(line: string): string | null {
  const [, double, single, plain] = /^(?:"([^"]*)"|'([^']*)'|([^"'\s#&*!|>%@`{[][^#]*?))\s*:(?:\s|$)/.exec(line) ?? [];
  return double ?? single ?? plain ?? null;
}

/** Where the next line begins that is indented by `column` or less, after `from`. */
function endOf(content: string, from: number, column: number): number {
  for (let at = content.indexOf('\n', from) + 1; at > 0 && at < content.length; at = content.indexOf('\n', at) + 1) {
    const line = lineAt(content, at);
    if (!line.blank && !line.comment && line.column <= column && !/[\]}]/.test(content[line.first]!)) return at;
  }
  return content.length;
}
