import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { verdictOrder } from '../core/claims/words';
import { filterWords } from '../core/page/filterWords';
import type { PageModel } from '../core/page/page';
import { chosenSources, isDefaultFilter, pageView, quietlyFolded, widened, type PageFilter } from '../core/page/pageView';
import type { PageDetail } from '../core/page/pageDetail';
import { DetailPane } from './DetailPane';
import { GoneDecisions } from './GoneDecisions';
import { Grid, type GridHandle } from './Grid';
import type { Host } from './host';
import { Notice } from './Notice';
import type { PageCell, PageState } from './protocol';
import { ReviewDialog, type ReviewRequest } from './ReviewDialog';
import { useSettled } from './useSettled';
import { Toolbar } from './Toolbar';

interface ClaimsTabProperties {
  readonly grid: RefObject<GridHandle | null>;
  readonly toolbar: RefObject<HTMLElement | null>;
  readonly model: PageModel;
  /** Rows of the model that are still to come. */
  readonly missing: number;
  readonly filter: PageFilter;
  /** Where to begin: read once. */
  readonly start: PageState;
  /** A group to show whatever the filter. */
  readonly revealed: string | null;
  readonly onReveal: (key: string | null) => void;
  readonly onFilter: (filter: PageFilter) => void;
  /** Keeps what the reader chose, for the next start. */
  readonly onState: (part: Partial<PageState>) => void;
  /** What came last of details, of whatever group. */
  readonly detail: PageDetail | undefined;
  readonly send: Host['send'];
}

/** Rows from which on a view takes longer than a frame. */
const manyRows = 2000;

