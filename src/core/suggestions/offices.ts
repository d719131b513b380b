import { beginsUpper } from '../text/folding';
import type { Cue } from './cueIndex';
import { beginning } from './beginnings';
import { cuesAt } from './cueIndex';
import type { Found, Reading } from './found';
import { canBe, canHave, rangeOf, spanOf } from './found';
import type { Reference, Unit } from './readArticle';
import type { PlacedReference, UnitRange } from './syntax';
import { isPhraseAt, isTime, objectAt, phraseAt, subjectBefore } from './syntax';

/** Claims of who holds an office or plays a role: `President Ann Lee of Peru`, `Bob Ray, the founder of Acme`, `Lima, the capital`. */
export function findOffices(reading: Reading): Found[] {
  const { units, cues } = reading;
  const found: Found[] = [];
  const add = (cue: Cue, from: number, length: number, holder: PlacedReference | null): void => {
    const told = isOtherOffice(reading, from) ? null : holding(reading, cue, { from, to: from + length }, holder);
    if (told) found.push(told);
  };
  for (let at = 0; at < units.length; at++) {
    const { kind, begins } = units[at]!;
    if (kind === 'entity') {
      const title = titleInside(reading, at);
      if (title) add(title.cue, at, 1, title.holder);
    } else if ((begins & beginning.offices) !== 0) {
      for (const cue of cuesAt(cues.offices, units, at, 'words')) add(cue, at, cue.words.length, null);
    }
  }
  return found;
}

/** Aliases that begin with a title (`President Lee` as a name in the registry), or are one and stand before the name itself. */
function titleInside({ cues, text, units, lexicon }: Reading, at: number): { readonly cue: Cue; readonly holder: PlacedReference } | null {
  const unit = units[at]!;
  const { reference } = unit;
  if (!reference || reference.anaphor) return null;
  const written = unit.lower.split(/\s+/);
  const words = lexicon.determiners.has(written[0]!) ? written.slice(1) : written;
  const titles = cues.offices.get(words[0] ?? '');
  if (!titles || !/\p{Lu}/u.test(text.slice(unit.start, unit.end))) return null;
  const next = units[at + 1]?.lower === ',' ? at + 2 : at + 1;
  const named = units[next]?.reference ?? null;
  const isBeforeName = named?.entity === reference.entity;
  const cue = titles.find((title) => title.words.every((word, n) => words[n] === word) && (isBeforeName || title.words.length < words.length));
  if (!cue) return null;
  return { cue, holder: cue.words.length < words.length ? { at, reference } : { at: next, reference: named! } };
}

/** `Deputy Foreign Minister`, `former President`, `Vice-President` are others. */
function isOtherOffice({ units, lexicon }: Reading, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const { kind, lower } = units[i]!;
    if (kind === 'mark' && /^[-‐–]$/.test(lower)) continue;
    if (kind === 'value' && units[i]!.value!.kind === 'quantity') continue;
    if (kind !== 'word') return false;
    if (lexicon.otherOffice.has(lower)) return true;
    if (lexicon.prepositions.has(lower) || lexicon.boundaries.has(lower)) return false;
  }
  return false;
}

interface Holding {
  readonly subject: PlacedReference | 'own';
  readonly holder: PlacedReference;
}

function holding(reading: Reading, cue: Cue, title: UnitRange, inside: PlacedReference | null): Found | null {
  const told = inside ? beforeHolder(reading, cue, title, inside) : (ofSubject(reading, cue, title) ?? withoutOf(reading, cue, title));
  if (!told) return null;
  const own = told.subject === 'own' ? ownSubject(reading, cue, told.holder) : null;
  const subject = told.subject === 'own' ? own : told.subject.reference;
  if (!subject || subject.entity === told.holder.reference.entity) return null;
  if (!canHave(cue, subject.type) || !canBe(cue, told.holder.reference.type)) return null;
  const places = [told.holder.at, title.from, title.to - 1, ...(told.subject === 'own' ? [] : [told.subject.at])];
  return {
    property: cue.property.id,
    subject,
    value: { kind: 'entity', reference: told.holder.reference },
    range: rangeOf(...places),
    cue: spanOf(reading.units, title),
    isPlain: true,
  };
}

