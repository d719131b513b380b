import assert from 'node:assert/strict';
import { didYouMean, nearest } from '../../../src/core/registry/nearest';

describe('nearest known word', () => {
  const ids = ['kazakhstan', 'almaty', 'un', 'erlan-idrissov'];
  it('is the one of least edits', () => assert.equal(nearest('kazakstan', ids), 'kazakhstan'));
  it('does not mind case, white space and marks', () => {
    assert.equal(nearest('Erlan Idrissov', ids), 'erlan-idrissov');
    assert.equal(nearest('Álmaty', ids), 'almaty');
  });
  it('is none when all are far', () => {
    assert.equal(nearest('brussels', ids), null);
    assert.equal(nearest('us-senate', ids), null);
    assert.equal(nearest('', ids), null);
    assert.equal(nearest('x', []), null);
  });
  it('takes short words for each other only by one edit', () => {
    assert.equal(nearest('uno', ids), 'un');
    assert.equal(nearest('eu', ['un']), null);
  });
  it('takes a swap of two neighbouring letters for one edit', () => {
    assert.equal(nearest('titel', ['title', 'text']), 'title');
    assert.equal(nearest('nu', ['un']), 'un');
    assert.equal(nearest('lttie', ['title']), null);
  });
  it('is worded as a question', () => assert.deepEqual([didYouMean('un'), didYouMean(null)], [' — did you mean "un"?', '']));
});
