import { distance } from 'fastest-levenshtein';

/**
 * A word's reading that romanisations of one name share: without case and combining marks, `y`, `j` and `i` one letter, doubled
 * letters and a `y` or `i` after a vowel dropped, `kh`/`h`, `ph`/`f`, `tch`/`ch`, `ou`/`u`, `v`/`ff`/`w`, `q`/`k` alike. For comparing only.
 */
export function foldSpelling(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`-]+/gu, '')
    .toLowerCase()
    .replace(/ph/g, 'f')
    .replace(/tch|tsch/g, 'ch')
    .replace(/(?<!c|s)kh/g, 'h')
    .replace(/ou/g, 'u')
    .replace(/ff$|w/g, 'v')
    .replace(/[qc](?=[aou])/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/(?<=[aeou])i/g, '')
    .replace(/(.)\1+/gu, '$1');
}

/**
 * Whether two words are likely spellings of one name: alike as romanisations, or one edit apart from 6 letters on, two from 10 on, the
 * first letter the same. Acronyms of one length from `shortestAcronym` letters on may differ by one. Not by inflection, case or composition.
 */
export function isRespelt(a: string, b: string, shortestAcronym = 4): boolean {
  const left = plain(a);
  const right = plain(b);
  const shorter = Math.min(left.length, right.length);
  if (left === right || !letters.test(left) || !letters.test(right)) return false;
  if (acronym.test(a) || acronym.test(b)) {
    const alike = acronym.test(a) && acronym.test(b) && left.length === right.length && shorter >= shortestAcronym;
    return alike && distance(left, right) === 1;
  }
  if (shorter < 4 || isInflected(left, right) || isInflected(right, left)) return false;
  if (foldSpelling(left) === foldSpelling(right)) return true;
  const most = Number(shorter >= 6) + Number(shorter >= 10);
  return left[0] === right[0] && Math.abs(left.length - right.length) <= most && distance(left, right) <= most;
}

const letters = /^[\p{L}\p{M}'-]+$/u;
const acronym = /^\p{Lu}{2,}$/u;

function plain(word: string): string {
  return word.normalize('NFC').replace(/[’ʼ`]/g, "'").toLowerCase();
}

function isInflected(short: string, long: string): boolean {
  const stem = short.replace(/[ye]$/, '');
  return long.startsWith(stem) && /^(?:e?s|ies|'s?|s'|i?an|n|i|e?d|ing|a)$/.test(long.slice(stem.length));
}
