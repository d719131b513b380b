import type { ArticleMentions, Mention } from '../mentions/mention';
import type { RecognisedValue } from '../recognition/recogniseValues';
import type { tokenise } from '../recognition/tokens';
import type { Registry } from '../registry/registry';
import type { Span, Text } from '../text/text';
import { overlaps } from '../text/text';
import { memoizeLast } from '../memo';
import type { Beginnings } from './beginnings';
import { beginning } from './beginnings';
import type { SuggestionWords } from './words';

/** An article as suggestions read it: everything that was found in it before. */
export interface SuggestibleArticle {
  /** Its id, which is its path. */
  readonly source: string;
  readonly text: Text;
  /** BCP 47; null: by the script of the text. */
  readonly language: string | null;
  /** EDTF; null when unknown. */
  readonly published: string | null;
  readonly hemisphere: 'north' | 'south';
  /** The manifest's `origin` of the source. */
  readonly origin: string | null;
  /** In order, none overlapping; those of the boilerplate left out. */
  readonly sentences: readonly Span[];
  readonly values: readonly RecognisedValue[];
  readonly mentions: ArticleMentions;
  /** Likely names that link to nothing: no claim reaches over one. */
  readonly names: readonly Span[];
}

/** A place in a sentence that stands for an entity: its name, or words that refer to it. */
export interface Reference extends Span {
  readonly entity: string;
  readonly type: string;
  /** `the country`, `she` */
  readonly anaphor: boolean;
}

/** A word, mark, reference, name without entity, or value. Offsets are relative to the sentence, those of its reference and value too. */
export interface Unit extends Span {
  readonly kind: 'word' | 'mark' | 'entity' | 'name' | 'value';
  /** As `Token.lower`; of references, names and values the whole text in lower case. */
  readonly lower: string;
  readonly reference: Reference | null;
  readonly value: RecognisedValue | null;
  /** References inside a value: `192 UN members`. */
  readonly inner: readonly Reference[];
  /** What the word can begin, as bits of `beginning`; 0 of values. */
  readonly begins: number;
}

/** A sentence in its article. */
export interface Sentence {
  /** In the article. */
  readonly span: Span;
  readonly paragraph: number;
  /** Offsets relative to the sentence. */
  readonly units: readonly Unit[];
  readonly kept: KeptSentence;
}

/** A thing at another place. */
export function shifted<T extends Span>(thing: T, by: number): T {
  return { ...thing, start: thing.start + by, end: thing.end + by };
}

/** UTF-16 units; what is longer is a table or no text. */
const longestSentence = 5000;

/** What sentences are read with beside their own words; what was kept holds only while it is the same. */
export interface ReadingFrame {
  readonly registry: Registry;
  readonly lexicon: SuggestionWords;
  readonly beginnings: Beginnings;
  readonly tokensOf: typeof tokenise;
}

type Units = readonly Unit[];

/** What a sentence is read from, offsets relative to it. */
interface Parts {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly names: readonly Span[];
  readonly values: readonly RecognisedValue[];
}

/** A sentence as it was read, to be taken over while its words, names and values stay. */
export interface KeptSentence extends Parts {
  /**
   * Its units, with what pronouns refer to after the units of at most three sentences before it (the nearest first) and what the article is
   * mostly about: the same object while they refer to the same.
   */
  readonly resolve: (first: Units | null, second: Units | null, third: Units | null, country: string | null, organization: string | null) => Units;
}

/** Of an article's last reading, by their text. */
export type KeptSentences = ReadonlyMap<string, readonly KeptSentence[]>;

/**
 * The article's sentences as units, with what pronouns and `the country` refer to. Those that `last` has with the same words, names and
 * values are not read again, nor what their pronouns refer to while what is before them is the same. Linear.
 */
