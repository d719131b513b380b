import type { AnchorIndex } from '../anchors/anchorIndex';
import { findEvery, selectorFor } from '../anchors/resolveAnchor';
import type { MentionEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import { buildNameMatcher, findNames } from '../mentions/nameMatcher';
import type { Mention } from '../mentions/mention';
import type { Entity } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import type { FileEdit, Plan, TextEdit } from './caseEdit';
import { addEntries, entryEdits, entryPath, inSteps, openAnnotations, placesOf } from './annotationFile';
import type { Annotations } from './annotationFile';
import { changeFile, knownEntity, openYaml } from './openForEdit';
import { edited } from './editSteps';
import { selectorEdits } from './reattach';
import { EditRefused, planEdit } from './planEdit';
import { selectedName, wordsAt } from './selection';
import { removeAt, renameKey, setPair } from './yamlEdits';
import { typed } from './yamlScalars';
import type { YamlData } from './yamlScalars';
import { pathAt } from './yamlTree';
import type { WrittenYaml } from './yamlTree';

export interface LinkRequest {
  readonly source: string;
  readonly span: Span;
  /** An entity's id, or `none`: no entity at all. */
  readonly entity: string;
  /** Every occurrence of the words in this article. */
  readonly every?: boolean;
}

export interface RejectRequest {
  readonly source: string;
  readonly span: Span;
  readonly entity: string;
  readonly scope: 'here' | 'article' | 'everywhere';
}

/**
 * Links what is selected to an entity by hand (DESIGN §1, §3). A link or rejection that stands there is changed; links that overlap it
 * go. Refused where the name links so already by itself.
 */
export function linkMention(model: CaseModel, { source, span: selected, entity: id, every = false }: LinkRequest): Plan {
  const words = wordsAt(model.text(source)?.content ?? '', selected);
  return planEdit(id === 'none' ? `Mark “${words}” as no entity` : `Link “${words}” to ${nameOf(model, id)}`, () => {
    const span = selectedName(model, source, selected);
    const entity = id === 'none' ? null : knownEntity(model, id);
    refuseSameLink(model, source, span, entity, every);
    const annotations = openAnnotations(model, source);
    return [writeMentions(annotations, [{ span, every, key: 'entity', id: entity?.id ?? 'none' }])];
  });
}

/** What a person said by hand about a place: that it links to an entity, or (null) to none. */
export interface SaidByHand {
  readonly entity: string | null;
  /** The places where the entry says so: more than one of a link with `every`. */
  readonly places: number;
}

/** What counts by hand at a place of an article; null where nothing does. */
export function saidByHand(model: CaseModel, { source, span }: { readonly source: string; readonly span: Span }): SaidByHand | null {
  const anchors = model.anchors(source);
  const data = model.annotationsOf(source)?.data;
  const entry = anchors && data && entryInEffect(model, { source, data, anchors }, span);
  if (!entry) return null;
  const { entity } = model.mentions(source).mentions.find(({ by }) => by === entry) ?? { entity: null };
  return { entity, places: entry.every ? placesOf(anchors, entry).length : 1 };
}

/** Takes back what was said by hand about the mention that is selected: its link, or that it is no entity. Of a link with `every`, all of it. */
export function unlinkMention(model: CaseModel, { source, span: selected }: { readonly source: string; readonly span: Span }): Plan {
  const words = wordsAt(model.text(source)?.content ?? '', selected);
  return planEdit(`Remove the link of “${words}”`, () => {
    const span = selectedName(model, source, selected);
    const annotations = openAnnotations(model, source);
    const entry = entryInEffect(model, annotations, span);
    if (!annotations.yaml || !entry) {
      throw new EditRefused(`“${wordsAt(annotations.anchors.text.content, span)}” is not linked by hand — to refuse the entity of its name, choose “Not this entity”.`);
    }
    return [changeFile(annotations.path, annotations.yaml, (yaml) => removeEntries(yaml, [entry]))];
  });
}

/** Of the entries that link a place or say that it is no entity the one that counts there. */
function entryInEffect(model: CaseModel, annotations: Pick<Annotations, 'source' | 'data' | 'anchors'>, span: Span): MentionEntry | undefined {
  const linked = model.mentions(annotations.source).mentions.find((mention) => overlaps(mention.span, span));
  if (linked) return linked.by ?? undefined;
  const none = entriesOver(annotations, span).filter(({ entity }) => entity?.text === 'none');
  return none.find(({ every }) => !every) ?? none[0];
}

/**
 * Refuses an entity for the mention that is selected: `here`, at every occurrence of its names in this `article`, or `everywhere`, which takes
 * the alias that matched out of the registry. Where a link by hand says so that is no name of the entity, the link goes.
 */
export function rejectMention(model: CaseModel, { source, span: selected, entity: id, scope }: RejectRequest): Plan {
  const words = wordsAt(model.text(source)?.content ?? '', selected);
  const label = { here: `“${words}” is not ${nameOf(model, id)} here`, article: `“${words}” is never ${nameOf(model, id)} in this article`, everywhere: `“${words}” is no alias of ${nameOf(model, id)}` }[scope];
  return planEdit(label, () => {
    const selection = selectedName(model, source, selected);
    const entity = knownEntity(model, id);
    const mention = model.mentions(source).mentions.find((one) => overlaps(one.span, selection) && one.candidates.includes(entity.id));
    const content = model.text(source)!.content;
    if (!mention) throw new EditRefused(`“${wordsAt(content, selection)}” does not mean ${entity.name} as it is.`);
    if (scope === 'everywhere') return [removeAlias(model, entity, mention)];
    const annotations = openAnnotations(model, source);
    const { by } = mention;
    if (by && annotations.yaml && !isNamed(entity, mention.text) && (scope === 'article' || !by.every)) {
      return [changeFile(annotations.path, annotations.yaml, (yaml) => removeEntries(yaml, [by]))];
    }
    if (scope === 'here') {
      const said = by?.every ? ({ key: 'entity', id: 'none' } as const) : ({ key: 'not', id: entity.id } as const);
      return [writeMentions(annotations, [{ span: mention.span, every: false, ...said }])];
    }
    const surfaces = new Map([[wordsAt(content, mention.span), mention.span]]);
    for (const one of model.mentions(source).mentions) {
      const quote = wordsAt(content, one.span);
      if (one.candidates.includes(entity.id) && one.alias === mention.alias && !surfaces.has(quote)) surfaces.set(quote, one.span);
    }
    return [writeMentions(annotations, [...surfaces.values()].map((span) => ({ span, every: true, key: 'not', id: entity.id })))];
  });
}

function nameOf(model: CaseModel, id: string): string {
  return resolveEntity(model.registry(), id)?.name ?? id;
}

function refuseSameLink(model: CaseModel, source: string, span: Span, entity: Entity | null, every: boolean): void {
  const content = model.text(source)!.content;
  const already = model.mentions(source).mentions.find((one) => one.span.start === span.start && one.span.end === span.end);
  const isSame = entity !== null && already?.entity === entity.id && (already.rule === 'alias' || (already.rule === 'link' && already.by?.every === every));
  if (isSame) throw new EditRefused(`“${wordsAt(content, span)}” links to ${entity.name} already.`);
  const isNone = !every && entity === null && model.mentions(source).none.some((one) => one.start === span.start && one.end === span.end);
  if (isNone) throw new EditRefused(`“${wordsAt(content, span)}” is marked as no entity already.`);
}

/** Entries of single places that overlap `span`, and those of every place whose words stand there. */
function entriesOver({ data, anchors }: Pick<Annotations, 'data' | 'anchors'>, span: Span): readonly MentionEntry[] {
  return (data?.mentions ?? []).filter((entry) => placesOf(anchors, entry).some((place) => overlaps(place, span)));
}

/** What is said of one place, or (`every`) of every place with its words. */
interface Statement {
  readonly span: Span;
  readonly every: boolean;
  readonly key: 'entity' | 'not';
  readonly id: string;
}

/** Writes statements: into the entries that are about the same, else into new ones. What contradicts them goes. */
function writeMentions(annotations: Annotations, statements: readonly Statement[]): FileEdit {
  const { yaml } = annotations;
  const changed = new Map<MentionEntry, Statement>();
  const removed = new Set<MentionEntry>();
  const added: Statement[] = [];
  for (const statement of statements) {
    const rivals = entriesOver(annotations, statement.span).filter((entry) => !changed.has(entry) && isAnswered(annotations, entry, statement));
    const own = rivals.find((entry) => entry.every === statement.every) ?? rivals[0];
    if (own) changed.set(own, statement);
    else added.push(statement);
    for (const rival of rivals) if (rival !== own) removed.add(rival);
  }
  const entries = (now: Annotations) =>
    added.map((statement) => ({ at: statement.span, data: dataOf(annotations, statement), before: overshadowing(now, statement) }));
  if (!yaml || (changed.size === 0 && removed.size === 0)) return addEntries(annotations, 'mentions', entries(annotations));
  return inSteps(annotations, [
    (now) => [...changed].flatMap(([entry, statement]) => restate(now, entry, statement)),
    (now) => removeEntries(now.yaml!, now.data!.mentions.filter((_, i) => removed.has(annotations.data!.mentions[i]!))),
    (now) => (added.length > 0 ? entryEdits(now, now.yaml!, 'mentions', entries(now)) : []),
  ]);
}

/** Whether a statement takes the place of an entry: it is about the same words, or overlaps a link, of which nothing would be left, or denies it. */
function isAnswered({ anchors }: Annotations, entry: MentionEntry, { span, every, key, id }: Statement): boolean {
  const places = placesOf(anchors, entry);
  const isSamePlace = places.some(({ start, end }) => start === span.start && end === span.end);
  if (entry.every) return every && (isSamePlace || (key === 'entity' && entry.entity !== undefined && isCovered(anchors, places, span)));
  if (key === 'not') return isSamePlace && (every ? entry.entity?.text === id : true);
  return isSamePlace || entry.entity !== undefined || entry.not?.text === id;
}

/** The entries that would count in place of a new link of every occurrence: of two that overlap, the earlier in the file does (DESIGN §3). */
function overshadowing(annotations: Annotations, { span, every, key }: Statement): readonly MentionEntry[] {
  return every && key === 'entity' ? entriesOver(annotations, span).filter((entry) => entry.every && entry.entity) : [];
}

/** Whether each of the places holds a part of some occurrence of the words at `span`. */
function isCovered(anchors: AnchorIndex, places: readonly Span[], span: Span): boolean {
  const occurrences = findEvery(anchors, { quote: wordsAt(anchors.text.content, span) });
  return places.every((place) => occurrences.some((one) => overlaps(one, place)));
}

function dataOf({ anchors }: Annotations, { span, every, key, id }: Statement): YamlData {
  if (every) return { quote: wordsAt(anchors.text.content, span), [key]: id, every: typed('true') };
  return { ...selectorFor(anchors, span), [key]: id };
}

/** An entry that says something else than it said. */
function restate({ anchors, yaml, data }: Annotations, before: MentionEntry, { span, every, key, id }: Statement): readonly TextEdit[] {
  const entry = data!.mentions.find((one) => one.span.start === before.span.start)!;
  const path = entryPath(yaml!, 'mentions', entry);
  const other = key === 'entity' ? 'not' : 'entity';
  const selector = every ? { quote: wordsAt(anchors.text.content, span) } : selectorFor(anchors, span);
  const says = entry[key]
    ? [...setPair(yaml!, path, key, id), ...(entry[other] ? removeAt(yaml!, [...path, other]) : [])]
    : [...renameKey(yaml!, [...path, other], key), ...setPair(yaml!, path, other, id)];
  const extent = entry.every === every ? [] : every ? setPair(yaml!, path, 'every', typed('true')) : removeAt(yaml!, [...path, 'every']);
  return [...selectorEdits(yaml!, path, entry, selector), ...says, ...extent];
}

function removeEntries(yaml: WrittenYaml, entries: readonly MentionEntry[]): readonly TextEdit[] {
  const indexes = entries.map((entry) => entryPath(yaml, 'mentions', entry));
  return edited(yaml.text, indexes.sort((a, b) => Number(b[1]) - Number(a[1])).map((path) => (text: string) => removeAt(text, path)));
}

/** Whether all of `text` is a name or an alias of the entity. */
function isNamed(entity: Entity, text: string): boolean {
  const matcher = buildNameMatcher([entity.name, ...entity.aliases.map((alias) => alias.text.text)]);
  return findNames(matcher, text).some(({ start, end }) => start === 0 && end === text.length);
}

function removeAlias(model: CaseModel, entity: Entity, mention: Mention): FileEdit {
  const isMatch = (name: string) => findNames(buildNameMatcher([name]), mention.text).some(({ start, end }) => start === 0 && end === mention.text.length);
  const aliases = entity.aliases.filter(({ text }) => isMatch(text.text));
  if (isMatch(entity.name)) {
    throw new EditRefused(`“${mention.text}” is the name of ${entity.id}, not an alias — refuse it here or in this article, or change the name in ${entity.file}.`);
  }
  if (aliases.length === 0) throw new EditRefused(`“${mention.text}” is no alias of ${entity.name}: it is linked by hand — refuse it here.`);
  const yaml = openYaml(model, model.registryFile(entity.file)!);
  return changeFile(entity.file, yaml, () =>
    edited(
      yaml.text,
      aliases
        .map(({ text }) => pathAt(yaml, text.span) ?? [])
        .map((path) => (path.at(-1) === 'text' ? path.slice(0, -1) : path))
        .sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)))
        .map((path) => (text: string) => removeAt(text, path)),
    ),
  );
}
