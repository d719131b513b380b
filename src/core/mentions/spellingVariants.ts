import { distance } from 'fastest-levenshtein';
import type { Span } from '../text/text';
import type { Mention } from './mention';
import { isRespelt } from './spelling';

/** How one article spells its entities: entity → spelling (white space as one space) → first place. */
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

/** The spellings of an article's mentions that were linked by name; keep it as long as the mentions. */
export function spellingsOf(mentions: readonly Mention[]): ArticleSpellings {
  const spellings = new Map<string, Map<string, Span>>();
  for (const { entity, rule, text, span } of mentions) {
    if (entity === null || rule === 'link') continue;
    const spelling = text.replace(/\s+/g, ' ');
    const known = spellings.get(entity);
    if (!known) spellings.set(entity, new Map([[spelling, span]]));
    else if (!known.has(spelling)) known.set(spelling, span);
  }
  return spellings;
}

/** How all articles spell each entity: entity → spelling → the articles that have it. */
export type SpellingIndex = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Indexes all articles' spellings, given by source, so that each article is compared without looking at every other. */
export function indexSpellings(all: ReadonlyMap<string, ArticleSpellings>): SpellingIndex {
  const index = new Map<string, Map<string, Set<string>>>();
  for (const [source, entities] of all) {
    for (const [entity, spellings] of entities) {
      let known = index.get(entity);
      if (!known) index.set(entity, (known = new Map()));
      for (const spelling of spellings.keys()) {
        const sources = known.get(spelling);
        if (sources) sources.add(source);
        else known.set(spelling, new Set([source]));
      }
    }
  }
  return index;
}

/**
 * The spelling variants of the article `source` with the spellings `article`, given the index of all, in the order of their places. A
 * word of a name that no other source has in that entity's names is a variant when it is another spelling of one that others have and
 * this article has not; it is told once, beside the others' most similar name. Longer, shorter and inflected forms are no variants.
 */
export function spellingVariants(source: string, article: ArticleSpellings, index: SpellingIndex): SpellingVariant[] {
  const variants: SpellingVariant[] = [];
  for (const [entity, own] of article) {
    const known = index.get(entity);
    const elsewhere = [...(known?.keys() ?? [])].filter((surface) => isElsewhere(known?.get(surface), source));
    if (elsewhere.length === 0) continue;
    const ownWords = surfacesByWord(own.keys());
    const otherWords = surfacesByWord(elsewhere);
    for (const [word, surfaces] of ownWords) {
      if (otherWords.has(word)) continue;
      for (const [usualWord, usualSurfaces] of otherWords) {
        if (ownWords.has(usualWord) || !isRespelt(word, usualWord)) continue;
        const [text, usual] = mostSimilar(surfaces, usualSurfaces);
        const sources = new Set(usualSurfaces.flatMap((surface) => [...(known?.get(surface) ?? [])]));
        sources.delete(source);
        variants.push({ span: own.get(text)!, text, entity, usual, sources: [...sources] });
        break;
      }
    }
  }
  return variants.sort((a, b) => a.span.start - b.span.start);
}

function isElsewhere(sources: ReadonlySet<string> | undefined, source: string): boolean {
  return sources !== undefined && (sources.size > 1 || !sources.has(source));
}

function surfacesByWord(surfaces: Iterable<string>): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const surface of surfaces) {
    for (const word of new Set(surface.split(/[^\p{L}\p{N}\p{M}'’]+/u))) {
      if (word === '') continue;
      const known = byWord.get(word);
      if (known) known.push(surface);
      else byWord.set(word, [surface]);
    }
  }
  return byWord;
}

function mostSimilar(left: readonly string[], right: readonly string[]): [string, string] {
  let best: [string, string] = [left[0]!, right[0]!];
  let fewest = Infinity;
  for (const a of left) {
    for (const b of right) {
      const edits = distance(a, b);
      if (edits >= fewest) continue;
      fewest = edits;
      best = [a, b];
    }
  }
  return best;
}
