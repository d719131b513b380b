import assert from 'node:assert/strict';
import { mergeEntities } from '../../../src/core/edits/mergeEntities';
import { lines } from '../markedCase';
import type { CaseFiles } from './planned';
import { after, caseOf, readAs, refusal } from './planned';

const files: CaseFiles = {
  'corroborate.yaml': '{}\n',
  'registry/people.yaml': lines`
    # People of the bridge.
    entities:
      quill:
        name: Ada Quill
        aliases: [Quill]
        sameAs: [wikidata:Q1]
        facts:
          - {property: born, value: 1850}

      # Spelt so in the Post.
      quil:
        type: person   # the mayor
        name: A. Quil
        aliases:
          - Quill
          - text: the mayor   # in the ledger
            in: [sources/a.txt]
          - "Mrs. Quil"
        description: >-
          Mayor of
          Riverton
        sameAs: [wikidata:Q1, viaf:2]
        partOf: [council, quill]
        facts:
          - {property: born, value: 1850}
          - {property: born, value: 1851, reference: "Parish book"}   # doubtful
          - {property: spouse, value: quil-2}
      quil-2: {name: John Quil, partOf: [quil, quill]}
      council: {name: Council}
      mayor-quil: {redirect: quil}
    `,
  'annotations/a.yaml': lines`
    source: sources/a.txt
    mentions:
      - {quote: she, entity: quil}
      # Quill is the other one
      - {quote: Quill, suffix: " was", not: quil}
      - {quote: A. Quil, entity: quill, not: quil}
      - {quote: the mayor, suffix: " slept", not: quil}
    claims:
      - {subject: quil, property: born, value: 1850, quote: born in 1850}
      - {subject: council, property: head, value: quil, quote: born in 1850, speaker: quil}
    `,
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: quill, property: born, value: 1852, quote: born in 1852}\n',
  'reviews.yaml': lines`
    reviews:
      council|head:
        status: accepted
        seen: {verdict: single, claims: [{source: sources/a.txt, value: quil, polarity: positive, modality: asserted}]}
      quil|born:
        status: dismissed   # for now
        reason: not-comparable
        note: other person
        history:
          - {status: open}
      quill|born:
        status: accepted
        wrong: [sources/b.txt]
      quil|spouse: {status: accepted}
    `,
  'sources/a.txt': 'Ada Quill, born in 1850. Quill was she. A. Quil, the mayor slept; Mrs. Quil too.\n',
  'sources/b.txt': 'A. Quil was born in 1852.\n',
};

const merged = after(files, mergeEntities(caseOf(files), 'quil', 'quill'));

