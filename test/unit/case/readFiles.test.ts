import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Reading } from '../../../src/core/case/entries';
import { readAnnotationFile } from '../../../src/core/case/readAnnotationFile';
import { defaultManifest, readManifest } from '../../../src/core/case/readManifest';
import { readRegistryFile } from '../../../src/core/case/readRegistryFile';
import { readReviewsFile } from '../../../src/core/case/readReviewsFile';
import { createYamlCache } from '../../../src/core/case/yamlCache';

/** Problems as `code "the text they stand on": message`. */
function told(text: string, reading: Reading<unknown>): readonly string[] {
  return reading.problems.map((p) => `${p.code} ${JSON.stringify(text.slice(p.span.start, p.span.end))}: ${p.message}`);
}

const texts = (scalars: readonly { readonly text: string }[] | undefined) => scalars?.map((scalar) => scalar.text);

describe('reading a manifest', () => {
  it('fills in the defaults', () => {
    for (const text of ['', '# nothing yet\n', 'include:\nsources:\n']) {
      assert.deepEqual(readManifest(text), { data: defaultManifest, problems: [] });
    }
  });

  it('reads patterns, severities and facts about sources', () => {
    const { data, problems } = readManifest(
      'include: [a/*.txt]\nreviews: r.yaml\nseverity: {mention/unlinked: off}\nsources:\n  a/b.txt: {title: T, published: 2015-01/2015-03-01, origin: wire, hemisphere: south}\n  a/c.txt: {published: 1992}\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([texts(data.include), data.reviews.text, data.severity.get('mention/unlinked')?.text], [['a/*.txt'], 'r.yaml', 'off']);
    assert.equal(data.registry, defaultManifest.registry);
    const source = data.sources.get('a/b.txt');
    assert.deepEqual([source?.id.text, source?.title?.text, source?.published?.text, source?.origin?.text, source?.hemisphere?.text], [
      'a/b.txt', 'T', '2015-01/2015-03-01', 'wire', 'south',
    ]);
    assert.equal(data.sources.get('a/c.txt')?.published?.text, '1992');
  });

  it('tells each mistake in its place, with the way out', () => {
    const text = 'include: sources/*.txt\nsource: {}\nseverity: {mention/unlinkt: off, mention/unlinked: information}\nsources:\n  a.txt: {published: 2015-13, titles: T, publisher: P}\n  b.txt: [x]\n  c.txt:\n';
    const reading = readManifest(text);
    assert.deepEqual(told(text, reading), [
      'yaml/wrong-type "sources/*.txt": "include" must be a list, but is text',
      'yaml/unknown-key "source": unknown key "source" — did you mean "sources"?',
      'manifest/unknown-code "mention/unlinkt": unknown diagnostic code "mention/unlinkt" — did you mean "mention/unlinked"?',
      'yaml/wrong-type "information": "mention/unlinked" must be error, warning, info, hint or off — did you mean "info"?',
      'manifest/invalid-date "2015-13": "2015-13" is not a date in EDTF — write it like 2007, 2007-05, 2007-05-17 or 2007-03/2007-05',
      'yaml/unknown-key "titles": unknown key "titles" — did you mean "title"?',
      'yaml/wrong-type "[x]": "b.txt" must be "key: value" pairs, but is a list',
    ]);
    assert.equal(reading.data.include, defaultManifest.include);
    assert.equal(reading.data.severity.size, 0);
    assert.equal(reading.data.sources.get('a.txt')?.published, undefined);
    assert.equal(reading.data.sources.get('a.txt')?.publisher?.text, 'P');
  });

  it('that is a list or text is told once and means the defaults', () => {
    for (const text of ['- a\n', 'just text\n']) {
      const reading = readManifest(text);
      assert.deepEqual(reading.problems.map((p) => p.code), ['yaml/wrong-type']);
      assert.deepEqual(reading.data, defaultManifest);
    }
  });
});

describe('reading a registry file', () => {
  it('reads entities, narrowed aliases, facts, redirects and properties', () => {
    const text = `entities:
  nazarbayev:
    type: person
    name: Nursultan Nazarbayev
    aliases: [N. Nazarbaev, {text: the President, in: [sources/a.txt], valid: 1991/2019}, 1984]
    sameAs: [wikidata:Q40838]
    facts:
      - {property: born, value: 1940-07-06, reference: "https://example.org"}
      - {property: parties, value: [a, b], key: {year: 1999}, polarity: negative}
  nazarbaev: {redirect: nazarbayev}
properties:
  member-count: {value: quantity, unit: country, hierarchical: false, cues: [members]}
`;
    const { data, problems } = readRegistryFile(text);
    assert.deepEqual(problems, []);
    const [entity, redirect] = data.entities;
    assert.equal(text.slice(entity?.id.span.start, entity?.id.span.end), 'nazarbayev');
    assert.ok(text.slice(entity?.span.start, entity?.span.end).endsWith('polarity: negative}'));
    assert.deepEqual(entity?.aliases.map((a) => [a.text.text, texts(a.in), a.valid?.text]), [
      ['N. Nazarbaev', [], undefined],
      ['the President', ['sources/a.txt'], '1991/2019'],
      ['1984', [], undefined],
    ]);
    const [born, parties] = entity?.facts ?? [];
    assert.deepEqual([born?.subject, born?.property.text, born?.value], [
      entity?.id,
      'born',
      { text: '1940-07-06', span: { start: text.indexOf('1940'), end: text.indexOf('1940') + 10 } },
    ]);
    assert.deepEqual([Array.isArray(parties?.value) && texts(parties.value), parties?.key.get('year')?.text], [['a', 'b'], '1999']);
    assert.equal(redirect?.redirect?.text, 'nazarbayev');
    assert.deepEqual([data.properties[0]?.unit?.text, data.properties[0]?.kin, texts(data.properties[0]?.cues)], ['country', undefined, ['members']]);
  });

  it('leaves out what is wrong, tells it in its place, and keeps the rest', () => {
    const text = `entities:
  a: {type: [x], name: A}
  b: {name: B, aliasses: [x], aliases: [[q], {tex: 1}, ok, ~]}
  Foo Bar: {name: x}
  none: {name: n}
  c:
  d: 5
  f: {type: person}
  g: {name: G, facts: [{property: p}, {property: p, value: [1, {a: b}]}, {property: p, value: 3, polarity: neg}]}
  __proto__: {name: P}
  h: {name: H, constructor: x}
  h: {name: H2}
properties:
  p: {value: dates, hierarchical: yes, cardinality: [one]}
`;
    const reading = readRegistryFile(text);
    const invalidId = 'is not an id: use a-z, 0-9 and "-", beginning with a letter — for example';
    assert.deepEqual(told(text, reading), [
      'yaml/wrong-type "[x]": "type" must be text, but is a list',
      'yaml/unknown-key "aliasses": unknown key "aliasses" — did you mean "aliases"?',
      'yaml/wrong-type "[q]": an item of "aliases" must be text or "key: value" pairs, but is a list',
      'yaml/missing-key "tex": the key "text" is missing',
      'yaml/unknown-key "tex": unknown key "tex" — did you mean "text"?',
      'yaml/wrong-type "~": an item of "aliases" must be text or "key: value" pairs, but is empty',
      `registry/invalid-id "Foo Bar": "Foo Bar" ${invalidId} "foo-bar"`,
      'registry/invalid-id "none": "none" is reserved — choose another id',
      'yaml/wrong-type "": "c" must be "key: value" pairs, but is empty',
      'yaml/wrong-type "5": "d" must be "key: value" pairs, but is text',
      'yaml/missing-key "f": "f" has no name — add "name", or "redirect" if it was merged into another entity',
      'yaml/missing-key "property": the key "value" is missing',
      'yaml/wrong-type "{a: b}": an item of "value" must be text, but is "key: value" pairs',
      'yaml/wrong-type "neg": "polarity" must be positive or negative — did you mean "negative"?',
      `registry/invalid-id "__proto__": "__proto__" ${invalidId} "proto"`,
      'yaml/unknown-key "constructor": unknown key "constructor" — known here: type, name, aliases, description, sameAs, partOf, facts, redirect',
      'yaml/duplicate-key "h": duplicate key "h": the first one counts',
      'yaml/wrong-type "dates": "value" must be date, period, quantity, entity, text or boolean — did you mean "date"?',
      'yaml/wrong-type "yes": "hierarchical" must be true or false',
      'yaml/wrong-type "[one]": "cardinality" must be one, many or closed-list, but is a list',
    ]);
    assert.deepEqual(texts(reading.data.entities.map((entity) => entity.id)), ['a', 'b', 'f', 'g', 'h']);
    assert.deepEqual(reading.data.entities[1]?.aliases.map((alias) => alias.text.text), ['ok']);
    assert.deepEqual(reading.data.entities[3]?.facts.map((fact) => [fact.value, fact.polarity]).length, 1);
    assert.equal(reading.data.properties[0]?.value, undefined);
  });

  it('reads an alias list of 5,000 and an alias of one letter', () => {
    const text = `entities:\n  a: {name: A, aliases: [${Array.from({ length: 5000 }, (_, i) => `n${i}`).join(', ')}]}\n  b: {name: B, aliases: [x]}\n`;
    const { data, problems } = readRegistryFile(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(data.entities.map((entity) => entity.aliases.length), [5000, 1]);
  });

  it('gives the same with a cache over edits as without, and the same objects for what did not change or move', () => {
    const edit = fc.tuple(fc.nat(200), fc.nat(3), fc.constantFrom('x', '\n', ':', ' ', '[', '"', '{', ''));
    const text = 'entities:\n  a: {name: A, aliases: [x, {text: y, in: [z]}]}\n  b:\n    name: B\n    facts:\n      - {property: p, value: 1}\n  c: {nam: C}\nproperties:\n  p: {value: date}\n';
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const cache = createYamlCache();
        let current = text;
        for (const [at, removed, inserted] of edits) {
          readRegistryFile(current, cache);
          current = current.slice(0, at) + inserted + current.slice(at + removed);
          assert.deepEqual(readRegistryFile(current, cache), readRegistryFile(current));
        }
      }),
    );
    const cache = createYamlCache();
    const before = readRegistryFile(text, cache).data.entities;
    const after = readRegistryFile(text.replace('name: B', 'name: Be'), cache).data.entities;
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
  });
});

describe('reading an annotation file', () => {
  it('reads mentions, claims and refused suggestions', () => {
    const text = `source: sources/a.txt
mentions:
  - {quote: the country, prefix: "after ", entity: kazakhstan, every: true}
  - {quote: Jordan, not: jordan-country}
  - {quote: Black Friday, entity: none}
claims:
  - subject: un
    property: member-count
    value: almost 200
    quote: "almost 200 member countries"
    modality: planned
    key: {year: 2007}
dismissed:
  - {subject: un, property: founded, value: 1945, quote: since 1945}
`;
    const { data, problems } = readAnnotationFile(text);
    assert.deepEqual(problems, []);
    assert.equal(data.source?.text, 'sources/a.txt');
    assert.deepEqual(data.mentions.map((m) => [m.quote.text, m.prefix?.text, m.entity?.text, m.not?.text, m.every]), [
      ['the country', 'after ', 'kazakhstan', undefined, true],
      ['Jordan', undefined, undefined, 'jordan-country', false],
      ['Black Friday', undefined, 'none', undefined, false],
    ]);
    const [claim] = data.claims;
    assert.deepEqual([claim?.subject.text, claim?.quote?.text, claim?.modality?.text, claim?.key.get('year')?.text], [
      'un', 'almost 200 member countries', 'planned', '2007',
    ]);
    assert.ok(text.slice(claim?.span.start, claim?.span.end).startsWith('subject: un'));
    assert.deepEqual(data.dismissed.map((c) => c.property.text), ['founded']);
  });

  it('tells what is missing and keeps the rest', () => {
    const text = 'mentions:\n  - {entity: a}\n  - {quote: q}\n  - x\n  - {quote: q, entity: a}\nclaims:\n  - {subject: s, property: p, value: , quote: q}\n  - {subject: s, property: p, value: 1, quote: q, modality: plan}\ndismissed: x\n';
    const reading = readAnnotationFile(text);
    assert.deepEqual(told(text, reading), [
      'yaml/missing-key "mentions": the key "source" is missing: the path of the article, such as sources/article.txt',
      'yaml/missing-key "entity": the key "quote" is missing',
      'yaml/missing-key "quote": this mention says nothing — add "entity" (an id, or none) or "not"',
      'yaml/wrong-type "x": a mention must be "key: value" pairs, but is text',
      'yaml/missing-key "value": "value" has no value',
      'yaml/wrong-type "plan": "modality" must be asserted, planned or possible — did you mean "planned"?',
      'yaml/wrong-type "x": "dismissed" must be a list, but is text',
    ]);
    assert.deepEqual([reading.data.mentions.length, reading.data.claims.length], [1, 1]);
  });

  it('that is empty says nothing', () => {
    assert.deepEqual(readAnnotationFile(''), { data: { source: undefined, mentions: [], claims: [], dismissed: [] }, problems: [] });
  });
});

describe('reading the reviews', () => {
  it('reads decisions with what was seen', () => {
    const text = `reviews:
  landlocked-2003|date|year=19%3D3:
    status: accepted
    wrong: [sources/b.txt]
    by: A. Person
    at: 2026-11-21T10:00:00Z
    seen: {verdict: conflict, claims: [{source: sources/b.txt, value: 2003-01, polarity: positive, modality: asserted, valid: ~}]}
    history: [{status: open}]
  other|date: {status: done}
`;
    const reading = readReviewsFile(text);
    assert.deepEqual(told(text, reading), ['yaml/wrong-type "done": "status" must be open, explained, accepted or dismissed']);
    const [review] = reading.data.reviews;
    assert.equal(reading.data.reviews.length, 1);
    assert.deepEqual([review?.key.text, review?.status, texts(review?.wrong), review?.at?.text], [
      'landlocked-2003|date|year=19%3D3', 'accepted', ['sources/b.txt'], '2026-11-21T10:00:00Z',
    ]);
    assert.deepEqual(review?.seen, {
      verdict: 'conflict',
      claims: [{ source: 'sources/b.txt', value: '2003-01', polarity: 'positive', modality: 'asserted', valid: null }],
    });
  });
});

describe('a case annotated by hand', () => {
  const folder = '/work/shared/case';

  it('reads without a problem', function () {
    if (!existsSync(folder)) {
      console.log(`      ${folder} is not on this machine`);
      this.skip();
    }
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const manifest = readManifest(read('corroborate.yaml'));
    const registry = readRegistryFile(read('registry/entities.yaml'));
    const annotations = readdirSync(join(folder, 'annotations')).map((name) => readAnnotationFile(read(`annotations/${name}`)));
    assert.deepEqual([manifest, registry, ...annotations].flatMap((reading) => reading.problems), []);
    assert.equal(annotations.reduce((count, { data }) => count + data.claims.length, 0), 27);
  });
});
