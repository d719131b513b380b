import assert from 'node:assert/strict';
import { hoverText } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { listenForComplaints, openPage } from './acting';

describe('a folder that is not trusted', () => {
  let workbench: Workbench;
  let complaints: string[];
  before(async () => {
    workbench = await openWorkbench({ restricted: true, openFile: 'sources/minister-interview-2007.txt' });
    complaints = listenForComplaints(workbench.page);
  });
  after(() => workbench?.close());

  it('has cards and the page all the same', async () => {
    const { page } = workbench;
    await page.locator('.statusbar').getByText('Restricted Mode').waitFor();
    const card = await hoverText(page, 'Nazarbaev');
    await card.getByText('First President of Kazakhstan').waitFor();
    await page.keyboard.press('Escape');
    const frame = await openPage(page);
    await frame.locator('.verdict', { hasText: 'Conflict' }).first().waitFor();
    assert.deepEqual(complaints, []);
  });
});
