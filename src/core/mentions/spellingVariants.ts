import type { Span } from '../text/text';
import type { Mention } from './mention';

/** How one article spells its entities: entity → spelling → first place. */
export type ArticleSpellings = ReadonlyMap<string, ReadonlyMap<string, Span>>;

/** A linked name that this article alone spells so, while other sources spell it otherwise. */
export interface SpellingVariant {
  readonly span: Span;
  readonly text: string;
  readonly entity: string;
  /** The spelling of the others, and the sources that have it. */
  readonly usual: string;
  readonly sources: readonly string[];
}

/** The spellings of an article's linked mentions; keep it as long as the mentions. */
export function spellingsOf(mentions: readonly Mention[]): ArticleSpellings {
  void mentions;
  return new Map();
}

/** The spelling variants of the article `source`, given all articles' spellings by source. */
export function spellingVariants(source: string, all: ReadonlyMap<string, ArticleSpellings>): SpellingVariant[] {
  void source;
  void all;
  return [];
}
