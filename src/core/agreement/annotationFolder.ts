import type { CaseModel } from '../caseModel';
import { createCaseModel } from '../caseModel';

/** Files by their paths, with `/`, and their contents. */
export type Files = ReadonlyMap<string, Uint8Array | string>;

/**
 * The case of `files` with other annotations: those of a folder in place of its own. Paths of `annotations` count from that folder; a file
 * takes the place that its path has in the case's own folder of annotations. Files that are no annotations there are `ignored`.
 */
export function withAnnotations(
  model: CaseModel,
  files: Files,
  annotations: Files,
  options: { readonly bare?: boolean } = {},
): { readonly model: CaseModel; readonly ignored: readonly string[] } {
  const own = new Set(model.members().annotations);
  const placed = new Map([...files].filter(([path]) => !own.has(path)));
  const base = annotationsBase(model);
  const ignored: string[] = [];
  for (const [path, content] of annotations) {
    if (model.kindOf(base + path) === 'annotations') placed.set(base + path, content);
    else ignored.push(path);
  }
  return { model: caseOf(placed, options), ignored };
}

/** A case in memory. */
export function caseOf(files: Files, options: { readonly bare?: boolean } = {}): CaseModel {
  const model = createCaseModel(options);
  model.setPaths(files.keys());
  for (const [path, content] of files) model.setContent(path, content);
  return model;
}

/** The folder that the first pattern of annotation files begins with: `annotations/`. */
function annotationsBase(model: CaseModel): string {
  const pattern = model.manifest().data.annotations.find(({ text }) => !text.startsWith('!'))?.text ?? '';
  const fixed = pattern.replace(/^(?:\.\/)+/, '').replace(/[*?[{(].*$/, '');
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}
