/** What the words mean that a key of the case's files may have, by key. Words of one key that stand elsewhere too mean the same there. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  polarity: {
    positive: 'The source says that it is so.',
    negative: 'The source says that it is not so.',
  },
  modality: {
    asserted: 'The source tells it as a fact.',
    planned: 'The source says that it is to happen; a later fact confirms or changes the plan.',
    possible: 'The source says that it may be so.',
  },
  value: {
    date: 'A time at which something happened once, in EDTF.',
    period: 'A time throughout which something lasted, in EDTF.',
    quantity: 'A number with its unit, bounds and approximation.',
    entity: 'The id of an entity of the registry.',
    text: 'Words. They may differ, but are never a conflict.',
    boolean: 'true or false.',
  },
  temporal: {
    static: 'True once and for all: two values cannot both be true.',
    fluent: 'Changes with time: values are compared where their times meet.',
  },
  cardinality: {
    one: 'One value at a time.',
    many: 'Several values stand side by side.',
    'closed-list': 'A list that claims to be complete; it is compared as a set.',
  },
  status: {
    open: 'Not decided.',
    explained: 'The difference has a reason, and no source is wrong.',
    accepted: 'A real contradiction; “wrong” says whose mistake it is.',
    dismissed: 'No contradiction: the claims should not have been compared.',
  },
  reason: {
    time: 'The sources speak of different times.',
    rounding: 'One source rounded.',
    name: 'One thing under several names.',
    translation: 'The words changed in translation.',
    scope: 'The sources count or mean different things.',
    'different-property': 'The sources speak of different properties.',
    attribution: 'The sources quote different people.',
    forecast: 'One source told a forecast.',
    'not-comparable': 'Dismissed: the claims are not about the same thing.',
    'extraction-error': 'Dismissed: a claim does not say what its source says.',
  },
  severity: {
    error: 'Shown as an error; the command line fails on it.',
    warning: 'Shown as a warning.',
    info: 'Shown as information.',
    hint: 'Shown as a hint, in open files.',
    off: 'Not shown.',
  },
  hemisphere: { north: 'Summer is from June to August.', south: 'Summer is from December to February.' },
  every: { true: 'Every occurrence of the quote in this source.', false: 'This one place.' },
  hierarchical: {
    true: 'A value that is part of another one refines it (Almaty refines Kazakhstan).',
    false: 'Values are the same or differ.',
  },
  rank: {
    preferred: 'The best of several values.',
    normal: 'One value among others.',
    deprecated: 'Known to be wrong, and kept for the record.',
  },
};

/** What `word` means as the value of the key at `path` (as in `knownWordsAt`); undefined for words without a meaning of their own. */
export function wordMeaning(path: readonly string[], word: string): string | undefined {
  const key = path[0] === 'severity' ? 'severity' : (path.at(-1) ?? '');
  const words = Object.hasOwn(meanings, key) ? meanings[key]! : {};
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Every word with a meaning for a key. */
export function wordsOfKey(key: string): readonly string[] {
  return Object.hasOwn(meanings, key) ? Object.keys(meanings[key]!) : [];
}
