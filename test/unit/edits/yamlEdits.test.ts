import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import type { TextEdit } from '../../../src/core/edits/caseEdit';
import { EditRefused } from '../../../src/core/edits/planEdit';
import { insertItems, removeAt, renameKey, setPair, setScalar } from '../../../src/core/edits/yamlEdits';
import { typed } from '../../../src/core/edits/yamlScalars';
import { readWritten } from '../../../src/core/edits/readWritten';
import { pathAt } from '../../../src/core/edits/yamlTree';
import { lines } from '../markedCase';

function becomes(before: string, edit: (text: string) => readonly TextEdit[], after: string): void {
  assert.equal(applyTextEdits(before, edit(before)), after);
}

describe('a scalar that is replaced', () => {
  const value = (written: string, to: Parameters<typeof setScalar>[2], result: string) =>
    becomes(`a: ${written} # why\nb: 1\n`, (text) => setScalar(text, ['a'], to), `a: ${result} # why\nb: 1\n`);
  it('keeps its quotes', () => {
    value('x', 'y z', 'y z');
    value("'x'", "it's", "'it''s'");
    value('"x"', 'y', '"y"');
    value("'x'", 'two\nlines', '"two\\nlines"');
  });
  it('is quoted where other tools would read no text', () => {
    for (const text of ['no', 'Yes', '~', 'null', '1.10', '0x1F', '1:30', '2007-05-01', '1e5', '.inf', '', '=', '<<', 'y', '-', '- x', '# x', '&a', '*a', '@x', '%x', 'a: b', 'a #b', '[x', '{x']) {
      value('x', text, JSON.stringify(text));
    }
    for (const text of ['almost 200', "it's", 'a:b', 'a#b', 'U.N.', 'x, y', '187 of 192', 'ünïcode', 'nothing']) value('x', text, text);
  });
  it('is plain where a number, a date or a boolean is meant', () => {
    for (const text of ['1.10', '2007-05', '-0044', 'true', '1992~', '1990/..', 'more than 50', '1.2e12 USD']) value('x', typed(text), text);
    value('x', typed('a: b'), '"a: b"');
  });
  it('keeps its block, as far as a block can hold it', () => {
    becomes('a: |  # why\n   one\n   two\nb: 1\n', (text) => setScalar(text, ['a'], 'three\n\nfour'), 'a: |-  # why\n   three\n\n   four\nb: 1\n');
    becomes('a: >-\n one\n two\nb: 1\n', (text) => setScalar(text, ['a'], 'three\nfour\n'), 'a: >\n three\n\n four\nb: 1\n');
    becomes('a: |\n one\nb: 1\n', (text) => setScalar(text, ['a'], ' indented'), 'a: " indented"\nb: 1\n');
    for (const [unseen, escape] of [['\u0007', '\\u0007'], ['\u2028', '\\u2028'], ['\ud800', '\\ud800']] as const) {
      becomes('a: |\n one\nb: 1\n', (text) => setScalar(text, ['a'], `x${unseen}`), `a: "x${escape}"\nb: 1\n`);
    }
    becomes('a: "folded\n  over lines"\nb: 1\n', (text) => setScalar(text, ['a'], 'x'), 'a: "x"\nb: 1\n');
  });
  it('is written where there was none', () => {
    becomes('a:\nb: 1', (text) => setScalar(text, ['a'], 'x'), 'a: x\nb: 1');
    becomes('{a, b: 1}', (text) => setScalar(text, ['a'], 'x, y'), '{a: "x, y", b: 1}');
    becomes('a: ~\n', (text) => setScalar(text, ['a'], 'x'), 'a: x\n');
  });
});

describe('an entry that is added', () => {
  const item = { quote: 'the city', entity: 'almaty' };
  const added = (before: string, after: string, style?: 'flow' | 'block') =>
    becomes(before, (text) => insertItems(text, ['claims'], 1, [item], { order: ['source', 'claims', 'dismissed'], ...(style && { style }) }), after);
  const line = '{quote: the city, entity: almaty}';
  it('makes its section at its place, in any kind of empty file', () => {
    added('', `claims:\n  - ${line}\n`);
    added('# notes', `# notes\nclaims:\n  - ${line}\n`);
    added('---\n', `---\nclaims:\n  - ${line}\n`);
    added('source: x', `source: x\nclaims:\n  - ${line}`);
    added('source: x\r\ndismissed: []\r\n', `source: x\r\nclaims:\r\n  - ${line}\r\ndismissed: []\r\n`);
    added('claims:\n', `claims:\n  - ${line}\n`);
    added('claims: [] # none\ndismissed: []\n', `claims: # none\n  - ${line}\ndismissed: []\n`);
    added('claims: ~', `claims:\n  - ${line}`);
    added('claims:\n  # nothing yet\nsource: x\n', `claims:\n  # nothing yet\n  - ${line}\nsource: x\n`);
    added('{source: x}\n', `{source: x, claims: [${line}]}\n`);
  });
  it('is written as its neighbours are', () => {
    added('claims:\n- {a: b}\n', `claims:\n- {a: b}\n- ${line}\n`);
    added('claims:\n    -   a: b\n        c: d\n', 'claims:\n    -   a: b\n        c: d\n    -   quote: the city\n        entity: almaty\n');
    added('claims:\n  - { a: b }\n\n  - { a: c }\n', 'claims:\n  - { a: b }\n\n  - { quote: the city, entity: almaty }\n\n  - { a: c }\n');
    added("claims: [{a: b}, {a: 'c'}]\n", `claims: [{a: b}, ${line}, {a: 'c'}]\n`);
    added('claims: [\n  {a: b}, # one\n  {a: c} # two\n]\n', `claims: [\n  {a: b}, # one\n  ${line},\n  {a: c} # two\n]\n`);
    added('claims: [\n  {a: b} # one\n]\n', `claims: [\n  {a: b}, # one\n  ${line}\n]\n`);
    added('other:\n    - x\n', `other:\n    - x\nclaims:\n    - ${line}\n`);
    const quoted = 'claims:\n  - {quote: "a", entity: b}\n  - {quote: "c", entity: d}\n';
    added(quoted, 'claims:\n  - {quote: "a", entity: b}\n  - {quote: "the city", entity: almaty}\n  - {quote: "c", entity: d}\n');
  });
  it('leaves comments where they belong', () => {
    added('claims:\n  # heading\n  - {a: b} # own\n    # also its own\n  # next\n  - {a: c}\n', `claims:\n  # heading\n  - {a: b} # own\n    # also its own\n  - ${line}\n  # next\n  - {a: c}\n`);
  });
});

