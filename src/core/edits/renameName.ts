import type { AliasEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import { foldName } from '../registry/buildRegistry';
import type { Entity } from '../registry/registry';
import type { Span } from '../text/text';
import type { Plan } from './caseEdit';
import { edited } from './editSteps';
import type { EditStep } from './editSteps';
import { EditRefused, planEdit } from './planEdit';
import { brokenFiles } from './renameIds';
import { entityKeys } from './entityKeys';
import { insertItems, removeAt, setPair, setScalar } from './yamlEdits';
import { readWritten } from './readWritten';
import { pathAt } from './yamlTree';
import type { YamlPath } from './yamlTree';

/**
 * Gives an entity another name. The texts still hold the old one, so with `keepAlias` it becomes an alias, unless the two are one name to
 * the registry; an alias that is the new name already goes, or takes the old name in its place.
 */
export function renameName(model: CaseModel, id: string, to: string, { keepAlias }: { readonly keepAlias: boolean }): Plan {
  const entity = model.entity(id);
  const content = entity && model.text(entity.file)?.content;
  if (!entity || content === undefined) return { refused: `There is no entity “${id}” in the registry.` };
  const refused = nameRefusal(to) ?? (to === entity.name && entity.nameSpan ? `“${to}” is its name already.` : null) ?? brokenReason(model, entity.file);
  if (refused !== null) return { refused };
  return planEdit(`Rename “${entity.name}” to “${to}”`, () => {
    const entry: YamlPath = ['entities', entity.id];
    const old = entity.nameSpan && foldName(entity.name) !== foldName(to) ? entity.name : null;
    const isOld = entity.aliases.some((alias) => isUnscoped(alias) && foldName(alias.text.text) === foldName(entity.name));
    const keep = keepAlias && old !== null && !isOld ? old : null;
    const same = entity.aliases.find((alias) => isUnscoped(alias) && foldName(alias.text.text) === foldName(to));
    const aliasSteps: EditStep[] = [];
    if (same) {
      const alias = requirePath(content, same.text.span);
      aliasSteps.push((text) => (keep === null ? removeAt(text, alias.at(-1) === 'text' ? alias.slice(0, -1) : alias) : setScalar(text, alias, keep)));
    } else if (keep !== null) {
      aliasSteps.push((text) => insertItems(text, [...entry, 'aliases'], 0, [keep], { order: entityKeys }));
    }
    const edits = edited(content, [(text) => setPair(text, entry, 'name', to, { order: entityKeys }), ...aliasSteps]);
    return [{ kind: 'change', path: entity.file, edits }];
  });
}

/** Writes an alias of an entity differently; its scope stays. */
export function renameAlias(model: CaseModel, id: string, alias: { readonly text: string; readonly span: Span }, to: string): Plan {
  const entity = model.entity(id);
  const content = entity && model.text(entity.file)?.content;
  if (!entity || content === undefined) return { refused: `There is no entity “${id}” in the registry.` };
  const refused = nameRefusal(to) ?? (to === alias.text ? `“${to}” is the alias already.` : takenAlias(entity, alias.span, to)) ?? brokenReason(model, entity.file);
  if (refused !== null) return { refused };
  return planEdit(`Rename the alias “${alias.text}” of ${entity.name} to “${to}”`, () => [
    { kind: 'change', path: entity.file, edits: setScalar(content, requirePath(content, alias.span), to) },
  ]);
}

function brokenReason(model: CaseModel, file: string): string | null {
  return brokenFiles(model).find(({ path }) => path === file)?.reason ?? null;
}

/** Why `name` cannot be a name or an alias; null when it can. */
export function nameRefusal(name: string): string | null {
  if ([...name.trim()].length < 2) return 'A name needs at least two letters.';
  return /[\r\n]/.test(name) ? 'A name stands on one line.' : null;
}

function takenAlias(entity: Entity, span: Span, to: string): string | null {
  const own = entity.aliases.find(({ text }) => text.span.start === span.start);
  if (own && !isUnscoped(own)) return null;
  const others = [entity.name, ...entity.aliases.filter((other) => other !== own && isUnscoped(other)).map(({ text }) => text.text)];
  return others.some((other) => foldName(other) === foldName(to)) ? `${entity.name} has the name “${to}” already.` : null;
}

function isUnscoped({ in: inside, except, valid }: AliasEntry): boolean {
  return inside.length === 0 && except.length === 0 && valid === undefined;
}

function requirePath(content: string, span: Span): YamlPath {
  const path = pathAt(readWritten(content), span);
  if (path === null) throw new EditRefused('This part of the file cannot be changed by itself. Write it out first.');
  return path;
}
