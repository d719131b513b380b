import type { Problem, ReviewsFile } from '../case/entries';
import type { Property, Registry } from '../registry/registry';
import { normalisedKey } from '../values/describe';
import { campsOf, singleSourceClaims } from './camps';
import type { Badge, Claim, Group, JudgedPair, Review, Verdict } from './claim';
import { registrySource } from './claim';
import { reviewOf, reviewProblems } from './review';
import type { Judgement } from './verdict';
import { judgePair, mirrorJudgement } from './verdict';
import { countWitnesses } from './witnesses';
import { compareVerdicts } from './words';

/** Up to so many claims every pair is listed; up to so many different claims every pair is judged (docs/verdicts.md). */
const exhaustiveSize = 200;

/** Pairs of different claims that are judged in a group with more than `exhaustiveSize` of them. */
const sampledPairs = 20_000;

/**
 * The groups of all claims, in the order of their first claims, each judged (DESIGN §5). `claims` come in the order of their sources;
 * in a group the registry's facts stand last. A group whose claims are the same objects as in `previous` is not judged again, so the
 * claims must be read anew when the registry changes. Problems are of the reviews file.
 */
export function groupClaims(
  claims: readonly Claim[],
  registry: Registry,
  reviews: ReviewsFile | null,
  previous: readonly Group[] = [],
): { readonly groups: Group[]; readonly problems: Problem[] } {
  const previousByKey = new Map(previous.map((group) => [group.key, group]));
  const entries = new Map([...(reviews?.reviews ?? [])].reverse().map((entry) => [entry.key.text, entry]));
  const judged = new Map<string, Group>();
  for (const [key, members] of claimsByKey(claims)) {
    const before = previousByKey.get(key);
    judged.set(key, before && sameItems(before.claims, members) ? before : judgeGroup(key, members, registry));
  }
  const relatedOf = createRelated(judged.values(), registry);
  const groups = [...judged.values()].map((group) => finish(group, relatedOf(group), entries.get(group.key) ?? null));
  return { groups, problems: reviews ? reviewProblems(reviews, judged) : [] };
}

/**
 * `subject|property`, then `|name=value` for each separator by name, percent-encoded (DESIGN §1). A claim that lacks a separator has
 * the key of those it has.
 */
