import type { QuantityValue } from '../values/value';
import { beginning } from './beginnings';
import type { Cue } from './cueIndex';
import { cuesAt } from './cueIndex';
import type { Found, Reading } from './found';
import { canHave, possessor, rangeOf, spanOf } from './found';
import type { Reference, Unit } from './readArticle';
import type { PlacedReference, UnitRange } from './syntax';
import { isHead, isModifier, ownerBefore, subjectBefore } from './syntax';

/** Claims whose values are quantities: `has 192 members`, `187 of 192 members of the UN`, `a population of 17 million`, `30 people died in the fire`. */
export function findCounts(reading: Reading): Found[] {
  const { units, cues } = reading;
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const { begins, value } = units[at]!;
    if ((begins & beginning.counts) !== 0) {
      for (const cue of cuesAt(cues.counts, units, at, 'words')) {
        const told = cue.property.id === 'member-count' ? memberChange(reading, cue, at) : (nounThenNumber(reading, cue, at) ?? verbThenNumber(reading, cue, at) ?? numberThenVerb(reading, cue, at));
        if (told) found.push(told);
      }
    }
    const quantity = value && quantityAt(units[at]!);
    if (!quantity) continue;
    for (const cue of cuesInside(reading, units[at]!)) {
      const told = cue.property.id === 'member-count' ? memberCount(reading, cue, at, quantity) : countedOf(reading, cue, at);
      if (told) found.push(told);
    }
    const union = uniting(reading, at);
    if (union) found.push(union);
  }
  return found;
}

function quantityAt({ value }: Unit): QuantityValue | null {
  return value?.value?.kind === 'quantity' && !value.value.ordinal ? value.value : null;
}

