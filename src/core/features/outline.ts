import type { CaseModel } from '../caseModel';
import type { Span, Text } from '../text/text';
import { contains } from '../text/text';
import { claimPassages } from './claimCard';
import { claimLabel, claimValue, entityName, propertyLabel } from './claimText';

/** One node of a file's outline. `span` is what it covers, `nameSpan` what to select. */
export interface OutlineNode {
  readonly kind: 'heading' | 'turn' | 'claim' | 'mention' | 'entity' | 'property' | 'alias' | 'source' | 'review';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * Headings and speaker turns of an article, with the claims inside; entities and properties of a registry; claims and links by hand of an
 * annotation file; sources of a manifest; decisions of reviewers.
 */
export function outline(model: CaseModel, path: string): readonly OutlineNode[] {
  switch (model.kindOf(path)) {
    case 'article':
      return articleOutline(model, path);
    case 'registry':
      return registryOutline(model, path);
    case 'annotations':
      return annotationOutline(model, path);
    case 'manifest':
      return [...model.manifest().data.sources.values()].map(({ id, title }) => leaf('source', title?.text ?? id.text, title ? id.text : '', id.span));
    case 'reviews':
      return (model.reviews()?.data.reviews ?? []).map(({ key, span, status, reason }) =>
        leaf('review', reviewName(model, key.text), reason ? `${status}: ${reason.text}` : status, key.span, span),
      );
    default:
      return [];
  }
}

function leaf(kind: OutlineNode['kind'], name: string, detail: string, nameSpan: Span, span: Span = nameSpan): OutlineNode {
  return { kind, name, detail, span, nameSpan, children: [] };
}

function annotationOutline(model: CaseModel, path: string): readonly OutlineNode[] {
  const mentions = (model.annotationFile(path)?.data.mentions ?? []).map(({ quote, entity, not, span }) => {
    const meant = entity?.text === 'none' ? 'no entity' : entity ? entityName(model, entity.text) : '';
    return leaf('mention', quote.text, meant || (not ? `not ${entityName(model, not.text)}` : ''), quote.span, span);
  });
  const claims = model
    .claimsIn(path)
    .map((claim) =>
      leaf('claim', `${entityName(model, claim.subject)}, ${claimLabel(model, claim)}`, claimValue(model, claim), claim.entry.subject.span, claim.entry.span),
    );
  return [...mentions, ...claims].sort((a, b) => a.span.start - b.span.start);
}

/** The key of a decision in words, with the names of what it is about. */
function reviewName(model: CaseModel, key: string): string {
  const [subject = '', property = '', ...separators] = key.split('|');
  const kept = separators.map((part) => entityName(model, part.slice(part.indexOf('=') + 1)));
  return `${entityName(model, subject)}, ${propertyLabel(model, property)}${kept.length > 0 ? ` (${kept.join(', ')})` : ''}`;
}

/** Characters of a speaker turn that name it in the outline. */
const turnNameLength = 60;

const heading = /^(?=[\p{Lu}\p{Nd}])(?![^\n]{0,40}:\s)(?!.*,.*\p{Nd})(?:[^\n.!?…;:]|\.(?=\S)){1,98}[\p{L}\p{Nd})”’»]$/u;
const turn = /^\s*(?:[—–]\s|(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:[ \u00A0]\p{Lu}[\p{L}\p{M}.'’-]*){0,4}:\s)/u;

/**
 * Where the sections of an article begin: speaker turns, and short lines that look like headings and stand alone in their
 * paragraph (a line of a text that is broken by hand looks like one, too).
 */
function sectionStarts(text: Text): readonly { readonly kind: 'heading' | 'turn'; readonly line: Span }[] {
  const lineAt = (index: number) => {
    const start = text.lineStarts[index];
    if (start === undefined) return '';
    const next = text.lineStarts[index + 1] ?? text.content.length;
    return text.content.slice(start, Math.min(next, start + 400)).trimEnd();
  };
  return text.lineStarts.flatMap((start, index) => {
    const line = lineAt(index);
    const isHeading = line.length <= 100 && heading.test(line) && lineAt(index - 1) === '' && lineAt(index + 1) === '';
    const kind = isHeading ? 'heading' : turn.test(line) ? 'turn' : null;
    return kind ? [{ kind, line: { start, end: start + line.length } } as const] : [];
  });
}

function articleOutline(model: CaseModel, path: string): readonly OutlineNode[] {
  const text = model.text(path);
  if (!text) return [];
  const starts = sectionStarts(text);
  const claims: OutlineNode[] = claimPassages(model, path)
    .map(({ claim, span }) => ({
      kind: 'claim' as const,
      name: `${entityName(model, claim.subject)}, ${claimLabel(model, claim)}`,
      detail: claimValue(model, claim),
      span,
      nameSpan: span,
      children: [],
    }))
    .sort((a, b) => a.span.start - b.span.start);
  const sections = starts.map(({ kind, line }, index): OutlineNode => {
    const span = { start: line.start, end: starts[index + 1]?.line.start ?? text.content.length };
    const words = text.content.slice(line.start, line.end).trim();
    return {
      kind,
      name: words.length > turnNameLength ? `${words.slice(0, turnNameLength).trimEnd()}…` : words,
      detail: '',
      span,
      nameSpan: line,
      children: claims.filter((claim) => contains(span, claim.span)),
    };
  });
  return [...claims.filter((claim) => !sections.some((section) => contains(section.span, claim.span))), ...sections];
}

function registryOutline(model: CaseModel, path: string): readonly OutlineNode[] {
  const file = model.registryFile(path)?.data;
  if (!file) return [];
  const entities = file.entities.map((entity): OutlineNode => ({
    kind: 'entity',
    name: entity.name?.text ?? entity.id.text,
    detail: entity.redirect ? `→ ${entity.redirect.text}` : `${entity.type?.text ?? 'other'} · ${entity.id.text}`,
    span: entity.span,
    nameSpan: entity.id.span,
    children: entity.aliases.map((alias) => ({
      kind: 'alias' as const,
      name: alias.text.text,
      detail: '',
      span: alias.text.span,
      nameSpan: alias.text.span,
      children: [],
    })),
  }));
  const properties = file.properties.map((property): OutlineNode => ({
    kind: 'property',
    name: property.label?.text ?? property.id.text,
    detail: property.id.text,
    span: property.span,
    nameSpan: property.id.span,
    children: [],
  }));
  return [...entities, ...properties];
}
