import { foldWord, unitFolds } from '../text/folding';
import { TokenField, createWindow, hashAscii, moveWindow, otherToken } from '../text/tokenWindow';
import type { TokenWindow } from '../text/tokenWindow';
import {
  createToken,
  endOfWordAround,
  hashOf,
  hashPlain,
  lineGap,
  noGap,
  paragraphGap,
  readToken,
  setPlainWord,
  spaceGap,
} from '../text/words';
import type { Token } from '../text/words';
import { ruleFits, ruleOf } from './nameRules';
import type { Rule } from './nameRules';
import { Hit, sievesOf, sift } from './nameSieves';
import type { NameSieves } from './nameSieves';
import { Info, Slot, addChild, addEnding, createTrie, findAsciiChild, findChild, keyOf } from './nameTrie';
import type { GrowingTrie, Trie } from './nameTrie';
import { letterE, letterI, letterS, letterY, takesEs } from './plurals';

/** A span of the text, in UTF-16 offsets, half-open, that some names of the matcher match. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** Indices of all names that match the span, ascending; at least one. */
  readonly names: readonly number[];
}

/** Names made ready for `findNames`. */
export interface NameMatcher {
  readonly trie: Readonly<Trie>;
  readonly sieves: NameSieves;
  /** How many nodes the trie has, the root included. */
  readonly size: number;
  /** No name has a word that a longer word of a text could be equal to. */
  readonly longestWord: number;
}

const longestNameWord = 1000;
/** Canonical decomposition and full case folding make a word at most this many times longer or shorter. */
const foldingStretch = 16;
const plainSpace = 0x20;
const fullStop = 0x2e;
const comma = 0x2c;
const dash = 0x2d;
const hasLetterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Prepares names (the texts of aliases) for `findNames`. Every index is kept: names that are equal, or equal but for what
 * matching looks through, are found together. A name without a letter or digit is never found, nor one with
 * a word of more than 1,000 UTF-16 units. Linear in the names' length.
 */
export function buildNameMatcher(names: readonly string[]): NameMatcher {
  const growing = createTrie();
  const token = createToken();
  let longest = 0;
  for (const [index, name] of names.entries()) longest = Math.max(longest, addName(growing, name, index, token));
  const { table, tableShift, folds, moreEndings, rules } = growing;
  const trie: Trie = { table, tableShift, folds, names: growing.names, moreEndings, rules };
  return { trie, sieves: sievesOf(growing), size: growing.size, longestWord: longest * foldingStretch };
}

/**
 * The names in `content` from offset `from` to offset `to`: sorted, without overlaps, leftmost-longest (DESIGN §3).
 * `accept` decides on each name of a span before the span is chosen: where it refuses all, a shorter match at the same
 * start is tried, then the next start.
 *
 * Names begin and end on word boundaries of `content` (letters, digits and combining marks make words; a sign of a script
 * without spaces is a word), and not inside a number with a decimal point or comma. Looked through are:
 * - variants of apostrophes, quotation marks and dashes; soft hyphens, joiners, direction marks, variation selectors;
 * - white space: any run is one space, a line break included, a blank line excluded; after a full stop the space may be
 *   missing or there (`N.Nazarbaev`), and so may a line break after a dash;
 * - canonical composition;
 * - case, with full folding, except: a name without white space that has a capital needs one in the text, at its start
 *   where a single word has it there (`Will`; `iPhone`); in capitals only (`WHO`, `U.N.`) it needs all; words in capitals
 *   in a longer name need capitals (`US Open`, roman numerals aside), or an initial where all its words are so.
 *
 * A span takes in the plural ending of a name's last word, where no name spells the plural: `s`, `es` after a sibilant,
 * `ies` for `y`; the letter before has to make a word of three letters, or of two in an acronym, which takes a small `s` only.
 * Possessives stay outside. Linear in the text, but for texts that repeat the beginning of a name.
 */
