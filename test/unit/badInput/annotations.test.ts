import assert from 'node:assert/strict';
import { assertSound, openCase } from './badCase';

describe('bad annotations', () => {
  it('of a value that a comma cuts off in a flow map tell the rest of it', () => {
    const opened = openCase({
      'sources/c.txt': 'The Ob cost 4,500 francs.',
      'annotations/c.yaml': 'source: sources/c.txt\nclaims:\n  - {subject: river, property: cost, value: 4,500, quote: "4,500 francs", nite: }\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.told('annotations/c.yaml'), [
      'annotations/c.yaml "500" yaml/unknown-key: unknown key "500": put the words with a comma before it in quotes',
      'annotations/c.yaml "nite" yaml/unknown-key: unknown key "nite" — did you mean "note"?',
    ]);
  });

  it('of a source that is gone are told on its name', () => {
    const opened = openCase({
      'annotations/c.yaml': 'source: sources/bb.txt\nmentions:\n  - {quote: y, entity: bridge}\nclaims:\n  - {subject: river, property: opened, value: 1903, quote: x}\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'annotations/c.yaml "sources/bb.txt" annotation/missing-source: no article "sources/bb.txt" in this case — did you mean "sources/b.txt"?',
    ]);
  });

  it('with every optional key of a claim wrong keep the claim, and tell each key', () => {
    const keys = {
      prefix: ['[a]', '"prefix" must be text, but is a list'],
      suffix: ['{a: b}', '"suffix" must be text, but is "key: value" pairs'],
      asOf: ['yesterday', '"yesterday" is not a date that asOf can have — write it as 2015, 2015-03, 2015-03-02 or 2014/2016'],
      valid: ['[2007]', '"valid" must be text, but is a list'],
      speaker: ['{a: b}', '"speaker" must be text, but is "key: value" pairs'],
      polarity: ['negativ', '"polarity" must be positive or negative — did you mean "negative"?'],
      modality: ['hoped', '"modality" must be asserted, planned or possible'],
      key: ['[a]', '"key" must be "key: value" pairs, but is a list'],
      rank: ['[a]', '"rank" must be text, but is a list'],
      note: ['{a: b}', '"note" must be text, but is "key: value" pairs'],
      reference: ['[b]', '"reference" must be text, but is a list'],
    } as const;
    const lines = Object.entries(keys).map(([key, [value]]) => `    ${key}: ${value}\n`).join('');
    const opened = openCase({
      'sources/c.txt': 'The Ob opened in 1950.',
      'annotations/c.yaml': `source: sources/c.txt\nclaims:\n  - subject: river\n    property: opened\n    value: 1950\n    quote: opened in 1950\n${lines}    vlaue: x\n`,
    });
    assertSound(opened);
    const told = opened.told('annotations/c.yaml').map((words) => words.replace(/^\S+ ("(?:\\.|[^"])*") \S+: /, '$1 '));
    assert.deepEqual(told, [
      ...Object.values(keys).map(([value, message]) => `${JSON.stringify(value)} ${message}`),
      '"vlaue" unknown key "vlaue" — did you mean "value"?',
    ]);
    const [claim] = opened.model.claimsOf('sources/c.txt');
    assert.deepEqual([claim?.anchor?.state, claim?.polarity, claim?.modality, claim?.unjudged], ['exact', 'positive', 'asserted', null]);
  });

  it('with entries that are none tell them, and keep the others', () => {
    const opened = openCase({
      'annotations/a.yaml': [
        'source: sources/a.txt',
        'mentions: text',
        'claims:',
        '  - just text',
        '  - {subject: [x], property: opened, value: 1, quote: y}',
        '  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}',
        '  - {subject: bridge}',
        '',
      ].join('\n'),
    });
    assertSound(opened);
    assert.deepEqual(opened.told(), [
      'annotations/a.yaml "text" yaml/wrong-type: "mentions" must be a list, but is text',
      'annotations/a.yaml "just text" yaml/wrong-type: a claim must be "key: value" pairs, but is text',
      'annotations/a.yaml "[x]" yaml/wrong-type: "subject" must be text, but is a list',
      'annotations/a.yaml "subject" yaml/missing-key: the key "property" is missing',
      'annotations/a.yaml "subject" yaml/missing-key: the key "value" is missing',
      'annotations/a.yaml "subject" yaml/missing-key: the key "quote" is missing',
    ]);
  });

  it('with 1,000 unknown ids tell each', () => {
    const count = 1000;
    const claims = Array.from({ length: count }, (_, i) => `  - {subject: brigde${i}, property: opned${i}, value: 1, quote: it was new}\n`).join('');
    const mentions = Array.from({ length: count }, (_, i) => `  - {quote: new, entity: nobody-${i}}\n`).join('');
    const opened = openCase({ 'sources/c.txt': 'And it was new.', 'annotations/c.yaml': `source: sources/c.txt\nmentions:\n${mentions}claims:\n${claims}` });
    assertSound(opened);
    const told = opened.told('annotations/c.yaml');
    assert.equal(told.filter((words) => words.includes('reference/unknown-entity')).length, 2 * count);
    assert.equal(told.filter((words) => words.includes('reference/unknown-property')).length, count);
  });

  it('with empty quotes tell that they are not there', () => {
    const opened = openCase({
      'sources/c.txt': 'It was new.',
      'annotations/c.yaml': 'source: sources/c.txt\nmentions:\n  - {quote: "", entity: bridge}\n  - {quote: " ", every: true, entity: bridge}\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: ""}\n  - {subject: bridge, property: opened, value: 1901, quote: ~}\n',
    });
    assertSound(opened);
    const told = opened.told('annotations/c.yaml');
    assert.equal(told.filter((words) => words.includes('anchor/lost')).length, 3);
    assert.ok(told.some((words) => words.includes('yaml/missing-key: "quote" has no value')), told.join('\n'));
    assert.deepEqual(opened.model.mentions('sources/c.txt').mentions, []);
  });

  it('with quotes of 100,000 characters find them, and tell shortly when they are lost', () => {
    const words = Array.from({ length: 25_000 }, (_, i) => `w${i}`).join(' ');
    const found = words.slice(0, 100_000);
    const lost = 'x'.repeat(100_000);
    const opened = openCase({
      'sources/c.txt': words,
      'annotations/c.yaml': `source: sources/c.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: ${found}}\n  - {subject: bridge, property: opened, value: 1901, quote: ${lost}}\n`,
    });
    assertSound(opened);
    assert.deepEqual(opened.model.claimsOf('sources/c.txt').map(({ anchor }) => anchor?.state), ['exact', 'lost']);
    for (const { message, related } of opened.diagnostics) {
      assert.ok([message, ...related.map((place) => place.message)].every(({ length }) => length < 1100));
    }
  });

  it('with values of 100,000 characters tell them shortly', () => {
    const values = ['9'.repeat(100_000), `almost ${'9 '.repeat(50_000)}`, '1/'.repeat(50_000), '2007~'.repeat(20_000), '-'.repeat(100_000), '1e999999'];
    const claims = values.flatMap((value) =>
      ['opened', 'member-count'].map((property) => `  - {subject: river, property: ${property}, value: "${value}", quote: it was new}\n`),
    );
    const opened = openCase({ 'sources/c.txt': 'It was new, and it was new.', 'annotations/c.yaml': `source: sources/c.txt\nclaims:\n${claims.join('')}` });
    assertSound(opened);
    assert.ok(opened.diagnostics.every(({ message }) => message.length < 1100));
    assert.ok(opened.told('annotations/c.yaml').filter((words) => words.includes('claim/invalid-value')).length >= values.length);
  });

  it('with quotes like regular expressions and lone surrogates take them for text', () => {
    const opened = openCase({
      'registry/more.yaml': 'entities:\n  z: {name: "(a+)+$", aliases: ["$1 and $&"]}\n',
      'sources/c.txt': `(a+)+$ ${'a'.repeat(10_000)}! [x] .* and $1 and $& \ud800.`,
      'annotations/c.yaml': 'source: sources/c.txt\nmentions:\n  - {quote: "[x]", entity: z}\n  - {quote: "(((((", entity: z}\n  - {quote: "(a+)+!", entity: z}\nclaims:\n  - {subject: "\\ud800", property: "\\udc00", value: "\\ud83d", quote: ".*", key: {"\\ud800": "\\ud800"}}\n',
    });
    assertSound(opened);
    assert.deepEqual(opened.model.mentionsOf('z').map(({ text }) => text), ['(a+)+$', '[x]', '$1 and $&']);
    const told = opened.told('annotations/c.yaml');
    assert.equal(told.filter((words) => words.includes('anchor/lost')).length, 2);
    assert.ok(told.some((words) => words.includes('reference/unknown-property')));
  });

  it('of reviews keep an unknown valid time unknown, however it is written', () => {
    const review = (valid: string) =>
      `reviews:\n  bridge|opened:\n    status: explained\n    reason: time\n    seen:\n      verdict: conflict\n      claims:\n        - {source: sources/a.txt, value: "1901", polarity: positive, modality: asserted, valid: "2007"}\n        - {source: sources/b.txt, value: "1907", polarity: positive, modality: asserted${valid}}\n`;
    for (const valid of ['', ', valid: null', ', valid: ~', ', valid: NULL']) {
      const { model } = openCase({ 'reviews.yaml': review(valid) });
      const group = model.groups().find(({ key }) => key === 'bridge|opened');
      assert.deepEqual([group?.review.status, group?.review.reviewAgain], ['explained', false], valid);
    }
    const { model } = openCase({ 'reviews.yaml': review(', valid: "null"') });
    assert.equal(model.groups()[0]?.review.reviewAgain, true);
  });
});
