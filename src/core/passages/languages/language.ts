/** What the search for passages knows of a language; data and a stemmer. All words folded (`foldWord`). */
export interface PassageLanguage {
  /** BCP 47 primary subtag: words of different languages are never the same. */
  readonly tag: string;
  /** One for all forms and spellings of a word, and for words that sources use for each other. */
  readonly stem: (word: string) => string;
  /** Words that are in any text, and say nothing of what a sentence is about. */
  readonly stopWords: ReadonlySet<string>;
  /** Words that make a noun after them stand for a thing named before: `the`, `this`. */
  readonly definite: ReadonlySet<string>;
  /** The same, for the thing that the whole text is about: `our`. */
  readonly own: ReadonlySet<string>;
  /** Nouns that stand for a name, and the types of entities that they stand for. */
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  /** After such a noun: it stands for something else (`the head of`). */
  readonly complements: ReadonlySet<string>;
  /** Nouns that, counted, tell how long something has lasted: `23 years`, `23rd anniversary`. */
  readonly durations: ReadonlySet<string>;
  /** A sentence that begins with one of these goes on about what the sentence before named. */
  readonly continuing: ReadonlySet<string>;
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** One line a group of words that say much the same: the stem of each → the stem of the first. */
export function likeWords(lines: readonly string[], stem: (word: string) => string): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [first = '', ...others] = [...wordSet(line)].map(stem);
      return others.map((other) => [other, first] as const);
    }),
  );
}

/** One line a group: nouns, then the types of entities that they stand for: `organisation agency > organization`. */
export function nounTable(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    lines.flatMap((line) => {
      const [nouns = '', types = ''] = line.split('>');
      return [...wordSet(nouns)].map((noun) => [noun, [...wordSet(types)]] as const);
    }),
  );
}
