import assert from 'node:assert/strict';
import { parse as parsePeer } from '@edtf-ts/core';
import edtfOracle from 'edtf';
import * as fc from 'fast-check';
import { addMonths, civilDay, dayNumber } from '../../../src/core/values/calendar';
import { datesMeet, extentOf, formatDay, parseDate, parseEdtf, parsePeriod } from '../../../src/core/values/edtf';
import { within } from '../../../src/core/values/interval';
import type { Interval } from '../../../src/core/values/value';

const msPerDay = 86_400_000;

function bounds({ low, high }: Interval): [string, string] {
  return [formatDay(low), formatDay(high)];
}

function coreOf(edtf: string): [string, string] {
  const date = parseDate(edtf);
  assert.ok(date, `${edtf} is read`);
  return bounds(date.core);
}

function haloOf(edtf: string): [string, string] {
  const date = parseDate(edtf);
  assert.ok(date, `${edtf} is read`);
  return bounds(date.halo);
}

describe('dates: core and halo (DESIGN §4, table of forms)', () => {
  it('day: its calendar extent, halo the same', () => {
    assert.deepEqual(coreOf('2003-08-28'), ['2003-08-28', '2003-08-28']);
    assert.deepEqual(haloOf('2003-08-28'), coreOf('2003-08-28'));
  });

  it('month: its calendar extent, halo the same', () => {
    assert.deepEqual(coreOf('2004-02'), ['2004-02-01', '2004-02-29']);
    assert.deepEqual(haloOf('2004-02'), coreOf('2004-02'));
  });

  it('year: its calendar extent, halo the same', () => {
    assert.deepEqual(coreOf('2003'), ['2003-01-01', '2003-12-31']);
    assert.deepEqual(haloOf('2003'), coreOf('2003'));
  });

  it('approximate: its extent, and one grain of its own either side', () => {
    const rows: [string, [string, string], [string, string]][] = [
      ['2003-08-28~', ['2003-08-28', '2003-08-28'], ['2003-08-27', '2003-08-29']],
      ['2003-03~', ['2003-03-01', '2003-03-31'], ['2003-02-01', '2003-04-30']],
      ['2003~', ['2003-01-01', '2003-12-31'], ['2002-01-01', '2004-12-31']],
      ['198X~', ['1980-01-01', '1989-12-31'], ['1970-01-01', '1999-12-31']],
      ['2016-21~', ['2016-03-01', '2016-05-31'], ['2015-12-01', '2016-08-31']],
    ];
    for (const [edtf, core, halo] of rows) {
      assert.deepEqual(coreOf(edtf), core, edtf);
      assert.deepEqual(haloOf(edtf), halo, edtf);
    }
  });

  it('season: its three months, and one month either side', () => {
    assert.deepEqual(coreOf('2016-21'), ['2016-03-01', '2016-05-31']);
    assert.deepEqual(haloOf('2016-21'), ['2016-02-01', '2016-06-30']);
    assert.deepEqual(coreOf('2016-22'), ['2016-06-01', '2016-08-31']);
    assert.deepEqual(coreOf('2016-23'), ['2016-09-01', '2016-11-30']);
    assert.deepEqual(coreOf('2006-24'), ['2006-12-01', '2007-02-28']);
  });

  it('season of a southern source: turned round, and told apart in the normalised string', () => {
    const spring = parseDate('2016-21', { hemisphere: 'south' });
    assert.ok(spring);
    assert.deepEqual(bounds(spring.core), ['2016-09-01', '2016-11-30']);
    assert.equal(spring.edtf, '2016-29');
    assert.deepEqual(parseDate(spring.edtf), spring);
    const summer = parseDate('2016-22', { hemisphere: 'south' });
    assert.deepEqual(summer && bounds(summer.core), ['2016-12-01', '2017-02-28']);
  });

  it('uncertain: extent, halo the same, low confidence', () => {
    const date = parseDate('2003-08?');
    assert.ok(date?.uncertain);
    assert.deepEqual(coreOf('2003-08?'), coreOf('2003-08'));
    assert.deepEqual(haloOf('2003-08?'), coreOf('2003-08'));
  });

  it('% is both uncertain and approximate, however it is written', () => {
    for (const written of ['2003%', '2003?~', '2003~?']) {
      assert.equal(parseDate(written)?.edtf, '2003%');
      assert.ok(parseDate(written)?.uncertain);
      assert.deepEqual(haloOf(written), ['2002-01-01', '2004-12-31']);
    }
  });

  it('an interval as a date is somewhere between its ends, each with its own halo', () => {
    assert.deepEqual(coreOf('2003-08-28/2003-08-29'), ['2003-08-28', '2003-08-29']);
    assert.deepEqual(coreOf('2015-01/2015-03-01'), ['2015-01-01', '2015-03-01']);
    assert.deepEqual(coreOf('1984~/2004-06'), ['1984-01-01', '2004-06-30']);
    assert.deepEqual(haloOf('1984~/2004-06'), ['1983-01-01', '2004-06-30']);
    assert.deepEqual(haloOf('2004-06/2016-21'), ['2004-06-01', '2016-06-30']);
  });

  it('open and unknown ends are without bound', () => {
    assert.deepEqual(coreOf('1991/..'), ['1991-01-01', '..']);
    assert.deepEqual(coreOf('1991/'), ['1991-01-01', '..']);
    assert.deepEqual(coreOf('../1991'), ['..', '1991-12-31']);
    assert.deepEqual(coreOf('/1991'), ['..', '1991-12-31']);
  });

  it('qualifiers on a component widen by the finest component that is approximate', () => {
    assert.deepEqual(haloOf('2004-06-~11'), ['2004-06-10', '2004-06-12']);
    assert.deepEqual(haloOf('2004-06~-11'), ['2004-05-11', '2004-07-11']);
    assert.deepEqual(haloOf('~2004-06'), ['2003-06-01', '2005-06-30']);
    assert.ok(parseDate('?2004-06')?.uncertain);
  });

  it('X: from the first to the last day it may stand for', () => {
    assert.deepEqual(coreOf('198X'), ['1980-01-01', '1989-12-31']);
    assert.deepEqual(coreOf('19XX'), ['1900-01-01', '1999-12-31']);
    assert.deepEqual(coreOf('-19XX'), ['-1999-01-01', '-1900-12-31']);
    assert.deepEqual(coreOf('2003-XX'), ['2003-01-01', '2003-12-31']);
    assert.deepEqual(coreOf('2003-1X'), ['2003-10-01', '2003-12-31']);
    assert.deepEqual(coreOf('2003-01-3X'), ['2003-01-30', '2003-01-31']);
    assert.deepEqual(coreOf('XXXX-02-29'), ['0000-02-29', '9996-02-29']);
    assert.equal(parseDate('XXX1-02-29'), null);
    assert.equal(parseDate('198X')?.grain, 'decade');
    assert.equal(parseDate('19XX')?.grain, 'century');
  });

  it('quarters, thirds and halves of a year have no halo', () => {
    assert.deepEqual(coreOf('2016-34'), ['2016-04-01', '2016-06-30']);
    assert.deepEqual(coreOf('2016-39'), ['2016-09-01', '2016-12-31']);
    assert.deepEqual(coreOf('2016-41'), ['2016-07-01', '2016-12-31']);
    assert.deepEqual(haloOf('2016-41'), coreOf('2016-41'));
  });

  it('negative, zero and long years', () => {
    assert.deepEqual(coreOf('-0044-03-15'), ['-0044-03-15', '-0044-03-15']);
    assert.deepEqual(coreOf('0000'), ['0000-01-01', '0000-12-31']);
    assert.equal(extentOf('-0001')?.high, (extentOf('0000')?.low ?? 0) - 1);
    assert.equal(parseDate('Y17E7')?.edtf, 'Y170000000');
    assert.deepEqual(coreOf('Y170000002'), ['Y170000002-01-01', 'Y170000002-12-31']);
    assert.deepEqual(coreOf('1950S2'), ['1900-01-01', '1999-12-31']);
  });

  it('sets reach from their earliest to their latest', () => {
    assert.deepEqual(coreOf('[1667,1668,1670..1672]'), ['1667-01-01', '1672-12-31']);
    assert.deepEqual(coreOf('{1960, 1961-12}'), ['1960-01-01', '1961-12-31']);
    assert.deepEqual(coreOf('[..1983-12]'), ['..', '1983-12-31']);
    assert.equal(parseDate('{1960, 1961-12}')?.edtf, '{1960,1961-12}');
  });

  it('a time of day is taken as its day', () => {
    assert.equal(parseDate('2003-08-28T10:30:00+05:00')?.edtf, '2003-08-28');
    assert.equal(parseDate('2003-08-28T10:30')?.edtf, '2003-08-28');
    assert.equal(parseDate('2003-08-28T25:30'), null);
  });

  it('what is no EDTF date is refused', () => {
    const wrong =
      ' / .. [] {,} [2003 198 2003-8 __proto__ 2003-13 2003-00 2003-08-00 2003-02-30 2003-21-05 -0000 Y2003 Y1E99 ' +
      '2003/2001 2003//2004 2003-08-28/29 1984?? 2003-08-28T25:00 [2003..2001] 198XX';
    assert.deepEqual(wrong.split(' ').filter((text) => parseDate(text) !== null), []);
  });
});

