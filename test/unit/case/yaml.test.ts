import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseYaml } from '../../../src/core/case/parseYaml';
import { readYaml } from '../../../src/core/case/readYaml';
import type { YamlNode } from '../../../src/core/case/yaml';
import { createYamlCache } from '../../../src/core/case/yamlCache';

/** A node as plain data; maps as entry lists, so that no key is special. */
function plain(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.pairs.map((pair) => [pair.key.text, plain(pair.value)]);
}

function read(text: string) {
  const { root, problems } = readYaml(text);
  return {
    data: plain(root),
    root,
    told: problems.map((p) => `${p.code} ${JSON.stringify(text.slice(p.span.start, p.span.end))}: ${p.message}`),
  };
}

const word = fc.constantFrom('a', 'b', 'name', 'text', 'in', 'Almaty', 'no', '0123', '-0044', '1.10', '~', 'é🙂');
const scalar = fc.oneof(
  word,
  word.map((w) => `"${w} \\u00e9 # no comment"`),
  word.map((w) => `'it''s ${w}: x'`),
  fc.constantFrom('', '&x a', '*x', '&y [a, *x]', '*y'),
);
const flow = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar.filter((s) => s !== ''),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.array(fc.tuple(word, tie('value')), { maxLength: 3 }).map((pairs) => `{${pairs.map(([k, v]) => `${k}: ${v}`).join(', ')}}`),
  ),
})).value;
const comment = fc.constantFrom('', '', '', ' # note: x', '\n', '\n# between\n', '\n   # deeper\n', '\n\n');

function block(indent: string): fc.Arbitrary<string> {
  return fc.oneof(
    fc.tuple(flow, comment).map(([value, c]) => ` ${value}${c}`),
    fc.tuple(fc.constantFrom('|', '>', '|-', '>+', '|2'), fc.array(word, { maxLength: 3 })).map(
      ([mark, lines]) => ` ${mark}${lines.map((line) => `\n${indent}  ${line}: # in the text`).join('')}\n`,
    ),
    fc.tuple(word, word).map(([x, y]) => ` ${x}\n${indent}  ${y}\n\n${indent}   z`),
    fc.tuple(word, word).map(([x, y]) => ` "${x}\n${indent}  ${y}: z\n\n${indent}  # no comment"`),
    fc.array(fc.tuple(word, flow), { minLength: 1, maxLength: 3 }).map(
      (pairs) => pairs.map(([k, v]) => `\n${indent}  ${k}: ${v}`).join(''),
    ),
    fc.array(flow, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `\n${indent}  - ${item}`).join('')),
    fc.array(flow, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `\n${indent}- ${item}`).join('')),
  );
}

const entries = fc.constantFrom('  ', '    ', ' ').chain((indent) =>
  fc.oneof(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c-d', 'no', 'é', 'x|date', '<<x'), block(indent), comment), { maxLength: 4 }).map(
      (all) => all.map(([key, value, c]) => `\n${indent}${key}:${value}${c}`).join(''),
    ),
    fc.array(fc.tuple(flow, comment), { maxLength: 4 }).map((all) => all.map(([item, c]) => `\n${indent}- ${item}${c}`).join('')),
    fc.array(fc.tuple(word, flow, flow), { maxLength: 3 }).map((all) =>
      all.map(([key, v, w]) => `\n- ${key}: ${v}\n  other: ${w}`).join(''),
    ),
  ),
);
const file = fc
  .tuple(
    fc.constantFrom('', '---\n', '# head\n', '\n\n'),
    fc.array(fc.tuple(fc.constantFrom('entities', 'properties', 'source', 'x y'), comment, fc.oneof(entries, block('')), comment), {
      maxLength: 3,
    }),
    fc.constantFrom('', '\n', '\n...\n', '\n---\n'),
    fc.boolean(),
  )
  .map(([head, sections, tail, crlf]) => {
    const text = head + sections.map(([key, c, value, d]) => `${key}:${value.startsWith('\n') ? c : ''}${value}${d}`).join('\n') + tail;
    return crlf ? text.replace(/\n/g, '\r\n') : text;
  });

