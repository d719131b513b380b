import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { renameId } from '../../../src/core/edits/renameId';
import { writeScalar } from '../../../src/core/edits/yamlScalars';
import { lines } from '../markedCase';
import type { CaseFiles } from './planned';
import { after, caseOf, readAs, refusal } from './planned';

/** Every place that an entity id can stand in, in block and flow style, quoted and not, with comments. */
const files: CaseFiles = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {published: 2011-05-02}\n  sources/b.txt: {published: 2019-03-01, title: bridge}\n',
  'registry/places.yaml': lines`
    # bridge: the first entity
    entities:
      bridge:   # not the card game
        type: place
        name: Old Bridge
        aliases: [Stone Bridge, {text: bridge, in: [sources/a.txt]}]
        description: bridge
        facts:
          - {property: opened, value: 1901-06}
          - {property: keeper, value: "town"}
      "town": {type: city, name: Riverton, partOf: ['bridge']}
      crossing: {redirect: bridge}
      mayor: {type: person, name: Ada Quill}
    properties:
      opened: {value: date, cardinality: one}
      keeper: {value: entity}
      toll: {value: quantity, unit: pence, separators: [where, payer], kin: [opened]}
      keepers: {value: entity, cardinality: closed-list}
      where: {value: entity}
      payer: {value: text}
    `,
  'annotations/a.yaml': lines`
    source: sources/a.txt
    mentions:
      - {quote: the crossing, entity: "bridge"}
      - quote: Riverton
        not: bridge # never
      - {quote: bridge, entity: }
    claims:
      - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}
      - {subject: town, property: toll, value: 3, key: {where: bridge, payer: bridge}, quote: three pence, speaker: bridge}
      - subject: town
        property: keeper
        value: bridge
        quote: opened in 1901
        note: bridge
      - {subject: town, property: keepers, value: [town, bridge], quote: opened in 1901}
      - {subject: bridge, property: opened}
    dismissed:
      - {subject: bridge, property: keeper, value: bridge, quote: bridge}
    `,
  'annotations/b.yaml': lines`
    source: sources/b.txt
    claims:
      - {subject: crossing, property: opened, value: 1911, quote: since 1911}
      - {subject: town, property: toll, value: 4, key: {payer: bridge, where: bridge}, quote: four pence}
      - {subject: town, property: keeper, value: mayor, quote: since 1911}
      - {subject: town, property: keepers, value: [mayor], quote: since 1911}
    `,
  'reviews.yaml': lines`
    reviews:
      bridge|opened:
        status: accepted
        wrong: [sources/b.txt]
        note: bridge
        seen:
          verdict: conflict
          claims:
            - {source: registry, value: 1901-06, polarity: positive, modality: asserted, valid: null}
            - {source: sources/a.txt, value: 1901, polarity: positive, modality: asserted, valid: 2011-05-02}
            - {source: sources/b.txt, value: 1911, polarity: positive, modality: asserted, valid: 2019-03-01}
      town|keeper:
        status: explained
        reason: name
        seen:
          verdict: conflict
          claims:
            - {source: sources/a.txt, value: bridge, polarity: positive, modality: asserted, valid: 2011-05-02}
            - {source: sources/b.txt, value: mayor, polarity: positive, modality: asserted, valid: 2019-03-01}
        history:
          - {status: open, seen: {verdict: conflict, claims: [{source: sources/a.txt, value: bridge, polarity: positive, modality: asserted}]}}
      town|keepers:
        status: explained
        reason: name
        seen:
          verdict: conflict
          claims:
            - {source: sources/a.txt, value: "[bridge, town]", polarity: positive, modality: asserted, valid: 2011-05-02}
            - {source: sources/b.txt, value: "[mayor]", polarity: positive, modality: asserted, valid: 2019-03-01}
      'town|toll|payer=bridge|where=bridge':
        status: dismissed
        reason: not-comparable
        seen:
          verdict: conflict
          claims:
            - {source: sources/a.txt, value: "3 pence", polarity: positive, modality: asserted, valid: 2011-05-02}
            - {source: sources/b.txt, value: "4 pence", polarity: positive, modality: asserted, valid: 2019-03-01}
    `,
  'sources/a.txt': 'The Old Bridge opened in 1901. They paid three pence at the crossing to Riverton by Ada Quill.\n',
  'sources/b.txt': 'Stone Bridge stands since 1911. Riverton asks four pence.\n',
};

