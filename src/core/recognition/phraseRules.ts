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

/** Rules by the word or slot that they begin with. */
export interface RuleIndex {
  readonly byWord: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly bySlot: readonly (readonly [Slot, readonly CompiledRule[]])[];
}

const slots = new Set<string>(['AMOUNT', 'UNIT', 'POINT', 'MONTH', 'SEASON', 'WEEKDAY', 'ORDINAL', 'TOLD', 'STOP']);
const periodOps = new Set<RuleMeaning['op']>(['between', 'since', 'until', 'by', 'stretch', 'stretchTo', 'sinceWeekend', 'sinceNearest']);

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
  return { byWord, bySlot: [...bySlot] };
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
