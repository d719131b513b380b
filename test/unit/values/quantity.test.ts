import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { normalisedKey, valueJson } from '../../../src/core/values/describe';
import { within } from '../../../src/core/values/interval';
import { createQuantity, parseQuantity } from '../../../src/core/values/quantity';
import type { Interval, QuantityMode, QuantityValue } from '../../../src/core/values/value';

function read(text: string, unit: string | null = null): QuantityValue {
  const quantity = parseQuantity(text, unit);
  assert.ok(!('error' in quantity), `${text} is read`);
  return quantity;
}

function notation({ low, high, lowOpen, highOpen }: Interval): string {
  return `${lowOpen ? '(' : '['}${low}, ${high}${highOpen ? ')' : ']'}`;
}

function assertDenotes(text: string, core: string, halo: string): void {
  const quantity = read(text);
  assert.equal(notation(quantity.core), core, `core of ${text}`);
  assert.equal(notation(quantity.halo), halo, `halo of ${text}`);
}

describe('quantities: core and halo (DESIGN §4, table of forms)', () => {
  it('exact n: itself, halo the same without trailing zeros', () => {
    assertDenotes('192', '[192, 192]', '[192, 192]');
    assertDenotes('1.25', '[1.25, 1.25]', '[1.25, 1.25]');
    assertDenotes('-3', '[-3, -3]', '[-3, -3]');
  });

  it('exact n with trailing zeros: half the last significant unit either side', () => {
    assertDenotes('200', '[200, 200]', '[150, 250]');
    assertDenotes('190', '[190, 190]', '[185, 195]');
    assertDenotes('1,200', '[1200, 1200]', '[1150, 1250]');
    assertDenotes('-50', '[-50, -50]', '[-55, -45]');
    assertDenotes('1.2e12', '[1200000000000, 1200000000000]', '[1150000000000, 1250000000000]');
    assertDenotes('1.2 trillion', '[1200000000000, 1200000000000]', '[1150000000000, 1250000000000]');
    assertDenotes('192 million', '[192000000, 192000000]', '[191500000, 192500000]');
    assertDenotes('two hundred', '[200, 200]', '[150, 250]');
  });

  it('a zero that was written after the decimal point counts', () => {
    assertDenotes('1.20 trillion', '[1200000000000, 1200000000000]', '[1195000000000, 1205000000000]');
    assertDenotes('3.0', '[3, 3]', '[3, 3]');
  });

  it('0 has no halo', () => assertDenotes('0', '[0, 0]', '[0, 0]'));

  it('around n: a tenth, and a fifth, either side', () => {
    assertDenotes('around 100', '[90, 110]', '[80, 120]');
    assertDenotes('around -100', '[-110, -90]', '[-120, -80]');
  });

  it('almost n: [0.9n, n), halo [0.85n, n]', () => {
    assertDenotes('almost 200', '[180, 200)', '[170, 200]');
    assertDenotes('almost 0', '[0, 0]', '[0, 0]');
  });

  it('more than n, over n: (n, ∞), halo [n, ∞)', () => {
    assertDenotes('more than 50', '(50, Infinity)', '[50, Infinity)');
    assertDenotes('over 50', '(50, Infinity)', '[50, Infinity)');
  });

  it('at least n: [n, ∞), halo the same', () => assertDenotes('at least 50', '[50, Infinity)', '[50, Infinity)'));

  it('up to n: [0, n], halo the same', () => assertDenotes('up to 50', '[0, 50]', '[0, 50]'));

  it('less than n mirrors more than n', () => {
    assertDenotes('less than 50', '[0, 50)', '[0, 50]');
    assertDenotes('less than 0', '(-Infinity, 0)', '(-Infinity, 0]');
  });

  it('a range is all between its ends', () => assertDenotes('from 51 to 192', '[51, 192]', '[51, 192]'));

  it('a rank is never rounded', () => assertDenotes('10th', '[10, 10]', '[10, 10]'));

  it('a fraction in words has half of one part either side', () => {
    assertDenotes('half', '[0.5, 0.5]', '[0.25, 0.75]');
    assertDenotes('3/4', '[0.75, 0.75]', '[0.625, 0.875]');
  });
});

