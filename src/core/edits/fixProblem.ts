import type { CaseModel } from '../caseModel';
import type { Span } from '../text/text';
import type { Plan, TextEdit } from './caseEdit';
import { changeFile, openYaml } from './openForEdit';
import { EditRefused, planEdit } from './planEdit';
import { renameKey, setPair, setScalar } from './yamlEdits';
import { typed } from './yamlScalars';
import { readWritten } from './readWritten';
import { itemAt, pathAt } from './yamlTree';

/**
 * Puts what was meant (a problem's `data.replacement`) in place of the scalar or key at `span` of a YAML text, in the style that it has.
 * Null where nothing like that stands there.
 */
export function replaceWritten(text: string, span: Span, replacement: string): readonly TextEdit[] | null {
  try {
    const yaml = readWritten(text);
    const path = pathAt(yaml, span);
    const key = path && itemAt(yaml, path)?.item.key;
    if (!path) return null;
    return key?.span.start === span.start && key.span.end === span.end ? renameKey(yaml, path, replacement) : setScalar(yaml, path, replacement);
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}

/** Makes a link by hand count for every occurrence of its quote (`every: true`). `entry`: its span, or its quote's. */
export function linkEvery(model: CaseModel, { file, entry: span }: { readonly file: string; readonly entry: Span }): Plan {
  return planEdit('Link every occurrence', () => {
    const notes = model.annotationFile(file);
    const entry = notes?.data.mentions.find((one) => one.span.start === span.start || one.quote.span.start === span.start);
    if (!notes || !entry) throw new EditRefused(`The entry is not in ${file} any more — try again.`);
    const yaml = openYaml(model, notes);
    const path = pathAt(yaml, entry.span);
    if (!path) throw new EditRefused(`The entry is not in ${file} any more — try again.`);
    return [changeFile(file, yaml, () => setPair(yaml, path, 'every', typed('true')))];
  });
}
