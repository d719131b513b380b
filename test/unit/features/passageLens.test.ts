import assert from 'node:assert/strict';
import { passageLenses } from '../../../src/core/features/passageLens';
import { lines, markedCase } from '../markedCase';

const files = {
  'corroborate.yaml': lines`
    sources:
      sources/ledger.txt: {published: 2011-05-02}
      sources/post.txt: {published: 2019-03-01}
    `,
  'registry/entities.yaml': lines`
    entities:
      old-bridge: {type: place, name: Old Bridge, aliases: [Stone Bridge]}
      mayor: {type: person, name: Ada Quill}
    `,
  'sources/ledger.txt': lines`
    A morning in the hills

    The Old Bridge was opened by Ada Quill in June 1901. The Old Bridge carried carts until 1950.
    Cheese is dear this year.
    `,
  'sources/post.txt': lines`
    Ada Quill opened Stone Bridge in June 1901.

    Until 1950 Stone Bridge carried carts.

    Trams run late.
    `,
};

describe('the passage lens', () => {
  it('stands once over a line, at its first sentence with a passage elsewhere, and leads to each passage once', () => {
    const { model, words } = markedCase(files);
    const lenses = passageLenses(model, 'sources/ledger.txt');
    assert.equal(lenses.length, 1);
    const [lens] = lenses;
    assert.equal(
      words({ file: 'sources/ledger.txt', span: lens!.span }),
      'sources/ledger.txt: The Old Bridge was opened by Ada Quill in June 1901.',
    );
    assert.deepEqual(lens!.places.map(words), [
      'sources/post.txt: Ada Quill opened Stone Bridge in June 1901.',
      'sources/post.txt: Until 1950 Stone Bridge carried carts.',
    ]);
  });

  it('stands over the other article’s lines too, in their order, and over none that shares no more than the topic', () => {
    const { model, words } = markedCase(files);
    assert.deepEqual(
      passageLenses(model, 'sources/post.txt').map(({ span }) => words({ file: 'sources/post.txt', span })),
      ['sources/post.txt: Ada Quill opened Stone Bridge in June 1901.', 'sources/post.txt: Until 1950 Stone Bridge carried carts.'],
    );
  });

  it('is absent where one source has nothing to compare with, and for files that are no sources', () => {
    const { 'sources/post.txt': _gone, ...alone } = files;
    assert.deepEqual(passageLenses(markedCase(alone).model, 'sources/ledger.txt'), []);
    const { model } = markedCase(files);
    assert.deepEqual(passageLenses(model, 'registry/entities.yaml'), []);
    assert.deepEqual(passageLenses(model, 'sources/nothing.txt'), []);
  });
});
