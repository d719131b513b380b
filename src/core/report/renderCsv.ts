import { badgeLabel } from '../claims/words';
import type { Report, ReportClaim, ReportGroup, ReportSource } from './reportSchema';
import { groupReason } from './reportWords';

interface Row {
  readonly report: Report;
  readonly group: ReportGroup;
  readonly claim: ReportClaim;
  readonly index: number;
  readonly source: ReportSource | undefined;
}

type Cell = string | number | null | undefined;

const columns: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ['group', ({ group }) => group.key],
  ['subject_id', ({ group }) => group.subject.id],
  ['subject', ({ group }) => group.subject.name],
  ['property_id', ({ group }) => group.property.id],
  ['property', ({ group }) => group.property.label],
  ['separators', ({ group }) => group.separators.map(({ label, words }) => `${label}: ${words}`).join('; ')],
  ['verdict', ({ group }) => group.verdict],
  ['reason_row', ({ group }) => group.reason.row],
  ['reason', ({ group }) => groupReason(group)],
  ['badges', ({ group }) => group.badges.map(badgeLabel).join('; ')],
  ['witnesses', ({ group }) => group.witnesses],
  ['camps', ({ group, index }) => group.camps.flatMap(({ claims }, camp) => (claims.includes(index) ? [camp + 1] : [])).join(' ')],
  ['best_of_camp', ({ group, index }) => group.camps.flatMap(({ best }, camp) => (best === index ? [camp + 1] : [])).join(' ')],
  ['review_status', ({ group }) => group.review.status],
  ['review_again', ({ group }) => yes(group.review.reviewAgain)],
  ['review_reason', ({ group }) => group.review.decision?.reason],
  ['review_wrong', ({ group }) => group.review.decision?.wrong.join('; ')],
  ['review_note', ({ group }) => group.review.decision?.note],
  ['reviewed_by', ({ group }) => group.review.decision?.by],
  ['reviewed_at', ({ group }) => group.review.decision?.at],
  ['source', ({ claim }) => claim.source],
  ['title', ({ source }) => source?.title],
  ['publisher', ({ source }) => source?.publisher],
  ['author', ({ source }) => source?.author],
  ['published', ({ source }) => source?.published],
  ['url', ({ source }) => source?.url],
  ['retrieved', ({ source }) => source?.retrieved],
  ['origin', ({ source }) => source?.origin],
  ['value_as_written', ({ claim }) => [claim.written].flat().join('; ')],
  ['value', ({ claim }) => claim.words],
  ['polarity', ({ claim }) => claim.polarity],
  ['modality', ({ claim }) => claim.modality],
  ['speaker', ({ claim }) => claim.speaker?.name],
  ['as_of', ({ claim }) => claim.asOf],
  ['valid', ({ claim }) => claim.valid],
  ['state', ({ claim }) => claim.state],
  ['single_source', ({ claim }) => yes(claim.singleSource)],
  ['not_judged', ({ claim }) => claim.unjudged],
  ['derivation', ({ claim }) => claim.derivation],
  ['quote', ({ claim }) => claim.quote],
  ['quote_found', ({ claim }) => claim.anchor],
  ['file', ({ claim }) => claim.file],
  ['line', ({ claim }) => claim.line],
  ['column', ({ claim }) => claim.column],
  ['start_utf16', ({ claim }) => claim.start],
  ['end_utf16', ({ claim }) => claim.end],
  ['start_code_point', ({ claim }) => claim.codePoints?.start],
  ['end_code_point', ({ claim }) => claim.codePoints?.end],
  ['sha256', ({ claim }) => claim.sha256],
  ['commit', ({ report }) => report.commit],
  ['reference', ({ claim }) => claim.reference],
  ['note', ({ claim }) => claim.note],
];

/** The report as CSV (RFC 4180, UTF-8), one row a claim, the facts of its group and source in each. In pieces. */
export function* renderCsv(report: Report): Iterable<string> {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  yield csvLine(columns.map(([name]) => name));
  for (const group of report.groups) {
    for (const [index, claim] of group.claims.entries()) {
      const row: Row = { report, group, claim, index, source: sources.get(claim.source) };
      yield csvLine(columns.map(([, cell]) => cell(row)));
    }
  }
}

function yes(told: boolean): string {
  return told ? 'yes' : '';
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
