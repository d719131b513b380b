import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findCopiedText } from '../../../src/core/passages/copiedText';
import { createText } from '../../../src/core/text/text';

function found(...texts: readonly string[]) {
  const steps = findCopiedText(texts.map((text, i) => ({ id: `s${i}`, text: createText(text), skipped: [] })));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Words that no other stretch has. */
const filler = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ');
const wire = 'The port of Anse Rouge reopened on Monday, officials said, after a storm had kept ferries and freighters away for nine days.';

describe('copied text between sources', () => {
  it('is found whatever stands around it, its case, punctuation and line breaks aside', () => {
    const a = `${filler(0, 50)}\n\n${wire} ${filler(100, 30)}`;
    const b = `${filler(200, 10)}. ${wire.toUpperCase().replaceAll(',', ' —').replaceAll(' ', '\r\n')} ${filler(300, 5)}`;
    const [copy, ...more] = found(a, b);
    assert.deepEqual(more, []);
    assert.deepEqual([copy?.a, copy?.b, copy?.words], ['s0', 's1', 22]);
    const [passage] = copy!.passages;
    assert.equal(a.slice(passage!.a.start, passage!.a.end), wire.slice(0, -1));
    assert.ok(copy!.shareOfB > 0.5 && copy!.shareOfA < 0.25);
  });

  it('joins runs that a few words part, and leaves common phrases alone', () => {
    const changed = wire.replace('officials said', 'the harbour told');
    assert.deepEqual(found(wire, changed).map(({ passages }) => passages.map(({ words }) => words)), [[20]]);
    assert.deepEqual(found(`${filler(0, 20)} as of the end of the year ${filler(30, 9)}`, `${filler(50, 9)} as of the end of the year`), []);
  });

  it('takes no account of what is skipped, nor of what stands everywhere', () => {
    const text = createText(wire);
    const steps = findCopiedText([
      { id: 'a', text, skipped: [{ start: 0, end: wire.length }] },
      { id: 'b', text, skipped: [] },
    ]);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.deepEqual(step.value, []);
    assert.deepEqual(found(...Array.from({ length: 70 }, (_, i) => `${wire} ${filler(i * 50, 20)}`)), []);
  });

  it('finds every run of enough words, of exactly the common words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 60 }), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (length, a, b, c, d) => {
        const run = filler(0, length);
        const one = `${filler(1000, a)} ${run} ${filler(2000, b)}`;
        const other = `${filler(3000, c)} ${run} ${filler(4000, d)}`;
        const [copy] = found(one, other);
        const [passage] = copy!.passages;
        assert.equal(copy!.words, length);
        assert.equal(one.slice(passage!.a.start, passage!.a.end), run);
        assert.equal(other.slice(passage!.b.start, passage!.b.end), run);
      }),
    );
  });
});
