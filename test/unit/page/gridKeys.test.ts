import assert from 'node:assert/strict';
import { defaultFilter, pageView } from '../../../src/core/page/pageView';
import { moveCell, placeOf } from '../../../src/webview/gridKeys';
import type { PageCell } from '../../../src/webview/protocol';
import { samplePage } from '../../webview/samplePage';

const view = pageView(samplePage(), defaultFilter);
const [first, second] = view.rows.map(({ row }) => row.key);
const last = view.rows.at(-1)!.row.key;
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
    assert.equal(placeOf({ ...view, rows: [] }, start), null);
  });
});