/** `Foreign Minister of Peru Ann Lee`, `Ann Lee, the Foreign Minister of Peru`, `Ann Lee is Foreign Minister of Peru`. */
function ofSubject(reading: Reading, cue: Cue, title: UnitRange): Holding | null {
  const { units, lexicon } = reading;
  const hasOf = lexicon.of.has(units[title.to]?.lower ?? '');
  const subject = hasOf || lexicon.of.size === 0 ? entityAfter(reading, hasOf ? title.to + 1 : title.to) : null;
  if (!subject || !canHave(cue, subject.reference.type)) return null;
  const after = units[subject.at + 1];
  const next = after?.lower === ',' ? units[subject.at + 2] : after;
  const nextAt = after?.lower === ',' ? subject.at + 2 : subject.at + 1;
  const be = after?.kind === 'word' && lexicon.be.has(after.lower) ? objectAt(units, subject.at + 2, lexicon) : null;
  const follower = be ?? (next?.reference && !next.reference.anaphor ? { at: nextAt, reference: next.reference } : null);
  const isCapitalised = beginsUpper(reading.text.slice(units[title.from]!.start));
  if (follower && canBe(cue, follower.reference.type) && (after?.lower !== ',' || isCapitalised || beginsWithArticle(reading, title))) {
    return { subject, holder: follower };
  }
  const holder = holderBefore(reading, title.from);
  return holder && canBe(cue, holder.reference.type) ? { subject, holder } : null;
}

function entityAfter({ units, lexicon }: Reading, from: number): PlacedReference | null {
  for (let i = from; i <= from + 1; i++) {
    const unit = units[i];
    if (unit?.kind === 'entity') return { at: i, reference: unit.reference! };
    if (unit?.kind !== 'word' || !lexicon.determiners.has(unit.lower)) return null;
  }
  return null;
}

function beginsWithArticle({ units, lexicon }: Reading, title: UnitRange): boolean {
  return lexicon.determiners.has(units[title.from - 1]?.lower ?? '');
}

/** `Ann Lee, the`, `Ann Lee is the`, `Ann Lee, who has been`, before a title. */
function holderBefore({ units, lexicon }: Reading, title: number): PlacedReference | null {
  let i = title - 1;
  while (units[i]?.kind === 'word' && lexicon.determiners.has(units[i]!.lower)) i--;
  const mark = units[i];
  if (mark?.lower === ',' || mark?.lower === '(') return entityAt(units, i - 1);
  if (mark?.kind !== 'word' || !(lexicon.be.has(mark.lower) || mark.lower === 'been')) return null;
  return subjectBefore(units, i, lexicon);
}

function entityAt(units: readonly Unit[], at: number): PlacedReference | null {
  const reference = units[at]?.reference;
  return reference ? { at, reference } : null;
}

/** `Peru’s Foreign Minister Ann Lee`, `our capital is Lima`, `Ann Lee, Minister of Foreign Affairs,`. */
function withoutOf(reading: Reading, cue: Cue, title: UnitRange): Holding | null {
  const { units, lexicon } = reading;
  if (lexicon.of.has(units[title.to]?.lower ?? '')) return null;
  const after = units[title.to];
  if (after?.kind === 'word' && lexicon.be.has(after.lower) && after.lower !== 'became') {
    const owner = ownerOf(reading, title.from);
    const holder = objectAt(units, title.to + 1, lexicon);
    return owner && holder ? { subject: owner, holder } : null;
  }
  const isComma = after?.lower === ',';
  const next = entityAt(units, isComma ? title.to + 1 : title.to);
  if (next && !next.reference.anaphor && canBe(cue, next.reference.type)) return beforeHolder(reading, cue, title, next);
  const isEnd = !after || after.kind === 'mark' || isTime(after) || (after.kind === 'word' && (lexicon.prepositions.has(after.lower) || lexicon.conjunctions.has(after.lower)));
  const holder = isEnd ? holderBefore(reading, ownerStart(reading, title.from)) : null;
  if (!holder || !canBe(cue, holder.reference.type)) return null;
  return { subject: ownerOf(reading, title.from) ?? 'own', holder };
}

function beforeHolder(reading: Reading, cue: Cue, title: UnitRange, holder: PlacedReference): Holding {
  const owner = ownerOf(reading, title.from);
  return { subject: owner && (owner === 'own' || canHave(cue, owner.reference.type)) ? owner : 'own', holder };
}

/** `Peru’s`, `Peru` or `our` right before a title. */
function ownerOf({ units, lexicon, own }: Reading, title: number): PlacedReference | 'own' | null {
  const before = units[title - 1];
  if (before?.kind === 'entity') return { at: title - 1, reference: before.reference! };
  if (before?.kind !== 'word') return null;
  if (lexicon.own.has(before.lower)) return own === null ? null : 'own';
  return lexicon.possessiveEndings.has(before.lower) ? entityAt(units, title - 2) : null;
}

function ownerStart({ units, lexicon }: Reading, title: number): number {
  const before = units[title - 1];
  if (before?.kind === 'entity') return title - 1;
  return before?.kind === 'word' && lexicon.possessiveEndings.has(before.lower) && units[title - 2]?.kind === 'entity' ? title - 2 : title;
}

/**
 * The country meant by an office named without it: the one that the article is mostly about. Never where the sentence names
 * another; beside a name (`President Lee`) only where the sentence tells what one does at home (`signed the country’s law`).
 */
