import type { Span } from '../text/text';
import type { Language } from './languages/language';

/** Parts of an article file that are not the article: site chrome, comment boxes, newsletter pleas, repeated headlines. */
export function findBoilerplate(content: string, language: Language): readonly Span[] {
  void content;
  void language;
  return [];
}
