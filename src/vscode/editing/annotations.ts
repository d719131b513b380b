import * as vscode from 'vscode';
import type { CaseEdit, Plan } from '../../core/edits/caseEdit';
import type { AppliedEdit } from './applyCaseEdit';
import { applyCaseEdit, inverseOf, isSame, openForEdit, refuse, saveAgain, textAfter } from './applyCaseEdit';
import type { OpenCase } from '../case/openCase';

/** Makes annotations one after the other, and takes the last ones back. */
export interface Annotations extends vscode.Disposable {
  /** Runs a command's work when those before it are done, so that quick keys never plan on a state that is about to change. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T>;
  /** Makes what was planned, and tells so in the status bar; false, with a message, when that cannot be. */
  make(openCase: OpenCase, plan: Plan): Promise<boolean>;
  /** Takes the last annotation back that was made here and still stands, wherever the person is; false when there is none or it cannot be. */
  undoLast(): Promise<boolean>;
  /** Makes again what was taken back last, unless something else was made since. */
  redoLast(): Promise<boolean>;
  /** Tells something in the status bar for a while, and to screen readers at once, which hear `spoken` where it is given. */
  tell(words: string, spoken?: string): void;
}

/** Annotations that can be taken back. */
const mostKept = 200;
/** How long the status bar tells of what was done, in milliseconds. */
const toldFor = 5000;

export function createAnnotations(): Annotations {
  let last: Promise<unknown> = Promise.resolve();
  const made: AppliedEdit[] = [];
  const takenBack: AppliedEdit[] = [];
  const { show, dispose } = createTold();
  const tell = (words: string) => show(words, words, '$(check) ');
  const apply = (openCase: OpenCase, edit: CaseEdit) =>
    applyCaseEdit(openCase, edit, {
      onApplied: (applied) => {
        made.push(applied);
        if (made.length > mostKept) made.shift();
      },
    });
  return {
    tell: (words, spoken = words) => show(words, spoken, ''),
    dispose,
    inTurn<T>(work: () => T | Promise<T>) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
    async make(openCase, plan) {
      if ('refused' in plan) return refuse(plan.refused);
      const done = await apply(openCase, plan.edit);
      if (!done) return false;
      takenBack.length = 0;
      tell(plan.edit.label);
      return true;
    },
    async undoLast() {
      while (made.length > 0 && isUndone(made.at(-1)!)) made.pop();
      const applied = made.at(-1);
      if (!applied) {
        tell(vscode.l10n.t('There is no annotation to undo.'));
        return false;
      }
      if (!(await takeBack(applied))) return false;
      made.pop();
      takenBack.push(applied);
      tell(vscode.l10n.t('Undone: {0}', applied.label));
      return true;
    },
    async redoLast() {
      const again = takenBack.at(-1);
      if (!again) {
        tell(vscode.l10n.t('There is nothing to make again.'));
        return false;
      }
      const { openCase, label, files } = again;
      if (!isUndone(again)) return refuse(vscode.l10n.t('“{0}” cannot be made again: a file that it changes has changed since.', label));
      if (!(await apply(openCase, { label, files }))) return false;
      takenBack.pop();
      tell(vscode.l10n.t('Made again: {0}', label));
      return true;
    },
  };
}

/** VS Code's own messages in the status bar are silent for screen readers; an alert is not. */
function createTold(): vscode.Disposable & { show(words: string, spoken: string, icon: string): void } {
  const item = vscode.window.createStatusBarItem('corroborate.told', vscode.StatusBarAlignment.Left, Number.MIN_SAFE_INTEGER);
  item.name = vscode.l10n.t('Corroborate: What Was Done');
  let hiding: ReturnType<typeof setTimeout> | undefined;
  return {
    show(words, spoken, icon) {
      clearTimeout(hiding);
      item.text = icon + words.replaceAll('$(', '$\u200b(');
      item.tooltip = spoken;
      item.accessibilityInformation = { label: spoken, role: 'alert' };
      item.show();
      hiding = setTimeout(() => item.hide(), toldFor);
    },
    dispose() {
      clearTimeout(hiding);
      item.dispose();
    },
  };
}

/** Whether someone took an edit back by other ways, such as Undo in the file. */
function isUndone({ openCase, files }: AppliedEdit): boolean {
  return files.every((file) => {
    const text = openCase.model.text(file.path);
    return file.kind === 'create' ? text === undefined : text !== undefined && isSame(text.content, file.before);
  });
}

async function takeBack({ openCase, label, files }: AppliedEdit): Promise<boolean> {
  const saved: vscode.Uri[] = [];
  for (const file of files) {
    const uri = openCase.uriOf(file.path);
    const opened = await openForEdit(uri, file.path, textAfter(file));
    if ('refused' in opened) {
      const { path } = file;
      return refuse(vscode.l10n.t('“{0}” cannot be undone here: {1} has changed since, or cannot be written. Use Undo in that file.', label, path));
    }
    if (file.kind === 'change' && !opened.document.isDirty) saved.push(uri);
  }
  if (!(await vscode.workspace.applyEdit(inverseOf(openCase, files)))) {
    return refuse(vscode.l10n.t('VS Code did not accept the undo of “{0}”.', label));
  }
  await saveAgain(saved);
  return true;
}
