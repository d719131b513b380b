import type { CaseModel } from '../caseModel';
import type { ArticleForPassages } from './sentences';

/** The articles of a case as passages are made of them, in the order of sources. */
export function articlesForPassages(
  model: Pick<CaseModel, 'sources' | 'text' | 'reading' | 'mentions'>,
): readonly ArticleForPassages[] {
  return model.sources().flatMap(({ id, language, published }) => {
    const text = model.text(id);
    if (!text) return [];
    const { sentences, values, boilerplate } = model.reading(id);
    return { source: id, text, language, published, sentences, mentions: model.mentions(id).mentions, values, boilerplate };
  });
}
