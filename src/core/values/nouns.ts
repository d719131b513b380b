/** Plural → singular where the rules below would be wrong. */
const irregular = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['inches', 'inch'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['thieves', 'thief'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['calves', 'calf'],
  ['shelves', 'shelf'],
  ['loaves', 'loaf'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['campuses', 'campus'],
  ['shoes', 'shoe'],
  ['movies', 'movie'],
  ['ties', 'tie'],
  ['centuries', 'century'],
  ['criteria', 'criterion'],
]);
const plurals = new Map([...irregular].map(([plural, singular]) => [singular, plural]));
const unchanged = new Set(['series', 'species', 'news', 'aircraft', 'sheep', 'gas', 'headquarters', 'means', 'barracks']);

/** The singular of an English noun phrase, by its last word (`member countries` → `member country`). */
export function singular(phrase: string): string {
  return inLastWord(phrase, (word) => {
    const known = irregular.get(word);
    if (known) return known;
    if (unchanged.has(word) || word.length < 3 || /(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
    if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:ss|x|zz|ch|sh|o)es$/.test(word)) return word.slice(0, -2);
    return word.slice(0, -1);
  });
}

/** The plural of an English noun phrase in the singular. What ends in letters of another script stays as it is: `человек`. */
export function plural(phrase: string): string {
  return inLastWord(phrase, (word) => {
    const known = plurals.get(word);
    if (known) return known;
    if (unchanged.has(word) || !/[\p{Script=Latin}\d.)]$/u.test(word)) return word;
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh|[^aeio]o)$/.test(word) ? `${word}es` : `${word}s`;
  });
}

function inLastWord(phrase: string, change: (word: string) => string): string {
  const start = phrase.lastIndexOf(' ') + 1;
  const last = phrase.slice(start);
  const lower = last.toLowerCase();
  const changed = change(lower);
  if (changed === lower) return phrase;
  const capital = last.charAt(0) !== lower.charAt(0);
  return phrase.slice(0, start) + (capital ? changed.charAt(0).toUpperCase() + changed.slice(1) : changed);
}
