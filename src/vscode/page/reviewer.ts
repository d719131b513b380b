import * as vscode from 'vscode';
import { repositoryOf } from '../case/gitApi';

/** Who reviews: the name in the settings, else the one that git writes into commits there; null where neither is known. */
export async function reviewerName(folder: vscode.Uri): Promise<string | null> {
  const chosen = vscode.workspace.getConfiguration('corroborate', folder).get<string>('reviewer', '').trim();
  if (chosen !== '') return chosen;
  const repository = await repositoryOf(folder);
  const name = await repository?.getConfig('user.name').catch(() => '');
  return name?.trim() || null;
}
