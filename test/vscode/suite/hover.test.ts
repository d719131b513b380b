import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, hoverCards, links, words } from './ask';
import { eventually } from './eventually';
import { closeEverything, example, extensionReady, makeCase, on, rangeOf } from './workspace';

const interview = 'sources/minister-interview-2007.txt';
const herald = 'sources/steppe-herald-2015.txt';

async function cardsOn(uri: vscode.Uri, text: string, nth = 0): Promise<vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const cards = await hoverCards(uri, on(document, text, nth));
  assert.ok(cards.length > 0, `no card on “${text}” in ${uri.path}`);
  return cards;
}

async function cardOn(uri: vscode.Uri, text: string, nth = 0): Promise<vscode.MarkdownString> {
  return (await cardsOn(uri, text, nth))[0]!;
}

describe('the hover card of a linked name', () => {
  before(extensionReady);
  after(closeEverything);

  it('tells name, type, description, the spellings met here and the mentions in each source', async () => {
    const card = words(await cardOn(example(interview), 'Nazarbaev'));
    assert.match(card, /^Nursultan Nazarbayev · person/);
    assert.match(card, /First President of Kazakhstan, in office from 1991 to 2019/);
    assert.match(card, /Here as “Nazarbaev”, “N\. Nazarbaev”/);
    for (const [title, file, name] of [
      ['Twenty-Three Years On', herald, /Nazarbayev/g],
      ['The Quiet Work', interview, /Nazarbaev/g],
      ['World spends 1.2 trillion dollars on arms', 'sources/agency-wire-2007.txt', /Nazarbaev/g],
    ] as const) {
      const { length } = (await vscode.workspace.openTextDocument(example(file))).getText().match(name) ?? [];
      assert.ok(card.includes(`${title} ${length}`), `${title} should count ${length} in:\n${card}`);
    }
  });

  it('covers exactly the name', async () => {
    const document = await vscode.workspace.openTextDocument(example(interview));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      on(document, 'N. Nazarbaev'),
    );
    assert.equal(hover?.range && document.getText(hover.range), 'N. Nazarbaev');
  });

  it('shows reference facts with their reference, and external ids as links', async () => {
    const card = await cardOn(example(interview), 'Nazarbaev');
    assert.match(words(card), /born: 6 July 1940 \(Official biography\)/);
    const wikidata = links(card).find((link) => link.words === 'wikidata:Q40838');
    assert.equal(wikidata?.target, 'https://www.wikidata.org/wiki/Q40838');
  });

  it('has one row a source, those that disagree first, disagreements marked', async () => {
    const card = words(await cardOn(example('sources/agency-wire-2007.txt'), 'Kazakhstan'));
    const rows = card.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(
      rows.map((row) => row.split(' — ')[0]),
      ['- Twenty-Three Years On', '- The Quiet Work', '- World spends 1.2 trillion dollars on arms'],
    );
    assert.match(rows[0] ?? '', /\$\(warning\).*\((?:plan changed|tension|maybe changed)\)/);
    assert.doesNotMatch(rows[2] ?? '', /\$\(warning\)/);
  });

  it('leads to the registry entry and to the passage of a claim', async () => {
    const card = await cardOn(example(interview), 'Nazarbaev');
    await follow(links(card).find((link) => link.words === 'Registry entry')?.target ?? '');
    let editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, example('registry/people.yaml').path);
    assert.equal(editor.document.getText(editor.selection), 'nazarbayev');

    const country = await cardOn(example(herald), 'Kazakhstan');
    await follow(links(country).find((link) => link.words.includes('187'))?.target ?? '');
    editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, example(interview).path);
    assert.match(editor.document.getText(editor.selection), /^187 of the 192 members/);
  });

  it('shows the same entity on its id and its alias in YAML', async () => {
    assert.match(words(await cardOn(example('annotations/agency-wire-2007.yaml'), 'kazakhstan')), /^Kazakhstan · country/);
    assert.match(words(await cardOn(example('registry/organizations.yaml'), 'ESCAO')), /^Economic and Social Commission/);
    assert.match(words(await cardOn(example('registry/people.yaml'), 'nazarbaev:')), /^Nursultan Nazarbayev/);
  });

  it('has five rows at most, and a link to the rest', async () => {
    const numbers = Array.from({ length: 7 }, (_, index) => index + 1);
    const made = await makeCase({
      'registry/all.yaml': 'entities:\n  tower: {type: place, name: Old Tower}\nproperties:\n  height: {value: quantity, unit: metre}\n',
      ...Object.fromEntries(numbers.map((n) => [`sources/s${n}.txt`, `The Old Tower is ${n}0 metres high.\n`])),
      ...Object.fromEntries(
        numbers.map((n) => [
          `annotations/s${n}.yaml`,
          `source: sources/s${n}.txt\nclaims:\n  - {subject: tower, property: height, value: ${n}0, quote: ${n}0 metres}\n`,
        ]),
      ),
    });
    const card = await eventually(async () => {
      const found = await cardOn(made.uri('sources/s1.txt'), 'Old Tower');
      assert.match(words(found), /more sources…/);
      return found;
    });
    assert.equal(words(card).match(/^- sources\//gm)?.length, 5);
    const rest = links(card).find((link) => link.words === '2 more sources…');
    assert.match(rest?.target ?? '', /^command:corroborate\.openDiscrepancies\?/);
  });
});

