import type { ClaimEntry, Scalar } from '../case/entries';
import type { Claim } from '../claims/claim';
import { passageOf } from '../claims/claim';
import { groupBy } from '../groupBy';
import { memoizeByObject, memoizeLast } from '../memo';
import { languageOf } from '../recognition/languages/index';
import type { RecognisedValue } from '../recognition/recogniseValues';
import { tokenise } from '../recognition/tokens';
import type { Property, Registry } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { normalisedKey } from '../values/describe';
import { extentOf } from '../values/edtf';
import { readValue } from '../values/readValue';
import { isMeasured } from '../values/units';
import type { QuantityValue, Value } from '../values/value';
import { beginning } from './beginnings';
import { findCounts } from './counts';
import { createCueIndex } from './cueIndex';
import type { Found, Reading } from './found';
import { spanOf } from './found';
import { suggestionWords } from './lexicon';
import { findMembership } from './membership';
import type { Manner } from './modality';
import { mannerOf } from './modality';
import { findOffices, findPositions } from './offices';
import type { KeptSentence, KeptSentences, ReadingFrame, Reference, Sentence, SuggestibleArticle, Unit } from './readArticle';
import { dominant, readSentences } from './readArticle';
import { findRelations } from './relations';
import type { Attribution } from './speakers';
import { attributionsOf, speakersOf } from './speakers';
import { isTime } from './syntax';
import { findTimes } from './times';
import { findVotes } from './votes';
import type { SuggestionWords } from './words';

/** What is already decided about the article's claims. */
export interface SuggestionContext {
  readonly registry: Registry;
  /** Of this source. */
  readonly confirmed: readonly Claim[];
  readonly dismissed: readonly ClaimEntry[];
}

/** No sentence tells more; what does is a list or a table. */
const mostInSentence = 8;
/** UTF-16 units; a longer quote is cut down to cue and value. */
const longestQuote = 300;
/** UTF-16 units of context where a quote stands more than once. */
const contextLength = 32;

/** Sentences of all articles whose reading is kept; of those asked for least lately it is forgotten first. */
const mostKept = 10_000;

/** Reads articles for the claims that they suggest, and keeps what it read of their sentences. */
export interface Suggester {
  /**
   * Claims that the article's sentences make and no one annotated: never asserted, `state` is `suggested` (DESIGN §6). Each `entry`
   * is as it would stand in an annotation file, its spans in the article (`file` is the article). What equals a confirmed claim of
   * the source or was dismissed is left out. Precise rather than complete. Linear in the text; of an article that was asked for before, only the
   * sentences are read again whose words, names and values changed, or what reaches them from the sentences before.
   */
  readonly suggest: (article: SuggestibleArticle, context: SuggestionContext) => Claim[];
  /** How many sentences the last call read. */
  readonly sentencesRead: () => number;
}

/** A suggester that has read nothing. `tokensOf` is `tokenise`, which the caller may keep the results of. */
export function createSuggester(tokensOf: typeof tokenise = tokenise): Suggester {
  const memories = new Map<string, ArticleMemory>();
  let total = 0;
  let read = 0;
  const memoryOf = (article: SuggestibleArticle, registry: Registry): ArticleMemory => {
    const lexicon = suggestionWords(languageOf(article.language, article.text.content).tag);
    const held = memories.get(article.source);
    memories.delete(article.source);
    total -= held?.size ?? 0;
    const isSame = held?.registry === registry && held.lexicon === lexicon && held.published === article.published && held.hemisphere === article.hemisphere;
    return isSame ? held : createMemory(article, registry, lexicon, tokensOf, () => read++);
  };
  return {
    suggest(article, context) {
      read = 0;
      const memory = memoryOf(article, context.registry);
      const sentences = readSentences(article, memory, memory.sentences);
      const speakers = speakersOf(article, sentences, memory.lexicon, memory.attributions);
      const own = dominant(namedIn(sentences), 'country');
      const claims = sentences.flatMap((sentence, index) => {
        const before = sentences[index - 1];
        const shift = before ? before.span.start - sentence.span.start : 0;
        const told = memory.tell(sentence.kept)(sentence.units, before?.units ?? null, shift, before?.paragraph === sentence.paragraph, own);
        return told.map((one) => toClaim(one, sentence.span.start, article, speakers[index] ?? []));
      });
      memory.sentences = groupBy(sentences.map(({ kept }) => kept), ({ text }) => text);
      memory.size = sentences.length;
      memories.set(article.source, memory);
      total += memory.size;
      for (const [source, { size }] of memories) {
        if (total <= mostKept) break;
        memories.delete(source);
        total -= size;
      }
      const known = decidedBefore(article, context);
      return withoutRepeats(claims.filter((claim) => !known(claim))).sort((a, b) => a.entry.span.start - b.entry.span.start);
    },
    sentencesRead: () => read,
  };
}

