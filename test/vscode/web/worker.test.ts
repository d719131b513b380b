import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the browser’s extension host', () => {
  it('is a worker without node', () => {
    assert.equal(typeof (globalThis as { process?: unknown }).process, 'undefined');
  });

  it('has loaded the web build of the packaged extension', async () => {
    const extension = vscode.extensions.getExtension('corroborate.corroborate');
    assert.equal(extension?.extensionUri.scheme, 'http');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('reads the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
    const entries = await vscode.workspace.fs.readDirectory(folder.uri);
    assert.ok(entries.some(([name]) => name === 'corroborate.yaml'), 'no corroborate.yaml in the folder');
  });
});
