import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchLinking } from './linking';
import type { BenchmarkReport, BenchmarkResult } from './measure';
import { benchPassages } from './passages';
import { benchRecognition, readFirstArticle } from './recognition';
import { benchWorstCases } from './worstCases';

/** One file a benchmark. */
const benchmarks: readonly (readonly [name: string, run: () => BenchmarkReport | Promise<BenchmarkReport>])[] = [
  ['linking', benchLinking],
  ['recognition', benchRecognition],
  ['worst cases', benchWorstCases],
  ['passages', benchPassages],
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
  const results = reports.flatMap((report) => report.results);
  console.log(tableOf(results));
  for (const note of reports.flatMap((report) => report.notes)) console.log(note);
  const failures = reports.flatMap((report) => report.failures);
  for (const failure of failures) console.error(`wrong: ${failure}`);
  if (failures.length === 0) console.log('All answers are right.');
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ results }, null, 2)}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function tableOf(results: readonly BenchmarkResult[]): string {
  const head = ['name', 'size', 'value', 'unit', '× floor', '× fastest peer', 'exponent'];
  const rows = results.map((result) => [
    result.name,
    result.size,
    shown(result.value),
    result.unit,
    shown(result.ratioToFloor),
    shown(result.ratioToPeer),
    shown(result.exponent),
  ]);
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length), title.length));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i < 2 || i === 3 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join('  ');
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

await main();