export function readSentences(article: SuggestibleArticle, frame: ReadingFrame, last: KeptSentences): readonly Sentence[] {
  const { content } = article.text;
  const references = article.mentions.mentions.flatMap((mention) => referenceOf(mention, frame.registry));
  const country = dominant(references, 'country');
  const organization = dominant(references, 'organization');
  const starts = new Set(references.map(({ start }) => start));
  const taken = sliceBy(article.sentences, references, (reference) => reference);
  const named = sliceBy(article.sentences, article.names.filter(({ start }) => !starts.has(start)), (name) => name);
  const valued = sliceBy(article.sentences, article.values, ({ span }) => span);
  const sentences: Sentence[] = [];
  const used = new Set<KeptSentence>();
  let paragraph = 0;
  let previousEnd = 0;
  for (const [index, span] of article.sentences.entries()) {
    if (isBlankLine(content, previousEnd, span.start) || isTurn(content, span)) paragraph++;
    previousEnd = span.end;
    if (span.end - span.start > longestSentence) continue;
    const parts = partsOf(content.slice(span.start, span.end), span.start, taken[index]!, named[index]!, valued[index]!);
    const kept = last.get(parts.text)?.find((one) => !used.has(one) && hasParts(one, parts)) ?? createKept(parts, frame);
    used.add(kept);
    const before = (back: number): Units | null => {
      const sentence = sentences[sentences.length - back];
      return sentence?.paragraph === paragraph ? sentence.units : null;
    };
    sentences.push({ span, paragraph, kept, units: kept.resolve(before(1), before(2), before(3), country, organization) });
  }
  return sentences;
}

function partsOf(text: string, start: number, references: readonly Reference[], names: readonly Span[], values: readonly RecognisedValue[]): Parts {
  return {
    text,
    references: references.map(({ entity, type, anaphor, start: from, end }) => ({ entity, type, anaphor, start: from - start, end: end - start })),
    names: names.map((name) => within(start, name)),
    values: values.map(({ span, text: written, kind, value, derivation, needsDate, sentence }) => ({
      span: within(start, span),
      text: written,
      kind,
      value,
      derivation,
      needsDate,
      sentence,
    })),
  };
}

function within(sentence: number, { start, end }: Span): Span {
  return { start: start - sentence, end: end - sentence };
}

function hasParts(kept: Parts, { references, names, values }: Parts): boolean {
  return (
    areAlike(kept.references, references, (a, b) => a.start === b.start && a.end === b.end && a.entity === b.entity) &&
    areAlike(kept.names, names, (a, b) => a.start === b.start && a.end === b.end) &&
    areAlike(kept.values, values, isSameValue)
  );
}

function areAlike<T>(a: readonly T[], b: readonly T[], isAlike: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => isAlike(one, b[at]!));
}

/** Values of one reading of a sentence's words are the same objects but for dates, which are resolved in the article. */
function isSameValue(a: RecognisedValue, b: RecognisedValue): boolean {
  if (a.span.start !== b.span.start || a.span.end !== b.span.end || a.kind !== b.kind || a.derivation !== b.derivation) return false;
  if (a.value === b.value) return true;
  return a.value !== null && b.value !== null && 'edtf' in a.value && 'edtf' in b.value && a.value.kind === b.value.kind && a.value.edtf === b.value.edtf;
}

function createKept(parts: Parts, frame: ReadingFrame): KeptSentence {
  const bare = unitsOf(parts, frame);
  let last: Units = bare;
  const resolve = memoizeLast((first: Units | null, second: Units | null, third: Units | null, country: string | null, organization: string | null) => {
    const units = withAnaphors(bare, [first, second, third], { country, organization }, frame);
    if (units !== last && !areAlike(units, last, isSameUnit)) last = units;
    return last;
  });
  return { ...parts, resolve };
}

/** Of the units of one sentence: whether they refer to the same. */
function isSameUnit(a: Unit, b: Unit): boolean {
  return a === b || (a.end === b.end && a.reference !== null && a.reference.entity === b.reference?.entity && a.reference.type === b.reference.type);
}

function isBlankLine(content: string, from: number, to: number): boolean {
  return to - from > 1 && /\n[^\S\n]*\n|\r\r|\r\n[^\S\n]*\r\n/u.test(content.slice(from, to));
}

