import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeCase, invoke, invokeJson, temporaryFolders } from './invoke';

const folderOf = temporaryFolders();

interface Json {
  readonly a: string;
  readonly b: string;
  readonly overall: { readonly claims: { readonly stated: { readonly f1: number }; readonly value: { readonly f1: number } } };
  readonly differences: readonly { readonly kind: string; readonly source: string; readonly start: number; readonly text: string; readonly relation: string }[];
  readonly leftOut: readonly { readonly source: string }[];
}

const otherAnnotations = { 'a.yaml': bridgeCase['annotations/a.yaml']!.replace('value: 1901', 'value: 1901-05'), 'b.yaml': bridgeCase['annotations/b.yaml']! };
const other = { ...bridgeCase, 'annotations/a.yaml': otherAnnotations['a.yaml'] };

describe('corroborate agreement', () => {
  it('compares the annotations of two case folders', async () => {
    const [a, b] = [folderOf(bridgeCase), folderOf(other)];
    const { overall, differences, leftOut } = await invokeJson<Json>(a, 'agreement', a, b);
    assert.deepEqual([overall.claims.stated.f1, overall.claims.value.f1, leftOut], [1, 0.5, []]);
    const [difference] = differences;
    assert.deepEqual(
      [differences.length, difference?.kind, difference?.source, difference?.start, difference?.text, difference?.relation],
      [1, 'value', 'sources/a.txt', 27, 'opened in 1901', 'refined-by'],
    );
  });

  it('compares a folder of annotations alone with the case’s own, and two such folders', async () => {
    const folder = folderOf({ ...bridgeCase, 'ben/a.yaml': otherAnnotations['a.yaml'], 'ben/b.yaml': otherAnnotations['b.yaml'] });
    for (const [one, two] of [['.', 'ben'], ['annotations', 'ben']] as const) {
      const { code, out, err } = await invoke(folder, 'agreement', one, two);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^ {2}claims, same value {16}F1 0\.50 \(A 1 of 2, B 1 of 2\)$/m);
      assert.match(out, /^1 difference\nsources\/a\.txt:1:28 {2}different value \(less precise\) {2}Old Bridge, opened {2}A: 1901 {2}B: May 1901\n$/m);
    }
    const elsewhere = await invoke(path.dirname(folder), 'agreement', path.join(folder, 'annotations'), path.join(folder, 'ben'), '--case', folder);
    assert.match(elsewhere.out, /^1 difference$/m);
  });

  it('compares a folder with a commit, and two commits', async () => {
    const folder = folderOf(bridgeCase);
    const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
    git('init', '-q', '-b', 'first');
    git('add', '-A');
    git('commit', '-qm', 'one');
    writeFileSync(path.join(folder, 'annotations/a.yaml'), otherAnnotations['a.yaml']);
    const compared = await invokeJson<Json>(folder, 'agreement', '--git', 'first');
    assert.deepEqual([compared.a, compared.b, compared.differences.map(({ relation }) => relation)], ['.', 'first', ['refines']]);
    git('checkout', '-q', '-b', 'second');
    git('commit', '-qam', 'two');
    const branches = await invokeJson<Json>(path.dirname(folder), 'agreement', folder, '--git', 'first', '--git', 'second');
    assert.deepEqual([branches.a, branches.b, branches.differences.map(({ relation }) => relation)], ['first', 'second', ['refined-by']]);
  });

  it('takes an article that git keeps with other newlines for the same', async () => {
    const folder = folderOf(bridgeCase);
    execFileSync('git', ['init', '-q', '-b', 'first'], { cwd: folder });
    execFileSync('git', ['add', '-A'], { cwd: folder });
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'one'], { cwd: folder });
    writeFileSync(path.join(folder, 'sources/a.txt'), bridgeCase['sources/a.txt']!.replaceAll('\n', '\r\n'));
    const { leftOut, differences } = await invokeJson<Json>(folder, 'agreement', '--git', 'first');
    assert.deepEqual([leftOut, differences], [[], []]);
  });

  it('says what is missing, and ends with 2', async () => {
    const folder = folderOf(bridgeCase);
    const told = async (...args: readonly string[]) => {
      const { code, err } = await invoke(folder, 'agreement', ...args);
      assert.equal(code, 2);
      return err;
    };
    assert.match(await told('annotations'), /^corroborate agreement: name two folders, or one and --git REF\n/);
    assert.match(await told('.', 'nowhere'), /there is no folder .*nowhere/);
    assert.match(await told('--git', 'main'), /is in no git repository: name two folders instead/);
    assert.match(await told('a', 'b', '--git', 'main'), /--git compares within one case folder: name one, or leave --git out/);
    renameSync(path.join(folder, 'sources'), path.join(folder, 'texts-moved'));
    renameSync(path.join(folder, 'texts-moved/a.txt'), path.join(folder, 'a.text'));
    renameSync(path.join(folder, 'texts-moved/b.txt'), path.join(folder, 'b.text'));
    assert.match(await told('annotations', 'registry'), /neither folder has articles.*--case/);
  });

  it('says so where there is no git', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      const { code, err } = await invoke(folderOf(bridgeCase), 'agreement', '--git', 'main');
      assert.equal(code, 2);
      assert.match(err, /--git needs git, which is not installed/);
    } finally {
      process.env['PATH'] = before;
    }
  });
});
