import { unitFolds } from '../text/folding';
import { groupMasks } from '../text/tokenWindow';
import { groupSize, hashSeed, leastGroups } from '../text/words';
import type { Token } from '../text/words';
import type { Rule } from './nameRules';

/** The names of a node that have one rule. */
export interface Ending {
  /** An index in the trie's `rules`. */
  readonly rule: number;
  readonly names: number[];
}

/**
 * A trie of folded tokens, as one open-addressing table: a child is found by its parent, gap and token. A look at random
 * costs what it misses in the processor's caches, so all that a node has lies together, as `Slot.count` numbers. Nodes are
 * numbered from 1; 0 is the root, which has no slot.
 */
export interface Trie {
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
export interface GrowingTrie extends Trie {
  size: number;
  foldsLength: number;
  /** The index in `rules` by what a rule says. */
  readonly ruleBook: Map<string, number>;
  /** By node, what the sieves are made from. */
  readonly parents: number[];
  readonly hashes: number[];
}

/** The numbers of a slot in `Trie.table`. */
export const enum Slot {
  /** The node's number, 0 where the slot is free. */
  node,
  /** `keyOf` the parent, gap and token; different parents never have one key for one token. */
  key,
  /** Where the folded token begins in `folds`. */
  folds,
  /** The flags of `Info`, the folded token's length, and the index in `rules` of the first ending's rule. */
  info,
  /** Where the token is ASCII, its first units in groups of four as `hashOf` has them; else `notAscii` first. */
  group0,
  group1,
  group2,
  /** How many numbers a slot has; one is left free, so that no slot lies in two lines of the processor's caches. */
  count = 8,
}

/** What `Slot.info` says. */
export const enum Info {
  hasChildren = 1,
  hasEnding = 2,
  hasMoreEndings = 4,
  lengthShift = 3,
  lengthMask = 0x3ff,
  ruleShift = 13,
}

/** No group of ASCII units. */
const notAscii = -1;

/** A trie without names. */
export function createTrie(): GrowingTrie {
  return {
    size: 1,
    table: new Int32Array(Slot.count << 10),
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

/** What a slot is found by; `gap` is 0 or 1. */
export function keyOf(parent: number, gap: number, hash: number): number {
  return Math.imul(hash ^ Math.imul((parent << 1) | gap, 0x85ebca6b), 0x9e3779b1);
}

/** The slot of the child of `parent` for the token less its last `dropped` units and with the unit `added` unless 0; or -1. */
export function findChild(
  trie: Trie, parent: number, gap: number, content: string, token: Token, dropped: number, added: number, hash: number,
): number {
  const { table } = trie;
  const mask = table.length - 1;
  const key = keyOf(parent, gap, hash);
  let slot = (key >>> trie.tableShift) * Slot.count;
  while (table[slot + Slot.node] !== 0) {
    if (table[slot + Slot.key] === key && isTokenOf(trie, slot, content, token, dropped, added)) return slot;
    slot = (slot + Slot.count) & mask;
  }
  return -1;
}

/** `findChild` for an ASCII word that stands in `view` at `at`. */
export function findAsciiChild(
  trie: Trie, parent: number, gap: number, view: DataView, at: number, length: number, hash: number,
): number {
  const { table, tableShift, folds } = trie;
  const key = keyOf(parent, gap, hash);
  const mask = table.length - 1;
  for (let slot = (key >>> tableShift) * Slot.count; table[slot + Slot.node] !== 0; slot = (slot + Slot.count) & mask) {
    if (table[slot + Slot.key] !== key) continue;
    if ((((table[slot + Slot.info] as number) >> Info.lengthShift) & Info.lengthMask) !== length) continue;
    if (isAsciiTokenOf(table, slot, folds, view, at, length)) return slot;
  }
  return -1;
}

function isAsciiTokenOf(table: Int32Array, slot: number, folds: Uint16Array, view: DataView, at: number, length: number): boolean {
  const lowerCase = 0x20202020;
  const first = Math.min(length, leastGroups * groupSize);
  if (table[slot + Slot.group0] !== ((view.getInt32(at, true) | lowerCase) & (groupMasks[first + 8] as number))) return false;
  if (table[slot + Slot.group1] !== ((view.getInt32(at + 4, true) | lowerCase) & (groupMasks[first + 4] as number))) return false;
  if (table[slot + Slot.group2] !== ((view.getInt32(at + 8, true) | lowerCase) & (groupMasks[first] as number))) return false;
  const from = table[slot + Slot.folds] as number;
  for (let i = first; i < length; i++) if (folds[from + i] !== (view.getUint8(at + i) | 0x20)) return false;
  return true;
}

function isTokenOf(trie: Trie, slot: number, content: string, token: Token, dropped: number, added: number): boolean {
  const { folds, table } = trie;
  const from = table[slot + Slot.folds] as number;
  const length = ((table[slot + Slot.info] as number) >> Info.lengthShift) & Info.lengthMask;
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

/** Adds a child for a token that `findChild` does not find: its slot. `parentSlot` is -1 for the root. */
export function addChild(trie: GrowingTrie, parent: number, parentSlot: number, gap: number, content: string, token: Token): number {
  if (parentSlot >= 0) (trie.table[parentSlot + Slot.info] as number) |= Info.hasChildren;
  if (trie.size * 4 * Slot.count > trie.table.length * 3) growTable(trie);
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
  table[slot + Slot.node] = trie.size++;
  table[slot + Slot.key] = key;
  table[slot + Slot.folds] = from;
  table[slot + Slot.info] = length << Info.lengthShift;
  const units = trie.folds.subarray(from, from + length);
  const isAscii = units.every((unit) => unit < 0x80);
  for (let group = 0; group < leastGroups; group++) {
    table[slot + Slot.group0 + group] = isAscii ? groupOf(units, group * groupSize) : notAscii;
  }
  trie.names.push(undefined);
  trie.parents.push(parent);
  trie.hashes.push(token.hash);
  return slot;
}

/** Says that the name number `name` ends at the node in `slot`. */
export function addEnding(trie: GrowingTrie, slot: number, rule: Rule, name: number): void {
  const { table, names, moreEndings } = trie;
  const said = `${rule.capitals} ${rule.takesPlural} ${rule.acronyms.join()}`;
  const index = trie.ruleBook.get(said) ?? trie.rules.push(rule) - 1;
  trie.ruleBook.set(said, index);
  const node = table[slot + Slot.node] as number;
  const has = table[slot + Slot.info] as number;
  if ((has & Info.hasEnding) === 0) {
    names[node] = [name];
    table[slot + Slot.info] = has | Info.hasEnding | (index << Info.ruleShift);
    return;
  }
  if (has >> Info.ruleShift === index) {
    names[node]?.push(name);
    return;
  }
  const more = moreEndings.get(node) ?? [];
  const same = more.find((ending) => ending.rule === index);
  if (same === undefined) more.push({ rule: index, names: [name] });
  else same.names.push(name);
  moreEndings.set(node, more);
  table[slot + Slot.info] = has | Info.hasMoreEndings;
}

function groupOf(units: Uint16Array, from: number): number {
  let group = 0;
  for (let at = from; at < from + groupSize && at < units.length; at++) group |= (units[at] as number) << ((at - from) << 3);
  return group;
}

function freeSlot(table: Int32Array, index: number): number {
  let slot = index * Slot.count;
  while (table[slot + Slot.node] !== 0) slot = (slot + Slot.count) & (table.length - 1);
  return slot;
}

function growTable(trie: GrowingTrie): void {
  const old = trie.table;
  trie.table = new Int32Array(old.length * 2);
  trie.tableShift--;
  for (let from = 0; from < old.length; from += Slot.count) {
    if (old[from + Slot.node] === 0) continue;
    const key = old[from + Slot.key] as number;
    trie.table.set(old.subarray(from, from + Slot.count), freeSlot(trie.table, key >>> trie.tableShift));
  }
}
