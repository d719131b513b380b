import type { KnownKey } from '../case/schemaShape';
import { holdsAt, knownKeysAt, knownWordsAt } from '../case/schemaShape';
import { wordMeaning, wordsOfKey } from '../case/wordMeanings';
import type { CaseModel } from '../caseModel';
import { isDiscrepancy, verdictLabel } from '../claims/words';
import { typed, writeScalar } from '../edits/yamlScalars';
import { coloredTypes } from '../registry/entityTypes';
import type { Property, Registry } from '../registry/registry';
import { vocabulary } from '../registry/vocabulary';
import type { Span } from '../text/text';
import { contains, overlaps } from '../text/text';
import { describeValue, normalisedKey } from '../values/describe';
import { readValue } from '../values/readValue';
import type { ValueShape } from '../values/valueShapes';
import { booleanWords, isTime, quantityShapes, timeShapes } from '../values/valueShapes';
import { entityName, propertyLabel, sourceTitle } from './claimText';
import type { Named, NameIndex, RankedName } from './entityRanking';
import { createNameIndex, namedEntities, namedProperties, rankNames } from './entityRanking';
import { rankProperties } from './propertyRanking';
import { propertyTraits } from './yamlHover';
import type { WrittenKeys, YamlContext } from './yamlContext';
import type { YamlMeaning, YamlPlace } from './yamlPlace';
import { meaningAt, yamlPlaceAt } from './yamlPlace';

/** One thing that may be written at a place of a YAML file. */
export interface Completion {
  readonly kind: 'key' | 'entry' | 'entity' | 'property' | 'source' | 'word' | 'value' | 'quote' | 'group';
  readonly label: string;
  /** Short words beside the label: an entity's name. */
  readonly note: string;
  /** What it is, in a line. */
  readonly detail: string;
  readonly documentation: string;
  /** What is written: the text itself or, with `snippet`, in VS Code's syntax of snippets. Lines have their whole indentation. */
  readonly insert: string;
  readonly snippet: boolean;
  /** More may be completed right behind it. */
  readonly goesOn: boolean;
}

/** What may be written at a place, best first. */
export interface Completions {
  /** The words that it replaces. */
  readonly span: Span;
  /** Those of them before the cursor. */
  readonly typed: string;
  readonly items: readonly Completion[];
  /** The list was chosen by what was typed, and is to be asked for anew with every key. */
  readonly isIncomplete: boolean;
}

/** Entities, sources, sentences that a list holds: more than anyone reads. */
const mostListed = 60;
/** Letters of an article's words that a list searches for: fewer are everywhere. */
const leastSearched = 3;
/** UTF-16 units of a sentence that a list shows. */
const shownLength = 70;

/** A completer of one case; it keeps the index of names while they stay. */
export function createCompleter(model: CaseModel): (path: string, content: string, offset: number) => Completions | null {
  const entities = createRanking(namedEntities);
  const properties = createRanking(namedProperties);
  return (path, content, offset) => {
    const place = yamlPlaceAt(model, path, content, offset);
    if (!place) return null;
    const registry = model.registry();
    const run: Run = {
      model,
      path,
      place,
      context: place.context,
      entities: (counts) => entities(registry, place.context.typed, counts),
      properties: (counts) => properties(registry, place.context.typed, counts),
    };
    const items = itemsAt(run);
    if (items.length === 0) return null;
    const searched = items.some(({ kind }) => kind !== 'key' && kind !== 'entry' && kind !== 'word');
    return { span: place.context.span, typed: place.context.typed, items, isIncomplete: searched };
  };
}

interface Run {
  readonly model: CaseModel;
  readonly path: string;
  readonly place: YamlPlace;
  readonly context: YamlContext;
  /** By what was typed, or where that is nothing by `counts` alone. */
  entities(counts: ReadonlyMap<string, number>): RankedName[];
  properties(counts: ReadonlyMap<string, number>): RankedName[];
}

/** Ranks the names of a registry; keeps their index while they are the same, also in a new state of the registry. */
function createRanking(named: (registry: Registry) => readonly Named[]) {
  let index: NameIndex = createNameIndex([]);
  let byId: ReadonlyMap<string, Named> = new Map();
  let indexed: Registry | undefined;
  return (registry: Registry, words: string, counts: ReadonlyMap<string, number>): RankedName[] => {
    if (registry !== indexed) {
      const items = named(registry);
      if (items.length !== index.items.length || !items.every((item, at) => sameNames(item, index.items[at]!))) {
        index = createNameIndex(items);
        byId = new Map(items.map((item) => [item.id, item]));
      }
      indexed = registry;
    }
    if (words.trim() !== '') return rankNames(index, { words, onlySimilar: true, counts }, mostListed);
    const counted = [...counts].sort(([, a], [, b]) => b - a).flatMap(([id]) => byId.get(id) ?? []);
    const others = index.items.slice(0, mostListed + counted.length).filter(({ id }) => !counts.has(id));
    return [...counted, ...others]
      .slice(0, mostListed)
      .map((item) => ({ item, similarity: 0, matched: null, count: counts.get(item.id) ?? 0 }));
  };
}

