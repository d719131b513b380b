import * as vscode from 'vscode';

/** What we use of the API of VS Code's own git extension. */
interface GitApi {
  getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string> } | null;
}

/** Who reviews: the name in the settings, else the one that git writes into commits there; null where neither is known. */
export async function reviewerName(folder: vscode.Uri): Promise<string | null> {
  const chosen = vscode.workspace.getConfiguration('corroborate', folder).get<string>('reviewer', '').trim();
  if (chosen !== '') return chosen;
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const name = await (git?.isActive ? git.exports.getAPI(1).getRepository(folder)?.getConfig('user.name') : undefined);
    return name?.trim() || null;
  } catch {
    return null;
  }
}