const rename = (from: string, to: string, on: CaseFiles = files, kind: 'entity' | 'property' = 'entity') => renameId(caseOf(on), kind, from, to);
/** Ids that a person may choose: also `yes` and `e10`, which other readers of YAML take for no text. */
const newId = fc
  .oneof({ weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{2,11}$/) }, fc.constantFrom('yes', 'off', 'true', 'null', 'e10', 'y', 'no'))
  .filter((id) => !/^(?:none|unknown|registry|bridge|town|mayor|crossing)$/.test(id));
const needsQuotes = (id: string) => writeScalar(id, 'plain', { inFlow: true, isKey: true }) !== id;
const swap = (a: string, b: string) => (id: string) => (id === a ? b : id);

describe('renaming an id', () => {
  it('stands on decisions that hold before it', () => {
    const { groups, problems } = readAs(files);
    const reviews = new Map(groups.map(([key, , , review]) => [key, review]));
    assert.deepEqual(reviews.get('bridge|opened'), ['accepted', false, false]);
    assert.deepEqual(reviews.get('town|keeper'), ['explained', false, false]);
    assert.deepEqual(reviews.get('town|keepers'), ['explained', false, false]);
    assert.deepEqual(reviews.get('town|toll|payer=bridge|where=bridge'), ['dismissed', false, false]);
    assert.deepEqual(problems, ['yaml/missing-key', 'yaml/missing-key', 'yaml/missing-key']);
  });
  it('leaves the case as it was, up to the new id', () => {
    for (const id of ['bridge', 'town', 'mayor', 'crossing']) {
      assert.deepEqual(readAs(after(files, rename(id, 'zebra-2'))), readAs(files, swap(id, 'zebra-2')));
    }
  });
  it('changes ids alone: not words that are spelt alike, nor comments', () => {
    const renamed = after(files, rename('bridge', 'span'));
    for (const [path, content] of Object.entries(files)) assert.equal(renamed[path]!.replaceAll('span', 'bridge'), content, path);
    assert.ok(renamed['registry/places.yaml']!.includes('      description: bridge\n'.slice(2)));
    assert.ok(renamed['annotations/a.yaml']!.includes('key: {where: span, payer: bridge}'));
    assert.ok(renamed['annotations/a.yaml']!.includes('  note: bridge\n'));
    assert.ok(renamed['annotations/a.yaml']!.includes('not: span # never'));
    assert.equal(renamed['corroborate.yaml'], files['corroborate.yaml']);
  });
  it('reaches entries that are incomplete', () => {
    assert.ok(after(files, rename('bridge', 'span'))['annotations/a.yaml']!.includes('- {subject: span, property: opened}'));
  });
  it('there and back restores every byte; quotes that an id needed stay', () => {
    fc.assert(
      fc.property(fc.constantFrom('bridge', 'town', 'mayor', 'crossing'), newId, (id, other) => {
        const there = after(files, rename(id, other));
        const back = after(there, rename(other, id, there));
        if (!needsQuotes(other)) return assert.deepEqual(back, files);
        const bare = (on: CaseFiles) => Object.entries(on).map(([path, content]) => [path, content.replaceAll(`"${id}"`, id)]);
        assert.deepEqual(bare(back), bare(files));
        assert.notDeepEqual(back, files);
      }),
    );
  });
  it('keeps quotes, and puts them where another reader of YAML would see no text', () => {
    const renamed = after(files, rename('town', 'no'));
    assert.ok(renamed['registry/places.yaml']!.includes('"no": {type: city'));
    assert.ok(renamed['registry/places.yaml']!.includes('value: "no"}'));
    assert.ok(renamed['annotations/b.yaml']!.includes('subject: "no", property: keeper'));
    assert.deepEqual(readAs(renamed), readAs(files, swap('town', 'no')));
  });
  it('is refused with the reason and the way out', () => {
    assert.equal(refusal(rename('bridge', 'town')), '“town” is the id of Riverton already. Choose another id, or merge the two.');
    assert.equal(refusal(rename('bridge', 'crossing')), '“crossing” is a former id of “bridge” already. Choose another id.');
    assert.equal(refusal(rename('bridge', 'Bridge')), '“Bridge” is not an id: use a-z, 0-9 and "-", beginning with a letter.');
    for (const word of ['none', 'unknown', 'registry']) assert.match(refusal(rename('bridge', word)), /reserved/);
    assert.match(refusal(rename('bridge', 'bridge')), /its id already/);
    assert.match(refusal(rename('nobody', 'somebody')), /Nothing in this case is named “nobody”/);
  });
  it('is refused whole while a file has a syntax error, which is named', () => {
    const broken = { ...files, 'annotations/b.yaml': `${files['annotations/b.yaml']}  - {subject: town\n` };
    assert.match(refusal(rename('bridge', 'span', broken)), /^annotations\/b\.yaml has an error on line \d+: .*Mend it first\.$/);
  });
  it('is refused where two decisions would become one', () => {
    const reviews = `${files['reviews.yaml']}  span|opened: {status: open}\n`;
    assert.match(refusal(rename('bridge', 'span', { ...files, 'reviews.yaml': reviews })), /reviews\.yaml has a decision on “span\|opened” already/);
  });
  it('follows an id that is declared twice, or nowhere', () => {
    const twice = { ...files, 'registry/more.yaml': 'entities:\n  bridge: {name: Another}\n' };
    assert.equal(after(twice, rename('bridge', 'span', twice))['registry/more.yaml'], 'entities:\n  span: {name: Another}\n');
    const nowhere = { ...files, 'annotations/b.yaml': 'source: sources/b.txt\nmentions:\n  - {quote: Riverton, entity: twon}\n' };
    assert.ok(after(nowhere, rename('twon', 'thorn', nowhere))['annotations/b.yaml']!.includes('entity: thorn'));
  });
});

