import assert from 'node:assert/strict';
import type { PageModel } from '../../src/core/page/page';
import { cutModel } from '../../src/core/page/pagePieces';
import { defaultFilter, pageView } from '../../src/core/page/pageView';
import { changeBetween } from '../../src/core/page/pageChange';
import type { PageDetail } from '../../src/core/page/pageDetail';
import type { PageTimeline } from '../../src/core/page/pageTimeline';
import type { HostMessage, PageMessage, PageState } from '../../src/webview/protocol';
import { eventually } from '../vscode/suite/eventually';
import { startHarness, themeNames, type OpenOptions, type PageHarness, type PageInTest } from './harness';
import { accessibilityViolations } from './accessibility';
import { largePage, samplePage } from './samplePage';

const interview = 'sources/mayor-interview-2007.txt';

describe('discrepancies page in a browser', function () {
  const open = usePages(this);

  for (const theme of themeNames) {
    for (const width of [1400, 700]) {
      it(`is accessible in ${theme}, ${width} pixels wide`, async () => {
        const { page } = await open(samplePage(), { theme, width });
        await page.keyboard.press('F6');
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await page.locator('.fold[aria-expanded=true]').waitFor();
        await page.locator('.source-picker .picker-button').click();
        await page.getByRole('button', { name: 'Filters' }).click();
        assert.deepEqual(await accessibilityViolations(page), []);
      });
    }
  }

  it('shows the text of sources as text', async () => {
    const { page } = await open();
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    const row = page.locator('.group-row', { hasText: '<img src=x onerror="alert(1)"> & [link](command:evil) **bold**' });
    await row.waitFor();
    assert.equal(await row.locator('.property').textContent(), '<b>label</b>');
    assert.equal(await row.locator('.value').first().textContent(), '<script>alert(1)</script> A');
    assert.equal(await page.locator('#page :is(img, script, i, b)').count(), 0);
  });

  it('is worked by keyboard: into the grid, along it, and to the passage', async () => {
    const { page, messages } = await open();
    await page.keyboard.press('Control+f');
    assert.equal(await focused(page, 'localName'), 'vscode-textfield');
    await page.keyboard.press('F6');
    assert.equal(await focused(page, 'textContent'), 'Opening of the port');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page, 'textContent'), /^1992.*fifteen years ago/);
    await messages(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const place = { file: 'sources/mayor-interview-2007.txt', start: 120, end: 160 };
    const entry = { file: 'sources/mayor-interview-2007.yaml', start: 300, end: 380 };
    assert.deepEqual(
      (await messages()).filter(({ type }) => type === 'open'),
      [
        { type: 'open', place, beside: true, preserveFocus: false },
        { type: 'open', place, beside: true, preserveFocus: true },
        { type: 'open', place: entry, beside: true, preserveFocus: false },
      ] satisfies PageMessage[],
    );
    await page.keyboard.press('Shift+F6');
    assert.equal(await focused(page, 'localName'), 'vscode-textfield');
  });

  it('opens a passage at a click, keeping the focus, and the registry at a name', async () => {
    const { page, messages } = await open();
    await page.locator('.passage', { hasText: 'the port opened on March 2, 1992' }).click();
    await page.locator('.subject', { hasText: 'Harbour League' }).click();
    const sent = (await messages()).filter(({ type }) => type.startsWith('open'));
    const place = { file: 'sources/harbour-gazette-2015.txt', start: 120, end: 160 };
    assert.deepEqual(sent, [
      { type: 'open', place, beside: true, preserveFocus: true },
      { type: 'openEntity', entity: 'harbour-league', preserveFocus: true },
    ] satisfies PageMessage[]);
  });

  it('filters by verdict, by text and by entity, says how many are left, and takes it back', async () => {
    const { page } = await open();
    const status = page.locator('.toolbar-end [role=status]');
    assert.equal(await status.textContent(), '7 of 9 groups');
    await page.getByRole('button', { name: 'Conflict 1' }).click();
    assert.equal(await status.textContent(), '6 of 9 groups');
    await page.locator('.filter-text').click();
    await page.keyboard.type('league');
    await status.getByText('1 of 9 groups').waitFor();
    await page.keyboard.type(' nowhere');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.locator('.notice vscode-button').click();
    await status.getByText('7 of 9 groups').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Filter by entity' }).fill('anse');
    await page.getByRole('option', { name: 'Anse Rouge' }).click();
    await status.getByText('1 of 9 groups').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: '1 agree · 1 single' }).click();
    await status.getByText('9 groups', { exact: true }).waitFor();
  });

  it('folds filters away, shows those in force, and keeps both over a reload', async () => {
    const { page, state } = await open(samplePage(), { width: 700 });
    const filters = page.getByRole('button', { name: 'Filters' });
    assert.equal(await page.getByRole('combobox', { name: 'Filter by property' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Conflict 1' }).isVisible(), false, 'a narrow window has room for rows');
    await filters.click();
    await page.getByRole('combobox', { name: 'Filter by property' }).fill('cost');
    await page.getByRole('option', { name: 'cost' }).click();
    await page.locator('.toolbar-end [role=status]').getByText('1 of 9 groups').waitFor();
    const again = await open(samplePage(), { width: 700, state: await state() });
    assert.equal(await again.page.getByRole('button', { name: 'Filters (1)' }).getAttribute('aria-expanded'), 'true');
    await again.page.getByRole('button', { name: 'Filters (1)' }).click();
    await again.page.getByRole('group', { name: 'Filters in force' }).getByRole('button', { name: 'cost' }).click();
    await again.page.locator('.toolbar-end [role=status]').getByText('7 of 9 groups').waitFor();
    await again.page.getByRole('button', { name: 'Filters', exact: true }).waitFor();
  });

  it('puts the chosen sources side by side', async () => {
    const { page, state } = await open();
    const heads = page.locator('[role=columnheader] .head-title');
    assert.equal(await heads.count(), 4);
    await page.locator('.source-picker .picker-button').click();
    await page.locator('vscode-checkbox', { hasText: '' }).nth(0).click();
    await heads.getByText('Harbour Gazette').waitFor({ state: 'detached' });
    assert.deepEqual(await heads.allTextContents(), ['Interview with the mayor', 'Wire report', 'Registry']);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.picker-list').count(), 0);
    assert.deepEqual((await state())?.filter.sources, ['sources/mayor-interview-2007.txt', 'sources/wire-2012.txt']);
  });

  it('keeps focus and place while the case changes around it', async () => {
    const model = largePage(400);
    const { page, send } = await open(model);
    await page.keyboard.press('F6');
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const before = await focused(page, 'textContent');
    const place = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? NaN);
    const label = await page.evaluate(() => document.activeElement?.closest('.grid-row')?.querySelector('.subject')?.textContent);
    const after = { ...model, rows: model.rows.slice(5).map((row, i) => (i === 7 ? { ...row, property: 'weight' } : row)) };
    const change = changeBetween(model, after)!;
    await send({ type: 'change', change, generation: 2 } satisfies HostMessage);
    await page.locator('.property', { hasText: 'weight' }).waitFor({ state: 'attached' });
    await frames(page, 6);
    assert.equal(await focused(page, 'textContent'), before);
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('.grid-row')?.querySelector('.subject')?.textContent),
      label,
    );
    const now = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? NaN);
    assert.ok(Math.abs(now - place) <= 2, `the focused passage moved from ${place} to ${now}`);
  });

  it('shows a large case in pieces, and comes back in it as it was left', async () => {
    const model = largePage(3000);
    const { items } = pageView(model, defaultFilter);
    const was = items[1500]!.key;
    const state: PageState = { filter: defaultFilter, cell: { row: was, column: null, item: 0 }, scroll: { row: was, past: 5 } };
    for (const kept of [null, state]) {
      const { page, send, messages } = await open(null, { state: kept ?? undefined });
      const { start, pieces } = cutModel(model, defaultFilter, kept ? [was] : []);
      const { places, total } = start;
      await send({ type: 'model', model: start.model, cut: { places, total }, generation: 2, state: null } satisfies HostMessage);
      const label = page.locator('.group-row .subject').nth(1);
      const before = await label.textContent();
      assert.equal(await page.locator('.toolbar [role=status]').textContent(), 'Reading 3000 groups…');
      assert.ok(await page.getByRole('button', { name: /^Review all/ }).isDisabled(), 'all can be reviewed before all have come');
      for (const rows of pieces) await send({ type: 'rows', rows, generation: 2 } satisfies HostMessage);
      await page.locator('.toolbar [role=status]', { hasText: 'of 3000 groups' }).waitFor();
      await frames(page, 6);
      if (!kept) assert.equal(await label.textContent(), before, 'what was in sight stays');
      assert.equal(Number(await page.locator('[role=grid]').getAttribute('aria-rowcount')), items.length + 1);
      await page.keyboard.press('F6');
      if (kept) assert.equal(await focused(page, 'textContent'), items[1500]!.kind === 'group' ? items[1500]!.shown.row.subject.name : '');
      await page.keyboard.press('Control+End');
      await page.locator('.fold').waitFor();
      const after = { ...model, rows: model.rows.map((row, i) => (i === 2999 ? { ...row, property: 'weight' } : row)) };
      await messages(true);
      await send({ type: 'change', change: changeBetween(model, after)!, generation: 3 } satisfies HostMessage);
      await frames(page, 3);
      assert.deepEqual((await messages()).filter(({ type }) => type === 'ready'), [], 'nothing is missing');
      assert.deepEqual(await accessibilityViolations(page), []);
    }
  });

  it('asks for the whole model when it missed a change', async () => {
    const { send, messages } = await open();
    await messages(true);
    const change = { caseName: 'x', sources: [], suggestions: { shown: true, count: 0 }, gone: [], order: null, rows: [], reviewed: [] };
    await send({ type: 'change', change, generation: 7 });
    assert.deepEqual(await messages(), [{ type: 'ready' }]);
  });

  it('comes back as it was left', async () => {
    const model = largePage(400);
    const isInSight = (index: number) => {
      const place = document.activeElement?.closest('[role=row]');
      const box = document.activeElement!.getBoundingClientRect();
      return place?.getAttribute('aria-rowindex') === String(index) && box.top >= 0 && box.bottom <= innerHeight;
    };
    const first = await open(model);
    await first.page.locator('.filter-text').click();
    await first.page.keyboard.type('port');
    await first.page.getByText(`${pageView(model, { ...defaultFilter, text: 'port' }).rows.length} of 400 groups`).waitFor();
    await first.page.keyboard.press('F6');
    for (let i = 0; i < 15; i++) await first.page.keyboard.press('ArrowDown');
    const { filter, cell } = (await first.state())!;
    const row = pageView(model, filter).items.findIndex(({ key }) => key === cell?.row) + 2;
    assert.ok(row > 5, 'the keyboard went down');
    await first.page.waitForFunction(isInSight, row);
    await frames(first.page, 3);
    const second = await open(model, { state: await first.state() });
    assert.equal(await second.page.locator('.filter-text input').inputValue(), 'port');
    await second.page.waitForFunction(isInSight, row);
  });

  it('shows a group that is asked for, whatever the filter', async () => {
    const { page, send } = await open();
    await page.locator('.filter-text').click();
    await page.keyboard.type('nowhere');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await send({ type: 'reveal', key: 'lighthouse|height' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Lighthouse');
  });

  it('has only rows in sight in the document, of thousands', async () => {
    const { page } = await open(largePage(5000));
    assert.ok((await page.locator('.grid-row').count()) < 40, 'rows out of sight are in the document');
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+End');
    await page.waitForFunction(() => {
      const row = document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex');
      return row === document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
    });
    assert.ok((await page.locator('.grid-row').count()) < 40, 'rows out of sight are in the document');
  });

  it('shows the first of many claims of one source, says how many more there are, and leads on to them', async () => {
    const model = samplePage();
    const [row] = model.rows;
    const claim = row!.claims.find(({ source }) => source === interview)!;
    const claims = Array.from({ length: 30 }, (_, i) => ({ ...claim, value: `Value ${i}` }));
    const many: PageModel = { ...model, rows: [{ ...row!, claims, pairs: [], camps: [] }] };
    const { page } = await open(many);
    const more = page.getByRole('button', { name: '18 more claims' });
    assert.equal(await page.locator('.claim').count(), 12);
    await more.click();
    assert.equal(await page.locator('.claim').count(), 30);
    assert.match(await focused(page, 'textContent'), /^Value 12/);

    const again = await open(many);
    await again.page.keyboard.press('F6');
    for (const key of ['ArrowRight', 'ArrowRight', ...Array.from({ length: 12 }, () => 'ArrowDown')]) await again.page.keyboard.press(key);
    assert.match(await focused(again.page, 'textContent'), /^Value 12/);
    assert.equal(await again.page.locator('.claim').count(), 30);
  });

  it('says what to do when there is no case, and when there are no claims', async () => {
    const { page } = await open(null);
    await page.getByRole('heading', { name: 'No case is open' }).waitFor();
    const empty = await open({ caseName: 'new', sources: [], rows: [], suggestions: { shown: true, count: 0 }, gone: [] });
    await empty.page.getByRole('heading', { name: 'No claims yet' }).waitFor();
  });
});

