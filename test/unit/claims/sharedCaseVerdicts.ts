import type { Badge, Verdict } from '../../../src/core/claims/claim';
import type { Relation } from '../../../src/core/values/value';

/**
 * What a careful reader of DESIGN §4–5 says of the case of two real articles (27 claims, 2 registry facts), written by hand before
 * any code ran. Relations are the first worst pair's, in the order article of 2015, interview of 2007, registry.
 */
export const sharedCaseVerdicts: Readonly<
  Record<string, { readonly verdict: Verdict; readonly relation: Relation | null; readonly badges: readonly Badge[]; readonly camps: number }>
> = {
  'admission|date': { verdict: 'refined', relation: 'refines', badges: [], camps: 1 },
  'admission|decided-by': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|foreign-minister': { verdict: 'changed', relation: 'disjoint', badges: ['single-source'], camps: 2 },
  'kazakhstan|president': { verdict: 'agree', relation: 'equal', badges: ['name-variant'], camps: 1 },
  'kazakhstan|un-office-opened': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|un-active-since': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|un-offices-in': { verdict: 'additional', relation: 'disjoint', badges: ['single-source'], camps: 2 },
  'landlocked-2003|date': { verdict: 'conflict', relation: 'disjoint', badges: ['single-source'], camps: 2 },
  'landlocked-2003|place': { verdict: 'refined', relation: 'refined-by', badges: [], camps: 1 },
  'escap-63|date': { verdict: 'plan-confirmed', relation: 'refined-by', badges: ['single-source'], camps: 1 },
  'escap-63|place': { verdict: 'plan-confirmed', relation: 'refined-by', badges: ['single-source'], camps: 1 },
  'un|member-count': { verdict: 'refined', relation: 'refined-by', badges: ['single-source'], camps: 1 },
  'council-vote-2016|date': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|votes-for|election=council-vote-2016': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|votes-for|election=ecosoc-vote-2006': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'tokayev|position': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
  'kazakhstan|arsenal-rank': { verdict: 'single', relation: null, badges: ['single-source'], camps: 1 },
};

/** Groups of kin properties, both ways. */
export const sharedCaseRelated: Readonly<Record<string, readonly string[]>> = {
  'kazakhstan|un-office-opened': ['kazakhstan|un-active-since'],
  'kazakhstan|un-active-since': ['kazakhstan|un-office-opened'],
};
