import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, runCommand } from '../host/browser';
import { temporaryFolder } from '../host/temporary';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { arrivesAt, goTo, placeOf } from './acting';

const interview = 'sources/minister-interview-2007.txt';

/** The rows of a view of the side bar, as a screen reader says them. */
const rowsOf = (page: Page, view: string) => page.locator(`.pane[aria-label^="${view}"], .pane:has(.pane-header[aria-label^="${view}"])`).locator('.monaco-list-row');

/** Presses a key until the focused row of the side bar is the wanted one. */
async function walkTo(page: Page, wanted: RegExp, key = 'ArrowDown'): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const focused = await page.locator('.part.sidebar .monaco-list:focus .monaco-list-row.focused').first().getAttribute('aria-label', { timeout: 2000 }).catch(() => '');
    if (wanted.test(focused ?? '')) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no row is ${String(wanted)}`);
}

describe('the side bar in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ openFile: interview, viewport: { width: 1400, height: 1000 } });
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
  });
  after(() => workbench?.close());

  const focusView = async (title: string, first: RegExp) => {
    const { page } = workbench;
    const isFocused = (name: string) => document.activeElement?.closest('.pane')?.querySelector('.pane-header')?.ariaLabel?.startsWith(name) === true;
    // A view that is still empty does not take the focus.
    for (let tries = 1; ; tries++) {
      await runCommand(page, `Corroborate: Focus on ${title} View`);
      await rowsOf(page, title).filter({ hasText: first }).first().waitFor();
      try {
        await page.waitForFunction(isFocused, title, { timeout: 5000 });
        break;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
    await page.keyboard.press('Home');
  };

  it('leads from a type to an entity, its sources and the place of a mention, with the keyboard alone', async () => {
    const { page } = workbench;
    await focusView('Entities', /^Person/);
    await walkTo(page, /^Person, 11 entities/);
    await page.keyboard.press('ArrowRight');
    await rowsOf(page, 'Entities').filter({ hasText: 'Nursultan Nazarbayev' }).waitFor();
    await walkTo(page, /^Nursultan Nazarbayev, person, \d+ mentions, \d+ here/);
    await page.keyboard.press('ArrowRight');
    await rowsOf(page, 'Entities').filter({ hasText: 'The Quiet Work' }).waitFor();
    await walkTo(page, /^The Quiet Work, \d+ mentions/);
    await page.keyboard.press('ArrowRight');
    const mention = rowsOf(page, 'Entities').filter({ hasText: /President Nazarbaev said/ });
    await mention.waitFor();
    await walkTo(page, /President Nazarbaev said.*line 10/);
    await page.keyboard.press('Enter');
    await arrivesAt(page, interview, await placeOf(workbench, interview, 'Nazarbaev', 'whole'));
  });

  it('narrows to words, says so, and clears the filter where a revealed entity is hidden', async () => {
    const { page } = workbench;
    await runCommand(page, 'Corroborate: Filter Entities…');
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill('nazarb');
    const rows = rowsOf(page, 'Entities');
    await rows.filter({ hasText: 'Nursultan Nazarbayev' }).waitFor();
    await page.locator('.part.sidebar').getByText('“nazarb”: 1 of 106').waitFor();
    await input.press('Enter');
    await openFile(page, interview);
    await goTo(workbench, interview, 'Semipalatinsk');
    await runCommand(page, 'Corroborate: Show Entity in Side Bar');
    await page.locator('.part.sidebar .monaco-list-row.focused[aria-label*="Semipalatinsk"]').waitFor();
    await page.locator('.part.sidebar').getByText('“nazarb”').waitFor({ state: 'hidden' });
  });

  it('keeps what is open while one types', async () => {
    const { page } = workbench;
    const open = rowsOf(page, 'Entities').filter({ hasText: 'Nursultan Nazarbayev' });
    await focusView('Entities', /^Person/);
    await walkTo(page, /^Person/);
    await page.keyboard.press('ArrowRight');
    await open.first().waitFor();
    await openFile(page, 'annotations/agency-wire-2007.yaml');
    await goTo(workbench, 'annotations/agency-wire-2007.yaml', 'claims:');
    await page.keyboard.type(' # typed');
    await page.locator('.part.editor .view-line', { hasText: '# typed' }).waitFor();
    await rowsOf(page, 'Entities').filter({ hasText: /^Person11$/ }).waitFor();
    await open.first().waitFor();
    await runCommand(page, 'File: Revert File');
    await page.locator('.part.editor .view-line', { hasText: '# typed' }).waitFor({ state: 'hidden' });
  });

  it('lists open work with a badge, and opens its places', async () => {
    const { page } = workbench;
    await focusView('Open Work', /^Discrepancies to review/);
    await page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
    await page.locator('.activitybar [aria-label*="things need a decision"]').first().waitFor();
    await walkTo(page, /^Unlinked names/);
    await page.keyboard.press('ArrowRight');
    await walkTo(page, /^The Quiet Work, 1/);
    await page.keyboard.press('ArrowRight');
    const item = rowsOf(page, 'Open Work').filter({ hasText: /place|person|organization|work|event/ }).last();
    await item.waitFor();
    await walkTo(page, /^Unlinked names, .*, /);
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match((await page.locator('.tab.active').first().textContent()) ?? '', /minister-interview-2007\.txt/));
  });

  it('accepts a suggested claim from its row, which then is gone', async () => {
    const { page } = workbench;
    await focusView('Open Work', /^Suggested claims/);
    await walkTo(page, /^Suggested claims/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const item = page.locator('.part.sidebar .monaco-list-row[aria-label^="Suggested claims, "][aria-level="3"]').first();
    await item.waitFor();
    const before = await readFile(path.join(workbench.workspace, 'annotations/agency-wire-2007.yaml'), 'utf8');
    await item.hover();
    await item.locator('.action-label[aria-label="Accept Suggested Claim"], .action-label.codicon-check').first().click();
    await item.waitFor({ state: 'hidden' });
    await eventually(async () => {
      const after = await readFile(path.join(workbench.workspace, 'annotations/agency-wire-2007.yaml'), 'utf8');
      assert.ok(after.length > before.length && after.includes('property:'), 'the claim should be recorded');
    });
  });
});

describe('setting a folder up in the workbench', () => {
  let workbench: Workbench;
  let remove: () => Promise<void>;
  before(async () => {
    const made = await temporaryFolder('articles');
    remove = made.remove;
    const folder = path.join(made.folder, 'papers');
    await mkdir(path.join(folder, 'texts'), { recursive: true });
    await writeFile(path.join(folder, 'texts/one.txt'), 'A Meeting\n\nIt was on a Monday that Ms Orla Fenwick met Mr Stephen Tull in Riverton, and Tull was late.\n');
    await writeFile(path.join(folder, 'texts/two.txt'), 'Another Meeting\n\nIt was said in Riverton that Ms Orla Fenwick had not come.\n');
    await writeFile(path.join(folder, 'texts/photo.txt'), new Uint8Array(300));
    await writeFile(path.join(folder, '.gitattributes'), '*.png binary\n');
    workbench = await openWorkbench({ workspace: folder });
  });
  after(async () => {
    await workbench?.close();
    await remove?.();
  });

  const on = (file: string) => path.join(workbench.workspace, file);
  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  it('is offered by the empty side bar, says what it would write, and writes nothing when declined', async () => {
    const { page } = workbench;
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Corroborate"]') }).first().click();
    await page.locator('.part.sidebar').getByRole('button', { name: 'Set Up Folder as Case' }).click();
    await dialog().waitFor();
    const told = (await dialog().textContent()) ?? '';
    for (const words of ['corroborate.yaml — 2 articles', 'registry/draft.yaml — a draft of 3 entities', '.gitattributes', 'texts/photo.txt (not text)']) {
      assert.ok(told.includes(words), `the question should say “${words}”, not ${told}`);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    assert.deepEqual((await readdir(workbench.workspace)).toSorted(), ['.gitattributes', 'texts']);
    assert.equal(await readFile(on('.gitattributes'), 'utf8'), '*.png binary\n');
  });

  it('writes the case, opens it and shows its manifest; one undo takes it back', async () => {
    const { page } = workbench;
    await runCommand(page, 'Corroborate: Set Up Folder as Case…');
    await dialog().getByRole('button', { name: 'Set Up Case' }).click();
    await page.locator('.tab.active', { hasText: 'corroborate.yaml' }).waitFor();
    await eventually(async () => {
      assert.match(await readFile(on('.gitattributes'), 'utf8'), /^\*\.png binary\n.*\ntexts\/\*\* -text\n$/s);
      assert.match(await readFile(on('corroborate.yaml'), 'utf8'), /texts\/one\.txt:\n {4}title: A Meeting/);
      assert.match(await readFile(on('registry/draft.yaml'), 'utf8'), /name: Orla Fenwick/);
    });
    await rowsOf(page, 'Entities').filter({ hasText: 'Person' }).first().waitFor();
    await page.locator('.part.editor .view-lines').first().click();
    await page.keyboard.press('Control+Z');
    const question = dialog();
    await eventually(async () => {
      if (await question.isVisible()) await page.keyboard.press('Enter');
      assert.equal(existsSync(on('corroborate.yaml')), false);
      assert.equal(existsSync(on('registry/draft.yaml')), false);
    });
    await page.locator('.part.sidebar').getByRole('button', { name: 'Set Up Folder as Case' }).waitFor();
    await runCommand(page, 'File: Save All');
    await eventually(async () => assert.equal(await readFile(on('.gitattributes'), 'utf8'), '*.png binary\n'));
  });
});

describe('setting a large folder up in the workbench', () => {
  let workbench: Workbench;
  let remove: () => Promise<void>;
  before(async () => {
    const made = await temporaryFolder('archive');
    remove = made.remove;
    await mkdir(path.join(made.folder, 'texts'));
    const words = (year: number) => Array.from({ length: 1500 }, (_, n) => `It was on a Monday that Ms Orla Fenwick${n % 97} met Mr Tull${(n * year) % 89} in Riverton.`).join('\n');
    for (let year = 1; year <= 240; year++) await writeFile(path.join(made.folder, `texts/${year}.txt`), words(year));
    // Messages are kept away from a workbench that the driver of smoke tests runs.
    workbench = await openWorkbench({ workspace: made.folder, smokeTestDriver: false });
  });
  after(async () => {
    await workbench?.close();
    await remove?.();
  });

  it('can be cancelled while it reads: nothing is asked and nothing written, and it can be begun again', async () => {
    const { page } = workbench;
    const dialog = page.locator('.monaco-dialog-box');
    const progress = page.locator('.notification-toast', { hasText: 'as a case' });
    const cancel = progress.getByRole('button', { name: 'Cancel' });
    const names = async () => (await readdir(workbench.workspace)).toSorted();
    for (const round of ['first', 'second']) {
      await runCommand(page, 'Corroborate: Set Up Folder as Case…');
      await progress.first().waitFor();
      await progress.first().hover();
      await cancel.first().click();
      await progress.first().waitFor({ state: 'hidden' });
      assert.equal(await dialog.count(), 0, round);
      assert.deepEqual(await names(), ['texts']);
    }
    await runCommand(page, 'Corroborate: Set Up Folder as Case…');
    await dialog.getByText('corroborate.yaml — 240 articles').waitFor({ timeout: 100_000 });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(await names(), ['texts']);
  });
});
