import { foldMark, needsContext, notWord, unitFolds, whiteSpace, wordAlone } from './folding';
import { createToken, groupSize, hashGroup, hashOfUnit, hashPlain, hashSeed, leastGroups, readToken } from './words';
import type { Token } from './words';

/** In `TokenField.bytes`: a word that is folded unit by unit, but not ASCII or not in the window's bytes. */
const plainWord = -1;
/** In `TokenField.bytes`: any other token that is not an ASCII word. */
export const otherToken = -2;

/**
 * A window over a text: its tokens from one offset on, as `readToken` finds them one after the other. The text is read as
 * UTF-8, since the bytes of an array are read several times faster than the units of a string, and encoding is faster still.
 */
export interface TokenWindow {
  readonly content: string;
  /** No token that begins at this offset or later is read. */
  readonly limit: number;
  /** See `readToken`. */
  readonly longestWord: number;
  /** `TokenField.count` numbers a token. The first is the last token of the window before. */
  readonly tokens: Int32Array;
  /** How many tokens there are, the first one included. */
  count: number;
  /** The offset of the text at which the next window begins. */
  end: number;
  readonly bytes: Uint8Array;
  /** The same bytes. */
  readonly view: DataView;
  /** A bit for each of `bytes`, `Block.size` in a number: 1 where it is neither an ASCII letter nor a digit. */
  readonly breaks: Int32Array;
  /** How many of `bytes` have been read. */
  at: number;
  /** What is added to `at` to have the text's offset. */
  shift: number;
  readonly token: Token;
}

/** The numbers of a token in `TokenWindow.tokens`. An enum, so that its values stand in the code as built. */
export const enum TokenField {
  /** The offset of its first unit; -1 for no token. */
  start,
  end,
  hash,
  /** Where in the window's bytes an ASCII word stands; of other tokens, `plainWord` or `otherToken`. */
  bytes,
  /** How many numbers a token has. */
  count,
}

const windowUnits = 1 << 12;
const bytesPerUnit = 3;
/** Behind the last byte of a window; no byte of UTF-8. */
const endByte = 0xff;
const firstBeyondAscii = 0x80;
const replacementCharacter = 0xfffd;
/** How many of `bytes` one number of `breaks` tells of. */
const enum Block {
  size = 32,
  shift = 5,
}
/** How much of a group of bytes there is where 8 + n bytes are left from it on. */
export const groupMasks = Int32Array.from({ length: 21 }, (_, i) => (i >= 12 ? -1 : (1 << (Math.max(0, i - 8) << 3)) - 1));
const encoder = new TextEncoder();
/** `unitFolds` of ASCII; all other bytes need context. */
const byteFolds = new Uint8Array(256).fill(needsContext);
byteFolds.set(unitFolds.subarray(0, firstBeyondAscii));
const signHashes = Int32Array.from({ length: firstBeyondAscii }, (_, unit) => hashOfUnit(foldMark(unit)));

/** A window before the offset `begin`, without tokens; `moveWindow` reads the first ones. */
export function createWindow(content: string, begin: number, limit: number, longestWord: number): TokenWindow {
  const units = Math.max(0, Math.min(windowUnits, limit - begin));
  const tokens = new Int32Array(TokenField.count * (units + 2));
  tokens[TokenField.start] = -1;
  tokens[TokenField.hash] = hashSeed;
  const blocks = Math.ceil((bytesPerUnit * units + 1 + leastGroups * groupSize) / Block.size);
  const bytes = new Uint8Array(blocks * Block.size);
  return {
    content,
    limit,
    longestWord,
    tokens,
    count: 1,
    end: begin,
    bytes,
    view: new DataView(bytes.buffer),
    breaks: new Int32Array(blocks),
    at: 0,
    shift: begin,
    token: createToken(),
  };
}

/** Reads the tokens from the window's end on; false when that is at the limit. */
export function moveWindow(window: TokenWindow): boolean {
  const { content, limit, tokens, bytes, count, end } = window;
  if (end >= limit) return false;
  tokens.copyWithin(0, (count - 1) * TokenField.count, count * TokenField.count);
  if ((tokens[TokenField.bytes] as number) >= 0) tokens[TokenField.bytes] = plainWord;
  window.count = 1;
  window.end = Math.min(limit, end + windowUnits);
  const { written } = encoder.encodeInto(content.slice(end, window.end), bytes);
  bytes[written] = endByte;
  window.at = 0;
  window.shift = end;
  findBreaks(window, (written >> Block.shift) + 1);
  do readAsciiTokens(window);
  while (readWideToken(window));
  return true;
}

/** Finds the breaks of so many blocks, without a branch that the text decides. */
function findBreaks({ view, breaks }: TokenWindow, blocks: number): void {
  for (let block = 0; block < blocks; block++) {
    const at = block * Block.size;
    breaks[block] =
      breaksOf(view.getInt32(at, true)) |
      (breaksOf(view.getInt32(at + 4, true)) << 4) |
      (breaksOf(view.getInt32(at + 8, true)) << 8) |
      (breaksOf(view.getInt32(at + 12, true)) << 12) |
      (breaksOf(view.getInt32(at + 16, true)) << 16) |
      (breaksOf(view.getInt32(at + 20, true)) << 20) |
      (breaksOf(view.getInt32(at + 24, true)) << 24) |
      (breaksOf(view.getInt32(at + 28, true)) << 28);
  }
}

