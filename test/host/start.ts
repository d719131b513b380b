import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { launchBrowser, newPage, workbenchUrl } from './browser';
import { checkoutRoot, provisionChromium, provisionHost } from './provision';
import { startServer } from './server';
import { exampleCase } from './workbench';

const usage = `Opens the example case in a VS Code with this extension.

  npm start [-- --workspace DIR] [--browser] [--check] [--port N] [--vsix FILE]

  --browser  use the browser even where desktop VS Code is installed
  --check    start, see in a headless browser that the case is shown, and end
`;

const tour = `Things to try:
  - open an article in sources/ and rest the pointer on a coloured name
  - F12 on a name goes to its registry entry, Shift+F12 lists every mention in every source
  - click the warnings at the bottom left: where sources disagree, and names that link to nothing
  - F1, then "Corroborate: Open Discrepancies", shows the claims side by side
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string', default: exampleCase },
      vsix: { type: 'string' },
      port: { type: 'string' },
      browser: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const workspace = path.resolve(values.workspace);
  if (!statSync(workspace, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`no such folder: ${workspace}`);
  const code = values.browser || values.check ? undefined : desktopCode();
  if (code) openDesktop(code, workspace);
  else await openInBrowser(workspace, values.vsix ?? newestVsix(), values.check, values.port);
}

/** The `code` command, where it can show a window. */
function desktopCode(): string | undefined {
  const shows = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!shows) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function openDesktop(code: string, workspace: string): void {
  const windows = process.platform === 'win32';
  const quote = (text: string) => (windows ? `"${text}"` : text);
  const parameters = ['--new-window', `--extensionDevelopmentPath=${checkoutRoot}`, workspace];
  const opened = spawnSync(quote(code), parameters.map(quote), { stdio: 'inherit', shell: windows });
  if (opened.status !== 0) throw new Error(`${code} ended with ${opened.status}; try: npm start -- --browser`);
  console.log(`Opened ${workspace} in desktop VS Code.\n\n${tour}`);
}

async function openInBrowser(workspace: string, vsix: string, check: boolean, port?: string): Promise<void> {
  process.once('SIGINT', () => process.exit(0));
  const host = await provisionHost('newest');
  const server = await startServer(host, {
    vsix: [vsix],
    port: port === undefined ? await freePort() : Number(port),
    smokeTestDriver: false,
  });
  const url = workbenchUrl(server, workspace);
  console.log(`VS Code ${host.vscodeVersion} with Corroborate shows ${workspace} at\n\n  ${url}\n\n${tour}`);
  if (check) {
    try {
      await seeExplorer(url, workspace);
    } finally {
      await server.close();
    }
    console.log('OK');
  } else {
    console.log('Ctrl+C ends it.');
  }
}

async function seeExplorer(url: string, workspace: string): Promise<void> {
  const browser = await launchBrowser(await provisionChromium());
  try {
    const page = await newPage(browser);
    await page.goto(url);
    const explorer = page.locator('.explorer-folders-view');
    await explorer.getByText('corroborate.yaml', { exact: true }).first().waitFor({ timeout: 60_000 });
    await page.locator('.explorer-folders-view, .pane-header').getByText(path.basename(workspace)).first().waitFor();
  } finally {
    await browser.close();
  }
}

function newestVsix(): string {
  const files = globSync(['*.vsix', 'dist/*.vsix', 'out/*.vsix'], { cwd: checkoutRoot, absolute: true });
  const newest = files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (!newest) throw new Error('there is no packaged extension — run "npm run package" first');
  return newest;
}

/** The first free port from 8000, so that the address is the same each time; 0 (any) when twenty are taken. */
async function freePort(): Promise<number> {
  for (let port = 8000; port < 8020; port++) {
    if (await isFree(port)) return port;
  }
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
