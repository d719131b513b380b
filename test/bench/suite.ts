import { parseArgs } from 'node:util';
import { benchLinking } from './linking';
import type { BenchmarkReport } from './measure';
import { benchPage } from './page';
import { benchPassages } from './passages';
import { benchRecognition, readFirstArticle } from './recognition';
import { tell } from './report';
import { benchWorstCases } from './worstCases';

/** One file a benchmark. */
const benchmarks: readonly (readonly [name: string, run: () => BenchmarkReport | Promise<BenchmarkReport>])[] = [
  ['linking', benchLinking],
  ['recognition', benchRecognition],
  ['worst cases', benchWorstCases],
  ['passages', benchPassages],
  ['page', benchPage],
];

/**
 * Runs all benchmarks, or those whose name begins with `--only`, prints a table, and with `--json FILE` writes the results there.
 * Exit code 1 for wrong answers. `--host` was heeded by who started this. `--first-article` is for the process that `benchRecognition` starts.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string', default: '' }, host: { type: 'string' }, 'first-article': { type: 'boolean' } } });
  if (values['first-article']) {
    console.log(JSON.stringify(readFirstArticle()));
    return;
  }
  const reports: BenchmarkReport[] = [];
  for (const [name, run] of benchmarks) if (name.startsWith(values.only)) reports.push(await run());
  tell(reports, values.json);
}

await main();
