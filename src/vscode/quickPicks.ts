import * as vscode from 'vscode';

/** An item that stands for a value. */
export interface PickItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** What a quick pick asks for. */
export interface PickRequest<T> {
  readonly title: string;
  readonly placeholder: string;
  /** The items for what was typed, best first; asked anew with every key. */
  readonly items: (typed: string) => readonly PickItem<T>[];
  /** Which step this is of how many; from the second on there is a way back. */
  readonly step?: { readonly number: number; readonly of: number };
}

/** The person wants the step before. */
export const back = Symbol('back');

/** Asks for one of some items; undefined when the person turned away. */
export async function pickOne<T>(request: PickRequest<T>): Promise<T | typeof back | undefined> {
  const pick = vscode.window.createQuickPick<PickItem<T>>();
  // The list is ranked by us: VS Code would sort it by its own match of the labels.
  Object.assign(pick, { sortByLabel: false });
  pick.title = request.title;
  pick.placeholder = request.placeholder;
  if (request.step) {
    pick.step = request.step.number;
    pick.totalSteps = request.step.of;
    if (request.step.number > 1) pick.buttons = [vscode.QuickInputButtons.Back];
  }
  const fill = (typed: string) => {
    pick.items = request.items(typed).map((item) => ({ ...item, alwaysShow: true }));
  };
  fill('');
  try {
    return await new Promise<T | typeof back | undefined>((resolve) => {
      pick.onDidChangeValue(fill);
      pick.onDidTriggerButton(() => resolve(back));
      pick.onDidHide(() => resolve(undefined));
      pick.onDidAccept(() => {
        const chosen = pick.selectedItems[0] ?? pick.activeItems[0];
        if (chosen) resolve(chosen.value);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** Steps of one pass: each is given what was chosen so far, and may be gone back to. Undefined when the person turned away. */
export async function pickInSteps<State>(
  start: State,
  steps: readonly ((state: State, step: { readonly number: number; readonly of: number }) => Promise<State | typeof back | undefined>)[],
): Promise<State | undefined> {
  const states = [start];
  while (states.length <= steps.length) {
    const number = states.length;
    const next = await steps[number - 1]!(states[number - 1]!, { number, of: steps.length });
    if (next === undefined) return undefined;
    if (next === back) states.pop();
    else states.push(next);
    if (states.length === 0) return undefined;
  }
  return states.at(-1);
}
