import assert from 'node:assert/strict';
import { assertSound, openCase } from './badCase';

describe('a bad registry', () => {
  it('with syntax errors tells them on the spot, and keeps the other entries', () => {
    const opened = openCase({ 'registry/bad.yaml': 'entities:\n  x: {name: Xerxes]\n  y: {name: a: b}\n  z: {name: Zenobia}\n  w: {name: "Wanda}\n' });
    assertSound(opened);
    const told = opened.told('registry/bad.yaml');
    assert.ok(told.length >= 3 && told.every((words) => words.includes('registry/bad.yaml')), told.join('\n'));
    assert.ok(told.some((words) => words.includes('yaml/syntax: the closing quotation mark is missing')), told.join('\n'));
    assert.ok(told.some((words) => words.includes('put a value with ": " in quotes')), told.join('\n'));
    assert.equal(opened.model.entity('z')?.name, 'Zenobia');
  });

  it('that breaks while it is typed in keeps its last good state, its error shown on it', () => {
    const { model } = openCase({});
    model.setContent('registry/all.yaml', 'entities:\n  bridge: {type: place, name: [\nproperties:\n  opened: {value: date}\n');
    assert.equal(model.entity('river')?.name, 'Ob');
    assert.deepEqual(model.groups().map(({ verdict }) => verdict), ['conflict']);
    assert.ok(model.registryFile('registry/all.yaml')?.problems.some(({ code }) => code === 'yaml/syntax'));
  });

  it('with an id twice keeps the first', () => {
    const opened = openCase({ 'registry/bad.yaml': 'entities:\n  bridge: {name: Another}\n  q: {name: Quentin}\n  q: {name: Quincy}\n' });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'registry/bad.yaml "bridge" registry/duplicate-id: entity "bridge" is already declared in registry/all.yaml; this one is ignored',
      'registry/bad.yaml "q" yaml/duplicate-key: duplicate key "q": the first one counts',
    ]);
    assert.equal(opened.model.entity('q')?.name, 'Quentin');
  });

  it('with wrong types tells each value, and keeps what is right', () => {
    const opened = openCase({
      'registry/bad.yaml': 'entities:\n  x: 5\n  z: {name: Zenobia, titel: Queen, aliases: Zed, partOf: {a: b}, type: [place]}\nproperties: [a]\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'registry/bad.yaml "5" yaml/wrong-type: "x" must be "key: value" pairs, but is text',
      'registry/bad.yaml "titel" yaml/unknown-key: unknown key "titel" — known here: type, name, aliases, description, sameAs, partOf, facts, redirect',
      'registry/bad.yaml "Zed" yaml/wrong-type: "aliases" must be a list, but is text',
      'registry/bad.yaml "{a: b}" yaml/wrong-type: "partOf" must be a list, but is "key: value" pairs',
      'registry/bad.yaml "[place]" yaml/wrong-type: "type" must be text, but is a list',
      'registry/bad.yaml "[a]" yaml/wrong-type: "properties" must be "key: value" pairs, but is a list',
    ]);
    assert.equal(opened.model.entity('z')?.name, 'Zenobia');
  });

  it('with aliases of one letter, or none, leaves them out', () => {
    const opened = openCase({ 'registry/bad.yaml': 'entities:\n  x: {name: Xerxes, aliases: [X, "", Great King]}\n', 'sources/c.txt': 'X was no Great King.' });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'registry/bad.yaml "X" registry/short-alias: alias "X" is one letter long and is ignored — write a longer one',
      'registry/bad.yaml "\\"\\"" registry/short-alias: alias "" is empty and is ignored — write a longer one',
    ]);
    assert.deepEqual(opened.model.mentions('sources/c.txt').mentions.map(({ text }) => text), ['Great King']);
  });

  it('with names and aliases without a letter or digit tells that they are never found', () => {
    const opened = openCase({ 'registry/bad.yaml': 'entities:\n  x: {name: Xerxes, aliases: ["—", "?!"]}\n  y: {name: "…"}\n  z: {name: "  "}\n' });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'registry/bad.yaml "\\"—\\"" registry/short-alias: alias "—" has no letter or digit and is ignored — write it as the articles do',
      'registry/bad.yaml "\\"?!\\"" registry/short-alias: alias "?!" has no letter or digit and is ignored — write it as the articles do',
      'registry/bad.yaml "\\"…\\"" registry/short-alias: name "…" has no letter or digit and is never found — write it as the articles do',
      'registry/bad.yaml "\\"  \\"" registry/short-alias: name "  " is empty and is never found — write it as the articles do',
    ]);
  });

  it('with 5,000 aliases of one entity simply works', () => {
    const aliases = Array.from({ length: 5000 }, (_, i) => `Bearer ${i}`);
    const opened = openCase({ 'registry/more.yaml': `entities:\n  x: {name: Xerxes, aliases: [${aliases.join(', ')}]}\n`, 'sources/c.txt': 'Bearer 4999 and Bearer 0 left.' });
    assertSound(opened);
    assert.deepEqual(opened.told(), []);
    assert.deepEqual(opened.model.mentionsOf('x').map(({ text }) => text), ['Bearer 4999', 'Bearer 0']);
  });

  it('with one alias of 1,000 entities stays readable', () => {
    const entities = Array.from({ length: 1000 }, (_, i) => `  e${i}: {name: Member Number ${i}, aliases: [The Chair]}\n`).join('');
    const opened = openCase({ 'registry/more.yaml': `entities:\n${entities}`, 'sources/c.txt': 'The Chair spoke. The Chair left.' });
    assertSound(opened);
    const ambiguous = opened.diagnostics.filter(({ code }) => code === 'mention/ambiguous');
    assert.equal(ambiguous.length, 1);
    assert.match(ambiguous[0]!.message, /^“The Chair” could be .* … .* Link it by hand in the annotation file\.$/);
    assert.ok(ambiguous[0]!.message.length < 1100 && ambiguous[0]!.related.length <= 100);
  });

  it('with circles of partOf and redirects tells them, and has none', () => {
    const opened = openCase({
      'registry/bad.yaml': [
        'entities:',
        '  n1: {name: Northland, partOf: [n2]}',
        '  n2: {name: Southland, partOf: [n1]}',
        '  n3: {name: Westland, partOf: [n3]}',
        '  r1: {redirect: r2}',
        '  r2: {redirect: r1}',
        '  r3: {redirect: r3}',
        '  r4: {redirect: brigde}',
        '  r5: {redirect: r6}',
        '  r6: {redirect: bridge}',
        '',
      ].join('\n'),
      'sources/c.txt': 'It was old and new.',
      'annotations/c.yaml': 'source: sources/c.txt\nmentions:\n  - {quote: old, entity: r1}\n  - {quote: new, entity: r5}\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.told('registry/bad.yaml'), [
      'registry/bad.yaml "n1" registry/part-of-cycle: "n2" is part of itself: n1 → n2 → n1',
      'registry/bad.yaml "n3" registry/part-of-cycle: "n3" cannot be part of itself',
      'registry/bad.yaml "r2" registry/redirect: "r1" redirects in a circle and leads to no entity',
      'registry/bad.yaml "r1" registry/redirect: "r2" redirects in a circle and leads to no entity',
      'registry/bad.yaml "r3" registry/redirect: "r3" redirects in a circle and leads to no entity',
      'registry/bad.yaml "brigde" registry/redirect: unknown entity "brigde" — did you mean "bridge"?',
    ]);
    assert.match(opened.told('annotations/c.yaml').join('\n'), /^annotations\/c\.yaml "r1" reference\/unknown-entity: unknown entity "r1"/);
    assert.deepEqual(opened.model.mentions('sources/c.txt').mentions.map(({ text, entity }) => [text, entity]), [['new', 'bridge']]);
  });

  it('with chains of 5,000 redirects and parts simply works', () => {
    const chain = (make: (i: number) => string) => Array.from({ length: 5000 }, (_, i) => make(i)).join('');
    const opened = openCase({
      'registry/redirects.yaml': `entities:\n${chain((i) => `  r${i}: {redirect: ${i === 4999 ? 'bridge' : `r${i + 1}`}}\n`)}`,
      'registry/parts.yaml': `entities:\n${chain((i) => `  p${i}: {name: Part Number ${i}, partOf: [${i === 4999 ? 'river' : `p${i + 1}`}]}\n`)}`,
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), []);
    assert.equal(opened.model.entity('r0')?.id, 'bridge');
  });

  it('with an alias bomb reads up to the bomb', () => {
    const bomb = [...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]\n`).join('');
    for (const [file, entries] of [
      ['registry/bad.yaml', 'entities:\n  y: {name: Yolanda}\n  z: {name: Zenobia, aliases: *h}\n'],
      ['annotations/bad.yaml', 'source: sources/b.txt\nclaims: *h\n'],
      ['reviews.yaml', 'reviews: *h\n'],
    ] as const) {
      const opened = openCase({ [file]: `a: &a [x, x, x, x, x, x, x, x, x]\n${bomb}${entries}` });
      assertSound(opened);
      const told = opened.told(file).filter((words) => words.includes('yaml/too-many-aliases'));
      assert.equal(told.length, 1);
      assert.match(told[0]!, /"\*[a-h]" yaml\/too-many-aliases: aliases make this file too large/);
    }
  });

  it('that contains itself is told, not followed', () => {
    const opened = openCase({ 'registry/bad.yaml': 'entities: &e\n  a: *e\n  z: {name: Zenobia, aliases: &x [*x, Queen Zenobia]}\n', 'sources/c.txt': 'Queen Zenobia' });
    assertSound(opened);
    assert.deepEqual(opened.told('registry/bad.yaml'), [
      'registry/bad.yaml "*e" yaml/syntax: "*e" contains itself',
      'registry/bad.yaml "*x" yaml/syntax: "*x" contains itself',
    ]);
    assert.deepEqual(opened.model.mentionsOf('z').map(({ text }) => text), ['Queen Zenobia']);
  });

  it('nested 10,000 deep is told, not followed', () => {
    const deep = 10_000;
    const opened = openCase({
      'registry/bad.yaml': `entities: ${'['.repeat(deep)}\n`,
      'annotations/bad.yaml': `source: sources/b.txt\nclaims: ${'{a: '.repeat(deep)}\n`,
    });
    assertSound(opened);
    for (const file of ['registry/bad.yaml', 'annotations/bad.yaml']) {
      assert.ok(opened.told(file).some((words) => words.includes('nested too deeply: only 64 levels are read')), file);
    }
  });

  it('that is no YAML at all is told once a cause, however long it is', () => {
    const opened = openCase({ 'registry/bad.yaml': `entities:\n  z: {name: "Zenobia\n${'an article of many lines \n'.repeat(100_000)}` });
    assertSound(opened);
    assert.ok(opened.told('registry/bad.yaml').length < 10);
  });

  it('with merge conflicts is read by their first side', () => {
    const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
    const opened = openCase({
      'registry/bad.yaml': `entities:\n${conflict('  z: {name: Zenobia}\n', '  z: {name: Zoe}\n')}  y: {name: Yolanda}\n`,
      'annotations/a.yaml': `source: sources/a.txt\nclaims:\n${conflict('  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n', '')}`,
      'corroborate.yaml': conflict('reviews: reviews.yaml\n', 'reviews: other.yaml\n'),
      'reviews.yaml': conflict('reviews: {}\n', ''),
      'sources/c.txt': conflict('The Old Bridge\n', 'The new one\n'),
    });
    assertSound(opened);
    assert.deepEqual(
      opened.told(),
      ['annotations/a.yaml', 'corroborate.yaml', 'registry/bad.yaml', 'reviews.yaml'].map(
        (file) => `${file} "<<<<<<< HEAD" yaml/syntax: unresolved merge conflict: keep one side and delete the lines with the markers`,
      ),
    );
    assert.deepEqual([opened.model.entity('z')?.name, opened.model.entity('y')?.name], ['Zenobia', 'Yolanda']);
  });

  it('with names like object members takes them for words', () => {
    const opened = openCase({
      'registry/bad.yaml': [
        'entities:',
        '  __proto__: {name: Proto}',
        '  constructor: {name: Constructor Street, aliases: [toString, hasOwnProperty], type: __proto__, partOf: [valueOf]}',
        '  z: {name: Zenobia, __proto__: {a: 1}, facts: [{property: __proto__, value: 1, key: {__proto__: x}}]}',
        'properties:',
        '  __proto__: {value: date}',
        '  constructor: {separators: [__proto__], kin: [toString]}',
        '__proto__: {a: 1}',
        '',
      ].join('\n'),
      'corroborate.yaml': '__proto__: 1\nseverity: {__proto__: error, toString: off}\nsources: {__proto__: {title: x}, constructor: {title: y}}\n',
      'reviews.yaml': 'reviews:\n  __proto__: {status: accepted, __proto__: 1}\n  constructor: {status: toString}\n',
      'sources/c.txt': 'On Constructor Street one calls toString and __proto__.',
      'annotations/c.yaml': [
        'source: sources/c.txt',
        'mentions:',
        '  - {quote: __proto__, entity: __proto__}',
        'claims:',
        '  - {subject: constructor, property: constructor, value: __proto__, key: {__proto__: hasOwnProperty}, quote: one calls}',
        '  - {subject: __proto__, property: __proto__, value: 1, quote: one calls}',
        '',
      ].join('\n'),
    });
    assertSound(opened);
    const { model } = opened;
    assert.equal(({} as Record<string, unknown>)['a'], undefined);
    assert.equal(model.entity('__proto__'), undefined);
    assert.deepEqual(model.mentionsOf('constructor').map(({ text }) => text), ['Constructor Street', 'toString']);
    assert.ok(model.groups().some(({ key }) => key === 'constructor|constructor|__proto__=hasOwnProperty'), model.groups().map(({ key }) => key).join(' '));
    for (const [file, words] of [
      ['annotations/c.yaml', '"__proto__" reference/unknown-entity: unknown entity "__proto__"'],
      ['corroborate.yaml', '"__proto__" manifest/unknown-code: unknown diagnostic code "__proto__"'],
      ['corroborate.yaml', '"toString" manifest/unknown-code: unknown diagnostic code "toString"'],
      ['corroborate.yaml', '"__proto__" manifest/missing-source: no article "__proto__" in this case'],
      ['registry/bad.yaml', '"__proto__" registry/invalid-id: "__proto__" is not an id'],
      ['registry/bad.yaml', '"valueOf" reference/unknown-entity: unknown entity "valueOf"'],
      ['reviews.yaml', '"__proto__" review/unknown-group: no claims are about "__proto__" now'],
      ['reviews.yaml', '"toString" yaml/wrong-type: "status" must be open, explained, accepted or dismissed'],
    ] as const) {
      assert.ok(opened.told(file).some((told) => told.startsWith(`${file} ${words}`)), `${file} ${words}\n${opened.told(file).join('\n')}`);
    }
  });

  it('with NUL characters and lone surrogates takes them for characters', () => {
    const opened = openCase({
      'registry/bad.yaml': 'entities:\n  z: {name: "Zen\\0obia", aliases: ["\\ud800", "Queen \\udc00"], type: "\\0"}\n  y: {name: Yolanda}\n',
      'sources/c.txt': 'Zen\0obia, Queen \udc00, Yolanda',
    });
    assertSound(opened);
    assert.ok(opened.model.mentionsOf('y').length === 1);
    assert.ok(opened.told().every((words) => words.startsWith('registry/bad.yaml') || words.includes('mention/')), opened.told().join('\n'));
  });
});
