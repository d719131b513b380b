import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openFile, webviewFrame } from '../host/browser';
import { openWorkbench } from '../host/workbench';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';
import { goTo } from './acting';

const events = 'registry/events.yaml';

describe('lenses over entities in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ openFile: events });
  });
  after(() => workbench?.close());

  /** The middle of a lens over an entity: of those above its line the nearest. */
  const lensOver = (page: Page, entity: string, lens: string) =>
    page.evaluate(
      ([id, words]) => {
        const line = [...document.querySelectorAll('.part.editor .view-line')].find(({ textContent }) => textContent?.trim() === `${id}:`);
        const top = line?.getBoundingClientRect().top ?? 0;
        const box = [...document.querySelectorAll('.codelens-decoration a')]
          .filter(({ textContent }) => new RegExp(words, 'u').test(textContent ?? ''))
          .map((one) => one.getBoundingClientRect())
          .find((one) => one.width > 0 && one.top < top && one.top > top - 60);
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      [entity, lens] as const,
    );

  /** Goes to an entity and clicks one of the lenses over it, which may be drawn anew meanwhile; until something is there. */
  const click = async (page: Page, entity: string, lens: RegExp, there: () => Promise<void>) => {
    await openFile(page, events);
    await goTo(workbench, events, `  ${entity}`);
    await eventually(there, async () => {
      const place = await lensOver(page, entity, lens.source);
      if (place) await page.mouse.click(place.x, place.y);
    });
  };

  for (const [lens, rows] of [
    [/^\d+ mentions?$/, /minister-interview-2007\.txt/],
    [/^\d+ claims?$/, /annotations|sources|registry/],
  ] as const) {
    it(`list what they count: ${String(lens)}`, async () => {
      const { page } = workbench;
      const list = page.locator('.peekview-widget:visible, .reference-zone-widget:visible').first();
      await click(page, 'landlocked-2003', lens, async () => assert.ok(await list.isVisible()));
      await eventually(async () => assert.match((await list.textContent()) ?? '', rows));
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
    });
  }

  it('open the discrepancies of the entity alone', async () => {
    const { page } = workbench;
    const frame = webviewFrame(page);
    await click(page, 'landlocked-2003', /^\d+ discrepanc/, async () => assert.ok(await frame.locator('.group-row').first().isVisible()));
    await eventually(async () => {
      const shown = await frame.locator('.group-row').allTextContents();
      assert.ok(shown.length > 0 && shown.every((row) => row.includes('Landlocked')), shown.join('\n'));
    });
  });
});
