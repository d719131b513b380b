import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { hoverText, openFile, runCommand, screenshot, textPosition, webviewFrame } from './browser';
import { checkoutRoot } from './provision';
import { openWorkbench } from './workbench';

const usage = `Takes pictures of a real run on the example case.

  npm run screenshots             the README's, into docs/images
  npm run screenshots -- --all DIR    a set for review: article, lists and page in four themes, the page in two widths

  --vsix FILE  the extension to show, dist/corroborate.vsix by default
`;

/** Themes by the names of their files; values of the setting. */
const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;
type ThemeName = keyof typeof themes;

const interview = 'sources/minister-interview-2007.txt';

/** Texts of the interview whose hovers are looked at. */
const hovered = {
  person: 'Nazarbaev',
  country: 'Kazakhstan',
  organization: 'UN ESCAO',
  quote: 'January 2003',
};

const quiet = {
  'breadcrumbs.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.minimap.enabled': false,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      all: { type: 'string' },
      vsix: { type: 'string', default: path.join(checkoutRoot, 'dist/corroborate.vsix') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  if (values.all) await takeReviewSet(path.resolve(values.all), values.vsix);
  else await takeReadmeSet(path.join(checkoutRoot, 'docs/images'), values.vsix);
}

/** The README's pictures, in the light theme. */
async function takeReadmeSet(folder: string, vsix: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const workbench = await openWorkbench({
    vsix,
    host: 'newest',
    openFile: interview,
    viewport: { width: 1000, height: 480 },
    scale: 1.5,
    settings: { ...quiet, ...withTheme('light'), 'corroborate.passageLens': false },
  });
  const { page } = workbench;
  try {
    await namesAreColored(page);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await putCaret(page, 'April 2007');
    await hoverText(page, hovered.country);
    await part(page, 'editor', folder, 'hover');
    await leaveHover(page);
    await page.setViewportSize({ width: 1100, height: 720 });
    await showProblems(page);
    await page.locator('.part.panel').getByPlaceholder(/^Filter/).fill('**/minister*');
    await page.locator('.markers-panel .monaco-list-row').first().filter({ hasText: 'minister' }).waitFor();
    await showLine(page, 22);
    await whole(page, folder, 'diagnostics');
    await runCommand(page, 'View: Toggle Panel Visibility');
    await page.setViewportSize({ width: 1200, height: 760 });
    await showPage(page);
    await part(page, 'editor', folder, 'page');
    await showDetails(page);
    await part(page, 'editor', folder, 'details');
    await showTimeline(page);
    await part(page, 'editor', folder, 'timeline');
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, interview);
    await showSideBar(page);
    await whole(page, folder, 'side-bar');
  } finally {
    await workbench.close();
  }
}

/** Every place of the extension, in each theme. */
async function takeReviewSet(folder: string, vsix: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const theme of Object.keys(themes) as ThemeName[]) {
    const workbench = await openWorkbench({
      vsix,
      host: 'newest',
      openFile: interview,
      viewport: { width: 1400, height: 900 },
      settings: { ...quiet, ...withTheme(theme) },
    });
    const { page } = workbench;
    const shot = (name: string) => whole(page, folder, `${theme}-${name}`);
    try {
      await namesAreColored(page);
      await putCaret(page, 'Last autumn');
      for (const [name, text] of Object.entries(hovered)) {
        await hoverText(page, text);
        await shot(`hover-${name}`);
        await leaveHover(page);
      }
      await showOutline(page);
      await shot('outline');
      await showProblems(page);
      await shot('problems');
      await runCommand(page, 'View: Toggle Panel Visibility');
      await showStatus(page);
      await shot('status');
      await page.keyboard.press('Escape');
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      for (const width of [1400, 700]) {
        await page.setViewportSize({ width, height: 900 });
        await showPage(page);
        await shot(`page-${width}`);
        await showDetails(page);
        await shot(`details-${width}`);
        await showReview(page);
        await shot(`review-${width}`);
        await page.keyboard.press('Escape');
        await page.keyboard.press('d');
        await showTimeline(page);
        await shot(`timeline-${width}`);
        await webviewFrame(page).getByRole('tab', { name: 'Claims' }).click();
      }
      await page.setViewportSize({ width: 1400, height: 900 });
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, interview);
      await showSideBar(page);
      await shot('side-bar');
    } finally {
      await workbench.close();
    }
  }
}

function withTheme(theme: ThemeName): Record<string, unknown> {
  return { 'workbench.colorTheme': themes[theme] };
}

/** Waits until names in the article have colours of their own. */
async function namesAreColored(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const classes = [...document.querySelectorAll('.part.editor .view-line span span')].map(({ className }) => className);
    return new Set(classes).size > 3;
  });
}

async function putCaret(page: Page, text: string): Promise<void> {
  const { x, y } = await textPosition(page, text);
  await page.mouse.click(x, y);
}

async function leaveHover(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

/** Puts the caret on a line, which comes into view with the lines above it. */
async function showLine(page: Page, line: number): Promise<void> {
  await runCommand(page, 'View: Focus Active Editor Group');
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.fill(`:${line}`);
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await page.locator('.part.editor .current-line').first().waitFor();
}

async function showProblems(page: Page): Promise<void> {
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

async function showOutline(page: Page): Promise<void> {
  await runCommand(page, 'Explorer: Focus on Outline View');
  await page.locator('.outline-pane .monaco-list-row').first().waitFor();
}

async function showStatus(page: Page): Promise<void> {
  await page.locator('#status\\.languageStatus').click();
  await page.locator('.hover-language-status').first().waitFor();
}

async function showPage(page: Page): Promise<void> {
  await runCommand(page, 'Corroborate: Open Discrepancies');
  await webviewFrame(page).locator('.grid-row').first().waitFor();
  await page.mouse.move(5, 5);
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

/** The values of a group to scale, below the grid. */
async function showDetails(page: Page): Promise<void> {
  const frame = webviewFrame(page);
  await frame.locator('.group-row .subject').first().focus();
  await page.keyboard.press('d');
  await frame.locator('.detail .chart .core').first().waitFor();
}

async function showReview(page: Page): Promise<void> {
  await page.keyboard.press('e');
  await webviewFrame(page).getByRole('dialog').waitFor();
}

async function showTimeline(page: Page): Promise<void> {
  const frame = webviewFrame(page);
  await frame.getByRole('tab', { name: 'Time line' }).click();
  await frame.locator('.lane-label').first().waitFor();
}

async function showSideBar(page: Page): Promise<void> {
  await runCommand(page, 'Corroborate: Focus on Entities View');
  await page.locator('.part.sidebar .monaco-list-row').first().waitFor();
}

async function whole(page: Page, folder: string, name: string): Promise<void> {
  await write(page, path.join(folder, `${name}.png`));
}

async function part(page: Page, name: string, folder: string, file: string): Promise<void> {
  await write(page.locator(`.part.${name}`), path.join(folder, `${file}.png`));
}

async function write(target: Page | Locator, file: string): Promise<void> {
  await screenshot(target, file);
  console.log(path.relative(process.cwd(), file));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
