import type { Manifest, Problem, Reading, Scalar, SourceEntry } from './entries';
import { extentOf } from '../values/edtf';
import { defaultSeverities } from '../diagnostics/diagnostic';
import { didYouMean } from '../registry/nearest';
import { checkNode, nearestOf } from './checkNode';
import { inOrder, scalarIn, scalarOf, scalarsIn, sectionsOf, valueIn } from './readEntries';
import { readYaml } from './readYaml';
import { manifestSchema } from './schemas';
import type { YamlMap, YamlPair } from './yaml';
import { createYamlCache } from './yamlCache';
import type { YamlCache } from './yamlCache';
import { readOutline } from './yamlOutline';

const written = (text: string): Scalar => ({ text, span: { start: 0, end: 0 } });

/** What an empty `corroborate.yaml` means (DESIGN §1). Its spans are empty. */
export const defaultManifest: Manifest = {
  include: [written('sources/**/*.txt')],
  registry: [written('registry/**/*.yaml')],
  annotations: [written('annotations/**/*.yaml')],
  reviews: written('reviews.yaml'),
  severity: new Map(),
  sources: new Map(),
};

/** A folder without a manifest: every `*.txt` below it is a source. */
export const folderManifest: Manifest = { ...defaultManifest, include: [written('**/*.txt')] };

const manifestKeys = ['include', 'registry', 'annotations', 'reviews', 'severity', 'sources'];

/** Reads `corroborate.yaml` (DESIGN §1), with the defaults for what it lacks. Facts that are wrong are left out. */
export function readManifest(text: string, cache: YamlCache = createYamlCache()): Reading<Manifest> {
  const outline = readOutline(text, cache);
  const problems = [...outline.problems];
  sectionsOf(outline, manifestKeys, 'a manifest', problems);
  const { root } = readYaml(text, cache);
  if (root?.kind !== 'map') return { data: defaultManifest, problems };
  const known = { ...root, pairs: root.pairs.filter(({ key }) => manifestKeys.includes(key.text)) };
  const checked = checkNode(manifestSchema, known, 'a manifest', root.span);
  const codes = new Set(severityPairs(root).map(({ key }) => key.span.start));
  problems.push(...checked.problems.map((problem) => (codes.has(problem.span.start) ? unknownCode(problem, text) : problem)));
  const map: YamlMap = checked.node?.kind === 'map' ? checked.node : { ...root, pairs: [] };
  const data: Manifest = {
    include: scalarsIn(map, 'include', 0) ?? defaultManifest.include,
    registry: scalarsIn(map, 'registry', 0) ?? defaultManifest.registry,
    annotations: scalarsIn(map, 'annotations', 0) ?? defaultManifest.annotations,
    reviews: scalarIn(map, 'reviews', 0) ?? defaultManifest.reviews,
    severity: severitiesOf(map),
    sources: sourcesOf(map, problems),
  };
  return { data, problems: inOrder(problems) };
}

function severityPairs(map: YamlMap): readonly YamlPair[] {
  const severity = valueIn(map, 'severity');
  return severity?.kind === 'map' ? severity.pairs : [];
}

function unknownCode(problem: Problem, text: string): Problem {
  if (problem.code !== 'yaml/unknown-key') return problem;
  const code = text.slice(problem.span.start, problem.span.end).replace(/^["']|["']$/g, '');
  const suggestion = nearestOf(code, Object.keys(defaultSeverities));
  return { ...problem, code: 'manifest/unknown-code', message: `unknown diagnostic code "${code}"${didYouMean(suggestion)}` };
}

function severitiesOf(map: YamlMap): ReadonlyMap<string, Scalar> {
  const severities = new Map<string, Scalar>();
  for (const { key, value } of severityPairs(map)) {
    if (value.kind === 'scalar' && Object.hasOwn(defaultSeverities, key.text)) severities.set(key.text, scalarOf(value, 0));
  }
  return severities;
}

function sourcesOf(map: YamlMap, problems: Problem[]): ReadonlyMap<string, SourceEntry> {
  const sources = new Map<string, SourceEntry>();
  const node = valueIn(map, 'sources');
  for (const { key, value } of node?.kind === 'map' ? node.pairs : []) {
    if (value.kind === 'map') sources.set(key.text, sourceOf(scalarOf(key, 0), value, problems));
  }
  return sources;
}

function sourceOf(id: Scalar, map: YamlMap, problems: Problem[]): SourceEntry {
  const field = (key: string) => scalarIn(map, key, 0);
  const date = (key: string) => {
    const scalar = field(key);
    if (!scalar || extentOf(scalar.text)) return scalar;
    const message = `"${scalar.text}" is not a date in EDTF — write it like 2007, 2007-05, 2007-05-17 or 2007-03/2007-05`;
    problems.push({ code: 'manifest/invalid-date', span: scalar.span, message });
    return undefined;
  };
  return {
    id,
    title: field('title'),
    publisher: field('publisher'),
    author: field('author'),
    url: field('url'),
    retrieved: date('retrieved'),
    encoding: field('encoding'),
    published: date('published'),
    language: field('language'),
    origin: field('origin'),
    hemisphere: field('hemisphere'),
  };
}
