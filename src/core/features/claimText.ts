import type { CaseModel } from '../caseModel';
import type { Claim, Group, JudgedPair, Verdict } from '../claims/claim';
import { registrySource } from '../claims/claim';
import { verdictOrder } from '../claims/words';
import { describeValue } from '../values/describe';

/** The entity's name, or its id where the registry lacks it. */
export function entityName(model: CaseModel, id: string): string {
  return model.entity(id)?.name ?? id;
}

/** The property's label, or its id where it is not declared. */
export function propertyLabel(model: CaseModel, id: string): string {
  return model.registry().properties.get(id)?.label ?? id;
}

/** What to call a source: its title, else its id; `Registry` for the registry's facts. */
export function sourceTitle(model: CaseModel, id: string): string {
  return id === registrySource ? 'Registry' : (model.source(id)?.title ?? id);
}

/** The claim's value in words, with `not`, `planned` or `possible` where it says so: `planned: May 2007`. */
export function claimValue(model: CaseModel, claim: Claim): string {
  const words = describeValue(claim.value, (id) => entityName(model, id));
  const denied = claim.polarity === 'negative' ? `not ${words}` : words;
  return claim.modality === 'asserted' ? denied : `${claim.modality}: ${denied}`;
}

/** The pairs that a claim is part of, worst first, each with the index of the other claim. */
export function pairsOf(group: Group, claim: Claim): readonly { readonly pair: JudgedPair; readonly other: Claim }[] {
  const index = group.claims.indexOf(claim);
  return group.pairs
    .filter((pair) => pair.a === index || pair.b === index)
    .map((pair) => ({ pair, other: group.claims[pair.a === index ? pair.b : pair.a]! }))
    .sort((a, b) => verdictOrder.indexOf(a.pair.verdict) - verdictOrder.indexOf(b.pair.verdict));
}

/** The worst verdict that a claim takes part in; `single` when nothing else is said. */
export function verdictOf(group: Group, claim: Claim): Verdict {
  return pairsOf(group, claim)[0]?.pair.verdict ?? group.verdict;
}
