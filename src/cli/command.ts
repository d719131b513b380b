import type { CaseModel } from '../core/caseModel';
import { nearest } from '../core/registry/nearest';

/** Where a run reads its folder from and writes to: results to `out`, words for people to `err`. */
export interface Terminal {
  readonly cwd: string;
  out(words: string): void;
  err(words: string): void;
}

/** What a command asks for, as strings; see `optionsOf`. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The command was used wrongly; the message says how to use it. */
export class WrongUse extends Error {}

/** A command of the contract (cli.md): its options, and what it writes for a case. */
export interface Command {
  readonly summary: string;
  /** Option name → allowed values, or what it takes. */
  readonly options: Readonly<Record<string, { readonly values?: readonly string[]; readonly takes?: string; readonly repeats?: boolean }>>;
  /** Returns the exit code: 0, or 1 for findings at the level asked for. Throws `WrongUse`. */
  run(model: CaseModel, options: OptionValues, terminal: Terminal): Promise<number> | number;
}

/** The source ids that `--source` names, or null for all. Throws `WrongUse` for one that the case lacks. */
export function chosenSources(model: CaseModel, options: OptionValues): ReadonlySet<string> | null {
  const wanted = options['source'];
  if (wanted === undefined) return null;
  const ids = model.sources().map((source) => source.id);
  return new Set(
    [wanted].flat().map((id) => {
      const normal = id.replace(/^\.\//, '').replaceAll('\\', '/');
      if (ids.includes(normal)) return normal;
      const near = nearest(normal, ids);
      throw new WrongUse(`there is no source "${id}" in this case${near ? ` — did you mean "${near}"?` : ''}`);
    }),
  );
}
