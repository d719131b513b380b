import assert from 'node:assert/strict';
import { checkAnnotationSources, checkMembers, createKindOf, findMembers } from '../../../src/core/case/members';
import { defaultManifest, folderManifest, readManifest } from '../../../src/core/case/readManifest';

const manifestOf = (text: string) => readManifest(text).data;
const scalar = (text: string) => ({ text, span: { start: 0, end: text.length } });

describe('members of a case', () => {
  it('follow the default patterns', () => {
    const members = findMembers(defaultManifest, [
      'corroborate.yaml', 'reviews.yaml', 'notes.txt', 'sources/b.txt', 'sources/x/a.txt', 'sources/a.md', 'registry/e.yaml',
      'annotations/x/a.yaml', 'sources/.git/x.txt', 'node_modules/p/sources/x.txt', 'sources/node_modules/x.txt',
    ]);
    assert.deepEqual(members, {
      articles: ['sources/b.txt', 'sources/x/a.txt'],
      registry: ['registry/e.yaml'],
      annotations: ['annotations/x/a.yaml'],
      reviews: 'reviews.yaml',
      nestedCases: [],
    });
  });

  it('of a folder without a manifest are all its .txt files', () => {
    const members = findMembers(folderManifest, ['a.txt', 'deep/er/b.txt', 'deep/c.md', '.hidden/d.txt']);
    assert.deepEqual(members.articles, ['a.txt', 'deep/er/b.txt']);
  });

  it('leave a nested case to itself', () => {
    const members = findMembers(folderManifest, ['a.txt', 'b/corroborate.yaml', 'b/c.txt', 'b/d/corroborate.yaml', 'b/d/e.txt', 'bc/f.txt']);
    assert.deepEqual(members.articles, ['a.txt', 'bc/f.txt']);
    assert.deepEqual(members.nestedCases, ['b/']);
  });

  it('have one kind each, by the patterns of the manifest', () => {
    const kindOf = createKindOf(manifestOf('include: ["**/*.{txt,yaml}", "!drafts/**"]\nregistry: ["./who.yaml"]\nreviews: ./decided.yaml\n'));
    assert.equal(kindOf('corroborate.yaml'), 'manifest');
    assert.equal(kindOf('who.yaml'), 'registry');
    assert.equal(kindOf('decided.yaml'), 'reviews');
    assert.equal(kindOf('annotations/a.yaml'), 'annotations');
    assert.equal(kindOf('deep/a.txt'), 'article');
    assert.equal(kindOf('drafts/a.txt'), null);
    assert.equal(kindOf('a.md'), null);
  });

  it('never lie outside the case', () => {
    const text = 'include: ["../*.txt", "/etc/*.txt", "a/../../*.txt", "{..,x}/*.txt", "C:\\\\x\\\\*.txt"]\nreviews: ../reviews.yaml\n';
    const manifest = manifestOf(text);
    const members = findMembers(manifest, ['../x.txt', 'x/a.txt', '/etc/a.txt']);
    assert.deepEqual(members.articles, []);
    const problems = checkMembers(manifest, members);
    assert.deepEqual(problems.map((p) => p.code), Array.from({ length: 6 }, () => 'manifest/outside-case'));
    assert.equal(text.slice(problems[0]?.span.start, problems[0]?.span.end), '"../*.txt"');
  });

  it('are missed where a pattern or a source of the manifest matches nothing', () => {
    const text = 'include: ["sources/*.txt", "other/*.txt"]\nsources:\n  sources/astana-tims.txt: {language: en}\n  old/interview.txt: {language: en}\n';
    const manifest = manifestOf(text);
    const problems = checkMembers(manifest, findMembers(manifest, ['sources/astana-times.txt', 'sources/interview.txt']));
    assert.deepEqual(
      problems.map((p) => [p.code, text.slice(p.span.start, p.span.end), p.data?.replacement]),
      [
        ['manifest/no-match', '"other/*.txt"', undefined],
        ['manifest/missing-source', 'sources/astana-tims.txt', 'sources/astana-times.txt'],
        ['manifest/missing-source', 'old/interview.txt', 'sources/interview.txt'],
      ],
    );
  });

  it('are not asked for by the defaults', () => {
    assert.deepEqual(checkMembers(manifestOf(''), findMembers(defaultManifest, [])), []);
  });

  it('tell annotation files of articles that are gone, and two files for one article', () => {
    const members = findMembers(defaultManifest, ['sources/a.txt', 'sources/report.txt']);
    const found = checkAnnotationSources(
      [
        { path: 'annotations/1.yaml', source: scalar('sources/a.txt') },
        { path: 'annotations/2.yaml', source: scalar('sources/reprot.txt') },
        { path: 'annotations/3.yaml', source: scalar('sources/a.txt') },
        { path: 'annotations/4.yaml', source: undefined },
      ],
      members,
    );
    assert.deepEqual(
      found.map(({ file, problem }) => [file, problem.code, problem.message]),
      [
        ['annotations/2.yaml', 'annotation/missing-source', 'no article "sources/reprot.txt" in this case — did you mean "sources/report.txt"?'],
        ['annotations/3.yaml', 'annotation/duplicate-file', 'annotations/1.yaml annotates "sources/a.txt" as well; of this file only the claims are used, not the links by hand'],
      ],
    );
  });
});
