import type { RefObject } from 'preact';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReviewStatus } from '../core/case/entries';
import type { PageSource } from '../core/page/page';
import type { PageFilter, PageView } from '../core/page/pageView';
import { GridRow, cellKey, mostInCell } from './GridRow';
import type { RowActions } from './RowHead';
import { SectionRow } from './SectionRow';
import { moveCell, placeOf } from './gridKeys';
import type { PageCell, PageState } from './protocol';
import { useVirtualRows } from './useVirtualRows';

export interface GridHandle {
  /** Puts the focus where it last was in the grid; false when there is nothing to focus. */
  focus(): boolean;
  hasFocus(): boolean;
}

interface GridProperties extends RowActions {
  readonly handle: RefObject<GridHandle | null>;
  readonly view: PageView;
  readonly filter: PageFilter;
  /** Where to begin: read once. */
  readonly start: PageState;
  readonly revealed: string | null;
  /** Null: it is shown now. */
  readonly onReveal: (key: string | null) => void;
  readonly onCell: (cell: PageCell) => void;
  readonly onScroll: (scroll: PageState['scroll']) => void;
  readonly onFold: (key: string) => void;
}

/** Keys that begin a review, without Ctrl, Alt or Cmd. */
const reviewKeys: Readonly<Record<string, ReviewStatus | null>> = { r: null, e: 'explained', a: 'accepted', x: 'dismissed', o: 'open' };

/** The cells that show all of their claims, with the one whose further claims someone goes to. */
function withCell(unfolded: ReadonlySet<string>, cell: PageCell | null): ReadonlySet<string> {
  if (cell === null || cell.column === null || cell.item < mostInCell) return unfolded;
  const key = cellKey(cell.row, cell.column);
  return unfolded.has(key) ? unfolded : new Set([...unfolded, key]);
}

