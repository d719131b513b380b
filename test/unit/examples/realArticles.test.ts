import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseModel } from '../../../src/core/caseModel';
import { caseOf, exampleFolder, filesBelow } from './exampleCase';

type MarkedName = readonly [start: number, end: number, entity: string];

const folder = process.env['CORROBORATE_CASE'] ?? '/work/shared/case';
const marked = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../data/goldMentions.json'), 'utf8')) as {
  readonly sources: Readonly<Record<string, readonly MarkedName[]>>;
};

/** The example’s registry in a case with the real articles, and their own manifest, so with the dates that narrow aliases. */
function openCase(): CaseModel {
  const real = [...filesBelow(folder)].filter(([file]) => file === 'corroborate.yaml' || file.startsWith('sources/'));
  const registry = [...filesBelow(exampleFolder)].filter(([file]) => file.startsWith('registry/'));
  return caseOf(new Map([...real, ...registry]));
}

describe('the example’s registry beside the two real articles', () => {
  let model: CaseModel;
  before(function () {
    if (!existsSync(folder)) {
      console.log(`      skipped: there is no ${folder}; CORROBORATE_CASE can name the folder of that case`);
      this.skip();
    }
    model = openCase();
  });

  it('links at least 95 of 100 names that a careful reader marks, and none wrongly', () => {
    let all = 0;
    const missed: string[] = [];
    const wrong: string[] = [];
    for (const [source, names] of Object.entries(marked.sources)) {
      assert.ok(model.source(source), `no ${source}`);
      const { mentions } = model.mentions(source);
      all += names.length;
      for (const [start, end, entity] of names) {
        const found = mentions.some(({ span, entity: linked }) => span.start === start && span.end === end && linked === entity);
        if (!found) missed.push(`${source} ${start}–${end} ${entity}`);
      }
      for (const { span, entity, text } of mentions) {
        const isRight = entity === null || names.some(([start, end, id]) => id === entity && start < span.end && span.start < end);
        if (!isRight) wrong.push(`${source} ${span.start}–${span.end} “${text}” → ${entity}`);
      }
    }
    console.log(`      ${all - missed.length} of ${all} names linked (${((100 * (all - missed.length)) / all).toFixed(1)} %), ${wrong.length} wrong`);
    assert.deepEqual(wrong, []);
    assert.ok(missed.length <= 0.05 * all, missed.join('\n'));
  });
});
