import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverCards, links, problemsOf, words } from './ask';
import { eventually } from './eventually';
import type { MadeCase } from './workspace';
import { closeEverything, makeCase, on, rangeOf, replaceWords, setSetting } from './workspace';

const article =
  'Ada Quillfeather spoke in Georgia on Monday. She praised the agency.\n\nThe capital of Kazakhstan is Astana. Georgia was glad, the agency too.\n';
const registry = `entities:
  # Places
  georgia-country: {type: country, name: Georgia}
  georgia-state: {type: region, name: Georgia, description: In the south}
  kaz: {type: country, name: Kazakhstan}
  astana: {type: city, name: Astana}
  kazaid: {type: organization, name: KazAID}
  quill: {type: person, name: Ada Quillfether}
`;
const annotated = `source: sources/a.txt
mentions: # by hand
  - {quote: Monday, entity: none}
`;
const small = { 'registry/all.yaml': registry, 'sources/a.txt': article };

/** The text of a file on disk; null where there is none. */
async function onDisk(made: MadeCase, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(made.uri(path)));
  } catch {
    return null;
  }
}

/** Opens the article and selects words in it, or puts the cursor before them. */
async function select(made: MadeCase, phrase: string, how: 'words' | 'cursor' = 'words', nth = 0): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await made.open('sources/a.txt'));
  await eventually(() => assert.equal(editor.document.languageId, 'corroborate-article'));
  const range = rangeOf(editor.document, phrase, nth);
  editor.selection = how === 'words' ? new vscode.Selection(range.start, range.end) : new vscode.Selection(range.start, range.start);
  return editor;
}

async function run(command: string, argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(`corroborate.${command}`, ...(argument === undefined ? [] : [argument]));
}

