import assert from 'node:assert/strict';
import { registryFileOf } from '../../../src/core/edits/addEntity';
import { annotationFileOf } from '../../../src/core/edits/annotationPath';
import { linkMention } from '../../../src/core/edits/linkMention';
import { markedCase } from '../markedCase';
import { refusal } from './planned';

const source = 'sources/2001/post.txt';
const files = { [source]: 'Harrow slept.\n', 'sources/ledger.txt': 'Harrow woke.\n', 'registry/all.yaml': 'entities:\n  harrow: {type: city, name: Harrow}\n' };

describe('the file that an annotation goes to', () => {
  it('is that of the article, also before there is one', () => {
    const { model } = markedCase({ ...files, 'annotations/by-hand.yaml': `source: ${source}\n` });
    assert.equal(annotationFileOf(model, source), 'annotations/by-hand.yaml');
    assert.equal(annotationFileOf(model, 'sources/ledger.txt'), 'annotations/ledger.yaml');
    assert.equal(registryFileOf(model, 'person'), 'registry/all.yaml');
  });
  it('is none where the manifest has no place for one, and the edit says so', () => {
    const { model } = markedCase({ 'corroborate.yaml': 'annotations: []\nregistry: []\n', [source]: files[source] });
    assert.equal(annotationFileOf(model, source), null);
    assert.equal(registryFileOf(model, 'person'), null);
    assert.match(refusal(linkMention(model, { source, span: { start: 0, end: 6 }, entity: 'none' })), /There is no place for the annotations of sources\/2001\/post\.txt/);
  });
});
