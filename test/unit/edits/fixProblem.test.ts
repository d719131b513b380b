import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import { linkEvery, replaceWritten } from '../../../src/core/edits/fixProblem';
import { markedCase } from '../markedCase';

function replaced(text: string, written: string, replacement: string): string | null {
  const start = text.indexOf(written);
  const edits = replaceWritten(text, { start, end: start + written.length }, replacement);
  return edits && applyTextEdits(text, edits);
}

describe('what was meant in place of what is written', () => {
  it('keeps the style of values and keys', () => {
    assert.equal(replaced('a: {entity: kazaidd} # c\n', 'kazaidd', 'kazaid'), 'a: {entity: kazaid} # c\n');
    assert.equal(replaced("entity: 'kazaidd'\n", "'kazaidd'", 'kazaid'), "entity: 'kazaid'\n");
    assert.equal(replaced('claim:\n  - x\n', 'claim', 'claims'), 'claims:\n  - x\n');
    assert.equal(replaced('wrong: [sources/b.txt]\n', 'sources/b.txt', 'sources/a: b.txt'), 'wrong: ["sources/a: b.txt"]\n');
  });

  it('is nothing where the words are no value, or the file cannot be read', () => {
    assert.equal(replaced('# claim\na: 1\n', 'claim', 'claims'), null);
    assert.equal(replaced('a: 1\n---\nclaim: 2\n', 'claim', 'claims'), null);
  });
});

describe('a link of every occurrence', () => {
  const files = {
    'registry/all.yaml': 'entities:\n  aid: {type: organization, name: KazAID}\n',
    'sources/a.txt': 'The agency grew. Then the agency shrank, and the agency went.\n',
    'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: the agency, entity: aid} # twice\n',
  };

  it('is made of one that is ambiguous', () => {
    const { model } = markedCase(files);
    const entry = model.annotationFile('annotations/a.yaml')!.data.mentions[0]!;
    const plan = linkEvery(model, { file: 'annotations/a.yaml', entry: entry.quote.span });
    assert.ok('edit' in plan);
    const [file] = plan.edit.files;
    assert.ok(file?.kind === 'change');
    assert.match(applyTextEdits(files['annotations/a.yaml'], file.edits), /every: true.* # twice\n$/);
  });

  it('is refused where the entry is gone', () => {
    const { model } = markedCase(files);
    assert.ok('refused' in linkEvery(model, { file: 'annotations/a.yaml', entry: { start: 0, end: 3 } }));
  });
});
