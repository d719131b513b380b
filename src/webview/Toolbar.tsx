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
  /** Rows that are still to come: what concerns all of them waits. */
  readonly missing: number;
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
  /** Whether the filters by entity, property and kind of claim are unfolded, and in a narrow window those by verdict and status. */
  readonly filtersShown: boolean;
  readonly onFilters: (shown: boolean) => void;
}

/** Stands for no filter; no id has a space in it. */
const anything = 'no filter';

const orders: Readonly<Record<PageOrder, string>> = {
  subject: 'By subject',
  property: 'By property',
  verdict: 'Worst first',
  decided: 'Last decided first',
};

interface Option {
  readonly label: string;
  readonly value: string;
}

const claimOptions: readonly Option[] = [
  { value: anything, label: 'Confirmed and suggested' },
  { value: 'confirmed', label: 'Confirmed only' },
  { value: 'suggested', label: 'With suggested claims' },
];

/** Filters and what they come to. */
export function Toolbar({ elementRef, model, missing, view, filter, onFilter, onSuggestions, filtersShown, ...on }: ToolbarProperties) {
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
  const narrowed = narrowingOf(filter, entities, properties);
  const inForce = narrowed.length + Number(filter.verdicts !== null) + Number(filter.statuses !== null);
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
        <button
          type="button"
          class="picker-button"
          aria-expanded={filtersShown}
          aria-controls="more-filters"
          title="Filter by verdict, status, entity, property, confirmed or suggested"
          onClick={() => on.onFilters(!filtersShown)}
        >
          Filters
          {inForce > 0 && <span class="chip-count">({inForce})</span>}
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={filtersShown ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} />
          </svg>
        </button>
        {articles.length > 2 && (
          <SourcePicker model={model} chosen={filter.sources} onChoose={(sources) => onFilter({ ...filter, sources })} />
        )}
        <vscode-single-select
          class="choice"
          label="Order"
          options={Object.entries(orders).map(([value, label]) => ({ value, label }))}
          value={filter.order}
          onChange={(event) => onFilter({ ...filter, order: valueOf(event) as PageOrder })}
        />
        <span class="toolbar-end">
          <span role="status">{missing > 0 ? `Reading ${model.rows.length + missing} groups…` : countWords(view, model)}</span>
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
          <button
            type="button"
            class="chip"
            aria-pressed={on.detailShown}
            title="Values to scale, quotes in context, and why (D)"
            onClick={() => on.onDetail(!on.detailShown)}
          >
            Details
          </button>
          <button type="button" class="link" title="Decide about all groups that are shown (Shift+R)" disabled={missing > 0} onClick={on.onReviewAll}>
            Review all {view.rows.length}…
          </button>
          <button type="button" class="link" title="Write a report of all groups that are shown" disabled={missing > 0} onClick={on.onExport}>
            Export report…
          </button>
        </span>
      </div>
      <div class="filters" id="more-filters" data-open={filtersShown ? '' : undefined}>
        {filtersShown && (
          <div class="toolbar-line">
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
            <vscode-single-select
              class="choice"
              label="Confirmed or suggested claims"
              options={claimOptions}
              value={filter.claims ?? anything}
              onChange={(event) => onFilter({ ...filter, claims: chosenOf(event) as PageFilter['claims'] })}
            />
          </div>
        )}
        <div class="chips">
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
          </div>
          <div class="chips" role="group" aria-label="Review status to show">
            {pageStatuses
              .filter((status) => view.statuses.has(status) || (filter.statuses !== null && !filter.statuses.includes(status)))
              .map((status) => (
                <button
                  type="button"
                  key={status}
                  class="chip"
                  aria-pressed={filter.statuses === null || filter.statuses.includes(status)}
                  title={`${filter.statuses === null || filter.statuses.includes(status) ? 'Hide' : 'Show'} groups with this status`}
                  onClick={() => toggleStatus(status)}
                >
                  {statusLabels[status]} <span class="chip-count">{view.statuses.get(status) ?? 0}</span>
                </button>
              ))}
          </div>
          {model.suggestions.count > 0 && (
            <div class="chips">
              <button
                type="button"
                class="chip"
                aria-pressed={model.suggestions.shown}
                title={`${model.suggestions.shown ? 'Leave out' : 'Take in'} claims that were read from the texts and that no one has confirmed`}
                onClick={() => onSuggestions(!model.suggestions.shown)}
              >
                Suggested claims <span class="chip-count">{model.suggestions.count}</span>
              </button>
            </div>
          )}
        </div>
      </div>
      {!filtersShown && narrowed.length > 0 && (
        <div class="chips" role="group" aria-label="Filters in force">
          {narrowed.map(({ label, without }) => (
            <button type="button" key={label} class="chip" aria-pressed="true" title="Remove this filter" onClick={() => onFilter(without)}>
              <span dir="auto">{label}</span>
              <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
                <path d="M4 4l8 8M12 4l-8 8" />
              </svg>
            </button>
          ))}
        </div>
      )}
    </search>
  );
}

/** The choices behind the button that narrow what is shown, each with the filter that lacks it. */
function narrowingOf(filter: PageFilter, entities: readonly Option[], properties: readonly Option[]): { label: string; without: PageFilter }[] {
  const { entity, property, claims } = filter;
  const labelOf = (options: readonly Option[], value: string) => options.find((option) => option.value === value)?.label ?? value;
  return [
    ...(entity === null ? [] : [{ label: labelOf(entities, entity), without: { ...filter, entity: null } }]),
    ...(property === null ? [] : [{ label: labelOf(properties, property), without: { ...filter, property: null } }]),
    ...(claims === null ? [] : [{ label: labelOf(claimOptions, claims), without: { ...filter, claims: null } }]),
  ];
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
