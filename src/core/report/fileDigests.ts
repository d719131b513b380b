import type { CaseModel } from '../caseModel';

/** SHA-256 of bytes in lower-case hexadecimal, by Web Crypto; null where the host has none (a browser page without a secure origin). */
async function sha256(bytes: Uint8Array): Promise<string | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The files whose bytes stand behind the claims of a case: its articles and registry files. */
export function evidenceFiles(model: CaseModel): readonly string[] {
  return [...model.sources().map(({ id }) => id), ...model.registryFiles().map(({ path }) => path)];
}

/** SHA-256 of files, by path; those that `bytes` does not have are left out. */
export async function digestFiles(
  files: Iterable<string>,
  bytes: (file: string) => Uint8Array | undefined,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const file of files) {
    const content = bytes(file);
    const digest = content && (await sha256(content));
    if (digest) digests.set(file, digest);
  }
  return digests;
}
