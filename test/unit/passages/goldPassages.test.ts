import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCaseFolder } from '../../../src/cli/caseFolder';
import type { CaseModel } from '../../../src/core/caseModel';
import type { Passage, PassagePair } from '../../../src/core/passages/passage';
import { rank, valuesOf } from './passageCase';

type Offsets = readonly [start: number, end: number];
interface GoldPair {
  readonly a: Offsets;
  readonly b: Offsets;
  readonly grade?: number;
}

const caseFolder = process.env['CORROBORATE_REAL_CASE'] ?? '/work/shared/case';
const exampleRegistry = path.join('examples', 'kazakhstan-un', 'registry');
const gold = JSON.parse(readFileSync(path.join('test', 'unit', 'data', 'goldPassages.json'), 'utf8')) as {
  readonly pairs: readonly GoldPair[];
  readonly notComparable: readonly GoldPair[];
};

/** The real articles against a careful reader's list (`policy` in the data says what counts). */
describe('passages of two real articles', () => {
  const registries: readonly (readonly [string, (model: CaseModel) => void])[] = [
    ['the registry made for them', () => undefined],
    ['the registry of the example', useExampleRegistry],
  ];
  for (const [name, prepare] of registries) {
    it(`come early where a reader calls them comparable, and contradict each other nowhere else, with ${name}`, async function () {
      if (!existsSync(caseFolder)) {
        console.log(`      skipped: the articles are not on this machine (${caseFolder})`);
        this.skip();
      }
      const { model } = await readCaseFolder(caseFolder, () => undefined);
      prepare(model);
      const pairs = rank(model);
      const found = (wanted: GoldPair, among: readonly PassagePair[]) => among.filter((pair) => isMostlyIn(pair.a, wanted.a) && isMostlyIn(pair.b, wanted.b));
      const early = gold.pairs.filter((wanted) => found(wanted, pairs.slice(0, 100)).length > 0);
      const right = pairs.slice(0, 20).filter((pair) => gold.pairs.some((wanted) => found(wanted, [pair]).length > 0));
      console.log(`      ${early.length} of ${gold.pairs.length} within the first 100, ${right.length} of the first 20 comparable`);
      assert.ok(early.length >= 0.75 * gold.pairs.length, `${early.length} of ${gold.pairs.length} within the first 100`);
      assert.ok(right.length > 10, `${right.length} of the first 20`);
      const conflicts = gold.notComparable.flatMap((unlike) => found(unlike, pairs).flatMap(valuesOf).filter((told) => /(?:disjoint|near)$/.test(told)));
      assert.deepEqual(conflicts, []);
    });
  }
});

function useExampleRegistry(model: CaseModel): void {
  for (const file of model.paths()) if (/^(?:registry|annotations)\//.test(file)) model.remove(file);
  for (const file of readdirSync(exampleRegistry)) model.setContent(`registry/${file}`, readFileSync(path.join(exampleRegistry, file), 'utf8'));
}

function isMostlyIn({ span }: Passage, [start, end]: Offsets): boolean {
  return Math.min(span.end, end) - Math.max(span.start, start) > (span.end - span.start) / 2;
}
