import type { RegistryFile, Reading } from './entries';
import type { YamlCache } from './yamlCache';

export function readRegistryFile(_text: string, _cache?: YamlCache): Reading<RegistryFile> {
  throw new Error('not yet');
}
