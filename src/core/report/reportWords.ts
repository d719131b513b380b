import { registrySource } from '../claims/claim';
import { badgeLabel, decisionLabel, loneWitness, unjudgedLabels, verdictLabel, verdictOrder } from '../claims/words';
import { describeEdtf } from '../values/describe';
import type { Report, ReportClaim, ReportDecision, ReportGroup, ReportSelection, ReportSource } from './reportSchema';

/** The wording that the HTML and Markdown renderings share. Plain text: whoever shows it escapes it. */

/** Headings of the parts that are not about a subject, in their order. */
export const reportHeadings = {
  summary: 'Summary',
  sources: 'Sources',
  gone: 'Decisions on what is gone',
  problems: 'Problems of the case',
} as const;

/** What is said below the headings of the report's last parts, and where there are no groups. */
export const reportRemarks = {
  noGroups: 'There are no groups of claims.',
  gone: 'No claims are about these now; the decisions are kept.',
  problems: 'What of the case this report does not hold, or not as it should be.',
} as const;

/** What the tables of sources and of a group’s claims tell. */
export const columnsOfSources = ['Title', 'From', 'File', 'SHA-256 of the file'] as const;
export const columnsOfClaims = ['Source', 'Value', 'Words', 'Place'] as const;

/** `Discrepancies: Kazakhstan and the UN`. */
export function reportTitle(report: Report): string {
  return `Discrepancies: ${report.case}`;
}

/** Looks up what a report says of a source, and what to call it. */
export interface SourceLookup {
  name(id: string): string;
  published(id: string): string | null;
}

export function sourceLookup({ sources }: Report): SourceLookup {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    name: (id) => byId.get(id)?.title ?? id,
    published: (id) => byId.get(id)?.published ?? null,
  };
}

