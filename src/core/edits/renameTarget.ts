import type { CaseModel } from '../caseModel';
import { targetsAt } from '../features/targets';
import type { Span } from '../text/text';
import { renameRefusal } from './renameId';
import type { IdKind } from './writtenIds';

/** What a rename at a place is about: `text` is what a person edits, in place of the words at `span`. */
export interface RenameTarget {
  readonly kind: IdKind | 'name' | 'alias';
  /** The id; of a name or an alias, its entity's. */
  readonly id: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * What can be renamed at `offset` of `path`: an id wherever a YAML file writes one; a name or alias in the registry; and, on a linked name in
 * an article, the name of its entity, since articles themselves are never written. Null where nothing can be.
 */
export function renameTargetAt(model: CaseModel, path: string, offset: number): RenameTarget | { readonly refused: string } | null {
  const kind = model.kindOf(path);
  if (kind === null) return null;
  if (kind === 'article') return mentionTarget(model, path, offset);
  const written = model.writtenIds(path).find(({ span }) => span.start <= offset && offset <= span.end);
  if (written) {
    const { kind: idKind, id, span } = written;
    const refused = idKind === 'source' ? null : renameRefusal(idKind, id);
    return refused === null ? { kind: idKind, id, text: id, span } : { refused };
  }
  for (const target of targetsAt(model, path, offset)) {
    if (target.kind !== 'alias') continue;
    const { entity, span, text } = target;
    return { kind: entity.file === path && entity.nameSpan?.start === span.start ? 'name' : 'alias', id: entity.id, text, span };
  }
  return null;
}

function mentionTarget(model: CaseModel, path: string, offset: number): RenameTarget | { readonly refused: string } | null {
  for (const target of targetsAt(model, path, offset)) {
    if (target.kind !== 'mention') continue;
    const { entity, text, candidates } = target.mention;
    const named = entity === null ? undefined : model.entity(entity);
    if (named) return { kind: 'name', id: named.id, text: named.name, span: target.span };
    const names = candidates.map((id) => model.entity(id)?.name ?? id);
    return { refused: `“${text}” could be ${names.join(' or ')}. Link it to one of them first.` };
  }
  return null;
}
