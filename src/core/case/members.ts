import picomatch from 'picomatch/posix';
import type { Manifest, Problem, Scalar } from './entries';
import { didYouMean, indexNearest, mostSuggestions, nearestIn } from '../registry/nearest';
import { defaultManifest, folderManifest } from './readManifest';

export type FileKind = 'manifest' | 'article' | 'registry' | 'annotations' | 'reviews';

/**
 * What a glob pattern may have: its length (UTF-16 units; paths on common systems end at 4,096), runs of `*` in one name, and `**`. Patterns
 * become regular expressions, which take a power of the path's length in the number of their wildcards.
 */
const mostInPattern = { length: 4096, starsInName: 3, deepStars: 3 };

/** The manifest's name in a case's folder. */
export const manifestName = 'corroborate.yaml';

/** The files of a case, as paths in the case with `/`, each list sorted. */
export interface Members {
  readonly articles: readonly string[];
  readonly registry: readonly string[];
  readonly annotations: readonly string[];
  /** null when there is none yet. */
  readonly reviews: string | null;
  /** Folders below the case that are cases of their own, with a trailing `/`. */
  readonly nestedCases: readonly string[];
}

/**
 * What a path of the case (with `/`, relative to the manifest's folder) is by the manifest's patterns; null when it is no part of the case.
 * Of several kinds the first of reviews, registry, annotations, article counts. Folders that begin with a dot, and node_modules, have no
 * members. Knows nothing of nested cases: see `findMembers`. Patterns are compiled once.
 */
export function createKindOf(manifest: Manifest): (path: string) => FileKind | null {
  const reviews = normalise(manifest.reviews.text);
  const isRegistry = matcher(manifest.registry);
  const isAnnotations = matcher(manifest.annotations);
  const isArticle = matcher(manifest.include);
  return (path) => {
    if (path === manifestName) return 'manifest';
    if (isHidden(path)) return null;
    if (path === reviews) return 'reviews';
    if (isRegistry(path)) return 'registry';
    if (isAnnotations(path)) return 'annotations';
    return isArticle(path) ? 'article' : null;
  };
}

/** Sorts all paths below a case's folder into its members; what lies in a nested case belongs to that one. Near-linear. */
export function findMembers(manifest: Manifest, paths: Iterable<string>): Members {
  const all = [...paths];
  const nested = new Set(all.filter((path) => path.endsWith(`/${manifestName}`) && !isHidden(path)).map((path) => path.slice(0, -manifestName.length)));
  const kindOf = createKindOf(manifest);
  const lists: Record<FileKind, string[]> = { manifest: [], article: [], registry: [], annotations: [], reviews: [] };
  for (const path of all) {
    if (isInside(path, nested)) continue;
    const kind = kindOf(path);
    if (kind) lists[kind].push(path);
  }
  return {
    articles: lists.article.sort(),
    registry: lists.registry.sort(),
    annotations: lists.annotations.sort(),
    reviews: lists.reviews[0] ?? null,
    nestedCases: [...nested].filter((folder) => !isInside(folder.slice(0, -1), nested)).sort(),
  };
}

/**
 * Problems of the manifest against the files that are there: patterns that lead out of the case or match nothing, sources that are
 * missing. Spans are in the manifest; its defaults are never told of.
 */
export function checkMembers(manifest: Manifest, members: Members): readonly Problem[] {
  const problems: Problem[] = [];
  const checkPatterns = (patterns: readonly Scalar[], files: readonly string[], what: string) => {
    if (patterns === defaultManifest.include || patterns === folderManifest.include) return;
    if (patterns === defaultManifest.registry || patterns === defaultManifest.annotations) return;
    for (const pattern of patterns) {
      if (leadsOutside(pattern.text)) problems.push(outside(pattern));
      else if (isCostly(pattern.text)) problems.push(costly(pattern));
      else if (!isExclusion(pattern.text) && !files.some(matcher([pattern]))) {
        problems.push({ code: 'manifest/no-match', span: pattern.span, message: `"${pattern.text}" matches no ${what}` });
      }
    }
  };
  checkPatterns(manifest.include, members.articles, 'file of this case');
  checkPatterns(manifest.registry, members.registry, 'registry file');
  checkPatterns(manifest.annotations, members.annotations, 'annotation file');
  if (leadsOutside(manifest.reviews.text)) problems.push(outside(manifest.reviews));
  const articles = new Set(members.articles);
  const suggest = createSuggest(members.articles);
  for (const { id } of manifest.sources.values()) {
    if (articles.has(id.text)) continue;
    problems.push(missing('manifest/missing-source', id, suggest(id.text)));
  }
  return problems;
}

