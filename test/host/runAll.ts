import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { checkoutRoot } from './provision';

const usage = `Runs every suite that needs a real VS Code against the packaged extension, one after the other, and tells one total.

  tsx test/host/runAll.ts [--vsix FILE] [--grep REGEX]
`;

/** A run of test/host/runSuite.ts. */
interface Suite {
  readonly title: string;
  readonly parameters: readonly string[];
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const suites: readonly Suite[] = [
  { title: 'newest VS Code, extension host', parameters: ['--kind', 'node', '--host', 'newest'] },
  { title: 'oldest VS Code, extension host', parameters: ['--kind', 'node', '--host', 'oldest'] },
  { title: 'newest VS Code, the browser’s extension host', parameters: ['--kind', 'web', '--host', 'newest'] },
  ...(globSync('test/workbench/**/*.test.ts', { cwd: checkoutRoot }).length > 0
    ? [{ title: 'newest VS Code, driven as a person would', parameters: ['--kind', 'workbench', '--host', 'newest'] }]
    : []),
];

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      vsix: { type: 'string', default: path.join(checkoutRoot, 'dist/corroborate.vsix') },
      grep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return true;
  }
  const common = ['--vsix', values.vsix, ...(values.grep === undefined ? [] : ['--grep', values.grep])];
  const tallies: Tally[] = [];
  for (const { title, parameters } of suites) {
    console.log(`\n== ${title}`);
    const started = Date.now();
    const tally = await run([...parameters, ...common]);
    console.log(`\n   ${describe(tally).replace(', ', ' and ')} in ${Math.round((Date.now() - started) / 1000)} s`);
    tallies.push(tally);
  }
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${describe(total)}`);
  return total.failed === 0 && total.passed > 0;
}

/** Runs a suite, passes its listing on but for its own total, and returns that. A run that ends badly without a failure counts as one. */
async function run(parameters: readonly string[]): Promise<Tally> {
  const script = path.join(__dirname, 'runSuite.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], {
    cwd: checkoutRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  let pending = '';
  const show = (line: string) => {
    const own = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
    if (own) tally = { passed: Number(own[1]), failed: Number(own[2]), skipped: Number(own[3] ?? 0) };
    else console.log(line);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\n');
    pending = lines.pop() ?? '';
    lines.forEach(show);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.off('SIGTERM', end);
  if (pending !== '') show(pending);
  return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function describe({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
