import assert from 'node:assert/strict';
import type { Cardinality, ValueKind } from '../../../src/core/registry/registry';
import { describeValue, valueJson } from '../../../src/core/values/describe';
import { readValue } from '../../../src/core/values/readValue';
import type { ReadContext, ReadValue } from '../../../src/core/values/readValue';

const context: ReadContext = {
  resolve: (id) => ({ almaty: 'almaty', 'alma-ata': 'almaty', astana: 'astana' })[id],
  published: '2015-01/2015-03-01',
};

function read(
  written: string | readonly string[],
  value: ValueKind,
  { cardinality = 'one', unit = null, ...rest }: Partial<ReadContext> & { cardinality?: Cardinality; unit?: string | null } = {},
): ReadValue {
  return readValue(written, { value, unit, cardinality }, { ...context, ...rest });
}

describe('reading a value from YAML', () => {
  it('unknown and none are values of every property', () => {
    for (const kind of ['date', 'period', 'quantity', 'entity', 'text', 'boolean'] as const) {
      assert.deepEqual(read('unknown', kind), { value: { kind: 'unknown' }, error: null, derivation: null });
      assert.deepEqual(read(' none ', kind).value, { kind: 'none' });
    }
    assert.deepEqual(read('unknown', 'entity', { cardinality: 'closed-list' }).value, { kind: 'unknown' });
  });

  it('a text stays what was written', () => {
    for (const text of ['1.10', '0123', '-0044', 'true', 'Deputy  Secretary']) assert.equal(valueJson(read(text, 'text').value), text);
  });

  it('booleans', () => {
    assert.deepEqual(['true', 'Yes'].map((text) => valueJson(read(text, 'boolean').value)), [true, true]);
    assert.deepEqual(['false', 'no'].map((text) => valueJson(read(text, 'boolean').value)), [false, false]);
    assert.match(read('maybe', 'boolean').error ?? '', /^"maybe" is neither true nor false — write true, false/);
  });

  it('entities, over redirects; an unknown one is unreadable without an error of its own', () => {
    assert.deepEqual(read('alma-ata', 'entity').value, { kind: 'entity', id: 'almaty' });
    assert.deepEqual(read('atlantis', 'entity'), { value: { kind: 'unreadable', text: 'atlantis' }, error: null, derivation: null });
  });

  it('a list is a set, for closed lists only', () => {
    assert.deepEqual(valueJson(read(['almaty', 'astana'], 'entity', { cardinality: 'closed-list' }).value), ['almaty', 'astana']);
    assert.deepEqual(valueJson(read('almaty', 'entity', { cardinality: 'closed-list' }).value), ['almaty']);
    const refused = read(['almaty', 'astana'], 'entity', { cardinality: 'many' });
    assert.equal(refused.value.kind, 'unreadable');
    assert.match(refused.error ?? '', /write one claim for each value/);
  });

  it('an empty value says what is expected', () => {
    assert.equal(read('', 'date').error, 'the value is empty — write an EDTF date, unknown or none');
  });

  it('the hemisphere of the source turns its seasons round', () => {
    assert.equal(valueJson(read('2016-21', 'date', { hemisphere: 'south' }).value), '2016-29');
  });

  const advice: readonly [string, RegExp][] = [
    ['2003-13', /^"2003-13" is not an EDTF date: there is no month 13 — write e\.g\. 2003, 2003-08/],
    ['2003-02-30', /: 2003-02 has 28 days — /],
    ['2003-21-05', /: a season has no day — /],
    ['2003/2001', /: it ends before it begins — /],
    ['2003-8', /— did you mean 2003-08\?$/],
    ['28 August 2003', /— did you mean 2003-08-28\?$/],
    ['August 28, 2003', /— did you mean 2003-08-28\?$/],
    ['August 2003', /— did you mean 2003-08\?$/],
    ['28.08.2003', /— did you mean 2003-08-28\?$/],
    ['04/05/2003', /— write e\.g\. /],
    ['spring of 2016', /— did you mean 2016-21\?$/],
    ['1980s', /— did you mean 198X\?$/],
    ['c. 1992', /— did you mean 1992~\?$/],
    ['44 BC', /— did you mean -0043\?$/],
    ['1991–2019', /— did you mean 1991\/2019\?$/],
    ['soon', /— write e\.g\. /],
  ];
  for (const [text, expected] of advice) {
    it(`${text} is no EDTF date, and the error leads out`, () => {
      const result = read(text, 'date');
      assert.equal(result.value.kind, 'unreadable');
      assert.match(result.error ?? '', expected);
    });
  }
});

describe('durations told from a date (DESIGN §4)', () => {
  it('23 years, told in 2015, is 1992', () => {
    const result = read('23 years', 'date');
    assert.equal(valueJson(result.value), '1992');
    assert.equal(result.error, null);
    assert.equal(result.derivation, "23 years before January 2015 – 1 March 2015, the article's date");
  });

  it('of a period, it is the start, and the end is open', () => {
    assert.equal(valueJson(read('23 years', 'period').value), '1992/..');
    assert.equal(describeValue(read('twenty-three years', 'period').value), 'since 1992');
  });

  const told: readonly [string, string, string][] = [
    ['23 years ago', '2015', '1992'],
    ['two decades', '2015-03-01', '1995'],
    ['about 23 years', '2015', '1992~'],
    ['more than 23 years', '2015', '../1992'],
    ['less than 23 years', '2015', '1992/2015'],
    ['three months', '2015-03-01', '2014-12~'],
    ['6 weeks', '2015-03-01', '2015-01-18~'],
    ['10 days', '2015-03-01', '2015-02-19'],
    ['15 years', '2007-03-22/2007-05', '1992'],
  ];
  for (const [text, published, expected] of told) {
    it(`${text}, told ${published}, is ${expected}`, () => assert.equal(valueJson(read(text, 'date', { published }).value), expected));
  }

  it('weeks and months are vague: one of them either side', () => {
    const weeks = read('6 weeks', 'date', { published: '2015-03-01' }).value;
    assert.ok(weeks.kind === 'date');
    assert.deepEqual([weeks.core.low - weeks.halo.low, weeks.halo.high - weeks.core.high], [7, 7]);
    const months = read('3 months', 'date', { published: '2015-03-01' }).value;
    assert.ok(months.kind === 'date');
    assert.deepEqual([months.core.low - months.halo.low, months.halo.high - months.core.high], [30, 31]);
  });

  it('without the date of the article, it says what is missing', () => {
    assert.match(read('23 years', 'date', { published: null }).error ?? '', /add "published" to the source/);
  });

  it('a duration of a quantity stays one', () => {
    assert.deepEqual(valueJson(read('23 years', 'quantity').value), { number: 23, mode: 'exact', unit: 'year', of: null });
  });
});
