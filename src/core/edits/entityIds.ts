import type { CaseModel } from '../caseModel';
import { entityIdFor } from '../registry/entityId';

/** An id for an entity of this name that the registry does not have yet, as entity or redirect: `Нұрсұлтан Назарбаев` → `nursultan-nazarbaev`. */
export function proposeId(model: CaseModel, name: string): string {
  const { entities, redirects, redirectEntries } = model.registry();
  return entityIdFor(name, (id) => entities.has(id) || redirects.has(id) || redirectEntries.has(id));
}