/** The claims of the chosen sources side by side, and what is decided about them. */
export function ClaimsTab({ grid, toolbar, model, missing, filter, start, revealed, onReveal, onFilter, onState, detail, send }: ClaimsTabProperties) {
  const [review, setReview] = useState<ReviewRequest | null>(null);
  const [filtersShown, setFiltersShown] = useState(start.filters ?? false);
  const [detailShown, setDetailShown] = useState(start.detail ?? false);
  const [place, setPlace] = useState(start.cell?.row);
  const effective = useMemo(() => (revealed === null ? filter : filterToReveal(model, filter, revealed)), [model, filter, revealed]);
  useEffect(() => {
    if (effective !== filter) onFilter(effective);
  }, [effective, filter, onFilter]);
  const viewed = useSettled(effective, model.rows.length > manyRows);
  const view = useMemo(() => pageView(model, viewed), [model, viewed]);
  const row = detailShown ? (view.rows.find((shown) => shown.row.key === place) ?? view.rows[0])?.row : undefined;
  const detailKey = row?.key ?? null;
  useEffect(() => {
    if (detailKey === null) return undefined;
    send({ type: 'wantDetail', key: detailKey });
    return () => send({ type: 'wantDetail', key: null });
  }, [send, detailKey]);
  const choose = useCallback(
    (cell: PageCell) => {
      setPlace(cell.row);
      onState({ cell });
    },
    [onState],
  );
  const showDetail = useCallback(
    (shown: boolean) => {
      setDetailShown(shown);
      onState({ detail: shown });
    },
    [onState],
  );
  const closeReview = useCallback(() => {
    setReview(null);
    grid.current?.focus();
  }, [grid]);
  const reviewAll = useCallback(() => {
    if (view.rows.length > 0 && missing === 0) setReview({ rows: view.rows.map(({ row }) => row), status: null });
  }, [view, missing]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (document.querySelector('dialog[open]')) return;
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' && key !== 'y') return;
        send({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
      } else if (key === 'r' && event.shiftKey) {
        reviewAll();
      } else if (key === 'd' && !event.shiftKey) {
        showDetail(!detailShown);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [send, reviewAll, detailShown, showDetail]);

  if (model.rows.length + missing + model.suggestions.count === 0) {
    return (
      <Notice title="No claims yet">
        Write what a source says under <code>claims:</code> in its annotation file: a subject, a property, a value and
        the quote. Claims about the same thing meet here, side by side.
      </Notice>
    );
  }
  const showAll = () => onFilter({ ...effective, verdicts: [...verdictOrder] });
  const clear = () => onFilter(widened(effective));
  const fold = (key: string) => {
    const { unfolded } = effective;
    onFilter({ ...effective, unfolded: unfolded.includes(key) ? unfolded.filter((each) => each !== key) : [...unfolded, key] });
  };
  const showSources = (ids: readonly string[]) =>
    onFilter({ ...effective, sources: [...new Set([...chosenSources(model, effective.sources), ...ids])] });
  return (
    <>
      <Toolbar
        elementRef={toolbar}
        model={model}
        missing={missing}
        view={view}
        filter={effective}
        onFilter={onFilter}
        onSuggestions={(shown) => send({ type: 'showSuggestions', shown })}
        onShowAll={showAll}
        onClear={clear}
        onReviewAll={reviewAll}
        detailShown={detailShown}
        onDetail={showDetail}
        filtersShown={filtersShown}
        onFilters={(shown) => {
          setFiltersShown(shown);
          onState({ filters: shown });
        }}
        onExport={() => send({ type: 'exportReport', keys: view.rows.map(({ row }) => row.key), filter: filterWords(model, viewed) })}
      />
      {view.items.length > 0 ? (
        <Grid
          handle={grid}
          view={view}
          filter={viewed}
          start={start}
          revealed={revealed}
          onReveal={onReveal}
          onCell={choose}
          onScroll={(scroll) => onState({ scroll })}
          onOpen={send}
          onShowSources={showSources}
          onFold={fold}
          onReview={(row, status) => setReview({ rows: [row], status })}
        />
      ) : (
        <NothingShown
          matching={quietlyFolded(effective) ? 0 : view.hiddenByVerdict}
          narrowed={!isDefaultFilter(effective)}
          onShowAll={showAll}
          onClear={clear}
        />
      )}
      <GoneDecisions gone={model.gone} onOpen={send} />
      {row && (
        <DetailPane
          row={row}
          detail={detail?.key === row.key ? detail : undefined}
          sources={model.sources}
          onOpen={send}
          onClose={() => {
            showDetail(false);
            grid.current?.focus();
          }}
        />
      )}
      {review && (
        <ReviewDialog
          request={review}
          sources={model.sources}
          onDecide={(keys, decision) => send({ type: 'decide', keys, decision })}
          onClose={closeReview}
        />
      )}
    </>
  );
}

interface NothingShownProperties {
  readonly matching: number;
  readonly narrowed: boolean;
  readonly onShowAll: () => void;
  readonly onClear: () => void;
}

function NothingShown({ matching, narrowed, onShowAll, onClear }: NothingShownProperties) {
  return (
    <Notice title="Nothing matches">
      No group of claims passes these filters.
      <span class="notice-actions">
        {matching > 0 && (
          <vscode-button onClick={onShowAll}>{matching === 1 ? 'Show it' : `Show all ${matching}`}</vscode-button>
        )}
        {narrowed && (
          <vscode-button secondary={matching > 0} onClick={onClear}>
            Clear filters
          </vscode-button>
        )}
      </span>
    </Notice>
  );
}

/** The filter, opened as far as a row needs to be seen. */
function filterToReveal(model: PageModel, filter: PageFilter, key: string): PageFilter {
  const row = model.rows.find((candidate) => candidate.key === key);
  if (!row) return filter;
  const shows = (candidate: PageFilter) => pageView(model, candidate).items.some((item) => item.key === key);
  if (shows(filter)) return filter;
  const open = { ...widened(filter), verdicts: [...verdictOrder] };
  if (shows(open)) return open;
  return { ...open, sources: [...chosenSources(model, filter.sources), ...row.claims.map((claim) => claim.source)] };
}

/** Whether a key goes into a text field, in a component's shadow too. */
function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
