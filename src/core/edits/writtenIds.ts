import type { FileKind } from '../case/members';
import { readYaml } from '../case/readYaml';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../case/yaml';
import type { YamlCache } from '../case/yamlCache';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';
import { encodeKeyPart } from '../claims/groups';

export type IdKind = 'entity' | 'property' | 'source';

/** One id as written: `span` is its own place, inside the scalar that holds it. */
export interface WrittenId {
  readonly kind: IdKind;
  readonly id: string;
  readonly span: Span;
  readonly role: 'definition' | 'reference';
}

/** What an id of a kind is to be. */
export type Rename = (kind: IdKind, id: string) => string;

/** A scalar of a case file that is an id, or holds several: the key of a decision, a set of values that was seen. */
export interface IdScalar {
  readonly holds: 'id' | 'decision' | 'set';
  readonly node: YamlScalar;
  readonly ids: readonly WrittenId[];
  /** The scalar's text with each id named as `rename` says. */
  renamed(rename: Rename): string;
}

/**
 * Every scalar of a YAML file that names an entity, a property or a source, also in entries that are incomplete and take no part in the
 * case. In decisions these are the keys, the values that were seen, and the same in their history. Each scalar once, in the order of the
 * text; YAML aliases (`*x`) stand for the scalar that they repeat and are told as scalars of their own. `cache` is that of the file, if any.
 */
export function idScalars(content: string, kind: Exclude<FileKind, 'article'>, registry: Registry, cache?: YamlCache): readonly IdScalar[] {
  const { root } = readYaml(content, cache);
  const run: Run = { content, registry, found: new Map() };
  if (kind === 'manifest') readManifestIds(run, root);
  else if (kind === 'registry') readRegistryIds(run, root);
  else if (kind === 'annotations') readAnnotationIds(run, root);
  else for (const pair of pairsOf(root, 'reviews')) readDecisionIds(run, pair);
  return [...run.found.values()].sort((a, b) => a.node.span.start - b.node.span.start);
}

/** The ids among them whose own places are known: not those in a decision's key or a set that is written with escapes or as a YAML alias. */
export function placedIds(scalars: readonly IdScalar[]): readonly WrittenId[] {
  return scalars.flatMap(({ holds, node, ids }) => (holds === 'id' || ids.some(({ span }) => span !== node.span) ? ids : []));
}

interface Run {
  readonly content: string;
  readonly registry: Registry;
  readonly found: Map<number, IdScalar>;
}

function readManifestIds(run: Run, root: YamlNode | null): void {
  for (const pattern of itemsOf(valueOf(root, 'include'))) if (!/[*?!{}[\]()]/.test(textOf(pattern))) add(run, 'source', pattern);
  for (const { key } of pairsOf(root, 'sources')) add(run, 'source', key);
}

function readRegistryIds(run: Run, root: YamlNode | null): void {
  for (const { key, value } of pairsOf(root, 'entities')) {
    add(run, 'entity', key, 'definition');
    add(run, 'entity', valueOf(value, 'redirect'));
    for (const whole of itemsOf(valueOf(value, 'partOf'))) add(run, 'entity', whole);
    for (const alias of itemsOf(valueOf(value, 'aliases'))) {
      for (const list of ['in', 'except']) for (const source of itemsOf(valueOf(alias, list))) add(run, 'source', source);
    }
    for (const fact of itemsOf(valueOf(value, 'facts'))) readClaimIds(run, fact);
  }
  for (const { key, value } of pairsOf(root, 'properties')) {
    add(run, 'property', key, 'definition');
    for (const list of ['separators', 'kin']) for (const other of itemsOf(valueOf(value, list))) add(run, 'property', other);
  }
}

function readAnnotationIds(run: Run, root: YamlNode | null): void {
  add(run, 'source', valueOf(root, 'source'));
  for (const mention of itemsOf(valueOf(root, 'mentions'))) {
    const entity = valueOf(mention, 'entity');
    if (textOf(entity) !== 'none') add(run, 'entity', entity);
    add(run, 'entity', valueOf(mention, 'not'));
  }
  for (const list of ['claims', 'dismissed']) for (const claim of itemsOf(valueOf(root, list))) readClaimIds(run, claim);
}

function readClaimIds(run: Run, claim: YamlNode): void {
  add(run, 'entity', valueOf(claim, 'subject'));
  const property = valueOf(claim, 'property');
  add(run, 'property', property);
  const speaker = valueOf(claim, 'speaker');
  if (isKnown(run, textOf(speaker))) add(run, 'entity', speaker);
  for (const { key, value } of pairsOf(claim, 'key')) {
    add(run, 'property', key);
    if (isEntitySeparator(run, key.text, textOf(value))) add(run, 'entity', value);
  }
  if (!holdsEntities(run, textOf(property))) return;
  const value = valueOf(claim, 'value');
  for (const one of value?.kind === 'list' ? value.items : [value]) if (!noEntity.has(textOf(one))) add(run, 'entity', one);
}

