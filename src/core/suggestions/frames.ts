/** What kinds of entities a property of the vocabulary ties together; empty: any but the other side itself. */
export interface Frame {
  readonly subjects: readonly string[];
  /** Types of the value, for entity values. */
  readonly values: readonly string[];
}

const places = ['city', 'country', 'region', 'place'];
const bodies = ['organization', 'country'];
const actors = ['person', 'organization', 'country'];
const documents = ['law', 'work'];

const table: Readonly<Record<string, readonly [subjects: readonly string[], values: readonly string[]]>> = {
  date: [['event'], []],
  period: [['event'], []],
  place: [['event'], places],
  attendance: [['event'], []],
  organiser: [['event'], actors],
  participant: [['event'], actors],
  winner: [['event'], actors],
  signed: [documents, []],
  'in-force': [documents, []],
  born: [['person'], []],
  died: [['person'], []],
  'birth-place': [['person'], places],
  'death-place': [['person'], places],
  age: [['person'], []],
  position: [['person'], []],
  appointed: [['person'], []],
  employer: [['person'], ['organization']],
  education: [['person'], ['organization']],
  spouse: [['person'], ['person']],
  children: [['person'], []],
  founded: [[...bodies, 'city'], []],
  dissolved: [bodies, []],
  founder: [['organization'], ['person', 'organization']],
  'member-count': [['organization'], []],
  'member-of': [actors, ['organization']],
  joined: [actors, ['organization']],
  headquarters: [['organization'], places],
  head: [['organization'], ['person']],
  owner: [['organization', 'product', 'work'], ['person', 'organization']],
  employees: [['organization'], []],
  revenue: [['organization'], []],
  president: [bodies, ['person']],
  'prime-minister': [['country'], ['person']],
  'foreign-minister': [['country'], ['person']],
  capital: [['country', 'region'], ['city']],
  population: [places, []],
  area: [places, []],
  cost: [['event', 'product', 'work', 'place', 'other'], []],
  budget: [[...bodies, 'event', 'city', 'region'], []],
  'death-toll': [['event'], []],
  injured: [['event'], []],
  turnout: [['event'], []],
  'votes-for': [[...actors, 'work', 'law'], []],
  'votes-against': [[...actors, 'work', 'law'], []],
  author: [['work'], ['person', 'organization']],
  published: [['work'], []],
  height: [['place', 'product'], []],
};

/** The frame of a property; undefined for properties of a case's own, whose kinds are open. */
export const frames: ReadonlyMap<string, Frame> = new Map(
  Object.entries(table).map(([property, [subjects, values]]) => [property, { subjects, values }]),
);

/** Offices that one person at a time holds: the value stands beside the words of the office. */
export const offices: ReadonlySet<string> = new Set(['president', 'prime-minister', 'foreign-minister', 'head', 'founder', 'owner', 'author', 'spouse', 'capital']);

/** Types of entities that are places. */
export const placeTypes: ReadonlySet<string> = new Set(places);