function sameNames(a: Named, b: Named): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.type === b.type &&
    a.description === b.description &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every((alias, at) => alias === b.aliases[at])
  );
}

const plainItem = { note: '', detail: '', documentation: '', snippet: false, goesOn: false };

function itemsAt(run: Run): readonly Completion[] {
  const { context, place } = run;
  const { role, path, maps, above } = context;
  const holds = holdsAt(place.kind, path);
  if (role === 'key') return [...keys(run, path, maps.at(-1), 0), ...chosenKeys(run, maps.at(-1))];
  if (role === 'item') {
    if (!holds.has('map')) return scalars(run, path);
    return [...entries(run, path, ''), ...(context.flow ? [] : keys(run, path, undefined, 0))];
  }
  if (role === 'value') {
    const wantsList = holds.has('list') && (!holds.has('scalar') || place.property?.cardinality === 'closed-list');
    const items = wantsList ? scalars(run, [...path, '-']).map(bracketed) : scalars(run, path);
    return context.tight ? items.map((item) => ({ ...item, insert: ` ${item.insert}` })) : items;
  }
  if (holds.has('list')) {
    const item = [...path, '-'];
    const fromItem = above ? keys(run, item, above.keys, above.column - context.column) : [];
    if (holdsAt(place.kind, item).has('map')) return [...fromItem, ...entries(run, item, '- ')];
    return scalars(run, item).map((one) => ({ ...one, insert: `- ${one.insert}` }));
  }
  return [...keys(run, path, undefined, 0), ...chosenKeys(run, undefined)];
}

function bracketed(item: Completion): Completion {
  return specialWords.has(item.label) ? item : { ...item, insert: `[${item.insert}]` };
}

/** The keys that the map at `path` lacks. `inset`: columns that the cursor stands left of them. */
function keys(run: Run, path: readonly string[], written: WrittenKeys | undefined, inset: number): readonly Completion[] {
  const { place, context } = run;
  const column = context.column + inset;
  return knownKeysAt(place.kind, path)
    .filter(({ name }) => name === context.text || !written?.has(name))
    .map((key): Completion => ({
      ...plainItem,
      kind: 'key',
      label: key.name,
      detail: key.needed ? 'needed' : '',
      documentation: key.description,
      insert: ' '.repeat(inset) + keyInsert(run, path, key, column),
      snippet: !hasOwnColon(context),
      goesOn: !hasOwnColon(context),
    }));
}

function hasOwnColon({ colon, quote }: YamlContext): boolean {
  return colon || quote !== '';
}

function keyInsert({ place, context }: Run, path: readonly string[], { name, holds }: KnownKey, column: number): string {
  if (hasOwnColon(context)) return name;
  if (holds === 'scalar') return `${name}: $0`;
  if (context.flow) return holds === 'list' ? `${name}: [$0]` : `${name}: {$0}`;
  const below = `\n${' '.repeat(column + 2)}`;
  if (holds === 'map') return `${name}:${below}$0`;
  const entry = entrySnippet(place, [...path, name, '-'], column + 4);
  return `${name}:${below}- ${entry ?? '$0'}`;
}

/** An item of the list whose items are at `path`: the keys that it needs, each with a gap. */
function entries({ place, context }: Run, path: readonly string[], dash: string): readonly Completion[] {
  const needed = knownKeysAt(place.kind, path).filter((key) => key.needed);
  const insert = context.flow
    ? `{${needed.map(({ name }, at) => `${name}: \${${at + 1}}`).join(', ')}}`
    : entrySnippet(place, path, context.column + dash.length);
  if (needed.length === 0 || insert === null) return [];
  const label = `${dash}${needed.map(({ name }) => name).join(', ')}`;
  const list = path.at(-2) ?? '';
  return [{ ...plainItem, kind: 'entry', label, detail: `new entry of ${list}`, insert: dash + insert, snippet: true, goesOn: true }];
}