describe('reviewing on the page', function () {
  const open = usePages(this);

  it('decides about a group by keyboard, with reason and note', async () => {
    const { page, messages } = await open();
    await page.keyboard.press('F6');
    await messages(true);
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Review: Opening of the port, date' }).waitFor();
    assert.equal(await focusedLabel(page), 'Meant for different times');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Both are rounded');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual((await messages()).filter(({ type }) => type === 'decide'), [
      {
        type: 'decide',
        keys: ['opening-of-the-port|date'],
        decision: { status: 'explained', reason: 'rounding', wrong: [], note: 'Both are rounded' },
      },
    ] satisfies PageMessage[]);
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(await focused(page, 'textContent'), 'Opening of the port', 'the focus is back where it was');
  });

  it('says who is wrong, and leaves on Escape', async () => {
    const { page, messages } = await open();
    await page.keyboard.press('F6');
    await messages(true);
    await page.keyboard.press('a');
    await page.keyboard.press(' ');
    await page.keyboard.press('Enter');
    const decided = (await messages()).find((message) => message.type === 'decide');
    assert.deepEqual(decided?.decision, { status: 'accepted', reason: null, wrong: ['sources/harbour-gazette-2015.txt'], note: null });
    await messages(true);
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual((await messages()).filter(({ type }) => type === 'decide'), []);
  });

  it('keeps up with quick keys: one decision after the other', async () => {
    const { page, messages } = await open();
    await page.keyboard.press('F6');
    await messages(true);
    const keys = ['a', ' ', 'Enter', 'x', 'Enter', 'a', 'Enter', 'e', 'Enter'];
    for (const key of keys) await page.keyboard.press(key);
    const decided = (await messages()).flatMap((message) => (message.type === 'decide' ? [message.decision.status] : []));
    assert.deepEqual(decided, ['accepted', 'dismissed', 'accepted', 'explained']);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('decides about all that a filter shows', async () => {
    const { page, messages } = await open();
    await page.getByRole('button', { name: 'Review all 7…' }).click();
    await page.getByText('1 of them was decided before; that decision will be kept in the history.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tension 1' }).click();
    await page.getByRole('button', { name: 'Review all 6…' }).click();
    await page.getByRole('dialog', { name: 'Review 6 groups' }).waitFor();
    await page.getByRole('radio', { name: 'Dismissed' }).check();
    await page.keyboard.press('Enter');
    const decided = (await messages()).find((message) => message.type === 'decide');
    assert.equal(decided?.keys.length, 6);
    assert.deepEqual(decided?.decision, { status: 'dismissed', reason: 'not-comparable', wrong: [], note: null });
  });

  it('hands on what a filter shows, with what it was chosen by', async () => {
    const { page, messages } = await open();
    await page.getByRole('button', { name: 'Agree 1' }).click();
    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('terminal');
    await page.getByText('1 of 9 groups').waitFor();
    await page.getByRole('button', { name: 'Export report…' }).click();
    const sent = await eventually(async () => {
      const found = (await messages()).find((message) => message.type === 'exportReport');
      assert.ok(found, 'the report is asked for');
      return found;
    });
    assert.equal(sent.keys.length, 1);
    assert.match(sent.filter, /^conflict, .* or agree.*, with “terminal”$/);
  });

  it('asks to undo and redo, but not while a text is typed', async () => {
    const { page, messages } = await open();
    await page.keyboard.press('F6');
    await messages(true);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await page.locator('.filter-text').click();
    await page.keyboard.press('Control+z');
    assert.deepEqual((await messages()).filter(({ type }) => type === 'undo' || type === 'redo'), [{ type: 'undo' }, { type: 'redo' }]);
  });

  it('filters by status, keeps to one when chosen, and goes on with the next when a group leaves', async () => {
    const model = samplePage();
    const { page, send } = await open(model);
    await page.getByRole('button', { name: 'Explained 1' }).click();
    await page.keyboard.press('F6');
    const [, second] = await page.locator('.subject').allTextContents();
    assert.equal(await focused(page, 'textContent'), 'Opening of the port');
    const decided = { ...model.rows[0]!.review, status: 'explained', decided: 'explained', words: 'Explained: time' } as const;
    const after = { ...model, rows: model.rows.map((row) => (row.subject.name === 'Opening of the port' ? { ...row, review: decided } : row)) };
    await send({ type: 'change', change: changeBetween(model, after)!, generation: 2 } satisfies HostMessage);
    await page.waitForFunction((name) => document.activeElement?.closest('.grid-row')?.textContent?.includes(name), second!);
  });

  it('lists decisions on groups that are gone, and opens their entries', async () => {
    const { page, messages } = await open();
    await page.getByText('1 decision is about a group that is gone').click();
    await page.getByText('Accepted: not known who is <b>wrong</b> · A. Reader · 2014-03-01').waitFor();
    await messages(true);
    await page.getByRole('button', { name: 'old-quay|date' }).click();
    assert.deepEqual((await messages()).filter(({ type }) => type === 'open'), [
      { type: 'open', place: { file: 'reviews.yaml', start: 9, end: 22 }, beside: true, preserveFocus: false },
    ] satisfies PageMessage[]);
  });

  it('shows what was decided before', async () => {
    const { page } = await open();
    await page.locator('.grid-row', { hasText: 'Explained: rounding · A. Reader · 2016-03-01' }).getByRole('button', { name: 'Change decision…' }).click();
    await page.getByText('Earlier decisions (1)').click();
    await page.getByText('Dismissed: not comparable · B. Reader · 2016-02-01').waitFor();
  });

  for (const theme of themeNames) {
    it(`has an accessible dialog in ${theme}`, async () => {
      const { page } = await open(samplePage(), { theme, width: 700 });
      await page.keyboard.press('F6');
      await page.keyboard.press('a');
      assert.deepEqual(await accessibilityViolations(page), []);
    });
  }
});

