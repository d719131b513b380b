import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cutYaml } from '../../../src/core/case/cutYaml';
import type { TextEdit } from '../../../src/core/edits/caseEdit';
import { EditRefused } from '../../../src/core/edits/planEdit';
import { insertItems, removeAt, renameKey, setPair, setScalar } from '../../../src/core/edits/yamlEdits';
import type { YamlPath } from '../../../src/core/edits/yamlTree';

const entry = fc.constantFrom(
  ' {type: person, name: A}',
  ' { type: place , aliases: [b,\n      c] } # flow',
  '\n    type: person\n    name: "A: b" # note\n    aliases:\n      - a\n      # between\n      - text: x\n        in: [y]',
  '\n    aliases:\n    - a\n    -   b\n    name: R&D 5 * 3',
  '\n    note: |\n      b: not a key\n      - no item\n\n      # no comment\n    name: z',
  '\n    note: >+\n      folded\n\n\n    # deeper\n    name: z',
  '\n    name: &n Shared\n    partOf: &p [x, y]',
  '\n    partOf: *p',
  '\n    <<: *n\n    name: own',
  '\n    name: one\n      two\n\n      three',
  '\n    name: "one\n      b: two"',
  ' ~',
  '',
);
const between = fc.constantFrom('', '', '', '\n', '\n# heading\n', '\n  # its own\n', '\n\n    # deeper');
const key = fc.constantFrom('a', 'b', 'c-d', 'no', 'é', 'x|date=1', "'q'", '"1.10"', 'a b', 'x:y', '0');
const section = fc.oneof(
  fc.array(fc.tuple(key, entry, between), { maxLength: 30 }).map((all) => all.map(([name, value, gap]) => `\n  ${name}:${value}${gap}`).join('')),
  fc.array(fc.tuple(entry, between), { maxLength: 30 }).map((all) => all.map(([value, gap]) => `\n  -${value}${gap}`).join('')),
  fc.constantFrom(' []', ' {}', '', ' word', ' [a, {b: c}]'),
);
const file = fc
  .tuple(fc.constantFrom('', '# head\n', '\n\n'), section, between, section, fc.constantFrom('', '\n', '\n\n# end\n'), fc.constantFrom('\n', '\r\n'))
  .map(([head, first, gap, second, tail, newline]) => `${head}entities:${first}${gap}\nclaims:${second}${tail}`.replaceAll('\n', newline));

const step = fc.oneof(fc.nat({ max: 31 }), key.map((name) => name.replaceAll(/^['"]|['"]$/g, '')), fc.constantFrom('name', 'aliases', 'partOf', 'note'));
const path: fc.Arbitrary<YamlPath> = fc.tuple(fc.constantFrom('entities', 'claims'), fc.array(step, { maxLength: 3 })).map(([first, rest]) => [first, ...rest]);
const edit = fc.oneof(
  path.map((at) => (text: string) => setScalar(text, at, 'new: value')),
  path.map((at) => (text: string) => removeAt(text, at)),
  path.map((at) => (text: string) => renameKey(text, at, 'renamed')),
  fc.tuple(path, fc.nat({ max: 31 })).map(([at, index]) => (text: string) => insertItems(text, at, index, ['w', { quote: 'q', entity: 'e' }])),
  fc.tuple(path, fc.constantFrom('name', 'b', 'new')).map(([at, name]) => (text: string) => setPair(text, at, name, { type: 'person', name: 'N' }, { order: 'sorted' })),
  fc.tuple(path, fc.constantFrom('aliases', 'b')).map(([at, name]) => (text: string) => setPair(text, at, name, ['x', 'y'], { order: ['name', 'aliases', 'note'] })),
);

/** The edits, counted from `offset` on, or why there are none. */
function made(change: (text: string) => readonly TextEdit[], text: string, offset = 0): readonly TextEdit[] | string {
  try {
    return change(text).map(({ span, newText }) => ({ span: { start: span.start - offset, end: span.end - offset }, newText }));
  } catch (error) {
    if (error instanceof EditRefused) return error.message;
    throw error;
  }
}

describe('files that are read entry by entry', () => {
  it('are edited as if they were read whole, whatever their style', () => {
    let cut = 0;
    fc.assert(
      fc.property(file, edit, (text, change) => {
        const head = `%YAML 1.2${/\r?\n/.exec(text)?.[0] ?? '\n'}---${/\r?\n/.exec(text)?.[0] ?? '\n'}`;
        const whole = made(change, head + text, head.length);
        fc.pre(typeof whole !== 'string' || !/syntax error|several documents/.test(whole));
        if (cutYaml(text)?.some(({ pieces }) => pieces.length > 1)) cut++;
        assert.deepEqual(made(change, text), whole, text);
      }),
      { numRuns: 3000 },
    );
    assert.ok(cut > 1000, `only ${cut} files were read entry by entry`);
  });
});
