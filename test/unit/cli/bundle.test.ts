import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { bridgeCase, invoke, temporaryFolders } from './invoke';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the command line as it is built', () => {
  const folderOf = temporaryFolders();
  let build = '';
  let cli = '';

  before(() => {
    build = mkdtempSync(path.join(tmpdir(), 'corroborate-build-'));
    cli = path.join(build, 'cli.js');
    buildSync({
      entryPoints: [path.join(root, 'src/cli/main.ts')],
      outfile: cli,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2022',
      mainFields: ['module', 'main'],
      banner: { js: '#!/usr/bin/env node' },
      logLevel: 'silent',
    });
    chmodSync(cli, 0o755);
  });
  after(() => rmSync(build, { recursive: true, force: true }));

  const start = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });

  it('writes the result alone to standard output, in the same bytes as in this process', async () => {
    const folder = folderOf(bridgeCase);
    for (const args of [['check'], ['compare', '--format', 'json']]) {
      const { status, stdout, stderr } = start(args[0]!, folder, ...args.slice(1));
      assert.deepEqual({ code: status, out: stdout, err: stderr }, await invoke(folder, ...args));
    }
  });

  it('ends with 0, 1 or 2', () => {
    const folder = folderOf(bridgeCase);
    assert.equal(start('check', folder).status, 0);
    assert.equal(start('check', folder, '--fail-on', 'warning').status, 1);
    assert.equal(start('check', folder, '--fail-on', 'sometimes').status, 2);
    assert.equal(start('check', path.join(folder, 'nowhere')).status, 2);
    assert.equal(start().status, 2);
  });

  it('writes long results whole', () => {
    const count = 60_000;
    const folder = folderOf({ 'registry/r.yaml': 'entities:\n  ob: {name: Ob, type: place}\n', 'a.txt': 'The Ob. '.repeat(count) });
    const { mentions } = JSON.parse(start('mentions', folder, '--format', 'json').stdout) as { mentions: unknown[] };
    assert.equal(mentions.length, count);
  });

  it('ends quietly, with its exit code, when the reader stops early', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `  - {quote: q${i}, entity: nobody-${i}}\n`).join('');
    const folder = folderOf({ ...bridgeCase, 'annotations/a.yaml': `source: sources/a.txt\nmentions:\n${names}` });
    const child = spawn(process.execPath, [cli, 'check', folder, '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (words: Buffer) => (err += words.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual([code, err], [1, '']);
  });

  it('is a program of its own', function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(path.join(build, 'package.json'), '{"type": "commonjs"}');
    const { status, stdout } = spawnSync(cli, ['help'], { encoding: 'utf8' });
    assert.deepEqual([status, stdout.startsWith('Usage: corroborate')], [0, true]);
  });
});
