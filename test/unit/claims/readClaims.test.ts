import assert from 'node:assert/strict';
import { createAnchorIndex } from '../../../src/core/anchors/anchorIndex';
import type { ClaimEntry, EntityEntry, PropertyEntry, Scalar } from '../../../src/core/case/entries';
import type { ClaimContext } from '../../../src/core/claims/readClaims';
import { readClaims, readFacts } from '../../../src/core/claims/readClaims';
import type { Mention } from '../../../src/core/mentions/mention';
import { buildRegistry } from '../../../src/core/registry/buildRegistry';
import { createText } from '../../../src/core/text/text';

const source = 'sources/a.txt';
const path = 'annotations/a.yaml';

let place = 0;
function scalar(text: string): Scalar {
  place += 100;
  return { text, span: { start: place, end: place + text.length } };
}

function entry(parts: { subject?: string; property?: string; value?: string | string[] } & Partial<Omit<ClaimEntry, 'subject' | 'property' | 'value'>>): ClaimEntry {
  const { subject = 'kazakhstan', property = 'date', value = '1992', ...others } = parts;
  return {
    span: { start: 0, end: 1 },
    subject: scalar(subject),
    property: scalar(property),
    value: typeof value === 'string' ? scalar(value) : value.map(scalar),
    key: new Map(),
    ...others,
  };
}

function entity(id: string, parts: Partial<EntityEntry> = {}): EntityEntry {
  return { id: scalar(id), span: { start: 0, end: 1 }, name: scalar(id), aliases: [], sameAs: [], partOf: [], facts: [], ...parts };
}

function declared(id: string, parts: Record<string, string | string[]>): PropertyEntry {
  const scalars = Object.entries(parts).map(([name, value]) => [name, typeof value === 'string' ? scalar(value) : value.map(scalar)]);
  return { id: scalar(id), span: { start: 0, end: 1 }, ...Object.fromEntries(scalars) };
}

const entities = [
  entity('kazakhstan'),
  entity('nazarbayev', { facts: [entry({ subject: 'nazarbayev', property: 'born', value: '1940-07-06' })] }),
  entity('nazarbaev', { redirect: scalar('nazarbayev') }),
  entity('vote-2006'),
];
const properties = [
  declared('votes-for', { value: 'quantity', unit: 'country', separators: ['election', 'round'] }),
  declared('members', { value: 'entity', cardinality: 'closed-list' }),
  declared('round', { value: 'quantity' }),
];
const { registry } = buildRegistry([{ path: 'registry/a.yaml', data: { entities, properties } }]);

function read(claim: ClaimEntry, context: Partial<ClaimContext> = {}) {
  const data = { mentions: [], claims: [claim], dismissed: [] };
  const { claims, problems } = readClaims(
    { path, data },
    { registry, source, anchors: null, published: '2015-01/2015-03-01', origin: null, mentions: [], ...context },
  );
  return { claim: claims[0]!, problems, told: problems.map(({ code, span }) => [code, span]) };
}

function times(parts: Parameters<typeof entry>[0], published: string | null = '2015'): (string | null)[] {
  const { asOf, valid } = read(entry(parts), { published }).claim;
  return [asOf, valid];
}

function key(election: string, round: string): [string, string][] {
  const written = new Map([['election', scalar(election)], ['round', scalar(round)]]);
  return [...read(entry({ property: 'votes-for', value: '187', key: written })).claim.key];
}

function president(quote: string): ClaimEntry {
  return entry({ property: 'president', value: 'nazarbayev', quote: scalar(quote) });
}

