import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import type { Driver } from './driver';
import pins from './pins.json';
import type { HostName } from './provision';
import { quietSettings } from './server';
import { temporaryFolder } from './temporary';

/** Runs the driver's suite in the desktop VS Code that `@vscode/test-electron` downloads. Failures are in its results. */
export async function runOnDesktop(host: HostName, vsix: string, driver: Driver, workspace: string): Promise<void> {
  const version = host === 'newest' ? 'stable' : pins.hosts[host].vscode;
  const vscodeExecutablePath = await downloadAndUnzipVSCode(version);
  const { folder: profile, remove } = await temporaryFolder('desktop');
  const folders = [`--user-data-dir=${profile}/data`, `--extensions-dir=${profile}/extensions`];
  try {
    await mkdir(path.join(profile, 'data/User'), { recursive: true });
    await writeFile(path.join(profile, 'data/User/settings.json'), JSON.stringify(quietSettings));
    const [cli = '', ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
    const installed = spawnSync(cli, [...cliArguments, ...folders, '--install-extension', vsix], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (installed.status !== 0) throw new Error(`could not install ${vsix}:\n${installed.stdout}${installed.stderr}`);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: driver.folder,
      extensionTestsPath: driver.entry,
      launchArgs: [workspace, ...folders, '--disable-workspace-trust', '--skip-welcome', '--disable-gpu'],
    }).catch((error: unknown) => console.error(String(error)));
  } finally {
    await remove();
  }
}
