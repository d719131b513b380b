import { beginning } from './beginnings';
import { cuesAt } from './cueIndex';
import type { Sought } from './cueIndex';
import type { Found, Reading } from './found';
import { canBe, canHave, possessor, rangeOf, spanOf } from './found';
import { shifted } from './readArticle';
import type { PlacedReference, PlacedValue, UnitRange } from './syntax';
import { isTime, objectAt, ownerBefore, phraseAt, subjectBefore, timeAfter, timeAttached, timeBefore } from './syntax';

/** Claims of membership: who is a member of what, and since when (`joined`, kept apart by the organisation). */
export function findMembership(reading: Reading): Found[] {
  const { units } = reading;
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const { begins } = units[at]!;
    if ((begins & beginning.members) !== 0) found.push(...memberOf(reading, at));
    if ((begins & beginning.joining) !== 0) found.push(...joining(reading, at));
    if ((begins & beginning.admissions) !== 0) found.push(...admission(reading, at));
  }
  return found;
}

/** `became a full member of the UN in 1992`, `is a member of the Council`. */
function memberOf(reading: Reading, at: number): Found[] {
  const { units, lexicon, cues } = reading;
  const unit = units[at]!;
  const sought = cues.sought.get('member-of');
  if (!sought || unit.kind !== 'word' || !lexicon.members.has(unit.lower) || !lexicon.of.has(units[at + 1]?.lower ?? '')) return [];
  const body = objectAt(units, at + 2, lexicon);
  if (!body || !canBe(sought, body.reference.type)) return [];
  const verb = verbBefore(reading, at);
  const subject = verb === null ? null : subjectBefore(units, verb, lexicon);
  if (verb === null || !subject || !canHave(sought, subject.reference.type) || subject.reference.entity === body.reference.entity) return [];
  const cue = { from: verb, to: at + 2 };
  const time = timeAfter(units, body.at + 1, lexicon) ?? timeBefore(units, subject.at, lexicon);
  const isEntry = /^(?:became|become|becomes)$/.test(units[verb]!.lower);
  const joined = isEntry && time?.value.kind === 'date' ? joinedClaim(reading, subject, body, time, cue) : [];
  return [relation(reading, subject, body, cue, time), ...joined];
}

/** The verb before `a full member`. */
function verbBefore({ units, lexicon }: Reading, member: number): number | null {
  for (let i = member - 1; i >= Math.max(0, member - 4); i--) {
    const { kind, lower } = units[i]!;
    if (kind !== 'word' || lexicon.prepositions.has(lower)) return null;
    if (lexicon.be.has(lower)) return i;
  }
  return null;
}

/** `joined the UN in 1992`. */
function joining(reading: Reading, at: number): Found[] {
  const { units, lexicon, cues } = reading;
  const sought = cues.sought.get('joined') ?? cues.sought.get('member-of');
  const verb = phraseAt(units, at, lexicon.joining);
  if (!sought || !verb) return [];
  const cue = { from: at, to: at + verb.length };
  const subject = subjectBefore(units, at, lexicon);
  const named = objectAt(units, cue.to, lexicon);
  const body = named ?? unnamedBody(reading, cue.to);
  if (!subject || !body || !canHave(sought, subject.reference.type) || body.reference.type !== 'organization') return [];
  const time = timeAfter(units, named ? named.at + 1 : cue.to, lexicon) ?? timeBefore(units, subject.at, lexicon);
  const joined = time?.value.kind === 'date' ? joinedClaim(reading, subject, body, time, cue) : [];
  const isCue = cuesAt(cues.relations, units, at, 'core').some(({ property }) => property.id === 'member-of');
  return isCue || joined.length > 0 ? joined : [];
}

