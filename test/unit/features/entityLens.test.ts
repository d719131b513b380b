import assert from 'node:assert/strict';
import { entityClaimPlaces, entityLenses, entityUses } from '../../../src/core/features/entityLens';
import { outline } from '../../../src/core/features/outline';
import { caseSymbols } from '../../../src/core/features/workspaceSymbols';
import { lines, markedCase } from '../markedCase';
import { sample, sampleFiles } from './sampleCase';

describe('lenses of entities', () => {
  it('count mentions, claims of articles and open discrepancies, as subject and as value', () => {
    const { model } = markedCase(sample());
    const lenses = entityLenses(model, 'registry/entities.yaml', entityUses(model));
    assert.deepEqual(
      lenses.map(({ id, use }) => [id, use.mentions, use.claims, use.discrepancies]),
      [
        ['old-bridge', 4, 3, 1],
        ['mayor', 2, 1, 0],
      ],
    );
  });
  it('are silent about entities that nothing is said of, redirects and second entries of an id', () => {
    const { model } = markedCase(sample({ 'registry/more.yaml': 'entities:\n  old-bridge: {name: Other}\n' }));
    const uses = entityUses(model);
    assert.deepEqual(entityLenses(model, 'registry/more.yaml', uses), []);
    assert.ok(!entityLenses(model, 'registry/entities.yaml', uses).some(({ id }) => id === 'crossing' || id === 'riverton'));
  });
  it('count no discrepancy that a reviewer decided', () => {
    const reviews = 'reviews:\n  old-bridge|opened:\n    status: explained\n    reason: time\n';
    const { model } = markedCase(sample({ 'reviews.yaml': reviews }));
    assert.equal(entityUses(model).get('old-bridge')?.discrepancies, 0);
  });
  it('lead to the passages of the claims', () => {
    const { model, words } = markedCase(sample());
    assert.deepEqual(entityClaimPlaces(model, 'mayor').map(words), ['sources/ledger.txt: cut by Ada Quill']);
    assert.equal(entityClaimPlaces(model, 'old-bridge').length, 3);
  });
});

describe('outlines of YAML files', () => {
  const told = (path: string, files = sample()) =>
    outline(markedCase(files).model, path).map(({ kind, name, detail }) => `${kind} ${name} = ${detail}`);

  it('have the claims and links by hand of an annotation file, in its order', () => {
    const post = sampleFiles['annotations/post.yaml'].replace(
      'mentions:\n',
      'mentions:\n  - {quote: carts, entity: none}\n  - {quote: Stone, not: mayor}\n',
    );
    assert.deepEqual(told('annotations/post.yaml', sample({ 'annotations/post.yaml': post })), [
      'mention carts = no entity',
      'mention Stone = not Ada Quill',
      'mention the crossing = Old Bridge',
      'claim Old Bridge, opened = June 1911',
    ]);
  });
  it('have the sources of a manifest and the decisions of reviewers', () => {
    assert.deepEqual(told('corroborate.yaml'), ['source The Ledger = sources/ledger.txt', 'source The Post = sources/post.txt']);
    const reviews = lines`
      reviews:
        old-bridge|opened:
          status: explained
          reason: time
      `;
    assert.deepEqual(told('reviews.yaml', sample({ 'reviews.yaml': reviews })), ['review Old Bridge, opened = explained: time']);
  });
});

describe('symbols of a case', () => {
  const found = (query: string, limit = 10) =>
    caseSymbols(markedCase(sample()).model, query, limit).map(({ kind, name, container }) => `${kind} ${name} (${container})`);

  it('are found by name, alias and id, by letters in order', () => {
    assert.deepEqual(found('stone'), ['alias Stone Bridge (Old Bridge)']);
    assert.deepEqual(found('adq'), ['entity Ada Quill (person · mayor)']);
    assert.deepEqual(found('mayor'), ['entity Ada Quill (person · mayor)']);
    assert.deepEqual(found('opened by'), ['property opened by (opened-by)']);
    assert.deepEqual(found('xyz'), []);
  });
  it('put names before aliases, and are never more than the limit', () => {
    assert.deepEqual(found('riverton'), [
      'entity Riverton (city · riverton)',
      'entity Riverton State (region · riverton-state)',
      'alias Riverton (Riverton State)',
    ]);
    assert.equal(found('', 2).length, 2);
  });
});
