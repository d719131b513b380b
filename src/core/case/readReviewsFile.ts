import type { ReviewsFile, Reading } from './entries';
import type { YamlCache } from './yamlCache';

export function readReviewsFile(_text: string, _cache?: YamlCache): Reading<ReviewsFile> {
  throw new Error('not yet');
}
