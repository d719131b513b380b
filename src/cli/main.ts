import { run } from './run';

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (words) => process.stdout.write(words),
    err: (words) => process.stderr.write(words),
  });
}

void main();
