import type { Text } from '../text/text';

/** Converts UTF-16 offsets of a text to code points: `convert(offset)` is logarithmic, after one pass over the text. */
export function createCodePointCounter({ content }: Text): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < content.length; i++) {
    if (isHigh(content.charCodeAt(i)) && isLow(content.charCodeAt(i + 1))) pairs.push(i++);
  }
  return (offset) => offset - countBelow(pairs, offset - 1);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** How many numbers of a sorted list are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