describe('the hover card of an ambiguous name', () => {
  after(closeEverything);

  it('lists the rivals, each with a way to its entry', async () => {
    const made = await makeCase({
      'registry/all.yaml':
        'entities:\n  georgia-country: {type: country, name: Georgia, description: In the Caucasus}\n' +
        '  georgia-state: {type: region, name: Georgia, description: In the United States}\n',
      'sources/a.txt': 'He flew to Georgia on Monday.\n',
    });
    const card = await eventually(() => cardOn(made.uri('sources/a.txt'), 'Georgia'));
    assert.match(words(card), /“Georgia” could be/);
    assert.match(words(card), /Georgia · country — In the Caucasus/);
    assert.match(words(card), /Georgia · region — In the United States/);
    const entries = links(card);
    await follow(entries[1]?.target ?? '');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'georgia-state');
  });
});

describe('the hover card of an annotated quote', () => {
  before(extensionReady);
  after(closeEverything);

  it('tells the claim, its verdict and the other source’s words', async () => {
    const card = await cardOn(example(herald), 'with 190 votes');
    const shown = words(card);
    assert.match(shown, /Kazakhstan, votes for \(Election to ECOSOC of 2 November 2006\): 190 countries/);
    assert.match(shown, /Tension/);
    assert.match(shown, /The Quiet Work: 187 countries \(tension, 3 countries apart\) — “187 of the 192 members of the UN wrote our name on the paper”/);
    const claim = links(card).find((link) => link.words === 'Claim');
    await follow(claim?.target ?? '');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, example('annotations/steppe-herald-2015.yaml').path);
    assert.match(editor.document.getText(editor.selection), /property: votes-for, value: 190/);
  });

  it('comes after the card of a name inside the quote', async () => {
    const cards = await cardsOn(example(herald), 'ECOSOC with 190');
    assert.match(words(cards[0]!), /^United Nations Economic and Social Council/);
    assert.match(words(cards[1]!), /votes for \(.*\): 190 countries/);
  });

  it('is shown on the quote in the annotation file as well', async () => {
    const card = words(await cardOn(example('annotations/steppe-herald-2015.yaml'), 'won a place on ECOSOC'));
    assert.match(card, /votes for \(.*\): 190 countries/);
  });

  it('is not there on words that nobody linked or annotated', async () => {
    const document = await vscode.workspace.openTextDocument(example(herald));
    assert.deepEqual(await hoverCards(document.uri, on(document, 'unassuming')), []);
  });
});

describe('a registry with markup in its names', () => {
  after(closeEverything);

  const name = 'Acme **bold** <img src=x onerror=alert(1)> [run](command:workbench.action.quit) $(flame) https://evil.example `code`';

  it('shows them as plain words: nothing but our own links is alive', async () => {
    const made = await makeCase({
      'registry/all.yaml': [
        'entities:',
        '  acme:',
        '    type: "[type](https://evil.example)"',
        `    name: ${JSON.stringify(name)}`,
        '    aliases: [Acme]',
        `    description: ${JSON.stringify(`# ${name}\n\n- list | cell\n\n<script>x</script> www.evil.example me@evil.example`)}`,
        '    sameAs: ["https://x.example/)[run](command:workbench.action.quit)", "[a](command:workbench.action.quit)"]',
        '    facts:',
        `      - {property: p, value: ${JSON.stringify(`${name} | cell`)}, reference: ${JSON.stringify(name)}}`,
        'properties:',
        `  p: {label: ${JSON.stringify(name)}, value: text}`,
        '',
      ].join('\n'),
      'corroborate.yaml': `sources:\n  "sources/a (1]).txt":\n    title: ${JSON.stringify(name)}\n`,
      'sources/a (1]).txt': `Acme says: ${name}.\n`,
      'annotations/a.yaml': `source: "sources/a (1]).txt"\nclaims:\n  - {subject: acme, property: p, value: ${JSON.stringify(name)}, quote: ${JSON.stringify(name)}}\n`,
    });
    const article = made.uri('sources/a (1]).txt');
    const document = await vscode.workspace.openTextDocument(article);
    const cards = await eventually(async () => {
      const found = await hoverCards(article, rangeOf(document, 'Acme', 1).start.translate(0, 1));
      assert.equal(found.length, 2, 'the name’s card and the quote’s');
      return found;
    });
    for (const card of cards) {
      assert.ok(words(card).includes(name), `the name should stand as it is in:\n${words(card)}`);
      assert.equal(card.supportHtml ?? false, false);
      assert.deepEqual(
        typeof card.isTrusted === 'object' ? [...card.isTrusted.enabledCommands].sort() : card.isTrusted,
        ['corroborate.copyCitation', 'corroborate.openDiscrepancies', 'corroborate.openPlace'],
      );
      for (const { target } of links(card)) {
        assert.match(target, /^(?:command:corroborate\.(?:openPlace|openDiscrepancies|copyCitation)\?[^ ()[\]<>]*|https:\/\/x\.example\/[^ ()[\]<>]*)$/);
      }
      const alive = card.value
        .replaceAll(/\\[\\`*_{}[\]()#+\-.!|>~:@]/g, '')
        .replaceAll(/\[[^\]]*\]\([^)]*\)/g, '');
      assert.doesNotMatch(alive, /<|`|:\/\/|www\.|\[|\]\(|@/, `something is alive in:\n${card.value}`);
      assert.doesNotMatch(alive, /\$\((?!book\)|quote\)|warning\))/);
      assert.doesNotMatch(alive, /^#|^- list/m);
    }
    const passage = links(cards[0]!).find((link) => link.words.includes('onerror'));
    await follow(passage?.target ?? '');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), article.toString());
  });
});
