import type { Entity, Property, Registry } from '../registry/registry';
import { vocabulary } from '../registry/vocabulary';
import { tokenise } from '../recognition/tokens';
import { beginsUpper } from '../text/folding';
import type { Beginnings } from './beginnings';
import { beginning } from './beginnings';
import type { Frame } from './frames';
import { frames, offices } from './frames';
import type { Unit } from './readArticle';
import { isAuxiliary, isPhraseAt } from './syntax';
import type { Phrase, SuggestionWords } from './words';

/** A property as suggestions look for it. */
export interface Sought {
  readonly property: Property;
  readonly frame: Frame;
}

/** A cue of a property: its words in lower case. `core` lacks the auxiliaries before the verb and the prepositions after it. */
export interface Cue extends Sought {
  readonly words: readonly string[];
  readonly core: readonly string[];
}

/** Cues by their first words. */
export interface CueIndex {
  /** Verbs of properties of time, by the first word of their core. */
  readonly times: ReadonlyMap<string, readonly Cue[]>;
  /** Verbs of properties whose values are entities; offices are apart. */
  readonly relations: ReadonlyMap<string, readonly Cue[]>;
  readonly offices: ReadonlyMap<string, readonly Cue[]>;
  readonly counts: ReadonlyMap<string, readonly Cue[]>;
  readonly votes: ReadonlyMap<string, readonly Cue[]>;
  /** `creation`: nouns of properties of time. */
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  /** Properties of the case's own that have no cues, by their labels' words. */
  readonly labels: readonly Cue[];
  /** Events of the registry that are named as elections and votes. */
  readonly elections: readonly Entity[];
  readonly sought: ReadonlyMap<string, Sought>;
  readonly beginnings: Beginnings;
}

/** Properties whose separators a rule of their own finds. */
const keyed = new Set(['joined', 'votes-for', 'votes-against']);
const openFrame: Frame = { subjects: [], values: [] };

/**
 * The cues of all properties that suggestions can be made of: the vocabulary's as far as it is known what they tie together, and
 * those that the registry declares. Properties with separators that no sentence tells (all but those of `joined` and of votes) and lists are left out.
 */
export function createCueIndex(registry: Registry, lexicon: SuggestionWords): CueIndex {
  const sought = new Map<string, Sought>();
  for (const property of registry.properties.values()) {
    const frame = frames.get(property.id) ?? (property.declared ? openFrame : undefined);
    const isKeyed = property.separators.length > 0 && !keyed.has(property.id);
    if (frame && !isKeyed && property.cardinality !== 'closed-list') sought.set(property.id, { property, frame });
  }
  const index = {
    times: new Map<string, Cue[]>(),
    relations: new Map<string, Cue[]>(),
    offices: new Map<string, Cue[]>(),
    counts: new Map<string, Cue[]>(),
    votes: new Map<string, Cue[]>(),
    nouns: new Map<string, Cue[]>(),
  };
  const labels: Cue[] = [];
  const add = (map: Map<string, Cue[]>, one: Sought, words: Phrase, by: 'words' | 'core') => {
    const core = coreOf(words, lexicon);
    const key = (by === 'words' ? words : core)[0];
    if (key === undefined) return;
    const held = map.get(key);
    const cue = { ...one, words, core };
    if (!held) map.set(key, [cue]);
    else if (!held.some((other) => other.property === one.property && isSamePhrase(other.words, words))) held.push(cue);
  };
  for (const one of sought.values()) {
    const { id, value, cues, declared } = one.property;
    const own = cues.map(wordsOf);
    const verbs = [...own, ...(lexicon.verbs.get(id) ?? [])];
    if (keyed.has(id) && value !== 'quantity') continue;
    if (value === 'date' || value === 'period') {
      for (const phrase of verbs) add(index.times, one, phrase, 'core');
      for (const phrase of lexicon.nouns.get(id) ?? []) add(index.nouns, one, phrase, 'words');
      if (declared && cues.length === 0 && !vocabulary.has(id)) labels.push({ ...one, words: wordsOf(one.property.label), core: [] });
    } else if (value === 'quantity' && keyed.has(id)) {
      for (const phrase of verbs) add(index.votes, one, phrase, 'words');
    } else if (value === 'quantity') {
      for (const phrase of verbs) add(index.counts, one, phrase, 'words');
    } else if (value === 'entity' && isOffice(one.property)) {
      const isVerb = (phrase: Phrase) => lexicon.prepositions.has(phrase.at(-1) ?? '');
      for (const phrase of [...own, ...(lexicon.roles.get(id) ?? [])]) if (!isVerb(phrase)) add(index.offices, one, phrase, 'words');
      for (const phrase of own) if (isVerb(phrase)) add(index.relations, one, phrase, 'core');
    } else if (value === 'entity') {
      for (const phrase of [...verbs, ...(id === 'place' ? (lexicon.verbs.get('date') ?? []) : [])]) add(index.relations, one, phrase, 'core');
    }
  }
  for (const map of Object.values(index)) for (const cues of map.values()) cues.sort((a, b) => b.words.length - a.words.length);
  const elections = [...registry.entities.values()].filter(({ type, name }) => type === 'event' && (lexicon.votes?.test(name) ?? false));
  return { ...index, labels, elections, sought, beginnings: beginningsOf(index, labels, lexicon) };
}

