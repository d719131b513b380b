import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import type { Plan } from '../../../src/core/edits/caseEdit';
import { joinPlans } from '../../../src/core/edits/joinPlans';
import type { CaseModel } from '../../../src/core/caseModel';
import { anchorState, brokenSince, reattachChosen, reattachments } from '../../../src/core/features/brokenQuotes';
import { lines, markedCase } from '../markedCase';
import { sampleFiles } from './sampleCase';

const article = 'The old mill by the river burnt down in the spring of 1877. Nobody was hurt there. The owner left town soon after the fire was out.\n';
const annotations = lines`
  source: sources/mill.txt
  mentions:
    - {quote: the river, entity: old-bridge}
  claims:
    # about the fire
    - {subject: old-bridge, property: opened, value: 1877, quote: The old mill by the river burnt down in the spring of 1877}
    - {subject: old-bridge, property: opened, value: 1878, quote: The owner left town soon after the fire was out}
  `;

function millCase() {
  const { model } = markedCase({ ...sampleFiles, 'sources/mill.txt': article, 'annotations/mill.yaml': annotations });
  return model;
}

const unedited = () => false;

function textAfter(model: CaseModel, plan: Plan): string {
  assert.ok('edit' in plan, JSON.stringify(plan));
  const [file] = plan.edit.files;
  assert.ok(file?.kind === 'change' && plan.edit.files.length === 1);
  return applyTextEdits(model.text(file.path)!.content, file.edits);
}

describe('quotes of an article that changed', () => {
  it('are not told where their words only stand elsewhere', () => {
    const model = millCase();
    const before = anchorState(model, null, unedited);
    model.setContent('sources/mill.txt', `A new first line.\n\n${article}`);
    assert.equal(brokenSince(before, anchorState(model, before, unedited)), null);
  });
  it('are told once, by what became of them', () => {
    const model = millCase();
    const before = anchorState(model, null, unedited);
    model.setContent('sources/mill.txt', article.replace('burnt down', 'burned down').replace(/The owner.*/, ''));
    const after = anchorState(model, before, unedited);
    assert.deepEqual(brokenSince(before, after), { moved: 1, ambiguous: 0, lost: 1, sources: ['sources/mill.txt'] });
    model.setContent('sources/ledger.txt', `${sampleFiles['sources/ledger.txt']}\nMore.\n`);
    assert.equal(brokenSince(after, anchorState(model, after, unedited)), null);
  });
  it('are not told while the article is being edited, and then all at once', () => {
    const model = millCase();
    const before = anchorState(model, null, unedited);
    model.setContent('sources/mill.txt', article.replace('burnt down', 'burned down'));
    const during = anchorState(model, before, (source) => source === 'sources/mill.txt');
    assert.equal(brokenSince(before, during), null);
    assert.equal(brokenSince(during, anchorState(model, during, unedited))?.moved, 1);
  });
  it('are not told for what an edit of the annotations broke', () => {
    const model = millCase();
    const before = anchorState(model, null, unedited);
    model.setContent('annotations/mill.yaml', annotations.replace('The owner left', 'A neighbour came'));
    const after = anchorState(model, before, unedited);
    assert.equal(brokenSince(before, after), null);
    model.setContent('sources/mill.txt', `${article}More.\n`);
    assert.equal(brokenSince(after, anchorState(model, after, unedited)), null);
  });
});

describe('re-attaching', () => {
  const moved = () => {
    const model = millCase();
    model.setContent('sources/mill.txt', `${article.replace('burnt down', 'burned down').replace('soon after', 'shortly after')}Far from the river.\n`);
    return model;
  };

  it('lists certain places first, then each choice of the others, with the words they would have', () => {
    const model = moved();
    assert.deepEqual(
      reattachments(model).map(({ broken, words }) => [broken.state, broken.certain, words]),
      [
        ['moved', true, 'The old mill by the river burned down in the spring of 1877'],
        ['moved', true, 'The owner left town shortly after the fire was out'],
        ['ambiguous', false, 'the river'],
        ['ambiguous', false, 'the river'],
      ],
    );
  });
  it('attaches what was chosen in one edit that leaves the rest as it is', () => {
    const model = moved();
    const all = reattachments(model);
    const chosen = [all[0]!, all[2]!, all[3]!];
    const text = textAfter(model, reattachChosen(model, chosen));
    assert.match(text, /# about the fire\n.*burned down in the spring of 1877\}/);
    assert.match(text, /soon after the fire was out/);
    model.setContent('annotations/mill.yaml', text);
    assert.equal(reattachments(model).length, 1);
    const link = model.mentions('sources/mill.txt').mentions.find(({ rule }) => rule === 'link');
    assert.equal(link?.span.start, model.text('sources/mill.txt')!.content.lastIndexOf('the river'));
  });
  it('refuses where no place was chosen, and where one of several plans is refused', () => {
    assert.ok('refused' in reattachChosen(moved(), []));
    assert.deepEqual(joinPlans('x', [{ edit: { label: 'a', files: [] } }, { refused: 'no' }]), { refused: 'no' });
  });
});