describe('quantities as people write them', () => {
  const forms: readonly [string, string | null, object][] = [
    ['192', null, { number: 192, mode: 'exact', unit: null, of: null }],
    ['192 countries', 'country', { number: 192, mode: 'exact', unit: 'country', of: null }],
    ['almost 200 member countries', null, { number: 200, mode: 'almost', unit: 'member country', of: null }],
    ['almost 200 member countries', 'country', { number: 200, mode: 'almost', unit: 'country', of: null }],
    ['187 out of 192', 'country', { number: 187, mode: 'exact', unit: 'country', of: 192 }],
    ['187 countries out of 192', null, { number: 187, mode: 'exact', unit: 'country', of: 192 }],
    ['187 of the 192 members', null, { number: 187, mode: 'exact', unit: 'member', of: 192 }],
    ['from 51 to 192 members', null, { number: 192, mode: 'range', unit: 'member', of: null, from: 51, to: 192 }],
    ['between 10 and 20', null, { number: 20, mode: 'range', unit: null, of: null, from: 10, to: 20 }],
    ['10–20 km', null, { number: 20, mode: 'range', unit: 'km', of: null, from: 10, to: 20 }],
    ['$20-30 million', null, { number: 30e6, mode: 'range', unit: 'USD', of: null, from: 20e6, to: 30e6 }],
    ['fourth', null, { number: 4, mode: 'exact', unit: null, of: null, ordinal: true }],
    ['63rd session', null, { number: 63, mode: 'exact', unit: 'session', of: null, ordinal: true }],
    ['twenty-third', null, { number: 23, mode: 'exact', unit: null, of: null, ordinal: true }],
    ['two thirds', 'country', { number: 2, mode: 'exact', unit: 'share', of: 3 }],
    ['1,2 trillion USD', null, { number: 1.2e12, mode: 'exact', unit: 'USD', of: null }],
    ['US$1.2 trillion', null, { number: 1.2e12, mode: 'exact', unit: 'USD', of: null }],
    ['2.5%', null, { number: 2.5, mode: 'exact', unit: 'percent', of: null }],
    ['97 per cent', null, { number: 97, mode: 'exact', unit: 'percent', of: null }],
    ['20 dollars per barrel', null, { number: 20, mode: 'exact', unit: 'USD', of: null, per: 'barrel' }],
    ['20 dollars', 'AUD', { number: 20, mode: 'exact', unit: 'AUD', of: null }],
    ['60 km/h', null, { number: 60, mode: 'exact', unit: 'km', of: null, per: 'hour' }],
    ['12 per 1,000 people', null, { number: 12, mode: 'exact', unit: null, of: null, per: '1000 person' }],
    ['one hundred and ninety-two states', null, { number: 192, mode: 'exact', unit: 'state', of: null }],
    ['two and a half million', null, { number: 2.5e6, mode: 'exact', unit: null, of: null }],
    ['half a million people', null, { number: 5e5, mode: 'exact', unit: 'person', of: null }],
    ['5m', 'USD', { number: 5e6, mode: 'exact', unit: 'USD', of: null }],
    ['5m', 'km', { number: 5, mode: 'exact', unit: 'm', of: null }],
    ['-5 °C', null, { number: -5, mode: 'exact', unit: '°C', of: null }],
    ['50 km', 'country', { number: 50, mode: 'exact', unit: 'km', of: null }],
  ];
  for (const [text, unit, json] of forms) {
    it(`${text}${unit === null ? '' : ` (property in ${unit})`}`, () => assert.deepEqual(valueJson(read(text, unit)), json));
  }

  const modes: readonly [QuantityMode, readonly string[]][] = [
    ['almost', ['almost 5', 'nearly 5', 'just under 5']],
    ['around', ['around 5', 'about 5', 'approximately 5', '~5', '~ 5', 'ca. 5', 'c. 5', 'roughly 5', 'some 5', '5 or so']],
    ['more-than', ['more than 5', 'over 5', '>5']],
    ['at-least', ['at least 5', 'no fewer than 5', '5 or more', '5+', '≥ 5']],
    ['up-to', ['up to 5', 'at most 5', 'no more than 5', '5 or fewer']],
    ['less-than', ['less than 5', 'fewer than 5', 'under 5', '< 5']],
  ];
  for (const [mode, texts] of modes) {
    it(`${mode}: ${texts.join(' · ')}`, () => {
      for (const text of texts) assert.deepEqual([read(text).mode, read(text).number], [mode, 5], text);
    });
  }

  it('after a comma, one or two digits are decimals and groups of three are thousands', () => {
    const numbers = ['1,2', '1,25', '1,200', '1,200,000', '1 200', '1,200.50', '1.200,50', '1.200', '0,125', '12,00,000'];
    assert.deepEqual(
      numbers.map((text) => read(text).number),
      [1.2, 1.25, 1200, 1200000, 1200, 1200.5, 1200.5, 1.2, 0.125, 1200000],
    );
  });

  it('a scale of another language is no unit: the number would be wrong by powers of ten', () => {
    for (const text of ['1,7 млрд рублей', '40 тысяч', '3 Mio EUR', '5 crore rupees']) assert.ok('error' in parseQuantity(text, null), text);
    assert.equal(read('12 рублей').number, 12);
  });

  it('what is no quantity is told, with examples', () => {
    for (const text of ['', 'many', 'hundreds of people', '1,2345', '5 or 6', '1992-03', '192 countries, 5', '1e400', '187 of 0']) {
      const result = parseQuantity(text, 'country');
      assert.ok('error' in result, text);
      assert.match(result.error, /is not a quantity — write .*almost 200/);
    }
  });
});

const modes: readonly QuantityMode[] = ['exact', 'around', 'almost', 'more-than', 'at-least', 'up-to', 'less-than', 'range'];
const anyQuantity = fc
  .record({
    mode: fc.constantFrom(...modes),
    number: fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -999, max: 999 }).map((n) => n / 100)),
    width: fc.nat({ max: 1000 }),
    unit: fc.constantFrom(null, 'country', 'km', 'USD', 'percent'),
  })
  .map(({ mode, number, width, unit }) => {
    const to = Math.round((number + width) * 100) / 100;
    return createQuantity(mode === 'range' ? { number: to, mode, unit, from: number, to } : { number, mode, unit });
  });

describe('quantities hold as properties', () => {
  it('the core lies in the halo', () => {
    fc.assert(fc.property(anyQuantity, ({ core, halo }) => assert.ok(within(core, halo), `${notation(core)} in ${notation(halo)}`)));
  });

  it('a normalised string reads back as the same quantity', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const again = read(normalisedKey(quantity), quantity.unit);
        assert.deepEqual(valueJson(again), valueJson(quantity));
        assert.deepEqual(again.core, quantity.core);
        assert.equal(normalisedKey(again), normalisedKey(quantity));
      }),
    );
  });

  it('any text is read or refused, never thrown at', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789 .,-–%$/eEkmtofhalf') }));
    fc.assert(fc.property(texts, (text) => assert.doesNotThrow(() => parseQuantity(text, null))));
  });
});
