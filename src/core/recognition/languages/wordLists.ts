import type { NumberWords, Phrase } from './language';

/** The words of a list parted by spaces. */
export function words(list: string): readonly string[] {
  return list.split(' ');
}

export function set(list: string): ReadonlySet<string> {
  return new Set(words(list));
}

/** The words of a list with `first`, `first + step`, … */
export function counted(list: string, first: number, step = 1): readonly (readonly [string, number])[] {
  return words(list).map((word, n) => [word, first + n * step]);
}

/** Rows of word forms, each with what all of them mean. */
export function forms<Value>(rows: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] {
  return rows.flatMap(([list, value]) => words(list).map((word) => [word, value] as const));
}

/** Phrases parted by `|`. */
export function phrases(list: string): readonly Phrase[] {
  return list.split('|').map(words);
}

/** Rows of phrases, each with what they mean; the longer phrases first, so that no shorter one hides them. */
export function phrasesOf<Value>(rows: readonly (readonly [Value, string])[]): readonly (readonly [Phrase, Value])[] {
  return rows
    .flatMap(([value, list]) => phrases(list).map((phrase) => [phrase, value] as const))
    .sort(([a], [b]) => b.length - a.length);
}

/** Adds the words with which a number can begin. */
export function numberWords(numbers: Omit<NumberWords, 'beginnings'>): NumberWords {
  const { cardinals, ordinals, fractionsAlone, mixed, articles, scalesAlone } = numbers;
  const beginnings = new Set(
    [cardinals, ordinals, fractionsAlone, mixed, articles, scalesAlone].flatMap((words) => [...words.keys()]),
  );
  return { ...numbers, beginnings };
}
