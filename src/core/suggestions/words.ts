import { groupBy } from '../groupBy';

/** Words in lower case, in the order in which they stand. */
export type Phrase = readonly string[];

/** Phrases by their first words, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** What suggestions know of a language beside its properties; data alone. All words are in lower case. */
export interface SuggestionWords {
  /** Between a subject and its verb, together with adverbs in `adverbEnding`. */
  readonly auxiliaries: ReadonlySet<string>;
  readonly adverbEnding: RegExp | null;
  /** Of verbs in the past. */
  readonly pastEnding: RegExp | null;
  readonly relatives: ReadonlySet<string>;
  /** Articles and possessives before a noun. */
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly datePrepositions: ReadonlySet<string>;
  /** Before a date they say that it is another's: `its candidacy for 2017`. */
  readonly forTimes: ReadonlySet<string>;
  /** A value beyond one of these belongs to something else. */
  readonly boundaries: ReadonlySet<string>;
  /** Among `boundaries`, words before a verb that stand before a noun as well: `to`. */
  readonly infinitives: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly have: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly possessiveEndings: ReadonlySet<string>;
  /** `its`, `their` */
  readonly possessives: ReadonlySet<string>;
  readonly pronouns: Readonly<Record<'person' | 'thing', ReadonlySet<string>>>;
  /** `our country` is the speaker's. */
  readonly own: ReadonlySet<string>;

  /** Verbs (and what stands for one) after a subject, by property. */
  readonly verbs: ReadonlyMap<string, readonly Phrase[]>;
  /** Nouns of what happened to a thing, by property: `creation of it`, `its creation`. */
  readonly nouns: ReadonlyMap<string, readonly Phrase[]>;
  /** Verbs before the thing itself, by property: `appointed him`. */
  readonly actives: ReadonlyMap<string, readonly Phrase[]>;
  /** Offices and other roles `of` a thing, by property, beside the property's cues. */
  readonly roles: ReadonlyMap<string, readonly Phrase[]>;
  /** Before the words of an office they make another of it. */
  readonly otherOffice: ReadonlySet<string>;
  /** What office holders do in their own country. */
  readonly domesticActs: ReadonlySet<string>;
  /** Before the name of a position: `post of`. */
  readonly positions: Phrases;
  readonly hosting: Phrases;
  /** `This includes`: what follows are examples of what the sentence before says. */
  readonly including: Phrases;
  /** `member`, of an organisation. */
  readonly members: ReadonlySet<string>;
  /** Verbs between an organisation and the count of its members. */
  readonly uniting: ReadonlySet<string>;
  /** A count of members that is the whole: `the`, `all`, `out of`. */
  readonly wholes: ReadonlySet<string>;
  readonly countNouns: ReadonlySet<string>;
  /** `admission`, `membership` */
  readonly admissions: ReadonlySet<string>;
  readonly joining: Phrases;
  readonly anniversary: string;
  readonly votes: RegExp | null;

  readonly plans: Phrases;
  readonly possibilities: Phrases;
  readonly negations: ReadonlySet<string>;
  /** With one of these between subject, cue and value, nothing is suggested. */
  readonly doubts: ReadonlySet<string>;
  /** … and with one of these before them in the sentence. */
  readonly uncertain: ReadonlySet<string>;

  /** Nouns that stand for something told before, by type of entity. */
  readonly anaphors: ReadonlyMap<string, string>;
  /** Adjectives between article and such a noun. */
  readonly anaphorAdjectives: ReadonlySet<string>;
  /** Among `anaphors`, nouns of a whole rather than of one of its organs. */
  readonly wholeNouns: ReadonlySet<string>;

  readonly speech: ReadonlySet<string>;
  /** `the minister said` */
  readonly titles: ReadonlySet<string>;
  /** `according to` */
  readonly accordingTo: Phrases;
  readonly interview: Phrases;
}

/** The words of `text`, separated by white space. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).filter(Boolean));
}

/** Phrases that commas separate. */
export function list(text: string): Phrases {
  return groupBy(split(text), ([first = '']) => first);
}

function split(text: string): readonly Phrase[] {
  const phrases = text.split(',').map((phrase) => phrase.trim().split(/\s+/));
  return phrases.filter(([first]) => first !== '').sort((a, b) => b.length - a.length);
}

/** Phrases by property. */
export function phrases(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Phrase[]> {
  return new Map(Object.entries(table).map(([property, text]) => [property, split(text)]));
}