describe('renaming an id among YAML anchors', () => {
  const anchored = (registry: string, notes = ''): CaseFiles => ({
    'corroborate.yaml': '{}\n',
    'registry/a.yaml': registry,
    ...(notes && { 'annotations/a.yaml': notes }),
    'sources/a.txt': 'Nothing.\n',
  });
  it('changes the anchor alone where aliases mean the same', () => {
    const notes = 'source: sources/a.txt\nmentions:\n  - {quote: x, entity: &b bridge}\n  - {quote: y, entity: *b }\n';
    const renamed = after(anchored('entities:\n  bridge: {name: Bridge}\n', notes), rename('bridge', 'span', anchored('entities:\n  bridge: {name: Bridge}\n', notes)));
    assert.equal(renamed['annotations/a.yaml'], notes.replace('&b bridge', '&b span'));
  });
  it('writes an alias out where it means something else', () => {
    const registry = 'entities:\n  &b bridge:\n    name: *b\n  other:\n    name: &n bridge\n    partOf: [*n]\n';
    const on = anchored(registry);
    assert.equal(
      after(on, rename('bridge', 'span', on))['registry/a.yaml'],
      'entities:\n  &b span:\n    name: bridge\n  other:\n    name: &n bridge\n    partOf: [span]\n',
    );
  });
  it('changes what is merged in once', () => {
    const notes = 'source: sources/a.txt\nclaims:\n  - &c {subject: bridge, property: opened, value: 1901, quote: Nothing}\n  - {<<: *c, value: 1902}\n';
    const on = anchored('entities:\n  bridge: {name: Bridge}\n', notes);
    assert.equal(after(on, rename('bridge', 'span', on))['annotations/a.yaml'], notes.replace('subject: bridge', 'subject: span'));
  });
});

describe('renaming a property', () => {
  it('follows claims, facts, separators, kin and the keys of decisions', () => {
    for (const id of ['where', 'payer', 'toll', 'keeper', 'keepers']) {
      const renamed = after(files, rename(id, 'a-zone', files, 'property'));
      assert.deepEqual(readAs(renamed), readAs(files, swap(id, 'a-zone')), id);
      assert.deepEqual(after(renamed, rename('a-zone', id, renamed, 'property')), files);
    }
  });
  it('is refused for built-in ones, of either side', () => {
    assert.match(refusal(rename('owner', 'begun', files, 'property')), /built-in/);
    assert.match(refusal(rename('keeper', 'born', files, 'property')), /built-in/);
    assert.match(refusal(rename('keeper', 'toll', files, 'property')), /“toll” already/);
  });
});
