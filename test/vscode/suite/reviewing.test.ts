import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { hoverCards, problemsOf, words } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on, replaceWords } from './workspace';

/** Two articles that differ by six years. */
const dispute = {
  'registry/all.yaml': 'entities:\n  bridge: {type: place, name: Old Bridge}\nproperties:\n  opened: {label: opened, value: date}\n',
  'sources/a.txt': 'The Old Bridge opened in 1901.\n',
  'sources/b.txt': 'The Old Bridge opened in 1907.\n',
  'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: opened in 1907}\n',
  'reviews.yaml': '# nothing is decided yet\n',
};

const seenClaims = [
  { source: 'sources/a.txt', value: '1901', polarity: 'positive', modality: 'asserted', valid: null },
  { source: 'sources/b.txt', value: '1907', polarity: 'positive', modality: 'asserted', valid: null },
];

function reviews(decision: object, seenVerdict = 'conflict'): string {
  return JSON.stringify({ reviews: { 'bridge|opened': { ...decision, seen: { verdict: seenVerdict, claims: seenClaims } } } });
}

describe('a decision on a discrepancy', () => {
  afterEach(closeEverything);

  it('takes it out of the Problems list or leaves it there, and is told by the hover of its claims', async () => {
    const made = await makeCase(dispute);
    const articles = [await made.open('sources/a.txt'), await made.open('sources/b.txt')];
    const listed = () => articles.map(({ uri }) => problemsOf(uri, 'discrepancy/conflict').length);
    const told = async (article: vscode.TextDocument) => {
      const cards = await hoverCards(article.uri, on(article, 'opened in'));
      assert.equal(cards.length, 1, 'the card of the quote');
      return words(cards[0]!).split('\n').flatMap((line) => /^\$\(pass\) (.*?) *$/.exec(line)?.[1] ?? []);
    };
    await eventually(() => assert.deepEqual(listed(), [1, 1]));
    for (const article of articles) assert.deepEqual(await told(article), []);

    const file = await made.open('reviews.yaml');
    const who = { by: 'dana', at: '2026-11-21T10:00:00Z' };
    for (const [text, problems, line] of [
      [reviews({ status: 'explained', reason: 'scope', note: 'Two *bridges*.', ...who }), 0, 'Explained: scope, by dana on 2026-11-21 — “Two *bridges*.”'],
      [reviews({ status: 'dismissed', reason: 'not-comparable', ...who }), 0, 'Dismissed: not comparable, by dana on 2026-11-21'],
      [reviews({ status: 'accepted', wrong: ['sources/b.txt'], ...who }), 1, 'Accepted: wrong in sources/b.txt, by dana on 2026-11-21'],
      [reviews({ status: 'explained', reason: 'rounding' }, 'tension'), 1, 'Open again, as the verdict is worse. It was explained: rounding'],
    ] as const) {
      await replaceWords(file, file.getText(), text);
      await eventually(async () => {
        assert.deepEqual(listed(), [problems, problems]);
        for (const article of articles) assert.deepEqual(await told(article), [line]);
      });
    }
    await replaceWords(file, file.getText(), dispute['reviews.yaml']);
    await eventually(async () => {
      assert.deepEqual(listed(), [1, 1]);
      for (const article of articles) assert.deepEqual(await told(article), []);
    });
  });
});
