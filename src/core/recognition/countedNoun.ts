import { beginsUpper } from '../text/folding';
import { singular } from '../values/nouns';
import type { Language, NounWords } from './languages/language';
import { isAttached, isHyphen } from './numerals';
import type { Token } from './tokens';

/** The phrase of a counted noun. */
export interface CountedNoun {
  /** In the singular, as written otherwise, without `other` and the like. */
  readonly unit: string;
  /** Index of the token after it. */
  readonly end: number;
}

/** One word of a phrase, compounds with hyphens as one; indices of tokens. */
interface Compound {
  readonly text: string;
  readonly lower: string;
  /** The last part, which takes the ending. */
  readonly last: string;
  readonly end: number;
}

const longestPhrase = 6;
/** In tokens, hyphens included. */
const longestCompound = 9;

/**
 * The noun that a number counts, with its adjectives: `almost 200 [member countries] of`. Null where none can be told: the
 * words up to the next function word hold no noun in the plural (for English), or there are none.
 */
export function readCounted(
  tokens: readonly Token[],
  index: number,
  count: number,
  language: Language,
): CountedNoun | null {
  const { nouns } = language;
  const phrase: Compound[] = [];
  let head = -1;
  for (let at = index; phrase.length < longestPhrase; ) {
    const compound = readCompound(tokens, at);
    if (!compound || isEnd(compound, nouns.stops) || nouns.and.has(compound.lower)) {
      const joined = joinedAdjective(tokens, at, phrase, language);
      if (joined === null || head >= 0) break;
      at = joined;
      continue;
    }
    if (nouns.verbs.has(compound.lower) && (phrase.length > 0 || nouns.head === 'plural')) break;
    if (nouns.head === 'adjectives' && nouns.endings.some((ending) => compound.lower.endsWith(ending))) break;
    if (head >= 0 && !isPlural(compound, language)) break;
    phrase.push(compound);
    at = compound.end;
    if (nouns.head === 'adjectives') {
      if (!isAdjective(compound, language)) {
        head = phrase.length - 1;
        break;
      }
    } else if (isPlural(compound, language)) head = phrase.length - 1;
  }
  const last = phrase[head];
  return last ? { unit: unitOf(phrase.slice(0, head + 1), count, language), end: last.end } : null;
}

/**
 * The noun that an ordinal ranks, in the singular or plural: `first [global UN Conference] for`. Ends before function words,
 * adverbs, participles and common verbs. Null where no word follows that could be one.
 */
export function readRanked(tokens: readonly Token[], index: number, language: Language): CountedNoun | null {
  const { nouns } = language;
  const phrase: Compound[] = [];
  for (let at = index; phrase.length < longestPhrase; ) {
    const compound = readCompound(tokens, at);
    if (!compound || isEnd(compound, nouns.stops) || nouns.and.has(compound.lower)) break;
    if (phrase.length > 0 && isCapitalised(compound) && language.dates.weekdays.has(compound.lower)) break;
    if (nouns.verbs.has(compound.lower) && (phrase.length > 0 || !nouns.verbNouns.has(compound.lower))) break;
    const ends = nouns.endings.some((ending) => compound.lower.endsWith(ending)) && !nouns.keep.has(compound.lower);
    if (ends && (phrase.length > 0 || compound.lower.endsWith('ly'))) break;
    const isGerund = phrase.length > 0 && nouns.head === 'plural' && compound.lower.endsWith('ing');
    if (isGerund && isEnd(readCompound(tokens, compound.end), nouns.stops) && beginsObject(tokens, compound.end)) break;
    phrase.push(compound);
    at = compound.end;
    if (nouns.head === 'adjectives' && !isAdjective(compound, language)) break;
    if (nouns.head === 'plural' && isPlural(compound, language) && !isPluralNext(tokens, at, language)) break;
  }
  const last = phrase.at(-1);
  if (!last) return null;
  if (nouns.head === 'adjectives' && isAdjective(last, language)) return null;
  return { unit: unitOf(phrase, 1, language), end: last.end };
}

