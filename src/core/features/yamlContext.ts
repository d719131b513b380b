import type { Span } from '../text/text';
import type { Frame, Line } from './yamlSurroundings';
import { frameOf, isDash, isSpace, lineAt, surroundingsOf } from './yamlSurroundings';

/** The keys of a map as far as they are written, each with the text of its value; null where that is no scalar. */
export type WrittenKeys = ReadonlyMap<string, string | null>;

/** What stands at a place of a YAML file that may be half written. Spans are UTF-16 offsets into it. */
export interface YamlContext {
  /** The keys that lead there from the file's root, `-` for an item of a list; of a key, those of its map. */
  readonly path: readonly string[];
  /**
   * `key`: a key of the map at `path`. `value`: the scalar at `path`, beside its key or in quotes. `item`: behind a dash, or in brackets.
   * `block`: on a line of its own, where the value of `path` begins, or its list goes on.
   */
  readonly role: 'key' | 'value' | 'item' | 'block';
  /** The words there, without quotes; empty between words. */
  readonly span: Span;
  /** `span` as text, and as far as the cursor. */
  readonly text: string;
  readonly typed: string;
  readonly quote: '' | '"' | "'";
  /** The words are a key and have their colon. */
  readonly colon: boolean;
  /** The colon before has no white space behind it. */
  readonly tight: boolean;
  readonly flow: boolean;
  /** The maps around the place, the file's own first; of a key, its map last. */
  readonly maps: readonly WrittenKeys[];
  /** Characters before the place in its line. */
  readonly column: number;
  /** On the line below an item that is a map: that map, and the column of its keys. */
  readonly above: { readonly keys: WrittenKeys; readonly column: number } | null;
}

/**
 * What stands at `offset`, by the lines around it alone, so that it is told while the file is being typed and is no YAML: keys without a
 * colon, open quotes and brackets, empty values. Null in comments, block scalars, and where no word can stand. Linear in the entry
 * (second level of the file) around the place.
 */
export function yamlContextAt(content: string, offset: number): YamlContext | null {
  const around = surroundingsOf(content, offset);
  return around && createScanner(content, offset, around.end, around.frames).scan(around.start);
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quote: YamlContext['quote'];
  /** Behind it, closing quote included. */
  readonly next: number;
}

