import type { CaseModel } from '../../src/core/caseModel';
import { processorTime } from './measure';

/** Milliseconds of processor time. */
export interface ReadingTimes {
  readonly values: number;
  readonly suggestions: number;
}

/** Times the values and suggested claims of an article, its names and the case's claims being known. */
export function readArticle(model: CaseModel, source: string): ReadingTimes {
  model.unlinkedNames(source);
  model.groups();
  return {
    values: processorTime(() => model.reading(source).values.length),
    suggestions: processorTime(() => model.suggestedClaims(source).length),
  };
}
