import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseModel } from '../core/caseModel';
import type { Diagnostic } from '../core/diagnostics/diagnostic';
import { createCaseDiagnostics, severityOf } from '../core/diagnostics/diagnose';
import { decodeText } from '../core/text/decode';
import type { CaseFolder } from './caseFolder';
import type { Command } from './command';
import { WrongUse } from './command';
import { lineAndColumn, oneLine, placeWords, writeJson } from './output';
import { sarifText } from './sarif';

/** Worst first. */
const levels = [
  { severity: 'error', one: 'error', many: 'errors' },
  { severity: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'info', one: 'info', many: 'infos' },
  { severity: 'hint', one: 'hint', many: 'hints' },
] as const satisfies readonly { readonly severity: Diagnostic['severity']; readonly one: string; readonly many: string }[];

/** `corroborate check`: all diagnostics of the case. Exit code 1 when there is one at the level of `--fail-on` or above. */
export const check: Command = {
  summary: 'all diagnostics',
  options: {
    format: { values: ['text', 'json', 'sarif'] },
    'fail-on': { values: ['error', 'warning', 'info', 'never'] },
    baseline: { takes: 'FILE' },
  },
  async run(read, options, terminal) {
    const { model } = read;
    const baseline = options['baseline'];
    const all = allDiagnostics(read);
    const found = typeof baseline === 'string' ? withoutKnown(all, await readBaseline(baseline, terminal.cwd)) : all;
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { diagnostics: found.map((one) => diagnosticJson(model, one)) });
    } else if (options['format'] === 'sarif') {
      terminal.out(sarifText(model, found));
    } else {
      for (const one of found) terminal.out(`${diagnosticText(model, one)}\n`);
      terminal.err(`${summary(found, all.length - found.length)}\n`);
    }
    const failing = levels.slice(0, levels.findIndex(({ severity }) => severity === (options['fail-on'] ?? 'error')) + 1);
    return found.some((one) => failing.some(({ severity }) => severity === one.severity)) ? 1 : 0;
  },
};

/** File by file, each in the order of its text. A member that cannot be read from disk is told as one that cannot be read as text. */
function allDiagnostics({ model, unreadable }: CaseFolder): readonly Diagnostic[] {
  const diagnostics = createCaseDiagnostics(model);
  const severity = severityOf(model, 'source/unreadable');
  return diagnostics.paths().flatMap((file) => {
    const problem = unreadable.get(file);
    if (problem === undefined || severity === 'off') return diagnostics.of(file);
    const message = `cannot be read: ${problem}`;
    return [{ file, span: { start: 0, end: 0 }, severity, code: 'source/unreadable', message, related: [] }, ...diagnostics.of(file)];
  });
}

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
  return oneLine(`${placeWords(model, one.file, one.span)}: ${one.severity}: ${one.message} [${one.code}]`);
}

function summary(found: readonly Diagnostic[], known: number): string {
  const counts = levels.flatMap(({ severity, one, many }) => {
    const count = found.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const words = counts.length === 0 ? 'No findings' : counts.join(', ');
  return known === 0 ? `${words}.` : `${words}; left out as known: ${known}.`;
}

/** Findings are the same as those of a baseline by file, code and message: places move as files are edited. */
function baselineKey({ file, code, message }: { readonly file?: unknown; readonly code?: unknown; readonly message?: unknown }): string {
  return JSON.stringify([file, code, message]);
}

/** How often each finding is in a baseline. It may be in UTF-16, as some shells redirect. Throws `WrongUse`. */
async function readBaseline(file: string, cwd: string): Promise<Map<string, number>> {
  const notOurs = () => new WrongUse(`the baseline ${file} is not what "corroborate check --format json" writes`);
  const bytes = await readFile(path.resolve(cwd, file)).catch((error: unknown) => {
    throw new WrongUse(`cannot read the baseline ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  let content: unknown;
  try {
    content = JSON.parse(decodeText(bytes).text ?? '');
  } catch {
    throw notOurs();
  }
  if (!isRecord(content) || !Array.isArray(content['diagnostics'])) throw notOurs();
  const counts = new Map<string, number>();
  for (const one of content['diagnostics'] as unknown[]) {
    if (!isRecord(one)) throw notOurs();
    const key = baselineKey(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function withoutKnown(found: readonly Diagnostic[], known: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const left = new Map(known);
  return found.filter((one) => {
    const key = baselineKey(one);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
