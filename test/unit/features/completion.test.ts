import assert from 'node:assert/strict';
import type { Completions } from '../../../src/core/features/completion';
import { createCompleter } from '../../../src/core/features/completion';
import type { Completion } from '../../../src/core/features/completionItem';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import { lines, markedCase } from '../markedCase';
import { sampleFiles } from './sampleCase';

const registry = lines`
  entities:
    old-bridge: {type: place, name: Old Bridge, aliases: [Stone Bridge], description: A bridge over the Lune}
    mayor: {type: person, name: Ada Quill, aliases: [Quill]}
    riverton: {type: city, name: Riverton}
    bishop: {type: person, name: Tom Bishop}
    crossing: {redirect: old-bridge}
  properties:
    opened: {label: opened, value: date}
    opened-by: {label: opened by, value: entity}
    carts: {label: carts a day, value: quantity, unit: cart}
    lit: {label: lit at night, value: boolean}
    closed: {label: closed, value: period}
    votes: {label: votes, value: quantity, unit: vote, separators: [election, round]}
    election: {label: election, value: entity}
    arches: {label: materials, value: entity, cardinality: closed-list}
  `;

const base = {
  ...sampleFiles,
  'registry/entities.yaml': registry,
  'annotations/ledger.yaml': 'source: sources/ledger.txt\nclaims:\n  - {subject: old-bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/post.yaml': 'source: sources/post.txt\n',
};

type Files = Readonly<Record<string, string>>;

function completionsIn(files: Files): { found: Completions | null; content: string } {
  const { model, path, offset } = markedCase({ ...base, ...files });
  const content = model.text(path)!.content;
  return { found: createCompleter(model)(path, content, offset), content };
}

const inLedger = (rest: string): Files => ({ 'annotations/ledger.yaml': `source: sources/ledger.txt\n${rest}` });

function labels(files: Files): string[] {
  return completionsIn(files).found?.items.map(({ label }) => label) ?? [];
}

function item(files: Files, label: string): Completion {
  const { found } = completionsIn(files);
  const one = found?.items.find((candidate) => candidate.label === label);
  assert.ok(one, `no ${label} among ${found?.items.map((candidate) => candidate.label).join(', ')}`);
  return one;
}

/** The file after the completion `label` was taken, gaps as `$1`. */
function taken(files: Files, label: string): string {
  const { found, content } = completionsIn(files);
  return applyTextEdits(content, [{ span: found!.span, newText: item(files, label).insert }]);
}

describe('completion of keys', () => {
  it('offers those that the map lacks, with what they are for', () => {
    const files = inLedger('claims:\n  - subject: old-bridge\n    value: 1\n    ‸\n');
    const offered = labels(files);
    assert.ok(offered.includes('property') && offered.includes('modality') && !offered.includes('subject') && !offered.includes('value'));
    assert.equal(item(files, 'property').documentation, 'Id of the property.');
    assert.equal(taken(files, 'property').split('\n')[4], '    property: $0');
  });
  it('offers those of every kind of file', () => {
    assert.deepEqual(labels({ 'annotations/ledger.yaml': 'source: a\n‸' }), ['mentions', 'claims', 'dismissed']);
    assert.deepEqual(labels({ 'registry/entities.yaml': 'entities: {}\n‸' }), ['properties']);
    assert.ok(labels({ 'corroborate.yaml': 'sources:\n  sources/ledger.txt:\n    title: x\n    ‸' }).includes('publisher'));
    assert.ok(labels({ 'reviews.yaml': 'reviews:\n  old-bridge|opened:\n    ‸' }).includes('status'));
    assert.ok(labels({ 'corroborate.yaml': 'severity:\n  mention/unlinked: off\n  ‸\n' }).includes('mention/variant'));
    assert.ok(!labels({ 'corroborate.yaml': 'severity:\n  mention/unlinked: off\n  ‸\n' }).includes('mention/unlinked'));
  });
  it('opens lists and maps in the style around', () => {
    const block = inLedger('‸');
    assert.equal(taken(block, 'mentions'), 'source: sources/ledger.txt\nmentions:\n  - quote: ${1}\n    entity: ${2}');
    const flow = { 'registry/entities.yaml': 'entities:\n  a: {name: A, ‸}\n' };
    assert.equal(taken(flow, 'aliases'), 'entities:\n  a: {name: A, aliases: [$0]}\n');
    assert.equal(taken(inLedger('claims:\n  - subject: a\n    ‸'), 'key').split('\n').slice(3).join('\n'), '    key:\n      $0');
  });
  it('replaces a half-written key, and leaves a colon that is there', () => {
    assert.match(taken(inLedger('claims:\n  - {subject: a, pro‸}\n'), 'property'), /- \{subject: a, property: \$0\}/);
    assert.match(taken(inLedger('claims:\n  - pro‸: a\n'), 'property'), /- property: a/);
  });
  it('offers a whole entry where a list begins or goes on, and the keys of the entry above', () => {
    const files = inLedger('claims:\n  - subject: a\n  ‸\n');
    assert.match(taken(files, '- subject, property, value, quote'), /\n {2}- subject: \$\{1\}\n {4}property: \$\{2\}\n {4}value: \$\{3\}\n {4}quote: \$\{4\}\n$/);
    assert.match(taken(files, 'property'), /- subject: a\n {4}property: \$0\n$/);
    assert.match(taken(inLedger('claims:\n  - ‸\n'), 'subject, property, value, quote'), /\n {2}- subject: \$\{1\}\n {4}property/);
    assert.match(taken({ 'registry/entities.yaml': 'entities:\n  a:\n    facts: [‸]\n' }, 'property, value'), /facts: \[\{property: \$\{1\}, value: \$\{2\}\}\]/);
  });
});

