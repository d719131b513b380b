import { foldQuote } from '../anchors/anchorIndex';
import type { Claim } from '../claims/claim';
import { passageOf } from '../claims/claim';
import { groupKey } from '../claims/groups';
import { groupBy } from '../groupBy';
import type { Registry } from '../registry/registry';
import { isPartOf } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { compareValues } from '../values/relation';
import type { Relation } from '../values/value';
import type { AgreementDifference, AgreementFigures } from './agreement';
import { matchOf } from './figures';
import { trimmed } from './marks';

export interface ComparedClaims {
  readonly figures: AgreementFigures['claims'];
  readonly differences: readonly AgreementDifference[];
}

/** A claim with its quote: where it stands, else its words folded. */
interface QuotedClaim {
  readonly claim: Claim;
  readonly span: Span | null;
  readonly words: string;
  readonly order: number;
}

interface Pair {
  readonly a: QuotedClaim;
  readonly b: QuotedClaim;
  readonly relation: Relation;
  readonly same: 'all' | 'value' | 'none';
  /** Share of the two quotes that both have. */
  readonly shared: number;
}

/**
 * Compares what two annotators claim of one article. Two claims are the same statement when subject, property and separators are the same and
 * their quotes overlap; each takes part in one pair, the likest first. Notes and ranks are not looked at.
 */
export function compareClaims(source: string, content: string, a: readonly Claim[], b: readonly Claim[], registry: Registry): ComparedClaims {
  const pairs = pairUp(quotedClaims(content, a), quotedClaims(content, b), registry);
  const [inA, inB] = [new Set(pairs.map((pair) => pair.a.claim)), new Set(pairs.map((pair) => pair.b.claim))];
  const relations: Partial<Record<Relation, number>> = {};
  for (const { relation } of pairs) relations[relation] = (relations[relation] ?? 0) + 1;
  const sameValue = pairs.filter(({ relation, a: one, b: other }) => relation === 'equal' && sameSense(one.claim, other.claim)).length;
  const differences: AgreementDifference[] = [
    ...pairs.flatMap((pair) => differenceOf(source, pair)),
    ...quotedClaims(content, a.filter((claim) => !inA.has(claim))).map(
      ({ claim, span }): AgreementDifference => ({ what: 'claim', kind: 'only-a', source, span, a: claim, b: null, relation: null }),
    ),
    ...quotedClaims(content, b.filter((claim) => !inB.has(claim))).map(
      ({ claim, span }): AgreementDifference => ({ what: 'claim', kind: 'only-b', source, span, a: null, b: claim, relation: null }),
    ),
  ];
  return {
    figures: {
      stated: matchOf(a.length, b.length, pairs.length, pairs.length),
      value: matchOf(a.length, b.length, sameValue, sameValue),
      relations,
    },
    differences,
  };
}

function quotedClaims(content: string, claims: readonly Claim[]): QuotedClaim[] {
  return claims.map((claim, order) => {
    const passage = passageOf(claim);
    return { claim, order, span: passage && trimmed(content, passage), words: passage ? '' : foldQuote(claim.entry.quote?.text ?? '').trim() };
  });
}

function pairUp(a: readonly QuotedClaim[], b: readonly QuotedClaim[], registry: Registry): Pair[] {
  const byKey = new Map([...groupBy(b, ({ claim }) => groupKey(claim))].map(([key, claims]) => [key, createLookup(claims)]));
  const possible = a.flatMap((one) => byKey.get(groupKey(one.claim))?.(one).flatMap((other) => pairOf(one, other, registry) ?? []) ?? []);
  possible.sort(likestFirst);
  const taken = new Set<QuotedClaim>();
  return possible.filter((pair) => {
    if (taken.has(pair.a) || taken.has(pair.b)) return false;
    taken.add(pair.a).add(pair.b);
    return true;
  });
}

/** Finds the claims whose quote overlaps that of another, or has its words where neither has a place: a few of thousands in one group. */
function createLookup(claims: readonly QuotedClaim[]): (other: QuotedClaim) => readonly QuotedClaim[] {
  const byWords = groupBy(claims.filter(({ span }) => span === null), ({ words }) => words);
  const placed = claims.flatMap((claim) => (claim.span ? [{ claim, start: claim.span.start, end: claim.span.end }] : []));
  placed.sort((x, y) => x.start - y.start);
  const ends: number[] = [];
  for (const { end } of placed) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return ({ span, words }) => {
    if (!span) return byWords.get(words) ?? [];
    const found: QuotedClaim[] = [];
    for (let i = firstFrom(placed, span.end) - 1; i >= 0 && ends[i]! > span.start; i--) found.push(placed[i]!.claim);
    return found;
  };
}

/** Index of the first that starts at `offset` or after it, in a list sorted by start. */
function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pairOf(a: QuotedClaim, b: QuotedClaim, registry: Registry): Pair | null {
  const shared = a.span && b.span ? sharedPart(a.span, b.span) : a.span === null && b.span === null && a.words === b.words ? 1 : 0;
  if (shared === 0) return null;
  const hierarchical = registry.properties.get(a.claim.property)?.hierarchical ?? false;
  const { relation } = compareValues(a.claim.value, b.claim.value, { hierarchical, isPartOf: (part, whole) => isPartOf(registry, part, whole) });
  const same = relation !== 'equal' ? 'none' : sameSense(a.claim, b.claim) && sameCircumstances(a.claim, b.claim) ? 'all' : 'value';
  return { a, b, relation, same, shared };
}

function sharedPart(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const sameness = { all: 0, value: 1, none: 2 } as const;
const relationRank: readonly Relation[] = ['equal', 'refines', 'refined-by', 'overlaps', 'near', 'differs', 'less-informative', 'disjoint', 'incomparable'];

/** The same from either side: what A and B are swapped for makes no difference. */
function likestFirst(x: Pair, y: Pair): number {
  const rank = ({ relation }: Pair) => relationRank.indexOf(relation === 'refined-by' ? 'refines' : relation);
  const place = ({ a, b }: Pair) => (a.span?.start ?? a.order) + (b.span?.start ?? b.order);
  return sameness[x.same] - sameness[y.same] || rank(x) - rank(y) || y.shared - x.shared || place(x) - place(y) || x.a.order + x.b.order - y.a.order - y.b.order;
}

function sameSense(a: Claim, b: Claim): boolean {
  return a.polarity === b.polarity && a.modality === b.modality;
}

function sameCircumstances(a: Claim, b: Claim): boolean {
  return a.speaker === b.speaker && a.asOf === b.asOf && a.valid === b.valid;
}

function differenceOf(source: string, { a, b, relation, same }: Pair): AgreementDifference[] {
  if (same === 'all') return [];
  return [{ what: 'claim', kind: same === 'value' ? 'qualifiers' : 'value', source, span: a.span ?? b.span, a: a.claim, b: b.claim, relation }];
}
