import assert from 'node:assert/strict';
import { definitionsAt, referencesAt } from '../../../src/core/features/navigation';
import { yamlCardAt } from '../../../src/core/features/yamlHover';
import { lines, markedCase } from '../markedCase';
import { sampleFiles } from './sampleCase';

const registry = lines`
  entities:
    old-bridge: {type: place, name: Old Bridge}
    council: {type: organization, name: Town Council}
    election: {type: event, name: Election of 1901}
  properties:
    opened: {label: opened, value: date, cues: [opened in]}
    carts: {label: carts a day, value: quantity, unit: cart, temporal: fluent}
    closed: {value: period}
    votes-for: {label: votes in favour}
    lit: {value: boolean}
  `;

function files(changes: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...sampleFiles,
    'registry/entities.yaml': registry,
    'annotations/ledger.yaml': 'source: sources/ledger.txt\n',
    'annotations/post.yaml': 'source: sources/post.txt\n',
    ...changes,
  };
}

function cardOf(annotations: string) {
  const { model, path, offset } = markedCase(files({ 'annotations/ledger.yaml': `source: sources/ledger.txt\n${annotations}` }));
  return yamlCardAt(model, path, offset);
}

/** The words of the value that a claim of `property` has. */
function valueOf(property: string, value: string) {
  const card = cardOf(`claims:\n  - {subject: old-bridge, property: ${property}, value: ‸${value}, quote: The Old Bridge}\n`);
  return card?.kind === 'value' ? card.value : undefined;
}

describe('hovers of values in YAML', () => {
  it('tell what a date means, its core, and its halo where that is wider', () => {
    assert.deepEqual(valueOf('opened', '2014-10'), { kind: 'date', words: 'October 2014', core: '1–31 October 2014', halo: null, note: null });
    const around = valueOf('opened', '1992~');
    assert.deepEqual([around?.words, around?.core, around?.halo], ['around 1992', '1 January – 31 December 1992', '1 January 1991 – 31 December 1993']);
    const season = valueOf('opened', '2014-21');
    assert.deepEqual([season?.words, season?.core, season?.halo], ['spring 2014', '1 March – 31 May 2014', '1 February – 30 June 2014']);
    assert.equal(valueOf('opened', '2014-10-24')?.core, null);
    assert.match(valueOf('opened', '1992?')?.note ?? '', /uncertain/);
  });
  it('tell when a period begins and ends, and leave out what is open', () => {
    assert.equal(valueOf('closed', '2013/2015')?.core, 'begins 1 January – 31 December 2013; ends 1 January – 31 December 2015');
    assert.equal(valueOf('closed', '1992/..')?.core, 'begins 1 January – 31 December 1992');
    assert.equal(valueOf('closed', '1992-05-01/1992-05-03')?.core, null);
  });
  it('tell the bounds of a quantity, in the property’s unit', () => {
    const almost = valueOf('carts', 'almost 200');
    assert.deepEqual([almost?.words, almost?.core, almost?.halo], ['almost 200 carts', 'from 180 to below 200 carts', '170 to 200 carts']);
    assert.equal(valueOf('carts', 'at least 50')?.core, 'at least 50 carts');
    assert.deepEqual([valueOf('carts', '187')?.core, valueOf('carts', '187')?.halo], [null, null]);
  });
  it('tell a duration’s start with how it was worked out', () => {
    const told = valueOf('opened', '23 years');
    assert.equal(told?.words, '1988');
    assert.match(told?.note ?? '', /23 years before/);
  });
  it('tell unknown, none and booleans', () => {
    assert.equal(valueOf('lit', 'true')?.words, 'yes');
    assert.match(valueOf('carts', 'unknown')?.note ?? '', /not known/);
  });
  it('are silent about what cannot be read, and about free text', () => {
    assert.equal(valueOf('opened', '24 October'), undefined);
    assert.equal(cardOf('claims:\n  - {subject: old-bridge, property: opened, value: 1901, quote: The ‸Old Bridge}\n'), undefined);
  });
  it('tell times beside values: asOf, valid, published', () => {
    const asOf = cardOf('claims:\n  - {subject: old-bridge, property: carts, value: 3, asOf: ‸199X, quote: The Old Bridge}\n');
    assert.equal(asOf?.kind === 'value' && asOf.value.words, 'the 1990s');
    const { model, path, offset } = markedCase(files({ 'corroborate.yaml': 'sources:\n  sources/ledger.txt: {published: ‸2011-05}\n' }));
    const published = yamlCardAt(model, path, offset);
    assert.equal(published?.kind === 'value' && published.value.words, 'May 2011');
  });
});

