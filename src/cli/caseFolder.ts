import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CaseModel } from '../core/caseModel';
import { manifestName } from '../core/case/members';
import { createCaseModel } from '../core/caseModel';
import { loadCase } from '../core/loadCase';

/** A folder cannot be read as a case at all; the message is for people. */
export class UnreadableCase extends Error {}

/** A case read from disk. */
export interface CaseFolder {
  readonly model: CaseModel;
  /** Absolute. */
  readonly folder: string;
  /** Of the files that were read, by their path in the case. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Members that could not be read, by their path in the case, and why. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/**
 * Reads the case in `folder` (absolute). A folder without a manifest works too: every `*.txt` below it is a source; `registry/`,
 * `annotations/` and `reviews.yaml` count where they are there. Tells people by `note` what they may not expect. Throws
 * `UnreadableCase` where there is no such folder, or it or its manifest cannot be read.
 */
export async function readCaseFolder(folder: string, note: (words: string) => void): Promise<CaseFolder> {
  const stats = await stat(folder).catch((error: unknown) => {
    throw new UnreadableCase(isMissing(error) ? `there is no folder ${folder}` : `cannot read ${folder}: ${reason(error)}`);
  });
  if (!stats.isDirectory()) throw new UnreadableCase(`${folder} is a file: name the folder that holds ${manifestName}`);
  const unreadable = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const model = createCaseModel({ bare: true });
  await loadCase(model, {
    list: () => listFiles(folder, note),
    read: async (file) => {
      try {
        const content = await readFile(path.join(folder, file));
        bytes.set(file, content);
        return content;
      } catch (error) {
        unreadable.set(file, reason(error));
        return undefined;
      }
    },
  });
  const manifestProblem = unreadable.get(manifestName);
  if (manifestProblem !== undefined) throw new UnreadableCase(`cannot read ${manifestName}: ${manifestProblem}`);
  for (const [file, problem] of [...unreadable].sort(byPath)) note(`Cannot read ${file}: ${problem}`);
  if (!model.hasManifest()) note(`There is no ${manifestName} in ${folder}: every .txt file below it is a source.`);
  const { nestedCases } = model.members();
  if (nestedCases.length > 0) note(`Left out, since they are cases of their own: ${nestedCases.join(', ')}`);
  if (model.sources().length === 0) note('There are no sources.');
  return { model, folder, bytes, unreadable };
}

/** The bytes of every YAML file below `folder` (absolute), whether a case counts it as its own or not, by its path there. */
export async function readYamlFiles(folder: string, note: (words: string) => void): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const file of await listFiles(folder, note)) {
    if (!/\.ya?ml$/i.test(file)) continue;
    const content = await readFile(path.join(folder, file)).catch((error: unknown) => note(`Cannot read ${file}: ${reason(error)}`));
    if (content) files.set(file, content);
  }
  return files;
}

/** A folder to be listed: where it is, and what its files' paths in the case begin with. */
interface Branch {
  readonly folder: string;
  readonly prefix: string;
}

/**
 * Every file below `root`, relative to it, with `/`. Each folder once: links to folders are followed after the folders themselves, and
 * not into what was listed. What begins with a dot and node_modules are never members of a case, and not entered.
 */
async function listFiles(root: string, note: (words: string) => void): Promise<string[]> {
  const files: string[] = [];
  const listed = new Set<string>();
  const links: Branch[] = [];
  const list = async ({ folder, prefix }: Branch): Promise<void> => {
    const real = await realpath(folder);
    if (listed.has(real)) return;
    listed.add(real);
    for (const entry of (await readdir(folder, { withFileTypes: true })).sort(byName)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const found = { folder: path.join(folder, entry.name), prefix: `${prefix}${entry.name}/` };
      const kind = await kindOf(entry, found.folder);
      if (kind === 'file') files.push(`${prefix}${entry.name}`);
      else if (kind === 'link') links.push(found);
      else if (kind === 'folder') await list(found).catch((error: unknown) => note(`Cannot read ${found.prefix}: ${reason(error)}`));
    }
  };
  await list({ folder: root, prefix: '' }).catch((error: unknown) => {
    throw new UnreadableCase(`cannot read ${root}: ${reason(error)}`);
  });
  for (let link = links.shift(); link; link = links.shift()) {
    const { prefix } = link;
    await list(link).catch((error: unknown) => note(`Cannot read ${prefix}: ${reason(error)}`));
  }
  return files;
}

/** `link` is a link to a folder. A link that leads nowhere counts as a file: reading it tells why. Pipes and devices are none of it. */
async function kindOf(entry: Dirent, location: string): Promise<'file' | 'folder' | 'link' | null> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return null;
  const target = await stat(location).catch(() => null);
  if (target?.isDirectory()) return 'link';
  return target === null || target.isFile() ? 'file' : null;
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'the file is gone, or a link that leads nowhere',
  ELOOP: 'a link that leads to itself',
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error && typeof error.code === 'string' && reasons[error.code]) || error.message;
}
