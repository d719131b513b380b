import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, definitions, labelOf } from '../suite/ask';
import { eventually } from '../suite/eventually';
import type { MadeCase } from '../suite/workspace';
import { closeEverything, example, extensionReady, makeCase, on, rangeOf } from '../suite/workspace';

const files = {
  'registry/all.yaml': 'entities:\n  bridge: {type: place, name: Old Bridge, aliases: [Stone Bridge]}   # stone\n  quill: {type: person, name: Ada Quill}\n',
  'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: the span, entity: bridge}   # by hand\n',
  'reviews.yaml': 'reviews:\n  bridge|opened: {status: open}\n',
  'sources/a.txt': 'The Old Bridge opened in 1901. The mayor crossed the span.\n',
};

async function onDisk(made: MadeCase, path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(made.uri(path)));
}

describe('in the browser', () => {
  before(extensionReady);
  afterEach(closeEverything);

  it('YAML is completed by the names of entities', async () => {
    const made = await makeCase(files);
    const document = await made.open('annotations/a.yaml');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '  - {quote: The mayor, entity: ada q'));
    const end = document.positionAt(document.getText().length);
    await eventually(async () => {
      const [first] = await completions(document.uri, end);
      assert.equal(first && labelOf(first), 'quill');
    });
  });

  it('an id is renamed in every file, and one undo takes it back', async () => {
    const made = await makeCase(files);
    const document = await made.open('registry/all.yaml');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, on(document, 'bridge'), 'viaduct');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const changed = ['registry/all.yaml', 'annotations/a.yaml', 'reviews.yaml'] as const;
    const opened = await Promise.all(changed.map((path) => made.open(path)));
    for (const [i, path] of changed.entries()) assert.equal(opened[i]!.getText(), files[path].replace('bridge', 'viaduct'), path);
    await vscode.window.showTextDocument(opened[0]!);
    await vscode.commands.executeCommand('undo');
    await eventually(() => changed.forEach((path, i) => assert.equal(opened[i]!.getText(), files[path])));
  });

  it('a link is recorded on disk, beside the comments that are there', async () => {
    const made = await makeCase(files);
    const article = await made.open('sources/a.txt');
    await eventually(async () => assert.equal((await definitions(article.uri, on(article, 'Old Bridge')))[0]?.words, 'bridge'));
    const { start, end } = rangeOf(article, 'The mayor');
    const span = { start: article.offsetAt(start), end: article.offsetAt(end) };
    await vscode.commands.executeCommand('corroborate.linkToEntity', { root: made.root.toString(), file: 'sources/a.txt', span, entity: 'quill' });
    const linked = files['annotations/a.yaml'].replace('  - {', '  - {quote: The mayor, entity: quill}\n  - {');
    await eventually(async () => assert.equal(await onDisk(made, 'annotations/a.yaml'), linked));
    assert.equal(await onDisk(made, 'sources/a.txt'), files['sources/a.txt']);
  });

  it('a folder is read and planned as a case, and the person is asked', async () => {
    const folder = example('made/not-yet-a-case');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'a.txt'), new TextEncoder().encode('Mr Stephen Tull spoke. Mr Tull left.\n'));
    // VS Code answers questions of extensions under test with an error that holds the question.
    const answer = await Promise.resolve(vscode.commands.executeCommand('corroborate.setUpCase', folder)).catch(String);
    assert.ok(String(answer).includes('Set up “not-yet-a-case” as a case?'), String(answer));
    assert.deepEqual((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name), ['a.txt']);
  });

  it('the views are there, and the page opens', async () => {
    for (const view of ['entities', 'openWork']) await vscode.commands.executeCommand(`corroborate.${view}.focus`);
    const document = await vscode.workspace.openTextDocument(example('registry/people.yaml'));
    const place = on(document, 'Nursultan Nazarbayev');
    await eventually(async () => {
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('corroborate.revealEntity');
      await vscode.commands.executeCommand('corroborate.openRegistryEntry');
      assert.equal(document.getText(vscode.window.activeTextEditor?.selection), 'nazarbayev');
    });
    await vscode.commands.executeCommand('corroborate.openDiscrepancies');
    await eventually(() => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      assert.ok(tabs.some(({ input }) => input instanceof vscode.TabInputWebview), tabs.map(({ label }) => label).join());
    });
  });
});
