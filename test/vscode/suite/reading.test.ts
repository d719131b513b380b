import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, hoverCards, problems, words } from './ask';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, extensionReady, makeCase, on, replaceWords, setSetting } from './workspace';

const files = {
  'corroborate.yaml': `sources:
  sources/ledger.txt: {title: The Ledger, published: 2011-05-02}
  sources/post.txt: {title: The Post, published: 2019-03-01}
`,
  'registry/case.yaml': `entities:
  rowing-club:
    type: organization
    name: Lune Rowing Club
  lune: {type: place, name: River Lune}
`,
  'sources/ledger.txt': `The Lune Rowing Club was founded in 1911.

Six weeks later a storm took its boats. Last year it had about 80 members.
`,
  'sources/post.txt': `The Lune Rowing Club was founded in 1893.
`,
};

async function codeLenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  return (await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>('vscode.executeCodeLensProvider', uri, 100)) ?? [];
}

describe('a case that no one annotated', () => {
  let made: MadeCase;
  before(async () => {
    await extensionReady();
    made = await makeCase(files);
  });
  after(closeEverything);

  it('says in a hover what a date means, and how that was computed', async () => {
    const document = await made.open('sources/ledger.txt');
    await eventually(async () => {
      const cards = await hoverCards(document.uri, on(document, 'Last year'));
      const card = cards.map(words).find((text) => text.includes('Last year'));
      assert.match(card ?? '', /“Last year”: 2010/);
      assert.match(card ?? '', /2011|article/);
    });
  });

  it('hints at suggested claims that disagree, and forgets the hint when they no longer do', async () => {
    const document = await made.open('sources/ledger.txt');
    const hints = () => problems(document.uri).filter((one) => codeOf(one) === 'suggestion/discrepancy');
    await eventually(async () => {
      assert.deepEqual(
        hints().map((one) => [one.severity, document.getText(one.range).includes('1911')]),
        [[vscode.DiagnosticSeverity.Hint, true]],
      );
    });
    assert.match(hints()[0]!.message, /^Suggested claim: Conflict — 1911 here, 1893 in “The Post”/);
    assert.ok(hints()[0]!.relatedInformation?.[0]?.location.uri.path.endsWith('sources/post.txt'));
    const post = await made.open('sources/post.txt');
    await vscode.window.showTextDocument(post);
    await replaceWords(post, '1893', '1911');
    await eventually(async () => assert.equal(hints().length, 0));
    await vscode.commands.executeCommand('undo');
    await eventually(async () => assert.equal(hints().length, 1));
  });

  it('tells above a line what other sources have to compare, unless it is switched off', async () => {
    const { uri } = await made.open('sources/ledger.txt');
    const lenses = await eventually(async () => {
      const found = (await codeLenses(uri)).filter((lens) => lens.command?.title.includes('to compare'));
      assert.ok(found.length > 0);
      return found;
    });
    assert.equal(lenses[0]!.range.start.line, 0);
    assert.equal(lenses[0]!.command!.title, '1 passage to compare');
    await setSetting('passageLens', false);
    await eventually(async () => assert.equal((await codeLenses(uri)).length, 0));
    await setSetting('passageLens', undefined);
  });
});

describe('an article whose date nobody knows', () => {
  after(closeEverything);

  it('has no value for dates that hang on it, and the manifest says so', async () => {
    const made = await makeCase({ ...files, 'corroborate.yaml': 'sources: {}\n' });
    const document = await made.open('sources/ledger.txt');
    await eventually(async () => {
      const cards = (await hoverCards(document.uri, on(document, 'Last year'))).map(words);
      assert.ok(cards.some((card) => /“Last year”: no value/.test(card)), cards.join('\n'));
    });
    await eventually(async () => {
      const found = problems(made.uri('corroborate.yaml')).find((one) => codeOf(one) === 'manifest/missing-date');
      assert.match(found?.message ?? '', /sources\/ledger\.txt cannot be dated/);
    });
  });
});
