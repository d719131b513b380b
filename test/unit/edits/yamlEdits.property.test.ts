import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import type { TextEdit } from '../../../src/core/edits/caseEdit';
import { edited } from '../../../src/core/edits/editSteps';
import { insertItems, removeAt, renameKey, setPair, setScalar } from '../../../src/core/edits/yamlEdits';
import type { YamlData } from '../../../src/core/edits/yamlScalars';
import type { YamlPath } from '../../../src/core/edits/yamlTree';
import { dataArbitrary, dataOf, fileArbitrary, scalarArbitrary, writeOddly } from './oddYaml';
import type { Data } from './oddYaml';

const runs = { numRuns: 400 };

interface OddFile {
  readonly data: ReadonlyMap<string, Data>;
  readonly text: string;
  readonly comments: readonly string[];
  readonly paths: readonly YamlPath[];
}

const oddFile: fc.Arbitrary<OddFile> = fc.tuple(fileArbitrary, fc.infiniteStream(fc.nat({ max: 23 }))).map(([data, stream]) => {
  const written = writeOddly(data, (n) => (stream.next().value as number) % n);
  return { data, ...written, paths: pathsOf(data) };
});

describe('edits of YAML in odd styles', () => {
  it('odd files read as their data', () => {
    fc.assert(fc.property(oddFile, ({ data, text }) => assert.deepEqual(dataOf(text) ?? new Map(), data)), runs);
  });

  it('a scalar is replaced, and nothing else', () => {
    fc.assert(
      fc.property(oddFile, fc.nat(), scalarArbitrary, ({ data, text, comments, paths }, n, value) => {
        const path = choose(paths.filter((one) => typeof at(data, one) === 'string'), n);
        if (!path) return;
        const after = applied(text, setScalar(text, path, value));
        assert.deepEqual(dataOf(after), changed(data, path, () => value), text);
        keeps(comments, after, text);
      }),
      runs,
    );
  });

  it('items are inserted where asked, in lists that are there or not', () => {
    fc.assert(
      fc.property(oddFile, fc.nat(), fc.nat({ max: 4 }), fc.array(dataArbitrary, { minLength: 1, maxLength: 2 }), ({ data, text, comments, paths }, n, index, items) => {
        const lists = paths.filter((one) => Array.isArray(at(data, one)));
        const maps = [[], ...paths.filter((one) => at(data, one) instanceof Map)].map((one) => [...one, 'new']);
        const path = choose([...lists, ...maps, ['new', 'deeper', 'new']], n)!;
        const edits = insertItems(text, path, index, items.map(toYaml));
        const after = applied(text, edits);
        assert.deepEqual(dataOf(after), changed(data, path, (list) => (list === undefined ? items : (list as readonly Data[]).toSpliced(index, 0, ...items))), text);
        keeps(comments, after, text);
        for (const { span } of edits) assert.match(text.slice(span.start, span.end), /^\s*(?:\[\s*\]|\{\s*\})?\s*$/, text);
      }),
      runs,
    );
  });

  it('pairs are set, in maps that are there or not', () => {
    fc.assert(
      fc.property(oddFile, fc.nat(), fc.constantFrom('entity', 'new', 'no', 'a: b'), dataArbitrary, fc.boolean(), ({ data, text, comments, paths }, n, key, value, first) => {
        const map = choose([[], ...paths.filter((one) => at(data, one) instanceof Map), ['new', 'deeper']], n)!;
        const isNew = at(data, [...map, key]) === undefined;
        const order = first ? [key, ...((at(data, map) as ReadonlyMap<string, Data> | undefined)?.keys() ?? [])] : [];
        const after = applied(text, setPair(text, map, key, toYaml(value), { order }));
        const expected = changed(data, [...map, key], () => value);
        assert.deepEqual(dataOf(after), expected, text);
        if (isNew) keeps(comments, after, text);
        if (isNew && first) assert.equal([...(at(dataOf(after)!, map) as ReadonlyMap<string, Data>).keys()][0], key, `${text}\n→\n${after}`);
      }),
      runs,
    );
  });

  it('pairs and items are removed, with comments of their own alone', () => {
    fc.assert(
      fc.property(oddFile, fc.nat(), ({ data, text, paths }, n) => {
        const path = choose(paths, n);
        if (!path) return;
        const after = applied(text, removeAt(text, path));
        assert.deepEqual(dataOf(after) ?? new Map(), removed(data, path), text);
      }),
      runs,
    );
  });

  it('keys are renamed', () => {
    fc.assert(
      fc.property(oddFile, fc.nat(), fc.constantFrom('renamed', 'on', '1e5', 'a: b'), ({ data, text, comments, paths }, n, key) => {
        const path = choose(paths.filter((one) => typeof one.at(-1) === 'string'), n);
        if (!path) return;
        const after = applied(text, renameKey(text, path, key));
        const holder = path.slice(0, -1);
        const renamed = new Map([...(at(data, holder) as ReadonlyMap<string, Data>)].map(([name, value]) => [name === path.at(-1) ? key : name, value]));
        assert.deepEqual(dataOf(after), holder.length === 0 ? renamed : changed(data, holder, () => renamed), text);
        keeps(comments, after, text);
      }),
      runs,
    );
  });

  it('several steps are the same as edits of the first text', () => {
    fc.assert(
      fc.property(oddFile, fc.array(fc.tuple(fc.nat(), dataArbitrary), { minLength: 1, maxLength: 4 }), ({ text }, steps) => {
        const step = ([n, value]: [number, Data]) => (now: string) => {
          const data = (dataOf(now) ?? new Map()) as ReadonlyMap<string, Data>;
          const path = choose(pathsOf(data), n);
          if (!path || n % 3 === 0) return insertItems(now, ['new'], n % 5, [toYaml(value)]);
          return n % 3 === 1 ? removeAt(now, path) : typeof at(data, path) === 'string' ? setScalar(now, path, 'other') : [];
        };
        const all = steps.map(step);
        const stepwise = all.reduce((now, one) => applyTextEdits(now, one(now)), text);
        assert.equal(applyTextEdits(text, edited(text, all)), stepwise);
      }),
      runs,
    );
  });
});

