/** In `unitFolds`: the unit is a sign of its own (punctuation, symbols). */
export const notWord = 0;
/** In `unitFolds`: white space, line breaks included. */
export const whiteSpace = 1;
/** In `unitFolds`: the unit needs its neighbours to be understood (marks, surrogates, ignorables, ß, decomposable signs). */
export const needsContext = 2;
/** In `unitFolds`: a word of its own, in scripts that are written without spaces (Unicode UAX #29, WB999). */
export const wordAlone = 3;

/** In `unitKinds`: an unprinted unit that matching looks through (soft hyphen, joiners, direction marks, variation selectors). */
export const ignorableUnit = 1;
/** In `unitKinds`: a combining mark. */
export const markUnit = 2;
/** In `unitKinds`: white space without a line break. */
export const spaceUnit = 4;
/** In `unitKinds`: a line break; `\r\n` is two units and one break. */
export const lineBreakUnit = 8;
/** In `unitKinds`: a paragraph separator (U+2029). */
export const paragraphUnit = 16;
/** In `unitKinds`: an upper- or title-case letter. */
export const upperUnit = 32;
/** In `unitKinds`: a lower-case letter. */
export const lowerUnit = 64;

const unitCount = 0x10000;
const wordAstral = /^[\p{L}\p{N}\p{M}]$/u;
const upperAstral = /^[\p{Lu}\p{Lt}]$/u;
const lowerAstral = /^\p{Ll}$/u;
const aloneAstral = /^[\p{Script=Han}\p{Script=Hiragana}]$/u;

const apostrophes = "'’ʼ`′‘‛´＇ʻʹ\u0374׳‹›";
const quotes = '"“”„‟″«»״＂〝〞';
const dashes = '-‐‑‒–—―−﹘﹣－';

const units = singleUnits();

/**
 * What matching needs to know of each UTF-16 code unit: the flags above. Code units of surrogate pairs have none.
 */
export const unitKinds: Uint8Array = kindsOfUnits(units);

/**
 * How each UTF-16 code unit reads inside a word, whatever its case: the folded unit, or one of the
 * four flags above, which are less than any folded unit. Words of which no unit needs context are folded unit by unit, to the same result as `foldWord`.
 */
export const unitFolds: Uint16Array = foldsOfUnits(units, unitKinds);

const markFolds = foldsOfMarks();
/** The grave accent, the least unit that folds to another. */
const firstMarkVariant = 0x60;

/**
 * A word's reading that is the same for all its spellings: composed or decomposed (canonical equivalence only), in any case
 * (full folding: `ß` is `ss`; dotted and dotless i are one letter), without ignorable units. Not linear in runs of
 * combining marks: keep `word` short.
 */
export function foldWord(word: string): string {
  let printed = '';
  for (let i = 0; i < word.length; i++) {
    if (((unitKinds[word.charCodeAt(i)] ?? 0) & ignorableUnit) === 0) printed += word[i];
  }
  return foldComposed(printed.normalize('NFC'));
}

/** One code unit of punctuation for all its variants: apostrophes as `'`, quotation marks as `"`, dashes as `-`. */
export function foldMark(unit: number): number {
  return unit < firstMarkVariant ? unit : (markFolds.get(unit) ?? unit);
}

/** Whether the code point at `offset` is a letter, digit or combining mark. A surrogate alone is none. */
export function isWordAt(content: string, offset: number): boolean {
  const unit = content.charCodeAt(offset);
  if (isPairAt(content, offset)) return wordAstral.test(content.slice(offset, offset + 2));
  const fold = unitFolds[unit] ?? notWord;
  if (fold !== needsContext) return fold > whiteSpace;
  return !isSurrogate(unit) && ((unitKinds[unit] ?? 0) & ignorableUnit) === 0;
}

/** Whether the code point at `offset` is a word of its own, as in scripts without spaces. */
export function isWordAloneAt(content: string, offset: number): boolean {
  if (isPairAt(content, offset)) return aloneAstral.test(content.slice(offset, offset + 2));
  return unitFolds[content.charCodeAt(offset)] === wordAlone;
}

