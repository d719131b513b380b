import { manifestName } from '../case/members';
import type { CaseModel } from '../caseModel';
import type { Plan } from './caseEdit';
import { brokenFile, renameIds, yamlFiles } from './renameIds';

/** Names a source that has no article differently wherever it is written: the article itself is not moved (see `moveSources`). */
export function renameSource(model: CaseModel, from: string, to: string): Plan {
  const refused = sourceIdRefusal(model, from, to) ?? brokenFile(model);
  if (refused !== null) return { refused };
  const files = renameIds(model, yamlFiles(model), { kind: 'source', ids: new Map([[from, to]]) });
  return { edit: { label: `Rename source “${from}” to “${to}”`, files } };
}

/** Why `to` cannot be the path of the source `from`; null when it can. A source without an article may get the path of one that is there. */
export function sourceIdRefusal(model: CaseModel, from: string, to: string): string | null {
  if (to === from) return `“${to}” is its path already.`;
  if (to === '' || to.endsWith('/') || to.startsWith('/') || to.includes('\\') || to.split('/').some((name) => name === '' || name === '.' || name === '..')) {
    return `“${to}” is not the path of an article: write it below the case's folder, with "/" and without "..".`;
  }
  if (model.source(from) && model.paths().includes(to)) return `There is a file ${to} already. Choose another path.`;
  const { sources } = model.manifest().data;
  return sources.has(from) && sources.has(to) ? `${manifestName} has facts about “${to}” already. Choose another path.` : null;
}