function entrySnippet({ kind }: YamlPlace, path: readonly string[], column: number): string | null {
  const needed = knownKeysAt(kind, path).filter((key) => key.needed);
  if (needed.length === 0 || holdsAt(kind, path).has('scalar')) return null;
  return needed.map(({ name }, at) => `${name}: \${${at + 1}}`).join(`\n${' '.repeat(column)}`);
}

/** Keys that a person chooses: sources, properties, decisions, separators. */
function chosenKeys(run: Run, written: WrittenKeys | undefined): readonly Completion[] {
  const { model, place, context } = run;
  const isNew = (id: string) => id === context.text || !written?.has(id);
  const below = context.flow ? ' {$0}' : `\n${' '.repeat(context.column + 2)}`;
  const key = (item: Omit<Completion, 'insert' | 'snippet' | 'goesOn'>, rest: string): Completion => {
    const name = context.quote === '' ? writeScalar(typed(item.label), 'plain', { inFlow: context.flow, isKey: true }) : item.label;
    return hasOwnColon(context)
      ? { ...item, insert: name, snippet: false, goesOn: false }
      : { ...item, insert: `${escapeSnippet(name)}:${rest}`, snippet: true, goesOn: true };
  };
  switch (place.meaning) {
    case 'source':
      return model
        .sources()
        .filter(({ id, entry }) => isNew(id) && (entry === null || id === context.text))
        .slice(0, mostListed)
        .map(({ id }) => key({ ...plainItem, kind: 'source', label: id, detail: 'article' }, context.flow ? below : `${below}$0`));
    case 'property':
      return [...vocabulary.values()]
        .filter(({ id }) => isNew(id) && !model.registry().properties.get(id)?.declared)
        .map((property) =>
          key({ ...propertyItem(property), documentation: 'Built in: what is written here takes the place of its own.' }, context.flow ? below : `${below}$0`),
        );
    case 'separator':
      return (place.property?.separators ?? [])
        .filter(isNew)
        .map((id) => key({ ...plainItem, kind: 'property', label: id, detail: `keeps claims about ${place.property!.label} apart` }, ' $0'));
    case 'group':
      return model
        .groups()
        .filter((group) => isDiscrepancy(group.verdict) && isNew(group.key))
        .slice(0, mostListed)
        .map((group) => {
          const words = `${entityName(model, group.subject)}, ${propertyLabel(model, group.property)}`;
          const item = { ...plainItem, kind: 'group' as const, label: group.key, note: verdictLabel(group.verdict), detail: words };
          return key(item, context.flow ? ' {status: $0}' : `${below}status: $0`);
        });
    default:
      return [];
  }
}

/** What may be the scalar at `path`. */
function scalars(run: Run, path: readonly string[]): readonly Completion[] {
  const { place } = run;
  const meaning = meaningAt(place.kind, path);
  const known = knownWordsAt(place.kind, path);
  const words = known.length > 0 || path.at(-1) !== 'rank' ? known : wordsOfKey('rank');
  return [...words.map((word) => wordItem(word, wordMeaning(path, word) ?? '')), ...(meaning === null ? [] : meant(run, meaning, path))];
}

function wordItem(word: string, detail: string): Completion {
  return { ...plainItem, kind: 'word', label: word, detail, insert: word };
}

function meant(run: Run, meaning: Exclude<YamlMeaning, null>, path: readonly string[]): readonly Completion[] {
  const { model, place } = run;
  switch (meaning) {
    case 'entity': {
      const own = place.kind === 'registry' && place.claim === null ? path[1] : undefined;
      const none = path.join('/') === 'mentions/-/entity' ? [wordItem('none', 'No entity: stop offering it.')] : [];
      return [...entityItems(run).filter(({ label }) => label !== own), ...none];
    }
    case 'property':
      return propertyItems(run).filter(({ label }) => place.claim !== null || label !== path[1]);
    case 'source':
      return sourceItems(run);
    case 'time':
      return shapeItems(run, timeShapes(run.context.typed, path.at(-1) === 'valid' ? 'period' : 'date', yearOf(run)));
    case 'value':
      return valueItems(run);
    case 'quote':
      return sentenceItems(run);
    case 'name':
      return nameItems(run);
    case 'type':
      return countedWords([...coloredTypes, ...Array.from(model.registry().entities.values(), ({ type }) => type)]);
    case 'unit':
      return countedWords(Array.from(model.registry().properties.values(), ({ unit }) => unit ?? ''));
    case 'language':
      return countedWords(['en', 'ru', ...model.sources().map(({ language }) => language ?? '')]);
    case 'same-key':
      return countedWords(
        [...model.manifest().data.sources.values()].map((entry) => entry[path.at(-1) as 'origin' | 'publisher' | 'author' | 'encoding']?.text ?? ''),
      ).map((item) => ({ ...item, insert: written(run, item.label) }));
    case 'separator':
    case 'group':
      return [];
  }
}

