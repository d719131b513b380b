import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { CaseModel } from '../../src/core/caseModel';
import { articleOf, caseOf } from './articles';
import { median, processorTime, sumOfUnits, target } from './measure';
import type { BenchmarkReport, BenchmarkResult } from './measure';

/** Milliseconds of processor time. */
interface ReadingTimes {
  readonly values: number;
  readonly suggestions: number;
}

const articleSize = 20_000;
const processes = 7;
const rounds = 30;
/** Articles that a process has read before it is timed: by then the compiler is done with what they run through. */
const readBefore = 200;
const floorRepeats = 500;
/** Milliseconds for values and suggestions of an article. */
const limit = 30;

/**
 * Values and suggested claims of an article of 20 kB: the first of a fresh process, of one that has read others but keeps nothing of this,
 * and of the same article with one sentence changed, which must give what reading it from the beginning gives.
 */
export function benchRecognition(): BenchmarkReport {
  const article = articleOf(articleSize);
  const floor = processorTime(() => repeat(() => sumOfUnits(article), floorRepeats)) / floorRepeats;
  const cold = Array.from({ length: processes }, readInFreshProcess);
  const anew = Array.from({ length: readBefore + rounds }, () => {
    const { model, sources } = caseOf([article]);
    return readArticle(model, sources[0] as string);
  }).slice(readBefore);
  const { model, sources } = caseOf([article]);
  const source = sources[0] as string;
  readArticle(model, source);
  const edited = Array.from({ length: rounds }, (_nothing, round) => {
    model.setContent(source, withSentence(article, round));
    return readArticle(model, source);
  });
  const results = [
    ...rowsOf('first of a process', cold, floor),
    ...rowsOf('nothing kept', anew, floor),
    ...rowsOf('a sentence changed', edited, floor),
  ];
  const runs = [['first of a process', cold], ['nothing kept', anew]] as const;
  return {
    results,
    notes: runs.map(([what, times]) => {
      const both = median(times.map(total));
      return target(`article of 20 kB, ${what}`, 'values and suggestions within', limit, 'ms', both, both <= limit);
    }),
    failures: isLikeFresh(model, source, withSentence(article, rounds - 1)) ? [] : ['an edited article reads otherwise than a new one'],
  };
}

function rowsOf(what: string, times: readonly ReadingTimes[], floor: number): BenchmarkResult[] {
  const size = `article of 20 kB, ${what}`;
  const row = (name: string, of: (one: ReadingTimes) => number): BenchmarkResult => {
    const value = median(times.map(of));
    return { name, size, value, unit: 'ms', ratioToFloor: value / floor };
  };
  return [row('values', ({ values }) => values), row('suggestions', ({ suggestions }) => suggestions)];
}

function total({ values, suggestions }: ReadingTimes): number {
  return values + suggestions;
}

function readInFreshProcess(): ReadingTimes {
  const suite = fileURLToPath(import.meta.url);
  return JSON.parse(execFileSync(process.execPath, [suite, '--first-article'], { encoding: 'utf8' })) as ReadingTimes;
}

/** The times of the first article that a process reads, before anything is compiled. */
export function readFirstArticle(): ReadingTimes {
  const { model, sources } = caseOf([articleOf(articleSize)]);
  return readArticle(model, sources[0] as string);
}

/** The article with a sentence of its own in the middle, another for each number. */
function withSentence(article: string, number: number): string {
  const at = article.indexOf('. ', article.length / 2) + 2;
  return `${article.slice(0, at)}Two weeks later, in May 2011, almost ${100 + number} guests came. ${article.slice(at)}`;
}

function isLikeFresh(model: CaseModel, source: string, article: string): boolean {
  const fresh = caseOf([article]);
  const claimsOf = (known: CaseModel) => known.suggestedClaims(source).map(({ subject, property, value, entry }) => ({ subject, property, value, entry }));
  return (
    isDeepStrictEqual(model.reading(source), fresh.model.reading(source)) && isDeepStrictEqual(claimsOf(model), claimsOf(fresh.model))
  );
}

function repeat(run: () => number, times: number): number {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += run();
  return sum;
}

/** Times the values and suggested claims of an article, its names and the case's claims being known. */
function readArticle(model: CaseModel, source: string): ReadingTimes {
  model.unlinkedNames(source);
  model.groups();
  return {
    values: processorTime(() => model.reading(source).values.length),
    suggestions: processorTime(() => model.suggestedClaims(source).length),
  };
}
