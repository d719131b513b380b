import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import type { NameIndex, NameQuery } from '../../../src/core/features/entityRanking';
import { createNameIndex, namedEntities, namedProperties, rankNames } from '../../../src/core/features/entityRanking';
import { createCaseModel } from '../../../src/core/caseModel';

const examples = path.resolve(import.meta.dirname, '../../../examples/kazakhstan-un/registry');

function indexOf(registry: string): NameIndex {
  const model = createCaseModel();
  model.setContent('registry/all.yaml', registry);
  return createNameIndex(namedEntities(model.registry()));
}

function exampleIndex(): NameIndex {
  const model = createCaseModel();
  for (const file of globSync('*.yaml', { cwd: examples })) {
    model.setContent(`registry/${file}`, readFileSync(path.join(examples, file), 'utf8'));
  }
  return createNameIndex(namedEntities(model.registry()));
}

function top(index: NameIndex, words: string, query: Partial<NameQuery> = {}): string | undefined {
  return rankNames(index, { words, onlySimilar: true, counts: new Map(), ...query }, 5)[0]?.item.id;
}

describe('ranking of entities for the pick', () => {
  const index = exampleIndex();

  for (const [typed, id] of [
    ['Nazarbayev', 'nazarbayev'],
    ['nazrbaev', 'nazarbayev'],
    ['anzarbayev', 'nazarbayev'],
    ['nurs', 'nazarbayev'],
    ['naz', 'nazarbayev'],
    ['N. Nazarbaev', 'nazarbayev'],
    ['ban ki moon', 'ban-ki-moon'],
    ['akmaral', 'arystanbekova'],
    ['arystambekova', 'arystanbekova'],
    ['security counc', 'unsc'],
    ['secuirty council', 'unsc'],
    ['general asembly', 'unga'],
    ['unga', 'unga'],
    ['peacebuild', 'peacebuilding-commission'],
    ['comission peacebuilding', 'peacebuilding-commission'],
    ['escap', 'escap'],
    ['kazakstan', 'kazakhstan'],
    ['Kazakhstan’s', 'kazakhstan'],
    ['almatty', 'almaty'],
    ['teacher of law', 'torebek'],
    ['archivist', 'akhmetkali'],
    ['landlocked', 'landlocked-2003'],
    ['eighth secretary', 'ban-ki-moon'],
  ] as const) {
    it(`finds ${id} by “${typed}”`, () => assert.equal(top(index, typed), id));
  }

  it('finds properties by their labels, ids and cues', () => {
    const properties = createNameIndex(namedProperties(createCaseModel().registry()));
    assert.equal(top(properties, 'member countries'), 'member-count');
    assert.equal(top(properties, 'deth tol'), 'death-toll');
    assert.equal(top(properties, 'fouded'), 'founded');
  });

  it('tells which alias, id or description was found, and nothing where the name was', () => {
    const matched = (words: string) => rankNames(index, { words, onlySimilar: true, counts: new Map() }, 1)[0]?.matched;
    assert.equal(matched('Mr Ban'), 'Mr Ban');
    assert.equal(matched('Ban Ki-moon'), null);
    assert.match(matched('invented teacher') ?? '', /^Teacher of international law/);
  });

  it('leaves out what is not similar only when asked to', () => {
    const ask = (onlySimilar: boolean) => rankNames(index, { words: 'xyzzyqwert', onlySimilar, counts: new Map([['un', 40]]) }, 3);
    assert.deepEqual(ask(true), []);
    assert.equal(ask(false)[0]?.item.id, 'un');
  });

  it('prefers the likely type, then what is mentioned more often, among those that are as similar', () => {
    const georgias = indexOf(
      'entities:\n  state: {type: region, name: Georgia}\n  land: {type: country, name: Georgia}\n  town: {type: city, name: Georgia}\n',
    );
    assert.equal(top(georgias, 'Georgia', { type: 'city' }), 'town');
    assert.equal(top(georgias, 'Georgia', { counts: new Map([['land', 7], ['state', 2]]) }), 'land');
    const two = indexOf('entities:\n  exact: {type: place, name: Aral}\n  other: {type: person, name: Aralbek}\n');
    assert.equal(top(two, 'aral', { type: 'person', counts: new Map([['other', 1000]]) }), 'exact');
  });

  it('takes a beginning for the entity that is mentioned more often, whatever the length of its name', () => {
    const two = indexOf('entities:\n  aid: {type: organization, name: KazAID}\n  land: {type: country, name: Kazakhstan}\n');
    assert.equal(top(two, 'kaz', { counts: new Map([['aid', 3], ['land', 40]]) }), 'land');
    assert.equal(top(two, 'kazaid', { counts: new Map([['aid', 3], ['land', 40]]) }), 'aid');
  });

  it('is safe with names that objects have, and with words of no letters', () => {
    const odd = indexOf('entities:\n  a: {type: person, name: __proto__}\n  b: {type: person, name: constructor}\n');
    assert.equal(top(odd, 'constructor'), 'b');
    assert.equal(top(odd, '…'), undefined);
    assert.equal(rankNames(odd, { words: '', onlySimilar: false, counts: new Map() }, 9).length, 2);
  });

  it('finds the one meant among 50,000 entities, however long the query', () => {
    let drawn = 7;
    const draw = (below: number) => (drawn = (drawn * 48_271) % 2_147_483_647) % below;
    const syllables = ['ka', 'ra', 'gan', 'dy', 'al', 'ma', 'ty', 'shym', 'kent', 'os', 'ke', 'men', 'tal', 'dyk', 'or', 'gan'];
    const word = () => Array.from({ length: 3 }, () => syllables[draw(syllables.length)]).join('');
    const names = Array.from({ length: 50_000 }, (_, i) => `  e${i}: {type: person, name: ${word()} ${word()}, aliases: [${word()}]}`);
    names[31_337] = '  wanted: {type: person, name: Quillfeather Zoltanberg}';
    const many = indexOf(`entities:\n${names.join('\n')}\n`);
    for (const typed of ['quilfeather', 'zoltan', 'Quillfeather Zoltanbreg']) assert.equal(top(many, typed), 'wanted');
    assert.deepEqual(top(many, 'word '.repeat(5000)), undefined);
  });
});
