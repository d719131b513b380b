import type { Registry } from '../registry/registry';
import { indexCues } from './cues';
import type { EvidenceKind } from './evidence';
import { kindWeights, readEvidence } from './evidence';
import type { PassagePair, ValuesSideBySide } from './passage';
import type { ArticleForPassages, Sentence } from './sentences';
import { readSentences } from './sentences';
import { valuesSideBySide } from './valuesSideBySide';

export interface RankingOptions {
  readonly registry: Registry;
  /** How many pairs come at most. */
  readonly limit?: number;
  /** Only pairs with a sentence of one of these sources. */
  readonly sources?: ReadonlySet<string>;
}

/** Sentence pairs of different sources about the same thing, best first. See `rankSentences`. */
export function rankPassages(articles: readonly ArticleForPassages[], options: RankingOptions): readonly PassagePair[] {
  const cues = indexCues(options.registry.properties.values());
  return rankSentences(articles.map((article) => readSentences(article, options.registry, cues)), options);
}

/** Evidence that more sentences share makes no pair by itself; it counts in pairs that rarer evidence makes. */
const commonEvidence = 200;
/** Each sentence proposes its best partners only: what it shares with more is a topic, not a passage. */
const partners = 12;
/** So many of what each sentence shares most with are looked at closely, with their values. */
const examined = 36;
/** Values of both that are about one thing count as much as a rare thing that only the two share. */
const valueTogether = 1;
/** How far a pair of long sentences, which share more by chance, counts less (as in BM25; 0: not at all). */
const lengthMatters = 0.3;
/** Each better pair that a sentence stands in makes a further one count this much: other passages come up between. */
const repeated = 0.95;
/** Sentences that are worked on between two pauses. */
const sentencesInStep = 20;
/** Shared rare things (each of weight 1) that make a score of 1 − 1/e. */
const enough = 2;

/**
 * Ranks pairs of the sentences of different articles (one list an article; the lists in the order of sources, which is also the order within
 * a pair) by what they share: names, values, cues and words, each weighed by how rare it is among all sentences (inverse document
 * frequency, 1 for what only the pair has). Linear in the sentences but for evidence that up to `commonEvidence` of them share.
 */
function rankSentences(articles: readonly (readonly Sentence[])[], options: RankingOptions): readonly PassagePair[] {
  const steps = rankInSteps(articles, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `rankSentences`, in small steps, so that whoever takes them can do other work in between. */
export function* rankInSteps(
  articles: readonly (readonly Sentence[])[],
  options: RankingOptions,
): Generator<void, readonly PassagePair[]> {
  const corpus = yield* indexCorpus(articles);
  const proposals = yield* proposePairs(corpus, options);
  return spread(proposals)
    .slice(0, options.limit)
    .map((proposal) => describePair(corpus, proposal));
}

/** All sentences with their evidence as numbers: `keys[s]` and `strengths[s]` go together, keys ascending. */
interface Corpus {
  readonly sentences: readonly Sentence[];
  readonly articleOf: Int32Array;
  readonly evidence: readonly string[];
  readonly weights: Float64Array;
  readonly keys: readonly Int32Array[];
  readonly strengths: readonly Float64Array[];
  /** Per sentence the weight of all its evidence, 1 for the mean of them. */
  readonly lengths: readonly number[];
  /** Per evidence the sentences that have it, ascending; empty where it is too common. */
  readonly postings: readonly (readonly number[])[];
}

function* indexCorpus(articles: readonly (readonly Sentence[])[]): Generator<void, Corpus> {
  const sentences = articles.flat();
  const articleOf = Int32Array.from(articles.flatMap((own, index) => own.map(() => index)));
  const numbers = new Map<string, number>();
  const evidence: string[] = [];
  const postings: number[][] = [];
  const keys: Int32Array[] = [];
  const strengths: Float64Array[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index % sentencesInStep === 0) yield;
    const own: number[] = [];
    for (const key of sentence.evidence.keys()) {
      let number = numbers.get(key);
      if (number === undefined) {
        number = evidence.length;
        numbers.set(key, number);
        evidence.push(key);
        postings.push([]);
      }
      own.push(number);
      postings[number]!.push(index);
    }
    const sorted = Int32Array.from(own).sort();
    keys.push(sorted);
    strengths.push(Float64Array.from(sorted, (number) => sentence.evidence.get(evidence[number]!) ?? 0));
  }
  const weights = Float64Array.from(evidence, (key, number) => {
    return kindWeights[readEvidence(key).kind] * rarity(postings[number]!.length, sentences.length);
  });
  const totals = keys.map((own, index) => own.reduce((sum, key, at) => sum + weights[key]! * strengths[index]![at]!, 0));
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return {
    sentences,
    articleOf,
    evidence,
    weights,
    keys,
    strengths,
    lengths: totals.map((total) => total / mean),
    postings: postings.map((all) => (all.length > commonEvidence ? [] : all)),
  };
}

/** Inverse document frequency as in BM25, scaled to 1 for what two of the sentences have. */
function rarity(having: number, all: number): number {
  const idf = (count: number) => Math.log(1 + Math.max(0, all - count + 0.5) / (count + 0.5));
  return Math.min(1, idf(having) / idf(Math.min(2, all)));
}

interface Proposal {
  readonly a: number;
  readonly b: number;
  readonly values: readonly ValuesSideBySide[];
  readonly score: number;
}

/** The best partners of each sentence, each pair once. */
function* proposePairs(corpus: Corpus, { sources }: RankingOptions): Generator<void, readonly Proposal[]> {
  const { sentences, articleOf, keys, postings, weights } = corpus;
  const isWanted = (index: number) => !sources || sources.has(sentences[index]!.source);
  const shared = new Float64Array(sentences.length);
  const proposals = new Map<number, Proposal>();
  for (let one = 0; one < sentences.length; one++) {
    if (one % sentencesInStep === 0) yield;
    const touched: number[] = [];
    for (const key of keys[one]!) {
      for (const other of postings[key]!) {
        if (articleOf[other] === articleOf[one] || !(isWanted(one) || isWanted(other))) continue;
        if (shared[other] === 0) touched.push(other);
        shared[other]! += weights[key]!;
      }
    }
    const likely = touched.sort((x, y) => shared[y]! - shared[x]! || x - y);
    const exact = likely.slice(0, examined).map((other) => propose(corpus, Math.min(one, other), Math.max(one, other)));
    for (const other of touched) shared[other] = 0;
    for (const proposal of exact.sort(byScore).slice(0, partners)) proposals.set(proposal.a * sentences.length + proposal.b, proposal);
  }
  return [...proposals.values()];
}

function byScore(x: Proposal, y: Proposal): number {
  return y.score - x.score || x.a - y.a || x.b - y.b;
}

function propose({ sentences, keys, strengths, weights, lengths }: Corpus, a: number, b: number): Proposal {
  let sum = 0;
  forShared(keys[a]!, keys[b]!, (i, j) => {
    sum += weights[keys[a]![i]!]! * Math.min(strengths[a]![i]!, strengths[b]![j]!);
  });
  const values = valuesSideBySide(sentences[a]!, sentences[b]!);
  if (values.length > 0) sum += valueTogether;
  const length = 1 - lengthMatters + lengthMatters * Math.sqrt(lengths[a]! * lengths[b]!);
  return { a, b, values, score: 1 - Math.exp(-sum / length / enough) };
}

/** Calls `visit` with the places in `a` and `b`, both ascending, of each number that both have. */
function forShared(a: Int32Array, b: Int32Array, visit: (i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! < b[j]!) i++;
    else if (a[i]! > b[j]!) j++;
    else visit(i++, j++);
  }
}