/** Cues within the words of a quantity: `members` in `192 members`. */
function cuesInside({ cues, lexicon }: Reading, unit: Unit): Cue[] {
  const words = unit.lower.split(/[^\p{L}\p{N}'’-]+/u);
  const found: Cue[] = [];
  for (const [at, word] of words.entries()) {
    for (const cue of cues.counts.get(word) ?? []) {
      const isHere = cue.words.every((one, n) => words[at + n] === one) && !lexicon.prepositions.has(cue.words.at(-1)!);
      if (isHere && !found.some((other) => other.property === cue.property)) found.push(cue);
    }
  }
  return found;
}

/** The whole of an organisation's members, never some of them: after `the`, `all`, `out of`, or `has`. */
function memberCount(reading: Reading, cue: Cue, at: number, quantity: QuantityValue): Found | null {
  const { units, lexicon } = reading;
  const unit = units[at]!;
  const written = quantity.of === null ? undefined : String(quantity.of);
  const inner = unit.inner.find(({ type }) => canHave(cue, type));
  const of = lexicon.of.has(units[at + 1]?.lower ?? '') ? referenceAfter(reading, at + 2, cue) : null;
  const isWhole = written !== undefined || lexicon.wholes.has(units[at - 1]?.lower ?? '');
  if (quantity.unit === 'share') return null;
  const named = of ?? (inner ? { at, reference: inner } : null);
  if (named && isWhole) return count(reading, cue, named, at, { from: at, to: at + 1 }, written);
  const verb = units[at - 1];
  if (verb?.kind !== 'word' || !lexicon.uniting.has(verb.lower) || of || inner || written !== undefined) return null;
  const subject = subjectBefore(units, at - 1, lexicon);
  return subject && canHave(cue, subject.reference.type) ? count(reading, cue, subject, at, { from: at - 1, to: at + 1 }) : null;
}

/** `the council, which unites more than 50 countries`. */
function uniting(reading: Reading, at: number): Found | null {
  const { units, lexicon, cues } = reading;
  const sought = cues.sought.get('member-count');
  const verb = units[at - 1];
  const quantity = quantityAt(units[at]!)!;
  if (!sought || verb?.kind !== 'word' || !/^(?:unites|united|comprises|comprised|groups|объединяет|насчитывает)$/u.test(verb.lower)) return null;
  if (quantity.unit === null || !/(?:^|\s)(?:countr(?:y|ies)|states?|nations?|members?|стран[аы]?|государств[ао]?|член)$/iu.test(quantity.unit)) return null;
  const subject = subjectBefore(units, at - 1, lexicon) ?? appositive(reading, at - 1);
  const cue = { ...sought, words: [], core: [] };
  return subject && canHave(sought, subject.reference.type) ? count(reading, cue, subject, at, { from: at - 1, to: at + 1 }) : null;
}

/** `The Council (UNC), the largest regional body that unites …`: what the apposition is about. */
function appositive({ units, lexicon }: Reading, verb: number): PlacedReference | null {
  let i = verb - 1;
  if (!lexicon.relatives.has(units[i]?.lower ?? '')) return null;
  while (i >= 0 && units[i]!.kind === 'word') i--;
  if (units[i]?.lower !== ',') return null;
  i--;
  if (units[i]?.lower === ')') i--;
  const reference = units[i]?.reference;
  return reference ? { at: i, reference } : null;
}

/** `the number of member countries grew from 51 to 192`. */
function memberChange(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  if (!lexicon.of.has(units[at - 1]?.lower ?? '') || !lexicon.countNouns.has(units[at - 2]?.lower ?? '')) return null;
  const end = at + cue.words.length;
  for (let i = end; i < Math.min(units.length, end + 6); i++) {
    const quantity = quantityAt(units[i]!);
    if (quantity) {
      const of = lexicon.of.has(units[end]?.lower ?? '') ? referenceAfter(reading, end + 1, cue) : null;
      const its = units.findIndex(({ kind, lower }, n) => n < i && kind === 'word' && lexicon.possessives.has(lower));
      const subject = of ?? (its < 0 ? null : possessor(reading, cue, its));
      const isFinal = quantity.to !== undefined && quantity.from !== undefined && quantity.mode !== 'range';
      if (!subject || (quantity.from !== undefined && !isFinal)) return null;
      return count(reading, cue, subject, i, { from: at - 2, to: end }, isFinal ? String(quantity.to) : undefined);
    }
    if (units[i]!.kind === 'mark' || lexicon.boundaries.has(units[i]!.lower)) return null;
  }
  return null;
}

/** `Peru’s population of 30 million`, `the population of Peru is 30 million`, `has a budget of 5 billion USD`. */
function nounThenNumber(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  let i = at + cue.words.length;
  const of = lexicon.of.has(units[i]?.lower ?? '') ? referenceAfter(reading, i + 1, cue) : null;
  if (of) i = of.at + 1;
  let steps = 0;
  while (units[i]?.kind === 'word' && steps < 4 && isLink(reading, units[i]!.lower)) {
    i++;
    steps++;
  }
  if (!units[i] || !quantityAt(units[i]!) || steps === 0) return null;
  const subject = of ?? ownerBefore(units, at, lexicon, (before) => possessor(reading, cue, before)) ?? haver(reading, at);
  return subject && canHave(cue, subject.reference.type) ? count(reading, cue, subject, i, { from: at, to: at + cue.words.length }) : null;
}

function isLink({ lexicon }: Reading, word: string): boolean {
  return lexicon.be.has(word) || lexicon.of.has(word) || lexicon.auxiliaries.has(word) || /^(?:at|to|reached|stood|stands|rose|fell|grew|exceeds|exceeded|totalled|totaled|numbered|numbers)$/.test(word);
}

/** `Peru has a population`, `Peru, with a population`. */
function haver({ units, lexicon }: Reading, noun: number): PlacedReference | null {
  let i = noun - 1;
  while (i > noun - 4 && units[i]?.kind === 'word' && !lexicon.have.has(units[i]!.lower)) i--;
  if (units[i]?.kind !== 'word' || !lexicon.have.has(units[i]!.lower)) return null;
  const comma = units[i - 1]?.lower === ',' ? i - 2 : -1;
  const reference = units[comma]?.reference;
  return reference ? { at: comma, reference } : subjectBefore(units, i, lexicon);
}

/** `The bridge cost 5 million USD`, `the summit was attended by 500 people`. */
function verbThenNumber(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  let i = at + cue.words.length;
  if (lexicon.by.has(units[i]?.lower ?? '') || lexicon.determiners.has(units[i]?.lower ?? '')) i++;
  if (!units[i] || !quantityAt(units[i]!)) return null;
  const subject = subjectBefore(units, at, lexicon);
  return subject && canHave(cue, subject.reference.type) ? count(reading, cue, subject, i, { from: at, to: at + cue.words.length }) : null;
}

/** `30 people were killed in the fire`, `500 people attended the summit`. */
function numberThenVerb(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  let i = at - 1;
  while (units[i]?.kind === 'word' && lexicon.auxiliaries.has(units[i]!.lower)) i--;
  if (i < 0 || !quantityAt(units[i]!)) return null;
  const end = at + cue.words.length;
  const from = units[end]?.kind === 'word' && (lexicon.placePrepositions.has(units[end].lower) || /^(?:during|by)$/.test(units[end].lower)) ? end + 1 : end;
  const subject = referenceAfter(reading, from, cue);
  return subject && subject.reference.type === 'event' ? count(reading, cue, subject, i, { from: at, to: end }) : null;
}

/** `17 million inhabitants of Lima`, `almost 500 explosions at the test site`, `Lima has 9 million inhabitants`. */
function countedOf(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  const next = units[at + 1];
  const isTied = next?.kind === 'word' && (lexicon.of.has(next.lower) || lexicon.placePrepositions.has(next.lower));
  const of = isTied ? referenceAfter(reading, at + 2, cue) : null;
  if (of) return isHead(units, at, lexicon) || units[at - 1]?.kind !== 'word' ? count(reading, cue, of, at, { from: at, to: at + 1 }) : null;
  const verb = units[at - 1];
  if (verb?.kind !== 'word' || !lexicon.have.has(verb.lower)) return null;
  const subject = subjectBefore(units, at - 1, lexicon);
  return subject && canHave(cue, subject.reference.type) ? count(reading, cue, subject, at, { from: at - 1, to: at + 1 }) : null;
}

function referenceAfter({ units, lexicon }: Reading, from: number, cue: Cue): PlacedReference | null {
  for (let i = from; i <= from + 1; i++) {
    const unit = units[i];
    if (unit?.kind === 'entity') return canHave(cue, unit.reference!.type) && !isModifier(units, i, lexicon) ? { at: i, reference: unit.reference! } : null;
    if (unit?.kind !== 'word' || !lexicon.determiners.has(unit.lower)) return null;
  }
  return null;
}

function count(reading: Reading, cue: Cue, subject: PlacedReference, at: number, cueRange: UnitRange, written?: string): Found {
  const { units } = reading;
  const reference: Reference = subject.reference;
  return {
    property: cue.property.id,
    subject: reference,
    value: { kind: 'value', value: units[at]!.value!, ...(written === undefined ? {} : { written }) },
    range: rangeOf(Math.min(subject.at, units.length - 1), at, cueRange.from, cueRange.to - 1),
    cue: spanOf(units, cueRange),
  };
}