/** Whether a surrogate pair stands at `offset`. */
export function isPairAt(content: string, offset: number): boolean {
  const unit = content.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = content.charCodeAt(offset + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** The case of the code point at `offset`: `upperUnit` (title case too), `lowerUnit`, or 0 where there is no case. */
export function caseAt(content: string, offset: number): number {
  if (!isPairAt(content, offset)) return (unitKinds[content.charCodeAt(offset)] ?? 0) & (upperUnit | lowerUnit);
  const pair = content.slice(offset, offset + 2);
  if (upperAstral.test(pair)) return upperUnit;
  return lowerAstral.test(pair) ? lowerUnit : 0;
}

/** Whether a text begins with an upper- or title-case letter. */
export function beginsUpper(text: string): boolean {
  return caseAt(text, 0) === upperUnit;
}

function foldComposed(word: string): string {
  return [...word].map(foldLetter).join('').replace(/i\u0307/g, 'i').normalize('NFC');
}

/** Through the capital, so that letters with one capital are one letter: final sigma, long s, dotless i. */
function foldLetter(letter: string): string {
  return letter === 'İ' ? 'i' : letter.toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, 'σ');
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function kindsOfUnits(units: string): Uint8Array {
  const kinds = new Uint8Array(unitCount);
  const flag = (pattern: RegExp, kind: number): void => {
    for (const run of units.matchAll(pattern)) {
      for (let i = 0; i < run[0].length; i++) kinds[run[0].charCodeAt(i)]! |= kind;
    }
  };
  flag(/\p{Default_Ignorable_Code_Point}+/gu, ignorableUnit);
  flag(/\p{M}+/gu, markUnit);
  flag(/[\p{White_Space}\u200b]+/gu, spaceUnit);
  flag(/[\p{Lu}\p{Lt}]+/gu, upperUnit);
  flag(/\p{Ll}+/gu, lowerUnit);
  for (const unit of [0x0a, 0x0d, 0x85, 0x2028]) kinds[unit] = lineBreakUnit;
  kinds[0x2029] = paragraphUnit;
  kinds[0x200b] = spaceUnit;
  return kinds;
}

function foldsOfUnits(units: string, kinds: Uint8Array): Uint16Array {
  const folds = new Uint16Array(unitCount);
  const each = (pattern: RegExp, fold: (unit: number) => number): void => {
    for (const run of units.matchAll(pattern)) {
      for (let i = 0; i < run[0].length; i++) folds[run[0].charCodeAt(i)] = fold(run[0].charCodeAt(i));
    }
  };
  each(/[\p{L}\p{N}]+/gu, (unit) => unit);
  each(/[\p{Script=Han}\p{Script=Hiragana}]+/gu, (unit) => (folds[unit] === notWord ? notWord : wordAlone));
  each(/[\p{Changes_When_Casefolded}\p{Lu}ı]+/gu, (unit) => {
    const folded = folds[unit] === notWord ? '' : foldComposed(String.fromCharCode(unit));
    if (folded === '') return notWord;
    return folded.length === 1 ? folded.charCodeAt(0) : needsContext;
  });
  each(/\p{M}+/gu, () => needsContext);
  for (let unit = 0xd800; unit <= 0xdfff; unit++) folds[unit] = needsContext;
  for (let unit = 0x1100; unit <= 0x11ff; unit++) folds[unit] = needsContext;
  for (const [run] of units.matchAll(/\p{L}+/gu)) {
    if (run.normalize('NFC') === run) continue;
    for (const letter of run) {
      const unit = letter.charCodeAt(0);
      if (letter.normalize('NFC') !== letter && folds[unit] !== wordAlone) folds[unit] = needsContext;
    }
  }
  for (const variant of apostrophes + quotes + dashes) folds[variant.charCodeAt(0)] = notWord;
  for (let unit = 0; unit < unitCount; unit++) {
    const kind = kinds[unit] ?? 0;
    if ((kind & ignorableUnit) !== 0) folds[unit] = needsContext;
    if ((kind & (spaceUnit | lineBreakUnit | paragraphUnit)) !== 0) folds[unit] = whiteSpace;
  }
  return folds;
}

function foldsOfMarks(): ReadonlyMap<number, number> {
  const folds = new Map<number, number>();
  for (const variants of [apostrophes, quotes, dashes]) {
    for (const variant of variants) folds.set(variant.charCodeAt(0), variants.charCodeAt(0));
  }
  return folds;
}

/** All code units in order but surrogates and those for private use. */
function singleUnits(): string {
  const units = new Uint16Array(unitCount);
  for (let unit = 0; unit < unitCount; unit++) units[unit] = unit < 0xd800 || unit >= 0xf900 ? unit : 0;
  let text = '';
  for (let i = 0; i < unitCount; i += 0x1000) {
    text += String.fromCharCode.apply(null, units.subarray(i, i + 0x1000) as unknown as number[]);
  }
  return text;
}
