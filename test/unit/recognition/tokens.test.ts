import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tokenise } from '../../../src/core/recognition/tokens';

const texts = (sentence: string): readonly string[] => tokenise(sentence).map(({ text }) => text);

describe('tokens of a sentence', () => {
  it('keep a number with its marks, and what is attached to it apart', () => {
    assert.deepEqual(texts('1,2 trillion, 2.5% and 1 200'), ['1,2', 'trillion', ',', '2.5', '%', 'and', '1', '200']);
    assert.deepEqual(texts('the 2nd, 5bn, 45-year-old'), ['the', '2', 'nd', ',', '5', 'bn', ',', '45', '-', 'year', '-', 'old']);
    assert.deepEqual(texts('12\u202f000 people'), ['12\u202f000', 'people']);
  });

  it('keep abbreviations with inner full stops and words with digits whole, possessives apart', () => {
    assert.deepEqual(texts('U.S. and G7’s Q3 o’clock'), ['U.S.', 'and', 'G7', '’s', 'Q3', 'o’clock']);
  });

  it('part words that lost the space between them', () => {
    assert.deepEqual(texts('imagesSix weeks, McDonald'), ['images', 'Six', 'weeks', ',', 'McDonald']);
  });

  it('cover all but white space, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (sentence) => {
        let end = 0;
        for (const token of tokenise(sentence)) {
          assert.equal(sentence.slice(token.start, token.end), token.text);
          assert.equal(sentence.slice(end, token.start).trim(), '');
          assert.equal(token.spaceBefore, token.start !== end || end === 0);
          end = token.end;
        }
        assert.equal(sentence.slice(end).trim(), '');
      }),
    );
  });
});
