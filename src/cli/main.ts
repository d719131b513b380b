import { run } from './run';

/** Characters that are held back, so that long results are written in few pieces. */
const pieceLength = 65_536;

let held = '';
let isClosed = false;

/** Whoever reads may stop early (`| head`): the rest is not written, and the exit code stays what it is. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  isClosed = true;
  if (error.code === 'EPIPE') return;
  process.exitCode = 2;
  process.stderr.write(`corroborate: cannot write the result: ${error.message}\n`);
}

function flush(): void {
  if (held !== '' && !isClosed) process.stdout.write(held);
  held = '';
}

async function main(): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', () => undefined);
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (words) => {
      held += words;
      if (held.length >= pieceLength) flush();
    },
    err: (words) => {
      flush();
      process.stderr.write(words);
    },
  });
  flush();
  process.exitCode ??= code;
}

main().catch((error: unknown) => {
  flush();
  process.stderr.write(`corroborate: internal error, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
