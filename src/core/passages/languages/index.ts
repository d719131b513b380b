import { languageOf } from '../../recognition/languages/index';
import { en } from './en';
import type { PassageLanguage } from './language';
import { ru } from './ru';

const languages: ReadonlyMap<string, PassageLanguage> = new Map([en, ru].map((language) => [language.tag, language]));

/** What is known of the language in which values of the same article are recognised. */
export function passageLanguageOf(tag: string | null, content: string): PassageLanguage {
  return languages.get(languageOf(tag, content).tag) ?? en;
}
