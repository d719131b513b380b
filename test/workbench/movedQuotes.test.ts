import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';

const source = 'sources/agency-wire-2007.txt';
const notes = 'annotations/agency-wire-2007.yaml';

describe('an article that another program changes', () => {
  let workbench: Workbench;
  before(async () => {
    // Messages are kept away from a workbench that the driver of smoke tests runs.
    workbench = await openWorkbench({ openFile: source, smokeTestDriver: false });
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
  });
  after(() => workbench?.close());

  const on = (file: string) => path.join(workbench.workspace, file);

  it('is told by what became of its quotes; one key attaches what is certain, the others are listed with their words', async () => {
    const { page } = workbench;
    const [before, noted] = [await readFile(on(source), 'utf8'), await readFile(on(notes), 'utf8')];
    const changed = before.replace('The UN has 192 members', 'The U.N. has 192 members').replace('President Nazarbaev had made', 'He once made');
    const toast = page.locator('.notification-toast', { hasText: /quote/ });
    await eventually(
      async () => assert.equal(await toast.first().isVisible(), true),
      async () => {
        await writeFile(on(source), before);
        await writeFile(on(source), changed);
      },
    );
    const told = (await toast.first().locator('.notification-list-item-message').textContent()) ?? '';
    assert.match(told, /^1 quote moved, 1 quote was lost in sources\/agency-wire-2007\.txt\.$/);
    await toast.first().getByRole('button', { name: 'Re-attach All Certain' }).click();
    await eventually(async () => assert.equal(await readFile(on(notes), 'utf8'), noted.replace('The UN has 192 members', 'The U.N. has 192 members')));

    await runCommand(page, 'Corroborate: Re-attach Quotes…');
    const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'President Nazarbaev had made' });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /lost/);
    await page.keyboard.press('Escape');
    await row.waitFor({ state: 'hidden' });
  });
});