/** Four bits, the lowest for the lowest byte of `group`: 1 where it is neither an ASCII letter nor a digit. */
function breaksOf(group: number): number {
  const ascii = group & 0x7f7f7f7f;
  const lower = ascii | 0x20202020;
  const letters = (lower + 0x1f1f1f1f) & ~(lower + 0x05050505);
  const notDigits = (ascii ^ 0x30303030) + 0x76767676;
  const others = ((notDigits & ~letters) | group) & 0x80808080;
  return Math.imul(others, 0x00204081) >>> 28;
}

/**
 * Reads tokens up to one that is not all ASCII, or that the window's end may cut. Constants are held as its own: builds turn those of
 * modules into variables.
 */
function readAsciiTokens(window: TokenWindow): void {
  const { bytes, view, breaks, tokens, shift } = window;
  const folds = byteFolds;
  const masks = groupMasks;
  const signs = signHashes;
  const seed = hashSeed;
  const shortWord = leastGroups * groupSize;
  const sign = otherToken;
  const lowerCase = 0x20202020;
  let { at } = window;
  let next = window.count * TokenField.count;
  let block = at >> Block.shift;
  let rest = (breaks[block] as number) & (-1 << at);
  for (;;) {
    while (rest === 0) rest = breaks[++block] as number;
    const end = ((block + 1) << Block.shift) - 1 - Math.clz32(rest & -rest);
    rest &= rest - 1;
    const fold = folds[bytes[end] as number] as number;
    if (fold === needsContext) break;
    if (end > at) {
      tokens[next + TokenField.start] = at + shift;
      tokens[next + TokenField.end] = end + shift;
      const length = end - at;
      let hash = seed;
      if (length <= shortWord) {
        hash = hashGroup(hash, (view.getInt32(at, true) | lowerCase) & (masks[length + 8] as number));
        hash = hashGroup(hash, (view.getInt32(at + 4, true) | lowerCase) & (masks[length + 4] as number));
        hash = hashGroup(hash, (view.getInt32(at + 8, true) | lowerCase) & (masks[length] as number));
      } else {
        hash = hashAscii(view, at, length);
      }
      tokens[next + TokenField.hash] = hash;
      tokens[next + TokenField.bytes] = at;
      next += TokenField.count;
    }
    at = end + 1;
    if (fold === notWord) {
      tokens[next + TokenField.start] = end + shift;
      tokens[next + TokenField.end] = at + shift;
      tokens[next + TokenField.hash] = signs[bytes[end] as number] as number;
      tokens[next + TokenField.bytes] = sign;
      next += TokenField.count;
    }
  }
  window.at = at;
  window.count = next / TokenField.count;
}

/** `hashPlain` of ASCII letters and digits in a window's `view`; the bit that tells capitals from small letters is set in digits too. */
export function hashAscii(view: DataView, at: number, length: number): number {
  const lowerCase = 0x20202020;
  let hash = hashSeed;
  for (let from = 0; from < length || from < leastGroups * groupSize; from += groupSize) {
    const left = length - from;
    const mask = left >= groupSize ? -1 : left <= 0 ? 0 : (1 << (left << 3)) - 1;
    hash = hashGroup(hash, (view.getInt32(at + from, true) | lowerCase) & mask);
  }
  return hash;
}

/** Reads one token or space, whatever its signs; false at the window's end. */
function readWideToken(window: TokenWindow): boolean {
  const { content, bytes, token } = window;
  let { at, shift } = window;
  const start = at + shift;
  if (start >= window.end) return false;
  let fold = foldAt(bytes, at);
  while (fold > wordAlone) {
    const size = sizeOf(bytes[at] as number);
    at += size;
    shift -= size - 1;
    fold = foldAt(bytes, at);
  }
  const isPlain = at + shift > start && fold !== needsContext;
  if (!isPlain && (fold === notWord || fold === whiteSpace)) {
    if (fold === notWord) addToken(window, start, start + 1, hashOfUnit(foldMark(unitAt(bytes, at))), false);
    const size = sizeOf(bytes[at] as number);
    at += size;
    shift -= size - 1;
  } else if (!isPlain) {
    readToken(content, start, window.longestWord, token);
    if (token.kind !== 'end') addToken(window, token.start, token.end, token.hash, false);
    if (token.end < window.end) skipTo(window, token.end);
    else window.end = token.end;
    return token.end < window.end;
  }
  window.at = at;
  window.shift = shift;
  if (isPlain) addToken(window, start, at + shift, hashPlain(content, start, at + shift), true);
  return true;
}

function addToken(window: TokenWindow, start: number, end: number, hash: number, isPlain: boolean): void {
  const { tokens } = window;
  const next = window.count++ * TokenField.count;
  tokens[next + TokenField.start] = start;
  tokens[next + TokenField.end] = end;
  tokens[next + TokenField.hash] = hash;
  tokens[next + TokenField.bytes] = isPlain ? plainWord : otherToken;
}

function skipTo(window: TokenWindow, offset: number): void {
  const { bytes } = window;
  let { at, shift } = window;
  while (at + shift < offset) {
    const size = sizeOf(bytes[at] as number);
    at += size;
    shift -= size === 4 ? 2 : size - 1;
  }
  window.at = at;
  window.shift = shift;
}

/** As `unitFolds`; surrogates and the window's end need context. */
function foldAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte < firstBeyondAscii) return byteFolds[byte] as number;
  const unit = unitAt(bytes, at);
  return unit === replacementCharacter ? needsContext : (unitFolds[unit] as number);
}

/** How many bytes the sign has that begins with `byte`. */
function sizeOf(byte: number): number {
  if (byte < firstBeyondAscii) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The unit whose bytes begin at `at`; the replacement character for surrogates and at the window's end. */
function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte < firstBeyondAscii) return byte;
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
  if (byte >= 0xf0) return replacementCharacter;
  return ((byte & 0xf) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
}
