import * as z from 'zod/mini';
import { verdictOrder } from '../core/claims/words';
import { reviewStatuses, type Decision } from '../core/claims/review';
import type { FilePlace, PageModel, PageRow, PageSource, PastReview } from '../core/page/page';
import type { PageExtent } from '../core/page/extents';
import type { PageDetail } from '../core/page/pageDetail';
import type { PageTimeline } from '../core/page/pageTimeline';
import type { PageStart } from '../core/page/pagePieces';
import type { PageChange } from '../core/page/pageChange';
import type { PagePassages } from '../core/page/pagePassages';
import { pageOrders, pageStatuses, type PageFilter } from '../core/page/pageView';
import type { TabName } from './Tabs';

// Zod compiles checkers with `new Function` where it may; the page's content security policy forbids that.
z.config({ jitless: true });

const offset = z.int().check(z.nonnegative());
const verdict = z.enum(verdictOrder);

const place = z.object({ file: z.string(), start: offset, end: offset }) satisfies z.ZodMiniType<FilePlace>;

const entity = z.object({ id: z.string(), name: z.string(), type: z.nullable(z.string()) });

const judgement = z.object({
  verdict,
  relation: z.nullable(
    z.enum([
      'equal',
      'refines',
      'refined-by',
      'overlaps',
      'near',
      'disjoint',
      'differs',
      'less-informative',
      'incomparable',
    ]),
  ),
  relationWords: z.string(),
  reason: z.string(),
});

const quote = z.object({
  before: z.string(),
  text: z.string(),
  after: z.string(),
  wording: z.nullable(z.object({ start: offset, end: offset })),
});

const claim = z.object({
  source: z.string(),
  value: z.string(),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum(['asserted', 'planned', 'possible']),
  suggested: z.boolean(),
  unjudged: z.boolean(),
  qualifiers: z.array(z.string()),
  quote: z.nullable(quote),
  problems: z.array(z.string()),
  passage: z.nullable(place),
  line: z.nullable(z.int()),
  entry: place,
});

const pastReview = z.object({
  words: z.string(),
  note: z.nullable(z.string()),
  by: z.nullable(z.string()),
  at: z.nullable(z.string()),
}) satisfies z.ZodMiniType<PastReview>;

/** What a decision changes of a row. */
const reviewed = {
  badges: z.array(z.enum(['single-source', 'name-variant', 'review-again', 'same-origin', 'suggested'])),
  review: z.object({
    status: z.enum(pageStatuses),
    decided: z.enum(reviewStatuses),
    ...pastReview.shape,
    reason: z.nullable(z.string()),
    wrong: z.array(z.string()),
    history: z.array(pastReview),
  }),
};

const row = z.object({
  key: z.string(),
  subject: entity,
  property: z.string(),
  propertyId: z.string(),
  separators: z.array(z.object({ label: z.string(), value: z.string() })),
  judgement,
  pairs: z.array(z.tuple([offset, offset, offset])),
  judgements: z.array(judgement),
  ...reviewed,
  claims: z.array(claim),
  camps: z.array(z.object({ claims: z.array(offset), best: offset, witnesses: offset })),
  entities: z.array(entity),
  related: z.array(z.object({ key: z.string(), label: z.string() })),
}) satisfies z.ZodMiniType<PageRow>;

const source = z.object({
  id: z.string(),
  title: z.string(),
  published: z.nullable(z.string()),
  discrepancies: offset,
}) satisfies z.ZodMiniType<PageSource>;

const suggestions = z.object({ shown: z.boolean(), count: offset });

const gone = z.array(z.object({ ...pastReview.shape, key: z.string(), entry: place }));

const model = z.object({
  caseName: z.string(),
  sources: z.array(source),
  rows: z.array(row),
  suggestions,
  gone,
}) satisfies z.ZodMiniType<PageModel>;

const change = z.object({
  caseName: z.string(),
  sources: z.array(source),
  suggestions,
  gone,
  order: z.nullable(z.array(z.string())),
  rows: z.array(row),
  reviewed: z.array(z.object({ key: z.string(), ...reviewed })),
}) satisfies z.ZodMiniType<PageChange>;

const filter = z.object({
  verdicts: z.nullable(z.array(verdict)),
  statuses: z.nullable(z.array(z.enum(pageStatuses))),
  entity: z.nullable(z.string()),
  property: z.nullable(z.string()),
  claims: z.nullable(z.enum(['confirmed', 'suggested'])),
  text: z.string(),
  sources: z.nullable(z.array(z.string())),
  order: z.enum(pageOrders),
  unfolded: z.array(z.string()),
}) satisfies z.ZodMiniType<PageFilter>;

