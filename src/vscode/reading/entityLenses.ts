import * as vscode from 'vscode';
import type { EntityLens, EntityUse } from '../../core/features/entityLens';
import { entityClaimPlaces, entityLenses, entityUses } from '../../core/features/entityLens';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { CommandArguments, CommandId } from '../commands';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';

/** A lens that has no command yet: VS Code asks for it once its line is in view. */
class EntityCodeLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly uri: vscode.Uri,
    readonly entity: EntityLens,
    readonly part: keyof EntityUse,
  ) {
    super(range);
  }
}

const parts: readonly (keyof EntityUse)[] = ['mentions', 'claims', 'discrepancies'];

/**
 * Lenses over the entities of registry files: mentions, claims and open discrepancies, each a click away from its list. Nothing is over
 * entities that the case says nothing about. `corroborate.entityLens` switches them off.
 */
export function registerEntityLenses(openCase: OpenCase): vscode.Disposable {
  const { model } = openCase;
  const refresh = new vscode.EventEmitter<void>();
  let uses: ReadonlyMap<string, EntityUse> | null = null;
  let isSettled = false;
  return vscode.Disposable.from(
    refresh,
    openCase.onDidChange(() => {
      isSettled = false;
    }),
    openCase.onDidSettle(() => {
      isSettled = true;
      uses = null;
      refresh.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corroborate.entityLens')) refresh.fire();
    }),
    vscode.languages.registerCodeLensProvider(caseSelector(openCase), {
      onDidChangeCodeLenses: refresh.event,
      provideCodeLenses(document) {
        const enabled = vscode.workspace.getConfiguration('corroborate', document.uri).get<boolean>('entityLens', true);
        const member = enabled ? caseDocument(openCase, document) : undefined;
        if (!member || !model.registryFile(member.path)) return [];
        // Counting means reading the whole case: while someone types, the last counts do.
        if (isSettled) uses ??= entityUses(model);
        return entityLenses(model, member.path, uses ?? new Map()).flatMap((entity) =>
          parts
            .filter((part) => entity.use[part] > 0)
            .map((part) => new EntityCodeLens(toRange(member.text, entity.span), document.uri, entity, part)),
        );
      },
      resolveCodeLens(lens) {
        if (lens instanceof EntityCodeLens) lens.command = commandOf(openCase, lens);
        return lens;
      },
    }),
  );
}

function commandOf(openCase: OpenCase, { uri, range, entity, part }: EntityCodeLens): vscode.Command {
  const { id, use } = entity;
  const title = titleOf(part, use[part]);
  if (part === 'discrepancies') {
    return command('corroborate.openDiscrepancies', title, { root: openCase.root.toString(), entity: id });
  }
  const { model } = openCase;
  const places =
    part === 'mentions' ? model.mentionsOf(id).map(({ source, span }) => ({ file: source, span })) : entityClaimPlaces(model, id);
  const locations = places.flatMap(({ file, span }) => openCase.location(file, span) ?? []);
  return { title, command: 'editor.action.showReferences', arguments: [uri, range.start, locations] };
}

function command<Id extends CommandId>(id: Id, title: string, ...args: CommandArguments[Id]): vscode.Command {
  return { title, command: id, arguments: args };
}

function titleOf(part: keyof EntityUse, count: number): string {
  switch (part) {
    case 'mentions':
      return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
    case 'claims':
      return count === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', count);
    case 'discrepancies':
      return count === 1 ? vscode.l10n.t('1 discrepancy') : vscode.l10n.t('{0} discrepancies', count);
  }
}
