import type * as z from 'zod/mini';
import type { ClaimEntry, Problem, Scalar } from './entries';
import { checkNode, firstKey, isEmpty, unknownKey } from './checkNode';
import { moveSpan } from './yaml';
import type { Placed, SectionValue, YamlMap, YamlNode, YamlOutline, YamlPair, YamlScalar, YamlSection } from './yaml';
import type { YamlCache } from './yamlCache';

/** A node as an entry's scalar, `offset` further. */
export function scalarOf(node: YamlScalar, offset: number): Scalar {
  return { text: node.text, span: moveSpan(node.span, offset) };
}

/** The value of `key`, when it is a scalar that is not empty. */
export function scalarIn(map: YamlMap, key: string, offset: number): Scalar | undefined {
  const value = valueIn(map, key);
  return value?.kind === 'scalar' ? scalarOf(value, offset) : undefined;
}

/** The scalars of the list under `key`; undefined when there is no list. */
export function scalarsIn(map: YamlMap, key: string, offset: number): readonly Scalar[] | undefined {
  const value = valueIn(map, key);
  return value?.kind === 'list' ? scalarsOf(value.items, offset) : undefined;
}

/** The items of the list under `key`; none when there is no list. */
export function itemsIn(map: YamlMap, key: string): readonly YamlNode[] {
  const value = valueIn(map, key);
  return value?.kind === 'list' ? value.items : [];
}

/** The value of `key`; undefined when it is absent or empty. */
export function valueIn(map: YamlMap, key: string): YamlNode | undefined {
  for (const pair of map.pairs) if (pair.key.text === key) return isEmpty(pair.value) ? undefined : pair.value;
  return undefined;
}

function scalarsOf(nodes: readonly YamlNode[], offset: number): readonly Scalar[] {
  const scalars: Scalar[] = [];
  for (const node of nodes) if (node.kind === 'scalar') scalars.push(scalarOf(node, offset));
  return scalars;
}

/** A checked claim or fact; null unless it has what every claim needs. `subject` stands in where a fact has none of its own. */
export function claimOf(map: YamlMap, offset: number, subject: Scalar | undefined = scalarIn(map, 'subject', offset)): ClaimEntry | null {
  const property = scalarIn(map, 'property', offset);
  const value = scalarIn(map, 'value', offset) ?? scalarsIn(map, 'value', offset);
  if (!subject || !property || !value) return null;
  const key = valueIn(map, 'key');
  const separators = key?.kind === 'map' ? key.pairs : [];
  return {
    span: moveSpan(map.span, offset),
    subject,
    property,
    value,
    quote: scalarIn(map, 'quote', offset),
    prefix: scalarIn(map, 'prefix', offset),
    suffix: scalarIn(map, 'suffix', offset),
    asOf: scalarIn(map, 'asOf', offset),
    valid: scalarIn(map, 'valid', offset),
    speaker: scalarIn(map, 'speaker', offset),
    polarity: scalarIn(map, 'polarity', offset),
    modality: scalarIn(map, 'modality', offset),
    key: new Map(separators.flatMap(({ key: name, value: one }) => (one.kind === 'scalar' ? [[name.text, scalarOf(one, offset)] as const] : []))),
    rank: scalarIn(map, 'rank', offset),
    note: scalarIn(map, 'note', offset),
    reference: scalarIn(map, 'reference', offset),
  };
}

/**
 * The top-level keys of a file by name, those it may have (`known`) alone; tells of the others, and of a file that is no map. `what` names
 * the file's kind in messages. An empty value counts as absent.
 */
export function sectionsOf(outline: YamlOutline, known: readonly string[], what: string, problems: Problem[]): ReadonlyMap<string, SectionValue> {
  const sections = new Map<string, SectionValue>();
  const { root } = outline;
  if (root && root.kind !== 'map') {
    const span = root.kind === 'list' ? { start: root.span.start, end: root.span.start + 1 } : root.span;
    const is = root.kind === 'list' ? 'a list' : 'text';
    problems.push({ code: 'yaml/wrong-type', span, message: `${what} has the keys ${known.join(', ')}, but this is ${is}` });
  }
  for (const section of outline.sections) {
    if (!known.includes(section.key.text)) problems.push(unknownKey(pairFace(section), known));
    else if (section.value.kind !== 'scalar' || !isEmpty(section.value)) sections.set(section.key.text, section.value);
  }
  return sections;
}

