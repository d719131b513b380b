import { idPattern, reservedIds } from '../case/schemas';
import { transliterate } from '../text/transliterate';

/** Longer ids (UTF-16 units) are cut at a word. */
const longestId = 60;

/**
 * An id for an entity of this name: Latin letters, digits and `-`, romanised where it has other letters, numbered where that id is
 * taken or reserved.
 */
export function entityIdFor(name: string, isTaken: (id: string) => boolean): string {
  const words = transliterate(name)
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const short = words.length > longestId ? words.slice(0, longestId).replace(/-[^-]*$/, '') : words;
  const plain = idPattern.test(short) ? short : `entity${short === '' ? '' : `-${short}`}`;
  let id = plain;
  for (let number = 2; isTaken(id) || reservedIds.includes(id); number++) id = `${plain}-${number}`;
  return id;
}
