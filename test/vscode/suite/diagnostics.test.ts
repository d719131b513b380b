import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, problems, problemsOf } from './ask';
import { eventually } from './eventually';
import { closeEverything, example, extensionReady, makeCase, rangeOf, replaceWords, setSetting } from './workspace';

const { Error: asError, Warning, Information, Hint } = vscode.DiagnosticSeverity;

/** Two articles that differ by a year, and one name that links to nothing. */
const dispute = {
  'registry/all.yaml':
    'entities:\n  bridge: {type: place, name: Old Bridge}\nproperties:\n  opened: {label: opened, value: date}\n',
  'sources/a.txt': 'The Old Bridge opened in 1901. Yesterday Ada Quillfeather crossed it.\n',
  'sources/b.txt': 'The Old Bridge opened in 1907.\n',
  'annotations/a.yaml': 'source: sources/a.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1901, quote: opened in 1901}\n',
  'annotations/b.yaml': 'source: sources/b.txt\nclaims:\n  - {subject: bridge, property: opened, value: 1907, quote: opened in 1907}\n',
};

describe('problems of the example case', () => {
  before(extensionReady);
  after(closeEverything);

  it('stand on both passages of a discrepancy, each leading to the other source’s words', async () => {
    for (const [file, words, rival, rivalWords] of [
      ['steppe-herald-2015', 'won a place on ECOSOC with 190 votes', 'minister-interview-2007', '187 of the 192 members of the UN wrote our name on the paper'],
      ['minister-interview-2007', '187 of the 192 members of the UN wrote our name on the paper', 'steppe-herald-2015', 'won a place on ECOSOC with 190 votes'],
    ]) {
      const document = await vscode.workspace.openTextDocument(example(`sources/${file}.txt`));
      const [tension] = await eventually(() => {
        const found = problemsOf(document.uri, 'discrepancy/tension');
        assert.equal(found.length, 1);
        return found;
      });
      assert.equal(tension?.severity, Information);
      assert.equal(document.getText(tension.range), words);
      assert.match(tension.message, /^Tension — 1(?:87|90) countries here, 1(?:87|90) countries in “.*” \(3 countries apart\): Kazakhstan, votes for \(/);
      const related = tension.relatedInformation?.[0];
      assert.equal(related?.location.uri.path, example(`sources/${rival}.txt`).path);
      const other = await vscode.workspace.openTextDocument(related.location.uri);
      assert.equal(other.getText(related.location.range), rivalWords);
      assert.ok(related.message.includes(`“${rivalWords}”`));
    }
  });

  it('have a page each that ships with the extension, which their code opens', async () => {
    const { extensionUri } = await extensionReady();
    const shown = vscode.languages
      .getDiagnostics()
      .flatMap(([, found]) => found)
      .filter((problem) => problem.source === 'Corroborate');
    assert.ok(shown.length >= 10);
    for (const problem of shown) {
      assert.ok(typeof problem.code === 'object');
      const { target, value } = problem.code;
      assert.equal(target.toString(), vscode.Uri.joinPath(extensionUri, 'docs/diagnostics', `${String(value).replace('/', '-')}.md`).toString());
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.ok(page.includes(String(value)), `${target.path} does not speak of ${value}`);
    }
  });

  it('offer their page as a quick fix', async () => {
    const document = await vscode.workspace.openTextDocument(example('sources/agency-wire-2007.txt'));
    const range = rangeOf(document, 'January 2003');
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
      assert.ok(found.length > 0);
      return found;
    });
    const help = actions.find((action) => action.title === 'Show help for discrepancy/conflict');
    assert.deepEqual(help?.command?.arguments, ['discrepancy/conflict']);
  });

  it('do not tell of a discrepancy that a reviewer explained', async () => {
    const document = await vscode.workspace.openTextDocument(example('sources/steppe-herald-2015.txt'));
    const vote = rangeOf(document, 'The General Assembly is expected to choose in the spring of 2016');
    await eventually(() => assert.ok(problems(document.uri).length >= 5, 'there are fewer problems'));
    assert.deepEqual(problems(document.uri).filter((problem) => problem.range.isEqual(vote)), []);
  });
});

