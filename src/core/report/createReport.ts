import type { Problem, ReviewDecision } from '../case/entries';
import { checkAnnotationSources } from '../case/members';
import type { CaseModel } from '../caseModel';
import type { Claim, Group } from '../claims/claim';
import { passageOf, registrySource } from '../claims/claim';
import { comparisonWords } from '../claims/comparisonWords';
import { goneReviews } from '../claims/review';
import { rowWords } from '../claims/verdict';
import { compareVerdicts } from '../claims/words';
import { claimValue, entityName, propertyLabel } from '../features/claimText';
import type { Span } from '../text/text';
import { positionAt } from '../text/text';
import { coreJson, valueJson } from '../values/describe';
import { createCodePointCounter } from './codePoints';
import type { Report, ReportClaim, ReportDecision, ReportGroup, ReportSelection, ReportSource } from './reportSchema';

/** What a report needs beside the case. */
export interface ReportInput {
  readonly caseName: string;
  readonly selection: ReportSelection;
  /** When the report is made, to be told in it; null: not told, and the same case gives the same report. */
  readonly created: string | null;
  readonly commit: string | null;
  /** SHA-256 of articles and registry files, by path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** All groups, without what is only suggested. */
export const wholeCase: ReportSelection = { verdicts: null, statuses: null, entity: null, keys: null, suggestions: false };

/** UTF-16 units before and after a quote that a report keeps, so that the quote is found again among others like it. */
const contextLength = 32;

/** The discrepancies of a case with their evidence, as data. The same case, selection and input give the same report, on any machine. */
export function createReport(model: CaseModel, input: ReportInput): Report {
  const { selection } = input;
  const all = selection.suggestions ? model.comparison() : model.groups();
  const chosen = all.filter((group) => isChosen(group, selection));
  const write = createWriter(model, input.digests);
  const reviews = model.reviews()?.data;
  const keys = new Set(model.groups().map(({ key }) => key));
  return {
    version: 1,
    case: input.caseName,
    created: input.created,
    commit: input.commit,
    selection,
    leftOut: all.length - chosen.length,
    sources: reportSources(model, chosen, input.digests),
    groups: inOrder(chosen.map(write.group)),
    goneDecisions: (reviews ? goneReviews(reviews, keys) : [])
      .map((entry) => ({ key: entry.key.text, decision: decisionOf(entry), history: entry.history.map(decisionOf) }))
      .sort((a, b) => compareTexts(a.key, b.key)),
    problems: reportProblems(model),
  };
}

function isChosen(group: Group, { verdicts, statuses, entity, keys }: ReportSelection): boolean {
  if (verdicts && !verdicts.includes(group.verdict)) return false;
  if (statuses && !statuses.includes(group.review.status)) return false;
  if (keys && !keys.includes(group.key)) return false;
  return entity === null || group.subject === entity || group.claims.some(({ value }) => value.kind === 'entity' && value.id === entity);
}

/** Subjects with the worst verdict first, then by name; the groups of a subject likewise, then by property. */
function inOrder(groups: readonly ReportGroup[]): ReportGroup[] {
  const worst = new Map<string, ReportGroup['verdict']>();
  for (const { subject, verdict } of groups) {
    const known = worst.get(subject.id);
    if (!known || compareVerdicts(verdict, known) < 0) worst.set(subject.id, verdict);
  }
  return [...groups].sort(
    (a, b) =>
      compareVerdicts(worst.get(a.subject.id)!, worst.get(b.subject.id)!) ||
      compareTexts(a.subject.name, b.subject.name) ||
      compareTexts(a.subject.id, b.subject.id) ||
      compareVerdicts(a.verdict, b.verdict) ||
      compareTexts(a.property.label, b.property.label) ||
      compareTexts(a.key, b.key),
  );
}

function reportSources(model: CaseModel, groups: readonly Group[], digests: ReadonlyMap<string, string>): ReportSource[] {
  const nothing = { title: null, publisher: null, author: null, published: null, url: null, retrieved: null, language: null, origin: null };
  const known = model.sources().map(({ id, title, publisher, published, language, entry }) => ({
    id,
    title,
    publisher,
    author: entry?.author?.text ?? null,
    published,
    url: entry?.url?.text ?? null,
    retrieved: entry?.retrieved?.text ?? null,
    language,
    origin: entry?.origin?.text ?? null,
    sha256: digests.get(id) ?? null,
  }));
  const heard = new Set(groups.flatMap(({ claims }) => claims.map(({ source }) => source)));
  for (const { id } of known) heard.delete(id);
  const hasFacts = heard.delete(registrySource);
  const gone = [...heard].sort(compareTexts).map((id) => ({ id, ...nothing, sha256: null }));
  return [...known, ...gone, ...(hasFacts ? [{ id: registrySource, ...nothing, title: 'Registry', sha256: null }] : [])];
}

function createWriter(model: CaseModel, digests: ReadonlyMap<string, string>): { group(group: Group): ReportGroup } {
  const counters = new Map<string, (offset: number) => number>();
  const codePointsOf = (source: string, { start, end }: Span) => {
    const text = model.text(source);
    if (!text) return null;
    let count = counters.get(source);
    if (!count) counters.set(source, (count = createCodePointCounter(text)));
    return { start: count(start), end: count(end) };
  };
  const claim = (one: Claim, singleSource: boolean): ReportClaim => {
    const file = one.source === registrySource ? one.file : one.source;
    return {
      source: one.source,
      file,
      sha256: digests.get(file) ?? null,
      ...placeOf(model, one, codePointsOf),
      anchor: one.anchor?.state ?? null,
      written: 'text' in one.entry.value ? one.entry.value.text : one.entry.value.map(({ text }) => text),
      words: claimValue(model, one),
      normalised: valueJson(one.value),
      core: coreJson(one.value)?.slice() ?? null,
      derivation: one.derivation ?? null,
      polarity: one.polarity,
      modality: one.modality,
      speaker: one.speaker === null ? null : { id: model.entity(one.speaker)?.id ?? null, name: entityName(model, one.speaker) },
      asOf: one.asOf,
      valid: one.valid,
      state: one.state,
      unjudged: one.unjudged,
      singleSource,
      reference: one.entry.reference?.text ?? null,
      note: one.entry.note?.text ?? null,
      entry: { file: one.file, line: one.state === 'suggested' ? null : lineOf(model, one.file, one.entry.span.start) },
    };
  };
  return {
    group(group) {
      const { worst, review } = group;
      const alone = new Set(group.singleSource);
      return {
        key: group.key,
        subject: { id: group.subject, name: entityName(model, group.subject), type: model.entity(group.subject)?.type ?? null },
        property: { id: group.property, label: propertyLabel(model, group.property) },
        separators: [...group.separators]
          .sort(([a], [b]) => compareTexts(a, b))
          .map(([name, value]) => ({ name, label: propertyLabel(model, name), value, words: entityName(model, value) })),
        verdict: group.verdict,
        reason: {
          row: worst?.row ?? null,
          words: worst ? rowWords(worst.row) : wordsOfOne(group),
          relation: worst?.comparison.relation ?? null,
          comparison: worst ? comparisonWords(worst.comparison) : '',
          claims: worst ? [worst.a, worst.b] : [],
        },
        badges: [...group.badges],
        witnesses: group.witnesses,
        camps: group.camps.map(({ claims, best, witnesses }) => ({ claims: [...claims], best, witnesses })),
        review: {
          status: review.status,
          reviewAgain: review.reviewAgain,
          reopened: review.reopened,
          decision: review.entry && decisionOf(review.entry),
          history: (review.entry?.history ?? []).map(decisionOf),
        },
        related: [...group.related],
        claims: group.claims.map((one, index) => claim(one, alone.has(index))),
      };
    },
  };
}

function wordsOfOne(group: Group): string {
  return group.verdict === 'unjudged' ? 'This claim cannot be judged.' : 'Only one claim says anything about this.';
}

type ClaimPlace = Pick<ReportClaim, 'quote' | 'start' | 'end' | 'codePoints' | 'line' | 'column' | 'prefix' | 'suffix'>;

function placeOf(model: CaseModel, claim: Claim, codePointsOf: (source: string, span: Span) => ReportClaim['codePoints']): ClaimPlace {
  const passage = passageOf(claim);
  const text = passage && model.text(claim.source);
  if (!passage || !text) {
    const quote = claim.entry.quote?.text ?? null;
    return { quote, start: null, end: null, codePoints: null, line: null, column: null, prefix: claim.entry.prefix?.text ?? null, suffix: claim.entry.suffix?.text ?? null };
  }
  const { start, end } = passage;
  const { line, character } = positionAt(text, start);
  return {
    quote: text.content.slice(start, end),
    start,
    end,
    codePoints: codePointsOf(claim.source, passage),
    line: line + 1,
    column: character + 1,
    prefix: text.content.slice(Math.max(0, start - contextLength), start),
    suffix: text.content.slice(end, end + contextLength),
  };
}

function decisionOf({ status, reason, wrong, note, by, at }: ReviewDecision): ReportDecision {
  return {
    status,
    reason: reason?.text ?? null,
    wrong: wrong.map(({ text }) => text),
    note: note?.text ?? null,
    by: by?.text ?? null,
    at: at?.text ?? null,
  };
}

/** What readers of a report cannot know of themselves: what of the case it does not hold, or not as it should be. */
function reportProblems(model: CaseModel): Report['problems'] {
  const found: { file: string; problem: Problem }[] = [];
  const reviews = model.reviews();
  for (const { path, problems } of [model.manifest(), ...model.registryFiles(), ...model.annotationFiles(), ...(reviews ? [reviews] : [])]) {
    for (const problem of problems) if (problem.code !== 'yaml/unknown-key') found.push({ file: path, problem });
  }
  for (const { path } of model.annotationFiles()) {
    for (const problem of model.claimProblems(path)) if (problem.code.startsWith('anchor/')) found.push({ file: path, problem });
  }
  const annotated = model.annotationFiles().map(({ path, data }) => ({ path, source: data.source }));
  found.push(...checkAnnotationSources(annotated, model.members()));
  const told = found.map(({ file, problem }) => ({ file, line: lineOf(model, file, problem.span.start), message: problem.message }));
  for (const path of model.paths()) {
    const message = model.kindOf(path) === null ? null : model.decodingProblem(path);
    if (message !== null) told.push({ file: path, line: null, message });
  }
  return told.sort((a, b) => compareTexts(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareTexts(a.message, b.message));
}

function lineOf(model: CaseModel, file: string, offset: number): number | null {
  const text = model.text(file);
  return text ? positionAt(text, offset).line + 1 : null;
}

/** By code units, so that every machine sorts alike. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
