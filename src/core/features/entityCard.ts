import type { CaseModel } from '../caseModel';
import type { Claim, Group, Verdict } from '../claims/claim';
import { passageOf, registrySource } from '../claims/claim';
import { compareVerdicts, isDiscrepancy } from '../claims/words';
import type { Entity } from '../registry/registry';
import type { Span } from '../text/text';
import { claimLabel, claimValue, entityName, sourceTitle, verdictOf } from './claimText';

/** Rows of claims that a card shows; DESIGN's issue: at most five, and a link to the rest. */
const cardRows = 5;

/** What a hover says about an entity. Plain strings: whoever shows them escapes them. */
export interface EntityCard {
  readonly entity: Entity;
  /** Surfaces that link to it in this article, each once, in order of appearance. */
  readonly surfaces: readonly string[];
  /** Sources that mention it, most mentions first. */
  readonly counts: readonly { readonly source: string; readonly title: string; readonly count: number }[];
  /** One row a source, those with disagreements first; at most `cardRows`. */
  readonly rows: readonly EntityCardRow[];
  readonly hiddenRows: number;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly reference: string | null }[];
}

export interface EntityCardRow {
  readonly source: string;
  readonly title: string;
  readonly claims: readonly EntityCardClaim[];
}

export interface EntityCardClaim {
  /** The property's label, after the subject's name where the entity is not the subject but the value. */
  readonly label: string;
  /** Null where the entity itself is the value, and nothing else is to be said of it. */
  readonly value: string | null;
  readonly verdict: Verdict;
  readonly disagrees: boolean;
  readonly passage: Span | null;
}

/** The card of `id` as seen from `source`; undefined for an id that the registry lacks. */
export function entityCard(model: CaseModel, id: string, source: string | null): EntityCard | undefined {
  const entity = model.entity(id);
  if (!entity) return undefined;
  const rows = entityRows(model, entity.id);
  return {
    entity,
    surfaces: source === null ? [] : unique(model.mentionsOf(entity.id, source).map((mention) => mention.text)),
    counts: mentionCounts(model, entity.id),
    rows: rows.slice(0, cardRows),
    hiddenRows: Math.max(0, rows.length - cardRows),
    facts: model
      .groupsOf(entity.id)
      .flatMap((group) => group.claims.filter((claim) => claim.source === registrySource && claim.subject === entity.id))
      .map((fact) => ({
        label: claimLabel(model, fact),
        value: claimValue(model, fact),
        reference: fact.entry.reference?.text ?? null,
      })),
  };
}

/** How often each source mentions the entity, most first; sources without a mention are left out. */
function mentionCounts(model: CaseModel, id: string): EntityCard['counts'] {
  return model
    .sources()
    .map(({ id: source }) => ({ source, title: sourceTitle(model, source), count: model.mentionsOf(id, source).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function entityRows(model: CaseModel, id: string): EntityCardRow[] {
  const bySource = new Map<string, { readonly group: Group; readonly claim: Claim }[]>();
  for (const group of model.groupsOf(id)) {
    for (const claim of group.claims) {
      if (claim.source === registrySource) continue;
      const row = bySource.get(claim.source);
      if (row) row.push({ group, claim });
      else bySource.set(claim.source, [{ group, claim }]);
    }
  }
  return [...bySource]
    .map(([source, said]) => ({
      source,
      title: sourceTitle(model, source),
      claims: said
        .map(({ group, claim }) => cardClaim(model, id, group, claim))
        .sort((a, b) => compareVerdicts(a.verdict, b.verdict)),
    }))
    .sort((a, b) => disagreements(b) - disagreements(a));
}

function cardClaim(model: CaseModel, id: string, group: Group, claim: Claim): EntityCardClaim {
  const verdict = verdictOf(group, claim);
  const label = claimLabel(model, claim);
  const value = claimValue(model, claim);
  return {
    label: claim.subject === id ? label : `${entityName(model, claim.subject)}, ${label}`,
    value: claim.subject !== id && value === entityName(model, id) ? null : value,
    verdict,
    disagrees: isDiscrepancy(verdict),
    passage: passageOf(claim),
  };
}

function disagreements(row: EntityCardRow): number {
  return row.claims.filter((claim) => claim.disagrees).length;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
