import type { CaseModel } from '../caseModel';
import { EditRefused } from './planEdit';

/** Where one annotation file stands for its article: folders and endings that take the place of the article's. */
interface Mirror {
  readonly from: string;
  readonly to: string;
  readonly articleEnding: string;
  readonly ending: string;
}

/**
 * The path of the annotation file that an article without one gets: as those of its neighbours mirror their articles, else by the
 * manifest's patterns (DESIGN §1). Throws `EditRefused` where no pattern allows one.
 */
export function annotationPathFor(model: CaseModel, source: string): string {
  const fits = (path: string | null): path is string => path !== null && model.kindOf(path) === 'annotations' && isFree(model, path, source);
  const path = [...neighbours(model, source), ...byPatterns(model, source)].find(fits);
  if (path === undefined) {
    const patterns = model.manifest().data.annotations.map(({ text }) => text);
    throw new EditRefused(
      `There is no place for the annotations of ${source}: "annotations" in corroborate.yaml (${patterns.join(', ') || 'empty'}) matches no free path that mirrors the article's.`,
    );
  }
  return path;
}

/** The file that what is written about an article goes to, there or not yet; null where there is no place for one. */
export function annotationFileOf(model: CaseModel, source: string): string | null {
  try {
    return model.annotationsOf(source)?.path ?? annotationPathFor(model, source);
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}

function isFree(model: CaseModel, path: string, source: string): boolean {
  const owner = model.annotationFile(path)?.data.source?.text;
  return owner === undefined || owner === source;
}

function neighbours(model: CaseModel, source: string): readonly string[] {
  const counts = new Map<string, { mirror: Mirror; count: number }>();
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  for (const { path, data } of model.annotationFiles()) {
    const mirror = data.source && mirrorOf(data.source.text, path);
    if (!mirror) continue;
    const key = JSON.stringify(mirror);
    const weight = data.source.text.startsWith(folder) ? 1_000_000 : 1;
    const known = counts.get(key);
    counts.set(key, { mirror, count: (known?.count ?? 0) + weight });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).flatMap(({ mirror }) => mirrored(mirror, source) ?? []);
}

function mirrorOf(article: string, annotations: string): Mirror | null {
  const [from, articleEnding] = splitEnding(article);
  const [to, ending] = splitEnding(annotations);
  let same = 0;
  while (same < Math.min(from.length, to.length) && from.at(-1 - same) === to.at(-1 - same)) same++;
  const shared = from.slice(from.length - same);
  const slash = from.length === same || to.length === same ? 0 : shared.indexOf('/') + 1;
  const stem = shared.slice(slash);
  const isWholeName = stem.length >= from.length - from.lastIndexOf('/') - 1;
  if (!isWholeName) return null;
  return { from: from.slice(0, from.length - stem.length), to: to.slice(0, to.length - stem.length), articleEnding, ending };
}

function mirrored({ from, to, articleEnding, ending }: Mirror, source: string): string | null {
  if (!source.startsWith(from)) return null;
  const rest = source.slice(from.length);
  return to + (rest.endsWith(articleEnding) ? rest.slice(0, rest.length - articleEnding.length) : rest) + ending;
}

function byPatterns(model: CaseModel, source: string): readonly string[] {
  const { include, annotations } = model.manifest().data;
  const bases = [...new Set([...include.map(({ text }) => fixedFolder(text)), ''])].filter((base) => source.startsWith(base));
  const candidates: string[] = [];
  for (const { text } of annotations) {
    const ending = /\.ya?ml$/.exec(text)?.[0] ?? '.yaml';
    for (const base of bases.sort((a, b) => b.length - a.length)) {
      const path = fixedFolder(text) + source.slice(base.length);
      candidates.push(splitEnding(path)[0] + ending, path + ending);
    }
  }
  return candidates;
}

/** The folders of a pattern that are names, with a trailing `/`. */
function fixedFolder(pattern: string): string {
  const fixed = pattern.replace(/^\.\//, '').split(/[*?{}[\]()!+@]/)[0] ?? '';
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}

function splitEnding(path: string): readonly [string, string] {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}
