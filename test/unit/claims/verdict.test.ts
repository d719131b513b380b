import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Claim, Verdict } from '../../../src/core/claims/claim';
import { registrySource } from '../../../src/core/claims/claim';
import { judgePair, mirrorRelation, rowWords, verdictRows } from '../../../src/core/claims/verdict';
import type { Property } from '../../../src/core/registry/registry';
import { claim, date, entityValue, none, property, quantity, registryOf, text, unknown } from './madeClaims';

const places = { kazakhstan: [], almaty: ['kazakhstan'], astana: ['kazakhstan'], paris: [] };
const staticDate = property({ value: 'date' });
const fluentEntity = property({ value: 'entity', temporal: 'fluent' });
const place = property({ value: 'entity', hierarchical: true });
const count = property({ value: 'quantity', unit: 'country' });
const words = property({ value: 'text' });

function expect(a: Claim, b: Claim, of: Property, verdict: Verdict, row: (typeof verdictRows)[number]['id'], relation?: string): void {
  const registry = registryOf([of], places);
  const judged = judgePair(a, b, of, registry);
  assert.deepEqual([judged.verdict, judged.row], [verdict, row]);
  if (relation !== undefined) assert.equal(judged.comparison.relation, relation);
  const mirrored = judgePair(b, a, of, registry);
  assert.deepEqual([mirrored.verdict, mirrored.row], [verdict, row], 'the verdict of b and a');
  assert.equal(mirrored.comparison.relation, mirrorRelation(judged.comparison.relation));
}

function worded(surface: string): Claim {
  return claim(entityValue('paris'), { surface });
}

const early = { asOf: '2007', valid: '2007' };
const late = { asOf: '2015', valid: '2015' };

