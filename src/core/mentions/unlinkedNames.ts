import type { Span, Text } from '../text/text';
import { similarName } from './knownNames';
import type { KnownNames } from './knownNames';
import {
  commonNouns,
  connectorArticles,
  demonymEnding,
  demonyms,
  fieldAdjectives,
  functionWords,
  headedConnectors,
  nameConnectors,
  notNames,
  officesOfFields,
  placePrepositions,
  speechVerbs,
  titles,
  typeCues,
} from './lexicon.en';
import type { ArticleMentions, UnlinkedName } from './mention';
import { acronymFlag, capitalFlag, findNameRuns, initialFlag, readWords, sentenceStartFlag, wordText } from './nameRuns';
import type { NameRun, Words } from './nameRuns';

export { createKnownNames } from './knownNames';
export type { KnownNames } from './knownNames';

/**
 * Likely proper names of the article `source` that link to nothing, in the order of their first places; precise rather than
 * complete. Each name comes once, with all its places; a surname alone, initials and an acronym in brackets are its variants.
 * Linear in the text. What is language-specific is in lexicon.en.ts; names of other scripts with capitals are found by shape.
 */
export function findUnlinkedNames(source: string, text: Text, mentions: ArticleMentions, known: KnownNames): UnlinkedName[] {
  const words = readWords(text);
  const taken = [...mentions.mentions.map(({ span }) => span), ...mentions.none].sort((a, b) => a.start - b.start);
  const places = findNameRuns(words, taken).flatMap((run) => nameIn(words, run) ?? []);
  const groups = groupVariants(words, groupBySurface(places));
  const bearers = bearersOf(mentions);
  return groups
    .filter((group) => group.some((place) => !place.inHeadline))
    .map((group) => describeGroup(source, words, group, known, bearers))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A name at one place. Word indexes, both inclusive; `titled`: a title stood before it. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  readonly surface: string;
  readonly titled: boolean;
  readonly inHeadline: boolean;
}

function nameIn(words: Words, run: NameRun): Place | null {
  let first = run.first;
  let titled = false;
  for (; first <= run.last; first++) {
    const word = lowerWord(words, first);
    const next = first < run.last ? lowerWord(words, first + 1) : '';
    if (functionWords.has(word) || (first === run.first && isLikelyVerbOrAdverb(words, run))) continue;
    if (first > run.first && (isConnector(word) || connectorArticles.has(word))) continue;
    if (!titles.has(word) || typeCues.has(next) || typeCues.has(next.replace(/s$/, ''))) break;
    if (officesOfFields.has(word) && isConnector(next)) return null;
    titled = !isConnector(next);
  }
  let last = run.last;
  while (last >= first && ((words.flags[last]! & capitalFlag) === 0 || functionWords.has(lowerWord(words, last)))) last--;
  if (last < first) return null;
  const isName = first === last ? isSingleName(words, first, titled) : isLongName(words, first, last);
  if (!isName) return null;
  const span = { start: words.starts[first]!, end: words.ends[last]! };
  const surface = words.content.slice(span.start, span.end).replace(/\s+/g, ' ');
  return { first, last, span, surface, titled, inHeadline: run.inHeadline };
}

function isLikelyVerbOrAdverb(words: Words, run: NameRun): boolean {
  if ((words.flags[run.first]! & sentenceStartFlag) === 0 || run.first === run.last) return false;
  const word = lowerWord(words, run.first);
  if (words.capitalInside.has(wordText(words, run.first)) || typeCues.has(word)) return false;
  for (let i = run.first + 1; i <= run.last; i++) if (typeCues.has(lowerWord(words, i))) return false;
  return words.lower.has(word) || /..(?:ing|ed|ly)$/.test(word);
}

