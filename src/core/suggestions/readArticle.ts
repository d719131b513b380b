import type { ArticleMentions, Mention } from '../mentions/mention';
import type { RecognisedValue } from '../recognition/recogniseValues';
import { tokenise } from '../recognition/tokens';
import type { Registry } from '../registry/registry';
import type { Span, Text } from '../text/text';
import { overlaps } from '../text/text';
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

/** A word, mark, reference, name without entity, or value. Offsets are the article's. */
export interface Unit extends Span {
  readonly kind: 'word' | 'mark' | 'entity' | 'name' | 'value';
  /** As `Token.lower`; of references, names and values the whole text in lower case. */
  readonly lower: string;
  readonly reference: Reference | null;
  readonly value: RecognisedValue | null;
  /** References inside a value: `192 UN members`. */
  readonly inner: readonly Reference[];
}

export interface Sentence {
  readonly span: Span;
  readonly paragraph: number;
  readonly units: readonly Unit[];
}

/** UTF-16 units; what is longer is a table or no text. */
const longestSentence = 5000;
/** Sentences further back than this are not looked at for what words refer to. */
const memory = 3;

/** The article's sentences as units, with what pronouns and `the country` refer to. Linear. */
export function readSentences(article: SuggestibleArticle, registry: Registry, lexicon: SuggestionWords): readonly Sentence[] {
  const { content } = article.text;
  const references = article.mentions.mentions.flatMap((mention) => referenceOf(mention, registry));
  const own = dominant(references, 'country');
  const body = dominant(references, 'organization');
  const taken = sliceBy(article.sentences, references);
  const starts = new Set(references.map(({ start }) => start));
  const named = sliceBy(article.sentences, article.names.filter(({ start }) => !starts.has(start)));
  const valued = sliceBy(article.sentences, article.values.map((value) => ({ ...value.span, value })));
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let previousEnd = 0;
  for (const [index, span] of article.sentences.entries()) {
    if (/\n[^\S\n]*\n|\r\r|\r\n[^\S\n]*\r\n/u.test(content.slice(previousEnd, span.start)) || isTurn(content, span)) paragraph++;
    previousEnd = span.end;
    if (span.end - span.start > longestSentence) continue;
    const units = unitsOf(content, span, taken[index] ?? [], named[index] ?? [], valued[index] ?? []);
    const before = sentences.slice(-memory).filter((sentence) => sentence.paragraph === paragraph);
    sentences.push({ span, paragraph, units: withAnaphors(units, before, { country: own, organization: body }, registry, lexicon) });
  }
  return sentences;
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
  return /[—–-]/.test(content.charAt(start)) && (start === 0 || /[\r\n]/.test(content.charAt(start - 1)));
}

function referenceOf({ entity, span }: Mention, registry: Registry): Reference[] {
  const known = entity === null ? undefined : registry.entities.get(entity);
  return known ? [{ entity: known.id, type: known.type, ...span, anaphor: false }] : [];
}

/** `items`, in order, by the sentence that holds them whole. */
function sliceBy<T extends Span>(sentences: readonly Span[], items: readonly T[]): readonly (readonly T[])[] {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  let next = 0;
  return sentences.map(({ start, end }) => {
    const held: T[] = [];
    while (next < sorted.length && sorted[next]!.start < start) next++;
    while (next < sorted.length && sorted[next]!.start < end) {
      const item = sorted[next++]!;
      if (item.end <= end) held.push(item);
    }
    return held;
  });
}

type ValuedSpan = Span & { readonly value: RecognisedValue };

const nothing: readonly Reference[] = [];

