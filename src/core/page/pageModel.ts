import type { ReviewDecision, ReviewEntry } from '../case/entries';
import { comparisonWords } from '../claims/comparisonWords';
import { passageOf, registrySource, type Claim, type Group, type JudgedPair } from '../claims/claim';
import { rowWords } from '../claims/verdict';
import { compareVerdicts, decisionLabel, isDiscrepancy, loneWitness, unjudgedLabels } from '../claims/words';
import { memoizeLast } from '../memo';
import { resolveEntity, type Registry } from '../registry/registry';
import { positionAt, type Text } from '../text/text';
import { describeEdtf, describeValue } from '../values/describe';
import type { Value } from '../values/value';
import { quoteInContext } from './pageQuote';
import { judgementOfOne } from './pageView';
import type {
  Judgement,
  PageClaim,
  PageEntity,
  PageModel,
  PagePair,
  PageReview,
  PageRow,
  PageSuggestions,
  PastReview,
} from './page';

export interface PageInput {
  readonly caseName: string;
  /** Articles in the order of the case; dates in EDTF. */
  readonly sources: readonly { readonly id: string; readonly title: string | null; readonly published: string | null }[];
  readonly groups: readonly Group[];
  readonly suggestions: PageSuggestions;
  /** Decisions on groups that are gone, and the file that they stand in. */
  readonly gone?: { readonly file: string; readonly entries: readonly ReviewEntry[] };
  readonly registry: Registry;
  /** The text of an article; undefined when it cannot be read. */
  text(source: string): Text | undefined;
}

/** Context shown before and after a quote, in UTF-16 units, before it is cut at a word. */
const contextLength = 48;

/**
 * What the discrepancies page shows of a case: one row a group that an article takes part in (reference facts that no
 * article speaks of are left out), worst first (DESIGN §5), then by subject, property and key.
 */
export function pageModel(input: PageInput): PageModel {
  return createPageModel()(input);
}

/**
 * `pageModel` for a case that changes: a group that is the same object as before, under the same registry and facts about sources, has the
 * same object as its row; where its claims alone are, the row has all but review, badges and related from before. The texts of articles may
 * change only together with the claims that quote them.
 */
export function createPageModel(): (input: PageInput) => PageModel {
  const rowsUnder = memoizeLast((_registry: Registry, _sources: string): KnownRows => new WeakMap());
  return (input) => modelOf(input, rowsUnder(input.registry, JSON.stringify(input.sources.map(({ id, title, published }) => [id, title, published]))));
}

/** By the claims of a group, which are judged anew as a whole or not at all. */
type KnownRows = WeakMap<Group['claims'], { readonly group: Group; readonly row: PageRow }>;

function modelOf(input: PageInput, known: KnownRows): PageModel {
  const heard = input.groups.filter((group) => group.claims.some((claim) => claim.source !== registrySource));
  const keys = new Map(heard.map((group) => [group.key, group]));
  const published = new Map(input.sources.map((source) => [source.id, source.published]));
  const rows = heard.map((group) => {
    const before = known.get(group.claims);
    const related = relatedOf(group, keys, input);
    if (!before) {
      const row = pageRow(group, related, published, input);
      known.set(group.claims, { group, row });
      return row;
    }
    const sameNeighbours = sameRelated(before.row.related, related);
    if (before.group === group && sameNeighbours) return before.row;
    const row = { ...before.row, badges: group.badges, review: pageReview(group, input), related: sameNeighbours ? before.row.related : related };
    known.set(group.claims, { group, row });
    return row;
  });
  rows.sort(
    (a, b) =>
      compareVerdicts(a.judgement.verdict, b.judgement.verdict) ||
      compareText(a.subject.name, b.subject.name) ||
      compareText(a.property, b.property) ||
      compareText(a.key, b.key),
  );
  return { caseName: input.caseName, sources: pageSources(heard, input), rows, suggestions: input.suggestions, gone: goneDecisions(input) };
}

