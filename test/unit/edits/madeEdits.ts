import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import type { Plan } from '../../../src/core/edits/caseEdit';

/** Makes a planned edit in the model, as the editor does; the texts of the files that it changed, by path. Fails when it was refused. */
export function make(model: CaseModel, plan: Plan): Readonly<Record<string, string>> {
  assert.ok('edit' in plan, `refused: ${'refused' in plan ? plan.refused : ''}`);
  const changed = plan.edit.files.map((file): [string, string] => {
    if (file.kind === 'create') {
      assert.ok(!model.paths().includes(file.path), `${file.path} is there already`);
      return [file.path, file.text];
    }
    return [file.path, applyTextEdits(model.text(file.path)!.content, file.edits)];
  });
  model.setPaths([...new Set([...model.paths(), ...changed.map(([path]) => path)])]);
  for (const [path, text] of changed) model.setContent(path, text);
  for (const [path] of changed) {
    const problems = [...(model.annotationFile(path)?.problems ?? []), ...(model.registryFile(path)?.problems ?? [])];
    assert.deepEqual(problems, [], `${path} is sound`);
  }
  return Object.fromEntries(changed);
}

/** The place of words in an article: the first occurrence, or the one after `after`. */
export function placeOf(model: CaseModel, source: string, words: string, after = ''): { readonly start: number; readonly end: number } {
  const content = model.text(source)!.content;
  const start = content.indexOf(words, after === '' ? 0 : content.indexOf(after) + after.length);
  assert.ok(start >= 0, `${words} is not in ${source}`);
  return { start, end: start + words.length };
}
