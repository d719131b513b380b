import { createAnchorIndex } from './anchors/anchorIndex';
import type { AnchorIndex } from './anchors/anchorIndex';
import type { AnnotationFile, Problem, ReviewsFile } from './case/entries';
import type { CaseFile, CaseFiles, CaseOptions, Source } from './caseFiles';
import { createCaseFiles } from './caseFiles';
import type { Claim, Group } from './claims/claim';
import { groupClaims } from './claims/groups';
import { readClaims, readFacts } from './claims/readClaims';
import type { Finding } from './diagnostics/diagnostic';
import { groupBy } from './groupBy';
import { memoizeByKey, memoizeByObject, memoizeLast, memoizeRecent, memoizeWhile, stableArray } from './memo';
import { createLinker, linkArticle } from './mentions/linkArticle';
import type { ArticleMentions, Mention, UnlinkedName } from './mentions/mention';
import type { ArticleSpellings, SpellingIndex, SpellingVariant } from './mentions/spellingVariants';
import { indexSpellings, spellingsOf, spellingVariants } from './mentions/spellingVariants';
import { createKnownNames } from './mentions/knownNames';
import { findUnlinkedNames } from './mentions/unlinkedNames';
import type { ArticleReading } from './recognition/recogniseValues';
import { createRecogniser } from './recognition/recogniseValues';
import { tokenise } from './recognition/tokens';
import type { CopiedText, CopySource } from './passages/copiedText';
import { findCopiedText } from './passages/copiedText';
import { indexCues } from './passages/cues';
import type { PassagePair } from './passages/passage';
import { rankInSteps } from './passages/rankPassages';
import type { Sentence } from './passages/sentences';
import { readSentences } from './passages/sentences';
import type { Registry } from './registry/registry';
import { checkArticle } from './suggestions/checkArticle';
import type { SuggestibleArticle } from './suggestions/readArticle';
import { createSuggester } from './suggestions/suggestClaims';
import type { Text } from './text/text';

/** Pairs of passages that a case ranks: more than anyone reads. */
const mostPassages = 500;

/** Articles longer than this (UTF-16 units) are linked, but not searched for unlinked names and values, which costs more. */
const longestSearchedArticle = 4_000_000;

/** Sentences whose tokens are kept from reading values to suggesting claims of the same article. */
const sentencesAtHand = 500;

/**
 * A case in memory: its files, and all that follows from them. Feed it with paths and contents; ask it anything: every answer is computed
 * when asked for and kept while what it depends on stays.
 */
export interface CaseModel extends CaseFiles {
  /**
   * Computes all that groups and verdicts need, in small steps: whoever runs them may pause after each, so that a large
   * case never stands in the way of other work. Asking earlier is always right, only slower.
   */
  prepare(): Generator<void>;
  /** The same for `comparison`: after `prepare`, in steps of their own. */
  prepareSuggestions(): Generator<void>;
  /** The same for `passages`. */
  preparePassages(): Generator<void>;
  /** The same for `copiedText`. */
  prepareCopiedText(): Generator<void>;

  /** An article made ready for anchors, which keeps those that were resolved; undefined as for `text`. */
  anchors(source: string): AnchorIndex | undefined;
  mentions(source: string): ArticleMentions;
  /** Mentions linked to an entity: in one source, or in all in the order of sources. */
  mentionsOf(entity: string, source?: string): readonly Mention[];
  unlinkedNames(source: string): readonly UnlinkedName[];
  spellingVariants(source: string): readonly SpellingVariant[];

  /** Sentences, dates, periods and quantities of an article, as recognised in its text. */
  reading(source: string): ArticleReading;

