import {
  caseAt,
  foldMark,
  isPairAt,
  lowerUnit,
  needsContext,
  notWord,
  unitFolds,
  upperUnit,
  whiteSpace,
  wordAlone,
} from '../text/folding';
import {
  createToken,
  endOfWordAround,
  hashSeed,
  hashUnit,
  lineGap,
  noGap,
  paragraphGap,
  readToken,
  setPlainWord,
  spaceGap,
  unhashUnit,
} from '../text/words';
import type { Token } from '../text/words';

/** A span of the text, in UTF-16 offsets, half-open, that some names of the matcher match. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** Indices of all names that match the span, ascending; at least one. */
  readonly names: readonly number[];
}

/** What a name asks of the capitals of a text. */
type Capitals =
  /** Nothing. */
  | 'free'
  /** The first letter is a capital. */
  | 'initial'
  /** There is a capital. */
  | 'some'
  /** All letters are capitals. */
  | 'all'
  /** Each word begins with a capital. */
  | 'each-initial'
  /** The words of `acronyms` are in capitals. */
  | 'acronyms';

/** What has to be so in the text for a name that reads like it. */
interface Rule {
  readonly capitals: Capitals;
  /** Which words, counted from 0. */
  readonly acronyms: readonly number[];
  readonly takesPlural: boolean;
}

/** The names of a node that have one rule. */
interface Ending {
  /** An index in the trie's `rules`. */
  readonly rule: number;
  readonly names: number[];
}

/**
 * A trie of folded tokens, as one open-addressing table: a child is found by its parent, gap and token. A look at random
 * costs what it misses in the processor's caches, so all that a node has lies together, as `slotSize` numbers. Nodes are
 * numbered from 1; 0 is the root, which has no slot.
 */
interface Trie {
  table: Int32Array;
  tableShift: number;
  folds: Uint16Array;
  /** By node, the names of its first ending. */
  readonly names: (number[] | undefined)[];
  /** By node, the endings of nodes that have several, but for the first. */
  readonly moreEndings: Map<number, Ending[]>;
  readonly rules: Rule[];
}

/** A trie that names are still added to. */
interface GrowingTrie extends Trie {
  size: number;
  foldsLength: number;
  /** The index in `rules` by what a rule says. */
  readonly ruleBook: Map<string, number>;
  /** By node, what the sieves are made from. */
  readonly parents: number[];
  readonly hashes: number[];
}

/** A Bloom filter in blocks of 32 bits, two bits a key: its top bits say which block, its low ones which bits. */
interface Sieve {
  readonly blocks: Int32Array;
  readonly shift: number;
}

/** Names made ready for `findNames`. */
export interface NameMatcher {
  readonly trie: Readonly<Trie>;
  /** The names of one token: with `pairs` passes by most of a text without a look at the trie. */
  readonly singles: Sieve;
  /** The first two tokens of longer names. */
  readonly pairs: Sieve;
  /** How many nodes the trie has, the root included. */
  readonly size: number;
  /** No name has a word that a longer word of a text could be equal to. */
  readonly longestWord: number;
}

