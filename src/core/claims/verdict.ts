import type { Property, Registry } from '../registry/registry';
import { isPartOf } from '../registry/registry';
import { datesMeet, extentOf } from '../values/edtf';
import { compareValues } from '../values/relation';
import type { Comparison, Relation } from '../values/value';
import type { Claim, JudgedPair, Verdict } from './claim';
import { registrySource } from './claim';

/** A row of the table of DESIGN §5, with the verdicts it can give and why, for people. */
export interface VerdictRow {
  readonly id: string;
  readonly verdicts: readonly Verdict[];
  /** One sentence: why two claims have this verdict. */
  readonly words: string;
}

/**
 * The table of DESIGN §5 in its order, first row that fits. `not-judged` (a claim takes no part in comparisons) stands before the
 * table; `both-denied` is ours (docs/verdicts.md).
 */
export const verdictRows = [
  { id: 'not-judged', verdicts: ['unjudged'], words: 'One of the claims cannot be judged.' },
  { id: 'plan-confirmed', verdicts: ['plan-confirmed'], words: 'A later source says what was planned.' },
  {
    id: 'plan-changed',
    verdicts: ['plan-changed'],
    words: 'At least one value was only planned or possible, and they do not fit together.',
  },
  {
    id: 'denied',
    verdicts: ['conflict', 'changed', 'maybe-changed'],
    words: 'One claim denies what the other says.',
  },
  { id: 'denial-fits', verdicts: ['compatible'], words: 'One claim denies something else than the other says.' },
  { id: 'equal', verdicts: ['agree'], words: 'The values are the same.' },
  { id: 'refines', verdicts: ['refined'], words: 'One value is a more exact form of the other.' },
  { id: 'fits', verdicts: ['compatible'], words: 'The values can both be true.' },
  { id: 'not-comparable', verdicts: ['unjudged'], words: 'The values cannot be compared.' },
  { id: 'both-denied', verdicts: ['compatible'], words: 'Both claims deny something, and both can be right.' },
  { id: 'several-values', verdicts: ['additional'], words: 'The property can have several values.' },
  { id: 'different-times', verdicts: ['changed'], words: 'The values are true at different times.' },
  { id: 'unknown-time', verdicts: ['maybe-changed'], words: 'It is not known whether the values are meant for the same time.' },
  { id: 'near', verdicts: ['tension'], words: 'The values differ, but by no more than their rounding or approximation.' },
  { id: 'disjoint', verdicts: ['conflict'], words: 'The values cannot both be true.' },
] as const satisfies readonly VerdictRow[];

export type VerdictRowId = (typeof verdictRows)[number]['id'];

/** What is said of two claims, apart from their places in a group. */
export type Judgement = Omit<JudgedPair, 'a' | 'b'>;

/** Why two claims have their verdict, in one sentence; empty for an unknown row. */
export function rowWords(row: string): string {
  return verdictRows.find(({ id }) => id === row)?.words ?? '';
}

/** The relation of b and a, given that of a and b. */
export function mirrorRelation(relation: Relation): Relation {
  if (relation === 'refines') return 'refined-by';
  return relation === 'refined-by' ? 'refines' : relation;
}

/** The judgement of b and a, given that of a and b: verdict and row stay. */
export function mirrorJudgement(judgement: Judgement): Judgement {
  const relation = mirrorRelation(judgement.comparison.relation);
  if (relation === judgement.comparison.relation) return judgement;
  return { ...judgement, comparison: { ...judgement.comparison, relation } };
}

/**
 * The verdict of two claims of one group by the table of DESIGN §5, with the relation of their values (a to b) as a secondary label.
 * A `property` that is not declared leaves them unjudged.
 */
export function judgePair(a: Claim, b: Claim, property: Property | undefined, registry: Registry): Judgement {
  if (!property || a.unjudged !== null || b.unjudged !== null) return judgement('unjudged', 'not-judged', { relation: 'incomparable' });
  const comparison = compareValues(a.value, b.value, {
    hierarchical: property.hierarchical,
    isPartOf: (part, whole) => isPartOf(registry, part, whole),
  });
  const [verdict, row] = decide(a, b, property, comparison.relation);
  return judgement(verdict, row, comparison, comparison.relation === 'equal' && wordedDifferently(a, b));
}

function decide(a: Claim, b: Claim, property: Property, relation: Relation): readonly [Verdict, VerdictRowId] {
  const refining = relation === 'refines' || relation === 'refined-by';
  const apart = relation === 'near' || relation === 'disjoint';
  const bothAsserted = a.modality === 'asserted' && b.modality === 'asserted';

  if (a.polarity !== b.polarity) {
    const positiveRefines = a.polarity === 'positive' ? 'refines' : 'refined-by';
    if (relation !== 'equal' && relation !== positiveRefines) return ['compatible', 'denial-fits'];
    return bothAsserted ? [verdictOfDenial(a, b, property), 'denied'] : ['plan-changed', 'plan-changed'];
  }
  if (isPlanWithLaterFact(a, b) && (relation === 'equal' || refining || relation === 'overlaps')) {
    return ['plan-confirmed', 'plan-confirmed'];
  }
  const bothDeny = a.polarity === 'negative';
  if (!bothAsserted && apart && !bothDeny) return ['plan-changed', 'plan-changed'];
  if (relation === 'equal') return ['agree', 'equal'];
  if (refining) return ['refined', 'refines'];
  if (relation === 'less-informative' || relation === 'overlaps') return ['compatible', 'fits'];
  if (!apart) return ['unjudged', 'not-comparable'];
  if (bothDeny) return ['compatible', 'both-denied'];
  if (property.cardinality === 'many' && a.value.kind !== 'none' && b.value.kind !== 'none') return ['additional', 'several-values'];
  if (property.temporal === 'fluent') {
    const meet = datesMeet(a.valid, b.valid);
    if (meet === false) return ['changed', 'different-times'];
    if (meet === null) return ['maybe-changed', 'unknown-time'];
  }
  return relation === 'near' ? ['tension', 'near'] : ['conflict', 'disjoint'];
}

function verdictOfDenial(a: Claim, b: Claim, property: Property): Verdict {
  if (property.temporal === 'static') return 'conflict';
  const meet = datesMeet(a.valid, b.valid);
  if (meet === null) return 'maybe-changed';
  return meet ? 'conflict' : 'changed';
}

function isPlanWithLaterFact(a: Claim, b: Claim): boolean {
  if (a.modality === 'planned' && b.modality === 'asserted') return isLater(b, a);
  return b.modality === 'planned' && a.modality === 'asserted' && isLater(a, b);
}

/** DESIGN §5: *later* means that its `asOf` begins after the other's; the registry is latest. */
function isLater(claim: Claim, other: Claim): boolean {
  const isReference = claim.source === registrySource;
  if (isReference !== (other.source === registrySource)) return isReference;
  const begin = beginningOf(claim.asOf);
  const otherBegin = beginningOf(other.asOf);
  return begin !== null && otherBegin !== null && begin > otherBegin;
}

function beginningOf(edtf: string | null): number | null {
  return edtf === null ? null : (extentOf(edtf)?.low ?? null);
}

function wordedDifferently(a: Claim, b: Claim): boolean {
  return a.surface !== null && b.surface !== null && foldSurface(a.surface) !== foldSurface(b.surface);
}

function foldSurface(surface: string): string {
  return surface
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function judgement(verdict: Verdict, row: VerdictRowId, comparison: Comparison, nameVariant = false): Judgement {
  return { verdict, row, comparison, nameVariant };
}
