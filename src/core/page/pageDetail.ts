import { passageOf, registrySource, type Claim, type Group } from '../claims/claim';
import { comparisonWords } from '../claims/comparisonWords';
import { rowWords } from '../claims/verdict';
import { compareVerdicts } from '../claims/words';
import { describeEdtf } from '../values/describe';
import { describeExtent } from '../values/describeExtent';
import { extentsOf, type ExtentKind, type PageExtent } from './extents';
import type { PageQuote } from './page';
import type { PageInput } from './pageModel';
import { quoteInContext } from './pageQuote';
import type { Verdict } from '../claims/claim';

/** What the page tells of one group beyond its row: plain JSON, wording included. */
export interface PageDetail {
  readonly key: string;
  /** In the order of the row's claims. */
  readonly claims: readonly DetailClaim[];
  /** What the extents are measured on; null where no value has one. */
  readonly line: { readonly kind: ExtentKind; readonly unit: string | null } | null;
  /** Pairs of claims, worst first, at most `mostPairs`. */
  readonly pairs: readonly DetailPair[];
  /** Pairs that are left out. */
  readonly morePairs: number;
}

export interface DetailClaim {
  /** The quote with more context than the row shows; null for registry facts. */
  readonly quote: PageQuote | null;
  /** How a computed value came about. */
  readonly derivation: string | null;
  /** When the claim holds, in words, where it is known. */
  readonly valid: string | null;
  readonly asOf: string | null;
  /** Core and halo in words, where the value itself does not say as much. */
  readonly core: string | null;
  readonly halo: string | null;
  readonly extent: PageExtent | null;
}

export interface DetailPair {
  /** Indexes into the claims. */
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
  readonly comparison: string;
  /** The row of the table of verdicts that fired (DESIGN §5). */
  readonly reason: string;
}

const mostPairs = 200;
/** Context on either side of a quote, in UTF-16 units. */
const contextLength = 240;

/** The detail of a group. */
export function pageDetail(group: Group, input: PageInput): PageDetail {
  const line = extentsOf(group.claims.map(({ value }) => value));
  const pairs = [...group.pairs].sort((a, b) => compareVerdicts(a.verdict, b.verdict) || a.a - b.a || a.b - b.b);
  return {
    key: group.key,
    claims: group.claims.map((claim, i) => detailClaim(claim, line?.extents[i] ?? null, input)),
    line: line && { kind: line.kind, unit: line.unit },
    pairs: pairs.slice(0, mostPairs).map(({ a, b, verdict, comparison, row }) => ({
      a,
      b,
      verdict,
      comparison: comparisonWords(comparison),
      reason: rowWords(row),
    })),
    morePairs: Math.max(0, pairs.length - mostPairs),
  };
}

function detailClaim(claim: Claim, extent: PageExtent | null, input: PageInput): DetailClaim {
  const { value } = claim;
  const passage = passageOf(claim);
  const article = claim.source === registrySource ? undefined : input.text(claim.source);
  const measured = value.kind === 'date' || value.kind === 'period' || value.kind === 'quantity';
  return {
    quote: quoteInContext(claim, input.registry, article && passage ? { article, passage } : null, contextLength),
    derivation: claim.derivation ?? null,
    valid: claim.valid === null ? null : describeEdtf(claim.valid),
    asOf: claim.asOf === null ? null : describeEdtf(claim.asOf),
    ...(measured ? describeExtent(value) : { core: null, halo: null }),
    extent,
  };
}
