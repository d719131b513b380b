import type { CaseModel } from '../caseModel';
import { entityName, sourceTitle } from '../features/claimText';
import { groupBy } from '../groupBy';
import type { Mention } from '../mentions/mention';
import type { Span } from '../text/text';
import type { Finding } from './diagnostic';

/** Other places of a name that a diagnostic lists; the first carries it. */
const listedPlaces = 20;

/** Names of an article that could be several entities, each once. */
export function ambiguousNameFindings(model: CaseModel, source: string): Finding[] {
  const ambiguous = model.mentions(source).mentions.filter((mention) => mention.entity === null);
  const byName = groupBy(ambiguous, (mention) => [mention.alias, ...mention.candidates].join('\n'));
  return [...byName.values()].map((places) => {
    const first = places[0]!;
    const rivals = first.candidates.map((id) => describeCandidate(model, id));
    return {
      code: 'mention/ambiguous',
      span: first.span,
      message: `“${first.text}” could be ${listWords(rivals, 'or')}. Link it by hand in the annotation file.`,
      related: [...otherPlaces(source, places.slice(1).map((mention) => mention.span)), ...candidatePlaces(model, first)],
      data: { candidates: first.candidates.join(' ') },
    };
  });
}

/** Likely names of an article that link to nothing, each once. */
export function unlinkedNameFindings(model: CaseModel, source: string): Finding[] {
  return model.unlinkedNames(source).map((name) => ({
    code: 'mention/unlinked',
    span: name.span,
    message: name.similar
      ? `“${name.text}” links to nothing — did you mean ${entityName(model, name.similar.entity)} (“${name.similar.name}”)?`
      : `“${name.text}” links to nothing: the registry has no such ${name.type === 'other' ? 'name' : name.type}.`,
    related: otherPlaces(source, name.places.filter((place) => place.start !== name.span.start)),
    data: { name: name.text, type: name.type, ...(name.similar ? { entity: name.similar.entity } : {}) },
  }));
}

/** Names of an article that are spelt otherwise than other sources spell them, each once. */
export function variantFindings(model: CaseModel, source: string): Finding[] {
  return model.spellingVariants(source).map((variant) => ({
    code: 'mention/variant',
    span: variant.span,
    message: `“${variant.text}” is spelt “${variant.usual}” in ${listWords(
      variant.sources.slice(0, 3).map((id) => sourceTitle(model, id)),
      'and',
    )}${variant.sources.length > 3 ? ` and ${variant.sources.length - 3} more` : ''}.`,
    data: { entity: variant.entity, usual: variant.usual },
  }));
}

function describeCandidate(model: CaseModel, id: string): string {
  const entity = model.entity(id);
  return entity ? `${entity.name} (${entity.type}, ${id})` : id;
}

function candidatePlaces(model: CaseModel, mention: Mention) {
  return mention.candidates.flatMap((id) => {
    const entity = model.entity(id);
    return entity ? [{ file: entity.file, span: entity.idSpan, message: `${entity.name} (${entity.type})` }] : [];
  });
}

function otherPlaces(file: string, spans: readonly Span[]) {
  return spans.slice(0, listedPlaces).map((span) => ({ file, span, message: 'Also here' }));
}

function listWords(items: readonly string[], last: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)!}`;
}
