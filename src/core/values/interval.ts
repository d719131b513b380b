import type { Interval } from './value';

/** Everything. */
export const unbounded: Interval = { low: -Infinity, high: Infinity, lowOpen: true, highOpen: true };

/** An interval; an infinite end is always open. */
export function interval(low: number, high: number, lowOpen = false, highOpen = false): Interval {
  return {
    low,
    high,
    lowOpen: lowOpen || low === -Infinity,
    highOpen: highOpen || high === Infinity,
  };
}

/** Whether both hold the same points. */
export function sameInterval(a: Interval, b: Interval): boolean {
  return a.low === b.low && a.high === b.high && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;
}

/** Whether every point of `inner` is in `outer`; true for equal ones. */
export function within(inner: Interval, outer: Interval): boolean {
  const low = inner.low > outer.low || (inner.low === outer.low && (inner.lowOpen || !outer.lowOpen));
  const high = inner.high < outer.high || (inner.high === outer.high && (inner.highOpen || !outer.highOpen));
  return low && high;
}

/** Whether they share a point. */
export function intersect(a: Interval, b: Interval): boolean {
  return !entirelyBefore(a, b) && !entirelyBefore(b, a);
}

/** Whether every point of `a` lies below every point of `b`. */
export function entirelyBefore(a: Interval, b: Interval): boolean {
  return a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));
}

/** The smallest interval around both. */
export function hull(a: Interval, b: Interval): Interval {
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  const lowClosed = (a.low === low && !a.lowOpen) || (b.low === low && !b.lowOpen);
  const highClosed = (a.high === high && !a.highOpen) || (b.high === high && !b.highOpen);
  return interval(low, high, !lowClosed, !highClosed);
}