describe('periods (DESIGN §4)', () => {
  it('are the pair of their ends; an open end is all time', () => {
    const period = parsePeriod('1991-12/..');
    assert.ok(period);
    assert.deepEqual(bounds(period.start.core), ['1991-12-01', '1991-12-31']);
    assert.deepEqual(bounds(period.end.core), ['..', '..']);
  });

  it('a single date begins and ends within itself', () => {
    const period = parsePeriod('2011');
    assert.deepEqual(period && bounds(period.start.core), ['2011-01-01', '2011-12-31']);
    assert.deepEqual(period?.end, period?.start);
  });
});

describe('valid times', () => {
  it('meet when they share a day', () => {
    assert.equal(datesMeet('1991/2019', '2015-01/2015-03-01'), true);
    assert.equal(datesMeet('2007', '2015'), false);
    assert.equal(datesMeet('1991/..', '2015'), true);
    assert.equal(datesMeet('2007-05-31', '2007-06-01'), false);
  });

  it('are unknown when one is missing or unreadable', () => {
    assert.equal(datesMeet(null, '2015'), null);
    assert.equal(datesMeet('2015', 'soon'), null);
  });
});

const anyYear = fc.integer({ min: -9999, max: 9999 });
const plainDate = fc
  .record({ days: fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(9999, 12, 31) }), grain: fc.constantFrom(4, 7, 10) })
  .map(({ days, grain }) => formatDay(days).slice(0, grain));
