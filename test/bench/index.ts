import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the benchmarks as the extension is bundled, so that they time the code that ships, and runs them. */
async function main(): Promise<void> {
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
  await import(outfile);
}

void main();
