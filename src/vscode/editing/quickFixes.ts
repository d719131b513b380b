import * as vscode from 'vscode';
import type { OfferedPlace } from '../../core/anchors/anchorProblem';
import { replaceWritten } from '../../core/edits/fixProblem';
import { saidByHand } from '../../core/edits/linkMention';
import type { Diagnostic } from '../../core/diagnostics/diagnostic';
import { entityName } from '../../core/features/claimText';
import { suggestions, suggestionWords } from '../../core/features/articleWork';
import { mentionAt } from '../../core/features/targets';
import type { Span, Text } from '../../core/text/text';
import { positionAt } from '../../core/text/text';
import { placeArgument } from '../case/articlePlace';
import { caseDocument, caseSelector } from '../case/caseDocuments';
import type { CommandArguments, CommandId, PlaceArgument } from '../commands';
import type { OpenCase } from '../case/openCase';
import { toOffset, toRange } from '../case/positions';
import { actionWithFile } from '../case/writtenTo';

/** Choices that a menu lists of one problem. */
const mostChoices = 8;
/** UTF-16 units of a passage that a title quotes. */
const quotedLength = 50;

/** A problem of ours with the editor's copy of it. */
interface Told {
  readonly openCase: OpenCase;
  readonly path: string;
  readonly text: Text;
  readonly problem: Diagnostic;
  readonly shown: vscode.Diagnostic;
}