  /** In the order of sources; claims about articles that are gone follow, then the registry's facts. */
  claims(): readonly Claim[];
  claimProblems(path: string): readonly Problem[];
  /** Claims whose annotation is about this source. */
  claimsOf(source: string): readonly Claim[];
  /** Claims and facts that a YAML file states. */
  claimsIn(path: string): readonly Claim[];
  groups(): readonly Group[];
  groupOf(claim: Claim): Group | undefined;
  /** Groups about an entity: as subject, or as the value of a claim. */
  groupsOf(entity: string): readonly Group[];
  reviewProblems(): readonly Problem[];

  /** Claims that the article's sentences make and no one annotated (DESIGN §6). */
  suggestedClaims(source: string): readonly Claim[];
  /**
   * Groups of the confirmed claims and the suggested ones, in the order of sources. A decision on the confirmed claims of a group
   * holds for it.
   */
  comparison(): readonly Group[];
  /** What an article says against itself. */
  articleFindings(source: string): readonly Finding[];
  /** Text that sources have in common, word for word: more than chance, so that one origin is likely. Most of it first. */
  copiedText(): readonly CopiedText[];
  /** Sentence pairs of different sources that are likely about the same thing, best first; at most `mostPassages`. */
  passages(): readonly PassagePair[];
}

