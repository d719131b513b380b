/** One line of a benchmark's outcome, as `--json` writes it. */
export interface BenchmarkResult {
  readonly name: string;
  /** What was worked on, for people: `10 MB, 20000 aliases`. */
  readonly size: string;
  readonly value: number;
  readonly unit: string;
  /** How many times the floor's time this takes. */
  readonly ratioToFloor?: number;
  /** How many times the fastest peer's speed this has. */
  readonly ratioToPeer?: number;
  /** Slope of time over size, both logarithmic: 1 is linear. */
  readonly exponent?: number;
}

/** What a benchmark found. `failures` are wrong answers, not slow ones. */
export interface BenchmarkReport {
  readonly results: readonly BenchmarkResult[];
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}

/** Something to be timed; `run` returns a number that depends on all the work, so that none is optimised away. */
export interface Contender {
  readonly name: string;
  readonly run: () => number;
}

let sink = 0;

/**
 * Milliseconds of processor time (all threads of this process) of each of `rounds` runs, by contender. On an idle machine that
 * is the time that passes; on a busy one it leaves out the waiting. The contenders take turns, so that slow spells hit all alike.
 */
export function timesInTurns(contenders: readonly Contender[], rounds: number): Map<string, number[]> {
  const times = new Map<string, number[]>(contenders.map((contender) => [contender.name, []]));
  for (const contender of contenders) sink += contender.run();
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const start = process.cpuUsage();
      sink += contender.run();
      const { user, system } = process.cpuUsage(start);
      times.get(contender.name)?.push((user + system) / 1000);
    }
  }
  return times;
}

/** Least-squares slope of log(time) over log(size). */
export function exponentOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const xs = points.map((point) => Math.log(point.size));
  const ys = points.map((point) => Math.log(point.time));
  const meanX = mean(xs);
  const meanY = mean(ys);
  const covariance = mean(xs.map((x, i) => (x - meanX) * ((ys[i] as number) - meanY)));
  return covariance / mean(xs.map((x) => (x - meanX) ** 2));
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
