import type { CalendarUnit } from '../dateMeaning';
import type { DateRule, DateWords, RuleMeaning } from './dates';

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const units = new Map<string, CalendarUnit>([
  ['day', 'day'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['fortnight', 'fortnight'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
]);
const pluralUnits = new Map<string, CalendarUnit>([
  ['days', 'day'],
  ['weeks', 'week'],
  ['fortnights', 'fortnight'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['years', 'year'],
  ['decades', 'decade'],
  ['centuries', 'century'],
]);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function rules(means: RuleMeaning, ...patterns: readonly string[]): readonly DateRule[] {
  return patterns.map((pattern) => ({ pattern, means }));
}

export const enDates: DateWords = {
  months: new Map(monthNames.map((name, index) => [name, index + 1])),
  monthAbbreviations: new Map([
    ...monthNames.filter((name) => name.length > 4).map((name) => [name.slice(0, 3), monthNames.indexOf(name) + 1] as const),
    ['sept', 9],
    ['jun', 6],
    ['jul', 7],
  ]),
  ambiguousMonths: set('may march april june august'),
  monthSupport: set('in since until till by last next this during late early mid from before after through of every between'),
  capitals: true,
  weekdays: new Map(weekdayNames.map((name, index) => [name, index + 1])),
  weekdayAbbreviations: new Map([
    ...weekdayNames.map((name, index) => [name.slice(0, 3), index + 1] as const),
    ['tues', 2],
    ['thur', 4],
    ['thurs', 4],
  ]),
  ambiguousWeekdays: new Set(),
  weekdaySupport: new Set(),
  weekdayTraps: set('black good easter super bloody ash palm cyber giving shrove maundy holy red every each sheffield'),
  seasons: new Map([
    ['spring', 21],
    ['summer', 22],
    ['autumn', 23],
    ['fall', 23],
    ['winter', 24],
  ]),
  units,
  countedUnits: pluralUnits,
  one: set('a an one'),
  amountWords: [
    [['a', 'couple', 'of'], 2],
    [['couple', 'of'], 2],
  ],
  daySuffixes: set('st nd rd th'),
  of: set('of the'),
  monthFirst: true,
  slashOrder: null,
  yearWords: new Set(),
  yearNeedsWord: false,
  yearSupport: set(
    'c ca in since by until till of from before after during to between circa year years and early mid late for through throughout ' +
      'around the end this r b d fl born',
  ),
  yearTraps: set(
    'article articles route flight section sections page pages room no nos number numbers chapter paragraph model version item ' +
      'rule order case bill resolution regulation directive highway road boeing airbus channel channels pin code codes port ' +
      'line lines than over about approximately roughly nearly almost least most exceeding total $ usd eur us$ only another ' +
      'some under up exactly those these all were points rs bus train gate footnote figure flat apartment suite lot building unit street docket petition entry',
  ),
  counted: set(
    'people persons men women children km kilometres kilometers miles metres meters m feet ft kg kilos tonnes tons tonne dollars ' +
      'euros pounds rubles roubles yen yuan rupees percent per hours minutes seconds days weeks months years votes troops ' +
      'soldiers times points degrees litres liters acres hectares square cubic mw gw kw gwh mwh mg cm mm mph euro usd eur tenge ' +
      'fans protesters workers staff seats copies calories am pm hrs gmt utc rpm households jobs cases deaths',
  ),
  pluralEnding: 's',
  articles: set('the a an its their his her our this'),
  erasAfter: [
    [['bc'], true],
    [['bce'], true],
    [['b.c.'], true],
    [['b.c.e.'], true],
    [['ad'], false],
    [['ce'], false],
    [['a.d.'], false],
    [['c.e.'], false],
  ],
  erasBefore: new Map([
    ['ad', false],
    ['a.d.', false],
  ]),
  decadeSuffixes: set('s'),
  decadeWords: new Set(),
  decadeNames: new Map([
    ['twenties', 20],
    ['thirties', 30],
    ['forties', 40],
    ['fifties', 50],
    ['sixties', 60],
    ['seventies', 70],
    ['eighties', 80],
    ['nineties', 90],
  ]),
  decadeArticles: set('the'),
  centuryWords: set('century centuries'),
  ordinals: new Map([
    ['first', 1],
    ['second', 2],
    ['third', 3],
    ['fourth', 4],
    ['final', 4],
    ['last', 4],
  ]),
  quarterWords: set('quarter'),
  halfWords: set('half'),
  halfYearWords: new Set(),
  and: set('and or'),
  to: set('to through until till'),
  timesOfDay: set('morning afternoon evening night'),
  comparisons: set('higher lower larger smaller greater longer shorter'),
  rangeOpeners: set('from between'),
  superlatives: { endings: ['est'], words: set('most least first only worst best') },
  anniversaries: new Map([
    ['centenary', 100],
    ['centennial', 100],
    ['sesquicentennial', 150],
    ['bicentenary', 200],
    ['bicentennial', 200],
    ['tercentenary', 300],
    ['millennium', 1000],
  ]),
  future: set(
    "will 'll shall won't would could might upcoming forthcoming scheduled due plans planned plan planning expected expects expect going next " +
      'aims aim intends hopes tomorrow ahead slated set begins starts opens takes ends expires resumes closes concludes ' +
      'go goes meet meets reopen reopens launches hosts travels visits',
  ),
  futureNouns: set('plan plans aim aims hopes'),
  past: set(
    'was were had did said told came went took made got gave won lost held met left began became fell rose struck hit saw wrote ' +
      "found built sent died spoke brought bought sold led ran broke grew knew kept paid put read sat stood thought felt beat drew flew " +
      "hasn't wasn't weren't didn't been born broke cut chose came cost dealt drove ate fed fought forbade froze hung hid hurt laid lent lit " +
      'lost meant misled overcame overtook rang rode sang sank sent set shook shone shot shut slept slid spent split spread sprang stole ' +
      'struck stuck swam swept swore taught threw tore understood won wore withdrew wound dug bound bred fled heard burnt learnt leapt spoilt',
  ),
  pastEndings: ['ed'],
  notPast: set('united need speed indeed exceed proceed succeed embed hundred sacred naked related based'),
  rules: [
    ...rules({ op: 'unit', unit: 'day', offset: -2, hangsOn: 'article' }, 'the? day before yesterday'),
    ...rules({ op: 'unit', unit: 'day', offset: -1, hangsOn: 'article' }, 'yesterday', 'last night'),
    ...rules({ op: 'unit', unit: 'day', offset: 0, hangsOn: 'article' }, 'earlier|later today', 'TOLD today', 'tonight'),
    ...rules({ op: 'unit', unit: 'day', offset: 0, hangsOn: 'article' }, 'this morning|afternoon|evening'),
    ...rules({ op: 'unit', unit: 'day', offset: 1, hangsOn: 'article' }, 'tomorrow'),
    ...rules({ op: 'unit', unit: 'day', offset: 2, hangsOn: 'article' }, 'the? day after tomorrow'),
    ...rules({ op: 'unit', offset: 0, hangsOn: 'article' }, 'earlier|later? this UNIT', '_the? current UNIT'),
    ...rules({ op: 'unit', offset: -1, hangsOn: 'article' }, 'earlier|later? last UNIT'),
    ...rules({ op: 'unit', offset: 1, hangsOn: 'article' }, 'earlier|later? next UNIT', 'this? coming UNIT'),
    ...rules({ op: 'unit', offset: -1, hangsOn: 'previous' }, '_the? previous|preceding|prior UNIT', '_the UNIT before STOP', '_the UNIT earlier'),
    ...rules({ op: 'unit', offset: 1, hangsOn: 'previous' }, '_the next|following|subsequent UNIT', 'following|subsequent UNIT', '_the UNIT after|later|afterwards STOP'),
    ...rules({ op: 'unit', offset: 0, hangsOn: 'previous' }, 'later|earlier? that same? UNIT', 'the same UNIT'),
    ...rules({ op: 'none' }, 'that|this day and', 'the same day delivery', 'day by|to|in|after day', 'year on|by|after|over year'),
    ...rules({ op: 'none' }, 'year - on|over - year', 'last but not', 'a day in the', 'of the year|century|decade|month|week award'),
    ...rules({ op: 'none' }, 'sunday|saturday|monday times|telegraph|mirror|express|mail|school', 'saturday|monday|sunday night live|football|baseball', 'may|march have|be|not'),
    ...rules({ op: 'none' }, 'quarter - final|finals|finalist|finalists', 'every|each MONTH|WEEKDAY|SEASON', 'arab|prague spring'),
    ...rules({ op: 'none' }, 'every|each WEEKDAY', 'every|each MONTH', 'every|each SEASON', 'every|each AMOUNT? UNIT'),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'article' }, 'AMOUNT UNIT ago', '_now? dates|dated|dating|goes|date|stretches|stretching|going back AMOUNT UNIT'),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'article', plus: 0.5 }, 'AMOUNT UNIT and a half ago'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'article' }, "AMOUNT UNIT from now|today", "AMOUNT UNIT hence", "in AMOUNT UNIT '|'s time"),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'article', future: true }, 'in AMOUNT UNIT STOP', 'in AMOUNT UNIT _from now|today'),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'previous' }, 'AMOUNT UNIT earlier|previously|prior', 'AMOUNT UNIT before STOP'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'previous' }, 'AMOUNT UNIT later|afterwards|afterward|thereafter', 'AMOUNT UNIT after STOP', 'AMOUNT UNIT after|later that'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'previous', told: true }, 'AMOUNT UNIT on STOP'),
    ...rules({ op: 'shiftFrom', direction: -1 }, 'AMOUNT UNIT before|prior to? POINT', 'the UNIT before POINT'),
    ...rules({ op: 'shiftFrom', direction: 1 }, 'AMOUNT UNIT after POINT', 'the UNIT after POINT'),
    ...rules({ op: 'nearest', direction: -1 }, 'last|past WEEKDAY', 'last MONTH', 'last SEASON', 'this past WEEKDAY', 'this past SEASON', 'this past MONTH'),
    ...rules({ op: 'nearest', direction: 0 }, 'this MONTH', 'this SEASON', 'this WEEKDAY'),
    ...rules({ op: 'nearest', direction: 1 }, 'next|coming WEEKDAY', 'next MONTH', 'next SEASON', 'this coming WEEKDAY', 'this coming SEASON', 'this coming MONTH'),
    ...rules({ op: 'anniversary' }, 'ORDINAL -? anniversary', 'ORDINAL - year|years anniversary', 'centenary|centennial|sesquicentennial|bicentenary|bicentennial|tercentenary'),
    ...rules({ op: 'part' }, 'early|mid|late -? in? _the? POINT', '_the? beginning|start|middle of the? POINT', 'fiscal|calendar year? POINT !-|–|/'),
    ...rules({ op: 'end' }, '_the? end of the? POINT', 'year - end POINT'),
    ...rules({ op: 'partOfUnit' }, "_the? end|beginning|start of the|this? UNIT", "_the? UNIT 's? end STOP"),
    ...rules({ op: 'approximate' }, 'around|circa|about|approximately|roughly POINT', 'c . POINT', 'ca . POINT', 'sometime|some time? around|in POINT'),
    ...rules({ op: 'between' }, 'between _the? POINT and _the? POINT', 'from _the? POINT to|until|till|through _the? POINT'),
    ...rules(
      { op: 'point' },
      '_time _since _the? POINT',
      '_data|figures|numbers|report|study|photo|photos|footage|film|album|song|letter|document|documents|statement|date|dates|dating|dated _from _the? POINT !to|until|till|through|-|–',
      '_up|down|increase|decrease|rise|drop|dip|fall|jump|decline|gain|surge|rebound|growth|improvement|slump|change|changed|unchanged|%|percent|cent|points|higher|lower _from _the? POINT !to|until|till|through|-|–',
    ),
    ...rules({ op: 'since' }, 'since _the? POINT', 'starting|beginning|effective from|in|on|with? _the? POINT', "from _the? POINT on|onward|onwards|forward? !'s", 'ever since _the? POINT'),
    ...rules({ op: 'until' }, 'until|till _the? POINT', 'up to|until|till _the? POINT', 'through _the? POINT'),
    ...rules({ op: 'by' }, 'by _the? POINT', 'no later than POINT'),
    ...rules({ op: 'weekdayOfWeek' }, 'WEEKDAY of? POINT'),
    ...rules({ op: 'weekend' }, '_at|over|during|on _the weekend'),
    ...rules({ op: 'spanOf', isEnd: false }, '_the? first|opening|initial AMOUNT UNIT of _the? POINT', '_the? first|opening|initial AMOUNT UNIT of the|this year'),
    ...rules({ op: 'spanOf', isEnd: true }, '_the? last|final|closing AMOUNT UNIT of _the? POINT', '_the? last|final|closing AMOUNT UNIT of the|this year'),
    ...rules({ op: 'sinceWeekend' }, 'since _the weekend'),
    ...rules({ op: 'nearestTold' }, "_in|during|over|throughout _the SEASON !of|'s|camp|games|olympics|season|palace|school|term|house|home|and|or|sun|heat|cold|months"),
    ...rules({ op: 'sinceNearest' }, 'since _the? SEASON'),
    ...rules({ op: 'none' }, 'to|will|would|could|can|may|might|should|must|often|usually|typically|not last|lasts|lasted AMOUNT UNIT'),
    ...rules({ op: 'weekdayIn' }, 'ORDINAL WEEKDAY of|in POINT', 'last WEEKDAY of|in POINT'),
    ...rules({ op: 'stretchTo' }, '_the AMOUNT UNIT to|ending|ended in|on? _the? POINT', '_the AMOUNT - UNIT period|span|stretch to|ending|ended in|on? POINT', '_the UNIT to|ending|ended in|on? POINT', '_the UNIT to|ending|ended in? MONTH', '_the AMOUNT UNIT to MONTH'),
    ...rules({ op: 'stretch', direction: -1, hangsOn: 'article' }, '_worst|best|highest|lowest|largest|biggest|first|strongest|weakest|deadliest|hottest|coldest|time|most in AMOUNT UNIT'),
    ...rules({ op: 'stretch', direction: -1, hangsOn: 'article' }, '_the last|past AMOUNT UNIT', '_the last|past UNIT !of', 'last|past AMOUNT UNIT', 'these AMOUNT UNIT'),
    ...rules({ op: 'stretch', direction: -1, hangsOn: 'previous' }, '_the? previous|preceding|prior AMOUNT UNIT'),
    ...rules({ op: 'stretch', direction: 1, hangsOn: 'article' }, '_the? next|coming|remaining|upcoming AMOUNT UNIT'),
    ...rules({ op: 'stretch', direction: 1, hangsOn: 'previous' }, '_the? following|subsequent AMOUNT UNIT'),
  ],
};
