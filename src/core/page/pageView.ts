import { registrySource, type Verdict } from '../claims/claim';
import { compareVerdicts, verdictOrder } from '../claims/words';
import { quietVerdicts } from './page';
import type { Judgement, PageClaim, PageModel, PageRow, PageSource, PageStatus } from './page';

/** What a reader chose to see. Null is the page's own choice, which follows the case as it grows. */
export interface PageFilter {
  /** Null: all, the quiet ones folded. */
  readonly verdicts: readonly Verdict[] | null;
  /** Null: all. */
  readonly statuses: readonly PageStatus[] | null;
  /** Entity id. */
  readonly entity: string | null;
  /** Property id. */
  readonly property: string | null;
  /** Groups of confirmed claims alone, or those with a suggested one; null: both. */
  readonly claims: 'confirmed' | 'suggested' | null;
  readonly text: string;
  /** Article ids; null: all when there are at most three, else the two with most discrepancies. */
  readonly sources: readonly string[] | null;
  readonly order: PageOrder;
  /** Sections whose quiet groups are shown: keys of folds. */
  readonly unfolded: readonly string[];
}

/** By subject or property in sections; or in one list, the worst verdict or the latest decision first. */
export type PageOrder = 'subject' | 'property' | 'verdict' | 'decided';
export const pageOrders: readonly PageOrder[] = ['subject', 'property', 'verdict', 'decided'];

export const pageStatuses: readonly PageStatus[] = ['open', 'again', 'explained', 'accepted', 'dismissed'];

export const defaultFilter: PageFilter = {
  verdicts: null,
  statuses: null,
  entity: null,
  property: null,
  claims: null,
  text: '',
  sources: null,
  order: 'subject',
  unfolded: [],
};

/** A row as the chosen sources show it. */
export interface ShownRow {
  readonly row: PageRow;
  /** Between the chosen sources and the registry. */
  readonly judgement: Judgement;
  /** The verdict over all sources where that is worse; else null. */
  readonly worseElsewhere: Verdict | null;
  /** One entry a column: its claims, in the row's order. */
  readonly cells: readonly (readonly PageClaim[])[];
}

/** What the page lists, in order. Keys are unique over all kinds. */
export type PageItem =
  | { readonly kind: 'section'; readonly key: string; readonly title: string; readonly type: string | null; readonly groups: number }
  | { readonly kind: 'group'; readonly key: string; readonly shown: ShownRow }
  /** Quiet groups that are folded away, or shown after this. */
  | { readonly kind: 'fold'; readonly key: string; readonly open: boolean; readonly counts: readonly VerdictCount[] };

export type VerdictCount = readonly [verdict: Verdict, count: number];

export interface PageView {
  /** Chosen articles, then the registry where it takes part. */
  readonly columns: readonly PageSource[];
  readonly items: readonly PageItem[];
  /** The groups among the items. */
  readonly rows: readonly ShownRow[];
  /** Rows of the chosen sources by verdict, before the filter of verdicts and after the others. */
  readonly counts: ReadonlyMap<Verdict, number>;
  /** The same by review status, before the filters of status and verdict. */
  readonly statuses: ReadonlyMap<PageStatus, number>;
  /** Rows that the filter of verdicts alone leaves out. */
  readonly hiddenByVerdict: number;
}

/** The articles that are shown: those chosen that still exist, at least two where the case has two. */
export function chosenSources(model: PageModel, chosen: readonly string[] | null): readonly string[] {
  const articles = model.sources.filter((source) => source.id !== registrySource);
  const kept = chosen === null ? [] : articles.filter((source) => chosen.includes(source.id));
  if (kept.length > 0) return kept.map((source) => source.id);
  if (articles.length <= 3) return articles.map((source) => source.id);
  const ranked = articles.map((source, i) => ({ i, id: source.id, n: source.discrepancies }));
  ranked.sort((a, b) => b.n - a.n || a.i - b.i);
  const two = ranked.slice(0, 2).sort((a, b) => a.i - b.i);
  return two.map((source) => source.id);
}

/**
 * What to show, each group judged by the chosen sources and the registry alone. Text is sought in names, values, quotes and words, letter
 * case aside; every white-space separated term must occur. Linear in the model, but for sorting what is shown.
 */
