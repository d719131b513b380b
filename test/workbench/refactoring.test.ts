import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openFile, runCommand } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { goTo } from './acting';

const people = 'registry/people.yaml';

describe('refactoring in the workbench', () => {
  let workbench: Workbench;
  let before: string;
  beforeEach(async () => {
    workbench = await openWorkbench({ openFile: people });
    before = await readFile(path.join(workbench.workspace, people), 'utf8');
    await workbench.page.locator('.codelens-decoration', { hasText: /claims/ }).first().waitFor();
  });
  afterEach(() => workbench?.close());

  const registry = () => readFile(path.join(workbench.workspace, people), 'utf8');
  const quickInput = () => workbench.page.locator('.quick-input-widget:visible');
  const rows = () => quickInput().locator('.monaco-list-row');
  const changes = () => workbench.page.locator('.panel .monaco-list-row');
  const ticks = async () => changes().evaluateAll((all) => all.map((row) => (row.querySelector('.edit-checkbox')?.ariaChecked ?? row.querySelector('input')?.checked.toString()) === 'true'));

  /** Undo in the registry file takes everything back; VS Code may ask first. */
  const undo = async () => {
    const { page } = workbench;
    await openFile(page, people);
    await goTo(workbench, people, 'entities');
    await page.keyboard.press('Control+Z');
    await eventually(async () => {
      if (await page.locator('.monaco-dialog-box').isVisible()) await page.keyboard.press('Enter');
      else await runCommand(page, 'File: Save All');
      assert.equal(await registry(), before);
    });
  };

  it('splits an entity by the keyboard: name, id, mentions, the rest, preview', async () => {
    const { page } = workbench;
    await goTo(workbench, people, '  ban-ki');
    await runCommand(page, 'Corroborate: Split Entity…');
    await quickInput().getByText('Name of the new entity').waitFor();
    await page.keyboard.type('Another Ban');
    await page.keyboard.press('Enter');
    await quickInput().getByText('Id of the new entity').waitFor();
    assert.equal(await quickInput().locator('input').last().inputValue(), 'another-ban');
    await page.keyboard.press('Enter');

    await rows().filter({ hasText: '[the UN chief]' }).waitFor();
    const checked = () => rows().evaluateAll((all) => all.map((row) => [row.getAttribute('aria-checked') === 'true' || row.querySelector('input')?.checked === true, row.textContent ?? '']));
    for (const [, words] of await checked()) assert.doesNotMatch(String(words), /^.{120}/, 'a row should show its mention');
    for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await eventually(async () => assert.deepEqual((await checked()).map(([isChecked]) => isChecked), [false, false, true, true, true]));
    await page.keyboard.press('Enter');

    await rows().filter({ hasText: 'United Nations · secretary-general: Ban Ki-moon' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.panel') !== null && document.querySelector('.panel .monaco-list-row') !== null);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match(await registry(), /another-ban:\n {4}type: person\n {4}name: Another Ban\n {4}aliases:\n {6}- \{text: the UN chief, valid: 2007\/2016\}\n {6}- text: Ban Ki-moon\n {8}in: \[sources\/agency-wire-2007\.txt\]/));
    await undo();
  });

  it('merges into the likeliest entity first, shows every change ticked but the one that changes nothing, and leaves all as it was when discarded', async () => {
    const { page } = workbench;
    await goTo(workbench, people, '  tokay');
    await runCommand(page, 'Corroborate: Merge Entity Into…');
    // The list of commands may still be there.
    await eventually(async () => assert.match((await rows().first().getAttribute('aria-label', { timeout: 1000 })) ?? '', /, person · /));
    assert.equal(await rows().filter({ hasText: 'Tokayev' }).count(), 0, 'an entity is not merged into itself');
    await page.keyboard.type('idris');
    await rows().filter({ hasText: 'Erlan Idrissov' }).first().waitFor();
    await page.keyboard.press('Enter');
    await changes().filter({ hasText: 'tokayev' }).first().waitFor();
    const [all, shown] = [await ticks(), await changes().allTextContents()];
    assert.deepEqual(shown.filter((_, i) => !all[i]), ['entities:']);
    await workbench.page.locator('.panel').getByRole('button', { name: 'Discard' }).click();
    await changes().first().waitFor({ state: 'hidden' });
    assert.equal(await registry(), before);
  });
});