describe('hovers of words and ids in YAML', () => {
  it('tell what a key is for, and what its words mean', () => {
    const key = cardOf('claims:\n  - {subject: old-bridge, property: carts, value: 3, modal‸ity: planned, quote: The Old Bridge}\n');
    assert.match(key?.kind === 'word' ? key.meaning : '', /a fact, a plan or a possibility/);
    const word = cardOf('claims:\n  - {subject: old-bridge, property: carts, value: 3, modality: plan‸ned, quote: The Old Bridge}\n');
    assert.match(word?.kind === 'word' ? word.meaning : '', /is to happen/);
  });
  it('tell a property with its traits and what it overrides', () => {
    const card = cardOf('claims:\n  - {subject: old-bridge, property: car‸ts, value: 3, quote: The Old Bridge}\n');
    assert.ok(card?.kind === 'property');
    assert.deepEqual(card.property.traits, ['quantity, unit cart', 'changes with time', 'one value']);
    assert.deepEqual([card.property.overrides, card.property.claims], [null, 1]);
    const votes = cardOf('claims:\n  - {subject: council, property: votes-‸for, value: 3, key: {election: election}, quote: The Old Bridge}\n');
    assert.ok(votes?.kind === 'property');
    assert.deepEqual([votes.property.overrides, votes.property.kin], [['label'], ['votes against']]);
  });
  it('tell a property that is only built in', () => {
    const card = cardOf('claims:\n  - {subject: council, property: bud‸get, value: 3, quote: The Old Bridge}\n');
    assert.ok(card?.kind === 'property');
    assert.equal(card.property.declared, null);
  });
  it('tell a source with what the manifest says of it', () => {
    const { model, path, offset } = markedCase(files({ 'annotations/ledger.yaml': 'source: sources/led‸ger.txt\n' }));
    const card = yamlCardAt(model, path, offset);
    assert.ok(card?.kind === 'source');
    assert.deepEqual([card.source.title, card.source.facts], ['The Ledger', ['2 May 2011']]);
  });
});

describe('ids in the keys of reviews', () => {
  const reviews = (key: string) => files({ 'reviews.yaml': `reviews:\n  ${key}:\n    status: open\n` });
  const definitions = (key: string) => {
    const { model, path, offset, words } = markedCase(reviews(key));
    return definitionsAt(model, path, offset).map(words);
  };
  it('lead to subject, property and the value of a separator', () => {
    assert.deepEqual(definitions('coun‸cil|votes-for|election=election'), ['registry/entities.yaml: council']);
    assert.deepEqual(definitions('council|votes-‸for|election=election'), ['registry/entities.yaml: votes-for']);
    assert.deepEqual(definitions('council|votes-for|election=elec‸tion'), ['registry/entities.yaml: election']);
    assert.deepEqual(definitions('"coun‸cil|votes-for"'), ['registry/entities.yaml: council']);
  });
  it('are references of the entity and the property', () => {
    const held = reviews('council|votes-for|election=election');
    for (const [id, expected] of [
      ['council', 'council'],
      ['votes-for', 'votes-for'],
    ] as const) {
      const { model, path, offset, words } = markedCase({ ...held, 'registry/entities.yaml': registry.replace(`${id}:`, `‸${id}:`) });
      assert.ok(referencesAt(model, path, offset, false).map(words).includes(`reviews.yaml: ${expected}`), id);
    }
  });
});
