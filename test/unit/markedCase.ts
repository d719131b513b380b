import type { CaseModel } from '../../src/core/caseModel';
import { createCaseModel } from '../../src/core/caseModel';

/** Marks the place that a test is about, in one of a case's files. */
const caret = '‸';

export interface MarkedCase {
  readonly model: CaseModel;
  readonly path: string;
  readonly offset: number;
  /** The words at a place, for readable expectations: `path: words`. */
  words(place: { readonly file: string; readonly span: { readonly start: number; readonly end: number } }): string;
}

/** A case in memory from file contents; the caret is taken out of the one that holds it. */
export function markedCase(files: Readonly<Record<string, string>>): MarkedCase {
  const model = createCaseModel();
  model.setPaths(Object.keys(files));
  let path = '';
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const at = content.indexOf(caret);
    if (at >= 0) {
      path = name;
      offset = at;
    }
    model.setContent(name, content.replace(caret, ''));
  }
  return {
    model,
    path,
    offset,
    words: ({ file, span }) => `${file}: ${model.text(file)?.content.slice(span.start, span.end) ?? 'no text'}`,
  };
}

/** The lines of a file, without the indentation of the test around them. */
export function lines(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = String.raw({ raw: strings.raw }, ...values).replace(/^\n/, '');
  const indentation = Math.min(...raw.split('\n').filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return raw
    .split('\n')
    .map((line) => line.slice(indentation))
    .join('\n')
    .replace(/ *$/, '');
}
