import type { Manifest, Reading } from './entries';
import type { YamlCache } from './yamlCache';

export function readManifest(_text: string, _cache?: YamlCache): Reading<Manifest> {
  throw new Error('not yet');
}

const nowhere = { start: 0, end: 0 };
const written = (text: string) => ({ text, span: nowhere });

/** What an empty `corroborate.yaml` means (DESIGN §1). */
export const defaultManifest: Manifest = {
  include: [written('sources/**/*.txt')],
  registry: [written('registry/**/*.yaml')],
  annotations: [written('annotations/**/*.yaml')],
  reviews: written('reviews.yaml'),
  severity: new Map(),
  sources: new Map(),
};

/** A folder without a manifest: every `*.txt` below it is a source. */
export const folderManifest: Manifest = { ...defaultManifest, include: [written('**/*.txt')] };
