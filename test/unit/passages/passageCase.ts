import { createCaseModel } from '../../../src/core/caseModel';
import type { CaseModel } from '../../../src/core/caseModel';
import { articlesForPassages } from '../../../src/core/passages/caseArticles';
import type { PassagePair } from '../../../src/core/passages/passage';
import { rankPassages } from '../../../src/core/passages/rankPassages';

/** A case of these files; articles are `sources/*.txt`. */
export function caseOf(files: Readonly<Record<string, string>>): CaseModel {
  const model = createCaseModel({ bare: true });
  for (const [path, content] of Object.entries(files)) model.setContent(path, content);
  return model;
}

export function rank(model: CaseModel, options: { readonly limit?: number; readonly sources?: ReadonlySet<string> } = {}): readonly PassagePair[] {
  return rankPassages(articlesForPassages(model), { registry: model.registry(), ...options });
}

/** The texts of a pair. */
export function textsOf(model: CaseModel, { a, b }: PassagePair): readonly [string, string] {
  const text = ({ source, span }: PassagePair['a']) => model.text(source)?.content.slice(span.start, span.end) ?? '';
  return [text(a), text(b)];
}

/** The values side by side, as `first | second relation`. */
export function valuesOf({ values }: PassagePair): readonly string[] {
  return values.map(({ a, b, comparison }) => `${a.text} | ${b.text} ${comparison.relation}`);
}
