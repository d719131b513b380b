import { caseAt, isPairAt, lowerUnit, upperUnit } from '../text/folding';
import { createToken, readToken } from '../text/words';

/** What a name asks of the capitals of a text. */
type Capitals =
  /** Nothing. */
  | 'free'
  /** The first letter is a capital. */
  | 'initial'
  /** There is a capital. */
  | 'some'
  /** All letters are capitals. */
  | 'all'
  /** Each word begins with a capital. */
  | 'each-initial'
  /** The words of `acronyms` are in capitals. */
  | 'acronyms';

/** What has to be so in the text for a name that reads like it. */
export interface Rule {
  readonly capitals: Capitals;
  /** Which words, counted from 0. */
  readonly acronyms: readonly number[];
  readonly takesPlural: boolean;
}

const hasLetter = /\p{L}/u;
const endsInDigit = /\p{N}$/u;
const romanNumeral = /^[IVXLCDM]+$/;

/** The rule of a name: `spaced` where white space stands in it, `lastWord` null where it ends in a sign. */
export function ruleOf(name: string, spaced: boolean, lastWord: string | null): Rule {
  const { capitals, acronyms } = capitalsOf(name, spaced);
  return { capitals, acronyms, takesPlural: lastWord !== null && canTakePlural(name, lastWord, capitals) };
}

/** Whether the text from `start` to `end`, which reads like a name of this rule, has what it asks; after `stemEnd` is a plural ending. */
export function ruleFits(rule: Rule, content: string, start: number, end: number, stemEnd: number): boolean {
  if (stemEnd !== end && !rule.takesPlural) return false;
  switch (rule.capitals) {
    case 'free':
      return true;
    case 'initial':
      return caseAt(content, start) === upperUnit;
    case 'some':
      return countCase(content, start, stemEnd, upperUnit) > 0;
    case 'all':
      return countCase(content, start, stemEnd, lowerUnit) === 0 && countCase(content, stemEnd, end, upperUnit) === 0;
    case 'each-initial':
      return wordsOf(content, start, stemEnd).every((word) => caseAt(content, word.start) !== lowerUnit);
    case 'acronyms': {
      const words = wordsOf(content, start, stemEnd);
      return rule.acronyms.every((i) => {
        const word = words[i];
        return word !== undefined && countCase(content, word.start, word.end, lowerUnit) === 0;
      });
    }
  }
}

function capitalsOf(name: string, spaced: boolean): Pick<Rule, 'capitals' | 'acronyms'> {
  const upper = countCase(name, 0, name.length, upperUnit);
  if (upper === 0) return { capitals: 'free', acronyms: [] };
  const allUpper = upper > 1 && countCase(name, 0, name.length, lowerUnit) === 0;
  if (allUpper) return { capitals: spaced ? 'each-initial' : 'all', acronyms: [] };
  const words = wordsOf(name, 0, name.length);
  if (spaced) {
    const acronyms = words.flatMap((word, i) => (isAcronym(name.slice(word.start, word.end)) ? [i] : []));
    return { capitals: acronyms.length > 0 ? 'acronyms' : 'free', acronyms };
  }
  const [first] = words;
  const capitalWord = words.length === 1 && first !== undefined && caseAt(name, first.start) === upperUnit;
  return { capitals: capitalWord ? 'initial' : 'some', acronyms: [] };
}

function canTakePlural(name: string, lastWord: string, capitals: Capitals): boolean {
  if (endsInDigit.test(lastWord)) return lastWord.length > 1 && hasLetter.test(name);
  return lastWord.length >= (capitals === 'all' || isAcronym(lastWord) ? 2 : 3);
}

function countCase(content: string, start: number, end: number, wanted: number): number {
  let count = 0;
  for (let at = start; at < end; at += isPairAt(content, at) ? 2 : 1) {
    if (caseAt(content, at) === wanted) count++;
  }
  return count;
}

function wordsOf(content: string, start: number, end: number): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  const token = createToken();
  for (let at = start; at < end; at = token.end) {
    readToken(content, at, 0, token);
    if (token.kind === 'end' || token.start >= end) break;
    if (token.kind === 'word') words.push({ start: token.start, end: Math.min(token.end, end) });
  }
  return words;
}

function isAcronym(word: string): boolean {
  return (
    countCase(word, 0, word.length, upperUnit) > 1 &&
    countCase(word, 0, word.length, lowerUnit) === 0 &&
    !romanNumeral.test(word)
  );
}
