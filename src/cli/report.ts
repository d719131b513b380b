import path from 'node:path';
import type { Verdict } from '../core/claims/claim';
import { verdictOrder } from '../core/claims/words';
import { didYouMean } from '../core/registry/nearest';
import { createReport } from '../core/report/createReport';
import { digestFiles, evidenceFiles } from '../core/report/fileDigests';
import { renderReport, reportFormats } from '../core/report/renderReport';
import type { ReportFormat } from '../core/report/renderReport';
import type { ReportSelection } from '../core/report/reportSchema';
import type { CaseFolder } from './caseFolder';
import type { Command, OptionValues } from './command';
import { WrongUse } from './command';
import { commitOf } from './commitOf';
import { writeWhole } from './writeFile';

const statuses = ['open', 'explained', 'accepted', 'dismissed'] as const;

/** `corroborate report`: the case's discrepancies with their evidence, to hand on. */
export const report: Command = {
  summary: 'discrepancies with their evidence, to hand on',
  options: {
    format: { values: reportFormats },
    out: { takes: 'FILE', short: 'o' },
    verdict: { values: verdictOrder, repeats: true },
    status: { values: statuses, repeats: true },
    entity: { takes: 'ID' },
    suggested: { alone: true },
    date: { takes: 'DATE' },
  },
  async run(read, options, terminal) {
    const { model, folder, bytes } = read;
    const made = createReport(model, {
      caseName: path.basename(folder),
      selection: selectionOf(read, options),
      created: dateOf(options),
      commit: await commitOf(folder),
      digests: await digestFiles(evidenceFiles(model), (file) => bytes.get(file)),
    });
    const out = options['out'];
    const pieces = renderReport(made, formatOf(options));
    if (typeof out === 'string') {
      const file = path.resolve(terminal.cwd, out);
      refuseMember(read, file, out);
      await writeWhole(file, pieces);
      terminal.err(`Wrote ${file}\n`);
    } else {
      for (const piece of pieces) terminal.out(piece);
    }
    return 0;
  },
};

/** A report must not take the place of what it reports on. */
function refuseMember({ model, folder }: CaseFolder, file: string, written: string): void {
  const inside = path.relative(folder, file).replaceAll(path.sep, '/');
  if (inside.startsWith('../') || path.isAbsolute(inside) || model.kindOf(inside) === null) return;
  throw new WrongUse(`${written} is a file of the case: choose another file for the report`);
}

/** `--format`, else what the file's name ends with, else HTML. */
function formatOf({ format, out }: OptionValues): ReportFormat {
  const ending = typeof out === 'string' ? path.extname(out).slice(1).toLowerCase() : '';
  return reportFormats.find((known) => known === (format ?? ending)) ?? 'html';
}

function selectionOf({ model }: CaseFolder, options: OptionValues): ReportSelection {
  const { verdict, status, entity, suggested } = options;
  return {
    verdicts: verdict === undefined ? null : verdictOrder.filter((one: Verdict) => verdict.includes(one)),
    statuses: status === undefined ? null : statuses.filter((one) => status.includes(one)),
    entity: typeof entity === 'string' ? entityOf(model, entity) : null,
    keys: null,
    suggestions: suggested !== undefined,
  };
}

function entityOf(model: CaseFolder['model'], written: string): string {
  const entity = model.entity(written);
  if (entity) return entity.id;
  throw new WrongUse(`the registry has no entity "${written}"${didYouMean(model.registry().nearestEntity?.(written) ?? null)}`);
}

function dateOf({ date }: OptionValues): string | null {
  if (typeof date !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(date)) return date;
  throw new WrongUse(`--date takes a day or a time, such as 2026-11-22 or 2026-11-22T10:00:00Z, not "${date}"`);
}