const passageSide = z.object({
  title: z.string(),
  text: z.string(),
  marks: z.array(z.object({ start: offset, end: offset })),
  place,
  line: z.int(),
});

const copySide = z.object({ source: z.string(), title: z.string() });

const passages = z.object({
  copies: z.array(
    z.object({
      a: copySide,
      b: copySide,
      words: offset,
      percentOfA: offset,
      percentOfB: offset,
      origin: z.nullable(z.string()),
      passages: z.array(z.object({ text: z.string(), a: place, b: place })),
    }),
  ),
  pairs: z.array(
    z.object({
      key: z.string(),
      a: passageSide,
      b: passageSide,
      shared: z.array(z.string()),
      values: z.array(z.object({ a: z.string(), b: z.string(), relation: z.string(), differs: z.boolean() })),
    }),
  ),
}) satisfies z.ZodMiniType<PagePassages>;

const decision = z.object({
  status: z.enum(reviewStatuses),
  reason: z.nullable(z.string()),
  wrong: z.array(z.string()),
  note: z.nullable(z.string()),
}) satisfies z.ZodMiniType<Decision>;

const extentEnd = z.nullable(z.number());
const extent = z.object({
  core: z.tuple([extentEnd, extentEnd]),
  halo: z.tuple([extentEnd, extentEnd]),
}) satisfies z.ZodMiniType<PageExtent>;

const detail = z.object({
  key: z.string(),
  claims: z.array(
    z.object({
      quote: z.nullable(quote),
      derivation: z.nullable(z.string()),
      valid: z.nullable(z.string()),
      asOf: z.nullable(z.string()),
      core: z.nullable(z.string()),
      halo: z.nullable(z.string()),
      extent: z.nullable(extent),
    }),
  ),
  line: z.nullable(z.object({ kind: z.enum(['time', 'number']), unit: z.nullable(z.string()) })),
  pairs: z.array(z.object({ a: offset, b: offset, verdict, comparison: z.string(), reason: z.string() })),
  morePairs: offset,
}) satisfies z.ZodMiniType<PageDetail>;

const timeline = z.object({
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
  claims: z.array(
    z.object({
      source: offset,
      key: z.string(),
      about: z.string(),
      value: z.string(),
      extent,
      verdict,
      denied: z.boolean(),
      planned: z.boolean(),
      suggested: z.boolean(),
    }),
  ),
}) satisfies z.ZodMiniType<PageTimeline>;

/** The place that the keyboard is on: item key, column (null: the row's head, else a source) and the how-manieth thing in that cell. */
export interface PageCell {
  readonly row: string;
  readonly column: string | null;
  readonly item: number;
}

/** What the page keeps over reloads. */
export interface PageState {
  readonly filter: PageFilter;
  readonly cell: PageCell | null;
  /** The first row in sight and how far it is scrolled past, in pixels. */
  readonly scroll: { readonly row: string; readonly past: number } | null;
  /** Default: claims. */
  readonly tab?: TabName | undefined;
  /** Whether the detail of the row with the focus is shown. */
  readonly detail?: boolean | undefined;
  /** Whether the filters behind the button are unfolded. */
  readonly filters?: boolean | undefined;
}

