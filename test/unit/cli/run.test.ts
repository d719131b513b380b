import assert from 'node:assert/strict';
import path from 'node:path';
import { bridgeCase, invoke, temporaryFolders } from './invoke';

describe('the command line’s arguments', () => {
  const folderOf = temporaryFolders();

  const wrong: readonly (readonly [args: readonly string[], words: string])[] = [
    [['chek'], 'unknown command "chek" — did you mean "check"?'],
    [['constructor'], 'unknown command "constructor"'],
    [['check', '--fromat', 'json'], 'unknown option "--fromat" — did you mean "--format"?'],
    [['check', '--__proto__=x'], 'unknown option "--__proto__"'],
    [['check', '--format'], '--format needs one of text, json, sarif after it'],
    [['check', '--format', 'sarfi'], '--format takes text, json, sarif, not "sarfi" — did you mean "sarif"?'],
    [['claims', '--format', 'sarif'], '--format takes text, json, not "sarif"'],
    [['check', '--fail-on', 'hint'], '--fail-on takes error, warning, info, never, not "hint"'],
    [['check', '--baseline', '--format', 'json'], '--baseline needs FILE after it'],
    [['check', '--baseline='], '--baseline needs FILE after it'],
    [['mentions', '--source', 'sources/c.txt'], 'there is no source "sources/c.txt" in this case — did you mean "sources/b.txt"?'],
    [['check', '.', 'other'], 'one case folder at a time, not ., other'],
    [['check', 'nowhere'], 'there is no folder '],
    [['check', 'corroborate.yaml'], 'is a file: name the folder that holds corroborate.yaml'],
    [['check', 'corroborate.yaml/below'], 'there is no folder '],
  ];
  for (const [args, words] of wrong) {
    it(`says what is wrong with: ${args.join(' ')}`, async () => {
      const { code, out, err } = await invoke(folderOf(bridgeCase), ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(words), err);
    });
  }

  it('prints help to standard output, and to standard error when nothing was asked for', async () => {
    const help = await invoke('.', 'help');
    assert.deepEqual([help.code, help.err], [0, '']);
    const own = await invoke('.', 'check', '--help');
    assert.deepEqual([own.code, own.err], [0, '']);
    assert.ok(own.out.startsWith('corroborate check [case folder] '));
    assert.deepEqual(await invoke('.'), { code: 2, out: '', err: help.out });
    assert.deepEqual(await invoke('.', '--help'), help);
  });

  it('takes the case folder relative, absolute, by default, and before or after options', async () => {
    const folder = folderOf(bridgeCase);
    const expected = await invoke(folder, 'claims', '--format', 'json');
    const [parent, name] = [path.dirname(folder), path.basename(folder)];
    assert.ok(expected.out.includes('sources/a.txt'));
    for (const [cwd, ...args] of [
      [folder, 'claims', '.', '--format', 'json'],
      [parent, 'claims', name, '--format=json'],
      [parent, 'claims', '--format', 'json', '--', `./${name}/`],
      [parent, 'claims', folder, '--format', 'json'],
      [path.join(folder, 'sources'), 'claims', '..', '--format', 'json'],
    ] as const) {
      assert.deepEqual(await invoke(cwd, ...args), expected, args.join(' '));
    }
  });

  it('takes sources by their path in the case or from here, with either slash, several at once', async () => {
    const folder = folderOf(bridgeCase);
    const expected = await invoke(folder, 'mentions', '--source', 'sources/a.txt');
    assert.match(expected.out, /^sources\/a\.txt:1:5 {2}Old Bridge/);
    assert.ok(!expected.out.includes('sources/b.txt'));
    for (const given of ['./sources/a.txt', 'sources\\a.txt', '.\\sources\\a.txt', path.join(folder, 'sources/a.txt')]) {
      assert.deepEqual(await invoke(folder, 'mentions', '--source', given), expected, given);
    }
    const below = await invoke(path.join(folder, 'sources'), 'mentions', '..', '--source', 'a.txt');
    assert.deepEqual(below, expected);
    const both = await invoke(folder, 'mentions', '--source', 'sources/a.txt', '--source', 'sources/b.txt');
    assert.deepEqual(both, await invoke(folder, 'mentions'));
  });

  it('writes the same bytes each time', async () => {
    const folder = folderOf(bridgeCase);
    for (const args of [['check'], ['check', '--format', 'sarif'], ['mentions'], ['claims'], ['compare'], ['compare', '--format', 'json']]) {
      assert.deepEqual(await invoke(folder, ...args), await invoke(folder, ...args));
    }
  });
});
