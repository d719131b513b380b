import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Claim } from '../../../src/core/claims/claim';
import { groupClaims } from '../../../src/core/claims/groups';
import { extentsOf } from '../../../src/core/page/extents';
import { pageDetail } from '../../../src/core/page/pageDetail';
import { pageTimeline } from '../../../src/core/page/pageTimeline';
import { dayNumber } from '../../../src/core/values/calendar';
import { parseDate, parsePeriod } from '../../../src/core/values/edtf';
import { parseQuantity } from '../../../src/core/values/quantity';
import type { Value } from '../../../src/core/values/value';
import { along, stretchOf, ticksOf } from '../../../src/webview/lineScale';
import { layOut } from '../../../src/webview/timelineLayout';
import { claim, date, property, registryOf } from '../claims/madeClaims';

const registry = registryOf([property({ value: 'date' })]);
const sources = [
  { id: 'sources/a.txt', title: 'The first', published: '2015' },
  { id: 'sources/b.txt', title: null, published: null },
];
const input = { caseName: 'case', sources, groups: [], suggestions: { shown: true, count: 0 }, registry, text: () => undefined };

function quantity(text: string, unit: string | null): Value {
  const value = parseQuantity(text, unit);
  assert.ok('kind' in value);
  return value;
}

describe('extents of values on a line', () => {
  it('are days, the last one included, with the halo around the core', () => {
    const march = dayNumber(1992, 3, 1);
    const [month, season, open] = extentsOf([parseDate('1992-03')!, parseDate('1992-21')!, parsePeriod('1992-03/..')!])!.extents;
    assert.deepEqual(month, { core: [march, march + 31], halo: [march, march + 31] });
    assert.deepEqual(season, { core: [march, dayNumber(1992, 6, 1)], halo: [dayNumber(1992, 2, 1), dayNumber(1992, 7, 1)] });
    assert.deepEqual(open?.core, [march, null]);
  });

  it('are numbers in the unit of the first quantity, however the others are measured', () => {
    const { unit, extents } = extentsOf([quantity('5 km', null), quantity('2000 m', null), quantity('3 USD', null)])!;
    assert.equal(unit, 'km');
    assert.deepEqual(extents.map((extent) => extent?.core), [[5, 5], [2, 2], undefined]);
  });

  it('leave open what has no bound, and are none for values without a line', () => {
    assert.deepEqual(extentsOf([quantity('more than 50', 'country')])?.extents[0]?.core, [50, null]);
    assert.equal(extentsOf([{ kind: 'entity', id: 'x' }]), null);
  });
});

describe('detail of a group', () => {
  it('tells each pair with its rule, worst first, and each value in full', () => {
    const claims: Claim[] = [
      claim(date('2003'), {}),
      claim(date('2003-01'), { source: 'sources/b.txt', derivation: 'told so' }),
      claim(date('2004'), { source: 'sources/b.txt' }),
    ];
    const [group] = groupClaims(claims, registry, null).groups;
    const detail = pageDetail(group!, input);
    assert.deepEqual(detail.line, { kind: 'time', unit: null });
    assert.deepEqual(
      detail.pairs.map(({ a, b, verdict }) => [a, b, verdict]),
      [[0, 2, 'conflict'], [1, 2, 'conflict'], [0, 1, 'refined']],
    );
    assert.ok(detail.pairs.every(({ reason, comparison }) => reason !== '' && comparison !== ''));
    assert.equal(detail.claims[1]?.derivation, 'told so');
    assert.match(detail.claims[1]?.core ?? '', /1.*31 January 2003/);
  });
});

describe('time line of a case', () => {
  it('lists dated claims alone, by time, a lane a source', () => {
    const { groups } = groupClaims(
      [claim(date('2003'), {}), claim(date('1999'), { source: 'sources/b.txt', modality: 'planned' })],
      registry,
      null,
    );
    const timeline = pageTimeline({ ...input, groups });
    assert.deepEqual(timeline.sources, [{ id: 'sources/a.txt', title: 'The first' }, { id: 'sources/b.txt', title: 'sources/b.txt' }]);
    assert.deepEqual(timeline.claims.map(({ value, source, planned }) => [value, source, planned]), [['1999', 1, true], ['2003', 0, false]]);
  });

  it('is laid out so that nothing in a lane covers anything, and what has no room is counted', () => {
    const end = fc.option(fc.integer({ min: 0, max: 40_000 }));
    const extents = fc.array(fc.tuple(end, end), { maxLength: 60 });
    fc.assert(
      fc.property(extents, fc.nat(59), (ends, active) => {
        const claims = ends
          .map(([a, b]): [number | null, number | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
          .filter(([a, b]) => a !== null || b !== null)
          .map((core) => ({ source: 0, key: '', about: '', value: '', extent: { core, halo: core }, verdict: 'single' as const, denied: false, planned: false, suggested: false }));
        const stretch = { from: 10_000, to: 30_000 };
        const [lane] = layOut(claims, 1, stretch, 1000, active);
        const meets = claims.filter(({ extent: { core } }) => (core[0] ?? 0) <= stretch.to && (core[1] ?? Infinity) >= stretch.from).length;
        assert.equal(lane!.items.length + lane!.more, meets);
        const tracks = new Map<number, [number, number][]>();
        for (const { index, track, left, end: atEnd } of lane!.items) {
          const { core } = claims[index]!.extent;
          const bar: [number, number] = [along(stretch, core[0], 'low'), along(stretch, core[1], 'high')];
          const label: [number, number] = atEnd ? [left - 0.21, left] : [left, left + 0.21];
          tracks.set(track, [...(tracks.get(track) ?? []), [Math.min(bar[0], label[0]), Math.max(bar[1], label[1])]]);
        }
        for (const own of tracks.values()) {
          const sorted = own.sort((a, b) => a[0] - b[0]);
          for (const [i, one] of sorted.entries()) if (i > 0) assert.ok(one[0] >= sorted[i - 1]![1] - 1e-9);
        }
      }),
    );
  });
});

describe('the scale of a line', () => {
  it('holds all ends with room, and labels round points by what fits', () => {
    const stretch = stretchOf([{ core: [dayNumber(1990, 1, 1), dayNumber(2015, 1, 1)], halo: [null, dayNumber(2016, 1, 1)] }])!;
    assert.ok(stretch.from < dayNumber(1990, 1, 1) && stretch.to > dayNumber(2016, 1, 1));
    assert.deepEqual(ticksOf(stretch, 'time', 5).map(({ label }) => label), ['1990', '1995', '2000', '2005', '2010', '2015']);
    const spring = { from: dayNumber(2016, 2, 25), to: dayNumber(2016, 6, 20) };
    assert.deepEqual(ticksOf(spring, 'time', 4).map(({ label }) => label), ['March 2016', 'April 2016', 'May 2016', 'June 2016']);
    assert.deepEqual(ticksOf({ from: 0, to: 200 }, 'number', 4).map(({ label }) => label), ['0', '50', '100', '150', '200']);
    assert.equal(stretchOf([null, { core: [null, null], halo: [null, null] }]), null);
  });
});
