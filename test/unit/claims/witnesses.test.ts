import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { maximalCliques } from '../../../src/core/claims/cliques';
import { countWitnesses } from '../../../src/core/claims/witnesses';
import { claim, unknown } from './madeClaims';

interface Said {
  readonly source: string;
  readonly speaker: string | null;
}

function areIndependent(said: readonly Said[]): boolean {
  const speakers = said.flatMap(({ speaker }) => speaker ?? []);
  return new Set(said.map(({ source }) => source)).size === said.length && new Set(speakers).size === speakers.length;
}

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, index) => bits & (1 << index)));
}

describe('independent witnesses', () => {
  it('are as many as the largest set of claims that share neither origin nor speaker', () => {
    const said = fc.record({ source: fc.constantFrom('a', 'b', 'c', 'd'), speaker: fc.constantFrom(null, 'x', 'y', 'z') });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (all) => {
        const most = Math.max(...subsets(all).filter(areIndependent).map((set) => set.length));
        assert.equal(countWitnesses(all.map((parts) => claim(unknown, parts))), most);
      }),
    );
  });
  it('are found along chains of thousands of sources and speakers', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => [
      claim(unknown, { source: `s${i}`, speaker: `p${i}` }),
      claim(unknown, { source: `s${i}`, speaker: `p${i + 1}` }),
    ]);
    assert.equal(countWitnesses([...chain.flat(), claim(unknown, { source: 'last', speaker: 'p0' })]), 3001);
  });
});

describe('maximal cliques', () => {
  it('are those that trying every set finds', () => {
    const graph = fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(graph, (rows) => {
        const adjacent = (a: number, b: number) => rows[Math.min(a, b)]![Math.max(a, b)]!;
        const vertices = [...rows.keys()];
        const cliques = subsets(vertices).filter((set) => set.length > 0 && set.every((a) => set.every((b) => a === b || adjacent(a, b))));
        const isMaximal = (set: number[]) => !vertices.some((v) => !set.includes(v) && set.every((a) => adjacent(a, v)));
        const expected = cliques.filter(isMaximal).map((set) => set.join(' ')).sort();
        assert.deepEqual(maximalCliques(rows.length, adjacent).map((set) => set.join(' ')).sort(), expected);
      }),
    );
  });
  it('leave no vertex out where there are too many cliques to list', () => {
    const cliques = maximalCliques(60, (a, b) => Math.floor(a / 3) !== Math.floor(b / 3));
    assert.ok(cliques.length <= 1060);
    assert.equal(new Set(cliques.flat()).size, 60);
  });
});