const longestNameWord = 1000;
/** Canonical decomposition and full case folding make a word at most this many times longer or shorter. */
const foldingStretch = 16;
const keyFactor = 0x9e3779b1 | 0;
const parentFactor = 0x85ebca6b | 0;
const slotSize = 4;
/** In a slot: the node's number, 0 where the slot is free. */
const nodeField = 0;
/** In a slot: `keyOf` the parent, gap and token; different parents never have one key for one token. */
const keyField = 1;
/** In a slot: where the folded token begins in `folds`. */
const foldStart = 2;
/** In a slot: the flags below, the folded token's length, and the index in `rules` of the first ending's rule. */
const info = 3;
const hasChildren = 1;
const hasEnding = 2;
const hasMoreEndings = 4;
const lengthShift = 3;
const lengthMask = 0x3ff;
const ruleShift = 13;
const bitsPerKey = 12;
const singleHit = 1;
const pairHit = 2;
const plainSpace = 0x20;
const fullStop = 0x2e;
const comma = 0x2c;
const dash = 0x2d;
const letterS = 0x73;
const letterE = 0x65;
const letterI = 0x69;
const letterY = 0x79;
const hasLetter = /\p{L}/u;
const hasLetterOrDigit = /[\p{L}\p{N}]/u;
const endsInDigit = /\p{N}$/u;
const romanNumeral = /^[IVXLCDM]+$/;

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
  return { trie, ...sievesOf(growing), size: growing.size, longestWord: longest * foldingStretch };
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
  const walk: Walk = { matcher, content, accept, limit, token, met: 0, ends: [], stemEnds: [], slots: [], matches: [] };
  const begin = endOfWordAround(content, Math.max(0, from));
  const scan: Scan = {
    at: begin,
    lastBreak: lastBreakOf(content, begin, limit),
    before: { start: -1, end: -1, hash: hashSeed, isPlain: false },
    current: { start: -1, end: -1, hash: hashSeed, isPlain: false },
  };
  while (scan.at < limit) {
    const hits = passBy(walk, scan);
    const { before, current } = scan;
    let matched = -1;
    if ((hits & pairHit) !== 0) {
      recall(walk, before);
      matched = matchFromToken(walk, current);
    }
    if ((hits & singleHit) !== 0 && matched < 0) {
      recall(walk, current);
      matched = matchFromToken(walk, null);
    }
    if (matched < 0) continue;
    scan.at = matched;
    current.start = -1;
  }
  return walk.matches;
}

/** A token that was passed by. */
interface PassedToken {
  /** -1 for no token. */
  start: number;
  end: number;
  hash: number;
  /** A word that is folded unit by unit. */
  isPlain: boolean;
}

/** How far a text has been passed by. */
interface Scan {
  at: number;
  /** A word that begins before this offset ends before the limit: its units need no look at where the text ends. */
  readonly lastBreak: number;
  readonly before: PassedToken;
  readonly current: PassedToken;
}

/** The offset of the last unit before `limit` that ends a word, or at most `begin`. */
function lastBreakOf(content: string, begin: number, limit: number): number {
  let at = limit - 1;
  while (at > begin && (unitFolds[content.charCodeAt(at)] as number) > wordAlone) at--;
  return at;
}

/**
 * Goes on to the next token that a sieve lets through, or to the limit: `singleHit` and `pairHit` for what may begin a name,
 * the scan's `current` token or the one `before`. A function of its own, so that the loop's state stays in registers.
 */
function passBy(walk: Walk, scan: Scan): number {
  const { matcher, content, limit, token } = walk;
  const { blocks: singles, shift: singleShift } = matcher.singles;
  const { blocks: pairs, shift: pairShift } = matcher.pairs;
  const folds = unitFolds;
  const { lastBreak } = scan;
  let { at } = scan;
  let { start: beforeStart, end: beforeEnd, hash: beforeHash, isPlain: isBeforePlain } = scan.current;
  while (at < limit) {
    let fold = folds[content.charCodeAt(at)] as number;
    if (fold === whiteSpace) {
      at++;
      continue;
    }
    let start = at;
    let end = at;
    let isPlain = false;
    let hash = hashSeed;
    if (fold > wordAlone && at < lastBreak) {
      do {
        hash = hashUnit(hash, fold);
        fold = folds[content.charCodeAt(++end)] as number;
      } while (fold > wordAlone);
      isPlain = fold !== needsContext;
      at = fold === whiteSpace ? end + 1 : end;
    } else if (fold === notWord) {
      hash = hashUnit(hash, foldMark(content.charCodeAt(end)));
      at = ++end;
    }
    if (fold === needsContext || end === start) {
      readToken(content, start, matcher.longestWord, token);
      ({ start, end, hash } = token);
      at = end;
    }
    const pair = pairKey(beforeHash, hash);
    const single = singleKey(hash);
    const missingPair = bitsOf(pair) & ~(pairs[pair >>> pairShift] as number);
    const missingSingle = bitsOf(single) & ~(singles[single >>> singleShift] as number);
    if (missingPair === 0 || missingSingle === 0) {
      setPassed(scan.before, beforeStart, beforeEnd, beforeHash, isBeforePlain);
      setPassed(scan.current, start, end, hash, isPlain);
      scan.at = at;
      return (missingPair === 0 && beforeStart >= 0 ? pairHit : 0) | (missingSingle === 0 ? singleHit : 0);
    }
    beforeStart = start;
    beforeEnd = end;
    beforeHash = hash;
    isBeforePlain = isPlain;
  }
  scan.at = at;
  return 0;
}

