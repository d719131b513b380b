import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, makeCase, on } from './workspace';

const files = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {published: 2011}   # the first\n',
  'registry/all.yaml': 'entities:\n  bridge: {type: place, name: Old Bridge}   # stone\n  town: {name: Riverton, partOf: [bridge]}\n',
  'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: the span, entity: bridge}\nclaims:\n  - {subject: bridge, property: founded, value: 1901, quote: founded in 1901}\n',
  'reviews.yaml': 'reviews:\n  bridge|founded: {status: accepted, wrong: [sources/a.txt]}\n',
  'sources/a.txt': 'The Old Bridge, founded in 1901. Riverton likes the span.\n',
};
const yaml = ['corroborate.yaml', 'registry/all.yaml', 'annotations/a.yaml', 'reviews.yaml'] as const;

/** What is on disk; null for a file that is not there. */
async function onDisk(made: MadeCase, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(made.uri(path)));
  } catch {
    return null;
  }
}

async function renameAt(made: MadeCase, path: string, words: string, newName: string): Promise<vscode.WorkspaceEdit> {
  const document = await made.open(path);
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, on(document, words), newName);
}

async function expectOnDisk(made: MadeCase, expected: Readonly<Record<string, string | null>>): Promise<void> {
  await eventually(async () => {
    for (const [path, content] of Object.entries(expected)) assert.equal(await onDisk(made, path), content, path);
  });
}

describe('renaming with F2', () => {
  afterEach(closeEverything);

  it('an id follows in every YAML file, from wherever it is asked', async () => {
    const made = await makeCase(files);
    for (const [path, words] of [['registry/all.yaml', 'bridge'], ['annotations/a.yaml', 'bridge'], ['reviews.yaml', 'bridge|']] as const) {
      const edit = await renameAt(made, path, words, 'viaduct');
      const changed = edit.entries().map(([uri, edits]) => [uri.path.slice(made.root.path.length + 1), edits.length]);
      assert.deepEqual(changed, [['registry/all.yaml', 2], ['annotations/a.yaml', 2], ['reviews.yaml', 1]]);
    }
  });
  it('one undo takes all of it back', async () => {
    const made = await makeCase(files);
    assert.ok(await vscode.workspace.applyEdit(await renameAt(made, 'registry/all.yaml', 'bridge', 'viaduct')));
    const opened = await Promise.all(yaml.map((path) => made.open(path)));
    for (const [index, document] of opened.entries()) {
      assert.equal(document.getText(), files[yaml[index]!].replaceAll('bridge', 'viaduct'));
    }
    await vscode.window.showTextDocument(await made.open('registry/all.yaml'));
    await vscode.commands.executeCommand('undo');
    await eventually(() => opened.forEach((document, index) => assert.equal(document.getText(), files[yaml[index]!])));
  });
  it('says why an id cannot be taken', async () => {
    const made = await makeCase(files);
    await assert.rejects(renameAt(made, 'annotations/a.yaml', 'bridge', 'town'), /“town” is the id of Riverton already/);
    await assert.rejects(renameAt(made, 'annotations/a.yaml', 'founded', 'begun'), /built-in/);
    await assert.rejects(renameAt(made, 'registry/all.yaml', 'stone', 'begun'), /no id, name or alias here/);
  });
  it('offers the words at the place, quotes or not', async () => {
    const made = await makeCase(files);
    const document = await made.open('reviews.yaml');
    const prepared = await vscode.commands.executeCommand<{ readonly range: vscode.Range; readonly placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      on(document, 'bridge|'),
    );
    assert.equal(prepared.placeholder, 'bridge');
    assert.equal(document.getText(prepared.range), 'bridge');
  });
  it('a source moves its article, and its annotations', async () => {
    const made = await makeCase(files);
    assert.ok(await vscode.workspace.applyEdit(await renameAt(made, 'annotations/a.yaml', 'sources/a.txt', 'sources/2011/b.txt')));
    await expectOnDisk(made, {
      'sources/a.txt': null,
      'sources/2011/b.txt': files['sources/a.txt'],
      'annotations/a.yaml': null,
      'annotations/2011/b.yaml': files['annotations/a.yaml'].replace('sources/a.txt', 'sources/2011/b.txt'),
      'reviews.yaml': files['reviews.yaml'].replace('sources/a.txt', 'sources/2011/b.txt'),
    });
  });
});

describe('renaming articles in VS Code', () => {
  afterEach(closeEverything);

  const rename = async (made: MadeCase, from: string, to: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(made.uri(from), made.uri(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
  };

  it('takes every reference and the annotation file along, saved; undo takes it back', async () => {
    const made = await makeCase(files);
    await vscode.window.showTextDocument(await made.open('sources/a.txt'));
    await rename(made, 'sources/a.txt', 'sources/2011/b.txt');
    const there = (path: keyof typeof files) => files[path].replaceAll('sources/a.txt', 'sources/2011/b.txt');
    await expectOnDisk(made, {
      'sources/2011/b.txt': files['sources/a.txt'],
      'sources/a.txt': null,
      'corroborate.yaml': there('corroborate.yaml'),
      'annotations/2011/b.yaml': there('annotations/a.yaml'),
      'annotations/a.yaml': null,
      'reviews.yaml': there('reviews.yaml'),
    });
    await vscode.window.showTextDocument(await made.open('sources/2011/b.txt'));
    await vscode.commands.executeCommand('undo');
    await eventually(async () => {
      assert.equal(await onDisk(made, 'sources/a.txt'), files['sources/a.txt']);
      for (const path of yaml) assert.equal((await made.open(path)).getText(), files[path], path);
    });
  });
  it('takes a folder of articles along', async () => {
    const made = await makeCase({
      'registry/all.yaml': 'entities:\n  town: {name: Riverton, aliases: [{text: the town, in: [sources/x/a.txt, sources/x/y/b.txt]}]}\n',
      'sources/x/a.txt': 'The town.\n',
      'sources/x/y/b.txt': 'The town.\n',
      'annotations/x/y/b.yaml': 'source: sources/x/y/b.txt\n',
    });
    await rename(made, 'sources/x', 'sources/z');
    await expectOnDisk(made, {
      'registry/all.yaml': 'entities:\n  town: {name: Riverton, aliases: [{text: the town, in: [sources/z/a.txt, sources/z/y/b.txt]}]}\n',
      'annotations/z/y/b.yaml': 'source: sources/z/y/b.txt\n',
      'annotations/x/y/b.yaml': null,
    });
  });
  it('leaves unsaved files unsaved', async () => {
    const made = await makeCase(files);
    const manifest = await made.open('corroborate.yaml');
    const note = new vscode.WorkspaceEdit();
    note.insert(manifest.uri, new vscode.Position(0, 0), '# mine\n');
    await vscode.workspace.applyEdit(note);
    await eventually(() => assert.ok(manifest.isDirty, 'the manifest is saved'));
    await rename(made, 'sources/a.txt', 'sources/b.txt');
    await eventually(() => assert.ok(manifest.getText().includes('# mine\nsources:\n  sources/b.txt:'), manifest.getText()));
    await expectOnDisk(made, { 'corroborate.yaml': files['corroborate.yaml'], 'reviews.yaml': files['reviews.yaml'].replace('a.txt', 'b.txt') });
    assert.ok(manifest.isDirty);
  });
});
