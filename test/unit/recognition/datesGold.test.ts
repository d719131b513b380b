import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readDates } from './dateReading';
import type { ReadDate } from './dateReading';

const caseFolder = process.env['CORROBORATE_REAL_CASE'] ?? '/work/shared/case';

interface Reading {
  readonly start?: number;
  readonly end?: number;
  readonly kind?: string;
  readonly value?: unknown;
}

interface GoldItem extends Reading {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly value: unknown;
  readonly optional?: boolean;
  readonly alternatives?: readonly Reading[];
}

interface Sentence {
  readonly published: string | null;
  readonly text: string;
  readonly values: readonly GoldItem[];
}

interface Score {
  readonly wanted: number;
  readonly found: number;
  readonly finds: number;
  readonly right: number;
  readonly exact: number;
}

/** Scores the dates of one text against a careful reader's; quantities are no matter here. */
function score(items: readonly GoldItem[], finds: readonly ReadDate[]): Score {
  const wanted = items.filter((item) => item.kind !== 'quantity' && item.optional !== true);
  const pairs = wanted.map((item) => ({ item, find: finds.find((each) => meets(each, item)) }));
  const asQuantity = pairs.filter(({ item, find }) => !find && readings(item).some(({ kind }) => kind === 'quantity'));
  const found = pairs.filter(({ find }) => find !== undefined);
  return {
    wanted: wanted.length - asQuantity.length,
    found: found.length,
    finds: finds.length,
    right: finds.filter((find) => items.some((item) => meets(find, item) && mayBeDate(item))).length,
    exact: found.filter(({ item, find }) => find && isExact(item, find)).length,
  };
}

function meets(find: ReadDate, { start, end }: GoldItem): boolean {
  return find.start < end && find.end > start;
}

function readings(item: GoldItem): readonly Reading[] {
  return [item, ...(item.alternatives ?? []).map((each) => ({ kind: item.kind, ...each }))];
}

function mayBeDate(item: GoldItem): boolean {
  return (item.optional === true && item.value === null) || readings(item).some(({ kind }) => kind !== 'quantity');
}

function isExact(item: GoldItem, { value, kind }: ReadDate): boolean {
  const edtf = value?.edtf ?? null;
  return readings(item).some((each) => each.value === edtf && (edtf === null || each.kind === kind));
}

function total(scores: readonly Score[]): Score {
  const sum = (key: keyof Score): number => scores.reduce((all, each) => all + each[key], 0);
  return { wanted: sum('wanted'), found: sum('found'), finds: sum('finds'), right: sum('right'), exact: sum('exact') };
}

function assertAtLeast(scores: readonly Score[], found: number, precise: number, exact: number): void {
  const sums = total(scores);
  const told = JSON.stringify(sums);
  assert.ok(sums.wanted > 30, told);
  assert.ok(sums.found / sums.wanted >= found, told);
  assert.ok(sums.right / sums.finds >= precise, told);
  assert.ok(sums.exact / sums.wanted >= exact, told);
}

function data(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));
}

describe('dates against a careful reader', () => {
  it('in two real articles', function () {
    if (!existsSync(caseFolder)) {
      console.log(`      skipped: the case is not on this machine (${caseFolder})`);
      this.skip();
    }
    const published = new Map([
      ['sources/astana-times-2015.txt', '2015-01/2015-03-01'],
      ['sources/tazhin-interview-2007.txt', '2007-03-22/2007-05'],
    ]);
    const { sources } = data('goldValues.json') as { sources: Readonly<Record<string, readonly GoldItem[]>> };
    const scores = Object.entries(sources).map(([source, items]) => {
      const content = readFileSync(`${caseFolder}/${source}`, 'utf8').replace(/^\uFEFF/, '');
      return score(items, readDates(content, published.get(source) ?? null));
    });
    assertAtLeast(scores, 0.98, 0.98, 0.95);
  });

  for (const language of ['en', 'ru']) {
    it(`in news sentences (${language})`, () => {
      const { sentences } = data(`newsValues.${language}.json`) as { sentences: readonly Sentence[] };
      const scores = sentences.map(({ text, published, values }) => score(values, readDates(text, published, language)));
      assertAtLeast(scores, 0.97, 0.97, 0.95);
    });
  }
});
