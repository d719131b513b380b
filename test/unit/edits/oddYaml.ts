import * as fc from 'fast-check';
import { readYaml } from '../../../src/core/case/readYaml';
import type { YamlNode } from '../../../src/core/case/yaml';

/** Data of a YAML file: scalars are strings, maps keep their order. */
export type Data = string | readonly Data[] | ReadonlyMap<string, Data>;

/** What a reader sees in a text. */
export function dataOf(text: string): Data | null {
  const { root, problems } = readYaml(text);
  if (problems.length > 0) throw new Error(`${problems[0]!.message} at ${problems[0]!.span.start} in\n${text}`);
  return root && plain(root);
}

function plain(node: YamlNode): Data {
  if (node.kind === 'scalar') return node.text;
  return node.kind === 'list' ? node.items.map(plain) : new Map(node.pairs.map(({ key, value }) => [key.text, plain(value)]));
}

const words = ['kazakhstan', 'no', '~x', '1.10', '2007-05-01', 'the country', 'a: b', 'x # y', '- z', '[a', '{a}: b', "it's", '"q" said', 'a, b', 'ünïcode “q”',
  '#h', '&a', '*b', '!t', '%x', '@x', '`x', '=', '?', '-', '---', '...', '<<', 'null', 'true', '0x1F', '1:30', ' lead', 'trail ', 'tab\there', 'x:', ':x', 'back\\slash',
  'line\nbreak', 'ends\n', 'two\n\nparts\n', '', '__proto__', 'a\u2028b', '\ufeffx', '-0044', '187 of 192', 'y', '\u0007bell', '\ud800'];

/** Units that only double quotes can write. */
const odd = ['\u0007', '\u2028', '\ufeff', '\ud800'];

/** Strings that are hard to write. */
export const scalarArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '-', ',', '"', "'", '\\', '[', '}', '\n', 'é', '1', '.', '~', '&', '|', '>'), maxLength: 8 }),
);

const keyArbitrary = fc.constantFrom('quote', 'entity', 'no', '1.10', 'a b', 'x:y', "it's", 'claims', 'null', '__proto__', '#k', 'constructor');

