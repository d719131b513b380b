import assert from 'node:assert/strict';
import { articleWork, nextWork, suggestionsAt, suggestionWords, workWords } from '../../../src/core/features/articleWork';
import type { ArticleWorkKind } from '../../../src/core/features/articleWork';
import { markedCase } from '../markedCase';

const source = 'sources/a.txt';
const files = {
  'registry/all.yaml': `entities:
  bridge: {type: place, name: Old Bridge}
  georgia-country: {type: country, name: Georgia}
  georgia-state: {type: region, name: Georgia}
  kaz: {type: country, name: Kazakhstan}
  astana: {type: city, name: Astana}
`,
  [source]:
    'The capital of Kazakhstan is Astana. He flew to Georgia. In Georgia it rained. Yesterday Ada Quillfeather crossed the Old Bridge. Ada Quillfeather smiled.\n',
};

describe('open work of an article', () => {
  const { model } = markedCase(files);
  const words = (kind: ArticleWorkKind) =>
    articleWork(model, source, kind).map(({ span }) => files[source].slice(span.start, span.end));

  it('lists a name once, at its first place', () => {
    assert.deepEqual(words('ambiguous'), ['Georgia']);
    assert.deepEqual(words('unlinked'), ['Ada Quillfeather']);
    assert.equal(articleWork(model, source, 'ambiguous')[0]?.span.start, files[source].indexOf('Georgia'));
  });

  it('lists suggested claims, and tells in a line what one would record', () => {
    const offset = files[source].indexOf('Astana');
    const [suggestion] = suggestionsAt(model, source, { start: offset, end: offset });
    assert.ok(suggestion);
    assert.equal(suggestionWords(model, suggestion.claim), 'Kazakhstan · capital: Astana');
    assert.deepEqual(suggestionsAt(model, source, { start: files[source].length - 3, end: files[source].length - 3 }), []);
  });

  it('is told in words', () => {
    const said = (kind: ArticleWorkKind) => workWords(model, source, kind, articleWork(model, source, kind)[0]!).short;
    assert.deepEqual((['ambiguous', 'unlinked', 'suggestion'] as const).map(said), [
      '“Georgia”: Georgia (country) or Georgia (region)',
      '“Ada Quillfeather”',
      'Kazakhstan · capital: Astana',
    ]);
  });

  it('lists discrepancies that stand in the article', () => {
    const dispute = markedCase({
      ...files,
      'annotations/a.yaml': `source: ${source}\nclaims:\n  - {subject: kaz, property: capital, value: astana, quote: capital of Kazakhstan is Astana}\n  - {subject: kaz, property: capital, value: bridge, quote: He flew to}\n`,
    });
    const [first, ...others] = articleWork(dispute.model, source, 'discrepancy');
    assert.equal(others.length, 1);
    assert.deepEqual(workWords(dispute.model, source, 'discrepancy', first!), {
      short: 'capital, Kazakhstan',
      full: 'Maybe changed — Astana here, Old Bridge in “sources/a.txt”: Kazakhstan, capital.',
    });
    assert.deepEqual(articleWork(dispute.model, 'sources/gone.txt', 'discrepancy'), []);
  });
});

describe('going through open work', () => {
  const at = (start: number, end: number, key: string) => ({ span: { start, end }, key });
  const list = [at(0, 5, 'a'), at(10, 20, 'a'), at(10, 20, 'b'), at(30, 31, 'a')];
  const key = (from: Parameters<typeof nextWork>[1], direction: 1 | -1) => {
    const found = nextWork(list, from, direction);
    return found && `${found.span.start}${found.key}`;
  };

  it('goes from the cursor to what begins there or behind it', () => {
    assert.equal(key({ start: 0, end: 0 }, 1), '0a');
    assert.equal(key({ start: 10, end: 10 }, 1), '10a');
    assert.equal(key({ start: 11, end: 11 }, 1), '30a');
    assert.equal(key({ start: 10, end: 10 }, -1), '0a');
  });

  it('goes through work at one place one by one, both ways', () => {
    assert.equal(key(list[1]!, 1), '10b');
    assert.equal(key(list[2]!, 1), '30a');
    assert.equal(key(list[2]!, -1), '10a');
  });

  it('goes past all of it from the same selection made by hand', () => {
    assert.equal(key({ start: 10, end: 20 }, 1), '30a');
    assert.equal(key({ start: 10, end: 20 }, -1), '0a');
  });

  it('goes around the ends, and on from work that is done', () => {
    assert.equal(key(list[3]!, 1), '0a');
    assert.equal(key(list[0]!, -1), '30a');
    assert.equal(key(at(5, 9, 'gone'), 1), '10a');
    assert.equal(nextWork([], list[0]!, 1), undefined);
  });
});
