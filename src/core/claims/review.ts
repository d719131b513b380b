import type { Problem, ReviewEntry, ReviewsFile, ReviewStatus, Scalar, SeenClaim, SeenState } from '../case/entries';
import { didYouMean, indexNearest, mostSuggestions, nearestIn } from '../registry/nearest';
import { normalisedKey } from '../values/describe';
import type { Claim, Group, Review, Verdict } from './claim';
import { compareVerdicts, verdictOrder } from './words';

/** What a reviewer decides about a group. `wrong`: source ids, with `accepted`; none when it is not known who is wrong. */
export interface Decision {
  readonly status: ReviewStatus;
  /** With `explained` and `dismissed`: one of `decisionReasons`. */
  readonly reason: string | null;
  readonly wrong: readonly string[];
  readonly note: string | null;
}

export const reviewStatuses: readonly ReviewStatus[] = ['open', 'explained', 'accepted', 'dismissed'];

/** The reasons that a status can have (DESIGN §1). */
export const decisionReasons: Readonly<Record<ReviewStatus, readonly string[]>> = {
  open: [],
  explained: ['time', 'rounding', 'name', 'translation', 'scope', 'different-property', 'attribution', 'forecast'],
  accepted: [],
  dismissed: ['not-comparable', 'extraction-error'],
};

/** What a decision on the group would be about now: `seen` of DESIGN §1, claims sorted by source, value, polarity, modality, valid. */
export function seenOf(group: Pick<Group, 'verdict' | 'claims'>): SeenState {
  const claims = group.claims.map(seenClaim);
  return { verdict: group.verdict, claims: claims.sort((a, b) => compareTexts(sortKey(a), sortKey(b))) };
}

/**
 * The review state of a group (DESIGN §5). A decision stands while verdict and claims are what was seen; it stands with `reviewAgain`
 * when they changed but the verdict is no worse, or when nothing is recorded as seen; it reopens when the verdict is worse.
 */
export function reviewOf(group: Pick<Group, 'verdict' | 'claims'>, entry: ReviewEntry | null): Review {
  if (!entry || entry.status === 'open') return { status: 'open', reviewAgain: false, reopened: false, entry };
  const before = entry.seen?.verdict as Verdict | undefined;
  const isKnown = before !== undefined && verdictOrder.includes(before);
  if (isKnown && compareVerdicts(group.verdict, before) < 0) return { status: 'open', reviewAgain: false, reopened: true, entry };
  const unchanged = entry.seen !== null && before === group.verdict && sameClaims(entry.seen, seenOf(group));
  return { status: entry.status, reviewAgain: !unchanged, reopened: false, entry };
}

/** Decisions on groups that are gone: they are kept and listed (DESIGN §5). What is open, and always was, is none. */
export function goneReviews(reviews: ReviewsFile, groups: { has(key: string): boolean }): ReviewEntry[] {
  return reviews.reviews.filter(({ key, status, history }) => !groups.has(key.text) && (status !== 'open' || history.length > 0));
}

/** A `review/unknown-group` problem for each decision on a group that is gone; spans are in the reviews file. */
export function reviewProblems(reviews: ReviewsFile, groups: ReadonlyMap<string, unknown>): Problem[] {
  const gone = goneReviews(reviews, groups);
  if (gone.length === 0) return [];
  const index = indexNearest([...groups.keys()].map((key) => [key, key] as const));
  return gone.map(({ key }, place) => unknownGroup(key, place < mostSuggestions ? nearestIn(index, key.text) : null));
}

function unknownGroup(key: Scalar, suggestion: string | null): Problem {
  const message = `no claims are about "${key.text}" now; the decision is kept${didYouMean(suggestion)}`;
  const problem = { code: 'review/unknown-group', span: key.span, message };
  return suggestion === null ? problem : { ...problem, data: { replacement: suggestion } };
}

function seenClaim({ source, value, polarity, modality, valid }: Claim): SeenClaim {
  return { source, value: normalisedKey(value), polarity, modality, valid };
}

function sameClaims(a: SeenState, b: SeenState): boolean {
  const left = a.claims.map(sortKey).sort(compareTexts);
  const right = b.claims.map(sortKey).sort(compareTexts);
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

function sortKey({ source, value, polarity, modality, valid }: SeenClaim): string {
  return [source, value, polarity, modality, valid ?? ''].join('\u0000');
}

/** By code units, so that every machine sorts alike. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