describe('details and time line on the page', function () {
  const open = usePages(this);
  const detail: PageDetail = {
    key: 'opening-of-the-port|date',
    claims: [
      { quote: { before: 'Long after, ', text: 'it opened in 1992', after: '.', wording: { start: 13, end: 17 } }, derivation: '23 years before 2015', valid: null, asOf: '2015', core: '1 January – 31 December 1992', halo: null, extent: { core: [8035, 8401], halo: [8035, 8401] } },
      { quote: null, derivation: null, valid: null, asOf: null, core: null, halo: '1990–1993', extent: { core: [8100, 8101], halo: [7305, null] } },
    ],
    line: { kind: 'time', unit: null },
    pairs: [{ a: 0, b: 1, verdict: 'conflict', comparison: 'cannot both hold', reason: 'The values cannot both be true.' }],
    morePairs: 0,
  };
  const timeline: PageTimeline = {
    sources: [{ id: 'sources/a.txt', title: '<b>One</b>' }, { id: 'sources/b.txt', title: 'Other' }],
    claims: Array.from({ length: 160 }, (_, i) => ({
      source: i % 2,
      key: i === 3 ? 'lighthouse|height' : 'opening-of-the-port|date',
      about: `Thing ${i}, date`,
      value: String(1960 + i),
      extent: { core: [i * 91, i * 91 + 91] as const, halo: [i * 91, i * 91 + 91] as const },
      verdict: 'agree' as const,
      denied: false,
      planned: i === 1,
      suggested: false,
    })),
  };

  it('shows the detail of the row with the focus, from key to key', async () => {
    const { page, send, messages, state } = await open();
    await page.keyboard.press('F6');
    await messages(true);
    await page.keyboard.press('d');
    const pane = page.getByRole('complementary', { name: 'Details' });
    await pane.waitFor();
    await eventually(async () => assert.deepEqual((await messages()).filter(({ type }) => type === 'wantDetail'), [{ type: 'wantDetail', key: 'opening-of-the-port|date' }]));
    await send({ type: 'detail', detail } satisfies HostMessage);
    await pane.getByText('23 years before 2015').waitFor();
    assert.deepEqual(await pane.locator('mark').allTextContents(), ['1992']);
    assert.equal(await pane.locator('.core').count(), 2);
    assert.equal(await pane.locator('.halo').count(), 1, 'a halo is drawn where it is wider than its core');
    const [wide, narrow] = await pane.locator('.core').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect()));
    assert.ok(narrow!.left > wide!.left && narrow!.right < wide!.right, 'a value within another is drawn within it');
    await pane.getByRole('row', { name: '1 and 2 Conflict cannot both hold The values cannot both be true.' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => assert.ok((await messages()).some((message) => message.type === 'wantDetail' && message.key === 'container-terminal|cost'), 'its detail is not asked for'));
    assert.equal((await state())?.detail, true);
    await page.keyboard.press('d');
    await pane.waitFor({ state: 'detached' });
  });

  it('goes through the time line by keyboard, zooms, and leads to the group', async () => {
    const { page, send } = await open();
    await page.getByRole('tab', { name: 'Time line' }).click();
    await send({ type: 'timeline', timeline } satisfies HostMessage);
    const label = (year: number) => page.locator('.lane-label', { hasText: String(year) });
    await label(1960).focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focused(page, 'textContent') ?? '', /^1961/);
    assert.equal(await page.getByText('more here: zoom in').count(), 2);
    for (let i = 0; i < 6; i++) await page.keyboard.press('+');
    assert.equal(await page.getByText('more here: zoom in').count(), 0);
    await page.keyboard.press('End');
    assert.match(await focused(page, 'textContent') ?? '', /^2119/, 'what is out of sight comes into it');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page, 'textContent') ?? '', /^1961/, 'down leads to the next source');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Lighthouse');
  });

  it('keeps the keyboard in the time line when what it was on is moved out of sight', async () => {
    const { page, send } = await open();
    await page.getByRole('tab', { name: 'Time line' }).click();
    await send({ type: 'timeline', timeline: { ...timeline, claims: timeline.claims.slice(0, 5).map((claim, i) => ({ ...claim, extent: { core: [i * 9000, i * 9000 + 1], halo: [i * 9000, i * 9000 + 1] } })) } });
    await page.locator('.lane-label', { hasText: '1960' }).focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('+');
    for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowRight');
    assert.equal(await page.locator('.lane-label').count(), 0, 'nothing is dated here');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Claims by source');
    await page.keyboard.press('0');
    await page.locator('.lane-label').first().waitFor();
    await page.keyboard.press('ArrowRight');
    assert.match((await focused(page, 'textContent')) ?? '', /^1961/);
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.keyboard.press('Tab');
    assert.match((await focused(page, 'textContent')) ?? '', /^196[34]/, 'the keyboard goes on with what is in sight');
  });

  it('zooms the time line where it is looked at, by button and by wheel', async () => {
    const { page, send } = await open();
    await page.getByRole('tab', { name: 'Time line' }).click();
    await send({ type: 'timeline', timeline } satisfies HostMessage);
    const lanes = page.locator('.timeline-lanes');
    const box = (await lanes.boundingBox())!;
    const ticks = () => lanes.locator('.chart-axis span').allTextContents();
    await page.mouse.move(box.x + box.width * 0.75, box.y + 60);
    await page.keyboard.down('Control');
    for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await eventually(async () => assert.deepEqual([...new Set((await ticks()).map((tick) => tick.slice(-4)))], ['2001']));
    const before = await ticks();
    await page.mouse.wheel(-box.width, 0);
    await eventually(async () => assert.notDeepEqual(await ticks(), before));
    await page.getByRole('button', { name: 'Show all' }).click();
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Later' }).click();
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    for (let i = 0; i < 20; i++) await page.getByRole('button', { name: 'Later' }).click();
    const late = await ticks();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const first = Number(late[0]?.slice(-4));
    assert.ok(Number((await ticks())[0]?.slice(-4)) >= first, 'not back to the claim that the keyboard is on');
  });

  for (const theme of themeNames) {
    it(`has accessible details, time line and table in ${theme}`, async () => {
      const { page, send, complaints } = await open(samplePage(), { theme, width: 700 });
      const check = async () => assert.deepEqual(await accessibilityViolations(page), []);
      await page.keyboard.press('F6');
      await page.keyboard.press('d');
      await send({ type: 'detail', detail } satisfies HostMessage);
      await page.locator('.chart').waitFor();
      await check();
      await page.getByRole('tab', { name: 'Time line' }).click();
      await send({ type: 'timeline', timeline } satisfies HostMessage);
      await page.locator('.lane-label').first().waitFor();
      await check();
      await page.getByRole('button', { name: 'Table' }).click();
      await page.getByRole('cell', { name: '1961 (planned)' }).waitFor();
      await check();
      assert.deepEqual(await complaints(), []);
    });
  }
});