function isCapitalised({ text }: Compound): boolean {
  return beginsUpper(text);
}

function beginsObject(tokens: readonly Token[], index: number): boolean {
  return /^(?:the|an?|his|her|its|their)$/.test(tokens[index]?.lower ?? '');
}

function isPluralNext(tokens: readonly Token[], index: number, language: Language): boolean {
  const next = readCompound(tokens, index);
  return next !== null && !isEnd(next, language.nouns.stops) && beginsUpper(next.text) && !language.nouns.verbs.has(next.lower);
}

/** After an adjective, `and` and another one go on: `20 Kazakh and Russian soldiers`. */
function joinedAdjective(tokens: readonly Token[], at: number, phrase: Compound[], language: Language): number | null {
  const { nouns } = language;
  const token = tokens[at];
  if (phrase.length === 0 || phrase.length > 2 || !token || !nouns.and.has(token.lower)) return null;
  const next = readCompound(tokens, at + 1);
  const after = next && readCompound(tokens, next.end);
  if (!next || !after || isEnd(next, nouns.stops) || isPlural(next, language) || !isPlural(after, language)) return null;
  phrase.push({ text: token.text, lower: token.lower, last: token.lower, end: at + 1 });
  return at + 1;
}

function isEnd(compound: Compound | null, stops: ReadonlySet<string>): boolean {
  return compound !== null && stops.has(compound.lower);
}

function readCompound(tokens: readonly Token[], index: number): Compound | null {
  const first = tokens[index];
  if (first?.kind !== 'word' || (isAttached(first) && !isHyphen(tokens, index - 1))) return null;
  let end = index + 1;
  while (end < index + longestCompound && isHyphen(tokens, end) && tokens[end + 1]?.kind === 'word') end += 2;
  const last = tokens[end - 1] ?? first;
  const text = tokens
    .slice(index, end)
    .map((token) => token.text)
    .join('');
  return { text, lower: text.toLowerCase().replaceAll('’', "'"), last: last.lower, end };
}

function isAdjective({ lower }: Compound, { nouns }: Language): boolean {
  return nouns.adjectiveEndings.some((ending) => lower.endsWith(ending)) && !nouns.nounEndings.some((ending) => lower.endsWith(ending));
}

function isPlural({ last, text }: Compound, { nouns }: Language): boolean {
  if (nouns.collectives.has(last)) return true;
  if (nouns.notPlural.has(last) || last.length < 3 || (text.length <= 4 && text === text.toUpperCase())) return false;
  return nouns.singulars.has(last) || nouns.singularEndings.many.some(([plural]) => last.endsWith(plural)) || (/[a-z]$/.test(last) && singular(last) !== last);
}

function unitOf(phrase: readonly Compound[], count: number, { nouns }: Language): string {
  const kept = phrase.filter(({ lower }, n) => n === phrase.length - 1 || !nouns.dropped.has(lower));
  const last = kept.at(-1);
  if (!last) return '';
  const before = kept.slice(0, -1).map(({ text }) => text);
  return [...before, singularOf(last, count, nouns)].join(' ');
}

function singularOf({ text, last }: Compound, count: number, { singulars, singularEndings }: NounWords): string {
  const known = singulars.get(last);
  if (known !== undefined) return text.slice(0, text.length - last.length) + known;
  const isFew = !Number.isInteger(count) || (count % 10 > 1 && count % 10 < 5 && (count % 100 < 12 || count % 100 > 14));
  const endings = count === 1 ? singularEndings.one : isFew ? singularEndings.few : singularEndings.many;
  const ending = endings.find(([plural]) => last.endsWith(plural));
  const read = ending ? text.slice(0, text.length - ending[0].length) + ending[1] : singular(text);
  const first = singulars.get(text.split('-')[0]?.toLowerCase() ?? '');
  return first !== undefined && text.includes('-') ? first + read.slice(read.indexOf('-')) : read;
}