function setPassed(token: PassedToken, start: number, end: number, hash: number, isPlain: boolean): void {
  token.start = start;
  token.end = end;
  token.hash = hash;
  token.isPlain = isPlain;
}

/** Makes `passed` the walk's token. */
function recall(walk: Walk, { start, end, hash, isPlain }: PassedToken): void {
  if (isPlain) setPlainWord(walk.token, start, end, hash);
  else readToken(walk.content, start, walk.matcher.longestWord, walk.token);
}

/** Goes on from `token` to `next`, the token after it, where `next` is plain and not more than one space is between: whether so. */
function stepTo(content: string, token: Token, { start, end, hash, isPlain }: PassedToken): boolean {
  const space = start - token.end;
  if (!isPlain || space > 1 || (space === 1 && content.charCodeAt(token.end) !== plainSpace)) return false;
  setPlainWord(token, start, end, hash);
  if (space === 1) token.gap = spaceGap;
  return true;
}

function singleKey(hash: number): number {
  return Math.imul(hash, keyFactor);
}

function pairKey(first: number, second: number): number {
  return Math.imul(Math.imul(first, parentFactor) ^ second, keyFactor);
}

function sievesOf(trie: GrowingTrie): Pick<NameMatcher, 'singles' | 'pairs'> {
  const { table, folds, parents, hashes } = trie;
  const singles: number[] = [];
  const pairs: number[] = [];
  for (let slot = 0; slot < table.length; slot += slotSize) {
    const node = table[slot + nodeField] as number;
    const parent = parents[node] as number;
    if (node === 0 || parents[parent] !== 0) continue;
    const has = table[slot + info] as number;
    const add = (form: number): void => {
      if (parent !== 0) pairs.push(pairKey(hashes[parent] as number, form));
      else if ((has & hasEnding) !== 0) singles.push(singleKey(form));
    };
    const hash = hashes[node] as number;
    add(hash);
    if ((has & hasEnding) === 0) continue;
    const length = (has >> lengthShift) & lengthMask;
    const end = (table[slot + foldStart] as number) + length;
    const last = folds[end - 1] as number;
    if (!takesEs(last, 0)) add(hashUnit(hash, letterS));
    if (takesEs(last, length > 1 ? (folds[end - 2] as number) : 0)) add(hashUnit(hashUnit(hash, letterE), letterS));
    if (last === letterY) add([letterI, letterE, letterS].reduce(hashUnit, unhashUnit(hash, letterY)));
  }
  return { singles: sieveOf(singles), pairs: sieveOf(pairs) };
}

function sieveOf(keys: readonly number[]): Sieve {
  const size = Math.max(4, Math.ceil(Math.log2((keys.length * bitsPerKey) / 32)));
  const blocks = new Int32Array(1 << size);
  const shift = 32 - size;
  for (const key of keys) (blocks[key >>> shift] as number) |= bitsOf(key);
  return { blocks, shift };
}

function bitsOf(key: number): number {
  return (1 << key) | (1 << (key >>> 5));
}