function namedIn(sentences: readonly Sentence[]): readonly Reference[] {
  const named: Reference[] = [];
  for (const { units } of sentences) for (const { reference } of units) if (reference && !reference.anaphor) named.push(reference);
  return named;
}

/** `tell` of a sentence: its units, those of the one before, how far that is off, whether it is of the same paragraph, the article's own country. */
type Tell = (units: readonly Unit[], before: readonly Unit[] | null, shift: number, isSameParagraph: boolean, own: string | null) => readonly Told[];

/** What was read of an article. */
interface ArticleMemory extends ReadingFrame {
  readonly published: string | null;
  readonly hemisphere: 'north' | 'south';
  readonly attributions: (units: readonly Unit[]) => readonly Attribution[];
  readonly tell: (sentence: KeptSentence) => Tell;
  sentences: KeptSentences;
  size: number;
}

function createMemory({ published, hemisphere }: SuggestibleArticle, registry: Registry, lexicon: SuggestionWords, tokensOf: typeof tokenise, onRead: () => void): ArticleMemory {
  const cues = cueIndexes.get(lexicon)!(registry);
  const tell = memoizeByObject(({ text }: KeptSentence) =>
    memoizeLast((units: readonly Unit[], before: readonly Unit[] | null, shift: number, isSameParagraph: boolean, own: string | null) => {
      onRead();
      const previous = before && { units: before, shift, isSameParagraph };
      const reading: Reading = { text, units, previous, published, hemisphere, registry, lexicon, cues, own };
      return withoutClashes(findAll(reading)).slice(0, mostInSentence).flatMap((found) => toldIn(found, reading) ?? []);
    }),
  );
  const attributions = memoizeByObject((units: readonly Unit[]) => attributionsOf(units, lexicon));
  return { registry, lexicon, beginnings: cues.beginnings, tokensOf, published, hemisphere, attributions, tell, sentences: new Map(), size: 0 };
}

const cueIndexes = new Map(
  ['en', 'ru'].map((tag) => {
    const lexicon = suggestionWords(tag);
    return [lexicon, memoizeLast((registry: Registry) => createCueIndex(registry, lexicon))] as const;
  }),
);

function findAll(reading: Reading): Found[] {
  const { units, lexicon } = reading;
  let begins = 0;
  let isAboutSomething = false;
  for (const unit of units) {
    begins |= unit.begins;
    isAboutSomething ||= unit.reference !== null || unit.inner.length > 0 || lexicon.possessives.has(unit.lower);
  }
  if (!isAboutSomething || units.at(-1)?.lower === '?') return [];
  return [
    ...findTimes(reading),
    ...findRelations(reading),
    ...findOffices(reading),
    ...findPositions(reading),
    ...((begins & membership) === 0 ? [] : findMembership(reading)),
    ...findCounts(reading),
    ...findVotes(reading),
  ];
}

const membership = beginning.members | beginning.joining | beginning.admissions;

/** Two different values of one thing in one sentence, and one date for two things, say that a rule misread it: the nearer one stays, or none. */
function withoutClashes(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => lengthOf(a) - lengthOf(b));
  const kept: Found[] = [];
  const clashing = new Set<string>();
  for (const one of sorted) {
    const same = kept.find((other) => other.property === one.property && other.subject.entity === one.subject.entity);
    if (same && isDated(same) && isDated(one) && startOf(same) !== startOf(one)) clashing.add(slotOf(one));
    const isTaken = isDated(one) && kept.some((other) => other.property === one.property && other !== one && startOf(other) === startOf(one) && other.subject.entity !== one.subject.entity);
    if (!isTaken && !(same && sameValue(same, one))) kept.push(one);
  }
  return kept.filter((one) => !clashing.has(slotOf(one)));
}

function lengthOf({ range }: Found): number {
  return range.to - range.from;
}

function slotOf({ property, subject }: Found): string {
  return `${property} ${subject.entity}`;
}

function isDated({ value }: Found): boolean {
  return value.kind === 'value' && value.value.kind !== 'quantity';
}

function startOf({ value }: Found): number {
  if (value.kind === 'value') return value.value.span.start;
  return value.kind === 'text' ? value.span.start : value.reference.start;
}

function sameValue(a: Found, b: Found): boolean {
  if (a.value.kind === 'entity' && b.value.kind === 'entity') return a.value.reference.entity === b.value.reference.entity;
  return startOf(a) === startOf(b);
}

/** What a sentence says, whoever says it; offsets are the sentence's. */
interface Told {
  readonly found: Found;
  readonly read: ReadFound;
  readonly manner: Manner;
  readonly time: TellingTime | null;
  readonly quote: Span;
}

