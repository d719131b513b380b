import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { openFile, runCommand } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { goTo } from './acting';

const source = 'sources/minister-interview-2007.txt';
const notes = 'annotations/minister-interview-2007.yaml';
const people = 'registry/people.yaml';

describe('what cannot be done is told, and changes nothing', () => {
  let workbench: Workbench;
  let texts: readonly (readonly [string, string])[];
  before(async () => {
    // Messages are kept away from a workbench that the driver of smoke tests runs.
    workbench = await openWorkbench({ openFile: source, smokeTestDriver: false });
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
    texts = await all();
  });
  after(() => workbench?.close());

  const all = async () => {
    const files = (await readdir(workbench.workspace, { recursive: true })).filter((file) => /\.(?:yaml|txt)$/.test(file)).toSorted();
    return Promise.all(files.map(async (file): Promise<readonly [string, string]> => [file, await readFile(path.join(workbench.workspace, file), 'utf8')]));
  };
  /** Waits for a message, dismisses it, and holds that no file has changed. */
  const told = async (words: RegExp) => {
    const { page } = workbench;
    await page.locator('.notification-toast', { hasText: words }).first().waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
    assert.deepEqual(await all(), texts);
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };

  it('on white space alone', async () => {
    await goTo(workbench, source, 'The Quiet Work');
    await press('Shift+ArrowDown', 'Alt+A', 'l');
    await told(/Only white space is selected: select a name/);
  });

  it('on several paragraphs', async () => {
    await goTo(workbench, source, 'The Quiet');
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Alt+A', 'e');
    await told(/The selection goes over several paragraphs: select a name/);
  });

  it('in a file that is read-only', async () => {
    const { page } = workbench;
    await openFile(page, notes);
    await runCommand(page, 'File: Set Active Editor Read-only in Session');
    await openFile(page, source);
    await goTo(workbench, source, 'Hotel');
    await press('Alt+A', 'o');
    await told(/minister-interview-2007\.yaml is read-only/);
    await openFile(page, notes);
    await runCommand(page, 'File: Reset Active Editor Read-only in Session');
  });

  it('for an entity that claims and other entities still name, with merging as the way out', async () => {
    const { page } = workbench;
    await openFile(page, people);
    await goTo(workbench, people, '  tokay');
    await runCommand(page, 'Corroborate: Remove Entity');
    const toast = page.locator('.notification-toast', { hasText: 'Kassym-Jomart Tokayev is still named by 2 claims and the entry of Kazakhstan.' });
    await toast.waitFor();
    await toast.getByRole('button', { name: 'Merge into…' }).click();
    await page.locator('.quick-input-widget:visible', { hasText: 'Merge Kassym-Jomart Tokayev into' }).waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(await all(), texts);
  });
});
