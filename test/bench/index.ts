import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the benchmarks as the extension is bundled, so that they time the code that ships, and runs them. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const outdir = `${root}.cache/bench`;
  await build({
    entryPoints: ['suite', 'coldArticle'].map((name) => `${root}test/bench/${name}.ts`),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    external: ['@monyone/aho-corasick', 'ahocorasick', 'fastscan', 'flashtext.js'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  await import(`${outdir}/suite.mjs`);
}

void main();