function unitsOf(content: string, span: Span, taken: readonly Reference[], names: readonly Span[], values: readonly ValuedSpan[]): Unit[] {
  const spanned: Unit[] = [];
  for (const { value, start, end } of values) {
    const across = taken.filter((reference) => overlaps(reference, { start, end }));
    const isInside = across.every((reference) => reference.start >= start && reference.end <= end);
    const isRank = value.value?.kind === 'quantity' && value.value.ordinal === true && (value.value.unit !== null || across.length > 0);
    if (isInside && !isRank) spanned.push({ kind: 'value', lower: value.text.toLowerCase(), start, end, reference: null, value, inner: across });
  }
  for (const reference of taken) {
    const { start, end } = reference;
    if (!spanned.some((unit) => overlaps(unit, reference))) spanned.push({ kind: 'entity', lower: content.slice(start, end).toLowerCase(), start, end, reference, value: null, inner: nothing });
  }
  for (const { start, end } of names) {
    if (!spanned.some((unit) => overlaps(unit, { start, end }))) spanned.push({ kind: 'name', lower: content.slice(start, end).toLowerCase(), start, end, reference: null, value: null, inner: nothing });
  }
  spanned.sort((a, b) => a.start - b.start);
  const units: Unit[] = [];
  let next = 0;
  for (const token of tokenise(content.slice(span.start, span.end))) {
    const start = span.start + token.start;
    const end = span.start + token.end;
    const last = units.at(-1);
    if (last && last.end > start) continue;
    while (next < spanned.length && spanned[next]!.end <= start) next++;
    const whole = spanned[next];
    if (whole && whole.start < end) {
      units.push(whole);
      next++;
    } else units.push({ kind: token.kind === 'symbol' ? 'mark' : 'word', lower: token.lower, start, end, reference: null, value: null, inner: nothing });
  }
  return units;
}

/** What an article is mostly about. */
interface Usual {
  readonly country: string | null;
  readonly organization: string | null;
}

/** Turns `the country`, `our country`, `he` into references where just one thing can be meant. */
function withAnaphors(units: readonly Unit[], before: readonly Sentence[], usual: Usual, registry: Registry, lexicon: SuggestionWords): Unit[] {
  const result: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const noun = unit.kind === 'word' && lexicon.determiners.has(unit.lower) ? anaphoricNoun(units, i + 1, lexicon) : null;
    const type = noun === null ? undefined : lexicon.anaphors.get(units[noun]!.lower);
    if (noun !== null && type !== undefined) {
      const isOwn = lexicon.own.has(unit.lower);
      const last = isOwn ? (type === 'country' ? usual.country : null) : lastOfType(result, before, type);
      const whole = last !== null && lexicon.wholeNouns.has(units[noun]!.lower) ? outermost(last, type, registry) : last;
      const meant = whole ?? (isOwn ? null : type === 'country' || type === 'organization' ? usual[type] : null);
      if (meant !== null) {
        result.push(referring(meant, type, unit.start, units[noun]!, units.slice(i, noun + 1)));
        i = noun;
        continue;
      }
    }
    const beginsClause = i <= 2 || result.at(-1)?.lower === ',';
    const person = beginsClause && unit.kind === 'word' && lexicon.pronouns.person.has(unit.lower) ? onlyPerson(result, before) : null;
    const thing = i === 0 && person === null && unit.kind === 'word' && lexicon.pronouns.thing.has(unit.lower) ? subjectOf(before.at(-1), lexicon) : null;
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
  const span = { start, end: last.end };
  const lower = from.map((unit) => unit.lower).join(' ');
  return { kind: 'entity', lower, ...span, reference: { entity, type, ...span, anaphor: true }, value: null, inner: [] };
}

/** The last thing of a type that was named, looking back through this sentence and those before it. */
function lastOfType(units: readonly Unit[], before: readonly Sentence[], type: string): string | null {
  for (const sentence of [units, ...[...before].reverse().map((one) => one.units)]) {
    for (let i = sentence.length - 1; i >= 0; i--) if (sentence[i]!.reference?.type === type) return sentence[i]!.reference!.entity;
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
function onlyPerson(units: readonly Unit[], before: readonly Sentence[]): string | null {
  const near = [...(before.at(-1)?.units ?? []), ...units];
  if (near.some((unit) => unit.kind === 'name')) {
    const last = [...near].reverse().find((unit) => unit.kind === 'name' || unit.reference?.type === 'person');
    if (!last?.reference) return null;
  }
  const people = new Set(near.flatMap((unit) => (unit.reference?.type === 'person' ? [unit.reference.entity] : [])));
  return people.size === 1 ? [...people][0]! : null;
}

/** What a sentence is about: the first thing that it names, before any verb could have passed. */
function subjectOf(sentence: Sentence | undefined, lexicon: SuggestionWords): Reference | null {
  const units = sentence?.units ?? [];
  for (const unit of units.slice(0, 4)) {
    if (unit.reference) return unit.reference.type === 'person' ? null : unit.reference;
    if (unit.kind !== 'word' || !lexicon.determiners.has(unit.lower)) return null;
  }
  return null;
}
