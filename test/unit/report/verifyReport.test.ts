import assert from 'node:assert/strict';
import { renderReport } from '../../../src/core/report/renderReport';
import { readReport, verifyReport } from '../../../src/core/report/verifyReport';
import { caseOf } from '../examples/exampleCase';
import { bridgeFiles, reportOf } from './reportCase';

async function verifyWith(article: string | Uint8Array | null): Promise<Record<string, unknown>> {
  const report = await reportOf(bridgeFiles);
  const { 'sources/a.txt': _before, ...others } = bridgeFiles;
  const model = caseOf(new Map(Object.entries(article === null ? others : { ...others, 'sources/a.txt': article })));
  const { quotes } = verifyReport(model, report, new Map());
  return Object.fromEntries(
    quotes.filter(({ source }) => source === 'sources/a.txt').map(({ group, state, span, words }) => [group.split('|')[1]!, { state, start: span?.start ?? null, words }]),
  );
}

const before = bridgeFiles['sources/a.txt']!;
const opened = before.indexOf('The Old');
const long = before.indexOf('300 m');

describe('verifying a report', () => {
  it('finds every quote exactly where it was', async () => {
    assert.deepEqual(await verifyWith(before), {
      opened: { state: 'exact', start: opened, words: null },
      length: { state: 'exact', start: long, words: null },
    });
  });

  it('tells quotes that moved with their new place', async () => {
    const first = 'A correction.\n\n';
    assert.deepEqual(await verifyWith(first + before), {
      opened: { state: 'moved', start: opened + first.length, words: null },
      length: { state: 'moved', start: long + first.length, words: null },
    });
  });

  it('tells quotes in other words, also where only a number changed, and those that are lost', async () => {
    const changed = before.replace('The Old Bridge\nopened in 1901', 'The Old Bridge\nopened in 1903').replace('300 m long', 'narrow');
    assert.deepEqual(await verifyWith(changed), {
      opened: { state: 'changed', start: opened, words: 'The Old Bridge\nopened in 1903' },
      length: { state: 'lost', start: null, words: null },
    });
  });

  it('finds a quote again when all around it was rewritten', async () => {
    const article = 'Nothing of the first text stayed, but for one thing. It says that The Old Bridge\nopened in 1901 and nothing more.';
    const { opened: found } = await verifyWith(article);
    assert.deepEqual(found, { state: 'moved', start: article.indexOf('The Old'), words: null });
  });

  it('tells articles that are gone or no longer text', async () => {
    for (const article of [null, new Uint8Array([0, 1, 0, 2])]) {
      assert.deepEqual(await verifyWith(article), {
        opened: { state: 'file-gone', start: null, words: null },
        length: { state: 'file-gone', start: null, words: null },
      });
    }
  });

  it('tells whether each file is still the one that was read', async () => {
    const report = await reportOf(bridgeFiles);
    const { 'sources/b.txt': _gone, ...left } = bridgeFiles;
    const hash = report.sources[0]!.sha256!;
    const digests = new Map([
      ['sources/a.txt', hash],
      ['registry/all.yaml', 'f'.repeat(64)],
    ]);
    const { files } = verifyReport(caseOf(new Map(Object.entries(left))), report, digests);
    assert.deepEqual(files, [
      { file: 'registry/all.yaml', state: 'changed' },
      { file: 'sources/a.txt', state: 'same' },
      { file: 'sources/b.txt', state: 'gone' },
    ]);
  });

  it('leaves quotes alone that had no place when the report was made', async () => {
    const files = { ...bridgeFiles, 'annotations/a.yaml': bridgeFiles['annotations/a.yaml']!.replace('quote: 300 m long', 'quote: nowhere to be found') };
    const report = await reportOf(files);
    const { quotes } = verifyReport(caseOf(new Map(Object.entries(files))), report, new Map());
    assert.equal(quotes.find(({ quote }) => quote === 'nowhere to be found')?.state, 'unplaced');
  });
});

describe('reading a report', () => {
  it('takes what was written, and newer keys', async () => {
    const report = await reportOf(bridgeFiles);
    const text = [...renderReport(report, 'json')].join('').replace('{', '{"new": [1],');
    assert.deepEqual(readReport(`\ufeff${text}`), { report });
  });

  it('says what is wrong with anything else', async () => {
    const report = JSON.stringify(await reportOf(bridgeFiles));
    const problem = (text: string) => {
      const read = readReport(text);
      return 'problem' in read ? read.problem : assert.fail('was read');
    };
    assert.match(problem('{'), /^is not JSON/);
    assert.match(problem('[]'), /^is no report that corroborate wrote \(write one/);
    assert.match(problem('{"version": 2}'), /version 2; this program reads version 1/);
    assert.match(problem(report.replace(/"start":\d+/, '"start":-1')), /wrong value at "groups\.\d+\.claims\.\d+\.(?:codePoints\.)?start"/);
  });
});
