import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import { registrySource } from '../claims/claim';
import { isDiscrepancy } from '../claims/words';
import type { Span } from '../text/text';
import type { Place } from './claimText';
import { placeOfClaim } from './claimText';

/** How much a case has about an entity. */
export interface EntityUse {
  readonly mentions: number;
  /** Of articles, about the entity or with it as value. */
  readonly claims: number;
  /** Groups whose verdict a reader should know of, and that no reviewer decided. */
  readonly discrepancies: number;
}

/** What the case has about each entity; entities with nothing are left out. Linear in mentions and claims: for a case that is settled. */
export function entityUses(model: CaseModel): ReadonlyMap<string, EntityUse> {
  const uses = new Map<string, { mentions: number; claims: number; discrepancies: number }>();
  const useOf = (id: string) => {
    let use = uses.get(id);
    if (!use) uses.set(id, (use = { mentions: 0, claims: 0, discrepancies: 0 }));
    return use;
  };
  for (const { id } of model.sources()) {
    for (const { entity } of model.mentions(id).mentions) if (entity !== null) useOf(entity).mentions++;
  }
  for (const { subject, claims, verdict, review } of model.groups()) {
    const about = new Set([subject]);
    for (const claim of claims) {
      if (claim.value.kind === 'entity') about.add(claim.value.id);
      if (claim.source !== registrySource) for (const id of entitiesOf(claim)) useOf(id).claims++;
    }
    if (isDiscrepancy(verdict) && review.status === 'open') for (const id of about) useOf(id).discrepancies++;
  }
  return uses;
}

/** An entity of a registry file that the case says something about. `span`: its key. */
export interface EntityLens {
  readonly id: string;
  readonly span: Span;
  readonly use: EntityUse;
}

/** The entities of a registry file that have mentions or claims, in order; those that are redirects or duplicates have none. */
export function entityLenses(model: CaseModel, path: string, uses: ReadonlyMap<string, EntityUse>): readonly EntityLens[] {
  return (model.registryFile(path)?.data.entities ?? []).flatMap(({ id }) => {
    const use = uses.get(id.text);
    const isOwn = model.entity(id.text)?.idSpan.start === id.span.start && model.entity(id.text)?.file === path;
    return use && isOwn && use.mentions + use.claims > 0 ? [{ id: id.text, span: id.span, use }] : [];
  });
}

/** Where the articles' claims about an entity, or with it as value, can be read. */
export function entityClaimPlaces(model: CaseModel, id: string): readonly Place[] {
  return model
    .groupsOf(id)
    .flatMap(({ claims }) => claims.filter((claim) => claim.source !== registrySource && entitiesOf(claim).has(id)))
    .map(placeOfClaim);
}

function entitiesOf({ subject, value }: Claim): ReadonlySet<string> {
  return new Set(value.kind === 'entity' ? [subject, value.id] : [subject]);
}
