import type { CopiedText } from '../passages/copiedText';
import type { ComparedValue, PassagePair } from '../passages/passage';
import type { Registry } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span, Text } from '../text/text';
import { positionAt } from '../text/text';
import { describeValue, relationWords } from '../values/describe';
import type { FilePlace } from './page';

/** Passages of different sources that are likely about the same thing, best first: plain JSON, wording included. */
export interface PagePassages {
  /** Text that sources have in common, most of it first. */
  readonly copies: readonly PageCopy[];
  readonly pairs: readonly PagePassagePair[];
}

/** Text that two sources have in common word for word. */
export interface PageCopy {
  readonly a: { readonly source: string; readonly title: string };
  readonly b: { readonly source: string; readonly title: string };
  readonly words: number;
  /** In whole percent of all words of the source. */
  readonly percentOfA: number;
  readonly percentOfB: number;
  /** The origin that both have in the manifest: they count as one witness already; null when they count as two. */
  readonly origin: string | null;
  /** At most `shownCopies`, the longest first. */
  readonly passages: readonly { readonly text: string; readonly a: FilePlace; readonly b: FilePlace }[];
}

export interface PagePassagePair {
  readonly key: string;
  readonly a: PagePassage;
  readonly b: PagePassage;
  /** Names, then labels of properties, then words that both have. */
  readonly shared: readonly string[];
  readonly values: readonly PassageValues[];
}

export interface PagePassage {
  readonly title: string;
  /** The sentence, as raw text. */
  readonly text: string;
  /** Values that both sides have, in the sentence: UTF-16 offsets relative to it, in order. */
  readonly marks: readonly Span[];
  readonly place: FilePlace;
  /** From 1. */
  readonly line: number;
}

/** Two values side by side, in words. */
export interface PassageValues {
  readonly a: string;
  readonly b: string;
  readonly relation: string;
  readonly differs: boolean;
}

/** Words of a pair that are shown; names and properties are all shown. */
const shownWords = 6;
const shownCopies = 3;
/** What a copied passage shows of itself, in UTF-16 units. */
const shownText = 240;

/** What the page shows of passage pairs. Pairs with a text that is gone are left out. */
export function pagePassages(input: {
  readonly pairs: readonly PassagePair[];
  readonly copies: readonly CopiedText[];
  readonly origin: (source: string) => string | null;
  readonly registry: Registry;
  readonly title: (source: string) => string;
  readonly text: (source: string) => Text | undefined;
}): PagePassages {
  const side = (passage: PassagePair['a'], values: readonly ComparedValue[]): PagePassage | undefined => {
    const text = input.text(passage.source);
    if (!text) return undefined;
    const { start, end } = passage.span;
    return {
      title: input.title(passage.source),
      text: text.content.slice(start, end),
      marks: values
        .map(({ span }) => ({ start: span.start - start, end: span.end - start }))
        .filter((span) => span.start >= 0 && span.end <= end - start)
        .sort((x, y) => x.start - y.start),
      place: { file: passage.source, start, end },
      line: positionAt(text, start).line + 1,
    };
  };
  return {
    copies: input.copies.map((copy) => pageCopy(copy, input)),
    pairs: input.pairs.flatMap((pair) => {
      const a = side(pair.a, pair.values.map((values) => values.a));
      const b = side(pair.b, pair.values.map((values) => values.b));
      if (!a || !b) return [];
      return [{ key: keyOf(pair), a, b, shared: sharedWords(pair, input.registry), values: pair.values.map(valueWords) }];
    }),
  };
}

function pageCopy(copy: CopiedText, input: Pick<Parameters<typeof pagePassages>[0], 'title' | 'text' | 'origin'>): PageCopy {
  const { a, b, words, passages } = copy;
  const [one, other] = [input.origin(a), input.origin(b)];
  const content = input.text(a)?.content ?? '';
  const longest = [...passages].sort((x, y) => y.words - x.words).slice(0, shownCopies);
  return {
    a: { source: a, title: input.title(a) },
    b: { source: b, title: input.title(b) },
    words,
    percentOfA: Math.round(copy.shareOfA * 100),
    percentOfB: Math.round(copy.shareOfB * 100),
    origin: one !== null && one === other ? one : null,
    passages: longest.map((passage) => ({
      text: shortened(content.slice(passage.a.start, passage.a.end)),
      a: { file: a, ...passage.a },
      b: { file: b, ...passage.b },
    })),
  };
}

function shortened(text: string): string {
  if (text.length <= shownText) return text;
  const cut = text.lastIndexOf(' ', shownText);
  return `${text.slice(0, cut > 0 ? cut : shownText)}…`;
}

function keyOf({ a, b }: PassagePair): string {
  return [a.source, a.span.start, b.source, b.span.start].join('|');
}

function sharedWords({ shared }: PassagePair, registry: Registry): string[] {
  return [
    ...shared.entities.map((id) => resolveEntity(registry, id)?.name ?? id),
    ...shared.cues.map((id) => registry.properties.get(id)?.label ?? id),
    ...shared.words.slice(0, shownWords),
  ];
}

function valueWords({ a, b, comparison: { relation, gap } }: PassagePair['values'][number]): PassageValues {
  return {
    a: describeValue(a.value),
    b: describeValue(b.value),
    relation: gap ? `${relationWords(relation)} · ${gap} apart` : relationWords(relation),
    differs: relation !== 'equal',
  };
}
