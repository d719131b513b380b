import type { Manifest, Problem, Scalar } from './entries';

export type FileKind = 'manifest' | 'article' | 'registry' | 'annotations' | 'reviews';

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
 * Knows nothing of nested cases: see `findMembers`. Patterns are compiled once.
 */
export function createKindOf(_manifest: Manifest): (path: string) => FileKind | null {
  throw new Error('not yet');
}

/** Sorts all paths below a case's folder into its members. */
export function findMembers(_manifest: Manifest, _paths: Iterable<string>): Members {
  throw new Error('not yet');
}

/** Problems of the manifest against the files that are there; spans are in the manifest. */
export function checkMembers(_manifest: Manifest, _members: Members): readonly Problem[] {
  throw new Error('not yet');
}

/** Problems of annotation files' `source:` against the case's articles, each with the annotation file's path. */
export function checkAnnotationSources(
  _files: Iterable<{ readonly path: string; readonly source: Scalar | undefined }>,
  _members: Members,
): readonly { readonly file: string; readonly problem: Problem }[] {
  throw new Error('not yet');
}
