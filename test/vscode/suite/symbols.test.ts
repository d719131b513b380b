import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { symbols } from './ask';
import { closeEverything, example, extensionReady } from './workspace';

describe('the outline', () => {
  before(extensionReady);
  after(closeEverything);

  it('of an article has its headings, with the claims below them', async () => {
    const found = await symbols(example('sources/steppe-herald-2015.txt'));
    const headings = found.filter((symbol) => symbol.kind === vscode.SymbolKind.String).map((symbol) => symbol.name);
    assert.deepEqual(headings, [
      'Twenty-Three Years On',
      'Kazakhstan asks for a chair at the big table',
      'From Guest to Host',
      'The Weapons It Gave Away',
      'Four Kinds of Security',
      'A Donor’s First Steps',
      'Goals Met, Goals Missed',
    ]);
    const donor = found.find((symbol) => symbol.name === 'A Donor’s First Steps');
    assert.ok(donor?.children.some((claim) => claim.name.startsWith('KazAID, ') && claim.detail === 'December 2014'));
  });

  it('of an article with lines broken by hand does not take its lines for headings', async () => {
    const found = await symbols(example('sources/agency-wire-2007.txt'));
    const headings = found.filter((symbol) => symbol.kind === vscode.SymbolKind.String).map((symbol) => symbol.name);
    assert.deepEqual(headings, ['World spends 1.2 trillion dollars on arms']);
  });

  it('of an interview has the speakers’ turns', async () => {
    const found = await symbols(example('sources/minister-interview-2007.txt'));
    const turns = found.filter((symbol) => symbol.kind === vscode.SymbolKind.Method);
    assert.ok(turns.some((turn) => turn.name.startsWith('— Apprenticeship, and I mean it as praise.')));
    const vote = turns.find((turn) => turn.name.startsWith('— For the Economic and Social Council'));
    assert.ok(vote?.children.some((claim) => claim.detail === '187 countries'));
  });

  it('of a registry file has entities with their aliases, and properties', async () => {
    const people = await symbols(example('registry/people.yaml'));
    const president = people.find((symbol) => symbol.name === 'Nursultan Nazarbayev');
    assert.equal(president?.detail, 'person · nazarbayev');
    assert.deepEqual(
      president.children.map((alias) => alias.name),
      ['Nazarbayev', 'Nazarbaev', 'N. Nazarbaev', 'Nursultan Nazarbaev'],
    );
    const document = await vscode.workspace.openTextDocument(example('registry/people.yaml'));
    assert.equal(document.getText(president.selectionRange), 'nazarbayev');
    const properties = await symbols(example('registry/properties.yaml'));
    assert.ok(properties.some((symbol) => symbol.detail === 'arsenal-rank'));
  });

  it('of an annotation file has its claims', async () => {
    const found = await symbols(example('annotations/agency-wire-2007.yaml'));
    assert.ok(found.some((claim) => claim.name === 'Kazakhstan, foreign minister' && claim.detail === 'Marat Tazhin'));
  });
});
