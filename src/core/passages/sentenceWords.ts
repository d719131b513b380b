import type { Span } from '../text/text';
import { foldWord } from '../text/folding';
import { createToken, readToken } from '../text/words';
import type { PassageLanguage } from './languages/language';

/** A word of a sentence, in the article's offsets. */
export interface SentenceWord extends Span {
  readonly folded: string;
  readonly isCapital: boolean;
  /** Null for words that say nothing of what a sentence is about: stop words, single letters, numbers (they are values). */
  readonly stem: string | null;
}

/** Reads the words of one article's sentences. */
export type WordReader = (sentence: Span) => readonly SentenceWord[];

/** Longer words are no words of a language; stemmers are not linear. */
const longestWord = 40;
const isNumber = /^\p{N}+$/u;

/** A reader of the words of `content`; each word is folded and stemmed once. */
export function createWordReader(content: string, language: PassageLanguage): WordReader {
  const known = new Map<string, Omit<SentenceWord, keyof Span>>();
  const token = createToken();
  const lookUp = (written: string) => {
    const held = known.get(written);
    if (held) return held;
    const folded = written.length > longestWord ? written : foldWord(written);
    const isEmpty = folded.length < 2 || folded.length > longestWord || isNumber.test(folded) || language.stopWords.has(folded);
    const word = { folded, isCapital: written.charAt(0) !== written.charAt(0).toLowerCase(), stem: isEmpty ? null : language.stem(folded) };
    known.set(written, word);
    return word;
  };
  return ({ start, end }) => {
    const words: SentenceWord[] = [];
    for (readToken(content, start, longestWord, token); token.kind !== 'end' && token.start < end; ) {
      if (token.kind === 'word') words.push({ start: token.start, end: token.end, ...lookUp(content.slice(token.start, token.end)) });
      readToken(content, token.end, longestWord, token);
    }
    return words;
  };
}
