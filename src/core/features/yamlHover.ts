import { knownKeysAt, knownWordsAt } from '../case/schemaShape';
import { wordMeaning } from '../case/wordMeanings';
import type { CaseModel } from '../caseModel';
import type { Property } from '../registry/registry';
import { vocabulary } from '../registry/vocabulary';
import type { Span } from '../text/text';
import { describeEdtf, describeValue } from '../values/describe';
import { describeExtent } from '../values/describeExtent';
import { parsePeriod, parseDate } from '../values/edtf';
import { readValue } from '../values/readValue';
import type { Value } from '../values/value';
import type { Place } from './claimText';
import { entityName, propertyLabel, sourceTitle } from './claimText';
import type { YamlPlace } from './yamlPlace';
import { yamlPlaceAt } from './yamlPlace';

/** What a hover says in a YAML file of what is no entity and no quote. Plain strings: whoever shows them escapes them. */
export type YamlCard =
  | { readonly kind: 'property'; readonly span: Span; readonly property: PropertyCard }
  | { readonly kind: 'source'; readonly span: Span; readonly source: SourceCard }
  | { readonly kind: 'value'; readonly span: Span; readonly value: ValueWords }
  /** A key or one of the words that a key may have. */
  | { readonly kind: 'word'; readonly span: Span; readonly word: string; readonly meaning: string };

export interface PropertyCard {
  readonly id: string;
  readonly label: string;
  /** `quantity of countries`, `changes with time`, … */
  readonly traits: readonly string[];
  readonly separators: readonly string[];
  readonly kin: readonly string[];
  readonly cues: readonly string[];
  /** Keys that the registry says otherwise than the built-in vocabulary; null when it declares all of it, or nothing. */
  readonly overrides: readonly string[] | null;
  readonly declared: Place | null;
  readonly claims: number;
}

export interface SourceCard {
  readonly id: string;
  readonly title: string;
  /** Publisher, date, language, origin: what is known. */
  readonly facts: readonly string[];
  readonly mentions: number;
  readonly claims: number;
}

export interface ValueWords {
  readonly kind: 'date' | 'period' | 'quantity' | 'other';
  readonly words: string;
  /** The core in words, and the halo where it is wider (DESIGN §4). */
  readonly core: string | null;
  readonly halo: string | null;
  readonly note: string | null;
}

/** The card at an offset of a YAML file; undefined where there is nothing to say, or an entity or quote stands. */
export function yamlCardAt(model: CaseModel, path: string, offset: number): YamlCard | undefined {
  const content = model.text(path)?.content;
  const id = model.writtenIds(path).find(({ span }) => span.start <= offset && offset <= span.end);
  if (id?.kind === 'entity') return undefined;
  if (id?.kind === 'property') {
    const property = model.registry().properties.get(id.id);
    return property && { kind: 'property', span: id.span, property: propertyCard(model, property) };
  }
  if (id?.kind === 'source') {
    const source = sourceCard(model, id.id);
    return source && { kind: 'source', span: id.span, source };
  }
  const place = content === undefined ? null : yamlPlaceAt(model, path, content, offset);
  return place ? placeCard(model, place) : undefined;
}

function placeCard(model: CaseModel, place: YamlPlace): YamlCard | undefined {
  const { context, kind, meaning } = place;
  const { span, text, path } = context;
  if (text === '') return undefined;
  if (context.role === 'key' || context.role === 'block') {
    const key = knownKeysAt(kind, path).find(({ name }) => name === text);
    return key?.description ? { kind: 'word', span, word: key.name, meaning: key.description } : undefined;
  }
  if (meaning === 'time') {
    const value = timeWords(text);
    return value && { kind: 'value', span, value };
  }
  if (meaning === 'value' && place.property) {
    const value = writtenValue(model, place, text, place.property);
    return value && { kind: 'value', span, value };
  }
  const word = wordMeaning(path, text);
  const isKnown = knownWordsAt(kind, path).includes(text) || path.at(-1) === 'rank';
  return word !== undefined && isKnown ? { kind: 'word', span, word: text, meaning: word } : undefined;
}

