import type { RecognisedValue } from '../recognition/recogniseValues';
import type { Reference, Unit } from './readArticle';
import type { Phrases, SuggestionWords } from './words';

/** Units of a sentence from `from` to `to`, half-open. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** A reference at its place in the sentence's units. */
export interface PlacedReference {
  readonly at: number;
  readonly reference: Reference;
}

/** A value at its place in the sentence's units. */
export interface PlacedValue {
  readonly at: number;
  readonly value: RecognisedValue;
}

/** How far, in units, a value may stand from its verb, and an apposition may reach. */
const reach = 12;
const longestApposition = 30;

/** Whether the units from `at` on are these words. */
export function isPhraseAt(units: readonly Unit[], at: number, words: readonly string[]): boolean {
  return words.every((word, n) => units[at + n]?.lower === word && units[at + n]?.kind !== 'value');
}

/** The longest of `phrases` that stands at `at`. */
export function phraseAt(units: readonly Unit[], at: number, phrases: Phrases): readonly string[] | undefined {
  return phrases.get(units[at]?.lower ?? '')?.find((words) => isPhraseAt(units, at, words));
}

/**
 * The reference that is the subject of the verb at `at`: right before it but for auxiliaries, adverbs, a relative pronoun and
 * what stands between commas or in brackets. Null when it is within a longer phrase (`the seat of the UN was …`).
 */
export function subjectBefore(units: readonly Unit[], at: number, lexicon: SuggestionWords): PlacedReference | null {
  let i = at - 1;
  let isRelative = false;
  for (; i >= 0; i--) {
    const { kind, lower } = units[i]!;
    if (kind === 'entity') return isRelative ? { at: i, reference: units[i]!.reference! } : placedHead(units, i, lexicon);
    if (lower === ')') {
      i = openingBefore(units, i, '(');
      if (i < 0) return null;
    } else if (lower === ',') {
      const opening = openingBefore(units, i, ',');
      const isAround = opening > 0 && (units[opening - 1]!.kind === 'entity' || units[opening - 1]!.lower === ')');
      if (!isAround && i === at - 1 && units[i - 1]?.kind === 'entity') return placedHead(units, i - 1, lexicon);
      if (opening < 0) return null;
      if (opening === i - 2 && units[i - 1]!.kind === 'entity' && units[opening - 1]?.kind === 'word') {
        return { at: i - 1, reference: units[i - 1]!.reference! };
      }
      i = opening;
      isRelative ||= units[i + 1]?.kind === 'word' && lexicon.relatives.has(units[i + 1]!.lower);
    } else if (kind === 'word' && lexicon.relatives.has(lower)) {
      isRelative = true;
      if (units[i - 1]?.lower === ',') i--;
    } else if (kind !== 'word' || !isAuxiliary(lower, lexicon)) return null;
  }
  return null;
}

function placedHead(units: readonly Unit[], at: number, lexicon: SuggestionWords): PlacedReference | null {
  return isHead(units, at, lexicon) ? { at, reference: units[at]!.reference! } : null;
}