describe('merging two entities', () => {
  it('moves what the target lacks, and leaves a redirect with the comments', () => {
    assert.equal(
      merged['registry/people.yaml'],
      lines`
        # People of the bridge.
        entities:
          quill:
            type: person
            name: Ada Quill
            aliases: [Quill, A. Quil, {text: the mayor, in: [sources/a.txt]}, Mrs. Quil]
            description: Mayor of Riverton
            sameAs: [wikidata:Q1, viaf:2]
            partOf: [council]
            facts:
              - {property: born, value: 1850}
              - {property: born, value: 1851, reference: Parish book}
              - {property: spouse, value: quil-2}

          # Spelt so in the Post.
          # the mayor
          # in the ledger
          # doubtful
          quil: {redirect: quill}
          quil-2: {name: John Quil, partOf: [quill]}
          council: {name: Council}
          mayor-quil: {redirect: quill}
        `,
    );
  });
  it('leads every reference to the target, and drops rejections of the one for the other', () => {
    assert.equal(
      merged['annotations/a.yaml'],
      lines`
        source: sources/a.txt
        mentions:
          - {quote: she, entity: quill}
          # Quill is the other one
          - {quote: A. Quil, entity: quill}
          - {quote: the mayor, suffix: " slept", not: quill}
        claims:
          - {subject: quill, property: born, value: 1850, quote: born in 1850}
          - {subject: council, property: head, value: quill, quote: born in 1850, speaker: quill}
        `,
    );
    const linked = caseOf(merged).mentions('sources/a.txt').mentions.map(({ text, entity }) => [text, entity]);
    assert.deepEqual(linked, ['Ada Quill', 'Quill', 'she', 'A. Quil', 'Mrs. Quil'].map((text) => [text, 'quill']));
  });
  it('moves decisions; of two on one group the target’s stands, with the other in its history', () => {
    assert.equal(
      merged['reviews.yaml'],
      lines`
        reviews:
          council|head:
            status: accepted
            seen: {verdict: single, claims: [{source: sources/a.txt, value: quill, polarity: positive, modality: asserted}]}
          # for now
          quill|born:
            status: accepted
            wrong: [sources/b.txt]
            history:
              - {status: open}
              - {status: dismissed, reason: not-comparable, note: "Decided on quil|born: other person"}
          quill|spouse: {status: accepted}
        `,
    );
  });
  it('leaves a case without new problems', () => {
    const before = new Set(readAs(files).problems);
    assert.deepEqual(readAs(merged).problems.filter((code) => !before.has(code)), []);
  });
  it('works over two files and in flow style', () => {
    const flow: CaseFiles = {
      'corroborate.yaml': '{}\n',
      'registry/a.yaml': '{entities: {quill: {name: Ada Quill, partOf: [quil]}}}\n',
      'registry/b.yaml': 'entities: {"quil": {name: A. Quil, facts: [{property: born, value: 1850}]}, other: {name: Other}}\n',
      'sources/a.txt': 'Ada Quill.\n',
    };
    const result = after(flow, mergeEntities(caseOf(flow), 'quil', 'quill'));
    assert.equal(result['registry/a.yaml'], '{entities: {quill: {name: Ada Quill, aliases: [A. Quil], partOf: [], facts: [{property: born, value: 1850}]}}}\n');
    assert.equal(result['registry/b.yaml'], 'entities: {"quil": {redirect: quill}, other: {name: Other}}\n');
  });
  it('takes the name where the target has only an id', () => {
    const bare: CaseFiles = { 'corroborate.yaml': '{}\n', 'registry/a.yaml': 'entities:\n  a: {type: person}\n  b: {name: Ben Ames}\n', 'sources/a.txt': 'Ben Ames.\n' };
    assert.equal(after(bare, mergeEntities(caseOf(bare), 'b', 'a'))['registry/a.yaml'], 'entities:\n  a: {type: person, name: Ben Ames}\n  b: {redirect: a}\n');
  });
  it('is refused where it would make a circle, naming it', () => {
    const registry = 'entities:\n  town: {name: Town}\n  town-2: {name: Town 2, partOf: [state]}\n  state: {name: State, partOf: [land]}\n  land: {name: Land, partOf: [town]}\n';
    const circle = { 'corroborate.yaml': '{}\n', 'registry/a.yaml': registry, 'sources/a.txt': 'x\n' };
    assert.match(refusal(mergeEntities(caseOf(circle), 'town-2', 'town')), /^Merged, Town → State → Land → Town would be part of itself/);
  });
  it('is refused for what is no entity, or merged already, or while a file is broken', () => {
    const refused = (from: string, into: string, on = files) => refusal(mergeEntities(caseOf(on), from, into));
    assert.match(refused('quil', 'quil'), /into itself/);
    assert.match(refused('mayor-quil', 'quill'), /“mayor-quil” was merged into “quil” already/);
    assert.match(refused('nobody', 'quill'), /no entity “nobody”/);
    assert.match(refused('quil', 'quill', { ...files, 'reviews.yaml': 'reviews: [' }), /^reviews\.yaml has an error on line 1/);
  });
  it('is refused where the entry is shared through YAML anchors', () => {
    const shared = { ...files, 'registry/people.yaml': 'entities:\n  quil: &q {name: A. Quil}\n  quill: {name: Ada Quill}\n  third: *q\n' };
    assert.match(refusal(mergeEntities(caseOf(shared), 'quil', 'quill')), /\*q/);
  });
});
