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

/**
 * The spelling variants of the article `source`, given all articles' spellings by source, in the order of their places. A word of a
 * name that no other source has in that entity's names is a variant when it is another spelling of one that others have and this
 * article has not; it is told once, beside the others' most similar name. Longer, shorter and inflected forms are no variants.
 */
export function spellingVariants(source: string, all: ReadonlyMap<string, ArticleSpellings>): SpellingVariant[] {
  const variants: SpellingVariant[] = [];
  for (const [entity, own] of all.get(source) ?? []) {
    const ownWords = surfacesByWord(own.keys());
    const elsewhere = new Map<string, Set<string>>();
    for (const [other, spellings] of all) {
      if (other === source) continue;
      for (const surface of spellings.get(entity)?.keys() ?? []) {
        const sources = elsewhere.get(surface);
        if (sources) sources.add(other);
        else elsewhere.set(surface, new Set([other]));
      }
    }
    const otherWords = surfacesByWord(elsewhere.keys());
    for (const [word, surfaces] of ownWords) {
      if (otherWords.has(word)) continue;
      for (const [usualWord, usualSurfaces] of otherWords) {
        if (ownWords.has(usualWord) || !isRespelt(word, usualWord)) continue;
        const [text, usual] = mostSimilar(surfaces, usualSurfaces);
        const sources = new Set(usualSurfaces.flatMap((surface) => [...(elsewhere.get(surface) ?? [])]));
        variants.push({ span: own.get(text)!, text, entity, usual, sources: [...sources] });
        break;
      }
    }
  }
  return variants.sort((a, b) => a.span.start - b.span.start);
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
