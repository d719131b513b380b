import assert from 'node:assert/strict';
import type { Claim } from '../../../src/core/claims/claim';
import { groupClaims } from '../../../src/core/claims/groups';
import { createPageModel, pageModel, type PageInput } from '../../../src/core/page/pageModel';
import { createText } from '../../../src/core/text/text';
import { claim, date, entry, property, quantity, registryOf, scalar, text, unknown } from '../claims/madeClaims';

const sources = [
  { id: 'sources/a.txt', title: 'The first', published: '2015' },
  { id: 'sources/b.txt', title: null, published: null },
];
const registry = registryOf([
  property({ id: 'opened', label: 'day of opening', value: 'date' }),
  property({ id: 'size', value: 'quantity' }),
  property({ id: 'note', value: 'text' }),
]);
const inB: Partial<Claim> = { source: 'sources/b.txt', file: 'annotations/b.yaml' };

function modelOf(claims: readonly Claim[], parts: Partial<PageInput> = {}) {
  const { groups } = groupClaims(claims, registry, null);
  return pageModel({
    caseName: 'case',
    sources,
    groups,
    suggestions: { shown: true, count: 0 },
    registry,
    text: () => undefined,
    ...parts,
  });
}

describe('page model', () => {
  it('keeps the rows of groups that are the same, until the registry or the facts about sources differ', () => {
    const { groups } = groupClaims([claim(date('1990'), { subject: 'ant', property: 'opened' }), claim(date('1990'), { subject: 'cat', property: 'opened' })], registry, null);
    const input = { caseName: 'case', sources, groups, suggestions: { shown: true, count: 0 }, registry, text: () => undefined };
    const model = createPageModel();
    const before = model(input).rows;
    const after = model({ ...input, groups: [groups[0]!, { ...groups[1]! }] }).rows;
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.notEqual(model({ ...input, sources: sources.slice(1) }).rows[0], before[0]);
    assert.deepEqual(after, pageModel(input).rows);
  });

  it('keeps what a row says of its claims when only the decision about them differs', () => {
    const { groups } = groupClaims([claim(date('1990'), { subject: 'ant', property: 'opened' })], registry, null);
    const input = { caseName: 'case', sources, groups, suggestions: { shown: true, count: 0 }, registry, text: () => undefined };
    const model = createPageModel();
    const [before] = model(input).rows;
    const decided = { ...groups[0]!, badges: ['review-again'] as const, review: { ...groups[0]!.review, reviewAgain: true } };
    const [after] = model({ ...input, groups: [decided] }).rows;
    assert.equal(after?.claims, before?.claims);
    assert.deepEqual([after?.review.status, after?.badges], ['again', ['review-again']]);
    assert.deepEqual(after, pageModel({ ...input, groups: [decided] }).rows[0]);
  });

  it('puts the worst group first, then goes by subject, whatever the order of the claims', () => {
    const claims = [
      claim(date('1990'), { subject: 'zebra', property: 'opened' }),
      claim(date('1990'), { subject: 'ant', property: 'opened' }),
      claim(date('1990'), { subject: 'cat', property: 'opened' }),
      claim(date('1995'), { subject: 'cat', property: 'opened', ...inB }),
      claim(date('1990'), { subject: 'dog', property: 'opened' }),
      claim(date('1990-05'), { subject: 'dog', property: 'opened', ...inB }),
    ];
    const expected = ['cat|opened', 'dog|opened', 'ant|opened', 'zebra|opened'];
    for (const order of [claims, claims.toReversed()]) {
      const { rows } = modelOf(order);
      assert.deepEqual(
        rows.map(({ key }) => key),
        expected,
      );
    }
    assert.deepEqual(
      modelOf(claims).rows.map(({ judgement }) => judgement.verdict),
      ['conflict', 'refined', 'single', 'single'],
    );
  });

  it('says verdict, relation and gap in words, and why', () => {
    const [row] = modelOf([
      claim(date('1992-03-02'), { property: 'opened' }),
      claim(date('1992-10'), { property: 'opened', ...inB }),
    ]).rows;
    assert.equal(row?.property, 'day of opening');
    assert.equal(row?.judgement.relation, 'disjoint');
    assert.match(row?.judgement.relationWords ?? '', /^different · \d+ months apart$/);
    assert.equal(row?.judgement.reason, 'The values cannot both be true.');
  });

  it('shows a quote with its line, a little context and the words that carry the value', () => {
    const article = createText('A heading\n\nIt was a cold spring. The mill was opened on\nMarch 2, 1992, with music and cake.\n');
    const start = article.content.indexOf('The mill');
    const end = article.content.indexOf(', with');
    const [row] = modelOf(
      [
        claim(date('1992-03-02'), {
          property: 'opened',
          anchor: { state: 'exact', span: { start, end } },
          entry: entry({ quote: scalar('The mill was opened on March 2, 1992'), span: { start: 40, end: 90 } }),
        }),
      ],
      { text: (source) => (source === 'sources/a.txt' ? article : undefined) },
    ).rows;
    const shown = row?.claims[0];
    assert.equal(shown?.value, '2 March 1992');
    assert.equal(shown?.line, 3);
    assert.deepEqual(shown?.passage, { file: 'sources/a.txt', start, end });
    assert.deepEqual(shown?.entry, { file: 'annotations/a.yaml', start: 40, end: 90 });
    assert.equal(shown?.quote?.text, 'The mill was opened on March 2, 1992');
    assert.equal(shown?.quote?.before, 'It was a cold spring. ');
    assert.ok(shown?.quote?.after.startsWith(', with music'));
    const wording = shown?.quote?.wording;
    assert.equal(shown?.quote?.text.slice(wording?.start, wording?.end), 'March 2, 1992');
  });

  it('keeps the written quote of an anchor that is lost, and says so', () => {
    const [row] = modelOf([
      claim(date('1992'), {
        property: 'opened',
        anchor: { state: 'lost', choices: [] },
        entry: entry({ quote: scalar('opened\n in 1992') }),
      }),
    ]).rows;
    const shown = row?.claims[0];
    assert.deepEqual(shown?.quote, { before: '', text: 'opened in 1992', after: '', wording: null });
    assert.equal(shown?.passage, null);
    assert.deepEqual(shown?.problems, ['Quote not found in the article']);
  });

  it('tells who says it, and when, only where that is not plain from the source', () => {
    const [row] = modelOf([
      claim(quantity('5'), { property: 'size', speaker: 'the mayor', asOf: '2007-04', valid: '2006' }),
      claim(quantity('5'), { property: 'size', asOf: '2015', valid: '2015' }),
    ]).rows;
    assert.deepEqual(
      row?.claims.map(({ qualifiers }) => qualifiers),
      [['said by the mayor', 'as of April 2007', 'valid 2006'], []],
    );
  });

  it('says why a claim takes no part in comparisons', () => {
    const [row] = modelOf([claim(unknown, { property: 'odd', unjudged: 'undeclared-property' })]).rows;
    assert.equal(row?.judgement.verdict, 'unjudged');
    assert.deepEqual(row?.claims[0]?.problems, ['Not compared: the property is not declared']);
  });

  it('gives the registry a column of its own, last, and leaves out facts that no article speaks of', () => {
    const model = modelOf([
      claim(date('1992'), { source: 'registry', file: 'registry/a.yaml', property: 'opened', asOf: null, valid: null }),
      claim(date('1993'), { property: 'opened' }),
      claim(date('1993'), { source: 'registry', file: 'registry/a.yaml', subject: 'unheard', property: 'opened' }),
    ]);
    assert.deepEqual(
      model.sources.map(({ id, title, discrepancies }) => ({ id, title, discrepancies })),
      [
        { id: 'sources/a.txt', title: 'The first', discrepancies: 1 },
        { id: 'sources/b.txt', title: 'sources/b.txt', discrepancies: 0 },
        { id: 'registry', title: 'Registry', discrepancies: 1 },
      ],
    );
    assert.deepEqual(
      model.rows.map(({ key }) => key),
      ['subject|opened'],
    );
  });

  it('passes names with markup, and names of object members, as the text that they are', () => {
    const name = '<img src=x onerror=alert(1)> [x](command:y)';
    const model = modelOf([
      claim(text(name), { subject: '__proto__', property: 'constructor' }),
      claim(text('other'), { subject: '__proto__', property: 'constructor', ...inB }),
    ]);
    assert.equal(model.rows[0]?.claims[0]?.value, name);
    assert.deepEqual(model.rows[0]?.subject, { id: '__proto__', name: '__proto__', type: null });
    assert.equal(model.rows[0]?.property, 'constructor');
    assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  });
});
