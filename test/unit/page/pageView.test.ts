import assert from 'node:assert/strict';
import type { PageClaim, PageModel, PageRow } from '../../../src/core/page/page';
import { chosenSources, defaultFilter, isDefaultFilter, pageView } from '../../../src/core/page/pageView';
import { largePage, samplePage } from '../../webview/samplePage';

const model = samplePage();

describe('page view', () => {
  it('leaves out what a reader has nothing to settle in, and counts it', () => {
    const view = pageView(model, defaultFilter);
    const verdicts = view.rows.map(({ judgement }) => judgement.verdict);
    assert.deepEqual(verdicts, ['conflict', 'plan-changed', 'tension', 'maybe-changed', 'refined', 'compatible', 'unjudged']);
    assert.equal(view.hiddenByVerdict, 2);
    assert.equal(view.counts.get('agree'), 1);
    assert.ok(isDefaultFilter(defaultFilter));
  });

  it('shows the verdicts asked for alone', () => {
    const view = pageView(model, { ...defaultFilter, verdicts: ['agree', 'tension'] });
    assert.deepEqual(
      view.rows.map(({ judgement }) => judgement.verdict),
      ['tension', 'agree'],
    );
    assert.equal(view.hiddenByVerdict, model.rows.length - 2);
  });

  it('finds all terms in names, values and quotes, letter case aside', () => {
    assert.deepEqual(found('TERMINAL dollars'), ['Container terminal']);
    assert.deepEqual(found('okoro'), ['Anse Rouge']);
    assert.deepEqual(found('terminal okoro'), []);
    assert.deepEqual(found('مرفأ'), ['<img src=x onerror="alert(1)"> & [link](command:evil) **bold**']);
    assert.equal(found('   ').length, 7);
  });

  it('keeps to the groups about one entity', () => {
    const view = pageView(model, { ...defaultFilter, entity: 'harbour-league' });
    assert.deepEqual(
      view.rows.map(({ row }) => row.subject.id),
      ['harbour-league'],
    );
  });

  it('takes all of three articles, and of more the two with most discrepancies, in the order of the case', () => {
    assert.equal(chosenSources(model, null).length, 3);
    assert.deepEqual(chosenSources(largePage(10, 9), null), ['sources/article-3.txt', 'sources/article-5.txt']);
  });

  it('forgets chosen articles that are gone', () => {
    assert.deepEqual(chosenSources(model, ['sources/wire-2012.txt', 'sources/gone.txt']), ['sources/wire-2012.txt']);
    assert.equal(chosenSources(model, ['sources/gone.txt']).length, 3);
  });

  it('judges a group by the articles that are shown, and says when others make it worse', () => {
    const three = threeSources();
    const all = pageView(three, { ...defaultFilter, sources: ['a', 'b', 'c'] }).rows[0];
    assert.equal(all?.judgement.verdict, 'conflict');
    assert.equal(all?.worseElsewhere, null);
    const two = pageView(three, { ...defaultFilter, sources: ['a', 'b'], verdicts: ['agree', 'conflict'] }).rows[0];
    assert.equal(two?.judgement.verdict, 'agree');
    assert.equal(two?.worseElsewhere, 'conflict');
    const one = pageView(three, { ...defaultFilter, sources: ['c'], verdicts: ['single'] }).rows[0];
    assert.equal(one?.judgement.verdict, 'single');
    assert.deepEqual(
      pageView(three, { ...defaultFilter, sources: ['d'] }).rows,
      [],
      'a group that no shown article speaks of',
    );
  });
});

function found(text: string): string[] {
  return pageView(model, { ...defaultFilter, text }).rows.map(({ row }) => row.subject.name);
}

function threeSources(): PageModel {
  const agree = { verdict: 'agree', relation: 'equal', relationWords: 'the same', reason: '' } as const;
  const conflict = { verdict: 'conflict', relation: 'disjoint', relationWords: 'different', reason: '' } as const;
  const [first] = model.rows;
  const claims = ['a', 'b', 'c'].map((source): PageClaim => ({ ...first!.claims[0]!, source }));
  const pairs: PageRow['pairs'] = [
    [0, 1, 0],
    [0, 2, 1],
    [1, 2, 1],
  ];
  const row: PageRow = { ...first!, claims, pairs, judgements: [agree, conflict], judgement: conflict };
  const sources = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, published: null, discrepancies: 0 }));
  return { caseName: '', sources, rows: [row], suggestions: { shown: true, count: 0 }, gone: [] };
}
