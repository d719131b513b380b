import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeCase, invoke, invokeJson, temporaryFolders } from './invoke';

interface DiagnosticJson {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly start: number; readonly end: number; readonly message: string }[];
}

describe('corroborate check', () => {
  const folderOf = temporaryFolders();
  const withError: Readonly<Record<string, string>> = { ...bridgeCase, 'annotations/c.yaml': 'source: sources/c.txt\n' };

  it('writes every diagnostic as the contract has it', async () => {
    const { diagnostics } = await invokeJson<{ diagnostics: DiagnosticJson[] }>(folderOf(withError), 'check');
    assert.deepEqual(
      diagnostics.map(({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`),
      [
        'annotations/c.yaml:1:9 error annotation/missing-source',
        'registry/all.yaml:6:20 warning discrepancy/conflict',
        'sources/a.txt:1:28 warning discrepancy/conflict',
        'sources/a.txt:3:1 hint mention/unlinked',
        'sources/b.txt:1:21 warning discrepancy/conflict',
      ],
    );
    for (const one of diagnostics) {
      assert.deepEqual(Object.keys(one), ['file', 'start', 'end', 'line', 'column', 'severity', 'code', 'message', 'related']);
      const text = withError[one.file]!;
      const before = text.slice(0, one.start).split('\n');
      assert.deepEqual([one.line, one.column], [before.length, before.at(-1)!.length + 1]);
    }
    const conflict = diagnostics[2]!;
    assert.equal(bridgeCase['sources/a.txt']!.slice(conflict.start, conflict.end), 'opened in 1901');
    assert.deepEqual(
      conflict.related.map(({ file, start, end }) => [file, bridgeCase[file]!.slice(start, end)]),
      [['sources/b.txt', 'opened in 1907']],
    );
  });

  it('writes one line a diagnostic, and counts them for people', async () => {
    const { out, err } = await invoke(folderOf(withError), 'check');
    assert.equal(
      out.split('\n')[0],
      'annotations/c.yaml:1:9: error: no article "sources/c.txt" in this case — did you mean "sources/a.txt"? [annotation/missing-source]',
    );
    assert.equal(out.split('\n').length, 6);
    assert.equal(err, '1 error, 3 warnings, 1 hint.\n');
  });

  it('ends with 1 from the level asked for on, for errors by default', async () => {
    const codes = async (files: Readonly<Record<string, string>>) => {
      const folder = folderOf(files);
      const levels = [[], ['--fail-on', 'error'], ['--fail-on', 'warning'], ['--fail-on', 'info'], ['--fail-on', 'never']];
      const found: number[] = [];
      for (const level of levels) found.push((await invoke(folder, 'check', ...level)).code);
      return found;
    };
    const severity = (level: string) => `severity: {discrepancy/conflict: ${level}}\n${bridgeCase['corroborate.yaml']}`;
    assert.deepEqual(await codes(withError), [1, 1, 1, 1, 0]);
    assert.deepEqual(await codes(bridgeCase), [0, 0, 1, 1, 0]);
    assert.deepEqual(await codes({ ...bridgeCase, 'corroborate.yaml': severity('error') }), [1, 1, 1, 1, 0]);
    assert.deepEqual(await codes({ ...bridgeCase, 'corroborate.yaml': severity('info') }), [0, 0, 0, 1, 0]);
    assert.deepEqual(await codes({ ...bridgeCase, 'corroborate.yaml': severity('hint') }), [0, 0, 0, 0, 0]);
    assert.deepEqual(await codes({ ...bridgeCase, 'corroborate.yaml': severity('off') }), [0, 0, 0, 0, 0]);
  });

  it('leaves out what a baseline has, wherever it moved to', async () => {
    const folder = folderOf(withError);
    const baseline = await invoke(folder, 'check', '--format', 'json', '--fail-on', 'never');
    writeFileSync(path.join(folder, 'baseline.json'), baseline.out);
    const clean = await invoke(folder, 'check', '--baseline', 'baseline.json', '--fail-on', 'info');
    assert.deepEqual(clean, { code: 0, out: '', err: 'No findings; left out as known: 5.\n' });

    writeFileSync(path.join(folder, 'sources/a.txt'), `Moved down.\n\n${bridgeCase['sources/a.txt']}Bo Trelawney came last.\n`);
    writeFileSync(path.join(folder, 'annotations/d.yaml'), 'source: sources/c.txt\n');
    const { diagnostics } = await invokeJson<{ diagnostics: DiagnosticJson[] }>(folder, 'check', '--baseline', 'baseline.json');
    assert.deepEqual(diagnostics.map(({ file, code }) => `${file} ${code}`), ['annotations/d.yaml annotation/missing-source', 'sources/a.txt mention/unlinked']);
    assert.ok(diagnostics[1]!.message.includes('Bo Trelawney'));
  });

  it('excuses as many findings alike as the baseline has', async () => {
    const twice = { ...bridgeCase, 'annotations/a.yaml': 'source: sources/a.txt\nmentions:\n  - {quote: Ob, entity: obb}\n' };
    const folder = folderOf(twice);
    writeFileSync(path.join(folder, 'baseline.json'), (await invoke(folder, 'check', '--format', 'json')).out);
    writeFileSync(path.join(folder, 'annotations/a.yaml'), `${twice['annotations/a.yaml']}  - {quote: first, entity: obb}\n`);
    const { out, code } = await invoke(folder, 'check', '--baseline', 'baseline.json');
    assert.match(out, /^annotations\/a\.yaml:4:\d+: error: unknown entity "obb"[^\n]*\n$/);
    assert.equal(code, 1);
  });

  it('takes a baseline that a shell wrote in UTF-16', async () => {
    const folder = folderOf(bridgeCase);
    const { out } = await invoke(folder, 'check', '--format', 'json');
    writeFileSync(path.join(folder, 'baseline.json'), Buffer.from(`\ufeff${out}`, 'utf16le'));
    assert.equal((await invoke(folder, 'check', '--baseline', path.join(folder, 'baseline.json'))).out, '');
  });

  it('says what is wrong with a baseline', async () => {
    const folder = folderOf({ ...bridgeCase, 'sarif.json': '{"version": "2.1.0", "runs": []}', 'null.json': '{"diagnostics": [null]}', 'no.json': 'x' });
    for (const [file, words] of [
      ['gone.json', 'cannot read the baseline gone.json: '],
      ['sarif.json', 'the baseline sarif.json is not what "corroborate check --format json" writes'],
      ['null.json', 'the baseline null.json is not what '],
      ['no.json', 'the baseline no.json is not what '],
    ] as const) {
      const { code, out, err } = await invoke(folder, 'check', '--baseline', file);
      assert.deepEqual([code, out, err.includes(words)], [2, '', true], err);
    }
  });

  it('writes SARIF 2.1.0', async () => {
    const odd = 'sources/a:b #1 100%.txt';
    const folder = folderOf({ ...withError, [odd]: 'Bo Trelawney 😀 and\r\nBo Trelawney.' });
    const { code, out } = await invoke(folder, 'check', '--format', 'sarif');
    assert.equal(code, 1);
    const log = JSON.parse(out) as SarifLog;
    assert.deepEqual([log.version, log.$schema], ['2.1.0', 'https://json.schemastore.org/sarif-2.1.0.json']);
    assert.equal(log.runs.length, 1);
    const run = log.runs[0]!;
    assert.equal(run.tool.driver.name, 'corroborate');
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const rules = run.tool.driver.rules.map(({ id }) => id);
    assert.equal(new Set(rules).size, rules.length);
    const { diagnostics } = await invokeJson<{ diagnostics: DiagnosticJson[] }>(folder, 'check');
    assert.equal(run.results.length, diagnostics.length);
    for (const [index, result] of run.results.entries()) {
      const one = diagnostics[index]!;
      assert.deepEqual([result.ruleId, rules[result.ruleIndex], result.message.text], [one.code, one.code, one.message]);
      assert.equal(result.level, { error: 'error', warning: 'warning', info: 'note', hint: 'note' }[one.severity]);
      assert.equal(result.locations.length, 1);
      const places = [{ ...one, message: undefined }, ...one.related];
      for (const [at, location] of [...result.locations, ...(result.relatedLocations ?? [])].entries()) {
        const { artifactLocation, region } = location.physicalLocation;
        assert.ok(Object.hasOwn(run.originalUriBaseIds, artifactLocation.uriBaseId));
        assert.match(artifactLocation.uri, /^[\w\-.~%/!'()*]+$/);
        assert.equal(decodeURIComponent(artifactLocation.uri), places[at]!.file);
        assert.equal(location.message?.text, places[at]!.message);
        const { start, end, file } = places[at]!;
        const text = readFileSync(path.join(folder, file), 'utf8');
        assert.deepEqual([region.charOffset, region.charLength], [start, end - start]);
        assert.equal(offsetOf(text, region.startLine, region.startColumn), start);
        assert.equal(offsetOf(text, region.endLine, region.endColumn), end);
      }
    }
    assert.ok(run.results.some(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri === 'sources/a%3Ab%20%231%20100%25.txt'));
  });

  it('writes SARIF of a file without a text', async () => {
    const { out } = await invoke(folderOf({ 'a.txt': new Uint8Array([0, 0, 1]) }), 'check', '--format', 'sarif');
    const [result] = (JSON.parse(out) as SarifLog).runs[0]!.results;
    assert.deepEqual(result?.locations[0]?.physicalLocation.region, { startLine: 1, startColumn: 1 });
  });
});

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn' | 'charOffset' | 'charLength', number>>;
  };
  readonly message?: { readonly text: string };
}

/** What SARIF 2.1.0 requires of a log, and what we write besides. */
interface SarifLog {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly columnKind: string;
    readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly SarifLocation[];
      readonly relatedLocations?: readonly SarifLocation[];
    }[];
  }[];
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split(/(?<=\n)/);
  return lines.slice(0, line - 1).join('').length + column - 1;
}
