import assert from 'node:assert/strict';
import { acceptSuggestion, dismissSuggestion, recordClaim, removeClaim, valueRefusal } from '../../../src/core/edits/claimEdits';
import { lines, markedCase } from '../markedCase';
import { make, placeOf } from './madeEdits';
import { refusal } from './planned';

const source = 'sources/post.txt';
const notes = 'annotations/post.yaml';
const article = lines`
  The Old Bridge was opened in 1901. It is 20 metres high. The Old Bridge was closed
  in 1950, Ada Quill said: "No more than 50: trams". Ada Quill was born in 1888 in Harrow.
  `;

function sample(annotations?: string) {
  return markedCase({
    'corroborate.yaml': `sources:\n  ${source}: {published: 1960-05, language: en}\n`,
    [source]: article,
    'registry/all.yaml': lines`
      entities:
        bridge: {type: place, name: Old Bridge, facts: [{property: opened, value: 1902}, {property: height, value: 21}]}
        quill: {type: person, name: Ada Quill}
        harrow: {type: city, name: Harrow}
      properties:
        opened: {value: date}
        height: {value: quantity, unit: metre}
        motto: {value: text}
        open: {value: boolean}
        members: {value: entity, cardinality: closed-list}
      `,
    ...(annotations === undefined ? {} : { [notes]: annotations }),
  }).model;
}

describe('recording a claim', () => {
  it('writes what was chosen, its value as the property wants it', () => {
    const model = sample();
    const request = { source, subject: 'bridge', span: placeOf(model, source, 'opened in 1901') };
    make(model, recordClaim(model, { ...request, property: 'opened', value: '1901', modality: 'asserted', polarity: 'positive' }));
    make(model, recordClaim(model, { ...request, property: 'open', value: 'true', polarity: 'negative', asOf: '1950', speaker: 'quill' }));
    make(model, recordClaim(model, { ...request, property: 'members', value: ['quill', 'harrow'], key: { when: 'no' }, note: 'sure?' }));
    const result = make(model, recordClaim(model, { ...request, span: placeOf(model, source, '"No more than 50: trams"'), property: 'motto', value: '1.10' }));
    assert.equal(
      result[notes],
      lines`
        source: ${source}
        claims:
          - subject: bridge
            property: opened
            value: 1901
            quote: opened in 1901
          - subject: bridge
            property: open
            value: true
            asOf: 1950
            speaker: quill
            polarity: negative
            quote: opened in 1901
          - subject: bridge
            property: members
            value: [quill, harrow]
            key: {when: "no"}
            quote: opened in 1901
            note: sure?
          - subject: bridge
            property: motto
            value: "1.10"
            quote: '"No more than 50: trams"'
        `,
    );
    assert.deepEqual(model.claims().filter((claim) => claim.source === source).map(({ anchor }) => anchor?.state), ['exact', 'exact', 'exact', 'exact']);
  });
  it('writes that a closed list is unknown, or that there is none, as a value by itself', () => {
    const model = sample();
    const request = { source, subject: 'bridge', span: placeOf(model, source, 'opened in 1901'), property: 'members' };
    make(model, recordClaim(model, { ...request, value: ['none'] }));
    assert.match(model.text(notes)?.content ?? '', /^ {4}value: none$/m);
    assert.deepEqual(model.claimsOf(source).map(({ value }) => value.kind), ['none']);
    assert.match(valueRefusal(model, { ...request, value: ['quill', 'quil'] }) ?? '', /no entity "quil" — did you mean "quill"/);
  });
  it('tells a quote apart only where it must, over lines as well', () => {
    const model = sample(`source: ${source}\nclaims:\n  - {subject: quill, property: born, value: 1888, quote: born in 1888}\n`);
    const bridge = { source, subject: 'bridge', property: 'opened', value: '1901' };
    make(model, recordClaim(model, { ...bridge, span: placeOf(model, source, 'Old Bridge', 'high. The ') }));
    const result = make(model, recordClaim(model, { ...bridge, value: '1903', span: placeOf(model, source, ' closed\nin 1950, ') }));
    assert.equal(
      result[notes],
      lines`
        source: ${source}
        claims:
          - {subject: bridge, property: opened, value: 1901, quote: Old Bridge, prefix: "high. The "}
          - {subject: bridge, property: opened, value: 1903, quote: "closed in 1950,"}
          - {subject: quill, property: born, value: 1888, quote: born in 1888}
        `,
    );
  });
  it('is refused with a way out', () => {
    const model = sample();
    const refused = (request: Partial<Parameters<typeof recordClaim>[1]>) =>
      refusal(recordClaim(model, { source, subject: 'bridge', property: 'opened', value: '1901', span: placeOf(model, source, 'opened in 1901'), ...request }));
    assert.match(refused({ span: { start: 5, end: 5 } }), /Nothing is selected/);
    assert.match(refused({ subject: 'brige' }), /no entity "brige" — did you mean "bridge"\?$/);
    assert.match(refused({ value: 'May 1901' }), /"May 1901"/);
    assert.match(refused({ value: ' ' }), /no value/);
    assert.match(refused({ property: 'Opened!' }), /"Opened!" cannot be a property: .* did you mean "opened"/);
    assert.match(refused({ asOf: 'yesterday' }), /"yesterday" is not a date that asOf can have/);
    assert.match(refused({ property: 'members', value: ['nobody'] }), /no entity "nobody"/);
    make(model, recordClaim(model, { source, subject: 'bridge', property: 'opened', value: '1901', span: placeOf(model, source, 'opened in 1901') }));
    assert.match(refused({}), /recorded already, in annotations\/post\.yaml/);
  });
  it('says beforehand what cannot be a value', () => {
    const model = sample();
    assert.equal(valueRefusal(model, { source, property: 'opened', value: '1901-05' }), null);
    assert.match(valueRefusal(model, { source, property: 'opened', value: 'May' })!, /"May"/);
    assert.match(valueRefusal(model, { source, property: 'members', value: 'nobody' })!, /no entity "nobody"/);
    assert.equal(valueRefusal(model, { source, property: 'members', value: 'unknown' }), null);
  });
  it('takes back that the same was dismissed, and no other dismissal', () => {
    const [other, elsewhere] = [
      '  - {subject: bridge, property: height, value: 20, quote: It is 20 metres high} # no',
      '  - {subject: bridge, property: opened, value: 1950, quote: was closed}',
    ];
    const model = sample(
      `source: ${source}\nclaims: []\ndismissed:\n${other}\n  - {subject: bridge, property: opened, value: 1902, quote: was opened in 1901} # wrong?\n${elsewhere}\n`,
    );
    const result = make(model, recordClaim(model, { source, subject: 'bridge', property: 'opened', value: '1901', span: placeOf(model, source, 'opened in 1901') }));
    assert.equal(
      result[notes],
      `source: ${source}\nclaims:\n  - subject: bridge\n    property: opened\n    value: 1901\n    quote: opened in 1901\ndismissed:\n${other}\n${elsewhere}\n`,
    );
  });
});