export function pageView(model: PageModel, filter: PageFilter): PageView {
  const chosen = new Set(chosenSources(model, filter.sources));
  const columns = model.sources.filter((source) => chosen.has(source.id) || source.id === registrySource);
  const columnOf = new Map(columns.map((source, i) => [source.id, i]));
  const matches = matcherOf(filter);
  const wanted = shownVerdicts(filter);
  const folds = quietlyFolded(filter);
  const counts = new Map<Verdict, number>();
  const statuses = new Map<PageStatus, number>();
  const matching: ShownRow[] = [];
  let matched = 0;
  for (const row of model.rows) {
    if (!matches(row)) continue;
    const view = shownRow(row, columnOf, columns.length);
    if (!view) continue;
    count(statuses, row.review.status);
    if (filter.statuses !== null && !filter.statuses.includes(row.review.status)) continue;
    matched++;
    count(counts, view.judgement.verdict);
    if (folds || wanted.has(view.judgement.verdict)) matching.push(view);
  }
  const items = itemsOf(matching, filter, folds);
  const rows = items.flatMap((item) => (item.kind === 'group' ? [item.shown] : []));
  return { columns, items, rows, counts, statuses, hiddenByVerdict: matched - rows.length };
}

/** The verdicts that `filter` lets through unfolded. */
export function shownVerdicts(filter: PageFilter): ReadonlySet<Verdict> {
  return new Set(filter.verdicts ?? verdictOrder.filter((verdict) => !quietVerdicts.has(verdict)));
}

/** Whether quiet groups are folded where they belong, and not left out. */
export function quietlyFolded({ verdicts }: PageFilter): boolean {
  return verdicts === null;
}

/** Whether the filter leaves out nothing that the page would show of itself. */
export function isDefaultFilter(filter: PageFilter): boolean {
  const { verdicts, statuses, entity, property, claims, text } = filter;
  return [verdicts, statuses, entity, property, claims].every((part) => part === null) && text.trim() === '';
}

/** The filter without what narrows it: columns, order and folds stay. */
export function widened(filter: PageFilter): PageFilter {
  const { sources, order, unfolded } = filter;
  return { ...defaultFilter, sources, order, unfolded };
}

function matcherOf(filter: PageFilter): (row: PageRow) => boolean {
  const terms = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    if (filter.entity !== null && !row.entities.some(({ id }) => id === filter.entity)) return false;
    if (filter.property !== null && row.propertyId !== filter.property) return false;
    if (filter.claims !== null && row.claims.some(({ suggested }) => suggested) !== (filter.claims === 'suggested')) return false;
    return terms.length === 0 || containsAll(searchText(row), terms);
  };
}

function itemsOf(rows: readonly ShownRow[], filter: PageFilter, folds: boolean): PageItem[] {
  const isQuiet = ({ judgement }: ShownRow) => folds && quietVerdicts.has(judgement.verdict);
  if (filter.order === 'verdict' || filter.order === 'decided') {
    const sorted = [...rows].sort(filter.order === 'verdict' ? byVerdict : byDecision);
    return withFold(sorted.filter((row) => !isQuiet(row)), sorted.filter(isQuiet), '', filter);
  }
  const sections = sectionsOf(rows, filter.order);
  const busy = sections.filter(({ rows: own }) => !own.every(isQuiet));
  const quiet = sections.filter(({ rows: own }) => own.every(isQuiet)).flatMap(({ rows: own }) => own);
  return [
    ...busy.flatMap((section): PageItem[] => [
      { kind: 'section', key: `section ${section.key}`, title: section.title, type: section.type, groups: section.rows.length },
      ...withFold(section.rows.filter((row) => !isQuiet(row)), section.rows.filter(isQuiet), section.key, filter),
    ]),
    ...withFold([], quiet, '', filter),
  ];
}

/** Group keys have a `|` in them, and ids no space: these keys cannot meet. */
function withFold(rows: readonly ShownRow[], quiet: readonly ShownRow[], section: string, { unfolded }: PageFilter): PageItem[] {
  const groups = (shown: readonly ShownRow[]) => shown.map((one): PageItem => ({ kind: 'group', key: one.row.key, shown: one }));
  if (quiet.length === 0) return groups(rows);
  const key = `fold ${section}`;
  const open = unfolded.includes(key);
  const counts = new Map<Verdict, number>();
  for (const { judgement } of quiet) count(counts, judgement.verdict);
  const fold: PageItem = { kind: 'fold', key, open, counts: verdictOrder.flatMap((verdict) => countOf(counts, verdict)) };
  return [...groups(rows), fold, ...(open ? groups(quiet) : [])];
}

