import assert from 'node:assert/strict';
import { yamlContextAt } from '../../../src/core/features/yamlContext';
import { lines } from '../markedCase';

/** `role path: typed` at the caret of a file, with the words that it would replace where they go on behind it. */
function contextOf(marked: string): string | null {
  const offset = marked.indexOf('‸');
  const context = yamlContextAt(marked.replace('‸', ''), offset);
  if (!context) return null;
  const rest = context.text === context.typed ? '' : ` (of ${context.text})`;
  return `${context.role} ${context.path.join('/')}: ${context.quote}${context.typed}${rest}`;
}

const cases: readonly (readonly [title: string, marked: string, expected: string | null])[] = [
  ['a key at the top of an empty file', '‸', 'key : '],
  ['a half-written key at the top', 'source: a\nclai‸', 'key : clai'],
  ['an empty value', 'source: ‸', 'value source: '],
  ['an empty value without white space', 'source:‸\nclaims:\n', 'value source: '],
  ['a half-written value', 'source: sour‸ces/a.txt\n', 'value source: sour (of sources/a.txt)'],
  ['a value in open double quotes', 'source: "sour‸\nclaims:\n', 'value source: "sour'],
  ['a value in single quotes', "source: 'sour‸ce'\n", "value source: 'sour (of source)"],
  ['a key of an item', 'claims:\n  - subject: a\n    pro‸\n', 'key claims/-: pro'],
  ['an empty line within an item', 'claims:\n  - subject: a\n    ‸\n    value: 1\n', 'key claims/-: '],
  ['a key before its colon', 'claims:\n  - sub‸ject: a\n', 'key claims/-: sub (of subject)'],
  ['behind a dash', 'claims:\n  - ‸\n', 'item claims/-: '],
  ['a word behind a dash', 'claims:\n  - sub‸\n', 'item claims/-: sub'],
  ['behind a dash that is not indented', 'claims:\n- subject: a\n- ‸', 'item claims/-: '],
  ['a key of an item that is not indented', 'claims:\n- subject: a\n  va‸', 'key claims/-: va'],
  ['a value of an item', 'claims:\n  - subject: a\n    value: almost 2‸\n', 'value claims/-/value: almost 2'],
  ['behind words and a space', 'claims:\n  - subject: old ‸\n', 'value claims/-/subject: old '],
  ['the line where a list begins', 'claims:\n  ‸', 'block claims: '],
  ['the line where a list goes on', 'claims:\n  - subject: a\n    value: 1\n  ‸\n', 'block claims: '],
  ['a word where a list goes on', 'claims:\n  - subject: a\n  cl‸\n', 'block claims: cl'],
  ['a nested list', 'entities:\n  a:\n    partOf:\n      - ‸\n', 'item entities/a/partOf/-: '],
  ['a nested list at its key’s column', 'entities:\n  a:\n    partOf:\n    - b\n    - ‸\n', 'item entities/a/partOf/-: '],
  ['a key after such a list', 'entities:\n  a:\n    partOf:\n    - b\n    na‸\n', 'key entities/a: na'],
  ['the line below a key', 'entities:\n  a:\n    ‸', 'block entities/a: '],
  ['a word below a key', 'entities:\n  a:\n    na‸', 'block entities/a: na'],
  ['a key of the second level', 'entities:\n  a:\n    name: A\n  b‸\n', 'key entities: b'],
  ['a nested map', 'claims:\n  - subject: a\n    key:\n      elec‸\n', 'block claims/-/key: elec'],
  ['a separator’s value', 'claims:\n  - subject: a\n    key: {election: x‸}\n', 'value claims/-/key/election: x'],
  ['flow: an empty map', 'claims:\n  - {‸}\n', 'key claims/-: '],
  ['flow: a half-written key', 'claims:\n  - {subject: a, pro‸}\n', 'key claims/-: pro'],
  ['flow: a half-written key without its bracket', 'claims:\n  - {subject: a, pro‸\n  - {subject: b}\n', 'key claims/-: pro'],
  ['flow: behind a comma', 'claims:\n  - {subject: a, ‸}\n', 'key claims/-: '],
  ['flow: an empty value', 'claims:\n  - {subject: ‸, property: b}\n', 'value claims/-/subject: '],
  ['flow: an empty value at the end', 'claims:\n  - {subject: ‸\n', 'value claims/-/subject: '],
  ['flow: a value', 'claims:\n  - {subject: ab‸c, property: b}\n', 'value claims/-/subject: ab (of abc)'],
  ['flow: a value with a space behind it', 'claims:\n  - {value: almost ‸, property: b}\n', 'value claims/-/value: almost '],
  ['flow: a list', 'entities:\n  a: {name: A, partOf: [b, ‸]}\n', 'item entities/a/partOf/-: '],
  ['flow: a word in a list', 'entities:\n  a: {name: A, partOf: [b, c‸]}\n', 'item entities/a/partOf/-: c'],
  ['flow: behind a list without its bracket', 'entities:\n  a: {partOf: [b, name: ‸}\n', 'value entities/a/name: '],
  ['flow: a map in a list', 'entities:\n  a:\n    facts: [{property: ‸}]\n', 'value entities/a/facts/-/property: '],
  ['flow: over several lines', 'entities:\n  a: {\n    name: A,\n    ty‸\n  }\n', 'key entities/a: ty'],
  ['flow: from the first level', 'sources: {\n  "sources/a b.txt": {title: x, publ‸},\n}\n', 'key sources/sources/a b.txt: publ'],
  ['flow: a quoted value', 'claims:\n  - {subject: "ab‸c", property: b}\n', 'value claims/-/subject: "ab (of abc)'],
  ['flow: the whole file', '{source: a, claims: [{subject: ‸}]}', 'value claims/-/subject: '],
  ['flow: behind a value', 'claims:\n  - {subject: a} ‸\n', null],
  ['behind an unclosed bracket of another entry', 'claims:\n  - {subject: a\n  - {subject: ‸\n', 'value claims/-/subject: '],
  ['behind an open quote in another entry', 'claims:\n  - quote: "a b\n  - subject: ‸\n', 'value claims/-/subject: '],
  ['behind an open quote in the same entry', 'claims:\n  - quote: "a b\n    subject: ‸\n', 'value claims/-/subject: '],
  ['a comment', 'source: a # b‸\n', null],
  ['a comment of its own line', 'claims:\n  # ‸\n  - subject: a\n', null],
  ['a block scalar', 'claims:\n  - subject: a\n    note: |\n      subject: ‸\n', null],
  ['an empty line in a block scalar', 'claims:\n  - note: >\n      a\n      ‸\n      b\n', null],
  ['a key behind a block scalar', 'claims:\n  - note: >\n      a\n    va‸\n', 'key claims/-: va'],
  ['words that go on below a plain value', 'claims:\n  - quote: the first\n      words ‸\n', null],
  ['a key with white space in it', 'sources:\n  sources/a b.txt:\n    title: x\n    pub‸\n', 'key sources/sources/a b.txt: pub'],
  ['a review’s key', 'reviews:\n  a|b|c=d:\n    status: ‸\n', 'value reviews/a|b|c=d/status: '],
  ['with Windows newlines', 'claims:\r\n  - subject: ‸\r\n    property: b\r\n', 'value claims/-/subject: '],
  ['behind an anchor', 'claims:\n  - &one\n    subject: ‸\n', 'value claims/-/subject: '],
  ['before a key', 'claims:\n  -‸ subject: a\n', null],
  ['a document marker before', '---\nsource: ‸\n', 'value source: '],
];

