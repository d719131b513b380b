import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { parseHostName, provisionHost } from '../host/provision';

/**
 * Bundles the benchmarks as the extension is bundled, so that they time the code that ships, and runs them: with the Node that runs
 * this, or with `--host newest` (`oldest`) with the one that such a VS Code runs extensions in.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { host: { type: 'string' } }, strict: false });
  const node = typeof values.host === 'string' ? (await provisionHost(parseHostName(values.host))).node : process.execPath;
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const outfile = `${root}.cache/bench/suite.mjs`;
  await build({
    entryPoints: [`${root}test/bench/suite.ts`],
    outfile,
    bundle: true,
    minify: true,
    external: ['@monyone/aho-corasick', 'ahocorasick', 'fastscan', 'flashtext.js'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  process.exitCode = spawnSync(node, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
}

void main();