describe('problems', () => {
  afterEach(closeEverything);

  it('have the severity of the manifest, as soon as it is typed', async () => {
    const made = await makeCase({ ...dispute, 'corroborate.yaml': '# severities\n' });
    const severities = () => [made.uri('sources/a.txt'), made.uri('sources/b.txt')].map((uri) => problemsOf(uri, 'discrepancy/conflict')[0]?.severity);
    await eventually(() => assert.deepEqual(severities(), [Warning, Warning]));
    const manifest = await made.open('corroborate.yaml');
    for (const [before, after, severity] of [
      ['# severities', 'severity: {discrepancy/conflict: error}', asError],
      ['conflict: error', 'conflict: off', undefined],
      ['conflict: off', 'conflict: hint', Hint],
      ['conflict: hint', 'conflict: info', Information],
    ] as const) {
      await replaceWords(manifest, before, after);
      const expected = severity === Hint ? undefined : severity;
      await eventually(() => assert.deepEqual(severities(), [expected, expected]));
    }
    await replaceWords(manifest, '{discrepancy/conflict: info}', '{}');
    await eventually(() => assert.deepEqual(severities(), [Warning, Warning]));
  });

  it('are told of a severity that does not exist', async () => {
    const made = await makeCase({ ...dispute, 'corroborate.yaml': 'severity: {discrepancy/conflikt: error}\n' });
    const [problem] = await eventually(() => {
      const found = problemsOf(made.uri('corroborate.yaml'), 'manifest/unknown-code');
      assert.equal(found.length, 1);
      return found;
    });
    assert.match(problem?.message ?? '', /did you mean "discrepancy\/conflict"/);
    const manifest = await made.open('corroborate.yaml');
    assert.equal(problem && manifest.getText(problem.range), 'discrepancy/conflikt');
  });

  it('that are hints are shown for open articles, and for all when that is set', async () => {
    const made = await makeCase(dispute);
    const article = made.uri('sources/a.txt');
    await eventually(() => assert.equal(problemsOf(article, 'discrepancy/conflict').length, 1));
    assert.deepEqual(problems(article).map(codeOf), ['discrepancy/conflict']);

    await setSetting('hintsInClosedFiles', true);
    try {
      await eventually(() => assert.equal(problemsOf(article, 'mention/unlinked')[0]?.severity, Hint));
    } finally {
      await setSetting('hintsInClosedFiles', undefined);
    }
    await eventually(() => assert.deepEqual(problemsOf(article, 'mention/unlinked'), []));

    const document = await made.open('sources/a.txt');
    const [hint] = await eventually(() => {
      const found = problemsOf(article, 'mention/unlinked');
      assert.equal(found.length, 1);
      return found;
    });
    assert.equal(hint && document.getText(hint.range), 'Ada Quillfeather');
  });

  it('of an ambiguous name list the rivals’ entries', async () => {
    const made = await makeCase({
      'registry/all.yaml':
        'entities:\n  georgia-country: {type: country, name: Georgia}\n  georgia-state: {type: region, name: Georgia}\n',
      'sources/a.txt': 'He flew to Georgia on Monday. In Georgia it rained.\n',
    });
    const article = await made.open('sources/a.txt');
    const found = await eventually(() => {
      const ambiguous = problemsOf(article.uri, 'mention/ambiguous');
      assert.equal(ambiguous.length, 1, 'once a name and article');
      return ambiguous;
    });
    const [problem] = found;
    assert.ok(problem);
    assert.ok(problem.range.isEqual(rangeOf(article, 'Georgia')));
    const registry = await made.open('registry/all.yaml');
    const entries = problem.relatedInformation?.filter(({ location }) => location.uri.path === registry.uri.path) ?? [];
    assert.deepEqual(entries.map(({ location }) => registry.getText(location.range)), ['georgia-country', 'georgia-state']);
  });
});
