import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { mergeEntities } from '../../../src/core/edits/mergeEntities';
import type { SplitRequest } from '../../../src/core/edits/splitEntity';
import { splitEntity } from '../../../src/core/edits/splitEntity';
import type { Mention } from '../../../src/core/mentions/mention';
import { lines } from '../markedCase';
import type { CaseFiles } from './planned';
import { after, caseOf, refusal } from './planned';

const files: CaseFiles = {
  'corroborate.yaml': '{}\n',
  'registry/all.yaml': lines`
    entities:
      quill:   # two people, in truth
        type: person
        name: Ada Quill
        aliases: [Quill, the mayor]
        facts:
          - {property: born, value: 1850}   # Ada
          - {property: born, value: 1880}   # Ida
      other: {name: Other}
    `,
  'annotations/a.yaml': lines`
    source: sources/a.txt
    mentions:
      - {quote: she, entity: quill}
    claims:
      - {subject: quill, property: born, value: 1850, quote: born in 1850}
    `,
  'annotations/b.yaml': lines`
    source: sources/b.txt
    claims:
      # from the parish book
      - {subject: "quill", property: born, value: 1880, quote: born in 1880}
    `,
  'sources/a.txt': 'Ada Quill, the mayor, was born in 1850. Quill and the mayor: she slept. Quill woke.\n',
  'sources/b.txt': 'Quill, born in 1880, met the mayor. Quill left.\n',
  'sources/c.txt': 'Quill again.\n',
};

interface Chosen extends Partial<Omit<SplitRequest, 'mentions'>> {
  readonly mentions?: (mention: Mention, index: number) => boolean;
}

/** Quill split in two; `mentions` says which go to the new one, by source and index. */
function split({ mentions = () => false, ...request }: Chosen, on: CaseFiles = files, model: CaseModel = caseOf(on)) {
  const chosen = model.mentionsOf('quill').filter(mentions);
  const plan = splitEntity(model, { entity: 'quill', id: 'ida-quill', name: 'Ida Quill', aliases: [], facts: [], claims: [], ...request, mentions: chosen });
  const result = after(on, plan);
  const now = caseOf(result);
  for (const mention of model.mentionsOf('quill')) {
    const linked = now.mentions(mention.source).mentions.find(({ span }) => span.start === mention.span.start);
    assert.equal(linked?.entity, chosen.includes(mention) ? 'ida-quill' : 'quill', `${mention.source} ${mention.span.start} “${mention.text}”`);
  }
  return result;
}

describe('splitting an entity', () => {
  it('limits a name to the articles that go over whole, without a link by hand', () => {
    const result = split({ mentions: ({ source }) => source !== 'sources/a.txt' });
    assert.equal(
      result['registry/all.yaml'],
      files['registry/all.yaml']!.replace(
        '  other:',
        lines`
            ida-quill:
              type: person
              name: Ida Quill
              aliases:
                - text: the mayor
                  in: [sources/b.txt]
                - text: Quill
                  in: [sources/b.txt, sources/c.txt]
            other:`.replace(/^/gm, '  '),
      ),
    );
    assert.equal(result['annotations/b.yaml'], files['annotations/b.yaml']);
    assert.equal(result['annotations/c.yaml'], undefined);
  });
  it('links by hand where a part of an article goes over, in the article’s order', () => {
    const result = split({ mentions: ({ source, text }, index) => source === 'sources/a.txt' && text === 'Quill' && index > 2 });
    assert.match(result['annotations/a.yaml']!, /mentions:\n(?: {2}- \{quote: she, entity: quill\}\n)? {2}- \{quote: Quill.*entity: ida-quill\}/);
    assert.equal(result['registry/all.yaml']!.includes('in: ['), false);
  });
  it('makes the annotation file of an article that has none', () => {
    const on = { ...files, 'sources/c.txt': 'Quill again. Quill!\n' };
    const model = caseOf(on);
    const first = model.mentionsOf('quill', 'sources/c.txt')[0];
    const result = split({ mentions: (mention) => mention === first }, on, model);
    assert.match(result['annotations/c.yaml']!, /^source: sources\/c\.txt\nmentions:\n {2}- \{quote: Quill, .*entity: ida-quill\}\n$/);
  });
  it('changes a link by hand', () => {
    const result = split({ mentions: ({ text }) => text === 'she' });
    assert.equal(result['annotations/a.yaml'], files['annotations/a.yaml']!.replace('entity: quill', 'entity: ida-quill'));
  });
  it('moves aliases, facts and claims', () => {
    const model = caseOf(files);
    const { aliases, facts } = model.registry().entities.get('quill')!;
    const claim = model.claimsIn('annotations/b.yaml')[0]!;
    const result = split(
      { aliases: [aliases[1]!], facts: [facts[1]!], claims: [claim], mentions: ({ text }) => text === 'the mayor' },
      files,
      model,
    );
    assert.equal(
      result['registry/all.yaml'],
      lines`
        entities:
          quill:   # two people, in truth
            type: person
            name: Ada Quill
            aliases: [Quill]
            facts:
              - {property: born, value: 1850}   # Ada
          # Ida
          ida-quill: {type: person, name: Ida Quill, aliases: [the mayor], facts: [{property: born, value: 1880}]}
          other: {name: Other}
        `,
    );
    assert.equal(result['annotations/b.yaml'], files['annotations/b.yaml']!.replace('"quill"', '"ida-quill"'));
    assert.equal(result['annotations/a.yaml'], files['annotations/a.yaml']);
  });
  it('and merged again, every mention is as it was', () => {
    const result = split({ mentions: (_mention, index) => index % 2 === 0 });
    const again = after(result, mergeEntities(caseOf(result), 'ida-quill', 'quill'));
    const linked = (on: CaseFiles) => caseOf(on).mentionsOf('quill').map(({ source, span }) => [source, span.start]);
    assert.deepEqual(linked(again), linked(files));
  });
  it('is refused for an id that is taken and a name that is none', () => {
    const refused = (request: Partial<SplitRequest>) =>
      refusal(splitEntity(caseOf(files), { entity: 'quill', id: 'ida', name: 'Ida', mentions: [], aliases: [], facts: [], claims: [], ...request }));
    assert.match(refused({ id: 'other' }), /“other” is the id of Other already/);
    assert.match(refused({ name: '' }), /two letters/);
    assert.match(refused({ entity: 'nobody' }), /no entity “nobody”/);
  });
});
