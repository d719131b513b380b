import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of the system's temporary place, real path. It goes with `remove`, or else when this process ends. */
export interface TemporaryFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes an empty one; `purpose` is part of its name. */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), `corroborate-${purpose}-`)));
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeAtExit);
  const remove = async () => {
    process.off('exit', removeAtExit);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  return { folder, remove };
}
