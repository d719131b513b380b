import type { PageSource } from '../core/page/page';
import type { ShownRow } from '../core/page/pageView';
import { campsOf } from './camps';
import { ClaimCard } from './ClaimCard';
import type { PageCell } from './protocol';
import { RowHead, type RowActions } from './RowHead';

/** Claims that a cell shows until one goes to a further one; few people read more of one source at a glance, and a page of thousands would crawl. */
export const mostInCell = 12;

/** Names a cell. */
export function cellKey(row: string, column: string): string {
  return JSON.stringify([row, column]);
}

interface GridRowProperties extends RowActions {
  readonly shown: ShownRow;
  readonly columns: readonly PageSource[];
  readonly index: number;
  readonly offset: number;
  /** The place of the keyboard, when it is in this row. */
  readonly active: PageCell | null;
  /** Cells, by `cellKey`, that show all of their claims. */
  readonly unfolded: ReadonlySet<string>;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onCell: (cell: PageCell) => void;
  /** As `onCell`, and the focus goes there. */
  readonly onMove: (cell: PageCell) => void;
}

/** One group: what it is about and how its claims stand to each other, then the claims source by source. */
export function GridRow({ shown, columns, index, offset, active, unfolded, measure, onCell, onMove, ...actions }: GridRowProperties) {
  const { row } = shown;
  return (
    <div
      class="grid-row group-row"
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={{ top: `${offset}px` }}
    >
      <RowHead
        shown={shown}
        active={active?.column === null}
        onFocus={() => onCell({ row: row.key, column: null, item: 0 })}
        {...actions}
      />
      {columns.map((source, i) => {
        const claims = shown.cells[i] ?? [];
        const here = active?.column === source.id ? active : null;
        if (claims.length === 0) {
          return (
            <div
              class="cell empty"
              role="gridcell"
              aria-colindex={i + 2}
              key={source.id}
              tabIndex={here ? 0 : -1}
              data-active={here ? '' : undefined}
              onFocus={() => onCell({ row: row.key, column: source.id, item: 0 })}
            >
              <span class="cell-source" dir="auto">
                {source.title}
              </span>
              <span class="no-claim">No claim</span>
            </div>
          );
        }
        const shownClaims = unfolded.has(cellKey(row.key, source.id)) ? claims : claims.slice(0, mostInCell);
        const more = claims.length - shownClaims.length;
        return (
          <div class="cell" role="gridcell" aria-colindex={i + 2} key={source.id}>
            <span class="cell-source" dir="auto">
              {source.title}
            </span>
            {shownClaims.map((claim, item) => (
              <ClaimCard
                key={item}
                claim={claim}
                camps={campsOf(row, claim)}
                active={here?.item === item}
                onFocus={() => onCell({ row: row.key, column: source.id, item })}
                onOpen={actions.onOpen}
              />
            ))}
            {more > 0 && (
              <button
                type="button"
                class="link"
                tabIndex={here ? 0 : -1}
                onClick={() => onMove({ row: row.key, column: source.id, item: mostInCell })}
              >
                {more === 1 ? '1 more claim' : `${more} more claims`}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
