/** Entity types that have a colour of their own, in the order that lists show them; every other type is coloured as `other` (DESIGN §1). */
export const coloredTypes = ['person', 'organization', 'country', 'region', 'city', 'place', 'event', 'work', 'law', 'product'] as const;

export type ColoredType = (typeof coloredTypes)[number] | 'other';

/** The type whose colour an entity type has. Types are open: any word may come. */
export function coloredTypeOf(type: string | undefined): ColoredType {
  return coloredTypes.find((colored) => colored === type) ?? 'other';
}