export function findNames(
  matcher: NameMatcher,
  content: string,
  accept?: (start: number, end: number, name: number) => boolean,
  from = 0,
  to = content.length,
): NameMatch[] {
  const limit = Math.min(to, content.length);
  const token = createToken();
  const begin = endOfWordAround(content, Math.max(0, from));
  const window = createWindow(content, begin, limit, matcher.longestWord);
  const walk: Walk = {
    matcher,
    content,
    accept,
    limit,
    window,
    token,
    byte: otherToken,
    warmed: 0,
    met: 0,
    ends: [],
    stemEnds: [],
    slots: [],
    matches: [],
  };
  const hits = new Int32Array(window.tokens.length / TokenField.count);
  let done = begin;
  while (moveWindow(window)) {
    const count = sift(matcher.sieves, window, hits);
    walk.warmed = warm(matcher.trie, window, hits, count);
    for (let i = 0; i < count; i++) done = matchHit(walk, hits[i] as number, done);
  }
  return walk.matches;
}

/**
 * Looks at the slots that matching the hits will look at. Nothing here waits for what a look finds, so that the processor
 * fetches many slots at a time, where matching would wait for one after the other.
 */
function warm(trie: Trie, window: TokenWindow, hits: Int32Array, count: number): number {
  const { table, tableShift } = trie;
  const { tokens } = window;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const hit = hits[i] as number;
    const at = hit & -TokenField.count;
    const hash = tokens[at + TokenField.hash] as number;
    if ((hit & Hit.single) !== 0) sum ^= table[(keyOf(0, 0, hash) >>> tableShift) * Slot.count] as number;
    if ((hit & Hit.pair) === 0) continue;
    const first = keyOf(0, 0, tokens[at - TokenField.count + TokenField.hash] as number);
    const slot = (first >>> tableShift) * Slot.count;
    if (table[slot + Slot.key] === first) {
      sum ^= table[(keyOf(table[slot + Slot.node] as number, 1, hash) >>> tableShift) * Slot.count] as number;
    }
  }
  return sum;
}

/** Matches at a hit, from the offset `done` on: where the next match may begin. */
function matchHit(walk: Walk, hit: number, done: number): number {
  const { tokens } = walk.window;
  const at = hit & -TokenField.count;
  const index = at / TokenField.count;
  if ((hit & Hit.pair) !== 0 && (tokens[at - TokenField.count + TokenField.start] as number) >= done) {
    const end = matchFromToken(walk, index - 1, true);
    if (end >= 0) return end;
  }
  if ((hit & Hit.single) !== 0 && (tokens[at + TokenField.start] as number) >= done) {
    const end = matchFromToken(walk, index, false);
    if (end >= 0) return end;
  }
  return done;
}

/** Makes the window's token at `index` the walk's. */
function recall(walk: Walk, index: number): void {
  const { window, token, content } = walk;
  const { tokens } = window;
  const at = index * TokenField.count;
  const start = tokens[at + TokenField.start] as number;
  walk.byte = tokens[at + TokenField.bytes] as number;
  if (walk.byte !== otherToken) setPlainWord(token, start, tokens[at + TokenField.end] as number, tokens[at + TokenField.hash] as number);
  else readToken(content, start, window.longestWord, token);
}

/** Goes on from the walk's token to the one after it, which is the window's at `index` if it is in the window. */
function stepTo(walk: Walk, index: number): void {
  const { window, token, content } = walk;
  const { tokens, count } = window;
  const at = index * TokenField.count;
  walk.byte = index < count ? (tokens[at + TokenField.bytes] as number) : otherToken;
  if (walk.byte !== otherToken) {
    const start = tokens[at + TokenField.start] as number;
    const space = start - token.end;
    if (space === 0 || (space === 1 && content.charCodeAt(token.end) === plainSpace)) {
      setPlainWord(token, start, tokens[at + TokenField.end] as number, tokens[at + TokenField.hash] as number);
      if (space === 1) token.gap = spaceGap;
      return;
    }
  }
  readToken(content, token.end, window.longestWord, token);
}

