import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hoverText, openFile, runCommand } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { arrivesAt, openPage, placeOf } from './acting';

const interview = 'sources/minister-interview-2007.txt';
const notes = 'annotations/minister-interview-2007.yaml';

describe('origins and a second annotator in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ settings: { 'files.simpleDialog.enable': true } });
    await openFile(workbench.page, interview);
    await hoverText(workbench.page, 'Kazakhstan');
    await workbench.page.keyboard.press('Escape');
  });
  after(() => workbench?.close());
  beforeEach(() => runCommand(workbench.page, 'View: Close All Editors'));

  const fileText = (file: string) => readFile(path.join(workbench.workspace, file), 'utf8');

  it('copied text is offered, and one word makes both sources one witness', async () => {
    const { page, workspace } = workbench;
    const before = await fileText('corroborate.yaml');
    await writeFile(path.join(workspace, 'sources/reprint.txt'), `Reprinted.\n\n${(await fileText('sources/steppe-herald-2015.txt')).slice(0, 1500)}`);
    const frame = await openPage(page);
    await frame.getByRole('tab', { name: 'Passages' }).click();
    const copies = frame.getByRole('region', { name: 'Copied text' });
    const offer = copies.getByRole('listitem').filter({ hasText: 'reprint.txt' }).first();
    await offer.getByRole('button', { name: 'Mark as same origin…' }).click();
    const input = page.locator('.quick-input-widget:visible input').first();
    await input.fill('herald');
    await input.press('Enter');
    await offer.getByText('Same origin: herald').waitFor();
    const after = await fileText('corroborate.yaml');
    assert.equal(after.match(/origin: herald/g)?.length, 2);
    assert.ok(before.split('\n').every((line) => after.includes(line)), 'what stood there stays');
    await frame.getByRole('tab', { name: 'Claims' }).click();
  });

  it('one key keeps our side of a difference and goes on to the next, another takes theirs', async () => {
    const { page, workspace } = workbench;
    const ours = await fileText(notes);
    const theirFounded = ours.replace('property: founded, value: 1945', 'property: founded, value: 1946');
    assert.ok(ours.includes('value: 2003-01') && theirFounded !== ours);
    await mkdir(path.join(workspace, 'second'), { recursive: true });
    await writeFile(path.join(workspace, 'second', path.basename(notes)), theirFounded.replace('value: 2003-01', 'value: 2003-02'));
    await runCommand(page, 'Corroborate: Compare Annotators…');
    const input = page.locator('.quick-input-widget:visible input').first();
    await eventually(async () => {
      const rows = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'A Folder…' });
      if ((await rows.count()) > 0) await rows.first().click();
      assert.match(await input.inputValue({ timeout: 1000 }), /\//);
    });
    // The dialog writes a folder of its own choice a moment after it opens.
    await eventually(async () => {
      if (!(await input.isVisible())) return;
      await input.fill(`${path.join(workspace, 'second')}/`, { timeout: 1000 });
      await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'Compare' }).click({ timeout: 1000 });
      await input.waitFor({ state: 'hidden', timeout: 3000 });
    });
    const differences = page.locator('.part.sidebar .monaco-list-row', { hasText: 'yours: ' });
    const [conference, founding] = ['yours: January 2003', 'yours: 1945'].map((hasText) => differences.filter({ hasText }));
    await eventually(async () => assert.deepEqual([await conference!.count(), await founding!.count()], [1, 1]));
    await conference!.click();
    // The place is shown, and the keyboard stays in the list: in the article its keys would delete words.
    await arrivesAt(page, interview, await placeOf(workbench, interview, 'In January 2003 Almaty was the venue', 'whole'));
    await page.keyboard.press('Control+Backspace');
    await eventually(async () => assert.deepEqual([await conference!.count(), await founding!.count()], [0, 1]));
    assert.equal(await fileText(notes), ours, 'what is kept changes no file');
    await eventually(async () => assert.match((await founding!.getAttribute('class')) ?? '', /\bfocused\b/));
    await page.keyboard.press('Space');
    await arrivesAt(page, interview, await placeOf(workbench, interview, 'In 1945 the UN was founded by 51 states', 'whole'));
    await page.keyboard.press('Control+Enter');
    await eventually(async () => assert.equal(await fileText(notes), theirFounded));
    await eventually(async () => assert.equal(await differences.count(), 0));
  });
});
