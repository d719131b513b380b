import type { Mention } from '../mentions/mention';
import type { RecognisedValue } from '../recognition/recogniseValues';
import type { Registry } from '../registry/registry';
import type { Span, Text } from '../text/text';
import { overlaps } from '../text/text';
import { startOfDuration } from '../values/duration';
import { extentOf, parseDate } from '../values/edtf';
import type { DateValue, Interval, PeriodValue, QuantityValue } from '../values/value';
import { nearestTo } from './nearest';
import type { CueFound, CueIndex } from './cues';
import { findCues } from './cues';
import type { Evidence } from './evidence';
import { addEvidence, part, readEvidence, valueEvidence } from './evidence';
import { passageLanguageOf } from './languages/index';
import type { PassageLanguage } from './languages/language';
import type { SentenceWord } from './sentenceWords';
import { createWordReader } from './sentenceWords';

/** An article as passages are made of it. Sentences, mentions, values and boilerplate in the order of the text. */
export interface ArticleForPassages {
  readonly source: string;
  readonly text: Text;
  /** BCP 47; null: by the script of the text. */
  readonly language: string | null;
  /** EDTF; null when unknown. */
  readonly published: string | null;
  readonly sentences: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly values: readonly RecognisedValue[];
  readonly boilerplate: readonly Span[];
}

/** A name in a sentence, linked for sure. */
export interface NamedPlace {
  readonly entity: string;
  readonly span: Span;
}

/** A value of a sentence that is known. */
export interface SentenceValue {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly value: KnownValue;
  /** As it is compared: a duration told from the article's date, and a period without an end, by their start. */
  readonly compared: KnownValue;
  /** The event or work named next to it; null where the sentence names none. */
  readonly event: string | null;
}

export type KnownValue = DateValue | PeriodValue | QuantityValue;

/** A sentence with all that it could share with another. */
export interface Sentence {
  readonly source: string;
  /** When the article was written; null when unknown. */
  readonly told: Interval | null;
  readonly span: Span;
  readonly evidence: Evidence;
  readonly names: readonly NamedPlace[];
  readonly cues: readonly CueFound[];
  readonly values: readonly SentenceValue[];
  /** Stem → the word as it stands in the sentence, lower case. */
  readonly words: ReadonlyMap<string, string>;
}

/** What a name counts that the sentence only hints at: `the country`, or a sentence that goes on about the one before. */
const hinted = 0.5;
/** Names are not carried over further sentences than this makes of them. */
const leastHint = 0.25;
/** Units of quantities that a text tells from its own date (`over 20 years`), as far as they tell when something began. */
const durations: ReadonlySet<string> = new Set(['year', 'decade', 'century']);
/** Entities of these types happen or are made once: a date next to one is likely its date. */
const oneTimeTypes: ReadonlySet<string> = new Set(['event', 'work', 'law', 'product']);

/**
 * The sentences of an article that can be compared, without boilerplate, each with its evidence. Depends on nothing but its
 * arguments: keep the result while they stay. Linear.
 */
export function readSentences(article: ArticleForPassages, registry: Registry, cueIndex: CueIndex): readonly Sentence[] {
  const { source, published, text, boilerplate } = article;
  const language = passageLanguageOf(article.language, text.content);
  const readWords = createWordReader(text.content, language);
  const takeMentions = taker(article.mentions, ({ span }) => span);
  const takeValues = taker(article.values, ({ span }) => span);
  const takeBoilerplate = taker(boilerplate, (span) => span);
  const told = published === null ? null : extentOf(published);
  const typeOf = (entity: string) => registry.entities.get(entity)?.type ?? 'other';
  const antecedents = createAntecedents(article.mentions, typeOf);
  const sentences: Sentence[] = [];
  let previous: Evidence = new Map();
  let carried: ReadonlyMap<string, number> = new Map();
  for (const span of article.sentences) {
    const isBoilerplate = takeBoilerplate(span).length > 0;
    const mentions = takeMentions(span);
    const values = takeValues(span);
    if (isBoilerplate) continue;
    const words = readWords(span);
    const cues = findCues(words, cueIndex);
    const entities = entitiesOf(words, mentions, language, antecedents, carried);
    const content = contentWords(words, [...mentions, ...values.filter(({ kind }) => kind !== 'quantity')]);
    const evidence = createEvidence(entities, cues, content, language);
    const names = mentions.flatMap(({ entity, span }) => (entity === null ? [] : [{ entity, span }]));
    const events = names.filter(({ entity }) => oneTimeTypes.has(typeOf(entity)));
    const known = values.flatMap((value) => knownValue(value, published, events));
    for (const value of known) addValue(evidence, value, words, told, language);
    const own = new Map(evidence);
    if (goesOn(words, mentions, language)) carryOver(previous, evidence);
    previous = own;
    sentences.push({ source, told, span, evidence, names, cues, values: known, words: content });
    carried = entities;
  }
  return sentences;
}