/**
 * Problems of annotation files' `source:` against the case's articles, each with the annotation file's path: an article that is gone, and
 * a second file for the same article (its claims are used, its links by hand are not).
 */
export function checkAnnotationSources(
  files: Iterable<{ readonly path: string; readonly source: Scalar | undefined }>,
  members: Members,
): readonly { readonly file: string; readonly problem: Problem }[] {
  const found: { file: string; problem: Problem }[] = [];
  const articles = new Set(members.articles);
  const suggest = createSuggest(members.articles);
  const first = new Map<string, string>();
  for (const { path, source } of files) {
    if (!source) continue;
    const other = first.get(source.text);
    if (!articles.has(source.text)) {
      found.push({ file: path, problem: missing('annotation/missing-source', source, suggest(source.text)) });
    } else if (other === undefined) {
      first.set(source.text, path);
    } else {
      const message = `${other} annotates "${source.text}" as well; of this file only the claims are used, not the links by hand`;
      found.push({ file: path, problem: { code: 'annotation/duplicate-file', span: source.span, message } });
    }
  }
  return found;
}

function missing(code: string, id: Scalar, suggestion: string | null): Problem {
  return {
    code,
    span: id.span,
    message: `no article "${id.text}" in this case${didYouMean(suggestion)}`,
    ...(suggestion === null ? {} : { data: { replacement: suggestion } }),
  };
}

function outside(pattern: Scalar): Problem {
  const message = `"${pattern.text}" leads out of the case — use a path below this folder, with "/" and without ".."`;
  return { code: 'manifest/outside-case', span: pattern.span, message };
}

function costly(pattern: Scalar): Problem {
  const { length, starsInName, deepStars } = mostInPattern;
  const most = `at most ${length.toLocaleString('en')} characters, ${starsInName} "*" in one name and ${deepStars} "**"`;
  const message = `this pattern is too complex, and matches nothing — use ${most}`;
  return { code: 'manifest/no-match', span: pattern.span, message };
}

/** The article most likely meant by a path: spelt nearly so, or of the same name in another folder. */
function createSuggest(articles: readonly string[]): (path: string) => string | null {
  const byPath = indexNearest(articles.map((path) => [path, path] as const));
  const byName = indexNearest(articles.map((path) => [baseName(path), path] as const));
  let left = mostSuggestions;
  return (path) => (left-- > 0 ? (nearestIn(byPath, path) ?? nearestIn(byName, baseName(path))) : null);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Patterns that begin with `!` take out of what the others match. */
function matcher(patterns: readonly Scalar[]): (path: string) => boolean {
  const inside = patterns.map((pattern) => pattern.text).filter((text) => !leadsOutside(text));
  const matches = inside.filter((text) => !isExclusion(text)).map(compile);
  const excludes = inside.filter(isExclusion).map((text) => compile(text.slice(1)));
  return (path) => matches.some((match) => match(path)) && !excludes.some((match) => match(path));
}

/** A pattern that is empty or too costly matches nothing, which is told. Brackets `( )` are what stands in the name. */
function compile(pattern: string): (path: string) => boolean {
  const own = normalise(pattern).replace(/\\?[()]/g, (bracket) => `\\${bracket.slice(-1)}`);
  return own === '' || isCostly(own) ? () => false : picomatch(own, { nonegate: true, noextglob: true });
}

function isCostly(pattern: string): boolean {
  if (pattern.length > mostInPattern.length) return true;
  const names = pattern.split('/');
  const deep = names.filter((name) => name === '**').length;
  return deep > mostInPattern.deepStars || names.some((name) => (name.match(/\*+/g) ?? []).length > mostInPattern.starsInName);
}

function normalise(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '');
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(');
}

function leadsOutside(pattern: string): boolean {
  const path = isExclusion(pattern) ? pattern.slice(1) : pattern;
  return /^(?:[/\\~]|[A-Za-z]:)/.test(path) || /(?:^|[/\\{,(|])\.\.(?:$|[/\\},)|])/.test(path);
}

function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.[^/]*|node_modules)(?:\/|$)/.test(path);
}

function isInside(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (folders.has(path.slice(0, slash + 1))) return true;
  }
  return false;
}
