import type { Property } from './registry';

type Built = Partial<Omit<Property, 'id' | 'label' | 'declared'>>;

/** What holds for a key that neither the registry nor the vocabulary gives (DESIGN §1). */
export const propertyDefaults: Omit<Property, 'id' | 'label' | 'declared'> = {
  value: 'text',
  unit: null,
  temporal: 'static',
  cardinality: 'one',
  hierarchical: false,
  separators: [],
  kin: [],
  cues: [],
};

const place: Built = { value: 'entity', hierarchical: true };
const manyEntities: Built = { value: 'entity', cardinality: 'many' };
const fluent: Built = { temporal: 'fluent' };
const date: Built = { value: 'date' };
const quantity: Built = { value: 'quantity' };

const entries: Readonly<Record<string, readonly [label: string, built: Built]>> = {
  date: ['date', { ...date, cues: ['took place', 'was held', 'held on', 'held in', 'will be held', 'happened on'] }],
  period: ['period', { value: 'period', cues: ['lasted from', 'between', 'throughout'] }],
  place: ['place', { ...place, cues: ['took place in', 'held in', 'held at', 'hosted by', 'hosted'] }],
  attendance: ['attendance', { ...quantity, unit: 'person', cues: ['attended', 'participants', 'took part', 'attendance'] }],
  organiser: ['organiser', { ...manyEntities, cues: ['organised by', 'organized by', 'convened by', 'organisers'] }],
  participant: ['participant', { ...manyEntities, cues: ['took part in', 'participated in', 'attended by'] }],
  winner: ['winner', { value: 'entity', cues: ['won', 'winner', 'was elected', 'victory'] }],
  outcome: ['outcome', { cues: ['resulted in', 'ended in', 'outcome'] }],
  cause: ['cause', { cardinality: 'many', cues: ['caused by', 'because of', 'triggered by'] }],
  signed: ['signed', { ...date, kin: ['in-force'], cues: ['signed on', 'was signed', 'signing'] }],
  'in-force': ['in force since', { ...date, kin: ['signed'], cues: ['entered into force', 'came into force', 'took effect'] }],

  born: ['born', { ...date, cues: ['was born', 'born on', 'born in', 'birth'] }],
  died: ['died', { ...date, cues: ['died', 'death of', 'was killed', 'passed away'] }],
  'birth-place': ['place of birth', { ...place, cues: ['was born in', 'native of', 'born in'] }],
  'death-place': ['place of death', { ...place, cues: ['died in', 'died at'] }],
  age: ['age', { ...quantity, ...fluent, unit: 'year', cues: ['years old', 'aged', 'year-old'] }],
  nationality: ['nationality', { ...manyEntities, ...fluent, cues: ['citizen of', 'national of'] }],
  position: ['position', { ...fluent, cardinality: 'many', kin: ['appointed'], cues: ['serves as', 'served as', 'post of', 'appointed'] }],
  appointed: ['appointed', { ...date, kin: ['position'], cues: ['was appointed', 'took office', 'sworn in', 'was named'] }],
  employer: ['employer', { ...manyEntities, ...fluent, cues: ['works for', 'worked for', 'employed by'] }],
  education: ['education', { ...manyEntities, cues: ['graduated from', 'studied at', 'degree from'] }],
  spouse: ['spouse', { value: 'entity', ...fluent, cues: ['married', 'wife', 'husband'] }],
  children: ['number of children', { ...quantity, ...fluent, unit: 'child', cues: ['children', 'sons', 'daughters'] }],
  party: ['party', { value: 'entity', ...fluent, cues: ['member of the party', 'party member', 'joined the party'] }],

  founded: ['founded', { ...date, cues: ['was founded', 'founded in', 'established in', 'was established', 'was created'] }],
  dissolved: ['dissolved', { ...date, cues: ['was dissolved', 'ceased to exist', 'was abolished'] }],
  founder: ['founder', { ...manyEntities, cues: ['founded by', 'founder of'] }],
  'member-count': ['number of members', { ...quantity, ...fluent, cues: ['members', 'member countries', 'member states'] }],
  'member-of': ['member of', { ...manyEntities, ...fluent, kin: ['joined'], cues: ['member of', 'belongs to'] }],
  joined: ['joined', { ...date, separators: ['organization'], kin: ['member-of'], cues: ['joined', 'was admitted', 'acceded to'] }],
  headquarters: ['headquarters', { ...place, ...fluent, cues: ['headquartered in', 'headquarters in', 'based in'] }],
  head: ['head', { value: 'entity', ...fluent, cues: ['headed by', 'led by', 'chaired by', 'chairman', 'director'] }],
  owner: ['owner', { ...manyEntities, ...fluent, cues: ['owned by', 'belongs to', 'owner'] }],
  employees: ['number of employees', { ...quantity, ...fluent, unit: 'employee', cues: ['employees', 'employs', 'staff of'] }],
  revenue: ['revenue', { ...quantity, ...fluent, cues: ['revenue', 'turnover', 'sales of'] }],

  president: ['president', { value: 'entity', ...fluent, cues: ['President'] }],
  'prime-minister': ['prime minister', { value: 'entity', ...fluent, cues: ['Prime Minister'] }],
  'foreign-minister': ['foreign minister', { value: 'entity', ...fluent, cues: ['Foreign Minister', 'Minister of Foreign Affairs'] }],
  capital: ['capital', { value: 'entity', ...fluent, cues: ['capital of', 'capital city'] }],
  population: ['population', { ...quantity, ...fluent, unit: 'person', cues: ['population', 'inhabitants', 'residents'] }],
  area: ['area', { ...quantity, cues: ['area of', 'square kilometres', 'square miles', 'hectares'] }],

  cost: ['cost', { ...quantity, cues: ['cost', 'worth', 'priced at', 'at a cost of', 'spent'] }],
  budget: ['budget', { ...quantity, ...fluent, cues: ['budget', 'allocated'] }],
  'death-toll': [
    'death toll',
    { ...quantity, ...fluent, unit: 'person', kin: ['injured'], cues: ['killed', 'dead', 'deaths', 'death toll', 'died', 'victims'] },
  ],
  injured: ['injured', { ...quantity, ...fluent, unit: 'person', kin: ['death-toll'], cues: ['injured', 'wounded', 'hurt'] }],
  'votes-for': ['votes for', { ...quantity, unit: 'vote', separators: ['election'], kin: ['votes-against'], cues: ['votes for', 'voted for', 'in favour', 'support of'] }],
  'votes-against': ['votes against', { ...quantity, unit: 'vote', separators: ['election'], kin: ['votes-for'], cues: ['votes against', 'voted against'] }],
  abstentions: ['abstentions', { ...quantity, unit: 'vote', cues: ['abstained', 'abstentions'] }],
  turnout: ['turnout', { ...quantity, cues: ['turnout', 'voters turned out'] }],
  duration: ['duration', { ...quantity, cues: ['lasted', 'for a period of'] }],
  distance: ['distance', { ...quantity, cues: ['kilometres from', 'miles from', 'metres away'] }],
  height: ['height', { ...quantity, cues: ['metres high', 'feet tall', 'height of'] }],
  author: ['author', { ...manyEntities, cues: ['written by', 'author of', 'authored by'] }],
  published: ['published', { ...date, cues: ['was published', 'published in', 'appeared in'] }],
};

/** Common properties that every case knows; a registry overrides them key by key (DESIGN §1). */
export const vocabulary: ReadonlyMap<string, Property> = new Map(
  Object.entries(entries).map(([id, [label, built]]) => [id, { id, label, ...propertyDefaults, ...built, declared: null }]),
);
