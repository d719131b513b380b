import type { PageClaim, PageRow } from '../core/page/page';

/** A camp's name: A, B … Z, then numbers. */
export function campLetter(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : String(index + 1);
}

/** The camps that a claim belongs to, in words; empty where the group has but one. */
export function campsOf({ camps, claims }: PageRow, claim: PageClaim): string {
  if (camps.length < 2) return '';
  const at = claims.indexOf(claim);
  return camps.flatMap((camp, i) => (camp.claims.includes(at) ? [campLetter(i)] : [])).join(' ');
}
