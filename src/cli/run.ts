import path from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../core/registry/nearest';
import { agreement } from './agreement';
import { readCaseFolder, UnreadableCase } from './caseFolder';
import { check } from './check';
import { claims } from './claims';
import type { Command, FreeCommand, OptionValues, Terminal } from './command';
import { WrongUse } from './command';
import { compare } from './compare';
import { mentions } from './mentions';
import { oneLine } from './output';
import { passages } from './passages';
import { report } from './report';
import { values } from './values';
import { verify } from './verify';

const commands: ReadonlyMap<string, Command | FreeCommand> = new Map<string, Command | FreeCommand>([
  ['check', check],
  ['mentions', mentions],
  ['values', values],
  ['claims', claims],
  ['compare', compare],
  ['passages', passages],
  ['report', report],
  ['verify', verify],
  ['agreement', agreement],
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
    if ('runFree' in command) return await command.runFree(asked.words, asked.options, terminal);
    const read = await readCaseFolder(path.resolve(terminal.cwd, asked.words[0] ?? '.'), (words) => terminal.err(`${oneLine(words)}\n`));
    return await command.run(read, asked.options, terminal);
  } catch (error) {
    if (!(error instanceof WrongUse) && !(error instanceof UnreadableCase)) throw error;
    const how = error instanceof WrongUse ? `\n${commandUsage(name, command)}` : '';
    terminal.err(`corroborate ${name}: ${oneLine(error.message)}${how}\n`);
    return 2;
  }
}

function readArguments(command: Command | FreeCommand, args: readonly string[]): { words: readonly string[]; options: OptionValues } | 'help' {
  const declared = new Map(Object.entries(command.options));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...declared].map(([option, { alone, short }]) => [
        option,
        { type: alone ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
      ]),
    ),
  });
  const words: string[] = [];
  const given = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
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
  checkWords(command, words);
  const options = [...given].map(([name, values]) => [name, declared.get(name)?.repeats ? values : values[0]] as const);
  return { words, options: Object.fromEntries(options) };
}

function checkWords(command: Command | FreeCommand, given: readonly string[]): void {
  if (!('runFree' in command)) {
    if (given.length > 1) throw new WrongUse(`one case folder at a time, not ${given.join(', ')}`);
    return;
  }
  const missing = command.words.filter((word, index) => !word.startsWith('[') && given[index] === undefined);
  if (missing.length > 0) throw new WrongUse(`name ${missing.join(' and ')}`);
  if (given.length > command.words.length) throw new WrongUse(`too many words: ${given.slice(command.words.length).join(' ')}`);
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function nearestOption(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return didYouMean(near === null ? null : `--${near}`);
}

function usage(): string {
  const summaries = [...commands].map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`);
  const usages = [...commands].map(([name, command]) => commandUsage(name, command));
  return `Usage: corroborate <command> [case folder, default .] [options]\n\n${summaries.join('\n')}\n\n${usages.join('\n')}\n`;
}

function commandUsage(name: string, command: Command | FreeCommand): string {
  const before = 'runFree' in command ? command.words.join(' ') : '[case folder]';
  const words = Object.entries(command.options).map(
    ([option, { values, takes, repeats, alone }]) => {
      const taken = alone ? '' : ` ${values ? values.join('|') : (takes ?? '')}`;
      return `[--${option}${taken}]${repeats ? '…' : ''}`;
    },
  );
  return `corroborate ${name} ${before} ${words.join(' ')}`;
}