describe('suggested claims', () => {
  const born = (model: ReturnType<typeof sample>) => model.suggestedClaims(source).find(({ property }) => property === 'born')!;
  it('become claims, and are suggested no more', () => {
    const model = sample();
    const claim = born(model);
    const plan = acceptSuggestion(model, claim);
    const result = make(model, plan);
    assert.match(result[notes]!, /^source: sources\/post\.txt\nclaims:\n {2}- subject: quill\n {4}property: born\n {4}value: 1888\n {4}quote: .*1888.*\n$/);
    assert.equal(born(model), undefined);
    const [confirmed] = model.claimsOf(source);
    assert.deepEqual([confirmed!.subject, confirmed!.property, confirmed!.value, confirmed!.anchor?.state], [claim.subject, claim.property, claim.value, 'exact']);
    assert.match(refusal(acceptSuggestion(model, confirmed!)), /recorded already/);
  });
  it('stay away when dismissed', () => {
    const model = sample(`source: ${source}\nclaims: []\ndismissed: [] # none yet\n`);
    const result = make(model, dismissSuggestion(model, born(model)));
    assert.match(result[notes]!, /^source: sources\/post\.txt\nclaims: \[\]\ndismissed: # none yet\n {2}- subject: quill\n/);
    assert.equal(born(model), undefined);
  });
  it('are refused when the article has changed', () => {
    const model = sample();
    const claim = born(model);
    model.setContent(source, `Now: ${article}`);
    assert.match(refusal(acceptSuggestion(model, claim)), /sources\/post\.txt has changed since/);
  });
});

describe('removing a claim', () => {
  it('takes out the entry, with its comments', () => {
    const annotations = lines`
      source: ${source}
      claims:
        # one
        - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}

        # two
        - {subject: bridge, property: height, value: 20, quote: 20 metres high} # high
      `;
    const model = sample(annotations);
    const [, height] = model.claimsOf(source);
    assert.equal(make(model, removeClaim(model, height!))[notes], annotations.slice(0, annotations.indexOf('\n  # two')));
    assert.match(refusal(removeClaim(model, height!)), /not in annotations\/post\.yaml any more/);
  });
  it('takes out a fact of the registry', () => {
    const model = sample();
    const fact = model.claimsIn('registry/all.yaml').find(({ property }) => property === 'opened')!;
    assert.match(make(model, removeClaim(model, fact))['registry/all.yaml']!, /facts: \[\{property: height, value: 21\}\]\}/);
  });
});
