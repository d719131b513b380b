import * as vscode from 'vscode';

/** An item that stands for a value. */
export interface PickItem<T> extends vscode.QuickPickItem {
  readonly value: T;
  /** It only says why it cannot be taken. */
  readonly isRefused?: boolean;
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
        if (chosen && chosen.isRefused !== true) resolve(chosen.value);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** One step of a pass: what was chosen, the wish to go back, or undefined when the person turned away. */
export type PickStep<State> = (state: State, step: { readonly number: number; readonly of: number }) => Promise<State | typeof back | undefined>;

/** A pass of steps, each given what was chosen so far; how many there are may depend on it. Undefined when the person turned away. */
export async function pickInSteps<State>(start: State, stepsFor: (state: State) => readonly PickStep<State>[]): Promise<State | undefined> {
  const states = [start];
  for (;;) {
    const state = states.at(-1)!;
    const steps = stepsFor(state);
    const step = steps[states.length - 1];
    if (!step) return state;
    const next = await step(state, { number: states.length, of: steps.length });
    if (next === undefined) return undefined;
    if (next === back) states.pop();
    else states.push(next);
  }
}
