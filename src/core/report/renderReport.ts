import { renderCsv } from './renderCsv';
import { renderHtml } from './renderHtml';
import { renderMarkdown } from './renderMarkdown';
import type { Report } from './reportSchema';

export const reportFormats = ['html', 'md', 'csv', 'json'] as const;

/** Also the ending of the file's name. */
export type ReportFormat = (typeof reportFormats)[number];

/** The report in a format, in pieces: no report is too large for one string. The same report gives the same text. */
export function renderReport(report: Report, format: ReportFormat): Iterable<string> {
  switch (format) {
    case 'html':
      return renderHtml(report);
    case 'md':
      return renderMarkdown(report);
    case 'csv':
      return renderCsv(report);
    case 'json':
      return renderJson(report);
  }
}

/** Indented but for its groups, of which each has a line. */
function* renderJson({ groups, ...rest }: Report): Iterable<string> {
  yield `${JSON.stringify(rest, null, 2).replace(/\n\}$/, '')},\n  "groups": [`;
  let before = '\n    ';
  for (const group of groups) {
    yield `${before}${JSON.stringify(group)}`;
    before = ',\n    ';
  }
  yield `${groups.length === 0 ? '' : '\n  '}]\n}\n`;
}
