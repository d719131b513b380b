import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import type { CaseModel } from '../../../src/core/caseModel';
import { decisionReasons, reviewStatuses, type Decision } from '../../../src/core/claims/review';
import { applyTextEdits, type Plan } from '../../../src/core/edits/caseEdit';
import { decideGroups } from '../../../src/core/edits/decideGroups';
import { caseOf, exampleFolder, filesBelow } from '../examples/exampleCase';

const files = filesBelow(exampleFolder);
const reviewer = { by: 'dana', at: '2026-11-22T10:00:00Z' };
const explained: Decision = { status: 'explained', reason: 'rounding', wrong: [], note: null };
const reviewsFile = 'reviews.yaml';

function textOf(model: CaseModel): string {
  return model.text(reviewsFile)?.content ?? '';
}

function make(model: CaseModel, plan: Plan): void {
  assert.ok('edit' in plan, 'refused' in plan ? plan.refused : '');
  for (const file of plan.edit.files) {
    if (file.kind === 'create') model.setContent(file.path, file.text);
    if (file.kind === 'change') model.setContent(file.path, applyTextEdits(model.text(file.path)!.content, file.edits));
  }
}

const anyDecision: fc.Arbitrary<Decision> = fc
  .record({
    status: fc.constantFrom(...reviewStatuses),
    pick: fc.nat(),
    note: fc.option(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text)),
    wrong: fc.subarray(['sources/steppe-herald-2015.txt', 'registry']),
  })
  .map(({ status, pick, note, wrong }) => ({
    status,
    reason: decisionReasons[status][pick % decisionReasons[status].length] ?? null,
    wrong: status === 'accepted' ? wrong : [],
    note,
  }));

