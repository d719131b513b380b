import { verdictLabel } from '../claims/words';
import { describeEdtf } from '../values/describe';
import type { Report, ReportClaim, ReportGroup } from './reportSchema';
import { reportStyle, reportStyleHash } from './reportStyle';
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
  plainLine,
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
  webAddress,
  writtenValue,
} from './reportWords';
import type { SourceLookup } from './reportWords';

/** Nothing runs and nothing is fetched: the page's own style, told by its hash, is all there is. */
const policy = `default-src 'none'; style-src 'sha256-${reportStyleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * The report as one HTML page that needs nothing else: no script, no other file; light and dark, and fit to print. Texts of the case are
 * never markup. In pieces, so that no report is too large for one string.
 */
export function* renderHtml(report: Report): Iterable<string> {
  const title = reportTitle(report);
  const subjects = bySubject(report.groups);
  const sources = sourceLookup(report);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Corroborate">
<title>${escapeHtml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(selectionWords(report.selection, report.leftOut))}</p>
${madeOf(report)}</header>
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
<li><a href="#summary">${reportHeadings.summary}</a></li>
<li><a href="#sources">${reportHeadings.sources}</a></li>
`;
  for (const [index, { subject, groups }] of subjects.entries()) {
    yield `<li><a href="#s${index + 1}">${escapeHtml(subject.name)}</a> <span class="dim">${escapeHtml(subjectCounts(groups))}</span></li>\n`;
  }
  if (report.goneDecisions.length > 0) yield `<li><a href="#gone">${reportHeadings.gone}</a></li>\n`;
  if (report.problems.length > 0) yield `<li><a href="#problems">${reportHeadings.problems}</a></li>\n`;
  yield `</ol>\n</nav>\n<main>\n${summaryHtml(report)}${sourcesHtml(report)}`;
  for (const [index, { subject, groups }] of subjects.entries()) {
    const type = subject.type === null ? '' : ` <small>${escapeHtml(subject.type)}</small>`;
    yield `<section>\n<h2 id="s${index + 1}">${escapeHtml(subject.name)}${type}</h2>\n`;
    for (const group of groups) yield* groupHtml(group, sources);
    yield '</section>\n';
  }
  yield* goneHtml(report, sources);
  yield* problemsHtml(report);
  yield '</main>\n</body>\n</html>\n';
}

function madeOf({ created, commit }: Report): string {
  const facts = [
    ...(created === null ? [] : [`Made ${escapeHtml(created)}.`]),
    ...(commit === null ? [] : [`Commit <code>${escapeHtml(commit)}</code>.`]),
  ];
  return facts.length === 0 ? '' : `<p class="dim">${facts.join(' ')}</p>\n`;
}

function subjectCounts(groups: readonly ReportGroup[]): string {
  const [first] = groups;
  const more = groups.length - 1;
  return first ? `${verdictLabel(first.verdict).toLowerCase()}${more > 0 ? ` and ${more} more` : ''}` : '';
}

function summaryHtml(report: Report): string {
  const rows = verdictCounts(report).map(
    ({ label, count }) => `<tr><th scope="row">${escapeHtml(label)}</th><td class="number">${count}</td></tr>\n`,
  );
  const body = rows.length === 0 ? `<p>${reportRemarks.noGroups}</p>\n` : verdictTable(rows);
  return `<section aria-labelledby="summary">\n<h2 id="summary">${reportHeadings.summary}</h2>\n${body}</section>\n`;
}

function verdictTable(rows: readonly string[]): string {
  return `<table class="counts">
<caption>Groups of claims by verdict, worst first</caption>
${tableHead(['Verdict', 'Groups'])}
<tbody>
${rows.join('')}</tbody>
</table>
`;
}

function sourcesHtml(report: Report): string {
  const rows = report.sources.map((source) => {
    const address = webAddress(source.url);
    const retrieved = source.retrieved === null ? '' : ` (retrieved ${escapeHtml(describeEdtf(source.retrieved))})`;
    const url = source.url === null ? '' : `<br>${address === null ? escapeHtml(source.url) : linkHtml(address)}${retrieved}`;
    const [first, ...more] = sourceFiles(report, source).map(
      ({ file, sha256 }) => `<td><code>${escapeHtml(file)}</code></td><td>${sha256 === null ? '' : `<code>${sha256}</code>`}</td></tr>\n`,
    );
    const rows = more.length === 0 ? '' : ` rowspan="${more.length + 1}"`;
    const head = `<tr><th scope="row"${rows}>${escapeHtml(sourceName(source))}</th><td${rows}>${escapeHtml(sourceFacts(source))}${url}</td>`;
    return `${head}${first ?? '<td></td><td></td></tr>\n'}${more.map((cells) => `<tr>${cells}`).join('')}`;
  });
  return `<section aria-labelledby="sources">
<h2 id="sources">${reportHeadings.sources}</h2>
<div class="wide" tabindex="0" role="region" aria-label="Table of sources">
<table>
<caption>What was compared. The hash tells whether a file is still the one that was read.</caption>
${tableHead(columnsOfSources)}
<tbody>
${rows.join('')}</tbody>
</table>
</div>
</section>
`;
}

