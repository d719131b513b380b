import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problems, problemsOf, tokens } from './ask';
import type { Token } from './ask';
import { eventually } from './eventually';
import { closeEverything, example, extensionReady, on, replaceWords } from './workspace';

const files = ['steppe-herald-2015', 'minister-interview-2007', 'agency-wire-2007'];
const calls = 100;

/** A place where every provider has something to say. */
interface Place {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** What `share` of the times are below, in milliseconds. */
function percentile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${time.toFixed(1)} ms`;
}

async function timeOf(work: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times of the example case as a command of VS Code sees them, way to the window and back included. They are measured, not judged: each
 * test's title tells its row.
 */
describe('times on the example case (p50, p95 of calls through vscode.execute*)', () => {
  const places: Place[] = [];

  before(async () => {
    await extensionReady();
    for (const file of files) {
      const document = await vscode.workspace.openTextDocument(example(`sources/${file}.txt`));
      const coloured = await eventually(async (): Promise<Token[]> => {
        const found = await tokens(document);
        assert.ok(found.length > 0);
        return found;
      });
      places.push(...coloured.map(({ range }) => ({ uri: document.uri, position: range.start })));
    }
  });
  after(closeEverything);

  const report = (test: Mocha.Context, times: readonly number[]) => {
    assert.ok(test.test);
    test.test.title += `: ${percentile(times, 0.5)}, ${percentile(times, 0.95)} (${times.length} calls)`;
  };
  const measure = (name: string, command: string, ...more: readonly unknown[]) =>
    it(name, async function () {
      const times: number[] = [];
      for (let i = 0; i < calls; i++) {
        const { uri, position } = places[(i * 7) % places.length]!;
        times.push(
          await timeOf(async () => {
            const answer = await vscode.commands.executeCommand<unknown[]>(command, uri, position, ...more);
            assert.ok(answer.length > 0);
          }),
        );
      }
      report(this, times);
    });

  it('hover over plain words: nothing but the way to the window and back', async function () {
    const document = await vscode.workspace.openTextDocument(example('sources/steppe-herald-2015.txt'));
    const plain = on(document, 'unassuming');
    const times: number[] = [];
    for (let i = 0; i < calls; i++) {
      times.push(await timeOf(() => vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, plain)));
    }
    report(this, times);
  });
  measure('hover', 'vscode.executeHoverProvider');
  measure('definition', 'vscode.executeDefinitionProvider');
  measure('references', 'vscode.executeReferenceProvider');
  measure('highlights', 'vscode.executeDocumentHighlights');

  for (const [name, command] of [
    ['semantic tokens', 'vscode.provideDocumentSemanticTokens'],
    ['document symbols', 'vscode.executeDocumentSymbolProvider'],
  ] as const) {
    it(name, async function () {
      const times: number[] = [];
      for (let i = 0; i < calls / 2; i++) {
        const uri = example(`sources/${files[i % files.length]}.txt`);
        times.push(await timeOf(() => vscode.commands.executeCommand(command, uri)));
      }
      report(this, times);
    });
  }

  it('a key in an annotation file until the other article’s problem is there, quiet time included', async function () {
    const other = example('sources/minister-interview-2007.txt');
    const annotations = await vscode.workspace.openTextDocument(example('annotations/steppe-herald-2015.yaml'));
    await eventually(() => assert.equal(problemsOf(other, 'discrepancy/tension').length, 1));
    const times: number[] = [];
    for (let i = 0; i < 12; i++) {
      const [from, to, code] = i % 2 === 0 ? ['value: 190,', 'value: 150,', 'discrepancy/conflict'] : ['value: 150,', 'value: 190,', 'discrepancy/tension'];
      const votes = () => problems(other).some((problem) => problem.message.includes('votes for') && problemsOf(other, code).includes(problem));
      times.push(
        await timeOf(async () => {
          const changed = new Promise<void>((resolve) => {
            const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
              if (!uris.some((uri) => uri.path === other.path) || !votes()) return;
              listener.dispose();
              resolve();
            });
          });
          await replaceWords(annotations, from, to);
          await changed;
        }),
      );
    }
    report(this, times);
  });

  it('a key in an article until a hover there answers', async function () {
    const article = await vscode.workspace.openTextDocument(example('sources/steppe-herald-2015.txt'));
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const [from, to] = i % 2 === 0 ? ['On Monday', 'On  Monday'] : ['On  Monday', 'On Monday'];
      times.push(
        await timeOf(async () => {
          await replaceWords(article, from, to);
          await vscode.commands.executeCommand('vscode.executeHoverProvider', article.uri, on(article, 'Akmaral'));
        }),
      );
    }
    report(this, times);
  });
});
