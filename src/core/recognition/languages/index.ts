import { en } from './en';
import type { Language } from './language';
import { ru } from './ru';

/** The languages whose recognisers there are. */
export const allLanguages: readonly Language[] = [en, ru];

/** The language of a BCP 47 tag (`en-GB`, `ru`); where it is null or unknown, by the script of `content`; English by default. */
export function languageOf(tag: string | null, content: string): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return allLanguages.find((language) => language.tag === primary) ?? (isCyrillic(content) ? ru : en);
}

/** Whether Cyrillic letters are the majority among the first 2,000 characters' letters. */
function isCyrillic(content: string): boolean {
  const sample = content.slice(0, 2000);
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return cyrillic * 2 > (sample.match(/\p{L}/gu)?.length ?? 0);
}
