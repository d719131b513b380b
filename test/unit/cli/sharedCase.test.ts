import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { sharedCaseRelated, sharedCaseVerdicts } from '../claims/sharedCaseVerdicts';
import { invoke, invokeJson } from './invoke';

const folder = process.env['CORROBORATE_CASE'] ?? '/work/shared/case';

interface GroupJson {
  readonly key: string;
  readonly verdict: string;
  readonly relation: string | null;
  readonly badges: readonly string[];
  readonly related: readonly string[];
}

describe('the command line over the case of two real articles', () => {
  before(function () {
    if (existsSync(folder)) return;
    console.log(`      skipped: there is no ${folder}; CORROBORATE_CASE can name the folder of that case`);
    this.skip();
  });

  it('check: has no error', async () => {
    const { diagnostics } = await invokeJson<{ diagnostics: { severity: string }[] }>(folder, 'check');
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error'), []);
    assert.equal((await invoke(folder, 'check')).code, 0);
  });

  it('compare: has the verdicts of a careful reader', async () => {
    const { groups } = await invokeJson<{ groups: GroupJson[] }>(folder, 'compare');
    assert.deepEqual(
      Object.fromEntries(groups.map(({ key, verdict, relation, badges }) => [key, { verdict, relation, badges }])),
      Object.fromEntries(Object.entries(sharedCaseVerdicts).map(([key, { verdict, relation, badges }]) => [key, { verdict, relation, badges }])),
    );
    const related = groups.filter((group) => group.related.length > 0).map((group) => [group.key, group.related]);
    assert.deepEqual(Object.fromEntries(related), sharedCaseRelated);
  });

  it('claims: every quote is in its place', async () => {
    const { claims } = await invokeJson<{ claims: { source: string; anchor?: string }[] }>(folder, 'claims');
    assert.deepEqual(claims.filter(({ source, anchor }) => source !== 'registry' && anchor !== 'exact'), []);
    assert.equal(claims.filter(({ source }) => source !== 'registry').length, 27);
  });
});
