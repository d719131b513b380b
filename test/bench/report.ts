import { writeFileSync } from 'node:fs';
import type { BenchmarkReport, BenchmarkResult } from './measure';

/** Prints a table of what benchmarks found, and their notes; writes the results to `json` where that is given. Exit code 1 for wrong answers. */
export function tell(reports: readonly BenchmarkReport[], json: string | undefined): void {
  const results = reports.flatMap((report) => report.results);
  console.log(tableOf(results));
  for (const note of reports.flatMap((report) => report.notes)) console.log(note);
  const failures = reports.flatMap((report) => report.failures);
  for (const failure of failures) console.error(`wrong: ${failure}`);
  if (failures.length === 0) console.log('All answers are right.');
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ results }, null, 2)}\n`);
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
