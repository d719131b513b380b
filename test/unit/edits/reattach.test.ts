import assert from 'node:assert/strict';
import { brokenAnchors, reattach, reattachAllCertain } from '../../../src/core/edits/reattach';
import { lines, markedCase } from '../markedCase';
import { make, placeOf } from './madeEdits';
import { refusal } from './planned';

const source = 'sources/post.txt';
const notes = 'annotations/post.yaml';

function sample(newline = '\n') {
  const annotations = lines`
    source: ${source}
    mentions:
      - {quote: the mayor, entity: quill}
      - {quote: Harow, entity: harrow, every: true} # scanned
    claims:
      - subject: bridge
        property: opened
        # as the plaque says
        value: 1901
        quote: "The bridge was opend to trams in 1901" # page 3
        note: sure
      - {subject: bridge, property: height, value: 20, prefix: was once, quote: Nothing of the kind is here}
      - {subject: bridge, property: closed, value: 1950, quote: It was closed in 1950}
    `;
  return markedCase({
    'corroborate.yaml': '',
    [source]: 'The bridge was opened to trams in 1901, said the mayor. It was closed in 1950. So the mayor says.',
    [notes]: annotations.replaceAll('\n', newline),
    'registry/all.yaml': 'entities:\n  quill: {name: Quill}\n  harrow: {name: Harrow}\n  bridge: {name: Bridge}\n',
  }).model;
}

describe('anchors that do not hold', () => {
  it('are listed with their places, and whether one is certain', () => {
    const model = sample();
    assert.deepEqual(
      brokenAnchors(model).map(({ quote, state, certain, choices }) => [quote, state, certain, choices.length > 0]),
      [
        ['the mayor', 'ambiguous', false, true],
        ['Harow', 'lost', false, false],
        ['The bridge was opend to trams in 1901', 'moved', true, true],
        ['Nothing of the kind is here', 'lost', false, false],
      ],
    );
  });
  for (const [name, newline] of [['\\n', '\n'], ['\\r\\n', '\r\n']] as const) {
    it(`are attached anew where that is certain, and nothing else changes (${name})`, () => {
      const model = sample(newline);
      const before = model.text(notes)!.content;
      const plan = reattachAllCertain(model);
      assert.equal('edit' in plan && plan.edit.label, 'Re-attach 1 quote');
      assert.equal(make(model, plan)[notes], before.replace('"The bridge was opend', '"The bridge was opened'));
      assert.match(refusal(reattachAllCertain(model)), /No quote has moved/);
    });
  }
  it('take a choice: context is added, changed and removed only as needed', () => {
    const model = sample();
    const [mayor] = brokenAnchors(model);
    make(model, reattach(model, { file: notes, entry: mayor!.entry, to: mayor!.choices[0]!.selector }));
    const lost = brokenAnchors(model).find(({ quote }) => quote.startsWith('Nothing'))!;
    const result = make(model, reattach(model, { file: notes, entry: lost.quoteSpan, to: placeOf(model, source, 'trams') }));
    assert.match(result[notes]!, /\{quote: the mayor, (?:prefix|suffix): .*, entity: quill\}/);
    assert.match(result[notes]!, /\{subject: bridge, property: height, value: 20, quote: trams\}\n/);
    assert.deepEqual(brokenAnchors(model).map(({ quote }) => quote), ['Harow', 'The bridge was opend to trams in 1901']);
  });
  it('are refused where entry or words are gone', () => {
    const model = sample();
    const to = placeOf(model, source, 'trams');
    assert.match(refusal(reattach(model, { file: notes, entry: { start: 1, end: 2 }, to })), /not in annotations\/post\.yaml any more/);
    assert.match(refusal(reattach(model, { file: 'x.yaml', entry: { start: 1, end: 2 }, to })), /x\.yaml is not an annotation file/);
    const [mayor] = brokenAnchors(model);
    assert.match(refusal(reattach(model, { file: notes, entry: mayor!.entry, to: { start: 3, end: 4 } })), /Nothing is selected/);
  });
});