/** The state of one search. The first `met` of `ends`, `stemEnds` and `slots` are the names met from one start, shortest first. */
interface Walk {
  readonly matcher: NameMatcher;
  readonly content: string;
  readonly accept: ((start: number, end: number, name: number) => boolean) | undefined;
  readonly limit: number;
  readonly token: Token;
  met: number;
  readonly ends: number[];
  /** Where the name ends without its plural ending. */
  readonly stemEnds: number[];
  readonly slots: number[];
  readonly matches: NameMatch[];
}

/**
 * Adds the longest match that begins with the walk's token: its end, or -1 where there is none. `second` is the token after it
 * where that is known; then the first token has been tried as a name of its own.
 */
function matchFromToken(walk: Walk, second: PassedToken | null): number {
  const { content, token, limit } = walk;
  const { trie, longestWord } = walk.matcher;
  const { table } = trie;
  const { start } = token;
  walk.met = 0;
  let next = second;
  let node = 0;
  let gap = 0;
  while (token.kind !== 'end' && token.end <= limit) {
    if (next === null && token.kind === 'word' && lastUnit(content, token, 0) === letterS) addPlurals(walk, node, gap);
    const slot = findChild(trie, node, gap, content, token, 0, 0, token.hash);
    if (slot < 0) break;
    const has = table[slot + info] as number;
    if ((has & hasEnding) !== 0) addCandidate(walk, slot, 0);
    if ((has & hasChildren) === 0) break;
    node = table[slot + nodeField] as number;
    const sign = token.kind === 'sign' ? token.sign : 0;
    if (next === null || !stepTo(content, token, next)) readToken(content, token.end, longestWord, token);
    next = null;
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
  const stem = unhashUnit(token.hash, letterS);
  if (!takesEs(before, 0)) addPlural(walk, parent, gap, 1, 0, stem);
  if (before !== letterE) return;
  const shorter = unhashUnit(stem, letterE);
  const ending = lastUnit(content, token, 2);
  if (takesEs(ending, lastUnit(content, token, 3))) addPlural(walk, parent, gap, 2, 0, shorter);
  if (ending === letterI) addPlural(walk, parent, gap, 3, letterY, hashUnit(unhashUnit(shorter, letterI), letterY));
}

function addPlural(walk: Walk, parent: number, gap: number, dropped: number, added: number, hash: number): void {
  const { trie } = walk.matcher;
  const slot = findChild(trie, parent, gap, walk.content, walk.token, dropped, added, hash);
  if (slot >= 0 && ((trie.table[slot + info] as number) & hasEnding) !== 0) addCandidate(walk, slot, dropped);
}

/** Whether English asks for `es` after a word that ends so; `ch` and `sh` may have either (`Czechs`, `churches`). */
function takesEs(last: number, before: number): boolean {
  return last === letterS || last === 0x78 || last === 0x7a || (last === 0x68 && (before === 0x63 || before === letterS));
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
  const node = trie.table[slot + nodeField] as number;
  const has = trie.table[slot + info] as number;
  let names: readonly number[] | null = null;
  if (ruleFits(trie.rules[has >> ruleShift] as Rule, content, start, end, stemEnd)) names = trie.names[node] ?? null;
  if ((has & hasMoreEndings) !== 0) {
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

function ruleFits(rule: Rule, content: string, start: number, end: number, stemEnd: number): boolean {
  if (stemEnd !== end && !rule.takesPlural) return false;
  switch (rule.capitals) {
    case 'free':
      return true;
    case 'initial':
      return caseAt(content, start) === upperUnit;
    case 'some':
      return countCase(content, start, stemEnd, upperUnit) > 0;
    case 'all':
      return countCase(content, start, stemEnd, lowerUnit) === 0 && countCase(content, stemEnd, end, upperUnit) === 0;
    case 'each-initial':
      return wordsOf(content, start, stemEnd).every((word) => caseAt(content, word.start) !== lowerUnit);
    case 'acronyms': {
      const words = wordsOf(content, start, stemEnd);
      return rule.acronyms.every((i) => {
        const word = words[i];
        return word !== undefined && countCase(content, word.start, word.end, lowerUnit) === 0;
      });
    }
  }
}

function countCase(content: string, start: number, end: number, wanted: number): number {
  let count = 0;
  for (let at = start; at < end; at += isPairAt(content, at) ? 2 : 1) {
    if (caseAt(content, at) === wanted) count++;
  }
  return count;
}

function wordsOf(content: string, start: number, end: number): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  const token = createToken();
  for (let at = start; at < end; at = token.end) {
    readToken(content, at, 0, token);
    if (token.kind === 'end' || token.start >= end) break;
    if (token.kind === 'word') words.push({ start: token.start, end: Math.min(token.end, end) });
  }
  return words;
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
    node = trie.table[slot + nodeField] as number;
    last.kind = token.kind;
    last.start = token.start;
    last.end = token.end;
    const sign = token.kind === 'sign' ? token.sign : 0;
    readToken(name, token.end, longestNameWord, token);
    spaced ||= token.start < name.length && token.gap !== noGap;
    gap = gapAfter(sign, token.gap);
  }
  if (!readable) return 0;
  const { capitals, acronyms } = capitalsOf(name, spaced);
  const takesPlural = last.kind === 'word' && canTakePlural(name, name.slice(last.start, last.end), capitals);
  addEnding(trie, slot, { capitals, acronyms, takesPlural }, index);
  return longest;
}

function addEnding(trie: GrowingTrie, slot: number, rule: Rule, name: number): void {
  const { table, names, moreEndings } = trie;
  const said = `${rule.capitals} ${rule.takesPlural} ${rule.acronyms.join()}`;
  const index = trie.ruleBook.get(said) ?? trie.rules.push(rule) - 1;
  trie.ruleBook.set(said, index);
  const node = table[slot + nodeField] as number;
  const has = table[slot + info] as number;
  if ((has & hasEnding) === 0) {
    names[node] = [name];
    table[slot + info] = has | hasEnding | (index << ruleShift);
    return;
  }
  if (has >> ruleShift === index) {
    names[node]?.push(name);
    return;
  }
  const more = moreEndings.get(node) ?? [];
  const same = more.find((ending) => ending.rule === index);
  if (same === undefined) more.push({ rule: index, names: [name] });
  else same.names.push(name);
  moreEndings.set(node, more);
  table[slot + info] = has | hasMoreEndings;
}

function capitalsOf(name: string, spaced: boolean): Pick<Rule, 'capitals' | 'acronyms'> {
  const upper = countCase(name, 0, name.length, upperUnit);
  if (upper === 0) return { capitals: 'free', acronyms: [] };
  const allUpper = upper > 1 && countCase(name, 0, name.length, lowerUnit) === 0;
  if (allUpper) return { capitals: spaced ? 'each-initial' : 'all', acronyms: [] };
  const words = wordsOf(name, 0, name.length);
  if (spaced) {
    const acronyms = words.flatMap((word, i) => (isAcronym(name.slice(word.start, word.end)) ? [i] : []));
    return { capitals: acronyms.length > 0 ? 'acronyms' : 'free', acronyms };
  }
  const [first] = words;
  const capitalWord = words.length === 1 && first !== undefined && caseAt(name, first.start) === upperUnit;
  return { capitals: capitalWord ? 'initial' : 'some', acronyms: [] };
}

function isAcronym(word: string): boolean {
  return (
    countCase(word, 0, word.length, upperUnit) > 1 &&
    countCase(word, 0, word.length, lowerUnit) === 0 &&
    !romanNumeral.test(word)
  );
}

function canTakePlural(name: string, lastWord: string, capitals: Capitals): boolean {
  if (endsInDigit.test(lastWord)) return lastWord.length > 1 && hasLetter.test(name);
  return lastWord.length >= (capitals === 'all' || isAcronym(lastWord) ? 2 : 3);
}

/** White space counts as none after a full stop, and as none after a dash that ends a line. */
function gapAfter(sign: number, gap: number): number {
  return gap === noGap || sign === fullStop || (sign === dash && gap === lineGap) ? 0 : 1;
}

function createTrie(): GrowingTrie {
  return {
    size: 1,
    table: new Int32Array(slotSize << 10),
    tableShift: 32 - 10,
    folds: new Uint16Array(8192),
    foldsLength: 0,
    names: [undefined],
    moreEndings: new Map(),
    rules: [],
    ruleBook: new Map(),
    parents: [0],
    hashes: [hashSeed],
  };
}

function keyOf(parent: number, gap: number, hash: number): number {
  return Math.imul(hash ^ Math.imul((parent << 1) | gap, parentFactor), keyFactor);
}

/** The slot of the child of `parent` for the token less its last `dropped` units and with the unit `added` unless 0; or -1. */
function findChild(
  trie: Trie, parent: number, gap: number, content: string, token: Token, dropped: number, added: number, hash: number,
): number {
  const { table } = trie;
  const mask = table.length - 1;
  const key = keyOf(parent, gap, hash);
  let slot = (key >>> trie.tableShift) * slotSize;
  while (table[slot + nodeField] !== 0) {
    if (table[slot + keyField] === key && isTokenOf(trie, slot, content, token, dropped, added)) return slot;
    slot = (slot + slotSize) & mask;
  }
  return -1;
}

function isTokenOf(trie: Trie, slot: number, content: string, token: Token, dropped: number, added: number): boolean {
  const { folds, table } = trie;
  const from = table[slot + foldStart] as number;
  const length = ((table[slot + info] as number) >> lengthShift) & lengthMask;
  const { folded, start } = token;
  const kept = (folded === null ? token.end - start : folded.length) - dropped;
  if (kept + (added === 0 ? 0 : 1) !== length) return false;
  if (added !== 0 && folds[from + kept] !== added) return false;
  if (folded === null) {
    for (let i = 0; i < kept; i++) if (folds[from + i] !== unitFolds[content.charCodeAt(start + i)]) return false;
  } else {
    for (let i = 0; i < kept; i++) if (folds[from + i] !== folded.charCodeAt(i)) return false;
  }
  return true;
}

function addChild(trie: GrowingTrie, parent: number, parentSlot: number, gap: number, content: string, token: Token): number {
  if (parentSlot >= 0) (trie.table[parentSlot + info] as number) |= hasChildren;
  if (trie.size * 2 * slotSize > trie.table.length) growTable(trie);
  const { table } = trie;
  const from = trie.foldsLength;
  const length = token.folded?.length ?? token.end - token.start;
  while (from + length > trie.folds.length) {
    const folds = new Uint16Array(trie.folds.length * 2);
    folds.set(trie.folds);
    trie.folds = folds;
  }
  for (let i = 0; i < length; i++) {
    trie.folds[from + i] =
      token.folded === null ? (unitFolds[content.charCodeAt(token.start + i)] as number) : token.folded.charCodeAt(i);
  }
  trie.foldsLength += length;
  const key = keyOf(parent, gap, token.hash);
  const slot = freeSlot(table, key >>> trie.tableShift);
  table[slot + nodeField] = trie.size++;
  table[slot + keyField] = key;
  table[slot + foldStart] = from;
  table[slot + info] = length << lengthShift;
  trie.names.push(undefined);
  trie.parents.push(parent);
  trie.hashes.push(token.hash);
  return slot;
}

function freeSlot(table: Int32Array, index: number): number {
  let slot = index * slotSize;
  while (table[slot + nodeField] !== 0) slot = (slot + slotSize) & (table.length - 1);
  return slot;
}

function growTable(trie: GrowingTrie): void {
  const old = trie.table;
  trie.table = new Int32Array(old.length * 2);
  trie.tableShift--;
  for (let from = 0; from < old.length; from += slotSize) {
    if (old[from + nodeField] === 0) continue;
    const key = old[from + keyField] as number;
    trie.table.set(old.subarray(from, from + slotSize), freeSlot(trie.table, key >>> trie.tableShift));
  }
}
