import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { createCaseModel } from '../../../src/core/caseModel';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Longer computations are told, so that what freezes an editor shows; nothing depends on it. */
const noticedMilliseconds = 500;

/** Two articles that disagree on a bridge. */
const sound: Readonly<Record<string, string>> = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {title: The Review, published: 2007}\n',
  'registry/all.yaml': 'entities:\n  bridge: {type: place, name: Old Bridge}\n  river: {type: place, name: Ob}\nproperties:\n  opened: {value: date}\n',
  'sources/a.txt': 'The Old Bridge over the Ob opened in 1901.\n',
  'sources/b.txt': 'When the Old Bridge opened in 1907, it was new.\n',
  'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: opened in 1907}\n',
};

export interface OpenedCase {
  readonly model: CaseModel;
  readonly diagnostics: readonly Diagnostic[];
  /** What is told beside the conflict about the bridge, as `file "words" code: message`; in one file, or in all. */
  told(file?: string): readonly string[];
}

/** The sound case with `files` beside or instead of its own, asked for all that it can tell. */
export function openCase(files: Files): OpenedCase {
  const all: Files = { ...sound, ...files };
  const before = process.cpuUsage();
  const model = createCaseModel();
  model.setPaths(Object.keys(all));
  for (const [file, content] of Object.entries(all)) model.setContent(file, content);
  const reader = createCaseDiagnostics(model);
  const diagnostics = reader.paths().flatMap((file) => reader.of(file));
  const milliseconds = process.cpuUsage(before).user / 1000;
  if (milliseconds > noticedMilliseconds) console.log(`      ${milliseconds.toFixed(0)} ms of processor time:`);
  const told = (file?: string) =>
    diagnostics
      .filter((one) => !one.code.startsWith('discrepancy/') && (file === undefined || one.file === file))
      .map((one) => `${one.file} ${wordsAt(model, one)} ${one.code}: ${one.message}`);
  return { model, diagnostics, told };
}

/** The rest of the case still answers: the bridge is found in both articles, and their claims are in conflict. */
export function assertSound({ model, diagnostics }: OpenedCase): void {
  const places = model.mentionsOf('bridge').map(({ source, span }) => `${source} ${span.start}–${span.end}`);
  assert.ok(places.includes('sources/a.txt 4–14') && places.includes('sources/b.txt 9–19'), places.slice(0, 10).join(', '));
  const group = model.groups().find(({ key }) => key === 'bridge|opened');
  assert.equal(group?.verdict, 'conflict');
  for (const file of ['sources/a.txt', 'sources/b.txt']) {
    assert.ok(diagnostics.some((one) => one.file === file && one.code === 'discrepancy/conflict'), `no conflict on ${file}`);
  }
}

function wordsAt(model: CaseModel, { file, span }: Diagnostic): string {
  const words = model.text(file)?.content.slice(span.start, span.end);
  return words === undefined ? '(no text)' : JSON.stringify(words.length > 60 ? `${words.slice(0, 60)}…` : words);
}
