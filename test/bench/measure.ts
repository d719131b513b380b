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
      times.get(contender.name)?.push(processorTime(contender.run));
    }
  }
  return times;
}

/** Milliseconds of processor time, all threads of this process, that `run` takes once. */
export function processorTime(run: () => number): number {
  const start = process.cpuUsage();
  sink += run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The least that there is to do with a text: adds up its code units. */
export function sumOfUnits(content: string): number {
  let sum = 0;
  for (let i = 0; i < content.length; i++) sum = (sum + content.charCodeAt(i)) | 0;
  return sum;
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

/** One line on a target, for people. */
export function target(size: string, word: string, goal: number, of: string, value: number, met: boolean): string {
  return `target, ${size}: ${word} ${goal} ${of}: ${value.toFixed(2)}, ${met ? 'met' : 'MISSED'}`;
}

/**
 * The least value: of times, what is left when others on the machine take least. Their share only ever adds, and on two processors
 * of one core it adds up to three quarters.
 */
export function least(values: readonly number[]): number {
  return Math.min(...values);
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