describe('verdict of two claims (DESIGN §5)', () => {
  describe('planned against later asserted: equal, refines or overlaps → plan confirmed', () => {
    it('equal', () => {
      expect(claim(date('2007-05'), { ...early, modality: 'planned' }), claim(date('2007-05'), late), staticDate, 'plan-confirmed', 'plan-confirmed', 'equal');
    });
    it('refines', () => {
      expect(claim(date('2007-05'), { ...early, modality: 'planned' }), claim(date('2007'), late), staticDate, 'plan-confirmed', 'plan-confirmed', 'refines');
    });
    it('refined by', () => {
      expect(claim(entityValue('kazakhstan'), { ...early, modality: 'planned' }), claim(entityValue('almaty'), late), place, 'plan-confirmed', 'plan-confirmed');
    });
    it('overlaps', () => {
      expect(claim(quantity('at least 150'), { ...early, modality: 'planned' }), claim(quantity('up to 192'), late), count, 'plan-confirmed', 'plan-confirmed', 'overlaps');
    });
    it('the registry is latest, whatever its date', () => {
      const fact = claim(date('2007-05'), { source: registrySource, asOf: null, valid: null });
      expect(claim(date('2007-05'), { ...late, modality: 'planned' }), fact, staticDate, 'plan-confirmed', 'plan-confirmed');
    });
    it('an assertion that begins no later confirms nothing: it agrees', () => {
      expect(claim(date('2007-05'), { ...late, modality: 'planned' }), claim(date('2007-05'), late), staticDate, 'agree', 'equal');
      expect(claim(date('2007-05'), { ...late, modality: 'planned' }), claim(date('2007-05'), early), staticDate, 'agree', 'equal');
    });
    it('later is told by where asOf begins', () => {
      const planned = claim(date('2007-05'), { asOf: '2015-02-01/2015-12', modality: 'planned' });
      expect(planned, claim(date('2007-05'), { asOf: '2015-03' }), staticDate, 'plan-confirmed', 'plan-confirmed');
      expect(planned, claim(date('2007-05'), { asOf: '2015' }), staticDate, 'agree', 'equal');
    });
    it('an unknown asOf is not later', () => {
      expect(claim(date('2007-05'), { ...early, modality: 'planned' }), claim(date('2007-05'), { asOf: null }), staticDate, 'agree', 'equal');
    });
    it('possible is not planned', () => {
      expect(claim(date('2007-05'), { ...early, modality: 'possible' }), claim(date('2007-05'), late), staticDate, 'agree', 'equal');
    });
  });

  describe('at least one planned or possible: near or disjoint → plan changed', () => {
    it('planned, then asserted otherwise', () => {
      expect(claim(date('2007-05'), { ...early, modality: 'planned' }), claim(date('2007-06'), late), staticDate, 'plan-changed', 'plan-changed', 'disjoint');
    });
    it('near', () => {
      expect(claim(quantity('around 100'), { modality: 'possible' }), claim(quantity('115')), count, 'plan-changed', 'plan-changed', 'near');
    });
    it('two plans', () => {
      const planned = { modality: 'planned' } as const;
      expect(claim(date('2007'), planned), claim(date('2008'), planned), staticDate, 'plan-changed', 'plan-changed');
    });
    it('before cardinality and time are looked at', () => {
      const many = property({ value: 'entity', cardinality: 'many', temporal: 'fluent' });
      expect(claim(entityValue('paris'), { ...early, modality: 'planned' }), claim(entityValue('almaty'), late), many, 'plan-changed', 'plan-changed');
    });
  });

  describe('polarities differ, the positive equals or refines the negative → conflict if static or valid times meet, else changed', () => {
    const denied = { polarity: 'negative' } as const;
    it('static: equal', () => expect(claim(date('1992'), denied), claim(date('1992'), { asOf: '2007' }), staticDate, 'conflict', 'denied'));
    it('static: the positive refines', () => expect(claim(date('1992'), denied), claim(date('1992-03')), staticDate, 'conflict', 'denied'));
    it('fluent, valid times meet', () => {
      expect(claim(entityValue('paris'), { ...denied, valid: '2014/2016' }), claim(entityValue('paris'), late), fluentEntity, 'conflict', 'denied');
    });
    it('fluent, valid times disjoint', () => {
      expect(claim(entityValue('paris'), { ...denied, ...early }), claim(entityValue('paris'), late), fluentEntity, 'changed', 'denied');
    });
    it('fluent, a valid time unknown: maybe changed (docs/verdicts.md)', () => {
      expect(claim(entityValue('paris'), { ...denied, valid: null }), claim(entityValue('paris'), late), fluentEntity, 'maybe-changed', 'denied');
    });
    it('a plan that is later denied has changed (docs/verdicts.md)', () => {
      const planned = claim(entityValue('almaty'), { ...early, modality: 'planned' });
      expect(planned, claim(entityValue('kazakhstan'), { ...late, ...denied }), place, 'plan-changed', 'plan-changed');
    });
  });

  describe('polarities differ otherwise → compatible', () => {
    const denied = { polarity: 'negative' } as const;
    it('the negative refines', () => expect(claim(date('1992-03'), denied), claim(date('1992')), staticDate, 'compatible', 'denial-fits'));
    it('disjoint', () => expect(claim(date('1993'), denied), claim(date('1992')), staticDate, 'compatible', 'denial-fits'));
    it('free text', () => expect(claim(text('chair'), denied), claim(text('member')), words, 'compatible', 'denial-fits'));
  });

  it('equal → agree', () => expect(claim(date('1992-03-02')), claim(date('1992-03-02')), staticDate, 'agree', 'equal', 'equal'));
  it('refines → refined, also of a fluent property at different times', () => {
    expect(claim(date('1992-03-02')), claim(date('1992')), staticDate, 'refined', 'refines', 'refines');
    const members = { ...count, temporal: 'fluent' } as const;
    expect(claim(quantity('192'), early), claim(quantity('almost 200'), late), members, 'refined', 'refines', 'refines');
  });
  it('less informative → compatible', () => expect(claim(unknown), claim(date('1992')), staticDate, 'compatible', 'fits', 'less-informative'));
  it('overlaps → compatible', () => {
    expect(claim(quantity('at least 150')), claim(quantity('up to 192')), count, 'compatible', 'fits', 'overlaps');
  });
  it('differs → unjudged', () => expect(claim(text('deputy')), claim(text('secretary')), words, 'unjudged', 'not-comparable', 'differs'));
  it('incomparable → unjudged', () => {
    expect(claim(quantity('5 km')), claim(quantity('5 USD')), property({ value: 'quantity' }), 'unjudged', 'not-comparable', 'incomparable');
  });
  it('cardinality many → additional', () => {
    const many = property({ value: 'entity', cardinality: 'many' });
    expect(claim(entityValue('paris')), claim(entityValue('almaty')), many, 'additional', 'several-values', 'disjoint');
  });
  it('cardinality many: none leaves no room for a value (docs/verdicts.md)', () => {
    const many = property({ value: 'entity', cardinality: 'many' });
    expect(claim(none), claim(entityValue('almaty')), many, 'conflict', 'disjoint');
  });
  it('fluent property, valid times disjoint → changed', () => {
    expect(claim(entityValue('paris'), early), claim(entityValue('almaty'), late), fluentEntity, 'changed', 'different-times');
  });
  it('fluent property, a valid time unknown → maybe changed', () => {
    expect(claim(entityValue('paris'), { valid: null }), claim(entityValue('almaty'), late), fluentEntity, 'maybe-changed', 'unknown-time');
  });
  it('fluent property, valid times meet → conflict', () => {
    expect(claim(entityValue('paris'), { valid: '2014/2016' }), claim(entityValue('almaty'), late), fluentEntity, 'conflict', 'disjoint');
  });
  it('near → tension', () => expect(claim(quantity('around 100')), claim(quantity('115')), count, 'tension', 'near', 'near'));
  it('disjoint → conflict', () => expect(claim(date('2003-01')), claim(date('2003-08-28/2003-08-29')), staticDate, 'conflict', 'disjoint', 'disjoint'));

  it('two denials of different things can both be right (docs/verdicts.md)', () => {
    const denied = { polarity: 'negative' } as const;
    expect(claim(date('1992'), denied), claim(date('1993'), denied), staticDate, 'compatible', 'both-denied');
  });
  it('a claim that takes no part in comparisons is unjudged', () => {
    expect(claim(date('1992'), { unjudged: 'missing-separator' }), claim(date('1992')), staticDate, 'unjudged', 'not-judged');
    const registry = registryOf([]);
    assert.equal(judgePair(claim(date('1992')), claim(date('1993')), undefined, registry).verdict, 'unjudged');
  });

  it('agreeing names that are worded differently are name variants, folding apart', () => {
    const registry = registryOf([fluentEntity], places);
    assert.equal(judgePair(worded('N. Nazarbaev'), worded('Nursultan Nazarbayev'), fluentEntity, registry).nameVariant, true);
    assert.equal(judgePair(worded('Marat\n Tazhin'), worded('marat tazhin'), fluentEntity, registry).nameVariant, false);
    assert.equal(judgePair(worded('Paris'), claim(entityValue('paris')), fluentEntity, registry).nameVariant, false);
  });

  it('every row has words for people', () => {
    for (const { id } of verdictRows) assert.match(rowWords(id), /^[A-Z].*\.$/u);
  });

  it('holds both ways, is one of its row’s verdicts, and a claim agrees with itself', () => {
    const values = [date('1992'), date('1992-03'), date('1993~'), date('1992-03-02'), unknown, none];
    const times = ['2007', '2015', '2014/2016', null];
    const claims = fc.record({
      value: fc.constantFrom(...values),
      polarity: fc.constantFrom('positive' as const, 'negative' as const),
      modality: fc.constantFrom('asserted' as const, 'planned' as const, 'possible' as const),
      source: fc.constantFrom('sources/a.txt', registrySource),
      asOf: fc.constantFrom(...times),
      valid: fc.constantFrom(...times),
    });
    const properties = fc.record({
      temporal: fc.constantFrom('static' as const, 'fluent' as const),
      cardinality: fc.constantFrom('one' as const, 'many' as const),
    });
    fc.assert(
      fc.property(claims, claims, properties, (one, other, parts) => {
        const of = property({ value: 'date', ...parts });
        const registry = registryOf([of]);
        const [a, b] = [claim(one.value, one), claim(other.value, other)];
        const judged = judgePair(a, b, of, registry);
        const mirrored = judgePair(b, a, of, registry);
        assert.deepEqual([judged.verdict, judged.row], [mirrored.verdict, mirrored.row]);
        assert.equal(judged.comparison.relation, mirrorRelation(mirrored.comparison.relation));
        const row = verdictRows.find(({ id }) => id === judged.row);
        assert.ok(row && (row.verdicts as readonly Verdict[]).includes(judged.verdict));
        assert.equal(judgePair(a, a, of, registry).verdict, 'agree');
      }),
    );
  });
});