/** The thing of a type that most mentions of such things are of, when there are at least three of it; null without one. */
export function dominant(references: readonly Reference[], wanted: string): string | null {
  const counts = new Map<string, number>();
  for (const { type, entity } of references) if (type === wanted) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [entity, most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  return most >= 3 && most * 2 > all ? entity : null;
}

/** Whether a speaker's turn begins: a dash at the start of a line. */
export function isTurn(content: string, { start }: Span): boolean {
  const first = content.charAt(start);
  return (first === '—' || first === '–' || first === '-') && (start === 0 || /[\r\n]/.test(content.charAt(start - 1)));
}

function referenceOf({ entity, span }: Mention, registry: Registry): Reference[] {
  const known = entity === null ? undefined : registry.entities.get(entity);
  return known ? [{ entity: known.id, type: known.type, ...span, anaphor: false }] : [];
}

/** `items` by the sentence that holds them whole. */
function sliceBy<T>(sentences: readonly Span[], items: readonly T[], spanOf: (item: T) => Span): readonly (readonly T[])[] {
  const sorted = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start);
  let next = 0;
  return sentences.map(({ start, end }) => {
    const held: T[] = [];
    while (next < sorted.length && spanOf(sorted[next]!).start < start) next++;
    while (next < sorted.length && spanOf(sorted[next]!).start < end) {
      const item = sorted[next++]!;
      if (spanOf(item).end <= end) held.push(item);
    }
    return held;
  });
}

const nothing: readonly Reference[] = [];

function unit(kind: Unit['kind'], lower: string, start: number, end: number, begins: number, reference: Reference | null = null, value: RecognisedValue | null = null, inner = nothing): Unit {
  return { kind, lower, start, end, reference, value, inner, begins };
}

function unitsOf({ text, references, names, values }: Parts, { beginnings, tokensOf }: ReadingFrame): Unit[] {
  const spanned: Unit[] = [];
  for (const value of values) {
    const { span } = value;
    const across = references.filter((reference) => overlaps(reference, span));
    const isInside = across.every((reference) => reference.start >= span.start && reference.end <= span.end);
    const isRank = value.value?.kind === 'quantity' && value.value.ordinal === true && (value.value.unit !== null || across.length > 0);
    if (isInside && !isRank) spanned.push(unit('value', value.text.toLowerCase(), span.start, span.end, 0, null, value, across));
  }
  const add = (kind: 'entity' | 'name', span: Span, reference: Reference | null): void => {
    if (spanned.some((other) => overlaps(other, span))) return;
    const lower = text.slice(span.start, span.end).toLowerCase();
    spanned.push(unit(kind, lower, span.start, span.end, beginnings.get(lower) ?? 0, reference));
  };
  for (const reference of references) add('entity', reference, reference);
  for (const name of names) add('name', name, null);
  spanned.sort((a, b) => a.start - b.start);
  const units: Unit[] = [];
  let next = 0;
  let last = 0;
  for (const { kind, lower, start, end } of tokensOf(text)) {
    if (last > start) continue;
    while (next < spanned.length && spanned[next]!.end <= start) next++;
    const whole = spanned[next];
    const isWhole = whole !== undefined && whole.start < end;
    units.push(isWhole ? whole : unit(kind === 'symbol' ? 'mark' : 'word', lower, start, end, beginnings.get(lower) ?? 0));
    last = isWhole ? whole.end : end;
    if (isWhole) next++;
  }
  return units;
}

/** What an article is mostly about. */
interface Usual {
  readonly country: string | null;
  readonly organization: string | null;
}