function pairFace({ key }: YamlSection): YamlPair {
  return { key, value: key, span: key.span };
}

/** The pairs of a section that must be a map. */
export function pairsOf(name: string, section: SectionValue | undefined, problems: Problem[]): readonly Placed<YamlPair>[] {
  if (section && section.kind !== 'map') problems.push(wrongSection(name, section, '"key: value" pairs'));
  return section?.kind === 'map' ? section.pairs : [];
}

/** The items of a section that must be a list. */
export function listOf(name: string, section: SectionValue | undefined, problems: Problem[]): readonly Placed<YamlNode>[] {
  if (section && section.kind !== 'list') problems.push(wrongSection(name, section, 'a list'));
  return section?.kind === 'list' ? section.items : [];
}

function wrongSection(name: string, section: SectionValue, expected: string): Problem {
  const is = { map: '"key: value" pairs', list: 'a list', scalar: 'text' }[section.kind];
  return { code: 'yaml/wrong-type', span: section.span, message: `"${name}" must be ${expected}, but is ${is}` };
}

/** What a reader keeps of an entry for the next reading. */
interface Derived<T> {
  /** What it was checked by: the same text may move to another section. */
  readonly schema: z.ZodMiniType;
  readonly map: YamlMap | null;
  readonly problems: readonly Problem[];
  built: Built<T> | null;
}

interface Built<T> {
  readonly offset: number;
  readonly entry: T | null;
}

/**
 * Reads the entries of a map: checks each by `schema` and builds it by `build`, which may tell of more (with spans relative to the offset).
 * An entry that neither changed nor moved is the same object as in the last reading.
 */
export function readPairs<T>(
  pairs: readonly Placed<YamlPair>[],
  schema: z.ZodMiniType,
  build: (pair: YamlPair, map: YamlMap, offset: number) => T | null,
  tell: (pair: YamlPair, map: YamlMap) => readonly Problem[],
  problems: Problem[],
  cache: YamlCache,
): readonly T[] {
  const entries: T[] = [];
  for (const { node: pair, offset } of pairs) {
    const derived = derive<T>(cache, pair, schema, () => {
      const checked = checkNode(schema, pair.value, `"${pair.key.text}"`, pair.key.span);
      const map = checked.node?.kind === 'map' ? checked.node : null;
      return { schema, map, problems: [...checked.problems, ...(map ? tell(pair, map) : [])], built: null };
    });
    if (derived.built?.offset !== offset) derived.built = { offset, entry: derived.map && build(pair, derived.map, offset) };
    collect(derived, derived.built, problems, entries);
  }
  return entries;
}

/** As `readPairs`, for the items of a list; `name` says what one is. */
export function readItems<T>(
  items: readonly Placed<YamlNode>[],
  schema: z.ZodMiniType,
  name: string,
  build: (map: YamlMap, offset: number) => T | null,
  tell: (map: YamlMap) => readonly Problem[],
  problems: Problem[],
  cache: YamlCache,
): readonly T[] {
  const entries: T[] = [];
  for (const { node, offset } of items) {
    const derived = derive<T>(cache, node, schema, () => {
      const checked = checkNode(schema, node, name, firstKey(node) ?? node.span);
      const map = checked.node?.kind === 'map' ? checked.node : null;
      return { schema, map, problems: [...checked.problems, ...(map ? tell(map) : [])], built: null };
    });
    if (derived.built?.offset !== offset) derived.built = { offset, entry: derived.map && build(derived.map, offset) };
    collect(derived, derived.built, problems, entries);
  }
  return entries;
}

function derive<T>(cache: YamlCache, node: object, schema: z.ZodMiniType, make: () => Derived<T>): Derived<T> {
  const known = cache.derived.get(node) as Derived<T> | undefined;
  if (known?.schema === schema) return known;
  const made = make();
  cache.derived.set(node, made);
  return made;
}

function collect<T>(derived: Derived<T>, built: Built<T>, problems: Problem[], entries: T[]): void {
  for (const problem of derived.problems) problems.push({ ...problem, span: moveSpan(problem.span, built.offset) });
  if (built.entry !== null) entries.push(built.entry);
}

/** Problems in the order of the text. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}
