import type { AnnotationFile, Manifest, Problem, Reading, RegistryFile, ReviewsFile, SourceEntry } from './case/entries';
import type { FileKind, Members } from './case/members';
import { createKindOf, findMembers, manifestName } from './case/members';
import { readAnnotationFile } from './case/readAnnotationFile';
import { defaultManifest, folderManifest, readManifest } from './case/readManifest';
import { readRegistryFile } from './case/readRegistryFile';
import { readReviewsFile } from './case/readReviewsFile';
import type { YamlCache } from './case/yamlCache';
import { createYamlCache } from './case/yamlCache';
import type { WrittenId } from './edits/writtenIds';
import { idScalars, placedIds } from './edits/writtenIds';
import { memoizeByKey, memoizeLast, memoizeWhile, stableArray } from './memo';
import { buildRegistry } from './registry/buildRegistry';
import type { Entity, Registry } from './registry/registry';
import { resolveEntity } from './registry/registry';
import type { Decoded } from './text/decode';
import { decodeText } from './text/decode';
import type { Text } from './text/text';
import { createText } from './text/text';

/** A source: an article that is there, with what the manifest says of it. */
export interface Source {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF as written. */
  readonly published: string | null;
  /** BCP 47; null where the manifest does not say. */
  readonly language: string | null;
  readonly hemisphere: 'north' | 'south';
  readonly entry: SourceEntry | null;
}

/** A YAML file as the case uses it. While it has a syntax error, `data` is that of the last good text (DESIGN §7). */
export interface CaseFile<T> {
  readonly path: string;
  readonly data: T;
  readonly problems: readonly Problem[];
  /** True while `data` is older than the text: its spans may be off. */
  readonly stale: boolean;
}

/**
 * The files of a case in memory, each read when asked for and kept while it stays: texts, the manifest, the registry, annotations,
 * reviews. Paths are relative to the case's folder, with `/`.
 */
export interface CaseFiles {
  /** Tells which files there are; contents of files that are gone are forgotten. */
  setPaths(paths: Iterable<string>): void;
  /** Bytes of a file on disk, or the text of an open buffer. */
  setContent(path: string, content: Uint8Array | string): void;
  /** The file is gone. */
  remove(path: string): void;
  /** Every file that was told, whether it belongs to the case or not. */
  paths(): readonly string[];
  /** Grows with every change. */
  generation(): number;
  hasManifest(): boolean;

  kindOf(path: string): FileKind | null;
  members(): Members;
  manifest(): CaseFile<Manifest>;
  registryFiles(): readonly CaseFile<RegistryFile>[];
  registryFile(path: string): CaseFile<RegistryFile> | undefined;
  annotationFiles(): readonly CaseFile<AnnotationFile>[];
  annotationFile(path: string): CaseFile<AnnotationFile> | undefined;
  /** The annotation file of a source: the first by path, when there are several. */
  annotationsOf(source: string): CaseFile<AnnotationFile> | undefined;
  reviews(): CaseFile<ReviewsFile> | undefined;

  /** Undefined for a file that is not there or cannot be read as text. */
  text(path: string): Text | undefined;
  /** Every id that a YAML file of the case writes, in the order of its text; of a file with a syntax error, those that can be read. */
  writtenIds(path: string): readonly WrittenId[];
  /** What was parsed of a YAML file, for readers of texts that are like it. */
  yamlCache(path: string): YamlCache;
  /** What is wrong with the bytes of a file, if anything. */
  decodingProblem(path: string): string | null;

  /** Those that the manifest lists under `sources:` in its order, then the others by path. */
  sources(): readonly Source[];
  source(id: string): Source | undefined;
  registry(): Registry;
  registryProblems(): readonly (Problem & { readonly file: string })[];
  entity(id: string): Entity | undefined;
}

/** The files of a case as `CaseModel` works with them. */
export interface CaseFilesStore extends CaseFiles {
  has(path: string): boolean;
  sourcesById(): ReadonlyMap<string, Source>;
  /** Reads registry and annotations, one file a step. */
  prepareFiles(): Generator<void>;
}