function createScanner(content: string, cursor: number, end: number, frames: Frame[]) {
  let found: YamlContext | null | undefined;

  const top = () => frames.at(-1)!;
  const isAt = (from: number, to: number) => found === undefined && cursor >= from && cursor <= to;
  const nothing = () => {
    found ??= null;
  };
  const columnOf = (at: number) => at - (content.lastIndexOf('\n', at - 1) + 1);

  const tell = (role: YamlContext['role'], token: Pick<Token, 'start' | 'end'> & Partial<Token>, more: Partial<YamlContext> = {}) => {
    const held = role === 'key' || (role === 'block' && top().kind === 'list') ? frames.slice(0, -1) : frames;
    found = {
      path: held.flatMap((frame) => (frame.kind === 'list' ? ['-'] : frame.key === null ? [] : [frame.key])),
      role,
      span: { start: token.start, end: token.end },
      text: content.slice(token.start, token.end),
      typed: content.slice(token.start, cursor),
      quote: token.quote ?? '',
      colon: false,
      tight: false,
      flow: top().flow,
      maps: frames.flatMap((frame) => (frame.kind === 'map' ? [frame.keys] : [])),
      column: columnOf(token.start),
      above: null,
      ...more,
    };
  };
  const between = { start: cursor, end: cursor };

  /** The map or list that a line indented by `column` goes on with. */
  const leave = (column: number, dash: boolean) => {
    while (frames.length > 1) {
      const { kind, column: own } = top();
      const below = frames.at(-2)!;
      const isOver = kind === 'list' && own === column && !dash && below.kind === 'map' && below.column === column;
      if (own < column || (own === column && !isOver)) return;
      frames.pop();
    }
  };
  const mapAt = (column: number): Frame => {
    const held = top();
    if (held.kind === 'map' && !held.flow && held.column === column) return held;
    held.awaiting = false;
    const map = frameOf('map', column);
    frames.push(map);
    return map;
  };
  const settle = (text: string | null) => {
    const held = top();
    held.awaiting = false;
    if (held.kind === 'map' && held.key !== null) held.keys.set(held.key, text);
  };
  /** Lines of a value must be indented deeper than this. */
  const blockColumn = () => {
    const block = frames.findLast((frame) => !frame.flow)!;
    return block.kind === 'map' && block.key === null ? -1 : block.column;
  };

  const scan = (from: number): YamlContext | null => {
    for (let at = from; at < end || (at === end && at === cursor); ) {
      const line = lineAt(content, at);
      const next = scanLine(line);
      if (next >= content.length && line.end >= content.length) break;
      at = Math.max(next, line.end + 1);
      const newline = content.lastIndexOf('\n', at - 1) + 1;
      if (newline !== at) at = content.indexOf('\n', at) + 1 || content.length + 1;
    }
    return found ?? null;
  };

  /** Takes in the line and what goes on below it; returns how far it came. */
  const scanLine = (line: Line): number => {
    if (line.blank) {
      if (isAt(line.start, line.end)) blankLine(cursor - line.start);
      return line.end;
    }
    if (line.comment || (found === undefined && cursor >= line.start && cursor < line.first)) {
      if (isAt(line.start, line.end)) nothing();
      if (line.comment) return line.end;
    }
    leave(line.column, line.item);
    let at = line.first;
    while (isDash(content, at, line.end)) {
      const column = at - line.start;
      if (top().kind !== 'list' || top().column !== column || top().flow) {
        top().awaiting = false;
        frames.push(frameOf('list', column));
      }
      top().awaiting = true;
      const dash = at;
      at = skipSpaces(at + 1, line.end);
      if (at >= line.end || content[at] === '#') {
        if (isAt(dash + 2, at)) tell('item', between);
        else if (isAt(dash, line.end)) nothing();
        return line.end;
      }
      if (isAt(dash, at - 1)) nothing();
    }
    return node(at, line, at === line.first);
  };

  const blankLine = (column: number) => {
    const held = [...frames];
    const left: Frame[] = [];
    while (frames.length > 1 && top().column > column) left.push(frames.pop()!);
    const item = left.at(-1);
    const isBelow = frames.length > 1 && frames.at(-2)!.kind === 'map' && frames.at(-2)!.column === column;
    if (top().kind === 'list' && top().column === column && isBelow) frames.pop();
    const { kind, column: own, awaiting } = top();
    if (kind === 'map' && own === column) tell('key', between);
    else if (kind === 'list' && own === column) {
      tell('block', between, { above: item?.kind === 'map' && !item.flow ? { keys: item.keys, column: item.column } : null });
    } else if (awaiting) tell(kind === 'map' ? 'block' : 'item', between);
    else nothing();
    frames.splice(0, frames.length, ...held);
  };

  const skipSpaces = (from: number, to: number) => {
    let at = from;
    while (at < to && isSpace(content[at])) at++;
    return at;
  };

  /** Skips anchors and tags. */
  const skipMarks = (from: number, to: number) => {
    let at = from;
    while (at < to && (content[at] === '&' || content[at] === '!')) {
      const mark = at;
      while (at < to && !isSpace(content[at])) at++;
      if (isAt(mark, at)) nothing();
      at = skipSpaces(at, to);
    }
    return at;
  };

  /** A node that begins in block style: key and value, or a value. `opens`: it is the first of its line. */
  const node = (from: number, line: Line, opens: boolean): number => {
    const at = skipMarks(from, line.end);
    if (at >= line.end) return line.end;
    const first = content[at]!;
    if (first === '{' || first === '[') return flow(at);
    const column = from - line.start;
    const quoted = first === '"' || first === "'" ? quotedToken(at) : null;
    const afterQuoted = quoted ? skipSpaces(quoted.next, line.end) : 0;
    if (quoted && !(content[afterQuoted] === ':' && isKeyEnd(afterQuoted, line.end))) {
      if (isAt(quoted.start, quoted.end)) tellScalar(quoted, column);
      else if (isAt(at, line.end)) nothing();
      settle(quoted.text);
      return quoted.next;
    }
    const colon = quoted ? afterQuoted : plainColon(at, line.end);
    if (colon === null) return plainLine(at, line, column, opens);
    const key: Token = quoted ?? { start: at, end: at + content.slice(at, colon).trimEnd().length, text: '', quote: '', next: colon };
    const map = mapAt(column);
    map.key = null;
    if (isAt(quoted ? key.start : at, quoted ? key.end : colon)) tell('key', key, { colon: true });
    map.key = quoted ? quoted.text : content.slice(key.start, key.end);
    map.keys.set(map.key, null);
    map.awaiting = true;
    return valueAfter(colon, line);
  };

  const isKeyEnd = (colon: number, to: number) => colon + 1 >= to || isSpace(content[colon + 1]);

  const plainColon = (from: number, to: number): number | null => {
    for (let at = from; at < to; at++) {
      if (content[at] === '#' && isSpace(content[at - 1])) return null;
      if (content[at] === ':' && isKeyEnd(at, to)) return at;
    }
    return null;
  };

  const plainEnd = (from: number, to: number): number => {
    for (let at = from; at < to; at++) if (content[at] === '#' && isSpace(content[at - 1])) return at;
    return to;
  };

  /** Words of a plain scalar, up to the cursor where that stands in the white space behind them. */
  const plainToken = (from: number, to: number): Token => {
    const words = from + content.slice(from, to).trimEnd().length;
    const until = isAt(words, to) ? cursor : words;
    return { start: from, end: until, text: content.slice(from, words), quote: '', next: to };
  };

  const plainLine = (at: number, line: Line, column: number, opens: boolean): number => {
    const to = plainEnd(at, line.end);
    const token = plainToken(at, to);
    if (isAt(token.start, token.end)) tellScalar(token, column);
    else if (isAt(at, line.end)) nothing();
    if (!opens || top().awaiting) settle(token.text);
    return line.end;
  };

  /** Tells words that are no key yet, or a scalar below its key. */
  const tellScalar = (token: Token, column: number) => {
    const { kind, column: own, awaiting } = top();
    if (kind === 'map' && own === column && token.quote === '') {
      const { key } = top();
      top().key = null;
      tell('key', token);
      top().key = key;
    } else if (awaiting) tell(kind === 'map' ? 'block' : 'item', token);
    else if (kind === 'list' && own === column) tell('block', token);
    else nothing();
  };

  const valueAfter = (colon: number, line: Line): number => {
    const gap = skipSpaces(colon + 1, line.end);
    if (gap >= line.end || content[gap] === '#') {
      if (isAt(colon + 1, gap)) tell('value', between, { tight: cursor === colon + 1 });
      else if (isAt(colon, line.end)) nothing();
      return line.end;
    }
    if (isAt(colon + 1, gap - 1)) nothing();
    const at = skipMarks(gap, line.end);
    if (at >= line.end || content[at] === '#') return line.end;
    const first = content[at]!;
    if (first === '{' || first === '[') return flow(at);
    if (first === '|' || first === '>') return blockScalar(at, line);
    if (first === '"' || first === "'") {
      const token = quotedToken(at);
      if (isAt(token.start, token.end)) tell('value', token);
      else if (isAt(at, token.next)) nothing();
      settle(token.text);
      return token.next;
    }
    const token = plainToken(at, plainEnd(at, line.end));
    if (isAt(token.start, token.end)) tell('value', token);
    else if (isAt(at, line.end)) nothing();
    settle(token.text);
    return line.end;
  };

  const blockScalar = (from: number, header: Line): number => {
    settle(null);
    const { column } = top();
    let last = header.end;
    let at = header.end;
    for (at = header.end + 1; at <= end; ) {
      const line = lineAt(content, Math.min(at, content.length));
      if (!line.blank && line.column <= column) break;
      const reaches = line.blank ? cursor - line.start > column : true;
      if (reaches && isAt(line.start, line.end)) nothing();
      if (!line.blank) last = line.end;
      if (line.end >= content.length) break;
      at = content.indexOf('\n', line.start) + 1;
    }
    if (isAt(from, last)) nothing();
    return last;
  };

  /** A quoted scalar; one without its closing quote ends with its line. */
  const quotedToken = (from: number): Token => {
    const quote = content[from] as '"' | "'";
    const least = blockColumn();
    let at = from + 1;
    for (; at < end; at++) {
      const character = content[at];
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) {
        if (quote === '"' || content[at + 1] !== quote) return { start: from + 1, end: at, text: unquoted(from + 1, at, quote), quote, next: at + 1 };
        at++;
      } else if (character === '\n') {
        const line = lineAt(content, at + 1);
        if (!line.blank && line.column <= least) break;
      }
    }
    const line = lineAt(content, from);
    return { start: from + 1, end: line.end, text: unquoted(from + 1, line.end, quote), quote, next: line.end };
  };
  const unquoted = (from: number, to: number, quote: '"' | "'") =>
    quote === "'" ? content.slice(from, to).replaceAll("''", "'") : content.slice(from, to).replace(/\\(["\\/])/g, '$1');

  /** Brackets and what is in them; ends early where a line is not indented as theirs must be. */
  const flow = (from: number): number => {
    const least = blockColumn();
    const depth = frames.length;
    let at = from;
    let lineEnd = lineAt(content, from).end;
    /** What may come next in the innermost bracket. */
    let expects: 'entry' | 'value' | 'comma' = 'entry';
    const close = (to: number) => {
      frames.length = depth;
      if (isAt(from, to) && found === undefined) nothing();
      settle(null);
      return to;
    };
    const gap = (start: number, to: number, tight: boolean) => {
      if (!isAt(start, to)) return;
      if (expects === 'comma') return;
      if (expects === 'value') tell('value', between, { tight: tight && cursor === start });
      else if (top().kind === 'map') {
        top().key = null;
        tell('key', between);
      } else tell('item', between);
    };
    for (let start = at; ; ) {
      while (at < end && /[ \t\r\n]/.test(content[at]!)) {
        if (content[at] !== '\n') {
          at++;
          continue;
        }
        const line = lineAt(content, at + 1);
        if (!line.blank && !line.comment && line.column <= least && !/[\]}]/.test(content[line.first]!)) {
          gap(start, at, false);
          return close(at);
        }
        at++;
        lineEnd = line.end;
      }
      const tight = content[start - 1] === ':';
      const character = content[at];
      const opensWord = character !== undefined && at < end && !/[,{}[\]#]/.test(character);
      if (depth < frames.length) gap(start, opensWord ? at - 1 : at, tight);
      if (at >= end || character === undefined) return close(at);
      if (character === '#' && (at === 0 || /\s/.test(content[at - 1]!))) {
        const line = lineAt(content, at);
        if (isAt(at + 1, line.end)) nothing();
        start = at = line.end;
      } else if (character === '{' || character === '[') {
        if (depth < frames.length) top().awaiting = false;
        frames.push(frameOf(character === '{' ? 'map' : 'list', 0, true));
        expects = 'entry';
        start = ++at;
      } else if (character === '}' || character === ']') {
        frames.pop();
        start = ++at;
        if (frames.length <= depth) return close(at);
        settle(null);
        expects = 'comma';
      } else if (character === ',') {
        expects = 'entry';
        start = ++at;
      } else {
        const token = character === '"' || character === "'" ? quotedToken(at) : flowWords(at, lineEnd);
        const colon = skipSpaces(token.next, end);
        const isKey = content[colon] === ':' && (token.quote !== '' || isFlowKeyEnd(colon));
        const inside = isAt(token.start, token.end);
        // A key in a list: its bracket is not closed yet.
        if (isKey && expects === 'entry' && top().kind === 'list' && frames.length - 1 > depth && frames.at(-2)!.kind === 'map') frames.pop();
        if (expects === 'entry' && top().kind === 'map') {
          top().key = null;
          if (inside) tell('key', token, { colon: isKey });
          if (isKey) {
            top().key = token.text;
            top().keys.set(token.text, null);
            expects = 'value';
          } else expects = 'comma';
          start = at = isKey ? colon + 1 : token.next;
        } else {
          if (inside && expects !== 'comma') tell(top().kind === 'map' ? 'value' : 'item', token);
          else if (isAt(at, token.next)) nothing();
          if (expects === 'value') settle(token.text);
          expects = 'comma';
          start = at = token.next;
        }
        if (at < lineEnd && content[at] === undefined) return close(at);
      }
    }
  };
  const isFlowKeyEnd = (colon: number) => colon + 1 >= end || /[\s,{}[\]]/.test(content[colon + 1]!);
  const flowWords = (from: number, to: number): Token => {
    let at = from;
    while (at < to && at < end) {
      const character = content[at]!;
      if (/[,{}[\]]/.test(character) || (character === '#' && isSpace(content[at - 1]))) break;
      if (character === ':' && isFlowKeyEnd(at)) break;
      at++;
    }
    return plainToken(from, Math.max(at, from + 1));
  };

  return { scan };
}
