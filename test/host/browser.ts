import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Chromium } from './provision';
import type { HostServer } from './server';

/** A place in the viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--metrics-recording-only',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the headless browser; it reaches 127.0.0.1 and nothing else. */
export function launchBrowser(chromium: Chromium, moreFlags: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: chromium.executable,
    chromiumSandbox: false,
    args: [...flags, ...moreFlags],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: chromium.libraryFolder,
      FONTCONFIG_FILE: chromium.fontConfig,
    },
  });
}

/** A fresh page with an empty profile; `scale` is the device pixel ratio. */
export async function newPage(browser: Browser, size = { width: 1280, height: 800 }, scale = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  // The TypeScript runner marks functions with __name, which functions sent to the page lack.
  await page.addInitScript('globalThis.__name ??= (f) => f');
  return page;
}

/** Where the workbench opens `folder`, an absolute path; `payload` entries are VS Code's own. */
export function workbenchUrl(
  server: HostServer,
  folder: string,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(server.url);
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The `vscode-remote:` URI of an absolute path on the server. */
export function remoteUri(server: HostServer, file: string): string {
  return `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;
}

/** Opens the workbench on `folder` and, inside it, `openFile` (a path relative to it); resolves once both are drawn. */
export async function openFolder(page: Page, server: HostServer, folder: string, openFile?: string): Promise<void> {
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (openFile) payload.push(['openFile', remoteUri(server, path.join(folder, openFile))]);
  await page.goto(workbenchUrl(server, folder, payload));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  if (openFile) await editorTab(page, openFile).waitFor({ timeout: 30_000 });
  if (openFile) await page.locator('.part.editor .view-line').first().waitFor({ timeout: 30_000 });
}

/** The tab of a file, found by its base name. */
function editorTab(page: Page, file: string): Locator {
  return page.locator('.tabs-container .tab', { hasText: path.basename(file) });
}

/** Opens a file of the workspace by quick open. */
export async function openFile(page: Page, file: string): Promise<void> {
  await pick(page, 'Control+P', file, path.basename(file));
  await editorTab(page, file).first().waitFor();
  await page.locator('.part.editor .view-line').first().waitFor();
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', `>${title}`, title);
}

async function pick(page: Page, keys: string, text: string, row: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await page.keyboard.press(keys);
  await input.waitFor();
  await input.fill(text);
  await page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', { hasText: row }).first().click();
}

/**
 * The centre of the `occurrence`th (from 0) place in the editors where `text` stands on one drawn line, waiting until
 * there is one. `within` narrows the search to one editor (CSS selector).
 */
export async function textPosition(
  page: Page,
  text: string,
  { occurrence = 0, within = '.part.editor' }: { occurrence?: number; within?: string } = {},
): Promise<Point> {
  const found = await page
    .waitForFunction(locateText, { text, occurrence, within }, { timeout: 30_000 })
    .catch((error: Error) => {
      throw new Error(`"${text}" (occurrence ${occurrence}) is not drawn in ${within}: ${error.message}`);
    });
  const point = await found.jsonValue();
  if (!point) throw new Error(`"${text}" is not drawn in ${within}`);
  return point;
}

/** Runs in the page. Lines are drawn in any order and split into a text node per token. */
function locateText({ text, occurrence, within }: { text: string; occurrence: number; within: string }): Point | null {
  const wanted = text.replaceAll('\u00a0', ' ');
  const lines = [...document.querySelectorAll(`${within} .view-line`)];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let left = occurrence;
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const whole = nodes.map((node) => node.data).join('').replaceAll('\u00a0', ' ');
    for (let start = whole.indexOf(wanted); start >= 0; start = whole.indexOf(wanted, start + 1)) {
      if (left-- > 0) continue;
      const range = document.createRange();
      let offset = 0;
      for (const node of nodes) {
        const end = start + wanted.length;
        if (start >= offset && start < offset + node.length) range.setStart(node, start - offset);
        if (end > offset && end <= offset + node.length) range.setEnd(node, end - offset);
        offset += node.length;
      }
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
  }
  return null;
}

/**
 * Rests the pointer on a text in the editor until its hover card has content, and gives the card. Moves away and back
 * as often as that takes: providers may not be registered yet.
 */
export async function hoverText(page: Page, text: string, options?: Parameters<typeof textPosition>[2]): Promise<Locator> {
  const card = page.locator('.part.editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover:not(.hidden)');
  const content = card.filter({ hasNotText: /^\s*(Loading\.\.\.)?\s*$/ }).first();
  const deadline = performance.now() + 30_000;
  for (;;) {
    await page.mouse.move(5, 5);
    await card.first().waitFor({ state: 'hidden' });
    const point = await textPosition(page, text, options);
    await page.mouse.move(point.x - 1, point.y);
    await page.mouse.move(point.x, point.y);
    try {
      await content.waitFor({ timeout: 1500 });
      return content;
    } catch (error) {
      if (performance.now() > deadline) throw new Error(`no hover card came over "${text}"`, { cause: error });
    }
  }
}

/** The document inside a webview editor or view, the last one opened. */
export function webviewFrame(page: Page): FrameLocator {
  return page.locator('iframe.webview.ready').last().contentFrame().locator('#active-frame').contentFrame();
}

/** Writes a PNG of the page, or of a part of it. */
export async function screenshot(target: Page | Locator, file: string): Promise<void> {
  await target.screenshot({ path: file, animations: 'disabled' });
}
