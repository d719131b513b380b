import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, hoverCards, labelOf, lenses, symbols, words } from './ask';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, example, extensionReady, makeCase, on, setSetting } from './workspace';

const files = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {title: The Post, published: 2011-05-02}\n',
  'registry/all.yaml': [
    'entities:',
    '  old-bridge: {type: place, name: Old Bridge, aliases: [Stone Bridge], description: Over the Lune}',
    '  mayor: {type: person, name: Ada Quill}',
    '  nobody: {type: person, name: Tom Nowhere}',
    'properties:',
    '  opened: {label: opened, value: date}',
    '  carts: {label: carts a day, value: quantity, unit: cart}',
    '',
  ].join('\n'),
  'sources/a.txt': 'The Old Bridge opened in 1901. Ada Quill was there.\n',
  'sources/b.txt': 'The Stone Bridge opened in 1911.\n',
  'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: old-bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: old-bridge, property: opened, value: 1911, quote: opened in 1911}\n',
};

/** Puts `text` at the end of a file's buffer, and the cursor behind it. */
async function type(document: vscode.TextDocument, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  const end = document.positionAt(document.getText().length);
  await editor.edit((edit) => edit.insert(end, text));
  const position = document.positionAt(document.getText().length);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

describe('completion in YAML files', () => {
  let made: MadeCase;
  beforeEach(async () => {
    made = await makeCase(files);
  });
  afterEach(closeEverything);

  it('finds entities by alias while the file is no YAML, and replaces what was typed', async () => {
    const document = await made.open('annotations/a.yaml');
    const editor = await type(document, '  - {property: [opened, subject: stone br');
    const first = await eventually(async () => {
      const [found] = await completions(document.uri, editor.selection.active);
      assert.equal(found && labelOf(found), 'old-bridge');
      const { description } = found!.label as vscode.CompletionItemLabel;
      assert.deepEqual([description, found!.detail, found!.documentation], ['Old Bridge', 'place · “Stone Bridge” · in this source', 'Over the Lune']);
      return found!;
    });
    const range = first.range as { inserting: vscode.Range; replacing: vscode.Range };
    assert.equal(document.getText(range.inserting), 'stone br');
    assert.ok('stone br'.startsWith(first.filterText ?? ''));
  });

  it('is taken with Enter, and goes on to the next place', async () => {
    const document = await made.open('annotations/a.yaml');
    const editor = await type(document, '  - subject: mayor\n    prop');
    await eventually(async () => assert.equal(labelOf((await completions(document.uri, editor.selection.active))[0]!), 'property'));
    await eventually(
      () => assert.match(document.getText(), /\n {4}property: $/),
      async () => {
        if (document.getText().endsWith('prop')) await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
      },
    );
  });

  it('offers shapes of EDTF in words, and ways to say a quantity', async () => {
    const document = await made.open('annotations/a.yaml');
    const editor = await type(document, '  - subject: mayor\n    property: opened\n    value: 2014');
    const offered = await eventually(async () => {
      const found = (await completions(document.uri, editor.selection.active)).map((item) => `${labelOf(item)}: ${item.detail}`);
      assert.ok(found.length > 0);
      return found;
    });
    for (const shape of ['2014-10: October 2014', '2014~: around 2014', '2014-21: spring 2014', '2014/..: since 2014']) assert.ok(offered.includes(shape), offered.join());
  });

  it('is silent in comments', async () => {
    const document = await made.open('annotations/a.yaml');
    const editor = await type(document, '# sub');
    assert.deepEqual(await completions(document.uri, editor.selection.active), []);
  });
});

describe('hovers of values in YAML files', () => {
  let made: MadeCase;
  before(async () => {
    made = await makeCase({
      ...files,
      'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: old-bridge, property: carts, value: almost 200, asOf: 1992~, modality: planned, quote: Old Bridge}\n',
    });
  });
  after(closeEverything);

  it('tell dates, quantities, properties, sources, words and keys, one card each', async () => {
    const document = await made.open('annotations/a.yaml');
    const card = (text: string) =>
      eventually(async () => {
        const found = await hoverCards(document.uri, on(document, text));
        assert.equal(found.length, 1, text);
        return words(found[0]!);
      });
    assert.match(await card('almost 200'), /almost 200 carts.*\n.*from 180 to below 200 carts.*\n.*170 to 200 carts/);
    assert.match(await card('1992~'), /around 1992/);
    assert.match(await card('carts,'), /^carts a day · carts · Registry entry/);
    assert.match(await card('sources/a.txt'), /^The Post/);
    assert.match(await card('planned'), /is to happen/);
    assert.match(await card('modality'), /a fact, a plan or a possibility/);
    assert.match(await card('old-bridge'), /^Old Bridge · place/);
  });
});

describe('lenses over entities', () => {
  afterEach(async () => {
    await setSetting('entityLens', undefined);
    await closeEverything();
  });

  it('tell mentions, claims and discrepancies, each with its list, and go with the setting', async () => {
    const made = await makeCase(files);
    const { uri } = await made.open('registry/all.yaml');
    const found = await eventually(async () => {
      const all = await lenses(uri);
      assert.deepEqual(
        all.map(({ range, command }) => `${range.start.line} ${command?.title}`),
        ['1 2 mentions', '1 2 claims', '1 1 discrepancy', '2 1 mention'],
      );
      return all;
    });
    const [, , locations] = found[0]!.command!.arguments as [vscode.Uri, vscode.Position, vscode.Location[]];
    assert.deepEqual(locations.map((location) => location.uri.path.split('/').at(-1)), ['a.txt', 'b.txt']);
    assert.equal(found[2]!.command!.command, 'corroborate.openDiscrepancies');
    assert.equal((found[2]!.command!.arguments![0] as { entity: string }).entity, 'old-bridge');
    await setSetting('entityLens', false);
    await eventually(async () => assert.deepEqual(await lenses(uri), []));
  });

  it('keep up with a registry of 5,000 entities', async () => {
    const entities = Array.from({ length: 5000 }, (_, n) => `  person-${n}: {type: person, name: Name${n}ia}`);
    const made = await makeCase({
      'registry/all.yaml': `entities:\n${entities.join('\n')}\n`,
      'sources/a.txt': Array.from({ length: 5000 }, (_, n) => `Name${n}ia came.`).join('\n'),
    });
    const { uri } = await made.open('registry/all.yaml');
    await eventually(async () => assert.equal((await lenses(uri)).length, 5000));
  });
});

describe('symbols of YAML files', () => {
  before(extensionReady);
  after(closeEverything);

  it('are there for reviews, manifest and links by hand', async () => {
    assert.ok((await symbols(example('corroborate.yaml'))).length > 1);
    assert.ok((await symbols(example('reviews.yaml'))).every(({ kind }) => kind === vscode.SymbolKind.Event));
  });

  it('are found over the workspace by name and alias', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'nazarb');
    const own = found.filter(({ location }) => location.uri.path === example('registry/people.yaml').path);
    assert.ok(own.some(({ name, containerName }) => name === 'Nursultan Nazarbayev' && containerName === 'person · nazarbayev'));
    assert.ok(own.some(({ name, containerName }) => name === 'N. Nazarbaev' && containerName === 'Nursultan Nazarbayev'));
  });
});
