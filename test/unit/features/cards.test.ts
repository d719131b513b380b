import assert from 'node:assert/strict';
import { seenOf } from '../../../src/core/claims/review';
import { claimCard, claimsAtOffset, opposingPlace } from '../../../src/core/features/claimCard';
import { entityCard } from '../../../src/core/features/entityCard';
import { externalLink } from '../../../src/core/features/externalIds';
import { outline } from '../../../src/core/features/outline';
import { lines, markedCase } from '../markedCase';
import { sample, sampleAt } from './sampleCase';

describe('an entity card', () => {
  it('says what each source claims, disagreements first, with counts, surfaces and reference facts', () => {
    const { model } = markedCase(sample());
    const card = entityCard(model, 'old-bridge', 'sources/post.txt')!;
    assert.equal(card.entity.name, 'Old Bridge');
    assert.deepEqual(card.surfaces, ['Stone Bridge', 'the crossing']);
    assert.deepEqual(
      card.counts.map(({ title, count }) => [title, count]),
      [
        ['The Ledger', 2],
        ['The Post', 2],
      ],
    );
    assert.deepEqual(
      card.rows.map((row) => [row.title, row.claims.map((claim) => `${claim.label}: ${claim.value} (${claim.verdict})`)]),
      [
        ['The Ledger', ['opened: 1901 (conflict)', 'opened by: Ada Quill (single)']],
        ['The Post', ['opened: June 1911 (conflict)']],
      ],
    );
    assert.deepEqual(card.facts, [{ label: 'opened', value: 'June 1901', reference: 'County archive' }]);
  });
  it('names the subject where the entity is only the value of a claim', () => {
    const { model } = markedCase(sample());
    assert.deepEqual(entityCard(model, 'mayor', null)!.rows[0]!.claims.map((claim) => claim.label), ['Old Bridge, opened by']);
  });
  it('shows five rows, and how many more there are', () => {
    const files: Record<string, string> = sample();
    for (let i = 0; i < 7; i++) {
      files[`sources/x${i}.txt`] = 'The Old Bridge opened in 1905.';
      files[`annotations/x${i}.yaml`] = lines`
        source: sources/x${String(i)}.txt
        claims:
          - {subject: old-bridge, property: opened, value: 1905, quote: opened in 1905}
        `;
    }
    const card = entityCard(markedCase(files).model, 'old-bridge', null)!;
    assert.equal(card.rows.length, 5);
    assert.equal(card.hiddenRows, 4);
  });
  it('follows a redirect and is undefined for an id that the registry lacks', () => {
    const { model } = markedCase(sample());
    assert.equal(entityCard(model, 'crossing', null)?.entity.id, 'old-bridge');
    assert.equal(entityCard(model, '__proto__', null), undefined);
  });
});

