import { extentOf } from '../values/edtf';
import { civilDay } from '../values/calendar';
import { normalisedKey } from '../values/describe';
import type { QuantityValue } from '../values/value';
import { beginning } from './beginnings';
import type { Cue } from './cueIndex';
import { cuesAt } from './cueIndex';
import type { Found, Reading } from './found';
import { canHave, rangeOf, spanOf } from './found';
import { shifted } from './readArticle';
import type { Reference, Unit } from './readArticle';
import type { PlacedReference } from './syntax';
import { isTime } from './syntax';

/** How many units a winner may stand before the votes. */
const reach = 12;

/** Votes for or against, where it is known in which election: without that, no two counts can be compared. */
export function findVotes(reading: Reading): Found[] {
  const { units, cues } = reading;
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const { value, lower, begins } = units[at]!;
    if ((begins & beginning.votes) !== 0) {
      for (const cue of cuesAt(cues.votes, units, at, 'words')) {
        const told = votes(reading, cue, at, at + cue.words.length);
        if (told) found.push(told);
      }
    }
    if (value?.value?.kind !== 'quantity') continue;
    const last = lower.split(/\s+/).at(-1)!;
    for (const cue of cues.votes.get(last) ?? []) {
      const told = cue.words.length === 1 ? votes(reading, cue, at, at) : null;
      if (told) found.push(told);
    }
  }
  return found;
}

function votes(reading: Reading, cue: Cue, from: number, at: number): Found | null {
  const { units } = reading;
  const quantity = units[at]?.value?.value;
  if (quantity?.kind !== 'quantity' || quantity.ordinal || quantity.unit === 'share') return null;
  const separators = cue.property.separators;
  const subject = supported(reading, cue, from);
  const election = subject && electionOf(reading);
  if (!subject || !election || separators.length !== 1 || separators[0] !== 'election') return null;
  return {
    property: cue.property.id,
    subject: subject.reference,
    value: { kind: 'value', value: units[at]!.value!, written: countOf(quantity) },
    range: rangeOf(subject.at, from, at),
    cue: spanOf(units, { from, to: at + 1 }),
    key: new Map([['election', election]]),
  };
}

function countOf(quantity: QuantityValue): string {
  return normalisedKey({ ...quantity, unit: null, of: null });
}

function supported({ units, lexicon }: Reading, cue: Cue, at: number): PlacedReference | null {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const { kind, lower, reference } = units[i]!;
    if (kind === 'mark' || (kind === 'word' && lexicon.boundaries.has(lower))) return null;
    const isObject = units[i - 1]?.kind === 'word' && (lexicon.prepositions.has(units[i - 1]!.lower) || lexicon.determiners.has(units[i - 1]!.lower));
    if (reference && canHave(cue, reference.type) && !isObject) return { at: i, reference };
  }
  return null;
}

/** The election of the registry that this sentence and the one before can mean: its name has a body named here, and the year where several do. */
function electionOf({ units, previous, registry, text, cues }: Reading): Reference | null {
  const isElection = ({ reference }: Unit) => reference !== null && cues.elections.some(({ id }) => id === reference.entity);
  const before = previous?.units.find(isElection)?.reference;
  if (previous && before) return shifted(before, previous.shift);
  const named = units.find(isElection)?.reference;
  if (named) return named;
  const near = [...(previous?.units ?? []), ...units];
  const bodies = near.flatMap(({ reference }) => (reference?.type === 'organization' ? [registry.entities.get(reference.entity)!] : []));
  const names = bodies.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text.text)]).filter((name) => name.length > 2);
  const fitting = cues.elections.filter(({ name }) => names.some((body) => hasName(name, body)));
  const years = yearsOf(units);
  const dated = fitting.filter(({ name }) => years.some((year) => name.includes(String(year))));
  const meant = dated.length > 0 ? dated : fitting;
  return meant.length === 1 ? { entity: meant[0]!.id, type: 'event', start: 0, end: text.length, anaphor: true } : null;
}

function hasName(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `) || ` ${text} `.includes(` ${name},`);
}

function yearsOf(units: readonly Unit[]): number[] {
  return units.filter(isTime).flatMap(({ value }) => {
    const edtf = value?.value && 'edtf' in value.value ? value.value.edtf : null;
    const extent = edtf === null ? null : extentOf(edtf);
    return extent && Number.isFinite(extent.low) ? [civilDay(extent.low).year] : [];
  });
}
