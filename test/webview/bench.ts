import { parseArgs } from 'node:util';
import type { CDPSession } from 'playwright-core';
import { verdictOrder } from '../../src/core/claims/words';
import type { PageModel } from '../../src/core/page/page';
import { changeBetween } from '../../src/core/page/pageChange';
import { cutModel } from '../../src/core/page/pagePieces';
import { defaultFilter, pageView } from '../../src/core/page/pageView';
import type { HostMessage } from '../../src/webview/protocol';
import { largeCase, pageOf, type LargeCaseSize } from '../bench/largeCase';
import { median, type BenchmarkReport } from '../bench/measure';
import { tell } from '../bench/report';
import { accessibilityViolations } from './accessibility';
import { startHarness, type PageHarness, type PageInTest } from './harness';

const small: LargeCaseSize = { claims: 1_250, sources: 40, groups: 300 };
const large: readonly LargeCaseSize[] = [
  { claims: 50_000, sources: 40, groups: 12_000 },
  { claims: 50_000, sources: 500, groups: 12_000 },
  // Few groups, each with claims by the thousand.
  { claims: 50_000, sources: 40, groups: 20 },
];

interface Outcome {
  readonly times: ReadonlyMap<string, number>;
  /** Elements in the document after scrolling. */
  readonly elements: number;
  readonly failures: readonly string[];
}

/**
 * The discrepancies page in the pinned Chromium, as it ships, with a small case and with those of 50,000 claims: milliseconds of its main
 * thread. The small case is the floor: how many times more the page does for a large one. What axe-core minds at the end fails.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const harness = await startHarness();
  try {
    // The first page of a browser pays for what later ones find ready.
    await measure(harness, small);
    const floor = await measure(harness, small);
    const reports = [report(small, floor, floor)];
    for (const size of large) reports.push(report(size, await measure(harness, size), floor));
    tell(reports, values.json);
  } finally {
    await harness.close();
  }
}

function report({ claims, sources, groups }: LargeCaseSize, { times, elements, failures }: Outcome, floor: Outcome): BenchmarkReport {
  const size = `${claims} claims, ${sources} sources, ${groups} groups`;
  const results = [...times].map(([name, value]) => ({ name, size, value, unit: 'ms', ratioToFloor: value / (floor.times.get(name) ?? NaN) }));
  const counted = { name: 'elements in the document', size, value: elements, unit: '', ratioToFloor: elements / floor.elements };
  return { results: [...results, counted], notes: [], failures: failures.map((failure) => `${size}: ${failure}`) };
}

async function measure(harness: PageHarness, size: LargeCaseSize): Promise<Outcome> {
  const model = pageOf(largeCase(size))();
  const filter = { ...defaultFilter, order: 'verdict', verdicts: verdictOrder, sources: model.sources.slice(0, 4).map(({ id }) => id) } as const;
  const typed = 'body-3';
  const found = pageView(model, { ...filter, text: typed }).rows;
  const opened = await harness.open({ state: { filter, cell: null, scroll: null } });
  const { page, send, complaints, close } = opened;
  const clock = await createClock(opened);

  const { start, pieces } = cutModel(model, filter, []);
  await clock.take('first row, from its message', () => post(opened, { type: 'model', model: start.model, cut: { places: start.places, total: start.total }, generation: 1, state: null }, '.group-row'));
  await clock.take('the other rows', async () => {
    for (const rows of pieces) await send({ type: 'rows', rows, generation: 1 } satisfies HostMessage);
    await page.waitForFunction(() => !document.querySelector('.toolbar [role=status]')?.textContent?.startsWith('Reading'));
  });

  await clock.steps('a step of scrolling', 120, () => scrollBy(opened, 120));
  await clock.steps('a leap of scrolling', 40, () => scrollBy(opened, 3000));
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);

  await page.keyboard.press('Control+f');
  await clock.steps('a key in the filter', typed.length, (i) => page.keyboard.type(typed.charAt(i)));
  await clock.take('the list that follows the last key', async () => {
    await page.waitForFunction((count) => document.querySelector('.toolbar [role=status]')?.textContent?.startsWith(`${count} of `), found.length);
  });
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+Home');
  await page.locator('.grid-row[aria-rowindex="2"]').waitFor();

  const keys = found.map(({ row }) => row.key);
  const one = decided(model, new Set(keys.slice(0, 1)));
  await clock.take('one decision', () => post(opened, { type: 'change', change: changeBetween(model, one)!, generation: 2 }, '.group-row .decision'));
  const many = decided(one, new Set([...keys, ...model.rows.map(({ key }) => key)].slice(0, 5000)));
  await clock.take('5,000 decisions', () => post(opened, { type: 'change', change: changeBetween(one, many)!, generation: 3 }, '.group-row:nth-child(2) .decision'));
  const failures = [...(await complaints()), ...(await accessibilityViolations(page))];
  await close();
  return { times: clock.times, elements, failures };
}

/** The model once the groups with these keys are explained. */
function decided(model: PageModel, keys: ReadonlySet<string>): PageModel {
  const review = { status: 'explained', decided: 'explained', words: 'Explained: time' } as const;
  return { ...model, rows: model.rows.map((row) => (keys.has(row.key) ? { ...row, review: { ...row.review, ...review } } : row)) };
}

/** Posts a message and waits for the frame in which `selector` is there; throws when it does not come within a minute. */
async function post({ page }: PageInTest, message: HostMessage, selector: string): Promise<void> {
  await page.evaluate(
    async ([json, wanted]) => {
      window.postMessage(JSON.parse(json), '*');
      const end = performance.now() + 60_000;
      while (!document.querySelector(wanted)) {
        if (performance.now() > end) throw new Error(`${wanted} does not come`);
        await new Promise(requestAnimationFrame);
      }
    },
    [JSON.stringify(message), selector] as const,
  );
}

async function scrollBy({ page }: PageInTest, pixels: number): Promise<void> {
  await page.evaluate(async (by) => {
    document.querySelector('.grid-scroller')!.scrollTop += by;
    await new Promise(requestAnimationFrame);
  }, pixels);
}

interface Clock {
  readonly times: Map<string, number>;
  /** Milliseconds of the page's main thread that `run` takes. */
  take(name: string, run: () => Promise<void>): Promise<void>;
  /** The median of `count` runs. */
  steps(name: string, count: number, run: (i: number) => Promise<void>): Promise<void>;
}

async function createClock({ page }: PageInTest): Promise<Clock> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const now = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  const times = new Map<string, number>();
  const timeOf = async (run: () => Promise<void>) => {
    const start = await now();
    await run();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return (await now()) - start;
  };
  return {
    times,
    async take(name, run) {
      times.set(name, await timeOf(run));
    },
    async steps(name, count, run) {
      const each: number[] = [];
      for (let i = 0; i < count; i++) each.push(await timeOf(() => run(i)));
      times.set(name, median(each));
    },
  };
}

void main();