interface Keyed {
  keys(): Iterable<string>;
}

function beginningsOf(index: Readonly<Record<'times' | 'nouns' | 'relations' | 'offices' | 'counts' | 'votes', Keyed>>, labels: readonly Cue[], lexicon: SuggestionWords): Beginnings {
  const { members, joining, admissions, hosting, speech, accordingTo, determiners, pronouns } = lexicon;
  const lists: Readonly<Record<keyof typeof beginning, readonly Keyed[]>> = {
    times: [index.times],
    nouns: [index.nouns],
    relations: [index.relations],
    offices: [index.offices],
    counts: [index.counts],
    votes: [index.votes],
    members: [members],
    joining: [joining],
    admissions: [admissions],
    hosting: [hosting],
    labels: labels.map(({ words }) => new Set(words)),
    speech: [speech, accordingTo],
    anaphors: [determiners, pronouns.person, pronouns.thing],
  };
  const beginnings = new Map<string, number>();
  for (const [name, words] of Object.entries(lists)) {
    const bit = beginning[name as keyof typeof beginning];
    for (const list of words) for (const word of list.keys()) beginnings.set(word, (beginnings.get(word) ?? 0) | bit);
  }
  return beginnings;
}

const none: readonly Cue[] = [];

/** Cues of `index` whose words (or core) stand at `at`, longest first; one a property. */
export function cuesAt(index: ReadonlyMap<string, readonly Cue[]>, units: readonly Unit[], at: number, by: 'words' | 'core'): readonly Cue[] {
  const unit = units[at];
  const held = unit && unit.kind !== 'value' ? index.get(unit.lower) : undefined;
  if (!held) return none;
  const found: Cue[] = [];
  for (const cue of held) {
    if (isPhraseAt(units, at, cue[by]) && !found.some((other) => other.property === cue.property)) found.push(cue);
  }
  return found;
}

/** Offices that a person holds, the vocabulary's and those of the case whose cues are written as titles. */
function isOffice({ id, cues }: Property): boolean {
  return offices.has(id) || (!frames.has(id) && cues.some((cue) => beginsUpper(cue)));
}

function isSamePhrase(one: Phrase, other: Phrase): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

function wordsOf(phrase: string): string[] {
  return tokenise(phrase).map((token) => token.lower);
}

function coreOf(words: readonly string[], lexicon: SuggestionWords): readonly string[] {
  let from = 0;
  let to = words.length;
  while (from < to && isAuxiliary(words[from]!, lexicon)) from++;
  while (to > from && (lexicon.prepositions.has(words[to - 1]!) || lexicon.determiners.has(words[to - 1]!)) && !lexicon.by.has(words[to - 1]!)) to--;
  return words.slice(from, to);
}
