import assert from 'node:assert/strict';
import { defaultFilter } from '../../../src/core/page/pageView';
import { readHostMessage, readPageMessage, readPageState } from '../../../src/webview/protocol';
import { samplePage } from '../../webview/samplePage';

const place = { file: 'sources/a.txt', start: 3, end: 9 };

describe('messages of the page', () => {
  it('pass when they are what they should be', () => {
    const model = samplePage();
    const message = { type: 'model', model, cut: null, generation: 1, state: null };
    assert.deepEqual(readHostMessage(message), { ok: true, message });
    const open = { type: 'open', place, beside: true, preserveFocus: false };
    assert.deepEqual(readPageMessage(open), { ok: true, message: open });
  });

  const bad: readonly [string, unknown][] = [
    ['not an object', 'open'],
    ['nothing', undefined],
    ['an unknown type', { type: 'runCommand', command: 'workbench.action.quit' }],
    ['an inherited type', { type: '__proto__' }],
    ['a missing place', { type: 'open', beside: true, preserveFocus: false }],
    ['a negative offset', { type: 'open', place: { ...place, start: -1 }, beside: true, preserveFocus: false }],
    ['a fraction of an offset', { type: 'open', place: { ...place, end: 1.5 }, beside: true, preserveFocus: false }],
    ['a file that is no text', { type: 'open', place: { ...place, file: 7 }, beside: true, preserveFocus: false }],
    ['a state without a filter', { type: 'stateChanged', state: { cell: null, scroll: null } }],
  ];
  for (const [what, data] of bad) {
    it(`are refused, with the reason, for ${what}`, () => {
      const received = readPageMessage(data);
      assert.ok(!received.ok);
      assert.notEqual(received.problem, '');
    });
  }

  it('name the place that is wrong', () => {
    const message = { type: 'model', cut: null, generation: 1, state: null, model: { ...samplePage(), rows: [{ key: 'a' }] } };
    assert.deepEqual(readHostMessage(message), { ok: false, problem: 'wrong value at "model.rows.0.subject"' });
  });

  it('are not taken by the other side', () => {
    assert.ok(!readHostMessage({ type: 'ready' }).ok);
    assert.ok(!readPageMessage({ type: 'reveal', key: 'a' }).ok);
  });
});

describe('state of the page', () => {
  it('is taken when it is whole, and otherwise as none', () => {
    const state = { filter: defaultFilter, cell: { row: 'a', column: null, item: 0 }, scroll: null };
    assert.deepEqual(readPageState(state), state);
    assert.equal(readPageState({ ...state, filter: { ...defaultFilter, verdicts: ['awful'] } }), undefined);
    assert.equal(readPageState(undefined), undefined);
  });
});
