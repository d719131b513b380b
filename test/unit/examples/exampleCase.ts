import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseModel } from '../../../src/core/caseModel';
import { createCaseModel } from '../../../src/core/caseModel';

const examples = path.resolve(import.meta.dirname, '../../../examples');

/** The folder of the example case. */
export const exampleFolder = path.join(examples, 'kazakhstan-un');

/** What examples/README.md says. */
export function exampleReadme(): string {
  return readFileSync(path.join(examples, 'README.md'), 'utf8');
}

/** The files below a folder by their path there, with `/`. */
export function filesBelow(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((file) => {
      const full = path.join(file.parentPath, file.name);
      return [path.relative(folder, full).split(path.sep).join('/'), new Uint8Array(readFileSync(full))];
    }),
  );
}

/** A case of files in memory. */
export function caseOf(files: ReadonlyMap<string, Uint8Array | string>): CaseModel {
  const model = createCaseModel();
  model.setPaths(files.keys());
  for (const [file, content] of files) model.setContent(file, content);
  return model;
}
