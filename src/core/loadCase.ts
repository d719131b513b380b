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
 * aborts; what was read by then stays.
 */
export async function loadCase(
  model: CaseModel,
  host: CaseHost,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: LoadProgress) => void } = {},
): Promise<void> {
  const paths = await host.list();
  model.setPaths(paths);
  if (paths.includes(manifestName)) await readInto(model, host, manifestName);
  const { articles, registry, annotations, reviews } = model.members();
  const wanted = [...registry, ...annotations, ...(reviews === null ? [] : [reviews]), ...articles];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < wanted.length && !options.signal?.aborted) {
      const path = wanted[next++]!;
      await readInto(model, host, path);
      options.onProgress?.({ done: ++done, total: wanted.length });
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallelReads, wanted.length) }, worker));
}

async function readInto(model: CaseModel, host: CaseHost, path: string): Promise<void> {
  const content = await host.read(path);
  if (content !== undefined) model.setContent(path, content);
}
