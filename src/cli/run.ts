import path from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../core/registry/nearest';
import { readCaseFolder, UnreadableCase } from './caseFolder';
import { check } from './check';
import { claims } from './claims';
import type { Command, OptionValues, Terminal } from './command';
import { WrongUse } from './command';
import { compare } from './compare';
import { mentions } from './mentions';
import { oneLine } from './output';
import { passages } from './passages';
import { values } from './values';

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['mentions', mentions],
  ['values', values],
  ['claims', claims],
  ['compare', compare],
  ['passages', passages],
]);

/** Runs `corroborate` with its arguments. Exit codes: 0; 1 findings; 2 wrong use or a case that cannot be read at all. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.err(usage());
    return 2;
  }
  if (name === 'help' || isHelp(name)) {
    terminal.out(usage());
    return 0;
  }
  const command = commands.get(name);
  if (!command) {
    terminal.err(`corroborate: unknown command "${oneLine(name)}"${didYouMean(nearest(name, commands.keys()))}\n\n${usage()}`);
    return 2;
  }
  try {
    const asked = readArguments(command, rest);
    if (asked === 'help') {
      terminal.out(`${commandUsage(name, command)}\n\n${command.summary}\n`);
      return 0;
    }
    const read = await readCaseFolder(path.resolve(terminal.cwd, asked.folder), (words) => terminal.err(`${oneLine(words)}\n`));
    return await command.run(read, asked.options, terminal);
  } catch (error) {
    if (!(error instanceof WrongUse) && !(error instanceof UnreadableCase)) throw error;
    const how = error instanceof WrongUse ? `\n${commandUsage(name, command)}` : '';
    terminal.err(`corroborate ${name}: ${oneLine(error.message)}${how}\n`);
    return 2;
  }
}

function readArguments(command: Command, args: readonly string[]): { folder: string; options: OptionValues } | 'help' {
  const declared = new Map(Object.entries(command.options));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([...declared].map(([option, { alone }]) => [option, { type: alone ? ('boolean' as const) : ('string' as const) }])),
  });
  const folders: string[] = [];
  const given = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') folders.push(token.value);
    if (token.kind !== 'option') continue;
    if (isHelp(token.rawName)) return 'help';
    const option = declared.get(token.name);
    if (!option) throw new WrongUse(`unknown option "${token.rawName}"${nearestOption(token.name, declared.keys())}`);
    const { values, takes, alone } = option;
    const { value } = token;
    if (alone) {
      if (value !== undefined) throw new WrongUse(`${token.rawName} takes no value`);
      given.set(token.name, ['yes']);
      continue;
    }
    if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('--'))) {
      throw new WrongUse(`${token.rawName} needs ${values ? `one of ${values.join(', ')}` : (takes ?? 'a value')} after it`);
    }
    if (values && !values.includes(value)) {
      throw new WrongUse(`${token.rawName} takes ${values.join(', ')}, not "${value}"${didYouMean(nearest(value, values))}`);
    }
    given.set(token.name, option.repeats ? [...(given.get(token.name) ?? []), value] : [value]);
  }
  if (folders.length > 1) throw new WrongUse(`one case folder at a time, not ${folders.join(', ')}`);
  const options = [...given].map(([name, values]) => [name, declared.get(name)?.repeats ? values : values[0]] as const);
  return { folder: folders[0] ?? '.', options: Object.fromEntries(options) };
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function nearestOption(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return didYouMean(near === null ? null : `--${near}`);
}

function usage(): string {
  const summaries = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  const usages = [...commands].map(([name, command]) => commandUsage(name, command));
  return `Usage: corroborate <command> [case folder, default .] [options]\n\n${summaries.join('\n')}\n\n${usages.join('\n')}\n`;
}

function commandUsage(name: string, { options }: Command): string {
  const words = Object.entries(options).map(
    ([option, { values, takes, repeats, alone }]) => {
      const taken = alone ? '' : ` ${values ? values.join('|') : (takes ?? '')}`;
      return `[--${option}${taken}]${repeats ? '…' : ''}`;
    },
  );
  return `corroborate ${name} [case folder] ${words.join(' ')}`;
}
