export const letterS = 0x73;
export const letterE = 0x65;
export const letterI = 0x69;
export const letterY = 0x79;

/** How a folded word may read in the English plural. */
export function pluralsOf(word: string): string[] {
  const last = word.charCodeAt(word.length - 1);
  const plurals: string[] = [];
  if (!takesEs(last, 0)) plurals.push(`${word}s`);
  if (takesEs(last, word.charCodeAt(word.length - 2))) plurals.push(`${word}es`);
  if (last === letterY) plurals.push(`${word.slice(0, -1)}ies`);
  return plurals;
}

/** Whether English asks for `es` after a word that ends so; `ch` and `sh` may have either (`Czechs`, `churches`). */
export function takesEs(last: number, before: number): boolean {
  return last === letterS || last === 0x78 || last === 0x7a || (last === 0x68 && (before === 0x63 || before === letterS));
}
