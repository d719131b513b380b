import type { AliasEntry, ClaimEntry, EntityEntry, Problem, PropertyEntry, Reading, RegistryFile, Scalar } from './entries';
import { claimOf, inOrder, itemsIn, pairsOf, readPairs, scalarIn, scalarOf, scalarsIn, sectionsOf, valueIn } from './readEntries';
import { entitySchema, idPattern, propertySchema, reservedIds } from './schemas';
import { moveSpan } from './yaml';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml';
import { createYamlCache } from './yamlCache';
import type { YamlCache } from './yamlCache';
import { readOutline } from './yamlOutline';

const noScalars: readonly Scalar[] = [];

/**
 * Reads one registry file (DESIGN §1). Entries with an invalid id are left out, of the others what is wrong. With the cache of the
 * last reading of the same file, entries that neither changed nor moved are the same objects again.
 */
export function readRegistryFile(text: string, cache: YamlCache = createYamlCache()): Reading<RegistryFile> {
  const outline = readOutline(text, cache);
  const problems = [...outline.problems];
  const sections = sectionsOf(outline, ['entities', 'properties'], 'a registry file', problems);
  const entities = pairsOf('entities', sections.get('entities'), problems);
  const properties = pairsOf('properties', sections.get('properties'), problems);
  return {
    data: {
      entities: readPairs(entities, entitySchema, entityOf, tellEntity, problems, cache),
      properties: readPairs(properties, propertySchema, propertyOf, tellId, problems, cache),
    },
    problems: inOrder(problems),
  };
}

function tellEntity(pair: YamlPair, map: YamlMap): readonly Problem[] {
  const problems = [...tellId(pair)];
  if (!valueIn(map, 'name') && !valueIn(map, 'redirect')) {
    const message = `"${pair.key.text}" has no name — add "name", or "redirect" if it was merged into another entity`;
    problems.push({ code: 'yaml/missing-key', span: pair.key.span, message });
  }
  return problems;
}

function tellId({ key }: YamlPair): readonly Problem[] {
  if (isValidId(key)) return [];
  if (reservedIds.includes(key.text)) {
    return [{ code: 'registry/invalid-id', span: key.span, message: `"${key.text}" is reserved — choose another id` }];
  }
  const example = idFrom(key.text);
  const message = `"${key.text}" is not an id: use a-z, 0-9 and "-", beginning with a letter${example ? ` — for example "${example}"` : ''}`;
  return [{ code: 'registry/invalid-id', span: key.span, message, ...(example ? { data: { replacement: example } } : {}) }];
}

function isValidId({ text }: YamlScalar): boolean {
  return idPattern.test(text) && !reservedIds.includes(text);
}

function idFrom(text: string): string | null {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .replace(/-$/, '');
  return idPattern.test(id) && !reservedIds.includes(id) ? id : null;
}

function entityOf(pair: YamlPair, map: YamlMap, offset: number): EntityEntry | null {
  if (!isValidId(pair.key)) return null;
  const id = scalarOf(pair.key, offset);
  return {
    id,
    span: moveSpan(pair.span, offset),
    type: scalarIn(map, 'type', offset),
    name: scalarIn(map, 'name', offset),
    aliases: aliasesOf(map, offset),
    description: scalarIn(map, 'description', offset),
    sameAs: scalarsIn(map, 'sameAs', offset) ?? noScalars,
    partOf: scalarsIn(map, 'partOf', offset) ?? noScalars,
    facts: itemsIn(map, 'facts').flatMap((item) => factOf(item, offset, id)),
    redirect: scalarIn(map, 'redirect', offset),
  };
}

function aliasesOf(map: YamlMap, offset: number): readonly AliasEntry[] {
  const aliases: AliasEntry[] = [];
  for (const node of itemsIn(map, 'aliases')) {
    if (node.kind === 'scalar') aliases.push({ text: scalarOf(node, offset), in: noScalars, except: noScalars });
    const text = node.kind === 'map' ? scalarIn(node, 'text', offset) : undefined;
    if (node.kind !== 'map' || !text) continue;
    aliases.push({
      text,
      in: scalarsIn(node, 'in', offset) ?? noScalars,
      except: scalarsIn(node, 'except', offset) ?? noScalars,
      valid: scalarIn(node, 'valid', offset),
    });
  }
  return aliases;
}

function factOf(node: YamlNode, offset: number, subject: Scalar): readonly ClaimEntry[] {
  const claim = node.kind === 'map' ? claimOf(node, offset, subject) : null;
  return claim ? [claim] : [];
}

function propertyOf(pair: YamlPair, map: YamlMap, offset: number): PropertyEntry | null {
  if (!isValidId(pair.key)) return null;
  return {
    id: scalarOf(pair.key, offset),
    span: moveSpan(pair.span, offset),
    label: scalarIn(map, 'label', offset),
    value: scalarIn(map, 'value', offset),
    unit: scalarIn(map, 'unit', offset),
    temporal: scalarIn(map, 'temporal', offset),
    cardinality: scalarIn(map, 'cardinality', offset),
    hierarchical: scalarIn(map, 'hierarchical', offset),
    separators: scalarsIn(map, 'separators', offset),
    kin: scalarsIn(map, 'kin', offset),
    cues: scalarsIn(map, 'cues', offset),
  };
}