/** The state of one search. The first `met` of `ends`, `stemEnds` and `slots` are the names met from one start, shortest first. */
interface Walk {
  readonly matcher: NameMatcher;
  readonly content: string;
  readonly accept: ((start: number, end: number, name: number) => boolean) | undefined;
  readonly limit: number;
  readonly window: TokenWindow;
  readonly token: Token;
  /** Where the token stands in the window's bytes, an ASCII word; else less than 0. */
  byte: number;
  /** Keeps what `warm` does from being left out as useless. */
  warmed: number;
  met: number;
  readonly ends: number[];
  /** Where the name ends without its plural ending. */
  readonly stemEnds: number[];
  readonly slots: number[];
  readonly matches: NameMatch[];
}

/**
 * Adds the longest match that begins with the window's token at `index`: its end, or -1 where there is none. `isPair`: only
 * names of several tokens are wanted.
 */
function matchFromToken(walk: Walk, index: number, isPair: boolean): number {
  const { content, window, token, limit } = walk;
  const { trie } = walk.matcher;
  const { table } = trie;
  recall(walk, index);
  const { start } = token;
  walk.met = 0;
  let node = 0;
  let gap = 0;
  for (let next = index + 1; token.kind !== 'end' && token.end <= limit; next++) {
    if (!(isPair && node === 0) && token.kind === 'word' && lastUnit(content, token, 0) === letterS) addPlurals(walk, node, gap);
    const slot =
      walk.byte >= 0
        ? findAsciiChild(trie, node, gap, window.view, walk.byte, token.end - token.start, token.hash)
        : findChild(trie, node, gap, content, token, 0, 0, token.hash);
    if (slot < 0) break;
    const has = table[slot + Slot.info] as number;
    if ((has & Info.hasEnding) !== 0) addCandidate(walk, slot, 0);
    if ((has & Info.hasChildren) === 0) break;
    node = table[slot + Slot.node] as number;
    const sign = token.kind === 'sign' ? token.sign : 0;
    stepTo(walk, next);
    if (token.gap === paragraphGap) break;
    gap = gapAfter(sign, token.gap);
  }
  for (let i = walk.met - 1; i >= 0; i--) {
    const end = walk.ends[i] as number;
    const names = namesAt(walk, start, end, walk.stemEnds[i] as number, walk.slots[i] as number);
    if (names === null) continue;
    walk.matches.push({ start, end, names });
    return end;
  }
  return -1;
}

function addCandidate(walk: Walk, slot: number, dropped: number): void {
  const i = walk.met++;
  walk.slots[i] = slot;
  walk.ends[i] = walk.token.end;
  walk.stemEnds[i] = walk.token.end - dropped;
}

/** Adds the names of which the walk's token, a word that ends in s, is the plural. */
function addPlurals(walk: Walk, parent: number, gap: number): void {
  const { content, token } = walk;
  const before = lastUnit(content, token, 1);
  if (!takesEs(before, 0)) addPlural(walk, parent, gap, 1, 0);
  if (before !== letterE) return;
  const ending = lastUnit(content, token, 2);
  if (takesEs(ending, lastUnit(content, token, 3))) addPlural(walk, parent, gap, 2, 0);
  if (ending === letterI) addPlural(walk, parent, gap, 3, letterY);
}

function addPlural(walk: Walk, parent: number, gap: number, dropped: number, added: number): void {
  const { trie } = walk.matcher;
  const slot = added === 0 && walk.byte >= 0 ? findAsciiStem(walk, parent, gap, dropped) : findStem(walk, parent, gap, dropped, added);
  if (slot >= 0 && ((trie.table[slot + Slot.info] as number) & Info.hasEnding) !== 0) addCandidate(walk, slot, dropped);
}

function findAsciiStem({ matcher, window: { view }, token, byte }: Walk, parent: number, gap: number, dropped: number): number {
  const length = token.end - token.start - dropped;
  return findAsciiChild(matcher.trie, parent, gap, view, byte, length, hashAscii(view, byte, length));
}

function findStem({ matcher, content, token }: Walk, parent: number, gap: number, dropped: number, added: number): number {
  return findChild(matcher.trie, parent, gap, content, token, dropped, added, hashOfStem(content, token, dropped, added));
}

