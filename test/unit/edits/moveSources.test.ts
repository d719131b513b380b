import assert from 'node:assert/strict';
import { mirroredPath, moveSources } from '../../../src/core/edits/moveSources';
import { renameSource, sourceIdRefusal } from '../../../src/core/edits/renameSource';
import { lines } from '../markedCase';
import type { CaseFiles, Read } from './planned';
import { after, caseOf, readAs, refusal } from './planned';

const files: CaseFiles = {
  'corroborate.yaml': lines`
    include: ["sources/**/*.txt", notes/odd one.txt]
    sources:
      sources/2001/a.txt:  # the first
        published: 2001
      "sources/2001/b.txt": {published: 2002}
      notes/odd one.txt: {published: 2003}
    `,
  'registry/all.yaml': lines`
    entities:
      bridge:
        name: Old Bridge
        aliases:
          - {text: the span, in: [sources/2001/a.txt, 'sources/2001/b.txt']}
          - {text: it, except: ["sources/2001/a.txt"]}
    `,
  'annotations/2001/a.yaml': 'source: sources/2001/a.txt\nclaims:\n  - {subject: bridge, property: founded, value: 1901, quote: founded in 1901}\n',
  'annotations/2001/b.yaml': '# b\nsource: "sources/2001/b.txt"\nclaims:\n  - {subject: bridge, property: founded, value: 1911, quote: founded in 1911}\n',
  'annotations/odd.yaml': 'source: notes/odd one.txt\n',
  'reviews.yaml': lines`
    reviews:
      bridge|founded:
        status: accepted
        wrong: [sources/2001/b.txt]
        seen:
          verdict: conflict
          claims:
            - {source: sources/2001/a.txt, value: 1901, polarity: positive, modality: asserted, valid: 2001}
            - {source: sources/2001/b.txt, value: 1911, polarity: positive, modality: asserted, valid: 2002}
        history: [{status: open, wrong: [sources/2001/a.txt]}]
    `,
  'sources/2001/a.txt': 'The Old Bridge, founded in 1901.\n',
  'sources/2001/b.txt': 'The span was founded in 1911.\n',
  'notes/odd one.txt': 'Old Bridge.\n',
};

/** The case after articles moved as VS Code would move them. */
function moved(moves: Readonly<Record<string, string>>, on: CaseFiles = files) {
  const plan = moveSources(caseOf(on), new Map(Object.entries(moves)));
  const result = after(on, { edit: { label: '', files: plan.files } });
  for (const [from, to] of [...plan.annotations.map(({ from, to }) => [from, to] as const), ...Object.entries(moves)]) {
    result[to] = result[from]!;
    delete result[from];
  }
  return { files: result, plan };
}

