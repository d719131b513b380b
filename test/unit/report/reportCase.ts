import { createReport, wholeCase } from '../../../src/core/report/createReport';
import { digestFiles, evidenceFiles } from '../../../src/core/report/fileDigests';
import type { Report, ReportSelection } from '../../../src/core/report/reportSchema';
import { caseOf } from '../examples/exampleCase';

/** Words that every rendering must show, and none may take for its own. */
export const hostile = '<script>alert(1)</script> & "two" *three* [four](javascript:x) | `five` www.example.org @six';

/** Two articles, one with signs beyond the BMP and a broken line in a quote; a registry that disagrees; decisions; texts full of markup. */
export const bridgeFiles: Readonly<Record<string, string>> = {
  'corroborate.yaml': `sources:
  sources/a.txt: {title: The Review, publisher: Review Press, author: Ada Quill, published: 1907-05-02, url: "https://example.org/a?b=1&c=2"}
  sources/b.txt: {title: '${hostile}', origin: wire, url: "javascript:alert(1)"}
`,
  'registry/all.yaml': `entities:
  bridge:
    type: place
    name: '${hostile}'
    facts: [{property: opened, value: 1901-05, reference: Annals}]
  river: {type: place, name: Ob}
properties:
  opened: {value: date, label: opened, cues: [opened]}
  length: {value: quantity, unit: m}
`,
  'sources/a.txt': '\u{1F309} The Old Bridge\nopened in 1901. It is 300 m long.\n',
  'sources/b.txt': 'When the Old Bridge opened in 1907, it was <b>new</b>.\n',
  'annotations/a.yaml': `source: sources/a.txt
claims:
  - {subject: bridge, property: opened, value: 1901, quote: The Old Bridge opened in 1901, note: "=1+1"}
  - {subject: bridge, property: length, value: 300, quote: 300 m long}
`,
  'annotations/b.yaml': `source: sources/b.txt
claims:
  - {subject: bridge, property: opened, value: 1907, quote: 'opened in 1907, it was <b>new</b>'}
`,
  'reviews.yaml': `reviews:
  bridge|length:
    status: dismissed
    reason: extraction-error
    note: '${hostile}'
    by: dana
    at: 2026-01-02T03:04:05Z
    history:
      - {status: explained, reason: scope, by: timur, at: 2025-12-01T00:00:00Z}
  tunnel|opened: {status: accepted, wrong: [sources/b.txt], by: dana}
`,
};

/** The report of files in memory. */
export async function reportOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  selection: Partial<ReportSelection> = {},
  more: { readonly created?: string; readonly commit?: string } = {},
): Promise<Report> {
  const all = new Map(Object.entries(files));
  const model = caseOf(all);
  const encoder = new TextEncoder();
  const digests = await digestFiles(evidenceFiles(model), (file) => {
    const content = all.get(file);
    return typeof content === 'string' ? encoder.encode(content) : content;
  });
  return createReport(model, {
    caseName: 'bridges',
    selection: { ...wholeCase, ...selection },
    created: more.created ?? null,
    commit: more.commit ?? null,
    digests,
  });
}
