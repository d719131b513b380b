import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { bridgeCase, invoke, invokeJson, temporaryFolders } from './invoke';

/** The system's own command, where there is one. */
const pipeMaker = 'mkfifo';

interface Mentions {
  readonly mentions: readonly { readonly source: string; readonly entity: string }[];
}

describe('folders on the command line', () => {
  const folderOf = temporaryFolders();

  /** Which sources have the mention. */
  async function sourcesOf(folder: string): Promise<string[]> {
    const { mentions } = await invokeJson<Mentions>(folder, 'mentions');
    return [...new Set(mentions.map(({ source }) => source))];
  }

  const registry = 'entities:\n  ob: {name: Ob, type: place}\n';

  it('without a manifest have every text file as a source, and an empty registry', async () => {
    const folder = folderOf({
      'a.txt': 'Quentin Harrowgate saw the Ob.',
      'deep/er/b.txt': 'Quentin Harrowgate saw it.',
      'notes.md': 'Quentin Harrowgate',
      '.hidden/c.txt': 'Quentin Harrowgate',
      'node_modules/d/d.txt': 'Quentin Harrowgate',
    });
    const { mentions, unlinked } = await invokeJson<{ mentions: unknown[]; unlinked: { source: string }[] }>(folder, 'mentions');
    assert.deepEqual([mentions, [...new Set(unlinked.map(({ source }) => source))]], [[], ['a.txt', 'deep/er/b.txt']]);
    const { code, err } = await invoke(folder, 'check');
    assert.equal(code, 0);
    assert.ok(err.startsWith(`There is no corroborate.yaml in ${folder}: every .txt file below it is a source.\n`), err);
  });

  it('without a manifest take in a registry, annotations and reviews beside the texts', async () => {
    const { 'corroborate.yaml': _, ...files } = bridgeCase;
    const { groups } = await invokeJson<{ groups: { verdict: string; claims: unknown[] }[] }>(folderOf(files), 'compare');
    assert.deepEqual(groups.map(({ verdict, claims }) => [verdict, claims.length]), [['conflict', 3]]);
  });

  it('with an empty manifest have its defaults, not every text file', async () => {
    assert.deepEqual(
      await sourcesOf(folderOf({ 'corroborate.yaml': '', 'registry/r.yaml': registry, 'a.txt': 'Ob', 'sources/b.txt': 'Ob' })),
      ['sources/b.txt'],
    );
  });

  it('with a manifest that is no text tell so, and have its defaults', async () => {
    const folder = folderOf({ 'corroborate.yaml': new Uint8Array([0, 1, 2, 0, 0, 3]), 'registry/r.yaml': registry, 'a.txt': 'Ob', 'sources/b.txt': 'Ob' });
    assert.deepEqual(await sourcesOf(folder), ['sources/b.txt']);
    const { code, out } = await invoke(folder, 'check');
    assert.deepEqual([code, out], [1, 'corroborate.yaml:1:1: error: looks binary, not like text — not read [source/unreadable]\n']);
  });

  it('leave out cases of their own, and say so', async () => {
    const folder = folderOf({ 'registry/r.yaml': registry, 'a.txt': 'Ob', 'inner/corroborate.yaml': '', 'inner/b.txt': 'Ob' });
    assert.deepEqual(await sourcesOf(folder), ['a.txt']);
    assert.ok((await invoke(folder, 'mentions')).err.includes('Left out, since they are cases of their own: inner/\n'));
  });

  it('follow links, each folder once, and come back from loops', async () => {
    const elsewhere = folderOf({ 'linked/c.txt': 'Ob' });
    const folder = folderOf({ 'registry/r.yaml': registry, 'z/a.txt': 'Ob', 'other.md': 'Ob' });
    symlinkSync(path.join(folder, 'z'), path.join(folder, 'a-link-to-z'));
    symlinkSync(folder, path.join(folder, 'z', 'loop'));
    symlinkSync(path.join(elsewhere, 'linked'), path.join(folder, 'outside'));
    symlinkSync(path.join(folder, 'other.md'), path.join(folder, 'file-link.txt'));
    assert.deepEqual(await sourcesOf(folder), ['file-link.txt', 'outside/c.txt', 'z/a.txt']);
    const linked = path.join(elsewhere, 'case');
    symlinkSync(folder, linked);
    assert.deepEqual(await sourcesOf(linked), ['file-link.txt', 'outside/c.txt', 'z/a.txt']);
  });

  it('tell a file that cannot be read, and go on with the others', async () => {
    const folder = folderOf({ 'registry/r.yaml': registry, 'a.txt': 'Ob' });
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'gone.txt'));
    symlinkSync('loop.txt', path.join(folder, 'loop.txt'));
    assert.deepEqual(await sourcesOf(folder), ['a.txt']);
    const { code, out, err } = await invoke(folder, 'check');
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        'gone.txt:1:1: error: cannot be read: the file is gone, or a link that leads nowhere [source/unreadable]',
        'loop.txt:1:1: error: cannot be read: a link that leads to itself [source/unreadable]',
        '',
      ].join('\n'),
    );
    assert.ok(err.includes('Cannot read gone.txt: the file is gone, or a link that leads nowhere\n'));
  });

  it('obey the severity of what cannot be read', async () => {
    const folder = folderOf({ 'corroborate.yaml': 'severity: {source/unreadable: off}\n', 'sources/a.txt': 'Ob' });
    symlinkSync('nowhere', path.join(folder, 'sources', 'gone.txt'));
    const { code, out } = await invoke(folder, 'check');
    assert.deepEqual([code, out], [0, '']);
  });

  it('tell files and folders without permission', async function () {
    const folder = folderOf({ 'registry/r.yaml': registry, 'a.txt': 'Ob', 'shut/b.txt': 'Ob', 'c.txt': 'Ob' });
    chmodSync(path.join(folder, 'c.txt'), 0);
    chmodSync(path.join(folder, 'shut'), 0);
    try {
      if (canRead(path.join(folder, 'c.txt'))) {
        console.log('      skipped: this user may read every file');
        this.skip();
      }
      const { err } = await invoke(folder, 'mentions');
      assert.ok(err.includes('Cannot read shut/: permission denied\nCannot read c.txt: permission denied\n'), err);
      assert.deepEqual(await sourcesOf(folder), ['a.txt']);
    } finally {
      chmodSync(path.join(folder, 'shut'), 0o700);
    }
  });

  it('end with 2 when the manifest itself cannot be read', async () => {
    const folder = folderOf({ 'sources/a.txt': 'Ob' });
    symlinkSync('nowhere', path.join(folder, 'corroborate.yaml'));
    const { code, out, err } = await invoke(folder, 'check');
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'corroborate check: cannot read corroborate.yaml: the file is gone, or a link that leads nowhere\n');
  });

  it('pass by pipes and folders that are called like articles', async function () {
    const folder = folderOf({ 'registry/r.yaml': registry, 'a.txt': 'Ob' });
    mkdirSync(path.join(folder, 'folder.txt'));
    if (spawnSync(pipeMaker, [path.join(folder, 'pipe.txt')]).status !== 0) {
      console.log('      skipped: there is no mkfifo here');
      this.skip();
    }
    assert.deepEqual(await sourcesOf(folder), ['a.txt']);
  });

  it('take names of files as they are', async () => {
    const names = ['a b.txt', 'ünï\u0301 😀.txt', '100%.txt', '#1?.txt', '__proto__.txt', '[x]{y}!.txt', '$&.txt'];
    const folder = folderOf({ 'registry/r.yaml': registry, ...Object.fromEntries(names.map((name) => [name, 'Ob'])) });
    assert.deepEqual(await sourcesOf(folder), [...names].sort());
    for (const name of names) {
      const { mentions } = await invokeJson<Mentions>(folder, 'mentions', '--source', name);
      assert.deepEqual(mentions.map(({ source }) => source), [name]);
    }
  });
});

function canRead(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
