import type { Registry } from '../registry/registry';
import type { Text } from '../text/text';
import type { ArticleMentions, UnlinkedName } from './mention';

/** Names that are known, indexed for lookups by spelling; see `createKnownNames`. */
export interface KnownNames {
  readonly names: readonly string[];
}

/** Indexes the registry's names and aliases. Build it once a registry generation. */
export function createKnownNames(registry: Registry): KnownNames {
  void registry;
  return { names: [] };
}

/** Likely proper names of the article `source` that link to nothing, in the order of their first places; precise rather than complete. */
export function findUnlinkedNames(source: string, text: Text, mentions: ArticleMentions, known: KnownNames): UnlinkedName[] {
  void source;
  void text;
  void mentions;
  void known;
  return [];
}