/** `Peru joined in 1945`: the one organisation that the sentence before names. */
function unnamedBody({ units, previous, lexicon }: Reading, at: number): PlacedReference | null {
  const isBare = (units[at] !== undefined && isTime(units[at])) || (lexicon.datePrepositions.has(units[at]?.lower ?? '') && units[at + 1] !== undefined && isTime(units[at + 1]!));
  if (!isBare || !previous?.isSameParagraph) return null;
  const bodies = previous.units.flatMap(({ reference }) => (reference?.type === 'organization' ? [reference] : []));
  return bodies.length === 1 ? { at: at - 1, reference: { ...shifted(bodies[0]!, previous.shift), anaphor: true } } : null;
}

/** `the 15th anniversary of Peru’s admission to the UN`, `the admission of Peru to the UN in 1992`. */
function admission(reading: Reading, at: number): Found[] {
  const { units, lexicon, cues } = reading;
  const sought = cues.sought.get('joined');
  const unit = units[at]!;
  if (!sought || unit.kind !== 'word' || !lexicon.admissions.has(unit.lower)) return [];
  const owner = ownerBefore(units, at, lexicon, (before) => possessor(reading, sought, before));
  const of = owner === null && lexicon.of.has(units[at + 1]?.lower ?? '') ? entityNear(reading, at + 2, sought) : null;
  const subject = owner ?? of;
  if (!subject || !canHave(sought, subject.reference.type)) return [];
  const body = bodyAfter(reading, of ? of.at + 1 : at + 1);
  if (!body || body.reference.entity === subject.reference.entity) return [];
  const time = timeAttached(units, body.at, lexicon) ?? anniversaryBefore(reading, at);
  return time ? joinedClaim(reading, subject, body, time, { from: at, to: at + 1 }).map((one) => ({ ...one, isPlain: true })) : [];
}

function entityNear({ units, lexicon }: Reading, from: number, sought: Sought): PlacedReference | null {
  const at = units[from]?.kind === 'word' && lexicon.determiners.has(units[from].lower) ? from + 1 : from;
  const reference = units[at]?.reference;
  return reference && canHave(sought, reference.type) ? { at, reference } : null;
}

/** `as a full member of the UN`, `in the UN`. */
function bodyAfter({ units, lexicon }: Reading, from: number): PlacedReference | null {
  for (let i = from; i < from + 8; i++) {
    const unit = units[i];
    if (unit?.kind === 'entity') return unit.reference!.type === 'organization' ? { at: i, reference: unit.reference! } : null;
    if (unit?.kind !== 'word' || (lexicon.boundaries.has(unit.lower) && unit.lower !== 'as')) return null;
  }
  return null;
}

/** The anniversary that this is about: nothing but the reason stands between. */
function anniversaryBefore({ units, lexicon }: Reading, at: number): PlacedValue | null {
  for (let i = at - 1; i >= 0; i--) {
    const unit = units[i]!;
    if (!isTime(unit)) continue;
    return unit.lower.includes(lexicon.anniversary) && unit.value!.value && lexicon.of.has(units[i + 1]?.lower ?? '') ? { at: i, value: unit.value! } : null;
  }
  return null;
}

function joinedClaim({ units, cues }: Reading, subject: PlacedReference, body: PlacedReference, time: PlacedValue, cue: UnitRange): Found[] {
  const separators = cues.sought.get('joined')?.property.separators;
  if (!separators || separators.some((name) => name !== 'organization')) return [];
  return [
    {
      property: 'joined',
      subject: subject.reference,
      value: { kind: 'value', value: time.value },
      range: rangeOf(subject.at, body.at, time.at, cue.from, cue.to - 1),
      cue: spanOf(units, cue),
      ...(separators.length > 0 ? { key: new Map([['organization', body.reference]]) } : {}),
    },
  ];
}

function relation({ units }: Reading, subject: PlacedReference, body: PlacedReference, cue: UnitRange, time: PlacedValue | null): Found {
  return {
    property: 'member-of',
    subject: subject.reference,
    value: { kind: 'entity', reference: body.reference },
    range: rangeOf(subject.at, body.at, cue.from, cue.to - 1),
    cue: spanOf(units, cue),
    ...(time ? { time: time.value } : {}),
  };
}
