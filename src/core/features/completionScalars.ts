import { knownWordsAt } from '../case/schemaShape';
import { wordMeaning, wordsOfKey } from '../case/wordMeanings';
import { typed, writeScalar } from '../edits/yamlScalars';
import { coloredTypes } from '../registry/entityTypes';
import type { Property } from '../registry/registry';
import type { Span } from '../text/text';
import { contains, overlaps } from '../text/text';
import { describeValue, normalisedKey } from '../values/describe';
import { readValue } from '../values/readValue';
import type { ValueShape } from '../values/valueShapes';
import { booleanWords, isTime, quantityShapes, specialWords, timeShapes } from '../values/valueShapes';
import { sourceTitle } from './claimText';
import type { Completion, CompletionRun } from './completionItem';
import { mostListed, plainItem, propertyItem } from './completionItem';
import { rankProperties } from './propertyRanking';
import type { YamlMeaning } from './yamlPlace';
import { meaningAt } from './yamlPlace';

/** Letters of an article's words that a list searches for: fewer are everywhere. */
const leastSearched = 3;
/** UTF-16 units of a sentence that a list shows. */
const shownLength = 70;

/** What may be the scalar at `path`. */
export function scalars(run: CompletionRun, path: readonly string[]): readonly Completion[] {
  const { place } = run;
  const meaning = meaningAt(place.kind, path);
  const known = knownWordsAt(place.kind, path);
  const words = known.length > 0 || path.at(-1) !== 'rank' ? known : wordsOfKey('rank');
  return [...words.map((word) => wordItem(word, wordMeaning(path, word) ?? '')), ...(meaning === null ? [] : meant(run, meaning, path))];
}

function wordItem(word: string, detail: string): Completion {
  return { ...plainItem, kind: 'word', label: word, detail, insert: word };
}

function meant(run: CompletionRun, meaning: Exclude<YamlMeaning, null>, path: readonly string[]): readonly Completion[] {
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
function entityItems(run: CompletionRun): readonly Completion[] {
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
function propertyItems(run: CompletionRun): readonly Completion[] {
  const { model, place } = run;
  const { properties } = model.registry();
  const { counts } = rankProperties(model, place.subject);
  return run.properties(counts).flatMap(({ item }) => {
    const property = properties.get(item.id);
    return property ? [propertyItem(property)] : [];
  });
}

/** Sources; where an annotation file names its own, those without a file first. In a review, those that it is about. */
function sourceItems(run: CompletionRun): readonly Completion[] {
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

/** Values by the type of the property: what the quote holds first, then entities, words or shapes; unknown and none last. */
function valueItems(run: CompletionRun): readonly Completion[] {
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

function shapeItems({ context }: CompletionRun, shapes: readonly ValueShape[]): readonly Completion[] {
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
function quotedValues(run: CompletionRun, property: Property): readonly Completion[] {
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
function quotedPassage({ model, place }: CompletionRun): Span | null {
  const quote = place.claim?.get('quote');
  const content = place.source === null ? undefined : model.text(place.source)?.content;
  if (!quote || content === undefined) return null;
  const start = content.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}

/** The year that examples are of: that of the source. */
function yearOf({ model, place }: CompletionRun): string {
  const published = place.source === null ? null : model.source(place.source)?.published;
  return /\d{4}/.exec(published ?? '')?.[0] ?? '2014';
}

/** Sentences of the article that hold what was typed; where nothing was, those that mention the subject. */
function sentenceItems(run: CompletionRun): readonly Completion[] {
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
function nameItems(run: CompletionRun): readonly Completion[] {
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

function quoteItem(run: CompletionRun, words: string, detail: string): Completion {
  const text = foldSpaces(words);
  const label = text.length > shownLength ? `${text.slice(0, shownLength).trimEnd()}…` : text;
  return { ...plainItem, kind: 'quote', label, detail, documentation: text, insert: written(run, text) };
}

function foldSpaces(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A scalar as it is written at the place: in the quotes that are open there, else plain where YAML allows that. */
function written({ context }: CompletionRun, text: string): string {
  if (context.quote === '"') return JSON.stringify(text).slice(1, -1);
  if (context.quote === "'") return text.replaceAll("'", "''");
  return writeScalar(typed(text), 'plain', { inFlow: context.flow, isKey: false });
}
