import { idPattern, reservedIds } from '../case/schemas';
import type { CaseModel } from '../caseModel';
import { vocabulary } from '../registry/vocabulary';
import type { Plan } from './caseEdit';
import { brokenFile, renameIds, yamlFiles } from './renameIds';
import { idScalars } from './writtenIds';

/**
 * Gives an entity or a property another id: every reference in every YAML file of the case follows, and so do decisions of reviewers, which
 * keep standing. No redirect is left: nothing names the old id any more.
 */
export function renameId(model: CaseModel, kind: 'entity' | 'property', from: string, to: string): Plan {
  const refused = renameRefusal(kind, from) ?? newIdRefusal(model, kind, from, to) ?? brokenFile(model) ?? takenDecision(model, kind, from, to);
  if (refused !== null) return { refused };
  const files = renameIds(model, yamlFiles(model), { kind, ids: new Map([[from, to]]) });
  if (files.length === 0) return { refused: `Nothing in this case is named “${from}”.` };
  return { edit: { label: `Rename ${kind} “${from}” to “${to}”`, files } };
}

/** Why an id cannot be renamed at all; null when it can. */
export function renameRefusal(kind: 'entity' | 'property', id: string): string | null {
  if (kind === 'property') {
    if (vocabulary.has(id)) return `“${id}” is one of the built-in properties, whose ids are fixed. Its “label” in the registry can be changed.`;
    const keptApart = [...vocabulary.values()].find(({ separators, kin }) => separators.includes(id) || kin.includes(id));
    if (keptApart) return `The built-in property “${keptApart.id}” refers to “${id}”, so its id is fixed.`;
  }
  if (reservedIds.includes(id)) return `“${id}” is no id, but a word with a meaning of its own.`;
  return null;
}

/** Why `to` cannot be the new id of `from`; null when it can. */
export function newIdRefusal(model: CaseModel, kind: 'entity' | 'property', from: string, to: string): string | null {
  if (to === from) return `“${to}” is its id already.`;
  if (reservedIds.includes(to)) return `“${to}” is reserved. Choose another id.`;
  if (!idPattern.test(to)) return `“${to}” is not an id: use a-z, 0-9 and "-", beginning with a letter.`;
  const registry = model.registry();
  if (kind === 'property') {
    if (vocabulary.has(to)) return `“${to}” is one of the built-in properties. Choose another id.`;
    return registry.properties.has(to) ? `There is a property “${to}” already. Choose another id.` : null;
  }
  const entity = registry.entities.get(to);
  if (entity) return `“${to}” is the id of ${entity.name} already. Choose another id, or merge the two.`;
  const target = registry.redirects.get(to);
  return target === undefined ? null : `“${to}” is a former id of “${target}” already. Choose another id.`;
}

/** A decision on what the new id names would be a duplicate key, one of which is lost. */
function takenDecision(model: CaseModel, kind: 'entity' | 'property', from: string, to: string): string | null {
  const reviews = model.reviews();
  const content = reviews && model.text(reviews.path)?.content;
  if (!content) return null;
  const keys = idScalars(content, 'reviews', model.registry(), model.yamlCache(reviews.path)).filter(({ holds }) => holds === 'decision');
  const held = new Set(keys.map(({ node }) => node.text));
  for (const { node, renamed } of keys) {
    const after = renamed((one, id) => (one === kind && id === from ? to : id));
    if (after === node.text || !held.has(after)) continue;
    return `${reviews.path} has a decision on “${after}” already, which “${node.text}” would become. Remove one of the two first.`;
  }
  return null;
}
