import path from 'node:path';
import { didYouMean, nearest } from '../core/registry/nearest';
import type { CaseFolder } from './caseFolder';

/** Where a run reads its folder from and writes to: results to `out`, words for people to `err`. */
export interface Terminal {
  readonly cwd: string;
  out(words: string): void;
  err(words: string): void;
}

/** What a command asks for, as strings. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One option of a command: the values it allows, what it takes, or that it is given alone. */
export interface Option {
  /** One letter, for `-o FILE`. */
  readonly short?: string;
  /** Given without a value; then `yes`. */
  readonly alone?: boolean;
  readonly values?: readonly string[];
  readonly takes?: string;
  readonly repeats?: boolean;
}

/** The command was used wrongly; the message says how to use it. */
export class WrongUse extends Error {}

/** A command of the contract: its options by name, and what it writes for a case. */
export interface Command {
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Returns the exit code: 0, or 1 for findings at the level asked for. Throws `WrongUse`. */
  run(read: CaseFolder, options: OptionValues, terminal: Terminal): Promise<number> | number;
}

/** A command that reads no case, or not one alone. */
export interface FreeCommand {
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The words that it takes before its options, as its usage names them; those in brackets may be left out. */
  readonly words: readonly string[];
  /** As `Command.run`, with the words as given: no more than `words`, no fewer than those without brackets. */
  runFree(words: readonly string[], options: OptionValues, terminal: Terminal): Promise<number> | number;
}

/**
 * The source ids that `--source` names, or null for all: paths in the case, or as a shell completes them from `cwd`; either slash.
 * Throws `WrongUse` for one that the case lacks.
 */
export function chosenSources({ model, folder }: CaseFolder, options: OptionValues, cwd: string): ReadonlySet<string> | null {
  const wanted = options['source'];
  if (wanted === undefined) return null;
  const ids = model.sources().map((source) => source.id);
  return new Set(
    [wanted].flat().map((given) => {
      const inCase = path.posix.normalize(given.replaceAll('\\', '/'));
      const fromHere = path.relative(folder, path.resolve(cwd, given)).replaceAll('\\', '/');
      const found = [given, inCase, fromHere].find((id) => ids.includes(id));
      if (found === undefined) throw new WrongUse(`there is no source "${given}" in this case${didYouMean(nearest(inCase, ids))}`);
      return found;
    }),
  );
}
