import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Claim, Group } from '../../../src/core/claims/claim';
import { registrySource } from '../../../src/core/claims/claim';
import { groupClaims, groupKey } from '../../../src/core/claims/groups';
import { compareVerdicts } from '../../../src/core/claims/words';
import type { Registry } from '../../../src/core/registry/registry';
import type { Value } from '../../../src/core/values/value';
import { claim, date, entityValue, property, quantity, registryOf, text, unknown } from './madeClaims';

const dates = registryOf([property({ value: 'date' })]);
const a = 'sources/a.txt';
const b = 'sources/b.txt';
const c = 'sources/c.txt';

function groupOf(claims: readonly Claim[], registry: Registry = dates): Group {
  const { groups } = groupClaims(claims, registry, null);
  assert.equal(groups.length, 1);
  return groups[0]!;
}

function from(source: string, value: Value, parts: Partial<Claim> = {}): Claim {
  return claim(value, { source, ...parts });
}

function witnesses(...claims: readonly Claim[]): number {
  return groupOf(claims).witnesses;
}

function said(source: string, ...speakers: readonly string[]): Claim[] {
  return speakers.map((speaker) => from(source, date('1992'), { speaker }));
}

function many(size: number, valueOf: (index: number) => Value): Claim[] {
  return Array.from({ length: size }, (_, index) => from(`sources/${index}.txt`, valueOf(index)));
}

