import type { PageItem, PageView } from '../core/page/pageView';
import type { PageCell } from './protocol';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The place to stand on: the wanted one where it still is, else the first group; null when nothing is listed. */
export function placeOf(view: PageView, wanted: PageCell | null): PageCell | null {
  const { items } = view;
  const shown = items.find(({ key }) => key === wanted?.row) ?? items.find(({ kind }) => kind === 'group') ?? items[0];
  if (!shown) return null;
  if (!wanted || wanted.row !== shown.key) return { row: shown.key, column: null, item: 0 };
  const column = columnIndex(view, wanted.column);
  if (column < 0) return { row: shown.key, column: null, item: 0 };
  return at(view, shown, column, wanted.item);
}

/**
 * Where a key leads in the grid: arrows, Home and End within a row, with Ctrl or Cmd over all rows, Page Up and Page Down by `page` rows;
 * claims in one cell are passed one by one. Sections and folds have one cell. Null when the key does not move.
 */
export function moveCell(view: PageView, from: PageCell, key: Key, page: number): PageCell | null {
  if (key.altKey || key.shiftKey) return null;
  const whole = key.ctrlKey || key.metaKey;
  const row = view.items.findIndex(({ key: own }) => own === from.row);
  const column = columnIndex(view, from.column);
  const shown = view.items[row];
  if (!shown || column < 0) return null;
  const rowAt = (index: number) => view.items[Math.max(0, Math.min(view.items.length - 1, index))] ?? shown;
  const last = view.columns.length;
  if (whole && key.key !== 'Home' && key.key !== 'End') return null;
  switch (key.key) {
    case 'ArrowLeft':
      if (shown.kind !== 'group') return null;
      return at(view, shown, Math.max(0, column - 1), 0);
    case 'ArrowRight':
      if (shown.kind !== 'group') return null;
      return at(view, shown, Math.min(last, column + 1), 0);
    case 'ArrowDown':
      if (from.item + 1 < itemCount(shown, column)) return at(view, shown, column, from.item + 1);
      return row + 1 < view.items.length ? at(view, rowAt(row + 1), column, 0) : null;
    case 'ArrowUp':
      if (from.item > 0) return at(view, shown, column, from.item - 1);
      return row > 0 ? at(view, rowAt(row - 1), column, Infinity) : null;
    case 'Home':
      return at(view, whole ? rowAt(0) : shown, 0, 0);
    case 'End':
      return at(view, whole ? rowAt(Infinity) : shown, last, 0);
    case 'PageDown':
      return at(view, rowAt(row + page), column, 0);
    case 'PageUp':
      return at(view, rowAt(row - page), column, 0);
    default:
      return null;
  }
}

// Column 0 is the row's head.
function columnIndex(view: PageView, column: string | null): number {
  if (column === null) return 0;
  const index = view.columns.findIndex(({ id }) => id === column);
  return index < 0 ? -1 : index + 1;
}

function itemCount(item: PageItem, column: number): number {
  return column === 0 || item.kind !== 'group' ? 1 : Math.max(1, item.shown.cells[column - 1]?.length ?? 0);
}

/** On a section or a fold the column is remembered for the rows after it. */
function at(view: PageView, shown: PageItem, column: number, item: number): PageCell {
  return {
    row: shown.key,
    column: column === 0 ? null : (view.columns[column - 1]?.id ?? null),
    item: Math.max(0, Math.min(item, itemCount(shown, column) - 1)),
  };
}
