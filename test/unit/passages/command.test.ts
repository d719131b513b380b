import assert from 'node:assert/strict';
import { invoke, invokeJson, temporaryFolders } from '../cli/invoke';

interface Written {
  readonly version: number;
  readonly passages: readonly {
    readonly score: number;
    readonly a: { readonly source: string; readonly start: number; readonly end: number; readonly text: string };
    readonly b: { readonly source: string; readonly text: string };
    readonly shared: { readonly entities: readonly string[]; readonly cues: readonly string[]; readonly words: readonly string[] };
    readonly values: readonly Readonly<Record<string, unknown>>[];
  }[];
}

const first = 'It rained in May. The Bruna Summit was held in 2003.';
const files = {
  'registry/all.yaml': 'entities: {summit: {type: event, name: Bruna Summit}}\n',
  'a.txt': first,
  'b.txt': 'The Bruna Summit was held in January 2003. Nobody came in May.',
  'c.txt': 'Wheat grew.\n\nThe Bruna Summit ended.',
};

describe('corroborate passages', () => {
  const folderOf = temporaryFolders();

  it('writes pairs as the contract has them, text and offsets alike', async () => {
    const { version, passages } = await invokeJson<Written>(folderOf(files), 'passages', '--limit', '1');
    assert.equal(version, 1);
    const [pair] = passages;
    assert.equal(passages.length, 1);
    assert.equal(pair?.a.text, first.slice(pair?.a.start, pair?.a.end));
    assert.deepEqual([pair?.a.source, pair?.b.source, pair?.b.text], ['a.txt', 'b.txt', 'The Bruna Summit was held in January 2003.']);
    assert.deepEqual(pair?.shared, { entities: ['summit'], cues: ['date', 'place'], words: ['held'] });
    assert.deepEqual(pair?.values, [{ kind: 'date', a: '2003', b: '2003-01', relation: 'refined-by', aText: '2003', bText: 'January 2003' }]);
  });

  it('writes two lines of places for people, with what both have', async () => {
    const { code, out } = await invoke(folderOf(files), 'passages', '--source', 'c.txt');
    assert.equal(code, 0);
    assert.match(out, /^0\.\d\d {2}a\.txt:1:19 {2}The Bruna Summit was held in 2003\.\n {6}c\.txt:3:1 {2}The Bruna Summit ended\.\n {6}both: summit\n/);
    assert.doesNotMatch(out, /a\.txt.*\n.*b\.txt/);
  });

  it('takes 0 for all pairs, and nothing but a number', async () => {
    const folder = folderOf(files);
    const all = await invokeJson<Written>(folder, 'passages', '--limit', '0');
    assert.ok(all.passages.length >= 3);
    for (const wrong of ['-1', '2.5', 'ten']) {
      const { code, err } = await invoke(folder, 'passages', `--limit=${wrong}`);
      assert.equal(code, 2);
      assert.match(err, /--limit takes a whole number; 0 is all/);
    }
  });
});
