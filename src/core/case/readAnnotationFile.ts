import type { AnnotationFile, Reading } from './entries';
import type { YamlCache } from './yamlCache';

export function readAnnotationFile(_text: string, _cache?: YamlCache): Reading<AnnotationFile> {
  throw new Error('not yet');
}
