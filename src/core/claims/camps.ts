import type { Relation, Value } from '../values/value';
import { maximalCliques } from './cliques';
import type { Camp, Claim } from './claim';
import { countWitnesses } from './witnesses';

/** The relation of the values of two claims of a group, by their indexes. */
export type RelationOf = (a: number, b: number) => Relation;

/** Claims of one value and polarity; `of` are their indexes. */
interface Position {
  readonly of: readonly number[];
  readonly value: Value;
  readonly denies: boolean;
}

/**
 * The camps of a group: the maximal sets of claims whose cores share a point (DESIGN §5), by first claim. Cores that meet two by two
 * share a point, as intervals, boxes and chains of places do. Denials back no value: equal ones make a camp of their own. Claims that
 * are not judged, and `unknown`, belong to none. `valueKeys`: the normalised value of each claim. With `relationOf` null (a group too
 * large to compare all its values) only equal values make a camp.
 */
export function campsOf(claims: readonly Claim[], valueKeys: readonly string[], relationOf: RelationOf | null): Camp[] {
  const positions = positionsOf(claims, valueKeys);
  const meets = (a: number, b: number) => {
    const [one, other] = [positions[a]!, positions[b]!];
    return !one.denies && !other.denies && relationOf !== null && sharesPoint(relationOf(one.of[0]!, other.of[0]!));
  };
  const cliques = relationOf ? maximalCliques(positions.length, meets) : positions.map((_, index) => [index]);
  return cliques.map((clique) => createCamp(clique, positions, claims, relationOf));
}

/**
 * Indexes of the claims whose value rests on one witness: no second independent witness states it or a more exact form of it. A plan
 * does not back an assertion.
 */
export function singleSourceClaims(claims: readonly Claim[], valueKeys: readonly string[], relationOf: RelationOf | null): number[] {
  const positions = positionsOf(claims, valueKeys);
  const restsOnOne = (indexes: readonly number[]) => countWitnesses(indexes.map((index) => claims[index]!)) === 1;
  const isAsserted = (index: number) => claims[index]!.modality === 'asserted';
  return positions
    .flatMap((position) => {
      const backing = relationOf ? positions.filter((other) => other === position || backs(other, position, relationOf)) : [position];
      const indexes = backing.flatMap(({ of }) => of);
      const lonePlan = restsOnOne(indexes);
      const loneAssertion = lonePlan || restsOnOne(indexes.filter(isAsserted));
      return position.of.filter((index) => (isAsserted(index) ? loneAssertion : lonePlan));
    })
    .sort((a, b) => a - b);
}

function positionsOf(claims: readonly Claim[], valueKeys: readonly string[]): Position[] {
  const positions = new Map<string, { of: number[]; value: Value; denies: boolean }>();
  for (const [index, { value, polarity, unjudged }] of claims.entries()) {
    if (unjudged !== null || value.kind === 'unknown' || value.kind === 'unreadable') continue;
    const key = `${polarity} ${valueKeys[index]}`;
    const held = positions.get(key);
    if (held) held.of.push(index);
    else positions.set(key, { of: [index], value, denies: polarity === 'negative' });
  }
  return [...positions.values()];
}

function sharesPoint(relation: Relation): boolean {
  return relation === 'equal' || relation === 'overlaps' || relation === 'refines' || relation === 'refined-by';
}

function backs(other: Position, position: Position, relationOf: RelationOf): boolean {
  if (other.denies || position.denies) return false;
  const relation = relationOf(other.of[0]!, position.of[0]!);
  return relation === 'equal' || relation === 'refines';
}

function createCamp(clique: readonly number[], positions: readonly Position[], claims: readonly Claim[], relationOf: RelationOf | null): Camp {
  const members = clique.map((index) => positions[index]!);
  const ranked = members
    .map((position) => ({ position, wider: members.filter((other) => isRefinedBy(position, other, relationOf)).length }))
    .sort((a, b) => a.wider - b.wider || compareNumbers(width(a.position.value), width(b.position.value)) || a.position.of[0]! - b.position.of[0]!);
  const narrowest = ranked[0]!.position.of;
  const indexes = members.flatMap(({ of }) => of).sort((a, b) => a - b);
  return {
    claims: indexes,
    best: narrowest.find((index) => claims[index]!.modality === 'asserted') ?? narrowest[0]!,
    witnesses: countWitnesses(indexes.map((index) => claims[index]!)),
  };
}

function isRefinedBy(position: Position, other: Position, relationOf: RelationOf | null): boolean {
  return other !== position && relationOf !== null && relationOf(other.of[0]!, position.of[0]!) === 'refines';
}

/** How much room a value leaves: days, units, or members; 0 where values have no width. */
function width(value: Value): number {
  switch (value.kind) {
    case 'date':
    case 'quantity':
      return value.core.high - value.core.low;
    case 'period':
      return value.start.core.high - value.start.core.low + (value.end.core.high - value.end.core.low);
    case 'set':
      return value.items.length;
    default:
      return 0;
  }
}

/** Infinities are equal: their difference is no number. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
