import type { Problem } from './entries';
import type { Span } from '../text/text';
import { cutYaml } from './cutYaml';
import type { SectionCut } from './cutYaml';
import { createYamlLinks, duplicateKey, parseYaml, syntax } from './parseYaml';
import type { ParsedYaml } from './parseYaml';
import { moveSpan, placeNode } from './yaml';
import type { Placed, SectionValue, YamlNode, YamlOutline, YamlPair, YamlScalar, YamlSection } from './yaml';
import { createYamlCache } from './yamlCache';
import type { YamlCache } from './yamlCache';
import { withoutConflicts } from './mergeConflicts';

/** Reads a file by its sections and their entries; parses those alone that the cache does not know. Otherwise as `readYaml`. */
export function readOutline(text: string, cache: YamlCache = createYamlCache()): YamlOutline {
  if (cache.last?.text === text) return cache.last.outline;
  const problems: Problem[] = [];
  const content = withoutConflicts(text.replace(/\r(?!\n)/g, '\n'), problems);
  const cuts = cutYaml(content);
  const read = cuts ? outlineOfCuts(content, cuts, cache) : outlineOfDocument(parseYaml(content));
  const sorted = [...problems, ...read.problems].sort((a, b) => a.span.start - b.span.start);
  const outline = { ...read, problems: sorted };
  cache.last = { text, outline };
  return outline;
}

function outlineOfDocument({ root, problems }: ParsedYaml): YamlOutline {
  if (root === null || root.kind !== 'map') return { root, sections: [], problems };
  const sections = root.pairs.map(({ key, value }) => ({ key, value: sectionValue(value, 0) }));
  return { root: { kind: 'map', span: root.span }, sections, problems };
}

function sectionValue(node: YamlNode, offset: number): SectionValue {
  const span = moveSpan(node.span, offset);
  if (node.kind === 'map') return { kind: 'map', span, pairs: node.pairs.map((pair) => ({ node: pair, offset })) };
  if (node.kind === 'list') return { kind: 'list', span, items: node.items.map((item) => ({ node: item, offset })) };
  return { ...node, span };
}

function outlineOfCuts(text: string, cuts: readonly SectionCut[], cache: YamlCache): YamlOutline {
  const known = new Map<string, ParsedYaml>();
  let linked = false;
  const fromCache = (piece: Span): ParsedPiece => {
    const content = text.slice(piece.start, piece.end);
    const parsed = cache.pieces.get(content) ?? parseYaml(detached(content));
    known.set(content, parsed);
    linked ||= parsed.linked;
    return { root: parsed.root, problems: parsed.problems, offset: piece.start };
  };
  const outline = assemble(text, cuts, fromCache);
  cache.pieces = known;
  if (!linked) return outline;
  const links = createYamlLinks();
  return assemble(text, cuts, (piece) => {
    const { root, problems } = parseYaml(text.slice(piece.start, piece.end), piece.start, links);
    return { root, problems, offset: 0 };
  });
}

function assemble(text: string, cuts: readonly SectionCut[], parse: (piece: Span) => ParsedPiece): YamlOutline {
  const problems: Problem[] = [];
  const sections = new Map<string, YamlSection>();
  let span: Span | null = null;
  for (const cut of cuts) {
    const pieces = cut.pieces.map(parse);
    for (const piece of pieces) {
      const reach = reachOf(cut, piece);
      if (reach) span = joinSpans(span, reach);
      for (const problem of piece.problems) problems.push({ ...problem, span: moveSpan(problem.span, piece.offset) });
    }
    for (const section of cut.key ? [splitSection(text, cut.key, pieces, problems)] : wholeSection(pieces, problems)) {
      if (sections.has(section.key.text)) problems.push(duplicateKey(section.key));
      else sections.set(section.key.text, section);
    }
  }
  return { root: { kind: 'map', span: span ?? { start: 0, end: 0 } }, sections: [...sections.values()], problems };
}

/** What a piece takes up in the file, with its section's key; null when that is nothing that can be read. */
function reachOf({ key }: SectionCut, { root, offset }: ParsedPiece): Span | null {
  if (root === null || (key === null && root.kind !== 'map')) return key;
  const span = moveSpan(root.span, offset);
  return { start: key?.start ?? span.start, end: span.end };
}

interface ParsedPiece {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** What the spans count from. */
  readonly offset: number;
}

function wholeSection(parsed: readonly ParsedPiece[], problems: Problem[]): readonly YamlSection[] {
  return parsed.flatMap(({ root, offset }) => {
    if (root?.kind !== 'map') {
      if (root) problems.push(expectedKey(root, offset));
      return [];
    }
    return root.pairs.map(({ key, value }) => ({
      key: { ...key, span: moveSpan(key.span, offset) },
      value: sectionValue(value, offset),
    }));
  });
}

function splitSection(text: string, keySpan: Span, parsed: readonly ParsedPiece[], problems: Problem[]): YamlSection {
  const key: YamlScalar = { kind: 'scalar', text: text.slice(keySpan.start, keySpan.end), plain: true, span: keySpan };
  const isList = parsed.some(({ root }) => root?.kind === 'list');
  if (isList) {
    const items: Placed<YamlNode>[] = [];
    let span: Span | null = null;
    for (const { root, offset } of parsed) {
      if (root?.kind !== 'list') {
        if (root) problems.push(syntax(moveSpan(root.span, offset), 'a list item must begin with "- "'));
        continue;
      }
      span = joinSpans(span, moveSpan(root.span, offset));
      for (const item of root.items) items.push({ node: item, offset });
    }
    return { key, value: { kind: 'list', span: span ?? afterKey(keySpan), items } };
  }
  const pairs = new Map<string, Placed<YamlPair>>();
  let span: Span | null = null;
  for (const { root, offset } of parsed) {
    if (root?.kind !== 'map') {
      if (root) problems.push(expectedKey(root, offset));
      continue;
    }
    span = joinSpans(span, moveSpan(root.span, offset));
    for (const pair of root.pairs) {
      if (pairs.has(pair.key.text)) problems.push(duplicateKey({ ...pair.key, span: moveSpan(pair.key.span, offset) }));
      else pairs.set(pair.key.text, { node: pair, offset });
    }
  }
  return { key, value: { kind: 'map', span: span ?? afterKey(keySpan), pairs: [...pairs.values()] } };
}

function expectedKey(root: YamlNode, offset: number): Problem {
  const { span } = placeNode(root, offset);
  return syntax(span, 'expected "key: value" here');
}

function joinSpans(a: Span | null, b: Span): Span {
  return { start: a?.start ?? b.start, end: Math.max(a?.end ?? 0, b.end) };
}

function afterKey(key: Span): Span {
  return { start: key.end + 1, end: key.end + 1 };
}

/** A copy that does not keep the whole file alive: V8 lets a slice of a string hold on to all of it. */
function detached(content: string): string {
  return ` ${content}`.slice(1);
}
