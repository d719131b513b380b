import type { CaseModel } from '../../src/core/caseModel';
import { applyChange, changeBetween, type PageChange } from '../../src/core/page/pageChange';
import type { PageModel } from '../../src/core/page/page';
import { cutModel } from '../../src/core/page/pagePieces';
import { defaultFilter, pageView } from '../../src/core/page/pageView';
import { applyTextEdits } from '../../src/core/edits/caseEdit';
import { decideGroups } from '../../src/core/edits/decideGroups';
import { largeCase, pageOf, type LargeCaseSize } from './largeCase';
import { processorTime, type BenchmarkReport, type BenchmarkResult } from './measure';

const sizes: readonly LargeCaseSize[] = [
  { claims: 50_000, sources: 40, groups: 12_000 },
  { claims: 50_000, sources: 500, groups: 12_000 },
  // Few groups, each with claims by the thousand.
  { claims: 50_000, sources: 40, groups: 20 },
];

/**
 * What stands behind the discrepancies page at 50,000 claims, in the order in which the editor does it: reading, grouping, the model, the
 * view, filters, one decision and 5,000. The floor is the page's model written as JSON and read again.
 */
export function benchPage(): BenchmarkReport {
  const reports = sizes.map(benchSize);
  return { results: reports.flatMap(({ results }) => results), notes: [], failures: reports.flatMap(({ failures }) => failures) };
}

function benchSize(size: LargeCaseSize): BenchmarkReport {
  const words = `${size.claims} claims, ${size.sources} sources, ${size.groups} groups`;
  const times: (readonly [name: string, time: number])[] = [];
  const failures: string[] = [];
  const timed = <T>(name: string, run: () => T): T => {
    let result!: T;
    times.push([name, processorTime(() => ((result = run()), 1))]);
    return result;
  };
  const expect = (holds: boolean, what: string) => void (holds || failures.push(`${words}: ${what}`));
  const model = largeCase(size);
  model.registry();
  timed('annotation files read', () => model.annotationFiles());
  expect(timed('claims read', () => model.claims()).length === size.claims, 'a claim is missing');
  expect(timed('groups judged', () => model.groups()).length === size.groups, 'a group is missing');
  const makePage = pageOf(model);
  const page = timed('page model', makePage);
  const floor = processorTime(() => (JSON.parse(JSON.stringify(page)) as PageModel).rows.length);
  const { items } = timed('page view', () => pageView(page, defaultFilter));
  expect(items.length > 0, 'the page shows nothing');
  timed('cut into pieces', () => cutModel(page, defaultFilter, []));
  timed('text filter, first letter', () => pageView(page, { ...defaultFilter, text: 'b' }));
  const found = timed('text filter, further letters', () => pageView(page, { ...defaultFilter, text: 'body-3' }));
  expect(found.counts.size > 0 && found.rows.every(({ row }) => row.subject.id.startsWith('body-3')), 'the filter shows something else');

  const keys = model.groups().map(({ key }) => key);
  // The first one creates the file of reviews.
  const first = decide(model, keys.slice(0, 1), page, makePage);
  const one = timed('one decision, till its message', () => decide(model, keys.slice(1, 2), first.after, makePage));
  expect(reviewed(first.after, one.message) === 2, 'a decision is not on the page');
  const bulk = keys.slice(2, 5002);
  const many = timed(`${bulk.length} decisions at once, till their message`, () => decide(model, bulk, one.after, makePage));
  expect(reviewed(one.after, many.message) === 2 + bulk.length, 'a decision of many is not on the page');
  const results = times.map(([name, value]): BenchmarkResult => ({ name: `page: ${name}`, size: words, value, unit: 'ms', ratioToFloor: value / floor }));
  const sent = { name: `page: message of ${bulk.length} decisions`, size: words, value: JSON.stringify(many.message).length / 1e6, unit: 'MB' };
  return { results: [...results, { name: 'page: floor', size: words, value: floor, unit: 'ms' }, sent], notes: [], failures };
}

interface Decided {
  readonly after: PageModel;
  /** What the page is sent. */
  readonly message: PageChange | null;
}

/** Decides about groups as the editor does. */
function decide(model: CaseModel, keys: readonly string[], before: PageModel, makePage: () => PageModel): Decided {
  const reviewer = { by: 'A. Reader', at: '2026-11-22T10:00:00Z' };
  const plan = decideGroups(model, keys, { status: 'explained', reason: 'time', wrong: [], note: null }, reviewer);
  if (!('edit' in plan)) throw new Error(plan.refused);
  for (const file of plan.edit.files) {
    const text = file.kind === 'create' ? file.text : applyTextEdits(model.text(file.path)!.content, file.edits);
    if (file.kind === 'create') model.setPaths([...model.paths(), file.path]);
    model.setContent(file.path, text);
  }
  const after = makePage();
  return { after, message: changeBetween(before, after) };
}

/** How many groups a page of `before` shows as explained after `message`. */
function reviewed(before: PageModel, message: PageChange | null): number {
  const { rows } = message ? applyChange(before, message) : before;
  return rows.filter(({ review }) => review.status === 'explained').length;
}