describe('decisions about groups', () => {
  it('are read back as they were made, each before in the history, comments and other entries kept', () => {
    const keys = caseOf(files).groups().map(({ key }) => key);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray(keys, { minLength: 1, maxLength: 5 }), anyDecision), { maxLength: 5 }), (rounds) => {
        const model = caseOf(files);
        const expected = new Map<string, { status: string; before: number }>(
          model.reviews()!.data.reviews.map(({ key, status }) => [key.text, { status, before: 0 }]),
        );
        for (const [decided, decision] of rounds) {
          make(model, decideGroups(model, decided, decision, reviewer));
          for (const key of decided) {
            expected.set(key, { status: decision.status, before: expected.has(key) ? expected.get(key)!.before + 1 : 0 });
          }
        }
        const { reviews } = model.reviews()!.data;
        assert.deepEqual(model.reviews()!.problems, []);
        assert.deepEqual(new Map(reviews.map(({ key, status, history }) => [key.text, { status, before: history.length }])), expected);
        assert.deepEqual(reviews.map(({ key }) => key.text), [...expected.keys()].sort());
        assert.ok(textOf(model).startsWith('# What was decided about discrepancies'), 'comments stay');
        const last = rounds.at(-1);
        for (const key of last?.[0] ?? []) {
          const group = model.groups().find((one) => one.key === key)!;
          assert.deepEqual([group.review.status, group.review.reviewAgain, group.review.reopened], [last![1].status, false, false]);
          const entry = group.review.entry!;
          assert.deepEqual(
            { status: entry.status, reason: entry.reason?.text ?? null, wrong: entry.wrong.map(({ text }) => text), note: entry.note?.text ?? null },
            last![1],
          );
          assert.deepEqual([entry.by?.text, entry.at?.text], ['dana', '2026-11-22T10:00:00Z']);
        }
      }),
      { numRuns: 40 },
    );
  }).timeout(120_000);

  it('make the file when there is none, or none in it', () => {
    for (const content of [null, '', '# only a remark\n', 'reviews:\n', 'reviews: {}\n']) {
      const model = caseOf(files);
      if (content === null) model.remove(reviewsFile);
      else model.setContent(reviewsFile, content);
      const keys = model.groups().slice(0, 3).map(({ key }) => key);
      make(model, decideGroups(model, keys, explained, reviewer));
      assert.deepEqual(model.reviews()!.data.reviews.map(({ key }) => key.text), [...keys].sort());
      if (content?.startsWith('#')) assert.ok(textOf(model).includes('# only a remark'));
    }
  });

  it('are refused with the reason where nothing can be decided', () => {
    const model = caseOf(files);
    const { key } = model.groups()[0]!;
    const refused = (plan: Plan) => ('refused' in plan ? plan.refused : 'not refused');
    assert.match(refused(decideGroups(model, ['nothing|date'], explained, reviewer)), /^Only suggested claims/);
    assert.match(refused(decideGroups(model, [key], { ...explained, reason: 'extraction-error' }, reviewer)), /is no reason for/);
    model.setContent(reviewsFile, 'reviews:\n  - [broken');
    assert.equal(refused(decideGroups(model, [key], explained, reviewer)), 'reviews.yaml has a syntax error. Correct it first.');
    model.setContent(reviewsFile, 'reviews:\n<<<<<<< ours\n  a|date:\n    status: open\n=======\n  b|date:\n    status: open\n>>>>>>> theirs\n');
    assert.equal(refused(decideGroups(model, [key], explained, reviewer)), 'reviews.yaml has a syntax error. Correct it first.');
  });

  it('keep line ends, comments between entries, what follows the section', () => {
    for (const newline of ['\n', '\r\n']) {
      const model = caseOf(files);
      const [first, second, third] = model.groups().map(({ key }) => key).sort();
      const own = ['# top', 'reviews:', `  ${second}:`, '    status: open', '    by: A & B', '', '  # about the next', '  zzz|date:', '    status: open', '    by: C', '# end', 'more: 1', ''];
      model.setContent(reviewsFile, own.join(newline));
      make(model, decideGroups(model, [third!, first!, second!], { ...explained, note: 'x' }, reviewer));
      const text = textOf(model);
      assert.deepEqual(model.reviews()!.data.reviews.map(({ key, status }) => [key.text, status]), [[first, 'explained'], [second, 'explained'], [third, 'explained'], ['zzz|date', 'open']]);
      assert.equal(text.replaceAll(newline, '').includes('\n'), false);
      for (const line of ['# top', '  # about the next', '# end', 'more: 1']) assert.ok(text.split(newline).includes(line), line);
    }
  });

  it('keep entries whose groups are gone, and those that a reader cannot read', () => {
    const model = caseOf(files);
    const odd = 'reviews:\n  gone|date:\n    status: accepted\n    history: [{status: explained}]\n  odd|date: {state: what}\n';
    model.setContent(reviewsFile, odd);
    const [group] = model.groups();
    make(model, decideGroups(model, [group!.key], explained, reviewer));
    for (const line of odd.split('\n').slice(1)) assert.ok(textOf(model).includes(line), line);
  });

  it('of two people merge in git when they are about different groups between which one stands', function () {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'corroborate-reviews-'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'pipe' }).toString();
    try {
      git('init', '-q', '-b', 'main');
    } catch {
      this.skip();
    }
    try {
      const start = caseOf(files);
      const keys = start.groups().map(({ key }) => key).sort();
      const decided = (model: CaseModel, at: readonly string[]) => {
        make(model, decideGroups(model, at, explained, reviewer));
        return textOf(model);
      };
      const commit = (text: string) => {
        writeFileSync(path.join(folder, reviewsFile), text);
        git('add', '.');
        git('commit', '-q', '-m', 'reviews');
      };
      commit(decided(start, keys.filter((_key, i) => i % 4 === 0)));
      git('checkout', '-q', '-b', 'other');
      const base = textOf(start);
      const again = () => {
        const model = caseOf(files);
        model.setContent(reviewsFile, base);
        return model;
      };
      commit(decided(again(), [keys[1]!, keys[8]!]));
      git('checkout', '-q', 'main');
      commit(decided(again(), [keys[5]!, keys[12]!, keys[9]!]));
      git('merge', '-q', 'other');
      // Where all stand in the file as open, neighbours merge too.
      const shared = again();
      make(shared, decideGroups(shared, keys, { ...explained, status: 'open', reason: null }, reviewer));
      const opened = textOf(shared);
      const next = (at: number) => {
        const model = caseOf(files);
        model.setContent(reviewsFile, opened);
        return decided(model, [keys[at]!]);
      };
      git('checkout', '-q', '-b', 'shared', 'main~1');
      commit(opened);
      git('checkout', '-q', '-b', 'third');
      commit(next(6));
      git('checkout', '-q', 'shared');
      commit(next(7));
      git('merge', '-q', 'third');
      git('checkout', '-q', 'main');
      const merged = caseOf(files);
      merged.setContent(reviewsFile, readFileSync(path.join(folder, reviewsFile), 'utf8'));
      const reviews = new Map(merged.reviews()!.data.reviews.map((entry) => [entry.key.text, entry.history.length]));
      assert.deepEqual([1, 5, 8, 9, 12].map((i) => reviews.get(keys[i]!)), [0, 0, 1, 0, 1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
