import type { AliasEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import { createLinker, linkArticle } from '../mentions/linkArticle';
import type { Mention } from '../mentions/mention';
import { buildNameMatcher, findNames } from '../mentions/nameMatcher';
import type { Entity } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import type { Plan } from './caseEdit';
import { changeFile, knownEntity, openYaml } from './openForEdit';
import { EditRefused, planEdit } from './planEdit';
import { insertItems } from './yamlEdits';
import { pathAt } from './yamlTree';

/** A place that an alias would link, or make ambiguous. */
export interface AliasPlace {
  readonly source: string;
  readonly span: Span;
  readonly text: string;
}

/** What an alias would change in all sources, in their order. */
export interface AliasEffect {
  /** Places that would link to the entity and link to nothing for sure now. */
  readonly gained: readonly AliasPlace[];
  /** Places that link to another entity (`from`) now, and would no longer. */
  readonly stolen: readonly (AliasPlace & { readonly from: string })[];
  /** Places that would be ambiguous, and are not now; `rivals` are all candidates. */
  readonly ambiguous: readonly (AliasPlace & { readonly rivals: readonly string[] })[];
}

const keyOrder = ['type', 'name', 'aliases', 'description', 'sameAs', 'partOf', 'facts'];

/** Adds an alias to an entity of the registry. Refused where the entity is called so already, or no name can be so short. */
export function addAlias(model: CaseModel, { entity: id, text }: { readonly entity: string; readonly text: string }): Plan {
  const alias = oneLine(text);
  return planEdit(`Add the alias “${alias}” to ${resolveEntity(model.registry(), id)?.name ?? id}`, () => {
    const entity = knownEntity(model, id);
    if ([...alias.normalize('NFC')].length < 2 || !/[\p{L}\p{N}]/u.test(alias)) throw new EditRefused('An alias has at least two letters — select a longer name.');
    if (isCalled(entity, alias)) throw new EditRefused(`“${alias}” is a name of ${entity.name} already, in ${entity.file}.`);
    const yaml = openYaml(model, model.registryFile(entity.file)!);
    return [
      changeFile(entity.file, yaml, () => {
        const path = pathAt(yaml, entity.idSpan);
        if (!path) throw new EditRefused(`“${entity.id}” is not there any more — try again`);
        return insertItems(yaml, [...path, 'aliases'], Infinity, [alias], { order: keyOrder });
      }),
    ];
  });
}

/**
 * What `text` as an alias of an entity would change, exactly: articles that hold it are linked with the registry as it would be. Pauses
 * after each article, so that whoever runs it can let others go first. The result holds for the model's present generation.
 */
export function* aliasEffect(model: CaseModel, id: string, text: string): Generator<void, AliasEffect> {
  const gained: AliasPlace[] = [];
  const stolen: (AliasPlace & { from: string })[] = [];
  const ambiguous: (AliasPlace & { rivals: readonly string[] })[] = [];
  const registry = model.registry();
  const entity = resolveEntity(registry, id);
  const written = oneLine(text);
  if (!entity || isCalled(entity, written)) return { gained, stolen, ambiguous };
  const alias: AliasEntry = { text: { text: written, span: { start: 0, end: 0 } }, in: [], except: [] };
  const entities = new Map([...registry.entities, [entity.id, { ...entity, aliases: [...entity.aliases, alias] }] as const]);
  const linker = createLinker({ ...registry, entities });
  const matcher = buildNameMatcher([written]);
  for (const { id: source, published } of model.sources()) {
    yield;
    const article = model.text(source);
    if (!article || findNames(matcher, article.content).length === 0) continue;
    const before = model.mentions(source).mentions;
    const after = linkArticle(linker, { source, text: article, published }, model.annotationsOf(source)?.data ?? null).mentions;
    const isAsBefore = sameIn(before);
    const isAsAfter = sameIn(after);
    for (const mention of after) {
      if (isAsBefore(mention)) continue;
      const place = { source, span: mention.span, text: mention.text };
      if (mention.entity === null) ambiguous.push({ ...place, rivals: mention.candidates });
      else if (mention.entity === entity.id && !before.some((one) => one.entity !== null && overlaps(one.span, mention.span))) gained.push(place);
    }
    for (const mention of before) {
      if (mention.entity === null || mention.entity === entity.id || isAsAfter(mention)) continue;
      if (after.some((one) => one.entity === null && one.candidates.includes(mention.entity!) && overlaps(one.span, mention.span))) continue;
      stolen.push({ source, span: mention.span, text: mention.text, from: mention.entity });
    }
  }
  return { gained, stolen, ambiguous };
}

function sameIn(mentions: readonly Mention[]): (mention: Mention) => boolean {
  const keys = new Set(mentions.map(linkKey));
  return (mention) => keys.has(linkKey(mention));
}

function linkKey({ span, entity }: Mention): string {
  return `${span.start} ${span.end} ${entity ?? ''}`;
}

function isCalled(entity: Entity, alias: string): boolean {
  return [entity.name, ...entity.aliases.map(({ text }) => text.text)].some((name) => oneLine(name) === alias);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
