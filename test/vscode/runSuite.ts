import Mocha from 'mocha';

/** What a run reports, in order, one JSON value a line. A run without an `end` did not finish. */
export type SuiteEvent =
  | { readonly kind: 'suite'; readonly depth: number; readonly title: string }
  | { readonly kind: 'pass' | 'skip'; readonly depth: number; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'fail'; readonly depth: number; readonly title: string; readonly error: string }
  | { readonly kind: 'end' };

export interface SuiteRun {
  /** The test files, by name; a loader's import defines the file's tests through mocha's globals. */
  readonly files: readonly { readonly name: string; readonly load: () => Promise<unknown> }[];
  readonly report: (event: SuiteEvent) => void;
  /** Runs the tests alone whose full title matches this regular expression. */
  readonly grep?: string;
  /** Milliseconds for a test or hook. */
  readonly timeout: number;
}

/**
 * Runs mocha where it is called: in an extension host (node or web worker) or in plain node. Reports every result, and
 * rejects when a test fails, a file cannot be loaded, or there is no test: the contract of `@vscode/test-electron`.
 */
export async function runSuite({ files, report, grep, timeout }: SuiteRun): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout, grep, reporter: SilentReporter });
  let failures = 0;
  let total = 0;
  for (const file of files) {
    mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, file.name, mocha);
    try {
      await file.load();
    } catch (error) {
      failures++;
      report({ kind: 'fail', depth: 1, title: `loading ${file.name}`, error: textOf(error) });
    }
  }
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('suite', (suite) => {
      if (!suite.root) report({ kind: 'suite', depth: suite.titlePath().length, title: suite.title });
    });
    runner.on('pass', (test) => {
      total++;
      report({ kind: 'pass', depth: test.titlePath().length, title: test.title, milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => {
      total++;
      report({ kind: 'skip', depth: test.titlePath().length, title: test.title, milliseconds: 0 });
    });
    runner.on('fail', (test, error: unknown) => {
      total++;
      failures++;
      report({ kind: 'fail', depth: test.titlePath().length, title: test.title, error: textOf(error) });
    });
  });
  report({ kind: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
  if (total === 0) throw new Error(grep ? `no test matches ${grep}` : 'there is no test');
}

class SilentReporter extends Mocha.reporters.Base {
  override epilogue(): void {}
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${textOf(error.cause)}`;
  return (error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`) + cause;
}
