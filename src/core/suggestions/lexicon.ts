import { en } from './words.en';
import { ru } from './words.ru';
import type { SuggestionWords } from './words';

/** The words of a language by its BCP 47 primary subtag; English by default. */
export function suggestionWords(tag: string): SuggestionWords {
  return tag === 'ru' ? ru : en;
}
