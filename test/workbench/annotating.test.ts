import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createCaseModel } from '../../src/core/caseModel';
import { checkoutRoot } from '../host/provision';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { caret, goTo } from './acting';

const source = 'sources/minister-interview-2007.txt';
const notes = 'annotations/minister-interview-2007.yaml';
const emptyNotes = `source: ${source}\n`;

/** A person at the keyboard, whose presses are counted: letters of a search apart from all others. */
function keyboard(page: Page) {
  const counted = { keys: 0, letters: 0 };
  return {
    counted,
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        counted.keys++;
        await page.keyboard.press(key);
      }
    },
    async type(words: string): Promise<void> {
      counted.letters += words.length;
      await page.keyboard.type(words);
    },
  };
}

describe('annotating by keyboard', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ openFile: source, settings: { 'editor.minimap.enabled': false } });
    await writeFile(path.join(workbench.workspace, notes), emptyNotes);
  });
  after(() => workbench?.close());

  const written = () => readFile(path.join(workbench.workspace, notes), 'utf8');
  const quickInput = () => workbench.page.locator('.quick-input-widget:visible');
  const topOfPick = () => quickInput().locator('.monaco-list-row').first();
  const told = () => workbench.page.locator('.part.statusbar');

  /** Waits until the annotation file holds so many links and claims. */
  const holds = (links: number, claims: number) =>
    eventually(async () => {
      const text = await written();
      assert.deepEqual([text.match(/quote: .*entity:|entity: /g)?.length ?? 0, text.match(/subject: /g)?.length ?? 0], [links, claims], text);
    });

  it('takes an article from nothing to ten links and five claims', async function () {
    const { page } = workbench;
    await goTo(workbench, source, 'The Quiet Work');
    await eventually(async () => assert.match((await told().textContent()) ?? '', /Article/));
    const person = keyboard(page);
    const { counted } = person;

    // Five claims that the sentences suggest: to the next one, and accepted.
    await eventually(
      async () => assert.match((await told().textContent()) ?? '', /foreign minister: Marat Tazhin/i),
      async () => {
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('Alt+N');
      },
    );
    await page.keyboard.press('Control+Home');
    for (let claims = 1; claims <= 5; claims++) {
      await person.press('Alt+N', 'Alt+A', 'Enter');
      await holds(0, claims);
    }
    const claimKeys = counted.keys;
    assert.equal(claimKeys, 15);

    // Ten names that no rule links: found by Find, linked by a few letters of the entity’s name.
    await person.press('Control+Home');
    const names: readonly (readonly [find: string, entity: string, id: string])[] = [
      ['its 46', '46th', 'unga-46'],
      ['our country', 'kaz', 'kazakhstan'],
      ['the 47', '47th', 'unga-47'],
      ['its second', 'second', 'cica-summit-2'],
      ['UN ministerial', 'landl', 'landlocked-2003'],
      ['same city', 'almat', 'almaty'],
      ['The plenary', 'general', 'unga'],
      ['heads of state', 'summit', 'world-summit-2005'],
      ['our summit', 'second', 'cica-summit-2'],
      ['the country', 'kaz', 'kazakhstan'],
    ];
    const linkKeys: number[] = [];
    for (const [at, [find, entity, id]] of names.entries()) {
      const before = counted.keys;
      await person.press('Control+F');
      await page.locator('.find-widget.visible').waitFor();
      await person.type(find);
      await eventually(async () => assert.match((await page.locator('.find-widget .matchesCount').textContent()) ?? '', /of [1-9]/));
      await person.press('Escape');
      const searching = counted.keys;
      await person.press('Alt+A', 'l');
      await topOfPick().waitFor();
      await person.type(entity);
      await person.press('Enter');
      linkKeys.push(counted.keys - searching);
      await holds(at + 1, 5);
      assert.match(await written(), new RegExp(`entity: ${id}\\b`), `${find} was not linked to ${id}:\n${await written()}`);
      assert.equal(searching - before, 2);
    }
    assert.deepEqual([...new Set(linkKeys)], [3]);

    // What was written is what the core reads: ten links and five claims, nothing wrong with any of them.
    const model = createCaseModel();
    model.setContent(source, await readFile(path.join(workbench.workspace, source), 'utf8'));
    model.setContent(notes, await written());
    const file = model.annotationFile(notes);
    assert.deepEqual(file?.problems, []);
    assert.equal(file.data.mentions.length, 10);
    assert.equal(file.data.claims.length, 5);
    const tab = await page.locator('.editor-group-container.active .tab.active').textContent();
    assert.equal(tab?.includes(path.basename(source)), true, `the person left the article for ${tab}`);

    const words = `${counted.keys} keys, and ${counted.letters} letters typed in searches`;
    console.log(`      ${words}: ${claimKeys / 5} a suggested claim, ${linkKeys[0]} a link once its words are selected`);
    const keysPage = await readFile(path.join(checkoutRoot, 'docs/keys.md'), 'utf8');
    assert.ok(keysPage.includes(words), `docs/keys.md should say “${words}”`);
  });

  it('takes the last annotations back from the article', async () => {
    const { page } = workbench;
    const before = await written();
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('z');
    await holds(9, 5);
    assert.notEqual(await written(), before);
  });

  it('takes bare keys in a locked article, which writes nothing into it', async () => {
    const { page } = workbench;
    const article = await readFile(path.join(workbench.workspace, source), 'utf8');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('k');
    await page.locator('.part.statusbar', { hasText: 'Article locked' }).waitFor();
    await page.keyboard.press('n');
    await eventually(async () => assert.match(await caret(page), /selected/));
    await page.keyboard.press('Enter');
    await holds(9, 6);
    await page.keyboard.press('z');
    await holds(9, 5);
    await page.keyboard.press('k');
    await page.locator('.part.statusbar', { hasText: 'Article locked' }).waitFor({ state: 'detached' });
    assert.equal(await readFile(path.join(workbench.workspace, source), 'utf8'), article);
  });
});

describe('annotating that cannot be', () => {
  let workbench: Workbench;
  before(async () => {
    // Messages are kept away from a workbench that the driver of smoke tests runs.
    workbench = await openWorkbench({ openFile: source, smokeTestDriver: false, settings: { 'editor.minimap.enabled': false } });
    await writeFile(path.join(workbench.workspace, notes), `${emptyNotes}claims: [\n`);
  });
  after(() => workbench?.close());

  it('says what is wrong and leaves the files alone', async () => {
    const { page } = workbench;
    const message = (words: RegExp) => page.locator('.notification-toast', { hasText: words }).first().waitFor();
    await goTo(workbench, source, 'The Quiet Work');
    await eventually(async () => assert.match((await page.locator('.part.statusbar').textContent()) ?? '', /Article/));
    for (const key of ['Alt+A', 'Enter']) await page.keyboard.press(key);
    await message(/No claim is suggested under the cursor/);
    await page.keyboard.press('ArrowDown');
    for (const key of ['Alt+A', 'l']) await page.keyboard.press(key);
    await message(/There is nothing under the cursor/);
    await goTo(workbench, source, 'our country');
    for (const key of ['Alt+A', 'o']) await page.keyboard.press(key);
    await message(/minister-interview-2007\.yaml has a syntax error/);
    assert.equal(await readFile(path.join(workbench.workspace, notes), 'utf8'), `${emptyNotes}claims: [\n`);
  });
});
