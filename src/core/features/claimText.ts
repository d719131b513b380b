import type { CaseModel } from '../caseModel';
import type { Claim, Group, JudgedPair, Verdict } from '../claims/claim';
import { passageOf, registrySource } from '../claims/claim';
import { compareVerdicts } from '../claims/words';
import type { Span } from '../text/text';
import { describeValue } from '../values/describe';

/** The entity's name, or its id where the registry lacks it. */
export function entityName(model: CaseModel, id: string): string {
  return model.entity(id)?.name ?? id;
}

/** The property's label, or its id where it is not declared. */
export function propertyLabel(model: CaseModel, id: string): string {
  return model.registry().properties.get(id)?.label ?? id;
}

/** What a claim is about its subject, with the separators that tell its group from others: `votes for (Election of 2006)`. */
export function claimLabel(model: CaseModel, claim: Claim): string {
  const label = propertyLabel(model, claim.property);
  const separators = [...claim.key.values()].map((value) => entityName(model, value));
  return separators.length > 0 ? `${label} (${separators.join(', ')})` : label;
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

/** A place in a file of the case. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** Where a claim can be read: its passage, else its entry in the YAML file. */
export function placeOfClaim(claim: Claim): Place {
  const passage = passageOf(claim);
  return passage ? { file: claim.source, span: passage } : { file: claim.file, span: claim.entry.span };
}

/** A pair that a claim is part of, and the other claim in it. */
export interface PairOfClaim {
  readonly pair: JudgedPair;
  readonly other: Claim;
}

/** The pairs that a claim is part of, worst first. */
export function pairsOf(group: Group, claim: Claim): readonly PairOfClaim[] {
  const index = group.claims.indexOf(claim);
  return group.pairs
    .filter((pair) => pair.a === index || pair.b === index)
    .map((pair) => ({ pair, other: group.claims[pair.a === index ? pair.b : pair.a]! }))
    .sort((a, b) => compareVerdicts(a.pair.verdict, b.pair.verdict));
}

/** The worst verdict that a claim takes part in; the group's own when it has no pair. */
export function verdictOf(group: Group, claim: Claim): Verdict {
  return pairsOf(group, claim)[0]?.pair.verdict ?? group.verdict;
}
