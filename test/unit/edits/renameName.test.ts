import assert from 'node:assert/strict';
import { renameAlias, renameName } from '../../../src/core/edits/renameName';
import { renameTargetAt } from '../../../src/core/edits/renameTarget';
import { lines, markedCase } from '../markedCase';
import { sampleAt } from '../features/sampleCase';
import { after, caseOf, refusal } from './planned';

const registry = lines`
  entities:
    bridge:
      type: place   # over the Lune
      name: "Old Bridge"
      aliases:
        - Stone Bridge   # in the Post
        - {text: the span, in: [sources/a.txt]}
    town: {type: city, name: Riverton} # a flow map
    nameless: {type: city}
  `;
const files = { 'corroborate.yaml': '{}\n', 'registry/a.yaml': registry, 'sources/a.txt': 'Old Bridge and Riverton.\n' };

const renamed = (id: string, to: string, keepAlias = true) => after(files, renameName(caseOf(files), id, to, { keepAlias }))['registry/a.yaml'];

describe('renaming an entity', () => {
  it('keeps the old name as the first alias, so that texts that hold it stay linked', () => {
    const expected = registry.replace('"Old Bridge"', '"Grand Viaduct"').replace('- Stone', '- "Old Bridge"\n      - Stone');
    assert.equal(renamed('bridge', 'Grand Viaduct')!.replace('- Old Bridge\n', '- "Old Bridge"\n'), expected);
  });
  it('makes the list of aliases where there is none, in the style of the entry', () => {
    assert.equal(renamed('town', 'River Town'), registry.replace('name: Riverton}', 'name: River Town, aliases: [Riverton]}'));
  });
  it('lets the old name go when that is wanted', () => {
    assert.equal(renamed('town', 'River Town', false), registry.replace('name: Riverton}', 'name: River Town}'));
  });
  it('swaps name and alias', () => {
    assert.equal(renamed('bridge', 'Stone Bridge'), registry.replace('"Old Bridge"', '"Stone Bridge"').replace('- Stone Bridge', '- Old Bridge'));
    assert.equal(renamed('bridge', 'Stone Bridge', false)!.includes('- Stone Bridge'), false);
  });
  it('makes no alias of a name that differs in case alone, nor of an id', () => {
    assert.equal(renamed('town', 'RiverTon'), registry.replace('name: Riverton}', 'name: RiverTon}'));
    assert.equal(renamed('nameless', 'Elsewhere'), registry.replace('{type: city}', '{type: city, name: Elsewhere}'));
  });
  it('is refused for what is no name', () => {
    assert.match(refusal(renameName(caseOf(files), 'town', ' x ', { keepAlias: true })), /two letters/);
    assert.match(refusal(renameName(caseOf(files), 'town', 'Riverton', { keepAlias: true })), /its name already/);
    assert.match(refusal(renameName(caseOf(files), 'nobody', 'Someone', { keepAlias: true })), /no entity “nobody”/);
  });
  it('is refused where the file has a syntax error, also in another entry', () => {
    const broken = caseOf({ ...files, 'registry/a.yaml': `${registry}  last: {name: "Open}\n` });
    assert.match(refusal(renameName(broken, 'town', 'River Town', { keepAlias: true })), /^registry\/a\.yaml has an error on line 10: /);
    const { text } = broken.entity('bridge')!.aliases[0]!;
    assert.match(refusal(renameAlias(broken, 'bridge', text, 'Stony Bridge')), /^registry\/a\.yaml has an error on line 10: /);
  });
  it('keeps the mentions that the case has', () => {
    const after1 = caseOf({ ...files, 'registry/a.yaml': renamed('town', 'Somewhere Else')! });
    assert.deepEqual(after1.mentions('sources/a.txt').mentions.map(({ entity }) => entity), ['bridge', 'town']);
  });
});

describe('renaming an alias', () => {
  const spanOf = (words: string) => ({ text: words, span: { start: registry.indexOf(words), end: registry.indexOf(words) + words.length } });
  it('changes that alias alone, with its scope kept', () => {
    const plan = renameAlias(caseOf(files), 'bridge', spanOf('the span'), 'the arch');
    assert.equal(after(files, plan)['registry/a.yaml'], registry.replace('the span', 'the arch'));
  });
  it('is refused where the entity has that name', () => {
    assert.match(refusal(renameAlias(caseOf(files), 'bridge', spanOf('Stone Bridge'), 'Old bridge')), /has the name “Old bridge” already/);
  });
});

describe('what a rename is about', () => {
  const at = (...place: Parameters<typeof sampleAt>) => {
    const { model, path, offset } = markedCase(sampleAt(...place));
    const target = renameTargetAt(model, path, offset);
    return target && ('refused' in target ? target.refused : [target.kind, target.id, target.text, model.text(path)!.content.slice(target.span.start, target.span.end)]);
  };
  it('is the id, the name or the alias under the cursor', () => {
    assert.deepEqual(at('registry/entities.yaml', 'mayor'), ['entity', 'mayor', 'mayor', 'mayor']);
    assert.deepEqual(at('registry/entities.yaml', 'Ada Quill'), ['name', 'mayor', 'Ada Quill', 'Ada Quill']);
    assert.deepEqual(at('registry/entities.yaml', 'Stone Bridge'), ['alias', 'old-bridge', 'Stone Bridge', 'Stone Bridge']);
    assert.deepEqual(at('registry/entities.yaml', 'opened:'), ['property', 'opened', 'opened', 'opened']);
    assert.deepEqual(at('corroborate.yaml', 'sources/ledger.txt'), ['source', 'sources/ledger.txt', 'sources/ledger.txt', 'sources/ledger.txt']);
  });
  it('is the entity, on a linked name in an article', () => {
    assert.deepEqual(at('sources/ledger.txt', 'Quill never'), ['name', 'mayor', 'Ada Quill', 'Quill']);
    assert.match(String(at('sources/ledger.txt', 'Riverton')), /“Riverton” could be Riverton or Riverton State\. Link it/);
  });
  it('is nothing elsewhere', () => {
    assert.equal(at('sources/ledger.txt', 'slept'), null);
    assert.equal(at('registry/entities.yaml', 'A bridge over'), null);
  });
});