describe('claims of an annotation file', () => {
  it('are typed, with their defaults', () => {
    const { claim, problems } = read(entry({ value: '1992-03-02' }), { origin: 'reuters' });
    assert.deepEqual(problems, []);
    assert.equal(claim.value.kind, 'date');
    const { source: from, file, subject, polarity, modality, speaker, origin, state, unjudged } = claim;
    assert.deepEqual([from, file, subject, polarity, modality, speaker, origin, state, unjudged], [
      source, path, 'kazakhstan', 'positive', 'asserted', null, 'reuters', 'confirmed', null,
    ]);
  });

  it('are valid when said, else as of when said, else at the article’s date', () => {
    assert.deepEqual(times({}), ['2015', '2015']);
    assert.deepEqual(times({}, null), [null, null]);
    assert.deepEqual(times({}, 'someday'), [null, null]);
    assert.deepEqual(times({ asOf: scalar('2006-11-02') }), ['2006-11-02', '2006-11-02']);
    assert.deepEqual(times({ valid: scalar('1991/2019') }), ['2015', '1991/2019']);
  });

  it('with a time that is no EDTF are told, and have none', () => {
    const asOf = scalar('last year');
    const { claim, told } = read(entry({ asOf }));
    assert.deepEqual([claim.asOf, claim.valid, told], [null, null, [['claim/invalid-date', asOf.span]]]);
  });

  it('follow redirects in subject, value, speaker and separators', () => {
    const speaker = scalar('nazarbaev');
    const { claim, problems } = read(entry({ subject: 'nazarbaev', property: 'president', value: 'nazarbaev', speaker }));
    assert.deepEqual(problems, []);
    assert.deepEqual([claim.subject, claim.value, claim.speaker], ['nazarbayev', { kind: 'entity', id: 'nazarbayev' }, 'nazarbayev']);
    assert.equal(read(entry({ speaker: scalar(' a spokesman ') })).claim.speaker, 'a spokesman');
  });

  it('about an unknown entity are told with the nearest, and unjudged', () => {
    const wrong = entry({ subject: 'kazakstan' });
    const { claim, problems } = read(wrong);
    assert.deepEqual(problems, [
      {
        code: 'reference/unknown-entity',
        span: wrong.subject.span,
        message: 'unknown entity "kazakstan" — did you mean "kazakhstan"?',
        data: { replacement: 'kazakhstan' },
      },
    ]);
    assert.deepEqual([claim.subject, claim.unjudged], ['kazakstan', 'unknown-entity']);
  });

  it('with an unknown entity as value are told on it, in lists too', () => {
    const one = entry({ property: 'president', value: 'nazarbajev' });
    assert.deepEqual([read(one).told, read(one).claim.unjudged], [[['reference/unknown-entity', (one.value as Scalar).span]], 'unknown-entity']);
    const list = entry({ property: 'members', value: ['kazakhstan', 'atlantis'] });
    assert.deepEqual([read(list).told, read(list).claim.unjudged], [[['reference/unknown-entity', (list.value as Scalar[])[1]!.span]], 'unknown-entity']);
    assert.deepEqual(read(entry({ property: 'president', value: 'unknown' })).told, []);
    assert.deepEqual(read(entry({ property: 'president', value: 'none' })).told, []);
  });

  it('with an undeclared property are told, and unjudged', () => {
    const wrong = entry({ property: 'foundd' });
    const { claim, problems } = read(wrong);
    assert.deepEqual(problems.map(({ code, span, message }) => [code, span, message]), [
      ['reference/unknown-property', wrong.property.span, 'unknown property "foundd" — did you mean "founded"?'],
    ]);
    assert.equal(claim.unjudged, 'undeclared-property');
    assert.equal(read(entry({ property: '__proto__' })).claim.unjudged, 'undeclared-property');
  });

  it('with a value that cannot be read are told on it, and unjudged', () => {
    const wrong = entry({ value: 'Tuesday-ish' });
    const { claim, told } = read(wrong);
    assert.deepEqual([told, claim.unjudged], [[['claim/invalid-value', (wrong.value as Scalar).span]], 'unreadable-value']);
  });

  it('that lack a separator are told, and unjudged', () => {
    const lacking = entry({ property: 'votes-for', value: '187', key: new Map([['election', scalar('vote-2006')]]) });
    const { claim, problems } = read(lacking);
    assert.deepEqual(problems.map(({ code, span }) => [code, span]), [['claim/missing-separator', lacking.property.span]]);
    assert.match(problems[0]!.message, /key: \{round: …\}/u);
    assert.deepEqual([[...claim.key], claim.unjudged], [[['election', 'vote-2006']], 'missing-separator']);
  });

  it('have separators normalised: entities, typed values, else words as written', () => {
    assert.deepEqual(key('vote-2006', '1')[0], ['election', 'vote-2006']);
    assert.deepEqual(key('nazarbaev', '1')[0], ['election', 'nazarbayev']);
    assert.deepEqual(key('some vote', '1'), key('some vote', '1.0'));
    assert.notDeepEqual(key('some vote', '1'), key('some vote', '2'));
  });

  it('with a key that separates nothing are told', () => {
    const stray = scalar('vote-2006');
    const { claim, problems } = read(entry({ key: new Map([['elecion', stray]]) }));
    assert.deepEqual([problems.map(({ code, span }) => [code, span]), claim.unjudged, claim.key.size], [[['yaml/unknown-key', stray.span]], null, 0]);
  });

  describe('and their quotes', () => {
    const text = createText('The head of state, N. Nazarbaev, spoke.\nHe spoke again. He spoke again.\n');
    const anchors = createAnchorIndex(text);
    const start = text.content.indexOf('N. N');
    const mention: Mention = {
      source,
      span: { start, end: start + 12 },
      text: 'N. Nazarbaev',
      entity: 'nazarbayev',
      candidates: ['nazarbayev'],
      alias: 'N. Nazarbaev',
      rule: 'alias',
      suppressed: [],
      by: null,
    };
    it('are found in the article, with the words for the value', () => {
      const { claim, problems } = read(president('head of state, N. Nazarbaev, spoke'), { anchors, mentions: [mention] });
      assert.deepEqual([problems, claim.anchor, claim.surface], [[], { state: 'exact', span: { start: 4, end: 38 } }, 'N. Nazarbaev']);
    });
    it('have no words for a value that is mentioned elsewhere', () => {
      assert.equal(read(president('The head of state'), { anchors, mentions: [mention] }).claim.surface, null);
    });
    it('are told where they are ambiguous or lost, and the claim is still judged', () => {
      for (const [quote, code] of [['He spoke again.', 'anchor/ambiguous'], ['Nothing of the kind was ever written here', 'anchor/lost']] as const) {
        const wrong = president(quote);
        const { claim, told } = read(wrong, { anchors });
        assert.deepEqual([told, claim.unjudged, claim.surface], [[[code, wrong.quote!.span]], null, null]);
      }
    });
    it('are not looked for in an article that is gone', () => {
      const { claim, problems } = read(president('anything'), { anchors: null });
      assert.deepEqual([claim.anchor, problems], [null, []]);
    });
  });

  it('do not take one another down', () => {
    const claims = [entry({ subject: 'nobody' }), entry({ value: '1992' })];
    const { claims: all } = readClaims(
      { path, data: { mentions: [], claims, dismissed: [entry({})] } },
      { registry, source, anchors: null, published: null, origin: null, mentions: [] },
    );
    assert.deepEqual(all.map(({ unjudged }) => unjudged), ['unknown-entity', null]);
  });
});

describe('facts of the registry', () => {
  it('are claims of the source "registry" whose time is unknown unless said', () => {
    const { claims, problems } = readFacts(registry);
    assert.deepEqual(problems, []);
    assert.deepEqual(claims.map(({ source: from, file, subject, property, asOf, valid, anchor, origin }) => [from, file, subject, property, asOf, valid, anchor, origin]), [
      ['registry', 'registry/a.yaml', 'nazarbayev', 'born', null, null, null, null],
    ]);
  });
  it('have their problems told in their file', () => {
    const wrong = entry({ subject: 'x', property: 'born', value: 'long ago' });
    const built = buildRegistry([{ path: 'registry/b.yaml', data: { entities: [entity('x', { facts: [wrong] })], properties: [] } }]);
    assert.deepEqual(readFacts(built.registry).problems.map(({ file, code, span }) => [file, code, span]), [
      ['registry/b.yaml', 'claim/invalid-value', (wrong.value as Scalar).span],
    ]);
  });
});
