import assert from 'node:assert/strict';
import { array, assert as check, constantFrom, nat, property, subarray } from 'fast-check';
import type { PageModel } from '../../../src/core/page/page';
import { cutModel, joinModel } from '../../../src/core/page/pagePieces';
import { defaultFilter, pageView } from '../../../src/core/page/pageView';
import { largePage } from '../../webview/samplePage';

const whole = largePage(2500, 6);

describe('page in pieces', () => {
  it('is whole, in its order, when all pieces have come', () => {
    const keys = whole.rows.map(({ key }) => key);
    const anyFilter = constantFrom(defaultFilter, { ...defaultFilter, text: 'league' }, { ...defaultFilter, text: 'nothing has this' });
    check(
      property(nat(2500), anyFilter, subarray(keys, { maxLength: 3 }), array(constantFrom('gone|date'), { maxLength: 1 }), (size, filter, about, gone) => {
        const model: PageModel = { ...whole, rows: whole.rows.slice(0, size) };
        const { start, pieces } = cutModel(model, filter, [...about, ...gone]);
        const join = joinModel(start);
        let shown = start.model;
        for (const rows of pieces) {
          const before = shown.rows.length;
          shown = join.add(rows) ?? shown;
          const places = shown.rows.map((row) => model.rows.indexOf(row));
          assert.deepEqual(places, places.toSorted((a, b) => a - b));
          assert.ok(shown.rows.length === before || join.missing() === 0 || shown.rows.length >= 2 * before);
        }
        assert.equal(join.missing(), 0);
        assert.deepEqual(shown.rows.map(({ key }) => key), model.rows.map(({ key }) => key));
      }),
      { numRuns: 25 },
    );
  });

  it('is cut by claims where groups have many of them', () => {
    const rows = largePage(60).rows.map((row) => ({ ...row, claims: Array.from({ length: 900 }, () => row.claims[0]!) }));
    const { start, pieces } = cutModel({ ...largePage(60), rows }, defaultFilter, []);
    assert.ok(start.model.rows.length <= 3, 'the first row waits for few claims');
    assert.ok(pieces.every((piece) => piece.length <= 2));
    const join = joinModel(start);
    for (const piece of pieces) join.add(piece);
    assert.equal(join.missing(), 0);
  });

  it('begins with what is seen first: the top, and where the reader was', () => {
    const whole = largePage(2500);
    const view = pageView(whole, defaultFilter).items;
    const was = view[1200]!.key;
    const { start } = cutModel(whole, defaultFilter, [was]);
    const seen = pageView(start.model, defaultFilter).items.map(({ key }) => key);
    assert.deepEqual(seen.slice(0, 20), view.slice(0, 20).map(({ key }) => key));
    const at = seen.indexOf(was);
    assert.deepEqual(seen.slice(at - 20, at + 20), view.slice(1180, 1220).map(({ key }) => key));
    assert.ok(start.model.rows.length < 200);
  });
});