/** Ranks again so that no sentence fills the top: each pair counts the less the more better ones its sentences stand in. */
function spread(proposals: readonly Proposal[]): readonly Proposal[] {
  const used = new Map<number, number>();
  const use = (sentence: number) => {
    const before = used.get(sentence) ?? 0;
    used.set(sentence, before + 1);
    return before;
  };
  return [...proposals]
    .sort(byScore)
    .map((proposal) => ({ ...proposal, score: proposal.score * repeated ** (use(proposal.a) + use(proposal.b)) }))
    .sort(byScore);
}

function describePair(corpus: Corpus, { a, b, score, values }: Proposal): PassagePair {
  const { keys, evidence, weights, sentences } = corpus;
  const shared = new Map<EvidenceKind, { readonly key: string; readonly weight: number }[]>();
  forShared(keys[a]!, keys[b]!, (i) => {
    const number = keys[a]![i]!;
    const { kind, key } = readEvidence(evidence[number]!);
    const held = shared.get(kind) ?? [];
    shared.set(kind, held);
    held.push({ key, weight: weights[number]! });
  });
  const first = sentences[a]!;
  const second = sentences[b]!;
  const listed = (kind: EvidenceKind) => (shared.get(kind) ?? []).sort((x, y) => y.weight - x.weight).map(({ key }) => key);
  return {
    score: Math.round(score * 1e4) / 1e4,
    a: { source: first.source, span: first.span },
    b: { source: second.source, span: second.span },
    shared: {
      entities: listed('entity'),
      cues: listed('cue'),
      words: listed('word').flatMap((key) => wordsOf(key, first, second)),
    },
    values,
  };
}

/** A shared word as the first has it; as both have it, where they say it in different words: `help / assistance`. */
function wordsOf(key: string, first: Sentence, second: Sentence): readonly string[] {
  const [one, other] = [wordOf(key, first), wordOf(key, second)];
  if (one !== undefined && other !== undefined && one.slice(0, likeLetters) !== other.slice(0, likeLetters)) return [`${one} / ${other}`];
  return [one ?? other].filter((word) => word !== undefined);
}

/** Forms of one word begin alike. */
const likeLetters = 3;

/** The word as a sentence has it; undefined where only the sentence before has it. */
function wordOf(key: string, { words }: Sentence): string | undefined {
  return words.get(key.slice(key.indexOf(':') + 1));
}
