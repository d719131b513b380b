import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { createRecogniser } from '../../../src/core/recognition/recogniseValues';
import type { RecognisedArticle, RecognisedValue } from '../../../src/core/recognition/recogniseValues';
import { createText } from '../../../src/core/text/text';
import type { QuantityValue } from '../../../src/core/values/value';

const article: RecognisedArticle = { published: '2015-01/2015-03-01', hemisphere: 'north', language: 'en' };
const read = (content: string, facts: Partial<RecognisedArticle> = {}): readonly RecognisedValue[] =>
  createRecogniser().recognise(createText(content), { ...article, ...facts }).values;

describe('values of an article', () => {
  it('come in order, dates before quantities where they overlap', () => {
    const values = read('Over 40 towns met on 12 May 2010. In June 2011, 3 more came.');
    assert.deepEqual(
      values.map(({ kind, text }) => [kind, text]),
      [
        ['quantity', 'Over 40 towns'],
        ['date', '12 May 2010'],
        ['date', 'June 2011'],
        ['quantity', '3'],
      ],
    );
  });

  it('keep a rate whole though it names a time', () => {
    assert.deepEqual(
      read('It pumps 300 litres a day.').map(({ kind, text }) => [kind, text]),
      [['quantity', '300 litres a day']],
    );
  });

  it('follow the script of the text where no language is told', () => {
    const values = read('Соглашение подписали около 100 стран.', { language: null });
    assert.deepEqual(
      values.map(({ value }) => (value as QuantityValue).unit),
      ['страна'],
    );
  });

  it('are the same from a recogniser that knows most of the sentences', () => {
    const recogniser = createRecogniser();
    const sentence = fc.constantFrom('It had 40 towns.', 'In 2010 it grew.', 'The next year 3 came.', 'One of the 54 members left.', 'Half a million fled.');
    const content = fc.array(sentence, { maxLength: 6 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(content, (written) => {
        const text = createText(written);
        const known = recogniser.recognise(text, article);
        assert.deepEqual(known, createRecogniser().recognise(text, article));
        for (const { span, text: quote, sentence: around } of known.values) {
          assert.equal(written.slice(span.start, span.end), quote);
          assert.ok(around.start <= span.start && span.end <= around.end);
        }
      }),
    );
  });
});

type Json = Readonly<Record<string, unknown>>;

interface GoldItem {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly value: unknown;
  readonly optional?: boolean;
  readonly alternatives?: readonly { readonly start?: number; readonly end?: number; readonly kind?: string; readonly value?: unknown }[];
}

interface Case {
  readonly content: string;
  readonly facts: Partial<RecognisedArticle>;
  readonly gold: readonly GoldItem[];
}

const data = path.join(import.meta.dirname, '..', 'data');
const readJson = (name: string): Json => JSON.parse(readFileSync(path.join(data, name), 'utf8')) as Json;

interface Score {
  readonly found: number;
  readonly precise: number;
  readonly exact: number;
  /** What is missing, false or inexact, to read where a threshold fails. */
  readonly faults: readonly string[];
}

/** Shares of the quantities of the gold found, of the finds right, of the values exact. Optional ones do not count. */
function measure(cases: readonly Case[]): Score {
  let all = 0;
  let found = 0;
  let exact = 0;
  let finds = 0;
  let right = 0;
  const faults: string[] = [];
  for (const { content, facts, gold } of cases) {
    const values = read(content, facts).filter(({ kind }) => kind === 'quantity');
    const used = new Set<RecognisedValue>();
    for (const item of gold) {
      const hits = values.filter(({ span }) => span.start < item.end && item.start < span.end);
      for (const hit of hits) used.add(hit);
      if (item.optional || item.kind !== 'quantity') continue;
      all++;
      const best = hits.find(({ value }) => isExact(value as QuantityValue, item));
      if (hits.length > 0) found++;
      if (best) exact++;
      else faults.push(`${content.slice(item.start, item.end)}: ${hits.map(({ value }) => JSON.stringify(value)).join()}`);
    }
    const counted = values.filter(({ span }) => !gold.some((item) => item.optional && span.start < item.end && item.start < span.end));
    finds += counted.length;
    const good = counted.filter((value) => used.has(value));
    right += good.length;
    faults.push(...counted.filter((value) => !used.has(value)).map(({ text }) => `no value: ${text}`));
  }
  return { found: found / all, precise: right / finds, exact: exact / all, faults };
}

function isExact(value: QuantityValue, { value: gold, alternatives = [] }: GoldItem): boolean {
  return [gold, ...alternatives.map((each) => each.value)].some((each) => isSame(value, each));
}

function isSame(value: QuantityValue, gold: unknown): boolean {
  if (typeof gold !== 'object' || gold === null) return false;
  const expected = gold as Partial<QuantityValue>;
  const isPart = expected.ordinal === true || typeof expected.of === 'number';
  const unit = (words: string | null | undefined): string | undefined =>
    isPart ? words?.toLowerCase().split(' ').at(-1) : (words?.toLowerCase() ?? undefined);
  const keys = ['number', 'mode', 'of', 'from', 'to', 'per', 'factor'] as const;
  return (
    unit(value.unit) === unit(expected.unit) &&
    (value.ordinal ?? false) === (expected.ordinal ?? false) &&
    keys.every((key) => (value[key] ?? null) === (expected[key] ?? null) || (key === 'factor' && expected.factor === undefined))
  );
}

function assertScore({ found, precise, exact, faults }: Score, least: Omit<Score, 'faults'>): void {
  const shares = `found ${found.toFixed(3)}, precise ${precise.toFixed(3)}, exact ${exact.toFixed(3)}`;
  const isEnough = found >= least.found && precise >= least.precise && exact >= least.exact;
  assert.ok(isEnough, `${shares}\n${faults.join('\n')}`);
}

describe('quantities measured against careful readers’ lists', () => {
  const folder = process.env['CORROBORATE_REAL_CASE'] ?? '/work/shared/case';

  it('in the two real articles: found and precise ≥ 98 %, exact ≥ 95 %', function () {
    if (!existsSync(folder)) {
      console.warn(`skipped: no real articles in ${folder}`);
      this.skip();
    }
    const { sources } = readJson('goldValues.json') as unknown as { sources: Record<string, readonly GoldItem[]> };
    const cases = Object.entries(sources).map(([source, gold]) => ({
      content: readFileSync(path.join(folder, source), 'utf8').replace(/^\ufeff/, ''),
      facts: { published: source.includes('2007') ? '2007-03-22/2007-05' : '2015-01/2015-03-01' },
      gold,
    }));
    assertScore(measure(cases), { found: 0.98, precise: 0.98, exact: 0.95 });
  });

  for (const language of ['en', 'ru']) {
    it(`in news sentences (${language}): found ≥ 90 %, precise ≥ 95 %, exact ≥ 85 %`, () => {
      const { sentences } = readJson(`newsValues.${language}.json`) as unknown as {
        sentences: readonly { text: string; published: string | null; values: readonly GoldItem[] }[];
      };
      const cases = sentences.map(({ text, published, values }) => ({ content: text, facts: { published, language }, gold: values }));
      assertScore(measure(cases), { found: 0.9, precise: 0.95, exact: 0.85 });
    });
  }
});
