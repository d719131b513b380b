import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hoverText, openFile, runCommand, webviewFrame } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { arrivesAt, goTo, listenForComplaints, openPage, placeOf } from './acting';

const interview = 'sources/minister-interview-2007.txt';
const notes = 'annotations/steppe-herald-2015.yaml';

describe('the discrepancies page in the workbench', () => {
  let workbench: Workbench;
  let complaints: string[];
  before(async () => {
    workbench = await openWorkbench();
    complaints = listenForComplaints(workbench.page);
    await openFile(workbench.page, interview);
    await hoverText(workbench.page, 'Kazakhstan');
    await workbench.page.keyboard.press('Escape');
  });
  after(() => workbench?.close());
  beforeEach(() => runCommand(workbench.page, 'View: Close All Editors'));
  afterEach(() => assert.deepEqual(complaints.splice(0), []));

  it('narrows to a text, opens a passage with Enter, and is as it was on the way back and after a reload', async () => {
    const { page } = workbench;
    const frame = await openPage(page);
    const text = (of = frame) => of.locator('vscode-textfield input');
    await text().fill('landlocked january');
    const rows = frame.locator('.group-row');
    await eventually(async () => assert.equal(await rows.count(), 1));
    await rows.locator('.passage', { hasText: 'Almaty was the venue' }).focus();
    await page.keyboard.press('Enter');
    await arrivesAt(page, interview, await placeOf(workbench, interview, 'In January 2003 Almaty was the venue', 'whole'));

    await page.keyboard.press('Control+1');
    await eventually(async () => {
      const focused = frame.locator('.passage:focus');
      assert.match((await focused.textContent({ timeout: 1000 })) ?? '', /Almaty was the venue/);
      assert.equal(await text().inputValue(), 'landlocked january');
    });

    // The window's own command: it saves which editors are open before it goes.
    await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window')]);
    const again = webviewFrame(page);
    await eventually(async () => {
      assert.equal(await again.locator('.group-row').count(), 1);
      assert.equal(await text(again).inputValue(), 'landlocked january');
    });
    await text(again).fill('');
    await eventually(async () => assert.ok((await again.locator('.group-row').count()) > 1, 'there are no rows'));
  });

  it('follows what is typed in an annotation file, before it is saved', async () => {
    const { page } = workbench;
    await openFile(page, notes);
    await runCommand(page, 'View: Split Editor Right');
    const frame = await openPage(page);
    await frame.locator('vscode-textfield input').fill('187 countries');
    const vote = frame.locator('.group-row', { hasText: '187 countries' });
    await vote.locator('.verdict', { hasText: 'Tension' }).waitFor();
    await page.keyboard.press('Control+1');
    await goTo(workbench, notes, 'value: 190');
    for (const key of ['Backspace', 'Backspace', 'Backspace', '1', '5', '0']) await page.keyboard.press(key);
    await vote.locator('.verdict', { hasText: 'Conflict' }).waitFor();
    await vote.locator('.value', { hasText: '150 countries' }).waitFor();
    assert.match(await readFile(path.join(workbench.workspace, notes), 'utf8'), /value: 190/);
    await runCommand(page, 'File: Revert File');
    await vote.locator('.verdict', { hasText: 'Tension' }).waitFor();
  });

  it('takes a decision by keyboard: it stands in the reviews, the problem goes and comes back with Undo', async () => {
    const { page } = workbench;
    const reviews = () => readFile(path.join(workbench.workspace, 'reviews.yaml'), 'utf8');
    const before = await reviews();
    const frame = await openPage(page);
    await frame.locator('vscode-textfield input').fill('landlocked date');
    const row = frame.locator('.group-row', { hasText: 'cannot both be true' });
    await row.locator('.subject').focus();
    await page.keyboard.press('e');
    await frame.getByRole('dialog').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row.locator('.decision', { hasText: 'Explained: rounding' }).waitFor();
    await eventually(async () => assert.match(await reviews(), /\n {2}landlocked-[^\n]*:\n {4}status: explained\n {4}reason: rounding\n/));
    assert.ok((await reviews()).startsWith(before.slice(0, before.indexOf('reviews:'))), 'comments stay');
    await row.locator('.subject').focus();
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await reviews(), before));
    await row.locator('.decision').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await row.locator('.decision', { hasText: 'Explained: rounding' }).waitFor();
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await reviews(), before));
    await frame.locator('vscode-textfield input').fill('');
  });
});
