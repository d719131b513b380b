import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node, Pair, YAMLError } from 'yaml';
import type { Problem } from './entries';
import type { Span } from '../text/text';
import { moveSpan } from './yaml';
import type { YamlNode, YamlPair, YamlScalar } from './yaml';
import { wordYamlError } from './yamlWording';

/** Deeper parts are left out: no case file needs them, and readers may recurse. */
const depthLimit = 64;
/** Nodes that aliases may add to a file, so that no alias bomb goes off. */
const aliasLimit = 10_000;
const problemLimit = 100;

export interface ParsedYaml {
  /** null for an empty text */
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** Whether the text has anchors or aliases, and so depends on what stands before it. */
  readonly linked: boolean;
}

/** The anchors of a file so far, and how much its aliases may still add. */
export interface YamlLinks {
  readonly anchors: Map<string, YamlNode | 'open'>;
  aliasBudget: number;
}

/** A file's links before its beginning. */
export function createYamlLinks(): YamlLinks {
  return { anchors: new Map(), aliasBudget: aliasLimit };
}

/**
 * Parses one YAML document with the positions of its nodes, as far as it can be parsed. Scalars stay what was written. Of duplicate
 * keys the first stands. Linear in the text; nesting, and what aliases expand to, are limited. A piece of a file is parsed with the
 * piece's offset as `base` and the links of the pieces before it.
 */
export function parseYaml(text: string, base = 0, links: YamlLinks = createYamlLinks()): ParsedYaml {
  const problems: Problem[] = [];
  const documents = composeDocuments(text, base, problems);
  const [first, ...rest] = documents;
  if (!first) return { root: null, problems, linked: false };
  for (const error of [...first.errors, ...first.warnings.filter((w) => w.code === 'TAG_RESOLVE_FAILED')]) {
    if (problems.length >= problemLimit) break;
    const problem = syntaxProblem(error, text, base);
    const same = (p: Problem) => p.span.start === problem.span.start && p.message === problem.message;
    if (!problems.some(same)) problems.push(problem);
  }
  const extra = rest.find((document) => !isEmptyNode(document.contents));
  if (extra) {
    const start = base + extra.range[0];
    problems.push(syntax({ start, end: start + 3 }, 'only the first document of a file is read — remove this "---"'));
  }
  const run: Conversion = { text, base, problems, links, linked: false };
  const root = first.contents && !isEmptyNode(first.contents) ? convert(run, first.contents, 0) : null;
  return { root, problems, linked: run.linked };
}

/** The problem `yaml/syntax`. */
export function syntax(span: Span, message: string): Problem {
  return { code: 'yaml/syntax', span, message };
}

/** The problem `yaml/duplicate-key` on a pair whose key was given before in the same map. */
export function duplicateKey(key: YamlScalar): Problem {
  return { code: 'yaml/duplicate-key', span: key.span, message: `duplicate key "${key.text}": the first one counts` };
}

function composeDocuments(text: string, base: number, problems: Problem[]): readonly Document.Parsed[] {
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) pruneDepth(token, base, problems);
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  return [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
}

/** Empties collections below `depthLimit`, before anything recursive meets them. */
function pruneDepth(root: CST.Token, base: number, problems: Problem[]): void {
  const stack: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  let told = false;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token, depth } = next;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (depth >= depthLimit) {
        token.items = [];
        if (told) continue;
        told = true;
        const span = { start: base + token.offset, end: base + token.offset + 1 };
        problems.push(syntax(span, `nested too deeply: only ${depthLimit} levels are read`));
      } else {
        for (const item of token.items) {
          if (item.key) stack.push({ token: item.key, depth: depth + 1 });
          if (item.value) stack.push({ token: item.value, depth: depth + 1 });
        }
      }
    }
  }
}

function syntaxProblem(error: YAMLError, text: string, base: number): Problem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  const newline = text.slice(start, end).search(/[\r\n]/);
  const span = visible(text, start, newline < 0 ? end : start + newline);
  return syntax(moveSpan(span, base), wordYamlError(error.code, error.message));
}

/** An error past the end of a line is shown on the line's last character. */
function visible(text: string, start: number, end: number): Span {
  if (end > start) return { start, end };
  let last = end;
  while (last > 0 && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: Math.max(0, last - 1), end: last };
}

function isEmptyNode(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.type === 'PLAIN' && node.value === '' && !node.anchor);
}

/** One text on its way from the parser's nodes to ours. */
interface Conversion {
  readonly text: string;
  readonly base: number;
  readonly problems: Problem[];
  readonly links: YamlLinks;
  linked: boolean;
}

/** null when the node had to be left out. */
function convert(run: Conversion, node: Node, depth: number): YamlNode | null {
  if (isAlias(node)) return resolveAlias(run, node.source, spanOf(run, node), depth);
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
  if (anchor !== undefined) {
    run.linked = true;
    run.links.anchors.set(anchor, 'open');
  }
  const converted = convertContent(run, node, depth);
  if (anchor !== undefined) {
    if (converted) run.links.anchors.set(anchor, converted);
    else run.links.anchors.delete(anchor);
  }
  return converted;
}