/** Takes what lies in one span after the other; spans and items in order. */
function taker<T>(items: readonly T[], spanOf: (item: T) => Span): (span: Span) => readonly T[] {
  let next = 0;
  return (span) => {
    while (next < items.length && spanOf(items[next]!).end <= span.start) next++;
    const first = next;
    while (next < items.length && overlaps(spanOf(items[next]!), span)) next++;
    return items.slice(first, next);
  };
}

interface Antecedents {
  /** The entity of one of `types` that was named last before `offset`. */
  readonly before: (offset: number, types: readonly string[]) => string | null;
  /** The entity of one of `types` that the article names most. */
  readonly main: (types: readonly string[]) => string | null;
}

function createAntecedents(mentions: readonly Mention[], typeOf: (entity: string) => string): Antecedents {
  const ofType = new Map<string, { readonly ends: number[]; readonly entities: string[]; main: string; most: number }>();
  const counts = new Map<string, number>();
  for (const { entity, span } of mentions) {
    if (entity === null) continue;
    const type = typeOf(entity);
    const held = ofType.get(type) ?? { ends: [], entities: [], main: entity, most: 0 };
    ofType.set(type, held);
    held.ends.push(span.end);
    held.entities.push(entity);
    const count = (counts.get(entity) ?? 0) + 1;
    counts.set(entity, count);
    if (count > held.most) {
      held.most = count;
      held.main = entity;
    }
  }
  return {
    before: (offset, types) => {
      let best: string | null = null;
      let nearest = -1;
      for (const type of types) {
        const { ends = [], entities = [] } = ofType.get(type) ?? {};
        const index = lastAtMost(ends, offset);
        if (index >= 0 && ends[index]! > nearest) {
          nearest = ends[index]!;
          best = entities[index]!;
        }
      }
      return best;
    },
    main: (types) => {
      const candidates = types.flatMap((type) => ofType.get(type) ?? []);
      return candidates.reduce<(typeof candidates)[0] | null>((best, one) => (best && best.most >= one.most ? best : one), null)?.main ?? null;
    },
  };
}

function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entities that a sentence is about, and how surely: 1 where it names them. */
function entitiesOf(
  words: readonly SentenceWord[],
  mentions: readonly Mention[],
  language: PassageLanguage,
  antecedents: Antecedents,
  carried: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const entities = new Map<string, number>();
  const add = (entity: string, strength: number) => entities.set(entity, Math.max(strength, entities.get(entity) ?? 0));
  for (const { candidates } of mentions) for (const candidate of candidates) add(candidate, 1 / candidates.length);
  for (const entity of referents(words, mentions, language, antecedents)) add(entity, hinted);
  if (entities.size === 0 || goesOn(words, mentions, language)) for (const [entity, strength] of carried) if (strength * hinted >= leastHint) add(entity, strength * hinted);
  return entities;
}

/** Whether a sentence begins with what stands for something named before. */
function goesOn([first, second]: readonly SentenceWord[], mentions: readonly Mention[], language: PassageLanguage): boolean {
  if (!first) return false;
  if (language.continuing.has(first.folded)) return true;
  return language.definite.has(first.folded) && second !== undefined && !mentions.some(({ span }) => overlaps(span, second));
}