/** Rows of groups, columns of sources: an ARIA grid of which only the rows in sight, and the focused one, are in the document. */
export function Grid({ handle, view, filter, start, revealed, onCell, onScroll, onFold, ...actions }: GridProperties) {
  const { onReveal, onReview } = actions;
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [wanted, setWanted] = useState<PageCell | null>(start.cell);
  // The page comes back with the focus where it was left.
  const focusNext = useRef(start.cell !== null && document.hasFocus() && document.activeElement === document.body);
  const top = useRef<PageState['scroll']>(start.scroll);
  const keys = useMemo(() => view.items.map(({ key }) => key), [view.items]);
  const lastKeys = useRef<readonly string[]>([]);
  // Where a group leaves, the keyboard goes on with the one after it.
  const cell = useMemo(() => placeOf(view, survivorOf(wanted, lastKeys.current, keys)), [view, wanted, keys]);
  const active = useMemo(() => (cell ? keys.indexOf(cell.row) : -1), [keys, cell]);
  const kept = useMemo(() => (active < 0 ? [] : [active]), [active]);
  const estimate = useCallback((index: number) => (view.items[index]?.kind === 'group' ? 168 : 34), [view.items]);
  const virtualizer = useVirtualRows({ scroller, keys, estimate, kept, margin });

  const [unfolded, setUnfolded] = useState(() => withCell(new Set(), start.cell));
  const choose = useCallback(
    (next: PageCell) => {
      setWanted(next);
      setUnfolded((known) => withCell(known, next));
      onCell(next);
    },
    [onCell],
  );
  const moveTo = useCallback(
    (next: PageCell) => {
      focusNext.current = true;
      choose(next);
    },
    [choose],
  );
  const focusActive = useCallback(() => {
    const element = scroller.current?.querySelector<HTMLElement>('[data-active]');
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return element !== null && element !== undefined;
  }, []);
  useImperativeHandle(handle, () => ({
    focus: focusActive,
    hasFocus: () => scroller.current?.contains(document.activeElement) ?? false,
  }));

  useLayoutEffect(() => {
    const height = header.current?.offsetHeight ?? 0;
    if (height !== margin) setMargin(height);
  });

  // A row that was in sight stays where it was on the screen when rows come and go above it.
  const lastFilter = useRef(filter);
  useLayoutEffect(() => {
    const before = lastKeys.current;
    const refiltered = lastFilter.current !== filter && before.length > 0;
    lastKeys.current = keys;
    lastFilter.current = filter;
    if (before === keys || revealed !== null) return undefined;
    if (wanted && cell && !keys.includes(wanted.row) && before.includes(wanted.row)) {
      if (document.activeElement === document.body) moveTo(cell);
      else choose(cell);
    }
    if (refiltered) {
      scroller.current?.scrollTo({ top: 0 });
      return undefined;
    }
    const anchor = top.current;
    if (!anchor) return undefined;
    return settle(() => {
      const index = nearestSurvivor(keys, before, anchor.row);
      const offset = index < 0 ? undefined : virtualizer.getOffsetForIndex(index, 'start')?.[0];
      if (offset === undefined || !scroller.current) return;
      scroller.current.scrollTop = offset - virtualizer.options.scrollMargin + (keys[index] === anchor.row ? anchor.past : 0);
    });
  }, [keys, filter, virtualizer, revealed]);

  // Rows that change places are moved in the document, which takes the focus from them.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const lost = hadFocus.current && (document.activeElement === document.body || document.activeElement === null);
    if (focusNext.current && focusActive()) {
      focusNext.current = false;
      return settle(() => void focusActive());
    }
    if (lost) scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
    return undefined;
  });

  useEffect(() => {
    if (revealed === null || !keys.includes(revealed)) return;
    moveTo({ row: revealed, column: null, item: 0 });
    onReveal(null);
  }, [revealed, keys, moveTo, onReveal]);

  // Coming back from an article, the editor focuses the page as a whole.
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement !== document.body) return;
      scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);

  // When the details open or the window shrinks, the place of the keyboard stays in sight.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (element.contains(document.activeElement)) document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const rememberTop = () => {
    const element = scroller.current;
    if (!element) return;
    const first = virtualizer.getVirtualItemForOffset(element.scrollTop + margin);
    const row = first && keys[first.index];
    const atTop = element.scrollTop <= 0 || first === undefined || row === undefined;
    const next = atTop ? null : { row, past: element.scrollTop + margin - first.start };
    top.current = next;
    onScroll(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!cell || !scroller.current) return;
    const item = view.items[active];
    const letter = event.key.toLowerCase();
    if (item?.kind === 'group' && Object.hasOwn(reviewKeys, letter) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      onReview(item.shown.row, reviewKeys[letter] ?? null);
      return;
    }
    const next = moveCell(view, cell, event, Math.max(1, virtualizer.getVirtualItems().length - 8));
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <main
      class="grid-scroller"
      ref={scroller}
      onScroll={rememberTop}
      onFocusIn={() => (hadFocus.current = true)}
      onFocusOut={(event) => (hadFocus.current = event.relatedTarget === null && !document.hasFocus())}
    >
      <div
        class={`grid by-${filter.order}`}
        role="grid"
        aria-label="Claims by group and source"
        aria-rowcount={view.items.length + 1}
        aria-colcount={view.columns.length + 1}
        style={{ '--sources': String(view.columns.length) }}
        onKeyDown={onKeyDown}
      >
        <div class="grid-header" role="row" aria-rowindex={1} ref={header}>
          <div class="head-cell row-head" role="columnheader" aria-colindex={1}>
            Claims about
          </div>
          {view.columns.map((source, i) => (
            <div class="head-cell" role="columnheader" aria-colindex={i + 2} key={source.id} title={source.id}>
              <span class="head-title" dir="auto">
                {source.title}
              </span>
              <span class="head-date">{subtitle(source)}</span>
            </div>
          ))}
        </div>
        <div class="grid-rows" role="rowgroup" style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map((item) => {
            const listed = view.items[item.index];
            if (!listed) return null;
            const place = { index: item.index, offset: item.start - margin, measure: virtualizer.measureElement };
            return listed.kind === 'group' ? (
              <GridRow
                key={listed.key}
                {...place}
                shown={listed.shown}
                columns={view.columns}
                active={cell?.row === listed.key ? cell : null}
                unfolded={unfolded}
                onCell={choose}
                onMove={moveTo}
                {...actions}
              />
            ) : (
              <SectionRow
                key={listed.key}
                {...place}
                item={listed}
                width={view.columns.length + 1}
                active={cell?.row === listed.key}
                onFocus={() => choose({ row: listed.key, column: null, item: 0 })}
                onFold={onFold}
              />
            );
          })}
        </div>
      </div>
    </main>
  );
}

function subtitle(source: PageSource): string {
  if (source.id === 'registry') return 'Reference facts';
  return source.published ?? 'No date';
}

function nearestSurvivor(keys: readonly string[], before: readonly string[], row: string): number {
  const index = new Map(keys.map((key, i) => [key, i]));
  const from = before.indexOf(row);
  if (from < 0) return index.get(row) ?? -1;
  for (let i = from; i < before.length; i++) {
    const found = index.get(before[i] ?? '');
    if (found !== undefined) return found;
  }
  return -1;
}

function survivorOf(wanted: PageCell | null, before: readonly string[], keys: readonly string[]): PageCell | null {
  if (!wanted || keys.includes(wanted.row) || !before.includes(wanted.row)) return wanted;
  const row = keys[nearestSurvivor(keys, before, wanted.row)] ?? keys.at(-1);
  return row === undefined ? wanted : { ...wanted, row, item: 0 };
}

/** Does `step` now and over the next frames, while heights of rows that come in sight are being measured; returns a way to stop. */
function settle(step: () => void, frames = 3): () => void {
  let left = frames;
  let request = 0;
  const run = () => {
    step();
    if (left-- > 0) request = requestAnimationFrame(run);
  };
  run();
  return () => cancelAnimationFrame(request);
}
