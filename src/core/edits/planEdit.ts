import type { FileEdit, Plan } from './caseEdit';

/** Why an edit cannot be made, in words for the person who asked for it. Thrown inside plans alone: `planEdit` makes it a `Plan`. */
export class EditRefused extends Error {}

/** The plan that `change` makes of an edit called `label`; refused where it throws `EditRefused`. */
export function planEdit(label: string, change: () => readonly FileEdit[]): Plan {
  try {
    return { edit: { label, files: change() } };
  } catch (error) {
    if (error instanceof EditRefused) return { refused: error.message };
    throw error;
  }
}