/** Runs a command that asks, and accepts what it offers first, until it asks no more. */
async function runAccepting(command: string): Promise<void> {
  let isDone = false;
  const running = run(command).finally(() => (isDone = true));
  await eventually(
    () => assert.ok(isDone, `${command} still asks`),
    () => (isDone ? undefined : vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')),
  );
  await running;
}

function place(made: MadeCase, phrase: string, nth = 0) {
  let start = article.indexOf(phrase);
  for (let seen = 0; seen < nth; seen++) start = article.indexOf(phrase, start + 1);
  return { root: made.root.toString(), file: 'sources/a.txt', span: { start, end: start + phrase.length } };
}

describe('annotating', () => {
  afterEach(closeEverything);

  it('writes the first annotation of an article into a new file in a new folder, and takes it back whole', async () => {
    const made = await makeCase(small);
    await select(made, 'the agency');
    await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
    const written = await onDisk(made, 'annotations/a.yaml');
    assert.match(written ?? '', /^source: sources\/a\.txt\nmentions:\n {2}- .*quote: the agency.*entity: kazaid/s);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, made.uri('sources/a.txt').path, 'the person stays in the article');
    await run('undoLastAnnotation');
    await eventually(async () => assert.equal(await onDisk(made, 'annotations/a.yaml'), null));
    assert.equal(await onDisk(made, 'sources/a.txt'), article);
  });

  it('saves a file that was saved before, keeps what a person wrote in it, and can be undone in the file or from the article', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const yaml = await made.open('annotations/a.yaml');
    await select(made, 'the agency');
    for (const undo of ['article', 'file'] as const) {
      await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
      assert.equal(yaml.isDirty, false);
      const written = await onDisk(made, 'annotations/a.yaml');
      assert.ok(written?.startsWith('source: sources/a.txt\nmentions: # by hand\n'), written ?? '');
      assert.match(written ?? '', /entity: kazaid/);
      if (undo === 'article') await run('undoLastAnnotation');
      else {
        await vscode.window.showTextDocument(yaml);
        await vscode.commands.executeCommand('undo');
      }
      assert.equal(yaml.getText(), annotated);
    }
    await run('undoLastAnnotation');
    assert.equal(yaml.getText(), annotated, 'what was undone in the file is not undone twice');
  });

  it('leaves a file with unsaved changes unsaved', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const yaml = await made.open('annotations/a.yaml');
    await replaceWords(yaml, '# by hand', '# by me');
    await select(made, 'the agency');
    await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
    assert.equal(yaml.isDirty, true);
    assert.match(yaml.getText(), /# by me[^]*entity: kazaid/);
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
  });

  it('changes nothing in a file with a syntax error, nor in one that is read-only', async () => {
    const broken = `${annotated}claims: [\n`;
    const made = await makeCase({ ...small, 'annotations/a.yaml': broken });
    await select(made, 'the agency');
    await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
    assert.equal(await onDisk(made, 'annotations/a.yaml'), broken);

    await made.write('annotations/a.yaml', annotated);
    const yaml = await made.open('annotations/a.yaml');
    await eventually(() => assert.equal(yaml.getText(), annotated));
    await vscode.window.showTextDocument(yaml);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await select(made, 'the agency');
      await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
      assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
      assert.equal(yaml.getText(), annotated);
    } finally {
      await vscode.window.showTextDocument(yaml);
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('takes the change back where the file cannot be saved', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const yaml = await made.open('annotations/a.yaml');
    const newer = `${annotated}# by another program\n`;
    // As another program would that writes between the change and its saving.
    const saving = vscode.workspace.onWillSaveTextDocument(({ document, waitUntil }) => {
      if (document === yaml) waitUntil(made.write('annotations/a.yaml', newer));
    });
    try {
      await select(made, 'the agency');
      await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
    } finally {
      saving.dispose();
    }
    assert.equal(await onDisk(made, 'annotations/a.yaml'), newer);
    assert.doesNotMatch(yaml.getText(), /kazaid/);
  });

  it('edits the text of a person who has unsaved changes while the file on disk changes, and saves over nothing', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      const yaml = await made.open('annotations/a.yaml');
      await replaceWords(yaml, '# by hand', '# by me');
      const theirs = `${annotated}  - {quote: Astana, entity: none} # from the other window\n`;
      await made.write('annotations/a.yaml', theirs);
      await select(made, 'the agency');
      await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
      assert.match(yaml.getText(), /# by me[^]*entity: kazaid/);
      assert.equal(yaml.isDirty, true);
      assert.equal(await onDisk(made, 'annotations/a.yaml'), theirs, 'what the other window saved stays until the person decides');
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('writes beside what another program wrote while the person chose, or nothing', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    await made.open('annotations/a.yaml');
    await select(made, 'the agency');
    const newer = `${annotated}  - {quote: Astana, entity: none} # meanwhile\n`;
    let isDone = false;
    const running = run('linkToEntity').finally(() => (isDone = true));
    await made.write('annotations/a.yaml', newer);
    await eventually(
      () => assert.ok(isDone, 'still asks'),
      () => (isDone ? undefined : vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')),
    );
    await running;
    const written = (await onDisk(made, 'annotations/a.yaml')) ?? '';
    assert.ok(written.includes('# meanwhile\n'), written);
    assert.ok(written === newer || /quote: the agency.*entity: /.test(written), written);
  });

  it('links all of a name that is selected by half, over lines, with white space at its end', async () => {
    const text = article.replace('praised the agency', 'praised the\nagency');
    const made = await makeCase({ ...small, 'sources/a.txt': text, 'annotations/a.yaml': annotated });
    await select(made, 'akhsta');
    await run('linkToEntity', { entity: 'kazaid' });
    await select(made, 'he\nagency');
    await run('linkToEntity', { entity: 'kazaid' });
    await select(made, ' Astana');
    await run('linkToEntity', { entity: 'kazaid' });
    assert.equal(
      await onDisk(made, 'annotations/a.yaml'),
      `${annotated}  - {quote: the agency, prefix: "praised ", entity: kazaid}\n  - {quote: Kazakhstan, entity: kazaid}\n  - {quote: Astana, entity: kazaid}\n`,
    );
  });

  it('loses nothing that another program writes meanwhile', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const yaml = await made.open('annotations/a.yaml');
    await vscode.window.showTextDocument(yaml);
    await select(made, 'the agency');
    const newer = `${annotated}dismissed: []\n`;
    await made.write('annotations/a.yaml', newer);
    await run('linkToEntity', { ...place(made, 'the agency'), entity: 'kazaid' });
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /dismissed: \[\]\n/);
    await eventually(() => assert.match(yaml.getText(), /dismissed: \[\]\n/));
  });

  it('does nothing on white space, outside of an article, and under no name', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const editor = await select(made, '\n\n');
    for (const command of ['linkToEntity', 'newEntity', 'addAlias', 'rejectEntity', 'removeLink', 'stopOffering', 'acceptSuggestion', 'dismissSuggestion']) await run(command);
    editor.selections = [new vscode.Selection(0, 0, 0, 3), new vscode.Selection(0, 4, 0, 8)];
    await run('linkToEntity');
    await vscode.window.showTextDocument(await made.open('registry/all.yaml'));
    for (const command of ['linkToEntity', 'recordClaim', 'acceptSuggestion', 'nextSuggestion']) await run(command);
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
    assert.equal(await onDisk(made, 'registry/all.yaml'), registry);
  });

  it('links the name under the cursor to the entity that is offered first', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    await select(made, 'Quillfeather', 'cursor');
    await runAccepting('linkToEntity');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /quote: Ada Quillfeather.*entity: quill/);
  });

  it('adds a new entity of the likely type, and one more spelling to an entity that is there', async () => {
    const made = await makeCase(small);
    await select(made, 'Quillfeather', 'cursor');
    await runAccepting('newEntity');
    assert.match((await onDisk(made, 'registry/all.yaml')) ?? '', /^ {2}ada-quillfeather:[^]*type: person[^]*name: Ada Quillfeather/m);
    assert.ok((await onDisk(made, 'registry/all.yaml'))?.startsWith('entities:\n  # Places\n  georgia-country: {type: country, name: Georgia}\n'));
    await run('undoLastAnnotation');
    assert.equal(await onDisk(made, 'registry/all.yaml'), registry);

    await select(made, 'Quillfeather', 'cursor');
    await runAccepting('addAlias');
    assert.match((await onDisk(made, 'registry/all.yaml')) ?? '', /name: Ada Quillfether, aliases: \[Ada Quillfeather\]/);
  });

  it('records a claim from a sentence with what it offers first', async () => {
    const made = await makeCase(small);
    await select(made, 'capital', 'cursor');
    await runAccepting('recordClaim');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /subject: kaz[^]*property: capital[^]*value: astana[^]*quote: The capital of Kazakhstan is Astana/);
  });

  it('rejects a link here, and stops offering a name', async () => {
    const made = await makeCase(small);
    await select(made, 'Kazakhstan', 'cursor');
    await runAccepting('rejectEntity');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /quote: Kazakhstan.*not: kaz/);
    await select(made, 'Quillfeather', 'cursor');
    await run('stopOffering');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /quote: Ada Quillfeather.*entity: none/);
  });

  it('removes a link made by hand: from the keyboard, from its code action and from its card, and of every occurrence all or one', async () => {
    const linked = `${annotated}  - {quote: the agency, prefix: "praised ", entity: kazaid} # hers\n`;
    const made = await makeCase({ ...small, 'annotations/a.yaml': linked });
    const document = await made.open('sources/a.txt');
    await select(made, 'agency', 'cursor');
    await run('removeLink');
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
    await run('undoLastAnnotation');

    const title = 'Remove the link of “the agency” to KazAID (in annotations/a.yaml)';
    const action = await eventually(async () => {
      const at = rangeOf(document, 'agency').start;
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at));
      const one = found.find((candidate) => candidate.title === title);
      assert.ok(one?.command, found.map((candidate) => candidate.title).join());
      return one.command;
    });
    await vscode.commands.executeCommand(action.command, ...((action.arguments ?? []) as unknown[]));
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
    await run('undoLastAnnotation');

    const target = await eventually(async () => {
      const cards = await hoverCards(document.uri, on(document, 'agency'));
      const remove = cards.flatMap((card) => links(card)).find((one) => one.words === 'Remove this link');
      assert.ok(remove);
      return remove.target;
    });
    const [, command = '', query = ''] = /^command:([^?]+)\?(.*)$/.exec(target) ?? [];
    await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);

    const every = `${annotated}  - {quote: the agency, every: true, entity: kazaid}\n`;
    await made.write('annotations/a.yaml', every);
    await eventually(async () => {
      const cards = await hoverCards(document.uri, on(document, 'agency', 1));
      assert.ok(cards.some((card) => words(card).includes('KazAID')));
    });
    await select(made, 'agency', 'cursor', 1);
    await runAccepting('removeLink');
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
  });

  it('refuses to remove the link of a name that links by itself', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    await select(made, 'Kazakhstan', 'cursor');
    await run('removeLink');
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
  });

  it('goes through suggested claims and accepts the one it stands on', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const editor = await select(made, 'Ada', 'cursor');
    await run('nextSuggestion');
    assert.match(editor.document.getText(editor.selection), /capital of Kazakhstan is Astana|Astana/);
    await run('acceptSuggestion');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /claims:\n {2}- subject: kaz\n {4}property: capital\n {4}value: astana\n/);
    await run('undoLastAnnotation');
    assert.equal(await onDisk(made, 'annotations/a.yaml'), annotated);
  });

  it('dismisses a suggestion from its card', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': annotated });
    const document = await made.open('sources/a.txt');
    const target = await eventually(async () => {
      const cards = await hoverCards(document.uri, on(document, 'Astana'));
      const card = cards.find((candidate) => words(candidate).includes('Suggested: Kazakhstan · capital: Astana') && words(candidate).includes('in annotations/a.yaml'));
      assert.ok(card);
      const dismiss = links(card).find((one) => one.words === 'Dismiss');
      assert.ok(dismiss);
      return dismiss.target;
    });
    const [, command = '', query = ''] = /^command:([^?]+)\?(.*)$/.exec(target) ?? [];
    await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /dismissed:\n {2}- subject: kaz\n {4}property: capital\n/);
  });

  it('goes through unlinked and ambiguous names, around the article', async () => {
    const made = await makeCase(small);
    const editor = await select(made, 'She', 'cursor');
    await run('nextUnlinkedName');
    assert.equal(editor.document.getText(editor.selection), 'Ada Quillfeather');
    await run('nextAmbiguousName');
    assert.equal(editor.document.getText(editor.selection), 'Georgia');
  });
});

