import assert from 'node:assert/strict';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import { lines, markedCase } from '../markedCase';
import { sample, sampleFiles } from './sampleCase';

function diagnosed(files: Record<string, string>, path: string): string[] {
  const { model, words } = markedCase(files);
  return createCaseDiagnostics(model)
    .of(path)
    .map((one) => `${one.severity} ${one.code} on "${words({ file: path, span: one.span }).slice(path.length + 2)}": ${one.message}`);
}

describe('diagnostics of a case', () => {
  it('tell a discrepancy on both passages and on the registry fact, each with its rivals', () => {
    const { model, words } = markedCase(sample());
    const diagnostics = createCaseDiagnostics(model);
    const told = diagnostics.paths().flatMap((path) => diagnostics.of(path).filter((one) => one.code === 'discrepancy/conflict'));
    assert.deepEqual(
      told.map((one) => [words(one), one.severity, one.related.map(words)]),
      [
        [
          'registry/entities.yaml: opened',
          'warning',
          ['sources/post.txt: Stone Bridge has carried carts since June 1911'],
        ],
        [
          'sources/ledger.txt: The Old Bridge opened in 1901',
          'warning',
          ['sources/post.txt: Stone Bridge has carried carts since June 1911'],
        ],
        [
          'sources/post.txt: Stone Bridge has carried carts since June 1911',
          'warning',
          [
            'sources/ledger.txt: The Old Bridge opened in 1901',
            'registry/entities.yaml: {property: opened, value: 1901-06, reference: "County archive"}',
          ],
        ],
      ],
    );
    assert.match(told[1]!.message, /^Conflict — 1901 here, June 1911 in “The Post” \(.*\): Old Bridge, opened\.$/);
  });

  it('tell an ambiguous name once an article, with its other places and its rivals', () => {
    const article = `${sampleFiles['sources/ledger.txt']}Riverton woke. Riverton slept again.\n`;
    const files = sample({ 'sources/ledger.txt': article });
    const ambiguous = diagnosed(files, 'sources/ledger.txt').filter((one) => one.includes('mention/ambiguous'));
    assert.equal(ambiguous.length, 1);
    assert.match(ambiguous[0]!, /“Riverton” could be Riverton \(city, riverton\) or Riverton State \(region, riverton-state\)/);
  });

  it('tell a typo in an id on that id, with the nearest known one', () => {
    const files = sample({ 'annotations/post.yaml': sampleFiles['annotations/post.yaml'].replace('subject: old-bridge', 'subject: old-brigde') });
    const [typo] = diagnosed(files, 'annotations/post.yaml');
    assert.match(typo!, /^error reference\/unknown-entity on "old-brigde": .*"old-brigde".*did you mean "old-bridge"/);
  });

  it('obey the severities of the manifest', () => {
    const files = sample({
      'corroborate.yaml': `${sampleFiles['corroborate.yaml']}severity: {discrepancy/conflict: error, mention/ambiguous: off}\n`,
    });
    const told = diagnosed(files, 'sources/ledger.txt');
    assert.ok(told.some((one) => one.startsWith('error discrepancy/conflict')));
    assert.ok(!told.some((one) => one.includes('mention/ambiguous')));
  });

  it('leave out a discrepancy that a reviewer explained', () => {
    const files = sample({
      'reviews.yaml': lines`
        reviews:
          old-bridge|opened:
            status: explained
            reason: time
            seen: {verdict: conflict, claims: []}
        `,
    });
    assert.ok(!diagnosed(files, 'sources/post.txt').some((one) => one.includes('discrepancy/')));
  });

  it('keep the last good state of a broken registry file, and tell its error alone', () => {
    const { model } = markedCase(sample());
    assert.equal(model.mentionsOf('old-bridge').length, 4);
    model.setContent('registry/entities.yaml', sampleFiles['registry/entities.yaml'].replace('aliases: [Quill]', 'aliases: [Quill'));
    assert.equal(model.mentionsOf('old-bridge').length, 4);
    const codes = createCaseDiagnostics(model).of('registry/entities.yaml').map((one) => one.code);
    assert.ok(codes.length > 0 && codes.every((code) => code.startsWith('yaml/')), codes.join());
    model.setContent('registry/entities.yaml', sampleFiles['registry/entities.yaml']);
    assert.ok(!createCaseDiagnostics(model).of('registry/entities.yaml').some((one) => one.code.startsWith('yaml/')));
  });

  it('go on where files are empty, binary, gone or odd', () => {
    const { model } = markedCase(
      sample({
        'sources/empty.txt': '',
        'sources/__proto__.txt': 'Quill',
        'registry/empty.yaml': '',
        'registry/list.yaml': '- 1\n- 2\n',
        'annotations/gone.yaml': 'source: sources/gone.txt\nclaims: []\n',
      }),
    );
    model.setContent('sources/binary.txt', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe, 0, 1, 2, 0]));
    const diagnostics = createCaseDiagnostics(model);
    assert.deepEqual(diagnostics.of('sources/empty.txt'), []);
    assert.equal(diagnostics.of('sources/binary.txt')[0]?.code, 'source/unreadable');
    assert.equal(diagnostics.of('annotations/gone.yaml')[0]?.code, 'annotation/missing-source');
    assert.equal(diagnostics.of('registry/list.yaml')[0]?.code, 'yaml/wrong-type');
    assert.equal(model.mentionsOf('mayor', 'sources/__proto__.txt').length, 1);
    assert.equal(model.mentionsOf('old-bridge').length, 4);
  });
});

describe('a case in memory', () => {
  it('keeps what does not depend on a change', () => {
    const { model } = markedCase(sample());
    const before = { ledger: model.mentions('sources/ledger.txt'), registry: model.registry(), groups: model.groups() };
    model.setContent('sources/post.txt', `${sampleFiles['sources/post.txt']}Carts!\n`);
    assert.equal(model.mentions('sources/ledger.txt'), before.ledger);
    assert.equal(model.registry(), before.registry);
    assert.notEqual(model.mentions('sources/post.txt'), undefined);
    model.setContent('sources/post.txt', `${sampleFiles['sources/post.txt']}Quill!\n`);
    assert.equal(model.mentionsOf('mayor', 'sources/post.txt').length, 1);
  });

  it('forgets files that are removed, and their mentions', () => {
    const { model } = markedCase(sample());
    model.remove('sources/post.txt');
    assert.equal(model.source('sources/post.txt'), undefined);
    assert.equal(model.mentionsOf('old-bridge').length, 2);
  });
});
