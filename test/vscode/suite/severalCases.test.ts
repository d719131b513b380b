import assert from 'node:assert/strict';
import { definitions, problems, references, tokens } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on } from './workspace';

const registryOf = (name: string, type: string) => `entities:\n  thing: {type: ${type}, name: ${name}}\n`;

describe('several cases in one workspace', () => {
  afterEach(closeEverything);

  it('do not mix: the same id and name is another entity in each', async () => {
    const files = { 'sources/a.txt': 'The Beacon shines.\n' };
    const first = await makeCase({ ...files, 'registry/all.yaml': registryOf('Beacon', 'place') });
    const second = await makeCase({ ...files, 'registry/all.yaml': registryOf('Beacon', 'product') });
    for (const [made, type] of [[first, 'entityPlace'], [second, 'entityProduct']] as const) {
      const article = await made.open('sources/a.txt');
      await eventually(async () => assert.deepEqual((await tokens(article)).map((token) => token.type), [type]));
      const found = [
        ...(await definitions(article.uri, on(article, 'Beacon'))),
        ...(await references(article.uri, on(article, 'Beacon'))),
      ];
      assert.equal(found.length, 3);
      assert.deepEqual(found.filter(({ path }) => !path.startsWith(`${made.root.path}/`)), []);
    }
  });

  it('keep a case inside another apart, also one that comes later and goes again', async () => {
    const outer = await makeCase({
      'registry/all.yaml': registryOf('Beacon', 'place'),
      'sources/a.txt': 'The Beacon shines.\n',
      'sources/inner/sources/b.txt': 'The Beacon and the Lantern shine.\n',
      'sources/inner/registry/all.yaml': registryOf('Lantern', 'product'),
    });
    const innerArticle = await outer.open('sources/inner/sources/b.txt');
    const outerArticle = await outer.open('sources/a.txt');
    const state = async () => ({
      inner: (await tokens(innerArticle)).map(({ words, type }) => `${words} ${type}`),
      references: (await references(outerArticle.uri, on(outerArticle, 'Beacon'))).map(({ path }) => path.slice(outer.root.path.length + 1)).toSorted(),
    });
    const asOne = {
      inner: ['Beacon entityPlace'],
      references: ['registry/all.yaml', 'sources/a.txt', 'sources/inner/sources/b.txt'],
    };
    const asTwo = { inner: ['Lantern entityProduct'], references: ['registry/all.yaml', 'sources/a.txt'] };
    await eventually(async () => assert.deepEqual(await state(), asOne));
    await eventually(
      async () => assert.deepEqual(await state(), asTwo),
      () => outer.write('sources/inner/corroborate.yaml', `# ${Math.random()}\n`),
    );
    await eventually(
      async () => assert.deepEqual(await state(), asOne),
      () => outer.remove('sources/inner/corroborate.yaml'),
    );
  });

  it('keep apart a case inside another that was there from the start', async () => {
    const outer = await makeCase({
      'registry/all.yaml': registryOf('Beacon', 'place'),
      'sources/inner/corroborate.yaml': '{}\n',
      'sources/inner/sources/b.txt': 'The Beacon and the Lantern shine.\n',
      'sources/inner/registry/all.yaml': 'entities:\n  Wrong Id: {name: Lantern}\n',
      'sources/a.txt': 'The Beacon shines.\n',
    });
    await eventually(() => assert.ok(problems(outer.uri('sources/inner/registry/all.yaml')).length > 0, 'there is no problem'));
    assert.deepEqual(problems(outer.uri('registry/all.yaml')), []);
    const article = await outer.open('sources/a.txt');
    const found = await references(article.uri, on(article, 'Beacon'));
    assert.deepEqual(found.filter(({ path }) => path.includes('/inner/')), []);
  });
});
