import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ValueKind } from '../../../src/core/registry/registry';
import { readValue } from '../../../src/core/values/readValue';
import { compareValues } from '../../../src/core/values/relation';
import type { Comparison, Relation, Value } from '../../../src/core/values/value';

const places = new Map([
  ['medeu', 'almaty'],
  ['almaty', 'kazakhstan'],
  ['kazakhstan', 'asia'],
]);

function isPartOf(part: string, whole: string): boolean {
  for (let at = places.get(part); at !== undefined; at = places.get(at)) if (at === whole) return true;
  return false;
}

const ids = new Set([...places.keys(), 'asia', 'new-york']);

function value(written: string | readonly string[], kind: ValueKind, unit: string | null = null): Value {
  const cardinality = typeof written === 'string' ? 'one' : 'closed-list';
  return readValue(written, { value: kind, unit, cardinality }, { resolve: (id) => (ids.has(id) ? id : undefined) }).value;
}

function compare(a: Value, b: Value, hierarchical = false): Comparison {
  return compareValues(a, b, { hierarchical, isPartOf });
}

function dates(a: string, b: string): Comparison {
  return compare(value(a, 'date'), value(b, 'date'));
}

function periods(a: string, b: string): Comparison {
  return compare(value(a, 'period'), value(b, 'period'));
}

function quantities(a: string, b: string, unit: string | null = 'country'): Comparison {
  return compare(value(a, 'quantity', unit), value(b, 'quantity', unit));
}

function entities(a: string, b: string, hierarchical: boolean): Relation {
  return compare(value(a, 'entity'), value(b, 'entity'), hierarchical).relation;
}

function texts(a: string, b: string): Relation {
  return compare(value(a, 'text'), value(b, 'text')).relation;
}

function lists(a: readonly string[], b: readonly string[], kind: ValueKind = 'entity'): Relation {
  return compare(value(a, kind), value(b, kind)).relation;
}