describe('a claim card', () => {
  it('says the verdict and what the others say, worst first', () => {
    const { model, path, offset } = markedCase(sampleAt('sources/post.txt', 'carried'));
    const [claim] = claimsAtOffset(model, path, offset);
    const card = claimCard(model, claim!)!;
    assert.equal(card.verdict, 'conflict');
    assert.deepEqual(
      card.others.map((other) => [other.title, other.value, other.verdict]),
      [
        ['The Ledger', '1901', 'conflict'],
        ['Registry', 'June 1901', 'conflict'],
      ],
    );
  });
  describe('of a group that was reviewed', () => {
    const { model: undecided } = markedCase(sample());
    const seen = `seen: ${JSON.stringify(seenOf(undecided.groups().find(({ key }) => key === 'old-bridge|opened')!))}`;
    const decided = (entry: string) => {
      const reviews = `reviews:\n  old-bridge|opened:\n    ${entry}\n`;
      const { model, path, offset } = markedCase({ ...sampleAt('sources/post.txt', 'carried'), 'reviews.yaml': reviews });
      const { decided: words, note } = claimCard(model, claimsAtOffset(model, path, offset)[0]!)!;
      return { words, note };
    };
    it('says what was decided, by whom, when, and the note', () => {
      const entry = `status: explained\n    reason: different-property\n    note: Another bridge.\n    by: dana\n    at: 2026-11-21T10:00:00Z\n    ${seen}`;
      assert.deepEqual(decided(entry), { words: 'Explained: different property, by dana on 2026-11-21', note: 'Another bridge.' });
    });
    it('names the sources that are wrong, and leaves out what is not told', () => {
      assert.equal(decided(`status: accepted\n    wrong: [sources/post.txt, registry]\n    ${seen}`).words, 'Accepted: wrong in The Post and Registry');
      assert.equal(decided(`status: accepted\n    wrong: []\n    by: dana\n    ${seen}`).words, 'Accepted: not known who is wrong, by dana');
      assert.equal(decided(`status: dismissed\n    reason: extraction-error\n    at: 2026-11-21T10:00:00Z\n    ${seen}`).words, 'Dismissed: extraction error, on 2026-11-21');
    });
    it('says when the claims changed since, and when the verdict is worse', () => {
      const changed = 'status: dismissed\n    reason: not-comparable\n    by: dana\n    seen: {verdict: conflict, claims: []}';
      assert.equal(decided(changed).words, 'Review again, as the claims changed. It was dismissed: not comparable, by dana');
      const worse = 'status: explained\n    reason: time\n    by: dana\n    seen: {verdict: tension, claims: []}';
      assert.equal(decided(worse).words, 'Open again, as the verdict is worse. It was explained: time, by dana');
    });
    it('says nothing of what is open', () => {
      assert.deepEqual(decided(`status: open\n    ${seen}`).words, null);
    });
  });
});

describe('the opposing passage', () => {
  it('is the other article that disagrees most, before the registry', () => {
    const { model, path, offset, words } = markedCase(sampleAt('sources/post.txt', 'carried'));
    assert.equal(words(opposingPlace(model, path, offset)!), 'sources/ledger.txt: The Old Bridge opened in 1901');
  });
  it('is nothing where only one claim is made, or none', () => {
    const single = markedCase(sampleAt('sources/ledger.txt', 'cut by'));
    assert.equal(opposingPlace(single.model, single.path, single.offset), undefined);
    const plain = markedCase(sampleAt('sources/ledger.txt', 'slept'));
    assert.equal(opposingPlace(plain.model, plain.path, plain.offset), undefined);
  });
});

describe('the outline', () => {
  it('has headings with the claims below them, and speaker turns', () => {
    const talk = `${sample()['sources/ledger.txt']}\n— Who paid for it?\nQuill: The town did.\n`;
    const { model } = markedCase(sample({ 'sources/ledger.txt': talk }));
    const nodes = outline(model, 'sources/ledger.txt');
    assert.deepEqual(
      nodes.map((node) => [node.kind, node.name]),
      [
        ['heading', 'A Bridge Remembered'],
        ['turn', '— Who paid for it?'],
        ['turn', 'Quill: The town did.'],
      ],
    );
    assert.deepEqual(nodes[0]!.children.map((child) => `${child.name} = ${child.detail}`), [
      'Old Bridge, opened = 1901',
      'Old Bridge, opened by = Ada Quill',
    ]);
  });
  it('has entities with their aliases, and properties', () => {
    const nodes = outline(markedCase(sample()).model, 'registry/entities.yaml');
    assert.deepEqual(nodes[0]!.children.map((child) => child.name), ['Stone Bridge']);
    assert.equal(nodes.filter((node) => node.kind === 'property').length, 2);
  });
});

describe('external ids', () => {
  it('become links for known prefixes and addresses only', () => {
    assert.equal(externalLink('wikidata:Q1065')?.url, 'https://www.wikidata.org/wiki/Q1065');
    assert.equal(externalLink('https://example.org/x')?.url, 'https://example.org/x');
    assert.equal(externalLink('javascript:alert(1)'), null);
    assert.equal(externalLink('command:workbench.action.quit'), null);
    assert.equal(externalLink('wikidata:../../x')?.url, 'https://www.wikidata.org/wiki/..%2F..%2Fx');
  });
});
