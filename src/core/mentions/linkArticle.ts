import type { AnchorIndex } from '../anchors/anchorIndex';
import type { AliasEntry, AnnotationFile } from '../case/entries';
import type { Registry } from '../registry/registry';
import { overlaps } from '../text/text';
import type { Text } from '../text/text';
import { datesMeet } from '../values/edtf';
import { readNotes } from './handLinks';
import type { HandLink, Rejection } from './handLinks';
import type { ArticleMentions, LinkRule, Mention, SuppressedCandidate } from './mention';
import { buildNameMatcher, findNames } from './nameMatcher';
import type { NameMatch, NameMatcher } from './nameMatcher';

/** A registry made ready to link articles; see `createLinker`. `uses[i]` is what the matcher's name `i` stands for. */
export interface Linker {
  readonly registry: Registry;
  readonly matcher: NameMatcher;
  readonly uses: readonly NameUse[];
}

/** A name of an entity: one of its aliases, or (`alias` null) its canonical name. */
export interface NameUse {
  readonly entity: string;
  readonly text: string;
  readonly alias: AliasEntry | null;
}

/** What linking needs to know of an article. `published`: EDTF, null when unknown. */
export interface LinkedArticle {
  readonly source: string;
  readonly text: Text;
  readonly published: string | null;
  /** The text's anchor index, when there is one already; else it is built where links by hand need it. */
  readonly anchors?: AnchorIndex;
}

/** Builds the matcher over all names and aliases; names of one letter are ignored. Do it once a registry generation. */
export function createLinker(registry: Registry): Linker {
  const uses: NameUse[] = [];
  for (const { id, name, aliases } of registry.entities.values()) {
    if (isLongEnough(name)) uses.push({ entity: id, text: name, alias: null });
    for (const alias of aliases) {
      if (isLongEnough(alias.text.text)) uses.push({ entity: id, text: alias.text.text, alias });
    }
  }
  return { registry, matcher: buildNameMatcher(uses.map((use) => use.text)), uses };
}

/**
 * All mentions of an article by DESIGN §3; `notes` is its annotation file, null when it has none. Linear in the text.
 * Where the article's date is unknown, `valid` neither rules an alias out nor makes it win (docs/mentions.md).
 */
export function linkArticle(linker: Linker, article: LinkedArticle, notes: AnnotationFile | null): ArticleMentions {
  const { links, none, rejections, problems } = readNotes(linker.registry, article, notes);
  const content = article.text.content;
  const taken = [...links.map(({ span }) => span), ...none].sort((a, b) => a.start - b.start);
  const isTaken = overlapTest(taken);
  const run: Run = { linker, article, isRejected: rejectionTest(rejections), scopes: new Map(), refused: [] };
  const matches = findNames(linker.matcher, content, (start, end, name) => {
    if (isTaken(start, end)) return false;
    const use = linker.uses[name]!;
    const scope = scopeOf(run, name);
    const reason = run.isRejected(start, end, use.entity) ? 'rejected' : scope.reason;
    if (reason === null) return true;
    run.refused.push({ start, end, entity: use.entity, reason });
    return false;
  });
  const suppressedAt = refusals(run);
  const candidates = matches.map((match) => weighCandidates(run, match, suppressedAt(match)));
  const handLinked = links.map((link) => mentionByHand(run, link));
  const prominent = new Set(handLinked.filter(({ isFullName }) => isFullName).map(({ mention }) => mention.entity));
  for (const { entities, isFullName } of candidates) {
    if (entities.length === 1 && isFullName) prominent.add(entities[0]!);
  }
  const mentions = candidates.map((weighed) => mentionByName(run, weighed, prominent));
  mentions.push(...handLinked.map(({ mention }) => mention));
  mentions.sort((a, b) => a.span.start - b.span.start);
  return { mentions, none, problems };
}

interface Run {
  readonly linker: Linker;
  readonly article: LinkedArticle;
  readonly isRejected: (start: number, end: number, entity: string) => boolean;
  readonly scopes: Map<number, Scope>;
  readonly refused: Refusal[];
}

/** `reason`: why the name is out of scope here; `narrowed`: by what a narrowed name is in scope here. */
interface Scope {
  readonly reason: 'scope-source' | 'scope-date' | null;
  readonly narrowed: 'scope-source' | 'scope-date' | null;
}

interface Refusal extends SuppressedCandidate {
  readonly start: number;
  readonly end: number;
}

/** A match with the entities that scope leaves, in the registry's order. */
interface Weighed {
  readonly match: NameMatch;
  readonly entities: readonly string[];
  readonly uses: readonly NameUse[];
  readonly suppressed: readonly SuppressedCandidate[];
  readonly decidedByScope: boolean;
  /** A full name that is unambiguous by itself: a rejection at one place decides nothing elsewhere. */
  readonly isFullName: boolean;
}

const openScope: Scope = { reason: null, narrowed: null };

function isLongEnough(name: string): boolean {
  const [first, ...rest] = name.trim().normalize('NFC');
  return first !== undefined && rest.length > 0;
}

function scopeOf(run: Run, name: number): Scope {
  const alias = run.linker.uses[name]!.alias;
  if (!alias || (alias.in.length === 0 && alias.except.length === 0 && !alias.valid)) return openScope;
  let scope = run.scopes.get(name);
  if (!scope) run.scopes.set(name, (scope = scopeOfAlias(alias, run.article)));
  return scope;
}

