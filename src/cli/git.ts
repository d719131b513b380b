import { execFile } from 'node:child_process';
import path from 'node:path';
import { WrongUse } from './command';

/** More than any folder of texts has. */
const mostBytes = 1 << 30;

/**
 * The files below `folder` (absolute) as they are at `ref`, a branch, tag or commit, by their path below it, with `/`. Throws `WrongUse` where
 * there is no git, no repository or no such commit.
 */
export async function filesAt(folder: string, ref: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const commit = await resolveCommit(folder, ref);
  const listing = await git(folder, ['ls-tree', '-r', '-z', commit]);
  const blobs = listing
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, kind, hash, file] = /^\d+ (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return kind === 'blob' && hash !== undefined && file !== undefined ? [{ hash, file }] : [];
    });
  const contents = contentsOf(await git(folder, ['cat-file', '--batch'], blobs.map(({ hash }) => `${hash}\n`).join('')));
  return new Map(blobs.map(({ file }, index) => [file, contents[index]!]));
}

/** What `git cat-file --batch` writes: for each object a line that ends with its size, its bytes, a newline. */
function contentsOf(written: Buffer): Uint8Array[] {
  const contents: Uint8Array[] = [];
  for (let at = 0; at < written.length; ) {
    const start = written.indexOf(10, at) + 1;
    const end = start + Number(written.toString('latin1', at, start).trim().split(' ').at(-1));
    contents.push(new Uint8Array(written.subarray(start, end)));
    at = end + 1;
  }
  return contents;
}

async function resolveCommit(folder: string, ref: string): Promise<string> {
  try {
    return (await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).toString('utf8').trim();
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const inside = await git(folder, ['rev-parse', '--git-dir']).catch(() => null);
    if (inside === null) throw new WrongUse(`${folder} is in no git repository: name two folders instead`);
    throw new WrongUse(`git knows no branch, tag or commit "${ref}" in ${path.basename(folder)}`);
  }
}

/** What git writes. Nothing of the repository's configuration is run, and no lock is taken. */
function git(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const options = { cwd: folder, encoding: 'buffer', maxBuffer: mostBytes, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } } as const;
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['-c', 'core.fsmonitor=false', ...args], options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (error.code === 'ENOENT') reject(new WrongUse('--git needs git, which is not installed (or not on the PATH): name two folders instead'));
      else reject(error);
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}
