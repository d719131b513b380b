import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the packaged extension', () => {
  const extension = vscode.extensions.getExtension('corroborate.corroborate');

  it('is installed', () => {
    assert.ok(extension, 'VS Code does not know corroborate.corroborate');
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
