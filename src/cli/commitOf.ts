import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The commit that is checked out where `folder` (absolute) lies, read from the repository's files; null outside of a repository, before its
 * first commit, or where its references are kept in another form.
 */
export async function commitOf(folder: string): Promise<string | null> {
  const gitFolder = await findGitFolder(folder);
  if (gitFolder === null) return null;
  const head = await read(path.join(gitFolder, 'HEAD'));
  const reference = /^ref: (refs\/\S+)$/.exec(head ?? '')?.[1];
  if (reference === undefined) return hashIn(head);
  const common = await read(path.join(gitFolder, 'commondir'));
  const folders = [gitFolder, ...(common === null ? [] : [path.resolve(gitFolder, common)])];
  for (const one of folders) {
    const hash = hashIn(await read(path.join(one, ...reference.split('/'))));
    if (hash !== null) return hash;
  }
  for (const one of folders) {
    const packed = (await read(path.join(one, 'packed-refs')))?.split('\n').find((line) => line.trimEnd().endsWith(` ${reference}`));
    if (packed !== undefined) return hashIn(packed.split(' ')[0] ?? null);
  }
  return null;
}

/** `.git` above: a folder, or in a linked work tree a file that names one. */
async function findGitFolder(folder: string): Promise<string | null> {
  for (let at = folder; ; at = path.dirname(at)) {
    const candidate = path.join(at, '.git');
    const found = await stat(candidate).catch(() => null);
    if (found?.isDirectory()) return candidate;
    const link = found?.isFile() ? /^gitdir: (.+)$/.exec((await read(candidate)) ?? '')?.[1] : undefined;
    if (link !== undefined) return path.resolve(at, link);
    if (at === path.dirname(at)) return null;
  }
}

function hashIn(text: string | null): string | null {
  return text !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null;
}

async function read(file: string): Promise<string | null> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
