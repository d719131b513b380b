import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Verdict } from '../core/claims/claim';
import { statusLabels, verdictOrder, verdictLabel } from '../core/claims/words';
import type { PageModel, PageStatus } from '../core/page/page';
import { isDefaultFilter, pageStatuses, quietlyFolded, shownVerdicts, type PageFilter, type PageOrder, type PageView } from '../core/page/pageView';
import { SourcePicker } from './SourcePicker';
import { VerdictIcon } from './VerdictIcon';

interface ToolbarProperties {
  readonly elementRef: RefObject<HTMLElement | null>;
  readonly model: PageModel;
  readonly view: PageView;
  readonly filter: PageFilter;
  readonly onFilter: (filter: PageFilter) => void;
  readonly onSuggestions: (shown: boolean) => void;
  readonly onShowAll: () => void;
  readonly onClear: () => void;
  readonly onReviewAll: () => void;
  readonly onExport: () => void;
  readonly detailShown: boolean;
  readonly onDetail: (shown: boolean) => void;
}

/** Stands for no filter; no id has a space in it. */
const anything = 'no filter';

const orders: Readonly<Record<PageOrder, string>> = {
  subject: 'By subject',
  property: 'By property',
  verdict: 'Worst first',
  decided: 'Last decided first',
};

/** Filters and what they come to. */
export function Toolbar({ elementRef, model, view, filter, onFilter, onSuggestions, ...on }: ToolbarProperties) {
  const entities = useMemo(() => entityOptions(model), [model]);
  const properties = useMemo(() => propertyOptions(model), [model]);
  const articles = model.sources.filter((source) => source.id !== 'registry');
  const shown = shownVerdicts(filter);
  const occurring = useMemo(() => new Set(model.rows.map((row) => row.judgement.verdict)), [model]);
  const offered = verdictOrder.filter((verdict) => occurring.has(verdict) || view.counts.has(verdict));
  const toggle = (verdict: Verdict) => {
    const next = verdictOrder.filter((each) => (each === verdict ? !shown.has(each) : shown.has(each)));
    onFilter({ ...filter, verdicts: next });
  };
  const toggleStatus = (status: PageStatus) => {
    const chosen = filter.statuses ?? pageStatuses;
    const next = pageStatuses.filter((each) => (each === status ? !chosen.includes(each) : chosen.includes(each)));
    onFilter({ ...filter, statuses: next.length === pageStatuses.length ? null : next });
  };
  return (
    <search class="toolbar" aria-label="Filter discrepancies" ref={elementRef}>
      <div class="toolbar-line">
        <vscode-textfield
          class="filter-text"
          type="search"
          label="Filter by text"
          placeholder="Filter by name, value or quote"
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: valueOf(event) })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter.text !== '') onFilter({ ...filter, text: '' });
          }}
        />
        <vscode-single-select
          class="filter-entity"
          combobox
          filter="contains"
          label="Filter by entity"
          options={entities}
          value={filter.entity ?? anything}
          onChange={(event) => onFilter({ ...filter, entity: chosenOf(event) })}
        />
        <vscode-single-select
          class="filter-entity"
          combobox
          filter="contains"
          label="Filter by property"
          options={properties}
          value={filter.property ?? anything}
          onChange={(event) => onFilter({ ...filter, property: chosenOf(event) })}
        />
        {articles.length > 2 && (
          <SourcePicker model={model} chosen={filter.sources} onChoose={(sources) => onFilter({ ...filter, sources })} />
        )}
        <span class="toolbar-end">
          <span role="status">{countWords(view, model)}</span>
          {!quietlyFolded(filter) && view.hiddenByVerdict > 0 && (
            <button type="button" class="link" onClick={on.onShowAll}>
              Show all
            </button>
          )}
          {!isDefaultFilter(filter) && (
            <button type="button" class="link" onClick={on.onClear}>
              Clear filters
            </button>
          )}
        </span>
      </div>
      <div class="chips" role="group" aria-label="Verdicts to show">
        {offered.map((verdict) => (
          <button
            type="button"
            key={verdict}
            class="chip"
            aria-pressed={shown.has(verdict)}
            title={`${shown.has(verdict) ? 'Hide' : 'Show'} groups with this verdict`}
            onClick={() => toggle(verdict)}
          >
            <VerdictIcon verdict={verdict} />
            {verdictLabel(verdict)} <span class="chip-count">{view.counts.get(verdict) ?? 0}</span>
          </button>
        ))}
        {model.suggestions.count > 0 && (
          <button
            type="button"
            class="chip"
            aria-pressed={model.suggestions.shown}
            title={`${model.suggestions.shown ? 'Leave out' : 'Take in'} claims that were read from the texts and that no one has confirmed`}
            onClick={() => onSuggestions(!model.suggestions.shown)}
          >
            Suggested claims <span class="chip-count">{model.suggestions.count}</span>
          </button>
        )}
      </div>
      <div class="toolbar-line">
        <div class="chips" role="group" aria-label="Review status to show">
          {pageStatuses
            .filter((status) => view.statuses.has(status) || (filter.statuses !== null && !filter.statuses.includes(status)))
            .map((status) => (
              <button
                type="button"
                key={status}
                class="chip"
                aria-pressed={filter.statuses === null || filter.statuses.includes(status)}
                onClick={() => toggleStatus(status)}
              >
                {statusLabels[status]} <span class="chip-count">{view.statuses.get(status) ?? 0}</span>
              </button>
            ))}
        </div>
        <span class="toolbar-end">
          <vscode-single-select
            class="choice"
            label="Order"
            options={Object.entries(orders).map(([value, label]) => ({ value, label }))}
            value={filter.order}
            onChange={(event) => onFilter({ ...filter, order: valueOf(event) as PageOrder })}
          />
          <vscode-single-select
            class="choice"
            label="Confirmed or suggested claims"
            options={[
              { value: anything, label: 'Confirmed and suggested' },
              { value: 'confirmed', label: 'Confirmed only' },
              { value: 'suggested', label: 'With suggested claims' },
            ]}
            value={filter.claims ?? anything}
            onChange={(event) => onFilter({ ...filter, claims: chosenOf(event) as PageFilter['claims'] })}
          />
          <button
            type="button"
            class="chip"
            aria-pressed={on.detailShown}
            title="Values to scale, quotes in context, and why (D)"
            onClick={() => on.onDetail(!on.detailShown)}
          >
            Details
          </button>
          <button type="button" class="link" title="Decide about all groups that are shown (Shift+R)" onClick={on.onReviewAll}>
            Review all {view.rows.length}…
          </button>
          <button type="button" class="link" title="Write a report of all groups that are shown" onClick={on.onExport}>
            Export report…
          </button>
        </span>
      </div>
    </search>
  );
}

function countWords(view: PageView, model: PageModel): string {
  const all = model.rows.length;
  return view.rows.length === all ? `${all} ${all === 1 ? 'group' : 'groups'}` : `${view.rows.length} of ${all} groups`;
}

function entityOptions(model: PageModel): { label: string; value: string; description: string }[] {
  const names = new Map<string, string>();
  for (const row of model.rows) for (const entity of row.entities) names.set(entity.id, entity.name);
  const options = [...names].map(([value, label]) => ({ label, value, description: value }));
  options.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return [{ label: 'All entities', value: anything, description: '' }, ...options];
}

function propertyOptions(model: PageModel): { label: string; value: string; description: string }[] {
  const labels = new Map(model.rows.map((row) => [row.propertyId, row.property]));
  const options = [...labels].map(([value, label]) => ({ label, value, description: '' }));
  options.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return [{ label: 'All properties', value: anything, description: '' }, ...options];
}

function chosenOf(event: Event): string | null {
  const value = valueOf(event);
  return value === anything ? null : value;
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
