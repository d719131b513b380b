import * as z from 'zod/mini';
import type { Problem } from './entries';
import type { Span } from '../text/text';
import type { YamlNode, YamlPair } from './yaml';
import { didYouMean, nearest } from '../registry/nearest';

/** A node without what its schema does not allow; null when nothing of use is left. */
export interface CheckedNode {
  readonly node: YamlNode | null;
  readonly problems: readonly Problem[];
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Each round removes at least one node; the schemas nest less deeply than this. */
const roundLimit = 16;

/**
 * Checks a node against a schema: `yaml/wrong-type`, `yaml/missing-key`, `yaml/unknown-key` (a warning: the key stays). What is wrong is
 * left out, and so is what lacks a key that it needs; the list of a `value` is left out as a whole, since a part of it is another
 * value. `name` and `at` are what to call the node itself and where to tell what it lacks.
 */
export function checkNode(schema: z.ZodMiniType, node: YamlNode, name: string, at: Span): CheckedNode {
  const problems: Problem[] = [...emptyUnknownKeys(schema, node)];
  let rest: YamlNode | null = node;
  for (let round = 0; rest && round < roundLimit; round++) {
    const result = z.safeParse(schema, toPlain(rest), { error: tellKnownKeys });
    if (result.success) break;
    const removed = new Set<YamlNode>();
    for (const { issue, path } of result.error.issues.flatMap((issue) => relevant(issue, []))) {
      const place = placeOf(rest, path);
      if (issue.code === 'unrecognized_keys') {
        if (round === 0 && place.node) problems.push(...unknownKeys(place.node, issue.keys, issue.message));
        continue;
      }
      if (round === 0) problems.push(problemOf(issue, path, place, name, at));
      removed.add(path.at(-2) === 'value' && place.parent ? place.parent : (place.node ?? place.parent ?? rest));
    }
    if (removed.size === 0) break;
    rest = without(rest, removed);
  }
  return { node: rest, problems };
}

/** Unknown keys without a value: `{value: 1,961}` has the key `961`, and its value would be 1 without a word. */
function emptyUnknownKeys(schema: z.ZodMiniType, node: YamlNode): readonly Problem[] {
  if (!hasEmptyKey(node)) return [];
  const result = z.safeParse(schema, toPlain(node, true), { error: tellKnownKeys });
  const issues = result.success ? [] : result.error.issues.flatMap((issue) => relevant(issue, []));
  return issues.flatMap(({ issue, path }) => {
    const place = placeOf(node, path).node;
    if (issue.code !== 'unrecognized_keys' || place?.kind !== 'map') return [];
    const empty = issue.keys.filter((text) => place.pairs.some(({ key, value }) => key.text === text && isEmpty(value)));
    return unknownKeys(place, empty, issue.message);
  });
}

function hasEmptyKey(node: YamlNode): boolean {
  if (node.kind === 'list') return node.items.some(hasEmptyKey);
  return node.kind === 'map' && node.pairs.some(({ value }) => isEmpty(value) || hasEmptyKey(value));
}

/**
 * Plain data for a schema: scalars as text, an empty value as absent, or undefined where keys without a value are asked for. Objects have
 * no prototype, so that no key is special.
 */
function toPlain(node: YamlNode, withEmptyKeys = false): unknown {
  if (node.kind === 'scalar') return isEmpty(node) ? null : node.text;
  if (node.kind === 'list') return node.items.map((item) => toPlain(item, withEmptyKeys));
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.pairs) {
    if (!isEmpty(value)) object[key.text] = toPlain(value, withEmptyKeys);
    else if (withEmptyKeys) object[key.text] = undefined;
  }
  return object;
}

/** Whether a value was left empty: nothing, or an unquoted `~`. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && (node.text === '' || node.text === '~');
}

function tellKnownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  const schema = issue.inst as z.ZodMiniObject | undefined;
  return issue.code === 'unrecognized_keys' && schema ? Object.keys(schema.shape).join(' ') : undefined;
}

/** Of a union's issues those of the branch that the value was meant for, or the union's own when there is none. */
function relevant(issue: Issue, base: Path): readonly { issue: Issue; path: Path }[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const meant = issue.errors.find((branch) => !branch.some(isWrongKind));
  return meant ? meant.flatMap((inner) => relevant(inner, path)) : [{ issue, path }];
}

function isWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(isWrongKind)));
}

interface Place {
  /** null when it is missing */
  readonly node: YamlNode | null;
  readonly parent: YamlNode | null;
  /** The pair of `parent`, when that is a value of a map. */
  readonly parentPair: YamlPair | null;
}