describe('an entry that is removed', () => {
  const text = lines`
    claims:
      # heading of all
      - a: 1 # with a
      - b: 2

      # about c
      # alone
      - c: 3

      - d: 4
    `;
  it('goes with the comments that are its own', () => {
    becomes(text, (now) => removeAt(now, ['claims', 0]), text.replace('  - a: 1 # with a\n', ''));
    becomes(text, (now) => removeAt(now, ['claims', 2]), text.replace('  # about c\n  # alone\n  - c: 3\n\n', ''));
    becomes(text, (now) => removeAt(now, ['claims', 3]), text.replace('\n  - d: 4\n', ''));
  });
  it('goes with deeper comments behind a blank line, which a block scalar above would take in', () => {
    becomes('a: |-\n  text\nb: []\n\n  # about b\nc: 1\n', (text) => removeAt(text, ['b']), 'a: |-\n  text\nc: 1\n');
  });
  it('leaves an empty list or map when it was the last one', () => {
    becomes('claims: # all\n  - a: 1\nx: y\n', (now) => removeAt(now, ['claims', 0]), 'claims: [] # all\nx: y\n');
    becomes('claims:\n  - a: 1\n', (now) => removeAt(now, ['claims', 0, 'a']), 'claims:\n  - {}\n');
    becomes('claims: [a]', (now) => removeAt(now, ['claims', 0]), 'claims: []');
    becomes('claims: [a, b, c]', (now) => removeAt(now, ['claims', 1]), 'claims: [a, c]');
    becomes('claims: [\n  a, # one\n  b # two\n]', (now) => removeAt(now, ['claims', 1]), 'claims: [\n  a, # one\n]');
  });
});

describe('anchors and aliases', () => {
  const shared = lines`
    base: &base
      kind: x
      names: [a]
    one: *base
    two:
      <<: *base
      own: [b]
    lone: &lone {kind: z}
    `;
  const refused = (edit: (text: string) => unknown, message: RegExp) => assert.throws(() => edit(shared), (error) => error instanceof EditRefused && message.test(error.message));
  it('are refused where another entry would change', () => {
    refused((text) => setScalar(text, ['base', 'kind'], 'y'), /“base” is used elsewhere in the file as \*base/);
    refused((text) => insertItems(text, ['base', 'names'], 0, ['b']), /“base” is used elsewhere/);
    refused((text) => setPair(text, ['one'], 'kind', 'w'), /“one” is an alias \(\*base\)/);
    refused((text) => insertItems(text, ['two', 'names'], 0, ['b']), /“names” comes from another entry through “<<”/);
    refused((text) => removeAt(text, ['base']), /“base” is used elsewhere/);
  });
  it('are written around where that is safe', () => {
    becomes(shared, (text) => setPair(text, ['two'], 'kind', 'w'), shared.replace('own: [b]\n', 'own: [b]\n  kind: w\n'));
    becomes(shared, (text) => insertItems(text, ['two', 'own'], 9, ['c']), shared.replace('[b]', '[b, c]'));
    becomes(shared, (text) => setPair(text, ['lone'], 'kind', 'w'), shared.replace('kind: z', 'kind: w'));
    becomes(shared, (text) => removeAt(text, ['one']), shared.replace('one: *base\n', ''));
    becomes(shared, (text) => setPair(text, [], 'one', 'x'), shared.replace('*base\n', 'x\n'));
    becomes(shared, (text) => renameKey(text, ['base'], 'no'), shared.replace('base:', '"no":'));
  });
});

describe('a path', () => {
  it('is found by the span of an entry, a key or a value, also in odd places', () => {
    const text = 'a: [x, {b: c}]\n"d":\n- e: f\n  g: "h"\n';
    const yaml = readWritten(text);
    const of = (words: string) => pathAt(yaml, { start: text.indexOf(words), end: text.indexOf(words) + words.length });
    assert.deepEqual(['x', '{b: c}', 'b', 'c', '"d"', 'e: f\n  g: "h"', 'g: "h"', '"h"', 'x, {'].map(of), [
      ['a', 0], ['a', 1], ['a', 1, 'b'], ['a', 1, 'b'], ['d'], ['d', 0], ['d', 0, 'g'], ['d', 0, 'g'], null,
    ]);
  });
  it('is refused in a file that cannot be read', () => {
    assert.throws(() => readWritten('a: b\n---\nc: d\n'), /several documents/);
    assert.throws(() => readWritten('a: [b\n'), EditRefused);
  });
});
