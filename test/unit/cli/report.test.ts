import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../../src/core/report/reportSchema';
import { commitOf } from '../../../src/cli/commitOf';
import { bridgeCase, invoke, invokeJson, temporaryFolders } from './invoke';

const folderOf = temporaryFolders();

describe('corroborate report', () => {
  it('writes HTML to standard output unless told otherwise', async () => {
    const { code, out, err } = await invoke(folderOf(bridgeCase), 'report');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^<!doctype html>\n/);
    assert.match(out, /<h3>opened: <span class="conflict">Conflict<\/span><\/h3>/);
  });

  it('writes a file whole, in the format of its name, and leaves nothing else behind', async () => {
    const folder = folderOf(bridgeCase);
    mkdirSync(path.join(folder, 'out'));
    const { code, out, err } = await invoke(folder, 'report', '-o', 'out/evidence.csv');
    assert.deepEqual([code, out], [0, '']);
    assert.equal(err, `Wrote ${path.join(folder, 'out/evidence.csv')}\n`);
    assert.deepEqual(readdirSync(path.join(folder, 'out')), ['evidence.csv']);
    assert.match(readFileSync(path.join(folder, 'out/evidence.csv'), 'utf8'), /^group,subject_id,/);
    await invoke(folder, 'report', '--out', 'out/evidence.csv', '--format', 'md');
    assert.match(readFileSync(path.join(folder, 'out/evidence.csv'), 'utf8'), /^# Discrepancies/);
  });

  it('does not take the place of a file of the case', async () => {
    const folder = folderOf(bridgeCase);
    const before = readFileSync(path.join(folder, 'sources/a.txt'), 'utf8');
    for (const out of ['sources/a.txt', path.join(folder, 'registry/../corroborate.yaml')]) {
      const { code, err } = await invoke(folder, 'report', '-o', out);
      assert.equal(code, 2);
      assert.ok(err.startsWith(`corroborate report: ${out} is a file of the case: choose another file for the report\n`), err);
    }
    assert.equal(readFileSync(path.join(folder, 'sources/a.txt'), 'utf8'), before);
  });

  it('says where it cannot write, and ends with 2', async () => {
    const { code, err } = await invoke(folderOf(bridgeCase), 'report', '-o', 'nowhere/report.html');
    assert.equal(code, 2);
    assert.match(err, /^corroborate report: cannot write .*nowhere.report\.html: /);
  });

  it('takes a part of the case, and suggestions, when asked', async () => {
    const folder = folderOf(bridgeCase);
    const report = await invokeJson<Report>(folder, 'report', '--verdict', 'tension', '--verdict', 'agree', '--date', '2026-11-22');
    assert.deepEqual(report.selection, { verdicts: ['tension', 'agree'], statuses: null, entity: null, keys: null, suggestions: false });
    assert.deepEqual([report.groups, report.leftOut, report.created], [[], 1, '2026-11-22']);
    const { groups } = await invokeJson<Report>(folder, 'report', '--entity', 'bridge', '--status', 'open');
    assert.deepEqual(groups.map(({ key }) => key), ['bridge|opened']);
  });

  it('says what it does not know, with the nearest it does', async () => {
    const folder = folderOf(bridgeCase);
    assert.match((await invoke(folder, 'report', '--entity', 'brigde')).err, /the registry has no entity "brigde" — did you mean "bridge"\?/);
    assert.match((await invoke(folder, 'report', '--verdict', 'conflcit')).err, /did you mean "conflict"/);
    assert.match((await invoke(folder, 'report', '--date', 'today')).err, /--date takes a day or a time, such as/);
  });
});

describe('corroborate verify', () => {
  it('ends with 0 while every quote holds, also when a file has changed elsewhere, and with --strict then with 1', async () => {
    const folder = folderOf(bridgeCase);
    await invoke(folder, 'report', '-o', 'report.json');
    const held = await invoke(folder, 'verify', 'report.json', '--strict');
    assert.equal(held.code, 0);
    assert.equal(held.out, [
      'exact          sources/b.txt:1:21  “opened in 1907”',
      'exact          sources/a.txt:1:28  “opened in 1901”',
      'file same      registry/all.yaml',
      'file same      sources/a.txt',
      'file same      sources/b.txt',
      '',
    ].join('\n'));
    assert.equal(held.err, '2 quotes: 2 exact, 0 of 3 files changed.\n');
    writeFileSync(path.join(folder, 'sources/a.txt'), `${bridgeCase['sources/a.txt']!}\nPS.\n`);
    assert.equal((await invoke(folder, 'verify', 'report.json')).code, 0);
    assert.equal((await invoke(folder, 'verify', 'report.json', '--strict')).code, 1);
  });

  it('ends with 1 when a quote moved, and says where it is now', async () => {
    const folder = folderOf(bridgeCase);
    await invoke(folder, 'report', '-o', 'report.json');
    writeFileSync(path.join(folder, 'sources/a.txt'), `New. ${bridgeCase['sources/a.txt']!}`);
    const { code, out } = await invoke(folder, 'verify', 'report.json');
    assert.equal(code, 1);
    assert.match(out, /^moved {10}sources\/a\.txt:1:33 {2}“opened in 1901” {2}was 27–41, is 32–46$/m);
    const { quotes } = await invokeJson<{ quotes: { state: string; start: number }[] }>(folder, 'verify', 'report.json');
    assert.deepEqual(quotes.map(({ state, start }) => [state, start]), [['exact', 20], ['moved', 32]]);
  });

  it('checks another folder than the one that it is in', async () => {
    const folder = folderOf(bridgeCase);
    await invoke(folder, 'report', '-o', 'report.json');
    const { code, out } = await invoke(folder, 'verify', 'report.json', folderOf({ 'corroborate.yaml': '{}\n' }));
    assert.equal(code, 1);
    assert.match(out, /^file-gone {6}sources\/a\.txt {2}“opened in 1901”$/m);
  });

  it('ends with 2 without a report that it can read', async () => {
    const folder = folderOf({ ...bridgeCase, 'other.json': '{"version": 1}' });
    for (const [file, problem] of [
      ['gone.json', /cannot read gone\.json/],
      ['corroborate.yaml', /corroborate\.yaml is not JSON/],
      ['other.json', /other\.json is no report that corroborate wrote/],
    ] as const) {
      const { code, err } = await invoke(folder, 'verify', file);
      assert.equal(code, 2);
      assert.match(err, problem);
    }
    assert.match((await invoke(folder, 'verify')).err, /^corroborate verify: name REPORT\.json\n/);
    assert.match((await invoke(folder, 'verify', 'a', 'b', 'c')).err, /too many words: c/);
  });
});

describe('the commit of a report', () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder, encoding: 'utf8' }).trim();

  it('is the one that is checked out: on a branch, packed, detached, in a linked work tree, and below the top', async () => {
    const folder = folderOf(bridgeCase);
    assert.equal(await commitOf(folder), null);
    git(folder, 'init', '-q');
    assert.equal(await commitOf(folder), null);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'first');
    const commit = git(folder, 'rev-parse', 'HEAD');
    assert.equal(await commitOf(path.join(folder, 'sources')), commit);
    git(folder, 'pack-refs', '--all');
    assert.equal(await commitOf(folder), commit);
    git(folder, 'worktree', 'add', '-q', 'linked', '-b', 'other');
    assert.equal(await commitOf(path.join(folder, 'linked')), commit);
    git(folder, 'checkout', '-q', '--detach');
    assert.equal(await commitOf(folder), commit);
    const report = await invokeJson<Report>(folder, 'report');
    assert.equal(report.commit, commit);
  });
});
