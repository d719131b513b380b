import type { Tense } from './dateMeaning';
import type { DateReader } from './dateReader';
import { wordAt } from './dateReader';

const reach = 14;
/** `will be held`: a participle this near after a word of the future is of the future too. */
const participleReach = 4;

/** What the words nearest to a token say of its time; not those of what is joined on after it: `began on Monday and ends today`. */
export function tenseAt(reader: DateReader, index: number): Tense {
  let isOver = false;
  for (let distance = 1; distance <= reach; distance++) {
    const before = tenseOf(reader, index - distance);
    if (before) return before;
    const after = isOver ? null : tenseOf(reader, index + distance);
    if (after && reader.language.dates.and.has(wordAt(reader, index + distance - 1))) isOver = true;
    else if (after) return after;
  }
  return null;
}

/** What words anywhere in the sentence say of its time. */
export function sentenceTense(reader: DateReader): Tense {
  const { told, tokens } = reader;
  if (told.tense !== undefined) return told.tense;
  told.tense = null;
  for (let at = 0; at < tokens.length && told.tense === null; at++) told.tense = tenseOf(reader, at);
  return told.tense;
}

function tenseOf(reader: DateReader, index: number): Tense {
  const { future, futureNouns, articles, past } = reader.language.dates;
  const word = wordAt(reader, index);
  if (word === '') return null;
  if (futureNouns.has(word) && articles.has(wordAt(reader, index - 1))) return null;
  if (future.has(word)) return 'future';
  if (!past.has(word) && !endsAsPast(reader, word)) return null;
  for (let at = index - 1; at >= Math.max(0, index - participleReach); at--) {
    if (future.has(wordAt(reader, at))) return 'future';
  }
  return 'past';
}

function endsAsPast({ language }: DateReader, word: string): boolean {
  const { pastEndings, notPast } = language.dates;
  if (word.length < 5) return false;
  for (const ending of pastEndings) if (word.endsWith(ending)) return !notPast.has(word);
  return false;
}