describe('quick fixes', () => {
  afterEach(closeEverything);

  const fixesAt = async (uri: vscode.Uri, range: vscode.Range) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  const titles = (actions: readonly vscode.CodeAction[]) => actions.map(({ title }) => title);
  const follow = async (actions: readonly vscode.CodeAction[], title: string) => {
    const action = actions.find((one) => one.title === title);
    assert.ok(action, `no “${title}” in ${titles(actions).join(' · ')}`);
    if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
    if (action.command) await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
  };

  it('of an unlinked name link it to the entity that is spelt almost so', async () => {
    const made = await makeCase(small);
    const document = await made.open('sources/a.txt');
    const [problem] = await eventually(() => {
      const found = problemsOf(document.uri, 'mention/unlinked');
      assert.ok(found.length > 0);
      return found;
    });
    const actions = await fixesAt(document.uri, problem!.range);
    assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title), ['Link “Ada Quillfeather” to Ada Quillfether (in annotations/a.yaml)']);
    assert.ok(titles(actions).includes('Stop offering “Ada Quillfeather” (in annotations/a.yaml)'));
    await follow(actions, 'Link “Ada Quillfeather” to Ada Quillfether (in annotations/a.yaml)');
    assert.match((await onDisk(made, 'annotations/a.yaml')) ?? '', /entity: quill/);
    await eventually(() => assert.deepEqual(problemsOf(document.uri, 'mention/unlinked'), []));
  });

  it('of an ambiguous name link it to a rival, here or in the whole article', async () => {
    const made = await makeCase(small);
    const document = await made.open('sources/a.txt');
    const [problem] = await eventually(() => {
      const found = problemsOf(document.uri, 'mention/ambiguous');
      assert.ok(found.length > 0);
      return found;
    });
    const actions = await fixesAt(document.uri, problem!.range);
    assert.ok(titles(actions).includes('Link “Georgia” to Georgia (region) here (in annotations/a.yaml)'));
    await follow(actions, 'Link “Georgia” to Georgia (country) everywhere in this article (in annotations/a.yaml)');
    await eventually(() => assert.deepEqual(problemsOf(document.uri, 'mention/ambiguous'), []));
  });

  it('of a misspelt id and an unknown key write what was meant', async () => {
    const made = await makeCase({
      ...small,
      'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: the agency, every: true, entity: kazaidd}\nclaim: []\n',
    });
    const document = await made.open('annotations/a.yaml');
    for (const [code, title] of [
      ['reference/unknown-entity', 'Change to “kazaid”'],
      ['yaml/unknown-key', 'Change to “claims”'],
    ] as const) {
      const [problem] = await eventually(() => {
        const found = problemsOf(document.uri, code);
        assert.equal(found.length, 1, code);
        return found;
      });
      await follow(await fixesAt(document.uri, problem!.range), title);
    }
    assert.equal(document.getText(), 'source: sources/a.txt\nmentions:\n  - {quote: the agency, every: true, entity: kazaid}\nclaims: []\n');
  });

  it('of an ambiguous quote attach it to one of its places, or to all', async () => {
    const made = await makeCase({ ...small, 'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: the agency, entity: kazaid}\n' });
    const document = await made.open('annotations/a.yaml');
    const [problem] = await eventually(() => {
      const found = problemsOf(document.uri, 'anchor/ambiguous');
      assert.equal(found.length, 1);
      return found;
    });
    const actions = await fixesAt(document.uri, problem!.range);
    assert.ok(titles(actions).includes('Link every occurrence (every: true)'), titles(actions).join());
    await follow(actions, 'Re-attach to “the agency” (line 3)');
    await eventually(() => assert.deepEqual(problemsOf(document.uri, 'anchor/ambiguous'), []));
    assert.match(document.getText(), /(?:prefix|suffix):/);
  });

  it('are offered for words that are selected in an article', async () => {
    const made = await makeCase(small);
    const document = await made.open('sources/a.txt');
    const actions = await eventually(async () => {
      const found = await fixesAt(document.uri, rangeOf(document, 'praised'));
      assert.ok(titles(found).includes('Record a claim from “praised”…'), titles(found).join());
      return found;
    });
    assert.ok(titles(actions).includes('Link “praised” to an entity…'));
    assert.deepEqual(titles(await fixesAt(document.uri, rangeOf(document, 'She').with(undefined, rangeOf(document, 'She').start))), []);
  });
});

describe('a locked article', () => {
  afterEach(async () => {
    await run('unlockArticles');
    await closeEverything();
  });

  it('takes no keys as text, until it is unlocked', async () => {
    const made = await makeCase(small);
    const editor = await select(made, 'Ada', 'cursor');
    await run('lockArticles');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.getText(), article);
    await run('unlockArticles');
    await eventually(async () => {
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.notEqual(editor.document.getText(), article);
    });
  });

  it('is what the setting makes of every article, and of nothing else', async () => {
    const made = await makeCase(small);
    await setSetting('lockArticles', true);
    try {
      const editor = await select(made, 'Ada', 'cursor');
      await eventually(async () => {
        await vscode.commands.executeCommand('type', { text: 'x' });
        assert.equal(editor.document.getText(), article);
      }, () => (editor.document.isDirty ? vscode.commands.executeCommand('undo') : undefined));
      const yaml = await vscode.window.showTextDocument(await made.open('registry/all.yaml'));
      await vscode.commands.executeCommand('type', { text: '#' });
      assert.equal(yaml.document.isDirty, true);
    } finally {
      await setSetting('lockArticles', undefined);
    }
  });
});
