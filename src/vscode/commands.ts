import * as vscode from 'vscode';
import type { EntityNode } from '../core/features/entityTree';
import type { WorkNode } from '../core/features/openWork';
import type { QuoteSelector } from '../core/case/entries';
import type { Span } from '../core/text/text';
import type { ComparisonRequest, ComparisonRow } from './handOn/agreement';
import type { CaseNode } from './sideBar/caseTree';
import type { ReportRequest } from './handOn/report';

/** A place as commands carry it, in JSON: the case's folder, a path in it, and a span there. */
export interface PlaceArgument {
  readonly root: string;
  readonly file: string;
  readonly span: Span;
}

/** A place of an article and what to link there; without an entity the person is asked. */
export interface LinkArgument extends PlaceArgument {
  readonly entity?: string;
  /** Every occurrence of the words in the article. */
  readonly every?: boolean;
}

/** A suggested claim: the case's folder, the article, and the suggestion's key. */
export interface SuggestionArgument {
  readonly root: string;
  readonly file: string;
  readonly suggestion: string;
}

/** The quote of an entry of an annotation file, and where it belongs: at a place, or, without one, at every occurrence. */
export interface ReattachArgument extends PlaceArgument {
  readonly selector?: QuoteSelector;
}

/** An entity as commands are given it: by its id, or as a row of the entities' view. */
export type EntityArgument = { readonly root: string; readonly entity: string } | CaseNode<EntityNode>;

/** Every command of the extension with its arguments. A command that is missing here, or has no handler, does not compile. */
export interface CommandArguments {
  'corroborate.openDiscrepancies': [options?: { readonly root?: string; readonly entity?: string; readonly group?: string }];
  'corroborate.openOpposingPassage': [];
  'corroborate.explainMention': [];
  'corroborate.toggleMentionColors': [];
  'corroborate.rescanCase': [];
  'corroborate.reattachQuotes': [];
  'corroborate.reattachCertainQuotes': [];
  /** Of the given folder, else of the open one. */
  'corroborate.setUpCase': [folder?: vscode.Uri];
  'corroborate.openExample': [];
  /** Internal: a step of the walkthrough. */
  'corroborate.showFirstCard': [];
  'corroborate.filterEntities': [];
  'corroborate.chooseEntityScope': [];
  'corroborate.clearEntityFilter': [];
  'corroborate.sortEntitiesByName': [];
  'corroborate.sortEntitiesByMentions': [];
  'corroborate.revealEntity': [];
  /** Of the given row of the view, else of the chosen one. */
  'corroborate.openRegistryEntry': [row?: CaseNode<EntityNode>];
  'corroborate.showEntityDiscrepancies': [row?: CaseNode<EntityNode>];
  'corroborate.showWorkDiscrepancy': [row?: CaseNode<WorkNode>];
  'corroborate.showFixes': [row?: CaseNode<WorkNode>];
  'corroborate.linkToEntity': [argument?: LinkArgument];
  'corroborate.linkEveryToEntity': [argument?: LinkArgument];
  'corroborate.newEntity': [argument?: PlaceArgument];
  'corroborate.addAlias': [argument?: LinkArgument];
  'corroborate.rejectEntity': [argument?: PlaceArgument];
  'corroborate.removeLink': [argument?: PlaceArgument];
  'corroborate.stopOffering': [argument?: PlaceArgument];
  'corroborate.recordClaim': [argument?: PlaceArgument];
  'corroborate.acceptSuggestion': [argument?: SuggestionArgument];
  'corroborate.dismissSuggestion': [argument?: SuggestionArgument];
  'corroborate.nextSuggestion': [];
  'corroborate.previousSuggestion': [];
  'corroborate.nextUnlinkedName': [];
  'corroborate.previousUnlinkedName': [];
  'corroborate.nextAmbiguousName': [];
  'corroborate.previousAmbiguousName': [];
  'corroborate.nextDiscrepancy': [];
  'corroborate.previousDiscrepancy': [];
  'corroborate.undoLastAnnotation': [];
  'corroborate.lockArticles': [];
  'corroborate.unlockArticles': [];
  /** Internal: sets an anchor to another place of its article. */
  'corroborate.reattach': [argument: ReattachArgument];
  /** With a new name, nothing is asked. */
  'corroborate.renameEntity': [entity?: EntityArgument, to?: { readonly name: string; readonly keepAlias: boolean }];
  'corroborate.renameEntityId': [entity?: EntityArgument, to?: string];
  'corroborate.mergeEntity': [entity?: EntityArgument, into?: string];
  'corroborate.splitEntity': [entity?: EntityArgument];
  'corroborate.removeEntity': [entity?: EntityArgument];
  /** Asks for what is not given. The page gives the groups that it shows. */
  'corroborate.exportReport': [request?: ReportRequest];
  /** Of the given place, else of what is selected or under the cursor. */
  'corroborate.copyCitation': [place?: PlaceArgument];
  'corroborate.compareAnnotators': [request?: ComparisonRequest];
  /** Of the given row of the comparison, else of the chosen one. */
  'corroborate.takeTheirs': [row?: ComparisonRow];
  'corroborate.keepYours': [row?: ComparisonRow];
  'corroborate.closeComparison': [];
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
