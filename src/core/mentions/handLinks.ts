import { anchorProblem } from '../anchors/anchorProblem';
import { createAnchorIndex } from '../anchors/anchorIndex';
import type { AnchorIndex } from '../anchors/anchorIndex';
import { findEvery, resolveAnchor } from '../anchors/resolveAnchor';
import type { AnnotationFile, MentionEntry, Problem, QuoteSelector, Scalar } from '../case/entries';
import { didYouMean, indexNearest, nearestIn } from '../registry/nearest';
import type { NearestIndex } from '../registry/nearest';
import { resolveEntity } from '../registry/registry';
import type { Registry } from '../registry/registry';
import { overlaps } from '../text/text';
import type { Span, Text } from '../text/text';

/** A link by hand at one place; `entity` after redirects. */
export interface HandLink {
  readonly span: Span;
  readonly entity: string;
  readonly entry: MentionEntry;
}

/** `not: entity` at one place; `entity` after redirects. */
export interface Rejection {
  readonly span: Span;
  readonly entity: string;
}

/** The mentions of an annotation file at their places. `links` and `none` do not overlap; all are sorted. */
export interface PlacedNotes {
  readonly links: readonly HandLink[];
  readonly none: readonly Span[];
  readonly rejections: readonly Rejection[];
  readonly problems: readonly Problem[];
}

interface ReadArticle {
  readonly source: string;
  readonly text: Text;
  readonly anchors?: AnchorIndex;
}

/**
 * Resolves links and rejections by hand. Of two that overlap, one place told apart wins over `every: true`, then the earlier
 * in the file. Problems are in the annotation file's offsets: anchors that are ambiguous, lost or moved, and unknown entities.
 */
export function readNotes(registry: Registry, article: ReadArticle, notes: AnnotationFile | null): PlacedNotes {
  const problems: Problem[] = [];
  const placed: { span: Span; entity: string | null; entry: MentionEntry }[] = [];
  const rejections: Rejection[] = [];
  let anchors = article.anchors;
  const lookUp = entityLookup(registry, problems);
  for (const entry of notes?.mentions ?? []) {
    const isNone = entry.entity?.text === 'none';
    const linked = entry.entity && !isNone ? lookUp(entry.entity) : undefined;
    const rejected = entry.not ? lookUp(entry.not) : undefined;
    anchors ??= createAnchorIndex(article.text);
    for (const span of placesOf(anchors, article.source, entry, problems)) {
      if (isNone) placed.push({ span, entity: null, entry });
      else if (linked !== undefined) placed.push({ span, entity: linked, entry });
      if (rejected !== undefined) rejections.push({ span, entity: rejected });
    }
  }
  const kept = withoutOverlaps(placed);
  rejections.sort((a, b) => a.span.start - b.span.start);
  return {
    links: kept.flatMap(({ span, entity, entry }) => (entity === null ? [] : [{ span, entity, entry }])),
    none: kept.filter(({ entity }) => entity === null).map(({ span }) => span),
    rejections,
    problems,
  };
}

function entityLookup(registry: Registry, problems: Problem[]): (written: Scalar) => string | undefined {
  let ids: NearestIndex | undefined;
  return (written) => {
    const entity = resolveEntity(registry, written.text);
    if (entity) return entity.id;
    ids ??= indexNearest([...registry.entities.keys(), ...registry.redirects.keys()].map((id) => [id, id] as const));
    const suggestion = nearestIn(ids, written.text);
    problems.push({
      code: 'reference/unknown-entity',
      span: written.span,
      message: `unknown entity "${written.text}"${didYouMean(suggestion)}`,
      ...(suggestion !== null && { data: { replacement: suggestion } }),
    });
    return undefined;
  };
}

function placesOf(anchors: AnchorIndex, source: string, entry: MentionEntry, problems: Problem[]): readonly Span[] {
  const selector: QuoteSelector = {
    quote: entry.quote.text,
    ...(entry.prefix && { prefix: entry.prefix.text }),
    ...(entry.suffix && { suffix: entry.suffix.text }),
  };
  const every = entry.every ? findEvery(anchors, selector) : [];
  if (every.length > 0) return every;
  const anchor = resolveAnchor(anchors, selector);
  const problem = anchorProblem(anchors, anchor, { selector, span: entry.quote.span, source, every: !entry.every });
  if (problem) problems.push(problem);
  return anchor.state === 'exact' || anchor.state === 'fuzzy' ? [anchor.span] : [];
}

/** Of marks that overlap, one told apart wins over `every: true`, then the earlier in the file; sorted. */
export function withoutOverlaps<T extends { readonly span: Span; readonly entry: MentionEntry }>(placed: readonly T[]): T[] {
  const single = placed.filter(({ entry }) => !entry.every);
  const every = placed.filter(({ entry }) => entry.every);
  const kept: T[] = [];
  for (const link of [...single, ...every]) insertApart(kept, link);
  return kept;
}

function insertApart<T extends { readonly span: Span }>(sorted: T[], link: T): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.span.start < link.span.start) low = middle + 1;
    else high = middle;
  }
  const previous = sorted[low - 1];
  const next = sorted[low];
  if ((previous && overlaps(previous.span, link.span)) || (next && overlaps(next.span, link.span))) return;
  sorted.splice(low, 0, link);
}
