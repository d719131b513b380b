import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, follow, highlights, hoverCards, links, references } from './ask';
import type { FoundPlace } from './ask';
import { eventually } from './eventually';
import { closeEverything, example, extensionReady, makeCase, on } from './workspace';

const herald = 'sources/steppe-herald-2015.txt';
const interview = 'sources/minister-interview-2007.txt';
const wire = 'sources/agency-wire-2007.txt';
const open = (path: string) => vscode.workspace.openTextDocument(example(path));

/** The folder-relative path and the words of each place. */
function listed(places: readonly FoundPlace[]): string[] {
  const root = `${example('').path.replace(/\/$/, '')}/`;
  return places.map(({ path, words }) => `${path.replace(root, '')}: ${words}`);
}

describe('Go to Definition', () => {
  before(extensionReady);
  after(closeEverything);

  it('leads from a name, however it is spelt, to the key of its registry entry', async () => {
    const article = await open(interview);
    assert.deepEqual(listed(await definitions(article.uri, on(article, 'Nazarbaev'))), ['registry/people.yaml: nazarbayev']);
    assert.deepEqual(listed(await definitions(article.uri, on(article, 'ESCAO'))), [
      'registry/events.yaml: escap-63',
    ]);
    const other = await open(wire);
    assert.deepEqual(listed(await definitions(other.uri, on(other, 'Disarmament'))), [
      'registry/organizations.yaml: conference-on-disarmament',
    ]);
  });

  it('says from which words it was asked', async () => {
    const article = await open(interview);
    const [found] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      article.uri,
      on(article, 'N. Nazarbaev'),
    );
    assert.ok(found?.originSelectionRange);
    assert.equal(article.getText(found.originSelectionRange), 'N. Nazarbaev');
    const registry = await vscode.workspace.openTextDocument(found.targetUri);
    assert.match(registry.getText(found.targetRange), /^nazarbayev:[^]*Official biography/);
  });

  it('leads by the date of the article, where a name is narrowed by it', async () => {
    const late = await open(herald);
    assert.deepEqual(listed(await definitions(late.uri, on(late, 'Foreign Minister,'))), ['registry/people.yaml: idrissov']);
    const early = await open(wire);
    assert.deepEqual(listed(await definitions(early.uri, on(early, 'Foreign Minister,'))), ['registry/people.yaml: tazhin']);
  });

  it('leads from an alias to the places it names', async () => {
    const registry = await open('registry/people.yaml');
    const found = await definitions(registry.uri, on(registry, 'N. Nazarbaev'));
    assert.deepEqual(listed(found), [`${interview}: N. Nazarbaev`]);
  });

  it('leads from an id to its entry, through a redirect too', async () => {
    const annotations = await open('annotations/agency-wire-2007.yaml');
    assert.deepEqual(listed(await definitions(annotations.uri, on(annotations, 'tazhin'))), ['registry/people.yaml: tazhin']);
    const registry = await open('registry/people.yaml');
    assert.deepEqual(listed(await definitions(registry.uri, on(registry, 'nazarbaev:'))), ['registry/people.yaml: nazarbayev']);
  });

  it('leads from a property to its declaration, and from a source to its article', async () => {
    const annotations = await open('annotations/agency-wire-2007.yaml');
    assert.deepEqual(listed(await definitions(annotations.uri, on(annotations, 'annual-spending'))), [
      'registry/properties.yaml: annual-spending',
    ]);
    assert.deepEqual(listed(await definitions(annotations.uri, on(annotations, wire))), [`${wire}: `]);
  });

  it('leads from an annotated quote to its claim and from the claim to the quote, over its line break', async () => {
    const article = await open(wire);
    const [claim] = await definitions(article.uri, on(article, 'The military budgets'));
    assert.equal(claim?.path, example('annotations/agency-wire-2007.yaml').path);
    assert.match(claim.words, /The military budgets of the world have reached 1\.2 trillion dollars/);
    const [quote] = await definitions(example('annotations/agency-wire-2007.yaml'), claim.range.start.translate(0, 2));
    assert.equal(quote?.path, article.uri.path);
    assert.match(quote.words, /^The military budgets of the world have reached 1\.2 trillion\r?\ndollars, Ban Ki-moon told$/);
  });

  it('offers every rival of an ambiguous name', async () => {
    const made = await makeCase({
      'registry/all.yaml':
        'entities:\n  georgia-country: {type: country, name: Georgia}\n  georgia-state: {type: region, name: Georgia}\n',
      'sources/a.txt': 'He flew to Georgia on Monday.\n',
    });
    const article = await made.open('sources/a.txt');
    const found = await eventually(async () => {
      const rivals = await definitions(article.uri, on(article, 'Georgia'));
      assert.equal(rivals.length, 2);
      return rivals;
    });
    assert.deepEqual(found.map(({ words }) => words), ['georgia-country', 'georgia-state']);
  });

  it('has nothing to offer on words that nobody linked', async () => {
    const article = await open(herald);
    assert.deepEqual(await definitions(article.uri, on(article, 'unassuming')), []);
  });
});

