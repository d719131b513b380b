import assert from 'node:assert/strict';
import { valueCardAt } from '../../../src/core/features/valueCard';
import { markedCase } from '../markedCase';

const dated = 'sources:\n  sources/a.txt: {published: 2007-04-25}\n';

function cardOf(article: string, manifest = dated) {
  const { model, path, offset } = markedCase({ 'corroborate.yaml': manifest, 'sources/a.txt': article });
  return valueCardAt(model, path, offset);
}

describe('the card of a date or number', () => {
  it('says in words what is written out, without a derivation', () => {
    const card = cardOf('The hall opened on Oct. ‸24, 2014, in the rain.');
    assert.equal(card?.recognised.text, 'Oct. 24, 2014');
    assert.equal(card?.words, '24 October 2014');
    assert.equal(card?.derivation, null);
  });

  it('says how a date was computed from the article’s', () => {
    const card = cardOf('The hall will open in May ‸this year.');
    assert.equal(card?.words, 'May 2007');
    assert.match(card?.derivation ?? '', /2007/);
  });

  it('says of a quantity what it counts and how exactly', () => {
    assert.equal(cardOf('It has ‸almost 200 member countries.')?.words, 'almost 200 member countries');
  });

  it('says what to set where the article’s date is needed and unknown', () => {
    const card = cardOf('The hall will open in May ‸this year.', '');
    assert.equal(card?.words, null);
    assert.equal(card?.derivation, 'Needs the article’s date: set “published” for sources/a.txt in corroborate.yaml.');
  });

  it('holds from the first to behind the last character of the value, and nowhere else', () => {
    assert.equal(cardOf('In ‸1950 it closed.')?.words, '1950');
    assert.equal(cardOf('In 1950‸ it closed.')?.words, '1950');
    assert.equal(cardOf('I‸n 1950 it closed.'), undefined);
    assert.equal(cardOf('In 1950 it ‸closed.'), undefined);
  });
});
