import assert from 'node:assert/strict';
import { en } from '../../../src/core/recognition/languages/en';
import type { Language } from '../../../src/core/recognition/languages/language';
import { ru } from '../../../src/core/recognition/languages/ru';
import { readNumber } from '../../../src/core/recognition/numerals';
import { tokenise } from '../../../src/core/recognition/tokens';

function read(text: string, language: Language): string {
  const tokens = tokenise(text);
  const number = readNumber(tokens, 0, language);
  if (!number) return 'none';
  const rest = tokens
    .slice(number.end)
    .map((token) => token.text)
    .join(' ');
  const part = number.parts === null ? '' : `/${number.parts}`;
  return `${number.value}${part}${number.ordinal ? 'th' : ''}${rest && ` + ${rest}`}`;
}

function check(rows: readonly (readonly [string, string])[], language: Language): void {
  for (const [text, expected] of rows) assert.equal(read(text, language), expected, text);
}

describe('numbers in a sentence', () => {
  it('are read from digits with the marks of both conventions', () => {
    check(
      [
        ['1,200', '1200'],
        ['1 200 people', '1200 + people'],
        ['1,2 trillion', '1200000000000'],
        ['1.200.000,5', '1200000.5'],
        ['2½ hours', '2.5 + hours'],
        ['3 billion 200 million', '3200000000'],
        ['12.05.2015', 'none'],
        ['3.2.1', 'none'],
      ],
      en,
    );
    check(
      [
        ['1,200', '1.2'],
        ['1\u00a0200,5', '1200.5'],
        ['1,2 трлн', '1200000000000'],
        ['50 тыс. тенге', '50000 + тенге'],
      ],
      ru,
    );
  });

  it('are read from words, as long as they go', () => {
    check(
      [
        ['twenty-three members', '23 + members'],
        ['one hundred and ninety-two', '192'],
        ['half a million', '500000'],
        ['a dozen eggs', '12 + eggs'],
        ['two and a half million', '2500000'],
        ['five six', '5 + six'],
        ['seven and eight', '7 + and eight'],
        ['million', 'none'],
        ['people', 'none'],
      ],
      en,
    );
    check(
      [
        ['двадцать пять школ', '25 + школ'],
        ['сто девяносто две страны', '192 + страны'],
        ['полтора миллиона', '1500000'],
        ['миллион', '1000000'],
        ['два с половиной', '2.5'],
      ],
      ru,
    );
  });

  it('tell ordinals from fractions', () => {
    check(
      [
        ['63rd session', '63th + session'],
        ['twenty-third', '23th'],
        ['two thirds', '2/3'],
        ['a third', '1/3'],
        ['third', '3th'],
        ['three quarters', '3/4'],
      ],
      en,
    );
    check(
      [
        ['63-я сессия', '63th + сессия'],
        ['двадцать третий', '23th'],
        ['две трети', '2/3'],
        ['треть', '1/3'],
      ],
      ru,
    );
  });
});
