import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseModel } from '../core/caseModel';
import { digestFiles } from '../core/report/fileDigests';
import type { QuoteState, Verification, VerifiedQuote } from '../core/report/verifyReport';
import { readReport, verifyReport } from '../core/report/verifyReport';
import { readCaseFolder, UnreadableCase } from './caseFolder';
import type { FreeCommand } from './command';
import { formatOption, oneLine, placeWords, writeJson } from './output';

const states: readonly QuoteState[] = ['exact', 'moved', 'changed', 'lost', 'file-gone', 'unplaced'];
const drifted: ReadonlySet<QuoteState> = new Set<QuoteState>(['moved', 'changed', 'lost', 'file-gone']);

/** `corroborate verify`: which quotes of a report still hold. Exit code 1 when one does not, or, with `--strict`, when a file changed. */
export const verify: FreeCommand = {
  summary: 'which quotes of a report still hold',
  words: ['REPORT.json', '[case folder]'],
  options: { format: formatOption, strict: { alone: true } },
  async runFree([file = '', folder = '.'], options, terminal) {
    const read = readReport(await readText(path.resolve(terminal.cwd, file), file));
    if ('problem' in read) throw new UnreadableCase(`${file} ${read.problem}`);
    const { model, bytes } = await readCaseFolder(path.resolve(terminal.cwd, folder), (words) => terminal.err(`${oneLine(words)}\n`));
    const verified = verifyReport(model, read.report, await digestFiles(bytes.keys(), (one) => bytes.get(one)));
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { quotes: verified.quotes.map(quoteJson), files: verified.files });
    } else {
      for (const quote of verified.quotes) terminal.out(`${oneLine(quoteWords(model, quote))}\n`);
      for (const { file: one, state } of verified.files) terminal.out(`${`file ${state}`.padEnd(13)}  ${oneLine(one)}\n`);
      terminal.err(`${summary(verified)}\n`);
    }
    const isDrift = verified.quotes.some(({ state }) => drifted.has(state));
    const isChanged = verified.files.some(({ state }) => state === 'changed' || state === 'gone');
    return isDrift || (options['strict'] !== undefined && isChanged) ? 1 : 0;
  },
};

async function readText(location: string, name: string): Promise<string> {
  return readFile(location, 'utf8').catch((error: unknown) => {
    throw new UnreadableCase(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function quoteJson({ group, source, quote, state, reported, span, words }: VerifiedQuote) {
  return { group, source, quote, state, reported, start: span?.start ?? null, end: span?.end ?? null, words };
}

function quoteWords(model: CaseModel, { source, quote, state, reported, span, words }: VerifiedQuote): string {
  const place = span ? placeWords(model, source, span) : source;
  const moved = span && reported && state !== 'exact' ? `  was ${reported.start}–${reported.end}, is ${span.start}–${span.end}` : '';
  const now = words === null ? '' : `  now “${words}”`;
  return `${state.padEnd(13)}  ${place}  “${quote}”${now}${moved}`;
}

function summary({ quotes, files }: Verification): string {
  const counts = states.flatMap((state) => {
    const count = quotes.filter((quote) => quote.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const changed = files.filter(({ state }) => state === 'changed').length;
  const gone = files.filter(({ state }) => state === 'gone').length;
  const told = [...counts, `${changed} of ${files.length} files changed`, ...(gone > 0 ? [`${gone} gone`] : [])];
  return `${quotes.length} ${quotes.length === 1 ? 'quote' : 'quotes'}: ${told.join(', ')}.`;
}
