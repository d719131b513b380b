import assert from 'node:assert/strict';
import { findBoilerplate } from '../../../src/core/recognition/boilerplate';
import { createRecogniser } from '../../../src/core/recognition/recogniseValues';
import { createText } from '../../../src/core/text/text';

const found = (content: string): readonly string[] =>
  findBoilerplate(content).map(({ start, end }) => content.slice(start, end));

describe('boilerplate', () => {
  it('is labels of the site, pleas and a headline given twice, in any language', () => {
    const headline = 'Two towns and one river';
    const plea = 'Sign up for 3 letters a week, or subscribe to our newsletter!';
    const content = `${headline}\nПоддержать\n\n${headline}\n\nThe river rose by 2 metres.\n\n${plea}\n© 2020 The Paper`;
    assert.deepEqual(found(content), ['Поддержать', headline, plea, '© 2020 The Paper']);
  });

  it('goes from a comment box to the end of the file', () => {
    const content = 'The river rose.\n\nLeave a comment:\n\nAnna, 2 days ago\nSo it did.\n';
    assert.deepEqual(found(content), ['Leave a comment:\n\nAnna, 2 days ago\nSo it did.\n']);
  });

  it('is never a paragraph of the article that uses such words', () => {
    assert.deepEqual(found('They share a border.\n\nThe menu costs $20.\n\nYes.\n\nYes.'), []);
  });

  it('takes no part in values', () => {
    const text = createText('The river rose by 2 metres.\n\nSubscribe to our 3 newsletters');
    const { values } = createRecogniser().recognise(text, { published: null, hemisphere: 'north', language: 'en' });
    assert.deepEqual(
      values.map((value) => value.text),
      ['2 metres'],
    );
  });
});
