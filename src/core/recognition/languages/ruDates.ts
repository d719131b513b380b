import type { CalendarUnit } from '../dateMeaning';
import type { DateRule, DateWords, RuleMeaning } from './dates';

const monthForms = [
  'январь января январю январем январём январе',
  'февраль февраля февралю февралем февралём феврале',
  'март марта марту мартом марте',
  'апрель апреля апрелю апрелем апреле',
  'май мая маю маем мае',
  'июнь июня июню июнем июне',
  'июль июля июлю июлем июле',
  'август августа августу августом августе',
  'сентябрь сентября сентябрю сентябрем сентябрём сентябре',
  'октябрь октября октябрю октябрем октябрём октябре',
  'ноябрь ноября ноябрю ноябрем ноябрём ноябре',
  'декабрь декабря декабрю декабрем декабрём декабре',
];
const weekdayForms = [
  'понедельник понедельника понедельнику понедельником',
  'вторник вторника вторнику вторником',
  'среда среду среды среде средой',
  'четверг четверга четвергу четвергом',
  'пятница пятницу пятницы пятнице пятницей',
  'суббота субботу субботы субботе субботой',
  'воскресенье воскресенья воскресенью воскресеньем',
];
const seasonForms = [
  'весна весны весне весну весной весною',
  'лето лета лету летом лете',
  'осень осени осенью',
  'зима зимы зиме зиму зимой зимою',
];
const unitForms: readonly (readonly [CalendarUnit, string])[] = [
  ['day', 'день дня дню днём днем дне'],
  ['week', 'неделя недели неделе неделю неделей'],
  ['month', 'месяц месяца месяцу месяцем месяце'],
  ['quarter', 'квартал квартала кварталу кварталом квартале'],
  ['year', 'год года году годом годе г'],
  ['decade', 'десятилетие десятилетия десятилетию десятилетием десятилетии'],
  ['century', 'век века веку веком веке столетие столетия столетии'],
];
const countedForms: readonly (readonly [CalendarUnit, string])[] = [
  ['day', 'дней дни дням суток сутки'],
  ['week', 'недель недели'],
  ['month', 'месяцев месяцы'],
  ['quarter', 'кварталов кварталы'],
  ['year', 'лет годы годам'],
  ['decade', 'десятилетий'],
  ['century', 'веков столетий'],
];
const ordinalForms = ['перв', 'втор', 'треть', 'четверт', 'четвёрт'];
const adjectiveEndings = 'ый ий ой ое ее ого его ому ему ом ем ая яя ую юю ою ею ья ью ьем ьей ьего ье'.split(' ');

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function numbered(forms: readonly string[], first = 1): ReadonlyMap<string, number> {
  return new Map(forms.flatMap((words, index) => words.split(' ').map((word) => [word, index + first] as const)));
}

function unitsOf(forms: readonly (readonly [CalendarUnit, string])[]): ReadonlyMap<string, CalendarUnit> {
  return new Map(forms.flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)));
}

function ordinals(): ReadonlyMap<string, number> {
  const forms = new Map<string, number>();
  ordinalForms.forEach((stem, index) => {
    for (const ending of adjectiveEndings) forms.set(stem + ending, Math.min(index + 1, 4));
  });
  for (const ending of ['ий', 'ьего', 'ьему', 'ьем', 'ья', 'ью', 'ьей']) forms.set(`трет${ending}`, 3);
  return forms;
}

/** All forms of adjectives, as alternatives of a pattern. */
function forms(...stems: readonly string[]): string {
  return stems.flatMap((stem) => 'ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ою ею ые ие ых их'.split(' ').map((e) => stem + e)).join('|');
}

function rules(means: RuleMeaning, ...patterns: readonly string[]): readonly DateRule[] {
  return patterns.map((pattern) => ({ pattern, means }));
}

const last = forms('прошл', 'минувш', 'прошедш');
const next = forms('следующ', 'будущ');
const coming = forms('ближайш', 'предстоящ', 'следующ', 'оставш', 'наступающ');
const latest = forms('последн', 'прошедш', 'минувш');
const current = forms('нынешн', 'текущ');
const these = 'этот|этого|этому|этим|этом|эта|этой|эту|это|этих|эти|сего|сей';
const those = 'тот|того|тому|тем|том|та|той|ту';
const before = forms('предыдущ', 'предшествующ');
const about = 'около|примерно|приблизительно|порядка';
const within = 'в|во|на';

