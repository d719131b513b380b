import assert from 'node:assert/strict';
import { createAnchorIndex } from '../../../src/core/anchors/anchorIndex';
import { anchorProblem } from '../../../src/core/anchors/anchorProblem';
import type { OfferedPlace } from '../../../src/core/anchors/anchorProblem';
import { resolveAnchor } from '../../../src/core/anchors/resolveAnchor';
import type { QuoteSelector } from '../../../src/core/case/entries';
import { createText } from '../../../src/core/text/text';

const content = 'When the country joined, the country changed. The envoy spoke in the great hall of the assembly.';
const index = createAnchorIndex(createText(content));

function problemOf(selector: QuoteSelector, every = false) {
  return anchorProblem(index, resolveAnchor(index, selector), { selector, span: { start: 7, end: 20 }, source: 'sources/a.txt', every });
}

describe('anchorProblem', () => {
  it('has nothing to say of an exact anchor', () => {
    assert.equal(problemOf({ quote: 'The envoy' }), null);
  });

  it('counts the places of an ambiguous quote and names the ways out', () => {
    const problem = problemOf({ quote: 'the country' }, true);
    assert.equal(problem?.code, 'anchor/ambiguous');
    assert.deepEqual(problem?.span, { start: 7, end: 20 });
    assert.equal(problem?.message, 'The quote “the country” occurs 2 times in sources/a.txt — add a prefix or suffix, or every: true');
    assert.equal(problem?.data?.['every'], 'true');
    const choices = JSON.parse(problem?.data?.['choices'] ?? '') as OfferedPlace[];
    assert.deepEqual(choices.map(({ start }) => start), [5, 25]);
    for (const { start, end, selector } of choices) {
      assert.deepEqual(resolveAnchor(index, selector), { state: 'exact', span: { start, end } });
    }
  });

  it('does not offer every: true where it does not apply', () => {
    const problem = problemOf({ quote: 'the country' });
    assert.equal(problem?.message, 'The quote “the country” occurs 2 times in sources/a.txt — add a prefix or suffix');
    assert.equal(problem?.data?.['every'], undefined);
  });

  it('says that the context is wrong where only the context is', () => {
    assert.equal(
      problemOf({ quote: 'the country', prefix: 'left by ' })?.message,
      'The quote “the country” occurs 2 times in sources/a.txt, but never with this prefix — correct the prefix',
    );
    assert.equal(
      problemOf({ quote: 'envoy', suffix: ' left early' })?.message,
      'The quote “envoy” is in sources/a.txt, but not with this suffix — correct the suffix or remove it',
    );
  });

  it('shows the nearest passage of a lost quote with its score', () => {
    const problem = problemOf({ quote: 'spoke in a small room of the assembly' });
    assert.equal(problem?.code, 'anchor/lost');
    assert.match(
      problem?.message ?? '',
      /^The quote “spoke in a small room of the assembly” is not in sources\/a\.txt; the nearest passage is “spoke in the great hall of the assembly” \(\d\d %\)$/,
    );
    assert.equal(problemOf({ quote: 'Xylophones' })?.message, 'The quote “Xylophones” is not in sources/a.txt');
  });

  it('shows what a moved quote reads now', () => {
    const problem = problemOf({ quote: 'The envoy spoke in the grand hall' });
    assert.equal(problem?.code, 'anchor/moved');
    assert.match(problem?.message ?? '', /now reads “The envoy spoke in the great hall” \(\d\d %\) in sources\/a\.txt — update the quote$/);
  });
});
