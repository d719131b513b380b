import type { TimelineClaim } from '../core/page/pageTimeline';
import { along, type Stretch } from './lineScale';

/** A claim in its lane. */
export interface LaidItem {
  /** Index into the claims. */
  readonly index: number;
  /** From 0, downwards. */
  readonly track: number;
  /** Where its words begin, in [0, 1] along the stretch; with `end`, where they end. */
  readonly left: number;
  readonly end: boolean;
}

export interface Lane {
  readonly items: readonly LaidItem[];
  readonly tracks: number;
  /** Claims in the stretch that have no room. */
  readonly more: number;
}

const mostTracks = 8;
/** What words take up beside a bar, in pixels. */
const labelWidth = 210;

/**
 * Lays the claims of each lane that meet the stretch into tracks, so that bars and words do not cover each other. `active` always has a
 * place. Linear in the claims, but for the tracks.
 */
export function layOut(claims: readonly TimelineClaim[], lanes: number, stretch: Stretch, width: number, active: number): readonly Lane[] {
  const label = labelWidth / Math.max(1, width);
  const laid = Array.from({ length: lanes }, () => ({ items: [] as LaidItem[], ends: [] as number[], more: 0 }));
  const add = (index: number, wanted: boolean) => {
    const claim = claims[index];
    const lane = claim && laid[claim.source];
    if (!claim || !lane) return;
    const [low, high] = claim.extent.core;
    if ((low !== null && low > stretch.to) || (high !== null && high < stretch.from)) return;
    const start = along(stretch, low, 'low');
    const end = start + label > 1;
    const from = end ? Math.min(start, along(stretch, high, 'high') - label) : start;
    const to = Math.max(along(stretch, high, 'high'), end ? start : start + label);
    let track = lane.ends.findIndex((taken) => taken <= from);
    if (track < 0) track = lane.ends.length;
    if (track >= mostTracks && !wanted) {
      lane.more++;
      return;
    }
    lane.ends[track] = to + 0.004;
    lane.items.push({ index, track, left: end ? along(stretch, high, 'high') : start, end });
  };
  for (const index of claims.keys()) add(index, index === active);
  return laid.map(({ items, ends, more }) => ({ items, tracks: ends.length, more }));
}
