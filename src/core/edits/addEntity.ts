import { idPattern, reservedIds } from '../case/schemas';
import type { CaseModel } from '../caseModel';
import { groupBy } from '../groupBy';
import type { Span } from '../text/text';
import { contains, overlaps } from '../text/text';
import type { Plan } from './caseEdit';
import { changeFile, openYaml } from './openForEdit';
import { proposeId } from './entityIds';
import { EditRefused, planEdit } from './planEdit';
import { setPair } from './yamlEdits';
import type { YamlData } from './yamlScalars';
import { renderYaml } from './yamlWrite';

export interface EntityRequest {
  readonly type: string;
  readonly name: string;
  /** Default: `proposeId` of the name. */
  readonly id?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  /** Default: `registryFileFor` the type. */
  readonly file?: string;
}

/** Adds an entity to a registry file, made where there is none; among ids in alphabetical order at its place, else at the end. */
export function addEntity(model: CaseModel, request: EntityRequest): Plan {
  const name = request.name.replace(/\s+/g, ' ').trim();
  return planEdit(`Add ${name} to the registry`, () => {
    if (name === '') throw new EditRefused('The entity has no name — write one.');
    const id = request.id ?? proposeId(model, name);
    refuseId(model, id);
    const path = request.file ?? registryFileFor(model, request.type);
    if (model.kindOf(path) !== 'registry') {
      const patterns = model.manifest().data.registry.map(({ text }) => text).join(', ');
      throw new EditRefused(`${path} is not a registry file of this case — see "registry" in corroborate.yaml (${patterns || 'empty'}).`);
    }
    const aliases = [...new Set(request.aliases?.map((alias) => alias.replace(/\s+/g, ' ').trim()))].filter((alias) => alias !== '' && alias !== name);
    const data: YamlData = {
      type: request.type,
      name,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(request.description ? { description: request.description } : {}),
    };
    const file = model.registryFile(path);
    if (!file) {
      if (model.paths().includes(path)) throw new EditRefused(`${path} is there, but cannot be read as text.`);
      return [{ kind: 'create', path, text: renderYaml({ entities: { [id]: data } }, 'block') }];
    }
    const yaml = openYaml(model, file);
    const ids = file.data.entities.map((entry) => entry.id.text);
    const isSorted = ids.length > 2 && ids.every((one, i) => i === 0 || ids[i - 1]! <= one);
    const order = isSorted ? 'sorted' : ids.length === 0 ? ['entities', 'properties'] : [];
    return [changeFile(path, yaml, () => setPair(yaml, ['entities'], id, data, { order, style: 'block' }))];
  });
}

/** What kind of thing the words at a place are likely to name, as far as the list of unlinked names knows; else `other`. */
export function guessType(model: CaseModel, { source, span }: { readonly source: string; readonly span: Span }): string {
  const names = model.unlinkedNames(source);
  const holds = (test: (place: Span) => boolean) => names.find(({ places }) => places.some(test));
  const name = holds(({ start, end }) => start === span.start && end === span.end) ?? holds((place) => contains(span, place)) ?? holds((place) => overlaps(place, span));
  return name?.type ?? 'other';
}

/** The registry file where most entities of a type are; else where most entities are, else the first; else one to be made. */
export function registryFileFor(model: CaseModel, type: string): string {
  const files = model.members().registry;
  const byFile = groupBy([...model.registry().entities.values()], ({ file }) => file);
  const most = (count: (file: string) => number) => [...files].sort((a, b) => count(b) - count(a))[0];
  const ofType = (file: string) => byFile.get(file)?.filter((entity) => entity.type === type).length ?? 0;
  const best = most(ofType);
  if (best !== undefined && ofType(best) > 0) return best;
  return most((file) => byFile.get(file)?.length ?? 0) ?? newRegistryFile(model);
}

/** As `registryFileFor`; null where the manifest has no place for a file. */
export function registryFileOf(model: CaseModel, type: string): string | null {
  try {
    return registryFileFor(model, type);
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}

function newRegistryFile(model: CaseModel): string {
  const candidates = model.manifest().data.registry.map(({ text }) => {
    const fixed = text.split(/[*?{}[\]()!+@]/)[0] ?? '';
    return fixed === text ? text : `${fixed.slice(0, fixed.lastIndexOf('/') + 1)}entities${/\.ya?ml$/.exec(text)?.[0] ?? '.yaml'}`;
  });
  const path = ['registry/entities.yaml', ...candidates].find((one) => model.kindOf(one) === 'registry' && !model.paths().includes(one));
  if (path === undefined) throw new EditRefused('"registry" in corroborate.yaml names no file for entities — add registry/**/*.yaml to it.');
  return path;
}

function refuseId(model: CaseModel, id: string): void {
  if (!idPattern.test(id)) throw new EditRefused(`"${id}" cannot be an id: write a-z, 0-9 and "-", with a letter first — such as "${proposeId(model, id)}".`);
  if (reservedIds.includes(id)) throw new EditRefused(`"${id}" is reserved — take another id, such as "${proposeId(model, id)}".`);
  const { entities, redirectEntries } = model.registry();
  const file = entities.get(id)?.file ?? redirectEntries.get(id)?.file;
  if (file !== undefined) throw new EditRefused(`"${id}" is taken, in ${file} — take another id, such as "${proposeId(model, id)}".`);
}