describe('moving articles', () => {
  it('takes every reference along, and the annotation files that mirror them', () => {
    const { files: there, plan } = moved({ 'sources/2001/a.txt': 'sources/1999/deep/a, b.txt', 'sources/2001/b.txt': 'sources/c.txt' });
    assert.deepEqual(plan.notes, []);
    assert.deepEqual(plan.annotations, [
      { from: 'annotations/2001/a.yaml', to: 'annotations/1999/deep/a, b.yaml' },
      { from: 'annotations/2001/b.yaml', to: 'annotations/c.yaml' },
    ]);
    const all = Object.entries(there).filter(([path]) => path.endsWith('.yaml')).map(([, content]) => content).join('');
    assert.equal(all.includes('2001/'), false);
    const newNames = new Map([['sources/2001/a.txt', 'sources/1999/deep/a, b.txt'], ['sources/2001/b.txt', 'sources/c.txt']]);
    const asBefore = JSON.parse(JSON.stringify(readAs(files)), (_key, value: unknown) => newNames.get(String(value)) ?? value) as Read;
    const sorted = ({ mentions, ...rest }: Read) => ({ ...rest, mentions: mentions.map((one) => JSON.stringify(one)).toSorted() });
    assert.deepEqual(sorted(readAs(there)), sorted(asBefore));
  });
  it('and back restores every byte', () => {
    const there = moved({ 'sources/2001/a.txt': 'sources/1999/x.txt', 'sources/2001/b.txt': 'sources/1999/y z.txt' }).files;
    const back = moved({ 'sources/1999/x.txt': 'sources/2001/a.txt', 'sources/1999/y z.txt': 'sources/2001/b.txt' }, there).files;
    assert.deepEqual(back, files);
  });
  it('swaps two', () => {
    const { files: swapped } = moved({ 'notes/odd one.txt': 'sources/2001/a.txt', 'sources/2001/a.txt': 'notes/odd one.txt' });
    assert.ok(swapped['registry/all.yaml']!.includes('in: [notes/odd one.txt, \'sources/2001/b.txt\']'));
    assert.ok(swapped['annotations/odd.yaml']!.startsWith('source: sources/2001/a.txt'));
  });
  it('takes a pattern along that names the article, and says where none matches any more', () => {
    const named = moved({ 'notes/odd one.txt': 'notes/even.txt' });
    assert.deepEqual(named.plan.notes, []);
    assert.ok(named.files['corroborate.yaml']!.startsWith('include: ["sources/**/*.txt", notes/even.txt]\n'));
    const { plan, files: out } = moved({ 'sources/2001/a.txt': 'attic/a.txt' });
    assert.match(plan.notes.join(), /^attic\/a\.txt is not matched by “include” in corroborate\.yaml/);
    assert.ok(out['annotations/2001/a.yaml']!.startsWith('source: attic/a.txt\n'));
  });
  it('leaves annotations of an article that leaves the case', () => {
    const plan = moveSources(caseOf(files), new Map([['sources/2001/a.txt', null]]));
    assert.deepEqual([plan.files, plan.annotations], [[], []]);
    assert.match(plan.notes.join(), /^sources\/2001\/a\.txt is no longer in the case/);
  });
  it('goes on past a file with a syntax error, and names it', () => {
    const broken = { ...files, 'reviews.yaml': 'reviews:\n  a|b: {wrong: [sources/2001/a.txt\n' };
    const { plan, files: there } = moved({ 'sources/2001/a.txt': 'sources/a.txt' }, broken);
    assert.match(plan.notes.join(), /^reviews\.yaml has an error on line/);
    assert.equal(there['reviews.yaml'], broken['reviews.yaml']);
    assert.ok(there['corroborate.yaml']!.includes('sources/a.txt:  # the first'));
  });
  it('overwrites neither an annotation file nor facts about another source', () => {
    const inTheWay = { ...files, 'annotations/c.yaml': 'source: sources/old.txt\n' };
    assert.deepEqual(moved({ 'sources/2001/b.txt': 'sources/c.txt' }, inTheWay).plan.annotations, []);
    const facts = { ...files, 'corroborate.yaml': 'sources:\n  sources/2001/a.txt: {}\n  sources/c.txt: {}\n' };
    const { plan, files: there } = moved({ 'sources/2001/a.txt': 'sources/c.txt' }, facts);
    assert.match(plan.notes.join(), /has facts about sources\/c\.txt already/);
    assert.equal(there['corroborate.yaml'], facts['corroborate.yaml']);
  });
});

describe('where an annotation file belongs', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['annotations/a.yaml', 'sources/a.txt', 'sources/b.txt', 'annotations/b.yaml'],
    ['annotations/a.txt.yaml', 'sources/a.txt', 'sources/b.md', 'annotations/b.md.yaml'],
    ['annotations/2001/a.yaml', 'sources/2001/a.txt', 'sources/2002/a.txt', 'annotations/2002/a.yaml'],
    ['annotations/a.yaml', 'sources/2001/a.txt', 'sources/2002/a.txt', 'annotations/a.yaml'],
    ['annotations/2001/a.yaml', 'sources/2001/a.txt', 'texts/2001/a.txt', 'annotations/2001/a.yaml'],
    ['annotations/2001/a.yaml', 'sources/2001/a.txt', 'texts/b.txt', 'annotations/2001/b.yaml'],
    ['annotations/other.yaml', 'sources/a.txt', 'sources/b.txt', 'annotations/other.yaml'],
    ['a.yaml', 'a.txt', 'x/b.txt', 'x/b.yaml'],
  ];
  for (const [annotations, from, to, expected] of cases) {
    it(`${annotations}: ${from} → ${to}`, () => assert.equal(mirroredPath(annotations, from, to), expected));
  }
});

describe('renaming a source that has no article', () => {
  it('follows wherever it is written', () => {
    const gone = { ...files };
    delete (gone as Record<string, string>)['sources/2001/a.txt'];
    const there = after(gone, renameSource(caseOf(gone), 'sources/2001/a.txt', 'sources/a.txt'));
    assert.ok(there['registry/all.yaml']!.includes('except: ["sources/a.txt"]'));
  });
  it('is refused for what is no path in the case', () => {
    for (const path of ['', '/a.txt', 'sources/../../a.txt', 'sources\\a.txt', 'sources/', './a.txt']) {
      assert.match(refusal(renameSource(caseOf(files), 'sources/x.txt', path)), /not the path of an article/, path);
    }
    assert.match(sourceIdRefusal(caseOf(files), 'sources/2001/a.txt', 'sources/2001/b.txt') ?? '', /There is a file/);
  });
});
