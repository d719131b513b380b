import type { AliasEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import type { Entity } from '../registry/registry';
import type { Place } from './claimText';

/** A name or alias of an entity, or a property, as a search over all files shows it. */
export interface CaseSymbol {
  readonly kind: 'entity' | 'alias' | 'property';
  readonly name: string;
  /** What it belongs to: type and id, or the entity's name. */
  readonly container: string;
  readonly place: Place;
}

/**
 * Entities by name, alias and id, and declared properties, that `query` may mean: its letters stand in them in this order, as VS Code expects
 * (it ranks them itself). Names first, those that begin with it before others; at most `limit`, so that no case floods the list.
 */
export function caseSymbols(model: CaseModel, query: string, limit: number): readonly CaseSymbol[] {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  const found: { readonly symbol: CaseSymbol; readonly rank: number }[] = [];
  const add = (texts: readonly string[], rank: number, symbol: () => CaseSymbol) => {
    const lower = texts.map((text) => text.toLowerCase()).find((text) => hasInOrder(text, wanted));
    if (lower !== undefined) found.push({ symbol: symbol(), rank: rank + (lower.startsWith(wanted) ? 0 : lower.includes(wanted) ? 3 : 6) });
  };
  const { entities, properties } = model.registry();
  for (const entity of entities.values()) {
    add([entity.name, entity.id], 0, () => entitySymbol(entity));
    if (wanted !== '') for (const alias of entity.aliases) add([alias.text.text], 1, () => aliasSymbol(entity, alias));
  }
  for (const { id, label, declared } of properties.values()) {
    if (declared) add([label, id], 2, () => ({ kind: 'property', name: label, container: id, place: declared }));
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ symbol }) => symbol);
}

function entitySymbol({ name, type, id, file, idSpan }: Entity): CaseSymbol {
  return { kind: 'entity', name, container: `${type} · ${id}`, place: { file, span: idSpan } };
}

function aliasSymbol({ name, file }: Entity, { text }: AliasEntry): CaseSymbol {
  return { kind: 'alias', name: text.text, container: name, place: { file, span: text.span } };
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
