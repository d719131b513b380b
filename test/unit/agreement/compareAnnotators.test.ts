import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Agreement, AgreementFigures, Match } from '../../../src/core/agreement/agreement';
import { compareAnnotators } from '../../../src/core/agreement/compareAnnotators';
import { createContingency, kappaOf, matchOf } from '../../../src/core/agreement/figures';
import { annotated, annotations, article, claims, mentions } from './annotators';

const compare = (a: string, b: string) => compareAnnotators(annotated(a), annotated(b));
const counts = ({ a, b, matchedA, matchedB }: Match) => [a, b, matchedA, matchedB];

function told({ differences }: Agreement) {
  return differences.map((one) => {
    const words = one.span ? article.slice(one.span.start, one.span.end) : null;
    if (one.what === 'mention') return [one.kind, words, one.a.map(({ entity }) => entity), one.b.map(({ entity }) => entity)];
    return [one.kind, words, one.relation];
  });
}

describe('agreement of two annotators, mentions', () => {
  const a = mentions('quote: The city, entity: almaty', 'quote: the city, entity: almaty', 'quote: The mayor, entity: bo');
  const b = mentions('quote: The city grew, entity: almaty', 'quote: the city, entity: astana');

  it('counts spans and entities, strictly and overlapping', () => {
    const { strict, overlapping } = compare(a, b).overall.mentions;
    // “the city” alone has the same span, but another entity; “The city” overlaps “The city grew”; “The mayor” is A's alone.
    assert.deepEqual(counts(strict.span), [3, 2, 1, 1]);
    assert.deepEqual(counts(strict.entity), [3, 2, 0, 0]);
    assert.deepEqual(counts(overlapping.span), [3, 2, 2, 2]);
    assert.deepEqual(counts(overlapping.entity), [3, 2, 1, 1]);
    assert.equal(strict.span.f1, 2 / 5);
    assert.equal(strict.entity.f1, 0);
    assert.equal(overlapping.span.f1, (2 * 1 * (2 / 3)) / (1 + 2 / 3));
  });

  it('lists what only one has, what has another entity, and what another extent', () => {
    assert.deepEqual(told(compare(a, b)), [
      ['extent', 'The city grew', ['almaty'], ['almaty']],
      ['entity', 'the city', ['almaty'], ['astana']],
      ['only-a', 'The mayor', ['bo'], []],
    ]);
  });

  it('gives kappa over the words of the article', () => {
    // 20 words. A: 4 almaty, 2 bo, 14 none. B: 3 almaty, 2 astana, 15 none. Both: 2 almaty, 13 none.
    const { wordKappa } = compare(a, b).overall.mentions;
    const expected = (4 * 3 + 14 * 15) / 20 ** 2;
    assert.equal(wordKappa.units, 20);
    assert.equal(wordKappa.observed, 15 / 20);
    assert.ok(Math.abs(wordKappa.expected! - expected) < 1e-12);
    assert.ok(Math.abs(wordKappa.kappa! - (15 / 20 - expected) / (1 - expected)) < 1e-12);
  });

  it('is blind to white space at the ends of a quote', () => {
    const { overall, differences } = compare(mentions('quote: the city, entity: almaty'), mentions('quote: "  the city ", entity: almaty'));
    assert.deepEqual([overall.mentions.strict.entity.f1, differences], [1, []]);
  });

  it('takes a link that one wrote and the other left to the linker for the same', () => {
    const { overall, differences } = compare(mentions('quote: Ada, entity: ada'), 'mentions: []\n');
    assert.deepEqual([counts(overall.mentions.strict.entity), differences], [[1, 1, 1, 1], []]);
  });

  it('sees where one took away what the linker had found', () => {
    for (const taken of ['quote: Ada, entity: none', 'quote: Ada, not: ada']) {
      assert.deepEqual(told(compare('mentions: []\n', mentions(taken))), [['only-a', 'Ada', ['ada'], []]]);
    }
  });

  it('follows redirects, and takes entities that the registry lacks as they are written', () => {
    const merged = { 'registry/merged.yaml': 'entities:\n  almata: {redirect: almaty}\n' };
    const one = annotated(mentions('quote: the city, entity: almata', 'quote: The mayor, entity: nobody'), merged);
    const other = annotated(mentions('quote: the city, entity: almaty', 'quote: The mayor, entity: nobody'));
    assert.deepEqual(compareAnnotators(one, other).differences, []);
  });
});

describe('agreement of two annotators, claims', () => {
  it('pairs claims of one subject and property whose quotes overlap, and relates their values', () => {
    const a = claims('property: opened, value: 1901, quote: opened the bridge in 1901', 'property: built-by, value: ada, quote: Ada met Bo');
    const b = claims(
      'property: opened, value: 1901-05, quote: the bridge in 1901, note: not looked at',
      'property: built-by, value: bo, quote: Ada met',
      'property: built-by, value: bo, quote: they say',
    );
    const agreement = compare(a, b);
    assert.deepEqual(counts(agreement.overall.claims.stated), [2, 3, 2, 2]);
    assert.deepEqual(counts(agreement.overall.claims.value), [2, 3, 0, 0]);
    assert.equal(agreement.overall.claims.stated.f1, 4 / 5);
    assert.deepEqual(agreement.overall.claims.relations, { 'refined-by': 1, disjoint: 1 });
    assert.deepEqual(told(agreement), [
      ['value', 'Ada met Bo', 'disjoint'],
      ['value', 'opened the bridge in 1901', 'refined-by'],
      ['only-b', 'they say', null],
    ]);
  });

  it('does not look at notes', () => {
    const claim = 'property: opened, value: 1901, quote: in 1901';
    assert.deepEqual(compare(claims(claim), claims(`${claim}, note: a remark`)).differences, []);
  });

  it('tells what differs beside the value', () => {
    const claim = 'property: opened, value: 1901, quote: in 1901';
    for (const more of ['polarity: negative', 'modality: planned', 'speaker: ada', 'valid: 1905']) {
      const agreement = compare(claims(claim), claims(`${claim}, ${more}`));
      assert.deepEqual(told(agreement), [['qualifiers', 'in 1901', 'equal']], more);
      assert.equal(agreement.overall.claims.stated.f1, 1);
    }
  });

  it('pairs claims whose quotes are lost by their words', () => {
    const lost = 'property: opened, value: 1901, quote: "nowhere  to be found"';
    assert.deepEqual(compare(claims(lost), claims(lost.replace('nowhere  to', 'nowhere to'))).differences, []);
  });
});