/** Each word once, the most frequent first; those that come first among equals. */
function countedWords(words: readonly string[]): readonly Completion[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostListed)
    .map(([word]) => wordItem(word, ''));
}

/** Entities by what was typed; those of the claim's quote first, then those that the file's source mentions. */
function entityItems(run: Run): readonly Completion[] {
  const { model, place } = run;
  const counts = new Map<string, number>();
  const passage = quotedPassage(run);
  for (const { entity, span } of place.source === null ? [] : model.mentions(place.source).mentions) {
    if (entity === null) continue;
    const inQuote = passage !== null && overlaps(passage, span);
    counts.set(entity, (counts.get(entity) ?? 0) + (inQuote ? 1000 : 1));
  }
  return run.entities(counts).map(({ item, matched, count }) => ({
    ...plainItem,
    kind: 'entity',
    label: item.id,
    note: item.name,
    detail: [item.type, matched === null || matched === item.id ? null : `“${matched}”`, count > 0 ? 'in this source' : null].filter(Boolean).join(' · '),
    documentation: item.description ?? '',
    insert: item.id,
  }));
}

/** Properties by what was typed: those that the case says of entities like the subject, those that are typical of them, those of the case. */
function propertyItems(run: Run): readonly Completion[] {
  const { model, place } = run;
  const { properties } = model.registry();
  const { counts } = rankProperties(model, place.subject);
  return run.properties(counts).flatMap(({ item }) => {
    const property = properties.get(item.id);
    return property ? [propertyItem(property)] : [];
  });
}

function propertyItem(property: Property): Completion {
  const cues = property.cues.length === 0 ? '' : `Announced by ${property.cues.map((cue) => `“${cue}”`).join(', ')}.`;
  const { id, label } = property;
  return { ...plainItem, kind: 'property', label: id, note: label, detail: propertyTraits(property).join(' · '), documentation: cues, insert: id };
}

/** Sources; where an annotation file names its own, those without a file first. In a review, those that it is about. */
function sourceItems(run: Run): readonly Completion[] {
  const { model, place, context } = run;
  const about = new Set(
    place.kind === 'reviews' ? model.groups().find(({ key }) => key === context.path[1])?.claims.map(({ source }) => source) : [],
  );
  const rank = (id: string) => (about.size > 0 ? Number(!about.has(id)) : Number(place.kind === 'annotations' && model.annotationsOf(id) !== undefined));
  const wanted = context.typed.toLowerCase();
  return model
    .sources()
    .filter(({ id, title }) => id.toLowerCase().includes(wanted) || title?.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a.id) - rank(b.id))
    .slice(0, mostListed)
    .map(({ id, publisher, published }) => ({
      ...plainItem,
      kind: 'source',
      label: id,
      note: sourceTitle(model, id) === id ? '' : sourceTitle(model, id),
      detail: [publisher, published].filter(Boolean).join(' · '),
      insert: written(run, id),
    }));
}

/** Values of every property, and what they mean (DESIGN §1). */
export const specialWords: ReadonlyMap<string, string> = new Map([
  ['unknown', 'The source says that it is not known.'],
  ['none', 'The source says that there is none.'],
]);

/** Values by the type of the property: what the quote holds first, then entities, words or shapes; unknown and none last. */
function valueItems(run: Run): readonly Completion[] {
  const { place, context } = run;
  const { property } = place;
  const special = context.path.at(-1) === '-' ? [] : Array.from(specialWords, ([word, meaning]) => wordItem(word, meaning));
  if (!property) return context.path.at(-2) === 'key' ? entityItems(run) : special;
  const { value, unit } = property;
  if (value === 'entity') return [...entityItems(run), ...special];
  if (value === 'boolean') return [...booleanWords.map((word) => wordItem(word, '')), ...special];
  if (value === 'text') return special;
  const shapes = isTime(value) ? timeShapes(context.typed, value, yearOf(run)) : quantityShapes(context.typed, unit);
  return [...quotedValues(run, property), ...shapeItems(run, shapes), ...special];
}

function shapeItems({ context }: Run, shapes: readonly ValueShape[]): readonly Completion[] {
  return shapes.map(({ example, words, snippet }) => ({
    ...plainItem,
    kind: 'value',
    label: example,
    detail: words,
    insert: snippet,
    snippet: true,
    documentation: context.typed === '' ? 'An example of the shape: type over its parts.' : '',
  }));
}

