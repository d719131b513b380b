import assert from 'node:assert/strict';
import { definitionsAt, highlightsAt, referencesAt } from '../../../src/core/features/navigation';
import { markedCase } from '../markedCase';
import { sampleAt } from './sampleCase';

type At = Parameters<typeof sampleAt>;

function definitions(...at: At): string[] {
  const { model, path, offset, words } = markedCase(sampleAt(...at));
  return definitionsAt(model, path, offset).map(words);
}

function references(...at: At): string[] {
  const { model, path, offset, words } = markedCase(sampleAt(...at));
  return referencesAt(model, path, offset, false).map(words);
}

describe('definitions', () => {
  it('lead from a name to the key of its registry entry', () => {
    assert.deepEqual(definitions('sources/ledger.txt', 'Old Bridge'), ['registry/entities.yaml: old-bridge']);
    assert.deepEqual(definitions('sources/post.txt', 'Stone'), ['registry/entities.yaml: old-bridge']);
  });
  it('lead from words linked by hand to the entity', () => {
    assert.deepEqual(definitions('sources/post.txt', 'the crossing'), ['registry/entities.yaml: old-bridge']);
  });
  it('lead from an ambiguous name to every rival', () => {
    assert.deepEqual(definitions('sources/ledger.txt', 'Riverton'), [
      'registry/entities.yaml: riverton',
      'registry/entities.yaml: riverton-state',
    ]);
  });
  it('lead from an annotated quote to its claim in YAML', () => {
    assert.deepEqual(definitions('sources/ledger.txt', 'opened in'), ['annotations/ledger.yaml: The Old Bridge opened in 1901']);
  });
  it('lead from the quote of a claim, and of a link by hand, to the article', () => {
    assert.deepEqual(definitions('annotations/ledger.yaml', 'cut by'), ['sources/ledger.txt: cut by Ada Quill']);
    assert.deepEqual(definitions('annotations/post.yaml', 'the crossing'), ['sources/post.txt: the crossing']);
  });
  it('lead from an alias to the places that it names', () => {
    assert.deepEqual(definitions('registry/entities.yaml', 'Stone Bridge'), ['sources/post.txt: Stone Bridge']);
  });
  it('lead from an id, also a redirected one, to the entity; from a property and a source to where they are declared', () => {
    assert.deepEqual(definitions('annotations/ledger.yaml', 'old-bridge'), ['registry/entities.yaml: old-bridge']);
    assert.deepEqual(definitions('annotations/ledger.yaml', 'mayor'), ['registry/entities.yaml: mayor']);
    assert.deepEqual(definitions('annotations/ledger.yaml', 'opened,'), ['registry/entities.yaml: opened']);
    assert.deepEqual(definitions('annotations/ledger.yaml', 'sources/ledger.txt'), ['sources/ledger.txt: ']);
  });
  it('lead nowhere from plain words', () => {
    assert.deepEqual(definitions('sources/ledger.txt', 'slept'), []);
  });
});

describe('references', () => {
  const everyOldBridge = [
    'sources/ledger.txt: Old Bridge',
    'sources/ledger.txt: Old Bridge',
    'sources/post.txt: Stone Bridge',
    'sources/post.txt: the crossing',
    'registry/entities.yaml: old-bridge',
    'annotations/ledger.yaml: old-bridge',
    'annotations/ledger.yaml: old-bridge',
    'annotations/post.yaml: old-bridge',
    'annotations/post.yaml: old-bridge',
  ];
  it('of an entity are the same from a name, from its entry and from an id', () => {
    assert.deepEqual(references('sources/post.txt', 'Stone Bridge').sort(), [...everyOldBridge].sort());
    assert.deepEqual(references('registry/entities.yaml', 'old-bridge').sort(), [...everyOldBridge].sort());
    assert.deepEqual(references('annotations/post.yaml', 'old-bridge').sort(), [...everyOldBridge].sort());
  });
  it('of an annotated quote are the claims that it is compared with', () => {
    assert.deepEqual(references('sources/post.txt', 'carried'), [
      'sources/ledger.txt: The Old Bridge opened in 1901',
      'registry/entities.yaml: {property: opened, value: 1901-06, reference: "County archive"}',
    ]);
  });
  it('of an id are also what keeps claims apart, what a decision is about, and what was seen', () => {
    const registry = 'entities:\n  vote: {name: Vote}\n  lune: {name: Lune}\n  town: {name: Town}\nproperties:\n  keeper: {value: entity, separators: [round, town]}\n  round: {value: text}\n  town: {value: entity}\n';
    const files = {
      'corroborate.yaml': '{}\n',
      'registry/all.yaml': registry,
      'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: vote, property: keeper, value: lune, key: {‸round: lune, town: lune}, quote: Nothing}\n',
      'reviews.yaml': `reviews:
  'vote|keeper|round=lune|town=lune':
    status: accepted
    seen: {verdict: conflict, claims: [{source: sources/a.txt, value: lune}, {source: registry, value: "[lune, town]"}]}
  "vot\\u0065|keeper": {status: open}
`,
      'sources/a.txt': 'Nothing.\n',
    };
    const round = markedCase(files);
    assert.deepEqual(definitionsAt(round.model, round.path, round.offset).map(round.words), ['registry/all.yaml: round']);
    assert.equal(referencesAt(round.model, round.path, round.offset, false).length, 3);
    const lune = markedCase({ ...files, 'annotations/a.yaml': files['annotations/a.yaml'].replace('‸', ''), 'reviews.yaml': files['reviews.yaml'].replace('town=lune', 'town=‸lune') });
    assert.deepEqual(definitionsAt(lune.model, lune.path, lune.offset).map(lune.words), ['registry/all.yaml: lune']);
    const found = referencesAt(lune.model, lune.path, lune.offset, false).map(lune.words);
    assert.deepEqual(found, ['annotations/a.yaml: lune', 'annotations/a.yaml: lune', 'reviews.yaml: lune', 'reviews.yaml: lune', 'reviews.yaml: lune']);
  });
  it('of a property are its uses', () => {
    assert.equal(references('registry/entities.yaml', 'opened-by').length, 1);
  });
});

describe('highlights', () => {
  const highlighted = (...at: At) => {
    const { model, path, offset, words } = markedCase(sampleAt(...at));
    return highlightsAt(model, path, offset).map((span) => words({ file: path, span }));
  };
  it('are the names of the same entity in the article, whatever their alias', () => {
    assert.deepEqual(highlighted('sources/ledger.txt', 'Ada Quill'), ['sources/ledger.txt: Ada Quill', 'sources/ledger.txt: Quill']);
  });
  it('are the ids of the same entity in a YAML file, redirects followed', () => {
    assert.deepEqual(highlighted('registry/entities.yaml', 'old-bridge'), [
      'registry/entities.yaml: old-bridge',
      'registry/entities.yaml: crossing',
      'registry/entities.yaml: old-bridge',
    ]);
  });
});