export const ruDates: DateWords = {
  months: numbered(monthForms),
  monthAbbreviations: new Map([
    ['янв', 1],
    ['фев', 2],
    ['февр', 2],
    ['мар', 3],
    ['апр', 4],
    ['июн', 6],
    ['июл', 7],
    ['авг', 8],
    ['сен', 9],
    ['сент', 9],
    ['окт', 10],
    ['ноя', 11],
    ['нояб', 11],
    ['дек', 12],
  ]),
  ambiguousMonths: new Set(),
  monthSupport: set('в во с со до по к ко от после перед начале середине конце начала конца середины'),
  capitals: false,
  weekdays: numbered(weekdayForms),
  weekdayAbbreviations: new Map(),
  ambiguousWeekdays: set('среда среды среде средой'),
  weekdaySupport: set('до с к'),
  weekdayTraps: set('каждый каждую каждое черный чёрный черная чёрная страстная великая'),
  seasons: numbered(seasonForms, 21),
  units: unitsOf(unitForms),
  countedUnits: unitsOf(countedForms),
  one: set('один одну одна одно одного одной'),
  amountWords: [
    [['пару'], 2],
    [['пара'], 2],
  ],
  daySuffixes: set('го е й ого ое му м'),
  of: set('в во'),
  monthFirst: false,
  slashOrder: 'day-first',
  yearWords: set('год года году годом годе годы годов годах годам г гг'),
  yearNeedsWord: true,
  yearSupport: set('с со'),
  yearTraps: set('номер статья статье статьи рейс № дом стр'),
  counted: set('человек рублей рубля долларов евро тонн метров километров км м тенге раз процентов'),
  pluralEnding: null,
  articles: new Set(),
  erasAfter: [
    [['до', 'н.э.'], true],
    [['до', 'н', '.', 'э', '.'], true],
    [['до', 'нашей', 'эры'], true],
    [['н.э.'], false],
    [['н', '.', 'э', '.'], false],
    [['нашей', 'эры'], false],
  ],
  erasBefore: new Map(),
  decadeSuffixes: set('е х м ми'),
  decadeWords: set('год года году годы годов годах годам г гг'),
  decadeNames: new Map(
    ['двадцат', 'тридцат', 'сороков', 'пятидесят', 'шестидесят', 'семидесят', 'восьмидесят', 'девяност'].flatMap((stem, index) =>
      ['ые', 'ых', 'ым', 'ыми'].map((ending) => [stem + ending, (index + 2) * 10] as const),
    ),
  ),
  decadeArticles: new Set(),
  centuryWords: set('век века веку веком веке веков веках в вв столетие столетия столетии столетий'),
  ordinals: ordinals(),
  quarterWords: set('квартал квартала кварталу кварталом квартале'),
  halfYearWords: set('полугодие полугодия полугодии полугодию'),
  halfWords: set('полугодие полугодия полугодии полугодию половина половины половине половину'),
  and: set('и или'),
  to: set('по до'),
  timesOfDay: set('утром вечером днем днём ночью утра вечера ночи'),
  comparisons: new Set(),
  rangeOpeners: set('с со между от'),
  superlatives: { endings: [], words: new Set() },
  anniversaries: new Map([
    ['столетие', 100],
    ['двухсотлетие', 200],
  ]),
  futureNouns: new Set(),
  future: set(
    'будет будут буду будем намерен намерена намерены планирует планируют планируется запланирован запланирована запланировано ' +
      'запланированы пройдет пройдёт пройдут состоится состоятся начнется начнётся начнутся откроется откроются завершится ' +
      'завершат завершит вступит вступят станет станут ожидается ожидают должен должна должно должны сможет смогут собирается ' +
      'собираются предстоит появится появятся получит получат примет примут проведет проведёт проведут построят построит ' +
      'запустят запустит вернется вернётся приедет прибудет выйдет выйдут истечет истечёт',
  ),
  past: set('был была было были умер вырос упал ушел ушёл пришел пришёл стал начал погиб'),
  pastEndings: ['ал', 'ала', 'ало', 'али', 'ил', 'ила', 'ило', 'или', 'ел', 'ела', 'ело', 'ели', 'лся', 'лась', 'лось', 'лись', 'нул', 'нула', 'ыл', 'шла', 'шло', 'шли', 'ли'],
  notPast: set('апрель апреле апреля неделя недели неделе материал материала сигнал капитал журнал канал квартал если после дела дело отдел раздел предел начала начало или'),
  rules: [
    ...rules({ op: 'unit', unit: 'day', offset: -2, hangsOn: 'article' }, 'позавчера'),
    ...rules({ op: 'unit', unit: 'day', offset: -1, hangsOn: 'article' }, 'вчера', 'накануне STOP'),
    ...rules({ op: 'unit', unit: 'day', offset: 0, hangsOn: 'article' }, 'TOLD сегодня'),
    ...rules({ op: 'unit', unit: 'day', offset: 1, hangsOn: 'article' }, 'завтра'),
    ...rules({ op: 'unit', unit: 'day', offset: 2, hangsOn: 'article' }, 'послезавтра'),
    ...rules({ op: 'unit', offset: 0, hangsOn: 'article' }, `${these} UNIT`, `${current} UNIT`),
    ...rules({ op: 'unit', offset: -1, hangsOn: 'article' }, `${last} UNIT`),
    ...rules({ op: 'unit', offset: 1, hangsOn: 'article' }, `${next} UNIT`),
    ...rules({ op: 'unit', offset: -1, hangsOn: 'previous' }, `${before} UNIT`),
    ...rules({ op: 'unit', unit: 'day', offset: 1, hangsOn: 'previous' }, '_на следующий день', '_на следующие сутки'),
    ...rules({ op: 'unit', offset: 0, hangsOn: 'previous' }, `_в тот же UNIT`, `${those} же UNIT`, `${those} UNIT`),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'article' }, 'AMOUNT UNIT тому? назад', 'UNIT тому? назад'),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'article', amount: 0.5, unit: 'year' }, 'полгода тому? назад'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'article', amount: 0.5, unit: 'year', future: true }, 'через полгода'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'previous', amount: 0.5, unit: 'year' }, 'через полгода', 'полгода спустя', 'спустя полгода'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'article', future: true }, 'через AMOUNT UNIT', 'через UNIT'),
    ...rules({ op: 'shift', direction: 1, hangsOn: 'previous' }, 'AMOUNT UNIT спустя', 'спустя AMOUNT UNIT', 'через AMOUNT UNIT', 'AMOUNT UNIT позже|позднее', 'UNIT спустя', 'спустя UNIT', 'через UNIT', 'UNIT позже|позднее'),
    ...rules({ op: 'shift', direction: -1, hangsOn: 'previous' }, 'AMOUNT UNIT раньше|ранее', 'UNIT раньше|ранее', '_за AMOUNT UNIT до _этого|того'),
    ...rules({ op: 'shiftFrom', direction: 1 }, 'через AMOUNT UNIT после POINT', 'AMOUNT UNIT после POINT', 'через UNIT после POINT'),
    ...rules({ op: 'shiftFrom', direction: -1 }, 'за AMOUNT UNIT до POINT'),
    ...rules({ op: 'nearest', direction: -1 }, `${last} WEEKDAY`, `${last} MONTH`, `${last} SEASON`),
    ...rules({ op: 'nearest', direction: 0 }, `${these} WEEKDAY`, `${these} MONTH`, `${these} SEASON`, `${current} MONTH`, `${current} SEASON`),
    ...rules({ op: 'nearest', direction: 1 }, `${next} WEEKDAY`, `${next} MONTH`, `${next} SEASON`, `${coming} WEEKDAY`),
    ...rules({ op: 'none' }, 'каждый|каждую|каждое|каждого AMOUNT? UNIT', 'каждый|каждую|каждое WEEKDAY', 'день в|за день|днем|днём'),
    ...rules({ op: 'anniversary' }, 'ORDINAL годовщина|годовщину|годовщины|годовщине|годовщиной', 'столетие|двухсотлетие', 'ORDINAL - летие|летия|летию|летием|летии'),
    ...rules({ op: 'part' }, 'начало|начале|начала|началу|середина|середине|середины|середину POINT'),
    ...rules({ op: 'end' }, 'конец|конце|конца|концу|концом POINT'),
    ...rules({ op: 'partOfUnit' }, 'конец|конце|конца|концу|начале|начала|началу|середине UNIT'),
    ...rules({ op: 'approximate' }, `${about} POINT`),
    ...rules({ op: 'between' }, 'между POINT и POINT', 'с|со|от POINT по|до|— POINT'),
    ...rules({ op: 'since' }, 'с|со POINT', 'начиная с|со POINT'),
    ...rules({ op: 'until' }, 'до|по POINT', 'вплоть до POINT'),
    ...rules({ op: 'by' }, 'к|ко POINT'),
    ...rules({ op: 'weekdayIn' }, `${latest} WEEKDAY POINT`, 'ORDINAL WEEKDAY POINT'),
    ...rules({ op: 'stretch', direction: -1, hangsOn: 'article' }, `за ${latest} AMOUNT UNIT`, `_${within} ${latest} AMOUNT UNIT`, `${latest} AMOUNT UNIT`, `за ${latest} UNIT`),
    ...rules({ op: 'stretch', direction: 1, hangsOn: 'article' }, `_${within} ${coming} AMOUNT UNIT`, `${coming} AMOUNT UNIT`),
  ],
};
