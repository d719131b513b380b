import type { CaseModel } from '../caseModel';
import { contains } from '../text/text';
import type { Plan } from './caseEdit';
import { edited } from './editSteps';
import { planEdit } from './planEdit';
import type { YamlFile } from './renameIds';
import { brokenFile, yamlFiles } from './renameIds';
import type { IdScalar } from './writtenIds';
import { idScalars } from './writtenIds';
import { removeAt } from './yamlEdits';

/** What else of a case names an entity, or a former id of it. */
export interface EntityUses {
  readonly claims: number;
  /** Links and rejections by hand. */
  readonly links: number;
  readonly decisions: number;
  /** Other entities that are part of it, or have facts about it. */
  readonly entities: readonly string[];
  /** Names in articles that link to it by themselves. */
  readonly mentions: number;
}

/**
 * Takes an entity, and former ids that lead to it, out of the registry. Refused while claims, links by hand, decisions or other entities name
 * it, which would be left behind; merging it into another entity is the way out then. Names in articles that link to it lose their link.
 */
export function removeEntity(model: CaseModel, id: string): Plan {
  const entity = model.registry().entities.get(id);
  if (!entity) return { refused: `There is no entity “${id}” in the registry.` };
  const refused = brokenFile(model) ?? usesRefusal(entity.name, usesOf(model, id));
  if (refused !== null) return { refused };
  return planEdit(`Remove ${entity.name} (${id})`, () => {
    const { redirects, redirectEntries } = model.registry();
    const former = [...redirects].filter(([, target]) => target === id).map(([old]) => ({ id: old, file: redirectEntries.get(old)!.file }));
    const gone = [{ id, file: entity.file }, ...former];
    return [...new Set(gone.map(({ file }) => file))].map((path) => ({
      kind: 'change' as const,
      path,
      edits: edited(model.text(path)!.content, gone.filter(({ file }) => file === path).map((one) => (text: string) => removeAt(text, ['entities', one.id]))),
    }));
  });
}

/** Everything outside of an entity's own entry that names it. */
export function usesOf(model: CaseModel, id: string): EntityUses {
  const { redirects, entities } = model.registry();
  const own = entities.get(id);
  const names = new Set([id, ...[...redirects].filter(([, target]) => target === id).map(([old]) => old)]);
  const uses = { claims: 0, links: 0, decisions: 0, entities: [] as string[] };
  for (const file of yamlFiles(model)) {
    if (![...names].some((name) => file.content.includes(name))) continue;
    const scalars = idScalars(file.content, file.kind, model.registry(), model.yamlCache(file.path)).filter(({ ids }) =>
      ids.some((one) => one.kind === 'entity' && one.role === 'reference' && names.has(one.id)),
    );
    if (file.kind === 'annotations') {
      const { links, claims } = annotationUses(model, file, scalars);
      uses.links += links;
      uses.claims += claims;
    } else if (file.kind === 'reviews') {
      uses.decisions += scalars.filter(({ holds }) => holds === 'decision').length;
    } else {
      for (const entry of model.registryFile(file.path)?.data.entities ?? []) {
        if (entry.redirect !== undefined || (own?.file === file.path && own.span.start === entry.span.start)) continue;
        if (scalars.some(({ node }) => contains(entry.span, node.span))) uses.entities.push(entry.name?.text ?? entry.id.text);
      }
    }
  }
  return { ...uses, mentions: model.mentionsOf(id).filter(({ by }) => by === null).length };
}

/** Entries, not ids: a claim may name an entity twice. What stands in no entry that could be read counts as a claim. */
function annotationUses(model: CaseModel, { path }: YamlFile, scalars: readonly IdScalar[]): { readonly links: number; readonly claims: number } {
  const data = model.annotationFile(path)?.data;
  const links = new Set<object>();
  const claims = new Set<object>();
  for (const { node } of scalars) {
    const link = data?.mentions.find(({ span }) => contains(span, node.span));
    if (link) links.add(link);
    else claims.add([...(data?.claims ?? []), ...(data?.dismissed ?? [])].find(({ span }) => contains(span, node.span)) ?? node);
  }
  return { links: links.size, claims: claims.size };
}

function usesRefusal(name: string, { claims, links, decisions, entities }: EntityUses): string | null {
  const uses = [
    ...counted(claims, 'claim', 'claims'),
    ...counted(links, 'link by hand', 'links by hand'),
    ...counted(decisions, 'decision', 'decisions'),
    ...(entities.length > 3 ? [`the entries of ${entities.length} other entities`] : entities.map((one) => `the entry of ${one}`)),
  ];
  if (uses.length === 0) return null;
  return `${name} is still named by ${[uses.slice(0, -1).join(', '), ...uses.slice(-1)].filter(Boolean).join(' and ')}. Merge it into another entity, which takes these over, or change them first.`;
}

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
