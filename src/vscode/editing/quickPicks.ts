import * as vscode from 'vscode';

/** An item that stands for a value. */
export interface PickItem<T> extends vscode.QuickPickItem {
  readonly value: T;
  /** It only says why it cannot be taken. */
  readonly isRefused?: boolean;
  /** The heading over it and those like it, which stand together. */
  readonly group?: string;
}

/** A step of a pass; all of its steps ask in one pick, which stays, so that no key goes to the editor between them. */
export interface AskedStep {
  readonly number: number;
  readonly of: number;
  readonly pick: vscode.QuickPick<vscode.QuickPickItem>;
}

/** What a quick pick asks for. */
export interface PickRequest<T> {
  readonly title: string;
  readonly placeholder: string;
  /** The items for what was typed, best first; asked anew with every key. */
  readonly items: (typed: string) => readonly PickItem<T>[];
  /** Which step this is of how many; from the second on there is a way back. */
  readonly step?: AskedStep;
  /** Takes a value and tells whether the list stays, with nothing typed; without it the first value ends the pick. */
  readonly keepsAsking?: (value: T) => boolean;
}

/** The person wants the step before. */
export const back = Symbol('back');

/** Asks for one of some items; undefined when the person turned away. */
export async function pickOne<T>(request: PickRequest<T>): Promise<T | typeof back | undefined> {
  const { step } = request;
  const pick = step?.pick ?? createPick();
  pick.title = request.title;
  pick.placeholder = request.placeholder;
  pick.step = step?.number;
  pick.totalSteps = step?.of;
  pick.buttons = step && step.number > 1 ? [vscode.QuickInputButtons.Back] : [];
  const fill = (typed: string) => {
    pick.items = underHeadings(request.items(typed));
  };
  fill(pick.value);
  const listeners: vscode.Disposable[] = step ? [] : [pick];
  try {
    return await new Promise<T | typeof back | undefined>((resolve) => {
      listeners.push(
        pick.onDidChangeValue(fill),
        pick.onDidTriggerButton(() => {
          pick.value = '';
          resolve(back);
        }),
        pick.onDidHide(() => resolve(undefined)),
        pick.onDidAccept(() => {
          const chosen = (pick.selectedItems[0] ?? pick.activeItems[0]) as PickItem<T> | Heading | undefined;
          if (!chosen || !('value' in chosen) || chosen.isRefused === true) return;
          const isEnd = request.keepsAsking?.(chosen.value) !== true;
          pick.value = '';
          if (isEnd) resolve(chosen.value);
          else fill('');
        }),
      );
      pick.show();
    });
  } finally {
    vscode.Disposable.from(...listeners).dispose();
  }
}

function createPick(): vscode.QuickPick<vscode.QuickPickItem> {
  // The list is ranked by us: VS Code would sort it by its own match of the labels.
  return Object.assign(vscode.window.createQuickPick(), { sortByLabel: false });
}

/** What a pick of several values asks for. */
export interface SeveralRequest extends Omit<PickRequest<string>, 'keepsAsking'> {
  /** How a value is told once it is chosen. */
  readonly nameOf: (value: string) => string;
  /** Whether a value can only stand alone. */
  readonly isAlone: (value: string) => boolean;
}

/**
 * Asks for some values in one list: Enter takes one, and once there is one the first row, with nothing typed, ends the list. A value that
 * is taken again goes. Never empty; undefined when the person turned away.
 */
export async function pickSeveral({ nameOf, isAlone, ...request }: SeveralRequest): Promise<readonly string[] | typeof back | undefined> {
  const chosen: string[] = [];
  const done = Symbol('done');
  const check = new vscode.ThemeIcon('check');
  const asChosen = (item: PickItem<string>): PickItem<string> =>
    chosen.includes(item.value) ? { ...item, iconPath: check, description: vscode.l10n.t('chosen: select to take it out') } : item;
  const answer = await pickOne<string | typeof done>({
    ...request,
    items: (typed) => {
      const items = request.items(typed);
      if (chosen.length === 0) return items;
      if (typed.trim() !== '') return items.map(asChosen);
      const end: PickItem<typeof done> = { label: vscode.l10n.t('Done: {0}', chosen.map(nameOf).join(', ')), iconPath: new vscode.ThemeIcon('check-all'), value: done };
      const taken = chosen.map((value) => asChosen({ label: nameOf(value), value, group: vscode.l10n.t('Chosen') }));
      return [end, ...items.filter(({ value }) => !chosen.includes(value)), ...taken];
    },
    keepsAsking: (value) => {
      if (value === done) return false;
      if (isAlone(value)) {
        chosen.splice(0, chosen.length, value);
        return false;
      }
      const at = chosen.indexOf(value);
      if (at < 0) chosen.push(value);
      else chosen.splice(at, 1);
      return true;
    },
  });
  return answer === undefined || answer === back ? answer : chosen;
}

type Heading = vscode.QuickPickItem & { readonly kind: vscode.QuickPickItemKind.Separator };

function underHeadings<T>(items: readonly PickItem<T>[]): (PickItem<T> | Heading)[] {
  return items.flatMap((item, at) => {
    const { group } = item;
    const isFirst = group !== undefined && items[at - 1]?.group !== group;
    return [...(isFirst ? [{ label: group, kind: vscode.QuickPickItemKind.Separator } as const] : []), { ...item, alwaysShow: true }];
  });
}

/** One step of a pass: what was chosen, the wish to go back, or undefined when the person turned away. */
export type PickStep<State> = (state: State, step: AskedStep) => Promise<State | typeof back | undefined>;

/** A pass of steps, each given what was chosen so far; how many there are may depend on it. Undefined when the person turned away. */
export async function pickInSteps<State>(start: State, stepsFor: (state: State) => readonly PickStep<State>[]): Promise<State | undefined> {
  const states = [start];
  const pick = createPick();
  try {
    for (;;) {
      const state = states.at(-1)!;
      const steps = stepsFor(state);
      const step = steps[states.length - 1];
      if (!step) return state;
      const next = await step(state, { number: states.length, of: steps.length, pick });
      if (next === undefined) return undefined;
      if (next === back) states.pop();
      else states.push(next);
    }
  } finally {
    pick.dispose();
  }
}
