import assert from 'node:assert/strict';
import type { ReviewEntry } from '../../../src/core/case/entries';
import type { Claim } from '../../../src/core/claims/claim';
import { groupClaims } from '../../../src/core/claims/groups';
import { goneReviews, seenOf } from '../../../src/core/claims/review';
import { claim, date, property, registryOf, scalar } from './madeClaims';

const registry = registryOf([property({ value: 'date' })]);
const year = claim(date('2003'));
const month = claim(date('2003-01'), { source: 'sources/b.txt' });
const otherMonth = claim(date('2003-08'), { source: 'sources/b.txt' });
const otherYear = claim(date('2004'), { source: 'sources/b.txt' });

function decision(claims: readonly Claim[], parts: Partial<ReviewEntry> = {}): ReviewEntry {
  const seen = seenOf(groupClaims(claims, registry, null).groups[0]!);
  return { key: scalar('subject|property'), span: { start: 0, end: 9 }, status: 'accepted', wrong: [], seen, history: [], ...parts };
}

function reviewed(claims: readonly Claim[], entry: ReviewEntry) {
  const { groups } = groupClaims(claims, registry, { reviews: [entry] });
  const { review, badges } = groups[0]!;
  return { status: review.status, reopened: review.reopened, again: review.reviewAgain, badge: badges.includes('review-again'), entry: review.entry };
}

describe('review state (DESIGN §5)', () => {
  it('stands while what was seen is what is, in whatever order', () => {
    const entry = decision([year, month]);
    assert.deepEqual(reviewed([month, year], entry), { status: 'accepted', reopened: false, again: false, badge: false, entry });
  });
  it('stands with a badge when values changed but the verdict is no worse', () => {
    const same = decision([year, month]);
    assert.deepEqual(reviewed([year, otherMonth], same), { status: 'accepted', reopened: false, again: true, badge: true, entry: same });
    const better = decision([year, otherYear]);
    assert.deepEqual(reviewed([year, month], better), { status: 'accepted', reopened: false, again: true, badge: true, entry: better });
  });
  it('reopens when the verdict is worse, and keeps the decision', () => {
    const entry = decision([year, month], { status: 'explained' });
    assert.deepEqual(reviewed([year, otherYear], entry), { status: 'open', reopened: true, again: false, badge: false, entry });
  });
  it('sees changes of polarity, modality and valid time', () => {
    for (const change of [{ modality: 'possible' }, { valid: '2016' }] as const) {
      assert.equal(reviewed([year, { ...month, ...change }], decision([year, month])).again, true);
    }
  });
  it('asks again when nothing was recorded as seen', () => {
    assert.equal(reviewed([year, month], decision([year, month], { seen: null })).again, true);
  });
  it('leaves an open entry open', () => {
    assert.deepEqual(reviewed([year, otherYear], decision([year, month], { status: 'open' })).reopened, false);
  });
  it('records what was judged, sorted', () => {
    assert.deepEqual(decision([month, year]).seen, {
      verdict: 'refined',
      claims: [
        { source: 'sources/a.txt', value: '2003', polarity: 'positive', modality: 'asserted', valid: '2015' },
        { source: 'sources/b.txt', value: '2003-01', polarity: 'positive', modality: 'asserted', valid: '2015' },
      ],
    });
  });
  it('keeps and lists decisions on groups that are gone, with the nearest one', () => {
    const gone = decision([year], { key: scalar('subjct|property', 40) });
    const { groups, problems } = groupClaims([year], registry, { reviews: [gone] });
    assert.deepEqual(problems.map(({ code, span, data }) => ({ code, span, data })), [
      { code: 'review/unknown-group', span: { start: 40, end: 55 }, data: { replacement: 'subject|property' } },
    ]);
    assert.match(problems[0]!.message, /"subjct\|property".*did you mean "subject\|property"\?$/u);
    assert.deepEqual(goneReviews({ reviews: [gone] }, new Set(groups.map(({ key }) => key))), [gone]);
    const open = { ...gone, status: 'open' as const, history: [] };
    const reopened = { ...open, history: [gone] };
    assert.deepEqual(goneReviews({ reviews: [open, reopened] }, new Set()), [reopened], 'what is open and always was is no decision');
  });
  it('follows the reviews file though the claims stay the same objects', () => {
    const entry = decision([year, month]);
    const before = groupClaims([year, month], registry, null).groups;
    const after = groupClaims([year, month], registry, { reviews: [entry] }, before).groups;
    assert.deepEqual([before[0]!.review.status, after[0]!.review.status], ['open', 'accepted']);
    assert.equal(groupClaims([year, month], registry, null, after).groups[0]!.review.status, 'open');
  });
});