/** The files that a source's claims rest on, with their hashes: the article, or for the registry each file that states a fact. */
export function sourceFiles({ groups }: Report, { id, sha256 }: ReportSource): readonly { readonly file: string; readonly sha256: string | null }[] {
  if (id !== registrySource) return [{ file: id, sha256 }];
  const facts = groups.flatMap(({ claims }) => claims.filter(({ source }) => source === registrySource));
  const files = new Map(facts.map((fact) => [fact.file, fact.sha256]));
  return [...files].map(([file, hash]) => ({ file, sha256: hash })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What to call a source: its title, else its path. */
export function sourceName({ id, title }: ReportSource): string {
  return title ?? id;
}

/** The facts of a source that are known, in the order of a bibliography. */
export function sourceFacts(source: ReportSource): string {
  const { author, publisher, published, origin } = source;
  const facts = [author, publisher, published === null ? null : describeEdtf(published), origin === null ? null : `origin: ${origin}`];
  return facts.filter((fact) => fact !== null).join(', ');
}

/** What a group is about, without its subject: `votes for (Election of 2006)`. */
export function groupName({ property, separators }: ReportGroup): string {
  return separators.length === 0 ? property.label : `${property.label} (${separators.map(({ words }) => words).join(', ')})`;
}

/** Why the group has its verdict: `The values cannot both be true (different · 8 months apart).` */
export function groupReason({ reason }: ReportGroup): string {
  return reason.comparison === '' || reason.relation === 'equal' ? reason.words : `${reason.words.replace(/\.$/, '')} (${reason.comparison}).`;
}

/** How well a group is backed: `2 independent witnesses · Single source, Same origin`. */
export function groupBacking({ witnesses, badges }: ReportGroup): string {
  return [witnessWords(witnesses), ...(badges.length > 0 ? [badges.map(badgeLabel).join(', ')] : [])].join(' · ');
}

function witnessWords(count: number): string {
  return count === 1 ? '1 independent witness' : `${count} independent witnesses`;
}

/** Each camp: its best value, who backs it, and how many of them are independent. None of a claim that stands alone. */
export function campWords(group: ReportGroup, sources: SourceLookup): string[] {
  if (group.claims.length < 2) return [];
  return group.camps.map(({ claims, best, witnesses }) => {
    const backers = [...new Set(claims.map((index) => sources.name(group.claims[index]!.source)))];
    return `${group.claims[best]!.words} — ${backers.join(', ')} (${witnessWords(witnesses)})`;
  });
}

/** What qualifies a claim, each a short phrase. `published` is the date of its source, which is not told again. */
export function claimNotes(claim: ReportClaim, published: string | null): string[] {
  const notes: string[] = [];
  if (claim.state === 'suggested') notes.push('suggested, not confirmed');
  if (claim.speaker) notes.push(`said by ${claim.speaker.name}`);
  if (claim.asOf !== null && claim.asOf !== published) notes.push(`as of ${describeEdtf(claim.asOf)}`);
  if (claim.valid !== null && claim.valid !== claim.asOf) notes.push(`valid ${describeEdtf(claim.valid)}`);
  if (claim.derivation !== null) notes.push(claim.derivation);
  if (claim.unjudged !== null) notes.push(unjudgedLabels[claim.unjudged].toLowerCase());
  if (claim.singleSource) notes.push(loneWitness);
  if (claim.anchor === 'lost') notes.push('quote not found in the article');
  if (claim.anchor === 'ambiguous') notes.push('quote found in several places');
  if (claim.anchor === 'fuzzy') notes.push('the article words the annotated quote a little differently');
  if (claim.anchor === null && claim.source !== registrySource) notes.push('the article is not in the case');
  if (claim.reference !== null) notes.push(`from ${claim.reference}`);
  if (claim.note !== null) notes.push(`note: ${claim.note}`);
  return notes;
}

/** Where the claim stands: `sources/a.txt:3:14`. */
export function claimPlace({ file, line, column, entry, source }: ReportClaim): string {
  if (line !== null) return `${file}:${line}:${column}`;
  return source === registrySource && entry.line !== null ? `${file}:${entry.line}` : file;
}

/** Where a problem is: `annotations/a.yaml:3`. */
export function problemPlace({ file, line }: Report['problems'][number]): string {
  return line === null ? file : `${file}:${line}`;
}

/** Offsets in both counts; empty where the quote has no place. */
export function claimOffsets({ start, end, codePoints }: ReportClaim): string {
  if (start === null || end === null) return '';
  const same = codePoints === null || (codePoints.start === start && codePoints.end === end);
  return same ? `${start}–${end}` : `${start}–${end} (code points ${codePoints.start}–${codePoints.end})`;
}

/** Enough of the hash of a claim's file to find it in the table of sources, which has it whole; null where there is none. */
export function shortDigest({ sha256 }: ReportClaim): string | null {
  return sha256 === null ? null : sha256.slice(0, 12);
}

/** The value as written, where that says more than the words. */
export function writtenValue({ written, words }: ReportClaim): string | null {
  const text = [written].flat().join(', ');
  return text.toLowerCase() === words.toLowerCase() ? null : text;
}

/** A decision: `Explained: forecast. Note. By dana, 2016-07-01T09:00:00Z`. */
export function decisionWords({ status, reason, wrong, note, by, at }: ReportDecision, sources: SourceLookup): string {
  const words = [decisionLabel(status, reason, wrong.map((id) => sources.name(id)))];
  if (note !== null) words.push(`Note: ${note}`);
  const who = [by === null ? null : `by ${by}`, at].filter((part) => part !== null).join(', ');
  if (who !== '') words.push(`Decided ${who}`);
  return words.join('. ');
}

/** The state of review of a group, in a few words. */
export function reviewState({ review }: ReportGroup): string {
  if (review.reopened) return 'Open again: the verdict is worse than when it was decided';
  if (review.reviewAgain) return 'Decided, but the claims have changed since: review again';
  return review.status === 'open' ? 'Open' : 'Decided';
}

/** What was asked for: `Verdicts: conflict, tension. Without suggestions.` */
export function selectionWords({ verdicts, statuses, entity, keys, filter, suggestions }: ReportSelection, leftOut: number): string {
  const asked: string[] = [];
  if (verdicts) asked.push(`verdict ${verdicts.map((verdict) => verdictLabel(verdict).toLowerCase()).join(' or ')}`);
  if (statuses) asked.push(`review ${statuses.join(' or ')}`);
  if (entity !== null) asked.push(`about ${entity}`);
  const which = keys ? 'Chosen groups' : asked.length === 0 ? 'All groups' : 'Groups';
  const left = keys || asked.length > 0 ? `; ${leftOut} left out` : '';
  const groups = `${which} of claims${asked.length === 0 ? '' : ` with ${asked.join(', ')}`}${filter ? `: ${filter}` : ''}${left}`;
  return `${groups}. ${suggestions ? 'Suggested claims take part, marked as such.' : 'Confirmed claims only.'}`;
}

/** Groups by verdict, worst first; verdicts that do not occur are left out. */
export function verdictCounts({ groups }: Report): readonly { readonly label: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { verdict } of groups) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return verdictOrder.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [{ label: verdictLabel(verdict), count }];
  });
}

/** The groups of each subject, in order. */
export function bySubject(groups: readonly ReportGroup[]): readonly { readonly subject: ReportGroup['subject']; readonly groups: readonly ReportGroup[] }[] {
  const found = new Map<string, { subject: ReportGroup['subject']; groups: ReportGroup[] }>();
  for (const group of groups) {
    const held = found.get(group.subject.id);
    if (held) held.groups.push(group);
    else found.set(group.subject.id, { subject: group.subject, groups: [group] });
  }
  return [...found.values()];
}

/** A web address that may be a link: http and https alone, so that no text of a case can run anything. */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s<>"']+$/i.test(text) ? text : null;
}

/** Control characters and those that turn the direction of text, so that no text can pass for another. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Text on one line: line breaks become spaces, other unseen characters are shown as `\u202e`. */
export function plainLine(text: string): string {
  return text
    .replace(/[\t-\r\u0085\u2028\u2029]\s*/gu, ' ')
    .replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
