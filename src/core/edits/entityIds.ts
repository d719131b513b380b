import { idPattern, reservedIds } from '../case/schemas';
import type { CaseModel } from '../caseModel';

/** Longer ids are cut at a word. */
const longestId = 48;

/**
 * An id for an entity of this name (DESIGN §1: `[a-z][a-z0-9-]*`) that the registry does not have yet, as entity or redirect: its words in
 * Latin letters. `Нұрсұлтан Назарбаев` → `nursultan-nazarbaev`.
 */
export function proposeId(model: CaseModel, name: string): string {
  const words = romanised(name)
    .replace(/['’ʼ]s?\b/g, (ending) => (ending.length > 1 ? 's' : ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut = words.length <= longestId ? words : words.slice(0, words.lastIndexOf('-', longestId) + 1 || longestId).replace(/-$/, '');
  const base = cut === '' ? 'entity' : /^[0-9]/.test(cut) ? `n-${cut}` : cut;
  const { entities, redirects } = model.registry();
  const isFree = (id: string) => idPattern.test(id) && !reservedIds.includes(id) && !entities.has(id) && !redirects.has(id);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (isFree(id)) return id;
  }
}

/** A name in lower-case Latin letters without marks, as far as the scripts are known here. */
function romanised(name: string): string {
  const latin = [...name.normalize('NFC').toLowerCase()].map((letter) => letters.get(letter) ?? letter).join('');
  return [...latin.normalize('NFKD').replace(/\p{M}+/gu, '')].map((letter) => letters.get(letter) ?? letter).join('');
}

/** Cyrillic as in English texts about these places (BGN/PCGN, without marks), with the letters of Kazakh, Ukrainian and Serbian; Greek; special Latin. */
const letters: ReadonlyMap<string, string> = new Map(
  (
    'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ' +
    'ә=a ғ=gh қ=q ң=ng ө=o ұ=u ү=u һ=h і=i ї=yi є=ye ґ=g ў=w ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ' +
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ' +
    'ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ı=i ə=a ŋ=ng ħ=h &=-and-'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
