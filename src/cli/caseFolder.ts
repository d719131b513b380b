import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CaseModel } from '../core/caseModel';
import { manifestName } from '../core/case/members';
import { createCaseModel } from '../core/caseModel';
import { loadCase } from '../core/loadCase';

/** A folder cannot be read as a case at all; the message is for people. */
export class UnreadableCase extends Error {}

/**
 * Reads the case in `folder`. A folder without a manifest works too: every `*.txt` below it is a source.
 * Throws `UnreadableCase` where there is no such folder.
 */
export async function readCaseFolder(folder: string, warn: (words: string) => void): Promise<CaseModel> {
  const stats = await stat(folder).catch(() => undefined);
  if (!stats) throw new UnreadableCase(`There is no folder ${folder}.`);
  if (!stats.isDirectory()) {
    throw new UnreadableCase(`${folder} is a file: name the folder that holds ${manifestName}.`);
  }
  const model = createCaseModel({ bare: true });
  await loadCase(model, {
    list: () => listFiles(folder),
    read: async (file) => {
      try {
        return await readFile(path.join(folder, file));
      } catch (error) {
        warn(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
        return undefined;
      }
    },
  });
  return model;
}

/** Every file below `folder`, links to folders not followed, relative and with `/`. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'));
}
