import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, makeCase, on } from './workspace';

const files = {
  'registry/all.yaml': 'entities:\n  # the mayor\n  quill: {type: person, name: Ada Quill}\n  quil: {name: A. Quil}   # spelt so in the Post\n  pier: {name: Pier}\n',
  'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: she, entity: quil}\n',
  'sources/a.txt': 'Ada Quill and A. Quil: she left the Pier.\n',
};

const argument = (made: MadeCase, entity: string) => ({ root: made.root.toString(), entity });

/** Runs a command that shows the refactor preview, and applies what that shows. */
async function preview(command: string, ...args: unknown[]): Promise<void> {
  const running = vscode.commands.executeCommand(command, ...args);
  let isDone = false;
  void running.then(() => (isDone = true));
  await eventually(async () => {
    if (!isDone) await vscode.commands.executeCommand('refactorPreview.apply');
    assert.ok(isDone);
  });
}

async function expectTexts(made: MadeCase, expected: Readonly<Record<string, string>>): Promise<void> {
  await eventually(async () => {
    for (const [path, content] of Object.entries(expected)) {
      const document = await made.open(path);
      assert.equal(document.getText(), content, path);
      assert.equal(document.isDirty, false, `${path} is not saved`);
    }
  });
}

describe('refactoring entities', () => {
  afterEach(closeEverything);

  it('merges two, by way of the preview; one undo takes it back', async () => {
    const made = await makeCase(files);
    await preview('corroborate.mergeEntity', argument(made, 'quil'), 'quill');
    await expectTexts(made, {
      'registry/all.yaml':
        'entities:\n  # the mayor\n  quill: {type: person, name: Ada Quill, aliases: [A. Quil]}\n  quil: {redirect: quill}   # spelt so in the Post\n  pier: {name: Pier}\n',
      'annotations/a.yaml': files['annotations/a.yaml'].replace('quil}', 'quill}'),
    });
    await vscode.window.showTextDocument(await made.open('registry/all.yaml'));
    await vscode.commands.executeCommand('undo');
    await eventually(async () => {
      for (const path of ['registry/all.yaml', 'annotations/a.yaml'] as const) assert.equal((await made.open(path)).getText(), files[path]);
    });
  });
  it('renames an id by way of the preview, and a name at once', async () => {
    const made = await makeCase(files);
    await preview('corroborate.renameEntityId', argument(made, 'quil'), 'post-quil');
    await vscode.commands.executeCommand('corroborate.renameEntity', argument(made, 'pier'), { name: 'West Pier', keepAlias: true });
    await expectTexts(made, {
      'registry/all.yaml': files['registry/all.yaml'].replace('quil:', 'post-quil:').replace('name: Pier', 'name: West Pier, aliases: [Pier]'),
      'annotations/a.yaml': files['annotations/a.yaml'].replace('quil}', 'post-quil}'),
    });
  });
  it('offers refactorings on an entity, in the registry and in articles', async () => {
    const made = await makeCase(files);
    const titles = async (path: string, words: string) => {
      const document = await made.open(path);
      const place = on(document, words);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.Refactor.value,
      );
      return actions.filter(({ kind }) => kind?.value === 'refactor').map(({ title }) => title);
    };
    const all = ['Rename Ada Quill…', 'Rename the id of Ada Quill…', 'Merge Ada Quill into…', 'Split Ada Quill…', 'Remove Ada Quill'];
    await eventually(async () => {
      assert.deepEqual(await titles('registry/all.yaml', 'quill'), all);
      assert.deepEqual(await titles('sources/a.txt', 'Ada'), all);
      assert.deepEqual(await titles('sources/a.txt', 'left'), []);
    });
  });
});