/** The hash of the token less its last `dropped` units and with the unit `added` unless 0. */
function hashOfStem(content: string, { start, end, folded }: Token, dropped: number, added: number): number {
  if (folded === null && added === 0) return hashPlain(content, start, end - dropped);
  const read = folded ?? foldWord(content.slice(start, end));
  return hashOf(read.slice(0, read.length - dropped) + (added === 0 ? '' : String.fromCharCode(added)));
}

/** The folded unit that stands `back` units before the token's last; 0 where the token is shorter. */
function lastUnit(content: string, token: Token, back: number): number {
  if (token.folded !== null) return token.folded.charCodeAt(token.folded.length - 1 - back) || 0;
  const at = token.end - 1 - back;
  return at < token.start ? 0 : (unitFolds[content.charCodeAt(at)] as number);
}

/** All names of the node in `slot` whose capitals fit and that are accepted, ascending; null for none. */
function namesAt(walk: Walk, start: number, end: number, stemEnd: number, slot: number): readonly number[] | null {
  const { content, accept } = walk;
  if (isInsideNumber(content, start, end)) return null;
  const { trie } = walk.matcher;
  const node = trie.table[slot + Slot.node] as number;
  const has = trie.table[slot + Slot.info] as number;
  let names: readonly number[] | null = null;
  if (ruleFits(trie.rules[has >> Info.ruleShift] as Rule, content, start, end, stemEnd)) names = trie.names[node] ?? null;
  if ((has & Info.hasMoreEndings) !== 0) {
    for (const ending of trie.moreEndings.get(node) ?? []) {
      if (!ruleFits(trie.rules[ending.rule] as Rule, content, start, end, stemEnd)) continue;
      names = names === null ? ending.names : [...names, ...ending.names].sort((a, b) => a - b);
    }
  }
  if (accept === undefined || names === null) return names;
  const accepted = names.filter((name) => accept(start, end, name));
  return accepted.length === 0 ? null : accepted;
}

/** Whether a decimal point or comma ties the span to digits outside it. */
function isInsideNumber(content: string, start: number, end: number): boolean {
  return (
    (isDigit(content, start) && isDecimalSign(content, start - 1) && isDigit(content, start - 2)) ||
    (isDigit(content, end - 1) && isDecimalSign(content, end) && isDigit(content, end + 1))
  );
}

function isDigit(content: string, offset: number): boolean {
  const unit = content.charCodeAt(offset);
  return unit >= 0x30 && unit <= 0x39;
}

function isDecimalSign(content: string, offset: number): boolean {
  const unit = content.charCodeAt(offset);
  return unit === fullStop || unit === comma;
}

/** Adds a name to the trie; the length of its longest folded word, 0 for a name that can never be found. */
function addName(trie: GrowingTrie, name: string, index: number, token: Token): number {
  let node = 0;
  let slot = -1;
  let gap = 0;
  let longest = 0;
  let readable = false;
  let spaced = false;
  readToken(name, 0, longestNameWord, token);
  const last = { kind: token.kind, start: 0, end: 0 };
  while (token.kind !== 'end') {
    const length = token.folded?.length ?? token.end - token.start;
    if (length === 0 || length > longestNameWord) return 0;
    if (token.kind === 'word') {
      longest = Math.max(longest, length);
      readable ||= token.folded === null || hasLetterOrDigit.test(token.folded);
    }
    const known = findChild(trie, node, gap, name, token, 0, 0, token.hash);
    slot = known >= 0 ? known : addChild(trie, node, slot, gap, name, token);
    node = trie.table[slot + Slot.node] as number;
    last.kind = token.kind;
    last.start = token.start;
    last.end = token.end;
    const sign = token.kind === 'sign' ? token.sign : 0;
    readToken(name, token.end, longestNameWord, token);
    spaced ||= token.start < name.length && token.gap !== noGap;
    gap = gapAfter(sign, token.gap);
  }
  if (!readable) return 0;
  addEnding(trie, slot, ruleOf(name, spaced, last.kind === 'word' ? name.slice(last.start, last.end) : null), index);
  return longest;
}

/** White space counts as none after a full stop, and as none after a dash that ends a line. */
function gapAfter(sign: number, gap: number): number {
  return gap === noGap || sign === fullStop || (sign === dash && gap === lineGap) ? 0 : 1;
}

