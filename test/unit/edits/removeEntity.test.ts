import assert from 'node:assert/strict';
import { removeEntity, usesOf } from '../../../src/core/edits/removeEntity';
import { sample } from '../features/sampleCase';
import { after, caseOf, refusal } from './planned';

describe('removing an entity', () => {
  it('is refused while something names it, told in full, also through former ids', () => {
    const files = sample({
      'annotations/post.yaml': 'source: sources/post.txt\nmentions:\n  - {quote: the crossing, entity: crossing}\nclaims:\n  - {subject: crossing}\n',
      'reviews.yaml': 'reviews:\n  old-bridge|opened: {status: accepted}\n',
    });
    assert.equal(
      refusal(removeEntity(caseOf(files), 'old-bridge')),
      'Old Bridge is still named by 3 claims, 1 link by hand and 1 decision. Merge it into another entity, which takes these over, or change them first.',
    );
    assert.deepEqual(usesOf(caseOf(files), 'mayor'), { claims: 1, links: 0, decisions: 0, entities: [], mentions: 2 });
  });
  it('names the entities that are part of it', () => {
    const files = sample({ 'registry/more.yaml': 'entities:\n  pier: {name: Pier, partOf: [riverton]}\n' });
    assert.match(refusal(removeEntity(caseOf(files), 'riverton')), /^Riverton is still named by the entry of Pier\. Merge it/);
  });
  it('takes the entry out, and former ids with it', () => {
    const files = sample({ 'registry/more.yaml': 'entities:\n  # gone\n  town: {redirect: riverton}\n  pier: {name: Pier}\n' });
    const result = after(files, removeEntity(caseOf(files), 'riverton'));
    assert.equal(result['registry/entities.yaml'], files['registry/entities.yaml']!.replace(/ {2}riverton: .*\n/, ''));
    assert.equal(result['registry/more.yaml']!.includes('riverton'), false);
    assert.ok(result['registry/more.yaml']!.includes('  pier: {name: Pier}\n'));
  });
});
