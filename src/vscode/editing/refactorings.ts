import * as vscode from 'vscode';
import type { Plan } from '../../core/edits/caseEdit';
import { mergeEntities } from '../../core/edits/mergeEntities';
import { removeEntity, usesOf } from '../../core/edits/removeEntity';
import { newIdRefusal, renameId } from '../../core/edits/renameId';
import { nameRefusal, renameName } from '../../core/edits/renameName';
import { splitEntity } from '../../core/edits/splitEntity';
import { targetsAt } from '../../core/features/targets';
import type { Entity } from '../../core/registry/registry';
import { applyCaseEdit } from './applyCaseEdit';
import { casePlace, caseSelector } from '../case/caseDocuments';
import type { Cases } from '../case/cases';
import type { CommandHandlers, CommandId, EntityArgument } from '../commands';
import { pickEntity } from './entityPick';
import type { OpenCase } from '../case/openCase';
import { back } from './quickPicks';
import type { ChosenEntity } from './splitPick';
import { pickSplit } from './splitPick';
import { whenRead } from '../case/whenRead';

type RefactoringCommand =
  | 'corroborate.renameEntity'
  | 'corroborate.renameEntityId'
  | 'corroborate.mergeEntity'
  | 'corroborate.splitEntity'
  | 'corroborate.removeEntity';

/** Handlers of the commands that change an entity everywhere. Each is about the given entity, else the one under the cursor, else a chosen one. */
export function createRefactorings(cases: Cases): Pick<CommandHandlers, RefactoringCommand> {
  const withEntity =
    <Rest extends unknown[]>(title: string, run: (chosen: ChosenEntity, ...rest: Rest) => Promise<void>) =>
    async (argument?: EntityArgument, ...rest: Rest) => {
      const chosen = givenEntity(cases, argument) ?? (await entityToChange(cases, title));
      if (!chosen) return;
      await whenRead(chosen.openCase);
      await run(chosen, ...rest);
    };
  return {
    'corroborate.renameEntity': withEntity(vscode.l10n.t('Rename entity'), changeName),
    'corroborate.renameEntityId': withEntity(vscode.l10n.t('Rename the id of'), changeId),
    'corroborate.mergeEntity': withEntity(vscode.l10n.t('Merge which entity into another?'), merge),
    'corroborate.splitEntity': withEntity(vscode.l10n.t('Split which entity?'), split),
    'corroborate.removeEntity': withEntity(vscode.l10n.t('Remove which entity?'), remove),
  };
}

/** Tells VS Code's menus whether the active editor shows a registry file. */
export function registerRegistryContext(cases: Cases): vscode.Disposable {
  let told: boolean | undefined;
  const tell = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const owner = uri && cases.of(uri);
    const now = owner?.openCase.model.kindOf(owner.path) === 'registry';
    if (now !== told) void vscode.commands.executeCommand('setContext', 'corroborate.inRegistry', (told = now));
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), cases.onDidChangeCase(tell), cases.onDidChangeCases(tell));
}

