import type { CaseModel } from '../caseModel';
import { createCaseModel } from '../caseModel';
import type { FileEdit, Plan, TextEdit } from './caseEdit';
import { applyTextEdits } from './caseEdit';
import { edited } from './editSteps';
import { EditRefused } from './planEdit';

/** A copy of a case on which edits are tried one after the other, each planned on what the one before left. */
export interface Draft {
  readonly model: CaseModel;
  /** Throws `EditRefused` where the plan was refused. */
  make(plan: Plan): void;
  /** All that was made, as edits of the case that was copied. */
  edits(): readonly FileEdit[];
}

/** Copies a case; what is costly is computed anew only for what is asked. */
export function createDraft(original: CaseModel): Draft {
  const model = createCaseModel({ like: original });
  model.setPaths(original.paths());
  for (const path of original.paths()) {
    const text = original.text(path);
    if (text && original.kindOf(path) !== null) model.setContent(path, text.content);
  }
  const changes = new Map<string, (readonly TextEdit[])[]>();
  const created = new Map<string, string>();
  const change = (path: string, edits: readonly TextEdit[]) => {
    const before = model.text(path)?.content ?? '';
    const after = applyTextEdits(before, edits);
    if (created.has(path)) created.set(path, after);
    else changes.set(path, [...(changes.get(path) ?? []), edits]);
    model.setContent(path, after);
  };
  return {
    model,
    make(plan) {
      if ('refused' in plan) throw new EditRefused(plan.refused);
      for (const file of plan.edit.files) {
        if (file.kind === 'change') {
          change(file.path, file.edits);
          continue;
        }
        created.set(file.path, file.text);
        model.setContent(file.path, file.text);
      }
    },
    edits: () => [
      ...[...changes].map(([path, steps]): FileEdit => {
        const text = original.text(path)!.content;
        return { kind: 'change', path, edits: edited(text, steps.map((edits) => () => edits)) };
      }),
      ...[...created].map(([path, text]): FileEdit => ({ kind: 'create', path, text })),
    ],
  };
}
