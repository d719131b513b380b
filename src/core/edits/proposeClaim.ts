import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import { passageOf } from '../claims/claim';
import { findCues, indexCues } from '../passages/cues';
import { passageLanguageOf } from '../passages/languages/index';
import { createWordReader } from '../passages/sentenceWords';
import type { Property, ValueKind } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import { frames } from '../suggestions/frames';
import { writtenValue } from '../suggestions/suggestClaims';
import type { Span } from '../text/text';
import { contains, overlaps } from '../text/text';
import { selectionSpan, trimmed, wordsAt } from './selection';

/** Why something is proposed: a suggested claim says so; it stands in the selection, in its sentence, or in the sentences before. */
export type ProposedBecause = 'suggested' | 'selection' | 'sentence' | 'before';

export interface ProposedValue {
  /** As one writes it in YAML. */
  readonly value: string;
  readonly kind: 'date' | 'period' | 'quantity' | 'entity';
  readonly span: Span;
  /** As the article words it. */
  readonly text: string;
  readonly because: ProposedBecause;
}

/** What a claim about a selection could be, likeliest first, to be corrected by whoever records it. */
export interface ClaimProposal {
  /** The words to quote: the selection, or the sentence that the cursor stands in. */
  readonly span: Span;
  readonly quote: string;
  readonly subjects: readonly { readonly entity: string; readonly because: ProposedBecause }[];
  /** Those that words of the sentence announce. */
  readonly properties: readonly { readonly property: string; readonly because: ProposedBecause }[];
  readonly values: readonly ProposedValue[];
  /** Suggested claims whose quotes the selection overlaps, the nearest first. */
  readonly suggestions: readonly Claim[];
}

/** Sentences before the selection in which its subject may be named. */
const sentencesBefore = 2;

/** What a claim about `span` could be (a cursor means its sentence); null where nothing is selected and no sentence stands there. */
export function proposeClaim(model: CaseModel, { source, span: selected }: { readonly source: string; readonly span: Span }): ClaimProposal | null {
  const content = model.text(source)?.content;
  if (content === undefined || !model.source(source)) return null;
  const { sentences } = model.reading(source);
  const isCursor = selected.start === selected.end;
  const around = isCursor ? sentences.find(({ start, end }) => start <= selected.start && selected.start <= end) : selectionSpan(model, source, selected);
  if (!around) return null;
  const span = trimmed(content, around);
  const first = sentences.findIndex((sentence) => overlaps(sentence, span));
  const last = sentences.findLastIndex((sentence) => overlaps(sentence, span));
  const scope = first < 0 ? span : { start: Math.min(span.start, sentences[first]!.start), end: Math.max(span.end, sentences[last]!.end) };
  const before = first < 0 ? { start: span.start, end: span.start } : { start: sentences[Math.max(0, first - sentencesBefore)]!.start, end: scope.start };
  const near = distanceTo(isCursor ? selected : span);
  const suggestions = model
    .suggestedClaims(source)
    .filter((claim) => overlaps(passageOf(claim) ?? { start: 0, end: 0 }, span))
    .sort((a, b) => near(a.entry.span) - near(b.entry.span));
  const place: Place = { model, source, content, span, scope, before, near };
  const subjects = distinct([...suggestions.map(({ subject }) => ({ entity: subject, because: 'suggested' as const })), ...mentioned(place)], ({ entity }) => entity);
  const values = distinct([...suggestions.flatMap((claim) => suggestedValue(place, claim)), ...valuesIn(place)], ({ kind, value }) => `${kind} ${value}`);
  const properties = distinct(
    [...suggestions.map(({ property }) => ({ property, because: 'suggested' as const })), ...announced(place, subjects[0]?.entity, values)],
    ({ property }) => property,
  );
  return { span, quote: wordsAt(content, span), subjects, properties, values, suggestions };
}

/** The values of a proposal that a property can have, likeliest first; for text the quote itself, for booleans both. */
export function valuesFor(proposal: ClaimProposal, property: Pick<Property, 'value'> | undefined, subject: string): readonly Pick<ProposedValue, 'value' | 'text'>[] {
  const kind = property?.value ?? 'text';
  if (kind === 'boolean') return ['true', 'false'].map((value) => ({ value, text: value }));
  if (kind === 'text') return [{ value: proposal.quote, text: proposal.quote }];
  return proposal.values.filter((one) => canHold(kind, one.kind) && !(one.kind === 'entity' && one.value === subject));
}

