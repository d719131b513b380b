import type { Span } from '../text/text';

/** The first of the items that are nearest to `place`; null without items. */
export function nearestTo<T extends { readonly span: Span }>(place: Span, items: readonly T[]): T | null {
  let best: T | null = null;
  for (const item of items) if (!best || distance(place, item.span) < distance(place, best.span)) best = item;
  return best;
}

/** UTF-16 units between two spans; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