/** Maps, lists and scalars, nested. */
export const dataArbitrary: fc.Arbitrary<Data> = fc.letrec<{ data: Data; map: Data; list: Data; scalar: Data }>((tie) => ({
  data: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('scalar'), tie('map'), tie('list')),
  scalar: scalarArbitrary,
  list: fc.array(tie('data'), { maxLength: 3 }),
  map: fc.array(fc.tuple(keyArbitrary, tie('data')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
})).data;

/** A whole file: a map. */
export const fileArbitrary: fc.Arbitrary<ReadonlyMap<string, Data>> = fc
  .uniqueArray(fc.tuple(keyArbitrary, dataArbitrary), { selector: ([key]) => key, maxLength: 4 })
  .map((pairs) => new Map(pairs));

/** Writes `data` in styles that `pick` chooses: `pick(n)` is less than `n`. Comments are `# c1`, `# c2`, … */
export function writeOddly(data: ReadonlyMap<string, Data>, pick: (n: number) => number): { readonly text: string; readonly comments: readonly string[] } {
  const comments: string[] = [];
  const comment = () => {
    comments.push(`# c${comments.length + 1};`);
    return comments.at(-1)!;
  };
  const eol = () => (pick(6) === 0 ? `  ${comment()}\n` : '\n');
  /** A block scalar takes in blank lines and deeper comments. */
  let inLiteral = false;
  const between = (column: number) => {
    const blank = pick(8) === 0 && !inLiteral ? '\n' : '';
    return pick(8) > 0 ? blank : `${blank}${' '.repeat(column + (pick(4) === 0 && !inLiteral ? 2 : 0))}${comment()}\n`;
  };
  const anchor = () => (pick(12) === 0 ? `&a${pick(1000)} ` : '');
  const quoted = (text: string) => {
    const isTame = !['\n', '\t', ...odd].some((unit) => text.includes(unit));
    return isTame && pick(2) === 0 ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  };
  const flowScalar = (text: string) => (/^[a-z][a-z ]*[a-z]$/.test(text) && pick(3) > 0 ? text : quoted(text));
  const flow = (node: Data, column: number): string => {
    if (typeof node === 'string') return flowScalar(node);
    const isMap = node instanceof Map;
    const parts = isMap ? [...node].map(([key, value]) => `${flowScalar(key)}: ${flow(value, column)}`) : (node as readonly Data[]).map((item) => flow(item, column));
    const [open, close] = isMap ? ['{', '}'] : ['[', ']'];
    if (parts.length > 0 && pick(4) === 0) {
      const lead = `\n${' '.repeat(column + 2)}`;
      const lines = parts.map((part, i) => lead + part + (i < parts.length - 1 || pick(2) === 0 ? ',' : '') + (pick(4) === 0 ? ` ${comment()}` : ''));
      return `${open}${lines.join('')}\n${' '.repeat(column + 1)}${close}`;
    }
    const pad = pick(3) === 0 ? ' ' : '';
    return `${open}${pad}${parts.join(', ')}${parts.length > 0 && pick(6) === 0 ? ',' : ''}${pad}${close}`;
  };
  const blockScalar = (text: string, column: number): string | null => {
    const body = text.replace(/\n+$/, '');
    const ends = text.length - body.length;
    if (body === '' || /^\s|\n[ \t]|\t/.test(body) || odd.some((unit) => body.includes(unit)) || body.endsWith(' ')) return null;
    const lead = ' '.repeat(column + 1 + pick(3));
    const lines = body.split('\n').map((line) => (line === '' ? '' : lead + line));
    const keep = ends > 1 || (ends === 1 && pick(3) === 0);
    const header = keep ? '|+' : ends === 0 ? '|-' : '|';
    return `${header}\n${lines.join('\n')}\n${'\n'.repeat(Math.max(0, ends - 1))}`;
  };
  /** What follows `key:` or `-`, newline included; `column`: that of the key or the dash. */
  const block = (node: Data, column: number, dashed: boolean): string => {
    if (typeof node === 'string') {
      const literal = pick(4) === 0 ? blockScalar(node, column) : null;
      inLiteral = literal !== null;
      return literal === null ? ` ${anchor()}${flowScalar(node)}${eol()}` : ` ${literal}`;
    }
    const isMap = node instanceof Map;
    const size = [...node.keys()].length;
    inLiteral = false;
    if (size === 0 || pick(3) === 0) return ` ${anchor()}${flow(node, column)}${eol()}`;
    const inline = dashed && pick(2) === 0;
    const gap = 1 + pick(3);
    const inner = inline ? column + 1 + gap : column + (isMap || dashed ? 1 + pick(4) : pick(4));
    const name = inline ? '' : anchor();
    const start = inline ? ' '.repeat(gap) : (name && ` ${name.trim()}`) + eol();
    let rest = '';
    for (const [step, value] of node.entries()) {
      if (rest !== '' || !inline) rest += between(inner) + ' '.repeat(inner);
      rest += isMap ? `${flowScalar(String(step))}:${block(value, inner, false)}` : `-${block(value, inner, true)}`;
    }
    return start + rest;
  };
  let text = pick(6) === 0 ? '---\n' : '';
  if (pick(4) === 0) text += `${comment()}\n`;
  if (data.size > 0 && pick(8) === 0) text += `${flow(data, 0)}\n`;
  else for (const [key, value] of data) text += between(0) + `${flowScalar(key)}:${block(value, 0, false)}`;
  if (pick(4) === 0 && !/\|\+?\n/.test(text)) text = text.replace(/\n$/, '');
  return { text: pick(4) === 0 ? text.replaceAll('\n', '\r\n') : text, comments };
}
