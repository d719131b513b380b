import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openFile } from '../host/browser';
import { temporaryFolder } from '../host/temporary';
import type { TemporaryFolder } from '../host/temporary';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { arrivesAt, goTo, placeOf } from './acting';

const article = 'sources/ledger.txt';
const other = 'sources/post.txt';
const notes = 'annotations/ledger.yaml';
const registry = 'registry/all.yaml';
const entities = `entities:
  board: {type: organization, name: Harbour Board, aliases: [Board, the Guild]}
  harrow: {type: city, name: Harrow}
  riverton: {type: city, name: Riverton}
`;
const ledger = 'The Harrow Commission met in Harrow. The Harrow Commission left.\n\nThen the Board spoke, and the Board went home with the Guild.\n';
const post = 'A letter to the Harrow Commission came late, as all mail of the harrow commission did. The Board laughed.\n';

describe('names in the workbench', () => {
  let workbench: Workbench;
  let made: TemporaryFolder;
  before(async () => {
    made = await temporaryFolder('names');
    for (const folder of ['sources', 'registry', 'annotations']) await mkdir(path.join(made.folder, folder), { recursive: true });
    await writeFile(path.join(made.folder, 'corroborate.yaml'), '{}\n');
    await writeFile(path.join(made.folder, registry), entities);
    await writeFile(path.join(made.folder, article), ledger);
    await writeFile(path.join(made.folder, other), post);
    await writeFile(path.join(made.folder, notes), `source: ${article}\n`);
    workbench = await openWorkbench({ workspace: made.folder, openFile: article });
    await workbench.page.locator('.part.statusbar', { hasText: 'Article' }).waitFor();
  });
  after(async () => {
    await workbench?.close();
    await made?.remove();
  });

  const read = (file: string) => readFile(path.join(workbench.workspace, file), 'utf8');
  const pick = () => workbench.page.locator('.quick-input-widget:visible');
  const rows = () => pick().locator('.quick-input-list .monaco-list-row');
  const title = (words: RegExp) => pick().locator('.quick-input-title', { hasText: words }).waitFor();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const undoAnnotation = async () => {
    await press('Alt+A', 'z');
    await eventually(async () => assert.deepEqual([await read(registry), await read(notes)], [entities, `source: ${article}\n`]));
  };

  describe('an alias that takes words from other entities', () => {
    /** Selects the words and asks for them to be an alias of the board. */
    const ask = async () => {
      const { page } = workbench;
      await openFile(page, article);
      await goTo(workbench, article, 'The Harrow Commission');
      for (let i = 0; i < 'Harrow Commission'.length; i++) await press('Shift+ArrowLeft');
      await press('Alt+A', 'a');
      await title(/^Add “Harrow Commission” as an alias/);
      await page.keyboard.type('harbour');
      await rows().first().getByText('Harbour').first().waitFor();
      await press('Enter');
      await rows().filter({ hasText: 'Add to Harbour Board' }).waitFor();
    };

    it('says first what it would gain and take, in all sources, and where; a row opens its place and adds nothing', async () => {
      await ask();
      const told = await rows().allTextContents();
      assert.match(told[0] ?? '', /Add to Harbour Board.*Mentions: 1 gained, 3 taken from others · in registry\/all\.yaml/);
      assert.ok(told.some((row) => /Taken from Harrow.*post\.txt · 1×/.test(row)), told.join('\n'));
      assert.ok(told.some((row) => /Taken from Harrow.*ledger\.txt · 2×/.test(row)), told.join('\n'));
      assert.ok(told.some((row) => /Links to Harbour Board.*post\.txt · 1×/.test(row)), told.join('\n'));
      const at = told.findIndex((row) => /Taken from Harrow.*post\.txt/.test(row));
      for (let i = 0; i < at; i++) await press('ArrowDown');
      await press('Enter');
      await arrivesAt(workbench.page, other, await placeOf(workbench, other, 'Harrow', 'whole'));
      assert.equal(await read(registry), entities);
    });

    it('is written where the first row is taken', async () => {
      await ask();
      await press('Enter');
      await eventually(async () => assert.match(await read(registry), /name: Harbour Board, aliases: \[Board, the Guild, Harrow Commission\]/));
      await undoAnnotation();
    });
  });

  describe('not this entity', () => {
    const refuse = async (words: string, row: RegExp) => {
      await openFile(workbench.page, article);
      await goTo(workbench, article, words);
      await press('Alt+A', 'x');
      await title(/is not Harbour Board/);
      const told = await rows().allTextContents();
      const at = told.findIndex((one) => row.test(one));
      assert.ok(at >= 0, told.join('\n'));
      for (let i = 0; i < at; i++) await press('ArrowDown');
      await press('Enter');
    };

    it('in this article, counted before, leaves other articles as they are', async () => {
      await refuse('Then the Board', /^In this article.*2× · in annotations\/ledger\.yaml/);
      await eventually(async () => assert.equal(await read(notes), `source: ${article}\nmentions:\n  - {quote: Board, not: board, every: true}\n`));
      assert.equal(await read(registry), entities);
      await undoAnnotation();
    });

    it('everywhere takes the alias out of the registry', async () => {
      await refuse('Then the Board', /^Everywhere.*3×, in 2 of 2 sources · in registry\/all\.yaml/);
      await eventually(async () => assert.match(await read(registry), /name: Harbour Board, aliases: \[the Guild\]/));
      assert.equal(await read(notes), `source: ${article}\n`);
      await undoAnnotation();
    });
  });
});
