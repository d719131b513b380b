import { TokenField } from '../text/tokenWindow';
import type { TokenWindow } from '../text/tokenWindow';
import { hashOf } from '../text/words';
import { Info, Slot } from './nameTrie';
import type { GrowingTrie } from './nameTrie';
import { pluralsOf } from './plurals';

/** A Bloom filter in blocks of 32 bits, three bits a key: its top bits say which block, its low ones which bits. */
interface Sieve {
  readonly blocks: Int32Array;
  readonly shift: number;
}

/** What passes by most of a text without a look at the trie. */
export interface NameSieves {
  /** The names of one token. */
  readonly singles: Sieve;
  /** The first two tokens of longer names. */
  readonly pairs: Sieve;
}

/** Why a token may begin a name: bits that where a token begins in `tokens` leaves free. */
export const enum Hit {
  single = 1,
  pair = 2,
}

const bitsPerKey = 16;

/** The sieves of a trie's names; plural forms are in them, so that the text need not be tried without its endings. */
export function sievesOf(trie: GrowingTrie): NameSieves {
  const { table, folds, parents, hashes } = trie;
  const singles: number[] = [];
  const pairs: number[] = [];
  for (let slot = 0; slot < table.length; slot += Slot.count) {
    const node = table[slot + Slot.node] as number;
    const parent = parents[node] as number;
    if (node === 0 || parents[parent] !== 0) continue;
    const has = table[slot + Slot.info] as number;
    const add = (form: number): void => {
      if (parent !== 0) pairs.push(pairKey(hashes[parent] as number, form));
      else if ((has & Info.hasEnding) !== 0) singles.push(form);
    };
    const hash = hashes[node] as number;
    add(hash);
    if ((has & Info.hasEnding) === 0) continue;
    const length = (has >> Info.lengthShift) & Info.lengthMask;
    const from = table[slot + Slot.folds] as number;
    for (const plural of pluralsOf(String.fromCharCode(...folds.subarray(from, from + length)))) add(hashOf(plural));
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

/**
 * Writes into `hits` which tokens of the window may begin a name or, with the token before, a name of several tokens:
 * where each begins in `tokens`, plus `Hit.single` and `Hit.pair`. Gives how many there are.
 */
export function sift(sieves: NameSieves, window: TokenWindow, hits: Int32Array): number {
  const { blocks: singles, shift: singleShift } = sieves.singles;
  const { blocks: pairs, shift: pairShift } = sieves.pairs;
  const { tokens, count } = window;
  const end = count * TokenField.count;
  let found = 0;
  let before = tokens[TokenField.hash] as number;
  for (let at: number = TokenField.count; at < end; at += TokenField.count) {
    const hash = tokens[at + TokenField.hash] as number;
    const pair = pairKey(before, hash);
    const missingPair = bitsOf(pair) & ~(pairs[pair >>> pairShift] as number);
    const missingSingle = bitsOf(hash) & ~(singles[hash >>> singleShift] as number);
    if (missingPair === 0 || missingSingle === 0) {
      hits[found++] = at | (missingPair === 0 ? Hit.pair : 0) | (missingSingle === 0 ? Hit.single : 0);
    }
    before = hash;
  }
  return found;
}

function pairKey(first: number, second: number): number {
  return Math.imul(first, 0x85ebca6b) ^ second;
}

function bitsOf(key: number): number {
  return (1 << key) | (1 << (key >>> 5)) | (1 << (key >>> 10));
}
