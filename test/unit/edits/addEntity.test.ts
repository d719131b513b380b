import assert from 'node:assert/strict';
import { addAlias, aliasEffect } from '../../../src/core/edits/addAlias';
import { addEntity, guessType, registryFileFor } from '../../../src/core/edits/addEntity';
import { addEntityAt } from '../../../src/core/edits/addEntityAt';
import { proposeId } from '../../../src/core/edits/entityIds';
import { lines, markedCase } from '../markedCase';
import { make, placeOf } from './madeEdits';
import { refusal } from './planned';

const people = lines`
  # People
  entities:
    ada-quill:
      type: person
      name: Ada Quill
      aliases: [Quill, "No"]   # short ones

    zed-quill:
      type: person
      name: Zed Quill
  `;
const places = 'entities:\n  bridge: {type: place, name: Old Bridge}\n  harrow: {type: city, name: Harrow}\n';

function sample(files: Readonly<Record<string, string>> = { 'registry/people.yaml': people, 'registry/places.yaml': places }) {
  return markedCase({
    'corroborate.yaml': '',
    'sources/a.txt': 'Professor Jane Doe met Quill. The mayor of Harrow said that the Old Bridge is safe.',
    'sources/b.txt': 'The mayor is not Quill. Jane Doe, the mayor, left the Bridge.',
    ...files,
  }).model;
}

describe('a new entity', () => {
  it('goes where its type mostly is, written as its neighbours are', () => {
    const model = sample();
    const result = make(model, addEntity(model, { type: 'person', name: 'Jane\n Doe', aliases: ['Doe', 'Jane Doe', '1.10'] }));
    assert.deepEqual(result, {
      'registry/people.yaml': `${people}\n  jane-doe:\n    type: person\n    name: Jane Doe\n    aliases: [Doe, "1.10"]\n`,
    });
    const city = make(model, addEntity(model, { type: 'city', name: 'Null', id: 'null' }));
    assert.deepEqual(city, { 'registry/places.yaml': `${places}  "null": {type: city, name: "Null"}\n` });
    assert.equal(model.entity('null')?.name, 'Null');
  });
  it('keeps the order of ids', () => {
    const model = sample({ 'registry/all.yaml': 'entities:\n  b: {name: B b}\n  d: {name: D d}\n  f: {name: F f}\nproperties: {}\n' });
    const [text] = Object.values(make(model, addEntity(model, { type: 'other', name: 'Cc', id: 'c' })));
    assert.equal(text, 'entities:\n  b: {name: B b}\n  c: {type: other, name: Cc}\n  d: {name: D d}\n  f: {name: F f}\nproperties: {}\n');
  });
  it('makes the registry, or its section', () => {
    const none = sample({});
    assert.deepEqual(make(none, addEntity(none, { type: 'person', name: 'Jane Doe' })), {
      'registry/entities.yaml': 'entities:\n  jane-doe:\n    type: person\n    name: Jane Doe\n',
    });
    const properties = sample({ 'registry/p.yaml': 'properties:\n  height: {value: quantity}\n' });
    assert.deepEqual(make(properties, addEntity(properties, { type: 'person', name: 'Jane Doe' })), {
      'registry/p.yaml': 'entities:\n  jane-doe:\n    type: person\n    name: Jane Doe\nproperties:\n  height: {value: quantity}\n',
    });
    const other = sample({ 'corroborate.yaml': 'registry: ["names/*.yml"]' });
    assert.equal(registryFileFor(other, 'person'), 'names/entities.yml');
  });
  it('is refused with a way out', () => {
    const model = sample();
    const refused = (request: Partial<Parameters<typeof addEntity>[1]>) => refusal(addEntity(model, { type: 'person', name: 'Jane Doe', ...request }));
    assert.equal(refused({ id: 'ada-quill' }), '"ada-quill" is taken, in registry/people.yaml — take another id, such as "ada-quill-2".');
    assert.equal(refused({ id: 'Jane Doe' }), '"Jane Doe" cannot be an id: write a-z, 0-9 and "-", with a letter first — such as "jane-doe".');
    assert.match(refused({ id: 'none' }), /"none" is reserved/);
    assert.match(refused({ name: ' ' }), /no name/);
    assert.match(refused({ file: 'sources/a.txt' }), /sources\/a\.txt is not a registry file of this case/);
    const broken = sample({ 'registry/all.yaml': 'entities:\n  a: {name: "A\n' });
    assert.match(refusal(addEntity(broken, { type: 'person', name: 'Jane Doe' })), /^registry\/all\.yaml has a syntax error/);
  });
  it('gets an id in Latin letters that is free', () => {
    const model = sample();
    assert.deepEqual(
      ['Jane Doe', 'Ada Quill', 'Нұрсұлтан Назарбаев', 'Qasym-Jomart Toqaev’s', 'Łódź & Straße', '1941 War', '東京', 'None', 'Αθήνα', 'Shchyotka Ёж', ''].map((name) => proposeId(model, name)),
      ['jane-doe', 'ada-quill-2', 'nursultan-nazarbaev', 'qasym-jomart-toqaevs', 'lodz-strasse', 'entity-1941-war', 'entity', 'none-2', 'athina', 'shchyotka-yozh', 'entity'],
    );
    assert.ok(proposeId(model, 'word '.repeat(40)).length <= 60);
  });
  it('has the type that its words are likely of', () => {
    const model = sample();
    assert.equal(guessType(model, { source: 'sources/a.txt', span: placeOf(model, 'sources/a.txt', 'Jane Doe') }), 'person');
    assert.equal(guessType(model, { source: 'sources/a.txt', span: placeOf(model, 'sources/a.txt', 'safe') }), 'other');
  });
});