const marked = fc.tuple(plainDate, fc.constantFrom('', '~', '?', '%')).map(([date, mark]) => date + mark);
const season = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 21, max: 41 })).map(([y, s]) => `${y}-${s}`);
const interval = fc
  .tuple(fc.oneof(marked, fc.constantFrom('..', '')), fc.oneof(marked, fc.constantFrom('..', '')))
  .map(([a, b]) => `${a}/${b}`);
const twoDates = fc
  .tuple(plainDate, plainDate)
  .filter(([a, b]) => a.slice(0, 4) < b.slice(0, 4))
  .map((pair) => pair.join('/'));
const anyEdtf = fc.oneof(marked, season, interval);

describe('dates hold as properties', () => {
  it('day numbers and calendar days are inverse, in steps of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000_000, max: 4_000_000_000 }), (days) => {
        const { year, month, day } = civilDay(days);
        assert.equal(dayNumber(year, month, day), days);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (days) => {
        const date = new Date(days * msPerDay);
        assert.deepEqual(civilDay(days), { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
      }),
    );
  });

  it('months go forth and back on the first of a month', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -5000, max: 5000 }), (year, month, move) => {
        const first = dayNumber(year, month, 1);
        assert.equal(addMonths(addMonths(first, move), -move), first);
      }),
    );
  });

  it('the core lies in the halo', () => {
    fc.assert(
      fc.property(anyEdtf, fc.constantFrom('north' as const, 'south' as const), (text, hemisphere) => {
        const date = parseDate(text, { hemisphere });
        const period = parsePeriod(text, { hemisphere });
        if (date) assert.ok(within(date.core, date.halo));
        if (period) assert.ok(within(period.start.core, period.start.halo) && within(period.end.core, period.end.halo));
      }),
    );
  });

  it('a normalised string reads back as the same date, without the hemisphere', () => {
    fc.assert(
      fc.property(anyEdtf, fc.constantFrom('north' as const, 'south' as const), (text, hemisphere) => {
        const date = parseDate(text, { hemisphere });
        fc.pre(date !== null);
        assert.deepEqual(parseDate(date.edtf), date);
      }),
    );
  });

  it('every day reads back from how it is formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), (days) => {
        assert.deepEqual(extentOf(formatDay(days)), { low: days, high: days, lowOpen: false, highOpen: false });
      }),
    );
  });

  it('any text is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.doesNotThrow(() => parseEdtf(text))));
  });

  it('extents are those of the package edtf (which knows no seasons)', () => {
    fc.assert(
      fc.property(fc.oneof(plainDate, twoDates), (text) => {
        const extent = extentOf(text);
        fc.pre(extent !== null);
        const peer = edtfOracle(text);
        assert.equal(extent.low, Math.floor(peer.min / msPerDay));
        assert.equal(extent.high, Math.floor(peer.max / msPerDay));
      }),
    );
  });

  it('extents are those of @edtf-ts/core, seasons 21–24 included', () => {
    const northern = season.filter((text) => /2[1-4]$/.test(text));
    fc.assert(
      fc.property(fc.oneof(marked, northern), (text) => {
        const peer = parsePeer(text);
        assert.ok(peer.success, text);
        const extent = extentOf(text);
        assert.equal(extent?.low, Math.floor(Number(peer.value.minMs) / msPerDay));
        assert.equal(extent?.high, Math.floor(Number(peer.value.maxMs) / msPerDay));
      }),
    );
  });
});
