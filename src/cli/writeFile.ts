import { open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { WrongUse } from './command';

/** Pieces are gathered to this many UTF-16 units before they are written. */
const pieceLength = 65_536;

/**
 * Writes pieces of text to `file` (absolute), whole or not at all: into a new file beside it, which then takes its place. Throws `WrongUse`
 * where that cannot be done.
 */
export async function writeWhole(file: string, pieces: Iterable<string>): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      let held = '';
      for (const piece of pieces) {
        held += piece;
        if (held.length < pieceLength) continue;
        await handle.writeFile(held);
        held = '';
      }
      await handle.writeFile(held);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new WrongUse(`cannot write ${file}: ${error.message}`);
  }
}
