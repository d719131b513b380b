import { beginning } from './beginnings';
import type { Cue } from './cueIndex';
import { cuesAt } from './cueIndex';
import type { Found, Reading } from './found';
import { canHave, possessor, rangeOf, spanOf } from './found';
import type { PlacedReference, PlacedValue } from './syntax';
import { isAuxiliary, isHead, isPhraseAt, objectAt, ownerBefore, subjectBefore, timeAfter, timeAttached, timeBefore } from './syntax';

/** Claims whose values are dates and periods: of a verb, of a noun (`its creation in 1945`), attached to an event's name, or told by a property's label. */
export function findTimes(reading: Reading): Found[] {
  const { units, cues, lexicon } = reading;
  const found: Found[] = [];
  const date = cues.sought.get('date');
  for (let at = 0; at < units.length; at++) {
    const { begins, reference } = units[at]!;
    if ((begins & beginning.times) !== 0) {
      for (const cue of cuesAt(cues.times, units, at, 'core')) {
        const told = timeOfVerb(reading, cue, at) ?? timeOfObject(reading, cue, at);
        if (told) found.push(told);
      }
    }
    if ((begins & beginning.nouns) !== 0) {
      for (const cue of cuesAt(cues.nouns, units, at, 'words')) {
        const told = timeOfNoun(reading, cue, at);
        if (told) found.push(told);
      }
    }
    if (date && reference && !reference.anaphor && canHave(date, reference.type)) {
      const time = timeAttached(units, at, lexicon);
      if (time) found.push(claim('date', { at, reference }, time, { from: at, to: at + 1 }, reading));
    }
  }
  if (units.some(({ begins }) => (begins & beginning.labels) !== 0)) {
    for (const cue of cues.labels) {
      const told = timeOfLabel(reading, cue);
      if (told) found.push(told);
    }
  }
  return found;
}

function timeOfVerb(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  const end = at + cue.core.length;
  const subject = subjectBefore(units, at, lexicon) ?? complement(reading, cue, end);
  if (!subject || !canHave(cue, subject.reference.type)) return null;
  const time = timeAfter(units, Math.max(end, subject.at + 1), lexicon) ?? timeBefore(units, Math.min(at, subject.at), lexicon);
  return time && fits(cue, time) ? claim(cue.property.id, subject, time, { from: at, to: end }, reading) : null;
}

/** `the first office in Peru opened in 1993`, where a case has `first office` for a cue. */
function complement({ units, lexicon }: Reading, { frame }: Cue, end: number): PlacedReference | null {
  const preposition = units[end]?.lower ?? '';
  if (frame.subjects.length > 0 || !(lexicon.of.has(preposition) || lexicon.placePrepositions.has(preposition))) return null;
  return objectAt(units, end + 1, lexicon);
}

/** `In 2003 the Council appointed her`. */
function timeOfObject(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  const verb = (lexicon.actives.get(cue.property.id) ?? []).find((words) => isPhraseAt(units, at, words));
  if (!verb) return null;
  const actor = subjectBefore(units, at, lexicon);
  const object = objectAt(units, at + verb.length, lexicon);
  if (!actor || actor.reference.anaphor || !object || !canHave(cue, object.reference.type)) return null;
  const time = timeAfter(units, object.at + 1, lexicon) ?? timeBefore(units, titledFrom(reading, actor.at), lexicon);
  return time && fits(cue, time) ? claim(cue.property.id, object, time, { from: at, to: at + verb.length }, reading) : null;
}

/** Where a name begins with the words of an office before it. */
function titledFrom({ units, cues }: Reading, at: number): number {
  for (let from = Math.max(0, at - 4); from < at; from++) {
    for (const cue of cuesAt(cues.offices, units, from, 'words')) if (from + cue.words.length === at) return from;
  }
  return at;
}

function timeOfNoun(reading: Reading, cue: Cue, at: number): Found | null {
  const { units, lexicon } = reading;
  const end = at + cue.words.length;
  const owner = ownerBefore(units, at, lexicon, (before) => possessor(reading, cue, before));
  const of = lexicon.of.has(units[end]?.lower ?? '') ? objectAt(units, end + 1, lexicon) : null;
  const subject = of ?? owner;
  if (!subject || !canHave(cue, subject.reference.type)) return null;
  const time = timeAttached(units, of ? of.at : end - 1, lexicon);
  return time && fits(cue, time) ? { ...claim(cue.property.id, subject, time, { from: at, to: end }, reading), isPlain: true } : null;
}

/** Every word of the label that is no function word stands in the sentence: `first office opened`, `the first office … was opened in 1993`. */
function timeOfLabel(reading: Reading, cue: Cue): Found | null {
  const { units, lexicon } = reading;
  const content = cue.words.filter((word) => word.length > 1 && !lexicon.prepositions.has(word) && !lexicon.determiners.has(word));
  if (content.length < 2) return null;
  const places = content.map((word) => units.findIndex((unit) => unit.kind !== 'value' && unit.lower === word));
  if (places.some((place) => place < 0)) return null;
  const cueRange = rangeOf(...places);
  if (cueRange.to - cueRange.from > content.length + 6) return null;
  const subject = units.findIndex(({ reference }, at) => reference !== null && reference.type !== 'person' && !places.includes(at) && at < cueRange.to);
  if (subject < 0 || (subject < cueRange.from && !isActor(reading, subject, cueRange.from))) return null;
  const time = timeAfter(units, cueRange.to, lexicon) ?? timeBefore(units, Math.min(subject, cueRange.from), lexicon);
  return time && fits(cue, time) ? claim(cue.property.id, { at: subject, reference: units[subject]!.reference! }, time, cueRange, reading) : null;
}

/** Whether the thing is the subject of what follows: nothing but auxiliaries between. */
function isActor({ units, lexicon }: Reading, subject: number, to: number): boolean {
  return isHead(units, subject, lexicon) && units.slice(subject + 1, to).every(({ kind, lower }) => kind === 'word' && isAuxiliary(lower, lexicon));
}

/** A date may be told as a closed period; never as one without end. */
function fits({ property }: Cue, { value }: PlacedValue): boolean {
  const edtf = value.value && 'edtf' in value.value ? value.value.edtf : '';
  return property.value === 'period' ? value.kind === 'period' : !/^\.\.|^\/|\.\.$|\/$/.test(edtf);
}

function claim(property: string, subject: PlacedReference, time: PlacedValue, cue: { from: number; to: number }, { units }: Reading): Found {
  return {
    property,
    subject: subject.reference,
    value: { kind: 'value', value: time.value },
    range: rangeOf(subject.at, time.at, cue.from, cue.to - 1),
    cue: spanOf(units, cue),
  };
}