describe('the place in a YAML file that is being typed', () => {
  for (const [title, marked, expected] of cases) it(title, () => assert.equal(contextOf(marked), expected));

  it('knows the keys of the maps around it, also those behind it', () => {
    const marked = lines`
      claims:
        - subject: bridge
          property: ‸
          value: 1901 # a year
          quote: "It ""opened"
        - subject: other
      `;
    const context = yamlContextAt(marked.replace('‸', ''), marked.indexOf('‸'))!;
    assert.deepEqual([...context.maps.at(-1)!.entries()].slice(0, 3), [
      ['subject', 'bridge'],
      ['property', null],
      ['value', '1901'],
    ]);
  });
  it('knows them in flow style too', () => {
    const marked = 'claims:\n  - {subject: bridge, value: ‸, property: "opened"}\n';
    const context = yamlContextAt(marked.replace('‸', ''), marked.indexOf('‸'))!;
    assert.deepEqual([...context.maps.at(-1)!.entries()], [['subject', 'bridge'], ['value', null], ['property', 'opened']]);
  });
  it('knows the keys of its own level in long lists of entries', () => {
    const entries = Array.from({ length: 50 }, (_, index) => `  mention/${index}: off`).join('\n');
    const marked = `severity:\n${entries}\n  ‸\n`;
    const context = yamlContextAt(marked.replace('‸', ''), marked.indexOf('‸'))!;
    assert.deepEqual([context.role, context.path, context.maps.at(-1)!.size], ['key', ['severity'], 50]);
  });
  it('is told or not, but never fails, wherever the cursor is in whatever is written', () => {
    const pieces = ['a:', ' ', '\n', '  ', '- ', '{', '}', '[', ']', ',', '"', "'", '#', '|', 'b', ': ', '\t', '\r\n', '&x ', '\\'];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: next() % 24 }, () => pieces[next() % pieces.length]).join('');
      for (let offset = 0; offset <= text.length; offset++) {
        const context = yamlContextAt(text, offset);
        assert.ok(!context || (context.span.start <= offset && offset <= context.span.end), JSON.stringify([text, offset]));
      }
    }
  });
});
