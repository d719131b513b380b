import type { PageModel, PageRow, PageSource, PageSuggestions } from './page';

/** What turns one page model into another: small while a person types, whatever the number of rows. */
export interface PageChange {
  readonly caseName: string;
  readonly sources: readonly PageSource[];
  readonly suggestions: PageSuggestions;
  readonly gone: PageModel['gone'];
  /** Keys of all rows, in order; null when they are as they were. */
  readonly order: readonly string[] | null;
  /** Rows that are new or differ. */
  readonly rows: readonly PageRow[];
  /** Rows that differ in what was decided about them alone: of thousands of decisions, this is a tenth of the rows. */
  readonly reviewed: readonly ReviewedRow[];
}

export type ReviewedRow = Pick<PageRow, 'key' | 'review' | 'badges'>;

/** The change from `before` to `after`; null when there is none. Keys are unique in a model. Rows that are the same object cost nothing. */
export function changeBetween(before: PageModel, after: PageModel): PageChange | null {
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const differing = after.rows.filter((row) => {
    const old = known.get(row.key);
    return old !== row && !(old && isReviewAlone(old, row) ? sameJson(old.review, row.review) && sameJson(old.badges, row.badges) : sameJson(old, row));
  });
  const isReviewed = (row: PageRow) => isReviewAlone(known.get(row.key), row);
  const rows = differing.filter((row) => !isReviewed(row));
  const reviewed = differing.filter(isReviewed).map(({ key, review, badges }) => ({ key, review, badges }));
  const sameOrder =
    before.rows.length === after.rows.length && after.rows.every((row, i) => before.rows[i]?.key === row.key);
  const sameHead =
    before.caseName === after.caseName &&
    sameJson(before.sources, after.sources) &&
    sameJson(before.suggestions, after.suggestions) &&
    sameJson(before.gone, after.gone);
  if (sameOrder && sameHead && differing.length === 0) return null;
  return {
    caseName: after.caseName,
    sources: after.sources,
    suggestions: after.suggestions,
    gone: after.gone,
    order: sameOrder ? null : after.rows.map((row) => row.key),
    rows,
    reviewed,
  };
}

function isReviewAlone(before: PageRow | undefined, after: PageRow): boolean {
  if (!before) return false;
  const parts = Object.keys(after) as (keyof PageRow)[];
  return parts.every((part) => part === 'review' || part === 'badges' || before[part] === after[part]);
}

/** The model after `change`; rows that did not change stay the same objects. A key that nobody knows is left out. */
export function applyChange(before: PageModel, change: PageChange): PageModel {
  const rows = new Map(before.rows.map((row) => [row.key, row]));
  for (const row of change.rows) rows.set(row.key, row);
  for (const { key, review, badges } of change.reviewed) {
    const row = rows.get(key);
    if (row) rows.set(key, { ...row, review, badges });
  }
  const order = change.order ?? before.rows.map((row) => row.key);
  return {
    caseName: change.caseName,
    sources: change.sources,
    suggestions: change.suggestions,
    gone: change.gone,
    rows: order.flatMap((key) => rows.get(key) ?? []),
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