function ownSubject({ units, own, lexicon, registry }: Reading, cue: Cue, holder: PlacedReference): Reference | null {
  if (own === null || !cue.frame.subjects.includes('country')) return null;
  const other = units.some(({ reference }) => reference?.type === 'country' && reference.entity !== own);
  if (other) return null;
  const title = units[holder.at - 1];
  const isApposition = title?.lower === ',' || units[holder.at + 1]?.lower === ',';
  const isOurs = units.some(({ kind, lower }) => kind === 'word' && lexicon.own.has(lower)) && cue.property.value === 'entity';
  const after = units.slice(holder.at + 1, holder.at + 4);
  const acts = after.some(({ kind, lower }) => kind === 'word' && lexicon.domesticActs.has(lower));
  const isHome = acts && units.some(({ reference }, at) => reference?.entity === own && lexicon.possessiveEndings.has(units[at + 1]?.lower ?? ''));
  if (!isApposition && !isOurs && !isHome) return null;
  return { entity: own, type: registry.entities.get(own)?.type ?? 'country', start: units[holder.at]!.start, end: units[holder.at]!.end, anaphor: true };
}

/** Positions as text: `was named to the post of harbour master`, `he is Chairman of the Senate`. */
export function findPositions(reading: Reading): Found[] {
  const { units, lexicon, cues } = reading;
  const sought = cues.sought.get('position');
  if (sought?.property.value !== 'text') return [];
  const found: Found[] = [];
  for (let at = 0; at < units.length; at++) {
    const { reference } = units[at]!;
    if (reference?.type !== 'person') continue;
    const phrase = positionPhrase(reading, at);
    if (!phrase) continue;
    for (const text of titlesFrom(reading, phrase.to)) {
      found.push({
        property: 'position',
        subject: reference,
        value: { kind: 'text', span: spanOf(units, text) },
        range: rangeOf(at, phrase.from, text.from, text.to - 1),
        cue: spanOf(units, phrase),
      });
    }
  }
  return found.filter(({ value }) => value.kind !== 'text' || !/^(?:the )?\p{Ll}/u.test(reading.text.slice(value.span.start, value.span.end)) || lexicon.determiners.size === 0);
}

function positionPhrase({ units, lexicon }: Reading, person: number): UnitRange | null {
  let at = person + 1;
  if (units[at]?.lower === ',') at++;
  while (units[at]?.kind === 'word' && units[at]!.lower !== 'is' && (lexicon.auxiliaries.has(units[at]!.lower) || lexicon.adverbEnding?.test(units[at]!.lower))) at++;
  const phrase = phraseAt(units, at, lexicon.positions);
  if (phrase) return { from: at, to: at + phrase.length };
  return units[at]?.kind === 'word' && units[at]!.lower === 'is' && units[person]!.kind === 'entity' ? { from: at, to: at + 1 } : null;
}

const longestTitle = 14;

/** Titles with capitals, `and` and `as well as` between them: each up to the next comma or verb. */
function titlesFrom({ units, lexicon, text }: Reading, from: number): UnitRange[] {
  const isCapital = (unit: Unit | undefined) => unit !== undefined && unit.kind !== 'mark' && beginsUpper(text.slice(unit.start, unit.end));
  const titles: UnitRange[] = [];
  let at = from;
  for (;;) {
    if (units[at]?.lower === 'the') at++;
    if (!isCapital(units[at]) || units[at]!.kind === 'entity') return titles;
    let end = at;
    let last = at;
    while (end < units.length && end - at < longestTitle) {
      const unit = units[end]!;
      if (isTime(unit) || unit.kind === 'mark' ? !/^[-‐]$/.test(unit.lower) : false) break;
      if (isCapital(unit)) last = end;
      else if (unit.kind === 'mark' || lexicon.of.has(unit.lower) || /^(?:the|at|on|to)$/.test(unit.lower)) { /* inside a title */ }
      else if (unit.lower === 'and' && /^(?:on|for|of)$/.test(previousPreposition(units, at, end)) && isCapital(units[end + 1]) && !isTitleStart(units, end + 1)) { /* Covenant on Civil and Political */ }
      else break;
      end++;
    }
    titles.push({ from: at, to: last + 1 });
    const joined = units[last + 1]?.lower === 'and' ? last + 2 : isPhraseAt(units, last + 1, ['as', 'well', 'as']) ? last + 4 : -1;
    if (joined < 0) return titles;
    at = joined;
  }
}

function previousPreposition(units: readonly Unit[], from: number, at: number): string {
  for (let i = at - 1; i > from; i--) if (/^(?:on|for|of|at|to)$/.test(units[i]!.lower)) return units[i]!.lower;
  return '';
}

/** `Secretary-General of`, `Head of`: a new title rather than more of the one before. */
function isTitleStart(units: readonly Unit[], at: number): boolean {
  for (let i = at + 1; i < at + 5; i++) {
    const lower = units[i]?.lower;
    if (lower === 'of') return true;
    if (lower === undefined || (units[i]!.kind === 'mark' && !/^[-‐]$/.test(lower))) return false;
  }
  return false;
}