interface Place {
  readonly model: CaseModel;
  readonly source: string;
  readonly content: string;
  readonly span: Span;
  /** The sentences of the selection. */
  readonly scope: Span;
  readonly before: Span;
  readonly near: (span: Span) => number;
}

/** How far a span is from what is selected; what follows it counts as a little further than what goes before. */
function distanceTo({ start, end }: Span): (span: Span) => number {
  return (span) => (span.end <= start ? start - span.end : span.start >= end ? (span.start - end) * 1.5 + 1 : 0);
}

function becauseOf({ span, scope }: Place, own: Span): ProposedBecause {
  return contains(span, own) ? 'selection' : overlaps(scope, own) ? 'sentence' : 'before';
}

const ranks: Readonly<Record<ProposedBecause, number>> = { suggested: 0, selection: 1, sentence: 2, before: 3 };

function byNearness<T extends { readonly because: ProposedBecause; readonly span: Span }>(near: (span: Span) => number): (a: T, b: T) => number {
  return (a, b) => ranks[a.because] - ranks[b.because] || near(a.span) - near(b.span) || a.span.start - b.span.start;
}

/** A subject goes before what is said of it. */
function mentioned(place: Place): readonly { readonly entity: string; readonly because: ProposedBecause }[] {
  const { model, source, scope, before } = place;
  const found = model.mentions(source).mentions.filter(({ span }) => overlaps(span, scope) || overlaps(span, before));
  return found
    .map((mention) => ({ mention, span: mention.span, because: becauseOf(place, mention.span) }))
    .sort(byNearness(({ start, end }) => place.near({ start, end }) + (start >= place.span.end ? place.content.length : 0)))
    .flatMap(({ mention, because }) => mention.candidates.map((entity) => ({ entity, because })));
}

function valuesIn(place: Place): readonly ProposedValue[] {
  const { model, source, scope, content } = place;
  const recognised = model
    .reading(source)
    .values.filter(({ span }) => overlaps(span, scope))
    .flatMap(({ span, text, kind, value }): ProposedValue[] => {
      const written = writtenValue({ value });
      return written === null ? [] : [{ value: written, kind, span, text, because: becauseOf(place, span) }];
    });
  const entities = model
    .mentions(source)
    .mentions.filter(({ span }) => overlaps(span, scope))
    .flatMap(({ span, candidates }) =>
      candidates.map((entity): ProposedValue => ({ value: entity, kind: 'entity', span, text: wordsAt(content, span), because: becauseOf(place, span) })),
    );
  return [...recognised, ...entities].sort(byNearness(place.near));
}

function suggestedValue({ content }: Place, { entry, value }: Claim): readonly ProposedValue[] {
  if (!('text' in entry.value)) return [];
  const { text, span } = entry.value;
  const { kind } = value;
  if (kind !== 'date' && kind !== 'period' && kind !== 'quantity' && kind !== 'entity') return [];
  return [{ value: text, kind, span, text: wordsAt(content, span), because: 'suggested' }];
}

function announced(
  place: Place,
  subject: string | undefined,
  values: readonly ProposedValue[],
): readonly { readonly property: string; readonly because: ProposedBecause }[] {
  const { model, source, content, scope } = place;
  const registry = model.registry();
  const words = createWordReader(content, passageLanguageOf(model.source(source)?.language ?? null, content))(scope);
  const type = subject === undefined ? undefined : resolveEntity(registry, subject)?.type;
  const misfit = ({ id, value }: Property) => {
    const frame = frames.get(id);
    const isOther = frame !== undefined && type !== undefined && frame.subjects.length > 0 && !frame.subjects.includes(type);
    const isValueless = value !== 'text' && value !== 'boolean' && !values.some(({ kind }) => canHold(value, kind));
    return Number(isOther) + Number(isValueless);
  };
  return findCues(words, indexCues(registry.properties.values()))
    .map(({ property, span }) => ({ property: property.id, span, because: becauseOf(place, span), misfit: misfit(property) }))
    .sort((a, b) => a.misfit - b.misfit || ranks[a.because] - ranks[b.because] || b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start)
    .map(({ property, because }) => ({ property, because }));
}

/** Whether a property of `wanted` values can have a value of `kind`: a period may be told by a date or a duration. */
function canHold(wanted: ValueKind, kind: ProposedValue['kind']): boolean {
  return wanted === kind || (wanted === 'period' && kind === 'date');
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}