function isSingleName(words: Words, index: number, titled: boolean): boolean {
  const flag = words.flags[index]!;
  const text = wordText(words, index);
  const word = text.toLowerCase();
  if (notNames.has(word) || text.length < 2 || /^i['’]/.test(word)) return false;
  if ((flag & acronymFlag) !== 0) return text.length <= longestAcronym && !functionWords.has(word);
  if (text.length < 3 || isGeneric(word) || functionWords.has(word) || words.lower.has(word)) return false;
  return titled || (flag & sentenceStartFlag) === 0 || words.capitalInside.has(text);
}

function isLongName(words: Words, first: number, last: number): boolean {
  let specific = 0;
  let cues = 0;
  let capitals = 0;
  for (let i = first; i <= last; i++) {
    if ((words.flags[i]! & capitalFlag) === 0) continue;
    const word = lowerWord(words, i);
    capitals++;
    if (typeCues.has(word)) cues++;
    else if (!isGeneric(word) && !notNames.has(word) && (words.flags[i]! & initialFlag) === 0) specific++;
  }
  return specific > 0 || (cues > 0 && capitals > 1 && !isAdjectival(lowerWord(words, last)));
}

function isGeneric(word: string): boolean {
  return commonNouns.has(word) || fieldAdjectives.has(word) || titles.has(word) || isAdjectival(word) || commonNouns.has(word.replace(/s$/, ''));
}

function isAdjectival(word: string): boolean {
  return demonyms.has(word) || demonyms.has(word.replace(/s$/, '')) || demonymEnding.test(word);
}

const longestAcronym = 10;
/** Of a surname that more people have, initials are not told apart. */
const mostBearers = 20;

function groupBySurface(places: readonly Place[]): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = place.surface.replace(/(\p{Lu}{2})s$/u, '$1');
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/** Joins `Tull` and `S. Tull` to `Stephen Tull` where just one name fits, and `Name of It (NOI)` to `NOI`. */
function groupVariants(words: Words, groups: readonly Place[][]): Place[][] {
  const bySurname = new Map<string, Place[][]>();
  const byStart = new Map<number, { place: Place; group: Place[] }>();
  for (const group of groups) {
    const { first, last } = group[0]!;
    for (const place of group) byStart.set(place.span.start, { place, group });
    if (first === last || !isPersonal(words, first, last) || (words.flags[first]! & initialFlag) !== 0) continue;
    const surname = wordText(words, last);
    const bearers = bySurname.get(surname);
    if (!bearers) bySurname.set(surname, [group]);
    else if (bearers.length < mostBearers) bearers.push(group);
  }
  const joined = new Map<Place[], Place[]>();
  for (const group of groups) {
    const { first, last } = group[0]!;
    const isShort = first === last || (words.flags[first]! & initialFlag) !== 0;
    const fits = (isShort ? (bySurname.get(wordText(words, last)) ?? []) : []).filter(
      (full) => first === last || wordText(words, full[0]!.first)[0] === wordText(words, first)[0],
    );
    const target = fits.length === 1 && fits[0] !== group ? fits[0]! : acronymTarget(words, group, byStart);
    if (target) joined.set(group, target);
  }
  const result = new Map<Place[], Place[]>();
  for (const group of groups) {
    let target = group;
    for (let steps = 0; steps < 2; steps++) target = joined.get(target) ?? target;
    const places = result.get(target);
    if (places) places.push(...group);
    else result.set(target, [...group]);
  }
  return [...result.values()].map((places) => places.sort((a, b) => a.span.start - b.span.start));
}

function acronymTarget(words: Words, group: readonly Place[], byStart: ReadonlyMap<number, { place: Place; group: Place[] }>): Place[] | null {
  const { content } = words;
  const { first, last } = group[0]!;
  if (first !== last || (words.flags[first]! & acronymFlag) === 0) return null;
  const letters = group[0]!.surface;
  for (const { span, first: index } of group) {
    if (/^\s?\($/.test(content.slice(span.end, span.end + 2))) {
      const after = byStart.get(words.starts[index + 1] ?? -1);
      if (after && after.group !== group && initialsOf(after.place.surface) === letters) return after.group;
    }
    if (content[span.start - 1] !== '(') continue;
    for (let i = index - 1; i >= Math.max(0, index - longestAcronym * 2); i--) {
      const before = byStart.get(words.starts[i]!);
      if (!before) continue;
      const { place } = before;
      if (before.group !== group && place.last === index - 1 && initialsOf(place.surface) === letters) return before.group;
      break;
    }
  }
  return null;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('');
}

/** Surnames of the people and things that the article names in two words or more; null where several have it. */
function bearersOf({ mentions }: ArticleMentions): ReadonlyMap<string, { entity: string; name: string } | null> {
  const bearers = new Map<string, { entity: string; name: string } | null>();
  for (const { text, entity } of mentions) {
    const parts = text.split(/\s+/);
    const surname = parts.at(-1)!;
    if (entity === null || parts.length < 2) continue;
    const held = bearers.get(surname);
    if (held === undefined) bearers.set(surname, { entity, name: parts.join(' ') });
    else if (held?.entity !== entity) bearers.set(surname, null);
  }
  return bearers;
}

type Bearers = ReturnType<typeof bearersOf>;

function describeGroup(source: string, words: Words, group: readonly Place[], known: KnownNames, bearers: Bearers): UnlinkedName {
  const [head] = group as [Place, ...Place[]];
  const surfaces = [...new Set(group.map((place) => place.surface))];
  const longest = surfaces.reduce((a, b) => (b.length > a.length ? b : a));
  const text = words.content.slice(head.span.start, head.span.end);
  const type = typeOf(words, group);
  const isSurnameAlone = !longest.includes(' ') && type === 'person';
  const similar = similarTo(known, head.surface, longest) ?? (isSurnameAlone ? bearers.get(longest) : null) ?? null;
  return {
    source,
    span: head.span,
    text,
    type,
    variants: surfaces.filter((surface) => surface !== head.surface),
    places: group.map((place) => place.span),
    similar: similar && { entity: similar.entity, name: similar.name },
  };
}

/** A surname is no other spelling of someone's name where the article gives it to somebody else. */
function similarTo(known: KnownNames, head: string, longest: string) {
  const whole = similarName(known, longest);
  return whole || (longest !== head && longest.endsWith(` ${head}`)) ? whole : similarName(known, head);
}

function typeOf(words: Words, group: readonly Place[]): string {
  const longest = group.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
  const cue = cueOf(words, longest.first, longest.last);
  if (cue !== null) return cue;
  if (group.some((place) => place.titled || isSpeaker(words, place))) return 'person';
  if (isAllAcronyms(words, longest)) return 'organization';
  const isAtPlace = group.some(({ first }) => first > 0 && placePrepositions.has(wordText(words, first - 1)));
  if (isAtPlace && longest.last - longest.first < 2) return 'place';
  return longest.last > longest.first && isPersonal(words, longest.first, longest.last) ? 'person' : 'other';
}

function cueOf(words: Words, first: number, last: number): string | null {
  let end = first;
  while (end < last && (lowerWord(words, end + 1) === 'and' || !isConnector(lowerWord(words, end + 1)))) end++;
  for (let i = end; i >= first; i--) {
    const word = lowerWord(words, i);
    const cue = typeCues.get(word) ?? typeCues.get(word.replace(/s$/, ''));
    if (cue !== undefined) return cue;
  }
  return null;
}

function isAllAcronyms(words: Words, { first, last }: Place): boolean {
  for (let i = first; i <= last; i++) if ((words.flags[i]! & acronymFlag) === 0) return false;
  return true;
}

function isSpeaker(words: Words, { first, last }: Place): boolean {
  const near = [first > 0 ? wordText(words, first - 1) : '', last + 1 < words.starts.length ? wordText(words, last + 1) : ''];
  return near.some((word) => speechVerbs.has(word));
}

/** Two to four capitalised words, none of which says what else it is. */
function isPersonal(words: Words, first: number, last: number): boolean {
  if (last - first > 3) return false;
  for (let i = first; i <= last; i++) {
    const word = lowerWord(words, i);
    if (typeCues.has(word) || commonNouns.has(word) || word === 'of' || headedConnectors.has(word)) return false;
    if ((words.flags[i]! & acronymFlag) !== 0 || demonyms.has(word)) return false;
  }
  return true;
}

function isConnector(word: string): boolean {
  return nameConnectors.has(word) || headedConnectors.has(word);
}

function lowerWord(words: Words, index: number): string {
  return wordText(words, index).toLowerCase();
}