function countOf(counts: ReadonlyMap<Verdict, number>, verdict: Verdict): VerdictCount[] {
  const found = counts.get(verdict);
  return found === undefined ? [] : [[verdict, found]];
}

interface Section {
  readonly key: string;
  readonly title: string;
  readonly type: string | null;
  readonly rows: ShownRow[];
}

/** What happens at one place and time is told apart more sharply than what a country is: the narrower kinds of subject come first. */
const typeOrder = ['event', 'office', 'position', 'law', 'work', 'product', 'person', 'organization', 'other', 'place', 'city', 'region', 'country'];

function sectionsOf(rows: readonly ShownRow[], order: 'subject' | 'property'): readonly Section[] {
  const sections = new Map<string, Section>();
  for (const shown of rows) {
    const { subject, property, propertyId } = shown.row;
    const key = order === 'subject' ? subject.id : propertyId;
    const known = sections.get(key);
    if (known) known.rows.push(shown);
    else if (order === 'subject') sections.set(key, { key, title: subject.name, type: subject.type, rows: [shown] });
    else sections.set(key, { key, title: property, type: null, rows: [shown] });
  }
  for (const section of sections.values()) section.rows.sort(byVerdict);
  return [...sections.values()].sort((a, b) => typeRank(a.type) - typeRank(b.type) || byVerdict(a.rows[0]!, b.rows[0]!));
}

function typeRank(type: string | null): number {
  const rank = typeOrder.indexOf(type ?? 'other');
  return rank < 0 ? typeOrder.indexOf('other') : rank;
}

function byVerdict(a: ShownRow, b: ShownRow): number {
  return compareVerdicts(a.judgement.verdict, b.judgement.verdict);
}

function byDecision(a: ShownRow, b: ShownRow): number {
  const [one, other] = [a.row.review.at ?? '', b.row.review.at ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return byVerdict(a, b);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function shownRow(row: PageRow, columnOf: ReadonlyMap<string, number>, width: number): ShownRow | null {
  const cells = Array.from({ length: width }, (): PageClaim[] => []);
  const visible = row.claims.map((claim) => {
    const column = columnOf.get(claim.source);
    if (column === undefined) return false;
    cells[column]?.push(claim);
    return true;
  });
  if (!row.claims.some((claim, i) => visible[i] && claim.source !== registrySource)) return null;
  if (!visible.includes(false)) return { row, judgement: row.judgement, worseElsewhere: null, cells };
  const judgement = judgementOf(row, visible);
  const worse = compareVerdicts(row.judgement.verdict, judgement.verdict) < 0 ? row.judgement.verdict : null;
  return { row, judgement, worseElsewhere: worse, cells };
}

function judgementOf(row: PageRow, visible: readonly boolean[]): Judgement {
  let worst: Judgement | undefined;
  for (const [a, b, index] of row.pairs) {
    const judgement = visible[a] && visible[b] ? row.judgements[index] : undefined;
    if (judgement && (!worst || compareVerdicts(judgement.verdict, worst.verdict) < 0)) worst = judgement;
  }
  if (worst) return worst;
  const claims = row.claims.filter((_claim, i) => visible[i]);
  // In very large groups not every pair is listed.
  return claims.length > 1 ? row.judgement : judgementOfOne(claims.some(({ unjudged }) => unjudged));
}

/** What is to be said of a claim that stands alone. */
export function judgementOfOne(unjudged: boolean): Judgement {
  const reason = unjudged ? 'This claim cannot be judged.' : 'Only one claim says anything about this.';
  return { verdict: unjudged ? 'unjudged' : 'single', relation: null, relationWords: '', reason };
}

const searchTexts = new WeakMap<PageRow, string>();

function searchText(row: PageRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const parts = [row.subject.name, row.subject.id, row.property, row.judgement.reason, row.judgement.relationWords];
  for (const separator of row.separators) parts.push(separator.label, separator.value);
  for (const claim of row.claims) parts.push(claim.value, claim.quote?.text ?? '', ...claim.qualifiers);
  const text = parts.join('\n').replace(/\s+/g, ' ').toLowerCase();
  searchTexts.set(row, text);
  return text;
}

function containsAll(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => text.includes(term));
}