/** Refactor actions on the entity under the cursor, in every file of a case. */
export function registerRefactorActions(openCase: OpenCase): vscode.Disposable {
  const titles: readonly (readonly [RefactoringCommand, (name: string) => string])[] = [
    ['corroborate.renameEntity', (name) => vscode.l10n.t('Rename {0}…', name)],
    ['corroborate.renameEntityId', (name) => vscode.l10n.t('Rename the id of {0}…', name)],
    ['corroborate.mergeEntity', (name) => vscode.l10n.t('Merge {0} into…', name)],
    ['corroborate.splitEntity', (name) => vscode.l10n.t('Split {0}…', name)],
    ['corroborate.removeEntity', (name) => vscode.l10n.t('Remove {0}', name)],
  ];
  return vscode.languages.registerCodeActionsProvider(
    caseSelector(openCase),
    {
      provideCodeActions(document, { start }, { only, triggerKind }) {
        if (triggerKind === vscode.CodeActionTriggerKind.Automatic && !only) return [];
        const entity = entityAt(openCase, document, start);
        if (!entity) return [];
        const argument: EntityArgument = { root: openCase.root.toString(), entity: entity.id };
        return titles.map(([command, titleOf]) => {
          const title = titleOf(entity.name);
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
          action.command = { command: command satisfies CommandId, title, arguments: [argument] };
          return action;
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.Refactor] },
  );
}

function givenEntity(cases: Cases, argument: EntityArgument | undefined): ChosenEntity | undefined {
  if (!argument) return undefined;
  if ('root' in argument) {
    const openCase = cases.all().find(({ root }) => root.toString() === argument.root);
    const entity = openCase?.model.entity(argument.entity);
    return openCase && entity && { openCase, entity };
  }
  if (argument.kind !== 'node' || argument.node.kind !== 'entity') return undefined;
  return { openCase: argument.openCase, entity: argument.node.entity };
}

async function entityToChange(cases: Cases, title: string): Promise<ChosenEntity | undefined> {
  await cases.ready;
  const editor = vscode.window.activeTextEditor;
  const openCase = (editor && cases.of(editor.document.uri)?.openCase) ?? cases.all()[0];
  if (!openCase) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no case in this workspace.'));
  const here = editor && entityAt(openCase, editor.document, editor.selection.active);
  const entity = here ?? (await chooseEntity(openCase, title));
  return entity && { openCase, entity };
}

function entityAt(openCase: OpenCase, document: vscode.TextDocument, position: vscode.Position): Entity | undefined {
  const place = casePlace(openCase, document, position);
  for (const target of place ? targetsAt(openCase.model, place.path, place.offset) : []) {
    if (target.kind === 'alias') return target.entity;
    if (target.kind === 'mention' && target.mention.entity !== null) return openCase.model.entity(target.mention.entity);
    if (target.kind === 'id' && target.occurrence.kind === 'entity') return openCase.model.entity(target.occurrence.id);
  }
  return undefined;
}

async function chooseEntity(openCase: OpenCase, title: string, like?: Entity): Promise<Entity | undefined> {
  const choice = await pickEntity({
    openCase,
    words: like?.name ?? '',
    type: like?.type ?? null,
    title,
    placeholder: vscode.l10n.t('Type a name, alias, id or description'),
    canCreate: false,
    ...(like && { without: like.id }),
  });
  return choice !== undefined && choice !== back && 'entity' in choice ? openCase.model.entity(choice.entity) : undefined;
}

/** Makes a plan by way of VS Code's refactor preview, or says why it cannot be made. */
async function carryOut(openCase: OpenCase, plan: Plan): Promise<void> {
  if ('refused' in plan) void vscode.window.showErrorMessage(plan.refused);
  else await applyCaseEdit(openCase, plan.edit, { preview: true });
}

async function changeId({ openCase, entity }: ChosenEntity, given?: string): Promise<void> {
  const to =
    given ??
    (await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename the id of {0}', entity.name),
      prompt: vscode.l10n.t('Every reference in the YAML files of the case follows.'),
      value: entity.id,
      validateInput: (value) => (value === entity.id ? null : newIdRefusal(openCase.model, 'entity', entity.id, value.trim())),
    }));
  if (to !== undefined && to.trim() !== entity.id) await carryOut(openCase, renameId(openCase.model, 'entity', entity.id, to.trim()));
}

async function changeName({ openCase, entity }: ChosenEntity, given?: { readonly name: string; readonly keepAlias: boolean }): Promise<void> {
  const name =
    given?.name ??
    (await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename {0}', entity.name),
      prompt: vscode.l10n.t('The canonical name in the registry. Articles are never changed.'),
      value: entity.name,
      validateInput: (value) => nameRefusal(value),
    }));
  if (name === undefined || name.trim() === entity.name) return;
  const keepAlias = given?.keepAlias ?? (await askToKeepAlias({ openCase, entity }));
  if (keepAlias === undefined) return;
  const plan = renameName(openCase.model, entity.id, name.trim(), { keepAlias });
  if ('refused' in plan) void vscode.window.showErrorMessage(plan.refused);
  else await applyCaseEdit(openCase, plan.edit);
}

async function askToKeepAlias({ openCase, entity }: ChosenEntity): Promise<boolean | undefined> {
  const linked = openCase.model.mentionsOf(entity.id).filter(({ alias, by }) => by === null && alias === entity.name).length;
  const items = [
    { label: vscode.l10n.t('Keep “{0}” as an alias', entity.name), description: vscode.l10n.t('{0} mentions link by it', linked), keep: true },
    { label: vscode.l10n.t('Let “{0}” go', entity.name), description: vscode.l10n.t('these mentions lose their link'), keep: false },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('The texts still hold the old name') });
  return picked?.keep;
}

async function merge({ openCase, entity }: ChosenEntity, given?: string): Promise<void> {
  const into = given ?? (await chooseEntity(openCase, vscode.l10n.t('Merge {0} into', entity.name), entity))?.id;
  if (into === undefined) return;
  await carryOut(openCase, mergeEntities(openCase.model, entity.id, into));
}

async function split(chosen: ChosenEntity): Promise<void> {
  const request = await pickSplit(chosen);
  if (request) await carryOut(chosen.openCase, splitEntity(chosen.openCase.model, request));
}

async function remove({ openCase, entity }: ChosenEntity): Promise<void> {
  const plan = removeEntity(openCase.model, entity.id);
  if ('refused' in plan) {
    const mergeInto = vscode.l10n.t('Merge into…');
    const chosen = await vscode.window.showErrorMessage(plan.refused, mergeInto);
    if (chosen === mergeInto) await merge({ openCase, entity });
    return;
  }
  const { mentions } = usesOf(openCase.model, entity.id);
  if (mentions > 0) {
    const confirmed = vscode.l10n.t('Remove');
    const detail = vscode.l10n.t('{0} names in articles that link to it lose their link.', mentions);
    if ((await vscode.window.showWarningMessage(vscode.l10n.t('Remove {0}?', entity.name), { modal: true, detail }, confirmed)) !== confirmed) return;
  }
  await applyCaseEdit(openCase, plan.edit);
}
