import type { SuggestionWords } from './words';
import { list, phrases, words } from './words';

export const en: SuggestionWords = {
  auxiliaries: words(`is are was were be been being has have had will would shall should can could may might must to also not never now then
    soon later first once again still already just yet only itself themselves itself finally eventually reportedly due set expected scheduled
    planned going about`),
  adverbEnding: /..ly$/,
  pastEnding: /...ed$/,
  relatives: words('which who that'),
  determiners: words('the a an its their his her our this that these those'),
  prepositions: words(`in on at of for by to from with within into onto during since until till between among before after about against
    under over near through throughout across per as toward towards upon without despite amid following via around behind beyond`),
  placePrepositions: words('in at'),
  datePrepositions: words('in on during at by'),
  forTimes: words('for'),
  boundaries: words(`and but or nor which who whom whose that when where while whereas because although though since until before after if
    unless as than despite following amid over to so whether what how`),
  infinitives: words('to'),
  conjunctions: words('and but or while that when where as'),
  of: words('of for'),
  by: words('by'),
  have: words('has have had with'),
  be: words('is was are were became become becomes remains'),
  possessiveEndings: words("'s ' ’s ’"),
  possessives: words('its their his her'),
  pronouns: { person: words('he she'), thing: words('it') },
  own: words('our'),

  verbs: phrases({
    date: 'held, took place, take place, takes place, taking place, taken place, organized, organised, opened, convened, met, happened, occurred, began',
    born: 'born',
    died: 'died, passed away, killed, assassinated, executed',
    founded: 'founded, established, created, set up, formed, came into being',
    dissolved: 'dissolved, disbanded, abolished, ceased to exist',
    signed: 'signed, concluded',
    'in-force': 'entered into force, came into force, enter into force, come into force, took effect',
    published: 'published',
    appointed: 'appointed, named, sworn in, took office, took up office',
    period: 'lasted',
    'votes-for': 'support of, backing of, votes',
    'votes-against': 'votes against',
  }),
  nouns: phrases({
    founded: 'creation, founding, foundation, establishment, formation',
    born: 'birth',
    died: 'death, assassination',
    dissolved: 'dissolution, abolition',
    signed: 'signing',
    appointed: 'appointment',
  }),
  actives: phrases({ appointed: 'appointed, named', signed: 'signed' }),
  roles: phrases({
    head: 'head, chairman, chairwoman, chair, director, director general, director-general, chief executive, leader',
    founder: 'founder, co-founder',
    owner: 'owner',
    author: 'author',
    spouse: 'wife, husband',
    capital: 'capital, capital city',
  }),
  otherOffice: words('deputy vice former ex late acting future assistant under then-deputy shadow designate elect first previous ex- onetime'),
  domesticActs: words('appointed appoints named signed signs decreed dismissed approved vetoed ratified issued'),
  positions: list(`appointed to the post of, appointed to the position of, served as, serves as, appointed as, works as, worked
    as, he is, she is, was appointed`),
  hosting: list(`hosted, hosts, host, is host to, was host to, was the venue of, was the venue for, is the venue of, be the
    venue of`),
  including: list('this includes, these include, these included, among them, they include, they included'),
  members: words('member members'),
  uniting: words('has have had unites united comprises comprised counts counted includes groups brings'),
  wholes: words('the all its of their'),
  countNouns: words('number total'),
  admissions: words('acceptance admission accession entry membership'),
  joining: list('joined, joins, join, acceded to, entered, admitted to, admitted into, accepted into'),
  anniversary: 'anniversary',
  votes: /\b(?:election|elections|vote|ballot|referendum|poll)\b/iu,

  plans: list(`will, shall, is to, are to, was to, were to, plans to, plan to, planned to, intends to, intend to, is planned,
    are planned, expected to, scheduled, due to, set to, is planning to, going to, aims to, hopes to, forthcoming,
    upcoming`),
  possibilities: list('may, might, could, would, can, possibly, perhaps, likely, should'),
  negations: words('not never cannot'),
  doubts: words('no nobody neither nor without denied denies deny unless if whether failed fails instead hardly barely allegedly rumoured'),

  uncertain: words('whether if unless unclear doubtful denied denies'),

  anaphors: new Map(
    Object.entries({
      country: 'country', nation: 'country', republic: 'country',
      organization: 'organization', organisation: 'organization', body: 'organization', agency: 'organization', company: 'organization',
      city: 'city', town: 'city',
      conference: 'event', summit: 'event', forum: 'event', session: 'event', meeting: 'event', congress: 'event', event: 'event',
    }),
  ),
  anaphorAdjectives: words('major international world new young whole entire same forthcoming upcoming important largest global united'),
  wholeNouns: words('organization organisation'),

  speech: words(`said says say told tells added adds noted notes remarked explained stressed argued replied wrote recalled announced insisted
    warned emphasized emphasised stated claimed claims believes reckons estimated reported declared confirmed`),
  titles: words('minister president chairman director spokesman spokeswoman secretary-general governor mayor ambassador professor official envoy leader'),
  accordingTo: list('according to, in the words of'),
  interview: list('interview with, spoke with, spoke to, talked to, conversation with'),
};
