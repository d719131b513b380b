import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hoverText } from '../host/browser';
import { temporaryFolder } from '../host/temporary';
import type { TemporaryFolder } from '../host/temporary';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { listenForComplaints, openPage } from './acting';

const name = 'Acme <img src=x onerror=alert(1)> **bold** [run](command:workbench.action.closeAllEditors) $(flame) `code`';
const title = '<b>Title</b> [run](command:workbench.action.closeAllEditors)';

const files = {
  'corroborate.yaml': `sources:\n  sources/a.txt:\n    title: ${JSON.stringify(title)}\n`,
  'registry/all.yaml': [
    'entities:',
    '  acme:',
    '    type: organization',
    `    name: ${JSON.stringify(name)}`,
    '    aliases: [Acme]',
    `    description: ${JSON.stringify(name)}`,
    'properties:',
    `  motto: {label: ${JSON.stringify(name)}, value: text}`,
    '',
  ].join('\n'),
  'sources/a.txt': `Acme says this: ${name}.\n`,
  'annotations/a.yaml': [
    'source: sources/a.txt',
    'claims:',
    `  - {subject: acme, property: motto, value: ${JSON.stringify(name)}, quote: ${JSON.stringify(name)}}`,
    '',
  ].join('\n'),
  'sources/b.txt': 'Acme says something else.\n',
  'annotations/b.yaml': [
    'source: sources/b.txt',
    'claims:',
    '  - {subject: acme, property: motto, value: something else, quote: something else}',
    '',
  ].join('\n'),
};

describe('a case whose names hold markup and command links', () => {
  let folder: TemporaryFolder;
  let workbench: Workbench;
  let complaints: string[];
  before(async () => {
    folder = await temporaryFolder('hostile');
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder.folder, file)), { recursive: true });
      await writeFile(path.join(folder.folder, file), content);
    }
    workbench = await openWorkbench({ workspace: folder.folder, openFile: 'sources/a.txt' });
    complaints = listenForComplaints(workbench.page);
    workbench.page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('shows them as they are in the card, with no link but its own', async () => {
    const card = await hoverText(workbench.page, 'Acme');
    const shown = (await card.textContent()) ?? '';
    assert.equal(shown.split(name).length - 1 >= 3, true, `name, description and claim should stand as they are in: ${shown}`);
    assert.ok(shown.includes(title));
    assert.equal(await card.locator('img, b, code, .codicon-flame').count(), 0);
    const links = await card.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
    assert.ok(links.length > 0);
    for (const link of links) assert.match(link, /^command:corroborate\.(?:openPlace|openDiscrepancies)\?/);
    assert.deepEqual(complaints, []);
  });

  it('shows them as they are on the page', async () => {
    const frame = await openPage(workbench.page);
    const row = frame.locator('.group-row').first();
    assert.equal(await row.locator('.subject').textContent(), name);
    assert.equal(await row.locator('.value').first().textContent(), `${name} A`, 'the value and the letter of its camp');
    assert.ok(((await row.locator('.quote').first().textContent()) ?? '').includes(name));
    assert.equal(await frame.locator('.head-title').first().textContent(), title);
    assert.equal(await frame.locator('#page :is(img, script, b, code)').count(), 0);
    assert.deepEqual(complaints, []);
  });
});
