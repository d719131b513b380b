import { verdictLabel } from '../claims/words';
import { escapeMarkdownText, markdownLink } from './markdownText';
import type { Report, ReportClaim, ReportGroup } from './reportSchema';
import {
  bySubject,
  campWords,
  claimNotes,
  claimOffsets,
  claimPlace,
  columnsOfClaims,
  columnsOfSources,
  decisionWords,
  groupBacking,
  groupName,
  groupReason,
  problemPlace,
  reportHeadings,
  reportRemarks,
  reportTitle,
  reviewState,
  selectionWords,
  shortDigest,
  sourceFacts,
  sourceFiles,
  sourceLookup,
  sourceName,
  verdictCounts,
  writtenValue,
} from './reportWords';
import type { SourceLookup } from './reportWords';

const md = escapeMarkdownText;

/** The report as Markdown with tables (GitHub's). Texts of the case are never markup. In pieces. */
export function* renderMarkdown(report: Report): Iterable<string> {
  const sources = sourceLookup(report);
  yield `# ${md(reportTitle(report))}\n\n${md(selectionWords(report.selection, report.leftOut))}\n\n`;
  if (report.created !== null) yield `Made ${md(report.created)}.\n\n`;
  if (report.commit !== null) yield `Commit ${md(report.commit)}.\n\n`;
  const counts = verdictCounts(report);
  yield `## ${reportHeadings.summary}\n\n`;
  yield counts.length === 0 ? `${reportRemarks.noGroups}\n\n` : table(['Verdict', 'Groups'], counts.map(({ label, count }) => [md(label), String(count)]));
  yield `## ${reportHeadings.sources}\n\n`;
  yield table(
    columnsOfSources,
    report.sources.flatMap((source) => {
      const from = [md(sourceFacts(source)), source.url === null ? '' : markdownLink(source.url)].filter((part) => part !== '').join(' ');
      return sourceFiles(report, source).map(({ file, sha256 }) => [md(sourceName(source)), from, md(file), sha256 ?? '']);
    }),
  );
  for (const { subject, groups } of bySubject(report.groups)) {
    yield `## ${md(subject.name)}\n\n`;
    for (const group of groups) yield groupMarkdown(group, sources);
  }
  if (report.goneDecisions.length > 0) {
    yield `## ${reportHeadings.gone}\n\n${reportRemarks.gone}\n\n`;
    for (const { key, decision, history } of report.goneDecisions) {
      yield `- ${md(key)}: ${[decision, ...history].map((one) => md(decisionWords(one, sources))).join(' / ')}\n`;
    }
    yield '\n';
  }
  if (report.problems.length > 0) {
    yield `## ${reportHeadings.problems}\n\n${reportRemarks.problems}\n\n`;
    for (const problem of report.problems) yield `- ${md(problemPlace(problem))} ${md(problem.message)}\n`;
  }
}

function groupMarkdown(group: ReportGroup, sources: SourceLookup): string {
  const rows = group.claims.map((claim) => [md(sources.name(claim.source)), valueCell(claim), quoteCell(claim, sources.published(claim.source)), placeCell(claim)]);
  const { decision, history } = group.review;
  const lines = [
    ...campWords(group, sources).map((words) => `- Camp: ${md(words)}`),
    ...(decision === null && history.length === 0 ? [] : [`- Review: ${md(reviewState(group))}`]),
    ...(decision === null ? [] : [`- Decision: ${md(decisionWords(decision, sources))}`]),
    ...history.map((past) => `- Earlier: ${md(decisionWords(past, sources))}`),
  ];
  const head = `### ${md(groupName(group))}: ${md(verdictLabel(group.verdict))}\n\n${md(groupReason(group))} ${md(groupBacking(group))}\n\n`;
  return `${head}${table(columnsOfClaims, rows)}${lines.length === 0 ? '' : `${lines.join('\n')}\n\n`}`;
}

function valueCell(claim: ReportClaim): string {
  const written = writtenValue(claim);
  return `**${md(claim.words)}**${written === null ? '' : ` (written ${md(written)})`}`;
}

function quoteCell(claim: ReportClaim, published: string | null): string {
  const quote = claim.quote === null ? [] : [`“${md(claim.quote)}”`];
  return [...quote, ...claimNotes(claim, published).map(md)].join(' · ');
}

function placeCell(claim: ReportClaim): string {
  const digest = shortDigest(claim);
  return [md(claimPlace(claim)), claimOffsets(claim), digest === null ? '' : `SHA-256 ${digest}…`].filter((part) => part !== '').join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n\n`;
}
