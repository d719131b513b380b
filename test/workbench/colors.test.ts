import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../host/browser';
import { temporaryFolder } from '../host/temporary';
import type { TemporaryFolder } from '../host/temporary';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';

/** A name of each type, in an article of its own words. */
const names = {
  person: 'Ada Quill',
  organization: 'Harbour Guild',
  country: 'Freedonia',
  region: 'Westmarch',
  city: 'Harrow',
  place: 'Old Bridge',
  event: 'Lantern Fair',
  work: 'River Almanac',
  law: 'Toll Act',
  product: 'Copper Kettle',
  other: 'Grey Heron',
};
const types = Object.keys(names);

/** VS Code’s own themes, each with the file that the workbench names as a class. The oldest host does not have those of 2026. */
const themes = {
  'Light 2026': '2026-light',
  'Dark 2026': '2026-dark',
  'Default Light Modern': 'light_modern',
  'Default Dark Modern': 'dark_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
};

describe('the colours of entity types', () => {
  let workbench: Workbench;
  let made: TemporaryFolder;
  before(async () => {
    made = await temporaryFolder('colors');
    for (const folder of ['sources', 'registry']) await mkdir(path.join(made.folder, folder), { recursive: true });
    const entities = Object.entries(names).map(([type, name]) => `  a-${type}: {type: ${type}, name: ${name}}\n`);
    await writeFile(path.join(made.folder, 'corroborate.yaml'), '{}\n');
    await writeFile(path.join(made.folder, 'registry/all.yaml'), `entities:\n${entities.join('')}`);
    await writeFile(path.join(made.folder, 'sources/a.txt'), `${Object.values(names).map((name) => `They saw ${name} there.`).join('\n')}\n`);
    workbench = await openWorkbench({ workspace: made.folder, openFile: 'sources/a.txt', viewport: { width: 1200, height: 900 } });
    await runCommand(workbench.page, 'Corroborate: Focus on Entities View');
  });
  after(async () => {
    await workbench?.close();
    await made?.remove();
  });

  /** Type → the colour of its name in the article, or of its row’s icon in the side bar. */
  const drawn = (where: 'names' | 'icons') =>
    workbench.page.evaluate(
      ([wanted, place]) => {
        const colors: Record<string, string | undefined> = {};
        const spans = [...document.querySelectorAll('.part.editor .view-line span span')];
        const rows = [...document.querySelectorAll('.part.sidebar .monaco-list-row')];
        for (const [type, name] of Object.entries(wanted)) {
          const found =
            place === 'names'
              ? spans.find(({ textContent }) => textContent?.replaceAll('\u00a0', ' ').trim() === name)
              : rows.find((row) => row.getAttribute('aria-label')?.toLowerCase().startsWith(`${type},`))?.querySelector('.custom-view-tree-node-item-icon');
          colors[type] = found ? getComputedStyle(found).color : undefined;
        }
        return colors;
      },
      [names, where] as const,
    );

  for (const [theme, file] of Object.entries(themes)) {
    it(`are the same in the article and in the side bar: ${theme}`, async function () {
      if (process.env['CORROBORATE_HOST'] === 'oldest' && theme.endsWith('2026')) this.skip();
      await mkdir(path.join(workbench.workspace, '.vscode'), { recursive: true });
      await writeFile(path.join(workbench.workspace, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await eventually(async () => assert.match((await workbench.page.locator('.monaco-workbench').getAttribute('class')) ?? '', new RegExp(`-${file}-json`)));
      await eventually(async () => {
        const inArticle = await drawn('names');
        assert.deepEqual(types.filter((type) => inArticle[type] === undefined), []);
        assert.deepEqual(await drawn('icons'), inArticle);
      });
    });
  }
});