function openingBefore(units: readonly Unit[], at: number, mark: string): number {
  for (let i = at - 1; i >= Math.max(0, at - longestApposition); i--) {
    if (units[i]!.lower === mark) return i;
    if (/^[;:“”"!?]$/.test(units[i]!.lower)) return -1;
  }
  return -1;
}

export function isAuxiliary(word: string, lexicon: SuggestionWords): boolean {
  return lexicon.auxiliaries.has(word) || (lexicon.adverbEnding?.test(word) ?? false);
}

/** Whether no preposition makes the reference part of a longer phrase before it. */
export function isHead(units: readonly Unit[], at: number, lexicon: SuggestionWords): boolean {
  let i = at - 1;
  while (units[i]?.kind === 'word' && lexicon.determiners.has(units[i]!.lower)) i--;
  const before = units[i];
  if (before?.kind === 'name' || before?.kind === 'entity') return false;
  if (before?.kind !== 'word') return true;
  return !lexicon.prepositions.has(before.lower) && !lexicon.possessiveEndings.has(before.lower);
}

/** Whether the reference only describes the noun after it (`UN agencies`, `Kazakhstan’s capital`). */
export function isModifier(units: readonly Unit[], at: number, lexicon: SuggestionWords): boolean {
  const after = units[at + 1];
  if (!after || after.kind === 'mark') return after?.lower === "'" || after?.lower === '’';
  if (after.kind === 'value') return after.value!.kind === 'quantity';
  if (after.kind !== 'word') return true;
  const { lower } = after;
  const isFunction = lexicon.prepositions.has(lower) || lexicon.boundaries.has(lower) || isAuxiliary(lower, lexicon) || lexicon.determiners.has(lower) || lexicon.speech.has(lower) || (lexicon.pastEnding?.test(lower) ?? false);
  return !isFunction || lexicon.possessiveEndings.has(lower);
}

/** The reference at `from`, articles and adjectives before it skipped up to `skip` units; only where it stands for itself. */
export function objectAt(units: readonly Unit[], from: number, lexicon: SuggestionWords, skip = 2): PlacedReference | null {
  for (let i = from; i <= from + skip; i++) {
    const unit = units[i];
    if (unit?.kind === 'entity') return isModifier(units, i, lexicon) ? null : { at: i, reference: unit.reference! };
    if (unit?.kind !== 'word' || !lexicon.determiners.has(unit.lower)) return null;
  }
  return null;
}

export function isTime({ value }: Unit): boolean {
  return value !== null && value.kind !== 'quantity';
}

function usable(unit: Unit): RecognisedValue | null {
  return unit.value?.value ? unit.value : null;
}

/** The first date or period after a verb and within its clause. */
export function timeAfter(units: readonly Unit[], from: number, lexicon: SuggestionWords): PlacedValue | null {
  for (let i = from; i < Math.min(units.length, from + reach); i++) {
    const unit = units[i]!;
    if (isTime(unit)) {
      const value = lexicon.forTimes.has(units[i - 1]?.lower ?? '') ? null : usable(unit);
      return value && { at: i, value };
    }
    if (unit.kind === 'name' && i > from && !isPlaced(units, i, lexicon)) return null;
    if (unit.kind === 'word' && lexicon.boundaries.has(unit.lower) && !isDirection(units, i, lexicon)) return null;
    if (unit.kind === 'mark' && !/^[,-]$/.test(unit.lower)) return null;
  }
  return null;
}

/** `to the post of`, unlike `to mark`. */
function isDirection(units: readonly Unit[], at: number, lexicon: SuggestionWords): boolean {
  return lexicon.infinitives.has(units[at]!.lower) && lexicon.determiners.has(units[at + 1]?.lower ?? '');
}

function isPlaced(units: readonly Unit[], at: number, lexicon: SuggestionWords): boolean {
  return lexicon.prepositions.has(units[at - 1]?.lower ?? '') || lexicon.determiners.has(units[at - 1]?.lower ?? '') || units[at - 1]?.lower === ',';
}

/** The date with which the clause of the subject at `subject` begins: `In 1945 the UN …`, `…, in 2011, an envoy, Ann Lee, …`. */
export function timeBefore(units: readonly Unit[], subject: number, lexicon: SuggestionWords): PlacedValue | null {
  for (let i = subject - 1; i >= Math.max(0, subject - reach); i--) {
    const unit = units[i]!;
    if (isTime(unit)) {
      const value = usable(unit);
      return value && beginsClause(units, i, lexicon) ? { at: i, value } : null;
    }
    if (unit.kind === 'entity' || unit.kind === 'name') return null;
    if (unit.kind === 'word' && lexicon.boundaries.has(unit.lower)) return null;
    if (unit.kind === 'mark' && unit.lower !== ',') return null;
  }
  return null;
}

function beginsClause(units: readonly Unit[], at: number, lexicon: SuggestionWords): boolean {
  let i = at - 1;
  if (units[i]?.kind === 'word' && lexicon.datePrepositions.has(units[i]!.lower)) i--;
  const before = units[i];
  if (!before || before.kind === 'mark') return true;
  return before.kind === 'word' && lexicon.conjunctions.has(before.lower);
}

/** A date attached to the thing at `at`: `E in 2007`, `E in Almaty in May`, `E (2007)`, `the 2007 E`. */
export function timeAttached(units: readonly Unit[], at: number, lexicon: SuggestionWords): PlacedValue | null {
  const before = units[at - 1];
  if (before && isTime(before) && lexicon.determiners.has(units[at - 2]?.lower ?? '')) {
    const value = usable(before);
    if (value) return { at: at - 1, value };
  }
  let hasPreposition = false;
  for (let i = at + 1; i <= at + 8; i++) {
    const unit = units[i];
    if (!unit) return null;
    if (isTime(unit)) {
      const value = usable(unit);
      return value && hasPreposition ? { at: i, value } : null;
    }
    const isPreposition = unit.kind === 'word' && (lexicon.datePrepositions.has(unit.lower) || lexicon.placePrepositions.has(unit.lower));
    if (isPreposition || (unit.lower === '(' && i === at + 1)) hasPreposition = true;
    else if (unit.lower === ',' && hasPreposition) continue;
    else if (unit.kind === 'word' && lexicon.determiners.has(unit.lower)) continue;
    else if ((unit.kind === 'entity' || unit.kind === 'name') && lexicon.placePrepositions.has(units[i - 1]?.lower ?? '')) continue;
    else return null;
  }
  return null;
}

/** The entity that `its` or an owner before the unit at `at` names: `the UN’s creation`, `since its creation`. */
export function ownerBefore(
  units: readonly Unit[],
  at: number,
  lexicon: SuggestionWords,
  resolve: (before: number) => PlacedReference | null,
): PlacedReference | null {
  const before = units[at - 1];
  if (before?.kind !== 'word') return null;
  if (lexicon.possessives.has(before.lower)) return resolve(at - 1);
  const owner = units[at - 2];
  return lexicon.possessiveEndings.has(before.lower) && owner?.kind === 'entity' ? { at: at - 2, reference: owner.reference! } : null;
}