function toldIn(found: Found, reading: Reading): Told | null {
  const { registry, lexicon, units, published } = reading;
  const property = registry.properties.get(found.property);
  const read = property && valueOf(found, property, reading);
  if (!property || !read) return null;
  const manner = found.isPlain ? plain : mannerOf(units, found.range, lexicon);
  const told = manner && inTime(manner, read.value, property, published);
  if (!told) return null;
  const time = property.temporal === 'fluent' ? timeOf(found, reading) : null;
  return { found, read, manner: told, time, quote: quoteOf(found, reading) };
}

function toClaim({ found, read, manner, time, quote: own }: Told, start: number, article: SuggestibleArticle, speaking: readonly Reference[]): Claim {
  const { content } = article.text;
  const at = (text: string, span: Span): Scalar => ({ text, span: { start: span.start + start, end: span.end + start } });
  const speaker = speaking.find((one) => !isAbout(found, one)) ?? null;
  const asOf = time?.isPeriod ? article.published : (time?.edtf ?? article.published);
  const valid = time?.isPeriod ? time.edtf : asOf;
  const quote = trimmed(content, { start: own.start + start, end: own.end + start });
  const key = new Map([...(found.key ?? [])].map(([name, reference]) => [name, at(reference.entity, reference)] as const));
  const entry: ClaimEntry = {
    span: quote,
    subject: at(found.subject.entity, found.subject),
    property: at(found.property, found.cue),
    value: at(read.written, read.span),
    ...quoteSelector(content, quote),
    key,
    ...(time && !time.isPeriod ? { asOf: at(time.edtf, time.span) } : {}),
    ...(time?.isPeriod ? { valid: at(time.edtf, time.span) } : {}),
    ...(speaker ? { speaker: scalar(speaker.entity, speaker) } : {}),
    ...(manner.polarityAt ? { polarity: at('negative', manner.polarityAt) } : {}),
    ...(manner.modality === 'asserted' ? {} : { modality: at(manner.modality, manner.modalityAt ?? read.span) }),
  };
  return {
    source: article.source,
    file: article.source,
    entry,
    anchor: { state: 'exact', span: quote },
    subject: found.subject.entity,
    property: found.property,
    value: read.value,
    derivation: found.value.kind === 'value' ? found.value.value.derivation : null,
    surface: found.value.kind === 'entity' && !found.value.reference.anaphor ? content.slice(read.span.start + start, read.span.end + start) : null,
    key: new Map([...key].map(([name, { text }]) => [name, text])),
    polarity: manner.polarity,
    modality: manner.modality,
    speaker: speaker?.entity ?? null,
    asOf,
    valid,
    origin: article.origin,
    state: 'suggested',
    unjudged: null,
  };
}

const plain: Manner = { modality: 'asserted', modalityAt: null, polarity: 'positive', polarityAt: null };

function scalar(text: string, { start, end }: Span): Scalar {
  return { text, span: { start, end } };
}

interface ReadFound {
  readonly value: Value;
  readonly written: string;
  readonly span: Span;
}

function valueOf({ value }: Found, property: Property, { text, registry, hemisphere, published }: Reading): ReadFound | null {
  if (value.kind === 'entity') {
    if (property.value !== 'entity') return null;
    return { value: { kind: 'entity', id: value.reference.entity }, written: value.reference.entity, span: value.reference };
  }
  const span = value.kind === 'text' ? value.span : value.value.span;
  const written = value.kind === 'text' ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : (value.written ?? writtenValue(value.value));
  if (written === null || !fitsUnit(value, property)) return null;
  const read = readValue(written, property, {
    hemisphere,
    published,
    resolve: (id) => resolveEntity(registry, id)?.id,
  });
  return read.error === null ? { value: read.value, written, span } : null;
}

/** What is counted is the property's unit, or a number of it; money is no count of people. */
function fitsUnit(value: Found['value'], { value: kind, unit }: Property): boolean {
  if (value.kind !== 'value' || value.value.value?.kind !== 'quantity') return kind !== 'quantity';
  if (kind !== 'quantity') return false;
  const own = value.value.value.unit;
  return unit === null || isMeasured(unit) || own === null || !isMeasured(own);
}

/** As one would write it in an annotation file; counted nouns are the property's unit and stay away. Null for what cannot be written so. */
export function writtenValue({ value }: Pick<RecognisedValue, 'value'>): string | null {
  if (!value) return null;
  if (value.kind !== 'quantity') return value.edtf;
  if (value.unit === 'share' || value.ordinal || value.factor !== undefined) return null;
  return normalisedKey(withoutNoun(value));
}

function withoutNoun(value: QuantityValue): QuantityValue {
  return value.unit === null || isMeasured(value.unit) ? value : { ...value, unit: null };
}