const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), fc.constantFrom(...'\n :-#"\'[]{},|&*!\t', '\n  ', ': ', 'x', ''));

function edited(text: string, [where, removed, inserted]: readonly [number, number, string]): string {
  const at = Math.floor(where * text.length);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function parseWhole(text: string) {
  const { root, problems } = parseYaml(text.replace(/\r(?!\n)/g, '\n'));
  return { root, problems: problems.toSorted((a, b) => a.span.start - b.span.start) };
}

describe('reading YAML by pieces', () => {
  it('gives the same as parsing the whole file', () => {
    fc.assert(
      fc.property(file, (text) => {
        assert.deepEqual(readYaml(text), parseWhole(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same as parsing the whole file whenever that has no syntax problem, after any edits', () => {
    fc.assert(
      fc.property(file, fc.array(edit, { maxLength: 3 }), (text, edits) => {
        const changed = edits.reduce(edited, text);
        const whole = parseWhole(changed);
        fc.pre(!whole.problems.some((problem) => problem.code === 'yaml/syntax'));
        assert.deepEqual(readYaml(changed), whole);
      }),
      { numRuns: 1500 },
    );
  });

  it('tells of a problem wherever parsing the whole file does', () => {
    fc.assert(
      fc.property(file, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        const changed = edits.reduce(edited, text);
        assert.equal(readYaml(changed).problems.length > 0, parseWhole(changed).problems.length > 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same with the cache of the readings before as without', () => {
    fc.assert(
      fc.property(file, fc.array(edit, { maxLength: 8 }), (text, edits) => {
        const cache = createYamlCache();
        let current = text;
        for (const next of edits) {
          readYaml(current, cache);
          current = edited(current, next);
          assert.deepEqual(readYaml(current, cache), readYaml(current));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading YAML', () => {
  it('keeps scalars as they were written, unquoted and unescaped', () => {
    const { data, told } = read('a: -0044\nb: 1.10\nc: [0123, no, null, "x\\ty", \'it\'\'s\', 2015-01-02]\nd: |\n  two\n  lines\ne: >-\n  one\n  line\n');
    assert.deepEqual(data, [
      ['a', '-0044'],
      ['b', '1.10'],
      ['c', ['0123', 'no', 'null', 'x\ty', "it's", '2015-01-02']],
      ['d', 'two\nlines\n'],
      ['e', 'one line'],
    ]);
    assert.deepEqual(told, []);
  });

  it('gives every key and value its place', () => {
    const text = '# c\nentities:\r\n  é🙂: {name: "A\\u0042"}\r\n';
    const { root } = read(text);
    assert.equal(root?.kind, 'map');
    const entity = root.kind === 'map' && root.pairs[0]?.value.kind === 'map' ? root.pairs[0].value.pairs[0] : undefined;
    const name = entity?.value.kind === 'map' ? entity.value.pairs[0] : undefined;
    const at = (span?: { start: number; end: number }) => text.slice(span?.start, span?.end);
    assert.deepEqual([at(entity?.key.span), at(entity?.span), at(name?.key.span), at(name?.value.span)], [
      'é🙂', 'é🙂: {name: "A\\u0042"}', 'name', '"A\\u0042"',
    ]);
  });

  it('reads an empty file, comments alone, a list and a scalar', () => {
    for (const text of ['', '\n\n', '# nothing\n', '---\n', '\uFEFF']) assert.deepEqual(read(text), { data: null, root: null, told: [] });
    assert.deepEqual(read('- a\n- b\n').data, ['a', 'b']);
    assert.equal(read('just text').data, 'just text');
  });

  it('reads past a byte order mark, CRLF, lone CR and document markers', () => {
    for (const text of ['\uFEFFa: 1\nb: 2\n', 'a: 1\r\nb: 2\r\n', 'a: 1\rb: 2\r', '---\na: 1\nb: 2\n...\n', '%YAML 1.2\n---\na: 1\nb: 2\n']) {
      assert.deepEqual(read(text), { ...read(text), data: [['a', '1'], ['b', '2']], told: [] });
    }
  });

  it('reads the first document of several and says so', () => {
    const { data, told } = read('a: 1\n---\nb: 2\n');
    assert.deepEqual(data, [['a', '1']]);
    assert.deepEqual(told, ['yaml/syntax "---": only the first document of a file is read — remove this "---"']);
  });

  it('tells of several mistakes, each in its place, and reads the entries around them', () => {
    const { data, told } = read(
      'entities:\n  a: {name: A}\n  b: {name: "B}\n  c: {name: C\n  d: {name: D}\n  e: one: two\n  f: @g\n  h\n  i: {name: I}\nproperties:\n  j: {label: J}\n',
    );
    assert.deepEqual(told, [
      'yaml/syntax "}": the closing quotation mark is missing',
      'yaml/syntax "}": the closing } is missing',
      'yaml/syntax "C": the closing } is missing',
      'yaml/syntax "o": this value contains ": " — put the whole value in quotes',
      'yaml/syntax "@": a value cannot begin with @ — put it in quotes',
      'yaml/syntax "h": expected "key: value" here',
    ]);
    const entities = (data as [string, [string, unknown][]][])[0]?.[1] ?? [];
    for (const id of ['a', 'd', 'i']) {
      assert.deepEqual(entities.find(([key]) => key === id)?.[1], [['name', id.toUpperCase()]]);
    }
    assert.deepEqual((data as unknown[])[1], ['properties', [['j', [['label', 'J']]]]]);
  });

  it('tells of a bracket or a tab before the first entry of a section', () => {
    for (const sign of ['}', ' ]', '\t']) {
      const text = `entities:\n${sign}  almaty: {name: Almaty}\n  aral: {name: Aral}\n`;
      assert.notDeepEqual(readYaml(text).problems, [], JSON.stringify(sign));
    }
  });

  it('leaves the entries around a broken one alone', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom(...'ab:{}[]"\'#|&*!->, ') }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, (broken) => {
        const text = `entities:\n  first: {name: First}\n  broken: ${broken.join('\n    ')}\n  last: {name: Last}\n`;
        const { data, told } = read(text);
        const entities = (data as [string, [string, unknown][]][])[0]?.[1] ?? [];
        const of = (id: string) => entities.find(([key]) => key === id)?.[1];
        assert.deepEqual([of('first'), of('last')], [[['name', 'First']], [['name', 'Last']]], told.join('\n'));
      }),
      { numRuns: 2000 },
    );
  });

  it('lets the first of duplicate keys stand and tells on the second', () => {
    const { data, told } = read('a:\n  x: {n: 1, n: 2}\n  x: 3\na: 4\n');
    assert.deepEqual(data, [['a', [['x', [['n', '1']]]]]]);
    assert.deepEqual(told, [
      'yaml/duplicate-key "n": duplicate key "n": the first one counts',
      'yaml/duplicate-key "x": duplicate key "x": the first one counts',
      'yaml/duplicate-key "a": duplicate key "a": the first one counts',
    ]);
  });

  it('resolves anchors, aliases and merges', () => {
    const { data, told } = read('a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\nd: {"<<": z}\ne:\n  <<: [*a, {w: 4}]\n');
    assert.deepEqual(data, [
      ['a', [['x', '1'], ['y', '2']]],
      ['b', [['x', '1'], ['y', '2']]],
      ['c', [['y', '3'], ['x', '1']]],
      ['d', [['<<', 'z']]],
      ['e', [['x', '1'], ['y', '2'], ['w', '4']]],
    ]);
    assert.deepEqual(told, []);
  });

  it('resolves aliases across entries of a section', () => {
    assert.deepEqual(read('entities:\n  a: {partOf: &p [x, y]}\n  b: {partOf: *p}\n').data, [
      ['entities', [['a', [['partOf', ['x', 'y']]]], ['b', [['partOf', ['x', 'y']]]]]],
    ]);
  });

  it('tells of an alias without an anchor and of one that contains itself', () => {
    const { data, told } = read('a: *none\nb: &b [1, *b]\nc: 2\n');
    assert.deepEqual(data, [['b', ['1']], ['c', '2']]);
    assert.equal(told.length, 2);
    assert.match(told[0] ?? '', /^yaml\/syntax "\*none": no "&none" stands before this/);
    assert.match(told[1] ?? '', /^yaml\/syntax "\*b": "\*b" contains itself/);
  });

  it('defuses an alias bomb, wide or deep, and reads the rest', () => {
    let wide = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    let deep = 'a0: &a0 [x]\n';
    for (let i = 1; i < 40; i++) wide += `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]\n`;
    for (let i = 1; i < 20_000; i++) deep += `a${i}: &a${i} [*a${i - 1}]\n`;
    for (const bomb of [wide, deep]) {
      const { root, problems } = readYaml(`${bomb}last: here\n`);
      assert.deepEqual(problems.map((p) => p.code), ['yaml/too-many-aliases']);
      const last = root?.kind === 'map' ? root.pairs.at(-1) : undefined;
      assert.deepEqual([last?.key.text, last?.value.kind === 'scalar' && last.value.text], ['last', 'here']);
    }
  });

  it('takes no key for special', () => {
    const { data, told } = read('__proto__: {a: 1}\nconstructor: b\ntoString:\n  __proto__: c\n');
    assert.deepEqual(data, [
      ['__proto__', [['a', '1']]],
      ['constructor', 'b'],
      ['toString', [['__proto__', 'c']]],
    ]);
    assert.deepEqual(told, []);
    assert.equal(({} as Record<string, unknown>).a, undefined);
  });

  it('tells of a merge conflict once and reads the first side', () => {
    const text = 'entities:\n  a: {name: A}\n<<<<<<< HEAD\n  b: {name: Ours}\n||||||| base\n  b: {name: Base}\n=======\n  b: {name: Theirs}\n>>>>>>> branch\n  c: {name: C}\n';
    for (const variant of [text, text.replace(/\n/g, '\r\n')]) {
      const { data, told } = read(variant);
      assert.deepEqual(data, [['entities', [['a', [['name', 'A']]], ['b', [['name', 'Ours']]], ['c', [['name', 'C']]]]]]);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /^yaml\/syntax "<<<<<<< HEAD": unresolved merge conflict/);
    }
  });

  it('tells of a tab that indents', () => {
    assert.match(read('a:\n\tb: c\n').told.join('\n'), /a tab cannot indent — use spaces/);
  });

  it('tells of text that YAML takes for a tag', () => {
    assert.deepEqual(read('name: !Kung people\n').told, ['yaml/syntax "!Kung": "!Kung" is read as a YAML tag — put the value in quotes']);
  });

  it('reads one line of a megabyte', () => {
    const { root, problems } = readYaml(`a: ${'x '.repeat(500_000)}\nb: [${'y, '.repeat(100_000)}]\nc: z\n`);
    assert.deepEqual(problems, []);
    assert.equal(root?.kind === 'map' && root.pairs.length, 3);
  });

  it('survives nesting without end', () => {
    for (const open of ['[', '{a: ', '- ', '? ']) {
      const { problems } = readYaml(`first: 1\nentities:\n  deep: ${open.startsWith('-') || open.startsWith('?') ? '\n   ' : ''}${open.repeat(20_000)}\nlast: 2\n`);
      assert.ok(problems.some((p) => p.message.startsWith('nested too deeply')), open);
    }
  });
});
