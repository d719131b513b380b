import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { verdictOrder } from '../core/claims/words';
import type { PageModel } from '../core/page/page';
import type { PagePassages } from '../core/page/pagePassages';
import { applyChange } from '../core/page/pageChange';
import { chosenSources, defaultFilter, isDefaultFilter, pageView, type PageFilter, type PageView } from '../core/page/pageView';
import { Grid, type GridHandle } from './Grid';
import type { Host } from './host';
import { Notice } from './Notice';
import { readHostMessage, type PageCell, type PageState } from './protocol';
import { Passages } from './Passages';
import { Tabs, type TabName } from './Tabs';
import { Toolbar } from './Toolbar';

const emptyState: PageState = { filter: defaultFilter, cell: null, scroll: null };

/** The discrepancies page: what the extension sends, as the reader chose to see it. */
export function App({ host }: { host: Host }) {
  // Undefined until the extension answers; null when no case is open.
  const [model, setModel] = useState<PageModel | null>();
  const state = useRef<PageState>(host.savedState() ?? emptyState);
  const [filter, setFilterState] = useState(state.current.filter);
  const [revealed, setRevealed] = useState<string | null>(null);
  const [tab, setTabState] = useState<TabName>(state.current.tab ?? 'claims');
  const [passages, setPassages] = useState<PagePassages>();
  const grid = useRef<GridHandle>(null);
  const toolbar = useRef<HTMLElement>(null);

  const save = useCallback(
    (part: Partial<PageState>) => {
      state.current = { ...state.current, ...part };
      host.saveState(state.current);
    },
    [host],
  );
  const setFilter = useCallback(
    (next: PageFilter) => {
      setRevealed(null);
      setFilterState(next);
      save({ filter: next });
    },
    [save],
  );

  const setTab = useCallback(
    (next: TabName) => {
      setTabState(next);
      save({ tab: next });
    },
    [save],
  );
  useEffect(() => {
    if (tab !== 'passages') return undefined;
    host.send({ type: 'wantPassages', wanted: true });
    return () => host.send({ type: 'wantPassages', wanted: false });
  }, [host, tab]);

  useEffect(() => {
    let generation = -1;
    let current: PageModel | null = null;
    const receive = (event: MessageEvent) => {
      const received = readHostMessage(event.data);
      if (!received.ok) {
        // oxlint-disable-next-line no-console -- a fault of the extension: nothing a person could act on
        console.warn(`Corroborate: a message to the discrepancies page was ignored: ${received.problem}`);
        return;
      }
      const { message } = received;
      if (message.type === 'activated') {
        if (document.activeElement === document.body || document.activeElement === null) grid.current?.focus();
        return;
      }
      if (message.type === 'passages') {
        setPassages(message.passages);
        return;
      }
      if (message.type === 'reveal') {
        setTab('claims');
        setRevealed(message.key);
        return;
      }
      if (message.type === 'showEntity') {
        setTab('claims');
        setFilter({ ...state.current.filter, text: '', verdicts: [...verdictOrder], entity: message.entity });
        return;
      }
      if (message.type === 'model') {
        if (message.state && !host.savedState()) {
          state.current = message.state;
          setFilterState(message.state.filter);
          setTabState(message.state.tab ?? 'claims');
        }
        current = message.model;
      } else if (current && message.generation === generation + 1) {
        current = applyChange(current, message.change);
      } else {
        host.send({ type: 'ready' });
        return;
      }
      generation = message.generation;
      setModel(current);
    };
    window.addEventListener('message', receive);
    host.send({ type: 'ready' });
    return () => window.removeEventListener('message', receive);
  }, [host, setFilter, setTab]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inGrid = grid.current?.hasFocus() ?? false;
      const find = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f';
      const toToolbar = find || (event.key === 'F6' && event.shiftKey && inGrid);
      const toGrid = event.key === 'F6' && !event.shiftKey && !inGrid;
      if (!toToolbar && !toGrid) return;
      if (toToolbar) focusFilter(toolbar.current);
      else if (!grid.current?.focus()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const effective = useMemo(
    () => (model && revealed !== null ? filterToReveal(model, filter, revealed) : filter),
    [model, filter, revealed],
  );
  useEffect(() => {
    if (effective === filter) return;
    setFilterState(effective);
    save({ filter: effective });
  }, [effective, filter, save]);
  const view = useMemo(() => (model ? pageView(model, effective) : null), [model, effective]);
  const open = useCallback<Host['send']>((message) => host.send(message), [host]);
  const saveCell = useCallback((cell: PageCell) => save({ cell }), [save]);
  const saveScroll = useCallback((scroll: PageState['scroll']) => save({ scroll }), [save]);

  if (model === undefined) return <Notice title="Reading the case…" />;
  if (model === null) {
    return (
      <Notice title="No case is open">
        Open a folder that has a <code>corroborate.yaml</code>, or one of its articles. This page then shows what its
        sources say differently.
      </Notice>
    );
  }
  return (
    <>
      <header>
        <h1 class="unseen">Discrepancies in {model.caseName}</h1>
        <Tabs chosen={tab} onChoose={setTab} />
      </header>
      {tab === 'passages' ? <Passages passages={passages} onOpen={open} /> : claims(model, view)}
    </>
  );

  function claims(current: PageModel, shown: PageView | null) {
    if (shown === null || (current.rows.length === 0 && current.suggestions.count === 0)) {
      return (
        <Notice title="No claims yet">
          Write what a source says under <code>claims:</code> in its annotation file: a subject, a property, a value and
          the quote. Claims about the same thing meet here, side by side.
        </Notice>
      );
    }
    const showAll = () => setFilter({ ...effective, verdicts: [...verdictOrder] });
    const clear = () => setFilter({ ...defaultFilter, sources: effective.sources });
    const showSources = (ids: readonly string[]) =>
      setFilter({ ...effective, sources: [...new Set([...chosenSources(current, effective.sources), ...ids])] });
    return (
      <>
        <Toolbar
          elementRef={toolbar}
          model={current}
          view={shown}
          filter={effective}
          onFilter={setFilter}
          onSuggestions={(on) => host.send({ type: 'showSuggestions', shown: on })}
          onShowAll={showAll}
          onClear={clear}
        />
        {shown.rows.length > 0 ? (
          <Grid
            handle={grid}
            view={shown}
            filter={effective}
            start={state.current}
            revealed={revealed}
            onReveal={setRevealed}
            onCell={saveCell}
            onScroll={saveScroll}
            onOpen={open}
            onShowSources={showSources}
          />
        ) : (
          <NothingShown
            onlyQuiet={shown.hiddenByVerdict > 0 && effective.verdicts === null}
            matching={shown.hiddenByVerdict}
            narrowed={!isDefaultFilter(effective)}
            onShowAll={showAll}
            onClear={clear}
          />
        )}
      </>
    );
  }
}

interface NothingShownProperties {
  readonly onlyQuiet: boolean;
  readonly matching: number;
  readonly narrowed: boolean;
  readonly onShowAll: () => void;
  readonly onClear: () => void;
}

function NothingShown({ onlyQuiet, matching, narrowed, onShowAll, onClear }: NothingShownProperties) {
  return (
    <Notice title={onlyQuiet ? 'Nothing to settle here' : 'Nothing matches'}>
      {onlyQuiet
        ? 'All that is left agrees, adds to a list, or is said by one source only.'
        : 'No group of claims passes these filters.'}
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
  const seen = (candidate: PageFilter) => pageView(model, candidate).rows.some(({ row }) => row.key === key);
  const row = model.rows.find((candidate) => candidate.key === key);
  if (!row || seen(filter)) return filter;
  const open = { ...defaultFilter, verdicts: [...verdictOrder], sources: filter.sources };
  if (seen(open)) return open;
  return { ...open, sources: [...chosenSources(model, filter.sources), ...row.claims.map((claim) => claim.source)] };
}

function focusFilter(toolbar: HTMLElement | null): void {
  toolbar?.querySelector<HTMLElement>('vscode-textfield')?.focus();
}
