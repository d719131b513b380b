import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, hoverCards, problems, problemsOf, references, tokens, words } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on, rangeOf } from './workspace';

const registry = 'entities:\n  almaty: {type: city, name: Almaty}\n  astana: {type: city, name: Astana}\n';

describe('large and broken articles', () => {
  afterEach(closeEverything);

  it('of 5,000 mentions drown nobody in problems; card, definition and references answer', async () => {
    const line = 'Trains run from Almaty to Astana, and back.\n';
    const made = await makeCase({ 'registry/all.yaml': registry, 'sources/a.txt': line.repeat(2500), 'sources/b.txt': 'Broken Almaty.\n' });
    const article = await made.open('sources/a.txt');
    await eventually(async () => assert.equal((await tokens(article)).length, 5000));
    const [card] = await hoverCards(article.uri, on(article, 'Astana', 2499));
    assert.match(card ? words(card) : '', /sources\/a\.txt 2500/);
    assert.deepEqual((await definitions(article.uri, on(article, 'Almaty', 1200))).map((place) => place.words), ['almaty']);
    assert.equal((await references(article.uri, on(article, 'Almaty'))).length, 2502);
    assert.deepEqual(problems(article.uri), []);
  });

  it('of 20 MB are opened, and answered for', async () => {
    const filler = 'It rained on the plain for days, and no one who lived there found that worth a word.\n';
    const half = filler.repeat(Math.ceil(10_000_000 / filler.length));
    const made = await makeCase({
      'registry/all.yaml': registry,
      'sources/large.txt': `${half}Trains run from Almaty.\n${half}They stop in Astana.\n`,
      'sources/small.txt': 'To Astana.\n',
    });
    const large = await made.open('sources/large.txt');
    await vscode.window.showTextDocument(large);
    const cursor = on(large, 'Astana');
    await eventually(async () => {
      const [card] = await hoverCards(large.uri, cursor);
      assert.match(card ? words(card) : '', /^Astana · city/);
    });
    const found = await references(large.uri, cursor);
    assert.ok(found.some((place) => place.path === large.uri.path && place.range.isEqual(rangeOf(large, 'Astana'))));
    assert.ok(found.some((place) => place.path === made.uri('sources/small.txt').path));
  });

  it('that are binary are told so, and the rest of the case goes on', async () => {
    const made = await makeCase({
      'registry/all.yaml': registry,
      'sources/photo.txt': Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 256),
      'sources/a.txt': 'To Astana.\n',
    });
    const [problem] = await eventually(() => {
      const unreadable = problemsOf(made.uri('sources/photo.txt'), 'source/unreadable');
      assert.equal(unreadable.length, 1);
      return unreadable;
    });
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem.message, /binary/);
    await vscode.commands.executeCommand('vscode.open', made.uri('sources/photo.txt'));
    const article = await made.open('sources/a.txt');
    await eventually(async () => assert.deepEqual((await tokens(article)).map((token) => token.words), ['Astana']));
  });
});
