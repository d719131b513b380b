import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the packaged extension', () => {
  const extension = vscode.extensions.getExtension('corroborate.corroborate');

  const manifest = () =>
    extension?.packageJSON as { capabilities: unknown; contributes: { commands: { command: string }[] } };

  it('is installed', () => {
    assert.ok(extension, 'VS Code does not know corroborate.corroborate');
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('works in restricted mode and in virtual workspaces', () => {
    assert.deepEqual(manifest().capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('has every command that it contributes', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest().contributes.commands.filter(({ command }) => !known.has(command));
    assert.equal(missing.length, 0, `no handler for ${JSON.stringify(missing)}`);
  });
});
