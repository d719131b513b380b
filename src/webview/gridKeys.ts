import type { PageView, ShownRow } from '../core/page/pageView';
import type { PageCell } from './protocol';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The place to stand on: the wanted one where it still is, else the nearest; null when there are no rows. */
export function placeOf(view: PageView, wanted: PageCell | null): PageCell | null {
  const shown = view.rows.find(({ row }) => row.key === wanted?.row) ?? view.rows[0];
  if (!shown) return null;
  if (!wanted || wanted.row !== shown.row.key) return { row: shown.row.key, column: null, item: 0 };
  const column = columnIndex(view, wanted.column);
  if (column < 0) return { row: shown.row.key, column: null, item: 0 };
  return at(view, shown, column, wanted.item);
}

/**
 * Where a key leads in the grid: arrows, Home and End within a row, with Ctrl or Cmd over all rows, Page Up and Page Down by `page` rows;
 * claims in one cell are passed one by one. Null when the key does not move.
 */
export function moveCell(view: PageView, from: PageCell, key: Key, page: number): PageCell | null {
  if (key.altKey || key.shiftKey) return null;
  const whole = key.ctrlKey || key.metaKey;
  const row = view.rows.findIndex((shown) => shown.row.key === from.row);
  const column = columnIndex(view, from.column);
  const shown = view.rows[row];
  if (!shown || column < 0) return null;
  const rowAt = (index: number) => view.rows[Math.max(0, Math.min(view.rows.length - 1, index))] ?? shown;
  const last = view.columns.length;
  if (whole && key.key !== 'Home' && key.key !== 'End') return null;
  switch (key.key) {
    case 'ArrowLeft':
      return at(view, shown, Math.max(0, column - 1), 0);
    case 'ArrowRight':
      return at(view, shown, Math.min(last, column + 1), 0);
    case 'ArrowDown':
      if (from.item + 1 < itemCount(shown, column)) return at(view, shown, column, from.item + 1);
      return row + 1 < view.rows.length ? at(view, rowAt(row + 1), column, 0) : null;
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

function itemCount(shown: ShownRow, column: number): number {
  return column === 0 ? 1 : Math.max(1, shown.cells[column - 1]?.length ?? 0);
}

function at(view: PageView, shown: ShownRow, column: number, item: number): PageCell {
  return {
    row: shown.row.key,
    column: column === 0 ? null : (view.columns[column - 1]?.id ?? null),
    item: Math.max(0, Math.min(item, itemCount(shown, column) - 1)),
  };
}
