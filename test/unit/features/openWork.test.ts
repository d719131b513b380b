import assert from 'node:assert/strict';
import type { OpenWork } from '../../../src/core/features/openWork';
import { createOpenWorkReader } from '../../../src/core/features/openWork';
import { seenOf } from '../../../src/core/claims/review';
import { lines, markedCase } from '../markedCase';
import { sample } from './sampleCase';

const listed = ({ groups }: OpenWork) =>
  groups.flatMap(({ kind, articles }) =>
    articles.flatMap(({ title, items }) => items.map(({ name, detail, places }) => `${kind} · ${title} · ${name} · ${detail} · ${places}`)),
  );

describe('open work', () => {
  it('lists what waits, kind by kind and article by article, and counts what needs a decision', () => {
    const { model, words } = markedCase(
      sample({
        'annotations/ledger.yaml': lines`
          source: sources/ledger.txt
          mentions:
            - {quote: the ferry that never was, entity: mayor}
          claims:
            - {subject: old-bridge, property: opened, value: 1901, quote: The Old Bridge opened in 1901}
          `,
        'sources/post.txt': lines`
          Stone Bridge has carried carts since June 1911, say the engineers.
          They closed the crossing twice, and Ms Orla Fenwick, who founded the Fenwick Institute, said that Orla Fenwick was sorry.
          `,
      }),
    );
    const work = createOpenWorkReader(model)(true);
    assert.deepEqual(listed(work).filter((row) => !row.startsWith('suggestion')), [
      'discrepancy · The Ledger · Old Bridge, opened · Conflict · 3',
      'anchor · The Ledger · the ferry that never was · Lost · 1',
      'ambiguous · The Ledger · Riverton · Riverton or Riverton State · 1',
      'unlinked · The Post · Orla Fenwick · person · 2',
      'unlinked · The Post · Fenwick Institute · organization · 1',
    ]);
    assert.equal(work.decisions, 3);
    const items = work.groups.flatMap(({ articles }) => articles.flatMap((article) => article.items));
    assert.deepEqual(items.slice(0, 4).map(words), [
      'sources/ledger.txt: The Old Bridge opened in 1901',
      'annotations/ledger.yaml: the ferry that never was',
      'sources/ledger.txt: Riverton',
      'sources/post.txt: Orla Fenwick',
    ]);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  it('ticks off what was done', () => {
    const { model } = markedCase(sample());
    const read = createOpenWorkReader(model);
    const count = () => read(true).groups.find(({ kind }) => kind === 'discrepancy')?.count ?? 0;
    assert.equal(count(), 1);
    model.setPaths([...model.paths(), 'reviews.yaml']);
    const group = model.groups().find(({ key }) => key === 'old-bridge|opened')!;
    model.setContent('reviews.yaml', `reviews:\n  old-bridge|opened: {status: accepted, wrong: [], seen: ${JSON.stringify(seenOf(group))}}\n`);
    assert.equal(count(), 0);
    model.setContent('reviews.yaml', '');
    assert.equal(count(), 1);
    model.setContent('annotations/post.yaml', 'source: sources/post.txt\nmentions:\n  - {quote: the crossing, entity: old-bridge}\n');
    model.setContent('registry/entities.yaml', model.text('registry/entities.yaml')!.content.replace('1901-06', '1901'));
    assert.equal(count(), 0);
  });

  it('asks for another review where the claims changed', () => {
    const reviews = 'reviews:\n  old-bridge|opened: {status: accepted, wrong: [], seen: {verdict: conflict, claims: []}}\n';
    const { model } = markedCase(sample({ 'reviews.yaml': reviews }));
    assert.deepEqual(listed(createOpenWorkReader(model)(false)).filter((row) => row.startsWith('discrepancy')), [
      'discrepancy · The Ledger · Old Bridge, opened · Conflict · Review again · 3',
    ]);
  });

  it('keeps what articles offered until it is known anew', () => {
    const { model } = markedCase(sample({ 'sources/post.txt': 'They met Ms Orla Fenwick, and Ms Orla Fenwick was sorry.\n', 'annotations/post.yaml': '{}\n' }));
    const read = createOpenWorkReader(model);
    const unlinked = (withSuggestions: boolean) => listed(read(withSuggestions)).filter((row) => row.startsWith('unlinked'));
    assert.deepEqual(unlinked(false), []);
    assert.equal(unlinked(true).length, 1);
    model.setContent('sources/post.txt', 'They met.\n');
    assert.equal(unlinked(false).length, 1);
    assert.equal(unlinked(true).length, 0);
  });

  it('says nothing that the manifest switches off', () => {
    const manifest = 'severity: {discrepancy/conflict: off, mention/ambiguous: off, mention/unlinked: off, anchor/lost: off}\n';
    const { model } = markedCase(sample({ 'corroborate.yaml': manifest }));
    assert.deepEqual(listed(createOpenWorkReader(model)(true)).filter((row) => !row.startsWith('suggestion')), []);
    assert.equal(createOpenWorkReader(model)(true).decisions, 0);
  });

  it('is empty for an empty case', () => {
    assert.deepEqual(createOpenWorkReader(markedCase({ 'corroborate.yaml': '' }).model)(true), { groups: [], decisions: 0 });
  });
});
