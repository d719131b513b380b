import type { ArticleWorkKind } from '../../core/features/articleWork';
import type { Annotations } from '../editing/annotations';
import { reattachAnchor } from './anchorCommands';
import type { Cases } from '../case/cases';
import { createClaimCommands } from './claimCommands';
import type { CommandArguments, CommandHandlers } from '../commands';
import { createLinkCommands } from './linkCommands';
import type { ArticleLock } from './lockArticles';
import { goToWork } from './articleWorkCommands';
import type { ShownSuggestion } from '../reading/suggestions';

type AnnotationCommand =
  | `corroborate.${'next' | 'previous'}${'Suggestion' | 'UnlinkedName' | 'AmbiguousName' | 'Discrepancy'}`
  | `corroborate.${'linkToEntity' | 'linkEveryToEntity' | 'newEntity' | 'addAlias' | 'rejectEntity' | 'removeLink' | 'stopOffering'}`
  | `corroborate.${'recordClaim' | 'acceptSuggestion' | 'dismissSuggestion' | 'undoLastAnnotation'}`
  | `corroborate.${'lockArticles' | 'unlockArticles' | 'reattach'}`;

/** The commands that annotate, each done before the next one begins. */
export function createAnnotationCommands(
  cases: Cases,
  annotations: Annotations,
  shown: ShownSuggestion,
  lock: ArticleLock,
): Pick<CommandHandlers, AnnotationCommand> {
  const links = createLinkCommands(cases, annotations);
  const claims = createClaimCommands(cases, annotations, shown);
  const inTurn =
    <Arguments extends unknown[]>(work: (...given: Arguments) => Promise<unknown>) =>
    (...given: Arguments) =>
      annotations.inTurn(() => work(...given));
  const go = (kind: ArticleWorkKind, direction: 1 | -1) => inTurn(() => goToWork(cases, annotations, shown, kind, direction));
  return {
    'corroborate.linkToEntity': inTurn((argument: CommandArguments['corroborate.linkToEntity'][0]) => links.link(argument)),
    'corroborate.linkEveryToEntity': inTurn((argument: CommandArguments['corroborate.linkToEntity'][0]) => links.link(argument, true)),
    'corroborate.newEntity': inTurn(links.newEntity),
    'corroborate.addAlias': inTurn(links.addAlias),
    'corroborate.rejectEntity': inTurn(links.reject),
    'corroborate.removeLink': inTurn(links.removeLink),
    'corroborate.stopOffering': inTurn(links.stopOffering),
    'corroborate.recordClaim': inTurn(claims.record),
    'corroborate.acceptSuggestion': inTurn(claims.accept),
    'corroborate.dismissSuggestion': inTurn(claims.dismiss),
    'corroborate.nextSuggestion': go('suggestion', 1),
    'corroborate.previousSuggestion': go('suggestion', -1),
    'corroborate.nextUnlinkedName': go('unlinked', 1),
    'corroborate.previousUnlinkedName': go('unlinked', -1),
    'corroborate.nextAmbiguousName': go('ambiguous', 1),
    'corroborate.previousAmbiguousName': go('ambiguous', -1),
    'corroborate.nextDiscrepancy': go('discrepancy', 1),
    'corroborate.previousDiscrepancy': go('discrepancy', -1),
    'corroborate.undoLastAnnotation': inTurn(() => annotations.undoLast()),
    'corroborate.lockArticles': () => lock.set(true),
    'corroborate.unlockArticles': () => lock.set(false),
    'corroborate.reattach': inTurn((argument: CommandArguments['corroborate.reattach'][0]) => reattachAnchor(cases, annotations, argument)),
  };
}
