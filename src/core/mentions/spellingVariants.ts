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
 * The spelling variants of the article `source`, given all articles' spellings by source; each name once, in the order of their
 * places. A surface is a variant when one of its words, which no other source has in this entity's names, is another spelling of a
 * word that this article has not. Longer, shorter and inflected forms are none.
 */
export function spellingVariants(source: string, all: ReadonlyMap<string, ArticleSpellings>): SpellingVariant[] {
  const variants: SpellingVariant[] = [];
  for (const [entity, own] of all.get(source) ?? []) {
    const elsewhere = new Map<string, string[]>();
    for (const [other, spellings] of all) {
      if (other === source) continue;
      for (const spelling of spellings.get(entity)?.keys() ?? []) {
        const sources = elsewhere.get(spelling);
        if (sources) sources.push(other);
        else elsewhere.set(spelling, [other]);
      }
    }
    const seen = new Set<string>();
    for (const [text, span] of own) {
      const found = usualSpelling(text, own, elsewhere);
      if (!found || seen.has(found.word)) continue;
      seen.add(found.word);
      variants.push({ span, text, entity, usual: found.usual, sources: elsewhere.get(found.usual)! });
    }
  }
  return variants.sort((a, b) => a.span.start - b.span.start);
}

function usualSpelling(
  text: string,
  own: ReadonlyMap<string, Span>,
  elsewhere: ReadonlyMap<string, readonly string[]>,
): { usual: string; word: string } | null {
  const ownWords = new Set([...own.keys()].flatMap(wordsOf));
  const otherWords = new Set([...elsewhere.keys()].flatMap(wordsOf));
  let best: { usual: string; word: string } | null = null;
  let most = 0;
  for (const word of wordsOf(text)) {
    if (otherWords.has(word)) continue;
    for (const [usual, sources] of elsewhere) {
      if (sources.length <= most || !wordsOf(usual).some((other) => !ownWords.has(other) && isRespelt(word, other))) continue;
      best = { usual, word };
      most = sources.length;
    }
  }
  return best;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}'’]+/u).filter((word) => word !== '');
}
