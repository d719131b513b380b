import { anchorProblem } from '../anchors/anchorProblem';
import { createAnchorIndex } from '../anchors/anchorIndex';
import type { AnchorIndex } from '../anchors/anchorIndex';
import { findEvery, resolveAnchor } from '../anchors/resolveAnchor';
import type { AnnotationFile, MentionEntry, Problem, QuoteSelector, Scalar } from '../case/entries';
import { groupBy } from '../groupBy';
import { didYouMean, indexNearest, nearestIn } from '../registry/nearest';
import type { NearestIndex } from '../registry/nearest';
import { resolveEntity } from '../registry/registry';
import type { Registry } from '../registry/registry';
import { contains, overlaps } from '../text/text';
import type { Span, Text } from '../text/text';

/** A link by hand at one place; `entity` after redirects. */
export interface HandLink {
  readonly span: Span;
  readonly entity: string;
  readonly entry: MentionEntry;
  /** Entities that other links by hand, which count less, give to words here. */
  readonly rivals: readonly string[];
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

/** A link by hand (null: to no entity) at one of its places. */
interface Placed {
  readonly span: Span;
  readonly entity: string | null;
  readonly entry: MentionEntry;
}

/** A link that does not count, and the one that does. */
interface Beaten<T> {
  readonly link: T;
  readonly by: T;
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
  const placed: Placed[] = [];
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
  const { kept, beaten } = apart(placed);
  problems.push(...overlapProblems(registry, placed, beaten));
  rejections.sort((a, b) => a.span.start - b.span.start);
  const rivals = new Map<Placed, string[]>();
  for (const { link, by } of beaten) if (link.entity !== null && link.entity !== by.entity) rivals.set(by, [...(rivals.get(by) ?? []), link.entity]);
  return {
    links: kept.flatMap((link) => {
      const { span, entity, entry } = link;
      return entity === null ? [] : [{ span, entity, entry, rivals: rivals.get(link) ?? [] }];
    }),
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

/**
 * Of entries that lose places to an earlier one by the order of the file alone. That one place told apart counts before `every: true`, and
 * that every occurrence of longer words counts before the shorter ones inside them, is what one means.
 */
function overlapProblems(registry: Registry, placed: readonly Placed[], beaten: readonly Beaten<Placed>[]): Problem[] {
  const isMeant = ({ link, by }: Beaten<Placed>) => link.entry.every && (!by.entry.every || (contains(by.span, link.span) && !contains(link.span, by.span)));
  const byOrder = beaten.filter((one) => one.link.entity !== one.by.entity && !isMeant(one));
  const nameOf = (entity: string | null) => (entity === null ? 'no entity' : (registry.entities.get(entity)?.name ?? entity));
  return [...groupBy(byOrder, ({ link }) => String(link.entry.span.start)).values()].map((lost) => {
    const { by, link } = lost[0]!;
    const { entry } = link;
    const all = placed.filter((one) => one.entry === entry).length;
    const where = all === 1 ? 'The place' : lost.length === all ? `All ${all} places` : `${lost.length} of ${all} places`;
    return {
      code: 'mention/overlap',
      span: entry.quote.span,
      message: `${where} of “${entry.quote.text}” ${lost.length === 1 ? 'is' : 'are'} linked to ${nameOf(by.entity)} by an earlier entry, “${by.entry.quote.text}” — put the one that counts first, or remove the other`,
    };
  });
}

/** Of marks that overlap, one told apart wins over `every: true`, then the earlier in the file; sorted. */
export function withoutOverlaps<T extends { readonly span: Span; readonly entry: MentionEntry }>(placed: readonly T[]): readonly T[] {
  return apart(placed).kept;
}

/** As `withoutOverlaps`, with those that are left out. */
function apart<T extends { readonly span: Span; readonly entry: MentionEntry }>(placed: readonly T[]): { readonly kept: readonly T[]; readonly beaten: readonly Beaten<T>[] } {
  const single = placed.filter(({ entry }) => !entry.every);
  const every = placed.filter(({ entry }) => entry.every);
  const kept: T[] = [];
  const beaten: Beaten<T>[] = [];
  for (const link of [...single, ...every]) {
    const by = insertApart(kept, link);
    if (by) beaten.push({ link, by });
  }
  return { kept, beaten };
}

/** Inserts a link, unless one that is there overlaps it, which is returned. */
function insertApart<T extends { readonly span: Span }>(sorted: T[], link: T): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.span.start < link.span.start) low = middle + 1;
    else high = middle;
  }
  const previous = sorted[low - 1];
  const next = sorted[low];
  if (previous && overlaps(previous.span, link.span)) return previous;
  if (next && overlaps(next.span, link.span)) return next;
  sorted.splice(low, 0, link);
  return undefined;
}
