import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, problemsOf } from './ask';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, makeCase, on } from './workspace';

const article = 'The old mill by the river burnt down in the spring of 1877. Nobody was hurt.\n';
const changed = article.replace('burnt down', 'burned down');
const annotations =
  'source: sources/mill.txt\nclaims:\n  # about the fire\n  - {subject: mill, property: burnt, value: 1877, quote: The old mill by the river burnt down in the spring of 1877}\n';

function mill(): Promise<MadeCase> {
  return makeCase({
    'registry/all.yaml': 'entities:\n  mill: {type: place, name: Old Mill}\nproperties:\n  burnt: {value: date}\n',
    'sources/mill.txt': article,
    'annotations/mill.yaml': annotations,
  });
}

describe('anchors of an article that changes on disk', () => {
  afterEach(closeEverything);

  it('follow their words at once', async () => {
    const made = await mill();
    const document = await made.open('annotations/mill.yaml');
    await eventually(
      async () => {
        const [place] = await definitions(document.uri, on(document, 'The old mill'));
        assert.equal(place?.range.start.line, 2);
      },
      () => made.write('sources/mill.txt', `A first line.\n\n${article}`),
    );
    assert.deepEqual(problemsOf(document.uri, 'anchor/moved'), []);
  });

  it('are told where they moved, and attached again by one undoable edit', async () => {
    const made = await mill();
    const document = await made.open('annotations/mill.yaml');
    await vscode.window.showTextDocument(document);
    await eventually(
      () => assert.equal(problemsOf(document.uri, 'anchor/moved').length, 1),
      () => made.write('sources/mill.txt', changed),
    );
    await vscode.commands.executeCommand('corroborate.reattachCertainQuotes');
    const expected = annotations.replace('burnt down', 'burned down');
    await eventually(() => assert.equal(document.getText(), expected));
    await eventually(() => assert.deepEqual(problemsOf(document.uri, 'anchor/moved'), []));
    assert.equal(document.isDirty, false);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), annotations));
  });

  it('are listed with their places, the certain ones chosen', async () => {
    const made = await mill();
    const document = await made.open('annotations/mill.yaml');
    await vscode.window.showTextDocument(document);
    await eventually(
      () => assert.equal(problemsOf(document.uri, 'anchor/moved').length, 1),
      () => made.write('sources/mill.txt', changed),
    );
    const done = vscode.commands.executeCommand('corroborate.reattachQuotes');
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.path, made.uri('sources/mill.txt').path));
    const editor = vscode.window.activeTextEditor!;
    await eventually(() => assert.equal(editor.document.getText(editor.selection), changed.slice(0, changed.indexOf('.'))));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.match(document.getText(), /burned down in the spring of 1877\}/);
  });
});
