import type { SuiteEvent } from '../vscode/runSuite';

/** Collects a run's events and prints them as mocha's spec reporter would. */
export interface SuiteReport {
  add(event: SuiteEvent): void;
  /** Whether the run said that it is over. */
  ended(): boolean;
  /** Prints the failures and the last line, `N passed, N failed` (and `, N skipped` if any); true when all is well. */
  finish(): boolean;
}

/** `print` takes one line; `mapStack` makes a stack trace readable. */
export function suiteReport(print: (line: string) => void, mapStack = (stack: string) => stack): SuiteReport {
  const failures: { readonly title: string; readonly error: string }[] = [];
  const titles: string[] = [];
  let [passed, skipped, over] = [0, 0, false];
  const add = (event: SuiteEvent) => {
    if (event.kind === 'end') {
      over = true;
      return;
    }
    const indent = '  '.repeat(event.depth);
    titles.length = event.depth - 1;
    titles.push(event.title);
    if (event.kind === 'suite') print(`${event.depth === 1 ? '\n' : ''}${indent}${event.title}`);
    if (event.kind === 'pass') {
      passed++;
      print(`${indent}✔ ${event.title}${event.milliseconds >= 75 ? ` (${event.milliseconds} ms)` : ''}`);
    }
    if (event.kind === 'skip') {
      skipped++;
      print(`${indent}- ${event.title}`);
    }
    if (event.kind === 'fail') {
      failures.push({ title: titles.filter(Boolean).join(' › '), error: mapStack(event.error) });
      print(`${indent}${failures.length}) ${event.title}`);
    }
  };
  const finish = () => {
    for (const [index, { title, error }] of failures.entries()) {
      print(`\n  ${index + 1}) ${title}\n${error.replaceAll(/^/gm, '     ')}`);
    }
    print('');
    print(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return over && failures.length === 0 && passed > 0;
  };
  return { add, ended: () => over, finish };
}
