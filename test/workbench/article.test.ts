import assert from 'node:assert/strict';
import { hoverText, openFile, runCommand, textPosition } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { arrivesAt, caret, goTo, placeOf } from './acting';

const interview = 'sources/minister-interview-2007.txt';
const herald = 'sources/steppe-herald-2015.txt';

describe('an article in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      openFile: interview,
      settings: { 'workbench.colorTheme': 'Default High Contrast Light', 'editor.minimap.enabled': false },
    });
  });
  after(() => workbench?.close());
  beforeEach(async () => {
    await runCommand(workbench.page, 'View: Close All Editors');
    await openFile(workbench.page, interview);
  });

  /** Clicks until the caret is there, and tells where that is: lines wrap anew when an article gets its language. */
  const clickOn = (text: string, how: 'click' | 'dblclick', wanted: RegExp) => {
    const { page } = workbench;
    const probe = async () => {
      const where = await caret(page);
      assert.match(where, wanted);
      return where;
    };
    return eventually(probe, async () => {
      const { x, y } = await textPosition(page, text);
      await page.mouse[how](x, y);
    });
  };

  it('colours names by type, also in a theme that leaves semantic colours off', async () => {
    const { page } = workbench;
    const colorOf = (words: string) =>
      page.evaluate((wanted) => {
        const spans = [...document.querySelectorAll('.part.editor .view-line span span')];
        const span = spans.find((each) => each.textContent?.replaceAll('\u00a0', ' ').trim() === wanted);
        return span ? getComputedStyle(span).color : undefined;
      }, words);
    await eventually(async () => {
      const [person, country, organization] = [await colorOf('N. Nazarbaev'), await colorOf('Kazakhstan'), await colorOf('CICA')];
      assert.ok(person && country && organization, 'names should be drawn apart from the text around them');
      assert.equal(new Set([person, country, organization]).size, 3);
    });
  });

  it('shows a card over a name, whose link opens the registry entry', async () => {
    const { page } = workbench;
    const card = await hoverText(page, 'Nazarbaev');
    await card.getByText('First President of Kazakhstan').waitFor();
    await card.getByText('Here as “Nazarbaev”, “N. Nazarbaev”').waitFor();
    await card.getByText('Registry entry', { exact: true }).first().click();
    await arrivesAt(page, 'registry/people.yaml', await placeOf(workbench, 'registry/people.yaml', 'nazarbayev', 'whole'));
  });

  it('goes from a name to its registry entry with F12, and back', async () => {
    const { page } = workbench;
    const left = await clickOn('Nazarbaev', 'click', /^Ln 10,/);
    await page.keyboard.press('F12');
    await arrivesAt(page, 'registry/people.yaml', await placeOf(workbench, 'registry/people.yaml', 'nazarbayev', 'start'));
    await page.keyboard.press('Control+Alt+Minus');
    await arrivesAt(page, interview, left);
  });

  it('goes from a quote to the opposing passage beside it with Alt+O, and back to the same selection', async () => {
    const { page } = workbench;
    await goTo(workbench, interview, 'the 192 members');
    const left = await clickOn('187', 'dblclick', /\(3 selected\)$/);
    await page.keyboard.press('Alt+O');
    await arrivesAt(page, herald, await placeOf(workbench, herald, 'won a place on ECOSOC with 190 votes', 'whole'));
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    assert.equal(await page.locator('.editor-group-container .tab.active', { hasText: 'minister-interview-2007.txt' }).count(), 1);
    await page.keyboard.press('Alt+O');
    await arrivesAt(page, interview, left);
  });

  it('says which discrepancy one has come to, to screen readers as well, goes around, and says when there is nothing to go to', async () => {
    const { page } = workbench;
    await goTo(workbench, interview, 'The Quiet Work');
    const alert = page.locator('.part.statusbar [role="alert"]');
    const says = (words: RegExp) => eventually(async () => assert.match((await alert.first().textContent()) ?? '', words));
    await eventually(
      async () => assert.match((await alert.first().textContent({ timeout: 1000 })) ?? '', /^Discrepancy 1 of \d+: /),
      async () => {
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('Alt+M');
      },
    );
    assert.match((await alert.first().getAttribute('aria-label')) ?? '', /^Discrepancy 1 of \d+: .* here, .* in /);
    const of = Number(/of (\d+)/.exec((await alert.first().textContent()) ?? '')?.[1]);
    assert.ok(of > 2, `${of} discrepancies`);
    for (let at = 2; at <= of; at++) {
      await page.keyboard.press('Alt+M');
      await says(new RegExp(`^Discrepancy ${at} of ${of}: `));
    }
    await page.keyboard.press('Alt+M');
    await says(new RegExp(`^Discrepancy 1 of ${of}: `));
    await page.keyboard.press('Shift+Alt+M');
    await says(new RegExp(`^Discrepancy ${of} of ${of}: `));
    await page.keyboard.press('Alt+B');
    await says(/^No ambiguous names are left in this case/);
  });

  it('has its conflicts in the list of problems, with a way to the other side', async () => {
    const { page } = workbench;
    await runCommand(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    const conflict = rows.filter({ hasText: /^Conflict — January 2003 here, 28–29 August 2003 in the registry/ });
    await conflict.first().waitFor();
    const related = rows.filter({ hasText: /^events\.yaml.*Registry: 28–29 August 2003/ });
    await related.first().dblclick();
    await eventually(async () => {
      assert.match((await page.locator('.tab.active').textContent()) ?? '', /events\.yaml/);
    });
  });
});
