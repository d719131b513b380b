import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegistryFile } from '../../../src/core/case/readRegistryFile';
import { createLinker, linkArticle } from '../../../src/core/mentions/linkArticle';
import type { Mention } from '../../../src/core/mentions/mention';
import { buildRegistry } from '../../../src/core/registry/buildRegistry';
import { createText } from '../../../src/core/text/text';

type GoldMention = readonly [start: number, end: number, entity: string];

const registryFolder = join('examples', 'kazakhstan-un', 'registry');
const caseFolder = process.env['CORROBORATE_REAL_CASE'] ?? '/work/shared/case';
const gold = JSON.parse(readFileSync(join('test', 'unit', 'data', 'goldMentions.json'), 'utf8')) as {
  sources: Record<string, GoldMention[]>;
};

/** Where the names were marked by hand, the registry of the example beside the two real articles. */
describe('linking real articles against names marked by hand', () => {
  const files = readdirSync(registryFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, data: readRegistryFile(readFileSync(join(registryFolder, path), 'utf8')).data }));
  const linker = createLinker(buildRegistry(files).registry);
  let expected = 0;
  let found = 0;

  for (const [source, marked] of Object.entries(gold.sources)) {
    it(`finds at least 95 of 100 names of ${source}, and no wrong one`, function () {
      const path = join(caseFolder, source);
      if (!existsSync(path)) {
        console.log(`      skipped: the article is not on this machine (${path})`);
        this.skip();
      }
      const text = createText(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
      const { mentions } = linkArticle(linker, { source, text, published: null }, null);
      const missed = marked.filter((name) => !mentions.some((mention) => isSame(mention, name)));
      const wrong = mentions.filter((mention) => mention.entity !== null && !marked.some((name) => fits(mention, name)));
      expected += marked.length;
      found += marked.length - missed.length;
      const told = [
        ...missed.map(([start, end, entity]) => `missed ${start}–${end} ${entity}: ${overlapping(mentions, start, end)}`),
        ...wrong.map(({ span, entity }) => `wrong ${span.start}–${span.end} ${entity}`),
      ].join('\n');
      if (process.env['CORROBORATE_TELL']) console.log(`      ${marked.length - missed.length} of ${marked.length}\n${told}`);
      assert.ok(marked.length - missed.length >= 0.95 * marked.length, told);
      assert.deepEqual(wrong.map(({ span, entity }) => [span.start, span.end, entity]), [], told);
    });
  }

  it('finds at least 95 of 100 names over all', function () {
    if (expected === 0) this.skip();
    assert.ok(found >= 0.95 * expected, `${found} of ${expected}`);
  });
});

function isSame({ span, entity }: Mention, [start, end, id]: GoldMention): boolean {
  return span.start === start && span.end === end && entity === id;
}

/** A link is not wrong where a careful reader marked the same entity over another extent. */
function fits({ span, entity }: Mention, [start, end, id]: GoldMention): boolean {
  return entity === id && span.start < end && start < span.end;
}

function overlapping(mentions: readonly Mention[], start: number, end: number): string {
  const found = mentions.filter(({ span }) => span.start < end && start < span.end);
  return found.map(({ span, entity, rule }) => `${span.start}–${span.end} ${entity} (${rule})`).join(', ') || 'nothing';
}
