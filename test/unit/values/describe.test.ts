import assert from 'node:assert/strict';
import type { ValueKind } from '../../../src/core/registry/registry';
import { coreJson, describeEdtf, describeValue, normalisedKey, relationWords } from '../../../src/core/values/describe';
import { readValue } from '../../../src/core/values/readValue';
import type { Value } from '../../../src/core/values/value';

function value(written: string | readonly string[], kind: ValueKind, unit: string | null = null): Value {
  const cardinality = typeof written === 'string' ? 'one' : 'closed-list';
  return readValue(written, { value: kind, unit, cardinality }, { resolve: (id) => id }).value;
}

describe('values in words', () => {
  const dates: readonly [string, string][] = [
    ['2003-08-28', '28 August 2003'],
    ['2003-08-28/2003-08-29', '28–29 August 2003'],
    ['2003-08-28/2003-09-03', '28 August – 3 September 2003'],
    ['2003-12-28/2004-01-03', '28 December 2003 – 3 January 2004'],
    ['2003-01', 'January 2003'],
    ['2003-01/2003-03', 'January–March 2003'],
    ['2015-01/2015-03-01', 'January 2015 – 1 March 2015'],
    ['1991/2019', '1991–2019'],
    ['1991/..', 'since 1991'],
    ['../2003-08', 'until August 2003'],
    ['1991/', 'from 1991, end unknown'],
    ['2016-21', 'spring 2016'],
    ['2006-24', 'winter 2006–07'],
    ['2016-29', 'spring 2016 (southern hemisphere)'],
    ['2016-33', 'first quarter of 2016'],
    ['2003~', 'around 2003'],
    ['2003-08?', 'August 2003 (uncertain)'],
    ['2003%', 'around 2003 (uncertain)'],
    ['198X', 'the 1980s'],
    ['2003-XX', '2003, month unknown'],
    ['2003-08-1X', 'between 10 August 2003 and 19 August 2003'],
    ['-0043', '44 BC'],
    ['Y170000002', '170,000,002'],
    ['[1667,1668,1670..1672]', '1667, 1668 or 1670–1672'],
    ['{1667,1668}', '1667 and 1668'],
    ['not a date', 'not a date'],
  ];
  for (const [edtf, words] of dates) it(`${edtf}: ${words}`, () => assert.equal(describeEdtf(edtf), words));

  const quantities: readonly [string, string | null, string][] = [
    ['around 100', 'country', 'about 100 countries'],
    ['almost 200', 'country', 'almost 200 countries'],
    ['187 of 192', 'country', '187 of 192 countries'],
    ['1', 'country', '1 country'],
    ['fourth', null, 'fourth'],
    ['63rd session', null, '63rd session'],
    ['112th', null, '112th'],
    ['1.2e12 USD', null, '1.2 trillion USD'],
    ['2.5%', null, '2.5%'],
    ['two thirds', null, 'two thirds'],
    ['from 51 to 192', 'person', '51–192 people'],
    ['20 USD per barrel', null, '20 USD per barrel'],
    ['12 per 1,000 people', null, '12 per 1,000 people'],
    ['less than 5 km', null, 'less than 5 km'],
  ];
  for (const [text, unit, words] of quantities) {
    it(`${text}: ${words}`, () => assert.equal(describeValue(value(text, 'quantity', unit)), words));
  }

  it('entities by name, lists, booleans, unknown and none', () => {
    const names = new Map([['almaty', 'Almaty']]);
    const name = (id: string): string => names.get(id) ?? id;
    assert.equal(describeValue(value('almaty', 'entity'), name), 'Almaty');
    assert.equal(describeValue(value(['almaty', 'astana', 'un'], 'entity'), name), 'Almaty, astana and un');
    assert.equal(describeValue(value('true', 'boolean')), 'yes');
    assert.equal(describeValue({ kind: 'unknown' }), 'not known');
    assert.equal(describeValue({ kind: 'none' }), 'none');
  });

  it('counted nouns of other scripts take no English ending', () => {
    assert.equal(describeValue(value('7 мостов', 'quantity')), '7 мостов');
    assert.equal(describeValue(value('7 bridges', 'quantity')), '7 bridges');
  });

  it('every relation has words', () => assert.equal(relationWords('refines'), 'more precise'));
});

describe('normalised strings', () => {
  it('are what reviews.yaml keeps', () => {
    assert.equal(normalisedKey(value('2003-01', 'date')), '2003-01');
    assert.equal(normalisedKey(value('almost 200 member countries', 'quantity', 'countries')), 'almost 200 country');
    assert.equal(normalisedKey(value('187 of 192', 'quantity', 'country')), '187 of 192 country');
    assert.equal(normalisedKey(value('1,2 trillion USD', 'quantity')), '1200000000000 USD');
    assert.equal(normalisedKey(value('“Deputy”  Head', 'text')), '"deputy" head');
    assert.equal(normalisedKey(value(['un', 'almaty', 'un'], 'entity')), '[almaty, un]');
    assert.equal(normalisedKey({ kind: 'unknown' }), 'unknown');
  });

  it('of lists of texts do not run into each other', () => {
    assert.notEqual(normalisedKey(value(['a, b'], 'text')), normalisedKey(value(['a', 'b'], 'text')));
  });
});

describe('cores for the command line', () => {
  it('dates as days, null unbounded', () => {
    assert.deepEqual(coreJson(value('2007-05', 'date')), ['2007-05-01', '2007-05-31']);
    assert.deepEqual(coreJson(value('1991/..', 'date')), ['1991-01-01', null]);
    assert.deepEqual(coreJson(value('1991/2019-03', 'period')), ['1991-01-01', '2019-03-31']);
    assert.deepEqual(coreJson(value('1991/..', 'period')), ['1991-01-01', null]);
  });

  it('quantities as numbers, null unbounded', () => {
    assert.deepEqual(coreJson(value('almost 200', 'quantity')), [180, 200]);
    assert.deepEqual(coreJson(value('more than 50', 'quantity')), [50, null]);
  });

  it('other values have none', () => assert.equal(coreJson(value('almaty', 'entity')), null));
});
