import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemsOf, references, symbols } from './ask';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, makeCase, on } from './workspace';

const registry = 'entities:\n  almaty: {type: city, name: Almaty}\nproperties:\n  population: {value: quantity, unit: people, temporal: static}\n';

/** The articles, by path and in order, that mention the first entity of the registry. */
async function mentioning(made: MadeCase, file = 'registry/all.yaml', key = 'almaty'): Promise<string[]> {
  const document = await made.open(file);
  const found = await references(document.uri, on(document, key));
  return found.map(({ path }) => path.slice(made.root.path.length + 1)).filter((path) => path.startsWith('sources/'));
}

describe('what happens to files on disk', () => {
  afterEach(closeEverything);

  it('an article is created, changed, renamed and deleted', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry });
    const expect = async (paths: string[], change: () => unknown) =>
      eventually(async () => assert.deepEqual(await mentioning(made), paths), change);
    await expect(['sources/a.txt'], () => made.write('sources/a.txt', 'To Almaty.\n'));
    await expect(['sources/a.txt', 'sources/a.txt'], () => made.write('sources/a.txt', 'To Almaty, Almaty.\n'));
    await expect([], () => made.write('sources/a.txt', 'To Astana.\n'));
    await expect(['sources/a.txt'], () => made.write('sources/a.txt', 'Almaty!\n'));
    await vscode.workspace.fs.rename(made.uri('sources/a.txt'), made.uri('sources/b.txt'));
    await expect(['sources/b.txt'], () => undefined);
    await expect([], () => made.remove('sources/b.txt'));
  });

  it('a folder of articles comes and goes', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry, 'elsewhere/2001/a.txt': 'Almaty.\n', 'elsewhere/2001/deep/b.txt': 'Almaty.\n' });
    const expect = async (paths: string[]) => eventually(async () => assert.deepEqual(await mentioning(made), paths));
    await vscode.workspace.fs.rename(made.uri('elsewhere'), made.uri('sources'));
    await expect(['sources/2001/a.txt', 'sources/2001/deep/b.txt']);
    await vscode.workspace.fs.rename(made.uri('sources/2001'), made.uri('sources/1999'));
    await expect(['sources/1999/a.txt', 'sources/1999/deep/b.txt']);
    await made.remove('sources/1999');
    await expect([]);
  });

  it('a whole case comes and goes with its folder', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry });
    const name = async (path: string) => (await symbols(made.uri(path)))[0]?.name;
    await made.write('drafts/one/registry/all.yaml', 'entities:\n  shymkent: {name: Shymkent, partOf: [nowhere]}\n');
    await made.write('drafts/one/corroborate.yaml', '{}\n');
    await vscode.workspace.fs.rename(made.uri('drafts'), made.uri('cases'));
    await eventually(async () => assert.equal(await name('cases/one/registry/all.yaml'), 'Shymkent'));
    await eventually(() => assert.equal(problemsOf(made.uri('cases/one/registry/all.yaml'), 'reference/unknown-entity').length, 1));
    await made.remove('cases');
    await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(made.uri('cases/one/registry/all.yaml')), []));
  });

  it('a registry file is created, changed and deleted', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry, 'sources/a.txt': 'Almaty and Shymkent.\n' });
    const more = 'entities:\n  shymkent: {type: city, name: Shymkent}\n';
    await eventually(
      async () => assert.deepEqual(await mentioning(made, 'registry/more.yaml', 'shymkent'), ['sources/a.txt']),
      () => made.write('registry/more.yaml', more),
    );
    await eventually(
      async () => assert.deepEqual(await mentioning(made, 'registry/more.yaml', 'shymkent'), []),
      () => made.write('registry/more.yaml', more.replace('name: Shymkent', 'name: Chimkent')),
    );
    const annotations = 'source: sources/a.txt\nmentions:\n  - {quote: Shymkent, entity: shymkent}\n';
    const unknown = () => problemsOf(made.uri('annotations/a.yaml'), 'reference/unknown-entity').length;
    await made.write('annotations/a.yaml', annotations);
    await eventually(
      () => assert.equal(unknown(), 1),
      async () => {
        await made.remove('registry/more.yaml');
        await made.write('annotations/a.yaml', annotations);
      },
    );
  });

  it('a file that no watcher told of is read when it is opened', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry, 'sources/a.txt': 'Almaty and Shymkent.\n' });
    const watched = vscode.workspace.getConfiguration('files');
    await watched.update('watcherExclude', { '**/registry/**': true }, vscode.ConfigurationTarget.Global);
    try {
      await made.write('registry/more.yaml', 'entities:\n  shymkent: {type: city, name: Shymkent}\n');
      await eventually(async () => assert.deepEqual(await mentioning(made, 'registry/more.yaml', 'shymkent'), ['sources/a.txt']));
    } finally {
      await watched.update('watcherExclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('an annotation file is created, changed and deleted', async () => {
    const made = await makeCase({
      'registry/all.yaml': registry,
      'sources/a.txt': 'Almaty has 2000123 people.\n',
      'sources/b.txt': 'Almaty has 1000123 people.\n',
      'annotations/b.yaml': claim('b', '1000123'),
    });
    const conflicts = () => problemsOf(made.uri('sources/b.txt'), 'discrepancy/conflict').length;
    const expect = (count: number, change: () => unknown) => eventually(() => assert.equal(conflicts(), count), change);
    await expect(1, () => made.write('annotations/a.yaml', claim('a', '2000123')));
    await expect(0, () => made.write('annotations/a.yaml', claim('a', '2000123').replace('value: 2000123', 'value: 1000123')));
    await expect(1, () => made.write('annotations/a.yaml', claim('a', '2000123')));
    await expect(0, () => made.remove('annotations/a.yaml'));
  });

  it('a manifest that changes shows other files; without a manifest there is no case', async () => {
    const made = await makeCase({ 'registry/all.yaml': registry, 'sources/a.txt': 'Almaty.\n', 'sources/old/b.txt': 'Almaty.\n' });
    await eventually(async () => assert.deepEqual(await mentioning(made), ['sources/a.txt', 'sources/old/b.txt']));
    await eventually(
      async () => assert.deepEqual(await mentioning(made), ['sources/old/b.txt']),
      () => made.write('corroborate.yaml', 'include: ["sources/old/*.txt"]\n'),
    );
    await eventually(
      async () => assert.deepEqual(await symbols(made.uri('registry/all.yaml')), []),
      () => made.remove('corroborate.yaml'),
    );
  });
});

function claim(source: string, people: string): string {
  return `source: sources/${source}.txt\nclaims:\n  - {subject: almaty, property: population, value: ${people}, quote: ${people} people}\n`;
}
