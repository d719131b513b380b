import assert from 'node:assert/strict';
import type { Citation } from '../../../src/core/report/citation';
import { citationOf, citationText, quoted } from '../../../src/core/report/citation';
import { caseOf } from '../examples/exampleCase';

const article = 'A heading\n\nFirst paragraph,\nwith two lines.\n   \nThe mayor said: “We \'opened\' it\nin 1901.” And left.\n';
const model = caseOf(
  new Map([
    [
      'corroborate.yaml',
      `sources:
  sources/a.txt: {title: The "Old" Bridge, publisher: Review Press, author: Ada Quill, published: 1907-05, url: "https://example.org/a", retrieved: 2020-01-02}
  sources/bare.txt: {url: "see [the] archive"}
`,
    ],
    ['sources/a.txt', article],
    ['sources/bare.txt', 'One line.'],
  ]),
);

function cite(words: string, source = 'sources/a.txt'): Citation {
  const start = model.text(source)!.content.indexOf(words);
  const citation = citationOf(model, source, { start, end: start + words.length });
  assert.ok(citation);
  return citation;
}

describe('a citation', () => {
  it('has the words on one line, the source, and the place', () => {
    assert.equal(
      citationText(cite('We \'opened\' it\nin 1901.'), 'plain'),
      '“We \'opened\' it in 1901.” — Ada Quill, “The ‘Old’ Bridge”, Review Press, May 1907, retrieved 2 January 2020, https://example.org/a (line 6, paragraph 3)',
    );
  });

  it('leaves out what is not known, and calls a source without title by its path', () => {
    assert.equal(citationText(cite('One line', 'sources/bare.txt'), 'plain'), '“One line” — sources/bare.txt, see [the] archive (line 1, paragraph 1)');
  });

  it('counts from the first word, whatever white space was selected with it', () => {
    const { words, line, paragraph } = cite('\n\nFirst paragraph');
    assert.deepEqual([words, line, paragraph], ['First paragraph', 3, 2]);
  });

  it('as Markdown shows words of the case as they are, with the address as a link where it is one', () => {
    assert.equal(
      citationText(cite('First paragraph'), 'markdown'),
      '> “First paragraph”\n>\n> — Ada Quill, [*The "Old" Bridge*](<https://example.org/a>), Review Press, May 1907, retrieved 2 January 2020 (line 3, paragraph 2)\n',
    );
    assert.equal(
      citationText(cite('One line', 'sources/bare.txt'), 'markdown'),
      '> “One line”\n>\n> — *sources/bare.txt*, see \\[the\\] archive (line 1, paragraph 1)\n',
    );
  });

  it('as CSL-JSON is one item that reference managers import', () => {
    assert.deepEqual(JSON.parse(citationText(cite('First paragraph'), 'csl-json')), [
      {
        id: 'sources/a.txt',
        type: 'article',
        title: 'The "Old" Bridge',
        author: [{ literal: 'Ada Quill' }],
        publisher: 'Review Press',
        'container-title': 'Review Press',
        issued: { 'date-parts': [[1907, 5]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        URL: 'https://example.org/a',
        note: '“First paragraph” (line 3, paragraph 2)',
      },
    ]);
  });

  it('is none of white space, or of what is no article', () => {
    assert.equal(citationOf(model, 'sources/a.txt', { start: 9, end: 11 }), null);
    assert.equal(citationOf(model, 'corroborate.yaml', { start: 0, end: 5 }), null);
  });
});

describe('words in quotation marks', () => {
  for (const [words, expected, language] of [
    ['plain', '“plain”', null],
    ['he said “yes” to us', '“he said ‘yes’ to us”', 'en'],
    ['“he said ‘no’ then” ended', '“‘he said “no” then’ ended”', 'en-GB'],
    ['he said "yes," and "no"', '“he said ‘yes,’ and ‘no’”', null],
    ['the people’s ‘own’ bridge', '“the people’s ‘own’ bridge”', null],
    ['the peoples’ bridge, “the peoples’ own”', '“the peoples’ bridge, ‘the peoples’ own’”', null],
    ['yes” he went on', '“yes” he went on”', null],
    ['5" wide', '“5" wide”', null],
    ['газета «Правда» пишет', '«газета „Правда“ пишет»', 'ru'],
  ] as const) {
    it(`${words} → ${expected}`, () => assert.equal(quoted(words, language), expected));
  }
});
