/** What a word can begin, as bits, so that each rule looks only at the words that concern it. */
export const beginning = {
  times: 1,
  nouns: 2,
  relations: 4,
  offices: 8,
  counts: 16,
  votes: 32,
  members: 64,
  joining: 128,
  admissions: 256,
  hosting: 512,
  labels: 1024,
  speech: 2048,
  anaphors: 4096,
} as const;

/** By word in lower case. */
export type Beginnings = ReadonlyMap<string, number>;