describe('passages and suggestions on the page', function () {
  const open = usePages(this);

  it('asks for passages when their tab is chosen by keyboard, and keeps the tab', async () => {
    const { page, messages, send, state } = await open();
    await page.getByRole('tab', { name: 'Claims' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Comparing passages…' }).waitFor();
    await eventually(async () => assert.ok((await messages()).some((message) => message.type === 'wantPassages' && message.wanted), 'passages are not asked for'));
    await send({ type: 'passages', passages: samplePassages });
    await page.locator('.pair').first().waitFor();
    assert.deepEqual(await page.locator('.pair mark').allTextContents(), ['1993', '1995']);
    assert.equal((await state())?.tab, 'passages');
  });

  it('shows passages as text, opens one on Enter, and filters', async () => {
    const { page, messages, send } = await open(samplePage(), { state: { filter: defaultFilter, cell: null, scroll: null, tab: 'passages' } });
    await send({ type: 'passages', passages: samplePassages });
    const pairs = page.locator('.pair');
    await pairs.first().waitFor();
    assert.equal(await page.locator('.passages :is(img, script, i, b)').count(), 0);
    await messages(true);
    await pairs.first().locator('.passage').first().focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await messages(), [
      { type: 'open', place: { file: 'sources/a.txt', start: 5, end: 42 }, beside: true, preserveFocus: false },
    ]);
    await pairs.first().getByRole('button', { name: 'Cite' }).first().click();
    assert.deepEqual((await messages()).at(-1), { type: 'copyCitation', place: { file: 'sources/a.txt', start: 5, end: 42 } });
    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByText('0 of 1 pairs').waitFor();
  });

  it('offers copied text as of the same origin', async () => {
    const { page, messages, send } = await open(samplePage(), { state: { filter: defaultFilter, cell: null, scroll: null, tab: 'passages' } });
    await send({ type: 'passages', passages: samplePassages });
    const copies = page.getByRole('region', { name: 'Copied text' });
    await copies.getByText('60 words in common: 12 % of the first, 80 % of the second').waitFor();
    await messages(true);
    await copies.getByRole('button', { name: 'Open in the second' }).click();
    await copies.getByRole('button', { name: 'Cite the second' }).click();
    await copies.getByRole('button', { name: 'Mark as same origin…' }).click();
    assert.deepEqual((await messages()).filter(({ type }) => type !== 'stateChanged'), [
      { type: 'open', place: { file: 'sources/b.txt', start: 3, end: 11 }, beside: true, preserveFocus: false },
      { type: 'copyCitation', place: { file: 'sources/b.txt', start: 3, end: 11 } },
      { type: 'sameOrigin', sources: ['sources/a.txt', 'sources/b.txt'] },
    ] satisfies PageMessage[]);
  });

  for (const theme of themeNames) {
    it(`shows accessible passages in ${theme}`, async () => {
      const { page, send } = await open(samplePage(), { theme, width: 700 });
      await page.getByRole('tab', { name: 'Passages' }).click();
      await send({ type: 'passages', passages: samplePassages });
      await page.locator('.pair').first().waitFor();
      assert.deepEqual(await accessibilityViolations(page), []);
    });
  }

  it('takes suggested claims in and leaves them out', async () => {
    const { page, messages } = await open();
    const chip = page.getByRole('button', { name: /Suggested claims/ });
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    await chip.click();
    await eventually(async () => assert.ok((await messages()).some((message) => message.type === 'showSuggestions' && !message.shown), 'the wish is not sent'));
  });
});

const samplePassages = {
  copies: [
    {
      a: { source: 'sources/a.txt', title: 'The <b>Ledger</b>' },
      b: { source: 'sources/b.txt', title: 'Wire' },
      words: 60,
      percentOfA: 12,
      percentOfB: 80,
      origin: null,
      passages: [
        { text: 'The <i>port</i> reopened on Monday', a: { file: 'sources/a.txt', start: 1, end: 9 }, b: { file: 'sources/b.txt', start: 3, end: 11 } },
      ],
    },
  ],
  pairs: [
    {
      key: 'a|b',
      a: {
        title: 'The Ledger',
        text: 'The <b>office</b> opened in 1993 at last.',
        marks: [{ start: 28, end: 32 }],
        place: { file: 'sources/a.txt', start: 5, end: 42 },
        line: 3,
      },
      b: {
        title: 'The Post',
        text: 'An office came in 1995.',
        marks: [{ start: 18, end: 22 }],
        place: { file: 'sources/b.txt', start: 0, end: 23 },
        line: 1,
      },
      shared: ['Office', 'opened'],
      values: [{ a: '1993', b: '1995', relation: 'different · 2 years apart', differs: true }],
    },
  ],
};

describe('discrepancies page and bad messages', function () {
  this.timeout(60_000);

  it('ignores what it does not know, and says so on the console', async () => {
    const harness = await startHarness();
    try {
      const { page, send, sendModel, complaints } = await harness.open();
      await sendModel(samplePage());
      await send({ type: 'eval', code: 'alert(1)' });
      await send({ type: 'model', model: { rows: 3 }, cut: null, generation: 2, state: null });
      await page.locator('.grid-row').first().waitFor();
      assert.deepEqual(await complaints(), [
        'Corroborate: a message to the discrepancies page was ignored: wrong value at "type"',
        'Corroborate: a message to the discrepancies page was ignored: wrong value at "model.caseName"',
      ]);
    } finally {
      await harness.close();
    }
  });
});

/** Pages for the tests of a suite: closed after each, which fails when one complained. */
function usePages(suite: Mocha.Suite): (model?: PageModel | null, options?: OpenOptions) => Promise<PageInTest> {
  suite.timeout(60_000);
  let harness: PageHarness;
  let opened: PageInTest[] = [];
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  afterEach(async () => {
    const complaints = (await Promise.all(opened.map((each) => each.complaints()))).flat();
    await Promise.all(opened.map((each) => each.close()));
    opened = [];
    assert.deepEqual(complaints, [], 'the page complained, or broke its content security policy');
  });
  return async (model = samplePage(), options = {}) => {
    const each = await harness.open(options);
    opened.push(each);
    await each.sendModel(model);
    return each;
  };
}

/** Waits until the page was drawn so many times: longer than it goes on to settle its rows. */
async function frames(page: PageInTest['page'], count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** A property of the element that has the focus; of custom elements, the element itself. */
function focused(page: PageInTest['page'], property: 'localName' | 'textContent'): Promise<string> {
  return page.evaluate((name) => document.activeElement?.[name] ?? '', property);
}

function focusedLabel(page: PageInTest['page']): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest('label')?.textContent?.trim());
}
