import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CaseModel } from '../../../src/core/caseModel';
import { createCaseModel } from '../../../src/core/caseModel';
import { passageOf } from '../../../src/core/claims/claim';
import type { DiagnosticCode } from '../../../src/core/diagnostics/diagnostic';
import { defaultSeverities } from '../../../src/core/diagnostics/diagnostic';
import { sharedCaseRelated, sharedCaseVerdicts } from './sharedCaseVerdicts';

const folder = process.env['CORROBORATE_CASE'] ?? '/work/shared/case';

function openCase(): CaseModel {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/'));
  const model = createCaseModel();
  model.setPaths(paths);
  for (const path of paths) model.setContent(path, new Uint8Array(readFileSync(join(folder, path))));
  return model;
}

describe('the case of two real articles', () => {
  let model: CaseModel;
  before(function () {
    if (!existsSync(folder)) {
      console.log(`      skipped: there is no ${folder}; CORROBORATE_CASE can name the folder of that case`);
      this.skip();
    }
    model = openCase();
  });

  it('has 27 claims and 2 facts, without an error, every quote in its place', () => {
    const claims = model.claims();
    const annotated = claims.filter(({ source }) => source !== 'registry');
    assert.deepEqual([annotated.length, claims.length], [27, 29]);
    const problems = [...model.registryProblems(), ...[...model.annotationFiles(), ...model.registryFiles()].flatMap(({ path, problems }) => [...problems, ...model.claimProblems(path)])];
    assert.deepEqual(problems.filter(({ code }) => defaultSeverities[code as DiagnosticCode] === 'error'), []);
    assert.deepEqual(problems.map(({ code }) => code), ['registry/duplicate-alias'], 'an alias that is the name but for one capital');
    assert.deepEqual(annotated.filter((claim) => claim.anchor?.state !== 'exact').map(({ entry }) => entry.quote?.span), []);
    assert.ok(annotated.every((claim) => passageOf(claim)));
    assert.ok(claims.every(({ unjudged }) => unjudged === null));
  });

  it('has the verdicts that a careful reader gives', () => {
    const found = model.groups().map((group) => [
      group.key,
      { verdict: group.verdict, relation: group.worst?.comparison.relation ?? null, badges: group.badges, camps: group.camps.length },
    ]);
    assert.deepEqual(Object.fromEntries(found), sharedCaseVerdicts);
  });

  it('links groups of kin properties', () => {
    const related = model.groups().filter((group) => group.related.length > 0).map((group) => [group.key, group.related]);
    assert.deepEqual(Object.fromEntries(related), sharedCaseRelated);
  });
});