/** An empty case. */
export function createCaseModel(options: CaseOptions = {}): CaseModel {
  const files = createCaseFiles(options);
  const { text, registry, annotationFiles, annotationsOf, reviews, sourcesById: sources } = files;
  const oncePerGeneration = memoizeWhile(files.generation);

  const linker = memoizeLast(createLinker);
  const knownNames = memoizeLast(createKnownNames);
  const anchorIndex = memoizeByKey((_path, article: Text) => createAnchorIndex(article));
  const noMentions: ArticleMentions = { mentions: [], none: [], problems: [] };
  const link = memoizeByKey(
    (source, using: ReturnType<typeof createLinker>, article: Text, published: string | null, notes: AnnotationFile | null) =>
      linkArticle(
        using,
        { source, text: article, published, ...(notes && notes.mentions.length > 0 ? { anchors: anchorIndex(source, article) } : {}) },
        notes,
      ),
  );
  const mentions = (source: string) => {
    const article = text(source);
    const known = sources().get(source);
    if (!article || !known) return noMentions;
    return link(source, linker(registry()), article, known.published, annotationsOf(source)?.data ?? null);
  };
  const byEntity = memoizeByKey((_source, { mentions: all }: ArticleMentions) =>
    groupBy(all, (mention) => mention.entity),
  );
  const mentionsOf = (entity: string, source?: string): readonly Mention[] =>
    source === undefined
      ? [...sources().keys()].flatMap((id) => byEntity(id, mentions(id)).get(entity) ?? [])
      : (byEntity(source, mentions(source)).get(entity) ?? []);
  const unlinked = memoizeByKey((source, article: Text, linked: ArticleMentions, known: ReturnType<typeof createKnownNames>) =>
    article.content.length > longestSearchedArticle ? [] : findUnlinkedNames(source, article, linked, known),
  );
  const unlinkedNames = (source: string) => {
    const article = text(source);
    return article && sources().has(source) ? unlinked(source, article, mentions(source), knownNames(registry())) : [];
  };
  const spellings = memoizeByKey((_source, all: ArticleMentions) => spellingsOf(all.mentions));
  const stableSourceIds = stableArray<string>();
  const stableSurfaces = stableArray<string>();
  const surfacesOf = memoizeByKey((_source, own: ArticleSpellings) =>
    JSON.stringify([...own].map(([entity, places]) => [entity, ...places.keys()])),
  );
  const spellingIndex = memoizeLast((ids: readonly string[], _surfaces: readonly string[]) =>
    indexSpellings(new Map(ids.map((id) => [id, spellings(id, mentions(id))]))),
  );
  const currentSpellings = oncePerGeneration(() => {
    const ids = stableSourceIds([...sources().keys()]);
    return spellingIndex(ids, stableSurfaces(ids.map((id) => surfacesOf(id, spellings(id, mentions(id))))));
  });
  const variants = memoizeByKey((source, own: ArticleSpellings, index: SpellingIndex) => spellingVariants(source, own, index));

  const tokensOf = memoizeRecent(tokenise, sentencesAtHand);
  const recogniser = createRecogniser(tokensOf);
  const nothingRead: ArticleReading = { sentences: [], boilerplate: [], values: [] };
  const recognised = memoizeByKey((_source, article: Text, { published, language, hemisphere }: Source) =>
    recogniser.recognise(article, { published, language, hemisphere }),
  );
  const reading = (source: string) => {
    const article = text(source);
    const known = sources().get(source);
    if (!article || !known || article.content.length > longestSearchedArticle) return nothingRead;
    return recognised(source, article, known);
  };

  const fileClaims = memoizeByKey(
    (
      path,
      data: AnnotationFile,
      known: Registry,
      source: Source | undefined,
      article: Text | undefined,
      linked: ArticleMentions,
    ) =>
      readClaims(
        { path, data },
        {
          registry: known,
          source: data.source?.text ?? '',
          anchors: article && data.claims.length > 0 ? anchorIndex(source?.id ?? path, article) : null,
          published: source?.published ?? null,
          hemisphere: source?.hemisphere ?? 'north',
          origin: source?.entry?.origin?.text ?? null,
          mentions: linked.mentions,
        },
      ),
  );
  const claimsIn = (file: CaseFile<AnnotationFile>) => {
    const id = file.data.source?.text;
    const source = id === undefined ? undefined : sources().get(id);
    const article = source ? text(source.id) : undefined;
    return fileClaims(file.path, file.data, registry(), source, article, source ? mentions(source.id) : noMentions);
  };
  const filesInSourceOrder = () => {
    const rank = new Map([...sources().keys()].map((id, index) => [id, index]));
    const rankOf = (file: CaseFile<AnnotationFile>) => rank.get(file.data.source?.text ?? '') ?? rank.size;
    return [...annotationFiles()].sort((a, b) => rankOf(a) - rankOf(b));
  };
  const facts = memoizeLast(readFacts);
  const stableClaimLists = stableArray<readonly Claim[]>();
  const flatten = memoizeLast((lists: readonly (readonly Claim[])[]) => lists.flat());
  const claims = oncePerGeneration(() =>
    flatten(stableClaimLists([...filesInSourceOrder().map((file) => claimsIn(file).claims), facts(registry()).claims])),
  );
  let previousGroups: readonly Group[] | undefined;
  const grouped = memoizeLast((all: readonly Claim[], known: Registry, decided: ReviewsFile | null) => {
    const result = groupClaims(all, known, decided, previousGroups);
    previousGroups = result.groups;
    return result;
  });
  const groupState = oncePerGeneration(() => grouped(claims(), registry(), reviews()?.data ?? null));
  const groupIndex = memoizeLast((groups: readonly Group[]) => {
    const ofClaim = new Map<Claim, Group>();
    const ofEntity = new Map<string, Set<Group>>();
    const add = (entity: string, group: Group) => {
      const held = ofEntity.get(entity);
      if (held) held.add(group);
      else ofEntity.set(entity, new Set([group]));
    };
    for (const group of groups) {
      add(group.subject, group);
      for (const claim of group.claims) {
        ofClaim.set(claim, group);
        if (claim.value.kind === 'entity') add(claim.value.id, group);
      }
    }
    return { ofClaim, ofEntity };
  });
  const claimsBySource = memoizeLast((all: readonly Claim[]) => groupBy(all, (claim) => claim.source));
  const claimsByFile = memoizeLast((all: readonly Claim[]) => groupBy(all, (claim) => claim.file));

  const noClaims: readonly Claim[] = [];
  const noEntries: AnnotationFile['dismissed'] = [];
  const suggestible = memoizeByKey(
    (
      _source,
      source: Source,
      article: Text,
      read: ArticleReading,
      linked: ArticleMentions,
      names: readonly UnlinkedName[],
    ): SuggestibleArticle => ({
      source: source.id,
      text: article,
      language: source.language,
      published: source.published,
      hemisphere: source.hemisphere,
      origin: source.entry?.origin?.text ?? null,
      sentences: read.sentences,
      values: read.values,
      mentions: linked,
      names: names.flatMap(({ places }) => places),
    }),
  );
  const articleOf = (id: string): SuggestibleArticle | undefined => {
    const source = sources().get(id);
    const article = text(id);
    return source && article ? suggestible(id, source, article, reading(id), mentions(id), unlinkedNames(id)) : undefined;
  };
  const suggester = createSuggester(tokensOf);
  const suggested = memoizeByKey(
    (_source, article: SuggestibleArticle, known: Registry, confirmed: readonly Claim[], dismissed: AnnotationFile['dismissed']) =>
      suggester.suggest(article, { registry: known, confirmed, dismissed }),
  );
  const claimsOf = (id: string) => claimsBySource(claims()).get(id) ?? noClaims;
  const suggestedClaims = (id: string): readonly Claim[] => {
    const article = articleOf(id);
    return article ? suggested(id, article, registry(), claimsOf(id), annotationsOf(id)?.data.dismissed ?? noEntries) : noClaims;
  };
  const checked = memoizeByKey(
    (_source, article: SuggestibleArticle, known: Registry, confirmed: readonly Claim[], others: readonly Claim[]) =>
      checkArticle(article, [...confirmed, ...others], known),
  );
  const noFindings: readonly Finding[] = [];
  const articleFindings = (id: string): readonly Finding[] => {
    const article = articleOf(id);
    return article ? checked(id, article, registry(), claimsOf(id), suggestedClaims(id)) : noFindings;
  };
  let previousComparison: readonly Group[] | undefined;
  const stableCompared = stableArray<readonly Claim[]>();
  const compared = memoizeLast(
    (lists: readonly (readonly Claim[])[], known: Registry, decided: ReviewsFile | null, confirmed: readonly Group[]) => {
      const { groups } = groupClaims(lists.flat(), known, decided, previousComparison);
      previousComparison = groups;
      return groups.map(keepDecisions(confirmed));
    },
  );
  const comparison = oncePerGeneration(() => {
    const bySource = claimsBySource(claims());
    const ids = [...sources().keys()];
    const gone = [...bySource].flatMap(([id, own]) => (sources().has(id) ? [] : [own]));
    const lists = [...ids.flatMap((id) => [claimsOf(id), suggestedClaims(id)]), ...gone];
    return compared(stableCompared(lists), registry(), reviews()?.data ?? null, groupState().groups);
  });

  const cueIndex = memoizeLast((known: Registry) => indexCues(known.properties.values()));
  const passageSentences = memoizeByKey(
    (_source, source: Source, article: Text, read: ArticleReading, linked: ArticleMentions, known: Registry) =>
      readSentences(
        {
          source: source.id,
          text: article,
          language: source.language,
          published: source.published,
          sentences: read.sentences,
          mentions: linked.mentions,
          values: read.values,
          boilerplate: read.boilerplate,
        },
        known,
        cueIndex(known),
      ),
  );
  const noSentences: readonly Sentence[] = [];
  const stableSentences = stableArray<readonly Sentence[]>();
  const sentencesOf = (source: Source): readonly Sentence[] => {
    const article = text(source.id);
    if (!article) return noSentences;
    return passageSentences(source.id, source, article, reading(source.id), mentions(source.id), registry());
  };
  let ranked: { readonly lists: unknown; readonly known: Registry; readonly pairs: readonly PassagePair[] } | undefined;
  function* preparePassages(): Generator<void, readonly PassagePair[]> {
    const lists: (readonly Sentence[])[] = [];
    for (const source of sources().values()) {
      lists.push(sentencesOf(source));
      yield;
    }
    const stable = stableSentences(lists);
    const known = registry();
    if (ranked?.lists === stable && ranked.known === known) return ranked.pairs;
    const pairs = yield* rankInSteps(stable, { registry: known, limit: mostPassages });
    ranked = { lists: stable, known, pairs };
    return pairs;
  }
  const passages = oncePerGeneration(() => runThrough(preparePassages()));
  let copied: { readonly texts: unknown; readonly found: readonly CopiedText[] } | undefined;
  const stableArticles = stableArray<Text | undefined>();
  function* prepareCopiedText(): Generator<void, readonly CopiedText[]> {
    const ids = [...sources().keys()];
    const texts = stableArticles(ids.map(text));
    if (copied?.texts === texts) return copied.found;
    const articles: CopySource[] = [];
    for (const id of ids) {
      const article = text(id);
      if (article) articles.push({ id, text: article, skipped: reading(id).boilerplate });
      yield;
    }
    const found = yield* findCopiedText(articles);
    copied = { texts, found };
    return found;
  }
  const copiedText = oncePerGeneration(() => runThrough(prepareCopiedText()));

  function* prepareSuggestions(): Generator<void> {
    for (const id of sources().keys()) {
      reading(id);
      yield;
      suggestedClaims(id);
      yield;
    }
    comparison();
  }

  function* prepare(): Generator<void> {
    yield* files.prepareFiles();
    linker(registry());
    yield;
    for (const id of sources().keys()) {
      mentions(id);
      yield;
    }
    for (const file of annotationFiles()) {
      claimsIn(file);
      yield;
    }
    groupState();
  }

  const forget = () => {
    for (const memo of [anchorIndex, link, byEntity, recognised, passageSentences, suggestible, suggested, checked, unlinked, spellings, surfacesOf, variants, fileClaims]) {
      memo.retain(files);
    }
  };

  return {
    ...files,
    setPaths(paths) {
      files.setPaths(paths);
      forget();
    },
    remove(path) {
      files.remove(path);
      forget();
    },
    prepare,
    prepareSuggestions,
    preparePassages,
    prepareCopiedText,
    anchors: (id) => {
      const article = text(id);
      return article && anchorIndex(id, article);
    },
    mentions,
    mentionsOf,
    unlinkedNames,
    reading,
    spellingVariants: (source) => variants(source, spellings(source, mentions(source)), currentSpellings()),
    claims,
    claimProblems: (path) => {
      const file = files.annotationFile(path);
      if (file) return claimsIn(file).problems;
      return facts(registry()).problems.filter((problem) => problem.file === path);
    },
    claimsOf,
    claimsIn: (path) => claimsByFile(claims()).get(path) ?? [],
    groups: () => groupState().groups,
    groupOf: (claim) => groupIndex(groupState().groups).ofClaim.get(claim),
    groupsOf: (entity) => [...(groupIndex(groupState().groups).ofEntity.get(entity) ?? [])],
    reviewProblems: () => groupState().problems,
    suggestedClaims,
    comparison,
    articleFindings,
    passages,
    copiedText,
  };
}

function runThrough<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Suggestions neither reopen a decision on what is confirmed nor ask for another review of it. */
const withDecision = memoizeByObject((group: Group) =>
  memoizeLast((review: Group['review']): Group => {
    const badges = group.badges.filter((badge) => badge !== 'review-again');
    return { ...group, review, badges: review.reviewAgain ? [...badges, 'review-again'] : badges };
  }),
);

function keepDecisions(confirmed: readonly Group[]): (group: Group) => Group {
  const byKey = new Map(confirmed.map((group) => [group.key, group]));
  return (group) => {
    const own = byKey.get(group.key);
    return own && group.badges.includes('suggested') ? withDecision(group)(own.review) : group;
  };
}
