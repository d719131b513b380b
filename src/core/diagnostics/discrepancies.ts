import type { CaseModel } from '../caseModel';
import type { Claim, Group } from '../claims/claim';
import { passageOf, registrySource } from '../claims/claim';
import { verdictWords } from '../claims/words';
import { claimValue, entityName, pairsOf, propertyLabel, sourceTitle } from '../features/claimText';
import type { Span } from '../text/text';
import type { Finding, RelatedPlace } from './diagnostic';

/** Verdicts that readers are told of where they read (DESIGN §5, severity). */
const told = new Set(['conflict', 'plan-changed', 'tension', 'maybe-changed']);

/** One finding for each claim that stands in `path` and disagrees with another, unless a reviewer explained or dismissed it. */
export function discrepancyFindings(model: CaseModel, path: string): Finding[] {
  return claimsAt(model, path).flatMap(({ claim, span }) => {
    const group = model.groupOf(claim);
    if (!group || group.review.status === 'explained' || group.review.status === 'dismissed') return [];
    const rivals = pairsOf(group, claim).filter(({ pair }) => told.has(pair.verdict));
    const worst = rivals[0];
    if (!worst) return [];
    return [
      {
        code: `discrepancy/${worst.pair.verdict}`,
        span,
        message: discrepancyMessage(model, group, claim, worst.other, worst.pair.comparison.gap),
        related: rivals.map(({ other }) => rivalPlace(model, other)),
        data: { group: group.key },
      },
    ];
  });
}

function discrepancyMessage(model: CaseModel, group: Group, claim: Claim, other: Claim, gap: string | undefined): string {
  const worst = pairsOf(group, claim)[0]!.pair.verdict;
  const about = `${entityName(model, claim.subject)}, ${propertyLabel(model, claim.property)}`;
  const apart = gap ? ` (${gap} apart)` : '';
  return `${verdictWords(worst)} — ${about}: ${claimValue(model, claim)} here, ${claimValue(model, other)} in ${sourceTitle(model, other.source)}${apart}.`;
}

/** Where a claim can be read: its passage, else its entry in the YAML file. */
export function placeOfClaim(claim: Claim): { readonly file: string; readonly span: Span } {
  const passage = passageOf(claim);
  return passage ? { file: claim.source, span: passage } : { file: claim.file, span: claim.entry.span };
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
