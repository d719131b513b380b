import { civilDay } from '../values/calendar';
import { singular } from '../values/nouns';
import { isMeasured } from '../values/units';
import type { DateValue, Denotation, PeriodValue, QuantityValue } from '../values/value';

/**
 * What two sentences can share: a name, the cue of a property, a word, (part of) a value. The key begins with a letter for the
 * kind; the number is how surely the sentence has it, up to 1.
 */
export type Evidence = ReadonlyMap<string, number>;

export type EvidenceKind = 'entity' | 'cue' | 'word' | 'value';

/** What it counts to share the same rare thing of each kind: a name or value tells what a sentence is about, a cue or word hints at it. */
export const kindWeights: Readonly<Record<EvidenceKind, number>> = { entity: 1, value: 1, cue: 0.5, word: 0.35 };

export function addEvidence(evidence: Map<string, number>, kind: EvidenceKind, key: string, strength: number): void {
  const full = `${kind} ${key}`;
  evidence.set(full, Math.max(strength, evidence.get(full) ?? 0));
}

/** The kind and key of evidence. */
export function readEvidence(evidence: string): { readonly kind: EvidenceKind; readonly key: string } {
  const at = evidence.indexOf(' ');
  return { kind: evidence.slice(0, at) as EvidenceKind, key: evidence.slice(at + 1) };
}

/**
 * What a value has in common with values like it: of dates and ends of periods the year, month, day, and the day of the year,
 * which anniversaries share; of quantities the number with its unit and the thing counted.
 */
export function valueEvidence(value: DateValue | PeriodValue | QuantityValue): readonly ValueEvidence[] {
  if (value.kind === 'quantity') return quantityEvidence(value);
  return (value.kind === 'date' ? [value] : [value.start, value.end]).flatMap(dateEvidence);
}

type ValueEvidence = readonly [key: string, strength: number];
/** What each part of a value counts: the year, the month, the day; the number, the thing counted. */
export const part = 0.5;

function dateEvidence({ core: { low, high } }: Denotation): readonly ValueEvidence[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
  const { year, month, day } = civilDay(low);
  const last = civilDay(high);
  if (last.year !== year) return [];
  const keys = [`y${year}`];
  if (last.month === month) keys.push(`m${year}-${month}`);
  if (last.month === month && last.day === day) keys.push(`d${year}-${month}-${day}`, `a${month}-${day}`);
  return keys.map((key) => [key, part]);
}

function quantityEvidence({ number, of, from, to, unit, ordinal }: QuantityValue): readonly ValueEvidence[] {
  const noun = unit === null || isMeasured(unit) ? unit : countedNoun(unit);
  const rank = ordinal ? 'o' : 'n';
  const numbers = [number, of, from, to].filter((one) => one !== null && one !== undefined);
  const thing: readonly ValueEvidence[] = noun === null || ordinal ? [] : [[`u${noun}`, part]];
  return [...numbers.map((one): ValueEvidence => [`${rank}${one} ${noun ?? ''}`, part]), ...thing];
}

/** The head of a counted noun phrase: `country` of `member country`. */
export function countedNoun(unit: string): string {
  return singular(unit.toLowerCase()).split(/\s+/).at(-1) ?? unit;
}
