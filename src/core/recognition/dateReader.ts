import type { Amount, DateMeaning } from './dateMeaning';
import type { Language, Phrase } from './languages/language';
import type { QuantityMode } from '../values/value';
import { compileRules } from './phraseRules';
import type { RuleIndex } from './phraseRules';
import type { Token } from './tokens';

/** A date read from tokens `start` to `end`, half-open. */
export interface DateRead {
  readonly start: number;
  readonly end: number;
  /** Null: words that are no date, whatever they look like. */
  readonly meaning: DateMeaning | null;
}

/** What is made of a language's words once. */
interface PreparedWords {
  readonly points: RuleIndex;
  readonly periods: RuleIndex;
  /** Bounds and approximations by their first word. */
  readonly bounds: ReadonlyMap<string, readonly (readonly [Phrase, QuantityMode])[]>;
}

/** How many of a unit, and the token after it. */
export interface AmountRead {
  readonly amount: Amount;
  readonly end: number;
}

/** A sentence being read. What was read at a token is kept, so that phrases within phrases cost nothing twice. */
export interface DateReader extends PreparedWords {
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly readPoints: Map<number, DateRead | null>;
  readonly readAmounts: Map<number, AmountRead | null>;
}

const prepared = new WeakMap<Language, PreparedWords>();

/** A reader at the beginning of a sentence. */
export function createDateReader(tokens: readonly Token[], language: Language): DateReader {
  return { tokens, language, ...prepare(language), readPoints: new Map(), readAmounts: new Map() };
}

function prepare(language: Language): PreparedWords {
  const known = prepared.get(language);
  if (known) return known;
  const { rules, comparisons } = language.dates;
  const bounds = new Map<string, (readonly [Phrase, QuantityMode])[]>();
  for (const bound of language.quantities.before) {
    const word = bound[0][0] ?? '';
    if (comparisons.has(word)) continue;
    const list = bounds.get(word);
    if (list) list.push(bound);
    else bounds.set(word, [bound]);
  }
  const made = { points: compileRules(rules, 'point'), periods: compileRules(rules, 'period'), bounds };
  prepared.set(language, made);
  return made;
}

/** Lower-case text of a token; empty where there is none. */
export function wordAt({ tokens }: DateReader, index: number): string {
  return tokens[index]?.lower ?? '';
}

/** Whether the token begins with a capital letter. */
export function isCapital(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}

/** The value of a token of `least` to `most` plain digits; null for other tokens. */
export function digitsAt({ tokens }: DateReader, index: number, least: number, most: number): number | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.text.length < least || token.text.length > most) return null;
  return /^\d+$/.test(token.text) ? Number(token.text) : null;
}

/** Whether the token is there and stands against the one before it. */
export function isJoined({ tokens }: DateReader, index: number): boolean {
  return tokens[index]?.spaceBefore === false;
}

/** Whether the token is a hyphen or dash of any length. */
export function isDash(reader: DateReader, index: number): boolean {
  return /^[-‐‑‒–—−]$/.test(reader.tokens[index]?.text ?? '');
}

/** The words of tokens as they are written. */
export function textOf({ tokens }: DateReader, start: number, end: number): string {
  let text = '';
  for (const token of tokens.slice(start, end)) text += `${text !== '' && token.spaceBefore ? ' ' : ''}${token.text}`;
  return text;
}

/** Whether the words of a phrase stand at a token. */
export function hasPhrase(reader: DateReader, index: number, phrase: Phrase): boolean {
  return phrase.every((word, offset) => wordAt(reader, index + offset) === word);
}
