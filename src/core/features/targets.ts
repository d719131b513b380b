import type { AliasEntry, MentionEntry, Scalar } from '../case/entries';
import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import type { WrittenId } from '../edits/writtenIds';
import type { Mention } from '../mentions/mention';
import type { Entity } from '../registry/registry';
import type { Span } from '../text/text';
import { claimsAtOffset } from './claimCard';
import { placeOfClaim } from './claimText';

/** What stands at a place of a case file. */
export type Target =
  | { readonly kind: 'mention'; readonly span: Span; readonly mention: Mention }
  /** An annotated passage of an article. */
  | { readonly kind: 'passage'; readonly span: Span; readonly claim: Claim }
  /** The quote of a claim in its annotation file. */
  | { readonly kind: 'quote'; readonly span: Span; readonly claim: Claim }
  | { readonly kind: 'id'; readonly span: Span; readonly occurrence: WrittenId }
  /** A name or alias of a registry entity; `alias` is null for the canonical name. */
  | { readonly kind: 'alias'; readonly span: Span; readonly entity: Entity; readonly text: string }
  /** The quote of a link or rejection by hand. */
  | { readonly kind: 'link'; readonly span: Span; readonly source: string; readonly entry: MentionEntry };

/** What stands at `offset` of `path`, the narrowest first; a mention before the claims around it. Empty where nothing does. */
export function targetsAt(model: CaseModel, path: string, offset: number): readonly Target[] {
  switch (model.kindOf(path)) {
    case 'article':
      return [...mentionTargets(model, path, offset), ...passageTargets(model, path, offset)];
    case 'registry':
      return [...idTargets(model.writtenIds(path), offset), ...aliasTargets(model, path, offset)];
    case 'annotations':
      return [...idTargets(model.writtenIds(path), offset), ...quoteTargets(model, path, offset)];
    case 'manifest':
    case 'reviews':
      return idTargets(model.writtenIds(path), offset);
    case null:
      return [];
  }
}

/** The mention at an offset; at a boundary, the one that starts there. */
export function mentionAt(model: CaseModel, source: string, offset: number): Mention | undefined {
  const { mentions } = model.mentions(source);
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const candidate = mentions[low - 1];
  return candidate && offset <= candidate.span.end ? candidate : undefined;
}

function mentionTargets(model: CaseModel, source: string, offset: number): Target[] {
  const mention = mentionAt(model, source, offset);
  return mention ? [{ kind: 'mention', span: mention.span, mention }] : [];
}

function passageTargets(model: CaseModel, source: string, offset: number): Target[] {
  return claimsAtOffset(model, source, offset).map((claim) => ({ kind: 'passage', claim, span: placeOfClaim(claim).span }));
}

function idTargets(occurrences: readonly WrittenId[], offset: number): Target[] {
  return occurrences
    .filter((occurrence) => holds(occurrence.span, offset))
    .map((occurrence) => ({ kind: 'id', span: occurrence.span, occurrence }));
}

function aliasTargets(model: CaseModel, path: string, offset: number): Target[] {
  for (const entry of model.registryFile(path)?.data.entities ?? []) {
    if (!holds(entry.span, offset)) continue;
    const entity = model.entity(entry.id.text);
    const scalars: (Scalar | undefined)[] = [entry.name, ...entry.aliases.map((alias: AliasEntry) => alias.text)];
    for (const scalar of scalars) {
      if (entity && scalar && holds(scalar.span, offset)) {
        return [{ kind: 'alias', span: scalar.span, entity, text: scalar.text }];
      }
    }
  }
  return [];
}

function quoteTargets(model: CaseModel, path: string, offset: number): Target[] {
  for (const claim of model.claimsIn(path)) {
    const quoted = [claim.entry.quote, claim.entry.prefix, claim.entry.suffix].find((part) => part && holds(part.span, offset));
    if (quoted) return [{ kind: 'quote', span: quoted.span, claim }];
  }
  const file = model.annotationFile(path);
  const source = file?.data.source?.text;
  for (const entry of file?.data.mentions ?? []) {
    if (source !== undefined && holds(entry.quote.span, offset)) return [{ kind: 'link', span: entry.quote.span, source, entry }];
  }
  return [];
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