describe('relation of two values (DESIGN §4), row by row', () => {
  it('identical normalised values, unit included: equal', () => {
    assert.deepEqual(dates('2003-01', '2003-01'), { relation: 'equal' });
    assert.equal(quantities('almost 200 states', 'almost 200').relation, 'equal');
    assert.equal(compare({ kind: 'unknown' }, { kind: 'unknown' }).relation, 'equal');
    assert.equal(entities('atlantis', 'atlantis', false), 'equal');
  });

  it('units that do not convert: incomparable', () => {
    assert.equal(quantities('5 USD', '5 EUR').relation, 'incomparable');
    assert.equal(quantities('5 km', '5 kg').relation, 'incomparable');
    assert.equal(quantities('5 km', '5').relation, 'incomparable');
    assert.equal(quantities('20 USD per barrel', '20 USD', null).relation, 'incomparable');
  });

  it('counted nouns always convert', () => {
    assert.equal(quantities('192 countries', '192 member states', null).relation, 'equal');
  });

  it('types that do not convert: incomparable', () => {
    assert.equal(compare(value('2003', 'date'), value('2003', 'quantity')).relation, 'incomparable');
    assert.equal(compare(value('2003', 'date'), value('2003', 'period')).relation, 'incomparable');
    assert.equal(compare(value('almaty', 'text'), value('almaty', 'entity')).relation, 'incomparable');
  });

  it('an unlinked entity: incomparable, also against unknown and inside a list', () => {
    assert.equal(entities('atlantis', 'almaty', true), 'incomparable');
    assert.equal(entities('atlantis', 'unknown', true), 'incomparable');
    assert.equal(lists(['atlantis', 'almaty'], ['almaty']), 'incomparable');
  });

  it('one is unknown: less informative', () => {
    assert.equal(dates('unknown', '2003').relation, 'less-informative');
    assert.equal(dates('2003', 'unknown').relation, 'less-informative');
    assert.equal(dates('none', 'unknown').relation, 'less-informative');
  });

  it('C₁ = C₂: equal', () => {
    assert.equal(dates('1992', '1992~').relation, 'equal');
    assert.equal(dates('2016-21', '2016-03/2016-05').relation, 'equal');
    assert.equal(quantities('187', '187 of 192').relation, 'equal');
    assert.equal(quantities('fourth', '4', null).relation, 'equal');
    assert.equal(quantities('1 km', '1,000 m', null).relation, 'equal');
    assert.equal(quantities('24 months', '2 years', null).relation, 'equal');
    assert.equal(quantities('1.2 trillion USD', '1.20e12 USD', null).relation, 'equal');
  });

  it('same entity, same normalised text, same boolean, same set: equal', () => {
    assert.equal(entities('almaty', 'almaty', false), 'equal');
    assert.equal(texts('Deputy  Secretary–General', 'deputy secretary-general'), 'equal');
    assert.equal(compare(value('yes', 'boolean'), value('true', 'boolean')).relation, 'equal');
    assert.equal(lists(['almaty', 'new-york'], ['new-york', 'almaty', 'almaty']), 'equal');
    assert.equal(lists(['1 km', '2 km'], ['2,000 m', '1,000 m'], 'quantity'), 'equal');
  });

  it('C₁ ⊂ C₂: refines, and the other way round refined-by', () => {
    assert.equal(dates('2003-01', '2003').relation, 'refines');
    assert.equal(dates('2003', '2003-01').relation, 'refined-by');
    assert.equal(quantities('192', 'almost 200').relation, 'refines');
    assert.equal(quantities('at least 50', '192').relation, 'refined-by');
  });

  it('almost 200 does not hold 200', () => {
    assert.equal(quantities('200', 'almost 200').relation, 'near');
  });

  it('an entity that is part of the other, on a hierarchical property: refines; else disjoint', () => {
    assert.equal(entities('almaty', 'kazakhstan', true), 'refines');
    assert.equal(entities('asia', 'medeu', true), 'refined-by');
    assert.equal(entities('almaty', 'kazakhstan', false), 'disjoint');
  });

  it('set₁ ⊂ set₂: refines', () => {
    assert.equal(lists(['almaty'], ['almaty', 'new-york']), 'refines');
    assert.equal(lists(['almaty', 'new-york'], ['almaty']), 'refined-by');
  });

  it('C₁ ∩ C₂ ≠ ∅: overlaps', () => {
    assert.deepEqual(dates('2002/2003', '2003/2004'), { relation: 'overlaps' });
    assert.deepEqual(quantities('almost 200', 'around 180'), { relation: 'overlaps' });
  });

  it('H₁ ∩ H₂ ≠ ∅: near, with its gap', () => {
    assert.deepEqual(dates('2003-08~', '2003-09'), { relation: 'near', gap: '1 month' });
    assert.deepEqual(dates('2016-21', '2016-06'), { relation: 'near', gap: '1 month' });
    assert.deepEqual(quantities('200', '192'), { relation: 'near', gap: '8 countries' });
  });

  it('free text otherwise: differs', () => {
    assert.equal(texts('Deputy Secretary-General', 'Under-Secretary-General'), 'differs');
    assert.equal(texts('1.10', '1.1'), 'differs');
    assert.equal(texts('none', 'Deputy'), 'differs');
    assert.equal(lists(['a', 'b'], ['b', 'c'], 'text'), 'differs');
  });

  it('otherwise: disjoint, with its gap', () => {
    assert.deepEqual(dates('2003-01', '2003-08-28/2003-08-29'), { relation: 'disjoint', gap: '7 months' });
    assert.deepEqual(dates('2003-08-28', '2003-08-29'), { relation: 'disjoint', gap: '1 day' });
    assert.deepEqual(dates('1992', '2003-01'), { relation: 'disjoint', gap: '11 years' });
    assert.deepEqual(quantities('187', 'around 100'), { relation: 'disjoint', gap: '77 countries' });
    assert.deepEqual(quantities('97%', '55%', null), { relation: 'disjoint', gap: '42 percentage points' });
    assert.deepEqual(quantities('5 km', '3,142 m', null), { relation: 'disjoint', gap: '1.86 km' });
    assert.equal(compare(value('yes', 'boolean'), value('no', 'boolean')).relation, 'disjoint');
    assert.equal(entities('almaty', 'new-york', true), 'disjoint');
    assert.equal(lists(['almaty', 'asia'], ['almaty', 'new-york']), 'disjoint');
  });

  it('none is 0 of a quantity, and disjoint from other values', () => {
    assert.equal(quantities('none', '0').relation, 'equal');
    assert.deepEqual(quantities('none', '5'), { relation: 'disjoint', gap: '5 countries' });
    assert.equal(dates('none', '2003').relation, 'disjoint');
    assert.equal(entities('none', 'almaty', true), 'disjoint');
  });
});

describe('flags of disjoint values (DESIGN §4)', () => {
  it('day and month flipped', () => {
    assert.equal(dates('2003-05-04', '2003-04-05').flag, 'day-month-flip');
    assert.equal(dates('2003-05-04', '2003-04-06').flag, undefined);
  });

  it('one year off', () => {
    assert.equal(dates('1992', '1993').flag, 'one-year-off');
    assert.equal(dates('1992-03-02', '1993-03-02').flag, 'one-year-off');
    assert.equal(dates('2003-02-28', '2004-02-29').flag, 'one-year-off');
    assert.equal(dates('2003-02', '2004-02').flag, 'one-year-off');
    assert.equal(dates('1992-03-02', '1993-03-03').flag, undefined);
    assert.equal(dates('1992', '1994').flag, undefined);
  });

  it('a power of ten', () => {
    assert.equal(quantities('192', '1,920').flag, 'power-of-ten');
    assert.equal(quantities('1.2 billion USD', '1.2 trillion USD').flag, 'power-of-ten');
    assert.equal(quantities('192', '193').flag, undefined);
  });

  it('never where the values are near or overlap', () => {
    assert.deepEqual(dates('1992~', '1993'), { relation: 'near', gap: '1 year' });
  });
});

