/** Built-in properties by the type of entity that they are mostly said of (DESIGN §1, vocabulary). */
const byType: ReadonlyMap<string, string> = new Map([
  ['event', 'date period place attendance organiser participant winner outcome cause death-toll injured duration turnout cost'],
  ['person', 'born died birth-place death-place age nationality position appointed employer education spouse children party'],
  ['organization', 'founded dissolved founder member-count member-of joined headquarters head owner employees revenue budget'],
  ['country', 'president prime-minister foreign-minister capital population area member-of joined founded votes-for votes-against budget'],
  ['region', 'capital population area head'],
  ['city', 'population area founded head'],
  ['place', 'area height distance population'],
  ['work', 'author published'],
  ['law', 'signed in-force votes-for votes-against abstentions author'],
  ['product', 'cost owner height published'],
]);

/** Ids of the built-in properties that are mostly said of entities of `type`; none for types of one's own. */
export function typicalProperties(type: string): readonly string[] {
  return byType.get(type)?.split(' ') ?? [];
}
