import assert from 'node:assert/strict';
import { bridgeCase, invoke, invokeJson, temporaryFolders } from './invoke';

interface ClaimJson {
  readonly source: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
}

describe('what the command line writes', () => {
  const folderOf = temporaryFolders();

  it('mentions: the names with their entities, and what links to nothing', async () => {
    const folder = folderOf({
      ...bridgeCase,
      'registry/more.yaml': 'entities:\n  ada: {type: person, name: Ada Quillfeather, aliases: [the first]}\n  review: {type: work, name: Review, aliases: [the first]}\n',
      'sources/c.txt': 'Some say the first came late.\n',
    });
    assert.deepEqual(await invokeJson(folder, 'mentions', '--source', 'sources/a.txt', '--source', 'sources/c.txt'), {
      version: 1,
      mentions: [
        { source: 'sources/a.txt', start: 4, end: 14, text: 'Old Bridge', entity: 'bridge', candidates: ['bridge'], alias: 'Old Bridge', rule: 'alias' },
        { source: 'sources/a.txt', start: 24, end: 26, text: 'Ob', entity: 'river', candidates: ['river'], alias: 'Ob', rule: 'alias' },
        { source: 'sources/a.txt', start: 44, end: 60, text: 'Ada Quillfeather', entity: 'ada', candidates: ['ada'], alias: 'Ada Quillfeather', rule: 'alias' },
        { source: 'sources/c.txt', start: 9, end: 18, text: 'the first', entity: null, candidates: ['ada', 'review'], alias: 'the first', rule: 'ambiguous' },
      ],
      unlinked: [],
    });
    const { mentions, unlinked } = await invokeJson<Record<string, unknown[]>>(folderOf(bridgeCase), 'mentions');
    assert.equal(mentions?.length, 3);
    assert.deepEqual(unlinked, [
      { source: 'sources/a.txt', start: 44, end: 60, text: 'Ada Quillfeather', type: 'person', variants: [] },
    ]);
    const text = await invoke(folder, 'mentions', '--source', 'sources/c.txt');
    assert.equal(text.out, 'sources/c.txt:1:10  the first  →  ada or review (ambiguous)\n');
  });

  it('claims: those of the sources in the manifest’s order, then the registry’s facts', async () => {
    const { claims } = await invokeJson<{ claims: ClaimJson[] }>(folderOf(bridgeCase), 'claims');
    assert.deepEqual(claims[0], {
      source: 'sources/b.txt',
      start: 20,
      end: 34,
      quote: 'opened in 1907',
      anchor: 'exact',
      subject: 'bridge',
      property: 'opened',
      value: '1907',
      normalised: '1907',
      key: {},
      origin: null,
      state: 'confirmed',
      polarity: 'positive',
      modality: 'asserted',
      speaker: null,
      asOf: '2015',
      valid: '2015',
    });
    assert.deepEqual(claims.map(({ source }) => source), ['sources/b.txt', 'sources/a.txt', 'registry']);
    assert.deepEqual(claims[2], {
      source: 'registry',
      file: 'registry/all.yaml',
      start: null,
      end: null,
      quote: null,
      subject: 'bridge',
      property: 'opened',
      value: '1901-05',
      normalised: '1901-05',
      key: {},
      origin: null,
      state: 'confirmed',
      polarity: 'positive',
      modality: 'asserted',
      speaker: null,
      asOf: null,
      valid: null,
    });
  });

  it('claims: a lost quote has no place, and stays as written', async () => {
    const lost = 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: burnt down long ago}\n';
    const { claims } = await invokeJson<{ claims: ClaimJson[] }>(folderOf({ ...bridgeCase, 'annotations/b.yaml': lost }), 'claims', '--source', 'sources/b.txt');
    assert.deepEqual(claims.map(({ start, end, quote }) => ({ start, end, quote })), [{ start: null, end: null, quote: 'burnt down long ago' }]);
  });

  it('compare: groups and verdicts, worst first, in text and JSON', async () => {
    const more = [
      '  - {subject: river, property: place, value: bridge, quote: over the Ob}',
      '  - {subject: bridge, property: colour, value: red, quote: crossed it first}',
      '',
    ].join('\n');
    const folder = folderOf({ ...bridgeCase, 'annotations/a.yaml': bridgeCase['annotations/a.yaml'] + more });
    const { groups } = await invokeJson<{ groups: Record<string, unknown>[] }>(folder, 'compare');
    assert.deepEqual(
      groups.map(({ key, verdict, relation }) => [key, verdict, relation]),
      [
        ['bridge|opened', 'conflict', 'disjoint'],
        ['bridge|colour', 'unjudged', null],
        ['river|place', 'single', null],
      ],
    );
    assert.deepEqual(groups[0]?.['badges'], ['single-source']);
    assert.deepEqual(groups[0]?.['review'], { status: 'open' });
    const { out } = await invoke(folder, 'compare');
    assert.equal(
      out.split('\n').slice(0, 4).join('\n'),
      [
        'Conflict  Old Bridge, opened  [Single source]',
        '    The Herald: 1907  “opened in 1907”',
        '    The Review: 1901  “opened in 1901”',
        '    Registry: May 1901',
      ].join('\n'),
    );
    const narrowed = await invokeJson<{ groups: { key: string; claims: unknown[] }[] }>(folder, 'compare', '--source', 'sources/b.txt');
    assert.deepEqual(narrowed.groups.map(({ key, claims }) => [key, claims.length]), [['bridge|opened', 3]]);
  });

  it('nothing of a text can command a terminal or pass for another line', async () => {
    const name = '"Old\\e[31m\\nBridge:1:1\\u202e"';
    const folder = folderOf({ 'corroborate.yaml': `sources:\n  sources/b.txt: {title: ${name}}\n`, ...without('corroborate.yaml') });
    for (const command of ['check', 'compare']) {
      const { out } = await invoke(folder, command);
      assert.ok(out.includes('Old\\u001b[31m Bridge:1:1\\u202e'), out);
      assert.ok(!/[\p{Cc}\u202e]/u.test(out.replaceAll('\n', '')));
    }
  });

  it('an empty case is an answer too', async () => {
    const folder = folderOf({ 'corroborate.yaml': '' });
    assert.deepEqual(await invokeJson(folder, 'check'), { version: 1, diagnostics: [] });
    assert.deepEqual(await invokeJson(folder, 'mentions'), { version: 1, mentions: [], unlinked: [] });
    assert.deepEqual(await invokeJson(folder, 'claims'), { version: 1, claims: [] });
    assert.deepEqual(await invokeJson(folder, 'compare'), { version: 1, groups: [] });
    assert.deepEqual((await invoke(folder, 'check')).code, 0);
  });

  it('numbers, dates and separators are written as the contract has them', async () => {
    const folder = folderOf({
      'registry/all.yaml': [
        'entities:',
        '  un: {name: United Nations, type: organization}',
        '  vote: {name: the vote, type: event}',
        'properties:',
        '  members: {value: quantity, unit: country}',
        '  votes: {value: quantity, unit: country, separators: [election]}',
        '  term: {value: period}',
        '  seats: {cardinality: closed-list}',
        '',
      ].join('\n'),
      'sources/a.txt': 'Almost 200 members. It won 187 of 192. From 2007 on. Two seats.',
      'annotations/a.yaml': [
        'source: sources/a.txt',
        'claims:',
        '  - {subject: un, property: members, value: almost 200, quote: Almost 200 members}',
        '  - {subject: un, property: votes, value: 187 of 192, key: {election: vote}, modality: planned, polarity: negative, speaker: un, quote: It won 187 of 192}',
        '  - {subject: un, property: term, value: 2007/.., asOf: 2008, quote: From 2007 on}',
        '  - {subject: un, property: seats, value: [north, south], quote: Two seats}',
        '',
      ].join('\n'),
      'corroborate.yaml': 'sources:\n  sources/a.txt: {origin: wire}\n',
    });
    const { claims } = await invokeJson<{ claims: Record<string, unknown>[] }>(folder, 'claims');
    assert.deepEqual(claims.map(({ value, normalised }) => [value, normalised]), [
      ['almost 200', { number: 200, mode: 'almost', unit: 'country', of: null }],
      ['187 of 192', { number: 187, mode: 'exact', unit: 'country', of: 192 }],
      ['2007/..', '2007/..'],
      [['north', 'south'], ['north', 'south']],
    ]);
    const { key, origin, modality, polarity, speaker, asOf } = claims[1]!;
    assert.deepEqual({ key, origin, modality, polarity, speaker, asOf }, {
      key: { election: 'vote' },
      origin: 'wire',
      modality: 'planned',
      polarity: 'negative',
      speaker: 'un',
      asOf: null,
    });
    assert.deepEqual([claims[2]?.['asOf'], claims[2]?.['valid']], ['2008', '2008']);
  });
});

function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bridgeCase).filter(([file]) => file !== name));
}
