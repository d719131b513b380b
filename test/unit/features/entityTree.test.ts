import assert from 'node:assert/strict';
import type { EntityNode, EntityView } from '../../../src/core/features/entityTree';
import { createEntityTree } from '../../../src/core/features/entityTree';
import type { CaseModel } from '../../../src/core/caseModel';
import { markedCase } from '../markedCase';
import { sample } from './sampleCase';

const all: EntityView = { words: '', scope: 'all', sort: 'name', article: null };

const words = (node: EntityNode): string => {
  switch (node.kind) {
    case 'type':
      return `${node.type} ${node.count}`;
    case 'range':
      return node.names ? node.names.join('–') : `${node.from}–${node.from + node.count - 1}`;
    case 'entity':
      return `${node.entity.name}: ${node.mentions}, ${node.here} here, ${node.claims} claims, ${node.discrepancies} discrepancies`;
    case 'source':
      return `${node.title} ${node.count}`;
    case 'mention':
      return `${node.before}[${node.words}]${node.after}`;
  }
};

/** Every node with its depth, as a person would see the tree with all open. */
function whole(model: CaseModel, view: EntityView): { readonly depth: number; readonly node: EntityNode }[] {
  const tree = createEntityTree(model);
  const walk = (node: EntityNode | null, depth: number): { readonly depth: number; readonly node: EntityNode }[] =>
    tree.children(node, view).flatMap((child) => [{ depth, node: child }, ...walk(child, depth + 1)]);
  return walk(null, 0);
}

const shown = (model: CaseModel, view: EntityView, depth: number) =>
  whole(model, view).filter((row) => row.depth <= depth).map((row) => `${'  '.repeat(row.depth)}${words(row.node)}`);

describe('the tree of entities', () => {
  it('has types in the order of their colours, entities by name with their counts, and mentions by source', () => {
    const { model } = markedCase(sample());
    assert.deepEqual(shown(model, { ...all, article: 'sources/post.txt' }, 1), [
      'person 1',
      '  Ada Quill: 2, 0 here, 0 claims, 0 discrepancies',
      'region 1',
      '  Riverton State: 0, 0 here, 0 claims, 0 discrepancies',
      'city 1',
      '  Riverton: 0, 0 here, 0 claims, 0 discrepancies',
      'place 1',
      '  Old Bridge: 4, 2 here, 3 claims, 1 discrepancies',
    ]);
    const bridge = whole(model, all).slice(-6).map((row) => `${'  '.repeat(row.depth)}${words(row.node)}`);
    assert.deepEqual(bridge, [
      '    The Ledger 2',
      '      …The [Old Bridge] opened in 1901, and the ribbon was cut by Ada Quill. Quill never crossed the Ol',
      '      …crossed the [Old Bridge] again. Riverton slept.',
      '    The Post 2',
      '      [Stone Bridge] has carried carts since June 1911, say the engineers. They closed the crossing',
      '      …They closed [the crossing] twice.',
    ]);
  });

  it('finds names, aliases and ids in any case and without accents', () => {
    const { model } = markedCase(sample({ 'registry/more.yaml': 'entities:\n  eclair: {type: product, name: Éclair Ⅲ}\n' }));
    const found = (text: string) => shown(model, { ...all, words: text }, 1).filter((row) => row.startsWith('  ')).map((row) => row.trim().split(':')[0]);
    assert.deepEqual(found('stone'), ['Old Bridge']);
    assert.deepEqual(found('OLD-bri'), ['Old Bridge']);
    assert.deepEqual(found('eclair'), ['Éclair Ⅲ']);
    assert.deepEqual(found('no such'), []);
    assert.deepEqual(found('__proto__'), []);
  });

  it('narrows to the active article, to what that lacks, and to discrepancies', () => {
    const { model } = markedCase(sample());
    const ids = (view: Partial<EntityView>) =>
      whole(model, { ...all, ...view }).flatMap(({ node }) => (node.kind === 'entity' ? [node.entity.id] : []));
    assert.deepEqual(ids({ scope: 'here', article: 'sources/post.txt' }), ['old-bridge']);
    assert.deepEqual(ids({ scope: 'elsewhere', article: 'sources/post.txt' }), ['mayor', 'riverton-state', 'riverton']);
    assert.deepEqual(ids({ scope: 'discrepancies' }), ['old-bridge']);
    assert.deepEqual([ids({ scope: 'here' }), ids({ scope: 'elsewhere' })], [[], []]);
    const reviewed = markedCase(sample({ 'reviews.yaml': 'reviews:\n  old-bridge|opened: {status: explained, reason: time}\n' })).model;
    assert.deepEqual(createEntityTree(reviewed).count({ ...all, scope: 'discrepancies' }), 0);
  });

  it('keeps ids while the case changes, so that what is open stays open', () => {
    const { model } = markedCase(sample());
    const ids = () => whole(model, all).map(({ node }) => node.id);
    const before = ids();
    assert.equal(new Set(before).size, before.length);
    model.setContent('sources/ledger.txt', `Words before.\n${model.text('sources/ledger.txt')!.content}`);
    assert.deepEqual(ids(), before);
  });

  it('is a tree: every node is below its parent', () => {
    const { model } = large();
    for (const sort of ['name', 'mentions'] as const) {
      const view: EntityView = { ...all, sort };
      const tree = createEntityTree(model);
      const walk = (node: EntityNode | null) => {
        for (const child of tree.children(node, view)) {
          assert.equal(tree.parent(child, view)?.id, node?.id, child.id);
          walk(child);
        }
      };
      walk(null);
    }
  });

  it('shows thousands in ranges, and finds an entity in them', () => {
    const { model } = large();
    const tree = createEntityTree(model);
    const [person] = tree.children(null, all);
    const ranges = tree.children(person!, all);
    assert.deepEqual([words(person!), ranges.length, words(ranges[0]!), words(ranges[4]!)], ['person 1100', 5, 'Person 0000–Person 0249', 'Person 1000–Person 1099']);
    assert.equal(ranges.flatMap((range) => tree.children(range, all)).length, 1100);
    const found = tree.find('p-1044', all)!;
    assert.equal(tree.parent(found, all)!.id, ranges[4]!.id);
    assert.equal(words(tree.find('p-0500', all)!), 'Person 0500: 600, 0 here, 0 claims, 0 discrepancies');
    const byMentions: EntityView = { ...all, sort: 'mentions' };
    const first = tree.children(tree.children(person!, byMentions)[0]!, byMentions)[0]!;
    assert.equal(first.id, 'entity/p-0500');
    const source = tree.children(first, byMentions)[0]!;
    assert.deepEqual(tree.children(source, byMentions).map(words), ['1–250', '251–500', '501–600']);
  });

  it('finds nothing that the filter hides, and follows redirects', () => {
    const { model } = markedCase(sample());
    const tree = createEntityTree(model);
    assert.equal(tree.find('crossing', all)?.entity.id, 'old-bridge');
    assert.equal(tree.find('old-bridge', { ...all, words: 'quill' }), undefined);
    assert.equal(tree.find('no-such', all), undefined);
  });
});

function large() {
  const number = (index: number) => String(index).padStart(4, '0');
  const people = Array.from({ length: 1100 }, (_, index) => `  p-${number(index)}: {type: person, name: Person ${number(index)}}`);
  return markedCase({
    'corroborate.yaml': '',
    'registry/people.yaml': `entities:\n${people.toReversed().join('\n')}\n`,
    'sources/a.txt': 'Person 0500 came. '.repeat(600),
  });
}