const pageState = z.object({
  filter,
  cell: z.nullable(z.object({ row: z.string(), column: z.nullable(z.string()), item: offset })),
  scroll: z.nullable(z.object({ row: z.string(), past: z.number() })),
  tab: z.optional(z.enum(['claims', 'timeline', 'passages'])),
  detail: z.optional(z.boolean()),
  filters: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<PageState>;

/** From the extension to the page. */
export type HostMessage =
  /** The model, or what is seen of it first (`PageStart`); null when no case is open. `state` serves a page that has kept none of its own. */
  | {
      readonly type: 'model';
      readonly model: PageModel | null;
      /** Null where the model is whole. */
      readonly cut: Pick<PageStart, 'places' | 'total'> | null;
      readonly generation: number;
      readonly state: PageState | null;
    }
  /** The next rows of a model that was sent as its beginning. */
  | { readonly type: 'rows'; readonly rows: readonly PageRow[]; readonly generation: number }
  /** What changed since the generation before. */
  | { readonly type: 'change'; readonly change: PageChange; readonly generation: number }
  /** Shows a row, whatever the filter, and puts the focus on it. */
  | { readonly type: 'reveal'; readonly key: string }
  /** The page's tab became the active one: the keyboard goes on where it was. */
  | { readonly type: 'activated' }
  /** Shows all groups about one entity. */
  | { readonly type: 'showEntity'; readonly entity: string }
  /** The answer to `wantDetail`, and again whenever it changes. */
  | { readonly type: 'detail'; readonly detail: PageDetail }
  /** The answer to `wantTimeline`, and again whenever it changes. */
  | { readonly type: 'timeline'; readonly timeline: PageTimeline }
  /** What came of something that the page asked for, in words. */
  | { readonly type: 'notice'; readonly text: string }
  /** Passages to compare: the answer to `wantPassages`, and again whenever they change after it. */
  | { readonly type: 'passages'; readonly passages: PagePassages };

/** From the page to the extension. */
export type PageMessage =
  /** The page can take a model, or has missed a change and wants the whole again. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: FilePlace; readonly beside: boolean; readonly preserveFocus: boolean }
  /** Copies a passage as a citation. */
  | { readonly type: 'copyCitation'; readonly place: FilePlace }
  | { readonly type: 'openEntity'; readonly entity: string; readonly preserveFocus: boolean }
  /** Suggested claims take part, or no longer do. */
  | { readonly type: 'showSuggestions'; readonly shown: boolean }
  /** The page shows, or no longer shows, passages to compare. */
  | { readonly type: 'wantPassages'; readonly wanted: boolean }
  /** The page shows the detail of a group, or no longer any. */
  | { readonly type: 'wantDetail'; readonly key: string | null }
  | { readonly type: 'wantTimeline'; readonly wanted: boolean }
  /** Decides about groups; answered by a change of the model, or by a notice why not. */
  | { readonly type: 'decide'; readonly keys: readonly string[]; readonly decision: Decision }
  /** Writes to the manifest that two sources have one origin; the extension asks for its name. */
  | { readonly type: 'sameOrigin'; readonly sources: readonly [string, string] }
  /** Takes the last decision back, or makes it again. */
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Writes a report of these groups; `filter`: what they were chosen by, in words. */
  | { readonly type: 'exportReport'; readonly keys: readonly string[]; readonly filter: string }
  | { readonly type: 'stateChanged'; readonly state: PageState };

const hostMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('model'),
    model: z.nullable(model),
    cut: z.nullable(z.object({ places: z.nullable(z.array(offset)), total: offset })),
    generation: offset,
    state: z.nullable(pageState),
  }),
  z.object({ type: z.literal('rows'), rows: z.array(row), generation: offset }),
  z.object({ type: z.literal('change'), change, generation: offset }),
  z.object({ type: z.literal('reveal'), key: z.string() }),
  z.object({ type: z.literal('activated') }),
  z.object({ type: z.literal('showEntity'), entity: z.string() }),
  z.object({ type: z.literal('detail'), detail }),
  z.object({ type: z.literal('timeline'), timeline }),
  z.object({ type: z.literal('notice'), text: z.string() }),
  z.object({ type: z.literal('passages'), passages }),
]) satisfies z.ZodMiniType<HostMessage>;

const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('open'), place, beside: z.boolean(), preserveFocus: z.boolean() }),
  z.object({ type: z.literal('copyCitation'), place }),
  z.object({ type: z.literal('openEntity'), entity: z.string(), preserveFocus: z.boolean() }),
  z.object({ type: z.literal('showSuggestions'), shown: z.boolean() }),
  z.object({ type: z.literal('wantPassages'), wanted: z.boolean() }),
  z.object({ type: z.literal('wantDetail'), key: z.nullable(z.string()) }),
  z.object({ type: z.literal('wantTimeline'), wanted: z.boolean() }),
  z.object({ type: z.literal('decide'), keys: z.array(z.string()), decision }),
  z.object({ type: z.literal('sameOrigin'), sources: z.tuple([z.string(), z.string()]) }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  z.object({ type: z.literal('exportReport'), keys: z.array(z.string()), filter: z.string() }),
  z.object({ type: z.literal('stateChanged'), state: pageState }),
]) satisfies z.ZodMiniType<PageMessage>;

/** A message read, or what is wrong with it in one line. */
export type Received<T> = { readonly ok: true; readonly message: T } | { readonly ok: false; readonly problem: string };

/** Reads what the extension sent. Keys that this version does not know are left out. */
export function readHostMessage(data: unknown): Received<HostMessage> {
  return read(hostMessage, data);
}

/** Reads what the page sent. */
export function readPageMessage(data: unknown): Received<PageMessage> {
  return read(pageMessage, data);
}

/** The state that a page kept; undefined when there is none, or none of this version. */
export function readPageState(data: unknown): PageState | undefined {
  const result = pageState.safeParse(data);
  return result.success ? result.data : undefined;
}

function read<T>(schema: z.ZodMiniType<T>, data: unknown): Received<T> {
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, message: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.map(String).join('.') ?? '';
  return { ok: false, problem: where === '' ? 'not a known message' : `wrong value at "${where}"` };
}
