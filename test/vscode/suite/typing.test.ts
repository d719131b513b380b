import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, hoverCards, problems, problemsOf, tokens, words } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on, rangeOf, replaceWords } from './workspace';

const files = {
  'registry/all.yaml':
    'entities:\n  kazakhstan: {type: country, name: Kazakhstan}\n  almaty: {type: city, name: Almaty, partOf: [kazakhstan]}\n' +
    'properties:\n  population: {label: population, value: quantity, unit: people, temporal: static}\n',
  'sources/a.txt': 'Almaty has 2000123 people, more than the rest of Kazakhstan thinks.\n',
  'sources/b.txt': 'In Almaty live 2000123 people.\n',
  'annotations/a.yaml':
    'source: sources/a.txt\nclaims:\n  - {subject: almaty, property: population, value: 2000123, quote: 2000123 people}\n',
  'annotations/b.yaml':
    'source: sources/b.txt\nclaims:\n  - {subject: almaty, property: population, value: 2000123, quote: 2000123 people}\n',
};

async function oneProblem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const [found, ...more] = problemsOf(uri, code);
    assert.ok(found, `no ${code} on ${uri.path}, but ${problems(uri).map((one) => one.message).join('; ')}`);
    assert.equal(more.length, 0);
    return found;
  });
}

describe('while a person types', () => {
  afterEach(closeEverything);

  it('a wrong id in the registry is told on the very id, with the nearest known one', async () => {
    const made = await makeCase(files);
    const registry = await made.open('registry/all.yaml');
    await replaceWords(registry, '[kazakhstan]', '[kazakstan]');
    const problem = await oneProblem(registry.uri, 'reference/unknown-entity');
    assert.equal(problem.message, 'unknown entity "kazakstan" — did you mean "kazakhstan"?');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(problem.range.isEqual(rangeOf(registry, 'kazakstan')));
    assert.ok(registry.isDirty);
    await replaceWords(registry, '[kazakstan]', '[kazakhstan]');
    await eventually(() => assert.deepEqual(problems(registry.uri), []));
  });

  it('a wrong id and a wrong key in an annotation file are told on the spot', async () => {
    const made = await makeCase(files);
    const annotations = await made.open('annotations/a.yaml');
    await replaceWords(annotations, 'subject: almaty', 'subject: almatty');
    const unknown = await oneProblem(annotations.uri, 'reference/unknown-entity');
    assert.equal(unknown.message, 'unknown entity "almatty" — did you mean "almaty"?');
    assert.ok(unknown.range.isEqual(rangeOf(annotations, 'almatty')));
    await replaceWords(annotations, 'subject: almatty', 'subject: almaty');
    await replaceWords(annotations, 'quote:', 'qoute:');
    const key = await oneProblem(annotations.uri, 'yaml/unknown-key');
    assert.match(key.message, /"qoute".*did you mean "quote"\?/);
    assert.ok(key.range.isEqual(rangeOf(annotations, 'qoute')));
  });

  it('a quote that is not in the article is told on the quote', async () => {
    const made = await makeCase(files);
    const annotations = await made.open('annotations/a.yaml');
    await replaceWords(annotations, 'quote: 2000123 people', 'quote: a sentence that stands nowhere');
    const lost = await oneProblem(annotations.uri, 'anchor/lost');
    assert.equal(annotations.getText(lost.range), 'a sentence that stands nowhere');
  });

  it('a registry that is broken for a moment keeps its names, and undo clears the error', async () => {
    const made = await makeCase(files);
    const article = await made.open('sources/a.txt');
    const named = async () => (await tokens(article)).map((token) => token.words);
    await eventually(async () => assert.deepEqual(await named(), ['Almaty', 'Kazakhstan']));
    const registry = await made.open('registry/all.yaml');
    const editor = await vscode.window.showTextDocument(registry);
    await editor.edit((edit) => edit.replace(rangeOf(registry, 'name: Almaty,'), 'name: "Almaty,'));
    const problem = await eventually(() => {
      const found = problemsOf(registry.uri, 'yaml/syntax');
      assert.ok(found.length > 0);
      return found[0]!;
    });
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(await named(), ['Almaty', 'Kazakhstan']);
    assert.equal((await definitions(article.uri, on(article, 'Almaty'))).length, 1);
    assert.deepEqual(problemsOf(made.uri('annotations/a.yaml'), 'reference/unknown-entity'), []);

    await vscode.window.showTextDocument(registry);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.deepEqual(problems(registry.uri), []));
    assert.equal(registry.getText(), files['registry/all.yaml']);
    assert.deepEqual(await named(), ['Almaty', 'Kazakhstan']);
  });

  it('a new name in the registry is found in the articles at once', async () => {
    const made = await makeCase(files);
    const article = await made.open('sources/a.txt');
    const registry = await made.open('registry/all.yaml');
    await replaceWords(registry, 'name: Kazakhstan}', 'name: Kazakhstan, aliases: [the rest]}');
    await eventually(async () => {
      assert.deepEqual((await tokens(article)).map((token) => token.words), ['Almaty', 'the rest', 'Kazakhstan']);
    });
  });

  it('names move with the text of an article that is edited', async () => {
    const made = await makeCase(files);
    const article = await made.open('sources/a.txt');
    await replaceWords(article, 'Almaty has', 'Some say\nthat 🙂 Almaty in Kazakhstan has');
    await eventually(async () => {
      const found = await tokens(article);
      assert.deepEqual(found.map((token) => token.words), ['Almaty', 'Kazakhstan', 'Kazakhstan']);
      assert.ok(found[0]?.range.isEqual(new vscode.Range(1, 8, 1, 14)));
    });
  });

  it('a value in one annotation file changes the problems and cards of the other article', async () => {
    const made = await makeCase(files);
    const other = await made.open('sources/b.txt');
    const annotations = await made.open('annotations/a.yaml');
    await eventually(() => assert.deepEqual(problems(other.uri), []));
    await replaceWords(annotations, 'value: 2000123', 'value: 3000123');
    const conflict = await oneProblem(other.uri, 'discrepancy/conflict');
    assert.equal(other.getText(conflict.range), '2000123 people');
    assert.equal(conflict.relatedInformation?.[0]?.location.uri.path, made.uri('sources/a.txt').path);
    const [card] = await hoverCards(other.uri, on(other, '2000123'));
    assert.match(card ? words(card) : '', /3,?000,?123/);
    await replaceWords(annotations, 'value: 3000123', 'value: 2000123');
    await eventually(() => assert.deepEqual(problems(other.uri), []));
  });

  it('what was typed and thrown away is forgotten', async () => {
    const made = await makeCase(files);
    const registry = await made.open('registry/all.yaml');
    await replaceWords(registry, '[kazakhstan]', '[kazakstan]');
    await oneProblem(registry.uri, 'reference/unknown-entity');
    await closeEverything();
    await eventually(() => assert.deepEqual(problems(registry.uri), []));
  });
});