/** Quick fixes of our problems, and what can be done with words that are selected in an article. */
export function registerQuickFixes(openCase: OpenCase): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    caseSelector(openCase),
    {
      provideCodeActions(document, range, context) {
        const member = caseDocument(openCase, document);
        if (!member) return [];
        const fixes = context.diagnostics.flatMap((shown) => {
          const problem = problemOf(openCase, member.path, member.text, shown);
          return problem ? fixesOf({ openCase, ...member, problem, shown }) : [];
        });
        const isArticle = openCase.model.source(member.path) !== undefined;
        if (!isArticle) return fixes;
        const span = { start: toOffset(member.text, range.start), end: toOffset(member.text, range.end) };
        // A bulb at every linked name would be in the way: there it is offered to those who ask.
        const isAsked = !range.isEmpty || context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
        return [
          ...fixes,
          ...(range.isEmpty || context.diagnostics.length > 0 ? [] : refactorings(openCase, member.path, member.text, span)),
          ...(isAsked ? unlinking(openCase, member.path, member.text, span) : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
  );
}

/** The core's own problem, which has the data that fixes need. */
function problemOf(openCase: OpenCase, path: string, text: Text, shown: vscode.Diagnostic): Diagnostic | undefined {
  if (shown.source !== 'Corroborate' || typeof shown.code !== 'object') return undefined;
  const code = String(shown.code.value);
  return openCase.diagnostics
    .of(path)
    .find((one) => one.code === code && one.message === shown.message && toRange(text, one.span).isEqual(shown.range));
}

function fixesOf(told: Told): vscode.CodeAction[] {
  switch (told.problem.code) {
    case 'mention/unlinked':
      return unlinkedFixes(told);
    case 'mention/ambiguous':
      return ambiguousFixes(told);
    case 'mention/variant':
      return variantFixes(told);
    case 'suggestion/discrepancy':
      return suggestionFixes(told);
    case 'anchor/moved':
    case 'anchor/ambiguous':
    case 'anchor/lost':
      return anchorFixes(told);
    default:
      return replacementFixes(told);
  }
}

function unlinkedFixes(told: Told): vscode.CodeAction[] {
  const { openCase, path, text, problem } = told;
  const place = placeArgument(openCase, path, problem.span);
  const words = quoted(text, problem.span);
  const similar = problem.data?.['entity'];
  const every = (problem.data?.['name'] ?? '') !== '' && problem.related.length > 0;
  const filed = (title: string) => actionWithFile(title, openCase.model, path);
  return [
    ...(similar === undefined
      ? []
      : [
          action(told, filed(vscode.l10n.t('Link {0} to {1}', words, entityName(openCase.model, similar))), 'corroborate.linkToEntity', { ...place, entity: similar, every }, true),
          action(told, vscode.l10n.t('Add {0} as an alias of {1}…', words, entityName(openCase.model, similar)), 'corroborate.addAlias', { ...place, entity: similar }),
        ]),
    action(told, vscode.l10n.t('Link {0} to an entity…', words), 'corroborate.linkToEntity', { ...place, every }),
    action(told, vscode.l10n.t('New entity {0}…', words), 'corroborate.newEntity', place),
    action(told, filed(vscode.l10n.t('Stop offering {0}', words)), 'corroborate.stopOffering', place),
  ];
}

function ambiguousFixes(told: Told): vscode.CodeAction[] {
  const { openCase, path, text, problem } = told;
  const { model } = openCase;
  const place = placeArgument(openCase, path, problem.span);
  const words = quoted(text, problem.span);
  const mention = mentionAt(model, path, problem.span.start);
  return (mention?.candidates ?? []).slice(0, mostChoices).flatMap((id) => {
    const entity = model.entity(id);
    const name = entity ? `${entity.name} (${entity.type})` : id;
    return [
      action(told, actionWithFile(vscode.l10n.t('Link {0} to {1} here', words, name), model, path), 'corroborate.linkToEntity', { ...place, entity: id }),
      action(told, actionWithFile(vscode.l10n.t('Link {0} to {1} everywhere in this article', words, name), model, path), 'corroborate.linkToEntity', { ...place, entity: id, every: true }),
    ];
  });
}

function variantFixes(told: Told): vscode.CodeAction[] {
  const { openCase, path, text, problem } = told;
  const place = placeArgument(openCase, path, problem.span);
  const id = problem.data?.['entity'];
  const entity = id === undefined ? undefined : openCase.model.entity(id);
  if (!entity) return [];
  const words = quoted(text, problem.span);
  const spelling = text.content.slice(problem.span.start, problem.span.end);
  const isKnown = entity.name === spelling || entity.aliases.some((alias) => alias.text.text === spelling);
  return [
    ...(isKnown
      ? []
      : [action(told, vscode.l10n.t('Add {0} as an alias of {1}…', words, entity.name), 'corroborate.addAlias', { ...place, entity: entity.id }, true)]),
    action(told, vscode.l10n.t('Link {0} to another entity…', words), 'corroborate.linkToEntity', place),
    action(told, vscode.l10n.t('{0} is not {1}…', words, entity.name), 'corroborate.rejectEntity', place),
  ];
}

function suggestionFixes(told: Told): vscode.CodeAction[] {
  const { openCase, path, problem } = told;
  const group = problem.data?.['group'];
  const here = suggestions(openCase.model, path).filter(
    ({ span, claim }) => span.start === problem.span.start && span.end === problem.span.end && group?.startsWith(`${claim.subject}|${claim.property}`),
  );
  return here.flatMap(({ claim, key }) => {
    const argument = { root: openCase.root.toString(), file: path, suggestion: key };
    const words = suggestionWords(openCase.model, claim);
    return [
      action(told, actionWithFile(vscode.l10n.t('Accept claim: {0}', words), openCase.model, path), 'corroborate.acceptSuggestion', argument),
      action(told, actionWithFile(vscode.l10n.t('Dismiss claim: {0}', words), openCase.model, path), 'corroborate.dismissSuggestion', argument),
    ];
  });
}

function anchorFixes(told: Told): vscode.CodeAction[] {
  const { openCase, path, problem } = told;
  const source = problem.data?.['source'];
  const article = source === undefined ? undefined : openCase.model.text(source);
  if (source === undefined || !article) return [];
  const choices = JSON.parse(problem.data?.['choices'] ?? '[]') as OfferedPlace[];
  const place = placeArgument(openCase, path, problem.span);
  const isClear = choices.length === 1 && problem.code === 'anchor/moved';
  return [
    ...choices.slice(0, mostChoices).map(({ start, end, selector }) => {
      const title = vscode.l10n.t('Re-attach to {0} (line {1})', quoted(article, { start, end }), positionAt(article, start).line + 1);
      return action(told, title, 'corroborate.reattach', { ...place, selector }, isClear);
    }),
    ...(problem.data?.['every'] === 'true'
      ? [action(told, vscode.l10n.t('Link every occurrence (every: true)'), 'corroborate.reattach', place)]
      : []),
  ];
}

/** What is known to be meant in place of what is written. */
function replacementFixes({ openCase, path, text, problem, shown }: Told): vscode.CodeAction[] {
  const replacement = problem.data?.['replacement'];
  const edits = replacement === undefined ? null : replaceWritten(text.content, problem.span, replacement);
  if (replacement === undefined || !edits) return [];
  const fix = new vscode.CodeAction(vscode.l10n.t('Change to “{0}”', replacement), vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [shown];
  fix.isPreferred = true;
  fix.edit = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) fix.edit.replace(openCase.uriOf(path), toRange(text, span), newText);
  return [fix];
}

/** What can be done with words that are selected in an article. */
function refactorings(openCase: OpenCase, source: string, text: Text, span: Span): vscode.CodeAction[] {
  if (text.content.slice(span.start, span.end).trim() === '') return [];
  const place = placeArgument(openCase, source, span);
  const words = quoted(text, span);
  const offered: readonly [string, CommandId][] = [
    [vscode.l10n.t('Link {0} to an entity…', words), 'corroborate.linkToEntity'],
    [vscode.l10n.t('New entity {0}…', words), 'corroborate.newEntity'],
    [vscode.l10n.t('Add {0} as an alias…', words), 'corroborate.addAlias'],
    [vscode.l10n.t('Record a claim from {0}…', words), 'corroborate.recordClaim'],
  ];
  return offered.map(([title, command]) => refactoring(title, command, place));
}

/** Taking back a link by hand, where there is one. */
function unlinking(openCase: OpenCase, source: string, text: Text, span: Span): vscode.CodeAction[] {
  const { model } = openCase;
  const mention = mentionAt(model, source, span.start);
  if (mention?.entity === undefined || mention.entity === null || mention.rule !== 'link') return [];
  const title = vscode.l10n.t('Remove the link of {0} to {1}', quoted(text, mention.span), entityName(model, mention.entity));
  const asks = (saidByHand(model, { source, span: mention.span })?.places ?? 1) > 1;
  return [refactoring(actionWithFile(asks ? `${title}…` : title, model, source), 'corroborate.removeLink', placeArgument(openCase, source, mention.span))];
}

function refactoring(title: string, command: CommandId, place: PlaceArgument): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  made.command = { title, command, arguments: [place] };
  return made;
}

function action<Id extends CommandId>(
  { shown }: Told,
  title: string,
  command: Id,
  argument: CommandArguments[Id][0],
  isPreferred = false,
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { title, command, arguments: [argument] };
  fix.diagnostics = [shown];
  fix.isPreferred = isPreferred;
  return fix;
}

function quoted(text: Text, { start, end }: Span): string {
  const words = text.content.slice(start, end).replace(/\s+/g, ' ').trim();
  return `“${words.length > quotedLength ? `${words.slice(0, quotedLength)}…` : words}”`;
}
