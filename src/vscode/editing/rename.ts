import * as vscode from 'vscode';
import type { Plan } from '../../core/edits/caseEdit';
import { renameAlias, renameName } from '../../core/edits/renameName';
import { renameId } from '../../core/edits/renameId';
import type { RenameTarget } from '../../core/edits/renameTarget';
import { renameTargetAt } from '../../core/edits/renameTarget';
import { renameSource, sourceIdRefusal } from '../../core/edits/renameSource';
import { prepareCaseEdit } from './applyCaseEdit';
import { casePlace, caseSelector } from '../case/caseDocuments';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';
import { whenRead } from '../case/whenRead';

/**
 * VS Code's Rename Symbol: on ids in every YAML file of the case, on names and aliases in the registry, and on linked names in articles,
 * where it renames the entity.
 */
export function registerRename(openCase: OpenCase): vscode.Disposable {
  const targetAt = async (document: vscode.TextDocument, position: vscode.Position) => {
    await whenRead(openCase);
    const place = casePlace(openCase, document, position);
    const target = place && renameTargetAt(openCase.model, place.path, place.offset);
    if (!place || !target) throw new Error(vscode.l10n.t('There is no id, name or alias here to rename.'));
    if ('refused' in target) throw new Error(target.refused);
    return { target, range: toRange(place.text, target.span) };
  };
  return vscode.languages.registerRenameProvider(caseSelector(openCase), {
    async prepareRename(document, position) {
      const { target, range } = await targetAt(document, position);
      return { range, placeholder: target.text };
    },
    async provideRenameEdits(document, position, newName) {
      const { target } = await targetAt(document, position);
      const to = newName.trim();
      if (target.kind === 'source' && openCase.model.source(target.id)) return moveArticle(openCase, target.id, to);
      const plan = planRename(openCase, target, to);
      if ('refused' in plan) throw new Error(plan.refused);
      const prepared = await prepareCaseEdit(openCase, plan.edit.files);
      if ('refused' in prepared) throw new Error(prepared.refused);
      return prepared.edit;
    },
  });
}

function planRename({ model }: OpenCase, { kind, id, text, span }: RenameTarget, to: string): Plan {
  switch (kind) {
    case 'entity':
    case 'property':
      return renameId(model, kind, id, to);
    case 'source':
      return renameSource(model, id, to);
    case 'name':
      return renameName(model, id, to, { keepAlias: true });
    case 'alias':
      return renameAlias(model, id, { text, span }, to);
  }
}

/** The article's own rename; every reference follows as for one in the explorer. */
function moveArticle(openCase: OpenCase, from: string, to: string): vscode.WorkspaceEdit {
  const refused = sourceIdRefusal(openCase.model, from, to);
  if (refused !== null) throw new Error(refused);
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(openCase.uriOf(from), openCase.uriOf(to), { overwrite: false });
  return edit;
}
