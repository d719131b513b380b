import type { DateRule, RuleMeaning } from './languages/dates';

export type Slot = 'AMOUNT' | 'UNIT' | 'POINT' | 'MONTH' | 'SEASON' | 'WEEKDAY' | 'ORDINAL' | 'TOLD' | 'STOP';

export interface Element {
  readonly slot: Slot | null;
  /** Alternatives, when it is no slot. */
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  /** Whether its words must not stand there; then it takes nothing. */
  readonly barred: boolean;
  /** Whether the span leaves it out. */
  readonly outside: boolean;
}

export interface CompiledRule {
  readonly elements: readonly Element[];
  readonly means: RuleMeaning;
}

/** Rules of which one element is known by its word: those that can go on with the word after it, by that word, and with any. */
export interface RuleList {
  readonly byNext: ReadonlyMap<string, readonly NextRule[]>;
  readonly rest: readonly NextRule[];
}

/** A rule, and the slots (as bits of `slotBits`) that what stands after its first word can begin; `anything` where a word or nothing may. */
export interface NextRule {
  readonly rule: CompiledRule;
  readonly nextSlots: number;
}

/** Rules by the word or slot that they begin with. */
export interface RuleIndex {
  readonly byWord: ReadonlyMap<string, RuleList>;
  readonly bySlot: readonly (readonly [Slot, readonly CompiledRule[]])[];
}

const slots = new Set<string>(['AMOUNT', 'UNIT', 'POINT', 'MONTH', 'SEASON', 'WEEKDAY', 'ORDINAL', 'TOLD', 'STOP']);
const periodOps = new Set<RuleMeaning['op']>(['between', 'since', 'until', 'by', 'spanOf', 'stretch', 'stretchTo', 'sinceWeekend', 'sinceNearest']);

/** Compiles the rules of one level; optional beginnings become rules of their own. */
export function compileRules(rules: readonly DateRule[], level: 'point' | 'period'): RuleIndex {
  const byWord = new Map<string, CompiledRule[]>();
  const bySlot = new Map<Slot, CompiledRule[]>();
  for (const { pattern, means } of rules) {
    if (periodOps.has(means.op) !== (level === 'period')) continue;
    const elements = pattern.split(' ').map(readElement);
    for (let from = 0; from < elements.length; from++) {
      const rule = { elements: elements.slice(from), means };
      const first = rule.elements.find(({ slot }) => slot !== 'TOLD');
      if (first?.slot) push(bySlot, first.slot, rule);
      for (const word of first?.words ?? []) push(byWord, word, rule);
      if (!first?.optional) break;
    }
  }
  return { byWord: new Map([...byWord].map(([word, list]) => [word, listOf(list)])), bySlot: [...bySlot] };
}

const slotNames: readonly Slot[] = ['AMOUNT', 'UNIT', 'POINT', 'MONTH', 'SEASON', 'WEEKDAY', 'ORDINAL'];

/** A bit for each slot that takes tokens. */
export const slotBits = Object.fromEntries(slotNames.map((slot, n) => [slot, 1 << n])) as Readonly<Record<Slot, number>>;

/** Of a rule that a word or nothing at all can go on with. */
export const anything = 1 << slotNames.length;

function listOf(rules: readonly CompiledRule[]): RuleList {
  const follows = rules.map((rule) => ({ rule, ...nextOf(rule) }));
  const words = new Set(follows.flatMap((follow) => [...follow.words]));
  const rest = follows.filter(({ nextSlots }) => nextSlots > 0).map(({ rule, nextSlots }) => ({ rule, nextSlots }));
  const after = (word: string): readonly NextRule[] =>
    follows
      .map(({ rule, nextSlots, words: own }) => ({ rule, nextSlots: own.has(word) ? anything : nextSlots }))
      .filter(({ nextSlots }) => nextSlots > 0);
  return { byNext: new Map([...words].map((word) => [word, after(word)])), rest };
}

/** What can stand after the first word of a rule. */
function nextOf({ elements }: CompiledRule): { readonly words: ReadonlySet<string>; readonly nextSlots: number } {
  const words = new Set<string>();
  let nextSlots = 0;
  for (const { slot, words: own, optional, barred } of elements.slice(elements.findIndex(({ slot: first }) => first !== 'TOLD') + 1)) {
    if (barred || slot === 'STOP' || slot === 'TOLD') return { words, nextSlots: nextSlots | anything };
    if (slot) nextSlots |= slotBits[slot];
    for (const word of own) words.add(word);
    if (!optional) return { words, nextSlots };
  }
  return { words, nextSlots: nextSlots | anything };
}

function readElement(written: string): Element {
  const outside = written.startsWith('_');
  const optional = written.endsWith('?');
  const barred = written.startsWith('!');
  const body = written.slice(outside || barred ? 1 : 0, optional ? -1 : undefined);
  const slot = slots.has(body) ? (body as Slot) : null;
  return { slot, words: new Set(slot ? [] : body.split('|')), optional, outside, barred };
}

function push<K>(map: Map<K, CompiledRule[]>, key: K, rule: CompiledRule): void {
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}
