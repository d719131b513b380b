import assert from 'node:assert/strict';
import type { Badge } from '../../../src/core/claims/claim';
import { badgeExplanation, badgeLabel, isDiscrepancy, severityOfVerdict, verdictExplanation, verdictLabel, verdictOrder } from '../../../src/core/claims/words';

describe('words for verdicts', () => {
  it('name and explain every verdict and badge', () => {
    for (const verdict of verdictOrder) {
      assert.match(verdictLabel(verdict), /^[A-Z][a-z ]+$/u);
      assert.match(verdictExplanation(verdict), /^[A-Z].*\.$/u);
    }
    for (const badge of ['single-source', 'name-variant', 'review-again', 'same-origin', 'suggested'] satisfies Badge[]) {
      assert.match(badgeLabel(badge), /^[A-Z][a-z ]+$/u);
      assert.match(badgeExplanation(badge), /^[A-Z].*\.$/u);
    }
    assert.equal(new Set(verdictOrder.map(verdictLabel)).size, verdictOrder.length);
  });
  it('go from conflict to single (DESIGN §5)', () => {
    assert.equal(
      verdictOrder.join(' > '),
      'conflict > plan-changed > tension > maybe-changed > refined > changed > plan-confirmed > compatible > additional > unjudged > agree > single',
    );
  });
  it('have a severity where a reader should know of them (DESIGN §5)', () => {
    const told = verdictOrder.filter(isDiscrepancy).map((verdict) => [verdict, severityOfVerdict(verdict)]);
    assert.deepEqual(told, [['conflict', 'warning'], ['plan-changed', 'info'], ['tension', 'info'], ['maybe-changed', 'info']]);
  });
});
