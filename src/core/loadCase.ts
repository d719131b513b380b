import type { CaseModel } from './caseModel';
import { manifestName } from './case/members';

/** Where a case's files come from. Paths are relative to the case's folder, with `/`. */
export interface CaseHost {
  /** Every file below the folder. */
  list(): Promise<readonly string[]>;
  /** Undefined for a file that is gone or cannot be read. */
  read(path: string): Promise<Uint8Array | string | undefined>;
}

export interface LoadProgress {
  readonly done: number;
  readonly total: number;
}

/** Files read at the same time: enough to hide latency on remote file systems, few enough not to starve others. */
const parallelReads = 16;

/**
 * Reads the manifest, then every file that belongs to the case, into `model`. Stops early, without an error, when `signal`
 * aborts: what was read by then stays, and what comes later changes nothing and tells no progress.
 */
export async function loadCase(
  model: CaseModel,
  host: CaseHost,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: LoadProgress) => void } = {},
): Promise<void> {
  const isOver = () => options.signal?.aborted === true;
  const readInto = async (path: string) => {
    const content = await host.read(path);
    if (content !== undefined && !isOver()) model.setContent(path, content);
  };
  const paths = await host.list();
  if (isOver()) return;
  model.setPaths(paths);
  if (paths.includes(manifestName)) await readInto(manifestName);
  if (isOver()) return;
  const { articles, registry, annotations, reviews } = model.members();
  const wanted = [...registry, ...annotations, ...(reviews === null ? [] : [reviews]), ...articles];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < wanted.length && !isOver()) {
      await readInto(wanted[next++]!);
      if (!isOver()) options.onProgress?.({ done: ++done, total: wanted.length });
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallelReads, wanted.length) }, worker));
}
