import type { QuantityMode } from '../../values/value';
import type { DateWords } from './dates';

/** What the recognisers know of a language; data alone. All words are in lower case with straight apostrophes. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly tag: string;
  readonly sentences: SentenceWords;
  readonly numbers: NumberWords;
  readonly quantities: QuantityWords;
  readonly nouns: NounWords;
  readonly boilerplate: BoilerplateWords;
  readonly dates: DateWords;
}

export interface SentenceWords {
  /** Without their full stop; a sentence ends after them only before a starter: `dr`, `oct`, `no`. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that, in capitals after an abbreviation, begin a sentence: `the`, `it`. */
  readonly starters: ReadonlySet<string>;
}

export interface NumberWords {
  /** Words that are added up: `three`, `forty`, `двести`. */
  readonly cardinals: ReadonlyMap<string, number>;
  /** Words that multiply what stands before them within a group of thousands: `hundred`, `dozen`. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** The words with which a number in words can begin. */
  readonly beginnings: ReadonlySet<string>;
  /** `thousand`, `million`, `млрд` */
  readonly scales: ReadonlyMap<string, number>;
  /** Scales that take a full stop in, where one is written: `тыс.` */
  readonly shortScales: ReadonlySet<string>;
  /** Scales that are one without a word before them: `миллион`. */
  readonly scalesAlone: ReadonlySet<string>;
  /** Scales attached to digits after a currency sign alone: `£5m`. */
  readonly attachedScales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** After digits, with or without a hyphen: `nd`, `я`. */
  readonly ordinalSuffixes: ReadonlySet<string>;
  /** After one: `half`, `third`, `треть` → denominator. */
  readonly fractions: ReadonlyMap<string, number>;
  /** After more than one: `thirds`. */
  readonly pluralFractions: ReadonlyMap<string, number>;
  /** Without a number before them: `half`. */
  readonly fractionsAlone: ReadonlyMap<string, number>;
  /** Words that are a number with a fraction by themselves: `полтора`. */
  readonly mixed: ReadonlyMap<string, number>;
  readonly andAHalf: readonly Phrase[];
  /** `a`, `an`: one before a multiplier, scale or fraction. */
  readonly articles: ReadonlySet<string>;
  /** `and` within a number. */
  readonly joiners: ReadonlySet<string>;
  /** Whether groups of three after a comma are thousands (`1,200`); else one comma is a decimal mark. */
  readonly commaThousands: boolean;
}

/** Words in the order in which they stand. */
export type Phrase = readonly string[];

/** Phrases with what they mean, longer ones before those that begin them. */
export type PhraseTable<Value> = readonly (readonly [Phrase, Value])[];