describe('completion of ids', () => {
  const subject = (typed: string) => inLedger(`claims:\n  - subject: ${typed}‸\n`);

  it('offers entities with name, type and description, those of the file’s source first', () => {
    const offered = labels(subject(''));
    assert.deepEqual(offered.slice(0, 3).sort(), ['mayor', 'old-bridge', 'riverton']);
    assert.equal(offered.at(-1), 'bishop');
    const bridge = item(subject(''), 'old-bridge');
    assert.deepEqual([bridge.note, bridge.detail, bridge.documentation], ['Old Bridge', 'place · in this source', 'A bridge over the Lune']);
  });
  it('finds them by name, alias and id, also with words between', () => {
    assert.equal(labels(subject('stone br'))[0], 'old-bridge');
    assert.equal(labels(subject('Quill'))[0], 'mayor');
    assert.equal(labels(subject('bish'))[0], 'bishop');
    assert.equal(taken(subject('stone br'), 'old-bridge').split('\n')[2], '  - subject: old-bridge');
    assert.ok(!labels(subject('')).includes('crossing'));
  });
  it('replaces the whole of an id, also in quotes', () => {
    assert.match(taken(inLedger('claims:\n  - {subject: "old-br‸idge"}\n'), 'old-bridge'), /subject: "old-bridge"/);
    assert.match(taken(inLedger('claims:\n  - {subject:‸}\n'), 'mayor'), /subject: mayor\}/);
  });
  it('offers them wherever one is expected', () => {
    assert.ok(labels(inLedger('mentions:\n  - {quote: x, entity: ‸}\n')).includes('none'));
    for (const files of [
      inLedger('mentions:\n  - quote: x\n    not: ‸\n'),
      inLedger('claims:\n  - subject: a\n    speaker: ‸\n'),
      inLedger('claims:\n  - {subject: old-bridge, property: opened-by, value: ‸}\n'),
      inLedger('claims:\n  - {subject: old-bridge, property: votes, key: {election: ‸}}\n'),
      { 'registry/more.yaml': 'entities:\n  x:\n    partOf:\n      - ‸\n' },
      { 'registry/more.yaml': 'entities:\n  x: {redirect: ‸}\n' },
    ]) {
      assert.ok(labels(files).includes('mayor'), JSON.stringify(files));
    }
    assert.match(taken({ 'registry/more.yaml': 'entities:\n  x:\n    partOf: ‸\n' }, 'riverton'), /partOf: \[riverton\]/);
  });
  it('offers properties that fit the subject’s type first', () => {
    const used = { 'annotations/post.yaml': 'source: sources/post.txt\nclaims:\n  - {subject: old-bridge, property: opened, value: 1911, quote: June 1911}\n' };
    const place = labels({ ...used, ...inLedger('claims:\n  - {subject: old-bridge, property: ‸}\n') });
    assert.deepEqual(place.slice(0, 2), ['opened', 'area']);
    const person = labels({ 'annotations/post.yaml': 'source: sources/post.txt\nclaims:\n  - subject: mayor\n    property: ‸\n' });
    assert.ok(person.indexOf('born') < person.indexOf('opened') && person.includes('opened'));
    assert.equal(labels(inLedger('claims:\n  - {subject: old-bridge, property: carts a‸}\n'))[0], 'carts');
    assert.equal(labels({ 'registry/entities.yaml': `${registry}  x: {kin: [ope‸]}\n` })[0], 'opened');
  });
  it('offers separators that the property keeps claims apart by', () => {
    const files = inLedger('claims:\n  - {subject: old-bridge, property: votes, key: {round: 1, ‸}}\n');
    assert.deepEqual(labels(files), ['election']);
    assert.deepEqual(labels(inLedger('claims:\n  - subject: old-bridge\n    property: votes\n    key:\n      ‸\n')), ['election', 'round']);
  });
  it('offers sources: those without annotations, those of the decision', () => {
    assert.deepEqual(labels({ 'annotations/new.yaml': 'source: ‸', 'sources/a: b.txt': 'Text.' })[0], 'sources/a: b.txt');
    assert.equal(taken({ 'annotations/new.yaml': 'source: ‸', 'sources/a: b.txt': 'Text.' }, 'sources/a: b.txt'), 'source: "sources/a: b.txt"');
    assert.deepEqual(labels({ 'reviews.yaml': 'reviews:\n  old-bridge|opened:\n    status: accepted\n    wrong: [‸]\n' })[0], 'sources/ledger.txt');
    assert.deepEqual(labels({ 'corroborate.yaml': 'sources:\n  sources/post.txt: {}\n  ‸\n' }), ['sources/ledger.txt']);
  });
  it('offers built-in properties to override, and discrepancies to decide on', () => {
    const files = { 'registry/more.yaml': 'properties:\n  bud‸\n' };
    assert.match(taken(files, 'budget'), /\n {2}budget:\n {4}\$0\n$/);
    const reviews = {
      'annotations/post.yaml': 'source: sources/post.txt\nclaims:\n  - {subject: old-bridge, property: opened, value: 1911, quote: June 1911}\n',
      'reviews.yaml': 'reviews:\n  ‸\n',
    };
    assert.equal(item(reviews, 'old-bridge|opened').detail, 'Old Bridge, opened');
    assert.equal(taken(reviews, 'old-bridge|opened'), 'reviews:\n  old-bridge|opened:\n    status: $0\n');
  });
});

