import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { PageModel } from '../../src/core/page/page';
import { pageDocument } from '../../src/webview/document';
import type { HostMessage, PageMessage, PageState } from '../../src/webview/protocol';
import { launchBrowser } from '../host/browser';
import { provisionChromium } from '../host/provision';
import themes from './themes.json';

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as ThemeName[];

const checkout = path.resolve(__dirname, '../..');

/** The discrepancies page as a webview would load it, in a browser of its own, without an editor around it. */
export interface PageHarness {
  /** A fresh page that has asked for its model. */
  open(options?: OpenOptions): Promise<PageInTest>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What the editor kept of an earlier page. */
  readonly state?: unknown;
}

export interface PageInTest {
  readonly page: Page;
  /** Posts a message as the extension does. */
  readonly send: (message: unknown) => Promise<void>;
  /** Posts a whole model as generation 1, and waits until it is drawn. */
  readonly sendModel: (model: PageModel | null, state?: PageState | null) => Promise<void>;
  /** What the page sent so far; `clear` forgets it. */
  readonly messages: (clear?: boolean) => Promise<readonly PageMessage[]>;
  /** What the page keeps for reloads. */
  readonly state: () => Promise<PageState | undefined>;
  /** Warnings and errors on the console, exceptions, and violations of the content security policy. */
  readonly complaints: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Builds the page, serves it on 127.0.0.1 and starts the browser. */
export async function startHarness(): Promise<PageHarness> {
  const [files, chromium] = await Promise.all([bundlePage(), provisionChromium()]);
  const server = await serve(files);
  const browser = await launchBrowser(chromium);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open: (options) => openPage(browser, origin, options ?? {}),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(checkout, 'src/webview/main.tsx')],
    outfile: 'webview.js',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
}

async function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (request.url === '/') {
      const nonce = randomBytes(16).toString('hex');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageDocument({ script: '/webview.js', style: '/webview.css', nonce, cspSource: `'self'` }));
    } else if (file === undefined) {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    } else {
      response.setHeader('content-type', `${types[path.extname(request.url ?? '')]}; charset=utf-8`);
      response.end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function openPage(browser: Browser, origin: string, options: OpenOptions): Promise<PageInTest> {
  const { theme = 'dark', width = 1400, height = 900, state } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript('globalThis.__name ??= (f) => f');
  await page.addInitScript(fakeEditor, { variables: themes[theme], kind: theme, state });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => inTest().sent.some((message) => message.type === 'ready'));
  // As text: large messages take the browser's driver minutes otherwise.
  const send = (message: unknown) => page.evaluate((json) => window.postMessage(JSON.parse(json), '*'), JSON.stringify(message));
  return {
    page,
    send,
    async sendModel(model, kept = null) {
      await send({ type: 'model', model, cut: null, generation: 1, state: kept } satisfies HostMessage);
      await page.locator('.grid-row, .notice:not(:has-text("Reading the case"))').first().waitFor();
    },
    messages: (clear = false) =>
      page.evaluate((forget) => {
        const sent = [...inTest().sent];
        if (forget) inTest().sent.length = 0;
        return sent;
      }, clear),
    state: () => page.evaluate(() => inTest().state as PageState | undefined),
    complaints: async () => [...complaints, ...(await page.evaluate(() => inTest().violations))],
    close: () => page.close(),
  };
}

interface InTest {
  readonly sent: PageMessage[];
  readonly violations: string[];
  state: unknown;
}

declare function inTest(): InTest;

/** Runs in the page before its own script: what an editor gives to a webview, and a record of what the page does with it. */
function fakeEditor(given: { variables: Record<string, string>; kind: string; state: unknown }): void {
  const record: InTest = { sent: [], violations: [], state: given.state };
  document.addEventListener('securitypolicyviolation', (event) => {
    record.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
  document.addEventListener('readystatechange', () => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(given.variables)) style.setProperty(`--vscode-${name}`, value);
    document.body?.setAttribute('class', given.kind.startsWith('high') ? 'vscode-high-contrast' : `vscode-${given.kind}`);
  });
  Object.assign(globalThis, {
    inTest: () => record,
    acquireVsCodeApi: () => ({
      postMessage: (message: PageMessage) => void record.sent.push(message),
      getState: () => record.state,
      setState: (state: unknown) => (record.state = structuredClone(state)),
    }),
  });
}
