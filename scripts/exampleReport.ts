import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCaseModel } from '../src/core/caseModel';
import { createReport, wholeCase } from '../src/core/report/createReport';
import { digestFiles, evidenceFiles } from '../src/core/report/fileDigests';
import { renderReport } from '../src/core/report/renderReport';

/** Writes the reports of the example case in docs/report/; with `--check`, tells those that are stale. */

const root = path.resolve(import.meta.dirname, '..');
const example = path.join(root, 'examples/kazakhstan-un');

const files = new Map(
  readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(example, file).split(path.sep).join('/'), new Uint8Array(readFileSync(file))] as const),
);
const model = createCaseModel();
model.setPaths(files.keys());
for (const [file, content] of files) model.setContent(file, content);

async function main(): Promise<void> {
  const digests = await digestFiles(evidenceFiles(model), (file) => files.get(file));
  const selection = { ...wholeCase, suggestions: true };
  const report = createReport(model, { caseName: path.basename(example), selection, created: null, commit: null, digests });

  mkdirSync(path.join(root, 'docs/report'), { recursive: true });
  for (const format of ['html', 'md', 'json'] as const) {
    const file = path.join(root, `docs/report/example.${format}`);
    const text = [...renderReport(report, format)].join('');
    if (readOrEmpty(file) === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`docs/report/example.${format} is stale: run npm run example-report`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
    }
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

void main();
