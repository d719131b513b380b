import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverCards, links, follow } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on, rangeOf, setSetting } from './workspace';

const files = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {title: The Review, published: 1907}\n',
  'registry/all.yaml': `entities:
  bridge: {type: place, name: Long Bridge}
  ada: {type: person, name: Ada}
properties:
  opened: {value: date}
`,
  'sources/a.txt': 'The mayor opened it.\n\nAda says the Long Bridge opened in 1901, with music.\n',
  'sources/b.txt': 'The Long Bridge opened in 1907.\n',
  'annotations/a.yaml': 'source: sources/a.txt\n# mine\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: opened in 1907}\n',
};

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

describe('reports, citations and annotators', () => {
  afterEach(async () => {
    await setSetting('citationFormat', undefined);
    await closeEverything();
  });

  it('a report is written where it was asked for, of the groups that were asked for, and opens', async () => {
    const made = await makeCase(files);
    const target = made.uri('out/report.json');
    const request = { root: made.root.toString(), format: 'json', target: target.toString(), selection: { keys: ['bridge|opened'], filter: 'conflict' } };
    const report = await eventually(async () => {
      await vscode.commands.executeCommand('corroborate.exportReport', request);
      const read = JSON.parse(await textOf(target)) as { groups: { key: string; verdict: string; claims: { sha256: string; start: number }[] }[] };
      assert.equal(read.groups.length, 1);
      return read;
    });
    const [group] = report.groups;
    assert.deepEqual([group?.key, group?.verdict], ['bridge|opened', 'conflict']);
    const start = files['sources/a.txt'].indexOf('opened in 1901');
    assert.equal(group?.claims[0]?.start, start);
    assert.match(group?.claims[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString()));
    await vscode.commands.executeCommand('corroborate.exportReport', { ...request, format: 'md' });
    await eventually(async () => assert.match(await textOf(target), /^# .*\n\nChosen groups of claims: conflict; /, 'a second report takes the place of the first'));
    assert.deepEqual((await vscode.workspace.fs.readDirectory(made.uri('out'))).map(([name]) => name), ['report.json']);
  });

  it('a report does not take the place of a file of the case', async () => {
    const made = await makeCase(files);
    const target = made.uri('sources/a.txt');
    await made.open('sources/a.txt');
    const request = { root: made.root.toString(), format: 'md', target: target.toString() };
    await vscode.commands.executeCommand('corroborate.exportReport', { ...request, target: made.uri('report.md').toString() });
    await eventually(async () => assert.match(await textOf(made.uri('report.md')), /Long Bridge/));
    await vscode.commands.executeCommand('corroborate.exportReport', request);
    assert.equal(await textOf(target), files['sources/a.txt']);
  });

  it('what is selected, or the quote under the cursor, is copied with where it is from', async () => {
    const made = await makeCase(files);
    const document = await made.open('sources/a.txt');
    const editor = await vscode.window.showTextDocument(document);
    const selected = rangeOf(document, 'Ada says the Long Bridge');
    const copied = async (from: vscode.Selection) =>
      eventually(async () => {
        await vscode.env.clipboard.writeText('');
        editor.selection = from;
        await vscode.commands.executeCommand('corroborate.copyCitation');
        const text = await vscode.env.clipboard.readText();
        assert.notEqual(text, '');
        return text;
      });
    assert.equal(await copied(new vscode.Selection(selected.start, selected.end)), '“Ada says the Long Bridge” — “The Review”, 1907 (line 3, paragraph 2)');
    const inQuote = on(document, 'opened in 1901');
    assert.equal(await copied(new vscode.Selection(inQuote, inQuote)), '“opened in 1901” — “The Review”, 1907 (line 3, paragraph 2)');
    await setSetting('citationFormat', 'markdown');
    assert.equal(await copied(new vscode.Selection(inQuote, inQuote)), '> “opened in 1901”\n>\n> — *The Review*, 1907 (line 3, paragraph 2)\n');
  });

  it('the card of a quote copies its citation', async () => {
    const made = await makeCase(files);
    const document = await made.open('sources/a.txt');
    const link = await eventually(async () => {
      const cards = await hoverCards(document.uri, on(document, 'in 1901'));
      const found = cards.flatMap(links).find(({ words }) => words === 'Copy citation');
      assert.ok(found);
      return found;
    });
    await follow(link.target);
    assert.match(await vscode.env.clipboard.readText(), /^“opened in 1901” — /);
  });

  it('another annotator’s side is taken with one command, and kept with another; comments stay', async () => {
    const made = await makeCase({
      ...files,
      'ben/a.yaml': `source: sources/a.txt
mentions:
  - {quote: The mayor, entity: ada}
claims:
  - {subject: bridge, property: opened, value: 1901-05, quote: opened in 1901}
`,
      'ben/b.yaml': files['annotations/b.yaml'],
    });
    const request = { root: made.root.toString(), folder: made.uri('ben').toString() };
    await eventually(async () => assert.equal(await vscode.commands.executeCommand('corroborate.compareAnnotators', request), 2));
    await vscode.commands.executeCommand('corroborate.keepYours');
    await vscode.commands.executeCommand('corroborate.takeTheirs');
    await eventually(async () => {
      const text = await textOf(made.uri('annotations/a.yaml'));
      assert.equal(text, files['annotations/a.yaml'].replace('value: 1901', 'value: 1901-05'));
    });
    assert.equal(await textOf(made.uri('ben/b.yaml')), files['annotations/b.yaml']);
    await vscode.commands.executeCommand('corroborate.closeComparison');
  });
});
