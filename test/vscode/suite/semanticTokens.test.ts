import assert from 'node:assert/strict';
import { tokens } from './ask';
import { eventually } from './eventually';
import { closeEverything, extensionReady, makeCase, rangeOf, setSetting } from './workspace';

const types = ['person', 'organization', 'country', 'region', 'city', 'place', 'event', 'work', 'law', 'product'];

describe('the colours of names', () => {
  before(extensionReady);
  after(closeEverything);

  it('follow the type of the entity; a type of one’s own has the colour of all others', async () => {
    const named = [...types, 'spaceship'].map((type) => ({ type, name: `Quux${type[0]?.toUpperCase()}${type.slice(1)}` }));
    const made = await makeCase({
      'registry/all.yaml': `entities:\n${named.map(({ type, name }) => `  ${type}-one: {type: ${type}, name: ${name}}\n`).join('')}`,
      'sources/a.txt': `${named.map(({ name }) => `Here is ${name}.`).join('\n')}\n`,
    });
    const article = await made.open('sources/a.txt');
    await eventually(async () => {
      assert.deepEqual(
        (await tokens(article)).map((token) => `${token.words} ${token.type}`),
        named.map(({ type, name }) => `${name} entity${types.includes(type) ? name.slice('Quux'.length) : 'Other'}`),
      );
    });
  });

  it('say which names are ambiguous', async () => {
    const made = await makeCase({
      'registry/all.yaml':
        'entities:\n  georgia-country: {type: country, name: Georgia}\n  georgia-state: {type: region, name: Georgia}\n  tbilisi: {type: city, name: Tbilisi}\n',
      'sources/a.txt': 'From Georgia to Tbilisi.\n',
    });
    const article = await made.open('sources/a.txt');
    await eventually(async () => {
      assert.deepEqual(
        (await tokens(article)).map(({ words, modifiers }) => [words, ...modifiers]),
        [['Georgia', 'ambiguous'], ['Tbilisi']],
      );
    });
  });

  it('cover a name that is broken over lines, piece by piece', async () => {
    const made = await makeCase({
      'registry/all.yaml': 'entities:\n  cod: {type: organization, name: Conference on Disarmament}\n',
      'sources/a.txt': 'He told the Conference on\nDisarmament, and then the Conference\r\non   Disarmament.\n',
    });
    const article = await made.open('sources/a.txt');
    await eventually(async () => {
      assert.deepEqual(
        (await tokens(article)).map(({ words, type }) => `${words} ${type}`),
        ['Conference on', 'Disarmament', 'Conference', 'on   Disarmament'].map((words) => `${words} entityOrganization`),
      );
    });
    const [first] = await tokens(article);
    assert.ok(first?.range.isEqual(rangeOf(article, 'Conference on')));
  });

  it('go when they are switched off, and come back', async () => {
    const made = await makeCase({
      'registry/all.yaml': 'entities:\n  tbilisi: {type: city, name: Tbilisi}\n',
      'sources/a.txt': 'To Tbilisi.\n',
    });
    const article = await made.open('sources/a.txt');
    const count = async (expected: number) => assert.equal((await tokens(article)).length, expected);
    await eventually(() => count(1));
    try {
      await setSetting('colorMentions', false);
      await eventually(() => count(0));
    } finally {
      await setSetting('colorMentions', undefined);
    }
    await eventually(() => count(1));
  });
});
