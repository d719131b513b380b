import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { SuiteEvent } from '../vscode/runSuite';
import { webEventMark } from './driver';
import type { Driver } from './driver';
import type { Host } from './provision';
import { temporaryFolder } from './temporary';

/** What makes a workbench page load the extension and the suite into the browser's extension host. */
export interface WebHost {
  readonly browserFlags: readonly string[];
  /** To be called before the page goes anywhere. */
  install(page: Page): Promise<void>;
  /** The suite's event in a line of the worker's console, if there is one. */
  eventOf(logged: readonly unknown[]): SuiteEvent | undefined;
  close(): Promise<void>;
}

/** Unpacks the VSIX (VS Code does) and serves it and the driver to the browser. */
export async function prepareWebHost(host: Host, vsix: string, driver: Driver): Promise<WebHost> {
  const { folder: data, remove } = await temporaryFolder('web');
  await promisify(execFile)(host.node, [
    host.serverMain,
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
    '--install-extension',
    vsix,
  ]);
  const extensions = path.join(data, 'extensions');
  const installed = (await readdir(extensions)).find((name) => name.startsWith('corroborate.'));
  if (!installed) throw new Error(`${vsix} was not installed`);
  const roots = new Map([
    ['extension', path.join(extensions, installed)],
    ['driver', driver.folder],
  ]);
  const files = await serve(roots);
  const address = files.address();
  if (address === null || typeof address === 'string') throw new Error('the web host has no port');
  const at = (where: string) => ({ scheme: 'http', authority: `127.0.0.1:${address.port}`, path: where });
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: [at('/extension'), at('/driver')],
    extensionTestsPath: at('/driver/index.js'),
  };
  return {
    browserFlags: [
      '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,BlockInsecurePrivateNetworkRequests',
    ],
    install: (page) => addDevelopmentOptions(page, developmentOptions),
    eventOf,
    close: async () => {
      files.closeAllConnections();
      await new Promise((resolve) => files.close(resolve));
      await remove();
    },
  };
}

async function addDevelopmentOptions(page: Page, developmentOptions: object): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
        (_all, start: string, settings: string) => {
          const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as object;
          const extended = JSON.stringify({ ...configuration, developmentOptions });
          return start + extended.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        },
      );
      const headers = response.headers();
      const policy = headers['content-security-policy'] ?? '';
      headers['content-security-policy'] = policy.replace('connect-src ', 'connect-src http://127.0.0.1:* ');
      await route.fulfill({ response, body: html, headers });
    },
  );
}

function eventOf(logged: readonly unknown[]): SuiteEvent | undefined {
  const line = logged.find((part): part is string => typeof part === 'string' && part.startsWith(webEventMark));
  return line === undefined ? undefined : (JSON.parse(line.slice(webEventMark.length)) as SuiteEvent);
}

/** An HTTP server on 127.0.0.1 that shows each root folder under its name, to pages of any origin. */
async function serve(roots: ReadonlyMap<string, string>): Promise<Server> {
  const types = new Map([
    ['.js', 'text/javascript'],
    ['.json', 'application/json'],
    ['.svg', 'image/svg+xml'],
  ]);
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    const [name = '', ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1)).split('/');
    const root = roots.get(name);
    const file = root ? path.join(root, ...rest) : '';
    const known = root !== undefined && file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (known) response.setHeader('Content-Type', types.get(path.extname(file)) ?? 'application/octet-stream');
    else response.statusCode = 404;
    response.end(known ? readFileSync(file) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
