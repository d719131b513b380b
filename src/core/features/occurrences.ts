import type { AnnotationFile, ClaimEntry, RegistryFile, ReviewsFile, Scalar, Manifest } from '../case/entries';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';

/** A scalar of a case file that names something, and what it names. Spans are of that file. */
export interface Occurrence {
  readonly kind: 'entity' | 'property' | 'source';
  /** As written, redirects not followed. */
  readonly id: string;
  readonly span: Span;
  readonly role: 'definition' | 'reference';
}

/** Every entity, property and source id in a registry file. Values that are entity ids are told by the property's type. */
export function registryOccurrences(file: RegistryFile, registry: Registry): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const entity of file.entities) {
    found.push(occurrence('entity', entity.id, 'definition'));
    if (entity.redirect) found.push(occurrence('entity', entity.redirect));
    for (const whole of entity.partOf) found.push(occurrence('entity', whole));
    for (const alias of entity.aliases) {
      for (const source of [...alias.in, ...alias.except]) found.push(occurrence('source', source));
    }
    for (const fact of entity.facts) found.push(...claimOccurrences(fact, registry, false));
  }
  for (const property of file.properties) {
    found.push(occurrence('property', property.id, 'definition'));
    for (const other of [...(property.separators ?? []), ...(property.kin ?? [])]) found.push(occurrence('property', other));
  }
  return found;
}

/** Every entity, property and source id in an annotation file. */
export function annotationOccurrences(file: AnnotationFile, registry: Registry): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (file.source) found.push(occurrence('source', file.source));
  for (const mention of file.mentions) {
    if (mention.entity && mention.entity.text !== 'none') found.push(occurrence('entity', mention.entity));
    if (mention.not) found.push(occurrence('entity', mention.not));
  }
  for (const claim of [...file.claims, ...file.dismissed]) found.push(...claimOccurrences(claim, registry, true));
  return found;
}

/** Every source id in the manifest. */
export function manifestOccurrences(manifest: Manifest): readonly Occurrence[] {
  return [...manifest.sources.values()].map((source) => occurrence('source', source.id));
}

/** Every id in the reviews: of sources, and in each key the subject, the property, separators and their values. */
export function reviewOccurrences(file: ReviewsFile, registry: Registry): readonly Occurrence[] {
  return file.reviews.flatMap((review) => [
    ...keyOccurrences(review.key, registry),
    ...review.wrong.map((source) => occurrence('source', source)),
  ]);
}

/** Ids in `subject|property|name=value…`, percent-encoded (DESIGN §1); none in a key whose quotes hide where its words are. */
function keyOccurrences(key: Scalar, registry: Registry): readonly Occurrence[] {
  const quotes = key.span.end - key.span.start - key.text.length;
  if (quotes !== 0 && quotes !== 2) return [];
  let at = key.span.start + quotes / 2;
  return key.text.split('|').flatMap((part, index) => {
    const start = at;
    at += part.length + 1;
    const found = (kind: Occurrence['kind'], from: number, to: number): Occurrence => ({
      kind,
      id: decoded(part.slice(from, to)),
      span: { start: start + from, end: start + to },
      role: 'reference',
    });
    if (index === 0) return [found('entity', 0, part.length)];
    const equals = index === 1 ? -1 : part.indexOf('=');
    if (equals < 0) return [found('property', 0, part.length)];
    const value = found('entity', equals + 1, part.length);
    return [found('property', 0, equals), ...(known(value.id, registry) ? [value] : [])];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function claimOccurrences(claim: ClaimEntry, registry: Registry, withSubject: boolean): Occurrence[] {
  const found = [occurrence('property', claim.property)];
  if (withSubject) found.push(occurrence('entity', claim.subject));
  if (claim.speaker && known(claim.speaker.text, registry)) found.push(occurrence('entity', claim.speaker));
  for (const value of claim.key.values()) if (known(value.text, registry)) found.push(occurrence('entity', value));
  if (registry.properties.get(claim.property.text)?.value === 'entity') {
    for (const value of valuesOf(claim)) found.push(occurrence('entity', value));
  }
  return found;
}

function valuesOf(claim: ClaimEntry): readonly Scalar[] {
  return 'text' in claim.value ? [claim.value] : claim.value;
}

function known(id: string, registry: Registry): boolean {
  return registry.entities.has(id) || registry.redirects.has(id);
}

function occurrence(kind: Occurrence['kind'], scalar: Scalar, role: Occurrence['role'] = 'reference'): Occurrence {
  return { kind, id: scalar.text, span: scalar.span, role };
}
