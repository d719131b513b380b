import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { goTo } from './acting';

const source = 'sources/minister-interview-2007.txt';
const notes = 'annotations/minister-interview-2007.yaml';

describe('recording a claim by keyboard', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ openFile: source, settings: { 'editor.minimap.enabled': false } });
    await workbench.page.locator('.part.statusbar', { hasText: 'Article' }).waitFor();
  });
  beforeEach(() => writeFile(path.join(workbench.workspace, notes), `source: ${source}\n`));
  after(() => workbench?.close());

  const written = () => readFile(path.join(workbench.workspace, notes), 'utf8');
  const pick = () => workbench.page.locator('.quick-input-widget:visible');
  const rows = () => pick().locator('.quick-input-list .monaco-list-row');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const asked = (question: string) => pick().locator(`[placeholder^="${question}"]`).waitFor();
  /** Begins a claim at the end of some words, and waits for its first question. */
  const begin = async (words: string) => {
    await goTo(workbench, source, words);
    await press('Alt+A', 'c');
    await asked('Whom or what does it speak about?');
  };
  /** Types a search, takes the first row once it shows some words, and waits for the next question. */
  const take = async (typed: string, shown: string, next?: string) => {
    await workbench.page.keyboard.type(typed);
    await eventually(async () => assert.ok((await rows().first().textContent())?.includes(shown), `“${shown}” is not the first row`));
    await press('Enter');
    if (next !== undefined) await asked(next);
  };

  it('ranks properties by the text and by what the subject is, and takes several values of a closed list in one pass', async () => {
    const { page } = workbench;
    await begin('the heads of state admitted as much. They gave us');
    assert.match((await pick().locator('.quick-input-title').textContent()) ?? '', /^Claim from “They gave us .*” — in annotations\/minister-interview-2007\.yaml/);
    await take('world summit', '2005 World Summit', 'What does it say of');
    const headings = async () => pick().locator('.quick-input-list-separator:visible').allTextContents();
    await eventually(async () => assert.deepEqual((await headings()).filter((one) => one !== '').slice(0, 1), ['Usual for: event']));
    assert.match((await rows().first().textContent()) ?? '', /date|place|bodies created/);
    await take('bodies', 'bodies created', 'Which entity?');

    await page.keyboard.type('qwertyuiop');
    await rows().first().getByText('No entity is called “qwertyuiop”').waitFor();
    await press('Enter', 'Control+A', 'Delete');
    const done = (names: string) => rows().first().getByText(`Done: ${names}`, { exact: true }).waitFor();
    await take('human r', 'Human Rights Council');
    await done('United Nations Human Rights Council');
    await take('almaty', 'Almaty');
    await done('United Nations Human Rights Council, Almaty');
    await take('almaty', 'chosen: select to take it out');
    await done('United Nations Human Rights Council');
    await take('peaceb', 'Peacebuilding Commission');
    await done('United Nations Human Rights Council, Peacebuilding Commission');
    await press('Enter');
    await eventually(async () => assert.match(await written(), /subject: world-summit-2005\n {4}property: bodies-created\n {4}value: \[human-rights-council, peacebuilding-commission\]/));
  });

  it('says while one types why a value cannot be read, and how it is written', async () => {
    const { page } = workbench;
    await begin('In January 2003 Almaty was the venue');
    await take('landlocked', 'Landlocked', 'What does it say of');
    await take('date', 'date', 'Which date?');
    for (const [typed, why] of [
      ['5 May 2001', '"5 May 2001" is not an EDTF date — did you mean 2001-05-05?'],
      ['2001-13', 'there is no month 13 — write e.g. 2003, 2003-08'],
    ] as const) {
      await page.keyboard.type(typed);
      await rows().last().getByText(why).waitFor();
      await press('Enter');
      await rows().last().getByText(why).waitFor();
      await press('Control+A', 'Delete');
    }
    await take('2003-02', '2003-02');
    await eventually(async () => assert.match(await written(), /subject: landlocked-2003\n {4}property: date\n {4}value: 2003-02\n/));
  });

  it('takes a value that the source says is not known', async () => {
    await begin('In January 2003 Almaty was the venue');
    await take('landlocked', 'Landlocked', 'What does it say of');
    await take('organiser', 'organiser', 'Which entity?');
    await take('unk', 'The source says that it is not known.');
    await eventually(async () => assert.match(await written(), /property: organiser\n {4}value: unknown\n/));
  });
});