function pageSources(groups: readonly Group[], input: PageInput): PageModel['sources'] {
  const listed = new Map(input.sources.map(({ id, title, published }) => [id, { id, title: title ?? id, published }]));
  const discrepancies = new Map<string, number>();
  for (const group of groups) {
    for (const source of new Set(group.claims.map((claim) => claim.source))) {
      if (!listed.has(source)) {
        const title = source === registrySource ? 'Registry' : source;
        listed.set(source, { id: source, title, published: null });
      }
      if (isDiscrepancy(group.verdict)) discrepancies.set(source, (discrepancies.get(source) ?? 0) + 1);
    }
  }
  const sources = [...listed.values()].map(({ id, title, published }) => ({
    id,
    title,
    published,
    discrepancies: discrepancies.get(id) ?? 0,
  }));
  return [
    ...sources.filter(({ id }) => id !== registrySource),
    ...sources.filter(({ id }) => id === registrySource),
  ];
}

function pageRow(group: Group, related: PageRow['related'], published: Published, input: PageInput): PageRow {
  const { registry } = input;
  const property = registry.properties.get(group.property);
  const lone = new Set(group.singleSource);
  // Where every value stands alone, the row's badge says it once.
  const tellsLone = group.claims.some((claim, i) => !lone.has(i) && claim.unjudged === null);
  return {
    key: group.key,
    subject: pageEntity(group.subject, registry),
    property: property?.label ?? group.property,
    propertyId: group.property,
    separators: [...group.separators].map(([name, value]) => ({
      label: registry.properties.get(name)?.label ?? name,
      value: nameOf(value, registry),
    })),
    judgement: judgementOf(group),
    ...worstPairs(group),
    badges: group.badges,
    review: pageReview(group, input),
    claims: group.claims.map((claim, i) => pageClaim(claim, tellsLone && lone.has(i), published, input)),
    camps: [...group.camps].sort((a, b) => b.witnesses - a.witnesses || b.claims.length - a.claims.length),
    entities: entitiesOf(group).map((id) => pageEntity(id, registry)),
    related,
  };
}

function relatedOf(group: Group, heard: ReadonlyMap<string, Group>, { registry }: PageInput): PageRow['related'] {
  return group.related.flatMap((key) => {
    const other = heard.get(key);
    return other ? [{ key, label: registry.properties.get(other.property)?.label ?? other.property }] : [];
  });
}

function sameRelated(a: PageRow['related'], b: PageRow['related']): boolean {
  return a.length === b.length && a.every(({ key }, i) => key === b[i]?.key);
}

function judgementOf(group: Group): Judgement {
  return group.worst ? judgementOfPair(group.worst) : judgementOfOne(group.verdict === 'unjudged');
}

function judgementOfPair(pair: JudgedPair): Judgement {
  return {
    verdict: pair.verdict,
    relation: pair.comparison.relation,
    relationWords: comparisonWords(pair.comparison),
    reason: rowWords(pair.row),
  };
}

function worstPairs(group: Group): Pick<PageRow, 'pairs' | 'judgements'> {
  const worst = new Map<string, JudgedPair>();
  for (const pair of group.pairs) {
    const [one = '', other = ''] = [group.claims[pair.a]?.source, group.claims[pair.b]?.source];
    const sources = one < other ? `${one}\n${other}` : `${other}\n${one}`;
    const known = worst.get(sources);
    if (!known || compareVerdicts(pair.verdict, known.verdict) < 0) worst.set(sources, pair);
  }
  const judgements: Judgement[] = [];
  const indexes = new Map<string, number>();
  const pairs = [...worst.values()].map((pair): PagePair => {
    const judgement = judgementOfPair(pair);
    const key = JSON.stringify(judgement);
    const index = indexes.get(key) ?? judgements.push(judgement) - 1;
    indexes.set(key, index);
    return [pair.a, pair.b, index];
  });
  return { pairs, judgements };
}

function pageReview({ review }: Group, input: PageInput): PageReview {
  const { entry } = review;
  const status = review.reviewAgain ? 'again' : review.status;
  if (entry === null) return { ...undecided, status };
  const words = review.reopened ? 'Open again: the verdict is worse than when it was decided' : decisionWords(entry, input);
  return {
    status,
    decided: entry.status,
    words: entry.status === 'open' ? '' : words,
    note: entry.note?.text ?? null,
    reason: entry.reason?.text ?? null,
    wrong: entry.wrong.map(({ text }) => text),
    by: entry.by?.text ?? null,
    at: entry.at?.text ?? null,
    history: [...(review.reopened ? [entry] : []), ...[...entry.history].reverse()].map((past) => pastReview(past, input)),
  };
}

