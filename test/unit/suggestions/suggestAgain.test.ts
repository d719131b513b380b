import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createSuggester } from '../../../src/core/suggestions/suggestClaims';
import { caseOf, inWords } from './suggestedIn';

const source = 'sources/0.txt';

/** Reads one text after the other with one suggester: how many sentences each took, and what it suggests. */
function readAgain(...texts: readonly string[]): { readonly read: number; readonly claims: readonly string[] }[] {
  const suggester = createSuggester();
  const model = caseOf(['']);
  return texts.map((content) => {
    model.setContent(source, content);
    const { sentences, values } = model.reading(source);
    const text = model.text(source);
    assert.ok(text);
    const claims = suggester.suggest(
      {
        source,
        text,
        language: 'en',
        published: '2015-06',
        hemisphere: 'north',
        origin: null,
        sentences,
        values,
        mentions: model.mentions(source),
        names: model.unlinkedNames(source).flatMap(({ places }) => places),
      },
      { registry: model.registry(), confirmed: [], dismissed: [] },
    );
    return { read: suggester.sentencesRead(), claims: claims.map(inWords) };
  });
}

const paragraphs = [
  'The Tide Conference was held in Port Elm in May 2003. It rained. The hall was full.',
  'Ann Lee was born in Laketown in 1950. She died in 2001. Her parents kept a shop. The town mourned.',
  'The League of Harbours was founded in 1901. It has 54 members.',
];
const article = paragraphs.join('\n\n');

describe('suggestions of an article that was edited', () => {
  it('read nothing again where nothing changed, wherever it stands now', () => {
    const [first, same, moved] = readAgain(article, article, `Rain.\n\n${article}`);
    assert.equal(first?.read, 9);
    assert.equal(same?.read, 0);
    assert.equal(moved?.read, 2, 'the new sentence, and the one that has another before it now');
    assert.deepEqual(same?.claims, first?.claims);
    assert.deepEqual(moved?.claims, first?.claims);
  });

  it('read the sentence that changed, and the one after it', () => {
    const [, edited, last] = readAgain(article, article.replace('kept a shop', 'kept two shops'), article.replace('54', '55'));
    assert.equal(edited?.read, 2);
    assert.equal(last?.read, 3, 'the sentence that is as it was before and the one after it, and the last');
    assert.ok(last?.claims.some((claim) => claim.startsWith('league member-count = 55')), last?.claims.join('\n'));
  });

  it('read again what a pronoun or a time hangs on', () => {
    const [before, after] = readAgain(article, article.replace('Ann Lee', 'Bob Ray'));
    assert.ok(before?.claims.includes('ann died = 2001'));
    assert.ok(after?.claims.includes('bob died = 2001'), after?.claims.join('\n'));
    assert.ok(after?.claims.every((claim) => !claim.startsWith('ann')));
    const told = 'The Tide Conference was held in May 2003. It rained. People sang. They ate. The Salt Summit took place two months later.';
    const [, later] = readAgain(told, told.replace('May', 'June'));
    assert.equal(later?.read, 3, 'the sentence, the one after it, and the one whose date hangs on it');
    assert.ok(later?.claims.some((claim) => claim.startsWith('salt date') && claim.includes('August 2003')), later?.claims.join('\n'));
  });

  it('are what reading it from the beginning gives, whatever the edits', () => {
    const sentence = fc.constantFrom(
      'The Tide Conference was held in Port Elm in May 2003.',
      'Ann Lee was born in Laketown in 1950.',
      'She died in 2001.',
      'He was appointed Chairman of the Council in 1999.',
      'It has 54 members.',
      'The organisation was founded two years later.',
      'The country joined the League in 1992.',
      'Norland is a member of the League of Harbours.',
      '“The Salt Summit will take place in Norland next year,” the minister said.',
      '“We joined the League in 1990.',
      'It was good,” said Bob Ray.',
      '— When was Acme founded, Ann Lee?',
      '— Acme was founded in 1980.',
      'Norland hosted large forums.',
      'These include the Tide Conference in 2003.',
      'Norland received the support of 187 countries in the Election to the Harbour Council of 2010.',
      'President Lee of Norland, Ann Lee, spoke.',
      'Its 15th anniversary falls in March.',
      'Mary Stone of Norland was not there.',
      'Our country is Norland.',
      'Norland grew. Norland shrank.',
    );
    const gap = fc.constantFrom(' ', ' ', '\n', '\n\n');
    const text = fc.array(fc.tuple(sentence, gap), { maxLength: 14 }).map((all) => all.flat().join(''));
    const edit = fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 1, 5, 60), put: fc.oneof(sentence, gap, fc.constantFrom('', 'x', '—', '“', '”', '1999', 'Bob Ray')) });
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (content, edits) => {
        const model = caseOf([content]);
        model.suggestedClaims(source);
        let now = content;
        for (const { at, length, put } of edits) {
          const from = at % (now.length + 1);
          now = now.slice(0, from) + put + now.slice(from + length);
          model.setContent(source, now);
          assert.deepEqual(model.suggestedClaims(source), caseOf([now]).suggestedClaims(source), now);
        }
      }),
      { numRuns: 120 },
    );
  });
});
