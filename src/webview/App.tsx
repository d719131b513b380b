import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { verdictOrder } from '../core/claims/words';
import type { PageModel } from '../core/page/page';
import type { PageDetail } from '../core/page/pageDetail';
import type { PageTimeline } from '../core/page/pageTimeline';
import type { PagePassages } from '../core/page/pagePassages';
import { applyChange } from '../core/page/pageChange';
import { joinModel, type ModelPieces } from '../core/page/pagePieces';
import { defaultFilter, type PageFilter } from '../core/page/pageView';
import { ClaimsTab } from './ClaimsTab';
import type { GridHandle } from './Grid';
import type { Host } from './host';
import { Notice } from './Notice';
import { readHostMessage, type PageState } from './protocol';
import { Passages } from './Passages';
import { Tabs, type TabName } from './Tabs';
import { Timeline } from './Timeline';

const emptyState: PageState = { filter: defaultFilter, cell: null, scroll: null };

/** The discrepancies page: what the extension sends, as the reader chose to see it. */
export function App({ host }: { host: Host }) {
  // Undefined until the extension answers; null when no case is open.
  const [model, setModel] = useState<PageModel | null>();
  const state = useRef<PageState>(host.savedState() ?? emptyState);
  const [filter, setFilterState] = useState(state.current.filter);
  // Rows that are still to come.
  const [missing, setMissing] = useState(0);
  const [revealed, setRevealed] = useState<string | null>(null);
  const [tab, setTabState] = useState<TabName>(state.current.tab ?? 'claims');
  const [timeline, setTimeline] = useState<PageTimeline>();
  const [detail, setDetail] = useState<PageDetail>();
  const [notice, setNotice] = useState('');
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
    if (tab === 'claims') return undefined;
    const type = tab === 'passages' ? 'wantPassages' : 'wantTimeline';
    host.send({ type, wanted: true });
    return () => host.send({ type, wanted: false });
  }, [host, tab]);

  useEffect(() => {
    let generation = -1;
    let current: PageModel | null = null;
    let pieces: ModelPieces | null = null;
    const receive = (event: MessageEvent) => {
      const received = readHostMessage(event.data);
      if (!received.ok) {
        // oxlint-disable-next-line no-console -- a fault of the extension: nothing a person could act on
        console.warn(`Corroborate: a message to the discrepancies page was ignored: ${received.problem}`);
        return;
      }
      const { message } = received;
      switch (message.type) {
        case 'activated':
          if (document.activeElement === document.body || document.activeElement === null) grid.current?.focus();
          return;
        case 'notice':
          setNotice(message.text);
          return;
        case 'passages':
          setPassages(message.passages);
          return;
        case 'timeline':
          setTimeline(message.timeline);
          return;
        case 'detail':
          setDetail(message.detail);
          return;
        case 'reveal':
          setTab('claims');
          setRevealed(message.key);
          return;
        case 'showEntity':
          setTab('claims');
          setRevealed(null);
          setFilter({ ...state.current.filter, text: '', verdicts: [...verdictOrder], entity: message.entity });
          return;
        case 'model':
          if (message.state && !host.savedState()) {
            state.current = message.state;
            setFilterState(message.state.filter);
            setTabState(message.state.tab ?? 'claims');
          }
          current = message.model;
          pieces = message.model && message.cut && joinModel({ model: message.model, ...message.cut });
          setMissing(pieces?.missing() ?? 0);
          break;
        case 'rows': {
          const more = message.generation === generation ? pieces?.add(message.rows) : null;
          if (!more) return;
          current = more;
          setMissing(pieces?.missing() ?? 0);
          break;
        }
        case 'change':
          if (!current || message.generation !== generation + 1 || (pieces?.missing() ?? 0) > 0) {
            host.send({ type: 'ready' });
            return;
          }
          current = applyChange(current, message.change);
          break;
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

  const open = useCallback<Host['send']>((message) => host.send(message), [host]);

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
      {tab === 'passages' && <Passages passages={passages} onOpen={open} />}
      {tab === 'timeline' && (
        <Timeline
          timeline={timeline}
          onReveal={(key) => {
            setTab('claims');
            setRevealed(key);
          }}
        />
      )}
      {tab === 'claims' && (
        <ClaimsTab
          grid={grid}
          toolbar={toolbar}
          model={model}
          missing={missing}
          filter={filter}
          start={state.current}
          revealed={revealed}
          onReveal={setRevealed}
          onFilter={setFilter}
          onState={save}
          detail={detail}
          send={open}
        />
      )}
      <p class="message" role="status">
        {notice}
      </p>
    </>
  );
}

function focusFilter(toolbar: HTMLElement | null): void {
  toolbar?.querySelector<HTMLElement>('vscode-textfield')?.focus();
}
