import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareAnnotators } from '../../../src/core/agreement/compareAnnotators';
import { takeTheirs } from '../../../src/core/agreement/takeTheirs';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import { annotated, annotations, claims, mentions } from './annotators';

const path = 'annotations/a.yaml';

/** A's file after taking theirs of every difference, one by one, each on the case as the one before left it. */
function takeAll(ours: string, theirs: string): { readonly text: string; readonly left: number; readonly refused: readonly string[] } {
  let own = ours;
  const refused: string[] = [];
  const [head] = ['source: sources/a.txt\n'];
  for (let round = 0; ; round++) {
    assert.ok(round < 40, `taking theirs comes to no end: ${own}`);
    const [a, b] = [annotated(own), annotated(theirs)];
    const { differences } = compareAnnotators(a, b);
    const difference = differences[refused.length];
    if (!difference) return { text: own, left: differences.length, refused };
    const plan = takeTheirs(a, b, difference);
    if ('refused' in plan) {
      refused.push(plan.refused);
      continue;
    }
    const [file] = plan.edit.files;
    assert.ok(file?.kind === 'change' && file.path === path && plan.edit.files.length === 1);
    const text = applyTextEdits(head + own, file.edits);
    assert.ok(text.startsWith(head));
    own = text.slice(head.length);
  }
}

describe('taking the other annotator’s side', () => {
  it('changes the value and nothing else: comments, notes and quoting stay', () => {
    const ours = `# mine
claims:
  # a remark
  - subject: bridge
    property: opened
    value: 1901 # from the plaque
    quote: "in 1901"
    note: checked
`;
    const { text } = takeAll(ours, claims('property: opened, value: 1901-05, quote: the bridge in 1901, modality: planned'));
    assert.equal(text, ours.replace('value: 1901 #', 'value: 1901-05 #').replace('    quote:', '    modality: planned\n    quote:'));
  });

  it('adds what only they have, in the order of the article, and removes what only we have', () => {
    const ours = claims('property: opened, value: 1901, quote: opened the bridge', 'property: built-by, value: bo, quote: so they say');
    const theirs = claims('property: built-by, value: ada, quote: Ada met Bo', 'property: opened, value: 1901, quote: opened the bridge');
    const { text, left } = takeAll(ours, theirs);
    assert.equal(left, 0);
    assert.deepEqual([...text.matchAll(/quote: ([^},]+)/g)].map(([, quote]) => quote), ['Ada met Bo', 'opened the bridge']);
  });

  it('takes links, rejections and names that are no entity', () => {
    for (const theirs of ['quote: the city, entity: almaty', 'quote: Ada, entity: none', 'quote: Ada, not: ada', 'quote: The city grew, entity: astana']) {
      for (const ours of ['quote: the city, entity: astana', 'quote: The city, entity: almaty', 'quote: Ada, every: true, entity: bo']) {
        assert.deepEqual(takeAll(mentions(ours), mentions(theirs)).left, 0, `${ours} ← ${theirs}`);
      }
    }
  });

  it('refuses an entity that our registry lacks, by name', () => {
    const { refused, left } = takeAll('', mentions('quote: The mayor, entity: nobody'));
    assert.equal(left, 1);
    assert.match(refused[0]!, /nobody/);
  });

  it('leaves no difference, whatever the two annotated', () => {
    fc.assert(
      fc.property(annotations, annotations, (ours, theirs) => {
        const known = (text: string) => text.replaceAll('nobody', 'bo');
        const { left, refused, text } = takeAll(known(ours), known(theirs));
        assert.deepEqual([left, refused], [0, []], text);
      }),
      { numRuns: 25 },
    );
  });
});
