import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/cli/run';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in the folder `cwd`. */
export async function invoke(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, { cwd, out: (words) => (out += words), err: (words) => (err += words) });
  return { code, out, err };
}

/** The lists of what a command writes as JSON. */
export async function invokeJson<T>(cwd: string, ...args: readonly string[]): Promise<T> {
  const { out } = await invoke(cwd, ...args, '--format', 'json');
  return JSON.parse(out) as T;
}

/** Folders of one test, taken away after it. */
export function temporaryFolders(): (files: Readonly<Record<string, string | Uint8Array>>) => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (files) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corroborate-cli-'));
    made.push(folder);
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    return folder;
  };
}

/** A small case: two articles that disagree, and a name that links to nothing. */
export const bridgeCase: Readonly<Record<string, string>> = {
  'corroborate.yaml': [
    'sources:',
    '  sources/b.txt: {title: The Herald, published: 2015}',
    '  sources/a.txt: {title: The Review, published: 2007}',
    '',
  ].join('\n'),
  'registry/all.yaml': [
    'entities:',
    '  bridge:',
    '    type: place',
    '    name: Old Bridge',
    '    facts:',
    '      - {property: opened, value: 1901-05, reference: "https://example.org"}',
    '  river: {type: place, name: Ob}',
    'properties:',
    '  opened: {value: date}',
    '',
  ].join('\n'),
  'sources/a.txt': 'The Old Bridge over the Ob opened in 1901.\n\nAda Quillfeather crossed it first.\n',
  'sources/b.txt': 'When the Old Bridge opened in 1907, it was new.\n',
  'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: opened in 1907}\n',
};
