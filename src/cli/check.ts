import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseModel } from '../core/caseModel';
import type { Diagnostic } from '../core/diagnostics/diagnostic';
import { createCaseDiagnostics } from '../core/diagnostics/diagnose';
import type { Command } from './command';
import { WrongUse } from './command';
import { jsonText, lineAndColumn } from './output';
import { sarifText } from './sarif';

const levels: readonly Diagnostic['severity'][] = ['hint', 'info', 'warning', 'error'];

/** `corroborate check`: all diagnostics of the case. Exit code 1 when there is one at the level of `--fail-on` or above. */
export const check: Command = {
  summary: 'all diagnostics',
  options: {
    format: { values: ['text', 'json', 'sarif'] },
    'fail-on': { values: ['error', 'warning', 'info', 'never'] },
    baseline: { takes: 'FILE' },
  },
  async run(model, options, terminal) {
    const baseline = await readBaseline(options['baseline'] as string | undefined, terminal.cwd);
    const diagnostics = createCaseDiagnostics(model);
    const found = withoutKnown(diagnostics.paths().flatMap((file) => diagnostics.of(file)), baseline);
    if (options['format'] === 'json') terminal.out(jsonText({ diagnostics: found.map((one) => diagnosticJson(model, one)) }));
    else if (options['format'] === 'sarif') terminal.out(sarifText(model, found));
    else for (const one of found) terminal.out(diagnosticText(model, one));
    if (options['format'] !== 'json' && options['format'] !== 'sarif') terminal.err(`${summary(found)}\n`);
    const failOn = options['fail-on'] ?? 'error';
    if (failOn === 'never') return 0;
    const worst = Math.max(-1, ...levels.flatMap((level, rank) => (found.some((one) => one.severity === level) ? rank : [])));
    return worst >= levels.indexOf(failOn as Diagnostic['severity']) ? 1 : 0;
  },
};

function diagnosticJson(model: CaseModel, one: Diagnostic): Readonly<Record<string, unknown>> {
  return {
    file: one.file,
    ...one.span,
    ...lineAndColumn(model, one.file, one.span),
    severity: one.severity,
    code: one.code,
    message: one.message,
    related: one.related.map(({ file, span, message }) => ({ file, ...span, message })),
  };
}

function diagnosticText(model: CaseModel, one: Diagnostic): string {
  const { line, column } = lineAndColumn(model, one.file, one.span);
  return `${one.file}:${line}:${column}: ${one.severity}: ${one.message} [${one.code}]\n`;
}

function summary(found: readonly Diagnostic[]): string {
  const words = levels
    .toReversed()
    .map((level) => ({ level, count: found.filter((one) => one.severity === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}`);
  return words.length === 0 ? 'No findings.' : words.join(', ');
}

/** Findings are the same as those of a baseline by file, code and message: places move as files are edited. */
function baselineKey({ file, code, message }: Pick<Diagnostic, 'file' | 'code' | 'message'>): string {
  return JSON.stringify([file, code, message]);
}

async function readBaseline(file: string | undefined, cwd: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (file === undefined) return counts;
  let diagnostics: unknown;
  try {
    diagnostics = (JSON.parse(await readFile(path.resolve(cwd, file), 'utf8')) as { diagnostics?: unknown }).diagnostics;
  } catch (error) {
    throw new WrongUse(`cannot read the baseline ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(diagnostics)) {
    throw new WrongUse(`the baseline ${file} is not what "corroborate check --format json" writes`);
  }
  for (const one of diagnostics as Diagnostic[]) {
    const key = baselineKey(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function withoutKnown(found: readonly Diagnostic[], known: Map<string, number>): readonly Diagnostic[] {
  return found.filter((one) => {
    const key = baselineKey(one);
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    return left === 0;
  });
}
