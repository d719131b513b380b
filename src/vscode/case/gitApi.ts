import * as vscode from 'vscode';

/** What we use of the API, version 1, that VS Code's own git extension exports. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly workingTreeChanges: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
  };
  getConfig(key: string): Promise<string>;
  getRefs(query: object): Promise<readonly { readonly name?: string; readonly commit?: string }[]>;
  /** The text of a file at a commit. */
  show(ref: string, path: string): Promise<string>;
  /** Files that differ between a commit and the work tree; untracked ones are not told. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
}

interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly status: number;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

/** `Status.UNTRACKED` of the git extension. */
const untracked = 7;

/** The repository that holds a folder, as VS Code's git extension knows it; null where there is none, or no git extension. */
export async function repositoryOf(folder: vscode.Uri): Promise<GitRepository | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return null;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    return git.enabled ? git.getAPI(1).getRepository(folder) : null;
  } catch {
    return null;
  }
}

/** Paths, below `folder`, of files that are not as they are at `ref`: their text there, or null where they are not there. */
export async function changesSince(repository: GitRepository, folder: vscode.Uri, ref: string): Promise<ReadonlyMap<string, string | null>> {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const below = (uri: vscode.Uri) => (uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : null);
  const texts = new Map<string, string | null>();
  const { workingTreeChanges, untrackedChanges } = repository.state;
  for (const { uri, status } of [...workingTreeChanges, ...(untrackedChanges ?? [])]) {
    const path = below(uri);
    if (path !== null && status === untracked) texts.set(path, null);
  }
  for (const { uri, originalUri } of await repository.diffWith(ref)) {
    for (const one of [uri, originalUri]) {
      const path = below(one);
      if (path !== null) texts.set(path, await repository.show(ref, one.fsPath).catch(() => null));
    }
  }
  return texts;
}
