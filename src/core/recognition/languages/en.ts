import type { QuantityMode } from '../../values/value';
import { scales } from '../../values/numerals';
import { enDates } from './enDates';
import type { Language } from './language';
import { counted, numberWords, phrases, phrasesOf, set, words } from './wordLists';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen';
const folds = counted('twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold', 2);

/** Compounds of these are irregular too: `grandchildren`, `policewomen`. */
const irregularPlurals = [
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['people', 'person'],
] as const;

export const en: Language = {
  tag: 'en',
  sentences: {
    abbreviations: set(
      'mr mrs ms mx dr prof rev hon gen col lt sgt capt maj cpl gov sen rep pres st mt ft no nos vol pp fig sec art ' +
        'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
        'inc ltd co corp llc plc bros dept univ assn vs etc al approx est c ca cf r b d fl rs viz jr sr esq ph ave blvd rd',
    ),
    starters: set(
      'the a an it he she they we you i this that these those there but and however in on at for from with after before ' +
        'when while if as his her their its our meanwhile still yet now then since despite although according also so',
    ),
  },
  numbers: numberWords({
    cardinals: new Map([
      ...counted(small, 0),
      ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    ]),
    multipliers: new Map([
      ['hundred', 100],
      ['dozen', 12],
    ]),
    scales: new Map([...scales, ['lakh', 1e5], ['crore', 1e7]]),
    shortScales: new Set(),
    scalesAlone: new Set(),
    attachedScales: new Map([
      ['k', 1e3],
      ['m', 1e6],
      ['b', 1e9],
      ['t', 1e12],
    ]),
    ordinals: new Map([
      ...counted(
        'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
          'sixteenth seventeenth eighteenth nineteenth',
        1,
      ),
      ...counted('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth', 20, 10),
    ]),
    ordinalSuffixes: set('st nd rd th'),
    fractions: new Map([
      ['half', 2],
      ['quarter', 4],
      ...counted('third fourth fifth sixth seventh eighth ninth tenth', 3),
    ]),
    pluralFractions: new Map([
      ['halves', 2],
      ['quarters', 4],
      ...counted('thirds fourths fifths sixths sevenths eighths ninths tenths', 3),
    ]),
    fractionsAlone: new Map([['half', 2]]),
    mixed: new Map(),
    andAHalf: phrases('and a half|and one half|and one - half|- and - a - half'),
    articles: set('a an'),
    joiners: set('and'),
    commaThousands: true,
  }),
  quantities: {
    before: phrasesOf<QuantityMode>([
      ['at-least', 'at least|at a minimum|a minimum of|minimum of|no less than|not less than|no fewer than|not fewer than'],
      ['up-to', 'up to|at most|at the most|a maximum of|maximum of|no more than|not more than|as many as|as much as|as high as'],
      ['more-than', 'more than|over|above|exceeding|upwards of|upward of|just over|well over|far over|slightly more than|' +
          'a little more than|a little over|slightly over|just more than|well above|just above|greater than|in excess of|' +
          'far more than|well more than|much more than|north of|higher than|larger than|longer than'],
      ['less-than', 'less than|fewer than|under|below|slightly less than|a little less than|far less than|far fewer than|well under|' +
          'well below|lower than|much less than|smaller than|shorter than'],
      ['almost', 'almost|nearly|just under|close to|not quite|virtually|just below|approaching|just shy of|a little under|' +
          'slightly under|nearly as many as'],
      ['around', 'around|about|approximately|approx|approx .|roughly|some|circa|ca|ca .|c .|an estimated|estimated|~|≈|' +
          'in the region of|in the order of|on the order of|something like|more or less'],
      ['more-than', '>'],
      ['less-than', '<'],
      ['at-least', '≥'],
      ['up-to', '≤'],
    ]),
    after: phrasesOf<QuantityMode>([
      ['at-least', 'or more|and more|or above|and above|and over|or over|at least|and up|or older|and older|+'],
      ['up-to', 'or less|or fewer|or under|at most|at the most|and under|or younger|and younger'],
      ['around', 'or so|or thereabouts|approximately|- odd|- ish|- plus'],
    ]),
    exactly: set('exactly just only precisely merely'),
    ends: [
      { open: 'between', join: 'and', changes: false },
      { open: 'from', join: 'to', changes: true },
    ],
    joints: set('to or'),
    outOf: phrases('out of|of'),
    inEvery: phrases('in every|in|out of every'),
    wholes: set('the all its their our these those his her my your'),
    latest: set('last past first previous opening final top'),
    per: set('per'),
    perArticle: set('a an each every'),
    perNouns: set(
      'day week month year hour minute second night decade quarter season barrel ton tonne share person head litre liter ' +
        'gallon pound kilo kilogram kilometre kilometer mile ounce unit piece copy ticket seat',
    ),
    perNot: set('earlier ago later before after'),
    changes: set(
      'rose rise rises risen rising grew grow grows grown growing growth increase increased increases increasing fell fall ' +
        'falls fallen falling drop drops dropped dropping decline declined declines declining decrease decreased decreases ' +
        'jump jumped jumps climb climbed climbs climbing up down cut cuts reduce reduced reduces reducing reduction shrank ' +
        'shrink shrunk expand expanded expands soar soared surge surged plunge plunged slump slumped slipped slid tumbled ' +
        'raise raised raises raising lower lowered lowering went gone go goes moved widened narrowed doubled tripled ' +
        'quadrupled halved dwindled swelled changed boost boosted trimmed eased advanced gained ballooned upgraded ' +
        'slow slowed slowing ease accelerated quickened edged inched ticked crept dipped sank sink nudged pushed rebounded ' +
        'recovered contracted retreated revised',
    ),
    factors: new Map([
      ['doubled', 2],
      ['doubling', 2],
      ['double', 2],
      ['tripled', 3],
      ['tripling', 3],
      ['trebled', 3],
      ['quadrupled', 4],
      ['quadrupling', 4],
      ['quintupled', 5],
      ['halved', 0.5],
      ['halving', 0.5],
    ]),
    foldEndings: ['fold'],
    folds: new Map(folds),
    counts: new Map([
      ['twice', 2],
      ['thrice', 3],
    ]),
    units: new Map([
      ['per cent', 'percent'],
      ['percentage point', 'percent'],
      ['percentage points', 'percent'],
      ['points percentage', 'percent'],
      ['mph', 'mi per hour'],
      ['kph', 'km per hour'],
      ['km / h', 'km per hour'],
      ['m / s', 'm per second'],
      ['° c', '°C'],
      ['° f', '°F'],
      ['degrees c', '°C'],
      ['degrees f', '°F'],
      ['yen', 'JPY'],
      ['p', 'penny'],
      ['pence', 'penny'],
      ...words('GB MB TB KB GHz MHz kHz Hz dB mAh kcal bpm fps mpg rpm psi ppm Mbps Gbps kbps kB kV').map(
        (symbol) => [symbol.toLowerCase(), symbol] as const,
      ),
      ['u.s. dollars', 'USD'],
      ['u.s. dollar', 'USD'],
      ['sq . km', 'km²'],
      ['sq . m', 'm²'],
    ]),
    attachedUnits: new Map([
      ['C', '°C'],
      ['F', '°F'],
    ]),
    currencyBefore: new Map([['rs', 'rupees']]),
    measureWords: set('percent per cent percentage % ‰ ° € £ $ km kg metre metres meter meters degree degrees'),
    unitOpeners: set(
      'square sq cubic nautical metric us u.s. american australian canadian new british pounds pound swiss degree degrees ° per percentage ' +
        'points kilowatt megawatt gigawatt terawatt km m',
    ),
    yearNouns: set('level levels baseline prices terms figures budget season election elections census edition model deal agreement'),
    unitSymbols: set('g mm cm m km ft yd mi kg mg t lb lbs oz ha ml m² km² m2 km2 m³ kw mw gw kwh mwh gwh twh min hr hrs % ‰ °c °f pp'),
    readsUnits: true,
    old: set('old olds'),
    aged: set('aged age ages'),
    minus: set('minus'),
    numbered: set(
      'article articles section sections chapter chapters page pages paragraph para clause resolution resolutions flight ' +
        'flights route routes road highway interstate motorway room gate platform pier number numbers no nos phase level ' +
        'category grade version release step figure table appendix annex schedule volume issue edition act scene verse ' +
        'part channel runway exit junction track case order directive regulation decree law bill line bus tram train ' +
        'unit block building apartment flat suite box lot plot item question point rule protocol amendment chromosome ' +
        'type class model mark series form title size factor score formula apollo boeing airbus covid area zone sector ' +
        'ward precinct district stage group pool division tier band bandwidth code pin extension ext tel phone fax isbn ' +
        'psalm proposition prop measure locker seat hall terminal studio warehouse hangar docket patent serial invoice ' +
        'agenda century week day round lane world #',
    ),
    numberedOf: set('group gang'),
    namedBy: set("gmt utc bst est edt pst pdt cet cest o'clock a.m. p.m. am pm noon midnight hrs"),
    streets: set('street avenue road lane drive square boulevard place court crescent terrace st ave rd way close row'),
    contests: set(
      'win wins won winning winner beat beats beaten beating defeat defeated defeats lose lost loses losing draw drew drawn ' +
        'victory victories score scored scores goal goals match matches game games set sets lead led leads leading trailed ' +
        'trail tie tied thrashed edged hammered aggregate penalties shootout half-time final semi-final cup league playoff ' +
        'playoffs series overtime team hosts visitors overcame downed routed title',
    ),
    one: set('one'),
    onesCounted: set(
      'person people man woman child boy girl vote seat country member percent goal soldier officer civilian passenger victim ' +
        'death case fatality survivor patient worker employee student teacher suspect gunman attacker policeman hostage ship ' +
        'vessel aircraft plane helicopter house home building brother sister son daughter grandchild',
    ),
    pronounsBefore: set('the these those other each every any all both that this such which no only as last'),
    ordinalIdioms: set(
      'lady wind aid hand class nature name names of glance sight thought thoughts thing things minister party world ' +
        'degree language fiddle generation-gap and - avenue street reich nations estate ever cousin cousins to ' +
        'rate among',
    ),
    superlatives: ['est', 'most', 'leading'],
    ordinalNames: set(
      'avenue street road st ave war lady fleet airborne infantry division brigade regiment battalion army corps squadron ' +
        'amendment reich estate nations cavalry precinct arrondissement armored armoured republic temple',
    ),
    everyOrdinal: set('every'),
    stretches: set('hour day week fortnight month year decade century'),
    durationsAfter: set('within in for lasted lasts took takes'),
    comparatives: [
      ...'more less fewer higher lower larger smaller bigger greater cheaper dearer longer shorter faster slower better worse'.split(' '),
      ...'older younger heavier lighter wider narrower taller deeper richer poorer stronger weaker warmer cooler'.split(' '),
    ],
    sharesNouns: false,
    by: set('by'),
    notShareAfter: set('other better latter former'),
    definite: set('the'),
    notOrdinalAfter: set('at every split per each'),
    rankVerbs: set(
      'came come comes coming finished finish finishes finishing ranked rank ranks ranking placed place places was is were ' +
        'are be been remains remained stood stands fourth lies lying sits sat ended end started currently joint',
    ),
    beForms: set('was is were are be been remains remained'),
    rankBefore: set('in on behind overall after at among worldwide globally'),
    hyphenIdioms: set(
      'way off sided fold hand handed party piece dimensional time timer timers liner man woman size stop step up on of to ' +
        'by in for nil all something somethings plus odd ish th half class rate ever born aid generation strong',
    ),
  },
  nouns: {
    stops: set(
      'of in on at by to for from with without into onto upon over under between among across through during before after ' +
        'since until till than as per via against around about near behind beyond within along despite except ' +
        'or but nor so yet if when while where because although though that which who whom whose what how why ' +
        'the a an this these those each every either neither both all any some no not my your his her its our their ' +
        'i you he she it we they them him us me himself herself itself themselves ' +
        'is are was were be been being am has have had having do does did can could will would shall should may might must ' +
        "now then today yesterday tomorrow ago later earlier there here also still just only even ever never already " +
        "according apart out up down off away together altogether overall total alone worldwide nationwide globally abroad each apiece respectively please plus versus vs " +
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't 's a.m. p.m.",
    ),
    verbs: set(
      'said says say told tells came come comes took takes take began begin begins went go goes made make makes saw see sees ' +
        'gave give gives got get gets won win wins lost lose loses ran run runs held hold holds became become becomes left ' +
        'leave leaves kept keep keeps brought bring brings built found find finds met meet meets paid pay pays put puts sat ' +
        'sit sits sent send sends set sold sell sells spoke speak speaks spent spend spends stood stand stands fell fall falls ' +
        'rose rise rises grew grow grows knew know knows led thought think thinks wrote write writes broke break breaks ' +
        'chose drove drew flew hit hits cut cuts died die dies killed wounded injured arrested voted joined opened signed ' +
        'agreed backed attended elected appointed took need needs want wants seem seems appear appears remain remains ' +
        'expect expects believe believes live lives lived work worked want wanted fled flee struck hurt missing dead ' +
        'ends end ended expires expired starts start started launched launches worth wide long tall high deep old north south east west away',
    ),
    verbNouns: set('win wins rise fall run cut hit hold need work pay find break stand launch start end'),
    endings: ['ly', 'ed'],
    keep: set(
      'family assembly ally rally reply supply italy july early daily weekly monthly yearly quarterly elderly friendly likely ' +
        'united armed limited combined proposed alleged suspected registered newly only unmanned seed bed shed speed need feed ' +
        'hundred red sacred skilled wounded injured trained',
    ),
    dropped: set('other more further additional such different remaining extra'),
    and: set('and'),
    head: 'plural',
    adjectiveEndings: [],
    nounEndings: [],
    collectives: set(
      'people police staff personnel crew aircraft sheep cattle fish species series spacecraft hovercraft offspring troops ' +
        'deer salmon men women children headquarters clergy youth infantry cavalry swine livestock bison media data crossroads',
    ),
    notPlural: set(
      "was is has this its his as us plus versus yes perhaps always across less towards besides thus does goes says has 's " +
        'overseas afterwards sometimes alias texas paris',
    ),
    singulars: new Map([
      ...words('calories cookies selfies rookies zombies prairies genies pies taxis').map((word) => [word, word.slice(0, -1)] as const),
      ...words(
        'Iraqis Israelis Pakistanis Somalis Saudis Bangladeshis Kuwaitis Yemenis Omanis Emiratis Qataris Bahrainis Azerbaijanis ' +
          'Kazakhstanis Uzbekistanis Nepalis Bengalis Punjabis Kashmiris Maoris Swahilis',
      ).map((word) => [word.toLowerCase(), word.slice(0, -1)] as const),
    ]),
    singularEndings: { one: [], few: irregularPlurals, many: irregularPlurals },
  },
  boilerplate: {
    lines: new Set(
      (
        'share|tweet|print|email|subscribe|sign up|sign in|log in|register|donate|support us|advertisement|sponsored|menu|' +
        'search|home|skip to content|skip to main content|read more|read next|related articles|related stories|related posts|' +
        'related topics|most read|most popular|more stories|more from this author|you may also like|recommended|trending|' +
        'share this article|share on facebook|share on twitter|copy link|save|follow us|newsletter|previous article|' +
        'next article|back to top|tags|categories|no comments yet|be the first to comment|story continues below|' +
        'story continues below advertisement|article continues below|loading|all rights reserved|cookie policy|privacy policy|' +
        'terms of use|terms and conditions|contact us|about us'
      ).split('|'),
    ),
    commentBoxes: new Set(
      'leave a comment|leave a reply|add a comment|post a comment|write a comment|join the discussion|comments'.split('|'),
    ),
    openings: [
      'your email address will not be published',
      'required fields are marked',
      'save my name, email',
      'subscribe to our',
      'subscribe to the',
      'sign up for our',
      'sign up to our',
      'sign up for the',
      'follow us on',
      'like us on facebook',
      'copyright ©',
      '© ',
      'all rights reserved',
      'we use cookies',
      'this site uses cookies',
      'this website uses cookies',
      'click here to',
      'read more:',
      'read also:',
      'see also:',
      'photo credit:',
      'image credit:',
      'share this:',
      'already a subscriber',
    ],
    pleas: [
      ['sign up', 'subscribe'],
      ['sign up', 'newsletter'],
      ['subscribe', 'newsletter'],
      ['subscribe', 'inbox'],
      ['subscribe', 'facebook'],
      ['follow us', 'facebook'],
      ['follow us', 'twitter'],
      ['sent directly to you', 'subscribe'],
      ['stories', 'to your inbox'],
      ['support', 'independent journalism'],
    ],
  },
  dates: enDates,
};
