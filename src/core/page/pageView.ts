import { registrySource, type Verdict } from '../claims/claim';
import { compareVerdicts, verdictOrder } from '../claims/words';
import { quietVerdicts } from './page';
import type { Judgement, PageClaim, PageModel, PageRow, PageSource } from './page';

/** What a reader chose to see. Null is the page's own choice, which follows the case as it grows. */
export interface PageFilter {
  /** Null: all but the quiet ones. */
  readonly verdicts: readonly Verdict[] | null;
  /** Entity id. */
  readonly entity: string | null;
  readonly text: string;
  /** Article ids; null: all when there are at most three, else the two with most discrepancies. */
  readonly sources: readonly string[] | null;
}

export const defaultFilter: PageFilter = { verdicts: null, entity: null, text: '', sources: null };

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

export interface PageView {
  /** Chosen articles, then the registry where it takes part. */
  readonly columns: readonly PageSource[];
  readonly rows: readonly ShownRow[];
  /** Rows of the chosen sources by verdict, before the verdict filter and after the others. */
  readonly counts: ReadonlyMap<Verdict, number>;
  /** Rows that the filter leaves out, and those of them that only the verdict filter does. */
  readonly hidden: number;
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
 * The rows to show, worst first, each judged by the chosen sources and the registry alone. Text is sought in names, values, quotes and
 * words, letter case aside; every white-space separated term must occur. Linear in the model.
 */
export function pageView(model: PageModel, filter: PageFilter): PageView {
  const chosen = new Set(chosenSources(model, filter.sources));
  const columns = model.sources.filter((source) => chosen.has(source.id) || source.id === registrySource);
  const columnOf = new Map(columns.map((source, i) => [source.id, i]));
  const terms = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = shownVerdicts(filter);
  const counts = new Map<Verdict, number>();
  const shown: ShownRow[] = [];
  let matching = 0;
  for (const row of model.rows) {
    if (filter.entity !== null && !row.entities.some(({ id }) => id === filter.entity)) continue;
    if (terms.length > 0 && !containsAll(searchText(row), terms)) continue;
    const view = shownRow(row, columnOf, columns.length);
    if (!view) continue;
    matching++;
    const { verdict } = view.judgement;
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (wanted.has(verdict)) shown.push(view);
  }
  shown.sort((a, b) => compareVerdicts(a.judgement.verdict, b.judgement.verdict));
  return {
    columns,
    rows: shown,
    counts,
    hidden: model.rows.length - shown.length,
    hiddenByVerdict: matching - shown.length,
  };
}

/** The verdicts that `filter` lets through. */
export function shownVerdicts(filter: PageFilter): ReadonlySet<Verdict> {
  return new Set(filter.verdicts ?? verdictOrder.filter((verdict) => !quietVerdicts.has(verdict)));
}

/** Whether the filter leaves out nothing that the page would show of itself. */
export function isDefaultFilter(filter: PageFilter): boolean {
  return filter.verdicts === null && filter.entity === null && filter.text.trim() === '';
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
