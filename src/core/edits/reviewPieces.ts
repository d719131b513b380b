import { bisectLeft } from 'd3-array';
import type { ReviewEntry } from '../case/entries';
import type { TextEdit } from './caseEdit';
import { columnAt, isFirstOnLine, lineStart } from './yamlLines';
import { readWritten } from './yamlTree';
import type { WrittenYaml } from './yamlTree';

/** Edits of a reviews file that read, as YAML, only the entries that they touch: a file of thousands takes seconds to read whole. */
interface ReviewPieces {
  /** Edits of an entry, made on what stands under `reviews` in the YAML that is given. */
  edit(entry: ReviewEntry, make: (yaml: WrittenYaml) => readonly TextEdit[]): readonly TextEdit[];
  /** Edits that put an entry called `key` in its sorted place among those that are given; `order` are their keys and it, sorted. */
  insert(key: string, make: (yaml: WrittenYaml, order: readonly string[]) => readonly TextEdit[]): readonly TextEdit[];
}

/** A piece of the file that can be read by itself: `header` stands in for what is before it. */
interface Piece {
  readonly yaml: WrittenYaml;
  /** What to add to offsets in the piece. */
  readonly shift: number;
}

/**
 * `entries` in the order of the file, at least one; `isSound`: they are all that it holds. Where that is not so, or they are not written as
 * we write them, or share anchors, the whole file is read. Throws `EditRefused` where what is touched cannot be read.
 */
export function reviewPieces(content: string, entries: readonly ReviewEntry[], isSound: boolean): ReviewPieces {
  const text = content.replace(/\r(?!\n)/g, '\n');
  const header = `reviews:${/\r\n|\n|\r/.exec(content)?.[0] ?? '\n'}`;
  const starts = entries.map(({ key }) => lineStart(text, key.span.start));
  const column = columnAt(text, entries[0]!.key.span.start);
  const isPlain = isSound && column > 0 && entries.every(({ key }) => columnAt(text, key.span.start) === column && isFirstOnLine(text, key.span.start));
  const head = isPlain ? /(?:^|\n)(reviews:[^\n]*\n[^]*)$/.exec(text.slice(0, starts[0])) : null;
  const ends = [...starts.slice(1), sectionEnd(text, entries.at(-1)!.span.end)];
  const keys = entries.map(({ key }) => key.text);
  const indexes = new Map(keys.map((key, i) => [key, i]));
  const held = new Map<string, Piece>();
  let whole: Piece | undefined;
  const pieceOf = (from: number, to: number): Piece => {
    const known = held.get(`${from} ${to}`);
    if (known) return known;
    const start = from < 0 ? starts[0]! - (head?.[1]?.length ?? 0) : starts[from]!;
    const own = content.slice(start, ends[to]);
    if (!head || own.includes('&')) return (whole ??= { yaml: readWritten(content), shift: 0 });
    const piece = from < 0 ? { yaml: readWritten(own), shift: start } : { yaml: readWritten(header + own), shift: start - header.length };
    held.set(`${from} ${to}`, piece);
    return piece;
  };
  // The least key from each entry on: the last entry before `key` is where these pass it, sorted or not.
  const least = [...keys];
  for (let i = least.length - 2; i >= 0; i--) if (compareKeys(least[i + 1]!, least[i]!) < 0) least[i] = least[i + 1]!;
  return {
    edit(entry, make) {
      const index = indexes.get(entry.key.text) ?? 0;
      const { yaml, shift } = pieceOf(index, index);
      return make(yaml).map((edit) => moved(edit, shift));
    },
    insert(key, make) {
      const before = bisectLeft(least, key) - 1;
      const next = Math.min(before + 1, keys.length - 1);
      const { yaml, shift } = pieceOf(before, next);
      const around = yaml === whole?.yaml ? keys : [...new Set([...keys.slice(Math.max(0, before), before + 1), ...keys.slice(next, next + 1)])];
      return make(yaml, [...around, key].sort(compareKeys)).map((edit) => moved(edit, shift));
    },
  };
}

/** By code units, so that every machine sorts alike. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Where the next key of the file, or its end, stands after `at`. */
function sectionEnd(text: string, at: number): number {
  const next = /\n(?=[^\s#])/g;
  next.lastIndex = at - 1;
  const found = next.exec(text);
  return found ? found.index + 1 : text.length;
}

function moved({ span, newText }: TextEdit, shift: number): TextEdit {
  return { span: { start: span.start + shift, end: span.end + shift }, newText };
}