describe('groups of claims', () => {
  describe('key', () => {
    it('is subject and property, then the separators by name', () => {
      const key = new Map([['round', '2'], ['election', 'council-vote-2016']]);
      assert.equal(groupKey({ subject: 'kazakhstan', property: 'votes-for', key }), 'kazakhstan|votes-for|election=council-vote-2016|round=2');
    });
    it('is percent-encoded, whatever the text', () => {
      const key = new Map([['a=b', 'c|d é\ud800']]);
      assert.equal(groupKey({ subject: 's', property: 'p', key }), 's|p|a%3Db=c%7Cd%20%C3%A9%EF%BF%BD');
    });
    it('keeps claims apart that differ in a separator, and takes harmless names for what they are', () => {
      const keyed = (value: string) => from(a, date('1992'), { key: new Map([['__proto__', value]]) });
      const { groups } = groupClaims([keyed('x'), keyed('y'), from(a, date('1992'), { subject: 'constructor' })], dates, null);
      assert.deepEqual(groups.map((group) => group.key).sort(), ['constructor|property', 'subject|property|__proto__=x', 'subject|property|__proto__=y']);
    });
  });

  it('put the registry’s facts last', () => {
    const group = groupOf([from(registrySource, date('1992')), from(b, date('1992')), from(a, date('1992'))]);
    assert.deepEqual(group.claims.map(({ source }) => source), [b, a, registrySource]);
  });

  it('take the verdict of their worst pair', () => {
    const group = groupOf([from(a, date('2003')), from(b, date('2003-01')), from(registrySource, date('2003-08-28/2003-08-29'))]);
    assert.equal(group.verdict, 'conflict');
    assert.deepEqual([group.worst?.a, group.worst?.b, group.worst?.comparison.relation], [1, 2, 'disjoint']);
    assert.equal(group.pairs.length, 3);
  });

  it('of one claim are single, or unjudged when it cannot be judged', () => {
    assert.deepEqual([groupOf([from(a, date('2003'))]).verdict, groupOf([from(a, date('2003'))]).worst], ['single', null]);
    assert.equal(groupOf([from(a, date('2003'), { unjudged: 'missing-separator' })]).verdict, 'unjudged');
  });

  describe('camps', () => {
    it('are the maximal sets whose cores share a point, with the narrowest value as the best', () => {
      const group = groupOf([from(a, date('2003')), from(b, date('2003-01')), from(registrySource, date('2003-08-28/2003-08-29'))]);
      assert.deepEqual(group.camps.map((camp) => [camp.claims, camp.best, camp.witnesses]), [[[0, 1], 1, 2], [[0, 2], 2, 2]]);
    });
    it('hold overlapping quantities that meet in one point', () => {
      const registry = registryOf([property({ value: 'quantity' })]);
      const group = groupOf([from(a, quantity('at least 100')), from(b, quantity('up to 150')), from(c, quantity('120')), from(c, quantity('200'))], registry);
      assert.deepEqual(group.camps.map((camp) => [camp.claims, camp.best]), [[[0, 1, 2], 2], [[0, 3], 3]]);
    });
    it('are chains of places', () => {
      const registry = registryOf([property({ value: 'entity', hierarchical: true })], { kz: [], almaty: ['kz'], astana: ['kz'], hall: ['almaty'] });
      const group = groupOf([from(a, entityValue('kz')), from(b, entityValue('almaty')), from(c, entityValue('astana')), from(c, entityValue('hall'))], registry);
      assert.deepEqual(group.camps.map((camp) => [camp.claims, camp.best]), [[[0, 1, 3], 3], [[0, 2], 2]]);
    });
    it('leave out what backs no value, and keep denials apart', () => {
      const group = groupOf([from(a, unknown), from(b, date('1992'), { polarity: 'negative' }), from(c, date('1992')), from(c, date('1992'), { unjudged: 'unknown-entity' })]);
      assert.deepEqual(group.camps.map((camp) => camp.claims), [[1], [2]]);
    });
  });

  describe('witnesses', () => {
    const year = date('1992');
    it('are sources, the registry one more', () => assert.equal(witnesses(from(a, year), from(b, year), from(a, year), from(registrySource, year)), 3));
    it('of one origin count once', () => {
      assert.equal(witnesses(from(a, year, { origin: 'reuters' }), from(b, year, { origin: 'reuters' }), from(c, year)), 2);
    });
    it('count a source once that others name as their origin', () => assert.equal(witnesses(from(a, year), from(b, year, { origin: a })), 1));
    it('count one speaker once, though several sources quote him', () => {
      assert.equal(witnesses(from(a, year, { speaker: 'tazhin' }), from(b, year, { speaker: 'tazhin' })), 1);
    });
    it('count a source that speaks for itself beside another that quotes', () => {
      assert.equal(witnesses(from(a, year, { speaker: 'tazhin' }), from(a, year), from(b, year, { speaker: 'tazhin' })), 2);
    });
    it('never count two speakers of one source twice', () => {
      assert.equal(witnesses(from(a, year, { speaker: 'x' }), from(a, year, { speaker: 'y' })), 1);
    });
    it('find the most that are independent', () => {
      assert.equal(witnesses(...said(a, 'x'), ...said(b, 'x', 'y'), ...said(c, 'y', 'z')), 3);
    });
  });

  describe('badges', () => {
    it('single source: a month that only one names, though both know the year', () => {
      const group = groupOf([from(a, date('2003')), from(b, date('2003-01'))]);
      assert.deepEqual([group.badges, group.singleSource], [['single-source'], [1]]);
    });
    it('no single source where a second witness says the same or says it more exactly', () => {
      assert.deepEqual(groupOf([from(a, date('2003')), from(b, date('2003-01')), from(c, date('2003-01'))]).badges, []);
    });
    it('single source: a plan backs no assertion, an assertion backs a plan', () => {
      const group = groupOf([from(a, date('2007')), from(b, date('2007'), { modality: 'planned' })]);
      assert.deepEqual(group.singleSource, [0]);
    });
    it('same origin: two sources that are one witness', () => {
      const group = groupOf([from(a, date('2003'), { origin: 'wire' }), from(b, date('2003'), { origin: 'wire' })]);
      assert.deepEqual(group.badges, ['single-source', 'same-origin']);
    });
    it('name variant and suggested', () => {
      const registry = registryOf([property({ value: 'entity' })], { x: [] });
      const group = groupOf([from(a, entityValue('x'), { surface: 'N. X.' }), from(b, entityValue('x'), { surface: 'Nina X', state: 'suggested' })], registry);
      assert.deepEqual([group.verdict, group.badges], ['agree', ['name-variant', 'suggested']]);
    });
  });

  it('of kin properties of one subject are related, whichever declares it', () => {
    const registry = registryOf([property({ id: 'opened', value: 'date', kin: ['active'] }), property({ id: 'active', value: 'date' })]);
    const { groups } = groupClaims(
      [from(a, date('1993'), { property: 'opened' }), from(b, date('1992'), { property: 'active' }), from(b, date('1992'), { property: 'active', subject: 'other' })],
      registry,
      null,
    );
    assert.deepEqual(groups.map(({ related }) => related), [['subject|active'], ['subject|opened'], []]);
  });

  it('are kept from one time to the next while their claims are the same', () => {
    const one = [from(a, date('1992')), from(b, date('1993'))];
    const two = [from(a, date('1992'), { subject: 'other' }), from(b, date('1993'), { subject: 'other' })];
    const before = groupClaims([...one, ...two], dates, null).groups;
    const after = groupClaims([...one, two[0]!, from(b, date('1992'), { subject: 'other' })], dates, null, before).groups;
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.deepEqual(before.map(({ verdict }) => verdict), ['conflict', 'conflict']);
    assert.equal(after[1]!.verdict, 'agree');
  });

  describe('of very many claims', () => {
    it('say of each claim whom it contradicts', () => {
      const group = groupOf(many(5000, (index) => date(index % 100 === 0 ? '1993' : '1992')));
      assert.equal(group.verdict, 'conflict');
      const inConflict = new Set(group.pairs.filter(({ verdict }) => verdict === 'conflict').flatMap((pair) => [pair.a, pair.b]));
      assert.equal(inConflict.size, 5000);
      assert.ok(group.pairs.every(({ a, b }) => a < b));
      assert.deepEqual(group.camps.map(({ witnesses }) => witnesses), [50, 4950]);
      assert.deepEqual(group.badges, []);
    });
    it('are judged though all differ', () => {
      const registry = registryOf([property({ value: 'quantity' })]);
      const group = groupOf(many(5000, (index) => quantity(String(index + 1))), registry);
      assert.equal(group.verdict, 'conflict');
      assert.equal(new Set(group.pairs.flatMap((pair) => [pair.a, pair.b])).size, 5000);
      assert.equal(group.camps.length, 5000);
    });
    it('see what the last claim, the registry’s, contradicts', () => {
      const registry = registryOf([property({ value: 'text' })]);
      const others = many(1000, (index) => text(`words ${index}`));
      const group = groupOf([...others, from(registrySource, text('words 0'), { polarity: 'negative' })], registry);
      assert.equal(group.verdict, 'conflict');
      assert.deepEqual([group.worst?.a, group.worst?.b], [0, 1000]);
    });
  });

  describe('as properties', () => {
    const values = ['1992', '1992-03', '1992-03-02', '1993', '1992/1993', '1993-05~'].map(date);
    const anyClaim = fc
      .record({
        value: fc.constantFrom(...values, unknown),
        source: fc.constantFrom(a, b, c, registrySource),
        speaker: fc.constantFrom(null, 'x', 'y'),
        polarity: fc.constantFrom('positive' as const, 'negative' as const),
        modality: fc.constantFrom('asserted' as const, 'planned' as const),
        asOf: fc.constantFrom('2007', '2015', null),
      })
      .map((parts) => claim(parts.value, { ...parts, origin: parts.source === a || parts.source === b ? 'wire' : null }));
    const someClaims = fc.array(anyClaim, { minLength: 1, maxLength: 12 });

    it('verdict, camps, witnesses and badges do not depend on the order of claims', () => {
      fc.assert(
        fc.property(
          someClaims.chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }))),
          ([claims, shuffled]) => {
            const told = (group: Group) => {
              const namesOf = (indexes: readonly number[]) => indexes.map((index) => claims.indexOf(group.claims[index]!)).sort((x, y) => x - y);
              return {
                verdict: group.verdict,
                badges: group.badges,
                witnesses: group.witnesses,
                singleSource: namesOf(group.singleSource),
                camps: group.camps.map((camp) => JSON.stringify([namesOf(camp.claims), camp.witnesses])).sort(),
              };
            };
            assert.deepEqual(told(groupOf(shuffled)), told(groupOf(claims)));
          },
        ),
      );
    });
    it('the verdict is that of a pair, and none is worse; witnesses are no more than sources', () => {
      fc.assert(
        fc.property(someClaims, (claims) => {
          const group = groupOf(claims);
          assert.equal(group.pairs.length, (claims.length * (claims.length - 1)) / 2);
          if (claims.length > 1) assert.ok(group.pairs.some(({ verdict }) => verdict === group.verdict));
          assert.ok(group.pairs.every(({ verdict }) => compareVerdicts(group.verdict, verdict) <= 0));
          assert.ok(group.witnesses >= 1 && group.witnesses <= new Set(claims.map(({ source }) => source)).size);
        }),
      );
    });
    it('every camp is maximal, and its best value is one of its own that none of it refines', () => {
      fc.assert(
        fc.property(someClaims, (claims) => {
          const group = groupOf(claims);
          const relation = (x: number, y: number) => group.pairs.find((pair) => pair.a === Math.min(x, y) && pair.b === Math.max(x, y))!.comparison.relation;
          const meet = (x: number, y: number) => x === y || ['equal', 'overlaps', 'refines', 'refined-by'].includes(relation(x, y));
          const backing = group.claims.flatMap(({ polarity, value }, index) => (polarity === 'positive' && value.kind !== 'unknown' ? [index] : []));
          for (const camp of group.camps) {
            assert.ok(camp.claims.includes(camp.best));
            if (group.claims[camp.best]!.polarity === 'negative') continue;
            assert.ok(camp.claims.every((x) => camp.claims.every((y) => meet(x, y))));
            assert.ok(backing.every((x) => camp.claims.includes(x) || !camp.claims.every((y) => meet(x, y))));
            assert.ok(camp.claims.every((x) => x === camp.best || relation(x, camp.best) !== (x < camp.best ? 'refines' : 'refined-by')));
          }
        }),
      );
    });
  });
});