describe('Find All References', () => {
  before(extensionReady);
  after(closeEverything);

  it('lists every mention in every source and every id, the same from either side', async () => {
    const article = await open(interview);
    const registry = await open('registry/people.yaml');
    const fromName = listed(await references(article.uri, on(article, 'Nazarbaev')));
    const fromKey = listed(await references(registry.uri, on(registry, 'nazarbayev')));
    const fromAlias = listed(await references(registry.uri, on(registry, 'N. Nazarbaev')));
    assert.deepEqual(fromKey, fromName);
    assert.deepEqual(fromAlias, fromName);

    for (const path of [herald, interview, wire]) {
      const document = await open(path);
      const expected = document.getText().match(/(?:Nursultan |N\. )?Nazarba(?:y)?ev/g) ?? [];
      assert.deepEqual(
        fromName.filter((line) => line.startsWith(`${path}: `)).toSorted(),
        expected.map((name) => `${path}: ${name}`).toSorted(),
      );
    }
    assert.ok(fromName.includes('registry/people.yaml: nazarbayev'), 'the entry itself');
    assert.ok(fromName.includes('registry/people.yaml: nazarbaev'), 'the redirect');
    assert.ok(fromName.includes('annotations/agency-wire-2007.yaml: nazarbayev'), 'a value');
  });

  it('lists every use of a property', async () => {
    const registry = await open('registry/properties.yaml');
    const found = listed(await references(registry.uri, on(registry, 'arsenal-rank')));
    assert.deepEqual(found.toSorted(), [
      'annotations/minister-interview-2007.yaml: arsenal-rank',
      'annotations/steppe-herald-2015.yaml: arsenal-rank',
      'registry/properties.yaml: arsenal-rank',
    ]);
  });

  it('lists the passages that an annotated quote is compared with', async () => {
    const article = await open(herald);
    const found = listed(await references(article.uri, on(article, 'with 190 votes')));
    assert.ok(found.includes(`${interview}: 187 of the 192 members of the UN wrote our name on the paper`), found.join('\n'));
  });
});

describe('highlights', () => {
  before(extensionReady);
  after(closeEverything);

  it('mark every mention of the same entity in the article, by whatever name', async () => {
    const article = await open(herald);
    const found = (await highlights(article, on(article, 'Nazarbayev'))).map(({ words }) => words);
    assert.deepEqual(found, article.getText().match(/(?:Nursultan )?Nazarbayev/g));
    const country = (await highlights(article, on(article, 'Kazakhstan'))).map(({ words }) => words);
    assert.ok(country.includes('the country') && country.includes('Kazakhstan'), country.join(', '));
  });

  it('mark every place of an id in a YAML file', async () => {
    const annotations = await open('annotations/agency-wire-2007.yaml');
    const found = (await highlights(annotations, on(annotations, 'escap-63'))).map(({ words }) => words);
    assert.deepEqual(found, ['escap-63', 'escap-63']);
  });
});

describe('Open Opposing Passage', () => {
  before(extensionReady);
  after(closeEverything);

  it('shows the other source’s passage beside, and the same key goes back', async () => {
    const article = await open(herald);
    const editor = await vscode.window.showTextDocument(article);
    const cursor = on(article, 'with 190 votes');
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('corroborate.openOpposingPassage');
    await eventually(() => {
      const opposing = vscode.window.activeTextEditor;
      assert.equal(opposing?.document.uri.path, example(interview).path);
      assert.match(opposing.document.getText(opposing.selection), /^187 of the 192 members/);
      assert.notEqual(opposing.viewColumn, editor.viewColumn);
    });
    await vscode.commands.executeCommand('corroborate.openOpposingPassage');
    await eventually(() => {
      const back = vscode.window.activeTextEditor;
      assert.equal(back?.document.uri.path, article.uri.path);
      assert.ok(back.selection.active.isEqual(cursor));
    });
  });

  it('goes where the link of a card goes', async () => {
    const article = await open(herald);
    const cards = await hoverCards(article.uri, on(article, 'with 190 votes'));
    await follow(links(cards[0]!).find((link) => link.words === 'The Quiet Work')?.target ?? '');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, example(interview).path);
  });
});
