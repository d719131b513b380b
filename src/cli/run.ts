import path from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../core/registry/nearest';
import { readCaseFolder, UnreadableCase } from './caseFolder';
import { check } from './check';
import { claims } from './claims';
import type { Command, OptionValues, Terminal } from './command';
import { WrongUse } from './command';
import { compare } from './compare';
import { mentions } from './mentions';

const commands: Readonly<Record<string, Command>> = { check, mentions, claims, compare };

/** Runs `corroborate` with its arguments. Exit codes: 0; 1 findings; 2 wrong use or a case that cannot be read at all. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal[name === undefined ? 'err' : 'out'](usage());
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) {
    const near = nearest(name, Object.keys(commands));
    terminal.err(`corroborate: unknown command "${name}"${near ? ` — did you mean "${near}"?` : ''}\n\n${usage()}`);
    return 2;
  }
  const command = commands[name]!;
  try {
    const { folder, options } = optionsOf(name, command, rest);
    const model = await readCaseFolder(path.resolve(terminal.cwd, folder), (words) => terminal.err(words));
    return await command.run(model, options, terminal);
  } catch (error) {
    if (!(error instanceof WrongUse) && !(error instanceof UnreadableCase)) throw error;
    terminal.err(`corroborate ${name}: ${error.message}\n`);
    return 2;
  }
}

function optionsOf(name: string, command: Command, args: readonly string[]): { folder: string; options: OptionValues } {
  const declared = Object.entries(command.options);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        declared.map(([option, { repeats }]) => [option, { type: 'string' as const, multiple: repeats === true }]),
      ),
    });
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : String(error)}\n${commandUsage(name, command)}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) throw new WrongUse(`one case folder at a time, not ${positionals.join(', ')}`);
  for (const [option, { values: allowed }] of declared) {
    const given = values[option];
    if (allowed && typeof given === 'string' && !allowed.includes(given)) {
      throw new WrongUse(`--${option} takes ${allowed.join(', ')}, not "${given}"`);
    }
  }
  return { folder: positionals[0] ?? '.', options: values };
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Usage: corroborate <command> [case folder, default .] [options]\n\n${lines.join('\n')}\n\n${Object.entries(commands)
    .map(([name, command]) => commandUsage(name, command))
    .join('\n')}\n`;
}

function commandUsage(name: string, { options }: Command): string {
  const words = Object.entries(options).map(
    ([option, { values, takes }]) => `[--${option} ${values ? values.join('|') : (takes ?? '')}]`,
  );
  return `corroborate ${name} [case folder] ${words.join(' ')}`;
}