export interface QuantityWords {
  /** Bounds and approximations before a number. */
  readonly before: PhraseTable<QuantityMode>;
  /** … and after it or its unit: `or more`. */
  readonly after: PhraseTable<QuantityMode>;
  /** `exactly`, `just`: before a number, said of it, changing nothing. */
  readonly exactly: ReadonlySet<string>;
  /** Two ends: `between … and …`, `from … to …`. */
  readonly ends: readonly Ends[];
  /** Between two numbers: `to`, `or`; dashes are in every language. */
  readonly joints: ReadonlySet<string>;
  /** Before the whole of a part: `out of`, `of`. */
  readonly outOf: readonly Phrase[];
  /** Before the whole of a proportion: `one in five`. */
  readonly inEvery: readonly Phrase[];
  /** Before a whole: `the`, `all`. */
  readonly wholes: ReadonlySet<string>;
  /** After one of them, before the number of the whole: `seven of his last nine`. */
  readonly latest: ReadonlySet<string>;
  /** Before what a rate is told of: `per`; and, where a measure of time or a thing follows at once: `a`, `each`. */
  readonly per: ReadonlySet<string>;
  readonly perArticle: ReadonlySet<string>;
  /** Things that a price or an amount is told of after `perArticle`. */
  readonly perNouns: ReadonlySet<string>;
  /** After such a thing these say that it is no rate: `5 per cent a year earlier`. */
  readonly perNot: ReadonlySet<string>;
  /** Verbs and nouns of change: `from … to …` after them is one, not a range. */
  readonly changes: ReadonlySet<string>;
  /** `doubled` → 2, `halved` → 0.5: a factor before `to` or `from`. */
  readonly factors: ReadonlyMap<string, number>;
  /** Endings of multiples: `fold`. */
  readonly foldEndings: readonly string[];
  /** `fourfold`, `вчетверо` → 4 */
  readonly folds: ReadonlyMap<string, number>;
  /** Counts in one word: `twice`. */
  readonly counts: ReadonlyMap<string, number>;
  /** Written units → canonical ones of src/core/values/units, by their words joined with a space. */
  readonly units: ReadonlyMap<string, string>;
  /** Nouns that a year stands before as a name: `2010 levels`. */
  readonly yearNouns: ReadonlySet<string>;
  /** Units in capitals that stand against their number: `1.5C`. */
  readonly attachedUnits: ReadonlyMap<string, string>;
  /** Before an amount of money, without its full stop → the currency in words: `Rs 500`. */
  readonly currencyBefore: ReadonlyMap<string, string>;
  /** Words that show a number before them to be a measure, whatever is before it: `percent`. */
  readonly measureWords: ReadonlySet<string>;
  /** First words of units of several words: `square`, `US`. */
  readonly unitOpeners: ReadonlySet<string>;
  /** Signs and short names of units that also stand apart from their number. */
  readonly unitSymbols: ReadonlySet<string>;
  /** Whether `readUnit` knows the spellings of the language. */
  readonly readsUnits: boolean;
  /** After years: `old`. */
  readonly old: ReadonlySet<string>;
  /** Before an age: `aged`. */
  readonly aged: ReadonlySet<string>;
  readonly minus: ReadonlySet<string>;
  /** Words whose number is a name: `article 5`, `boeing 737`. */
  readonly numbered: ReadonlySet<string>;
  /** Words whose number is a name after `of`: `Group of Seven`. */
  readonly numberedOf: ReadonlySet<string>;
  /** Words after a number that make it a time of day or a name: `gmt`, `o'clock`. */
  readonly namedBy: ReadonlySet<string>;
  /** Ends of street names: `10 Downing Street`. */
  readonly streets: ReadonlySet<string>;
  /** Words of contests: `3-1` near them is a score. */
  readonly contests: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
  /** Nouns that `one` counts: `person`, `vote`. */
  readonly onesCounted: ReadonlySet<string>;
  /** Before a bare number word that stands for things, not for a number: `the two`. */
  readonly pronounsBefore: ReadonlySet<string>;
  /** `first lady`, `second wind`: ordinal words with these after them are idioms, by the words after. */
  readonly ordinalIdioms: ReadonlySet<string>;
  /** Endings of superlatives, which stand between an ordinal and its noun: `second-largest`. */
  readonly superlatives: readonly string[];
  /** Nouns that an ordinal names, in capitals: `Fifth Avenue`, `First World War`, `4th Fleet`. */
  readonly ordinalNames: ReadonlySet<string>;
  /** With an ordinal after them, one of so many: `every third`. */
  readonly everyOrdinal: ReadonlySet<string>;
  /** Nouns of time that `a` makes one of, after words of duration: `within a month`. */
  readonly stretches: ReadonlySet<string>;
  readonly durationsAfter: ReadonlySet<string>;
  /** Words (or their endings) after a share that is compared: `a third more`, `a quarter higher`. */
  readonly comparatives: readonly string[];
  /** Whether a share stands before its whole without a word between. */
  readonly sharesNouns: boolean;
  /** Before a share that a change amounts to: `by a third`. */
  readonly by: ReadonlySet<string>;
  /** Before a word that is then no share: `the other half`. */
  readonly notShareAfter: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  /** Before an ordinal word that is then no rank: `at first`, `every second`. */
  readonly notOrdinalAfter: ReadonlySet<string>;
  /** Words after which a bare ordinal is a rank: `came`, `ranked`, `was`. */
  readonly rankVerbs: ReadonlySet<string>;
  /** Of these, those after which `first` is no rank. */
  readonly beForms: ReadonlySet<string>;
  /** Words before a place that make a bare ordinal a rank: `fourth in the world`. */
  readonly rankBefore: ReadonlySet<string>;
  /** Words attached by a hyphen to a number word that say nothing of a number: `two-way`. */
  readonly hyphenIdioms: ReadonlySet<string>;
}

export interface Ends {
  readonly open: string;
  readonly join: string;
  /** Whether a change is told so. */
  readonly changes: boolean;
}

/** How the phrase of a counted noun is told from what follows it. */
export interface NounWords {
  /** Function words that end it: prepositions, pronouns, auxiliaries. */
  readonly stops: ReadonlySet<string>;
  /** Common verbs that end it. */
  readonly verbs: ReadonlySet<string>;
  /** Of these, those that an ordinal makes nouns: `his ninth win`. */
  readonly verbNouns: ReadonlySet<string>;
  /** Endings of adverbs and of participles: they end it after its first word. */
  readonly endings: readonly string[];
  /** Words with such endings that end nothing: `family`. */
  readonly keep: ReadonlySet<string>;
  /** Words before its noun that are no part of the unit: `other`, `more`. */
  readonly dropped: ReadonlySet<string>;
  /** Joins two adjectives: `and`. */
  readonly and: ReadonlySet<string>;
  /** `plural`: it ends with its first noun in the plural (English); `adjectives`: with its first word that is no adjective. */
  readonly head: 'plural' | 'adjectives';
  readonly adjectiveEndings: readonly string[];
  /** Endings of nouns that look like those. */
  readonly nounEndings: readonly string[];
  /** Nouns that count without a plural ending: `police`, `staff`. */
  readonly collectives: ReadonlySet<string>;
  /** Words in `-s` that are no plurals: `was`, `perhaps`. */
  readonly notPlural: ReadonlySet<string>;
  /** Written form → singular, beyond the rules of the language. */
  readonly singulars: ReadonlyMap<string, string>;
  /** Endings of nouns → ending of the nominative singular, the first fitting one counts. */
  readonly singularEndings: {
    readonly one: Endings;
    /** After 2, 3, 4 and fractions. */
    readonly few: Endings;
    readonly many: Endings;
  };
}

type Endings = readonly (readonly [string, string])[];

/** How the chrome of a site is known; phrases in lower case. */
export interface BoilerplateWords {
  /** Whole lines, without signs at their ends: labels and buttons. */
  readonly lines: ReadonlySet<string>;
  /** Whole lines that head a comment box. */
  readonly commentBoxes: ReadonlySet<string>;
  /** Beginnings of lines. */
  readonly openings: readonly string[];
  /** Pairs that a plea to subscribe has both of, in one short line. */
  readonly pleas: readonly (readonly [string, string])[];
}
