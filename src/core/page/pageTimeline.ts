import { registrySource, type Claim, type Group, type Verdict } from '../claims/claim';
import { resolveEntity } from '../registry/registry';
import { describeValue } from '../values/describe';
import { timeExtent, type PageExtent } from './extents';
import type { PageInput } from './pageModel';

/** Every dated claim of a case, by time: plain JSON, wording included. */
export interface PageTimeline {
  /** Sources with dated claims, in the order of the case. */
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  /** By the beginning of the core, open beginnings first. */
  readonly claims: readonly TimelineClaim[];
}

export interface TimelineClaim {
  /** Index into the sources. */
  readonly source: number;
  /** The group's key: the row that a click leads to. */
  readonly key: string;
  /** Subject and property. */
  readonly about: string;
  readonly value: string;
  readonly extent: PageExtent;
  /** Of the group. */
  readonly verdict: Verdict;
  readonly denied: boolean;
  readonly planned: boolean;
  readonly suggested: boolean;
}

/** The claims whose value is a date or a period. */
export function pageTimeline({ groups, sources, registry }: Pick<PageInput, 'groups' | 'sources' | 'registry'>): PageTimeline {
  const name = (id: string) => resolveEntity(registry, id)?.name ?? id;
  const dated = groups.flatMap((group) => group.claims.flatMap((claim) => datedClaim(group, claim) ?? []));
  const said = new Set(dated.map(({ claim }) => claim.source));
  const listed = new Set(sources.map(({ id }) => id));
  const shown = [
    ...sources.filter(({ id }) => said.has(id)).map(({ id, title }) => ({ id, title: title ?? id })),
    ...[...said].filter((id) => !listed.has(id) && id !== registrySource).map((id) => ({ id, title: id })),
    ...(said.has(registrySource) ? [{ id: registrySource, title: 'Registry' }] : []),
  ];
  const indexOf = new Map(shown.map(({ id }, i) => [id, i]));
  const claims = dated.map(({ group, claim, extent }): TimelineClaim => {
    const property = registry.properties.get(group.property)?.label ?? group.property;
    return {
      source: indexOf.get(claim.source) ?? 0,
      key: group.key,
      about: `${name(group.subject)}, ${property}`,
      value: describeValue(claim.value, name),
      extent,
      verdict: group.verdict,
      denied: claim.polarity === 'negative',
      planned: claim.modality !== 'asserted',
      suggested: claim.state === 'suggested',
    };
  });
  claims.sort((a, b) => (a.extent.core[0] ?? -Infinity) - (b.extent.core[0] ?? -Infinity) || a.source - b.source);
  return { sources: shown, claims };
}

function datedClaim(group: Group, claim: Claim): { group: Group; claim: Claim; extent: PageExtent } | null {
  const extent = timeExtent(claim.value);
  return extent && (extent.core[0] !== null || extent.core[1] !== null) ? { group, claim, extent } : null;
}
