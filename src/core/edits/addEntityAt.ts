import type { CaseModel } from '../caseModel';
import { mentionAt } from '../features/targets';
import type { Span } from '../text/text';
import type { EntityRequest } from './addEntity';
import { addEntity } from './addEntity';
import type { Plan } from './caseEdit';
import { createDraft } from './draft';
import { linkMention } from './linkMention';
import { planEdit } from './planEdit';

/**
 * Adds an entity for words of an article, in one edit with the link by hand that they need where the entity's name does not link them: a
 * longer name, another entity or a narrower rule may stand in the way. Refused where either is.
 */
export function addEntityAt(
  model: CaseModel,
  { source, span }: { readonly source: string; readonly span: Span },
  request: EntityRequest & { readonly id: string },
): Plan {
  const added = addEntity(model, request);
  if ('refused' in added) return added;
  return planEdit(added.edit.label, () => {
    const draft = createDraft(model);
    draft.make(added);
    if (mentionAt(draft.model, source, span.start)?.entity !== request.id) {
      draft.make(linkMention(draft.model, { source, span, entity: request.id }));
    }
    return draft.edits();
  });
}
