import type { CaseModel } from '../../src/core/caseModel';
import { caseOf, exampleArticles, varied } from './articles';
import { median, processorTime } from './measure';
import type { BenchmarkReport, BenchmarkResult } from './measure';

const counts = [2, 500];
const rounds = 3;

/** Ranking the passages of 2 and of 500 articles of some 6 kB, their sentences, names and values being known. */
export function benchPassages(): BenchmarkReport {
  const results = counts.flatMap((count): BenchmarkResult[] => {
    const articles = Array.from({ length: count }, (_nothing, i) => varied(exampleArticles[i % 2] as string, i >> 1));
    const times: number[] = [];
    let sentences = 0;
    for (let round = 0; round < rounds; round++) {
      const { model, sources } = caseOf(articles);
      sentences = prepare(model, sources);
      times.push(processorTime(() => model.passages().length));
    }
    return [{ name: 'passages', size: `${count} articles, ${sentences} sentences`, value: median(times), unit: 'ms' }];
  });
  return { results, notes: [], failures: [] };
}

/** The number of sentences, all read. */
function prepare(model: CaseModel, sources: readonly string[]): number {
  return sources.reduce((sum, source) => {
    model.mentions(source);
    return sum + model.reading(source).sentences.length;
  }, 0);
}
