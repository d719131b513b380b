import assert from 'node:assert/strict';
import { assertSound, openCase } from './badCase';

describe('a bad manifest', () => {
  it('that names missing files tells each on its line', () => {
    const opened = openCase({
      'corroborate.yaml': 'include: ["sources/*.txt", gone/*.txt]\nregistry: [registry/*.yaml, reg/*.yaml]\nsources:\n  sources/A.txt: {title: x}\n  sources/gone.txt: {titel: x}\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'corroborate.yaml "gone/*.txt" manifest/no-match: "gone/*.txt" matches no file of this case',
      'corroborate.yaml "reg/*.yaml" manifest/no-match: "reg/*.yaml" matches no registry file',
      'corroborate.yaml "sources/A.txt" manifest/missing-source: no article "sources/A.txt" in this case — did you mean "sources/a.txt"?',
      'corroborate.yaml "sources/gone.txt" manifest/missing-source: no article "sources/gone.txt" in this case',
      'corroborate.yaml "titel" yaml/unknown-key: unknown key "titel" — did you mean "title"?',
    ]);
  });

  it('whose patterns lead out of the case tells them, and never follows them', () => {
    const outside = ['../*.txt', '/etc/*', 'C:\\\\x', 'sources/../../*.txt', '**/../x', '~/*', '{..,a}/*.txt'];
    const opened = openCase({
      'corroborate.yaml': `include: [${outside.map((pattern) => `"${pattern}"`).join(', ')}, "sources/*.txt"]\nreviews: ../reviews.yaml\n`,
      '../x.txt': 'The Old Bridge',
      'nested/corroborate.yaml': '',
      'nested/sources/n.txt': 'The Old Bridge',
    });
    assertSound(opened);
    assert.equal(opened.told().filter((words) => words.includes('manifest/outside-case')).length, outside.length + 1);
    assert.deepEqual(opened.model.sources().map(({ id }) => id), ['sources/a.txt', 'sources/b.txt']);
  });

  it('with nested cases leaves their files to them', () => {
    const opened = openCase({
      'corroborate.yaml': 'include: ["**/*.txt"]\n',
      'sources/deep/corroborate.yaml': 'entities: [',
      'sources/deep/sources/n.txt': 'The Old Bridge',
      'sources/deep/er/corroborate.yaml': '',
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), []);
    assert.deepEqual(opened.model.members().nestedCases, ['sources/deep/']);
    assert.deepEqual(opened.model.sources().map(({ id }) => id), ['sources/a.txt', 'sources/b.txt']);
  });

  it('with patterns that are none, or would take forever, tells them', () => {
    const patterns = ['', ' ', '!', '(', '[', '{', '+(a|', '((((((((a*)*)*)*)*)*)*)*)b', '*a'.repeat(100), '**/'.repeat(100), '{a,b}'.repeat(40), '+(+(a)|b)'.repeat(20), '{1..99999999}', 'x'.repeat(10_000)];
    const opened = openCase({
      'corroborate.yaml': `include: [${patterns.map((pattern) => `"${pattern}"`).join(', ')}, "sources/*.txt"]\n`,
      [`${'a'.repeat(250)}c`]: '',
      [`sources/${'a'.repeat(250)}c`]: '',
      ['a/'.repeat(1000)]: '',
    });
    assertSound(opened);
    const told = opened.told('corroborate.yaml');
    assert.ok(told.every((words) => words.includes('manifest/no-match')), told.join('\n'));
    assert.equal(told.length, patterns.length - 1, 'all but the one that takes nothing out');
    assert.equal(told.filter((words) => words.includes('this pattern is too complex, and matches nothing — use at most ')).length, 4);
  });

  it('takes brackets in patterns for what stands in names', () => {
    const opened = openCase({ 'corroborate.yaml': 'include: ["sources/*.txt", "older (2)/*.txt"]\n', 'older (2)/c.txt': 'The Old Bridge' });
    assertSound(opened);
    assert.deepEqual([opened.told(), opened.model.sources().map(({ id }) => id)], [[], ['older (2)/c.txt', 'sources/a.txt', 'sources/b.txt']]);
  });

  it('of wrong types keeps the defaults', () => {
    const opened = openCase({ 'corroborate.yaml': 'include: sources/a.txt\nregistry: {a: b}\nreviews: [x]\nseverity: high\nsources: [a]\n' });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'corroborate.yaml "sources/a.txt" yaml/wrong-type: "include" must be a list, but is text',
      'corroborate.yaml "{a: b}" yaml/wrong-type: "registry" must be a list, but is "key: value" pairs',
      'corroborate.yaml "[x]" yaml/wrong-type: "reviews" must be text, but is a list',
      'corroborate.yaml "high" yaml/wrong-type: "severity" must be "key: value" pairs, but is text',
      'corroborate.yaml "[a]" yaml/wrong-type: "sources" must be "key: value" pairs, but is a list',
    ]);
  });
});