describe('a new entity for words of an article', () => {
  const source = 'sources/b.txt';
  const at = (model: ReturnType<typeof sample>, words: string) => ({ source, span: placeOf(model, source, words) });
  it('is one edit, without a link where its name links the words', () => {
    const model = sample();
    const result = make(model, addEntityAt(model, at(model, 'Jane Doe'), { type: 'person', name: 'Jane Doe', id: 'jane-doe' }));
    assert.deepEqual(Object.keys(result), ['registry/people.yaml']);
    assert.deepEqual(model.mentionsOf('jane-doe', source).map(({ rule }) => rule), ['alias']);
  });
  it('brings the link that the words need, in the same edit', () => {
    const model = sample();
    const result = make(model, addEntityAt(model, at(model, 'Quill'), { type: 'person', name: 'Quill', id: 'quill' }));
    assert.deepEqual(Object.keys(result), ['registry/people.yaml', 'annotations/b.yaml']);
    assert.equal(result['annotations/b.yaml'], `source: ${source}\nmentions:\n  - {quote: Quill, entity: quill}\n`);
    assert.deepEqual(model.mentionsOf('quill', source).map(({ rule }) => rule), ['link']);
  });
  it('is refused whole where the link cannot be written', () => {
    const broken = { 'registry/people.yaml': people, 'annotations/b.yaml': `source: ${source}\nmentions: [\n` };
    const model = sample(broken);
    assert.match(refusal(addEntityAt(model, at(model, 'Quill'), { type: 'person', name: 'Quill', id: 'quill' })), /annotations\/b\.yaml has a syntax error/);
  });
});

describe('a new alias', () => {
  it('is written after the others, in their style; a list is made where there is none', () => {
    const model = sample();
    const result = make(model, addAlias(model, { entity: 'ada-quill', text: 'the\n mayor' }));
    assert.deepEqual(result, { 'registry/people.yaml': people.replace('"No"]', '"No", the mayor]') });
    assert.deepEqual(make(model, addAlias(model, { entity: 'zed-quill', text: 'Yes' })), {
      'registry/people.yaml': `${result['registry/people.yaml']}      aliases: ["Yes"]\n`.replace('      aliases: ["Yes"]', '    aliases: ["Yes"]'),
    });
    assert.deepEqual(make(model, addAlias(model, { entity: 'harrow', text: 'the Bridge' })), {
      'registry/places.yaml': places.replace('name: Harrow}', 'name: Harrow, aliases: [the Bridge]}'),
    });
  });
  it('is refused where it says nothing new', () => {
    const model = sample();
    assert.match(refusal(addAlias(model, { entity: 'ada-quill', text: ' Quill ' })), /“Quill” is a name of Ada Quill already, in registry\/people\.yaml/);
    assert.match(refusal(addAlias(model, { entity: 'ada-quill', text: '“Q”'.slice(1, 2) })), /at least two letters/);
    assert.match(refusal(addAlias(model, { entity: 'ada-quil', text: 'Queen' })), /did you mean "ada-quill"/);
    const merged = sample({ 'registry/all.yaml': 'entities:\n  a: &a\n    name: Aa\n    aliases: [Ab]\n  b:\n    <<: *a\n    name: Bb\n' });
    assert.match(refusal(addAlias(merged, { entity: 'b', text: 'Bc' })), /“aliases” comes from another entry through “<<”/);
    assert.match(refusal(addAlias(merged, { entity: 'a', text: 'Ac' })), /used elsewhere in the file as \*a/);
  });
  const effect = (entity: string, text: string) => {
    const model = sample();
    const steps = aliasEffect(model, entity, text);
    let count = 0;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { ...value, count };
      count++;
    }
  };
  it('tells the places that it would gain in all sources', () => {
    const { gained, stolen, ambiguous, count } = effect('ada-quill', 'the mayor');
    assert.deepEqual(gained.map(({ source, text }) => [source, text]), [['sources/a.txt', 'The mayor'], ['sources/b.txt', 'The mayor'], ['sources/b.txt', 'the mayor']]);
    assert.deepEqual([stolen, ambiguous, count], [[], [], 2]);
  });
  it('tells what it would take from others, and what would be ambiguous', () => {
    const longer = effect('bridge', 'mayor of Harrow');
    assert.deepEqual(longer.stolen.map(({ text, from }) => [text, from]), [['Harrow', 'harrow']]);
    assert.deepEqual(longer.gained, []);
    const shared = effect('zed-quill', 'Quill');
    assert.deepEqual(shared.ambiguous.map(({ source, text, rivals }) => [source, text, rivals]), [
      ['sources/a.txt', 'Quill', ['ada-quill', 'zed-quill']],
      ['sources/b.txt', 'Quill', ['ada-quill', 'zed-quill']],
    ]);
    assert.deepEqual(shared.stolen, []);
  });
  it('is what happens then', () => {
    const model = sample();
    const places = () => model.mentionsOf('ada-quill').length;
    const before = places();
    const { gained } = effect('ada-quill', 'the mayor');
    make(model, addAlias(model, { entity: 'ada-quill', text: 'the mayor' }));
    assert.equal(places(), before + gained.length);
  });
});
