import { ticks } from 'd3-array';
import { utcTicks } from 'd3-time';
import { describeEdtf } from '../core/values/describe';
import { formatDay } from '../core/values/edtf';
import { formatNumber } from '../core/values/numerals';
import type { ExtentEnd, ExtentKind, PageExtent } from '../core/page/extents';

/** A stretch of days or numbers. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  /** In [0, 1] along the stretch. */
  readonly at: number;
  readonly label: string;
}

const millisecondsADay = 86_400_000;
/** Room on either side, as a part of what is shown. */
const margin = 0.06;

/** The stretch that holds all finite ends, with a margin; null where there is none. */
export function stretchOf(extents: readonly (PageExtent | null)[]): Stretch | null {
  let from = Infinity;
  let to = -Infinity;
  for (const extent of extents) {
    for (const end of extent ? [...extent.core, ...extent.halo] : []) {
      if (end === null) continue;
      from = Math.min(from, end);
      to = Math.max(to, end);
    }
  }
  if (from > to) return null;
  const room = (to - from) * margin || Math.max(1, Math.abs(to) * margin);
  return { from: from - room, to: to + room };
}

/** What lies within this part of the stretch looks like one point. */
const tooClose = 0.03;

/**
 * The most different extents that a picture of all would crowd into a spot, by index, in their order: worth a picture of their own. Empty
 * where everything can be told apart.
 */
export function closeUpOf(extents: readonly (PageExtent | null)[]): readonly number[] {
  const whole = stretchOf(extents);
  if (!whole) return [];
  const spans = extents.flatMap((extent, index) => {
    const ends = extent ? [...extent.core, ...extent.halo].filter((end) => end !== null) : [];
    return ends.length === 0 ? [] : [{ index, low: Math.min(...ends), high: Math.max(...ends), key: JSON.stringify(extent) }];
  });
  spans.sort((a, b) => a.low - b.low || a.high - b.high);
  const most = (whole.to - whole.from) * tooClose;
  let best: readonly number[] = [];
  let distinct = 1;
  for (const [i, first] of spans.entries()) {
    const near = spans.slice(i).filter(({ high }) => high - first.low <= most);
    const keys = new Set(near.map(({ key }) => key));
    if (keys.size <= distinct) continue;
    distinct = keys.size;
    best = near.map(({ index }) => index);
  }
  return [...best].sort((a, b) => a - b);
}

/** Where a point lies along a stretch, in [0, 1]; an open end lies at the end of it. */
export function along({ from, to }: Stretch, point: ExtentEnd, open: 'low' | 'high'): number {
  if (point === null) return open === 'low' ? 0 : 1;
  return Math.max(0, Math.min(1, (point - from) / (to - from)));
}

/** About `count` round points with their labels: days, months or years as fits; numbers. */
export function ticksOf(stretch: Stretch, kind: ExtentKind, count: number): readonly Tick[] {
  const tick = (point: number, label: string): Tick => ({ at: along(stretch, point, 'low'), label });
  if (kind === 'number') return ticks(stretch.from, stretch.to, count).map((point) => tick(point, formatNumber(point)));
  const dates = utcTicks(new Date(stretch.from * millisecondsADay), new Date(stretch.to * millisecondsADay), count).filter(
    (date) => date.getTime() % millisecondsADay === 0,
  );
  const years = dates.every((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1);
  const months = dates.every((date) => date.getUTCDate() === 1);
  return dates.map((date) => {
    const day = date.getTime() / millisecondsADay;
    const edtf = formatDay(day);
    return tick(day, describeEdtf(years ? edtf.slice(0, -6) : months ? edtf.slice(0, -3) : edtf));
  });
}
