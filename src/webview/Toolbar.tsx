import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Verdict } from '../core/claims/claim';
import { verdictOrder, verdictLabel } from '../core/claims/words';
import type { PageModel } from '../core/page/page';
import { isDefaultFilter, shownVerdicts, type PageFilter, type PageView } from '../core/page/pageView';
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
}

/** Stands for no filter; no entity id has a space in it. */
const anyEntity = 'any entity';

/** Filters and what they come to. */
export function Toolbar({ elementRef, model, view, filter, onFilter, onSuggestions, onShowAll, onClear }: ToolbarProperties) {
  const entities = useMemo(() => entityOptions(model), [model]);
  const articles = model.sources.filter((source) => source.id !== 'registry');
  const shown = shownVerdicts(filter);
  const occurring = useMemo(() => new Set(model.rows.map((row) => row.judgement.verdict)), [model]);
  const offered = verdictOrder.filter((verdict) => occurring.has(verdict) || view.counts.has(verdict));
  const toggle = (verdict: Verdict) => {
    const next = verdictOrder.filter((each) => (each === verdict ? !shown.has(each) : shown.has(each)));
    onFilter({ ...filter, verdicts: next });
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
          value={filter.entity ?? anyEntity}
          onChange={(event) => onFilter({ ...filter, entity: valueOf(event) === anyEntity ? null : valueOf(event) })}
        />
        {articles.length > 2 && (
          <SourcePicker model={model} chosen={filter.sources} onChoose={(sources) => onFilter({ ...filter, sources })} />
        )}
        <span class="toolbar-end">
          <span role="status">{countWords(view, model)}</span>
          {view.hiddenByVerdict > 0 && (
            <button type="button" class="link" onClick={onShowAll}>
              Show all
            </button>
          )}
          {!isDefaultFilter(filter) && (
            <button type="button" class="link" onClick={onClear}>
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
  return [{ label: 'All entities', value: anyEntity, description: '' }, ...options];
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
