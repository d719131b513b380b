import assert from 'node:assert/strict';
import type { Mention } from '../../../src/core/mentions/mention';
import { indexSpellings, spellingsOf, spellingVariants } from '../../../src/core/mentions/spellingVariants';

function article(entity: string, ...texts: string[]) {
  const mention = (text: string, i: number): Mention => ({
    source: 's', span: { start: i * 100, end: i * 100 + text.length }, text, entity, candidates: [entity], alias: text, rule: 'alias', suppressed: [], by: null,
  });
  return spellingsOf(texts.map(mention));
}

function variants(own: string[], ...others: string[][]): string[] {
  const all = new Map([['own', article('e', ...own)], ...others.map((texts, i) => [`other${i}`, article('e', ...texts)] as const)]);
  return spellingVariants('own', all.get('own')!, indexSpellings(all)).map(({ text, usual, sources }) => `${text} | ${usual} | ${sources.join(' ')}`);
}

describe('spellingVariants', () => {
  it('tells a name that other sources spell otherwise, beside the most similar form, with its first place', () => {
    assert.deepEqual(variants(['President Nazarbaev', 'N. Nazarbaev'], ['Nursultan Nazarbayev', 'President Nazarbayev'], ['Nazarbayev']), [
      'President Nazarbaev | President Nazarbayev | other0 other1',
    ]);
    assert.deepEqual(variants(['UN ESCAO'], ['ESCAP']), ['UN ESCAO | ESCAP | other0']);
  });

  it('does not take longer, shorter or inflected forms for spellings', () => {
    assert.deepEqual(variants(['Nazarbayev'], ['Nursultan Nazarbayev']), []);
    assert.deepEqual(variants(['UN', 'Kazakhstan'], ['United Nations', 'Republic of Kazakhstan']), []);
    assert.deepEqual(variants(['MDGs', 'Boards'], ['MDG', 'Board']), []);
  });

  it('says nothing where another source has the spelling too, or this one has both', () => {
    assert.deepEqual(variants(['Nazarbaev'], ['Nazarbayev'], ['Nazarbaev']), []);
    assert.deepEqual(variants(['Nazarbaev', 'Nazarbayev'], ['Nazarbayev']), []);
  });

  it('says nothing of one source, and keeps entities apart', () => {
    assert.deepEqual(variants(['Nazarbaev']), []);
    const all = new Map([['a', article('x', 'Nazarbaev')], ['b', article('y', 'Nazarbayev')]]);
    assert.deepEqual(spellingVariants('a', all.get('a')!, indexSpellings(all)), []);
  });

  it('looks at names, not at links by hand', () => {
    const byHand: Mention = { source: 's', span: { start: 0, end: 9 }, text: 'Nazarbaev', entity: 'e', candidates: ['e'], alias: 'Nazarbaev', rule: 'link', suppressed: [], by: null };
    assert.equal(spellingsOf([byHand]).size, 0);
  });
});
