import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually';
import { closeEverything, example, extensionReady, makeCase, on } from './workspace';

const selectedWords = () => {
  const editor = vscode.window.activeTextEditor;
  return editor && `${vscode.workspace.asRelativePath(editor.document.uri)}: ${editor.document.getText(editor.selection)}`;
};

describe('the side bar', () => {
  before(extensionReady);
  afterEach(closeEverything);

  const putCursor = async (path: string, words: string) => {
    const document = await vscode.workspace.openTextDocument(example(path));
    const editor = await vscode.window.showTextDocument(document);
    const place = on(document, words);
    editor.selection = new vscode.Selection(place, place);
  };

  it('shows the entity under the cursor, from where its registry entry opens', async () => {
    for (const [path, words] of [
      ['sources/minister-interview-2007.txt', 'N. Nazarbaev'],
      ['registry/people.yaml', 'Nursultan Nazarbayev'],
    ] as const) {
      await eventually(async () => {
        await putCursor(path, words);
        await vscode.commands.executeCommand('corroborate.revealEntity');
        await vscode.commands.executeCommand('corroborate.openRegistryEntry');
        assert.equal(selectedWords(), `${vscode.workspace.asRelativePath(example('registry/people.yaml'))}: nazarbayev`);
      });
    }
  });

  it('sorts by name and by mentions, and still shows the entity', async () => {
    for (const command of ['corroborate.sortEntitiesByMentions', 'corroborate.sortEntitiesByName']) {
      await vscode.commands.executeCommand(command);
      await eventually(async () => {
        await putCursor('sources/minister-interview-2007.txt', 'Semipalatinsk');
        await vscode.commands.executeCommand('corroborate.revealEntity');
        await vscode.commands.executeCommand('corroborate.openRegistryEntry');
        assert.match(selectedWords() ?? '', /registry\/places\.yaml: semipalatinsk/);
      });
    }
  });
});

describe('setting a folder up as a case', () => {
  before(extensionReady);
  afterEach(closeEverything);

  const namesIn = async (folder: vscode.Uri) => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).toSorted();

  it('writes nothing unless the person agrees', async () => {
    const folder = example('made/not-yet-a-case');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'a.txt'), new TextEncoder().encode('Mr Stephen Tull spoke.\n'));
    // VS Code answers questions of extensions under test with an error: nobody agrees.
    await Promise.resolve(vscode.commands.executeCommand('corroborate.setUpCase', folder)).catch(() => undefined);
    assert.deepEqual(await namesIn(folder), ['a.txt']);
  });

  it('shows the manifest of a folder that lacks nothing, and changes nothing there', async () => {
    const made = await makeCase({
      'sources/a.txt': 'Nobody came.\n',
      'registry/all.yaml': 'entities:\n  tull: {type: person, name: Stephen Tull}\n',
      '.gitattributes': 'sources/** -text\n',
    });
    const before = await namesIn(made.root);
    await vscode.commands.executeCommand('corroborate.setUpCase', made.root);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), made.uri('corroborate.yaml').toString());
    assert.deepEqual(await namesIn(made.root), before);
  });
});
