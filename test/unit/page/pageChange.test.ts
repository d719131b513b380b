import assert from 'node:assert/strict';
import { array, assert as check, constantFrom, property, record, shuffledSubarray, subarray } from 'fast-check';
import type { PageModel, PageRow } from '../../../src/core/page/page';
import { applyChange, changeBetween } from '../../../src/core/page/pageChange';
import { samplePage } from '../../webview/samplePage';

const { rows, sources } = samplePage();

const models = record({
  caseName: constantFrom('a', 'b'),
  count: constantFrom(0, 3),
  sources: subarray([...sources]),
  picked: shuffledSubarray([...rows]),
  labels: array(constantFrom('date', 'place', '__proto__'), { minLength: rows.length, maxLength: rows.length }),
}).map(
  ({ caseName, count, sources, picked, labels }): PageModel => ({
    caseName,
    sources,
    suggestions: { shown: count > 0, count },
    gone: count > 1 ? [{ key: 'a|b', words: String(count), note: null, by: null, at: null, entry: { file: 'reviews.yaml', start: 0, end: 3 } }] : [],
    rows: picked.map((row, i): PageRow => ({ ...row, property: labels[i] ?? '' })),
  }),
);

describe('page change', () => {
  it('turns any model into any other', () => {
    check(
      property(models, models, (before, after) => {
        const change = changeBetween(before, after);
        assert.deepEqual(change ? applyChange(before, JSON.parse(JSON.stringify(change))) : before, after);
      }),
    );
  });

  it('is nothing between equal models', () => {
    assert.equal(changeBetween(samplePage(), samplePage()), null);
  });

  it('carries only the rows that differ, and keeps the others as they are', () => {
    const before = samplePage();
    const edited = { ...before.rows[2]!, property: 'weight' };
    const after = { ...samplePage(), rows: samplePage().rows.map((row, i) => (i === 2 ? edited : row)) };
    const change = changeBetween(before, after);
    assert.ok(change);
    assert.deepEqual(change.rows, [edited]);
    assert.equal(change.order, null);
    assert.equal(applyChange(before, change).rows[0], before.rows[0]);
  });

  it('carries of a decision what was decided, without the claims', () => {
    const before = samplePage();
    const review = { ...before.rows[1]!.review, status: 'explained', words: 'Explained: time' } as const;
    const after = { ...before, rows: before.rows.map((row, i) => (i === 1 ? { ...row, review } : row)) };
    const change = changeBetween(before, after);
    assert.deepEqual(change && [change.rows, change.reviewed], [[], [{ key: before.rows[1]!.key, review, badges: before.rows[1]!.badges }]]);
    assert.deepEqual(applyChange(before, change!), after);
  });
});
