import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import { registrySource } from '../claims/claim';
import { isDiscrepancy, verdictLabel } from '../claims/words';
import type { PairOfClaim } from '../features/claimText';
import { claimLabel, claimValue, entityName, pairsOf, placeOfClaim, sourceTitle } from '../features/claimText';
import type { Span } from '../text/text';
import type { Finding, RelatedPlace } from './diagnostic';

/** One finding for each claim that stands in `path` and disagrees with another, unless a reviewer explained or dismissed it. */
export function discrepancyFindings(model: CaseModel, path: string): Finding[] {
  return claimsAt(model, path).flatMap(({ claim, span }) => {
    const group = model.groupOf(claim);
    if (!group || group.review.status === 'explained' || group.review.status === 'dismissed') return [];
    const rivals = pairsOf(group, claim).filter(({ pair }) => isDiscrepancy(pair.verdict));
    const worst = rivals[0];
    if (!worst) return [];
    return [
      {
        code: `discrepancy/${worst.pair.verdict}`,
        span,
        message: discrepancyMessage(model, claim, worst),
        related: rivals.map(({ other }) => rivalPlace(model, other)),
        data: { group: group.key },
      },
    ];
  });
}

/**
 * One finding for each suggested claim of an article that disagrees with a claim of another place or with the registry: a hint, whatever
 * the verdict, until a person confirms it (DESIGN §6).
 */
export function suggestionFindings(model: CaseModel, source: string): Finding[] {
  const own = new Set(model.suggestedClaims(source));
  if (own.size === 0) return [];
  return model.comparison().flatMap((group) => {
    if (!isDiscrepancy(group.verdict) || group.review.status === 'explained' || group.review.status === 'dismissed') return [];
    return group.claims
      .filter((claim) => own.has(claim))
      .flatMap((claim) => {
        const rivals = pairsOf(group, claim).filter(({ pair }) => isDiscrepancy(pair.verdict));
        const worst = rivals[0];
        if (!worst) return [];
        return [
          {
            code: 'suggestion/discrepancy',
            span: placeOfClaim(claim).span,
            message: `Suggested claim: ${discrepancyMessage(model, claim, worst)}`,
            related: rivals.map(({ other }) => rivalPlace(model, other)),
            data: { group: group.key },
          },
        ];
      });
  });
}

/** The values come first: names may be longer than a row of the list of problems shows. */
function discrepancyMessage(model: CaseModel, claim: Claim, { pair, other }: PairOfClaim): string {
  const about = `${entityName(model, claim.subject)}, ${claimLabel(model, claim)}`;
  const apart = pair.comparison.gap ? ` (${pair.comparison.gap} apart)` : '';
  const where = other.source === registrySource ? 'the registry' : `“${sourceTitle(model, other.source)}”`;
  return `${verdictLabel(pair.verdict)} — ${claimValue(model, claim)} here, ${claimValue(model, other)} in ${where}${apart}: ${about}.`;
}

function rivalPlace(model: CaseModel, other: Claim): RelatedPlace {
  const words = other.entry.quote ? `“${other.entry.quote.text}” — ` : '';
  return { ...placeOfClaim(other), message: `${sourceTitle(model, other.source)}: ${words}${claimValue(model, other)}` };
}

function claimsAt(model: CaseModel, path: string): { readonly claim: Claim; readonly span: Span }[] {
  const candidates = model.source(path) ? model.claimsOf(path) : model.claimsIn(path);
  return candidates.flatMap((claim) => {
    const { file, span } = placeOfClaim(claim);
    if (file !== path) return [];
    return [{ claim, span: claim.source === registrySource ? claim.entry.property.span : span }];
  });
}
