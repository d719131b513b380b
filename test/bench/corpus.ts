/** A seeded generator of numbers in [0, 1), so that every run measures the same text. */
export type Random = () => number;

/** A name put into the text on purpose. */
export interface PlantedName {
  readonly start: number;
  readonly end: number;
  readonly name: number;
}

/** Generated text and the complete truth about the names in it. */
export interface Corpus {
  readonly content: string;
  readonly names: readonly string[];
  readonly planted: readonly PlantedName[];
}

const consonants = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 't', 'v', 'br', 'dr', 'gr', 'kl', 'pr', 'st', 'tr'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const commonWords = 40_000;
const wordsPerName = 20;
/** The commonest words of a text are articles and the like; a third of the running words. */
const wordsThatBeginNoName = 40;

/**
 * Text of `length` UTF-16 units (the last word may go over) with names of a registry of `nameCount` aliases in it: about one
 * name in twenty words, the words in a Zipf-like distribution. Names are one word, acronyms, and two to four words that begin
 * with words of the text; each ends in a word of its own, so that what was planted is all there is. Some stand in the text
 * with a line break, a possessive, a plural ending, another dash or apostrophe, decomposed, in capitals. Common words in
 * small letters, names without their last word and words that go on after a name are in the way.
 */
export function generateCorpus(length: number, nameCount: number, seed = 1): Corpus {
  const random = createRandom(seed);
  const words = distinctWords(random, commonWords, 1, 4, () => (random() < 0.15 ? 's' : ''));
  const names = createNames(random, nameCount, words);
  const { content, planted } = writeText(random, length, words, names);
  return { content, names, planted };
}

function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** An index below `count`; low ones are by far the most likely. */
function zipf(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1)) - 1));
}

function distinctWords(random: Random, count: number, least: number, most: number, ending: () => string): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    const syllables = least + Math.floor(random() * (most - least + 1));
    for (let i = 0; i < syllables; i++) word += pick(random, consonants) + pick(random, vowels);
    words.add(word + ending());
  }
  return [...words];
}

/** Every last word ends in one of a few letters that no common word ends in, and that take a plural in -s. */
function createNames(random: Random, count: number, words: readonly string[]): string[] {
  const accented = ['án', 'ör', 'él'];
  const last = distinctWords(random, count, 2, 4, () => (random() < 0.1 ? pick(random, accented) : pick(random, ['n', 'r', 'l', 'm', 'k'])));
  const common = (): string => capitalised(words[wordsThatBeginNoName + zipf(random, words.length - wordsThatBeginNoName)] as string);
  return last.map((word, i) => {
    const name = capitalised(word);
    const kind = i % 10;
    if (kind < 4) return name;
    if (kind < 6) return `${common()} ${name}`;
    if (kind === 6) return `${common()} ${common()} ${name}`;
    if (kind === 7) return `${common()} of the ${common()} ${name}`;
    if (kind === 8) return pick(random, [`${name[0]}. ${name}`, `${common()}-${name}`, `${common()} d'${name}`]);
    return word.normalize('NFD').replace(/[^a-z]/g, '').toUpperCase() + String(i);
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function writeText(
  random: Random,
  length: number,
  words: readonly string[],
  names: readonly string[],
): { content: string; planted: PlantedName[] } {
  const parts: string[] = [];
  const planted: PlantedName[] = [];
  const written = { units: 0 };
  let inSentence = 0;
  let inParagraph = 0;
  let separator = '';
  const write = (part: string): void => {
    parts.push(part);
    written.units += part.length;
  };
  while (written.units < length) {
    write(separator);
    if (random() < 1 / wordsPerName) {
      const index = zipf(random, names.length);
      const name = names[index] as string;
      const surface = surfaceOf(random, name);
      planted.push({ start: written.units, end: written.units + surface.span.length, name: index });
      write(surface.span + surface.after);
    } else if (random() < 0.01) {
      write(decoy(random, names));
    } else {
      const word = words[zipf(random, words.length)] as string;
      write(inSentence === 0 ? capitalised(word) : word);
    }
    inSentence++;
    if (inSentence > 6 && random() < 0.08) {
      const quoted = random() < 0.1;
      write(quoted ? '.”' : '.');
      inSentence = 0;
      inParagraph++;
      separator = inParagraph > 4 ? '\n\n' : ' ';
      if (inParagraph > 4) inParagraph = 0;
    } else {
      const chance = random();
      separator = chance < 0.07 ? ', ' : chance < 0.15 ? '\n' : chance < 0.16 ? ' — ' : ' ';
    }
  }
  return { content: parts.join(''), planted };
}

/** How a name stands in the text: the span that has to be found, and what follows it at once. */
function surfaceOf(random: Random, name: string): { span: string; after: string } {
  const chance = random();
  if (chance < 0.1) return { span: name, after: pick(random, ['’s', "'s", 'ʼs']) };
  if (chance < 0.2) return { span: /\d$/.test(name) ? name : `${name}s`, after: '' };
  if (chance < 0.3) return { span: name.replace(' ', pick(random, ['\n', '\r\n', '\u00a0', '  '])), after: '' };
  if (chance < 0.35) return { span: name.normalize('NFD'), after: '' };
  if (chance < 0.4) return { span: name.toUpperCase(), after: '' };
  if (chance < 0.45) return { span: name.replace("'", '’').replace('-', pick(random, ['‑', '–'])), after: '' };
  return { span: name, after: '' };
}

/** What a search that knows no word boundaries, line ends or capitals takes for a name. */
function decoy(random: Random, names: readonly string[]): string {
  const name = names[zipf(random, names.length)] as string;
  const [first = name, ...rest] = name.split(' ');
  const chance = random();
  if (chance < 0.5) return rest.length > 0 ? first : name.toLowerCase();
  return chance < 0.75 ? `${name}ovat` : `Xi${name.toLowerCase()}`;
}