describe('completion of values', () => {
  const value = (property: string, typed: string, more = '') => inLedger(`claims:\n  - {subject: old-bridge, property: ${property}, value: ${typed}‸${more}}\n`);

  it('offers shapes of EDTF that go on with what was typed, each in words', () => {
    const offered = completionsIn(value('opened', '1901')).found!.items.map(({ label, detail }) => `${label}: ${detail}`);
    for (const expected of ['1901: 1901', '1901-10: October 1901', '1901-10-24: 24 October 1901', '1901~: around 1901', '1901?: 1901 (uncertain)', '1901-21: spring 1901', '190X: the 1900s', '1901/..: since 1901']) {
      assert.ok(offered.includes(expected), `${expected} in ${offered.join(' | ')}`);
    }
    assert.equal(item(value('opened', '1901'), '1901-10').insert, '1901-${2:10}');
    assert.ok(labels(value('opened', '1901-06')).includes('1901-06~'));
    assert.ok(labels(value('opened', 'spring')).includes('2011-21'));
  });
  it('offers intervals first for periods, and shapes for times beside values', () => {
    assert.match(labels(value('closed', '1901'))[0]!, /\//);
    assert.ok(labels(inLedger('claims:\n  - {subject: a, asOf: ‸}\n')).includes('2011-10'));
    assert.ok(labels({ 'corroborate.yaml': 'sources:\n  sources/post.txt: {published: 2019‸}\n' }).includes('2019-10'));
  });
  it('offers ways to say a quantity with the number that was typed', () => {
    const offered = labels(value('carts', '30'));
    for (const expected of ['30', 'almost 30', 'at least 30', '30 of 60']) assert.ok(offered.includes(expected), offered.join());
    assert.deepEqual(labels(value('carts', 'al')).slice(0, 1), ['almost 200']);
    assert.equal(item(value('carts', 'almost 30'), 'almost 30').detail, 'almost 30 carts');
  });
  it('offers what the quote says first', () => {
    const files = value('opened', '', ', quote: "The Old Bridge opened in 1901"');
    assert.deepEqual([labels(files)[0], item(files, '1901').note], ['1901', 'in the quote']);
    assert.equal(labels(value('opened-by', '', ', quote: cut by Ada Quill'))[0], 'mayor');
  });
  it('offers true and false, unknown and none, and lists for closed lists', () => {
    assert.deepEqual(labels(value('lit', '')), ['true', 'false', 'unknown', 'none']);
    assert.match(taken(value('arches', ''), 'mayor'), /value: \[mayor\]/);
    assert.match(taken(value('arches', ''), 'unknown'), /value: unknown/);
  });
  it('offers the words that a key may have, each with its meaning', () => {
    assert.deepEqual(labels(inLedger('claims:\n  - {subject: a, modality: ‸}\n')), ['asserted', 'planned', 'possible']);
    assert.match(item(inLedger('claims:\n  - subject: a\n    polarity: neg‸\n'), 'negative').detail, /not so/);
    assert.deepEqual(labels(inLedger('mentions:\n  - {quote: x, every: ‸}\n')), ['true', 'false']);
    assert.ok(labels({ 'registry/more.yaml': 'properties:\n  x: {cardinality: ‸}\n' }).includes('closed-list'));
    assert.ok(labels({ 'registry/more.yaml': 'properties:\n  x: {unit: ‸}\n' }).includes('cart'));
    assert.ok(labels({ 'registry/more.yaml': 'entities:\n  x: {type: ‸}\n' }).includes('organization'));
    assert.ok(labels({ 'reviews.yaml': 'reviews:\n  a|b:\n    reason: ‸\n' }).includes('rounding'));
    assert.deepEqual(labels({ 'corroborate.yaml': 'severity: {mention/unlinked: ‸}\n' }), ['error', 'warning', 'info', 'hint', 'off']);
  });
  it('offers sentences that hold what was typed, or the subject, in the quotes that are open', () => {
    const typed = inLedger('claims:\n  - subject: mayor\n    quote: never cros‸\n');
    assert.deepEqual(labels(typed), ['Quill never crossed the Old Bridge again.']);
    assert.match(taken(typed, 'Quill never crossed the Old Bridge again.'), /quote: Quill never crossed the Old Bridge again\.\n/);
    assert.equal(labels(inLedger('claims:\n  - subject: mayor\n    quote: "‸\n')).length, 2);
    assert.deepEqual(labels(inLedger('claims:\n  - subject: a\n    quote: ne‸\n')), []);
  });
  it('offers names that are not linked for links by hand', () => {
    const article = 'Dr Ellen Marsh met Quill. Ellen Marsh spoke.\n';
    const files = { 'sources/ledger.txt': article, ...inLedger('mentions:\n  - quote: mar‸\n') };
    assert.deepEqual(labels(files).filter((label) => label.includes('Marsh')).length > 0, true);
  });
  it('is silent in comments, block scalars, free text and articles', () => {
    assert.deepEqual(labels(inLedger('claims: # ‸\n')), []);
    assert.deepEqual(labels(inLedger('claims:\n  - subject: a\n    note: |\n      ‸\n')), []);
    assert.deepEqual(labels(inLedger('claims:\n  - subject: a\n    note: x‸\n')), []);
    assert.deepEqual(labels({ 'sources/ledger.txt': 'Quill ‸' }), []);
  });
  it('goes on where the rest of the file is no YAML', () => {
    const broken = '  - {subject: [a\n  - subject: ‸\n    quote: "open\n  : : {\n';
    assert.ok(labels(inLedger(`claims:\n${broken}`)).includes('mayor'));
  });
});
