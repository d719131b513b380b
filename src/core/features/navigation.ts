import type { MentionEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import { manifestName } from '../case/members';
import type { Claim } from '../claims/claim';
import { passageOf } from '../claims/claim';
import type { Entity } from '../registry/registry';
import type { Span } from '../text/text';
import type { Place } from './claimText';
import { placeOfClaim } from './claimText';
import type { WrittenId } from '../edits/writtenIds';
import type { Target } from './targets';
import { mentionAt, targetsAt } from './targets';

/** Where a definition leads: `span` is what to select, `whole` what to show around it. */
export interface Definition extends Place {
  readonly whole: Span;
  /** The words that it was asked from. */
  readonly origin: Span;
}

/**
 * Definitions at an offset: from a name to its registry entry (all rivals, when ambiguous), from an annotated quote to its
 * claim in YAML, from a claim's or link's quote to the article, from an alias to the places it names, from an id to its entry.
 */
export function definitionsAt(model: CaseModel, path: string, offset: number): readonly Definition[] {
  const target = targetsAt(model, path, offset)[0];
  if (!target) return [];
  return definitionsOf(model, target).map((place) => ({ whole: place.span, ...place, origin: target.span }));
}

/**
 * References at an offset: of an entity, every mention in every article and every id in YAML; of a property or source,
 * every id; of an annotated quote, the claims that it is compared with.
 */
export function referencesAt(model: CaseModel, path: string, offset: number, withDeclaration: boolean): readonly Place[] {
  const target = targetsAt(model, path, offset)[0];
  switch (target?.kind) {
    case undefined:
      return [];
    case 'mention':
      return (target.mention.entity === null ? target.mention.candidates : [target.mention.entity]).flatMap((id) =>
        entityReferences(model, id, withDeclaration),
      );
    case 'alias':
      return entityReferences(model, target.entity.id, withDeclaration);
    case 'passage':
    case 'quote':
      return (model.groupOf(target.claim)?.claims ?? [])
        .filter((claim) => withDeclaration || claim !== target.claim)
        .map(placeOfClaim);
    case 'link':
      return target.entry.entity ? entityReferences(model, target.entry.entity.text, withDeclaration) : [];
    case 'id':
      return target.occurrence.kind === 'entity'
        ? entityReferences(model, target.occurrence.id, withDeclaration)
        : idReferences(model, target.occurrence, withDeclaration);
  }
}

/** Spans of the same file that name the same thing as the words at an offset. */
export function highlightsAt(model: CaseModel, path: string, offset: number): readonly Span[] {
  const mention = model.source(path) ? mentionAt(model, path, offset) : undefined;
  if (mention) {
    return model
      .mentions(path)
      .mentions.filter((other) =>
        mention.entity === null ? other.entity === null && other.alias === mention.alias : other.entity === mention.entity,
      )
      .map((other) => other.span);
  }
  const target = targetsAt(model, path, offset).find((candidate) => candidate.kind === 'id');
  if (!target) return [];
  const { kind, id } = target.occurrence;
  const wanted = kind === 'entity' ? (model.entity(id)?.id ?? id) : id;
  return model.writtenIds(path)
    .filter((other) => other.kind === kind && (kind === 'entity' ? (model.entity(other.id)?.id ?? other.id) : other.id) === wanted)
    .map((other) => other.span);
}

/** Every mention of an entity and every id in YAML that leads to it, redirects included. */
function entityReferences(model: CaseModel, id: string, withDeclaration: boolean): readonly Place[] {
  const entity = model.entity(id);
  const wanted = entity?.id ?? id;
  const mentions = model.mentionsOf(wanted).map((mention) => ({ file: mention.source, span: mention.span }));
  const ids = yamlPaths(model).flatMap((file) =>
    model.writtenIds(file)
      .filter((other) => other.kind === 'entity' && (model.entity(other.id)?.id ?? other.id) === wanted)
      .filter((other) => withDeclaration || other.role === 'reference')
      .map((other) => ({ file, span: other.span })),
  );
  return [...mentions, ...ids];
}

/** The passages that a link or rejection by hand is about. */
function linkPassages(model: CaseModel, source: string, entry: MentionEntry): readonly Span[] {
  const { mentions, none } = model.mentions(source);
  const linked = mentions.filter((mention) => mention.by === entry).map((mention) => mention.span);
  return linked.length > 0 ? linked : none.filter((span) => model.text(source)?.content.slice(span.start, span.end) === entry.quote.text);
}

function definitionsOf(model: CaseModel, target: Target): readonly (Place & { readonly whole?: Span })[] {
  switch (target.kind) {
    case 'mention':
      return target.mention.candidates.flatMap((id) => entityPlace(model.entity(id)));
    case 'passage':
      return [claimEntryPlace(target.claim)];
    case 'quote': {
      const passage = passageOf(target.claim);
      return passage ? [{ file: target.claim.source, span: passage }] : [];
    }
    case 'link':
      return linkPassages(model, target.source, target.entry).map((span) => ({ file: target.source, span }));
    case 'alias':
      return model
        .mentionsOf(target.entity.id)
        .filter((mention) => mention.alias === target.text)
        .map((mention) => ({ file: mention.source, span: mention.span }));
    case 'id':
      return idPlace(model, target.occurrence);
  }
}

function claimEntryPlace(claim: Claim): Place & { readonly whole: Span } {
  return { file: claim.file, span: claim.entry.quote?.span ?? claim.entry.span, whole: claim.entry.span };
}

function entityPlace(entity: Entity | undefined): (Place & { readonly whole: Span })[] {
  return entity ? [{ file: entity.file, span: entity.idSpan, whole: entity.span }] : [];
}

function idPlace(model: CaseModel, { kind, id }: WrittenId): readonly (Place & { readonly whole?: Span })[] {
  if (kind === 'entity') return entityPlace(model.entity(id));
  if (kind === 'source') return model.source(id) ? [{ file: id, span: { start: 0, end: 0 } }] : [];
  return propertyPlace(model, id);
}

function propertyPlace(model: CaseModel, id: string): readonly (Place & { readonly whole: Span })[] {
  const declared = model.registry().properties.get(id)?.declared;
  if (!declared) return [];
  const key = model.writtenIds(declared.file).find(
    (other) => other.kind === 'property' && other.role === 'definition' && other.id === id,
  );
  return [{ file: declared.file, span: key?.span ?? declared.span, whole: declared.span }];
}

function idReferences(model: CaseModel, wanted: WrittenId, withDeclaration: boolean): readonly Place[] {
  return yamlPaths(model).flatMap((file) =>
    model.writtenIds(file)
      .filter((other) => other.kind === wanted.kind && other.id === wanted.id)
      .filter((other) => withDeclaration || other.role === 'reference')
      .map((other) => ({ file, span: other.span })),
  );
}

function yamlPaths(model: CaseModel): readonly string[] {
  const { registry, annotations, reviews } = model.members();
  return [...registry, ...annotations, ...(reviews === null ? [] : [reviews]), ...(model.hasManifest() ? [manifestName] : [])];
}