function timeWords(text: string): ValueWords | undefined {
  const value = text.includes('/') ? parsePeriod(text) : parseDate(text);
  return value ? valueWords(value, describeEdtf(text), null) : undefined;
}

function writtenValue(model: CaseModel, { source }: YamlPlace, text: string, property: Property): ValueWords | undefined {
  const facts = source === null ? undefined : model.source(source);
  const { value, error, derivation } = readValue(text, property, {
    resolve: (id) => model.entity(id)?.id,
    published: facts?.published ?? null,
    ...(facts && { hemisphere: facts.hemisphere }),
  });
  if (error !== null || value.kind === 'text' || value.kind === 'unreadable') return undefined;
  const items = value.kind === 'set' && value.items.length === 1 ? value.items[0]! : value;
  return valueWords(items, describeValue(items, (id) => entityName(model, id)), derivation);
}

function valueWords(value: Value, words: string, derivation: string | null): ValueWords {
  const told = { words, note: derivation };
  switch (value.kind) {
    case 'date':
    case 'period': {
      const note = [derivation, value.uncertain ? 'Marked as uncertain: compared with low confidence.' : null].filter((line) => line !== null);
      return { kind: value.kind, ...told, ...describeExtent(value), note: note.join(' ') || null };
    }
    case 'quantity':
      return { kind: value.kind, ...told, ...describeExtent(value) };
    case 'unknown':
      return { kind: 'other', words, core: null, halo: null, note: 'The source says that it is not known.' };
    case 'none':
      return { kind: 'other', words, core: null, halo: null, note: 'The source says that there is none.' };
    default:
      return { kind: 'other', ...told, core: null, halo: null };
  }
}

/** What a property is, and where its registry entry differs from the built-in one. */
function propertyCard(model: CaseModel, property: Property): PropertyCard {
  const { id, label, declared, separators, kin, cues } = property;
  const key = declared
    ? model.writtenIds(declared.file).find((one) => one.kind === 'property' && one.role === 'definition' && one.id === id)
    : undefined;
  return {
    id,
    label,
    traits: propertyTraits(property),
    separators: separators.map((one) => propertyLabel(model, one)),
    kin: kin.map((one) => propertyLabel(model, one)),
    cues,
    overrides: overridesOf(property),
    declared: declared && { file: declared.file, span: key?.span ?? declared.span },
    claims: model.claims().filter((claim) => claim.property === id).length,
  };
}

/** What a property's values are like: `quantity in countries`, `changes with time`, `several values`. */
export function propertyTraits({ value, unit, temporal, cardinality, hierarchical }: Property): readonly string[] {
  return [
    unit === null ? value : `${value}, unit ${unit}`,
    temporal === 'fluent' ? 'changes with time' : 'true once and for all',
    { one: 'one value', many: 'several values', 'closed-list': 'a complete list' }[cardinality],
    ...(hierarchical ? ['parts refine wholes'] : []),
  ];
}

const comparedKeys = ['label', 'value', 'unit', 'temporal', 'cardinality', 'hierarchical', 'separators', 'kin', 'cues'] as const;

function overridesOf(property: Property): readonly string[] | null {
  const built = vocabulary.get(property.id);
  if (!built || !property.declared) return null;
  return comparedKeys.filter((key) => JSON.stringify(property[key]) !== JSON.stringify(built[key]));
}

function sourceCard(model: CaseModel, id: string): SourceCard | undefined {
  const source = model.source(id);
  if (!source) return undefined;
  const { publisher, published, language, entry } = source;
  const origin = entry?.origin?.text;
  return {
    id,
    title: sourceTitle(model, id),
    facts: [
      entry?.author?.text,
      publisher,
      published === null ? null : describeEdtf(published),
      language === null ? null : `language ${language}`,
      origin === undefined ? null : `origin ${origin}`,
    ].filter((fact) => fact !== null && fact !== undefined),
    mentions: model.mentions(id).mentions.length,
    claims: model.claimsOf(id).length,
  };
}
