import type { CaseFile } from '../caseFiles';
import type { CaseModel } from '../caseModel';
import { didYouMean } from '../registry/nearest';
import type { Entity } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Text } from '../text/text';
import type { FileEdit, TextEdit } from './caseEdit';
import { EditRefused } from './planEdit';
import { readWritten } from './readWritten';
import type { WrittenYaml } from './yamlTree';

/** A YAML file of the case, to be edited. Throws `EditRefused` while it cannot be read. */
export function openYaml(model: CaseModel, file: CaseFile<unknown>): WrittenYaml {
  const text = model.text(file.path)?.content;
  if (text === undefined) throw new EditRefused(`${file.path} cannot be read as text.`);
  const broken = file.problems.find(({ code }) => code === 'yaml/syntax' || code === 'yaml/too-many-aliases');
  if (broken) throw new EditRefused(`${file.path} has a syntax error: ${broken.message}. Correct it first.`);
  return inFile(file.path, () => readWritten(text));
}

/** What `edit` makes of a file; where it is refused, the message names the file. */
export function inFile<T>(path: string, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (error instanceof EditRefused && !error.message.startsWith(path)) throw new EditRefused(`${path}: ${error.message}.`);
    throw error;
  }
}

/** Changes a file that is there. */
export function changeFile(path: string, yaml: WrittenYaml, change: (yaml: WrittenYaml) => readonly TextEdit[]): FileEdit {
  return { kind: 'change', path, edits: inFile(path, () => change(yaml)) };
}

/** The text of an article of the case. Throws `EditRefused` where it is none. */
export function openArticle(model: CaseModel, source: string): Text {
  if (!model.source(source)) throw new EditRefused(`${source} is not an article of this case — see "include" in corroborate.yaml.`);
  const text = model.text(source);
  if (!text) throw new EditRefused(`${source} cannot be read as text.`);
  return text;
}

/** The entity of `id`, redirects followed. Throws `EditRefused` where the registry lacks it. */
export function knownEntity(model: CaseModel, id: string): Entity {
  const registry = model.registry();
  const entity = resolveEntity(registry, id);
  if (!entity) throw new EditRefused(`The registry has no entity "${id}"${didYouMean(registry.nearestEntity?.(id) ?? null) || '.'}`);
  return entity;
}
