import { beginning } from './beginnings';
import type { Cue } from './cueIndex';
import { cuesAt } from './cueIndex';
import type { Found, Reading } from './found';
import { canBe, canHave, rangeOf, spanOf } from './found';
import { placeTypes } from './frames';
import { shifted } from './readArticle';
import type { PlacedReference, PlacedValue, UnitRange } from './syntax';
import { isModifier, isPhraseAt, isTime, objectAt, phraseAt, subjectBefore, timeAfter, timeBefore } from './syntax';

/** How many units a place may stand behind its verb. */
const reach = 8;

/** Claims whose values are entities: of a verb (`was organised by`, `took part in`), and where events take place. */
export function findRelations(reading: Reading): Found[] {
  const { units, cues } = reading;
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const { begins, reference } = units[at]!;
    if ((begins & beginning.relations) !== 0) for (const cue of cuesAt(cues.relations, units, at, 'core')) found.push(...(ofVerb(reading, cue, at) ?? []));
    if (reference) found.push(...placeAttached(reading, at));
  }
  return [...found, ...hosted(reading), ...listed(reading)];
}

function ofVerb(reading: Reading, cue: Cue, at: number): Found[] | null {
  const { units, lexicon } = reading;
  const end = at + cue.core.length;
  const before = subjectBefore(units, at, lexicon);
  if (!before) return null;
  const isPlace = cue.frame.values.length > 0 && cue.frame.values.every((type) => placeTypes.has(type));
  if (isPlace && canHave(cue, before.reference.type)) {
    const place = placeAfter(reading, end) ?? (lexicon.by.has(cue.core.at(-1)!) ? objectAt(units, end, lexicon) : null);
    return place && canBe(cue, place.reference.type) ? [claim(reading, cue.property.id, before, place, { from: at, to: end })] : null;
  }
  if (isPlace || !isPhraseAt(units, at, tail(cue))) return null;
  const after = objectAt(units, at + tail(cue).length, lexicon);
  if (!after || after.reference.entity === before.reference.entity) return null;
  if (canHave(cue, before.reference.type) && canBe(cue, after.reference.type)) {
    return [claim(reading, cue.property.id, before, after, { from: at, to: end })];
  }
  return canHave(cue, after.reference.type) && canBe(cue, before.reference.type)
    ? [claim(reading, cue.property.id, after, before, { from: at, to: end })]
    : null;
}

/** The cue from its core on, with the prepositions after it. */
function tail({ words, core }: Cue): readonly string[] {
  const from = words.findIndex((_, index) => core.every((word, n) => words[index + n] === word));
  return words.slice(from);
}

function placeAfter({ units, lexicon }: Reading, from: number): PlacedReference | null {
  for (let i = from; i < from + reach; i++) {
    const unit = units[i];
    if (!unit || (unit.kind === 'word' && lexicon.boundaries.has(unit.lower)) || unit.kind === 'name') return null;
    if (unit.kind === 'mark' && unit.lower !== ',') return null;
    if (unit.kind === 'word' && lexicon.placePrepositions.has(unit.lower)) {
      const place = objectAt(units, i + 1, lexicon);
      if (place && placeTypes.has(place.reference.type)) return place;
      if (units[i + 1] && !isTime(units[i + 1]!)) return null;
    }
  }
  return null;
}

/** `the summit in Almaty`. */
function placeAttached(reading: Reading, at: number): Found[] {
  const { units, cues, lexicon } = reading;
  const sought = cues.sought.get('place');
  const { reference } = units[at]!;
  if (!sought || !reference || reference.anaphor || !canHave(sought, reference.type)) return [];
  if (!lexicon.placePrepositions.has(units[at + 1]?.lower ?? '')) return [];
  const place = objectAt(units, at + 2, lexicon);
  return place && canBe(sought, place.reference.type) ? [claim(reading, 'place', { at, reference }, place, { from: at + 1, to: at + 2 })] : [];
}

/** `Almaty hosted the summit in 2003`: place and date. */
function hosted(reading: Reading): Found[] {
  const { units, cues, lexicon } = reading;
  const sought = cues.sought.get('place');
  if (!sought) return [];
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const verb = (units[at]!.begins & beginning.hosting) === 0 ? undefined : phraseAt(units, at, lexicon.hosting);
    if (!verb) continue;
    const cue = { from: at, to: at + verb.length };
    const host = subjectBefore(units, at, lexicon);
    if (!host || !canBe(sought, host.reference.type)) continue;
    const event = hostedEvent(reading, cue.to) ?? relativeEvent(reading, host.at);
    if (!event) continue;
    found.push(claim(reading, 'place', event, host, cue));
    const after = event.at > at ? event.at + 1 : cue.to;
    const time = timeAfter(units, after, lexicon) ?? timeBefore(units, host.at, lexicon);
    if (time && cues.sought.has('date')) found.push(dated(reading, event, time, cue));
  }
  return found;
}

function hostedEvent({ units, lexicon }: Reading, from: number): PlacedReference | null {
  for (let i = from; i < from + 5; i++) {
    const unit = units[i];
    if (unit?.kind === 'entity') return unit.reference!.type === 'event' && !isModifier(units, i, lexicon) ? { at: i, reference: unit.reference! } : null;
    if (unit?.kind !== 'word' || lexicon.boundaries.has(unit.lower) || lexicon.prepositions.has(unit.lower)) return null;
  }
  return null;
}

/** `the session, which Almaty is to host`. */
function relativeEvent({ units, lexicon }: Reading, host: number): PlacedReference | null {
  if (!lexicon.relatives.has(units[host - 1]?.lower ?? '')) return null;
  const at = units[host - 2]?.lower === ',' ? host - 3 : host - 2;
  const reference = units[at]?.reference;
  return reference?.type === 'event' ? { at, reference } : null;
}

/** `Norway hosted large forums. This includes the summit of 2003, …`: each of them took place there. */
function listed(reading: Reading): Found[] {
  const { units, cues, lexicon, previous } = reading;
  const sought = cues.sought.get('place');
  const opening = phraseAt(units, 0, lexicon.including);
  if (!sought || !opening || !previous?.isSameParagraph) return [];
  const at = previous.units.findIndex((_, index) => phraseAt(previous.units, index, lexicon.hosting)?.length === 1);
  const host = at < 0 ? undefined : previous.units.slice(0, at).find(({ reference }) => reference && canBe(sought, reference.type))?.reference;
  if (!host) return [];
  const passage = shifted({ start: previous.units[at]!.start, end: previous.units.at(-1)!.start }, previous.shift);
  return units.flatMap(({ reference }, index) =>
    reference?.type === 'event' && !reference.anaphor
      ? [{ ...claim(reading, 'place', { at: index, reference }, { at: index, reference: shifted(host, previous.shift) }, { from: 0, to: opening.length }), passage }]
      : [],
  );
}

function dated({ units }: Reading, event: PlacedReference, time: PlacedValue, cue: UnitRange): Found {
  return {
    property: 'date',
    subject: event.reference,
    value: { kind: 'value', value: time.value },
    range: rangeOf(event.at, time.at, cue.from, cue.to - 1),
    cue: spanOf(units, cue),
  };
}

function claim({ units }: Reading, property: string, subject: PlacedReference, value: PlacedReference, cue: UnitRange): Found {
  return {
    property,
    subject: subject.reference,
    value: { kind: 'entity', reference: value.reference },
    range: rangeOf(subject.at, value.at, cue.from, cue.to - 1),
    cue: spanOf(units, cue),
  };
}
