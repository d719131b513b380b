import assert from 'node:assert/strict';
import type { ComparedValue, PassagePair } from '../../../src/core/passages/passage';
import { pagePassages } from '../../../src/core/page/pagePassages';
import type { Text } from '../../../src/core/text/text';
import { createText } from '../../../src/core/text/text';
import { parseDate } from '../../../src/core/values/edtf';
import { compareValues } from '../../../src/core/values/relation';
import { property, registryOf } from '../claims/madeClaims';

const ledger = 'A Heading\n\nThe mill of 1901 <b>burnt</b> in\nMay 1911. It stood empty.\n';
const post = 'Nobody recalls the fire of June 1911.\n';
const articles = new Map([
  ['sources/ledger.txt', createText(ledger)],
  ['sources/post.txt', createText(post)],
]);
const registry = registryOf([property({ id: 'opened', label: 'day of opening', value: 'date' })], { mill: [] });
const burnt = 'The mill of 1901 <b>burnt</b> in\nMay 1911.';

function spanOf(content: string, words: string) {
  const start = content.indexOf(words);
  return { start, end: start + words.length };
}

function dated(content: string, text: string, edtf: string): ComparedValue {
  return { span: spanOf(content, text), text, value: parseDate(edtf)! };
}

function sideBySide(a: ComparedValue, b: ComparedValue): PassagePair['values'][number] {
  return { kind: 'date', a, b, comparison: compareValues(a.value, b.value, { hierarchical: false, isPartOf: () => false }) };
}

function pair(parts: Partial<PassagePair> = {}): PassagePair {
  return {
    score: 0.5,
    a: { source: 'sources/ledger.txt', span: spanOf(ledger, burnt) },
    b: { source: 'sources/post.txt', span: { start: 0, end: post.length - 1 } },
    shared: { entities: [], cues: [], words: [] },
    values: [],
    ...parts,
  };
}

function shown(pairs: readonly PassagePair[], text: (source: string) => Text | undefined = (source) => articles.get(source)) {
  return pagePassages({ pairs, copies: [], origin: () => null, registry, title: (source) => `Title of ${source}`, text }).pairs;
}

describe('passages on the page', () => {
  it('shows each sentence as it stands, with its title, line and place', () => {
    const [one] = shown([pair()]);
    assert.deepEqual(one?.a, {
      title: 'Title of sources/ledger.txt',
      text: burnt,
      marks: [],
      place: { file: 'sources/ledger.txt', ...spanOf(ledger, burnt) },
      line: 3,
    });
    assert.equal(one?.b.text, post.trimEnd());
    assert.equal(one?.b.line, 1);
  });

  it('marks values by their place in the sentence, in its order', () => {
    const later = sideBySide(dated(ledger, 'May 1911', '1911-05'), dated(post, 'June 1911', '1911-06'));
    const earlier = sideBySide(dated(ledger, '1901', '1901'), dated(post, '1911', '1911'));
    const [one] = shown([pair({ values: [later, earlier] })]);
    assert.deepEqual(
      one?.a.marks.map(({ start, end }) => one.a.text.slice(start, end)),
      ['1901', 'May 1911'],
    );
    assert.deepEqual(
      one?.b.marks.map(({ start, end }) => one.b.text.slice(start, end)),
      ['June 1911', '1911'],
    );
  });

  it('marks nothing that lies outside of the sentence', () => {
    const outside = sideBySide(dated(ledger, 'It stood', '1911-05'), dated(post, 'June 1911', '1911-06'));
    assert.deepEqual(shown([pair({ values: [outside] })])[0]?.a.marks, []);
  });

  it('puts values side by side in words, and tells those that differ', () => {
    const june = dated(post, 'June 1911', '1911-06');
    const values = [sideBySide(june, june), sideBySide(dated(ledger, 'May 1911', '1911-01'), june)];
    assert.deepEqual(shown([pair({ values })])[0]?.values, [
      { a: 'June 1911', b: 'June 1911', relation: 'the same', differs: false },
      { a: 'January 1911', b: 'June 1911', relation: 'different · 5 months apart', differs: true },
    ]);
  });

  it('names what both have: entities, properties by their label, then a few words; unknown ids stay as they are', () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    const shared = { entities: ['mill', 'gone'], cues: ['opened', 'lost'], words };
    assert.deepEqual(shown([pair({ shared })])[0]?.shared, ['mill', 'gone', 'day of opening', 'lost', ...words.slice(0, 6)]);
  });

  it('keeps the order of the ranking, and tells pairs apart', () => {
    const { a, b } = pair();
    const other = pair({ a: { ...a, span: spanOf(ledger, 'It stood empty.') }, b });
    const pairs = shown([other, pair()]);
    assert.deepEqual(
      pairs.map((one) => one.a.text),
      ['It stood empty.', burnt],
    );
    assert.equal(new Set(pairs.map(({ key }) => key)).size, 2);
  });

  it('leaves out pairs with a text that is gone, on either side', () => {
    for (const gone of articles.keys()) {
      assert.deepEqual(shown([pair()], (source) => (source === gone ? undefined : articles.get(source))), []);
    }
  });
});
