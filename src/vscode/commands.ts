import * as vscode from 'vscode';
import type { Span } from '../core/text/text';

/** A place as commands carry it, in JSON: the case's folder, a path in it, and a span there. */
export interface PlaceArgument {
  readonly root: string;
  readonly file: string;
  readonly span: Span;
}

/** Every command of the extension with its arguments. A command that is missing here, or has no handler, does not compile. */
export interface CommandArguments {
  'corroborate.openDiscrepancies': [options?: { readonly root?: string; readonly entity?: string; readonly group?: string }];
  'corroborate.openOpposingPassage': [];
  'corroborate.explainMention': [];
  'corroborate.toggleMentionColors': [];
  'corroborate.rescanCase': [];
  /** Internal: opens a place from a hover or the page. */
  'corroborate.openPlace': [place: PlaceArgument];
  /** Internal: shows the documentation page of a diagnostic. */
  'corroborate.showDiagnosticHelp': [code: string];
}

export type CommandId = keyof CommandArguments;
export type CommandHandlers = { readonly [Id in CommandId]: (...args: CommandArguments[Id]) => unknown };

/** Registers a handler for every command. */
export function registerCommands(handlers: CommandHandlers): vscode.Disposable {
  const entries = Object.entries(handlers) as [CommandId, (...args: unknown[]) => unknown][];
  return vscode.Disposable.from(...entries.map(([id, handler]) => vscode.commands.registerCommand(id, handler)));
}

/** A link target that runs a command. */
export function commandLink<Id extends CommandId>(id: Id, ...args: CommandArguments[Id]): string {
  return `command:${id}?${encodeURIComponent(JSON.stringify(args))}`;
}
