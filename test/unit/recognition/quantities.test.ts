import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { en } from '../../../src/core/recognition/languages/en';
import type { Language } from '../../../src/core/recognition/languages/language';
import { ru } from '../../../src/core/recognition/languages/ru';
import { findQuantities } from '../../../src/core/recognition/quantities';
import { tokenise } from '../../../src/core/recognition/tokens';
import type { QuantityValue } from '../../../src/core/values/value';

/** `almost 200 member country`, `187 country of 192`, `#4`, `USD 20 per barrel`. */
function say({ number, mode, unit, of, from, factor, per, ordinal }: QuantityValue): string {
  return [
    mode === 'exact' ? '' : mode,
    from === undefined ? '' : `${from} →`,
    `${ordinal ? '#' : ''}${number}`,
    unit ?? '',
    of === null ? '' : `of ${of}`,
    per === undefined ? '' : `per ${per}`,
    factor === undefined ? '' : `×${factor}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function read(sentence: string, language: Language): Readonly<Record<string, string>> {
  const found = findQuantities(tokenise(sentence), language);
  return Object.fromEntries(found.map(({ start, end, value }) => [sentence.slice(start, end), say(value)]));
}

function check(rows: readonly (readonly [string, Readonly<Record<string, string>>])[], language = en): void {
  for (const [sentence, expected] of rows) assert.deepEqual(read(sentence, language), expected, sentence);
}

describe('quantities in a sentence', () => {
  it('take in their bound and the noun they count', () => {
    check([
      ['almost 200 member countries of the bloc', { 'almost 200 member countries': 'almost 200 member country' }],
      ['It has at least 50 Kazakh and Russian soldiers.', { 'at least 50 Kazakh and Russian soldiers': 'at-least 50 Kazakh and Russian soldier' }],
      ['Thirteen other towns said no.', { 'Thirteen other towns': '13 town' }],
      ['50 or more guests came', { '50 or more guests': 'at-least 50 guest' }],
      ['300 Israelis and 40 Pakistanis came', { '300 Israelis': '300 Israeli', '40 Pakistanis': '40 Pakistani' }],
      ['The iPhone 15 costs more, in Paris 200 guests came', { '200 guests': '200 guest' }],
      ['a third straight day Tuesday', { 'third straight day': '#3 straight day' }],
      ['a two-and-a-half-year deal, an hour and a half', { 'two-and-a-half-year': '2.5 year', 'an hour and a half': '1.5 hour' }],
      ['A 4.7 tremor hit; the 2.0 release did not.', { '4.7': '4.7' }],
      ['A sixth waiter left, a fifth more than said.', { 'sixth waiter': '#6 waiter', 'a fifth': '1 share of 5' }],
      ['some 20 grandchildren', { 'some 20 grandchildren': 'around 20 grandchild' }],
      ['192 voted yes', { '192': '192' }],
    ]);
  });

  it('know money, measures, shares and rates', () => {
    check([
      ['a fine of £3m and 1,2 trillion USD', { '£3m': '3000000 GBP', '1,2 trillion USD': '1200000000000 USD' }],
      ['from minus 5 °C, or -12 °C', { 'minus 5 °C': '-5 °C', '-12 °C': '-12 °C' }],
      ['The sea was 1.3C warmer, the desert hit 104F.', { '1.3C': '1.3 °C', '104F': '104 °F' }],
      ['It cost Rs 250 crore.', { 'Rs 250 crore': '2500000000 INR' }],
      ['12 per cent of it, 3 percentage points more', { '12 per cent': '12 percent', '3 percentage points': '3 percent' }],
      ['oil at $82.40 a barrel at 60 km/h', { '$82.40 a barrel': '82.4 USD per barrel', '60 km/h': '60 km per hour' }],
      ['3.2 per 1,000 births', { '3.2 per 1,000 births': '3.2 per 1000 birth' }],
      ['5.1 per cent a year earlier', { '5.1 per cent': '5.1 percent' }],
      ['the 45-year-old, a three-day visit', { '45-year-old': '45 year', 'three-day': '3 day' }],
      ['Anna Lee, 45, met two men, aged 24 and 31.', { '45': '45 year', 'two men': '2 man', 'aged 24': '24 year', '31': '31 year' }],
    ]);
  });

  it('know parts, ranges and changes', () => {
    check([
      ['187 countries out of 192 members', { '187 countries out of 192 members': '187 country of 192' }],
      ['one of the 54 members', { 'one of the 54 members': '1 member of 54' }],
      ['one in five adults', { 'one in five adults': '1 adult of 5' }],
      ['a two-thirds majority, half of them', { 'two-thirds': '2 share of 3', half: '1 share of 2' }],
      ['between 10 and 20 km, 10–20 million cars', { 'between 10 and 20 km': 'range 10 → 20 km', '10–20 million cars': 'range 10000000 → 20000000 car' }],
      ['the 15- to 24-year-olds', { '15- to 24-year-olds': 'range 15 → 24 year' }],
      ['grew almost fourfold from 51 to 192', { 'almost fourfold from 51 to 192': 'almost 51 → 192 ×4' }],
      ['It fell to 3% from 5%.', { '3% from 5%': '5 → 3 percent' }],
      ['More than double the usual crowd came.', { 'More than double': 'more-than 2 ×2' }],
      ['Exports nearly tripled to 40 ships.', { 'nearly tripled to 40 ships': 'almost 40 ship ×3' }],
      ['It edged up to 4.1% and paid up to 5%.', { '4.1%': '4.1 percent', 'up to 5%': 'up-to 5 percent' }],
      ['She won seven of her last nine races.', { 'seven of her last nine races': '7 race of 9' }],
      ['a quarter of a million copies, three quarters of a billion', { 'a quarter of a million copies': '250000 copy', 'three quarters of a billion': '750000000' }],
      ['more than a mile off, nearly a tonne', { 'more than a mile': 'more-than 1 mi', 'nearly a tonne': 'almost 1 t' }],
      ['Children between the ages of 6 and 12 ride free.', { 'between the ages of 6 and 12': 'range 6 → 12 year' }],
      ['Sales doubled to 40 million cars.', { 'doubled to 40 million cars': '40000000 car ×2' }],
      ['It fell 0.5 percent to 14,200.', { '0.5 percent': '0.5 percent', '14,200': '14200' }],
    ]);
  });

  it('know ranks with what they rank', () => {
    check([
      ['the 63rd session of it', { '63rd session': '#63 session' }],
      ['the first global UN Conference for all', { 'first global UN Conference': '#1 global UN Conference' }],
      ['fourth in the world: it was fourth in size', { fourth: '#4' }],
      ['its second-largest bank and ninth win', { 'second-largest bank': '#2 bank', 'ninth win': '#9 win' }],
      ['the third of five children', { 'third of five children': '#3 child of 5' }],
    ]);
  });

  it('leave out what is no number of anything', () => {
    const none = [
      'one of the first to come',
      'One critical point is that one.',
      'No one knows one another.',
      'COVID-19 and F-16 and the G7',
      'a Boeing 737-800 on Route 1945 as Flight 2010',
      'Article 5 and Section 4 of Resolution 2231',
      'Windows 11 beat version 3.2.1.',
      'Call +44 20 7946 0018 or 555-0199.',
      'They won 3-1 and 6–4.',
      'at 10:30, 5 p.m. and 12 noon',
      'a second wind for the first lady',
      'the Group of Seven and the Big Four',
      '10 Downing Street on Fifth Avenue',
      'thousands of them, several, a number of others',
      '24/7 since 9/11',
    ];
    check(none.map((sentence) => [sentence, {}] as const));
  });

  it('are read in Russian', () => {
    check(
      [
        ['Около 100 стран и более 50 компаний', { 'Около 100 стран': 'around 100 страна', 'более 50 компаний': 'more-than 50 компания' }],
        ['187 из 192 государств', { '187 из 192 государств': '187 государство of 192' }],
        ['военные расходы — 1,2 трлн долларов США, или 2,5%', { '1,2 трлн долларов США': '1200000000000 USD', '2,5%': '2.5 percent' }],
        ['выросла с 450 до 475 тенге', { 'с 450 до 475 тенге': '450 → 475 KZT' }],
        ['на 63-й сессии, треть депутатов', { '63-й сессии': '#63 сессия', треть: '1 share of 3' }],
        ['пятьдесят школ, 45-летний водитель', { 'пятьдесят школ': '50 школа', '45-летний': '45 year' }],
        ['один из первых, статья 5, счёт 3:1', {}],
      ],
      ru,
    );
  });

  it('lie in order within the sentence and stay the same behind other words', () => {
    const pieces = fc.constantFrom('one', 'of', 'the', '54', 'members', '-', 'half', 'a', 'million', '%', '$', 'from', 'to', '1,2', 'third', 'per', 'year', 'almost', '(', '.', '3rd', 'and', 'Aa');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (words) => {
        const sentence = words.join(' ');
        const found = findQuantities(tokenise(sentence), en);
        let end = 0;
        for (const each of found) {
          assert.ok(each.start >= end && each.end > each.start && each.end <= sentence.length);
          assert.equal(sentence.slice(each.start, each.end).trim(), sentence.slice(each.start, each.end));
          end = each.end;
        }
        const behind = findQuantities(tokenise(`He said that; ${sentence}`), en).map(({ value }) => say(value));
        const alone = findQuantities(tokenise(`and said; ${sentence}`), en).map(({ value }) => say(value));
        assert.deepEqual(behind, alone);
      }),
    );
  });
});
