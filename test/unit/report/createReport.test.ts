import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { createCodePointCounter } from '../../../src/core/report/codePoints';
import { createText } from '../../../src/core/text/text';
import { bridgeFiles, hostile, reportOf } from './reportCase';

describe('a report', () => {
  it('gives each claim its source, value, quote, place in both counts, and the hash of its file', async () => {
    const report = await reportOf(bridgeFiles, {}, { commit: 'c'.repeat(40) });
    const group = report.groups.find(({ key }) => key === 'bridge|opened')!;
    const [claim] = group.claims;
    const article = bridgeFiles['sources/a.txt']!;
    assert.equal(claim?.source, 'sources/a.txt');
    assert.equal(claim.quote, 'The Old Bridge\nopened in 1901');
    assert.equal(article.slice(claim.start!, claim.end!), claim.quote);
    assert.equal([...article].slice(claim.codePoints!.start, claim.codePoints!.end).join(''), claim.quote);
    assert.notEqual(claim.start, claim.codePoints!.start);
    assert.deepEqual([claim.line, claim.column], [1, 4]);
    assert.equal(claim.sha256, createHash('sha256').update(article).digest('hex'));
    assert.deepEqual([claim.written, claim.words, claim.normalised], ['1901', '1901', '1901']);
    assert.deepEqual(claim.entry, { file: 'annotations/a.yaml', line: 3 });
    const source = report.sources.find(({ id }) => id === 'sources/a.txt');
    assert.deepEqual(
      [source?.title, source?.publisher, source?.author, source?.published, source?.url, source?.sha256],
      ['The Review', 'Review Press', 'Ada Quill', '1907-05-02', 'https://example.org/a?b=1&c=2', claim.sha256],
    );
    assert.equal(report.commit, 'c'.repeat(40));
  });

  it('says the verdict, the row that fired and on which claims, camps with best value and witnesses', async () => {
    const { groups } = await reportOf(bridgeFiles);
    const group = groups.find(({ key }) => key === 'bridge|opened')!;
    assert.equal(group.verdict, 'conflict');
    assert.equal(group.reason.row, 'disjoint');
    const [one, other] = group.reason.claims.map((index) => group.claims[index]!.written);
    assert.ok([one, other].includes('1907'));
    assert.deepEqual(
      group.camps.map(({ claims, best, witnesses }) => [claims.map((index) => group.claims[index]!.source), group.claims[best]!.written, witnesses]),
      [
        [['sources/a.txt', 'registry'], '1901-05', 2],
        [['sources/b.txt'], '1907', 1],
      ],
    );
    const fact = group.claims.at(-1)!;
    assert.deepEqual([fact.source, fact.file, fact.quote, fact.reference], ['registry', 'registry/all.yaml', null, 'Annals']);
  });

  it('has decisions with their history, and those on groups that are gone', async () => {
    const { groups, goneDecisions } = await reportOf(bridgeFiles);
    const { review } = groups.find(({ key }) => key === 'bridge|length')!;
    assert.equal(review.decision?.note, hostile);
    assert.deepEqual(
      review.history.map(({ status, by }) => [status, by]),
      [['explained', 'timur']],
    );
    assert.deepEqual(
      goneDecisions.map(({ key, decision }) => [key, decision.status, decision.wrong]),
      [['tunnel|opened', 'accepted', ['sources/b.txt']]],
    );
  });

  it('takes verdicts, states of review, an entity or keys alone when asked, and says how many it left out', async () => {
    const keysOf = async (selection: Parameters<typeof reportOf>[1]) => {
      const report = await reportOf(bridgeFiles, selection);
      return [report.groups.map(({ key }) => key), report.leftOut];
    };
    assert.deepEqual(await keysOf({ verdicts: ['conflict'] }), [['bridge|opened'], 1]);
    assert.deepEqual(await keysOf({ statuses: ['dismissed'] }), [['bridge|length'], 1]);
    assert.deepEqual(await keysOf({ entity: 'river' }), [[], 2]);
    assert.deepEqual(await keysOf({ keys: ['bridge|length'] }), [['bridge|length'], 1]);
    assert.deepEqual(await keysOf({}), [['bridge|opened', 'bridge|length'], 0]);
  });

  it('takes suggested claims in when asked, marked as such', async () => {
    const files: Record<string, string> = { ...bridgeFiles, 'annotations/b.yaml': 'source: sources/b.txt\n' };
    const states = async (suggestions: boolean) => {
      const { groups } = await reportOf({ ...files, 'registry/all.yaml': files['registry/all.yaml']!.replace(`'${hostile}'`, 'Old Bridge') }, { suggestions });
      return groups.flatMap(({ claims }) => claims.filter(({ source }) => source === 'sources/b.txt').map(({ state }) => state));
    };
    assert.deepEqual(await states(false), []);
    assert.deepEqual(await states(true), ['suggested']);
  });

  it('keeps claims whose source was removed, without a place, and says so', async () => {
    const { 'sources/b.txt': _gone, ...files } = bridgeFiles;
    const report = await reportOf(files);
    const claim = report.groups.flatMap(({ claims }) => claims).find(({ source }) => source === 'sources/b.txt');
    assert.deepEqual([claim?.written, claim?.start, claim?.sha256, claim?.quote], ['1907', null, null, 'opened in 1907, it was <b>new</b>']);
    assert.ok(report.problems.some(({ file, message }) => file === 'annotations/b.yaml' && message.includes('no article "sources/b.txt"')));
  });

  it('tells merge conflicts and articles that are no text, and reports the rest', async () => {
    const conflicted = `<<<<<<< ours\n${bridgeFiles['annotations/a.yaml']}=======\n>>>>>>> theirs\n`;
    const report = await reportOf({ ...bridgeFiles, 'annotations/a.yaml': conflicted, 'sources/b.txt': new Uint8Array([0, 1, 2, 0, 255]) });
    assert.deepEqual(
      report.problems.map(({ file, line, message }) => [file, line, message.split(/[:—]/)[0]!.trim()]),
      [
        ['annotations/a.yaml', 1, 'unresolved merge conflict'],
        ['sources/b.txt', null, 'looks binary, not like text'],
      ],
    );
    const claims = report.groups.flatMap(({ claims }) => claims);
    assert.deepEqual(claims.filter(({ source }) => source === 'sources/a.txt').map(({ written }) => written), ['1901', '300']);
  });

  it('is the same whatever order the files come in', async () => {
    const again = await reportOf(Object.fromEntries(Object.entries(bridgeFiles).reverse()));
    assert.deepEqual(again, await reportOf(bridgeFiles));
  });
});

describe('code points', () => {
  it('are what iterating the text counts, also around lone surrogates', () => {
    const unit = fc.constantFrom('a', '\u{1F309}', '\ud83c', '\udf09', 'é', '\n');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const content = parts.join('');
        const count = createCodePointCounter(createText(content));
        let offset = 0;
        for (const [index, character] of [...content].entries()) {
          assert.equal(count(offset), index);
          offset += character.length;
        }
        assert.equal(count(content.length), [...content].length);
      }),
    );
  });
});