/** What lies ahead of the article is planned, however it is told. Null for what was planned for a time that is past: it may not have come about. */
function inTime(manner: Manner, value: Value, { temporal }: Property, published: string | null): Manner | null {
  const told = published === null ? null : extentOf(published);
  if (temporal !== 'static' || value.kind !== 'date' || !told) return manner;
  if (manner.modality === 'asserted') return value.core.low > told.high ? { ...manner, modality: 'planned' } : manner;
  return value.core.high < told.low ? null : manner;
}

/** An office is told about a speaker, not by them. */
function isAbout({ subject, value, isPlain }: Found, speaker: Reference): boolean {
  const isValue = value.kind === 'entity' && value.reference.entity === speaker.entity;
  return Boolean(isPlain) && (isValue || subject.entity === speaker.entity);
}

interface TellingTime {
  readonly edtf: string;
  readonly span: Span;
  readonly isPeriod: boolean;
}

/**
 * When something that changes is told of: at the only time that the sentence names, unless that lies ahead, has no end (`since January`:
 * who was there before is true of that month as well) or is what is told.
 */
function timeOf({ time, value, range }: Found, { units, lexicon, published: date }: Reading): TellingTime | null {
  const isAside = (at: number) => at > range.from && at < range.to && units.slice(range.from, at).some(({ lower }) => lower === ',');
  const told = units.filter((unit, at) => isTime(unit) && !unit.lower.includes(lexicon.anniversary) && !isAside(at));
  const times = time ? [time] : told.map((unit) => unit.value!);
  const [only] = times;
  if (times.length !== 1 || !only || (value.kind === 'value' && value.value === only)) return null;
  const edtf = only.value && 'edtf' in only.value ? only.value.edtf : null;
  const extent = edtf === null ? null : extentOf(edtf);
  const published = date === null ? null : extentOf(date);
  if (edtf === null || !extent || !Number.isFinite(extent.low) || !Number.isFinite(extent.high)) return null;
  if (published && extent.low > published.high) return null;
  return { edtf, span: only.span, isPeriod: only.kind === 'period' };
}

function quoteOf({ passage, range, cue, value }: Found, { units }: Reading): Span {
  const whole = passage ?? spanOf(units, range);
  if (whole.end - whole.start <= longestQuote) return whole;
  const own = value.kind === 'text' ? value.span : value.kind === 'entity' ? value.reference : value.value.span;
  const short = { start: Math.min(cue.start, own.start), end: Math.max(cue.end, own.end) };
  return short.end - short.start <= longestQuote ? short : { start: own.start, end: own.end };
}

function trimmed(content: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(content.charAt(from))) from++;
  while (to > from && /\s/.test(content.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The quote, with what stands around it where it stands more than once. */
function quoteSelector(content: string, span: Span): Pick<ClaimEntry, 'quote' | 'prefix' | 'suffix'> {
  const words = content.slice(span.start, span.end);
  const quote = scalar(words, span);
  const isOnly = content.indexOf(words) === span.start && content.indexOf(words, span.start + 1) < 0;
  if (isOnly) return { quote };
  const before = { start: Math.max(0, span.start - contextLength), end: span.start };
  const after = { start: span.end, end: Math.min(content.length, span.end + contextLength) };
  return {
    quote,
    ...(before.start < before.end ? { prefix: scalar(content.slice(before.start, before.end), before) } : {}),
    ...(after.start < after.end ? { suffix: scalar(content.slice(after.start, after.end), after) } : {}),
  };
}

/** Whether a suggestion says what a person confirmed or dismissed. */
function decidedBefore({ text }: SuggestibleArticle, { confirmed, dismissed, registry }: SuggestionContext): (claim: Claim) => boolean {
  const isSameSlot = (claim: Claim, subject: string, property: string) =>
    claim.property === property && claim.subject === (resolveEntity(registry, subject)?.id ?? subject);
  return (claim) => {
    const passage = passageOf(claim)!;
    const value = normalisedKey(claim.value);
    const isConfirmed = confirmed.some((other) => {
      if (!isSameSlot(claim, other.subject, other.property)) return false;
      const place = passageOf(other);
      return normalisedKey(other.value) === value || (place !== null && overlaps(place, passage));
    });
    if (isConfirmed) return true;
    const words = text.content.slice(passage.start, passage.end);
    return dismissed.some((entry) => {
      if (!isSameSlot(claim, entry.subject.text, entry.property.text)) return false;
      const written = 'text' in entry.value ? entry.value.text : null;
      const quote = entry.quote?.text ?? null;
      return written === ('text' in claim.entry.value ? claim.entry.value.text : null) || (quote !== null && (words.includes(quote) || quote.includes(words)));
    });
  };
}

/** What is told several times is suggested once: where it is told first. */
function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    const key = JSON.stringify([claim.subject, claim.property, [...claim.key], normalisedKey(claim.value), claim.polarity, claim.modality]);
    return !seen.has(key) && seen.add(key);
  });
}

