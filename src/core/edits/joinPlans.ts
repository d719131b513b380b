import type { Plan, TextEdit } from './caseEdit';

/**
 * Several plans of the same state of a case as one edit, called `label`; refused where one of them is, or would create a file. They must
 * not change the same words.
 */
export function joinPlans(label: string, plans: readonly Plan[]): Plan {
  const byPath = new Map<string, TextEdit[]>();
  for (const plan of plans) {
    if ('refused' in plan) return plan;
    for (const file of plan.edit.files) {
      if (file.kind === 'create') return { refused: `${file.path} would be created; nothing was changed.` };
      byPath.set(file.path, [...(byPath.get(file.path) ?? []), ...file.edits]);
    }
  }
  return { edit: { label, files: Array.from(byPath, ([path, edits]) => ({ kind: 'change', path, edits })) } };
}
