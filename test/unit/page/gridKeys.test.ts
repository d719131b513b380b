import assert from 'node:assert/strict';
import { verdictOrder } from '../../../src/core/claims/words';
import { quietVerdicts } from '../../../src/core/page/page';
import { defaultFilter, pageView } from '../../../src/core/page/pageView';
import { moveCell, placeOf } from '../../../src/webview/gridKeys';
import type { PageCell } from '../../../src/webview/protocol';
import { samplePage } from '../../webview/samplePage';

const shown = verdictOrder.filter((verdict) => !quietVerdicts.has(verdict));
const view = pageView(samplePage(), { ...defaultFilter, order: 'verdict', verdicts: shown });
const [first, second] = view.rows.map(({ row }) => row.key);
const last = view.rows.at(-1)!.row.key;
const bySubject = pageView(samplePage(), defaultFilter);
const interview = 'sources/mayor-interview-2007.txt';

function press(from: PageCell | null, key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}): PageCell | null {
  const keys = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
  return from && moveCell(view, from, keys, 3);
}

describe('keys in the grid', () => {
  const start = placeOf(view, null);

  it('begin at the head of the first row', () => {
    assert.deepEqual(start, { row: first, column: null, item: 0 });
  });

  it('go through the claims of a cell one by one, then to the next row', () => {
    const cell = { row: first!, column: interview, item: 0 };
    const next = press(cell, 'ArrowDown');
    assert.deepEqual(next, { ...cell, item: 1 });
    assert.deepEqual(press(next, 'ArrowDown'), { row: second, column: interview, item: 0 });
    assert.deepEqual(press(press(next, 'ArrowDown'), 'ArrowUp'), next);
  });

  it('stay inside the grid', () => {
    assert.equal(press(start, 'ArrowUp'), null);
    assert.deepEqual(press(start, 'ArrowLeft'), start);
    const end = press(start, 'End', { ctrlKey: true });
    assert.deepEqual(end, { row: last, column: 'registry', item: 0 });
    assert.equal(press(end, 'ArrowDown'), null);
    assert.deepEqual(press(end, 'PageDown'), end);
    assert.deepEqual(press(end, 'Home', { ctrlKey: true }), start);
  });

  it('pass sections and folds in one step, and keep the column', () => {
    const [section, group, next] = bySubject.items.map(({ key }) => key);
    const from = { row: group!, column: interview, item: 0 };
    const move = (cell: PageCell | null, key: string) =>
      cell && moveCell(bySubject, cell, { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }, 3);
    const above = move(from, 'ArrowUp');
    assert.deepEqual(above, { row: section, column: interview, item: 0 });
    assert.equal(move(above, 'ArrowRight'), null);
    assert.deepEqual(move(above, 'ArrowDown'), from);
    assert.deepEqual(placeOf(bySubject, null), { row: group, column: null, item: 0 }, 'begins at a group');
    assert.equal(move(move(from, 'ArrowDown'), 'ArrowDown')?.row, next);
  });

  it('leave other keys to the editor', () => {
    assert.equal(press(start, 'a'), null);
    assert.equal(press(start, 'ArrowDown', { ctrlKey: true }), null);
    assert.equal(press(start, 'ArrowDown', { shiftKey: true }), null);
  });

  it('find a place again after rows, columns and claims have gone', () => {
    const gone = { row: 'gone', column: interview, item: 0 };
    assert.deepEqual(placeOf(view, gone), start);
    assert.deepEqual(placeOf(view, { row: second!, column: 'gone', item: 0 }), { row: second, column: null, item: 0 });
    assert.deepEqual(placeOf(view, { row: first!, column: interview, item: 9 }), { row: first, column: interview, item: 1 });
    assert.equal(placeOf({ ...view, items: [] }, start), null);
  });
});
