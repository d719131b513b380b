import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import { goneReviews } from '../../core/claims/review';
import { decideGroups } from '../../core/edits/decideGroups';
import { markSameOrigin, proposeOrigin } from '../../core/edits/sameOrigin';
import { pageDetail } from '../../core/page/pageDetail';
import { createPageModel, type PageInput } from '../../core/page/pageModel';
import { pageTimeline } from '../../core/page/pageTimeline';
import { pagePassages } from '../../core/page/pagePassages';
import { sourceTitle } from '../../core/features/claimText';
import type { Span } from '../../core/text/text';
import { createAnnotations } from '../editing/annotations';
import type { Cases } from '../case/cases';
import type { DiscrepanciesPort } from './discrepanciesPanel';
import type { OpenCase } from '../case/openCase';
import { openPlace } from '../case/openPlace';
import type { PlaceArgument } from '../commands';
import type { ReportRequest } from '../handOn/report';
import { reviewerName } from './reviewer';

/** Which case the discrepancies page shows, and what it needs of it. */
export interface ShownCase extends DiscrepanciesPort {
  /** Makes the page show another case. */
  show(openCase: OpenCase): void;
}

const rootKey = 'corroborate.discrepancies.root';
const suggestionsKey = 'corroborate.discrepancies.suggestions';

/** The case that was shown last in this workspace, else the first. */
export function createShownCase(cases: Cases, state: vscode.Memento): ShownCase & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const current = () => {
    const root = state.get<string>(rootKey);
    const all = cases.all();
    return all.find((openCase) => openCase.root.toString() === root) ?? all[0];
  };
  const withSuggestions = () => state.get<boolean>(suggestionsKey, true);
  const subscriptions = [
    changed,
    cases.onDidChangeCases(() => changed.fire()),
    cases.onDidSettleCase((openCase) => {
      if (openCase === current() && !withSuggestions()) changed.fire();
    }),
    cases.onDidSuggestCase((openCase) => {
      if (openCase === current()) changed.fire();
    }),
  ];
  const open = async (file: string, span: Span, { beside, preserveFocus }: { beside: boolean; preserveFocus: boolean }) => {
    const openCase = current();
    if (!openCase) return;
    await openPlace(openCase, file, span, {
      preserveFocus,
      viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    });
  };
  const decisions = createAnnotations();
  const pageModel = createPageModel();
  const input = (): PageInput | undefined => {
    const openCase = current();
    if (!openCase) return undefined;
    const { model, name } = openCase;
    const known = openCase.isSuggested();
    return {
      caseName: name,
      sources: model.sources(),
      groups: known && withSuggestions() ? model.comparison() : model.groups(),
      suggestions: {
        shown: withSuggestions(),
        count: known ? model.sources().reduce((sum, { id }) => sum + model.suggestedClaims(id).length, 0) : 0,
      },
      gone: goneOf(model),
      registry: model.registry(),
      text: (source) => model.text(source),
    };
  };
  return {
    onDidChange: changed.event,
    show(openCase) {
      void state.update(rootKey, openCase.root.toString());
      changed.fire();
    },
    model() {
      const given = input();
      return given && pageModel(given);
    },
    detail(key) {
      const given = input();
      const group = given?.groups.find((one) => one.key === key);
      return given && group && pageDetail(group, given);
    },
    timeline() {
      const given = input();
      return given && pageTimeline(given);
    },
    async exportReport(keys, filter) {
      const openCase = current();
      if (!openCase) return;
      const request: ReportRequest = { root: openCase.root.toString(), selection: { keys: [...keys], filter, suggestions: withSuggestions() } };
      await vscode.commands.executeCommand('corroborate.exportReport', request);
    },
    async copyCitation({ file, start, end }) {
      const openCase = current();
      if (!openCase) return;
      const place: PlaceArgument = { root: openCase.root.toString(), file, span: { start, end } };
      await vscode.commands.executeCommand('corroborate.copyCitation', place);
    },
    decide: (keys, decision) =>
      decisions.inTurn(async () => {
        const openCase = current();
        if (!openCase) return '';
        const reviewer = { by: await reviewerName(openCase.root), at: `${new Date().toISOString().slice(0, 19)}Z` };
        const { left, ...plan } = decideGroups(openCase.model, keys, decision, reviewer);
        if (!(await decisions.make(openCase, plan)) || !('edit' in plan)) return '';
        return left.length === 0
          ? plan.edit.label
          : vscode.l10n.t('{0}. Left out, as no claim there is confirmed: {1}', plan.edit.label, left.length);
      }),
    sameOrigin: (sources) =>
      decisions.inTurn(async () => {
        const openCase = current();
        if (!openCase) return;
        const origin = await vscode.window.showInputBox({
          title: vscode.l10n.t('Same origin'),
          prompt: vscode.l10n.t('Name of the origin, such as the agency. Sources of one origin count as one witness.'),
          value: proposeOrigin(openCase.model, sources),
        });
        if (origin !== undefined) await decisions.make(openCase, markSameOrigin(openCase.model, sources, origin));
      }),
    undo: () => decisions.inTurn(() => decisions.undoLast()),
    redo: () => decisions.inTurn(() => decisions.redoLast()),
    async showSuggestions(shown) {
      await state.update(suggestionsKey, shown);
      changed.fire();
    },
    async passages() {
      const openCase = current();
      if (!openCase || !(await openCase.rankPassages()) || !(await openCase.findCopiedText())) return undefined;
      const { model } = openCase;
      return pagePassages({
        pairs: model.passages(),
        copies: model.copiedText(),
        origin: (source) => model.source(source)?.entry?.origin?.text ?? null,
        registry: model.registry(),
        title: (source) => sourceTitle(model, source),
        text: (source) => model.text(source),
      });
    },
    openPassage: (place, options) => open(place.file, place, options),
    async openEntity(id, options) {
      const entity = current()?.model.entity(id);
      if (entity) await open(entity.file, entity.idSpan, options);
    },
    dispose: () => vscode.Disposable.from(...subscriptions, decisions).dispose(),
  };
}

function goneOf(model: CaseModel): PageInput['gone'] {
  const reviews = model.reviews();
  return reviews && { file: reviews.path, entries: goneReviews(reviews.data, new Set(model.groups().map(({ key }) => key))) };
}
