import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../host/browser';
import { temporaryFolder } from '../host/temporary';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';

describe('the walkthrough', () => {
  let workbench: Workbench;
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    place = await temporaryFolder('example');
    workbench = await openWorkbench();
  });
  after(async () => {
    await workbench?.close();
    await place?.remove();
  });

  const step = (page: Page, title: string) => page.locator('.getting-started-step', { hasText: title });

  it('copies the example into a folder, goes on in its window, and shows the card of a name', async () => {
    const { page } = workbench;
    await runCommand(page, 'Welcome: Open Walkthrough...');
    const pick = page.locator('.quick-input-widget:visible');
    await pick.locator('input').first().fill('Corroborate');
    await pick.locator('.monaco-list-row', { hasText: 'Get Started with Corroborate' }).click();
    await step(page, 'Open the example case').getByRole('button', { name: 'Open Example Case' }).click();
    await pick.getByText('Where to put the folder of the example case').waitFor();
    // The dialog writes a folder of its own choice a moment after it opens: it has caught up once it lists what is in ours.
    const asked = pick.locator('input').last();
    await mkdir(path.join(place.folder, 'listed'));
    await eventually(async () => {
      await asked.fill(`${place.folder}/`, { timeout: 1000 });
      await pick.locator('.monaco-list-row', { hasText: 'listed' }).waitFor({ timeout: 1000 });
      assert.equal(await asked.inputValue(), `${place.folder}/`);
    });
    const opened = page.context().waitForEvent('page');
    // The first press goes into the folder that was typed, where the list has not caught up yet.
    await pick.getByRole('button', { name: 'Put Example Here' }).click();
    const next = await opened;
    assert.deepEqual((await readdir(path.join(place.folder, 'corroborate-example'))).toSorted(), ['annotations', 'corroborate.yaml', 'registry', 'reviews.yaml', 'sources']);

    await step(next, 'Open the example case').locator('.codicon-getting-started-step-checked').waitFor();
    await step(next, 'Rest the pointer on a name').getByRole('button', { name: 'Show the Card of a Name' }).click();
    await next.locator('.monaco-hover:visible', { hasText: 'Registry entry' }).first().waitFor();
    assert.match((await next.locator('.tab.active').first().textContent()) ?? '', /\.txt/);
    await next.keyboard.press('Escape');

    const goBack = async () => next.locator('.tab', { hasText: 'Welcome' }).click();
    const press = async (title: string, name: string) => {
      await goBack();
      const button = step(next, title).getByRole('button', { name });
      if (!(await button.isVisible())) await step(next, title).locator('.step-title').first().click();
      await button.click();
    };
    await press('See where the articles disagree', 'Open Discrepancies');
    await next.locator('.tab.active', { hasText: 'Discrepancies' }).waitFor();
    await press('Link a name and record a claim', 'Show Open Work');
    await next.locator('.part.sidebar .monaco-list-row', { hasText: 'Suggested claims' }).waitFor();
  });
});
