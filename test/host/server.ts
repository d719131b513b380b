import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from './provision';
import { temporaryFolder } from './temporary';

/** A running VS Code server on 127.0.0.1. */
export interface HostServer {
  readonly host: Host;
  readonly port: number;
  /** `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** `127.0.0.1:<port>`, the authority of `vscode-remote:` URIs. */
  readonly authority: string;
  readonly dataFolder: string;
  /** What the server printed so far: for error messages. */
  output(): string;
  /** Ends the server's whole process group and removes its data. May be called twice. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Extensions to install before the server starts. */
  readonly vsix?: readonly string[];
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Leaves workspace trust on, so that folders open in restricted mode. */
  readonly restricted?: boolean;
  /** On by default; it delivers test results and suppresses notification toasts. */
  readonly smokeTestDriver?: boolean;
  /** User settings over {@link quietSettings}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** User settings that keep VS Code's own features out of the way of the extension. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In the browser VS Code saves by itself; on the desktop it does not, and what a test types stays unsaved.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.localHistory.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const running = new Set<ChildProcess>();

/**
 * Starts the server in a process group of its own and resolves once it listens. The group is ended by `close`, and
 * whenever this process ends. Throws, with the server's output, when it ends before it listens, and when a file to
 * install is missing.
 */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<HostServer> {
  for (const file of options.vsix ?? []) {
    await access(file).catch(() => {
      throw new Error(`no such file: ${file} — run "npm run package" first`);
    });
  }
  const { folder: dataFolder, remove } = await temporaryFolder('host');
  const userFolder = path.join(dataFolder, 'data/User');
  await mkdir(userFolder, { recursive: true });
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  const child = spawn(host.node, [host.serverMain, ...serverArguments(dataFolder, options)], {
    cwd: dataFolder,
    detached: true,
    env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  endWithThisProcess(child);
  const close = async () => {
    killGroup(child);
    await exited;
    running.delete(child);
    await remove();
  };
  let output = '';
  try {
    const port = await portOf(child, (text) => (output += text), () => output);
    const url = `http://127.0.0.1:${port}/`;
    return { host, port, url, authority: `127.0.0.1:${port}`, dataFolder, output: () => output, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function serverArguments(dataFolder: string, options: ServerOptions): string[] {
  const { vsix = [], port = 0, restricted = false, smokeTestDriver = true } = options;
  return [
    ...`--host 127.0.0.1 --port ${port} --without-connection-token --accept-server-license-terms`.split(' '),
    ...'--disable-telemetry --disable-update-check --disable-websocket-compression'.split(' '),
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ...(vsix.length > 0 ? ['--start-server'] : []),
    ...vsix.flatMap((file) => ['--install-extension', path.resolve(file)]),
    '--server-data-dir',
    dataFolder,
  ];
}

function cleanEnvironment(): Record<string, string | undefined> {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function portOf(child: ChildProcess, append: (text: string) => void, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`the VS Code server ${what}:\n${output()}`));
    const read = (chunk: Buffer) => {
      append(chunk.toString());
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not start (${error.message})`));
    child.once('close', (code) => fail(`ended with ${code}`));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function endWithThisProcess(child: ChildProcess): void {
  if (!process.listeners('exit').includes(endAll)) {
    process.prependListener('exit', endAll);
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
    process.once('SIGHUP', () => process.exit(129));
  }
  running.add(child);
}

function endAll(): void {
  for (const child of running) killGroup(child);
}
