import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { runSuite } from '../vscode/runSuite';
import type { SuiteEvent } from '../vscode/runSuite';
import { launchBrowser, newPage, remoteUri, workbenchUrl } from './browser';
import { runOnDesktop } from './desktop';
import { writeDriver } from './driver';
import type { Driver } from './driver';
import { checkoutRoot, parseHostName, provision } from './provision';
import type { HostName } from './provision';
import { startServer } from './server';
import { suiteReport } from './suiteReport';
import type { SuiteReport } from './suiteReport';
import { prepareWebHost } from './webHost';
import { copyWorkspace, exampleCase } from './workbench';

const usage = `Runs the tests that need a real VS Code against a packaged extension.

  tsx test/host/runSuite.ts --vsix FILE [--kind node|web|workbench] [--host newest|oldest]
                            [--workspace DIR] [--grep REGEX] [--limit SECONDS]

  node       test/vscode/suite inside the extension host (default)
  web        the smoke test and test/vscode/web inside the browser's extension host
  workbench  test/workbench outside, driving the workbench in a browser
`;

const suites = {
  node: ['test/vscode/suite/**/*.test.ts'],
  web: ['test/vscode/suite/smoke.test.ts', 'test/vscode/web/**/*.test.ts'],
  workbench: ['test/workbench/**/*.test.ts'],
};

interface Run {
  readonly host: HostName;
  readonly vsix: string;
  readonly workspace: string;
  readonly grep?: string;
  /** Milliseconds for the whole run. */
  readonly limit: number;
  readonly files: readonly string[];
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'newest' },
      kind: { type: 'string', default: 'node' },
      vsix: { type: 'string' },
      workspace: { type: 'string', default: exampleCase },
      grep: { type: 'string' },
      limit: { type: 'string', default: '600' },
    },
  });
  const { kind, vsix } = values;
  if (!vsix || !isKind(kind)) throw new Error(usage);
  const files = globSync(suites[kind], { cwd: checkoutRoot, absolute: true }).sort();
  const run: Run = {
    host: parseHostName(values.host),
    vsix: path.resolve(vsix),
    workspace: path.resolve(values.workspace),
    grep: values.grep,
    limit: Number(values.limit) * 1000,
    files,
  };
  if (kind === 'workbench') return runOutside(run);
  return runInside(kind, run);
}

function isKind(kind: string): kind is keyof typeof suites {
  return Object.hasOwn(suites, kind);
}

async function runOutside(run: Run): Promise<boolean> {
  process.env['CORROBORATE_HOST'] = run.host;
  process.env['CORROBORATE_VSIX'] = run.vsix;
  const report = suiteReport(console.log);
  const files = run.files.map((file) => ({ name: path.relative(checkoutRoot, file), load: () => import(file) }));
  try {
    await runSuite({ files, report: report.add, grep: run.grep, timeout: 120_000 });
  } catch (error) {
    if (!report.ended()) throw error;
  }
  return report.finish();
}

async function runInside(kind: 'node' | 'web', run: Run): Promise<boolean> {
  const driver = await writeDriver(kind, run.files, { grep: run.grep, timeout: 60_000 });
  const report = suiteReport(console.log, driver.mapStack);
  const copy = await copyWorkspace(run.workspace);
  let problem: string | undefined;
  try {
    if (kind === 'node' && process.env['CORROBORATE_DESKTOP']) await runOnDesktop(run.host, run.vsix, driver, copy.folder);
    else problem = await runInBrowser(kind, run, driver, copy.folder, report);
    if (kind === 'node') await addResults(driver, report);
  } finally {
    await Promise.all([driver.remove(), copy.remove()]);
  }
  if (!report.ended()) {
    report.add({ kind: 'fail', depth: 1, title: 'the run itself', error: problem ?? 'the suite did not finish' });
  }
  return report.finish();
}

/** Undefined when the suite said that it is over, else what is known about why it did not. */
async function runInBrowser(
  kind: 'node' | 'web',
  run: Run,
  driver: Driver,
  workspace: string,
  report: SuiteReport,
): Promise<string | undefined> {
  const { host, chromium } = await provision(run.host);
  const web = kind === 'web' ? await prepareWebHost(host, run.vsix, driver) : undefined;
  const server = await startServer(host, { vsix: web ? [] : [run.vsix] });
  const browser = await launchBrowser(chromium, web?.browserFlags);
  const log: string[] = [];
  try {
    const page = await newPage(browser);
    const over = new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve(`no end after ${run.limit / 1000} s`), run.limit);
      const end = (why: string) => {
        clearTimeout(timer);
        resolve(why);
      };
      page.on('crash', () => end('the browser page crashed'));
      void page.exposeFunction('codeAutomationExit', (code: number) => end(`exit code ${code}`));
    });
    await page.exposeFunction('codeAutomationLog', (_level: string, parts: readonly unknown[]) => {
      const event = web?.eventOf(parts);
      if (event) report.add(event);
      else log.push(parts.map(String).join(' '));
    });
    await web?.install(page);
    const payload: [string, string][] = [['skipWelcome', 'true']];
    if (!web) {
      payload.push(['extensionDevelopmentPath', remoteUri(server, driver.folder)]);
      payload.push(['extensionTestsPath', remoteUri(server, driver.entry)]);
    }
    await page.goto(workbenchUrl(server, workspace, payload));
    return [await over, ...log.slice(-40), server.output()].join('\n');
  } finally {
    await browser.close();
    await server.close();
    await web?.close();
  }
}

async function addResults(driver: Driver, report: SuiteReport): Promise<void> {
  const lines = (await readFile(driver.resultsFile, 'utf8')).split('\n').filter(Boolean);
  for (const line of lines) report.add(JSON.parse(line) as SuiteEvent);
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