function scopeOfAlias(alias: AliasEntry, { source, published }: LinkedArticle): Scope {
  const listed = alias.in.some((id) => id.text === source);
  if ((alias.in.length > 0 && !listed) || alias.except.some((id) => id.text === source)) {
    return { reason: 'scope-source', narrowed: null };
  }
  const meets = alias.valid ? datesMeet(alias.valid.text, published) : null;
  if (meets === false) return { reason: 'scope-date', narrowed: null };
  if (listed) return { reason: null, narrowed: 'scope-source' };
  return meets ? { reason: null, narrowed: 'scope-date' } : openScope;
}

function weighCandidates(run: Run, match: NameMatch, refused: readonly Refusal[]): Weighed {
  const named = match.names
    .map((name) => ({ use: run.linker.uses[name]!, scope: scopeOf(run, name) }))
    .filter(({ use, scope }) => scope.reason === null && !run.isRejected(match.start, match.end, use.entity));
  const narrowed = named.filter(({ scope }) => scope.narrowed !== null);
  const kept = narrowed.length > 0 ? narrowed : named;
  const entities = [...new Set(kept.map(({ use }) => use.entity))];
  const suppressed = new Map<string, SuppressedCandidate>();
  let decidedByScope = false;
  let decidedByHand = false;
  for (const { entity, reason, start, end } of refused) {
    if (entities.includes(entity)) continue;
    suppressed.set(entity, { entity, reason });
    if (start !== match.start || end !== match.end) continue;
    if (reason === 'rejected') decidedByHand = true;
    else decidedByScope = true;
  }
  const because = narrowed[0]?.scope.narrowed;
  for (const { use } of because ? named : []) {
    if (entities.includes(use.entity) || suppressed.has(use.entity)) continue;
    suppressed.set(use.entity, { entity: use.entity, reason: because! });
    decidedByScope = true;
  }
  const uses = kept.map(({ use }) => use);
  return {
    match,
    entities,
    uses,
    suppressed: [...suppressed.values()],
    decidedByScope,
    isFullName: !decidedByHand && uses.some(isFullName),
  };
}

function isFullName(use: NameUse): boolean {
  return use.alias === null || /\S\s+\S/.test(use.text);
}

function mentionByName(run: Run, weighed: Weighed, prominent: ReadonlySet<string | null>): Mention {
  const { match, entities, suppressed } = weighed;
  const standing = entities.filter((entity) => prominent.has(entity));
  const byProminence = entities.length > 1 && standing.length === 1;
  const candidates = byProminence ? standing : entities;
  const entity = candidates.length === 1 ? candidates[0]! : null;
  let rule: LinkRule = 'ambiguous';
  if (byProminence) rule = 'prominence';
  else if (entity !== null) rule = weighed.decidedByScope ? 'scope' : 'alias';
  const rivals = byProminence ? entities.filter((rival) => rival !== entity) : [];
  return {
    source: run.article.source,
    span: { start: match.start, end: match.end },
    text: run.article.text.content.slice(match.start, match.end),
    entity,
    candidates,
    alias: (weighed.uses.find((use) => use.entity === entity) ?? weighed.uses[0]!).text,
    rule,
    suppressed: [...suppressed, ...rivals.map((rival) => ({ entity: rival, reason: 'prominence' as const }))],
    by: null,
  };
}

function mentionByHand(run: Run, { span, entity, entry, rivals }: HandLink): { mention: Mention; isFullName: boolean } {
  const { matcher, uses } = run.linker;
  const content = run.article.text.content;
  const suppressed = new Map<string, SuppressedCandidate>();
  let full = false;
  for (const match of findNames(matcher, content, undefined, span.start, span.end)) {
    for (const name of match.names) {
      const use = uses[name]!;
      if (use.entity !== entity) suppressed.set(use.entity, { entity: use.entity, reason: 'link' });
      else if (match.start === span.start && match.end === span.end) full ||= isFullName(use);
    }
  }
  for (const rival of rivals) suppressed.set(rival, { entity: rival, reason: 'overlap' });
  return {
    mention: {
      source: run.article.source,
      span,
      text: content.slice(span.start, span.end),
      entity,
      candidates: [entity],
      alias: entry.quote.text,
      rule: 'link',
      suppressed: [...suppressed.values()],
      by: entry,
    },
    isFullName: full,
  };
}

/** For matches asked in the text's order: the refused names that overlap each. */
function refusals({ refused }: Run): (match: NameMatch) => readonly Refusal[] {
  const sorted = [...refused].sort((a, b) => a.start - b.start);
  let from = 0;
  return (match) => {
    while (from < sorted.length && sorted[from]!.end <= match.start) from++;
    const found: Refusal[] = [];
    for (let i = from; i < sorted.length && sorted[i]!.start < match.end; i++) {
      if (overlaps(sorted[i]!, match)) found.push(sorted[i]!);
    }
    return found;
  };
}

/** Whether a range overlaps any of `spans`, which are sorted and may overlap each other. */
function overlapTest(spans: readonly { readonly start: number; readonly end: number }[]): (start: number, end: number) => boolean {
  if (spans.length === 0) return () => false;
  const starts = spans.map((span) => span.start);
  const ends: number[] = [];
  for (const { end } of spans) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return (start, end) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! > start;
  };
}

function rejectionTest(rejections: readonly Rejection[]): (start: number, end: number, entity: string) => boolean {
  if (rejections.length === 0) return () => false;
  const byEntity = new Map<string, Rejection['span'][]>();
  for (const { span, entity } of rejections) {
    const spans = byEntity.get(entity);
    if (spans) spans.push(span);
    else byEntity.set(entity, [span]);
  }
  const tests = new Map(
    [...byEntity].map(([entity, spans]) => [entity, overlapTest(spans.sort((a, b) => a.start - b.start))] as const),
  );
  return (start, end, entity) => tests.get(entity)?.(start, end) ?? false;
}
