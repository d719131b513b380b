import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { TextEdit } from '../../../src/core/edits/caseEdit';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import { invertEdits } from '../../../src/core/edits/invertEdit';

/** A text and edits of it that do not overlap; several insertions may stand at one place. */
const edited = fc.string({ maxLength: 60 }).chain((text) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 8 })), { maxLength: 8 })
    .map((drawn) => {
      const cuts = drawn.map(([at]) => at).sort((a, b) => a - b);
      const edits = drawn.flatMap(([, newText], i): TextEdit[] =>
        i % 2 === 0 ? [{ span: { start: cuts[i]!, end: cuts[i + 1] ?? cuts[i]! }, newText }] : [],
      );
      return { text, edits };
    }),
);

describe('the inverse of edits', () => {
  it('gives the text again that was there before', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const { after, inverse } = invertEdits(text, edits);
        assert.equal(after, applyTextEdits(text, edits));
        assert.equal(applyTextEdits(after, inverse), text);
      }),
    );
  });

  it('keeps several insertions at one place in order', () => {
    const at = { start: 1, end: 1 };
    const { after, inverse } = invertEdits('ab', [{ span: at, newText: 'x' }, { span: at, newText: 'yz' }]);
    assert.equal(after, 'axyzb');
    assert.equal(applyTextEdits(after, inverse), 'ab');
  });
});