function placeOf(root: YamlNode, path: Path): Place {
  let place: Place = { node: root, parent: null, parentPair: null };
  let pair: YamlPair | null = null;
  for (const step of path) {
    const parent: YamlNode | null = place.node;
    if (parent?.kind === 'map') {
      const found = parent.pairs.find(({ key }) => key.text === step);
      place = { node: found && !isEmpty(found.value) ? found.value : null, parent, parentPair: pair };
      pair = found ?? null;
    } else if (parent?.kind === 'list') {
      place = { node: parent.items[Number(step)] ?? null, parent, parentPair: pair };
      pair = null;
    }
  }
  return place;
}

function problemOf(issue: Issue, path: Path, place: Place, name: string, at: Span): Problem {
  const key = path.at(-1);
  if (place.node === null) {
    const { parent } = place;
    const empty = parent?.kind === 'map' ? parent.pairs.find((pair) => pair.key.text === key)?.key.span : undefined;
    const owner = path.length === 1 ? at : (place.parentPair?.key.span ?? firstKey(parent) ?? at);
    const message = empty ? `"${String(key)}" has no value` : `the key "${String(key)}" is missing`;
    return { code: 'yaml/missing-key', span: empty ?? owner, message };
  }
  const field = [...path].reverse().find((step) => typeof step === 'string');
  const label = typeof key === 'number' ? `an item of ${field === undefined ? name : `"${field}"`}` : path.length === 0 ? name : `"${String(key)}"`;
  if (issue.code === 'invalid_value' && place.node.kind === 'scalar') {
    const allowed = issue.values.map(String);
    const suggestion = nearestOf(place.node.text, allowed);
    return {
      code: 'yaml/wrong-type',
      span: place.node.span,
      message: `${label} must be ${oneOf(allowed)}${didYouMean(suggestion)}`,
      ...(suggestion === null ? {} : { data: { replacement: suggestion } }),
    };
  }
  const message = `${label} must be ${oneOf([...new Set(expectedKinds(issue))])}, but is ${kindOf(place.node)}`;
  return { code: 'yaml/wrong-type', span: place.node.span, message };
}

/** The first key of a map: where to say what it lacks, when it has no key of its own. */
export function firstKey(node: YamlNode | null): Span | undefined {
  return node?.kind === 'map' ? (node.pairs[0]?.key.span ?? node.span) : node?.span;
}

function unknownKeys(node: YamlNode, keys: readonly string[], known: string): readonly Problem[] {
  if (node.kind !== 'map') return [];
  return keys.flatMap((text) => {
    const pair = node.pairs.find(({ key }) => key.text === text);
    return pair ? [unknownKey(pair, known.split(' '))] : [];
  });
}

/** The problem `yaml/unknown-key`, with the nearest of the known ones, or all of them when they are few. */
export function unknownKey(pair: YamlPair, known: readonly string[]): Problem {
  const suggestion = nearestOf(pair.key.text, known);
  const isCutOff = /^\d/.test(pair.key.text) && isEmpty(pair.value);
  const hint =
    isCutOff ? ': put the words with a comma before it in quotes'
    : suggestion !== null || known.length > 12 ? didYouMean(suggestion)
    : ` — known here: ${known.join(', ')}`;
  return {
    code: 'yaml/unknown-key',
    span: pair.key.span,
    message: `unknown key "${pair.key.text}"${hint}`,
    ...(suggestion === null ? {} : { data: { replacement: suggestion } }),
  };
}

/** The likeliest of `known`; also one that begins as the word does (`information` → `info`). */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  return nearest(word, known) ?? known.find((one) => lower.length > 2 && (lower.startsWith(one) || one.startsWith(lower))) ?? null;
}

function expectedKinds(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.filter(isWrongKind).flatMap(expectedKinds));
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_type') return ['something else'];
  if (issue.expected === 'array') return ['a list'];
  return issue.expected === 'object' || issue.expected === 'record' ? ['"key: value" pairs'] : ['text'];
}

function kindOf(node: YamlNode): string {
  if (isEmpty(node)) return 'empty';
  return node.kind === 'scalar' ? 'text' : node.kind === 'list' ? 'a list' : '"key: value" pairs';
}

/** `a`, `a or b`, `a, b or c` */
function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function without(node: YamlNode, removed: ReadonlySet<YamlNode>): YamlNode | null {
  if (removed.has(node)) return null;
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item) => without(item, removed)).filter((item) => item !== null) };
  }
  const pairs = node.pairs.flatMap((pair) => {
    const value = without(pair.value, removed);
    return value ? [{ ...pair, value }] : [];
  });
  return { ...node, pairs };
}
