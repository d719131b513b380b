import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { goneReviews } from '../../../src/core/claims/review';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import { decideGroups } from '../../../src/core/edits/decideGroups';
import { pageModel } from '../../../src/core/page/pageModel';
import { caseOf, exampleFolder, filesBelow } from '../examples/exampleCase';

const files = filesBelow(exampleFolder);
const text = (path: string) => new TextDecoder().decode(files.get(path));
const conflicted = (content: string) => `<<<<<<< ours\n${content}=======\n# theirs\n>>>>>>> theirs\n`;
const decision = { status: 'explained', reason: 'time', wrong: [], note: null } as const;

function exampleWith(changes: Readonly<Record<string, string | null>>): CaseModel {
  const model = caseOf(files);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) model.remove(path);
    else model.setContent(path, content);
  }
  return model;
}

function pageOf(model: CaseModel) {
  const { groups, registry, reviews, sources } = model;
  const file = reviews();
  const keys = new Set(groups().map(({ key }) => key));
  return pageModel({
    caseName: 'example',
    sources: sources(),
    groups: groups(),
    suggestions: { shown: false, count: 0 },
    gone: file && { file: file.path, entries: goneReviews(file.data, keys) },
    registry: registry(),
    text: (source) => model.text(source),
  });
}

describe('reviews of an odd kind', () => {
  it('with merge conflicts, in any YAML file, are told on the marker; the case goes on, and a decision is refused by the file’s name', () => {
    const whole = caseOf(files).groups().length;
    for (const path of ['corroborate.yaml', 'reviews.yaml', 'annotations/steppe-herald-2015.yaml', ...[...files.keys()].filter((file) => file.startsWith('registry/'))]) {
      const model = exampleWith({ [path]: conflicted(text(path)) });
      const file = [model.manifest(), model.reviews(), ...model.annotationFiles(), ...model.registryFiles()].find((one) => one?.path === path)!;
      const marker = file.problems.find(({ span }) => span.start === 0);
      assert.match(marker?.message ?? '', /^unresolved merge conflict: keep one side/, path);
      assert.equal(model.groups().length, whole, path);
      assert.equal(pageOf(model).rows.length, pageOf(caseOf(files)).rows.length, path);
    }
    const model = exampleWith({ 'reviews.yaml': conflicted(text('reviews.yaml')) });
    const plan = decideGroups(model, [model.groups()[0]!.key], decision, { by: null, at: '2026-11-22T10:00:00Z' });
    assert.equal('refused' in plan && plan.refused, 'reviews.yaml has a syntax error. Correct it first.');
  });

  it('from an older case are kept and listed where their groups are gone, and judged anew where nothing was recorded as seen', () => {
    const [group] = caseOf(files).groups();
    const model = exampleWith({
      'reviews.yaml': `reviews:\n  bygone|date: {status: accepted, by: old, verdict: conflict}\n  ${group!.key}:\n    status: explained\n    reason: haste\n    history: [settled in May]\n  open-once|date: {status: open}\n`,
    });
    assert.deepEqual(pageOf(model).gone.map(({ key, by }) => [key, by]), [['bygone|date', 'old']]);
    const judged = model.groups().find(({ key }) => key === group!.key)!;
    assert.deepEqual([judged.review.status, judged.review.reviewAgain], ['explained', true]);
    assert.deepEqual(model.reviews()!.problems.map(({ code }) => code), ['yaml/unknown-key', 'yaml/wrong-type', 'yaml/wrong-type']);
  });

  it('hold notes that stay text, whatever is in them', () => {
    const [group] = caseOf(files).groups();
    const note = '<img src=x onerror=alert(1)> [x](command:evil) `${a}` | "quoted"';
    const model = exampleWith({ 'reviews.yaml': `reviews:\n  ${group!.key}:\n    status: accepted\n    note: ${JSON.stringify(note)}\n` });
    assert.equal(pageOf(model).rows.find(({ key }) => key === group!.key)?.review.note, note);
  });

  it('stand while the source of a claim is gone, and its claims are compared all the same', () => {
    const gone = 'sources/steppe-herald-2015.txt';
    const model = exampleWith({ [gone]: null });
    const page = pageOf(model);
    assert.ok(page.rows.some(({ claims }) => claims.some(({ source, passage }) => source === gone && passage === null)));
    assert.ok(page.sources.some(({ id }) => id === gone));
    const file = model.annotationFiles().find(({ data }) => data.source?.text === gone)!;
    const told = createCaseDiagnostics(model).of(file.path).map(({ code }) => code);
    assert.equal(told[0], 'annotation/missing-source');
    assert.ok(told.includes('discrepancy/tension'), 'its claims are still compared');
  });
});