function applied(text: string, edits: readonly TextEdit[]): string {
  const after = applyTextEdits(text, edits);
  const newlines = (content: string) => [...new Set(content.match(/\r\n|\n|\r/g) ?? [])];
  if (newlines(text).length > 0) assert.deepEqual(newlines(after).filter((one) => !newlines(text).includes(one)), [], 'newlines stay');
  return after;
}

function keeps(comments: readonly string[], after: string, before: string): void {
  for (const comment of comments) assert.equal(after.split(comment).length, 2, `${comment} in\n${before}\n→\n${after}`);
}

function choose<T>(items: readonly T[], n: number): T | undefined {
  return items[n % Math.max(1, items.length)];
}

function pathsOf(data: Data, base: YamlPath = []): readonly YamlPath[] {
  if (typeof data === 'string') return [];
  return [...data.entries()].flatMap(([step, value]) => [[...base, step], ...pathsOf(value, [...base, step])]);
}

function at(data: Data, path: YamlPath): Data | undefined {
  let node: Data | undefined = data;
  for (const step of path) {
    if (node instanceof Map) node = node.get(String(step));
    else node = Array.isArray(node) ? (node[Number(step)] as Data) : undefined;
  }
  return node;
}

function changed(data: Data | undefined, path: YamlPath, change: (value: Data | undefined) => Data): Data {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (typeof step === 'number') return (data as readonly Data[]).map((item, i) => (i === step ? changed(item, rest, change) : item));
  const map = (data instanceof Map ? data : new Map()) as ReadonlyMap<string, Data>;
  return new Map([...map, [step, changed(map.get(step), rest, change)]]);
}

function removed(data: Data, path: YamlPath): Data {
  const last = path.at(-1)!;
  const without = (holder: Data | undefined): Data =>
    holder instanceof Map ? new Map([...holder].filter(([key]) => key !== last)) : (holder as readonly Data[]).toSpliced(Number(last), 1);
  return path.length === 1 ? without(data) : changed(data, path.slice(0, -1), without);
}

function toYaml(data: Data): YamlData {
  if (typeof data === 'string') return data;
  if (!(data instanceof Map)) return (data as readonly Data[]).map(toYaml);
  return Object.fromEntries([...data].map(([key, value]) => [key, toYaml(value)]));
}
