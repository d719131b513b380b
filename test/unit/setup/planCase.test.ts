import assert from 'node:assert/strict';
import { parse } from 'yaml';
import * as fc from 'fast-check';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import { createCaseModel } from '../../../src/core/caseModel';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';
import type { CasePlan, FileContent } from '../../../src/core/setup/planCase';
import { filesForPlan, planCase } from '../../../src/core/setup/planCase';
import { lines } from '../markedCase';

/** Texts, bytes, or what reading came to. */
type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (content: string | Uint8Array): FileContent => {
  if (content === 'too-large' || content === 'unreadable' || typeof content !== 'string') return content;
  return new TextEncoder().encode(content);
};

function plan(files: Files): CasePlan {
  const paths = Object.keys(files);
  const manifest = files['corroborate.yaml'];
  const bytes = manifest === undefined ? null : (bytesOf(manifest) as Uint8Array);
  const contents = new Map(filesForPlan(paths, bytes).map((path) => [path, bytesOf(files[path]!)]));
  const steps = planCase(paths, contents);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The folder with the plan carried out, by path. */
function afterwards(files: Files, { edit }: CasePlan): Map<string, FileContent> {
  const all = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  for (const file of edit.files) {
    if (file.kind === 'create') assert.equal(all.has(file.path), false, `${file.path} is overwritten`);
    const before = file.kind === 'create' ? '' : new TextDecoder().decode(all.get(file.path) as Uint8Array);
    all.set(file.path, bytesOf(file.kind === 'create' ? file.text : applyTextEdits(before, file.edits)));
  }
  return all;
}

function textOf(files: Files, path: string): string {
  return new TextDecoder().decode(afterwards(files, plan(files)).get(path) as Uint8Array);
}

/** The case that a plan makes. */
function planned(files: Files) {
  const result = plan(files);
  const model = createCaseModel();
  const all = afterwards(files, result);
  model.setPaths(all.keys());
  for (const [path, content] of all) if (content instanceof Uint8Array) model.setContent(path, content);
  return { result, model, diagnostics: createCaseDiagnostics(model) };
}

const ledger = lines`
  A Bridge Remembered

  It was on a Monday that Stephen Tull opened the Harrow Institute in Riverton. Mr Tull said that the town of Riverton had paid for it, and that it was the last of the houses which they had asked for.
  `;
const post = lines`
  Engineers close the house

  It was a long week for them, and in the end the Harrow Institute was closed on Tuesday, as Stephen Tull said. It was the third time in this year that the house had to be closed. The Ministry of Public Works (MPW) was not asked.
  `;

describe('planning a case for a folder', () => {
  it('takes articles where they lie, with title and language', () => {
    const { model, result, diagnostics } = planned({ 'texts/2011/ledger.txt': ledger, 'texts/2019/post.txt': post, 'notes.md': 'x' });
    assert.deepEqual(model.sources().map(({ id, title, language, published }) => [id, title, language, published]), [
      ['texts/2011/ledger.txt', 'A Bridge Remembered', 'en', null],
      ['texts/2019/post.txt', 'Engineers close the house', 'en', null],
    ]);
    assert.deepEqual(model.manifest().data.include.map(({ text }) => text), ['texts/**/*.txt']);
    assert.deepEqual(result.edit.files.map(({ kind, path }) => `${kind} ${path}`), [
      'create corroborate.yaml',
      'create registry/draft.yaml',
      'create .gitattributes',
    ]);
    assert.deepEqual(diagnostics.paths().flatMap((path) => diagnostics.of(path)).filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
  });

  it('keeps git from converting the newlines of the folders that hold articles', () => {
    const attributes = (files: Files) => textOf(files, '.gitattributes').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    assert.deepEqual(attributes({ 'sources/a.txt': post }), ['sources/** -text']);
    assert.deepEqual(attributes({ 'a.txt': post, 'old papers/b.txt': post }), ['/*.txt -text', '"old papers/**" -text']);
    assert.deepEqual(attributes({ 'sources/a.txt': post, '.gitattributes': '*.png binary' }), ['*.png binary', 'sources/** -text']);
    assert.equal(textOf({ 'sources/a.txt': post, '.gitattributes': '*.png binary\r\n' }, '.gitattributes').replaceAll('\r\n', '').includes('\n'), false);
    const kept = plan({ 'sources/a.txt': post, '.gitattributes': '# mine\nsources/**   -text\n' });
    assert.equal(kept.edit.files.some(({ path }) => path === '.gitattributes'), false);
    assert.deepEqual(kept.kept, ['.gitattributes']);
  });

  it('drafts a registry of the names in all articles, spellings of one entity together', () => {
    const { model, result } = planned({ 'sources/ledger.txt': ledger, 'sources/post.txt': post });
    const entities = [...model.registry().entities.values()].map(({ id, type, name, aliases }) => [id, type, name, aliases.map(({ text }) => text.text)]);
    assert.deepEqual(entities.slice(0, 3), [
      ['stephen-tull', 'person', 'Stephen Tull', ['Tull']],
      ['harrow-institute', 'organization', 'Harrow Institute', []],
      ['ministry-of-public-works', 'organization', 'Ministry of Public Works', ['MPW']],
    ]);
    assert.equal(result.drafted, entities.length);
    assert.match(textOf({ 'sources/ledger.txt': ledger }, 'registry/draft.yaml'), /^# A draft/);
    assert.equal(model.mentionsOf('stephen-tull').length, 3);
  });

  it('joins romanisations of a name, and leaves a surname that two people share to nobody', () => {
    const { model } = planned({
      'sources/a.txt': 'A talk\n\nMr Sergei Nazarbaev spoke. Then Mr Nazarbaev left. Mrs Ann Hill was there, and Mrs Hill stayed.\n',
      'sources/b.txt': 'A talk\n\nMr Sergey Nazarbayev spoke, and Mr John Hill left. Mr Hill was tired.\n',
    });
    const named = (id: string) => model.entity(id)?.aliases.map(({ text }) => text.text);
    assert.deepEqual(named('sergei-nazarbaev')?.toSorted(), ['Nazarbaev', 'Sergey Nazarbayev']);
    assert.deepEqual([named('ann-hill'), named('john-hill'), model.entity('hill')], [[], [], undefined]);
  });

  it('romanises ids, and numbers those that are taken', () => {
    const russian = 'Встреча\n\nМы видели, что Нурсултан Ержанов приехал. Об этом сказал Ержанов.\n';
    const { model } = planned({ 'sources/a.txt': russian, 'registry/own.yaml': 'entities:\n  nursultan-erzhanov: {name: Other}\n' });
    assert.equal(model.entity('nursultan-erzhanov-2')?.name, 'Нурсултан Ержанов');
  });

  it('never overwrites, and drafts beside a registry only what that one lacks', () => {
    const files = {
      'corroborate.yaml': 'include: ["papers/*.txt"]\n',
      'papers/ledger.txt': ledger,
      'registry/people.yaml': 'entities:\n  tull: {type: person, name: Stephen Tull, aliases: [Tull]}\n',
    };
    const { model, result } = planned(files);
    assert.deepEqual(result.kept, ['corroborate.yaml']);
    assert.equal(textOf(files, 'corroborate.yaml'), files['corroborate.yaml']);
    assert.deepEqual([...model.registry().entities.values()].filter(({ name }) => name.includes('Tull')).map(({ id }) => id), ['tull']);
    assert.equal(model.entity('harrow-institute')?.file, 'registry/draft.yaml');
    const again = plan({ ...files, 'registry/draft.yaml': 'entities: {}\n', '.gitattributes': 'papers/** -text\n' });
    assert.deepEqual(again.edit.files, []);
    assert.deepEqual(again.kept, ['corroborate.yaml', 'registry/draft.yaml', '.gitattributes']);
  });

  it('skips what is no text, and says why', () => {
    const { model, result } = planned({
      'a.txt': post,
      'README.txt': 'About this folder',
      'huge.txt': 'too-large',
      'gone.txt': 'unreadable',
      'photo (1).txt': new Uint8Array(200),
      'old [x].txt': new Uint8Array([0x2e, 0x80, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
    });
    assert.deepEqual(result.skipped.map(({ path, reason }) => `${path}: ${reason}`).toSorted(), [
      'README.txt: about-folder',
      'gone.txt: unreadable',
      'huge.txt: too-large',
      'old [x].txt: encoding',
      'photo (1).txt: binary',
    ]);
    assert.deepEqual(model.members().articles, ['a.txt']);
    assert.deepEqual(model.manifest().problems, []);
  });

  it('leaves nested cases and hidden folders alone', () => {
    const { model } = planned({ 'a.txt': post, 'inner/corroborate.yaml': '', 'inner/b.txt': ledger, '.git/c.txt': ledger });
    assert.deepEqual(model.sources().map(({ id }) => id), ['a.txt']);
  });

  it('makes a case of a folder without articles', () => {
    const { model, result, diagnostics } = planned({ 'notes.md': 'x' });
    assert.equal(model.hasManifest(), true);
    assert.deepEqual(result.edit.files.map(({ path }) => path), ['corroborate.yaml', '.gitattributes']);
    assert.deepEqual(diagnostics.of('corroborate.yaml'), []);
  });

  it('keeps titles that YAML would read as something else, and takes no sentence for a title', () => {
    const titled = (text: string) => planned({ 'a.txt': text }).model.source('a.txt')?.title;
    assert.equal(titled('Yes: "No" #1\n\nThe rest.'), 'Yes: "No" #1');
    assert.equal(titled('1984 in review\r\n\r\nThe rest.'), '1984 in review');
    assert.equal(titled('The minister said on Tuesday that the\ncountry would not pay.'), null);
    assert.equal(titled('It was over.\n\nThe rest.'), null);
    assert.equal(titled('By Ann Hill\n\nThe rest.'), null);
    assert.equal(titled('\n\n'), null);
  });

  it('is sure of a language or silent', () => {
    const language = (text: string) => planned({ 'a.txt': text }).model.source('a.txt')?.language;
    assert.equal(language(ledger), 'en');
    assert.equal(language('Мы не знаем, что было в этом году на севере и как он это сделал. '.repeat(5)), 'ru');
    assert.equal(language('Der Mann und die Frau sind nicht mit dem Zug nach Hause gefahren, das ist für sie zu weit. '.repeat(4)), 'de');
    assert.equal(language('1 2 3 4 5'), null);
    assert.equal(language('Lorem ipsum dolor sit amet consectetur adipiscing '.repeat(10)), null);
  });

  it('makes a case that reads without a problem of its own, whatever names files and people have', () => {
    const word = fc.constantFrom('Tull', 'Ann', 'Harrow', 'Ministry', 'UN', 'O’Neill', 'Ержанов', 'Łódź', 'constructor', '__proto__', 'None', 'Null', 'Yes', 'of', 'and', 'J.', 'Registry');
    const text = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `Then ${words.join(' ')} said so.`), { maxLength: 8 }).map((all) => all.join(' '));
    const letter = fc.constantFrom(...'ab .-_()[]{}!#&\'",:@|~+=^$?é*');
    const part = fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => letters.join('')).filter((name) => !/^\.|^ | $/.test(name));
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.txt`);
    const content = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom<string | Uint8Array>('too-large', new Uint8Array(40)) });
    fc.assert(
      fc.property(fc.dictionary(path, content, { maxKeys: 8, noNullPrototype: true }), (files) => {
        const { result, model, diagnostics } = planned(files);
        const problems = diagnostics.paths().filter((each) => model.kindOf(each) !== 'article').flatMap((each) => diagnostics.of(each));
        assert.deepEqual(problems.filter(({ code }) => code !== 'manifest/missing-date'), []);
        const skipped = new Set(result.skipped.map((each) => each.path));
        assert.deepEqual(model.members().articles.toSorted(), Object.keys(files).filter((each) => !skipped.has(each)).toSorted());
        assert.equal(model.registry().entities.size, result.drafted);
        for (const { kind, path: made, ...file } of result.edit.files) if (kind === 'create' && made.endsWith('.yaml')) assert.doesNotThrow(() => parse((file as { text: string }).text));
      }),
      { numRuns: 100 },
    );
  });
});
