import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import { markSameOrigin, proposeOrigin } from '../../../src/core/edits/sameOrigin';
import { caseOf } from '../examples/exampleCase';

const words = 'The port of Anse Rouge reopened on Monday, officials said, after a storm had kept ferries away for nine days.';
const base = new Map([
  ['sources/early.txt', `First told. ${words}`],
  ['sources/late.txt', words],
  ['corroborate.yaml', '# the case\nsources:\n  sources/late.txt: {title: Late, published: 2016-02}   # wire\n'],
]);

describe('one origin of two sources', () => {
  it('is written to the manifest, comments and style kept, and makes them one witness', () => {
    const model = caseOf(base);
    assert.equal(model.copiedText().length, 1);
    assert.equal(proposeOrigin(model, ['sources/early.txt', 'sources/late.txt']), 'late', 'what is dated goes before what is not');
    const plan = markSameOrigin(model, ['sources/early.txt', 'sources/late.txt'], ' Agency ');
    assert.ok('edit' in plan);
    const [file] = plan.edit.files;
    assert.ok(file?.kind === 'change');
    const text = applyTextEdits(base.get('corroborate.yaml')!, file.edits);
    assert.ok(text.startsWith('# the case\n') && text.includes('# wire'));
    model.setContent('corroborate.yaml', text);
    assert.deepEqual(model.manifest().problems, []);
    assert.deepEqual(model.sources().map(({ id, entry }) => [id, entry?.origin?.text]), [
      ['sources/late.txt', 'Agency'],
      ['sources/early.txt', 'Agency'],
    ]);
    assert.equal(proposeOrigin(model, ['sources/early.txt', 'sources/late.txt']), 'Agency');
  });

  it('counts as one witness from then on', () => {
    const claims = (source: string) => `source: ${source}\nclaims:\n  - {subject: port, property: opened, value: 2016, quote: reopened}\n`;
    const model = caseOf(
      new Map([
        ...base,
        ['registry/all.yaml', 'entities:\n  port: {type: place, name: Anse Rouge}\nproperties:\n  opened: {value: date}\n'],
        ['annotations/early.yaml', claims('sources/early.txt')],
        ['annotations/late.yaml', claims('sources/late.txt')],
      ]),
    );
    const told = () => model.groups().map(({ verdict, badges, camps }) => [verdict, badges.includes('single-source'), camps.map(({ witnesses }) => witnesses)]);
    assert.deepEqual(told(), [['agree', false, [2]]]);
    const plan = markSameOrigin(model, ['sources/early.txt', 'sources/late.txt'], 'Agency');
    assert.ok('edit' in plan && plan.edit.files[0]?.kind === 'change');
    model.setContent('corroborate.yaml', applyTextEdits(base.get('corroborate.yaml')!, plan.edit.files[0].edits));
    assert.deepEqual(told(), [['agree', true, [1]]]);
  });

  it('is refused with the reason', () => {
    const model = caseOf(base);
    const refused = (sources: [string, string], name: string) => {
      const plan = markSameOrigin(model, sources, name);
      return 'refused' in plan ? plan.refused : '';
    };
    assert.match(refused(['sources/early.txt', 'sources/late.txt'], ' '), /needs a name/);
    assert.match(refused(['sources/early.txt', 'gone.txt'], 'x'), /no longer in the case/);
    model.setContent('corroborate.yaml', 'sources: [');
    assert.match(refused(['sources/early.txt', 'sources/late.txt'], 'x'), /syntax error/);
  });
});