export interface CaseOptions {
  /** A folder without a manifest, where every text file is a source (the command line's contract). */
  readonly bare?: boolean;
  /** A case that this one is a copy of: what it parsed is not parsed again. */
  readonly like?: Pick<CaseFiles, 'yamlCache'>;
}

/** No files. */
export function createCaseFiles(options: CaseOptions = {}): CaseFilesStore {
  const contents = new Map<string, Uint8Array | string | null>();
  let generation = 0;
  let pathsGeneration = 0;
  const oncePerGeneration = memoizeWhile(() => generation);

  const decode = memoizeByKey((_path, content: Uint8Array | string | null, encoding: string | undefined): Decoded => {
    if (content === null) return { text: null, problem: null };
    return typeof content === 'string' ? { text: content, problem: null } : decodeText(content, encoding);
  });
  const indexText = memoizeByKey((_path, content: string) => createText(content));
  const decoded = (path: string) => decode(path, contents.get(path) ?? null, encodingOf(path));
  const text = (path: string) => {
    const content = decoded(path).text;
    return content === null ? undefined : indexText(path, content);
  };
  const encodingOf = (path: string) =>
    path === manifestName ? undefined : manifest().data.sources.get(path)?.encoding?.text;

  const cacheOf = memoizeByKey((path) => options.like?.yamlCache(path) ?? createYamlCache());
  const keepLastGood = <T>(read: (content: string, cache: YamlCache) => Reading<T>) => {
    const good = new Map<string, T>();
    return memoizeByKey((path, content: string): CaseFile<T> => {
      const { data, problems } = read(content, cacheOf(path));
      const broken = problems.some((problem) => problem.code === 'yaml/syntax');
      const last = good.get(path);
      if (broken && last !== undefined) return { path, data: last, problems, stale: true };
      if (!broken) good.set(path, data);
      return { path, data, problems, stale: false };
    });
  };
  const manifestFile = keepLastGood(readManifest);
  const registryFile = keepLastGood(readRegistryFile);
  const annotationFile = keepLastGood(readAnnotationFile);
  const reviewsFile = keepLastGood(readReviewsFile);

  const unreadManifest = withoutManifest(defaultManifest);
  const noManifest = withoutManifest(options.bare ? folderManifest : defaultManifest);
  const manifest = oncePerGeneration((): CaseFile<Manifest> => {
    const content = contents.get(manifestName) ?? null;
    const { text: own } = decode(manifestName, content, undefined);
    if (own !== null) return manifestFile(manifestName, own);
    return contents.has(manifestName) ? unreadManifest : noManifest;
  });
  const kindsOf = memoizeLast((data: Manifest) => createKindOf(data));
  const kindOf = (path: string): FileKind | null => {
    const inNested = members().nestedCases.some((folder) => path.startsWith(folder));
    return inNested ? null : kindsOf(manifest().data)(path);
  };
  const membersOf = memoizeLast((data: Manifest, _paths: number): Members => findMembers(data, contents.keys()));
  const members = oncePerGeneration(() => membersOf(manifest().data, pathsGeneration));

  const readAll = <T>(paths: readonly string[], read: (path: string, content: string) => CaseFile<T>): CaseFile<T>[] =>
    paths.flatMap((path) => {
      const content = decoded(path).text;
      return content === null ? [] : [read(path, content)];
    });
  const stableRegistryFiles = stableArray<CaseFile<RegistryFile>>();
  const registryFiles = oncePerGeneration(() => stableRegistryFiles(readAll(members().registry, registryFile)));
  const stableRegistryData = stableArray<RegistryFile>();
  const built = memoizeLast((data: readonly RegistryFile[], paths: readonly string[]) =>
    buildRegistry(paths.map((path, index) => ({ path, data: data[index]! }))),
  );
  const stableRegistryPaths = stableArray<string>();
  const registryState = oncePerGeneration(() => {
    const files = registryFiles();
    return built(stableRegistryData(files.map((file) => file.data)), stableRegistryPaths(files.map((file) => file.path)));
  });
  const registry = () => registryState().registry;
  const idsOf = memoizeByKey((path, { content }: Text, kind: Exclude<FileKind, 'article'>, known: Registry) =>
    placedIds(idScalars(content, kind, known, cacheOf(path))),
  );
  const stableAnnotationFiles = stableArray<CaseFile<AnnotationFile>>();
  const annotationFiles = oncePerGeneration(() => stableAnnotationFiles(readAll(members().annotations, annotationFile)));
  const registryFileByPath = memoizeLast((files: readonly CaseFile<RegistryFile>[]) => new Map(files.map((file) => [file.path, file])));
  const annotationFileByPath = memoizeLast(
    (files: readonly CaseFile<AnnotationFile>[]) => new Map(files.map((file) => [file.path, file])),
  );
  const annotationsBySource = memoizeLast((files: readonly CaseFile<AnnotationFile>[]) => {
    const bySource = new Map<string, CaseFile<AnnotationFile>>();
    for (const file of files) {
      const source = file.data.source?.text;
      if (source !== undefined && !bySource.has(source)) bySource.set(source, file);
    }
    return bySource;
  });
  const annotationsOf = (source: string) => annotationsBySource(annotationFiles()).get(source);
  const reviews = () => {
    const path = members().reviews;
    const content = path === null ? null : decoded(path).text;
    return path === null || content === null ? undefined : reviewsFile(path, content);
  };

  const sourcesOf = memoizeLast((data: Manifest, articles: readonly string[]) => {
    const present = new Set(articles);
    const inOrder = new Set([...[...data.sources.keys()].filter((id) => present.has(id)), ...articles]);
    return new Map([...inOrder].map((id) => [id, sourceFrom(id, data.sources.get(id) ?? null)]));
  });
  const sources = oncePerGeneration(() => sourcesOf(manifest().data, members().articles));

  function* prepareFiles(): Generator<void> {
    for (const path of members().registry) {
      readAll([path], registryFile);
      yield;
    }
    for (const path of members().annotations) {
      readAll([path], annotationFile);
      yield;
    }
  }

  const forget = () => {
    for (const memo of [decode, indexText, cacheOf, manifestFile, registryFile, annotationFile, reviewsFile, idsOf]) memo.retain(contents);
  };

  return {
    setPaths(paths) {
      const kept = new Set(paths);
      for (const path of contents.keys()) if (!kept.has(path)) contents.delete(path);
      for (const path of kept) if (!contents.has(path)) contents.set(path, null);
      pathsGeneration++;
      generation++;
      forget();
    },
    setContent(path, content) {
      if (contents.get(path) === content) return;
      if (!contents.has(path)) pathsGeneration++;
      contents.set(path, content);
      generation++;
    },
    remove(path) {
      if (!contents.delete(path)) return;
      pathsGeneration++;
      generation++;
      forget();
    },
    has: (path) => contents.has(path),
    paths: () => [...contents.keys()],
    generation: () => generation,
    hasManifest: () => contents.has(manifestName),
    prepareFiles,
    kindOf,
    members,
    manifest,
    registryFiles,
    registryFile: (path) => registryFileByPath(registryFiles()).get(path),
    annotationFiles,
    annotationFile: (path) => annotationFileByPath(annotationFiles()).get(path),
    annotationsOf,
    reviews,
    text,
    writtenIds: (path) => {
      const kind = kindOf(path);
      if (kind === null || kind === 'article') return [];
      const own = text(path);
      return own ? idsOf(path, own, kind, registry()) : [];
    },
    yamlCache: (path) => cacheOf(path),
    decodingProblem: (path) => decoded(path).problem,
    sources: () => [...sources().values()],
    source: (id) => sources().get(id),
    sourcesById: sources,
    registry,
    registryProblems: () => registryState().problems,
    entity: (id) => resolveEntity(registry(), id),
  };
}

function withoutManifest(data: Manifest): CaseFile<Manifest> {
  return { path: manifestName, data, problems: [], stale: false };
}

function sourceFrom(id: string, entry: SourceEntry | null): Source {
  return {
    id,
    title: entry?.title?.text ?? null,
    publisher: entry?.publisher?.text ?? null,
    published: entry?.published?.text ?? null,
    language: entry?.language?.text ?? null,
    hemisphere: entry?.hemisphere?.text === 'south' ? 'south' : 'north',
    entry,
  };
}