describe('periods (DESIGN §4: C and H are products of the ends)', () => {
  it('an open end is all time', () => {
    assert.equal(periods('1991/2019', '1991/..').relation, 'refines');
    assert.equal(periods('1991/..', '../2019').relation, 'overlaps');
  });

  it('refine when both ends do', () => {
    assert.equal(periods('1991-12-16/2019-03-20', '1991/2019').relation, 'refines');
    assert.equal(periods('1991-12-16/2019', '1991/2019-03').relation, 'overlaps');
  });

  it('are disjoint when one end is, and say which', () => {
    assert.deepEqual(periods('1990/2019', '1991/2019'), {
      relation: 'disjoint',
      gap: '1 year at the start',
      flag: 'one-year-off',
    });
    assert.equal(periods('1990~/2019', '1991/2019').relation, 'near');
  });
});

const day = fc.tuple(fc.integer({ min: 1990, max: 1994 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const point = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '~', '?', '%'))
  .map(([[y, m, d], length, mark]) => {
    const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    return text.slice(0, length) + mark;
  });
const end = fc.oneof({ arbitrary: point, weight: 4 }, { arbitrary: fc.constant('..'), weight: 1 });
const time = fc.oneof(point, fc.tuple(end, end).map((ends) => ends.join('/')), fc.constantFrom('199X', '1992-21', '1992-24'));
const amount = fc
  .tuple(
    fc.constantFrom('', 'around ', 'almost ', 'more than ', 'at least ', 'up to ', 'less than '),
    fc.integer({ min: -5, max: 210 }),
    fc.constantFrom('', ' km', ' m', ' members', ' USD', '%', ' days', ' weeks'),
  )
  .map((parts) => parts.join(''));
const entityId = fc.constantFrom('medeu', 'almaty', 'kazakhstan', 'asia', 'new-york', 'atlantis');
const special = fc.constantFrom<Value>({ kind: 'unknown' }, { kind: 'none' });
const valueOf = (kind: ValueKind, written: fc.Arbitrary<string>): fc.Arbitrary<Value> => written.map((text) => value(text, kind));
const dateValue = valueOf('date', time);
const periodValue = valueOf('period', time);
const quantityValue = valueOf('quantity', amount);
const entityValue = valueOf('entity', entityId);
const textValue = valueOf('text', fc.constantFrom('a', 'A', 'b', ' b', 'none'));
const setValue = fc.array(entityId, { maxLength: 3 }).map((list) => value(list, 'entity'));
const sameKind = fc.constantFrom(dateValue, periodValue, quantityValue, entityValue, textValue, setValue);
const anyValue = fc.oneof(dateValue, periodValue, quantityValue, entityValue, textValue, setValue, special);
const pair = fc.oneof(
  fc.tuple(anyValue, anyValue),
  sameKind.chain((kind) => fc.tuple(kind, kind)),
);
const mirror: Partial<Record<Relation, Relation>> = { refines: 'refined-by', 'refined-by': 'refines' };

describe('relations hold as properties', () => {
  it('the relation of a and b mirrors that of b and a, gap and flag included', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([a, b], hierarchical) => {
        const there = compare(a, b, hierarchical);
        const back = compare(b, a, hierarchical);
        assert.deepEqual(back, { ...there, relation: mirror[there.relation] ?? there.relation });
      }),
      { numRuns: 2000 },
    );
  });

  it('a value is equal to itself', () => {
    fc.assert(fc.property(anyValue, fc.boolean(), (a, hierarchical) => assert.deepEqual(compare(a, a, hierarchical), { relation: 'equal' })));
  });

  it('refines is transitive', () => {
    const triple = sameKind.chain((kind) => fc.tuple(kind, kind, kind));
    let chains = 0;
    fc.assert(
      fc.property(triple, ([a, b, c]) => {
        if (compare(a, b, true).relation !== 'refines' || compare(b, c, true).relation !== 'refines') return;
        chains++;
        assert.equal(compare(a, c, true).relation, 'refines');
      }),
      { numRuns: 5000 },
    );
    assert.ok(chains > 20, `${chains} chains were seen`);
  });

  it('only near and disjoint values have a gap, only disjoint ones a flag', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { relation, gap, flag } = compare(a, b);
        assert.ok(gap === undefined || relation === 'near' || relation === 'disjoint');
        assert.ok(flag === undefined || relation === 'disjoint');
      }),
    );
  });
});