/** Turns `the country`, `our country`, `he` into references where just one thing can be meant. `before`: the nearest first. */
function withAnaphors(units: Units, before: readonly (Units | null)[], usual: Usual, { registry, lexicon }: ReadingFrame): Units {
  if (!units.some(({ begins }) => (begins & beginning.anaphors) !== 0)) return units;
  const nearest = before[0] ?? null;
  const result: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit.kind !== 'word' || (unit.begins & beginning.anaphors) === 0) {
      result.push(unit);
      continue;
    }
    const noun = lexicon.determiners.has(unit.lower) ? anaphoricNoun(units, i + 1, lexicon) : null;
    const type = noun === null ? undefined : lexicon.anaphors.get(units[noun]!.lower);
    if (noun !== null && type !== undefined) {
      const isOwn = lexicon.own.has(unit.lower);
      const last = isOwn ? (type === 'country' ? usual.country : null) : lastOfType([result, ...before], type);
      const whole = last !== null && lexicon.wholeNouns.has(units[noun]!.lower) ? outermost(last, type, registry) : last;
      const meant = whole ?? (isOwn ? null : type === 'country' || type === 'organization' ? usual[type] : null);
      if (meant !== null) {
        result.push(referring(meant, type, unit.start, units[noun]!, units.slice(i, noun + 1)));
        i = noun;
        continue;
      }
    }
    const beginsClause = i <= 2 || result.at(-1)?.lower === ',';
    const person = beginsClause && lexicon.pronouns.person.has(unit.lower) ? onlyPerson(result, nearest) : null;
    const thing = i === 0 && person === null && lexicon.pronouns.thing.has(unit.lower) ? subjectOf(nearest, lexicon) : null;
    if (person !== null) result.push(referring(person, 'person', unit.start, unit, [unit]));
    else if (thing) result.push(referring(thing.entity, thing.type, unit.start, unit, [unit]));
    else result.push(unit);
  }
  return result;
}

function anaphoricNoun(units: readonly Unit[], from: number, lexicon: SuggestionWords): number | null {
  let at = from;
  while (units[at]?.kind === 'word' && lexicon.anaphorAdjectives.has(units[at]!.lower)) at++;
  const unit = units[at];
  if (unit?.kind !== 'word' || !lexicon.anaphors.has(unit.lower)) return null;
  const after = units[at + 1];
  return after?.kind === 'word' && lexicon.of.has(after.lower) ? null : at;
}

function referring(entity: string, type: string, start: number, last: Span, from: readonly Unit[]): Unit {
  const lower = from.map((one) => one.lower).join(' ');
  return unit('entity', lower, start, last.end, 0, { entity, type, start, end: last.end, anaphor: true });
}

/** The last thing of a type that was named, looking back through this sentence and those before it. */
function lastOfType(sentences: readonly (Units | null)[], type: string): string | null {
  for (const units of sentences) {
    for (let i = (units?.length ?? 0) - 1; i >= 0; i--) if (units![i]!.reference?.type === type) return units![i]!.reference!.entity;
  }
  return null;
}

function outermost(entity: string, type: string, registry: Registry): string {
  const passed = new Set([entity]);
  for (let at = entity; ; ) {
    const whole = registry.entities.get(at)?.partOf.find((id) => registry.entities.get(id)?.type === type && !passed.has(id));
    if (whole === undefined) return at;
    passed.add(whole);
    at = whole;
  }
}

/** The one person that this sentence and the one before name; null when it is none or several. */
function onlyPerson(units: Units, before: Units | null): string | null {
  const near = [...(before ?? []), ...units];
  if (near.some((unit) => unit.kind === 'name')) {
    const last = [...near].reverse().find((unit) => unit.kind === 'name' || unit.reference?.type === 'person');
    if (!last?.reference) return null;
  }
  const people = new Set(near.flatMap((unit) => (unit.reference?.type === 'person' ? [unit.reference.entity] : [])));
  return people.size === 1 ? [...people][0]! : null;
}

/** What a sentence is about: the first thing that it names, before any verb could have passed. */
function subjectOf(units: Units | null, lexicon: SuggestionWords): Reference | null {
  for (const { reference, kind, lower } of units?.slice(0, 4) ?? []) {
    if (reference) return reference.type === 'person' ? null : reference;
    if (kind !== 'word' || !lexicon.determiners.has(lower)) return null;
  }
  return null;
}