/** What `the country`, `our country`, `the important forum` stand for. */
function referents(
  words: readonly SentenceWord[],
  mentions: readonly Mention[],
  language: PassageLanguage,
  antecedents: Antecedents,
): readonly string[] {
  return words.flatMap((word, at) => {
    const types = language.nouns.get(word.folded);
    if (!types || language.complements.has(words[at + 1]?.folded ?? '')) return [];
    if (word.isCapital || mentions.some(({ span }) => overlaps(span, word))) return [];
    const before = [words[at - 1]?.folded ?? '', words[at - 2]?.folded ?? ''];
    const isOwn = before.some((one) => language.own.has(one));
    if (!isOwn && !before.some((one) => language.definite.has(one))) return [];
    return (isOwn ? antecedents.main(types) : antecedents.before(word.start, types)) ?? [];
  });
}

/** The words outside names and values, which count by themselves. */
function contentWords(words: readonly SentenceWord[], taken: readonly { readonly span: Span }[]): ReadonlyMap<string, string> {
  const content = new Map<string, string>();
  for (const word of words) {
    if (word.stem === null || content.has(word.stem) || taken.some(({ span }) => overlaps(span, word))) continue;
    content.set(word.stem, word.folded);
  }
  return content;
}

function createEvidence(
  entities: ReadonlyMap<string, number>,
  cues: readonly CueFound[],
  words: ReadonlyMap<string, string>,
  language: PassageLanguage,
): Map<string, number> {
  const evidence = new Map<string, number>();
  for (const [entity, strength] of entities) addEvidence(evidence, 'entity', entity, strength);
  for (const { property } of cues) addEvidence(evidence, 'cue', property.id, 1);
  for (const stem of words.keys()) addEvidence(evidence, 'word', `${language.tag}:${stem}`, 1);
  return evidence;
}

/** What the sentence before says is hinted at; its names are carried by `entitiesOf`. */
function carryOver(previous: Evidence, evidence: Map<string, number>): void {
  for (const [key, strength] of previous) {
    if (!evidence.has(key) && readEvidence(key).kind !== 'entity') evidence.set(key, strength * hinted);
  }
}

function knownValue({ value, span, text }: RecognisedValue, published: string | null, events: readonly NamedPlace[]): readonly SentenceValue[] {
  if (value === null) return [];
  return [{ value, span, text, compared: startOf(value, published) ?? value, event: nearestTo(span, events)?.entity ?? null }];
}

function startOf(value: KnownValue, published: string | null): DateValue | null {
  if (value.kind === 'period') return Number.isFinite(value.end.core.high) ? null : firstDate(value);
  if (value.kind !== 'quantity' || value.ordinal || !durations.has(value.unit ?? '') || published === null) return null;
  return startOfDuration(value, published)?.date ?? null;
}

/** The date with which a period begins. */
export function firstDate({ edtf }: PeriodValue): DateValue | null {
  return parseDate(edtf.split('/')[0] ?? '');
}

/** `dates back 23 years`, `the 15th anniversary` and `since 1992` are of one kind: they tell for how long. */
function addValue(
  evidence: Map<string, number>,
  { span, value, compared }: SentenceValue,
  words: readonly SentenceWord[],
  told: Interval | null,
  language: PassageLanguage,
): void {
  for (const [key, strength] of valueEvidence(value)) addEvidence(evidence, 'value', key, strength);
  const isDuration = words.some((word, at) => overlaps(word, span) && language.durations.has(word.folded) && isCounted(words[at - 1]));
  const isLasting = isDuration ? isPast(value, told) : value.kind === 'period' && !Number.isFinite(value.end.core.high);
  addEvidence(evidence, 'value', isLasting ? 'lasting' : value.kind === 'quantity' ? 'quantity' : 'time', isLasting ? 1 : part);
  if (!isDuration || value.kind !== 'quantity' || compared === value) return;
  for (const [key, strength] of valueEvidence(compared)) addEvidence(evidence, 'value', key, strength * hinted);
}

/** `the remaining 12 months` and `a year from now` are no time that something has lasted. */
function isPast(value: KnownValue, told: Interval | null): boolean {
  if (value.kind === 'quantity' || !told) return true;
  const [start, end] = value.kind === 'date' ? [value.core, value.core] : [value.start.core, value.end.core];
  return end.low <= told.high && start.low < told.low;
}

function isCounted(word: SentenceWord | undefined): boolean {
  return word !== undefined && (/^\p{N}/u.test(word.folded) || word.stem === null);
}
