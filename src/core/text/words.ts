import {
  foldMark,
  foldWord,
  ignorableUnit,
  isPairAt,
  isWordAloneAt,
  isWordAt,
  lineBreakUnit,
  markUnit,
  needsContext,
  notWord,
  paragraphUnit,
  spaceUnit,
  unitFolds,
  unitKinds,
  whiteSpace,
  wordAlone,
} from './folding';

/** The hash of no reading; `hashGroup` goes on from it. */
export const hashSeed = 0x2f0b4c47;
/** How many units are hashed at a time. */
export const groupSize = 4;
/** Every reading is hashed as if it had this many groups at least, so that most need no look at how many there are. */
export const leastGroups = 3;

/**
 * What stands between a token and the one before, in growing order: nothing, white space, white space with one line break,
 * a blank line or paragraph separator.
 */
export type Gap = 0 | 1 | 2 | 3;
export const noGap = 0;
export const spaceGap = 1;
export const lineGap = 2;
export const paragraphGap = 3;

/**
 * The token that `readToken` found; reused from call to call, so that reading allocates nothing for plain words.
 * A token is a word (a run of letters, digits and marks; one sign in scripts without spaces) or one sign of punctuation.
 */
export interface Token {
  kind: 'end' | 'word' | 'sign';
  gap: Gap;
  /** UTF-16 offsets of its printed part. */
  start: number;
  end: number;
  /** Of the folded reading; equal readings have equal hashes. */
  hash: number;
  /** The folded reading where it is not `unitFolds` of each unit, else null. */
  folded: string | null;
  /** The first unit of a sign, its variants folded. */
  sign: number;
}

const spaceKinds = spaceUnit | lineBreakUnit | paragraphUnit;

export function createToken(): Token {
  return { kind: 'end', gap: noGap, start: 0, end: 0, hash: hashSeed, folded: null, sign: 0 };
}

/** The hash of a reading after one more group: its units' bits, each unit's eight bits above those of the one before. */
export function hashGroup(hash: number, group: number): number {
  const mixed = Math.imul(hash ^ group, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The hash of a reading of one unit. */
export function hashOfUnit(unit: number): number {
  let hash = hashGroup(hashSeed, unit);
  for (let group = 1; group < leastGroups; group++) hash = hashGroup(hash, 0);
  return hash;
}

/** The hash of a folded reading. */
export function hashOf(folded: string): number {
  let hash = hashSeed;
  for (let from = 0; from < folded.length || from < leastGroups * groupSize; from += groupSize) {
    let group = 0;
    for (let at = Math.min(from + groupSize, folded.length) - 1; at >= from; at--) group = (group << 8) ^ folded.charCodeAt(at);
    hash = hashGroup(hash, group);
  }
  return hash;
}

/** The hash of the reading of `content` from `start` to `end`, units that are folded one by one. */
export function hashPlain(content: string, start: number, end: number): number {
  let hash = hashSeed;
  for (let from = start; from < end || from < start + leastGroups * groupSize; from += groupSize) {
    let group = 0;
    for (let at = Math.min(from + groupSize, end) - 1; at >= from; at--) {
      group = (group << 8) ^ (unitFolds[content.charCodeAt(at)] as number);
    }
    hash = hashGroup(hash, group);
  }
  return hash;
}

/**
 * Reads the token at or after `offset` into `token`; kind `end` when none is left. A word longer than `longest` units that
 * cannot be folded unit by unit is read as the empty string: canonical composition is quadratic in runs of marks.
 */
export function readToken(content: string, offset: number, longest: number, token: Token): void {
  let at = offset;
  const first = unitFolds[content.charCodeAt(at)] ?? notWord;
  if (first > wordAlone) token.gap = noGap;
  else at = skipSpace(content, offset, token);
  token.folded = null;
  token.start = at;
  if (at >= content.length) {
    token.kind = 'end';
    token.end = at;
    return;
  }
  let fold = unitFolds[content.charCodeAt(at)] as number;
  if (fold > wordAlone) {
    do {
      at++;
      fold = at < content.length ? (unitFolds[content.charCodeAt(at)] as number) : notWord;
    } while (fold > wordAlone);
    if (fold !== needsContext) {
      token.kind = 'word';
      token.end = at;
      token.hash = hashPlain(content, token.start, at);
      return;
    }
  }
  if (isWordAt(content, token.start)) readFoldedWord(content, longest, token);
  else readSign(content, token);
}

/** What `readToken` would say of a word that begins at `start` and is folded unit by unit, when its end and hash are known. */
export function setPlainWord(token: Token, start: number, end: number, hash: number): void {
  token.kind = 'word';
  token.gap = noGap;
  token.start = start;
  token.end = end;
  token.hash = hash;
  token.folded = null;
}

/** The offset at which the word that `offset` lies inside ends; `offset` itself where no word goes over it. */
export function endOfWordAround(content: string, offset: number): number {
  if (offset <= 0 || offset >= content.length) return offset;
  let start = offset;
  while (start > 0 && (unitFolds[content.charCodeAt(start - 1)] as number) > whiteSpace) start--;
  const token = createToken();
  for (let at = start; at < offset; at = token.end) {
    readToken(content, at, 0, token);
    if (token.end > offset && token.start < offset) return token.end;
    if (token.kind === 'end') return offset;
  }
  return offset;
}

function skipSpace(content: string, offset: number, token: Token): number {
  let at = offset;
  let breaks = 0;
  let gap: Gap = noGap;
  for (; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    const kind = unitKinds[unit] as number;
    if ((kind & (spaceKinds | ignorableUnit)) === 0) break;
    if ((kind & spaceKinds) !== 0) gap = spaceGap;
    if ((kind & lineBreakUnit) !== 0 && !(unit === 10 && content.charCodeAt(at - 1) === 13 && at > offset)) breaks++;
    if ((kind & paragraphUnit) !== 0) breaks = 2;
  }
  token.gap = breaks === 0 ? gap : breaks === 1 ? lineGap : paragraphGap;
  return at;
}

function readFoldedWord(content: string, longest: number, token: Token): void {
  let at = token.start;
  let printed = 0;
  token.end = at;
  for (let alone = false; at < content.length; ) {
    const unit = content.charCodeAt(at);
    const kind = unitKinds[unit] as number;
    if ((kind & ignorableUnit) !== 0) {
      at++;
      continue;
    }
    if ((kind & markUnit) === 0) {
      const standsAlone = isWordAloneAt(content, at);
      if (alone || (standsAlone && printed > 0) || !isWordAt(content, at)) break;
      alone = standsAlone;
    }
    const size = isPairAt(content, at) ? 2 : 1;
    at += size;
    printed += size;
    token.end = at;
  }
  token.kind = 'word';
  token.folded = printed > longest ? '' : foldWord(content.slice(token.start, token.end));
  token.hash = hashOf(token.folded);
}

function readSign(content: string, token: Token): void {
  token.kind = 'sign';
  token.end = token.start + (isPairAt(content, token.start) ? 2 : 1);
  token.sign = foldMark(content.charCodeAt(token.start));
  token.folded = token.end - token.start === 2 ? content.slice(token.start, token.end) : String.fromCharCode(token.sign);
  token.hash = hashOf(token.folded);
}
