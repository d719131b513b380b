import type { PageModel, PageRow } from './page';
import { pageView, type PageFilter, type PageItem } from './pageView';

/** The beginning of a model that is sent in pieces. */
export interface PageStart {
  /** The model with only those rows that are seen first, in their order. */
  readonly model: PageModel;
  /** Which rows of the whole these are; null when it is all of them. */
  readonly places: readonly number[] | null;
  /** Rows of the whole. */
  readonly total: number;
}

/** Rows that the page shows about a place at first. */
const rowsAbout = 40;
/** Rows of a piece, and the claims in them: so many are read by the page within a frame or two. */
const pieceSize = 400;
const pieceClaims = 2000;

/**
 * A model cut into the rows that a page with this filter shows first, about the top and about the groups with these keys, and pieces of the
 * others in order. A model of one piece is not cut.
 */
export function cutModel(model: PageModel, filter: PageFilter, about: readonly string[]): { readonly start: PageStart; readonly pieces: readonly (readonly PageRow[])[] } {
  const { rows } = model;
  if (piecesOf(rows).length <= 1) return { start: { model, places: null, total: rows.length }, pieces: [] };
  const { items } = pageView(model, filter);
  const first = new Set<string>(about);
  for (const at of [0, ...about.map((key) => items.findIndex((item) => item.key === key))]) {
    for (const key of at < 0 ? [] : keysAbout(items, at)) first.add(key);
  }
  const places = rows.flatMap((row, i) => (first.has(row.key) ? [i] : []));
  const rest = rows.filter(({ key }) => !first.has(key));
  return {
    start: { model: { ...model, rows: rows.filter(({ key }) => first.has(key)) }, places, total: rows.length },
    pieces: piecesOf(rest),
  };
}

/** The groups from `at` on and before it, until they have the claims of a piece. */
function keysAbout(items: readonly PageItem[], at: number): string[] {
  const sides = [items.slice(at, at + rowsAbout), items.slice(Math.max(0, at - rowsAbout), at).reverse()];
  return sides.flatMap((side) => {
    let claims = 0;
    return side.flatMap((item) => {
      if (item.kind !== 'group' || claims >= pieceClaims) return [];
      claims += item.shown.row.claims.length;
      return [item.key];
    });
  });
}

/** Rows in order, as many together as make a piece; a row of more claims than that is one by itself. */
function piecesOf(rows: readonly PageRow[]): PageRow[][] {
  const pieces: PageRow[][] = [];
  let claims = 0;
  for (const row of rows) {
    const last = pieces.at(-1);
    claims += row.claims.length;
    if (last && last.length < pieceSize && claims <= pieceClaims) last.push(row);
    else {
      pieces.push([row]);
      claims = row.claims.length;
    }
  }
  return pieces;
}

/** A model as its pieces come in. */
export interface ModelPieces {
  /** Takes the next piece in; null when it is not the time to show more: what is shown doubles, so that showing costs little in all. */
  readonly add: (rows: readonly PageRow[]) => PageModel | null;
  /** Rows that are still to come. */
  readonly missing: () => number;
}

/** Joins what `cutModel` cut. */
export function joinModel({ model, places, total }: PageStart): ModelPieces {
  const known = new Set(places);
  const slots: (PageRow | undefined)[] = Array.from({ length: total });
  for (const [i, row] of model.rows.entries()) slots[places?.[i] ?? i] = row;
  let missing = total - model.rows.length;
  let shown = model.rows.length;
  let next = 0;
  return {
    add(rows) {
      for (const row of rows) {
        while (known.has(next)) next++;
        slots[next++] = row;
      }
      missing = Math.max(0, missing - rows.length);
      const come = total - missing;
      if (missing > 0 && come < 2 * shown) return null;
      shown = come;
      return { ...model, rows: slots.flatMap((row) => row ?? []) };
    },
    missing: () => missing,
  };
}