/** A decision, with what was seen and the decisions before it, which have its shape. */
function readDecisionIds(run: Run, { key, value }: YamlPair): void {
  const parts = keyParts(run, key);
  put(run, 'decision', key, parts.flatMap(({ ids }) => ids), (rename) => rewriteKey(parts, rename));
  const [, property] = parts;
  const readSeen = (decision: YamlNode) => {
    for (const source of itemsOf(valueOf(decision, 'wrong'))) add(run, 'source', source);
    for (const claim of itemsOf(valueOf(valueOf(decision, 'seen'), 'claims'))) {
      if (textOf(valueOf(claim, 'source')) !== 'registry') add(run, 'source', valueOf(claim, 'source'));
      if (holdsEntities(run, property?.id ?? '')) addSeenValue(run, valueOf(claim, 'value'));
    }
    for (const earlier of itemsOf(valueOf(decision, 'history'))) readSeen(earlier);
  };
  readSeen(value);
}

/** The value of a seen claim: an entity's id, or a sorted set of them in brackets. */
function addSeenValue(run: Run, value: YamlNode | undefined): void {
  const set = /^\[(.*)\]$/s.exec(textOf(value))?.[1];
  if (set === undefined) return noEntity.has(textOf(value)) ? undefined : add(run, 'entity', value);
  if (value?.kind !== 'scalar' || set === '') return;
  const items = set.split(', ');
  let at = 1;
  const ids = items.map((id): WrittenId => {
    const span = partSpan(run, value, at, id.length);
    at += id.length + 2;
    return { kind: 'entity', id, span, role: 'reference' };
  });
  put(run, 'set', value, ids, (rename) => {
    const renamed = items.map((id) => rename('entity', id));
    return `[${[...new Set(renamed)].sort().join(', ')}]`;
  });
}

interface KeyPart {
  /** What stands before `=` or, without one, the id itself. */
  readonly id: string;
  /** The value of a separator, as encoded. */
  readonly value: string | null;
  readonly ids: readonly WrittenId[];
}

/** The parts of `subject|property|name=value…` (DESIGN §1). */
function keyParts(run: Run, key: YamlScalar): readonly KeyPart[] {
  let at = 0;
  return key.text.split('|').map((part, index) => {
    const start = at;
    at += part.length + 1;
    const written = (kind: IdKind, encoded: string, from: number): WrittenId => ({
      kind,
      id: decodeKeyPart(encoded),
      span: partSpan(run, key, from, encoded.length),
      role: 'reference',
    });
    if (index === 0) return { id: decodeKeyPart(part), value: null, ids: [written('entity', part, start)] };
    const equals = index === 1 ? -1 : part.indexOf('=');
    if (equals < 0) return { id: decodeKeyPart(part), value: null, ids: [written('property', part, start)] };
    const name = written('property', part.slice(0, equals), start);
    const value = part.slice(equals + 1);
    const isEntity = isEntitySeparator(run, name.id, decodeKeyPart(value));
    return { id: name.id, value, ids: isEntity ? [name, written('entity', value, start + equals + 1)] : [name] };
  });
}

/** Where a part of a scalar's text stands; the span of the scalar itself where escapes or a YAML alias hide that. */
function partSpan({ content }: Run, { text, span }: YamlScalar, from: number, length: number): Span {
  const inset = [0, 1].find((quote) => span.end - span.start === text.length + 2 * quote && content.startsWith(text, span.start + quote));
  if (inset === undefined) return span;
  const start = span.start + inset + from;
  return { start, end: start + length };
}

function rewriteKey(parts: readonly KeyPart[], rename: Rename): string {
  const heads = parts.filter(({ value }) => value === null).map(({ ids: [one] }) => encodeKeyPart(rename(one!.kind, one!.id)));
  const separators = parts.flatMap(({ value, ids: [name, entity] }) => {
    if (value === null) return [];
    return [[rename('property', name!.id), entity ? encodeKeyPart(rename('entity', entity.id)) : value] as const];
  });
  separators.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...heads, ...separators.map(([name, value]) => `${encodeKeyPart(name)}=${value}`)].join('|');
}

function decodeKeyPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const noEntity: ReadonlySet<string> = new Set(['', 'unknown', 'none']);

function isKnown({ registry }: Run, id: string): boolean {
  return registry.entities.has(id) || registry.redirects.has(id);
}

function holdsEntities({ registry }: Run, property: string): boolean {
  return registry.properties.get(property)?.value === 'entity';
}

/** As claims are read: the value of a separator is an entity where its property says so, or, undeclared, when it is one. */
function isEntitySeparator(run: Run, name: string, value: string): boolean {
  const declared = run.registry.properties.get(name);
  return (declared ? declared.value === 'entity' && !noEntity.has(value) : true) && (declared !== undefined || isKnown(run, value));
}

function add(run: Run, kind: IdKind, node: YamlNode | undefined, role: WrittenId['role'] = 'reference'): void {
  if (node?.kind !== 'scalar' || node.text === '') return;
  put(run, 'id', node, [{ kind, id: node.text, span: node.span, role }], (rename) => rename(kind, node.text));
}

function put(run: Run, holds: IdScalar['holds'], node: YamlScalar, ids: readonly WrittenId[], renamed: IdScalar['renamed']): void {
  if (!run.found.has(node.span.start)) run.found.set(node.span.start, { holds, node, ids, renamed });
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

function valueOf(node: YamlNode | null | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key)?.value : undefined;
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function pairsOf(node: YamlNode | null | undefined, key: string): YamlMap['pairs'] {
  const value = valueOf(node, key);
  return value?.kind === 'map' ? value.pairs : [];
}