const undecided = { decided: 'open', words: '', note: null, reason: null, wrong: [], by: null, at: null, history: [] } as const;

function goneDecisions(input: PageInput): PageModel['gone'] {
  const { file, entries } = input.gone ?? { file: '', entries: [] };
  return entries.map((entry) => ({
    ...pastReview(entry, input),
    key: entry.key.text,
    entry: { file, start: entry.key.span.start, end: entry.key.span.end },
  }));
}

function pastReview(past: ReviewDecision, input: PageInput): PastReview {
  return { words: decisionWords(past, input), note: past.note?.text ?? null, by: past.by?.text ?? null, at: past.at?.text ?? null };
}

function decisionWords({ status, reason, wrong }: ReviewDecision, { sources }: PageInput): string {
  return decisionLabel(status, reason?.text ?? null, wrong.map(({ text }) => sources.find(({ id }) => id === text)?.title ?? text));
}

type Published = ReadonlyMap<string, string | null>;

function pageClaim(claim: Claim, lone: boolean, published: Published, input: PageInput): PageClaim {
  const passage = passageOf(claim);
  const article = claim.source === registrySource ? undefined : input.text(claim.source);
  const placed = article && passage ? { article, passage } : null;
  const value = describeValue(claim.value, (id) => nameOf(id, input.registry));
  return {
    source: claim.source,
    value,
    polarity: claim.polarity,
    modality: claim.modality,
    suggested: claim.state === 'suggested',
    unjudged: claim.unjudged !== null,
    qualifiers: [...qualifiersOf(claim, published, input.registry), ...(lone ? [loneWitness] : [])],
    quote: quoteInContext(claim, input.registry, placed, contextLength),
    problems: problemsOf(claim),
    passage: placed ? { file: claim.source, start: placed.passage.start, end: placed.passage.end } : null,
    line: placed ? positionAt(placed.article, placed.passage.start).line + 1 : null,
    entry: { file: claim.file, start: claim.entry.span.start, end: claim.entry.span.end },
  };
}

function qualifiersOf(claim: Claim, dates: Published, registry: Registry): string[] {
  const published = dates.get(claim.source) ?? null;
  const qualifiers: string[] = [];
  if (claim.speaker !== null) qualifiers.push(`said by ${nameOf(claim.speaker, registry)}`);
  if (claim.asOf !== null && claim.asOf !== published) qualifiers.push(`as of ${describeEdtf(claim.asOf)}`);
  if (claim.valid !== null && claim.valid !== claim.asOf) qualifiers.push(`valid ${describeEdtf(claim.valid)}`);
  if (claim.entry.reference) qualifiers.push(`from ${claim.entry.reference.text}`);
  if (claim.entry.note) qualifiers.push(`note: ${claim.entry.note.text}`);
  return qualifiers;
}

function problemsOf(claim: Claim): string[] {
  const problems: string[] = [];
  if (claim.anchor?.state === 'lost') problems.push('Quote not found in the article');
  if (claim.anchor?.state === 'ambiguous') problems.push('Quote found in several places');
  if (claim.anchor?.state === 'fuzzy') problems.push('The article words this a little differently now');
  if (claim.unjudged !== null) problems.push(unjudgedLabels[claim.unjudged]);
  return problems;
}

function entitiesOf(group: Group): string[] {
  const ids = new Set<string>([group.subject]);
  for (const claim of group.claims) for (const id of entitiesIn(claim.value)) ids.add(id);
  return [...ids];
}

function entitiesIn(value: Value): readonly string[] {
  if (value.kind === 'entity') return [value.id];
  return value.kind === 'set' ? value.items.flatMap(entitiesIn) : [];
}

function pageEntity(id: string, registry: Registry): PageEntity {
  const entity = resolveEntity(registry, id);
  return { id, name: entity?.name ?? id, type: entity?.type ?? null };
}

function nameOf(id: string, registry: Registry): string {
  return resolveEntity(registry, id)?.name ?? id;
}

const collator = new Intl.Collator('en', { numeric: true });

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
