import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { en } from '../../../src/core/recognition/languages/en';
import { splitSentences } from '../../../src/core/recognition/sentences';

const split = (content: string): readonly string[] =>
  splitSentences(content, en).map(({ start, end }) => content.slice(start, end));

describe('sentences', () => {
  it('end at full stops, question and exclamation marks, with the quotes after them', () => {
    assert.deepEqual(split('“Why?” he asked. “Now!” It rained…'), ['“Why?” he asked.', '“Now!”', 'It rained…']);
  });

  it('go on after abbreviations, initials and decimals', () => {
    const whole = 'On Oct. 24, Dr. N. Nazarbaev paid $1.5 million to A. B. Lee of Acme Inc. in the U.S. Senate.';
    assert.deepEqual(split(whole), [whole]);
    assert.deepEqual(split('She moved to the U.S. The rest stayed.'), ['She moved to the U.S.', 'The rest stayed.']);
  });

  it('end at blank lines, after headings and before list items, and go on over a wrapped line', () => {
    assert.deepEqual(split('A heading\nThe text begins\n\nand ends'), ['A heading', 'The text begins', 'and ends']);
    assert.deepEqual(split('It said:\n- one thing\n- another'), ['It said:', '- one thing', '- another']);
    const wrapped = 'A line that is long enough to have been wrapped by the writer of\nKazakhstan Today goes on.';
    assert.deepEqual(split(wrapped), [wrapped]);
    const narrow = 'The mills of the valley have stood still since the\nspring, Ada Quill told the Assembly of\nRiverton on Monday.';
    assert.deepEqual(split(narrow), [narrow]);
  });

  it('cover all but white space, in order, and do not depend on the paragraphs around them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', '”', ' ', '\n', '\r', '1', '-', '“'), maxLength: 80 });
    fc.assert(
      fc.property(text, (content) => {
        let end = 0;
        for (const span of splitSentences(content, en)) {
          assert.ok(span.start >= end && span.end > span.start);
          assert.equal(content.slice(end, span.start).trim(), '');
          assert.equal(content.slice(span.start, span.end), content.slice(span.start, span.end).trim());
          end = span.end;
        }
        assert.equal(content.slice(end).trim(), '');
        const around = split(`Before it.\n\n${content}\n\nAfter it.`);
        assert.deepEqual(around.slice(1, -1), split(content));
      }),
    );
  });
});
