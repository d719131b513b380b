import type { AnchorIndex } from '../anchors/anchorIndex';
import { findEvery, resolveAnchor } from '../anchors/resolveAnchor';
import type { MentionEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import { withoutOverlaps } from '../mentions/handLinks';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import type { Mark } from './agreement';

/** An entry of an annotation file at one of its places, without white space at its ends. */
export interface PlacedEntry {
  readonly span: Span;
  readonly entry: MentionEntry;
}

/** The label of a name that may stand for several entities. */
const ambiguous = '?';

/** The places of a source's links and rejections by hand, in the order of the file. Quotes that are lost or ambiguous have none. */
export function placedEntries(model: CaseModel, source: string, anchors: AnchorIndex): readonly PlacedEntry[] {
  return (model.annotationsOf(source)?.data.mentions ?? []).flatMap((entry) =>
    placesOf(anchors, entry).map((span) => ({ span: trimmed(anchors.text.content, span), entry })),
  );
}

function placesOf(anchors: AnchorIndex, entry: MentionEntry): readonly Span[] {
  const selector = {
    quote: entry.quote.text,
    ...(entry.prefix && { prefix: entry.prefix.text }),
    ...(entry.suffix && { suffix: entry.suffix.text }),
  };
  const every = entry.every ? findEvery(anchors, selector) : [];
  if (every.length > 0) return every;
  const anchor = resolveAnchor(anchors, selector);
  return anchor.state === 'exact' || anchor.state === 'fuzzy' ? [anchor.span] : [];
}

/**
 * What an annotator holds of the names that either of the two touched (`touched`, sorted, apart): links by hand, and what the linker made of
 * the rest. A link that one wrote down and the other left to the linker is so no difference. Sorted, and apart.
 */
export function marksOf(model: CaseModel, source: string, content: string, own: readonly PlacedEntry[], touched: readonly Span[]): readonly Mark[] {
  const registry = model.registry();
  const links = withoutOverlaps(own.filter(({ entry }) => entry.entity !== undefined));
  const byHand = links.flatMap(({ span, entry }): Mark[] => {
    const written = entry.entity!.text;
    return written === 'none' ? [] : [{ span, entity: resolveEntity(registry, written)?.id ?? written, by: entry }];
  });
  const handSpans = links.map(({ span }) => span);
  const linked = model.mentions(source).mentions.flatMap(({ span, entity, by }): Mark[] => {
    if (by !== null || !meetsAny(touched, span) || meetsAny(handSpans, span)) return [];
    return [{ span: trimmed(content, span), entity: entity ?? ambiguous, by: null }];
  });
  return [...byHand, ...linked].sort((a, b) => a.span.start - b.span.start);
}

/** Sorted spans that cover what any of `spans` does, and are apart. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && overlaps(last, span)) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** Whether `span` overlaps one of `sorted`, which are apart. Logarithmic. */
export function meetsAny(sorted: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && overlaps(found, span);
}

/** `span` without the white space at its ends. */
export function trimmed(content: string, span: Span): Span {
  const words = content.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.end - (words.length - words.trimEnd().length)) };
}
