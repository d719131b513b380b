import type { CaseModel } from '../caseModel';
import { frames } from '../suggestions/frames';
import { typicalProperties } from '../registry/typicalProperties';

/** How a property goes with a subject: the case says it of entities of its type; it is made for that type; the case declares it; any other. */
export type PropertyFit = 'used' | 'typical' | 'declared' | 'other';

/** Weights for `rankNames`, far enough apart that a fit is never outdone by a lesser one. */
const weights: Readonly<Record<Exclude<PropertyFit, 'other'>, number>> = { used: 10_000, typical: 1000, declared: 1 };

export interface PropertyRanking {
  /** Property → how much it counts in `rankNames`; absent: nothing. */
  readonly counts: ReadonlyMap<string, number>;
  readonly fitOf: (property: string) => PropertyFit;
  /** Of the subject; undefined where it is not known. */
  readonly type: string | undefined;
}

/** Which properties are likely of a subject: those that the case says of entities of its type, those that its type can have, those of the case. */
export function rankProperties(model: CaseModel, subject: string | null): PropertyRanking {
  const { properties } = model.registry();
  const type = subject === null ? undefined : model.entity(subject)?.type;
  const fits = new Map<string, PropertyFit>();
  const counts = new Map<string, number>();
  const put = (id: string, fit: keyof typeof weights, behind = 0) => {
    if (!properties.has(id)) return;
    fits.set(id, fit);
    counts.set(id, weights[fit] - behind);
  };
  for (const { id, declared } of properties.values()) if (declared) put(id, 'declared');
  if (type !== undefined) {
    const typical = [...typicalProperties(type), ...[...frames].flatMap(([id, { subjects }]) => (subjects.includes(type) ? [id] : []))];
    for (const [at, id] of [...new Set(typical)].entries()) put(id, 'typical', at);
    for (const { subject: other, property } of model.claims()) {
      if (!properties.has(property) || model.entity(other)?.type !== type) continue;
      fits.set(property, 'used');
      counts.set(property, Math.max(weights.used, counts.get(property) ?? 0) + 1);
    }
  }
  return { counts, fitOf: (property) => fits.get(property) ?? 'other', type };
}
