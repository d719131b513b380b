import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { renderReport } from '../../src/core/report/renderReport';
import { launchBrowser } from '../host/browser';
import { provisionChromium } from '../host/provision';
import { bridgeFiles, hostile, reportOf } from '../unit/report/reportCase';
import { accessibilityViolations } from './accessibility';

const example = path.resolve(__dirname, '../../docs/report/example.html');

describe('a report in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  before(async () => {
    browser = await launchBrowser(await provisionChromium());
    folder = mkdtempSync(path.join(tmpdir(), 'corroborate-report-'));
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (file: string, options: { readonly colorScheme: 'light' | 'dark'; readonly width: number; readonly script: boolean }) => {
    const context = await browser.newContext({
      viewport: { width: options.width, height: 900 },
      colorScheme: options.colorScheme,
      javaScriptEnabled: options.script,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, complaints, close: () => context.close() };
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1400, 700, 360]) {
      it(`has nothing that axe-core minds, and nothing wider than the page: ${colorScheme}, ${width} pixels`, async () => {
        const { page, complaints, close } = await open(example, { colorScheme, width, script: true });
        assert.deepEqual(await accessibilityViolations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
        assert.deepEqual(complaints, []);
        await close();
      });
    }
  }

  it('reads without scripts, styled, and its contents lead where they say', async () => {
    const { page, complaints, close } = await open(example, { colorScheme: 'light', width: 1000, script: false });
    await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
    assert.match(page.url(), /#sources$/);
    assert.equal(await page.getByRole('table').first().evaluate((table) => getComputedStyle(table).borderCollapse), 'collapse');
    assert.deepEqual(complaints, []);
    await close();
  });

  it('shows the words of a hostile case, runs none of them, and asks for nothing', async () => {
    const file = path.join(folder, 'hostile.html');
    writeFileSync(file, [...renderReport(await reportOf(bridgeFiles), 'html')].join(''));
    const { page, complaints, close } = await open(file, { colorScheme: 'light', width: 1000, script: true });
    assert.equal(await page.getByRole('heading', { level: 2, name: hostile }).count(), 1);
    assert.equal(await page.locator('script, b, img, iframe').count(), 0);
    assert.deepEqual(complaints, []);
    await close();
  });
});
