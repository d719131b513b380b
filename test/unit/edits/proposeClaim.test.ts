import assert from 'node:assert/strict';
import { recordClaim } from '../../../src/core/edits/claimEdits';
import { proposeClaim, valuesFor } from '../../../src/core/edits/proposeClaim';
import { lines, markedCase } from '../markedCase';
import { make, placeOf } from './madeEdits';

const source = 'sources/post.txt';

function sample() {
  return markedCase({
    'corroborate.yaml': `sources:\n  ${source}: {published: 1960-05, language: en}\n`,
    [source]: lines`
      Ada Quill mourned. The Old Bridge has 4 arches and a weight of 900 tonnes in all, Harrow says. It rained.

      In 1950, a storm came. Its span, finished in March 1901, is lost.
      `,
    'registry/all.yaml': lines`
      entities:
        bridge: {type: place, name: Old Bridge}
        quill: {type: person, name: Ada Quill}
        harrow: {type: city, name: Harrow}
      properties:
        weight: {value: quantity, unit: tonne, cues: [weight]}
        arches: {value: quantity, unit: arch, cues: [arches]}
        finished: {value: date, cues: [finished]}
        weather: {value: text, cues: [rained]}
        says-so: {value: boolean, cues: [says]}
      `,
  }).model;
}

describe('a claim proposed for a selection', () => {
  it('has what stands in it first, then what stands in its sentence', () => {
    const model = sample();
    const proposal = proposeClaim(model, { source, span: placeOf(model, source, 'weight of 900 tonnes') })!;
    assert.equal(proposal.quote, 'weight of 900 tonnes');
    assert.deepEqual(proposal.subjects.slice(0, 2), [{ entity: 'bridge', because: 'sentence' }, { entity: 'harrow', because: 'sentence' }]);
    assert.deepEqual(proposal.properties[0], { property: 'weight', because: 'selection' });
    const [first] = valuesFor(proposal, model.registry().properties.get('weight'), 'bridge');
    assert.deepEqual([first!.value, first!.text], ['900 t', '900 tonnes']);
    assert.deepEqual(valuesFor(proposal, { value: 'boolean' }, 'bridge').map(({ value }) => value), ['true', 'false']);
    assert.deepEqual(valuesFor(proposal, { value: 'entity' }, 'bridge').map(({ value }) => value), ['harrow']);
    assert.deepEqual(valuesFor(proposal, { value: 'text' }, 'bridge').map(({ value }) => value), ['weight of 900 tonnes']);
  });
  it('quotes the sentence of the cursor, and takes the subject from the sentences before', () => {
    const model = sample();
    const { start } = placeOf(model, source, 'span');
    const proposal = proposeClaim(model, { source, span: { start, end: start } })!;
    assert.equal(proposal.quote, 'Its span, finished in March 1901, is lost.');
    assert.deepEqual(proposal.properties.map(({ property }) => property), ['finished']);
    assert.equal(proposal.values[0]!.value, '1901-03');
    assert.deepEqual(proposal.values.filter(({ kind }) => kind === 'entity'), []);
  });
  it('can be recorded as it is proposed', () => {
    const model = sample();
    const proposal = proposeClaim(model, { source, span: placeOf(model, source, '4 arches') })!;
    const property = proposal.properties[0]!.property;
    const subject = proposal.subjects[0]!.entity;
    const [value] = valuesFor(proposal, model.registry().properties.get(property), subject);
    make(model, recordClaim(model, { source, span: proposal.span, subject, property, value: value!.value }));
    assert.deepEqual(model.claimsOf(source).map((claim) => [claim.subject, claim.property, claim.unjudged]), [['bridge', 'arches', null]]);
  });
  it('is none where nothing is', () => {
    const model = sample();
    assert.equal(proposeClaim(model, { source, span: placeOf(model, source, '\n\n') }), null);
    assert.equal(proposeClaim(model, { source: 'sources/none.txt', span: { start: 0, end: 3 } }), null);
  });
});