function* groupHtml(group: ReportGroup, sources: SourceLookup): Iterable<string> {
  yield `<section>
<h3>${escapeHtml(groupName(group))}: <span class="${group.verdict}">${escapeHtml(verdictLabel(group.verdict))}</span></h3>
<p>${escapeHtml(groupReason(group))} <span class="dim">${escapeHtml(groupBacking(group))}</span></p>
<table class="claims">
${tableHead(columnsOfClaims)}
<tbody>
`;
  for (const claim of group.claims) yield claimHtml(claim, sources);
  yield '</tbody>\n</table>\n';
  const camps = campWords(group, sources);
  const { review } = group;
  const parts = [
    ...(camps.length > 0 ? [`<dt>Camps, each by its best value</dt>${camps.map((words) => `<dd>${escapeHtml(words)}</dd>`).join('')}`] : []),
    ...(review.decision === null && review.history.length === 0 ? [] : [`<dt>Review</dt><dd>${escapeHtml(reviewState(group))}</dd>`]),
    ...(review.decision === null ? [] : [`<dt>Decision</dt><dd>${escapeHtml(decisionWords(review.decision, sources))}</dd>`]),
    ...(review.history.length === 0
      ? []
      : [`<dt>Earlier decisions</dt>${review.history.map((past) => `<dd>${escapeHtml(decisionWords(past, sources))}</dd>`).join('')}`]),
  ];
  yield `${parts.length === 0 ? '' : `<dl>${parts.join('')}</dl>\n`}</section>\n`;
}

function claimHtml(claim: ReportClaim, sources: SourceLookup): string {
  const written = writtenValue(claim);
  const notes = claimNotes(claim, sources.published(claim.source)).map(escapeHtml).join(' · ');
  const quote = claim.quote === null ? '' : `<q><bdi>${escapeHtml(claim.quote)}</bdi></q>`;
  const offsets = claimOffsets(claim);
  const digest = shortDigest(claim);
  const evidence = [offsets, digest === null ? '' : `SHA-256 <a href="#sources">${digest}…</a>`].filter((part) => part !== '').join(' · ');
  return `<tr><th scope="row">${escapeHtml(sources.name(claim.source))}</th><td><strong>${escapeHtml(claim.words)}</strong>${
    written === null ? '' : `<span class="notes">written ${escapeHtml(written)}</span>`
  }</td><td>${quote}${notes === '' ? '' : `<span class="notes">${notes}</span>`}</td><td><code>${escapeHtml(claimPlace(claim))}</code>${
    evidence === '' ? '' : `<span class="notes">${evidence}</span>`
  }</td></tr>\n`;
}

function* goneHtml({ goneDecisions }: Report, sources: SourceLookup): Iterable<string> {
  if (goneDecisions.length === 0) return;
  yield `<section aria-labelledby="gone">\n<h2 id="gone">${reportHeadings.gone}</h2>\n<p>${reportRemarks.gone}</p>\n<dl>\n`;
  for (const { key, decision, history } of goneDecisions) {
    const all = [decision, ...history].map((one) => `<dd>${escapeHtml(decisionWords(one, sources))}</dd>`);
    yield `<dt><code>${escapeHtml(key)}</code></dt>${all.join('')}\n`;
  }
  yield '</dl>\n</section>\n';
}

function* problemsHtml({ problems }: Report): Iterable<string> {
  if (problems.length === 0) return;
  yield `<section aria-labelledby="problems">\n<h2 id="problems">${reportHeadings.problems}</h2>\n<p>${reportRemarks.problems}</p>\n<ul>\n`;
  for (const problem of problems) yield `<li><code>${escapeHtml(problemPlace(problem))}</code> ${escapeHtml(problem.message)}</li>\n`;
  yield '</ul>\n</section>\n';
}

function tableHead(columns: readonly string[]): string {
  return `<thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>`;
}

function linkHtml(address: string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(address)}</a>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (character) => entities[character]!);
}
