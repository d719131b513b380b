import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildNameMatcher, findNames } from '../../../src/core/mentions/nameMatcher';
import type { NameMatch } from '../../../src/core/mentions/nameMatcher';

/** A slow, plain reading of the rules: regular expressions over tokens, every name tried at every place. */
interface PlainToken {
  readonly word: boolean;
  readonly folded: string;
  readonly gap: string;
  readonly start: number;
  readonly end: number;
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u;

function plainFold(text: string): string {
  const printed = [...text].filter((sign) => !ignorable.test(sign)).join('').normalize('NFC');
  return [...printed]
    .map((sign) => (sign === 'İ' ? 'i' : sign.toLowerCase().toUpperCase().toLowerCase().replace('ς', 'σ')))
    .join('')
    .replaceAll('i\u0307', 'i')
    .normalize('NFC');
}

function plainSign(sign: string): string {
  if (/['’ʼ`′‘]/.test(sign)) return "'";
  if (/["“”«»]/.test(sign)) return '"';
  return /[-‐‑–—−]/.test(sign) ? '-' : sign;
}

function plainTokens(text: string): PlainToken[] {
  const pattern = /(?<space>[\s\u200b]+)|(?<alone>\p{Script=Han}[\p{M}\p{DI}]*)|(?<word>(?:(?!ʼ|\p{Script=Han}|\p{DI})[\p{L}\p{N}\p{M}]|(?<!\s|^)\p{DI})+)|(?<sign>[^])/gu;
  const tokens: PlainToken[] = [];
  let gap = '';
  for (const match of text.matchAll(pattern)) {
    const { space, alone, word, sign } = match.groups ?? {};
    const read = alone ?? word ?? sign ?? '';
    const printed = [...read].filter((s) => !ignorable.test(s));
    if (space !== undefined) gap += space;
    if (printed.length === 0) continue;
    const lead = read.indexOf(printed[0] as string);
    const end = read.lastIndexOf(printed.at(-1) as string) + (printed.at(-1) as string).length;
    const isWord = sign === undefined;
    const folded = isWord ? plainFold(read) : plainSign(read);
    tokens.push({ word: isWord, folded, gap, start: match.index + lead, end: match.index + end });
    gap = '';
  }
  return tokens;
}

function gapBefore(tokens: readonly PlainToken[], i: number): 'none' | 'space' | 'paragraph' {
  const { gap } = tokens[i] as PlainToken;
  const before = tokens[i - 1];
  const breaks = gap.replaceAll('\r\n', '\n').match(/[\n\r\u2028]/g)?.length ?? 0;
  if (breaks > 1 || gap.includes('\u2029')) return 'paragraph';
  if (gap === '' || before?.folded === '.' || (before?.folded === '-' && breaks === 1)) return 'none';
  return 'space';
}

function capitalsFit(name: string, text: string, ending: string): boolean {
  const letters = (part: string, kind: RegExp): number => part.match(kind)?.length ?? 0;
  const upper = /[\p{Lu}\p{Lt}]/gu;
  const lower = /\p{Ll}/gu;
  const words = (part: string): string[] => plainTokens(part).filter((t) => t.word).map((t) => part.slice(t.start, t.end));
  if (letters(name, upper) === 0) return true;
  const isUpper = (part: string): boolean => letters(part, upper) > 1 && letters(part, lower) === 0;
  const spaced = plainTokens(name).some((token, i) => i > 0 && token.gap !== '');
  const startsUpper = (part: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(part);
  if (!spaced) {
    if (isUpper(name)) return letters(text, lower) === 0 && letters(ending, upper) === 0;
    const [first = '', ...more] = words(name);
    return startsUpper(first) && more.length === 0 ? startsUpper(text) : letters(text, upper) > 0;
  }
  if (isUpper(name)) return words(text).every((word) => !/^\p{Ll}/u.test(word));
  return words(name).every(
    (word, i) => !isUpper(word) || /^[IVXLCDM]+$/.test(word) || letters(words(text)[i] ?? '', lower) === 0,
  );
}

function takesPlural(name: string): boolean {
  const tokens = plainTokens(name);
  const last = tokens.at(-1);
  if (last === undefined || !last.word) return false;
  const word = name.slice(last.start, last.end);
  if (/\p{N}$/u.test(word)) return word.length > 1 && /\p{L}/u.test(name);
  const upper = (part: string): boolean => (part.match(/[\p{Lu}\p{Lt}]/gu)?.length ?? 0) > 1 && !/\p{Ll}/u.test(part);
  const acronym = upper(word) && !/^[IVXLCDM]+$/.test(word);
  const allCapitals = upper(name) && !tokens.some((token, i) => i > 0 && token.gap !== '');
  return word.length >= (acronym || allCapitals ? 2 : 3);
}

/** How many units of ending make `word` the plural of `singular`; 0 for none. */
function pluralEnding(singular: string, word: string): number {
  if (word === `${singular}s` && !/[sxz]$/.test(singular)) return 1;
  if (word === `${singular}es` && /([sxz]|ch|sh)$/.test(singular)) return 2;
  return singular.endsWith('y') && word === `${singular.slice(0, -1)}ies` ? 3 : 0;
}

function plainMatches(names: readonly string[], text: string, accept: (name: number) => boolean): NameMatch[] {
  const tokens = plainTokens(text);
  const parsed = names.map(plainTokens);
  const matches: NameMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const candidates: { end: number; next: number; exact: boolean; name: number }[] = [];
    for (const [name, wanted] of parsed.entries()) {
      if (!wanted.some((token) => token.word && /[\p{L}\p{N}]/u.test(token.folded))) continue;
      const here = tokens.slice(i, i + wanted.length);
      const last = here.length - 1;
      if (here.length < wanted.length) continue;
      const gapsFit = wanted.every((_, k) => {
        const nameGap = gapBefore(wanted, k) === 'none' ? 'none' : 'space';
        return k === 0 || gapBefore(tokens, i + k) === nameGap;
      });
      const same = here.map((token, k) => token.word === wanted[k]?.word && token.folded === wanted[k]?.folded);
      if (!gapsFit || !same.slice(0, -1).every(Boolean)) continue;
      const ending = pluralEnding(wanted[last]?.folded ?? '', here[last]?.word === true ? here[last].folded : '');
      const exact = same[last] === true;
      if (!exact && (ending === 0 || !takesPlural(names[name] as string))) continue;
      const start = here[0]?.start ?? 0;
      const end = here[last]?.end ?? 0;
      const stemEnd = exact ? end : end - ending;
      if (!capitalsFit(names[name] as string, text.slice(start, stemEnd), text.slice(stemEnd, end))) continue;
      if (/[0-9][.,]$/.test(text.slice(0, start)) && /^[0-9]/.test(text.slice(start))) continue;
      if (/[0-9]$/.test(text.slice(0, end)) && /^[.,][0-9]/.test(text.slice(end))) continue;
      if (accept(name)) candidates.push({ end, next: i + here.length, exact, name });
    }
    const end = Math.max(...candidates.map((candidate) => candidate.end));
    const longest = candidates.filter((candidate) => candidate.end === end);
    const best = longest.some((candidate) => candidate.exact) ? longest.filter((candidate) => candidate.exact) : longest;
    // Different endings of one word are different singulars: the shortest ending is asked first.
    if (best.length > 0) {
      matches.push({ start: (tokens[i] as PlainToken).start, end, names: best.map((candidate) => candidate.name) });
    }
    i = best[0]?.next ?? i + 1;
  }
  return matches;
}

const pieces = [
  'Iran', 'iran', 'IRAN', 'Will', 'will', 'UN', 'un', 'US', 'Open', 'II', 'A', 'é', 'e\u0301', 'É', 'Strauß', 'STRAUSS', 'i', 'I', 'İ', 'ı',
  's', 'S', 'es', 'Czech', 'Box', 'Treaty', 'Treati', '1', '27', '汉', '字', 'иль', 'ИЛЬ', '𐐔𐐇', '𐐼𐐯', '\u0301', '\u00ad', '\u200d',
  ' ', ' ', ' ', ' ', ' ', '\n', '\r\n', '\n\n', '\u00a0', '\u2029', "'", '’', '-', '–', '.', ',', '“', '"', '&', '/', '😀', '\ud83d', '\0',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const name = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.constantFrom('Iran', 'UN', 'Will', 'US Open', 'Iran II', 'I. Strauß', 'UN–Iran', 'Treaty', 'Czech', 'Box', 'é', '汉字', 'иль'),
);
const names = fc.array(name, { maxLength: 12 });

describe('findNames, whatever the names and the text', () => {
  it('finds what a plain reading of the rules finds', () => {
    fc.assert(
      fc.property(names, text, (names, text) => {
        assert.deepEqual(findNames(buildNameMatcher(names), text), plainMatches(names, text, () => true));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds what a plain reading finds where some names are refused', () => {
    fc.assert(
      fc.property(names, text, fc.func(fc.boolean()), (names, text, accept) => {
        const matches = findNames(buildNameMatcher(names), text, (_start, _end, index) => accept(index));
        assert.deepEqual(matches, plainMatches(names, text, accept));
      }),
      { numRuns: 1000 },
    );
  });

  it('reports sorted spans apart from each other, and each name once', () => {
    fc.assert(
      fc.property(names, fc.oneof(text, fc.string({ unit: 'binary' })), (names, text) => {
        let end = 0;
        for (const match of findNames(buildNameMatcher(names), text)) {
          assert.ok(match.start >= end && match.end > match.start && match.end <= text.length);
          assert.deepEqual([...new Set(match.names)].sort((a, b) => a - b), match.names);
          end = match.end;
        }
      }),
    );
  });

  it('reports spans that read as their names do, but for a plural ending', () => {
    const reading = (text: string): string => plainTokens(text).map((token) => token.folded).join(' ');
    fc.assert(
      fc.property(names, text, (names, text) => {
        for (const match of findNames(buildNameMatcher(names), text)) {
          const read = reading(text.slice(match.start, match.end));
          for (const index of match.names) {
            const wanted = reading(names[index] as string);
            assert.ok(read === wanted || pluralEnding(wanted, read) > 0, `${read} for ${wanted}`);
          }
        }
      }),
    );
  });

  it('finds the same before a paragraph break, whatever comes after it', () => {
    fc.assert(
      fc.property(names, text, text, (names, before, after) => {
        const matcher = buildNameMatcher(names);
        const head = `${before}\n\n`;
        const matches = findNames(matcher, head + after).filter((match) => match.start < head.length);
        assert.deepEqual(matches, findNames(matcher, head));
      }),
    );
  });

  it('finds the same in a part of a text as in the part alone, between paragraph breaks', () => {
    fc.assert(
      fc.property(names, text, text, text, (names, before, text, after) => {
        const matcher = buildNameMatcher(names);
        const from = before.length + 2;
        const whole = `${before}\n\n${text}\n\n${after}`;
        const shifted = findNames(matcher, text).map((match) => ({ ...match, start: match.start + from, end: match.end + from }));
        assert.deepEqual(findNames(matcher, whole, undefined, from, from + text.length), shifted);
      }),
    );
  });

  it('finds the same in a long text, wherever the text stands in it', () => {
    fc.assert(
      fc.property(names, text, fc.integer({ min: 4000, max: 4100 }), fc.constantFrom('x ', 'щ ', '汉', '😀 '), (names, text, length, filler) => {
        const matcher = buildNameMatcher(names.filter((name) => !name.includes('汉')));
        const before = `${filler.repeat(Math.ceil(length / filler.length)).slice(0, length)}\n\n`;
        const after = `\n\n${filler.repeat(3000)}`;
        const shifted = findNames(matcher, text).map((match) => ({ ...match, start: match.start + length + 2, end: match.end + length + 2 }));
        assert.deepEqual(findNames(matcher, before + text + after), shifted);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every name in itself, whatever its printed letters', () => {
    const apostrophesAlone = /^[ʼʻ\u02b9\u0374]+$/u;
    const word = fc
      .stringMatching(/^\p{L}{1,12}$/u)
      .filter((word) => !ignorable.test(word) && !apostrophesAlone.test(word));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('NFC', 'NFD', 'as it is'), (words, form) => {
        const name = words.join(' ');
        const text = `(${form === 'as it is' ? name : name.normalize(form)})`;
        assert.deepEqual(findNames(buildNameMatcher([name]), text), [{ start: 1, end: text.length - 1, names: [0] }]);
      }),
      { numRuns: 1000 },
    );
  });
});