function convertContent(run: Conversion, node: Node, depth: number): YamlNode | null {
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : '';
    return { kind: 'scalar', text, plain: node.type === 'PLAIN', span: spanOf(run, node) };
  }
  if (isMap<Node, Node | null>(node)) {
    const { pairs, end } = convertPairs(run, node.items, depth);
    return { kind: 'map', span: collectionSpan(run, node, end), pairs };
  }
  if (isSeq<Node>(node)) {
    const items: YamlNode[] = [];
    let end: number | undefined;
    for (const item of node.items) {
      const converted = convertItem(run, item, depth + 1);
      if (converted) items.push(converted);
      end = converted?.span.end ?? ('key' in item ? end : spanOf(run, item).end);
    }
    return { kind: 'list', span: collectionSpan(run, node, end), items };
  }
  return null;
}

/** In flow style a list may hold single pairs: `[a: b]`. */
function convertItem(run: Conversion, item: Node | Pair<Node, Node | null>, depth: number): YamlNode | null {
  if (!('key' in item)) return convert(run, item, depth);
  const { pairs } = convertPairs(run, [item], depth);
  const [pair] = pairs;
  return pair ? { kind: 'map', span: pair.span, pairs } : null;
}

/** `end` is where the last pair that is written here ends, also of those left out. */
function convertPairs(
  run: Conversion,
  pairs: readonly Pair<Node, Node | null>[],
  depth: number,
): { readonly pairs: readonly YamlPair[]; readonly end: number | undefined } {
  const own = new Map<string, YamlPair>();
  const merged: YamlNode[] = [];
  let end: number | undefined;
  for (const { key: keyNode, value: valueNode } of pairs) {
    const key = convert(run, keyNode, depth + 1);
    if (!key) continue;
    if (key.kind !== 'scalar') {
      run.problems.push(syntax(key.span, 'a key must be plain text — if this is a value with { or [, put it in quotes'));
      continue;
    }
    if (key.text === '' && key.plain) {
      run.problems.push(syntax({ start: key.span.start, end: key.span.start + 1 }, 'a key is missing before ":"'));
      continue;
    }
    const value = valueNode ? convert(run, valueNode, depth + 1) : emptyScalar(key.span.end);
    end = Math.max(end ?? 0, key.span.end, value?.span.end ?? (valueNode ? spanOf(run, valueNode).end : 0));
    if (!value) continue;
    if (key.text === '<<' && key.plain) {
      merged.push(...(value.kind === 'list' ? value.items : [value]));
    } else if (own.has(key.text)) {
      run.problems.push(duplicateKey(key));
    } else {
      own.set(key.text, { key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } });
    }
  }
  for (const source of merged) merge(run, own, source);
  return { pairs: [...own.values()], end };
}

function merge(run: Conversion, own: Map<string, YamlPair>, source: YamlNode): void {
  if (source.kind !== 'map') {
    run.problems.push(syntax(source.span, '"<<" takes in the keys of a map, this is none'));
    return;
  }
  for (const pair of source.pairs) if (!own.has(pair.key.text)) own.set(pair.key.text, pair);
}

function resolveAlias(run: Conversion, name: string, span: Span, depth: number): YamlNode | null {
  run.linked = true;
  if (name === '') return null;
  const target = run.links.anchors.get(name);
  if (target === undefined) {
    run.problems.push(syntax(span, `no "&${name}" stands before this "*${name}" — if it is text, put it in quotes`));
    return null;
  }
  if (target === 'open') {
    run.problems.push(syntax(span, `"*${name}" contains itself`));
    return null;
  }
  if (run.links.aliasBudget < 0) return null;
  spend(run, target, depth);
  if (run.links.aliasBudget < 0) {
    const message = `aliases make this file too large: from here on they are not read (limit: ${aliasLimit} values)`;
    run.problems.push({ code: 'yaml/too-many-aliases', span, message });
    return null;
  }
  return { ...target, span };
}

function spend(run: Conversion, node: YamlNode, depth: number): void {
  run.links.aliasBudget = depth > depthLimit ? -1 : run.links.aliasBudget - 1;
  if (run.links.aliasBudget < 0 || node.kind === 'scalar') return;
  const children = node.kind === 'map' ? node.pairs.map((pair) => pair.value) : node.items;
  for (const child of children) {
    spend(run, child, depth + 1);
    if (run.links.aliasBudget < 0) return;
  }
}

function spanOf(run: Conversion, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return moveSpan(trimmed(run.text, start, end), run.base);
}

function collectionSpan(run: Conversion, node: Node & { flow?: boolean }, end: number | undefined): Span {
  const own = spanOf(run, node);
  return node.flow || end === undefined ? own : { start: own.start, end: Math.max(own.start, end) };
}

function trimmed(text: string, start: number, end: number): Span {
  const first = Math.min(start, text.length);
  let last = Math.max(first, Math.min(end, text.length));
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

function emptyScalar(offset: number): YamlScalar {
  return { kind: 'scalar', text: '', plain: true, span: { start: offset, end: offset } };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