export function groupKey(claim: Pick<Claim, 'subject' | 'property' | 'key'>): string {
  const separators = [...claim.key].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${encodeKeyPart(name)}=${encodeKeyPart(value)}`);
  return [encodeKeyPart(claim.subject), encodeKeyPart(claim.property), ...separators].join('|');
}

/** One part of a group key, percent-encoded. */
export function encodeKeyPart(text: string): string {
  return /^[a-z0-9-]*$/u.test(text) ? text : encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function claimsByKey(claims: readonly Claim[]): Map<string, Claim[]> {
  const byKey = new Map<string, Claim[]>();
  for (const claim of [...claims.filter((claim) => !isFact(claim)), ...claims.filter(isFact)]) {
    const key = groupKey(claim);
    const held = byKey.get(key);
    if (held) held.push(claim);
    else byKey.set(key, [claim]);
  }
  return byKey;
}

function isFact(claim: Claim): boolean {
  return claim.source === registrySource;
}

function judgeGroup(key: string, claims: readonly Claim[], registry: Registry): Group {
  const { subject, property, key: separators } = claims[0]!;
  const valueKeys = claims.map(({ value }) => normalisedKey(value));
  const judge = createJudge(claims, valueKeys, registry.properties.get(property), registry);
  const pairs = judge.pairs();
  const worst = worstOf(pairs);
  const relationOf = judge.exhaustive ? (a: number, b: number) => judge.of(a, b).comparison.relation : null;
  const singleSource = singleSourceClaims(claims, valueKeys, relationOf);
  const witnesses = countWitnesses(claims);
  const badges: Badge[] = [];
  if (singleSource.length > 0) badges.push('single-source');
  if (pairs.some(({ nameVariant }) => nameVariant)) badges.push('name-variant');
  if (witnesses < new Set(claims.map(({ source }) => source)).size) badges.push('same-origin');
  if (claims.some(({ state }) => state === 'suggested')) badges.push('suggested');
  return {
    key,
    subject,
    property,
    separators,
    claims,
    verdict: worst?.verdict ?? verdictOfOne(claims[0]!),
    worst,
    pairs,
    singleSource,
    camps: campsOf(claims, valueKeys, relationOf),
    badges,
    witnesses,
    related: [],
    review: reviewOf({ verdict: worst?.verdict ?? verdictOfOne(claims[0]!), claims }, null),
  };
}

function verdictOfOne(claim: Claim): Verdict {
  return claim.unjudged === null ? 'single' : 'unjudged';
}

function worstOf(pairs: readonly JudgedPair[]): JudgedPair | null {
  let worst: JudgedPair | null = null;
  for (const pair of pairs) if (!worst || compareVerdicts(pair.verdict, worst.verdict) < 0) worst = pair;
  return worst;
}

interface Judge {
  /** Whether every two different claims are judged. */
  readonly exhaustive: boolean;
  of(a: number, b: number): Judgement;
  /** Sorted by a, then b. */
  pairs(): JudgedPair[];
}

/** Judges claims of one group by their kinds: claims alike in all that the table looks at are judged once. */
function createJudge(claims: readonly Claim[], valueKeys: readonly string[], property: Property | undefined, registry: Registry): Judge {
  const { kindOf, kinds } = kindsOf(claims, valueKeys);
  const known = new Map<number, Judgement>();
  const ofKinds = (a: number, b: number): Judgement => {
    if (a > b) return mirrorJudgement(ofKinds(b, a));
    const place = a * kinds.length + b;
    let judgement = known.get(place);
    if (!judgement) known.set(place, (judgement = judgePair(claims[kinds[a]![0]!]!, claims[kinds[b]!.at(-1)!]!, property, registry)));
    return judgement;
  };
  const of = (a: number, b: number) => ofKinds(kindOf[a]!, kindOf[b]!);
  return {
    exhaustive: kinds.length <= exhaustiveSize,
    of,
    pairs: () => (claims.length <= exhaustiveSize ? allPairs(claims.length, of) : pairsOfKinds(kinds, ofKinds)),
  };
}

function kindsOf(claims: readonly Claim[], valueKeys: readonly string[]): { readonly kindOf: number[]; readonly kinds: number[][] } {
  const numbers = new Map<string, number>();
  const kinds: number[][] = [];
  const kindOf = claims.map((claim, index) => {
    const { polarity, modality, asOf, valid, surface, unjudged } = claim;
    const parts = [valueKeys[index], claim.value.kind, polarity, modality, asOf, valid, surface, unjudged !== null, isFact(claim)];
    const state = JSON.stringify(parts);
    const number = numbers.get(state) ?? kinds.length;
    numbers.set(state, number);
    (kinds[number] ??= []).push(index);
    return number;
  });
  return { kindOf, kinds };
}

function allPairs(size: number, of: (a: number, b: number) => Judgement): JudgedPair[] {
  const pairs: JudgedPair[] = [];
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) pairs.push({ a, b, ...of(a, b) });
  return pairs;
}

/**
 * Of a large group: the first claims of every two kinds (of the nearest kinds and of the last, where there are too many), the first two
 * of each kind, and for every further claim the worst of its kind's pairs.
 */
function pairsOfKinds(kinds: readonly (readonly number[])[], ofKinds: (a: number, b: number) => Judgement): JudgedPair[] {
  const pairs: JudgedPair[] = [];
  const worstOfKind = new Map<number, JudgedPair>();
  const note = (kind: number, pair: JudgedPair) => {
    const before = worstOfKind.get(kind);
    if (!before || compareVerdicts(pair.verdict, before.verdict) < 0) worstOfKind.set(kind, pair);
  };
  const add = (one: number, other: number) => {
    const pair = createPair(kinds[one]![0]!, one === other ? kinds[one]![1]! : kinds[other]![0]!, ofKinds(one, other));
    pairs.push(pair);
    note(one, pair);
    note(other, pair);
  };
  for (const [one, other] of kindPairs(kinds.length)) add(one, other);
  for (const [kind, members] of kinds.entries()) if (members.length > 1) add(kind, kind);
  for (const [kind, members] of kinds.entries()) {
    const worst = worstOfKind.get(kind);
    if (!worst) continue;
    const first = members[0]!;
    const rival = worst.a === first ? worst.b : worst.a;
    const seenFromKind = worst.a === first ? worst : mirrorJudgement(worst);
    for (const member of members.slice(1)) if (member !== rival) pairs.push(createPair(member, rival, seenFromKind));
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function createPair(one: number, other: number, { verdict, row, comparison, nameVariant }: Judgement): JudgedPair {
  const judgement = { verdict, row, comparison, nameVariant };
  return one < other ? { a: one, b: other, ...judgement } : { a: other, b: one, ...mirrorJudgement(judgement) };
}

/** Every two kinds, or, where those are too many, each with the last and with as many following ones as `sampledPairs` allows. */
function* kindPairs(count: number): Iterable<readonly [number, number]> {
  const reach = count <= exhaustiveSize ? count : Math.max(1, Math.floor(sampledPairs / count));
  for (let one = 0; one < count; one++) {
    const end = Math.min(count, one + 1 + reach);
    for (let other = one + 1; other < end; other++) yield [one, other];
    if (end < count) yield [one, count - 1];
  }
}

function createRelated(groups: Iterable<Group>, registry: Registry): (group: Group) => readonly string[] {
  const kin = new Map<string, Set<string>>();
  const link = (one: string, other: string) => {
    const held = kin.get(one);
    if (held) held.add(other);
    else kin.set(one, new Set([other]));
  };
  for (const property of registry.properties.values()) {
    for (const other of property.kin) {
      if (other === property.id) continue;
      link(property.id, other);
      link(other, property.id);
    }
  }
  const keys = new Map<string, string[]>();
  for (const { subject, property, key } of groups) {
    if (!kin.has(property)) continue;
    const place = `${subject}\u0000${property}`;
    const held = keys.get(place);
    if (held) held.push(key);
    else keys.set(place, [key]);
  }
  return ({ subject, property }) =>
    [...(kin.get(property) ?? [])].flatMap((other) => keys.get(`${subject}\u0000${other}`) ?? []).sort((a, b) => (a < b ? -1 : 1));
}

function finish(group: Group, related: readonly string[], entry: Review['entry']): Group {
  if (group.review.entry === entry && sameItems(group.related, related)) return group;
  const review = reviewOf(group, entry);
  const badges = group.badges.filter((badge) => badge !== 'review-again');
  return { ...group, related, review, badges: review.reviewAgain ? [...badges, 'review-again'] : badges };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
