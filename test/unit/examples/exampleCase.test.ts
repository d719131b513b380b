import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import type { Group } from '../../../src/core/claims/claim';
import { badgeLabel, isDiscrepancy, verdictLabel, verdictOrder } from '../../../src/core/claims/words';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import { propertyLabel } from '../../../src/core/features/claimText';
import { caseOf, exampleFolder, exampleReadme, filesBelow } from './exampleCase';

describe('the example case', () => {
  let model: CaseModel;
  before(() => (model = caseOf(filesBelow(exampleFolder))));

  it('opens without an error', () => {
    const diagnostics = createCaseDiagnostics(model);
    const errors = diagnostics.paths().flatMap((file) => diagnostics.of(file)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, []);
  });

  it('has at least 70 entities and 40 claims, each quote in its place', () => {
    const { entities } = model.registry();
    const claims = model.claims().filter(({ source }) => source !== 'registry');
    assert.ok(entities.size >= 70, `${entities.size} entities`);
    assert.ok(claims.length >= 40, `${claims.length} claims`);
    assert.deepEqual(claims.filter(({ anchor }) => anchor?.state !== 'exact').map(({ entry }) => entry.quote?.text), []);
  });

  it('shows every verdict', () => {
    assert.deepEqual(new Set(model.groups().map(({ verdict }) => verdict)), new Set(verdictOrder));
  });

  it('shows every decision standing as it was made', () => {
    assert.deepEqual(model.reviewProblems(), []);
    const decided = model.groups().filter(({ review }) => review.entry !== null);
    assert.ok(decided.length > 0);
    assert.deepEqual(decided.filter(({ review }) => review.reviewAgain || review.reopened).map(({ key }) => key), []);
  });

  it('has as much in it as its page says', () => {
    const readme = exampleReadme();
    const [, entities, properties] = /(\d+) entities and (\d+) properties/.exec(readme) ?? [];
    const [, claims] = /\| (\d+) claims/.exec(readme) ?? [];
    const declared = model.registryFiles().flatMap(({ data }) => data.properties);
    assert.deepEqual(
      [entities, properties, claims].map(Number),
      [model.registry().entities.size, declared.length, model.claims().filter(({ source }) => source !== 'registry').length],
    );
  });

  describe('has the verdicts that its page tells', () => {
    const rows = verdictRows(exampleReadme());

    for (const { verdict, subject, properties, separators, badges } of rows) {
      it(`${verdict}: ${subject} ${properties.join(' and ')} ${separators.join(' ')}`.trim(), () => {
        for (const property of properties) {
          const groups = model.groups().filter((group) => isAbout(model, group, subject, property, separators));
          assert.deepEqual(groups.map((group) => verdictLabel(group.verdict).toLowerCase()), [verdict], `groups about ${property}`);
          const labels = new Set(groups[0]!.badges.map((badge) => badgeLabel(badge).toLowerCase()));
          assert.deepEqual(badges.filter((badge) => !labels.has(badge)), []);
        }
      });
    }

    it('and none that a reader should know of is left out', () => {
      const told = (group: Group) =>
        rows.some(({ subject, properties, separators }) => properties.some((property) => isAbout(model, group, subject, property, separators)));
      assert.deepEqual(model.groups().filter((group) => isDiscrepancy(group.verdict) && !told(group)).map(({ key }) => key), []);
      assert.deepEqual(new Set(rows.map(({ verdict }) => verdict)), new Set(verdictOrder.map((verdict) => verdictLabel(verdict).toLowerCase())));
    });
  });
});

interface VerdictRow {
  readonly verdict: string;
  readonly subject: string;
  /** Labels. */
  readonly properties: readonly string[];
  readonly separators: readonly string[];
  readonly badges: readonly string[];
}

/** The rows of the table: verdict, then the subject’s id, property labels joined by "and", separator ids in brackets, then words and badges. */
function verdictRows(readme: string): readonly VerdictRow[] {
  return [...readme.matchAll(/^\| ([a-z ]+) \| `([a-z0-9-]+)` ([^(|]+?)(?: \(([^)|]+)\))? \| (.*) \|$/gm)].map(
    ([, verdict, subject, labels, separators, why]) => ({
      verdict: verdict!,
      subject: subject!,
      properties: labels!.split(' and '),
      separators: [...(separators ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => id!),
      badges: [...why!.matchAll(/\*([a-z -]+)\*/g)].map(([, badge]) => badge!),
    }),
  );
}

function isAbout(model: CaseModel, group: Group, subject: string, property: string, separators: readonly string[]): boolean {
  const values = [...group.separators.values()];
  return group.subject === subject && propertyLabel(model, group.property) === property && values.join(' ') === separators.join(' ');
}