describe('agreement of two annotators, sources', () => {
  it('leaves out, and names, those that not both annotated or that are not the same text', () => {
    const both = { 'annotations/b.yaml': 'source: sources/b.txt\n', 'annotations/c.yaml': 'source: sources/c.txt\n', 'sources/d.txt': 'D' };
    const a = annotated('', { ...both, 'sources/b.txt': 'One.', 'annotations/d.yaml': 'source: sources/d.txt\n' });
    const b = annotated('', { ...both, 'sources/b.txt': 'Two.', 'sources/c.txt': 'C' });
    const { leftOut, sources } = compareAnnotators(a, b);
    assert.deepEqual(sources.map(({ source }) => source), ['sources/a.txt']);
    assert.deepEqual(leftOut, [
      { source: 'sources/b.txt', reason: 'the article differs' },
      { source: 'sources/c.txt', reason: 'the article is in B alone' },
      { source: 'sources/d.txt', reason: 'only A has annotations of it' },
    ]);
  });

  it('says nothing of agreement where there is nothing to agree on', () => {
    const { mentions: figures, claims: stated } = compare('', '').overall;
    assert.deepEqual([figures.strict.span.f1, figures.wordKappa.kappa, figures.entityKappa.kappa, stated.stated.f1], [null, null, null, null]);
  });
});

describe('figures of agreement', () => {
  it('kappa is that of Cohen’s formula, worked out by hand', () => {
    // 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no: observed 0.7, expected 0.5·0.6 + 0.5·0.4 = 0.5, kappa 0.4.
    const table = createContingency();
    table.add('yes', 'yes', 20);
    table.add('yes', 'no', 5);
    table.add('no', 'yes', 10);
    table.add('no', 'no', 15);
    const { observed, expected, kappa } = kappaOf([table]);
    assert.deepEqual([observed, expected], [0.7, 0.5]);
    assert.ok(Math.abs(kappa! - 0.4) < 1e-12);
  });

  it('kappa is not defined where both gave every unit one label, and below 0 where they differ more than by chance', () => {
    const same = createContingency();
    same.add('-', '-', 7);
    assert.deepEqual(kappaOf([same]), { units: 7, observed: 1, expected: 1, kappa: null });
    const crossed = createContingency();
    crossed.add('x', 'y', 5);
    crossed.add('y', 'x', 5);
    assert.equal(kappaOf([crossed]).kappa, -1);
  });

  it('F1 is 0 where one has nothing, and not defined where neither has', () => {
    assert.equal(matchOf(3, 0, 0, 0).f1, 0);
    assert.equal(matchOf(0, 0, 0, 0).f1, null);
  });
});

describe('agreement, of any two annotators', () => {
  const figuresOf = ({ overall }: Agreement) => overall;
  const matches = ({ mentions: of, claims: stated }: AgreementFigures) => [
    of.strict.span,
    of.strict.entity,
    of.overlapping.span,
    of.overlapping.entity,
    stated.stated,
    stated.value,
  ];

  it('is whole with oneself', () => {
    fc.assert(
      fc.property(annotations, (own) => {
        const agreement = compare(own, own);
        assert.deepEqual(agreement.differences, []);
        for (const { f1 } of matches(figuresOf(agreement))) assert.ok(f1 === null || f1 === 1);
        const { wordKappa, entityKappa } = agreement.overall.mentions;
        for (const { kappa, observed } of [wordKappa, entityKappa]) {
          assert.ok(kappa === null || Math.abs(kappa - 1) < 1e-9);
          assert.ok(observed === null || observed === 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(annotations, annotations, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        for (const [index, match] of matches(there.overall).entries()) {
          const mirrored = matches(back.overall)[index]!;
          assert.deepEqual(counts(match), [mirrored.b, mirrored.a, mirrored.matchedB, mirrored.matchedA]);
          assert.ok(match.f1 === mirrored.f1 || Math.abs(match.f1! - mirrored.f1!) < 1e-9);
          assert.ok(match.f1 === null || (match.f1 >= 0 && match.f1 <= 1));
        }
        const { wordKappa } = there.overall.mentions;
        assert.ok(wordKappa.kappa === null || Math.abs(wordKappa.kappa - back.overall.mentions.wordKappa.kappa!) < 1e-9);
        const mirror = { 'only-a': 'only-b', 'only-b': 'only-a' } as Readonly<Record<string, string>>;
        const kinds = (agreement: Agreement, turn: boolean) =>
          agreement.differences.map(({ what, kind, span }) => `${what} ${turn ? (mirror[kind] ?? kind) : kind} ${kind === 'value' || kind === 'qualifiers' ? '' : span?.start}`).sort();
        assert.deepEqual(kinds(there, false), kinds(back, true));
      }),
      { numRuns: 100 },
    );
  });
});
