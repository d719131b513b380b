import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Report } from '../../../src/core/report/reportSchema';
import { escapeMarkdownText } from '../../../src/core/report/markdownText';
import { renderReport, reportFormats } from '../../../src/core/report/renderReport';
import { reportSchema } from '../../../src/core/report/reportSchema';
import { reportStyle, reportStyleHash } from '../../../src/core/report/reportStyle';
import { bridgeFiles, hostile, reportOf } from './reportCase';

function textOf(report: Report, format: (typeof reportFormats)[number]): string {
  return [...renderReport(report, format)].join('');
}

/** RFC 4180, read strictly: the rows of a file whose every line ends with CRLF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? /"((?:[^"]|"")*)"/y : /([^",\r\n]*)/y;
      cell.lastIndex = at;
      const match = cell.exec(text)!;
      row.push(match[1]!.replaceAll('""', '"'));
      at += match[0].length;
      if (text[at] !== ',') break;
      at++;
    }
    assert.equal(text.slice(at, at + 2), '\r\n', `at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe('a report as HTML', () => {
  it('needs nothing else and runs nothing: its policy allows its own style alone', async () => {
    const html = textOf(await reportOf(bridgeFiles), 'html');
    assert.equal(reportStyleHash, createHash('sha256').update(reportStyle).digest('base64'));
    assert.ok(html.includes(`<style>${reportStyle}</style>`));
    assert.match(html, new RegExp(`content="default-src 'none'; style-src 'sha256-${reportStyleHash.replace(/[+/]/g, '\\$&')}'; base-uri 'none'; form-action 'none'"`));
    assert.doesNotMatch(html, /<(?:script|link|img|iframe|object)|\s(?:src|style|on\w+)=|@import|url\(/i);
    assert.deepEqual([...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target).filter((target) => !target!.startsWith('#')), [
      'https://example.org/a?b=1&amp;c=2',
    ]);
  });

  it('names the hash of its file at each claim, and the groups that were chosen', async () => {
    const report = await reportOf(bridgeFiles);
    const claim = report.groups[0]?.claims[0];
    const digest = claim!.sha256!.slice(0, 12);
    assert.ok(textOf(report, 'html').includes(`SHA-256 <a href="#sources">${digest}…</a>`));
    assert.ok(textOf(report, 'md').includes(`SHA-256 ${digest}…`));
    const chosen: Report = { ...report, selection: { ...report.selection, keys: [report.groups[0]!.key] }, leftOut: 3 };
    assert.ok(textOf(chosen, 'html').includes('<p>Chosen groups of claims; 3 left out. '));
    const filtered: Report = { ...chosen, selection: { ...chosen.selection, filter: 'conflict, with “<b>”' } };
    assert.ok(textOf(filtered, 'html').includes('<p>Chosen groups of claims: conflict, with “&lt;b&gt;”; 3 left out. '));
    assert.ok(textOf(filtered, 'md').includes('Chosen groups of claims: conflict, with “\\<b\\>”; 3 left out.'));
  });

  it('shows texts of the case as they are, and never takes them for markup', async () => {
    const html = textOf(await reportOf(bridgeFiles), 'html');
    const shown = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;two&quot; *three* [four](javascript:x) | `five` www.example.org @six';
    for (const what of [`<h2 id="s1">${shown}`, `<th scope="row">${shown}</th>`, `Note: ${shown}`, `<li><a href="#s1">${shown}</a>`]) {
      assert.ok(html.includes(what), what);
    }
    assert.ok(html.includes('it was &lt;b&gt;new&lt;/b&gt;'));
  });

  it('has every table with headings, and every target of its contents', async () => {
    const html = textOf(await reportOf(bridgeFiles), 'html');
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      assert.match(table, /<thead><tr>(?:<th scope="col">[^<]+<\/th>)+<\/tr><\/thead>/);
      assert.match(table, /<th scope="row"/);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
  });

  it('shows what turns the direction of text, and control characters, as their codes', async () => {
    const files = { ...bridgeFiles, 'annotations/a.yaml': bridgeFiles['annotations/a.yaml']!.replace('"=1+1"', '"a\\u202eb\\u0007"') };
    for (const format of ['html', 'md'] as const) assert.match(textOf(await reportOf(files), format), /a\\+u202eb\\+u0007/);
  });
});

describe('a report as Markdown', () => {
  it('keeps its tables whole, and texts of the case without markup', async () => {
    const markdown = textOf(await reportOf(bridgeFiles), 'md');
    const cells = (line: string) => line.split(/(?<!\\)\|/).length;
    for (const table of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
      const [head, ...rows] = table.split('\n');
      assert.deepEqual(new Set(rows.map(cells)), new Set([cells(head!)]));
    }
    assert.ok(markdown.includes('\\<script\\>alert(1)\\</script\\> \\& "two" \\*three\\* \\[four\\](javascript:x) \\| \\`five\\` www\\.example.org \\@six'));
    assert.ok(markdown.includes('<https://example.org/a?b=1&c=2>'));
    assert.doesNotMatch(markdown, /<javascript/);
  });

  it('escapes every sign that begins markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_[]<>|~#&$@:.-+=1 a/'.split('')) }), (text) => {
        const escaped = escapeMarkdownText(text);
        assert.equal(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1'), text.trim());
        assert.doesNotMatch(escaped.replace(/\\./g, '\ufffc'), /[`*_[\]<>|~#&$@]|:\/\/|:[\w+-]+:/);
        assert.doesNotMatch(escaped, /^(?:[-+=#>]|\d+[.)])/);
      }),
    );
  });
});

describe('a report as CSV', () => {
  it('has one row a claim, as RFC 4180 writes them', async () => {
    const report = await reportOf(bridgeFiles);
    const [head, ...rows] = readCsv(textOf(report, 'csv'));
    assert.equal(rows.length, report.groups.flatMap(({ claims }) => claims).length);
    assert.deepEqual(new Set(rows.map((row) => row.length)), new Set([head!.length]));
    const cell = (row: readonly string[], name: string) => row[head!.indexOf(name)];
    const first = rows.find((row) => cell(row, 'source') === 'sources/a.txt')!;
    assert.equal(cell(first, 'quote'), 'The Old Bridge\nopened in 1901');
    assert.equal(cell(first, 'subject'), hostile);
    assert.equal(cell(first, 'sha256')?.length, 64);
    assert.equal(cell(first, 'reason_row'), 'disjoint');
  });

  it('lets no text become a formula of a spreadsheet', async () => {
    const starts = ['=1+1', '+1', '-1', '@x', '\t=1', '＝1'];
    for (const note of starts) {
      const files = { ...bridgeFiles, 'annotations/a.yaml': bridgeFiles['annotations/a.yaml']!.replace('"=1+1"', JSON.stringify(note)) };
      const [head, ...rows] = readCsv(textOf(await reportOf(files), 'csv'));
      assert.equal(rows.find((row) => row.at(-1) !== '')?.[head!.length - 1], `'${note}`);
    }
  });
});

describe('a report as JSON', () => {
  it('is what its schema says, and reads back as it was', async () => {
    const report = await reportOf(bridgeFiles, { suggestions: true }, { created: '2026-11-22' });
    const text = textOf(report, 'json');
    assert.deepEqual(JSON.parse(text), report);
    assert.deepEqual(reportSchema.parse(JSON.parse(text)), report);
  });
});

describe('every rendering', () => {
  it('of a case with nothing in it still reads', async () => {
    for (const format of reportFormats) {
      const text = textOf(await reportOf({ 'corroborate.yaml': '{}\n' }), format);
      assert.ok(text.length > 0, format);
      if (format === 'json') assert.deepEqual(reportSchema.parse(JSON.parse(text)).groups, []);
      if (format === 'html') assert.match(text, /There are no groups of claims\./);
    }
  });
});
