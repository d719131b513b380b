import { readFile, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { checkoutRoot } from './provision';
import { temporaryFolder } from './temporary';

export type ExtensionHostKind = 'node' | 'web';

/** An extension on disk whose tests are a mocha suite in one file. */
export interface Driver {
  readonly folder: string;
  /** Exports `run()`. */
  readonly entry: string;
  /** Node only: where the suite's events go, as JSON lines. The web worker logs them after {@link webEventMark}. */
  readonly resultsFile: string;
  /** Puts the test files' own lines into a stack trace. */
  mapStack(stack: string): string;
  remove(): Promise<void>;
}

export interface SuiteOptions {
  readonly grep?: string;
  /** Milliseconds for a test or hook. */
  readonly timeout: number;
}

export const webEventMark = '@@suite-event ';

/** Bundles the test files (absolute paths) and writes the extension that carries them. */
export async function writeDriver(
  kind: ExtensionHostKind,
  files: readonly string[],
  options: SuiteOptions,
): Promise<Driver> {
  const { folder, remove } = await temporaryFolder('driver');
  const entry = path.join(folder, 'index.js');
  const resultsFile = path.join(folder, 'results.jsonl');
  const manifest = {
    name: 'suite-driver',
    publisher: 'corroborate',
    version: '0.0.0',
    engines: { vscode: '*' },
    activationEvents: [],
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(resultsFile, '');
  await build({
    stdin: { contents: entrySource(kind, files, options, resultsFile), resolveDir: checkoutRoot, loader: 'ts' },
    outfile: entry,
    bundle: true,
    format: 'cjs',
    platform: kind === 'web' ? 'browser' : 'node',
    target: kind === 'web' ? 'es2022' : 'node20',
    external: ['vscode'],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    ...(kind === 'web' ? { alias: webAliases(), define: plainScript } : {}),
  });
  const map = new SourceMap(JSON.parse(await readFile(`${entry}.map`, 'utf8')) as SourceMapPayload);
  return {
    folder,
    entry,
    resultsFile,
    mapStack: (stack) => mapStack(stack, map, folder),
    remove,
  };
}

/** Mocha's browser build would export itself in place of the suite if it saw CommonJS. */
const plainScript = { module: 'undefined', exports: 'undefined' };

function webAliases(): Record<string, string> {
  return {
    mocha: path.join(__dirname, 'webMocha.ts'),
    'node:assert/strict': path.join(__dirname, 'webAssert.ts'),
  };
}

function entrySource(
  kind: ExtensionHostKind,
  files: readonly string[],
  options: SuiteOptions,
  resultsFile: string,
): string {
  const report =
    kind === 'web'
      ? `(event) => console.log(${JSON.stringify(webEventMark)} + JSON.stringify(event))`
      : `(event) => appendFileSync(${JSON.stringify(resultsFile)}, JSON.stringify(event) + '\\n')`;
  const loaders = files.map((file) => {
    const name = JSON.stringify(path.relative(checkoutRoot, file));
    return `{ name: ${name}, load: () => import(${JSON.stringify(file)}) }`;
  });
  return `
    ${kind === 'web' ? '' : "import { appendFileSync } from 'node:fs';"}
    import { runSuite } from './test/vscode/runSuite';
    export const run = () =>
      runSuite({ files: [${loaders.join(', ')}], report: ${report}, ...${JSON.stringify(options)} });
  `;
}

function mapStack(stack: string, map: SourceMap, folder: string): string {
  return stack.replace(/[^\s()]*\bindex\.js:(\d+):(\d+)/g, (place, line: string, column: string) => {
    const origin = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in origin)) return place;
    const file = path.relative(checkoutRoot, path.resolve(folder, origin.originalSource));
    return `${file}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
  });
}
