import * as vscode from 'vscode';

/** Whether a relative path lies where no case has members: hidden folders and node_modules. */
export function isIgnored(path: string): boolean {
  return path.split('/').some((part) => part === 'node_modules' || part.startsWith('.'));
}

/** Whether a watcher's event is about a folder: one that comes whole, by a move or a checkout, is told by its own path alone. */
export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** Every file below a folder. */
export function listBelow(folder: vscode.Uri, pattern = '**/*'): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/{node_modules,.git}/**');
}
