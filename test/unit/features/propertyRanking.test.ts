import assert from 'node:assert/strict';
import { createNameIndex, namedProperties, rankNames } from '../../../src/core/features/entityRanking';
import { rankProperties } from '../../../src/core/features/propertyRanking';
import { lines, markedCase } from '../markedCase';

const { model } = markedCase({
  'registry/all.yaml': lines`
    entities:
      harrow: {type: city, name: Harrow}
      lune: {type: city, name: Lune, facts: [{property: bridges, value: 3}]}
      quill: {type: person, name: Ada Quill}
    properties:
      bridges: {value: quantity}
      motto: {value: text}
    `,
});

describe('properties ranked for a subject', () => {
  const index = createNameIndex(namedProperties(model.registry()));
  const ranked = (subject: string | null) =>
    rankNames(index, { words: '', onlySimilar: false, counts: rankProperties(model, subject).counts }, 200).map(({ item }) => item.id);

  it('are those that the case says of its type, those that its type can have, those of the case, then the others', () => {
    const { fitOf, type } = rankProperties(model, 'harrow');
    assert.equal(type, 'city');
    assert.deepEqual(['bridges', 'population', 'motto', 'spouse'].map(fitOf), ['used', 'typical', 'declared', 'other']);
    const order = ranked('harrow');
    assert.equal(order[0], 'bridges');
    const fits = order.map(fitOf);
    const grades = ['used', 'typical', 'declared', 'other'];
    assert.deepEqual(fits, fits.toSorted((a, b) => grades.indexOf(a) - grades.indexOf(b)));
    assert.equal(fits.length, model.registry().properties.size);
  });
  it('are other ones for another type, and those of the case first where the subject is not known', () => {
    const { fitOf } = rankProperties(model, 'quill');
    assert.deepEqual(['bridges', 'population', 'spouse'].map(fitOf), ['declared', 'other', 'typical']);
    assert.deepEqual(ranked(null).slice(0, 2).toSorted(), ['bridges', 'motto']);
    assert.equal(rankProperties(model, 'nobody').type, undefined);
  });
});