/** What the words of the claim's quote say, as values of the property. */
function quotedValues(run: Run, property: Property): readonly Completion[] {
  const { model, place, context } = run;
  const passage = quotedPassage(run);
  if (passage === null || place.source === null) return [];
  const facts = model.source(place.source);
  const reading = { resolve: (id: string) => model.entity(id)?.id, published: facts?.published ?? null, hemisphere: facts?.hemisphere ?? 'north' } as const;
  const found = new Map<string, Completion>();
  for (const { span, text, value } of model.reading(place.source).values) {
    if (!contains(passage, span) || value === null) continue;
    const normalised = normalisedKey(value);
    const words = text.replace(/\s+/g, ' ');
    const saidSo = readValue(words, property, reading);
    const asSaid = value.kind === 'quantity' && saidSo.error === null && saidSo.value.kind === 'quantity';
    const insert = asSaid ? words : normalised;
    const read = readValue(insert, property, reading);
    if (read.error !== null || !insert.toLowerCase().includes(context.typed.trim().toLowerCase())) continue;
    const item: Completion = {
      ...plainItem,
      kind: 'value',
      label: insert,
      note: 'in the quote',
      detail: describeValue(read.value),
      documentation: `“${words}”`,
      insert: written(run, insert),
    };
    found.set(insert, item);
  }
  return [...found.values()];
}

/** Where the words of the claim's quote stand in the article, when they do so as they are written. */
function quotedPassage({ model, place }: Run): Span | null {
  const quote = place.claim?.get('quote');
  const content = place.source === null ? undefined : model.text(place.source)?.content;
  if (!quote || content === undefined) return null;
  const start = content.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}

/** The year that examples are of: that of the source. */
function yearOf({ model, place }: Run): string {
  const published = place.source === null ? null : model.source(place.source)?.published;
  return /\d{4}/.exec(published ?? '')?.[0] ?? '2014';
}

/** Sentences of the article that hold what was typed; where nothing was, those that mention the subject. */
function sentenceItems(run: Run): readonly Completion[] {
  const { model, place, context } = run;
  const content = place.source === null ? undefined : model.text(place.source)?.content;
  if (content === undefined || place.source === null) return [];
  const wanted = foldSpaces(context.typed).toLowerCase();
  const subject = wanted === '' && place.subject !== null ? model.entity(place.subject)?.id : undefined;
  if (subject === undefined && wanted.length < leastSearched) return [];
  const mentions = subject === undefined ? [] : model.mentionsOf(subject, place.source);
  return model
    .reading(place.source)
    .sentences.filter((sentence) => {
      if (subject !== undefined) return mentions.some(({ span }) => contains(sentence, span));
      return foldSpaces(content.slice(sentence.start, sentence.end)).toLowerCase().includes(wanted);
    })
    .slice(0, mostListed)
    .map(({ start, end }) => quoteItem(run, content.slice(start, end), 'sentence of the article'));
}

/** Names of the article that link to nothing, or could be several. */
function nameItems(run: Run): readonly Completion[] {
  const { model, place, context } = run;
  if (place.source === null) return [];
  const ambiguous = model.mentions(place.source).mentions.filter(({ entity }) => entity === null);
  const names = new Map<string, string>([
    ...model.unlinkedNames(place.source).map(({ text }) => [foldSpaces(text), 'not linked'] as const),
    ...ambiguous.map(({ text }) => [foldSpaces(text), 'could be several entities'] as const),
  ]);
  const wanted = foldSpaces(context.typed).toLowerCase();
  return [...names]
    .filter(([text]) => text.toLowerCase().includes(wanted))
    .slice(0, mostListed)
    .map(([text, why]) => quoteItem(run, text, why));
}

function quoteItem(run: Run, words: string, detail: string): Completion {
  const text = foldSpaces(words);
  const label = text.length > shownLength ? `${text.slice(0, shownLength).trimEnd()}…` : text;
  return { ...plainItem, kind: 'quote', label, detail, documentation: text, insert: written(run, text) };
}

function foldSpaces(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A scalar as it is written at the place: in the quotes that are open there, else plain where YAML allows that. */
function written({ context }: Run, text: string): string {
  if (context.quote === '"') return JSON.stringify(text).slice(1, -1);
  if (context.quote === "'") return text.replaceAll("'", "''");
  return writeScalar(typed(text), 'plain', { inFlow: context.flow, isKey: false });
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
