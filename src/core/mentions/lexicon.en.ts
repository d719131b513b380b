/** What the search for unlinked names knows of English. Words in lower case. Another language is another such table. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Capitalised words that are no names. */
export const notNames = list(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
  i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi ok tv pc cd dvd id am pm gmt utc bc ad ce bce usd eur gbp gdp gnp vat ceo cfo phd dna hiv aids
  mr mrs ms dr prof sir rev st no nos vol art fig
  english french german russian chinese spanish arabic`);

/** Words that begin sentences or stand in headlines, and are no part of a name there. */
export const functionWords = list(`
  a an the this that these those there here it its he she we you they his her our your their my me us them him who whom whose which what
  when where why how if then than though although because since while until unless whereas whether as at by for from in into of off on
  onto out over per to toward towards under up upon via with within without about above across after against along among around before
  behind below beneath beside besides between beyond despite down during except inside like near outside past regarding round through
  throughout and but or nor so yet also both either neither not no yes all any each every few many more most much other others several
  some such same another one two three four five six seven eight nine ten first second third last next former latter
  is are was were be been being has have had do does did will would shall should can could may might must let
  again ago already always almost according actually additionally afterwards altogether anyway apart besides certainly clearly currently earlier
  even ever eventually finally firstly furthermore generally given hence however indeed initially instead just last lastly later
  meanwhile moreover naturally nevertheless next nonetheless normally notably now obviously often once only originally otherwise overall
  perhaps please previously probably quite rather recently secondly similarly sometimes soon still subsequently thanks therefore thirdly thus
  today together tomorrow tonight too traditionally typically ultimately unfortunately usually very well yesterday
  born asked told said says speaking read see click share follow subscribe sign get photo image images video source sources advertisement
  comment comments reply menu home search contact page part chapter section table figure appendix note notes copyright question answer
  dear hello welcome good best thank`);

/** Titles and offices: before a name they are no part of it, alone they name nobody in particular. */
export const titles = list(`
  president vice-president prime minister deputy foreign secretary secretary-general director director-general general chairman chairwoman chair
  chairperson ambassador representative resident permanent spokesman spokeswoman spokesperson governor mayor senator congressman congresswoman
  judge justice king queen prince princess emperor sultan sheikh emir pope cardinal archbishop bishop father sister brother saint lord lady
  dame sir mr mrs ms miss dr doctor professor prof captain colonel major lieutenant sergeant admiral marshal commander commissioner
  chancellor premier speaker leader chief head executive officer manager editor reporter correspondent member first assistant special envoy
  coordinator comrade madam rev reverend rabbi imam ayatollah akim vice acting honorary undersecretary under-secretary-general`);

/** Nouns that institutions and texts capitalise when they mean themselves. */
export const commonNouns = list(`
  government parliament senate house state states republic union federation ministry department court board council committee commission
  assembly secretariat charter constitution treaty agreement convention covenant protocol declaration resolution article act law bill party
  opposition cabinet congress bank fund agency office mission embassy delegation university college school institute institution hospital
  church company corporation group team organisation organization association society center centre city town village county province region
  district north south east west northern southern eastern western central internet web earth god bible english press media day week year
  century session conference summit forum meeting congress goals programme program project plan framework report document world war
  army navy police security peace human rights sustainable development international national regional nations nation country countries
  summarizing presidency administration authority chapter website facebook twitter instagram telegram youtube tiktok email`);

/** Adjectives of nations and continents, and words for their people, by their endings and by themselves. */
export const demonyms = list(`
  kazakh kazakhstani uzbek tajik turkmen kyrgyz turk turkish greek dutch danish swedish finnish norwegian polish british scottish welsh irish
  english french german spanish portuguese italian swiss czech slovak arab arabic israeli iraqi saudi kuwaiti qatari emirati yemeni omani
  pakistani bangladeshi afghan thai filipino japanese chinese korean vietnamese american african asian european australian latin
  western eastern muslim christian jewish hindu buddhist catholic orthodox protestant islamic soviet roman ottoman`);
export const demonymEnding = /(?:[a-z]{2}ian|[a-z]{3}ese|[a-z]{3}istani|[a-z]{3}rican)s?$/;

/** Between two capitalised words these may be inside a name. */
export const nameConnectors = list('of de van von der den du da di del della la le el al bin ibn ben ul');
/** These too, after a word that says what the name is of (`Conference on …`, `Ministry of … and …`). */
export const headedConnectors = list('for on and at to against with');
/** Before a name's last word, where its acronym follows in brackets: `… Measures in Asia (CICA)`. */
export const acronymConnectors = list('in');
/** `Economic and Social Council`: an adjective that `and` may follow before any such word came. */
export const fieldAdjectives = list('economic social cultural civil political scientific technical environmental legal foreign trade science food');
/** Whose possessive stays in a name: `Children’s Fund`. */
export const namingPossessives = list('children women men people workers veterans valentine mother father new international world');
/** Articles that may follow a connector. */
export const connectorArticles = list('the a an');

/** What a word inside a name says of its type. */
export const typeCues: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organization: `organisation organization council committee commission agency ministry department institute university college school
      academy bank fund union association federation confederation league society company corporation corp inc ltd llc group party movement front
      court tribunal parliament senate assembly secretariat office bureau board authority service services foundation trust network
      alliance team club press times news post herald tribune gazette army navy police force forces hospital church center centre
      mission programme program community airlines airways partners industries consortium chamber congress`,
    event: `conference summit session forum war revolution election elections olympics games cup festival championship meeting
      battle crisis uprising day week expo exhibition ceremony anniversary marathon tournament`,
    place: `sea lake river mount mountain mountains island islands ocean gulf bay desert valley oblast province region county district
      city town village street avenue square airport park peninsula cape strait canal republic kingdom polygon port beach bridge palace hotel museum theatre
      theater station tower monument plaza stadium cemetery mosque cathedral temple`,
    work: `declaration covenant charter treaty convention agreement protocol act constitution resolution report code goals principles framework
      strategy plan initiative pact accord memorandum statute doctrine bible law bill`,
  }).flatMap(([type, words]) => [...list(words)].map((word) => [word, type] as const)),
);

/** `Minister of …`, `Secretary for …`: what follows is a field, no name. */
export const officesOfFields = list('minister ministers secretary undersecretary commissioner professor doctor master bachelor');
/** Words that abbreviate with a full stop, which then ends no sentence. */
export const abbreviations = list(`mr mrs ms dr prof st sen rep gov gen col lt capt sgt rev hon jr sr no vol fig dept inc ltd co corp
  jan feb mar apr jun jul aug sept sep oct nov dec vs etc e.g i.e u.s u.k u.n a.m p.m`);

/** Before or after a name these say that it is a person. */
export const speechVerbs = list('said says told added noted remarked explained stressed argued replied wrote recalled announced insisted warned asked');
/** Before a name these say that it is likely a place. */
export const placePrepositions = list('in at near from to towards');
