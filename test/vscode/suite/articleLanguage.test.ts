import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, extensionReady, makeCase, setSetting } from './workspace';

const registry = 'entities:\n  tbilisi: {type: city, name: Tbilisi}\n';

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
}

async function seenAsArticle(made: MadeCase, path: string): Promise<void> {
  await made.open(path);
  await eventually(() => assert.equal(languageOf(made.uri(path)), 'corroborate-article'));
}

describe('the language of articles', () => {
  before(extensionReady);
  after(closeEverything);

  it('is given to plain-text articles of a case, and to no other text file', async () => {
    const made = await makeCase({
      'registry/all.yaml': registry,
      'sources/a.txt': 'To Tbilisi.\n',
      'notes.txt': 'To Tbilisi.\n',
      'drafts/b.txt': 'To Tbilisi.\n',
    });
    await made.open('notes.txt');
    await made.open('drafts/b.txt');
    await seenAsArticle(made, 'sources/a.txt');
    assert.equal(languageOf(made.uri('notes.txt')), 'plaintext');
    assert.equal(languageOf(made.uri('drafts/b.txt')), 'plaintext');
    assert.equal(languageOf(made.uri('registry/all.yaml')) ?? 'yaml', 'yaml');
  });

  it('follows the patterns of the manifest, and files with other endings keep theirs', async () => {
    const made = await makeCase({
      'corroborate.yaml': 'include: ["texts/**/*.{txt,md}"]\n',
      'registry/all.yaml': registry,
      'texts/a.txt': 'To Tbilisi.\n',
      'texts/b.md': 'To Tbilisi.\n',
      'sources/c.txt': 'To Tbilisi.\n',
    });
    await made.open('sources/c.txt');
    await made.open('texts/b.md');
    await seenAsArticle(made, 'texts/a.txt');
    assert.equal(languageOf(made.uri('sources/c.txt')), 'plaintext');
    assert.equal(languageOf(made.uri('texts/b.md')), 'markdown');
  });

  it('waits for the manifest: its defaults do not decide for files that were open before', async () => {
    const made = await makeCase({
      'registry/all.yaml': registry,
      'inner/texts/a.txt': 'To Tbilisi.\n',
      'inner/sources/c.txt': 'To Tbilisi.\n',
    });
    await made.open('inner/texts/a.txt');
    await made.open('inner/sources/c.txt');
    await eventually(
      () => assert.equal(languageOf(made.uri('inner/texts/a.txt')), 'corroborate-article'),
      () => made.write('inner/corroborate.yaml', 'include: ["texts/**/*.txt"]\n'),
    );
    assert.equal(languageOf(made.uri('inner/sources/c.txt')), 'plaintext');
  });

  for (const chosen of ['plaintext', 'markdown']) {
    it(`stays ${chosen} where the person chose that`, async () => {
      const made = await makeCase({
        'registry/all.yaml': registry,
        'sources/a.txt': 'To Tbilisi.\n',
        'sources/b.txt': 'To Tbilisi.\n',
      });
      await seenAsArticle(made, 'sources/a.txt');
      const article = await made.open('sources/a.txt');
      await vscode.languages.setTextDocumentLanguage(article, chosen);
      await seenAsArticle(made, 'sources/b.txt');
      assert.equal(languageOf(article.uri), chosen);
    });
  }

  it('is left alone when the setting is off', async () => {
    const made = await makeCase({
      'registry/all.yaml': registry,
      'sources/a.txt': 'To Tbilisi.\n',
      'sources/b.txt': 'To Tbilisi.\n',
    });
    await setSetting('articleLanguage', false);
    try {
      await made.open('sources/a.txt');
      await eventually(() => assert.equal(languageOf(made.uri('sources/a.txt')), 'plaintext'));
    } finally {
      await setSetting('articleLanguage', undefined);
    }
    await seenAsArticle(made, 'sources/b.txt');
  });
});
